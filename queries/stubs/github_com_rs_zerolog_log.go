package log // import "github.com/rs/zerolog/log"

import (
	"context"

	"github.com/rs/zerolog"
)

var Logger zerolog.Logger

// note: see EndingEvent in package zerolog.
func Trace() *zerolog.Event
func Debug() *zerolog.Event
func Info() *zerolog.Event
func Warn() *zerolog.Event
func Error() *zerolog.Event
func Log() *zerolog.Event
func Err(err error) *zerolog.Event
func Fatal() *zerolog.EndingEvent
func Panic() *zerolog.EndingEvent
func Print(v ...any)
func Printf(format string, v ...any)
func Ctx(ctx context.Context) *zerolog.Logger
func With() zerolog.Context
