package textproto // import "net/textproto"

import (
	"bufio"
	"io"
)

func CanonicalMIMEHeaderKey(s string) string
func TrimBytes(b []byte) []byte
func TrimString(s string) string
func NewConn(conn io.ReadWriteCloser) (c *Conn) //: hold c conn
func Dial(network, addr string) (*Conn, error)
func NewReader(r *bufio.Reader) (tr *Reader) //: wrap tr r
func NewWriter(w *bufio.Writer) *Writer

type MIMEHeader map[string][]string

func (h MIMEHeader) Add(key, value string)
func (h MIMEHeader) Del(key string)
func (h MIMEHeader) Get(key string) string
func (h MIMEHeader) Set(key, value string)
func (h MIMEHeader) Values(key string) []string

type Conn struct {
	Reader
	Writer
	Pipeline
}

func (c *Conn) Close() error //: close c
func (c *Conn) Cmd(format string, args ...any) (id uint, err error)

type Error struct {
	Code int
	Msg  string
}

func (e *Error) Error() string

type Pipeline struct{}
type Reader struct{ R *bufio.Reader }

func (r *Reader) DotReader() io.Reader
func (r *Reader) ReadCodeLine(expectCode int) (code int, message string, err error)
func (r *Reader) ReadContinuedLine() (string, error)
func (r *Reader) ReadLine() (string, error)
func (r *Reader) ReadLineBytes() ([]byte, error)
func (r *Reader) ReadMIMEHeader() (MIMEHeader, error)
func (r *Reader) ReadResponse(expectCode int) (code int, message string, err error)

type Writer struct{ W *bufio.Writer }

func (w *Writer) DotWriter() io.WriteCloser
func (w *Writer) PrintfLine(format string, args ...any) error
