package synctest // import "testing/synctest"

import (
	"testing"
	"time"
)

func Test(t *testing.T, f func(*testing.T)) //: call f
func Wait()
func Sleep(d time.Duration)
