package p

import (
	"io"
	"sync"
)

func defers(c io.Closer, mu *sync.Mutex) (err error) {
	mu.Lock()
	defer mu.Unlock()
	defer func() {
		if closeErr := c.Close(); closeErr != nil && err == nil {
			err = closeErr
		}
	}()
	defer func(c io.Closer) { c.Close() }(c)
	closeLater := c.Close
	defer closeLater()
	for range 2 {
		defer println("later")
	}
	go c.Close()
	go func() { println("at the same time") }()
	return nil
}
