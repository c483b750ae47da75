package klog // import "k8s.io/klog/v2"

func Info(args ...any)
func Infof(format string, args ...any)
func Infoln(args ...any)
func InfoDepth(depth int, args ...any)
func InfofDepth(depth int, format string, args ...any)
func InfolnDepth(depth int, args ...any)
func Warning(args ...any)
func Warningf(format string, args ...any)
func Warningln(args ...any)
func WarningDepth(depth int, args ...any)
func WarningfDepth(depth int, format string, args ...any)
func WarninglnDepth(depth int, args ...any)
func Error(args ...any)
func Errorf(format string, args ...any)
func Errorln(args ...any)
func ErrorDepth(depth int, args ...any)
func ErrorfDepth(depth int, format string, args ...any)
func ErrorlnDepth(depth int, args ...any)
func Fatal(args ...any)                                 //: exit
func Fatalf(format string, args ...any)                 //: exit
func Fatalln(args ...any)                               //: exit
func FatalDepth(depth int, args ...any)                 //: exit
func FatalfDepth(depth int, format string, args ...any) //: exit
func FatallnDepth(depth int, args ...any)               //: exit
func Exit(args ...any)                                  //: exit
func Exitf(format string, args ...any)                  //: exit
func Exitln(args ...any)                                //: exit
func ExitDepth(depth int, args ...any)                  //: exit
func ExitfDepth(depth int, format string, args ...any)  //: exit
func ExitlnDepth(depth int, args ...any)                //: exit
func InfoS(msg string, keysAndValues ...any)
func ErrorS(err error, msg string, keysAndValues ...any)
func Flush()
func V(level Level) Verbose

type Level int32
type Verbose struct{}

func (v Verbose) Enabled() bool
func (v Verbose) InfoS(msg string, keysAndValues ...any)
func (v Verbose) ErrorS(err error, msg string, keysAndValues ...any)
func (v Verbose) Info(args ...any)
func (v Verbose) Infof(format string, args ...any)
func (v Verbose) Infoln(args ...any)
