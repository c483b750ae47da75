module example.com/standins

go 1.22
