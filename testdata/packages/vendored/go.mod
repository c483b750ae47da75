module example.com/app

go 1.27

require example.org/httpkit v1.0.0
