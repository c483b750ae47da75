package gobreaker // import "github.com/sony/gobreaker"

import "time"

type State int

func (s State) String() string

type Settings struct {
	Name        string
	MaxRequests uint32
	Interval    time.Duration
	Timeout     time.Duration
}
type CircuitBreaker struct{}

func NewCircuitBreaker(st Settings) *CircuitBreaker

// note: the first result is what req returned, unless the breaker is open; that cannot be said.
func (cb *CircuitBreaker) Execute(req func() (any, error)) (any, error) //: call req
func (cb *CircuitBreaker) Name() string
func (cb *CircuitBreaker) State() State
