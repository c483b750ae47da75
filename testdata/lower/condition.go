package p

func conditions(a, b, c bool, err error, p *int) int {
	if a && b || !c {
		return 1
	}
	if !(a || b) && (c || err == nil) {
		return 2
	}
	ok := err == nil && p != nil
	if ok == true {
		return *p
	}
	if nil != err || (p) == (nil) {
		return 3
	}
	for a && !b {
		a = b
	}
	if a != b {
		return 4
	}
	if true {
		return 5
	}
	return 6
}
