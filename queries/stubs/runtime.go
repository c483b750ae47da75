package runtime // import "runtime"

// note: GOOS and GOARCH are variables here: every platform is looked at.
var GOOS string
var GOARCH string
var Compiler string

func Goexit()                                                     //: exit
func SetFinalizer(obj any, finalizer any)                         //: keep obj; keep finalizer
func AddCleanup[T, S any](ptr *T, cleanup func(S), arg S) Cleanup //: keep ptr; keep cleanup; keep arg
func KeepAlive(x any)
func Caller(skip int) (pc uintptr, file string, line int, ok bool)
func Callers(skip int, pc []uintptr) int
func GC()
func GOMAXPROCS(n int) int
func GOROOT() string
func Gosched()
func LockOSThread()
func NumCPU() int
func NumGoroutine() int
func ReadMemStats(m *MemStats)
func Stack(buf []byte, all bool) int
func UnlockOSThread()
func Version() string
func CallersFrames(callers []uintptr) *Frames
func FuncForPC(pc uintptr) *Func

type Cleanup struct{}

func (c Cleanup) Stop()

type Error interface {
	error
	RuntimeError()
}
type Frame struct {
	PC       uintptr
	Func     *Func
	Function string
	File     string
	Line     int
	Entry    uintptr
}
type Frames struct{}

func (ci *Frames) Next() (frame Frame, more bool)

type Func struct{}

func (f *Func) Entry() uintptr
func (f *Func) FileLine(pc uintptr) (file string, line int)
func (f *Func) Name() string

type MemStats struct {
	Alloc       uint64
	TotalAlloc  uint64
	Sys         uint64
	Mallocs     uint64
	Frees       uint64
	HeapAlloc   uint64
	HeapSys     uint64
	HeapInuse   uint64
	HeapObjects uint64
	NumGC       uint32
}
