package singleflight // import "golang.org/x/sync/singleflight"

// note: v is what fn returned, possibly in another goroutine and shared.
type Group struct{}

func (g *Group) Do(key string, fn func() (any, error)) (v any, err error, shared bool) //: call fn
func (g *Group) DoChan(key string, fn func() (any, error)) <-chan Result               //: later fn
func (g *Group) Forget(key string)

type Result struct {
	Val    any
	Err    error
	Shared bool
}
