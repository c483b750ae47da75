package p

import "iter"

func ranges(words []string, table map[string]int, in <-chan int, seq iter.Seq2[string, error], pull func(func() bool)) (err error) {
	for range 3 {
		println("three times")
	}
	for i := range len(words) {
		println(i)
	}
	for i, word := range words {
		println(i, word)
	}
	for key := range table {
		delete(table, key)
	}
	for v := range in {
		println(v)
	}
	for word, wrong := range seq {
		if wrong != nil {
			return wrong
		}
		println(word)
	}
	for range pull {
		continue
	}
	var held struct{ i int }
	for held.i, words[0] = range words {
		println(held.i)
	}
	for _, c := range "text" {
		println(c)
	}
	return nil
}
