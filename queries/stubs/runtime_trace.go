package trace // import "runtime/trace"

import (
	"context"
	"io"
)

type Task struct{}
type Region struct{}

func (t *Task) End()
func (r *Region) End()
func NewTask(pctx context.Context, taskType string) (ctx context.Context, task *Task) //: carry ctx pctx
func StartRegion(ctx context.Context, regionType string) *Region
func WithRegion(ctx context.Context, regionType string, fn func()) //: call fn
func Log(ctx context.Context, category, message string)
func Logf(ctx context.Context, category, format string, args ...any)
func Start(w io.Writer) error
func Stop()
