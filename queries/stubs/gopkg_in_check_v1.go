package check // import "gopkg.in/check.v1"

// note: a checker is a variable. Its constant here says what it demands of what is obtained.
const IsNil = "nil"
const NotNil = "non-nil"
const ErrorMatches = "one-non-nil"
const Equals = "equal"
const DeepEquals = "equal"

type Checker any
type CommentInterface any
type C struct{}

func Not(checker Checker) (inverted Checker) //: opposite inverted checker
func Commentf(format string, args ...any) CommentInterface
func (c *C) Assert(obtained any, checker Checker, args ...any)          //: must-match obtained checker
func (c *C) Check(obtained any, checker Checker, args ...any) (ok bool) //: must-match obtained checker; is-true ok
func (c *C) Error(args ...any)                                          //: fail
func (c *C) Errorf(format string, args ...any)                          //: fail
func (c *C) Fail()                                                      //: fail
func (c *C) FailNow()                                                   //: fail
func (c *C) Fatal(args ...any)                                          //: fail
func (c *C) Fatalf(format string, args ...any)                          //: fail
func (c *C) Skip(reason string)                                         //: exit
func (c *C) ExpectFailure(reason string)
func (c *C) Failed() bool
func (c *C) GetTestLog() string
func (c *C) Log(args ...any)
func (c *C) Logf(format string, args ...any)
func (c *C) MkDir() string
func (c *C) Output(calldepth int, s string) error
func (c *C) ResetTimer()
func (c *C) SetBytes(n int64)
func (c *C) StartTimer()
func (c *C) StopTimer()
func (c *C) Succeed()
func (c *C) SucceedNow() //: exit
func (c *C) TestName() string
