package lo // import "github.com/samber/lo"

import (
	"context"
	"time"
)

// note: err may also be a bool, which must then be true.
func Must[T any](val T, err any, messageArgs ...any) (r T)                                                                                                                                                            //: must-nil err; same r val
func Must0(err any, messageArgs ...any)                                                                                                                                                                               //: must-nil err
func Must1[T any](val T, err any, messageArgs ...any) (r T)                                                                                                                                                           //: must-nil err; same r val
func Must2[T1, T2 any](val1 T1, val2 T2, err any, messageArgs ...any) (r1 T1, r2 T2)                                                                                                                                  //: must-nil err; same r1 val1; same r2 val2
func Must3[T1, T2, T3 any](val1 T1, val2 T2, val3 T3, err any, messageArgs ...any) (r1 T1, r2 T2, r3 T3)                                                                                                              //: must-nil err; same r1 val1; same r2 val2; same r3 val3
func Must4[T1, T2, T3, T4 any](val1 T1, val2 T2, val3 T3, val4 T4, err any, messageArgs ...any) (r1 T1, r2 T2, r3 T3, r4 T4)                                                                                          //: must-nil err; same r1 val1; same r2 val2; same r3 val3; same r4 val4
func Must5[T1, T2, T3, T4, T5 any](val1 T1, val2 T2, val3 T3, val4 T4, val5 T5, err any, messageArgs ...any) (r1 T1, r2 T2, r3 T3, r4 T4, r5 T5)                                                                      //: must-nil err; same r1 val1; same r2 val2; same r3 val3; same r4 val4; same r5 val5
func Must6[T1, T2, T3, T4, T5, T6 any](val1 T1, val2 T2, val3 T3, val4 T4, val5 T5, val6 T6, err any, messageArgs ...any) (r1 T1, r2 T2, r3 T3, r4 T4, r5 T5, r6 T6)                                                  //: must-nil err; same r1 val1; same r2 val2; same r3 val3; same r4 val4; same r5 val5; same r6 val6
func Try(callback func() error) (ok bool)                                                                                                                                                                             //: call callback
func Try0(callback func()) bool                                                                                                                                                                                       //: call callback
func Try1(callback func() error) bool                                                                                                                                                                                 //: call callback
func TryCatch(callback func() error, catch func())                                                                                                                                                                    //: call callback
func TryCatchWithErrorValue(callback func() error, catch func(any))                                                                                                                                                   //: call callback
func TryWithErrorValue(callback func() error) (errorValue any, ok bool)                                                                                                                                               //: call callback
func ErrorsAs[T error](err error) (found T, ok bool)                                                                                                                                                                  //: true-implies-non-nil err
func Attempt(maxIteration int, f func(index int) error) (int, error)                                                                                                                                                  //: retry f
func AttemptWithDelay(maxIteration int, delay time.Duration, f func(index int, duration time.Duration) error) (int, time.Duration, error)                                                                             //: retry f
func AttemptWhile(maxIteration int, f func(int) (error, bool)) (int, error)                                                                                                                                           //: call f
func AttemptWhileWithDelay(maxIteration int, delay time.Duration, f func(int, time.Duration) (error, bool)) (int, time.Duration, error)                                                                               //: call f
func Async[A any](f func() A) <-chan A                                                                                                                                                                                //: later f
func Async0(f func()) <-chan struct{}                                                                                                                                                                                 //: later f
func Async1[A any](f func() A) <-chan A                                                                                                                                                                               //: later f
func WaitFor(condition func(i int) bool, timeout, heartbeatDelay time.Duration) (totalIterations int, elapsed time.Duration, conditionFound bool)                                                                     //: retry condition
func WaitForWithContext(ctx context.Context, condition func(ctx context.Context, currentIteration int) bool, timeout, heartbeatDelay time.Duration) (totalIterations int, elapsed time.Duration, conditionFound bool) //: retry condition
func ForEach[T any](collection []T, iteratee func(item T, index int))                                                                                                                                                 //: call iteratee
func Times[T any](count int, iteratee func(index int) T) []T                                                                                                                                                          //: call iteratee
func ToPtr[T any](x T) (p *T)                                                                                                                                                                                         //: same p x
func FromPtr[T any](x *T) (v T)                                                                                                                                                                                       //: same v x
