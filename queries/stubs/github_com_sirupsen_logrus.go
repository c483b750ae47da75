package logrus // import "github.com/sirupsen/logrus"

import (
	"context"
	"io"
	"time"
)

type Fields map[string]any
type Level uint32

const PanicLevel Level = 0
const FatalLevel Level = 1
const ErrorLevel Level = 2
const WarnLevel Level = 3
const InfoLevel Level = 4
const DebugLevel Level = 5
const TraceLevel Level = 6

type LogFunction func() []any
type Formatter interface {
	Format(*Entry) ([]byte, error)
}
type Hook interface {
	Levels() []Level
	Fire(*Entry) error
}
type TextFormatter struct {
	ForceColors      bool
	DisableColors    bool
	DisableTimestamp bool
	FullTimestamp    bool
	TimestampFormat  string
}

func (f *TextFormatter) Format(entry *Entry) ([]byte, error)

type JSONFormatter struct {
	TimestampFormat  string
	DisableTimestamp bool
	PrettyPrint      bool
}

func (f *JSONFormatter) Format(entry *Entry) ([]byte, error)

func New() *Logger
func NewEntry(logger *Logger) *Entry
func StandardLogger() *Logger
func ParseLevel(lvl string) (Level, error)
func Exit(code int)                      //: exit
func RegisterExitHandler(handler func()) //: keep handler
func DeferExitHandler(handler func())    //: keep handler
func AddHook(hook Hook)
func GetLevel() Level
func IsLevelEnabled(level Level) bool
func SetFormatter(formatter Formatter)
func SetLevel(level Level)
func SetOutput(out io.Writer)
func SetReportCaller(include bool)
func WithContext(ctx context.Context) *Entry
func WithError(err error) *Entry
func WithField(key string, value any) *Entry
func WithFields(fields Fields) *Entry
func WithTime(t time.Time) *Entry
func Trace(args ...any)
func Tracef(format string, args ...any)
func Traceln(args ...any)
func TraceFn(fn LogFunction)
func Debug(args ...any)
func Debugf(format string, args ...any)
func Debugln(args ...any)
func DebugFn(fn LogFunction)
func Print(args ...any)
func Printf(format string, args ...any)
func Println(args ...any)
func PrintFn(fn LogFunction)
func Info(args ...any)
func Infof(format string, args ...any)
func Infoln(args ...any)
func InfoFn(fn LogFunction)
func Warn(args ...any)
func Warnf(format string, args ...any)
func Warnln(args ...any)
func WarnFn(fn LogFunction)
func Warning(args ...any)
func Warningf(format string, args ...any)
func Warningln(args ...any)
func WarningFn(fn LogFunction)
func Error(args ...any)
func Errorf(format string, args ...any)
func Errorln(args ...any)
func ErrorFn(fn LogFunction)
func Fatal(args ...any)                 //: exit
func Fatalf(format string, args ...any) //: exit
func Fatalln(args ...any)               //: exit
func FatalFn(fn LogFunction)            //: exit
func Panic(args ...any)                 //: exit
func Panicf(format string, args ...any) //: exit
func Panicln(args ...any)               //: exit
func PanicFn(fn LogFunction)            //: exit

type Logger struct {
	Out          io.Writer
	Formatter    Formatter
	ReportCaller bool
	Level        Level
	ExitFunc     func(int)
}

func (logger *Logger) WithContext(ctx context.Context) *Entry
func (logger *Logger) WithError(err error) *Entry
func (logger *Logger) WithField(key string, value any) *Entry
func (logger *Logger) WithFields(fields Fields) *Entry
func (logger *Logger) WithTime(t time.Time) *Entry
func (logger *Logger) Exit(code int) //: exit
func (logger *Logger) AddHook(hook Hook)
func (logger *Logger) GetLevel() Level
func (logger *Logger) IsLevelEnabled(level Level) bool
func (logger *Logger) SetFormatter(formatter Formatter)
func (logger *Logger) SetLevel(level Level)
func (logger *Logger) SetOutput(output io.Writer)
func (logger *Logger) SetReportCaller(reportCaller bool)
func (logger *Logger) Log(level Level, args ...any)
func (logger *Logger) Logf(level Level, format string, args ...any)
func (logger *Logger) Logln(level Level, args ...any)
func (logger *Logger) Writer() *io.PipeWriter
func (logger *Logger) Trace(args ...any)
func (logger *Logger) Tracef(format string, args ...any)
func (logger *Logger) Traceln(args ...any)
func (logger *Logger) TraceFn(fn LogFunction)
func (logger *Logger) Debug(args ...any)
func (logger *Logger) Debugf(format string, args ...any)
func (logger *Logger) Debugln(args ...any)
func (logger *Logger) DebugFn(fn LogFunction)
func (logger *Logger) Print(args ...any)
func (logger *Logger) Printf(format string, args ...any)
func (logger *Logger) Println(args ...any)
func (logger *Logger) PrintFn(fn LogFunction)
func (logger *Logger) Info(args ...any)
func (logger *Logger) Infof(format string, args ...any)
func (logger *Logger) Infoln(args ...any)
func (logger *Logger) InfoFn(fn LogFunction)
func (logger *Logger) Warn(args ...any)
func (logger *Logger) Warnf(format string, args ...any)
func (logger *Logger) Warnln(args ...any)
func (logger *Logger) WarnFn(fn LogFunction)
func (logger *Logger) Warning(args ...any)
func (logger *Logger) Warningf(format string, args ...any)
func (logger *Logger) Warningln(args ...any)
func (logger *Logger) WarningFn(fn LogFunction)
func (logger *Logger) Error(args ...any)
func (logger *Logger) Errorf(format string, args ...any)
func (logger *Logger) Errorln(args ...any)
func (logger *Logger) ErrorFn(fn LogFunction)
func (logger *Logger) Fatal(args ...any)                 //: exit
func (logger *Logger) Fatalf(format string, args ...any) //: exit
func (logger *Logger) Fatalln(args ...any)               //: exit
func (logger *Logger) FatalFn(fn LogFunction)            //: exit
func (logger *Logger) Panic(args ...any)                 //: exit
func (logger *Logger) Panicf(format string, args ...any) //: exit
func (logger *Logger) Panicln(args ...any)               //: exit
func (logger *Logger) PanicFn(fn LogFunction)            //: exit

