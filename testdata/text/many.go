package text

import (
	"context"
	"net/http"
	"time"
)

// Five responses in one function: the way to them is walked once.
func many(ctx context.Context, c *http.Client, link string, retry bool) error {
	first, err := c.Get(link)
	if err != nil {
		return err
	}
	defer first.Body.Close()

	second, err := c.Get(link + "/2") // want `leaks-on-path`
	if err != nil {
		return err
	}
	if second.StatusCode != http.StatusOK {
		return nil
	}
	second.Body.Close()

	ctx, cancel := context.WithTimeout(ctx, time.Second)
	defer cancel()
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, link, nil)
	if err != nil {
		return err
	}
	third, err := c.Do(req)
	if err != nil {
		return err
	}
	println(third.Status)

	for range 3 {
		resp, err := c.Get(link) // want `overwritten-response`
		if err != nil {
			continue
		}
		if retry && resp.StatusCode == http.StatusTooManyRequests {
			continue
		}
		resp.Body.Close()
	}

	var last *http.Response
	if retry {
		last, err = c.Get(link)
		if err != nil {
			return err
		}
	}
	if retry {
		last.Body.Close()
	}

	discarded, _ := c.Get(link) // want `never-closed`
	println(discarded.Status)
	return nil
}
