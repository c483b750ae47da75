package swift // import "github.com/ncw/swift"

import (
	"time"
)

// note: ObjectGet and ObjectGetBytes write to memory or their argument and close what they read.
type Connection struct {
	UserName string
	ApiKey   string
	AuthUrl  string
}
type Headers map[string]string
type Object struct {
	Name         string
	ContentType  string
	Bytes        int64
	LastModified time.Time
	Hash         string
}

// An ObjectOpenFile reads from the response: it has to be closed.
func (c *Connection) ObjectOpen(container string, objectName string, checkHash bool, h Headers) (file *ObjectOpenFile, headers Headers, err error) //: own file

type ObjectOpenFile struct{}

func (file *ObjectOpenFile) Close() (err error)
func (file *ObjectOpenFile) Length() (int64, error)
func (file *ObjectOpenFile) Read(p []byte) (n int, err error)
func (file *ObjectOpenFile) Seek(offset int64, whence int) (newPos int64, err error)
