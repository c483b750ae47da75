package runutil // import "github.com/grafana/dskit/runutil", "github.com/prometheus/prometheus/util/runutil"

import "io"

func CloseWithErrCapture(err *error, closer io.Closer, format string, a ...any) //: close closer
func CloseWithLogOnErr(logger any, closer io.Closer, format string, args ...any) //: close closer
func ExhaustCloseWithErrCapture(err *error, r io.ReadCloser, format string, a ...any) //: close r
func ExhaustCloseWithLogOnErr(logger any, r io.ReadCloser, format string, a ...any) //: close r
