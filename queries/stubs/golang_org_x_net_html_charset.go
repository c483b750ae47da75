package charset // import "golang.org/x/net/html/charset"

import "io"

func NewReader(r io.Reader, contentType string) (in io.Reader, err error)    //: wrap in r
func NewReaderLabel(label string, input io.Reader) (in io.Reader, err error) //: wrap in input
