package slog // import "log/slog"

import (
	"context"
	"io"
	"log"
	"time"
)

const LevelDebug Level = -4
const LevelInfo Level = 0
const LevelWarn Level = 4
const LevelError Level = 8

var DiscardHandler Handler

func Debug(msg string, args ...any)
func DebugContext(ctx context.Context, msg string, args ...any)
func Error(msg string, args ...any)
func ErrorContext(ctx context.Context, msg string, args ...any)
func Info(msg string, args ...any)
func InfoContext(ctx context.Context, msg string, args ...any)
func Log(ctx context.Context, level Level, msg string, args ...any)
func LogAttrs(ctx context.Context, level Level, msg string, attrs ...Attr)
func Warn(msg string, args ...any)
func WarnContext(ctx context.Context, msg string, args ...any)
func NewLogLogger(h Handler, level Level) *log.Logger
func SetDefault(l *Logger)
func Any(key string, value any) Attr
func Bool(key string, v bool) Attr
func Duration(key string, v time.Duration) Attr
func Float64(key string, v float64) Attr
func Group(key string, args ...any) Attr
func Int(key string, value int) Attr
func Int64(key string, value int64) Attr
func String(key, value string) Attr
func Time(key string, v time.Time) Attr
func Uint64(key string, v uint64) Attr

type Attr struct {
	Key   string
	Value Value
}
type Value struct{}

func AnyValue(v any) Value
func StringValue(value string) Value
func (v Value) Any() any
func (v Value) String() string

type Handler interface {
	Enabled(context.Context, Level) bool
	Handle(context.Context, Record) error
	WithAttrs(attrs []Attr) Handler
	WithGroup(name string) Handler
}
type HandlerOptions struct {
	AddSource   bool
	Level       Leveler
	ReplaceAttr func(groups []string, a Attr) Attr
}
type JSONHandler struct{}

func NewJSONHandler(w io.Writer, opts *HandlerOptions) *JSONHandler

type TextHandler struct{}

func NewTextHandler(w io.Writer, opts *HandlerOptions) *TextHandler

type Level int

func (l Level) Level() Level
func (l Level) String() string

type LevelVar struct{}

func (v *LevelVar) Level() Level
func (v *LevelVar) Set(l Level)

type Leveler interface {
	Level() Level
}
type Record struct {
	Time    time.Time
	Message string
	Level   Level
	PC      uintptr
}
type Logger struct{}

func Default() *Logger
func New(h Handler) *Logger
func With(args ...any) *Logger
func (l *Logger) Debug(msg string, args ...any)
func (l *Logger) DebugContext(ctx context.Context, msg string, args ...any)
func (l *Logger) Enabled(ctx context.Context, level Level) bool
func (l *Logger) Error(msg string, args ...any)
func (l *Logger) ErrorContext(ctx context.Context, msg string, args ...any)
func (l *Logger) Handler() Handler
func (l *Logger) Info(msg string, args ...any)
func (l *Logger) InfoContext(ctx context.Context, msg string, args ...any)
func (l *Logger) Log(ctx context.Context, level Level, msg string, args ...any)
func (l *Logger) LogAttrs(ctx context.Context, level Level, msg string, attrs ...Attr)
func (l *Logger) Warn(msg string, args ...any)
func (l *Logger) WarnContext(ctx context.Context, msg string, args ...any)
func (l *Logger) With(args ...any) *Logger
func (l *Logger) WithGroup(name string) *Logger
