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
