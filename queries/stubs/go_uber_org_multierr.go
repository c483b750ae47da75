package multierr // import "go.uber.org/multierr"

import "io"

// note: Append and Combine are nil only if every argument is nil.
func Append(left error, right error) error
func Combine(errors ...error) (combined error)         //: nil-as combined errors
func AppendInto(into *error, err error) (errored bool) //: true-if-non-nil err
func AppendInvoke(into *error, invoker Invoker)        //: close invoker; call invoker
func AppendFunc(into *error, fn func() error)          //: call fn
func Close(closer io.Closer) (invoker Invoker)         //: same invoker closer
func Errors(err error) []error
func Every(err error, target error) bool

type Invoker interface {
	Invoke() error
}
type Invoke func() error

func (i Invoke) Invoke() error //: call i
