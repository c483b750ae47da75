package td // import "github.com/maxatome/go-testdeep/td"

import "testing"

// note: an operator that is no certain value, such as Len, is not nil, and neither is what it matches.
type TestDeep any
type T struct{ testing.TB }

func NewT(t testing.TB, config ...any) *T
func Assert(t testing.TB, config ...any) *T
func Require(t testing.TB, config ...any) *T
func AssertRequire(t testing.TB, config ...any) (assert, require *T)
func Nil() (op TestDeep)            //: is-nil op
func NotNil() (op TestDeep)         //: non-nil op
func Ignore() TestDeep
func Any(expectedValues ...any) TestDeep
func All(expectedValues ...any) TestDeep
func Not(notExpected any) TestDeep
func Len(expectedLen any) TestDeep
func Contains(expectedValue any) TestDeep
func String(expected string) TestDeep
func Isa(model any) TestDeep
func Struct(model any, expectedFields any) TestDeep
func JSON(expectedJSON any, params ...any) TestDeep
func Zero() TestDeep
func NotZero() TestDeep
func Empty() TestDeep
func NotEmpty() TestDeep
func Re(reg any, capture ...any) TestDeep
func ErrorIs(expected ...any) (op TestDeep) //: non-nil op
func Cmp(t testing.TB, got, expected any, args ...any) (ok bool) //: must-equal expected got; is-true ok
func CmpError(t testing.TB, got error, args ...any) (ok bool) //: must-non-nil got; is-true ok
func CmpErrorIs(t testing.TB, got error, expected any, args ...any) (ok bool) //: must-non-nil got; is-true ok
func CmpNoError(t testing.TB, got error, args ...any) (ok bool) //: must-nil got; is-true ok
func CmpNil(t testing.TB, got any, args ...any) (ok bool) //: must-nil got; is-true ok
func CmpNotNil(t testing.TB, got any, args ...any) (ok bool) //: must-non-nil got; is-true ok
func CmpTrue(t testing.TB, got bool, args ...any) (ok bool) //: must-true got; is-true ok
func CmpFalse(t testing.TB, got bool, args ...any) (ok bool) //: must-false got; is-true ok
func CmpPanic(t testing.TB, fn func(), expected any, args ...any) (ok bool) //: call fn; is-true ok
func CmpNotPanic(t testing.TB, fn func(), args ...any) (ok bool) //: call fn; is-true ok
func CmpLen(t testing.TB, got, expectedLen any, args ...any) (ok bool) //: is-true ok
func CmpContains(t testing.TB, got, expectedValue any, args ...any) (ok bool) //: is-true ok
func CmpLax(t testing.TB, got, expectedValue any, args ...any) (ok bool) //: must-equal expectedValue got; is-true ok
func CmpString(t testing.TB, got any, expected string, args ...any) (ok bool) //: is-true ok
func CmpJSON(t testing.TB, got, expectedJSON any, params []any, args ...any) (ok bool) //: is-true ok
func CmpGte(t testing.TB, got, minExpectedValue any, args ...any) (ok bool) //: is-true ok
func CmpLte(t testing.TB, got, maxExpectedValue any, args ...any) (ok bool) //: is-true ok
func CmpGt(t testing.TB, got, minExpectedValue any, args ...any) (ok bool) //: is-true ok
func CmpLt(t testing.TB, got, maxExpectedValue any, args ...any) (ok bool) //: is-true ok
func CmpEmpty(t testing.TB, got any, args ...any) (ok bool) //: is-true ok
func CmpNotEmpty(t testing.TB, got any, args ...any) (ok bool) //: must-non-nil got; is-true ok
func CmpZero(t testing.TB, got any, args ...any) (ok bool) //: is-true ok
func CmpNotZero(t testing.TB, got any, args ...any) (ok bool) //: is-true ok
func CmpRe(t testing.TB, got, reg any, capture any, args ...any) (ok bool) //: is-true ok
func CmpHasPrefix(t testing.TB, got any, expected string, args ...any) (ok bool) //: is-true ok
func CmpHasSuffix(t testing.TB, got any, expected string, args ...any) (ok bool) //: is-true ok
func (t *T) Cmp(got, expected any, args ...any) (ok bool) //: must-equal expected got; is-true ok
func (t *T) CmpError(got error, args ...any) (ok bool) //: must-non-nil got; is-true ok
func (t *T) CmpErrorIs(got error, expected any, args ...any) (ok bool) //: must-non-nil got; is-true ok
func (t *T) CmpNoError(got error, args ...any) (ok bool) //: must-nil got; is-true ok
func (t *T) Nil(got any, args ...any) (ok bool) //: must-nil got; is-true ok
func (t *T) NotNil(got any, args ...any) (ok bool) //: must-non-nil got; is-true ok
func (t *T) True(got bool, args ...any) (ok bool) //: must-true got; is-true ok
func (t *T) False(got bool, args ...any) (ok bool) //: must-false got; is-true ok
func (t *T) CmpPanic(fn func(), expected any, args ...any) (ok bool) //: call fn; is-true ok
func (t *T) CmpNotPanic(fn func(), args ...any) (ok bool) //: call fn; is-true ok
func (t *T) Len(got, expectedLen any, args ...any) (ok bool) //: is-true ok
func (t *T) Contains(got, expectedValue any, args ...any) (ok bool) //: is-true ok
func (t *T) CmpLax(got, expectedValue any, args ...any) (ok bool) //: must-equal expectedValue got; is-true ok
func (t *T) String(got any, expected string, args ...any) (ok bool) //: is-true ok
func (t *T) JSON(got, expectedJSON any, params []any, args ...any) (ok bool) //: is-true ok
func (t *T) Gte(got, minExpectedValue any, args ...any) (ok bool) //: is-true ok
func (t *T) Lte(got, maxExpectedValue any, args ...any) (ok bool) //: is-true ok
func (t *T) Gt(got, minExpectedValue any, args ...any) (ok bool) //: is-true ok
func (t *T) Lt(got, maxExpectedValue any, args ...any) (ok bool) //: is-true ok
func (t *T) Empty(got any, args ...any) (ok bool) //: is-true ok
func (t *T) NotEmpty(got any, args ...any) (ok bool) //: must-non-nil got; is-true ok
func (t *T) Zero(got any, args ...any) (ok bool) //: is-true ok
func (t *T) NotZero(got any, args ...any) (ok bool) //: is-true ok
func (t *T) Re(got, reg any, capture any, args ...any) (ok bool) //: is-true ok
func (t *T) HasPrefix(got any, expected string, args ...any) (ok bool) //: is-true ok
func (t *T) HasSuffix(got any, expected string, args ...any) (ok bool) //: is-true ok
func (t *T) Run(name string, f any, args ...any) bool //: call f
func (t *T) RunAssertRequire(name string, f func(assert, require *T)) bool //: call f
func (t *T) FailureIsFatal(enable ...bool) *T
func (t *T) UseEqual(types ...any) *T
func (t *T) BeLax(enable ...bool) *T
func (t *T) RootName(rootName string) *T
func (t *T) Assert() *T
func (t *T) Require() *T
