package glog // import "github.com/golang/glog"

import "context"

func Info(args ...any)
func Infof(format string, args ...any)
func Infoln(args ...any)
func InfoDepth(depth int, args ...any)
func InfoContext(ctx context.Context, args ...any)
func InfoContextf(ctx context.Context, format string, args ...any)
func InfoDepthf(depth int, format string, args ...any)
func Warning(args ...any)
func Warningf(format string, args ...any)
func Warningln(args ...any)
func WarningDepth(depth int, args ...any)
func WarningContext(ctx context.Context, args ...any)
func WarningContextf(ctx context.Context, format string, args ...any)
func WarningDepthf(depth int, format string, args ...any)
func Error(args ...any)
func Errorf(format string, args ...any)
func Errorln(args ...any)
func ErrorDepth(depth int, args ...any)
func ErrorContext(ctx context.Context, args ...any)
func ErrorContextf(ctx context.Context, format string, args ...any)
func ErrorDepthf(depth int, format string, args ...any)
func Fatal(args ...any)                                             //: exit
func Fatalf(format string, args ...any)                             //: exit
func Fatalln(args ...any)                                           //: exit
func FatalDepth(depth int, args ...any)                             //: exit
func FatalContext(ctx context.Context, args ...any)                 //: exit
func FatalContextf(ctx context.Context, format string, args ...any) //: exit
func FatalDepthf(depth int, format string, args ...any)             //: exit
func Exit(args ...any)                                              //: exit
func Exitf(format string, args ...any)                              //: exit
func Exitln(args ...any)                                            //: exit
func ExitDepth(depth int, args ...any)                              //: exit
func ExitContext(ctx context.Context, args ...any)                  //: exit
func ExitContextf(ctx context.Context, format string, args ...any)  //: exit
func ExitDepthf(depth int, format string, args ...any)              //: exit
func Flush()
func V(level Level) Verbose

type Level int32
type Verbose bool

func (v Verbose) Info(args ...any)
func (v Verbose) Infof(format string, args ...any)
func (v Verbose) Infoln(args ...any)
