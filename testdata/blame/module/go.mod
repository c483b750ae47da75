module example.com/canal

go 1.25

require example.org/lock v1.0.0
