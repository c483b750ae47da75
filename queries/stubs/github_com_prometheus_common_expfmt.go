package expfmt // import "github.com/prometheus/common/expfmt"

import (
	"io"
	"net/http"
)

type Format string
type Decoder interface {
	Decode(v any) error
}

func NewDecoder(r io.Reader, format Format) (d Decoder) //: wrap d r
func NewFormat(t int) Format
func ResponseFormat(h http.Header) Format

type TextParser struct{}

func (p *TextParser) TextToMetricFamilies(in io.Reader) (map[string]any, error)
