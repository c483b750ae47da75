package maps // import "maps"

import "iter"

// note: a map or iterator of responses made from another one is taken as the same one.
func All[Map ~map[K]V, K comparable, V any](m Map) (seq iter.Seq2[K, V])   //: same seq m
func Values[Map ~map[K]V, K comparable, V any](m Map) (seq iter.Seq[V])    //: same seq m
func Clone[M ~map[K]V, K comparable, V any](m M) (r M)                     //: same r m
func Collect[K comparable, V any](seq iter.Seq2[K, V]) (r map[K]V)         //: same r seq; call seq
func Copy[M1 ~map[K]V, M2 ~map[K]V, K comparable, V any](dst M1, src M2)   //: keep src
func Insert[Map ~map[K]V, K comparable, V any](m Map, seq iter.Seq2[K, V]) //: call seq; keep seq
func DeleteFunc[M ~map[K]V, K comparable, V any](m M, del func(K, V) bool) //: call del
func Equal[M1, M2 ~map[K]V, K, V comparable](m1 M1, m2 M2) bool
func EqualFunc[M1 ~map[K]V1, M2 ~map[K]V2, K comparable, V1, V2 any](m1 M1, m2 M2, eq func(V1, V2) bool) bool //: call eq
func Keys[Map ~map[K]V, K comparable, V any](m Map) iter.Seq[K]
