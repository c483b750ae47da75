package qt // import "github.com/go-quicktest/qt"

import "testing"

// note: a checker holds what it checks, and is true here if it succeeds.
type Checker any
type Comment struct{}

func Assert(t testing.TB, checker Checker, comments ...Comment) (ok bool)  //: must-true checker; is-true ok
func Check(t testing.TB, checker Checker, comments ...Comment) (ok bool)   //: must-true checker; is-true ok
func IsNil[T any](got T) (checker Checker)                                 //: true-if-nil got
func IsNotNil[T any](got T) (checker Checker)                              //: true-if-non-nil got
func ErrorMatches(got error, want any) (checker Checker)                   //: true-implies-non-nil got
func ErrorIs(got, want error) (checker Checker)                            //: true-implies-non-nil got
func ErrorAs[T any](got error, want *T) (checker Checker)                  //: true-implies-non-nil got
func Not(inner Checker) (checker Checker)                                  //: opposite checker inner
func IsTrue[T ~bool](got T) (checker Checker)                              //: same checker got
func IsFalse[T ~bool](got T) Checker
func Equals[T any](got, want T) Checker
func DeepEquals[T any](got, want T) Checker
func CmpEquals[T any](got, want T, opts ...any) Checker
func ContentEquals[T any](got, want T) Checker
func Contains[T any](container T, elem any) Checker
func StringContains[T ~string](got, want T) Checker
func SliceContains[T any](container []T, elem T) Checker
func Matches[StringOrRegexp any](got string, want StringOrRegexp) Checker
func HasLen[T any](got T, n int) Checker
func Implements[I any](got any) Checker
func JSONEquals[T any](got T, want any) Checker
func Satisfies[T any](got T, f func(T) bool) Checker
func PanicMatches(f func(), want any) Checker //: call f
func Commentf(format string, args ...any) Comment
func Patch[T any](tb testing.TB, dest *T, value T)
