package wait // import "k8s.io/apimachinery/pkg/util/wait"

import (
	"context"
	"time"
)

var ErrWaitTimeout error
var NeverStop <-chan struct{}

type ConditionFunc func() (done bool, err error)
type ConditionWithContextFunc func(context.Context) (done bool, err error)
type Backoff struct {
	Duration time.Duration
	Factor   float64
	Jitter   float64
	Steps    int
	Cap      time.Duration
}

func Interrupted(err error) bool                                                                                                             //: true-implies-non-nil err
func Until(f func(), period time.Duration, stopCh <-chan struct{})                                                                           //: retry f
func UntilWithContext(ctx context.Context, f func(context.Context), period time.Duration)                                                    //: retry f
func NonSlidingUntil(f func(), period time.Duration, stopCh <-chan struct{})                                                                 //: retry f
func NonSlidingUntilWithContext(ctx context.Context, f func(context.Context), period time.Duration)                                          //: retry f
func JitterUntil(f func(), period time.Duration, jitterFactor float64, sliding bool, stopCh <-chan struct{})                                 //: retry f
func JitterUntilWithContext(ctx context.Context, f func(context.Context), period time.Duration, jitterFactor float64, sliding bool)          //: retry f
func Forever(f func(), period time.Duration)                                                                                                 //: retry f
func ExponentialBackoff(backoff Backoff, condition ConditionFunc) error                                                                      //: retry condition
func ExponentialBackoffWithContext(ctx context.Context, backoff Backoff, condition ConditionWithContextFunc) error                           //: retry condition
func PollUntilContextCancel(ctx context.Context, interval time.Duration, immediate bool, condition ConditionWithContextFunc) error           //: retry condition
func PollUntilContextTimeout(ctx context.Context, interval, timeout time.Duration, immediate bool, condition ConditionWithContextFunc) error //: retry condition
func Poll(interval, timeout time.Duration, condition ConditionFunc) error                                                                    //: retry condition
func PollWithContext(ctx context.Context, interval, timeout time.Duration, condition ConditionWithContextFunc) error                         //: retry condition
func PollUntil(interval time.Duration, condition ConditionFunc, stopCh <-chan struct{}) error                                                //: retry condition
func PollUntilWithContext(ctx context.Context, interval time.Duration, condition ConditionWithContextFunc) error                             //: retry condition
func PollInfinite(interval time.Duration, condition ConditionFunc) error                                                                     //: retry condition
func PollInfiniteWithContext(ctx context.Context, interval time.Duration, condition ConditionWithContextFunc) error                          //: retry condition
func PollImmediate(interval, timeout time.Duration, condition ConditionFunc) error                                                           //: retry condition
func PollImmediateWithContext(ctx context.Context, interval, timeout time.Duration, condition ConditionWithContextFunc) error                //: retry condition
func PollImmediateUntil(interval time.Duration, condition ConditionFunc, stopCh <-chan struct{}) error                                       //: retry condition
func PollImmediateUntilWithContext(ctx context.Context, interval time.Duration, condition ConditionWithContextFunc) error                    //: retry condition
func PollImmediateInfinite(interval time.Duration, condition ConditionFunc) error                                                            //: retry condition
func PollImmediateInfiniteWithContext(ctx context.Context, interval time.Duration, condition ConditionWithContextFunc) error                 //: retry condition

type Group struct{}

func (g *Group) Start(f func())                                                          //: start f
func (g *Group) StartWithChannel(stopCh <-chan struct{}, f func(stopCh <-chan struct{})) //: start f
func (g *Group) StartWithContext(ctx context.Context, f func(context.Context))           //: start f
func (g *Group) Wait()
