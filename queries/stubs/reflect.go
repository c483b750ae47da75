package reflect // import "reflect"

type Type interface {
	Elem() Type
	Kind() Kind
	Name() string
	NumField() int
	String() string
}
type Kind uint
type Value struct{}

func TypeOf(i any) Type
func DeepEqual(x, y any) bool

// note: what happens to a value behind reflection is not followed.
func ValueOf(i any) Value //: keep i
func Append(s Value, x ...Value) Value
func Indirect(v Value) Value
func Zero(typ Type) Value
func (v Value) Elem() Value
func (v Value) Field(i int) Value
func (v Value) Interface() (i any)
func (v Value) IsNil() bool
func (v Value) IsValid() bool
func (v Value) IsZero() bool
func (v Value) Kind() Kind
func (v Value) NumField() int
func (v Value) Set(x Value)
func (v Value) String() string
func (v Value) Type() Type
