package zap // import "go.uber.org/zap"

import (
	"log"
	"time"

	"go.uber.org/zap/zapcore"
)

type Field = zapcore.Field
type Option interface{}
type Config struct {
	Level       AtomicLevel
	Development bool
	Encoding    string
	OutputPaths []string
}

func (cfg Config) Build(opts ...Option) (*Logger, error)
func NewDevelopmentConfig() Config
func NewProductionConfig() Config

type AtomicLevel struct{}

func NewAtomicLevel() AtomicLevel
func NewAtomicLevelAt(l zapcore.Level) AtomicLevel
func L() *Logger
func S() *SugaredLogger
func New(core zapcore.Core, options ...Option) *Logger
func NewDevelopment(options ...Option) (*Logger, error)
func NewProduction(options ...Option) (*Logger, error)
func NewExample(options ...Option) *Logger
func NewNop() *Logger
func Must(logger *Logger, err error) *Logger //: must-nil err
func ReplaceGlobals(logger *Logger) func()
func NewStdLog(l *Logger) *log.Logger
func RedirectStdLog(l *Logger) func()
func Any(key string, value any) Field
func Bool(key string, val bool) Field
func Duration(key string, val time.Duration) Field
func Float64(key string, val float64) Field
func Int(key string, val int) Field
func Int64(key string, val int64) Field
func String(key string, val string) Field
func Strings(key string, val []string) Field
func Time(key string, val time.Time) Field
func Uint64(key string, val uint64) Field
func Error(err error) Field
func NamedError(key string, err error) Field
func Stack(key string) Field
func AddCaller() Option
func AddCallerSkip(skip int) Option

// note: DPanic panics in development only.
type Logger struct{}

func (log *Logger) Debug(msg string, fields ...Field)
func (log *Logger) Info(msg string, fields ...Field)
func (log *Logger) Warn(msg string, fields ...Field)
func (log *Logger) Error(msg string, fields ...Field)
func (log *Logger) DPanic(msg string, fields ...Field)
func (log *Logger) Panic(msg string, fields ...Field) //: exit
func (log *Logger) Fatal(msg string, fields ...Field) //: exit
func (log *Logger) Core() zapcore.Core
func (log *Logger) Log(lvl zapcore.Level, msg string, fields ...Field)
func (log *Logger) Named(s string) *Logger
func (log *Logger) Sugar() *SugaredLogger
func (log *Logger) Sync() error
func (log *Logger) With(fields ...Field) *Logger
func (log *Logger) WithLazy(fields ...Field) *Logger
func (log *Logger) WithOptions(opts ...Option) *Logger

type SugaredLogger struct{}

func (s *SugaredLogger) Debug(args ...any)
func (s *SugaredLogger) Debugf(template string, args ...any)
func (s *SugaredLogger) Debugw(msg string, keysAndValues ...any)
func (s *SugaredLogger) Debugln(args ...any)
func (s *SugaredLogger) Info(args ...any)
func (s *SugaredLogger) Infof(template string, args ...any)
func (s *SugaredLogger) Infow(msg string, keysAndValues ...any)
func (s *SugaredLogger) Infoln(args ...any)
func (s *SugaredLogger) Warn(args ...any)
func (s *SugaredLogger) Warnf(template string, args ...any)
func (s *SugaredLogger) Warnw(msg string, keysAndValues ...any)
func (s *SugaredLogger) Warnln(args ...any)
func (s *SugaredLogger) Error(args ...any)
func (s *SugaredLogger) Errorf(template string, args ...any)
func (s *SugaredLogger) Errorw(msg string, keysAndValues ...any)
func (s *SugaredLogger) Errorln(args ...any)
func (s *SugaredLogger) DPanic(args ...any)
func (s *SugaredLogger) DPanicf(template string, args ...any)
func (s *SugaredLogger) DPanicw(msg string, keysAndValues ...any)
func (s *SugaredLogger) DPanicln(args ...any)
func (s *SugaredLogger) Panic(args ...any)                       //: exit
func (s *SugaredLogger) Panicf(template string, args ...any)     //: exit
func (s *SugaredLogger) Panicw(msg string, keysAndValues ...any) //: exit
func (s *SugaredLogger) Panicln(args ...any)                     //: exit
func (s *SugaredLogger) Fatal(args ...any)                       //: exit
func (s *SugaredLogger) Fatalf(template string, args ...any)     //: exit
func (s *SugaredLogger) Fatalw(msg string, keysAndValues ...any) //: exit
func (s *SugaredLogger) Fatalln(args ...any)                     //: exit
func (s *SugaredLogger) Desugar() *Logger
func (s *SugaredLogger) Named(name string) *SugaredLogger
func (s *SugaredLogger) Sync() error
func (s *SugaredLogger) With(args ...any) *SugaredLogger
func (s *SugaredLogger) WithLazy(args ...any) *SugaredLogger
func (s *SugaredLogger) WithOptions(opts ...Option) *SugaredLogger
