package yaml // import "k8s.io/apimachinery/pkg/util/yaml"

import (
	"bufio"
	"io"
)

type YAMLOrJSONDecoder struct{}
type YAMLToJSONDecoder struct{}
type YAMLReader struct{}

func NewYAMLOrJSONDecoder(r io.Reader, bufferSize int) (d *YAMLOrJSONDecoder) //: wrap d r
func NewYAMLToJSONDecoder(r io.Reader) (d *YAMLToJSONDecoder) //: wrap d r
func NewYAMLReader(r *bufio.Reader) (d *YAMLReader) //: wrap d r
func NewDocumentDecoder(r io.ReadCloser) (d io.ReadCloser) //: same d r
func (d *YAMLOrJSONDecoder) Decode(into any) error
func (d *YAMLToJSONDecoder) Decode(into any) error
func (r *YAMLReader) Read() ([]byte, error)
