package utfbom // import "github.com/dimchansky/utfbom"

import "io"

type Encoding int
type Reader struct{}

func Skip(rd io.Reader) (z *Reader, e Encoding) //: wrap z rd
func SkipOnly(rd io.Reader) (z *Reader) //: wrap z rd
func (r *Reader) Read(p []byte) (n int, err error)
