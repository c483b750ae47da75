package test // import "github.com/shoenig/test"

type Setting func()
type T interface {
	Helper()
	Errorf(format string, args ...any) //: fail
	Fatalf(format string, args ...any) //: fail
}

func Nil(t T, a any, settings ...Setting) //: must-nil a
func NotNil(t T, a any, settings ...Setting) //: must-non-nil a
func True(t T, condition bool, settings ...Setting) //: must-true condition
func False(t T, condition bool, settings ...Setting) //: must-false condition
func Unreachable(t T, settings ...Setting) //: fail
func Panic(t T, f func(), settings ...Setting) //: call f
func NotPanic(t T, f func(), settings ...Setting) //: call f
func Error(t T, err error, settings ...Setting) //: must-non-nil err
func EqError(t T, err error, msg string, settings ...Setting) //: must-non-nil err
func ErrorIs(t T, err error, target error, settings ...Setting) //: must-non-nil err
func ErrorAs[E error, Target *E](t T, err error, target Target, settings ...Setting) //: must-non-nil err
func ErrorContains(t T, err error, sub string, settings ...Setting) //: must-non-nil err
func NoError(t T, err error, settings ...Setting) //: must-nil err
func Eq[A any](t T, exp, val A, settings ...Setting) //: must-equal exp val
func EqOp[C comparable](t T, exp, val C, settings ...Setting) //: must-equal exp val
func NotEq[A any](t T, exp, val A, settings ...Setting) //: must-differ exp val
func NotEqOp[C comparable](t T, exp, val C, settings ...Setting) //: must-differ exp val
func EqFunc[A any](t T, exp, val A, eq func(a, b A) bool, settings ...Setting) //: call eq
func Zero[N any](t T, n N, settings ...Setting)
func NonZero[N any](t T, n N, settings ...Setting)
func One[N any](t T, n N, settings ...Setting)
func Positive[N any](t T, n N, settings ...Setting)
func Negative[N any](t T, n N, settings ...Setting)
func Less[O any](t T, exp, val O, settings ...Setting)
func LessEq[O any](t T, exp, val O, settings ...Setting)
func Greater[O any](t T, exp, val O, settings ...Setting)
func GreaterEq[O any](t T, exp, val O, settings ...Setting)
func Between[O any](t T, lower, val, upper O, settings ...Setting)
func Len[A any](t T, n int, slice []A, settings ...Setting)
func SliceLen[A any](t T, n int, slice []A, settings ...Setting)
func SliceEmpty[A any](t T, slice []A, settings ...Setting)
func SliceNotEmpty[A any](t T, slice []A, settings ...Setting)
func SliceContains[A any](t T, slice []A, item A, settings ...Setting)
func SliceNotContains[A any](t T, slice []A, item A, settings ...Setting)
func SliceContainsAll[A any](t T, slice, items []A, settings ...Setting)
func MapLen[M any](t T, n int, m M, settings ...Setting)
func MapEmpty[M any](t T, m M, settings ...Setting)
func MapContainsKey[M, K any](t T, m M, key K, settings ...Setting)
func MapEq[M1, M2 any](t T, exp M1, val M2, settings ...Setting)
func Size(t T, exp int, c any, settings ...Setting)
func StrContains(t T, s, sub string, settings ...Setting)
func StrNotContains(t T, s, sub string, settings ...Setting)
func StrHasPrefix(t T, prefix, s string, settings ...Setting)
func StrHasSuffix(t T, suffix, s string, settings ...Setting)
func StrEqFold(t T, exp, val string, settings ...Setting)
func RegexMatch(t T, re any, s string, settings ...Setting)
func EqJSON(t T, exp, val string, settings ...Setting)
func FileExists(t T, file string, settings ...Setting)
func FileNotExists(t T, file string, settings ...Setting)
func DirExists(t T, dir string, settings ...Setting)
func Wait(t T, wc any, settings ...Setting)
func Sprint(args ...any) Setting
func Sprintf(msg string, args ...any) Setting
func Values(vals ...any) Setting
