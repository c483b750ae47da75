package p

type pair struct {
	a, b *int
	rest []*int
}

func assigns(p *pair, table map[string]*int, read func() (*int, bool)) (x, y *int) {
	var one, two = new(int), new(int)
	var zero *int
	x, y = one, two
	x, y = y, x
	p.a, p.b = x, zero
	p.rest[0] = p.a
	table["k"], _ = read()
	found, ok := table["k"]
	if !ok {
		found = nil
	}
	*x += 1
	*y++
	_ = found
	(*p).a = &[]int{1}[0]
	const limit = 3
	type local struct{ n int }
	v := local{limit}
	v.n <<= 1
	n, err := v.n, error(nil)
	_, _ = n, err
	return
}
