package backoff // import "github.com/cenkalti/backoff/v5"

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
}

func NewExponentialBackOff() *ExponentialBackOff
func (b *ExponentialBackOff) NextBackOff() time.Duration
func (b *ExponentialBackOff) Reset()

type Operation[T any] func() (T, error)
type RetryOption func(*retryOptions)
type retryOptions struct{}

func RetryAfter(seconds int) error
func WithBackOff(b BackOff) RetryOption
func WithMaxElapsedTime(d time.Duration) RetryOption
func WithMaxTries(n uint) RetryOption
func WithNotify(n Notify) RetryOption //: keep n
// note: the T of Retry is what operation returned; that cannot be said.
func Retry[T any](ctx context.Context, operation Operation[T], opts ...RetryOption) (T, error) //: retry operation
