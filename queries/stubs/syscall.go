package syscall // import "syscall"

func Exit(code int) //: exit

type Errno uintptr

func (e Errno) Error() string
func (e Errno) Is(target error) bool
func (e Errno) Temporary() bool
func (e Errno) Timeout() bool

var ECONNREFUSED Errno
var ECONNRESET Errno
var EPIPE Errno
var ENOENT Errno
var ETIMEDOUT Errno

type Signal int

func (s Signal) Signal()
func (s Signal) String() string

var SIGHUP Signal
var SIGINT Signal
var SIGQUIT Signal
var SIGKILL Signal
var SIGPIPE Signal
var SIGTERM Signal

var Stdin int
var Stdout int
var Stderr int

type RawConn interface {
	Control(f func(fd uintptr)) error
	Read(f func(fd uintptr) (done bool)) error
	Write(f func(fd uintptr) (done bool)) error
}
type Conn interface {
	SyscallConn() (RawConn, error)
}

type SysProcAttr struct{}
