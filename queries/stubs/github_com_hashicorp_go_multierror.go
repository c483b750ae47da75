package multierror // import "github.com/hashicorp/go-multierror"

type Error struct{ Errors []error }

func (e *Error) Error() string
func (e *Error) ErrorOrNil() (err error) //: nil-as err e
func (e *Error) Len() int
func (e *Error) Unwrap() error
func (e *Error) WrappedErrors() []error
func Append(err error, errs ...error) (merged *Error) //: non-nil merged
func Flatten(err error) error
func Prefix(err error, prefix string) (prefixed error) //: nil-as prefixed err

type Group struct{}

func (g *Group) Go(f func() error)  //: start f
func (g *Group) Wait() (err *Error) //: join err
