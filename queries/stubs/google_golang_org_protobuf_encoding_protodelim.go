package protodelim // import "google.golang.org/protobuf/encoding/protodelim"

type Reader interface{}

func UnmarshalFrom(r Reader, m any) error
