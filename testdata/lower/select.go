package p

import "time"

func selects(in <-chan string, out chan<- string, stop chan struct{}) (n int) {
	var text string
	var ok bool
loop:
	for {
		select {
		case text, ok = <-in:
			if !ok {
				break loop
			}
			n++
		case out <- text:
			break
		case <-stop:
			return n
		case at := <-time.After(time.Second):
			println(at.Unix())
			continue loop
		default:
			for range 2 {
				break
			}
		}
	}
	select {}
}

func evaluatedFirst(first, second func() chan int, value func() int, flag bool) {
	select {
	case first() <- value():
	case got, ok := <-second():
		println(got, ok)
	}
	switch true {
	case flag == false:
		println("no")
	}
	switch flag {
	case false:
		println("no")
	}
}

// The return is never reached.
func waits(flag bool) int {
	if flag {
		select {}
	}
	return 1
}
