package is // import "github.com/matryer/is"

type T interface {
	Fail() //: fail
	FailNow() //: fail
}
type I struct{}

func New(t T) *I
func (is *I) NoErr(err error)      //: must-nil err
func (is *I) True(expression bool) //: must-true expression
func (is *I) Equal(a, b any) //: must-equal a b
func (is *I) Fail() //: fail
func (is *I) Helper()
