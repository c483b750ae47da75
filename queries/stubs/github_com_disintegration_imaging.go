package imaging // import "github.com/disintegration/imaging"

import (
	"image"
	"io"
)

type DecodeOption func(*any)

func AutoOrientation(enabled bool) DecodeOption
func Decode(r io.Reader, opts ...DecodeOption) (image.Image, error)
