package require // import "github.com/stretchr/testify/require"

import (
	"github.com/stretchr/testify/assert"
	"net/http"
	"net/url"
	"time"
)

type TestingT interface {
	Errorf(format string, args ...any) //: fail
	FailNow() //: fail
}
type Assertions struct{}

func New(t TestingT) *Assertions
func Condition(t TestingT, comp assert.Comparison, msgAndArgs ...any)        //: call comp
func Conditionf(t TestingT, comp assert.Comparison, msg string, args ...any) //: call comp
func Contains(t TestingT, s any, contains any, msgAndArgs ...any)
func Containsf(t TestingT, s any, contains any, msg string, args ...any)
func DirExists(t TestingT, path string, msgAndArgs ...any)
func DirExistsf(t TestingT, path string, msg string, args ...any)
func ElementsMatch(t TestingT, listA any, listB any, msgAndArgs ...any)
func ElementsMatchf(t TestingT, listA any, listB any, msg string, args ...any)
func Empty(t TestingT, object any, msgAndArgs ...any)
func Emptyf(t TestingT, object any, msg string, args ...any)
func Equal(t TestingT, expected any, actual any, msgAndArgs ...any) //: must-equal expected actual
func Equalf(t TestingT, expected any, actual any, msg string, args ...any) //: must-equal expected actual
func EqualError(t TestingT, theError error, errString string, msgAndArgs ...any)        //: must-non-nil theError
func EqualErrorf(t TestingT, theError error, errString string, msg string, args ...any) //: must-non-nil theError
func EqualExportedValues(t TestingT, expected any, actual any, msgAndArgs ...any) //: must-equal expected actual
func EqualExportedValuesf(t TestingT, expected any, actual any, msg string, args ...any) //: must-equal expected actual
func EqualValues(t TestingT, expected any, actual any, msgAndArgs ...any) //: must-equal expected actual
func EqualValuesf(t TestingT, expected any, actual any, msg string, args ...any) //: must-equal expected actual
func Error(t TestingT, err error, msgAndArgs ...any)                                                                                            //: must-non-nil err
func Errorf(t TestingT, err error, msg string, args ...any)                                                                                     //: must-non-nil err
func ErrorAs(t TestingT, err error, target any, msgAndArgs ...any)                                                                              //: must-non-nil err
func ErrorAsf(t TestingT, err error, target any, msg string, args ...any)                                                                       //: must-non-nil err
func ErrorContains(t TestingT, theError error, contains string, msgAndArgs ...any)                                                              //: must-non-nil theError
func ErrorContainsf(t TestingT, theError error, contains string, msg string, args ...any)                                                       //: must-non-nil theError
func ErrorIs(t TestingT, err error, target error, msgAndArgs ...any)                                                                            //: must-non-nil err
func ErrorIsf(t TestingT, err error, target error, msg string, args ...any)                                                                     //: must-non-nil err
func Eventually(t TestingT, condition func() bool, waitFor time.Duration, tick time.Duration, msgAndArgs ...any)                                //: retry condition
func Eventuallyf(t TestingT, condition func() bool, waitFor time.Duration, tick time.Duration, msg string, args ...any)                         //: retry condition
func EventuallyWithT(t TestingT, condition func(collect *assert.CollectT), waitFor time.Duration, tick time.Duration, msgAndArgs ...any)        //: call condition
func EventuallyWithTf(t TestingT, condition func(collect *assert.CollectT), waitFor time.Duration, tick time.Duration, msg string, args ...any) //: call condition
func Exactly(t TestingT, expected any, actual any, msgAndArgs ...any) //: must-equal expected actual
func Exactlyf(t TestingT, expected any, actual any, msg string, args ...any) //: must-equal expected actual
func Fail(t TestingT, failureMessage string, msgAndArgs ...any) //: fail
func Failf(t TestingT, failureMessage string, msg string, args ...any) //: fail
func FailNow(t TestingT, failureMessage string, msgAndArgs ...any) //: fail
func FailNowf(t TestingT, failureMessage string, msg string, args ...any) //: fail
func False(t TestingT, value bool, msgAndArgs ...any)                     //: must-false value
func Falsef(t TestingT, value bool, msg string, args ...any)              //: must-false value
func FileExists(t TestingT, path string, msgAndArgs ...any)
func FileExistsf(t TestingT, path string, msg string, args ...any)
func Greater(t TestingT, e1 any, e2 any, msgAndArgs ...any)
func Greaterf(t TestingT, e1 any, e2 any, msg string, args ...any)
func GreaterOrEqual(t TestingT, e1 any, e2 any, msgAndArgs ...any)
func GreaterOrEqualf(t TestingT, e1 any, e2 any, msg string, args ...any)
func HTTPBodyContains(t TestingT, handler http.HandlerFunc, method string, url string, values url.Values, str any, msgAndArgs ...any)
func HTTPBodyContainsf(t TestingT, handler http.HandlerFunc, method string, url string, values url.Values, str any, msg string, args ...any)
func HTTPBodyNotContains(t TestingT, handler http.HandlerFunc, method string, url string, values url.Values, str any, msgAndArgs ...any)
func HTTPBodyNotContainsf(t TestingT, handler http.HandlerFunc, method string, url string, values url.Values, str any, msg string, args ...any)
func HTTPError(t TestingT, handler http.HandlerFunc, method string, url string, values url.Values, msgAndArgs ...any)
func HTTPErrorf(t TestingT, handler http.HandlerFunc, method string, url string, values url.Values, msg string, args ...any)
func HTTPRedirect(t TestingT, handler http.HandlerFunc, method string, url string, values url.Values, msgAndArgs ...any)
func HTTPRedirectf(t TestingT, handler http.HandlerFunc, method string, url string, values url.Values, msg string, args ...any)
func HTTPStatusCode(t TestingT, handler http.HandlerFunc, method string, url string, values url.Values, statuscode int, msgAndArgs ...any)
func HTTPStatusCodef(t TestingT, handler http.HandlerFunc, method string, url string, values url.Values, statuscode int, msg string, args ...any)
func HTTPSuccess(t TestingT, handler http.HandlerFunc, method string, url string, values url.Values, msgAndArgs ...any)
func HTTPSuccessf(t TestingT, handler http.HandlerFunc, method string, url string, values url.Values, msg string, args ...any)
func Implements(t TestingT, interfaceObject any, object any, msgAndArgs ...any)
func Implementsf(t TestingT, interfaceObject any, object any, msg string, args ...any)
func InDelta(t TestingT, expected any, actual any, delta float64, msgAndArgs ...any)
func InDeltaf(t TestingT, expected any, actual any, delta float64, msg string, args ...any)
func InEpsilon(t TestingT, expected any, actual any, epsilon float64, msgAndArgs ...any)
func InEpsilonf(t TestingT, expected any, actual any, epsilon float64, msg string, args ...any)
func IsType(t TestingT, expectedType any, object any, msgAndArgs ...any)
func IsTypef(t TestingT, expectedType any, object any, msg string, args ...any)
func JSONEq(t TestingT, expected string, actual string, msgAndArgs ...any)
func JSONEqf(t TestingT, expected string, actual string, msg string, args ...any)
func Len(t TestingT, object any, length int, msgAndArgs ...any)
func Lenf(t TestingT, object any, length int, msg string, args ...any)
func Less(t TestingT, e1 any, e2 any, msgAndArgs ...any)
func Lessf(t TestingT, e1 any, e2 any, msg string, args ...any)
func LessOrEqual(t TestingT, e1 any, e2 any, msgAndArgs ...any)
func LessOrEqualf(t TestingT, e1 any, e2 any, msg string, args ...any)
func Negative(t TestingT, e any, msgAndArgs ...any)
func Negativef(t TestingT, e any, msg string, args ...any)
func Never(t TestingT, condition func() bool, waitFor time.Duration, tick time.Duration, msgAndArgs ...any)        //: retry condition
func Neverf(t TestingT, condition func() bool, waitFor time.Duration, tick time.Duration, msg string, args ...any) //: retry condition
func Nil(t TestingT, object any, msgAndArgs ...any)                                                                //: must-nil object
func Nilf(t TestingT, object any, msg string, args ...any)                                                         //: must-nil object
func NoDirExists(t TestingT, path string, msgAndArgs ...any)
func NoDirExistsf(t TestingT, path string, msg string, args ...any)
func NoError(t TestingT, err error, msgAndArgs ...any)        //: must-nil err
func NoErrorf(t TestingT, err error, msg string, args ...any) //: must-nil err
func NoFileExists(t TestingT, path string, msgAndArgs ...any)
func NoFileExistsf(t TestingT, path string, msg string, args ...any)
func NotContains(t TestingT, s any, contains any, msgAndArgs ...any)
func NotContainsf(t TestingT, s any, contains any, msg string, args ...any)
func NotEmpty(t TestingT, object any, msgAndArgs ...any)        //: must-non-nil object
func NotEmptyf(t TestingT, object any, msg string, args ...any) //: must-non-nil object
func NotEqual(t TestingT, expected any, actual any, msgAndArgs ...any) //: must-differ expected actual
func NotEqualf(t TestingT, expected any, actual any, msg string, args ...any) //: must-differ expected actual
func NotEqualValues(t TestingT, expected any, actual any, msgAndArgs ...any) //: must-differ expected actual
func NotEqualValuesf(t TestingT, expected any, actual any, msg string, args ...any) //: must-differ expected actual
func NotErrorIs(t TestingT, err error, target error, msgAndArgs ...any)
func NotErrorIsf(t TestingT, err error, target error, msg string, args ...any)
func NotErrorAs(t TestingT, err error, target any, msgAndArgs ...any)
func NotErrorAsf(t TestingT, err error, target any, msg string, args ...any)
func NotNil(t TestingT, object any, msgAndArgs ...any)                       //: must-non-nil object
func NotNilf(t TestingT, object any, msg string, args ...any)                //: must-non-nil object
func NotPanics(t TestingT, f assert.PanicTestFunc, msgAndArgs ...any)        //: call f
func NotPanicsf(t TestingT, f assert.PanicTestFunc, msg string, args ...any) //: call f
func NotRegexp(t TestingT, rx any, str any, msgAndArgs ...any)
func NotRegexpf(t TestingT, rx any, str any, msg string, args ...any)
func NotSame(t TestingT, expected any, actual any, msgAndArgs ...any) //: must-differ expected actual
func NotSamef(t TestingT, expected any, actual any, msg string, args ...any) //: must-differ expected actual
func NotSubset(t TestingT, list any, subset any, msgAndArgs ...any)
func NotSubsetf(t TestingT, list any, subset any, msg string, args ...any)
func NotZero(t TestingT, i any, msgAndArgs ...any)                                                   //: must-non-nil i
func NotZerof(t TestingT, i any, msg string, args ...any)                                            //: must-non-nil i
func Panics(t TestingT, f assert.PanicTestFunc, msgAndArgs ...any)                                   //: call f
func Panicsf(t TestingT, f assert.PanicTestFunc, msg string, args ...any)                            //: call f
func PanicsWithError(t TestingT, errString string, f assert.PanicTestFunc, msgAndArgs ...any)        //: call f
func PanicsWithErrorf(t TestingT, errString string, f assert.PanicTestFunc, msg string, args ...any) //: call f
func PanicsWithValue(t TestingT, expected any, f assert.PanicTestFunc, msgAndArgs ...any)            //: call f
func PanicsWithValuef(t TestingT, expected any, f assert.PanicTestFunc, msg string, args ...any)     //: call f
func Positive(t TestingT, e any, msgAndArgs ...any)
func Positivef(t TestingT, e any, msg string, args ...any)
func Regexp(t TestingT, rx any, str any, msgAndArgs ...any) //: must-non-nil str
func Regexpf(t TestingT, rx any, str any, msg string, args ...any) //: must-non-nil str
func Same(t TestingT, expected any, actual any, msgAndArgs ...any) //: must-equal expected actual
func Samef(t TestingT, expected any, actual any, msg string, args ...any) //: must-equal expected actual
func Subset(t TestingT, list any, subset any, msgAndArgs ...any)
func Subsetf(t TestingT, list any, subset any, msg string, args ...any)
func True(t TestingT, value bool, msgAndArgs ...any)        //: must-true value
func Truef(t TestingT, value bool, msg string, args ...any) //: must-true value
func WithinDuration(t TestingT, expected time.Time, actual time.Time, delta time.Duration, msgAndArgs ...any)
func WithinDurationf(t TestingT, expected time.Time, actual time.Time, delta time.Duration, msg string, args ...any)
func YAMLEq(t TestingT, expected string, actual string, msgAndArgs ...any)
func YAMLEqf(t TestingT, expected string, actual string, msg string, args ...any)
func Zero(t TestingT, i any, msgAndArgs ...any)                                  //: must-nil i
func Zerof(t TestingT, i any, msg string, args ...any)                           //: must-nil i
func (a *Assertions) Condition(comp assert.Comparison, msgAndArgs ...any)        //: call comp
func (a *Assertions) Conditionf(comp assert.Comparison, msg string, args ...any) //: call comp
func (a *Assertions) Contains(s any, contains any, msgAndArgs ...any)
func (a *Assertions) Containsf(s any, contains any, msg string, args ...any)
func (a *Assertions) DirExists(path string, msgAndArgs ...any)
func (a *Assertions) DirExistsf(path string, msg string, args ...any)
func (a *Assertions) ElementsMatch(listA any, listB any, msgAndArgs ...any)
func (a *Assertions) ElementsMatchf(listA any, listB any, msg string, args ...any)
func (a *Assertions) Empty(object any, msgAndArgs ...any)
func (a *Assertions) Emptyf(object any, msg string, args ...any)
func (a *Assertions) Equal(expected any, actual any, msgAndArgs ...any) //: must-equal expected actual
func (a *Assertions) Equalf(expected any, actual any, msg string, args ...any) //: must-equal expected actual
func (a *Assertions) EqualError(theError error, errString string, msgAndArgs ...any)        //: must-non-nil theError
func (a *Assertions) EqualErrorf(theError error, errString string, msg string, args ...any) //: must-non-nil theError
func (a *Assertions) EqualExportedValues(expected any, actual any, msgAndArgs ...any) //: must-equal expected actual
func (a *Assertions) EqualExportedValuesf(expected any, actual any, msg string, args ...any) //: must-equal expected actual
func (a *Assertions) EqualValues(expected any, actual any, msgAndArgs ...any) //: must-equal expected actual
func (a *Assertions) EqualValuesf(expected any, actual any, msg string, args ...any) //: must-equal expected actual
func (a *Assertions) Error(err error, msgAndArgs ...any)                                                                                            //: must-non-nil err
func (a *Assertions) Errorf(err error, msg string, args ...any)                                                                                     //: must-non-nil err
func (a *Assertions) ErrorAs(err error, target any, msgAndArgs ...any)                                                                              //: must-non-nil err
func (a *Assertions) ErrorAsf(err error, target any, msg string, args ...any)                                                                       //: must-non-nil err
func (a *Assertions) ErrorContains(theError error, contains string, msgAndArgs ...any)                                                              //: must-non-nil theError
func (a *Assertions) ErrorContainsf(theError error, contains string, msg string, args ...any)                                                       //: must-non-nil theError
func (a *Assertions) ErrorIs(err error, target error, msgAndArgs ...any)                                                                            //: must-non-nil err
func (a *Assertions) ErrorIsf(err error, target error, msg string, args ...any)                                                                     //: must-non-nil err
func (a *Assertions) Eventually(condition func() bool, waitFor time.Duration, tick time.Duration, msgAndArgs ...any)                                //: retry condition
func (a *Assertions) Eventuallyf(condition func() bool, waitFor time.Duration, tick time.Duration, msg string, args ...any)                         //: retry condition
func (a *Assertions) EventuallyWithT(condition func(collect *assert.CollectT), waitFor time.Duration, tick time.Duration, msgAndArgs ...any)        //: call condition
func (a *Assertions) EventuallyWithTf(condition func(collect *assert.CollectT), waitFor time.Duration, tick time.Duration, msg string, args ...any) //: call condition
func (a *Assertions) Exactly(expected any, actual any, msgAndArgs ...any) //: must-equal expected actual
func (a *Assertions) Exactlyf(expected any, actual any, msg string, args ...any) //: must-equal expected actual
func (a *Assertions) Fail(failureMessage string, msgAndArgs ...any) //: fail
func (a *Assertions) Failf(failureMessage string, msg string, args ...any) //: fail
func (a *Assertions) FailNow(failureMessage string, msgAndArgs ...any) //: fail
func (a *Assertions) FailNowf(failureMessage string, msg string, args ...any) //: fail
func (a *Assertions) False(value bool, msgAndArgs ...any)                     //: must-false value
func (a *Assertions) Falsef(value bool, msg string, args ...any)              //: must-false value
func (a *Assertions) FileExists(path string, msgAndArgs ...any)
func (a *Assertions) FileExistsf(path string, msg string, args ...any)
func (a *Assertions) Greater(e1 any, e2 any, msgAndArgs ...any)
func (a *Assertions) Greaterf(e1 any, e2 any, msg string, args ...any)
func (a *Assertions) GreaterOrEqual(e1 any, e2 any, msgAndArgs ...any)
func (a *Assertions) GreaterOrEqualf(e1 any, e2 any, msg string, args ...any)
func (a *Assertions) HTTPBodyContains(handler http.HandlerFunc, method string, url string, values url.Values, str any, msgAndArgs ...any)
func (a *Assertions) HTTPBodyContainsf(handler http.HandlerFunc, method string, url string, values url.Values, str any, msg string, args ...any)
func (a *Assertions) HTTPBodyNotContains(handler http.HandlerFunc, method string, url string, values url.Values, str any, msgAndArgs ...any)
func (a *Assertions) HTTPBodyNotContainsf(handler http.HandlerFunc, method string, url string, values url.Values, str any, msg string, args ...any)
func (a *Assertions) HTTPError(handler http.HandlerFunc, method string, url string, values url.Values, msgAndArgs ...any)
func (a *Assertions) HTTPErrorf(handler http.HandlerFunc, method string, url string, values url.Values, msg string, args ...any)
func (a *Assertions) HTTPRedirect(handler http.HandlerFunc, method string, url string, values url.Values, msgAndArgs ...any)
func (a *Assertions) HTTPRedirectf(handler http.HandlerFunc, method string, url string, values url.Values, msg string, args ...any)
func (a *Assertions) HTTPStatusCode(handler http.HandlerFunc, method string, url string, values url.Values, statuscode int, msgAndArgs ...any)
func (a *Assertions) HTTPStatusCodef(handler http.HandlerFunc, method string, url string, values url.Values, statuscode int, msg string, args ...any)
func (a *Assertions) HTTPSuccess(handler http.HandlerFunc, method string, url string, values url.Values, msgAndArgs ...any)
func (a *Assertions) HTTPSuccessf(handler http.HandlerFunc, method string, url string, values url.Values, msg string, args ...any)
func (a *Assertions) Implements(interfaceObject any, object any, msgAndArgs ...any)
func (a *Assertions) Implementsf(interfaceObject any, object any, msg string, args ...any)
func (a *Assertions) InDelta(expected any, actual any, delta float64, msgAndArgs ...any)
func (a *Assertions) InDeltaf(expected any, actual any, delta float64, msg string, args ...any)
func (a *Assertions) InEpsilon(expected any, actual any, epsilon float64, msgAndArgs ...any)
func (a *Assertions) InEpsilonf(expected any, actual any, epsilon float64, msg string, args ...any)
func (a *Assertions) IsType(expectedType any, object any, msgAndArgs ...any)
func (a *Assertions) IsTypef(expectedType any, object any, msg string, args ...any)
func (a *Assertions) JSONEq(expected string, actual string, msgAndArgs ...any)
func (a *Assertions) JSONEqf(expected string, actual string, msg string, args ...any)
func (a *Assertions) Len(object any, length int, msgAndArgs ...any)
func (a *Assertions) Lenf(object any, length int, msg string, args ...any)
func (a *Assertions) Less(e1 any, e2 any, msgAndArgs ...any)
func (a *Assertions) Lessf(e1 any, e2 any, msg string, args ...any)
func (a *Assertions) LessOrEqual(e1 any, e2 any, msgAndArgs ...any)
func (a *Assertions) LessOrEqualf(e1 any, e2 any, msg string, args ...any)
func (a *Assertions) Negative(e any, msgAndArgs ...any)
func (a *Assertions) Negativef(e any, msg string, args ...any)
func (a *Assertions) Never(condition func() bool, waitFor time.Duration, tick time.Duration, msgAndArgs ...any)        //: retry condition
func (a *Assertions) Neverf(condition func() bool, waitFor time.Duration, tick time.Duration, msg string, args ...any) //: retry condition
func (a *Assertions) Nil(object any, msgAndArgs ...any)                                                                //: must-nil object
func (a *Assertions) Nilf(object any, msg string, args ...any)                                                         //: must-nil object
func (a *Assertions) NoDirExists(path string, msgAndArgs ...any)
func (a *Assertions) NoDirExistsf(path string, msg string, args ...any)
func (a *Assertions) NoError(err error, msgAndArgs ...any)        //: must-nil err
func (a *Assertions) NoErrorf(err error, msg string, args ...any) //: must-nil err
func (a *Assertions) NoFileExists(path string, msgAndArgs ...any)
func (a *Assertions) NoFileExistsf(path string, msg string, args ...any)
func (a *Assertions) NotContains(s any, contains any, msgAndArgs ...any)
func (a *Assertions) NotContainsf(s any, contains any, msg string, args ...any)
func (a *Assertions) NotEmpty(object any, msgAndArgs ...any)        //: must-non-nil object
func (a *Assertions) NotEmptyf(object any, msg string, args ...any) //: must-non-nil object
func (a *Assertions) NotEqual(expected any, actual any, msgAndArgs ...any) //: must-differ expected actual
func (a *Assertions) NotEqualf(expected any, actual any, msg string, args ...any) //: must-differ expected actual
func (a *Assertions) NotEqualValues(expected any, actual any, msgAndArgs ...any) //: must-differ expected actual
func (a *Assertions) NotEqualValuesf(expected any, actual any, msg string, args ...any) //: must-differ expected actual
func (a *Assertions) NotErrorIs(err error, target error, msgAndArgs ...any)
func (a *Assertions) NotErrorIsf(err error, target error, msg string, args ...any)
func (a *Assertions) NotErrorAs(err error, target any, msgAndArgs ...any)
func (a *Assertions) NotErrorAsf(err error, target any, msg string, args ...any)
func (a *Assertions) NotNil(object any, msgAndArgs ...any)                       //: must-non-nil object
func (a *Assertions) NotNilf(object any, msg string, args ...any)                //: must-non-nil object
func (a *Assertions) NotPanics(f assert.PanicTestFunc, msgAndArgs ...any)        //: call f
func (a *Assertions) NotPanicsf(f assert.PanicTestFunc, msg string, args ...any) //: call f
func (a *Assertions) NotRegexp(rx any, str any, msgAndArgs ...any)
func (a *Assertions) NotRegexpf(rx any, str any, msg string, args ...any)
func (a *Assertions) NotSame(expected any, actual any, msgAndArgs ...any) //: must-differ expected actual
func (a *Assertions) NotSamef(expected any, actual any, msg string, args ...any) //: must-differ expected actual
func (a *Assertions) NotSubset(list any, subset any, msgAndArgs ...any)
func (a *Assertions) NotSubsetf(list any, subset any, msg string, args ...any)
func (a *Assertions) NotZero(i any, msgAndArgs ...any)                                                   //: must-non-nil i
func (a *Assertions) NotZerof(i any, msg string, args ...any)                                            //: must-non-nil i
func (a *Assertions) Panics(f assert.PanicTestFunc, msgAndArgs ...any)                                   //: call f
func (a *Assertions) Panicsf(f assert.PanicTestFunc, msg string, args ...any)                            //: call f
func (a *Assertions) PanicsWithError(errString string, f assert.PanicTestFunc, msgAndArgs ...any)        //: call f
func (a *Assertions) PanicsWithErrorf(errString string, f assert.PanicTestFunc, msg string, args ...any) //: call f
func (a *Assertions) PanicsWithValue(expected any, f assert.PanicTestFunc, msgAndArgs ...any)            //: call f
func (a *Assertions) PanicsWithValuef(expected any, f assert.PanicTestFunc, msg string, args ...any)     //: call f
func (a *Assertions) Positive(e any, msgAndArgs ...any)
func (a *Assertions) Positivef(e any, msg string, args ...any)
func (a *Assertions) Regexp(rx any, str any, msgAndArgs ...any) //: must-non-nil str
func (a *Assertions) Regexpf(rx any, str any, msg string, args ...any) //: must-non-nil str
func (a *Assertions) Same(expected any, actual any, msgAndArgs ...any) //: must-equal expected actual
func (a *Assertions) Samef(expected any, actual any, msg string, args ...any) //: must-equal expected actual
func (a *Assertions) Subset(list any, subset any, msgAndArgs ...any)
func (a *Assertions) Subsetf(list any, subset any, msg string, args ...any)
func (a *Assertions) True(value bool, msgAndArgs ...any)        //: must-true value
func (a *Assertions) Truef(value bool, msg string, args ...any) //: must-true value
func (a *Assertions) WithinDuration(expected time.Time, actual time.Time, delta time.Duration, msgAndArgs ...any)
func (a *Assertions) WithinDurationf(expected time.Time, actual time.Time, delta time.Duration, msg string, args ...any)
func (a *Assertions) YAMLEq(expected string, actual string, msgAndArgs ...any)
func (a *Assertions) YAMLEqf(expected string, actual string, msg string, args ...any)
func (a *Assertions) Zero(i any, msgAndArgs ...any)        //: must-nil i
func (a *Assertions) Zerof(i any, msg string, args ...any) //: must-nil i
