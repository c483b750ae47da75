module example.com/unseen

go 1.27

require example.org/absent v1.0.0
