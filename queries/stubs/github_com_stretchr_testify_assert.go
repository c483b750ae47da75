package assert // import "github.com/stretchr/testify/assert"

import (
	"net/http"
	"net/url"
	"time"
)

// note: that True and False return their own argument cannot be said; Fail returns false.
type TestingT interface {
	Errorf(format string, args ...any)
}
type Comparison func() (success bool)
type PanicTestFunc func()
type CollectT struct{}

func (c *CollectT) Errorf(format string, args ...any)
func (c *CollectT) FailNow() //: exit

var AnError error

func ObjectsAreEqual(expected, actual any) bool
func ObjectsAreEqualValues(expected, actual any) bool

type Assertions struct{}

func New(t TestingT) *Assertions
func Condition(t TestingT, comp Comparison, msgAndArgs ...any) bool        //: call comp
func Conditionf(t TestingT, comp Comparison, msg string, args ...any) bool //: call comp
func Contains(t TestingT, s any, contains any, msgAndArgs ...any) bool
func Containsf(t TestingT, s any, contains any, msg string, args ...any) bool
func DirExists(t TestingT, path string, msgAndArgs ...any) bool
func DirExistsf(t TestingT, path string, msg string, args ...any) bool
func ElementsMatch(t TestingT, listA any, listB any, msgAndArgs ...any) bool
func ElementsMatchf(t TestingT, listA any, listB any, msg string, args ...any) bool
func Empty(t TestingT, object any, msgAndArgs ...any) bool
func Emptyf(t TestingT, object any, msg string, args ...any) bool
func Equal(t TestingT, expected any, actual any, msgAndArgs ...any) bool
func Equalf(t TestingT, expected any, actual any, msg string, args ...any) bool
func EqualError(t TestingT, theError error, errString string, msgAndArgs ...any) bool        //: true-implies-non-nil theError
func EqualErrorf(t TestingT, theError error, errString string, msg string, args ...any) bool //: true-implies-non-nil theError
func EqualExportedValues(t TestingT, expected any, actual any, msgAndArgs ...any) bool
func EqualExportedValuesf(t TestingT, expected any, actual any, msg string, args ...any) bool
func EqualValues(t TestingT, expected any, actual any, msgAndArgs ...any) bool
func EqualValuesf(t TestingT, expected any, actual any, msg string, args ...any) bool
func Error(t TestingT, err error, msgAndArgs ...any) bool                                                                                     //: true-if-non-nil err
func Errorf(t TestingT, err error, msg string, args ...any) bool                                                                              //: true-if-non-nil err
func ErrorAs(t TestingT, err error, target any, msgAndArgs ...any) bool                                                                       //: true-implies-non-nil err
func ErrorAsf(t TestingT, err error, target any, msg string, args ...any) bool                                                                //: true-implies-non-nil err
func ErrorContains(t TestingT, theError error, contains string, msgAndArgs ...any) bool                                                       //: true-implies-non-nil theError
func ErrorContainsf(t TestingT, theError error, contains string, msg string, args ...any) bool                                                //: true-implies-non-nil theError
func ErrorIs(t TestingT, err error, target error, msgAndArgs ...any) bool                                                                     //: true-implies-non-nil err
func ErrorIsf(t TestingT, err error, target error, msg string, args ...any) bool                                                              //: true-implies-non-nil err
func Eventually(t TestingT, condition func() bool, waitFor time.Duration, tick time.Duration, msgAndArgs ...any) bool                         //: call condition
func Eventuallyf(t TestingT, condition func() bool, waitFor time.Duration, tick time.Duration, msg string, args ...any) bool                  //: call condition
func EventuallyWithT(t TestingT, condition func(collect *CollectT), waitFor time.Duration, tick time.Duration, msgAndArgs ...any) bool        //: call condition
func EventuallyWithTf(t TestingT, condition func(collect *CollectT), waitFor time.Duration, tick time.Duration, msg string, args ...any) bool //: call condition
func Exactly(t TestingT, expected any, actual any, msgAndArgs ...any) bool
func Exactlyf(t TestingT, expected any, actual any, msg string, args ...any) bool
func Fail(t TestingT, failureMessage string, msgAndArgs ...any) bool
func Failf(t TestingT, failureMessage string, msg string, args ...any) bool
func FailNow(t TestingT, failureMessage string, msgAndArgs ...any) bool        //: exit
func FailNowf(t TestingT, failureMessage string, msg string, args ...any) bool //: exit
func False(t TestingT, value bool, msgAndArgs ...any) bool
func Falsef(t TestingT, value bool, msg string, args ...any) bool
func FileExists(t TestingT, path string, msgAndArgs ...any) bool
func FileExistsf(t TestingT, path string, msg string, args ...any) bool
func Greater(t TestingT, e1 any, e2 any, msgAndArgs ...any) bool
func Greaterf(t TestingT, e1 any, e2 any, msg string, args ...any) bool
func GreaterOrEqual(t TestingT, e1 any, e2 any, msgAndArgs ...any) bool
func GreaterOrEqualf(t TestingT, e1 any, e2 any, msg string, args ...any) bool
func HTTPBodyContains(t TestingT, handler http.HandlerFunc, method string, url string, values url.Values, str any, msgAndArgs ...any) bool
func HTTPBodyContainsf(t TestingT, handler http.HandlerFunc, method string, url string, values url.Values, str any, msg string, args ...any) bool
func HTTPBodyNotContains(t TestingT, handler http.HandlerFunc, method string, url string, values url.Values, str any, msgAndArgs ...any) bool
func HTTPBodyNotContainsf(t TestingT, handler http.HandlerFunc, method string, url string, values url.Values, str any, msg string, args ...any) bool
func HTTPError(t TestingT, handler http.HandlerFunc, method string, url string, values url.Values, msgAndArgs ...any) bool
func HTTPErrorf(t TestingT, handler http.HandlerFunc, method string, url string, values url.Values, msg string, args ...any) bool
func HTTPRedirect(t TestingT, handler http.HandlerFunc, method string, url string, values url.Values, msgAndArgs ...any) bool
func HTTPRedirectf(t TestingT, handler http.HandlerFunc, method string, url string, values url.Values, msg string, args ...any) bool
func HTTPStatusCode(t TestingT, handler http.HandlerFunc, method string, url string, values url.Values, statuscode int, msgAndArgs ...any) bool
func HTTPStatusCodef(t TestingT, handler http.HandlerFunc, method string, url string, values url.Values, statuscode int, msg string, args ...any) bool
func HTTPSuccess(t TestingT, handler http.HandlerFunc, method string, url string, values url.Values, msgAndArgs ...any) bool
func HTTPSuccessf(t TestingT, handler http.HandlerFunc, method string, url string, values url.Values, msg string, args ...any) bool
func Implements(t TestingT, interfaceObject any, object any, msgAndArgs ...any) bool
func Implementsf(t TestingT, interfaceObject any, object any, msg string, args ...any) bool
func InDelta(t TestingT, expected any, actual any, delta float64, msgAndArgs ...any) bool
func InDeltaf(t TestingT, expected any, actual any, delta float64, msg string, args ...any) bool
func InEpsilon(t TestingT, expected any, actual any, epsilon float64, msgAndArgs ...any) bool
func InEpsilonf(t TestingT, expected any, actual any, epsilon float64, msg string, args ...any) bool
func IsType(t TestingT, expectedType any, object any, msgAndArgs ...any) bool
func IsTypef(t TestingT, expectedType any, object any, msg string, args ...any) bool
func JSONEq(t TestingT, expected string, actual string, msgAndArgs ...any) bool
func JSONEqf(t TestingT, expected string, actual string, msg string, args ...any) bool
func Len(t TestingT, object any, length int, msgAndArgs ...any) bool
func Lenf(t TestingT, object any, length int, msg string, args ...any) bool
func Less(t TestingT, e1 any, e2 any, msgAndArgs ...any) bool
func Lessf(t TestingT, e1 any, e2 any, msg string, args ...any) bool
func LessOrEqual(t TestingT, e1 any, e2 any, msgAndArgs ...any) bool
func LessOrEqualf(t TestingT, e1 any, e2 any, msg string, args ...any) bool
func Negative(t TestingT, e any, msgAndArgs ...any) bool
func Negativef(t TestingT, e any, msg string, args ...any) bool
func Never(t TestingT, condition func() bool, waitFor time.Duration, tick time.Duration, msgAndArgs ...any) bool        //: call condition
func Neverf(t TestingT, condition func() bool, waitFor time.Duration, tick time.Duration, msg string, args ...any) bool //: call condition
func Nil(t TestingT, object any, msgAndArgs ...any) bool                                                                //: true-if-nil object
func Nilf(t TestingT, object any, msg string, args ...any) bool                                                         //: true-if-nil object
func NoDirExists(t TestingT, path string, msgAndArgs ...any) bool
func NoDirExistsf(t TestingT, path string, msg string, args ...any) bool
func NoError(t TestingT, err error, msgAndArgs ...any) bool        //: true-if-nil err
func NoErrorf(t TestingT, err error, msg string, args ...any) bool //: true-if-nil err
func NoFileExists(t TestingT, path string, msgAndArgs ...any) bool
func NoFileExistsf(t TestingT, path string, msg string, args ...any) bool
func NotContains(t TestingT, s any, contains any, msgAndArgs ...any) bool
func NotContainsf(t TestingT, s any, contains any, msg string, args ...any) bool
func NotEmpty(t TestingT, object any, msgAndArgs ...any) bool        //: true-implies-non-nil object
func NotEmptyf(t TestingT, object any, msg string, args ...any) bool //: true-implies-non-nil object
func NotEqual(t TestingT, expected any, actual any, msgAndArgs ...any) bool
func NotEqualf(t TestingT, expected any, actual any, msg string, args ...any) bool
func NotEqualValues(t TestingT, expected any, actual any, msgAndArgs ...any) bool
func NotEqualValuesf(t TestingT, expected any, actual any, msg string, args ...any) bool
func NotErrorIs(t TestingT, err error, target error, msgAndArgs ...any) bool
func NotErrorIsf(t TestingT, err error, target error, msg string, args ...any) bool
func NotErrorAs(t TestingT, err error, target any, msgAndArgs ...any) bool
func NotErrorAsf(t TestingT, err error, target any, msg string, args ...any) bool
func NotNil(t TestingT, object any, msgAndArgs ...any) bool                //: true-if-non-nil object
func NotNilf(t TestingT, object any, msg string, args ...any) bool         //: true-if-non-nil object
func NotPanics(t TestingT, f PanicTestFunc, msgAndArgs ...any) bool        //: call f
func NotPanicsf(t TestingT, f PanicTestFunc, msg string, args ...any) bool //: call f
func NotRegexp(t TestingT, rx any, str any, msgAndArgs ...any) bool
func NotRegexpf(t TestingT, rx any, str any, msg string, args ...any) bool
func NotSame(t TestingT, expected any, actual any, msgAndArgs ...any) bool
func NotSamef(t TestingT, expected any, actual any, msg string, args ...any) bool
func NotSubset(t TestingT, list any, subset any, msgAndArgs ...any) bool
func NotSubsetf(t TestingT, list any, subset any, msg string, args ...any) bool
func NotZero(t TestingT, i any, msgAndArgs ...any) bool                                            //: true-implies-non-nil i
func NotZerof(t TestingT, i any, msg string, args ...any) bool                                     //: true-implies-non-nil i
func Panics(t TestingT, f PanicTestFunc, msgAndArgs ...any) bool                                   //: call f
func Panicsf(t TestingT, f PanicTestFunc, msg string, args ...any) bool                            //: call f
func PanicsWithError(t TestingT, errString string, f PanicTestFunc, msgAndArgs ...any) bool        //: call f
func PanicsWithErrorf(t TestingT, errString string, f PanicTestFunc, msg string, args ...any) bool //: call f
func PanicsWithValue(t TestingT, expected any, f PanicTestFunc, msgAndArgs ...any) bool            //: call f
func PanicsWithValuef(t TestingT, expected any, f PanicTestFunc, msg string, args ...any) bool     //: call f
func Positive(t TestingT, e any, msgAndArgs ...any) bool
func Positivef(t TestingT, e any, msg string, args ...any) bool
func Regexp(t TestingT, rx any, str any, msgAndArgs ...any) bool
func Regexpf(t TestingT, rx any, str any, msg string, args ...any) bool
func Same(t TestingT, expected any, actual any, msgAndArgs ...any) bool
func Samef(t TestingT, expected any, actual any, msg string, args ...any) bool
func Subset(t TestingT, list any, subset any, msgAndArgs ...any) bool
func Subsetf(t TestingT, list any, subset any, msg string, args ...any) bool
func True(t TestingT, value bool, msgAndArgs ...any) bool
func Truef(t TestingT, value bool, msg string, args ...any) bool
func WithinDuration(t TestingT, expected time.Time, actual time.Time, delta time.Duration, msgAndArgs ...any) bool
func WithinDurationf(t TestingT, expected time.Time, actual time.Time, delta time.Duration, msg string, args ...any) bool
func YAMLEq(t TestingT, expected string, actual string, msgAndArgs ...any) bool
func YAMLEqf(t TestingT, expected string, actual string, msg string, args ...any) bool
func Zero(t TestingT, i any, msgAndArgs ...any) bool
func Zerof(t TestingT, i any, msg string, args ...any) bool
func (a *Assertions) Condition(comp Comparison, msgAndArgs ...any) bool        //: call comp
func (a *Assertions) Conditionf(comp Comparison, msg string, args ...any) bool //: call comp
func (a *Assertions) Contains(s any, contains any, msgAndArgs ...any) bool
func (a *Assertions) Containsf(s any, contains any, msg string, args ...any) bool
func (a *Assertions) DirExists(path string, msgAndArgs ...any) bool
func (a *Assertions) DirExistsf(path string, msg string, args ...any) bool
func (a *Assertions) ElementsMatch(listA any, listB any, msgAndArgs ...any) bool
func (a *Assertions) ElementsMatchf(listA any, listB any, msg string, args ...any) bool
func (a *Assertions) Empty(object any, msgAndArgs ...any) bool
func (a *Assertions) Emptyf(object any, msg string, args ...any) bool
func (a *Assertions) Equal(expected any, actual any, msgAndArgs ...any) bool
func (a *Assertions) Equalf(expected any, actual any, msg string, args ...any) bool
func (a *Assertions) EqualError(theError error, errString string, msgAndArgs ...any) bool        //: true-implies-non-nil theError
func (a *Assertions) EqualErrorf(theError error, errString string, msg string, args ...any) bool //: true-implies-non-nil theError
func (a *Assertions) EqualExportedValues(expected any, actual any, msgAndArgs ...any) bool
func (a *Assertions) EqualExportedValuesf(expected any, actual any, msg string, args ...any) bool
func (a *Assertions) EqualValues(expected any, actual any, msgAndArgs ...any) bool
func (a *Assertions) EqualValuesf(expected any, actual any, msg string, args ...any) bool
func (a *Assertions) Error(err error, msgAndArgs ...any) bool                                                                                     //: true-if-non-nil err
func (a *Assertions) Errorf(err error, msg string, args ...any) bool                                                                              //: true-if-non-nil err
func (a *Assertions) ErrorAs(err error, target any, msgAndArgs ...any) bool                                                                       //: true-implies-non-nil err
func (a *Assertions) ErrorAsf(err error, target any, msg string, args ...any) bool                                                                //: true-implies-non-nil err
func (a *Assertions) ErrorContains(theError error, contains string, msgAndArgs ...any) bool                                                       //: true-implies-non-nil theError
func (a *Assertions) ErrorContainsf(theError error, contains string, msg string, args ...any) bool                                                //: true-implies-non-nil theError
func (a *Assertions) ErrorIs(err error, target error, msgAndArgs ...any) bool                                                                     //: true-implies-non-nil err
func (a *Assertions) ErrorIsf(err error, target error, msg string, args ...any) bool                                                              //: true-implies-non-nil err
func (a *Assertions) Eventually(condition func() bool, waitFor time.Duration, tick time.Duration, msgAndArgs ...any) bool                         //: call condition
func (a *Assertions) Eventuallyf(condition func() bool, waitFor time.Duration, tick time.Duration, msg string, args ...any) bool                  //: call condition
func (a *Assertions) EventuallyWithT(condition func(collect *CollectT), waitFor time.Duration, tick time.Duration, msgAndArgs ...any) bool        //: call condition
func (a *Assertions) EventuallyWithTf(condition func(collect *CollectT), waitFor time.Duration, tick time.Duration, msg string, args ...any) bool //: call condition
func (a *Assertions) Exactly(expected any, actual any, msgAndArgs ...any) bool
func (a *Assertions) Exactlyf(expected any, actual any, msg string, args ...any) bool
func (a *Assertions) Fail(failureMessage string, msgAndArgs ...any) bool
func (a *Assertions) Failf(failureMessage string, msg string, args ...any) bool
func (a *Assertions) FailNow(failureMessage string, msgAndArgs ...any) bool        //: exit
func (a *Assertions) FailNowf(failureMessage string, msg string, args ...any) bool //: exit
func (a *Assertions) False(value bool, msgAndArgs ...any) bool
func (a *Assertions) Falsef(value bool, msg string, args ...any) bool
func (a *Assertions) FileExists(path string, msgAndArgs ...any) bool
func (a *Assertions) FileExistsf(path string, msg string, args ...any) bool
func (a *Assertions) Greater(e1 any, e2 any, msgAndArgs ...any) bool
func (a *Assertions) Greaterf(e1 any, e2 any, msg string, args ...any) bool
func (a *Assertions) GreaterOrEqual(e1 any, e2 any, msgAndArgs ...any) bool
func (a *Assertions) GreaterOrEqualf(e1 any, e2 any, msg string, args ...any) bool
func (a *Assertions) HTTPBodyContains(handler http.HandlerFunc, method string, url string, values url.Values, str any, msgAndArgs ...any) bool
func (a *Assertions) HTTPBodyContainsf(handler http.HandlerFunc, method string, url string, values url.Values, str any, msg string, args ...any) bool
func (a *Assertions) HTTPBodyNotContains(handler http.HandlerFunc, method string, url string, values url.Values, str any, msgAndArgs ...any) bool
func (a *Assertions) HTTPBodyNotContainsf(handler http.HandlerFunc, method string, url string, values url.Values, str any, msg string, args ...any) bool
func (a *Assertions) HTTPError(handler http.HandlerFunc, method string, url string, values url.Values, msgAndArgs ...any) bool
func (a *Assertions) HTTPErrorf(handler http.HandlerFunc, method string, url string, values url.Values, msg string, args ...any) bool
func (a *Assertions) HTTPRedirect(handler http.HandlerFunc, method string, url string, values url.Values, msgAndArgs ...any) bool
func (a *Assertions) HTTPRedirectf(handler http.HandlerFunc, method string, url string, values url.Values, msg string, args ...any) bool
func (a *Assertions) HTTPStatusCode(handler http.HandlerFunc, method string, url string, values url.Values, statuscode int, msgAndArgs ...any) bool
func (a *Assertions) HTTPStatusCodef(handler http.HandlerFunc, method string, url string, values url.Values, statuscode int, msg string, args ...any) bool
func (a *Assertions) HTTPSuccess(handler http.HandlerFunc, method string, url string, values url.Values, msgAndArgs ...any) bool
func (a *Assertions) HTTPSuccessf(handler http.HandlerFunc, method string, url string, values url.Values, msg string, args ...any) bool
func (a *Assertions) Implements(interfaceObject any, object any, msgAndArgs ...any) bool
func (a *Assertions) Implementsf(interfaceObject any, object any, msg string, args ...any) bool
func (a *Assertions) InDelta(expected any, actual any, delta float64, msgAndArgs ...any) bool
func (a *Assertions) InDeltaf(expected any, actual any, delta float64, msg string, args ...any) bool
func (a *Assertions) InEpsilon(expected any, actual any, epsilon float64, msgAndArgs ...any) bool
func (a *Assertions) InEpsilonf(expected any, actual any, epsilon float64, msg string, args ...any) bool
func (a *Assertions) IsType(expectedType any, object any, msgAndArgs ...any) bool
func (a *Assertions) IsTypef(expectedType any, object any, msg string, args ...any) bool
func (a *Assertions) JSONEq(expected string, actual string, msgAndArgs ...any) bool
func (a *Assertions) JSONEqf(expected string, actual string, msg string, args ...any) bool
func (a *Assertions) Len(object any, length int, msgAndArgs ...any) bool
func (a *Assertions) Lenf(object any, length int, msg string, args ...any) bool
func (a *Assertions) Less(e1 any, e2 any, msgAndArgs ...any) bool
func (a *Assertions) Lessf(e1 any, e2 any, msg string, args ...any) bool
func (a *Assertions) LessOrEqual(e1 any, e2 any, msgAndArgs ...any) bool
func (a *Assertions) LessOrEqualf(e1 any, e2 any, msg string, args ...any) bool
func (a *Assertions) Negative(e any, msgAndArgs ...any) bool
func (a *Assertions) Negativef(e any, msg string, args ...any) bool
func (a *Assertions) Never(condition func() bool, waitFor time.Duration, tick time.Duration, msgAndArgs ...any) bool        //: call condition
func (a *Assertions) Neverf(condition func() bool, waitFor time.Duration, tick time.Duration, msg string, args ...any) bool //: call condition
func (a *Assertions) Nil(object any, msgAndArgs ...any) bool                                                                //: true-if-nil object
func (a *Assertions) Nilf(object any, msg string, args ...any) bool                                                         //: true-if-nil object
func (a *Assertions) NoDirExists(path string, msgAndArgs ...any) bool
func (a *Assertions) NoDirExistsf(path string, msg string, args ...any) bool
func (a *Assertions) NoError(err error, msgAndArgs ...any) bool        //: true-if-nil err
func (a *Assertions) NoErrorf(err error, msg string, args ...any) bool //: true-if-nil err
func (a *Assertions) NoFileExists(path string, msgAndArgs ...any) bool
func (a *Assertions) NoFileExistsf(path string, msg string, args ...any) bool
func (a *Assertions) NotContains(s any, contains any, msgAndArgs ...any) bool
func (a *Assertions) NotContainsf(s any, contains any, msg string, args ...any) bool
func (a *Assertions) NotEmpty(object any, msgAndArgs ...any) bool        //: true-implies-non-nil object
func (a *Assertions) NotEmptyf(object any, msg string, args ...any) bool //: true-implies-non-nil object
func (a *Assertions) NotEqual(expected any, actual any, msgAndArgs ...any) bool
func (a *Assertions) NotEqualf(expected any, actual any, msg string, args ...any) bool
func (a *Assertions) NotEqualValues(expected any, actual any, msgAndArgs ...any) bool
func (a *Assertions) NotEqualValuesf(expected any, actual any, msg string, args ...any) bool
func (a *Assertions) NotErrorIs(err error, target error, msgAndArgs ...any) bool
func (a *Assertions) NotErrorIsf(err error, target error, msg string, args ...any) bool
func (a *Assertions) NotErrorAs(err error, target any, msgAndArgs ...any) bool
func (a *Assertions) NotErrorAsf(err error, target any, msg string, args ...any) bool
func (a *Assertions) NotNil(object any, msgAndArgs ...any) bool                //: true-if-non-nil object
func (a *Assertions) NotNilf(object any, msg string, args ...any) bool         //: true-if-non-nil object
func (a *Assertions) NotPanics(f PanicTestFunc, msgAndArgs ...any) bool        //: call f
func (a *Assertions) NotPanicsf(f PanicTestFunc, msg string, args ...any) bool //: call f
func (a *Assertions) NotRegexp(rx any, str any, msgAndArgs ...any) bool
func (a *Assertions) NotRegexpf(rx any, str any, msg string, args ...any) bool
func (a *Assertions) NotSame(expected any, actual any, msgAndArgs ...any) bool
func (a *Assertions) NotSamef(expected any, actual any, msg string, args ...any) bool
func (a *Assertions) NotSubset(list any, subset any, msgAndArgs ...any) bool
func (a *Assertions) NotSubsetf(list any, subset any, msg string, args ...any) bool
func (a *Assertions) NotZero(i any, msgAndArgs ...any) bool                                            //: true-implies-non-nil i
func (a *Assertions) NotZerof(i any, msg string, args ...any) bool                                     //: true-implies-non-nil i
func (a *Assertions) Panics(f PanicTestFunc, msgAndArgs ...any) bool                                   //: call f
func (a *Assertions) Panicsf(f PanicTestFunc, msg string, args ...any) bool                            //: call f
func (a *Assertions) PanicsWithError(errString string, f PanicTestFunc, msgAndArgs ...any) bool        //: call f
func (a *Assertions) PanicsWithErrorf(errString string, f PanicTestFunc, msg string, args ...any) bool //: call f
func (a *Assertions) PanicsWithValue(expected any, f PanicTestFunc, msgAndArgs ...any) bool            //: call f
func (a *Assertions) PanicsWithValuef(expected any, f PanicTestFunc, msg string, args ...any) bool     //: call f
func (a *Assertions) Positive(e any, msgAndArgs ...any) bool
func (a *Assertions) Positivef(e any, msg string, args ...any) bool
func (a *Assertions) Regexp(rx any, str any, msgAndArgs ...any) bool
func (a *Assertions) Regexpf(rx any, str any, msg string, args ...any) bool
func (a *Assertions) Same(expected any, actual any, msgAndArgs ...any) bool
func (a *Assertions) Samef(expected any, actual any, msg string, args ...any) bool
func (a *Assertions) Subset(list any, subset any, msgAndArgs ...any) bool
func (a *Assertions) Subsetf(list any, subset any, msg string, args ...any) bool
func (a *Assertions) True(value bool, msgAndArgs ...any) bool
func (a *Assertions) Truef(value bool, msg string, args ...any) bool
func (a *Assertions) WithinDuration(expected time.Time, actual time.Time, delta time.Duration, msgAndArgs ...any) bool
func (a *Assertions) WithinDurationf(expected time.Time, actual time.Time, delta time.Duration, msg string, args ...any) bool
func (a *Assertions) YAMLEq(expected string, actual string, msgAndArgs ...any) bool
func (a *Assertions) YAMLEqf(expected string, actual string, msg string, args ...any) bool
func (a *Assertions) Zero(i any, msgAndArgs ...any) bool
func (a *Assertions) Zerof(i any, msg string, args ...any) bool
