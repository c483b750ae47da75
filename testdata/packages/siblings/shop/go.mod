module example.com/siblings/shop

go 1.25

require example.com/siblings/kiln v0.3.0
