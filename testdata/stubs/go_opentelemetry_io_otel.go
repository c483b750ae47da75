// otel: the context of a span ends with the one that it was made of.
package p

import (
	"context"
	"net/http"

	"go.opentelemetry.io/otel"
)

func cancelled(ctx context.Context, link string) (int, error) {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	ctx, span := otel.Tracer("client").Start(ctx, "get")
	defer span.End()
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, link, nil)
	if err != nil {
		return 0, err
	}
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

// The end of a span closes nothing.
func traced(ctx context.Context, link string) (int, error) {
	ctx, span := otel.Tracer("client").Start(ctx, "get")
	defer span.End()
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, link, nil)
	if err != nil {
		return 0, err
	}
	resp, err := http.DefaultClient.Do(req) // want `leaks-on-path`
	if err != nil {
		span.RecordError(err)
		return 0, err
	}
	if resp.StatusCode != http.StatusOK { // via `when this is true`
		otel.Handle(http.ErrNotSupported)
		return resp.StatusCode, nil // via `returns with the body open`
	}
	return resp.StatusCode, resp.Body.Close()
}
