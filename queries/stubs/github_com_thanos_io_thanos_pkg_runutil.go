package runutil // import "github.com/thanos-io/thanos/pkg/runutil"

import (
	"io"
	"time"
)

func CloseWithErrCapture(err *error, closer io.Closer, format string, a ...any)                    //: close closer
func CloseWithLogOnErr(logger any, closer io.Closer, format string, a ...any)                      //: close closer
func ExhaustCloseWithErrCapture(err *error, r io.ReadCloser, format string, a ...any)              //: close r
func ExhaustCloseWithLogOnErr(logger any, r io.ReadCloser, format string, a ...any)                //: close r
func Repeat(interval time.Duration, stopc <-chan struct{}, f func() error) error                   //: call f
func Retry(interval time.Duration, stopc <-chan struct{}, f func() error) error                    //: retry f
func RetryWithLog(logger any, interval time.Duration, stopc <-chan struct{}, f func() error) error //: retry f
