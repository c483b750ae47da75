package errors // import "github.com/cockroachdb/errors"

func New(msg string) (err error)                                         //: non-nil err
func Newf(format string, args ...any) (err error)                        //: non-nil err
func Errorf(format string, args ...any) (err error)                      //: non-nil err
func Wrap(err error, msg string) (wrapped error)                         //: nil-as wrapped err
func Wrapf(err error, format string, args ...any) (wrapped error)        //: nil-as wrapped err
func WithMessage(err error, message string) (wrapped error)              //: nil-as wrapped err
func WithMessagef(err error, format string, args ...any) (wrapped error) //: nil-as wrapped err
func WithStack(err error) (wrapped error)                                //: nil-as wrapped err
func WithDetail(err error, msg string) (wrapped error)                   //: nil-as wrapped err
func WithHint(err error, msg string) (wrapped error)                     //: nil-as wrapped err
func Mark(err error, reference error) (marked error)                     //: nil-as marked err
func Cause(err error) (cause error)                                      //: nil-as cause err
func Is(err, reference error) bool                                       //: true-implies-non-nil err
func As(err error, target any) bool                                      //: true-implies-non-nil err
func Unwrap(err error) error

// note: the joined error is nil only if every argument is nil.
func Join(errs ...error) (joined error) //: nil-as joined errs
func CombineErrors(err error, otherErr error) error
