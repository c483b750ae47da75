package backoff // import "github.com/cenkalti/backoff"

import (
	"context"
	"time"
)

const Stop time.Duration = -1

type BackOff interface {
	NextBackOff() time.Duration
	Reset()
}
type Notify func(error, time.Duration)
type ConstantBackOff struct{ Interval time.Duration }

func NewConstantBackOff(d time.Duration) *ConstantBackOff
func (b *ConstantBackOff) NextBackOff() time.Duration
func (b *ConstantBackOff) Reset()

type ZeroBackOff struct{}

func (b *ZeroBackOff) NextBackOff() time.Duration
func (b *ZeroBackOff) Reset()

type StopBackOff struct{}

func (b *StopBackOff) NextBackOff() time.Duration
func (b *StopBackOff) Reset()

type PermanentError struct{ Err error }

func (e *PermanentError) Error() string
func (e *PermanentError) Unwrap() error
func Permanent(err error) (permanent error) //: nil-as permanent err
type ExponentialBackOff struct {
	InitialInterval     time.Duration
	RandomizationFactor float64
	Multiplier          float64
	MaxInterval         time.Duration
	MaxElapsedTime      time.Duration
}
type ExponentialBackOffOpts func(*ExponentialBackOff)

func NewExponentialBackOff(opts ...ExponentialBackOffOpts) *ExponentialBackOff
func (b *ExponentialBackOff) NextBackOff() time.Duration
func (b *ExponentialBackOff) Reset()
func WithInitialInterval(duration time.Duration) ExponentialBackOffOpts
func WithMaxElapsedTime(duration time.Duration) ExponentialBackOffOpts
func WithMaxInterval(duration time.Duration) ExponentialBackOffOpts
func WithMultiplier(multiplier float64) ExponentialBackOffOpts

type BackOffContext interface {
	BackOff
	Context() context.Context
}

func WithContext(b BackOff, ctx context.Context) BackOffContext
func WithMaxRetries(b BackOff, max uint64) BackOff

type Operation func() error
type OperationWithData[T any] func() (T, error)
type Timer interface {
	Start(duration time.Duration)
	Stop()
	C() <-chan time.Time
}

// note: the T of the ...WithData forms is what operation returned; that cannot be said.
func Retry(o Operation, b BackOff) error                                                             //: retry o
func RetryNotify(operation Operation, b BackOff, notify Notify) error                                //: retry operation
func RetryNotifyWithTimer(operation Operation, b BackOff, notify Notify, t Timer) error              //: retry operation
func RetryWithData[T any](o OperationWithData[T], b BackOff) (T, error)                              //: retry o
func RetryNotifyWithData[T any](operation OperationWithData[T], b BackOff, notify Notify) (T, error) //: retry operation