type Entry struct {
	Logger  *Logger
	Data    Fields
	Time    time.Time
	Level   Level
	Message string
	Context context.Context
}

func (entry *Entry) WithContext(ctx context.Context) *Entry
func (entry *Entry) WithError(err error) *Entry
func (entry *Entry) WithField(key string, value any) *Entry
func (entry *Entry) WithFields(fields Fields) *Entry
func (entry *Entry) WithTime(t time.Time) *Entry
func (entry *Entry) String() (string, error)
func (entry *Entry) Log(level Level, args ...any)
func (entry *Entry) Logf(level Level, format string, args ...any)
func (entry *Entry) Logln(level Level, args ...any)
func (entry *Entry) Trace(args ...any)
func (entry *Entry) Tracef(format string, args ...any)
func (entry *Entry) Traceln(args ...any)
func (entry *Entry) Debug(args ...any)
func (entry *Entry) Debugf(format string, args ...any)
func (entry *Entry) Debugln(args ...any)
func (entry *Entry) Print(args ...any)
func (entry *Entry) Printf(format string, args ...any)
func (entry *Entry) Println(args ...any)
func (entry *Entry) Info(args ...any)
func (entry *Entry) Infof(format string, args ...any)
func (entry *Entry) Infoln(args ...any)
func (entry *Entry) Warn(args ...any)
func (entry *Entry) Warnf(format string, args ...any)
func (entry *Entry) Warnln(args ...any)
func (entry *Entry) Warning(args ...any)
func (entry *Entry) Warningf(format string, args ...any)
func (entry *Entry) Warningln(args ...any)
func (entry *Entry) Error(args ...any)
func (entry *Entry) Errorf(format string, args ...any)
func (entry *Entry) Errorln(args ...any)
func (entry *Entry) Fatal(args ...any)                 //: exit
func (entry *Entry) Fatalf(format string, args ...any) //: exit
func (entry *Entry) Fatalln(args ...any)               //: exit
func (entry *Entry) Panic(args ...any)                 //: exit
func (entry *Entry) Panicf(format string, args ...any) //: exit
func (entry *Entry) Panicln(args ...any)               //: exit

type StdLogger interface {
	Print(args ...any)
	Printf(format string, args ...any)
	Println(args ...any)
	Fatal(args ...any)                 //: exit
	Fatalf(format string, args ...any) //: exit
	Fatalln(args ...any)               //: exit
	Panic(args ...any)                 //: exit
	Panicf(format string, args ...any) //: exit
	Panicln(args ...any)               //: exit
}
type FieldLogger interface {
	WithField(key string, value any) *Entry
	WithFields(fields Fields) *Entry
	WithError(err error) *Entry
	Debug(args ...any)
	Debugf(format string, args ...any)
	Debugln(args ...any)
	Info(args ...any)
	Infof(format string, args ...any)
	Infoln(args ...any)
	Print(args ...any)
	Printf(format string, args ...any)
	Println(args ...any)
	Warn(args ...any)
	Warnf(format string, args ...any)
	Warnln(args ...any)
	Warning(args ...any)
	Warningf(format string, args ...any)
	Warningln(args ...any)
	Error(args ...any)
	Errorf(format string, args ...any)
	Errorln(args ...any)
	Fatal(args ...any)                 //: exit
	Fatalf(format string, args ...any) //: exit
	Fatalln(args ...any)               //: exit
	Panic(args ...any)                 //: exit
	Panicf(format string, args ...any) //: exit
	Panicln(args ...any)               //: exit
}
type Ext1FieldLogger interface {
	FieldLogger
	Trace(args ...any)
	Tracef(format string, args ...any)
	Traceln(args ...any)
}
