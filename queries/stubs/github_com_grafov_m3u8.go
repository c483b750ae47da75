package m3u8 // import "github.com/grafov/m3u8"

import "io"

type ListType uint
type Playlist interface {
	String() string
}

func DecodeFrom(reader io.Reader, strict bool) (Playlist, ListType, error)
