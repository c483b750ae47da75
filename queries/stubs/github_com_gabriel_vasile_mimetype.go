package mimetype // import "github.com/gabriel-vasile/mimetype"

import "io"

type MIME struct{}

func Detect(in []byte) *MIME
func DetectReader(r io.Reader) (*MIME, error)
func (m *MIME) String() string
func (m *MIME) Extension() string
func (m *MIME) Is(expectedMIME string) bool
