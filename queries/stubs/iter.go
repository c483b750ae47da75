package iter // import "iter"

type Seq[V any] func(yield func(V) bool)
type Seq2[K, V any] func(yield func(K, V) bool)

// note: the iterator runs on from next; whether to its end is not known.
func Pull[V any](seq Seq[V]) (next func() (V, bool), stop func())            //: keep seq
func Pull2[K, V any](seq Seq2[K, V]) (next func() (K, V, bool), stop func()) //: keep seq
