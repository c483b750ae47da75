package errcapture // import "github.com/efficientgo/core/errcapture"

import "io"

func Do(err *error, doer func() error, format string, a ...any)         //: call doer
func ExhaustClose(err *error, r io.ReadCloser, format string, a ...any) //: close r
