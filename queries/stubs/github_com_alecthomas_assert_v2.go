package assert // import "github.com/alecthomas/assert/v2"

import "testing"

type CompareOption func()

func Equal[T any](t testing.TB, expected, actual T, opts ...any)                   //: must-equal expected actual
func NotEqual[T any](t testing.TB, expected, actual T, msgAndArgs ...any)          //: must-differ expected actual
func Error(t testing.TB, err error, msgAndArgs ...any)                             //: must-non-nil err
func EqualError(t testing.TB, err error, errString string, msgAndArgs ...any)      //: must-non-nil err
func IsError(t testing.TB, err, target error, msgAndArgs ...any)                   //: must-non-nil err
func NotIsError(t testing.TB, err, target error, msgAndArgs ...any)
func NoError(t testing.TB, err error, msgAndArgs ...any)                           //: must-nil err
func True(t testing.TB, ok bool, msgAndArgs ...any)                                //: must-true ok
func False(t testing.TB, ok bool, msgAndArgs ...any)                               //: must-false ok
func Panics(t testing.TB, fn func(), msgAndArgs ...any)                            //: call fn
func NotPanics(t testing.TB, fn func(), msgAndArgs ...any)                         //: call fn
func Zero[T any](t testing.TB, value T, msgAndArgs ...any)                         //: must-nil value
func NotZero[T any](t testing.TB, value T, msgAndArgs ...any)                      //: must-non-nil value
func Contains(t testing.TB, haystack string, needle string, msgAndArgs ...any)
func NotContains(t testing.TB, haystack string, needle string, msgAndArgs ...any)
func SliceContains[T any](t testing.TB, haystack []T, needle T, msgAndArgs ...any)
func NotSliceContains[T any](t testing.TB, haystack []T, needle T, msgAndArgs ...any)
func HasPrefix(t testing.TB, s, prefix string, msgAndArgs ...any)
func HasSuffix(t testing.TB, s, suffix string, msgAndArgs ...any)
func Compare[T any](t testing.TB, x, y T, options ...CompareOption)
