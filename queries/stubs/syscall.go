package syscall // import "syscall"

func Exit(code int) //: exit

type Errno uintptr

func (e Errno) Error() string
func (e Errno) Is(target error) bool
func (e Errno) Temporary() bool
func (e Errno) Timeout() bool

const ECONNREFUSED Errno = 111
const ECONNRESET Errno = 104
const EPIPE Errno = 32
const ENOENT Errno = 2
const ETIMEDOUT Errno = 110

type Signal int

func (s Signal) Signal()
func (s Signal) String() string

const SIGHUP Signal = 1
const SIGINT Signal = 2
const SIGQUIT Signal = 3
const SIGKILL Signal = 9
const SIGPIPE Signal = 13
const SIGTERM Signal = 15

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
