package context // import "context"

import "time"

var Canceled error
var DeadlineExceeded error

type Context interface {
	Deadline() (deadline time.Time, ok bool)
	Done() (done <-chan struct{}) //: carry done self
	Err() error
	Value(key any) any
}
type CancelFunc func()
type CancelCauseFunc func(cause error)

func Background() Context
func TODO() Context
func WithCancel(parent Context) (ctx Context, cancel CancelFunc)                                           //: carry ctx parent; cancels cancel ctx
func WithCancelCause(parent Context) (ctx Context, cancel CancelCauseFunc)                                 //: carry ctx parent; cancels cancel ctx
func WithDeadline(parent Context, d time.Time) (ctx Context, cancel CancelFunc)                            //: carry ctx parent; cancels cancel ctx
func WithDeadlineCause(parent Context, d time.Time, cause error) (ctx Context, cancel CancelFunc)          //: carry ctx parent; cancels cancel ctx
func WithTimeout(parent Context, timeout time.Duration) (ctx Context, cancel CancelFunc)                   //: carry ctx parent; cancels cancel ctx
func WithTimeoutCause(parent Context, timeout time.Duration, cause error) (ctx Context, cancel CancelFunc) //: carry ctx parent; cancels cancel ctx
func WithValue(parent Context, key, val any) (ctx Context)                                                 //: carry ctx parent; keep val
// note: WithoutCancel carries nothing on purpose: its parent's cancel does not reach it.
func WithoutCancel(parent Context) Context
func AfterFunc(ctx Context, f func()) (stop func() bool) //: keep f
func Cause(c Context) error
