package pprof // import "runtime/pprof"

import (
	"context"
	"io"
)

type LabelSet struct{}

func Labels(args ...string) LabelSet
func Do(ctx context.Context, labels LabelSet, f func(context.Context))           //: call f
func WithLabels(ctx context.Context, labels LabelSet) (labelled context.Context) //: carry labelled ctx
func SetGoroutineLabels(ctx context.Context)
func StartCPUProfile(w io.Writer) error
func StopCPUProfile()
func WriteHeapProfile(w io.Writer) error
