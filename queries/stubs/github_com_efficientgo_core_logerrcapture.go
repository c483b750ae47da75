package logerrcapture // import "github.com/efficientgo/core/logerrcapture"

import "io"

type Logger interface {
	Log(keyvals ...any) error
}

func Do(logger Logger, doer func() error, format string, a ...any)         //: call doer
func ExhaustClose(logger Logger, r io.ReadCloser, format string, a ...any) //: close r
