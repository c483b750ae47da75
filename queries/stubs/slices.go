package slices // import "slices"

import (
	"cmp"
	"iter"
)

// note: a slice or iterator of responses made from another one is taken as the same one.
func All[Slice ~[]E, E any](s Slice) (seq iter.Seq2[int, E])              //: same seq s
func Backward[Slice ~[]E, E any](s Slice) (seq iter.Seq2[int, E])         //: same seq s
func Values[Slice ~[]E, E any](s Slice) (seq iter.Seq[E])                 //: same seq s
func Chunk[Slice ~[]E, E any](s Slice, n int) (seq iter.Seq[Slice])       //: same seq s
func Clip[S ~[]E, E any](s S) (r S)                                       //: same r s
func Clone[S ~[]E, E any](s S) (r S)                                      //: same r s
func Compact[S ~[]E, E comparable](s S) (r S)                             //: same r s
func CompactFunc[S ~[]E, E any](s S, eq func(E, E) bool) (r S)            //: same r s; call eq
func Concat[S ~[]E, E any](slices ...S) (r S)                             //: same r slices
func Delete[S ~[]E, E any](s S, i, j int) (r S)                           //: same r s
func DeleteFunc[S ~[]E, E any](s S, del func(E) bool) (r S)               //: same r s; call del
func Grow[S ~[]E, E any](s S, n int) (r S)                                //: same r s
func Insert[S ~[]E, E any](s S, i int, v ...E) (r S)                      //: same r s; keep v
func Replace[S ~[]E, E any](s S, i, j int, v ...E) (r S)                  //: same r s; keep v
func Repeat[S ~[]E, E any](x S, count int) (r S)                          //: same r x
func AppendSeq[Slice ~[]E, E any](s Slice, seq iter.Seq[E]) (r Slice)     //: same r s; call seq; keep seq
func Collect[E any](seq iter.Seq[E]) (r []E)                              //: same r seq; call seq
func Sorted[E cmp.Ordered](seq iter.Seq[E]) []E                           //: call seq
func SortedFunc[E any](seq iter.Seq[E], cmp func(E, E) int) (r []E)       //: same r seq; call seq
func SortedStableFunc[E any](seq iter.Seq[E], cmp func(E, E) int) (r []E) //: same r seq; call seq
func BinarySearch[S ~[]E, E cmp.Ordered](x S, target E) (int, bool)
func BinarySearchFunc[S ~[]E, E, T any](x S, target T, cmp func(E, T) int) (int, bool)
func Compare[S ~[]E, E cmp.Ordered](s1, s2 S) int
func Contains[S ~[]E, E comparable](s S, v E) bool
func ContainsFunc[S ~[]E, E any](s S, f func(E) bool) bool //: call f
func Equal[S ~[]E, E comparable](s1, s2 S) bool
func EqualFunc[S1 ~[]E1, S2 ~[]E2, E1, E2 any](s1 S1, s2 S2, eq func(E1, E2) bool) bool //: call eq
func Index[S ~[]E, E comparable](s S, v E) int
func IndexFunc[S ~[]E, E any](s S, f func(E) bool) int //: call f
func IsSorted[S ~[]E, E cmp.Ordered](x S) bool
func IsSortedFunc[S ~[]E, E any](x S, cmp func(a, b E) int) bool
func Max[S ~[]E, E cmp.Ordered](x S) E
func MaxFunc[S ~[]E, E any](x S, cmp func(a, b E) int) E
func Min[S ~[]E, E cmp.Ordered](x S) E
func MinFunc[S ~[]E, E any](x S, cmp func(a, b E) int) E
func Reverse[S ~[]E, E any](s S)
func Sort[S ~[]E, E cmp.Ordered](x S)
func SortFunc[S ~[]E, E any](x S, cmp func(a, b E) int)       //: call cmp
func SortStableFunc[S ~[]E, E any](x S, cmp func(a, b E) int) //: call cmp
