package testing // import "testing"

import (
	"context"
	"io"
	"time"
)

type TB interface {
	Fatal(args ...any) //: fail
	Fatalf(format string, args ...any) //: fail
	FailNow() //: fail
	Skip(args ...any)                  //: exit
	Skipf(format string, args ...any)  //: exit
	SkipNow()                          //: exit
	Cleanup(f func())                  //: later f
	ArtifactDir() string
	Attr(key, value string)
	Chdir(dir string)
	Context() context.Context
	Error(args ...any) //: fail
	Errorf(format string, args ...any) //: fail
	Fail() //: fail
	Failed() bool
	Helper()
	Log(args ...any)
	Logf(format string, args ...any)
	Name() string
	Output() io.Writer
	Setenv(key, value string)
	Skipped() bool
	TempDir() string
}
type common struct{}

func (c *common) Fatal(args ...any) //: fail
func (c *common) Fatalf(format string, args ...any) //: fail
func (c *common) FailNow() //: fail
func (c *common) Skip(args ...any)                  //: exit
func (c *common) Skipf(format string, args ...any)  //: exit
func (c *common) SkipNow()                          //: exit
func (c *common) Cleanup(f func())                  //: later f
func (c *common) ArtifactDir() string
func (c *common) Attr(key, value string)
func (c *common) Chdir(dir string)
func (c *common) Context() context.Context
func (c *common) Error(args ...any) //: fail
func (c *common) Errorf(format string, args ...any) //: fail
func (c *common) Fail() //: fail
func (c *common) Failed() bool
func (c *common) Helper()
func (c *common) Log(args ...any)
func (c *common) Logf(format string, args ...any)
func (c *common) Name() string
func (c *common) Output() io.Writer
func (c *common) Setenv(key, value string)
func (c *common) Skipped() bool
func (c *common) TempDir() string

type T struct{ common }

func (t *T) Run(name string, f func(t *T)) bool //: call f
func (t *T) Chdir(dir string)
func (t *T) Deadline() (deadline time.Time, ok bool)
func (t *T) Parallel()
func (t *T) Setenv(key, value string)

type B struct {
	common
	N int
}

func (b *B) Run(name string, f func(b *B)) bool //: call f
func (b *B) RunParallel(body func(*PB))         //: call body
func (b *B) Elapsed() time.Duration
func (b *B) Loop() bool
func (b *B) ReportAllocs()
func (b *B) ReportMetric(n float64, unit string)
func (b *B) ResetTimer()
func (b *B) SetBytes(n int64)
func (b *B) SetParallelism(p int)
func (b *B) StartTimer()
func (b *B) StopTimer()

type F struct{ common }

func (f *F) Fuzz(ff any) //: call ff
func (f *F) Add(args ...any)
func (f *F) Fail() //: fail
func (f *F) Helper()
func (f *F) Skipped() bool

type M struct{}

func (m *M) Run() (code int)

type PB struct{}

func (pb *PB) Next() bool

type BenchmarkResult struct {
	N         int
	T         time.Duration
	Bytes     int64
	MemAllocs uint64
	MemBytes  uint64
	Extra     map[string]float64
}

func (r BenchmarkResult) AllocedBytesPerOp() int64
func (r BenchmarkResult) AllocsPerOp() int64
func (r BenchmarkResult) MemString() string
func (r BenchmarkResult) NsPerOp() int64
func (r BenchmarkResult) String() string

func AllocsPerRun(runs int, f func()) (avg float64) //: call f
func Benchmark(f func(b *B)) BenchmarkResult        //: call f
func CoverMode() string
func Coverage() float64
func Init()
func Short() bool
func Testing() bool
func Verbose() bool
