package xray // import "github.com/aws/aws-xray-sdk-go/xray", "github.com/aws/aws-xray-sdk-go/v2/xray"

import (
	"context"
	"net/http"
)

type Segment struct{}
type SegmentNamer interface{ Name(host string) string }

func Client(c *http.Client) *http.Client
func Handler(sn SegmentNamer, h http.Handler) http.Handler //: keep h
func RoundTripper(rt http.RoundTripper) http.RoundTripper
func BeginSegment(ctx context.Context, name string) (context.Context, *Segment)
func BeginSubsegment(ctx context.Context, name string) (context.Context, *Segment)
func (seg *Segment) Close(err error)
