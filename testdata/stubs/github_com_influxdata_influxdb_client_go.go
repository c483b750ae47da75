// The client of InfluxDB 2 leads to its query API.
package p

import (
	"context"

	influxdb2 "github.com/influxdata/influxdb-client-go/v2"
)

func firstForgets(ctx context.Context, link, token string) (bool, error) {
	client := influxdb2.NewClient(link, token)
	defer client.Close()
	result, err := client.QueryAPI("air").Query(ctx, "buckets()") // want `never-closed`
	if err != nil {
		return false, err
	}
	if result.Next() { // via `when this is true`
		return true, nil // via `returns with the body open`
	}
	return false, result.Err()
}

func readsAll(ctx context.Context, client influxdb2.Client) (n int, err error) {
	result, err := client.QueryAPI("air").Query(ctx, "buckets()")
	if err != nil {
		return 0, err
	}
	defer result.Close()
	for result.Next() {
		n++
	}
	return n, result.Err()
}
