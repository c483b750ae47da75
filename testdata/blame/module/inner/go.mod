module example.com/canal/inner

go 1.25

require example.com/canal v0.0.0

replace example.com/canal => ../
