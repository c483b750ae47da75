module example.com/unseenclient

go 1.25
