package os // import "os"

import (
	"io"
	"io/fs"
	"syscall"
	"time"
)

var O_RDONLY int
var O_WRONLY int
var O_RDWR int
var O_APPEND int
var O_CREATE int
var O_EXCL int
var O_SYNC int
var O_TRUNC int

const ModeDir FileMode = 1 << 31
const ModePerm FileMode = 0777

var PathSeparator rune
var PathListSeparator rune
var DevNull string

var ErrInvalid error
var ErrPermission error
var ErrExist error
var ErrNotExist error
var ErrClosed error
var ErrNoDeadline error
var ErrDeadlineExceeded error
var ErrProcessDone error
var Stdin *File
var Stdout *File
var Stderr *File
var Args []string
var Interrupt Signal
var Kill Signal

func Exit(code int)                                             //: exit
func IsExist(err error) bool                                    //: true-implies-non-nil err
func IsNotExist(err error) bool                                 //: true-implies-non-nil err
func IsPermission(err error) bool                               //: true-implies-non-nil err
func IsTimeout(err error) bool                                  //: true-implies-non-nil err
func NewSyscallError(syscall string, err error) (wrapped error) //: nil-as wrapped err
func Chdir(dir string) error
func Chmod(name string, mode FileMode) error
func Chown(name string, uid, gid int) error
func Chtimes(name string, atime time.Time, mtime time.Time) error
func Clearenv()
func CopyFS(dir string, fsys fs.FS) error
func DirFS(dir string) fs.FS
func Environ() []string
func Executable() (string, error)
func Expand(s string, mapping func(string) string) string //: call mapping
func ExpandEnv(s string) string
func Getenv(key string) string
func Getpagesize() int
func Getpid() int
func Getppid() int
func Getuid() int
func Getgid() int
func Getwd() (dir string, err error)
func Hostname() (name string, err error)
func Link(oldname, newname string) error
func LookupEnv(key string) (string, bool)
func Lstat(name string) (FileInfo, error)
func Mkdir(name string, perm FileMode) error
func MkdirAll(path string, perm FileMode) error
func MkdirTemp(dir, pattern string) (string, error)
func Pipe() (r *File, w *File, err error)
func ReadDir(name string) ([]DirEntry, error)
func ReadFile(name string) ([]byte, error)
func Readlink(name string) (string, error)
func Remove(name string) error
func RemoveAll(path string) error
func Rename(oldpath, newpath string) error
func SameFile(fi1, fi2 FileInfo) bool
func Setenv(key, value string) error
func Stat(name string) (FileInfo, error)
func Symlink(oldname, newname string) error
func TempDir() string
func Truncate(name string, size int64) error
func Unsetenv(key string) error
func UserCacheDir() (string, error)
func UserConfigDir() (string, error)
func UserHomeDir() (string, error)
func WriteFile(name string, data []byte, perm FileMode) error
func FindProcess(pid int) (*Process, error)

type DirEntry = fs.DirEntry
type FileInfo = fs.FileInfo
type FileMode = fs.FileMode
type PathError = fs.PathError
type LinkError struct {
	Op  string
	Old string
	New string
	Err error
}

func (e *LinkError) Error() string
func (e *LinkError) Unwrap() error

type SyscallError struct {
	Syscall string
	Err     error
}

func (e *SyscallError) Error() string
func (e *SyscallError) Timeout() bool
func (e *SyscallError) Unwrap() error

type File struct{}

func Create(name string) (*File, error)
func CreateTemp(dir, pattern string) (*File, error)
func NewFile(fd uintptr, name string) *File
func Open(name string) (*File, error)
func OpenFile(name string, flag int, perm FileMode) (*File, error)
func OpenInRoot(dir, name string) (*File, error)
func (f *File) Chdir() error
func (f *File) Chmod(mode FileMode) error
func (f *File) Chown(uid, gid int) error
func (f *File) Close() error
func (f *File) Fd() uintptr
func (f *File) Name() string
func (f *File) Read(b []byte) (n int, err error)
func (f *File) ReadAt(b []byte, off int64) (n int, err error)
func (f *File) ReadDir(n int) ([]DirEntry, error)
func (f *File) ReadFrom(r io.Reader) (n int64, err error)
func (f *File) Readdir(n int) ([]FileInfo, error)
func (f *File) Readdirnames(n int) (names []string, err error)
func (f *File) Seek(offset int64, whence int) (ret int64, err error)
func (f *File) SetDeadline(t time.Time) error
func (f *File) SetReadDeadline(t time.Time) error
func (f *File) SetWriteDeadline(t time.Time) error
func (f *File) Stat() (FileInfo, error)
func (f *File) Sync() error
func (f *File) SyscallConn() (syscall.RawConn, error)
func (f *File) Truncate(size int64) error
func (f *File) Write(b []byte) (n int, err error)
func (f *File) WriteAt(b []byte, off int64) (n int, err error)
func (f *File) WriteString(s string) (n int, err error)
func (f *File) WriteTo(w io.Writer) (n int64, err error)

type Process struct{ Pid int }

func (p *Process) Kill() error
func (p *Process) Release() error
func (p *Process) Signal(sig Signal) error
func (p *Process) Wait() (*ProcessState, error)

type ProcessState struct{}

func (p *ProcessState) ExitCode() int
func (p *ProcessState) Exited() bool
func (p *ProcessState) Pid() int
func (p *ProcessState) String() string
func (p *ProcessState) Success() bool

type Root struct{}

func OpenRoot(name string) (*Root, error)
func (r *Root) Close() error
func (r *Root) Create(name string) (*File, error)
func (r *Root) FS() fs.FS
func (r *Root) Mkdir(name string, perm FileMode) error
func (r *Root) Name() string
func (r *Root) Open(name string) (*File, error)
func (r *Root) OpenFile(name string, flag int, perm FileMode) (*File, error)
func (r *Root) OpenRoot(name string) (*Root, error)
func (r *Root) ReadFile(name string) ([]byte, error)
func (r *Root) Remove(name string) error
func (r *Root) RemoveAll(name string) error
func (r *Root) Stat(name string) (FileInfo, error)
func (r *Root) WriteFile(name string, data []byte, perm FileMode) error

type Signal interface {
	String() string
	Signal()
}
