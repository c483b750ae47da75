package jsonpb // import "github.com/golang/protobuf/jsonpb", "github.com/gogo/protobuf/jsonpb"

import "io"

type Unmarshaler struct{ AllowUnknownFields bool }

func (u *Unmarshaler) Unmarshal(r io.Reader, m any) error
func Unmarshal(r io.Reader, m any) error
