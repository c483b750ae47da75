package errors // import "github.com/pkg/errors"

func New(message string) (err error)                                     //: non-nil err
func Errorf(format string, args ...any) (err error)                      //: non-nil err
func Wrap(err error, message string) (wrapped error)                     //: nil-as wrapped err
func Wrapf(err error, format string, args ...any) (wrapped error)        //: nil-as wrapped err
func WithMessage(err error, message string) (wrapped error)              //: nil-as wrapped err
func WithMessagef(err error, format string, args ...any) (wrapped error) //: nil-as wrapped err
func WithStack(err error) (wrapped error)                                //: nil-as wrapped err
func Cause(err error) (cause error)                                      //: nil-as cause err
func Is(err, target error) bool                                          //: true-implies-non-nil err
func As(err error, target any) bool                                      //: true-implies-non-nil err
func Unwrap(err error) error
