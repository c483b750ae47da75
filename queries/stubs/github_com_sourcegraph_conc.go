package conc // import "github.com/sourcegraph/conc"

type WaitGroup struct{}

func NewWaitGroup() *WaitGroup
func (h *WaitGroup) Go(f func()) //: start f
func (h *WaitGroup) Wait()
