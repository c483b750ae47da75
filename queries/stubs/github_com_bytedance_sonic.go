package sonic // import "github.com/bytedance/sonic"

import "io"

type Decoder interface {
	Decode(val any) error
	DisallowUnknownFields()
	UseNumber()
}
type API interface {
	NewDecoder(reader io.Reader) (d Decoder) //: wrap d reader
	Marshal(v any) ([]byte, error)
	Unmarshal(buf []byte, val any) error
}

var (
	ConfigDefault API
	ConfigStd     API
	ConfigFastest API
)

func Marshal(val any) ([]byte, error)
func Unmarshal(buf []byte, val any) error
