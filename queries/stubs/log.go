package log // import "log"

import "io"

const Ldate = 1
const Ltime = 2
const Lmicroseconds = 4
const Llongfile = 8
const Lshortfile = 16
const LUTC = 32
const Lmsgprefix = 64
const LstdFlags = 3

func Fatal(v ...any)                 //: exit
func Fatalf(format string, v ...any) //: exit
func Fatalln(v ...any)               //: exit
func Panic(v ...any)                 //: exit
func Panicf(format string, v ...any) //: exit
func Panicln(v ...any)               //: exit
func Flags() int
func Output(calldepth int, s string) error
func Prefix() string
func Print(v ...any)
func Printf(format string, v ...any)
func Println(v ...any)
func SetFlags(flag int)
func SetOutput(w io.Writer)
func SetPrefix(prefix string)
func Writer() io.Writer

type Logger struct{}

func Default() *Logger
func New(out io.Writer, prefix string, flag int) *Logger
func (l *Logger) Fatal(v ...any)                 //: exit
func (l *Logger) Fatalf(format string, v ...any) //: exit
func (l *Logger) Fatalln(v ...any)               //: exit
func (l *Logger) Panic(v ...any)                 //: exit
func (l *Logger) Panicf(format string, v ...any) //: exit
func (l *Logger) Panicln(v ...any)               //: exit
func (l *Logger) Flags() int
func (l *Logger) Output(calldepth int, s string) error
func (l *Logger) Prefix() string
func (l *Logger) Print(v ...any)
func (l *Logger) Printf(format string, v ...any)
func (l *Logger) Println(v ...any)
func (l *Logger) SetFlags(flag int)
func (l *Logger) SetOutput(w io.Writer)
func (l *Logger) SetPrefix(prefix string)
func (l *Logger) Writer() io.Writer
