package tar // import "archive/tar"

import (
	"io"
	"io/fs"
	"time"
)

const TypeReg = '0'
const TypeLink = '1'
const TypeSymlink = '2'
const TypeChar = '3'
const TypeBlock = '4'
const TypeDir = '5'
const TypeFifo = '6'
const TypeXHeader = 'x'
const TypeXGlobalHeader = 'g'

var ErrHeader error
var ErrWriteTooLong error
var ErrFieldTooLong error
var ErrWriteAfterClose error
var ErrInsecurePath error

type Format int

func (f Format) String() string

type Header struct {
	Typeflag   byte
	Name       string
	Linkname   string
	Size       int64
	Mode       int64
	Uid        int
	Gid        int
	Uname      string
	Gname      string
	ModTime    time.Time
	AccessTime time.Time
	ChangeTime time.Time
	Devmajor   int64
	Devminor   int64
	Xattrs     map[string]string
	PAXRecords map[string]string
	Format     Format
}

func FileInfoHeader(fi fs.FileInfo, link string) (*Header, error)
func (h *Header) FileInfo() fs.FileInfo

type Reader struct{}

func NewReader(r io.Reader) (tr *Reader) //: wrap tr r
func (tr *Reader) Next() (*Header, error)
func (tr *Reader) Read(b []byte) (int, error)

type Writer struct{}

func NewWriter(w io.Writer) *Writer
func (tw *Writer) AddFS(fsys fs.FS) error
func (tw *Writer) Close() error
func (tw *Writer) Flush() error
func (tw *Writer) Write(b []byte) (int, error)
func (tw *Writer) WriteHeader(hdr *Header) error
