package assert // import "github.com/alecthomas/assert"

// note: a copy of testify's assert whose functions end the test.
type TestingT interface {
	Errorf(format string, args ...any) //: fail
	FailNow()                          //: fail
}

func Equal(t TestingT, expected, actual any, msgAndArgs ...any)               //: must-equal expected actual
func EqualValues(t TestingT, expected, actual any, msgAndArgs ...any)         //: must-equal expected actual
func NotEqual(t TestingT, expected, actual any, msgAndArgs ...any)            //: must-differ expected actual
func Error(t TestingT, err error, msgAndArgs ...any)                          //: must-non-nil err
func EqualError(t TestingT, theError error, errString string, msgAndArgs ...any) //: must-non-nil theError
func NoError(t TestingT, err error, msgAndArgs ...any)                        //: must-nil err
func Nil(t TestingT, object any, msgAndArgs ...any)                           //: must-nil object
func NotNil(t TestingT, object any, msgAndArgs ...any)                        //: must-non-nil object
func True(t TestingT, value bool, msgAndArgs ...any)                          //: must-true value
func False(t TestingT, value bool, msgAndArgs ...any)                         //: must-false value
func Fail(t TestingT, failureMessage string, msgAndArgs ...any)               //: fail
func FailNow(t TestingT, failureMessage string, msgAndArgs ...any)            //: fail
func Panics(t TestingT, f func(), msgAndArgs ...any)                          //: call f
func NotPanics(t TestingT, f func(), msgAndArgs ...any)                       //: call f
func Contains(t TestingT, s, contains any, msgAndArgs ...any)
func NotContains(t TestingT, s, contains any, msgAndArgs ...any)
func Empty(t TestingT, object any, msgAndArgs ...any)
func NotEmpty(t TestingT, object any, msgAndArgs ...any)                      //: must-non-nil object
func Len(t TestingT, object any, length int, msgAndArgs ...any)
func Zero(t TestingT, i any, msgAndArgs ...any)
func NotZero(t TestingT, i any, msgAndArgs ...any)
func Regexp(t TestingT, rx, str any, msgAndArgs ...any)
func IsType(t TestingT, expectedType, object any, msgAndArgs ...any)
func Implements(t TestingT, interfaceObject, object any, msgAndArgs ...any)
func JSONEq(t TestingT, expected, actual string, msgAndArgs ...any)
