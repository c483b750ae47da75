package log // import "charm.land/log/v2"

func Debug(msg any, keyvals ...any)
func Debugf(format string, args ...any)
func Error(msg any, keyvals ...any)
func Errorf(format string, args ...any)
func Fatal(msg any, keyvals ...any)     //: exit
func Fatalf(format string, args ...any) //: exit
func Info(msg any, keyvals ...any)
func Infof(format string, args ...any)
func Print(msg any, keyvals ...any)
func Printf(format string, args ...any)
func Warn(msg any, keyvals ...any)
func Warnf(format string, args ...any)
func With(keyvals ...any) *Logger
func Default() *Logger

type Logger struct{}

func (l *Logger) Debug(msg any, keyvals ...any)
func (l *Logger) Debugf(format string, args ...any)
func (l *Logger) Error(msg any, keyvals ...any)
func (l *Logger) Errorf(format string, args ...any)
func (l *Logger) Fatal(msg any, keyvals ...any)     //: exit
func (l *Logger) Fatalf(format string, args ...any) //: exit
func (l *Logger) Info(msg any, keyvals ...any)
func (l *Logger) Infof(format string, args ...any)
func (l *Logger) Print(msg any, keyvals ...any)
func (l *Logger) Printf(format string, args ...any)
func (l *Logger) Warn(msg any, keyvals ...any)
func (l *Logger) Warnf(format string, args ...any)
func (l *Logger) With(keyvals ...any) *Logger
