module example.com/outer

go 1.27

require example.com/outer/inner v0.0.0

replace example.com/outer/inner => ./inner
