package pool // import "github.com/sourcegraph/conc/pool"

import "context"

type Pool struct{}
type ErrorPool struct{}
type ContextPool struct{}

func New() *Pool
func (p *Pool) Go(f func()) //: start f
func (p *Pool) Wait()
func (p *Pool) WithErrors() *ErrorPool
func (p *Pool) WithContext(ctx context.Context) *ContextPool
func (p *Pool) WithMaxGoroutines(n int) *Pool
func (p *ErrorPool) Go(f func() error) //: start f
func (p *ErrorPool) Wait() (err error) //: join err
func (p *ErrorPool) WithContext(ctx context.Context) *ContextPool
func (p *ErrorPool) WithMaxGoroutines(n int) *ErrorPool
func (p *ContextPool) Go(f func(ctx context.Context) error) //: start f
func (p *ContextPool) Wait() (err error)                    //: join err
func (p *ContextPool) WithCancelOnError() *ContextPool
func (p *ContextPool) WithMaxGoroutines(n int) *ContextPool
