package context // import "golang.org/x/net/context"

import (
	"context"
	"time"
)

type Context = context.Context
type CancelFunc = context.CancelFunc

var Canceled error
var DeadlineExceeded error

func Background() Context
func TODO() Context
func WithCancel(parent Context) (ctx Context, cancel CancelFunc)                         //: carry ctx parent; cancels cancel ctx
func WithDeadline(parent Context, d time.Time) (ctx Context, cancel CancelFunc)          //: carry ctx parent; cancels cancel ctx
func WithTimeout(parent Context, timeout time.Duration) (ctx Context, cancel CancelFunc) //: carry ctx parent; cancels cancel ctx
func WithValue(parent Context, key, val any) (ctx Context)                               //: carry ctx parent; keep val
