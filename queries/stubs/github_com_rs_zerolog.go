package zerolog // import "github.com/rs/zerolog"

import (
	"context"
	"fmt"
	"io"
	"time"
)

// note: endingEvent is an invention of this file: an Event that ends the program or panics when it is sent.
type Event struct{}

func (e *Event) AnErr(key string, err error) *Event
func (e *Event) Any(key string, i any) *Event
func (e *Event) Bool(key string, b bool) *Event
func (e *Event) Bytes(key string, val []byte) *Event
func (e *Event) Caller(skip ...int) *Event
func (e *Event) Dur(key string, d time.Duration) *Event
func (e *Event) Err(err error) *Event
func (e *Event) Fields(fields any) *Event
func (e *Event) Float64(key string, f float64) *Event
func (e *Event) Int(key string, i int) *Event
func (e *Event) Int64(key string, i int64) *Event
func (e *Event) Interface(key string, i any) *Event
func (e *Event) RawJSON(key string, b []byte) *Event
func (e *Event) Stack() *Event
func (e *Event) Str(key, val string) *Event
func (e *Event) Strs(key string, vals []string) *Event
func (e *Event) Stringer(key string, val fmt.Stringer) *Event
func (e *Event) Time(key string, t time.Time) *Event
func (e *Event) Timestamp() *Event
func (e *Event) Uint64(key string, i uint64) *Event
func (e *Event) Enabled() bool
func (e *Event) Msg(msg string)
func (e *Event) Msgf(format string, v ...any)
func (e *Event) MsgFunc(createMsg func() string)
func (e *Event) Send()

type endingEvent struct{}

func (e *endingEvent) AnErr(key string, err error) *endingEvent
func (e *endingEvent) Any(key string, i any) *endingEvent
func (e *endingEvent) Bool(key string, b bool) *endingEvent
func (e *endingEvent) Bytes(key string, val []byte) *endingEvent
func (e *endingEvent) Caller(skip ...int) *endingEvent
func (e *endingEvent) Dur(key string, d time.Duration) *endingEvent
func (e *endingEvent) Err(err error) *endingEvent
func (e *endingEvent) Fields(fields any) *endingEvent
func (e *endingEvent) Float64(key string, f float64) *endingEvent
func (e *endingEvent) Int(key string, i int) *endingEvent
func (e *endingEvent) Int64(key string, i int64) *endingEvent
func (e *endingEvent) Interface(key string, i any) *endingEvent
func (e *endingEvent) RawJSON(key string, b []byte) *endingEvent
func (e *endingEvent) Stack() *endingEvent
func (e *endingEvent) Str(key, val string) *endingEvent
func (e *endingEvent) Strs(key string, vals []string) *endingEvent
func (e *endingEvent) Stringer(key string, val fmt.Stringer) *endingEvent
func (e *endingEvent) Time(key string, t time.Time) *endingEvent
func (e *endingEvent) Timestamp() *endingEvent
func (e *endingEvent) Uint64(key string, i uint64) *endingEvent
func (e *endingEvent) Msg(msg string)                  //: exit
func (e *endingEvent) Msgf(format string, v ...any)    //: exit
func (e *endingEvent) MsgFunc(createMsg func() string) //: exit
func (e *endingEvent) Send()                           //: exit

type Level int8
type Logger struct{}

func New(w io.Writer) Logger
func Nop() Logger
func Ctx(ctx context.Context) *Logger
func SetGlobalLevel(l Level)
func ParseLevel(levelStr string) (Level, error)
func (l *Logger) Trace() *Event
func (l *Logger) Debug() *Event
func (l *Logger) Info() *Event
func (l *Logger) Warn() *Event
func (l *Logger) Error() *Event
func (l *Logger) Log() *Event
func (l *Logger) Err(err error) *Event
func (l *Logger) Fatal() *endingEvent
func (l *Logger) Panic() *endingEvent
func (l *Logger) Print(v ...any)
func (l *Logger) Printf(format string, v ...any)
func (l Logger) With() Context
func (l Logger) Level(lvl Level) Logger
func (l Logger) Output(w io.Writer) Logger
func (l Logger) WithContext(ctx context.Context) (carrying context.Context) //: carry carrying ctx

type Context struct{}

func (c Context) Logger() Logger
func (c Context) Str(key, val string) Context
func (c Context) Timestamp() Context
func (c Context) Caller() Context
func (c Context) Int(key string, i int) Context
