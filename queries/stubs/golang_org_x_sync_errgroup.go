package errgroup // import "golang.org/x/sync/errgroup"

import "context"

type Group struct{}

// note: the group's context is cancelled by Wait or by an error: no discharge, but nothing can be read after it.
func WithContext(ctx context.Context) (g *Group, groupCtx context.Context) //: carry groupCtx ctx; cancelled-by-join groupCtx g
func (g *Group) Go(f func() error)                                         //: start f
func (g *Group) TryGo(f func() error) bool                                 //: keep f
func (g *Group) SetLimit(n int)
func (g *Group) Wait() (err error) //: join err
