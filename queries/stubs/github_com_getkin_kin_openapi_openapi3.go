package openapi3 // import "github.com/getkin/kin-openapi/openapi3"

import "io"

type T struct{}
type Loader struct{ IsExternalRefsAllowed bool }

func NewLoader() *Loader
func (loader *Loader) LoadFromIoReader(reader io.Reader) (*T, error)
func (loader *Loader) LoadFromData(data []byte) (*T, error)
