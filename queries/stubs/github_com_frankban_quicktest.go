package quicktest // import "github.com/frankban/quicktest"

import "testing"

// note: a checker is a variable. Its constant here says what it demands of what it gets.
const IsNil = "nil"
const IsNotNil = "non-nil"
const IsTrue = "true"
const IsFalse = "false"
const ErrorMatches = "one-non-nil"
const ErrorIs = "one-non-nil"
const ErrorAs = "one-non-nil"
const Equals = "equal"
const DeepEquals = "equal"

type Checker any
type Comment struct{}
type C struct{ testing.TB }

func New(t testing.TB) *C
func Not(checker Checker) (inverted Checker) //: opposite inverted checker
func Commentf(format string, args ...any) Comment
func Assert(t testing.TB, got any, checker Checker, args ...any) (ok bool) //: must-match got checker; is-true ok
func Check(t testing.TB, got any, checker Checker, args ...any) (ok bool)  //: must-match got checker; is-true ok
func (c *C) Assert(got any, checker Checker, args ...any) (ok bool)        //: must-match got checker; is-true ok
func (c *C) Check(got any, checker Checker, args ...any) (ok bool)         //: must-match got checker; is-true ok
func (c *C) Run(name string, f func(c *C)) bool                            //: call f
func (c *C) Cleanup(f func())                                              //: later f
func (c *C) Defer(f func())                                                //: later f
func (c *C) Done()
func (c *C) Mkdir() string
func (c *C) Parallel()
func (c *C) Patch(dest, value any)
func (c *C) Setenv(name, value string)
func (c *C) TempDir() string
func (c *C) Unsetenv(name string)
