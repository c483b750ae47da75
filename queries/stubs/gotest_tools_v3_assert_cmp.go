package cmp // import "gotest.tools/v3/assert/cmp"

// note: a comparison is true here if it succeeds.
type Comparison any

func Nil(obj any) (c Comparison)                              //: true-if-nil obj
func Error(err error, message string) (c Comparison)          //: true-implies-non-nil err
func ErrorContains(err error, substring string) (c Comparison) //: true-implies-non-nil err
func ErrorIs(actual, expected error) (c Comparison)           //: true-implies-non-nil actual
func ErrorType(err error, expected any) (c Comparison)        //: true-implies-non-nil err
func Panics(f func()) Comparison                              //: call f
func Contains(collection, item any) Comparison
func DeepEqual(x, y any, opts ...any) Comparison
func Equal(x, y any) Comparison
func Len(seq any, expected int) Comparison
func Regexp(re any, v string) Comparison
