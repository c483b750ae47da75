package retry // import "github.com/avast/retry-go"

import (
	"context"
	"time"
)

type RetryIfFunc func(error) bool
type OnRetryFunc func(attempt uint, err error)
type Option func(*Config)
type Config struct{}
type RetryableFunc func() error
type RetryableFuncWithData[T any] func() (T, error)

func Attempts(attempts uint) Option
func Context(ctx context.Context) Option
func Delay(delay time.Duration) Option
func LastErrorOnly(lastErrorOnly bool) Option
func MaxDelay(maxDelay time.Duration) Option
func MaxJitter(maxJitter time.Duration) Option
func OnRetry(onRetry OnRetryFunc) Option //: keep onRetry
func RetryIf(retryIf RetryIfFunc) Option //: keep retryIf
func UntilSucceeded() Option
func Unrecoverable(err error) (unrecoverable error) //: non-nil unrecoverable
func IsRecoverable(err error) bool

type Error []error

func (e Error) Error() string
func (e Error) WrappedErrors() []error

// note: the T of the WithData forms is what retryableFunc returned; that cannot be said.
func Do(retryableFunc RetryableFunc, opts ...Option) error                                //: retry retryableFunc
func DoWithData[T any](retryableFunc RetryableFuncWithData[T], opts ...Option) (T, error) //: retry retryableFunc
