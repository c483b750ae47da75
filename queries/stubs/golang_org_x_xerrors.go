package xerrors // import "golang.org/x/xerrors"

func New(text string) (err error)                //: non-nil err
func Errorf(format string, a ...any) (err error) //: non-nil err
func Is(err, target error) bool                  //: true-implies-non-nil err
func As(err error, target any) bool              //: true-implies-non-nil err
func Opaque(err error) (opaque error)
func Unwrap(err error) error
