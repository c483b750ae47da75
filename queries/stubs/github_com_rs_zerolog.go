package zerolog // import "github.com/rs/zerolog"

import (
	"context"
	"fmt"
	"io"
	"time"
)

// note: EndingEvent is an invention of this file: an Event that ends the program or panics when it is sent.
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

type EndingEvent struct{}

func (e *EndingEvent) AnErr(key string, err error) *EndingEvent
func (e *EndingEvent) Any(key string, i any) *EndingEvent
func (e *EndingEvent) Bool(key string, b bool) *EndingEvent
func (e *EndingEvent) Bytes(key string, val []byte) *EndingEvent
func (e *EndingEvent) Caller(skip ...int) *EndingEvent
func (e *EndingEvent) Dur(key string, d time.Duration) *EndingEvent
func (e *EndingEvent) Err(err error) *EndingEvent
func (e *EndingEvent) Fields(fields any) *EndingEvent
func (e *EndingEvent) Float64(key string, f float64) *EndingEvent
func (e *EndingEvent) Int(key string, i int) *EndingEvent
func (e *EndingEvent) Int64(key string, i int64) *EndingEvent
func (e *EndingEvent) Interface(key string, i any) *EndingEvent
func (e *EndingEvent) RawJSON(key string, b []byte) *EndingEvent
func (e *EndingEvent) Stack() *EndingEvent
func (e *EndingEvent) Str(key, val string) *EndingEvent
func (e *EndingEvent) Strs(key string, vals []string) *EndingEvent
func (e *EndingEvent) Stringer(key string, val fmt.Stringer) *EndingEvent
func (e *EndingEvent) Time(key string, t time.Time) *EndingEvent
func (e *EndingEvent) Timestamp() *EndingEvent
func (e *EndingEvent) Uint64(key string, i uint64) *EndingEvent
func (e *EndingEvent) Msg(msg string)                  //: exit
func (e *EndingEvent) Msgf(format string, v ...any)    //: exit
func (e *EndingEvent) MsgFunc(createMsg func() string) //: exit
func (e *EndingEvent) Send()                           //: exit

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
func (l *Logger) Fatal() *EndingEvent
func (l *Logger) Panic() *EndingEvent
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
