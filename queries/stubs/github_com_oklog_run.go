package run // import "github.com/oklog/run"

type Group struct{}

func (g *Group) Add(execute func() error, interrupt func(error)) //: later execute; later interrupt
func (g *Group) Run() error
