package swift // import "github.com/ncw/swift/v2"

import (
	"context"
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
func (c *Connection) ObjectOpen(ctx context.Context, container string, objectName string, checkHash bool, h Headers) (file *ObjectOpenFile, headers Headers, err error) //: own file; context ctx

type ObjectOpenFile struct{}

func (file *ObjectOpenFile) Close() (err error)
func (file *ObjectOpenFile) Length(ctx context.Context) (int64, error)
func (file *ObjectOpenFile) Read(p []byte) (n int, err error)
func (file *ObjectOpenFile) Seek(ctx context.Context, offset int64, whence int) (newPos int64, err error)
