// Package alerts tells a chat room what happened.
package alerts

import (
	"fmt"
	"net/http"
	"strings"
	"time"
)

type Notifier struct {
	Client *http.Client
	Room   string
}

// Notify does not care about the answer.
func (n *Notifier) Notify(text string) error {
	req, err := http.NewRequest(http.MethodPost, n.Room, strings.NewReader(text))
	if err != nil {
		return err
	}
	req.Close = true
	_, err = n.Client.Do(req)
	return err
}

// NotifyRetry asks again until the room accepts.
func (n *Notifier) NotifyRetry(text string) error {
	for wait := time.Second; wait < time.Minute; wait *= 2 {
		resp, err := n.Client.Post(n.Room, "text/plain", strings.NewReader(text))
		if err != nil {
			return err
		}
		if resp.StatusCode == http.StatusAccepted {
			return resp.Body.Close()
		}
		time.Sleep(wait)
	}
	return fmt.Errorf("%s does not accept", n.Room)
}
