package tomb // import "gopkg.in/tomb.v2"

import "context"

type Tomb struct{}

func WithContext(parent context.Context) (t *Tomb, ctx context.Context) //: carry ctx parent
func (t *Tomb) Alive() bool
func (t *Tomb) Context(parent context.Context) (ctx context.Context) //: carry ctx parent
func (t *Tomb) Dead() <-chan struct{}
func (t *Tomb) Dying() <-chan struct{}
func (t *Tomb) Err() (reason error)
func (t *Tomb) Go(f func() error) //: later f
func (t *Tomb) Kill(reason error)
func (t *Tomb) Wait() error
