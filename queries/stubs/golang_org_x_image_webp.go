package webp // import "golang.org/x/image/webp", "github.com/chai2010/webp"

import (
	"image"
	"io"
)

func Decode(r io.Reader) (image.Image, error)
func DecodeConfig(r io.Reader) (image.Config, error)
