package excelize // import "github.com/xuri/excelize/*", "github.com/360EntSecGroup-Skylar/excelize/*"

import "io"

type Options struct{ Password string }
type File struct{ Path string }

// note: the workbook is read into memory.
func OpenReader(r io.Reader, opts ...Options) (*File, error)
func (f *File) Close() error
func (f *File) GetRows(sheet string, opts ...Options) ([][]string, error)
