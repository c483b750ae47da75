package assert // import "github.com/stretchr/testify/assert"

import (
	"net/http"
	"net/url"
	"time"
)

// note: that True and False return their own argument cannot be said; Fail returns false.
type TestingT interface {
	Errorf(format string, args ...any) //: fail
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
func Condition(t TestingT, comp Comparison, msgAndArgs ...any) (ok bool) //: call comp; is-true ok
func Conditionf(t TestingT, comp Comparison, msg string, args ...any) (ok bool) //: call comp; is-true ok
func Contains(t TestingT, s any, contains any, msgAndArgs ...any) (ok bool) //: is-true ok
func Containsf(t TestingT, s any, contains any, msg string, args ...any) (ok bool) //: is-true ok
func DirExists(t TestingT, path string, msgAndArgs ...any) (ok bool) //: is-true ok
func DirExistsf(t TestingT, path string, msg string, args ...any) (ok bool) //: is-true ok
func ElementsMatch(t TestingT, listA any, listB any, msgAndArgs ...any) (ok bool) //: is-true ok
func ElementsMatchf(t TestingT, listA any, listB any, msg string, args ...any) (ok bool) //: is-true ok
func Empty(t TestingT, object any, msgAndArgs ...any) (ok bool) //: is-true ok
func Emptyf(t TestingT, object any, msg string, args ...any) (ok bool) //: is-true ok
func Equal(t TestingT, expected any, actual any, msgAndArgs ...any) (ok bool) //: must-equal expected actual; is-true ok
func Equalf(t TestingT, expected any, actual any, msg string, args ...any) (ok bool) //: must-equal expected actual; is-true ok
func EqualError(t TestingT, theError error, errString string, msgAndArgs ...any) (ok bool) //: must-non-nil theError; is-true ok
func EqualErrorf(t TestingT, theError error, errString string, msg string, args ...any) (ok bool) //: must-non-nil theError; is-true ok
func EqualExportedValues(t TestingT, expected any, actual any, msgAndArgs ...any) (ok bool) //: must-equal expected actual; is-true ok
func EqualExportedValuesf(t TestingT, expected any, actual any, msg string, args ...any) (ok bool) //: must-equal expected actual; is-true ok
func EqualValues(t TestingT, expected any, actual any, msgAndArgs ...any) (ok bool) //: must-equal expected actual; is-true ok
func EqualValuesf(t TestingT, expected any, actual any, msg string, args ...any) (ok bool) //: must-equal expected actual; is-true ok
func Error(t TestingT, err error, msgAndArgs ...any) (ok bool) //: must-non-nil err; is-true ok
func Errorf(t TestingT, err error, msg string, args ...any) (ok bool) //: must-non-nil err; is-true ok
func ErrorAs(t TestingT, err error, target any, msgAndArgs ...any) (ok bool) //: must-non-nil err; is-true ok
func ErrorAsf(t TestingT, err error, target any, msg string, args ...any) (ok bool) //: must-non-nil err; is-true ok
func ErrorContains(t TestingT, theError error, contains string, msgAndArgs ...any) (ok bool) //: must-non-nil theError; is-true ok
func ErrorContainsf(t TestingT, theError error, contains string, msg string, args ...any) (ok bool) //: must-non-nil theError; is-true ok
func ErrorIs(t TestingT, err error, target error, msgAndArgs ...any) (ok bool) //: must-non-nil err; is-true ok
func ErrorIsf(t TestingT, err error, target error, msg string, args ...any) (ok bool) //: must-non-nil err; is-true ok
func Eventually(t TestingT, condition func() bool, waitFor time.Duration, tick time.Duration, msgAndArgs ...any) (ok bool) //: retry condition; is-true ok
func Eventuallyf(t TestingT, condition func() bool, waitFor time.Duration, tick time.Duration, msg string, args ...any) (ok bool) //: retry condition; is-true ok
func EventuallyWithT(t TestingT, condition func(collect *CollectT), waitFor time.Duration, tick time.Duration, msgAndArgs ...any) (ok bool) //: call condition; is-true ok
func EventuallyWithTf(t TestingT, condition func(collect *CollectT), waitFor time.Duration, tick time.Duration, msg string, args ...any) (ok bool) //: call condition; is-true ok
func Exactly(t TestingT, expected any, actual any, msgAndArgs ...any) (ok bool) //: must-equal expected actual; is-true ok
func Exactlyf(t TestingT, expected any, actual any, msg string, args ...any) (ok bool) //: must-equal expected actual; is-true ok
func Fail(t TestingT, failureMessage string, msgAndArgs ...any) bool //: fail
func Failf(t TestingT, failureMessage string, msg string, args ...any) bool //: fail
func FailNow(t TestingT, failureMessage string, msgAndArgs ...any) bool //: fail
func FailNowf(t TestingT, failureMessage string, msg string, args ...any) bool //: fail
func False(t TestingT, value bool, msgAndArgs ...any) (ok bool) //: must-false value; is-true ok
func Falsef(t TestingT, value bool, msg string, args ...any) (ok bool) //: must-false value; is-true ok
func FileExists(t TestingT, path string, msgAndArgs ...any) (ok bool) //: is-true ok
func FileExistsf(t TestingT, path string, msg string, args ...any) (ok bool) //: is-true ok
func Greater(t TestingT, e1 any, e2 any, msgAndArgs ...any) (ok bool) //: is-true ok
func Greaterf(t TestingT, e1 any, e2 any, msg string, args ...any) (ok bool) //: is-true ok
func GreaterOrEqual(t TestingT, e1 any, e2 any, msgAndArgs ...any) (ok bool) //: is-true ok
func GreaterOrEqualf(t TestingT, e1 any, e2 any, msg string, args ...any) (ok bool) //: is-true ok
func HTTPBodyContains(t TestingT, handler http.HandlerFunc, method string, url string, values url.Values, str any, msgAndArgs ...any) (ok bool) //: is-true ok
func HTTPBodyContainsf(t TestingT, handler http.HandlerFunc, method string, url string, values url.Values, str any, msg string, args ...any) (ok bool) //: is-true ok
func HTTPBodyNotContains(t TestingT, handler http.HandlerFunc, method string, url string, values url.Values, str any, msgAndArgs ...any) (ok bool) //: is-true ok
func HTTPBodyNotContainsf(t TestingT, handler http.HandlerFunc, method string, url string, values url.Values, str any, msg string, args ...any) (ok bool) //: is-true ok
func HTTPError(t TestingT, handler http.HandlerFunc, method string, url string, values url.Values, msgAndArgs ...any) (ok bool) //: is-true ok
func HTTPErrorf(t TestingT, handler http.HandlerFunc, method string, url string, values url.Values, msg string, args ...any) (ok bool) //: is-true ok
func HTTPRedirect(t TestingT, handler http.HandlerFunc, method string, url string, values url.Values, msgAndArgs ...any) (ok bool) //: is-true ok
func HTTPRedirectf(t TestingT, handler http.HandlerFunc, method string, url string, values url.Values, msg string, args ...any) (ok bool) //: is-true ok
func HTTPStatusCode(t TestingT, handler http.HandlerFunc, method string, url string, values url.Values, statuscode int, msgAndArgs ...any) (ok bool) //: is-true ok
func HTTPStatusCodef(t TestingT, handler http.HandlerFunc, method string, url string, values url.Values, statuscode int, msg string, args ...any) (ok bool) //: is-true ok
func HTTPSuccess(t TestingT, handler http.HandlerFunc, method string, url string, values url.Values, msgAndArgs ...any) (ok bool) //: is-true ok
func HTTPSuccessf(t TestingT, handler http.HandlerFunc, method string, url string, values url.Values, msg string, args ...any) (ok bool) //: is-true ok
func Implements(t TestingT, interfaceObject any, object any, msgAndArgs ...any) (ok bool) //: is-true ok
func Implementsf(t TestingT, interfaceObject any, object any, msg string, args ...any) (ok bool) //: is-true ok
func InDelta(t TestingT, expected any, actual any, delta float64, msgAndArgs ...any) (ok bool) //: is-true ok
func InDeltaf(t TestingT, expected any, actual any, delta float64, msg string, args ...any) (ok bool) //: is-true ok
func InEpsilon(t TestingT, expected any, actual any, epsilon float64, msgAndArgs ...any) (ok bool) //: is-true ok
func InEpsilonf(t TestingT, expected any, actual any, epsilon float64, msg string, args ...any) (ok bool) //: is-true ok
func IsType(t TestingT, expectedType any, object any, msgAndArgs ...any) (ok bool) //: is-true ok
func IsTypef(t TestingT, expectedType any, object any, msg string, args ...any) (ok bool) //: is-true ok
func JSONEq(t TestingT, expected string, actual string, msgAndArgs ...any) (ok bool) //: is-true ok
func JSONEqf(t TestingT, expected string, actual string, msg string, args ...any) (ok bool) //: is-true ok
func Len(t TestingT, object any, length int, msgAndArgs ...any) (ok bool) //: is-true ok
func Lenf(t TestingT, object any, length int, msg string, args ...any) (ok bool) //: is-true ok
func Less(t TestingT, e1 any, e2 any, msgAndArgs ...any) (ok bool) //: is-true ok
func Lessf(t TestingT, e1 any, e2 any, msg string, args ...any) (ok bool) //: is-true ok
func LessOrEqual(t TestingT, e1 any, e2 any, msgAndArgs ...any) (ok bool) //: is-true ok
func LessOrEqualf(t TestingT, e1 any, e2 any, msg string, args ...any) (ok bool) //: is-true ok
func Negative(t TestingT, e any, msgAndArgs ...any) (ok bool) //: is-true ok
func Negativef(t TestingT, e any, msg string, args ...any) (ok bool) //: is-true ok
func Never(t TestingT, condition func() bool, waitFor time.Duration, tick time.Duration, msgAndArgs ...any) (ok bool) //: retry condition; is-true ok
func Neverf(t TestingT, condition func() bool, waitFor time.Duration, tick time.Duration, msg string, args ...any) (ok bool) //: retry condition; is-true ok
func Nil(t TestingT, object any, msgAndArgs ...any) (ok bool) //: must-nil object; is-true ok
func Nilf(t TestingT, object any, msg string, args ...any) (ok bool) //: must-nil object; is-true ok
func NoDirExists(t TestingT, path string, msgAndArgs ...any) (ok bool) //: is-true ok
func NoDirExistsf(t TestingT, path string, msg string, args ...any) (ok bool) //: is-true ok
func NoError(t TestingT, err error, msgAndArgs ...any) (ok bool) //: must-nil err; is-true ok
func NoErrorf(t TestingT, err error, msg string, args ...any) (ok bool) //: must-nil err; is-true ok
func NoFileExists(t TestingT, path string, msgAndArgs ...any) (ok bool) //: is-true ok
func NoFileExistsf(t TestingT, path string, msg string, args ...any) (ok bool) //: is-true ok
func NotContains(t TestingT, s any, contains any, msgAndArgs ...any) (ok bool) //: is-true ok
func NotContainsf(t TestingT, s any, contains any, msg string, args ...any) (ok bool) //: is-true ok
func NotEmpty(t TestingT, object any, msgAndArgs ...any) (ok bool) //: must-non-nil object; is-true ok
func NotEmptyf(t TestingT, object any, msg string, args ...any) (ok bool) //: must-non-nil object; is-true ok
func NotEqual(t TestingT, expected any, actual any, msgAndArgs ...any) (ok bool) //: must-differ expected actual; is-true ok
func NotEqualf(t TestingT, expected any, actual any, msg string, args ...any) (ok bool) //: must-differ expected actual; is-true ok
func NotEqualValues(t TestingT, expected any, actual any, msgAndArgs ...any) (ok bool) //: must-differ expected actual; is-true ok
func NotEqualValuesf(t TestingT, expected any, actual any, msg string, args ...any) (ok bool) //: must-differ expected actual; is-true ok
func NotErrorIs(t TestingT, err error, target error, msgAndArgs ...any) (ok bool) //: is-true ok
func NotErrorIsf(t TestingT, err error, target error, msg string, args ...any) (ok bool) //: is-true ok
func NotErrorAs(t TestingT, err error, target any, msgAndArgs ...any) (ok bool) //: is-true ok
func NotErrorAsf(t TestingT, err error, target any, msg string, args ...any) (ok bool) //: is-true ok
func NotNil(t TestingT, object any, msgAndArgs ...any) (ok bool) //: must-non-nil object; is-true ok
func NotNilf(t TestingT, object any, msg string, args ...any) (ok bool) //: must-non-nil object; is-true ok
func NotPanics(t TestingT, f PanicTestFunc, msgAndArgs ...any) (ok bool) //: call f; is-true ok
func NotPanicsf(t TestingT, f PanicTestFunc, msg string, args ...any) (ok bool) //: call f; is-true ok
func NotRegexp(t TestingT, rx any, str any, msgAndArgs ...any) (ok bool) //: is-true ok
func NotRegexpf(t TestingT, rx any, str any, msg string, args ...any) (ok bool) //: is-true ok
func NotSame(t TestingT, expected any, actual any, msgAndArgs ...any) (ok bool) //: must-differ expected actual; is-true ok
func NotSamef(t TestingT, expected any, actual any, msg string, args ...any) (ok bool) //: must-differ expected actual; is-true ok
func NotSubset(t TestingT, list any, subset any, msgAndArgs ...any) (ok bool) //: is-true ok
func NotSubsetf(t TestingT, list any, subset any, msg string, args ...any) (ok bool) //: is-true ok
func NotZero(t TestingT, i any, msgAndArgs ...any) (ok bool) //: must-non-nil i; is-true ok
func NotZerof(t TestingT, i any, msg string, args ...any) (ok bool) //: must-non-nil i; is-true ok
func Panics(t TestingT, f PanicTestFunc, msgAndArgs ...any) (ok bool) //: call f; is-true ok
func Panicsf(t TestingT, f PanicTestFunc, msg string, args ...any) (ok bool) //: call f; is-true ok
func PanicsWithError(t TestingT, errString string, f PanicTestFunc, msgAndArgs ...any) (ok bool) //: call f; is-true ok
func PanicsWithErrorf(t TestingT, errString string, f PanicTestFunc, msg string, args ...any) (ok bool) //: call f; is-true ok
func PanicsWithValue(t TestingT, expected any, f PanicTestFunc, msgAndArgs ...any) (ok bool) //: call f; is-true ok
func PanicsWithValuef(t TestingT, expected any, f PanicTestFunc, msg string, args ...any) (ok bool) //: call f; is-true ok
func Positive(t TestingT, e any, msgAndArgs ...any) (ok bool) //: is-true ok
func Positivef(t TestingT, e any, msg string, args ...any) (ok bool) //: is-true ok
func Regexp(t TestingT, rx any, str any, msgAndArgs ...any) (ok bool) //: must-non-nil str; is-true ok
func Regexpf(t TestingT, rx any, str any, msg string, args ...any) (ok bool) //: must-non-nil str; is-true ok
func Same(t TestingT, expected any, actual any, msgAndArgs ...any) (ok bool) //: must-equal expected actual; is-true ok
func Samef(t TestingT, expected any, actual any, msg string, args ...any) (ok bool) //: must-equal expected actual; is-true ok
func Subset(t TestingT, list any, subset any, msgAndArgs ...any) (ok bool) //: is-true ok
func Subsetf(t TestingT, list any, subset any, msg string, args ...any) (ok bool) //: is-true ok
func True(t TestingT, value bool, msgAndArgs ...any) (ok bool) //: must-true value; is-true ok
func Truef(t TestingT, value bool, msg string, args ...any) (ok bool) //: must-true value; is-true ok
func WithinDuration(t TestingT, expected time.Time, actual time.Time, delta time.Duration, msgAndArgs ...any) (ok bool) //: is-true ok
func WithinDurationf(t TestingT, expected time.Time, actual time.Time, delta time.Duration, msg string, args ...any) (ok bool) //: is-true ok
func YAMLEq(t TestingT, expected string, actual string, msgAndArgs ...any) (ok bool) //: is-true ok
func YAMLEqf(t TestingT, expected string, actual string, msg string, args ...any) (ok bool) //: is-true ok
func Zero(t TestingT, i any, msgAndArgs ...any) (ok bool) //: must-nil i; is-true ok
func Zerof(t TestingT, i any, msg string, args ...any) (ok bool) //: must-nil i; is-true ok
func (a *Assertions) Condition(comp Comparison, msgAndArgs ...any) (ok bool) //: call comp; is-true ok
func (a *Assertions) Conditionf(comp Comparison, msg string, args ...any) (ok bool) //: call comp; is-true ok
func (a *Assertions) Contains(s any, contains any, msgAndArgs ...any) (ok bool) //: is-true ok
func (a *Assertions) Containsf(s any, contains any, msg string, args ...any) (ok bool) //: is-true ok
func (a *Assertions) DirExists(path string, msgAndArgs ...any) (ok bool) //: is-true ok
func (a *Assertions) DirExistsf(path string, msg string, args ...any) (ok bool) //: is-true ok
func (a *Assertions) ElementsMatch(listA any, listB any, msgAndArgs ...any) (ok bool) //: is-true ok
func (a *Assertions) ElementsMatchf(listA any, listB any, msg string, args ...any) (ok bool) //: is-true ok
func (a *Assertions) Empty(object any, msgAndArgs ...any) (ok bool) //: is-true ok
func (a *Assertions) Emptyf(object any, msg string, args ...any) (ok bool) //: is-true ok
func (a *Assertions) Equal(expected any, actual any, msgAndArgs ...any) (ok bool) //: must-equal expected actual; is-true ok
func (a *Assertions) Equalf(expected any, actual any, msg string, args ...any) (ok bool) //: must-equal expected actual; is-true ok
func (a *Assertions) EqualError(theError error, errString string, msgAndArgs ...any) (ok bool) //: must-non-nil theError; is-true ok
func (a *Assertions) EqualErrorf(theError error, errString string, msg string, args ...any) (ok bool) //: must-non-nil theError; is-true ok
func (a *Assertions) EqualExportedValues(expected any, actual any, msgAndArgs ...any) (ok bool) //: must-equal expected actual; is-true ok
func (a *Assertions) EqualExportedValuesf(expected any, actual any, msg string, args ...any) (ok bool) //: must-equal expected actual; is-true ok
func (a *Assertions) EqualValues(expected any, actual any, msgAndArgs ...any) (ok bool) //: must-equal expected actual; is-true ok
func (a *Assertions) EqualValuesf(expected any, actual any, msg string, args ...any) (ok bool) //: must-equal expected actual; is-true ok
func (a *Assertions) Error(err error, msgAndArgs ...any) (ok bool) //: must-non-nil err; is-true ok
func (a *Assertions) Errorf(err error, msg string, args ...any) (ok bool) //: must-non-nil err; is-true ok
func (a *Assertions) ErrorAs(err error, target any, msgAndArgs ...any) (ok bool) //: must-non-nil err; is-true ok
func (a *Assertions) ErrorAsf(err error, target any, msg string, args ...any) (ok bool) //: must-non-nil err; is-true ok
func (a *Assertions) ErrorContains(theError error, contains string, msgAndArgs ...any) (ok bool) //: must-non-nil theError; is-true ok
func (a *Assertions) ErrorContainsf(theError error, contains string, msg string, args ...any) (ok bool) //: must-non-nil theError; is-true ok
func (a *Assertions) ErrorIs(err error, target error, msgAndArgs ...any) (ok bool) //: must-non-nil err; is-true ok
func (a *Assertions) ErrorIsf(err error, target error, msg string, args ...any) (ok bool) //: must-non-nil err; is-true ok
func (a *Assertions) Eventually(condition func() bool, waitFor time.Duration, tick time.Duration, msgAndArgs ...any) (ok bool) //: retry condition; is-true ok
func (a *Assertions) Eventuallyf(condition func() bool, waitFor time.Duration, tick time.Duration, msg string, args ...any) (ok bool) //: retry condition; is-true ok
func (a *Assertions) EventuallyWithT(condition func(collect *CollectT), waitFor time.Duration, tick time.Duration, msgAndArgs ...any) (ok bool) //: call condition; is-true ok
func (a *Assertions) EventuallyWithTf(condition func(collect *CollectT), waitFor time.Duration, tick time.Duration, msg string, args ...any) (ok bool) //: call condition; is-true ok
func (a *Assertions) Exactly(expected any, actual any, msgAndArgs ...any) (ok bool) //: must-equal expected actual; is-true ok
func (a *Assertions) Exactlyf(expected any, actual any, msg string, args ...any) (ok bool) //: must-equal expected actual; is-true ok
func (a *Assertions) Fail(failureMessage string, msgAndArgs ...any) bool //: fail
func (a *Assertions) Failf(failureMessage string, msg string, args ...any) bool //: fail
func (a *Assertions) FailNow(failureMessage string, msgAndArgs ...any) bool //: fail
func (a *Assertions) FailNowf(failureMessage string, msg string, args ...any) bool //: fail
func (a *Assertions) False(value bool, msgAndArgs ...any) (ok bool) //: must-false value; is-true ok
func (a *Assertions) Falsef(value bool, msg string, args ...any) (ok bool) //: must-false value; is-true ok
func (a *Assertions) FileExists(path string, msgAndArgs ...any) (ok bool) //: is-true ok
func (a *Assertions) FileExistsf(path string, msg string, args ...any) (ok bool) //: is-true ok
func (a *Assertions) Greater(e1 any, e2 any, msgAndArgs ...any) (ok bool) //: is-true ok
func (a *Assertions) Greaterf(e1 any, e2 any, msg string, args ...any) (ok bool) //: is-true ok
func (a *Assertions) GreaterOrEqual(e1 any, e2 any, msgAndArgs ...any) (ok bool) //: is-true ok
func (a *Assertions) GreaterOrEqualf(e1 any, e2 any, msg string, args ...any) (ok bool) //: is-true ok
func (a *Assertions) HTTPBodyContains(handler http.HandlerFunc, method string, url string, values url.Values, str any, msgAndArgs ...any) (ok bool) //: is-true ok
func (a *Assertions) HTTPBodyContainsf(handler http.HandlerFunc, method string, url string, values url.Values, str any, msg string, args ...any) (ok bool) //: is-true ok
func (a *Assertions) HTTPBodyNotContains(handler http.HandlerFunc, method string, url string, values url.Values, str any, msgAndArgs ...any) (ok bool) //: is-true ok
func (a *Assertions) HTTPBodyNotContainsf(handler http.HandlerFunc, method string, url string, values url.Values, str any, msg string, args ...any) (ok bool) //: is-true ok
func (a *Assertions) HTTPError(handler http.HandlerFunc, method string, url string, values url.Values, msgAndArgs ...any) (ok bool) //: is-true ok
func (a *Assertions) HTTPErrorf(handler http.HandlerFunc, method string, url string, values url.Values, msg string, args ...any) (ok bool) //: is-true ok
func (a *Assertions) HTTPRedirect(handler http.HandlerFunc, method string, url string, values url.Values, msgAndArgs ...any) (ok bool) //: is-true ok
func (a *Assertions) HTTPRedirectf(handler http.HandlerFunc, method string, url string, values url.Values, msg string, args ...any) (ok bool) //: is-true ok
func (a *Assertions) HTTPStatusCode(handler http.HandlerFunc, method string, url string, values url.Values, statuscode int, msgAndArgs ...any) (ok bool) //: is-true ok
func (a *Assertions) HTTPStatusCodef(handler http.HandlerFunc, method string, url string, values url.Values, statuscode int, msg string, args ...any) (ok bool) //: is-true ok
func (a *Assertions) HTTPSuccess(handler http.HandlerFunc, method string, url string, values url.Values, msgAndArgs ...any) (ok bool) //: is-true ok
func (a *Assertions) HTTPSuccessf(handler http.HandlerFunc, method string, url string, values url.Values, msg string, args ...any) (ok bool) //: is-true ok
func (a *Assertions) Implements(interfaceObject any, object any, msgAndArgs ...any) (ok bool) //: is-true ok
func (a *Assertions) Implementsf(interfaceObject any, object any, msg string, args ...any) (ok bool) //: is-true ok
func (a *Assertions) InDelta(expected any, actual any, delta float64, msgAndArgs ...any) (ok bool) //: is-true ok
func (a *Assertions) InDeltaf(expected any, actual any, delta float64, msg string, args ...any) (ok bool) //: is-true ok
func (a *Assertions) InEpsilon(expected any, actual any, epsilon float64, msgAndArgs ...any) (ok bool) //: is-true ok
func (a *Assertions) InEpsilonf(expected any, actual any, epsilon float64, msg string, args ...any) (ok bool) //: is-true ok
func (a *Assertions) IsType(expectedType any, object any, msgAndArgs ...any) (ok bool) //: is-true ok
func (a *Assertions) IsTypef(expectedType any, object any, msg string, args ...any) (ok bool) //: is-true ok
func (a *Assertions) JSONEq(expected string, actual string, msgAndArgs ...any) (ok bool) //: is-true ok
func (a *Assertions) JSONEqf(expected string, actual string, msg string, args ...any) (ok bool) //: is-true ok
func (a *Assertions) Len(object any, length int, msgAndArgs ...any) (ok bool) //: is-true ok
func (a *Assertions) Lenf(object any, length int, msg string, args ...any) (ok bool) //: is-true ok
func (a *Assertions) Less(e1 any, e2 any, msgAndArgs ...any) (ok bool) //: is-true ok
func (a *Assertions) Lessf(e1 any, e2 any, msg string, args ...any) (ok bool) //: is-true ok
func (a *Assertions) LessOrEqual(e1 any, e2 any, msgAndArgs ...any) (ok bool) //: is-true ok
func (a *Assertions) LessOrEqualf(e1 any, e2 any, msg string, args ...any) (ok bool) //: is-true ok
func (a *Assertions) Negative(e any, msgAndArgs ...any) (ok bool) //: is-true ok
func (a *Assertions) Negativef(e any, msg string, args ...any) (ok bool) //: is-true ok
func (a *Assertions) Never(condition func() bool, waitFor time.Duration, tick time.Duration, msgAndArgs ...any) (ok bool) //: retry condition; is-true ok
func (a *Assertions) Neverf(condition func() bool, waitFor time.Duration, tick time.Duration, msg string, args ...any) (ok bool) //: retry condition; is-true ok
func (a *Assertions) Nil(object any, msgAndArgs ...any) (ok bool) //: must-nil object; is-true ok
func (a *Assertions) Nilf(object any, msg string, args ...any) (ok bool) //: must-nil object; is-true ok
func (a *Assertions) NoDirExists(path string, msgAndArgs ...any) (ok bool) //: is-true ok
func (a *Assertions) NoDirExistsf(path string, msg string, args ...any) (ok bool) //: is-true ok
func (a *Assertions) NoError(err error, msgAndArgs ...any) (ok bool) //: must-nil err; is-true ok
func (a *Assertions) NoErrorf(err error, msg string, args ...any) (ok bool) //: must-nil err; is-true ok
func (a *Assertions) NoFileExists(path string, msgAndArgs ...any) (ok bool) //: is-true ok
func (a *Assertions) NoFileExistsf(path string, msg string, args ...any) (ok bool) //: is-true ok
func (a *Assertions) NotContains(s any, contains any, msgAndArgs ...any) (ok bool) //: is-true ok
func (a *Assertions) NotContainsf(s any, contains any, msg string, args ...any) (ok bool) //: is-true ok
func (a *Assertions) NotEmpty(object any, msgAndArgs ...any) (ok bool) //: must-non-nil object; is-true ok
func (a *Assertions) NotEmptyf(object any, msg string, args ...any) (ok bool) //: must-non-nil object; is-true ok
func (a *Assertions) NotEqual(expected any, actual any, msgAndArgs ...any) (ok bool) //: must-differ expected actual; is-true ok
func (a *Assertions) NotEqualf(expected any, actual any, msg string, args ...any) (ok bool) //: must-differ expected actual; is-true ok
func (a *Assertions) NotEqualValues(expected any, actual any, msgAndArgs ...any) (ok bool) //: must-differ expected actual; is-true ok
func (a *Assertions) NotEqualValuesf(expected any, actual any, msg string, args ...any) (ok bool) //: must-differ expected actual; is-true ok
func (a *Assertions) NotErrorIs(err error, target error, msgAndArgs ...any) (ok bool) //: is-true ok
func (a *Assertions) NotErrorIsf(err error, target error, msg string, args ...any) (ok bool) //: is-true ok
func (a *Assertions) NotErrorAs(err error, target any, msgAndArgs ...any) (ok bool) //: is-true ok
func (a *Assertions) NotErrorAsf(err error, target any, msg string, args ...any) (ok bool) //: is-true ok
func (a *Assertions) NotNil(object any, msgAndArgs ...any) (ok bool) //: must-non-nil object; is-true ok
func (a *Assertions) NotNilf(object any, msg string, args ...any) (ok bool) //: must-non-nil object; is-true ok
func (a *Assertions) NotPanics(f PanicTestFunc, msgAndArgs ...any) (ok bool) //: call f; is-true ok
func (a *Assertions) NotPanicsf(f PanicTestFunc, msg string, args ...any) (ok bool) //: call f; is-true ok
func (a *Assertions) NotRegexp(rx any, str any, msgAndArgs ...any) (ok bool) //: is-true ok
func (a *Assertions) NotRegexpf(rx any, str any, msg string, args ...any) (ok bool) //: is-true ok
func (a *Assertions) NotSame(expected any, actual any, msgAndArgs ...any) (ok bool) //: must-differ expected actual; is-true ok
func (a *Assertions) NotSamef(expected any, actual any, msg string, args ...any) (ok bool) //: must-differ expected actual; is-true ok
func (a *Assertions) NotSubset(list any, subset any, msgAndArgs ...any) (ok bool) //: is-true ok
func (a *Assertions) NotSubsetf(list any, subset any, msg string, args ...any) (ok bool) //: is-true ok
func (a *Assertions) NotZero(i any, msgAndArgs ...any) (ok bool) //: must-non-nil i; is-true ok
func (a *Assertions) NotZerof(i any, msg string, args ...any) (ok bool) //: must-non-nil i; is-true ok
func (a *Assertions) Panics(f PanicTestFunc, msgAndArgs ...any) (ok bool) //: call f; is-true ok
func (a *Assertions) Panicsf(f PanicTestFunc, msg string, args ...any) (ok bool) //: call f; is-true ok
func (a *Assertions) PanicsWithError(errString string, f PanicTestFunc, msgAndArgs ...any) (ok bool) //: call f; is-true ok
func (a *Assertions) PanicsWithErrorf(errString string, f PanicTestFunc, msg string, args ...any) (ok bool) //: call f; is-true ok
func (a *Assertions) PanicsWithValue(expected any, f PanicTestFunc, msgAndArgs ...any) (ok bool) //: call f; is-true ok
func (a *Assertions) PanicsWithValuef(expected any, f PanicTestFunc, msg string, args ...any) (ok bool) //: call f; is-true ok
func (a *Assertions) Positive(e any, msgAndArgs ...any) (ok bool) //: is-true ok
func (a *Assertions) Positivef(e any, msg string, args ...any) (ok bool) //: is-true ok
func (a *Assertions) Regexp(rx any, str any, msgAndArgs ...any) (ok bool) //: must-non-nil str; is-true ok
func (a *Assertions) Regexpf(rx any, str any, msg string, args ...any) (ok bool) //: must-non-nil str; is-true ok
func (a *Assertions) Same(expected any, actual any, msgAndArgs ...any) (ok bool) //: must-equal expected actual; is-true ok
func (a *Assertions) Samef(expected any, actual any, msg string, args ...any) (ok bool) //: must-equal expected actual; is-true ok
func (a *Assertions) Subset(list any, subset any, msgAndArgs ...any) (ok bool) //: is-true ok
func (a *Assertions) Subsetf(list any, subset any, msg string, args ...any) (ok bool) //: is-true ok
func (a *Assertions) True(value bool, msgAndArgs ...any) (ok bool) //: must-true value; is-true ok
func (a *Assertions) Truef(value bool, msg string, args ...any) (ok bool) //: must-true value; is-true ok
func (a *Assertions) WithinDuration(expected time.Time, actual time.Time, delta time.Duration, msgAndArgs ...any) (ok bool) //: is-true ok
func (a *Assertions) WithinDurationf(expected time.Time, actual time.Time, delta time.Duration, msg string, args ...any) (ok bool) //: is-true ok
func (a *Assertions) YAMLEq(expected string, actual string, msgAndArgs ...any) (ok bool) //: is-true ok
func (a *Assertions) YAMLEqf(expected string, actual string, msg string, args ...any) (ok bool) //: is-true ok
func (a *Assertions) Zero(i any, msgAndArgs ...any) (ok bool) //: must-nil i; is-true ok
func (a *Assertions) Zerof(i any, msg string, args ...any) (ok bool) //: must-nil i; is-true ok
