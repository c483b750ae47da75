package pool // import "github.com/sourcegraph/conc/pool"

import "context"

type Pool struct{}
type ErrorPool struct{}
type ContextPool struct{}

func New() *Pool
func (p *Pool) Go(f func()) //: later f
func (p *Pool) Wait()
func (p *Pool) WithErrors() *ErrorPool
func (p *Pool) WithContext(ctx context.Context) *ContextPool
func (p *Pool) WithMaxGoroutines(n int) *Pool
func (p *ErrorPool) Go(f func() error) //: later f
func (p *ErrorPool) Wait() error
func (p *ErrorPool) WithContext(ctx context.Context) *ContextPool
func (p *ErrorPool) WithMaxGoroutines(n int) *ErrorPool
func (p *ContextPool) Go(f func(ctx context.Context) error) //: later f
func (p *ContextPool) Wait() error
func (p *ContextPool) WithCancelOnError() *ContextPool
func (p *ContextPool) WithMaxGoroutines(n int) *ContextPool
