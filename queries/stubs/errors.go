package errors // import "errors"

var ErrUnsupported error

func New(text string) (err error)                  //: non-nil err
func Is(err, target error) bool                    //: true-implies-non-nil err
func As(err error, target any) bool                //: true-implies-non-nil err
func AsType[E error](err error) (found E, ok bool) //: true-implies-non-nil err
// note: the joined error is nil only if every argument is nil.
func Join(errs ...error) (joined error) //: nil-as joined errs
func Unwrap(err error) error
