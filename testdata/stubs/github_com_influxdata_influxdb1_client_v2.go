// The client of InfluxDB 1: chunks have to be read to their end or closed.
package p

import "github.com/influxdata/influxdb1-client/v2"

func firstForgets(influx client.Client, q client.Query) (string, error) {
	chunks, err := influx.QueryAsChunk(q) // want `never-closed`
	if err != nil {
		return "", err
	}
	answer, err := chunks.NextResponse()
	if err != nil { // via `when this is false`
		return "", err
	}
	return answer.Err, nil // via `returns with the body open`
}

func readsAll(influx client.Client, q client.Query) (n int, err error) {
	chunks, err := influx.QueryAsChunk(q)
	if err != nil {
		return 0, err
	}
	for {
		if _, err := chunks.NextResponse(); err != nil {
			return n, err
		}
		n++
	}
}

func closes(influx client.Client, q client.Query) error {
	chunks, err := influx.QueryAsChunk(q)
	if err != nil {
		return err
	}
	defer chunks.Close()
	_, err = chunks.NextResponse()
	return err
}

func decoded(config client.HTTPConfig) (string, error) {
	influx, err := client.NewHTTPClient(config)
	if err != nil {
		return "", err
	}
	answer, err := influx.Query(client.NewQuery("SHOW DATABASES", "", ""))
	if err != nil {
		return "", err
	}
	return answer.Err, nil
}
