package p

func ifElse(a, b bool, read func() (int, error)) (n int, err error) {
	if n, err := read(); err != nil {
		return 0, err
	} else if n > 0 && (a || !b) {
		return n, nil
	} else {
		n++
		_ = n
	}
	if !(a && b) {
		n = 1
	}
	return
}
