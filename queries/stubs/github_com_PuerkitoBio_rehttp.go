package rehttp // import "github.com/PuerkitoBio/rehttp"

import (
	"net/http"
	"time"
)

type Attempt struct {
	Index    int
	Request  *http.Request
	Response *http.Response
	Error    error
}
type DelayFn func(attempt Attempt) time.Duration
type RetryFn func(attempt Attempt) bool
type Transport struct {
	http.RoundTripper
	PreventRetryWithBody bool
}

func NewTransport(rt http.RoundTripper, retry RetryFn, delay DelayFn) *Transport
func (t *Transport) RoundTrip(req *http.Request) (resp *http.Response, err error) //: own resp; context req
func ConstDelay(delay time.Duration) DelayFn
func ExpJitterDelay(base, max time.Duration) DelayFn
func RetryAll(retryFns ...RetryFn) RetryFn
func RetryAny(retryFns ...RetryFn) RetryFn
func RetryMaxRetries(max int) RetryFn
func RetryStatuses(statuses ...int) RetryFn
func RetryTemporaryErr() RetryFn
