package ratelimit // import "github.com/juju/ratelimit"

import "io"

type Bucket struct{}

func NewBucketWithRate(rate float64, capacity int64) *Bucket
func Reader(r io.Reader, bucket *Bucket) (limited io.Reader) //: wrap limited r
