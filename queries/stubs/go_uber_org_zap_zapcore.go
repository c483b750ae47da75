package zapcore // import "go.uber.org/zap/zapcore"

type Field struct{}
type Core interface{}
type Level int8

const DebugLevel Level = -1
const InfoLevel Level = 0
const WarnLevel Level = 1
const ErrorLevel Level = 2
const DPanicLevel Level = 3
const PanicLevel Level = 4
const FatalLevel Level = 5
