package easyjson // import "github.com/mailru/easyjson"

import "io"

type Marshaler interface{}
type Unmarshaler interface{}

func Marshal(v Marshaler) ([]byte, error)
func Unmarshal(data []byte, v Unmarshaler) error
func UnmarshalFromReader(r io.Reader, v Unmarshaler) error
