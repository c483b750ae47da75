package assert // import "gotest.tools/assert"

type BoolOrComparison any
type TestingT interface {
	FailNow() //: fail
	Fail() //: fail
	Log(args ...any)
}

// note: with a cmp.Comparison instead of a bool, Assert says nothing about a value.
func Assert(t TestingT, comparison BoolOrComparison, msgAndArgs ...any) //: must-true comparison
func Check(t TestingT, comparison BoolOrComparison, msgAndArgs ...any) (ok bool) //: must-true comparison; is-true ok
func NilError(t TestingT, err error, msgAndArgs ...any)                        //: must-nil err
func Error(t TestingT, err error, expected string, msgAndArgs ...any)          //: must-non-nil err
func ErrorContains(t TestingT, err error, substring string, msgAndArgs ...any) //: must-non-nil err
func ErrorIs(t TestingT, err error, expected error, msgAndArgs ...any)         //: must-non-nil err
func ErrorType(t TestingT, err error, expected any, msgAndArgs ...any)         //: must-non-nil err
func Equal(t TestingT, x, y any, msgAndArgs ...any) //: must-equal x y
func DeepEqual(t TestingT, x, y any, opts ...any) //: must-equal x y
