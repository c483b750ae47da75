package bzip2 // import "compress/bzip2"

import "io"

func NewReader(r io.Reader) (plain io.Reader) //: wrap plain r

type StructuralError string

func (s StructuralError) Error() string
