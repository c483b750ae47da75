package otel // import "go.opentelemetry.io/otel"

import "go.opentelemetry.io/otel/trace"

func Tracer(name string, opts ...any) trace.Tracer
func Handle(err error)
