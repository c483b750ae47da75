package errors // import "github.com/juju/errors"

func New(message string) (err error)                                      //: non-nil err
func Errorf(format string, args ...any) (err error)                       //: non-nil err
func Trace(other error) (traced error)                                    //: nil-as traced other
func Annotate(other error, message string) (annotated error)              //: nil-as annotated other
func Annotatef(other error, format string, args ...any) (annotated error) //: nil-as annotated other
func DeferredAnnotatef(err *error, format string, args ...any)
func Cause(err error) (cause error) //: nil-as cause err
func Is(err, target error) bool     //: true-implies-non-nil err
func As(err error, target any) bool //: true-implies-non-nil err
