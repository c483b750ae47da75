package p

func jumps(n int) (tries int) {
again:
	if tries++; tries < n {
		goto again
	}
	if n == 0 {
		goto done
	}
	{
		tries *= 2
	}
outer:
	for i := range n {
		for j := range n {
			switch {
			case i == j:
				continue outer
			case i > j:
				break outer
			}
		}
	}
done:
	return tries
}

func outOfTwoBlocks(flag, other bool) int {
	if flag {
		println("outer")
		{
			if other {
				goto failed
			}
			println("inner")
		}
	}
	return 0
failed:
	return 1
}
