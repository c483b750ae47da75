package gobreaker // import "github.com/sony/gobreaker/v2"

import "time"

type State int

func (s State) String() string

type Settings struct {
	Name        string
	MaxRequests uint32
	Interval    time.Duration
	Timeout     time.Duration
}
type CircuitBreaker[T any] struct{}

func NewCircuitBreaker[T any](st Settings) *CircuitBreaker[T]

// note: the first result is what req returned, unless the breaker is open; that cannot be said.
func (cb *CircuitBreaker[T]) Execute(req func() (T, error)) (T, error) //: call req
func (cb *CircuitBreaker[T]) Name() string
func (cb *CircuitBreaker[T]) State() State
