// The query API of InfluxDB: Next closes the result at its end; before, it has to be closed.
package p

import (
	"context"
	"errors"

	"github.com/influxdata/influxdb-client-go/v2/api"
)

var errFound = errors.New("found")

func stopsEarly(ctx context.Context, queries api.QueryAPI) error {
	result, err := queries.Query(ctx, "from(bucket: `air`)") // want `never-closed`
	if err != nil {
		return err
	}
	for result.Next() { // via `when this is true`
		return errFound // via `returns with the body open`
	}
	return result.Err()
}

func neverReads(ctx context.Context, queries api.QueryAPI) error {
	_, err := queries.QueryWithParams(ctx, "from(bucket: params.name)", nil) // want `discarded-response`
	return err
}

func readsAll(ctx context.Context, queries api.QueryAPI) (n int, err error) {
	result, err := queries.Query(ctx, "from(bucket: `air`)")
	if err != nil {
		return 0, err
	}
	for result.Next() {
		n++
	}
	return n, result.Err()
}

func closes(ctx context.Context, queries api.QueryAPI) (bool, error) {
	result, err := queries.Query(ctx, "from(bucket: `air`)")
	if err != nil {
		return false, err
	}
	defer result.Close()
	return result.Next(), result.Err()
}

func cancelled(ctx context.Context, queries api.QueryAPI) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	_, err := queries.Query(ctx, "buckets()")
	return err
}

func raw(ctx context.Context, queries api.QueryAPI) (string, error) {
	return queries.QueryRaw(ctx, "buckets()", nil)
}
