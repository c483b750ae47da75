package retry // import "github.com/sethvargo/go-retry"

import (
	"context"
	"time"
)

type Backoff interface {
	Next() (next time.Duration, stop bool)
}
type RetryFunc func(ctx context.Context) error
type RetryFuncValue[T any] func(ctx context.Context) (T, error)

func RetryableError(err error) (retryable error)                                    //: nil-as retryable err
func Do(ctx context.Context, b Backoff, f RetryFunc) error                          //: call f
func DoValue[T any](ctx context.Context, b Backoff, f RetryFuncValue[T]) (T, error) //: call f
func Constant(ctx context.Context, t time.Duration, f RetryFunc) error              //: call f
func Exponential(ctx context.Context, base time.Duration, f RetryFunc) error        //: call f
func Fibonacci(ctx context.Context, base time.Duration, f RetryFunc) error          //: call f
func NewConstant(t time.Duration) Backoff
func NewExponential(base time.Duration) Backoff
func NewFibonacci(base time.Duration) Backoff
func WithMaxRetries(max uint64, next Backoff) Backoff
func WithMaxDuration(timeout time.Duration, next Backoff) Backoff
func WithJitter(j time.Duration, next Backoff) Backoff
func WithCappedDuration(cap time.Duration, next Backoff) Backoff
