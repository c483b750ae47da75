module example.com/siblings/kiln

go 1.25
