package api // import "github.com/influxdata/influxdb-client-go/*/api", "github.com/influxdata/influxdb-client-go/api"

import (
	"context"
	"io"
)

type QueryAPI interface {
	Query(ctx context.Context, query string) (result *QueryTableResult, err error)                       //: own result; context ctx
	QueryWithParams(ctx context.Context, query string, params any) (result *QueryTableResult, err error) //: own result; context ctx
	QueryRaw(ctx context.Context, query string, dialect any) (string, error)
}

// QueryTableResult: Next closes it when there are no more rows, and at an error; who stops before has to close it.
type QueryTableResult struct{ io.Closer }

func (q *QueryTableResult) Close() error
func (q *QueryTableResult) Err() error //: close-if-fails q
func (q *QueryTableResult) Next() bool //: close-if-fails q
