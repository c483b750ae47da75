package p

func forLoops(n int, next func() bool) (sum int) {
	for {
		if !next() {
			break
		}
	}
	for next() {
		sum++
	}
	for i, j := 0, n; i < j; i, j = i+1, j-1 {
		if i == 3 {
			continue
		}
		sum += i * j
	}
	for i := 0; ; {
		if i++; i > n {
			return sum
		}
	}
}
