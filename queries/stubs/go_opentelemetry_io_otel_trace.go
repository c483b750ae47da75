package trace // import "go.opentelemetry.io/otel/trace"

import "context"

type SpanStartOption interface{}
type SpanEndOption interface{}
type EventOption interface{}
type Span interface {
	End(options ...SpanEndOption)
	IsRecording() bool
	RecordError(err error, options ...EventOption)
	SetName(name string)
}
type Tracer interface {
	Start(ctx context.Context, spanName string, opts ...SpanStartOption) (spanCtx context.Context, span Span) //: carry spanCtx ctx
}

func ContextWithSpan(parent context.Context, span Span) (ctx context.Context) //: carry ctx parent
func SpanFromContext(ctx context.Context) Span
