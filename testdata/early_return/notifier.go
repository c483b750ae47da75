// A service that tells others what happened and never looks at the answer.
package p

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
)

type notifier struct {
	hc   *http.Client
	hook string
}

type message struct {
	Channel string `json:"channel"`
	Text    string `json:"text"`
}

func (n *notifier) send(m message) error {
	body, err := json.Marshal(m)
	if err != nil {
		return err
	}
	req, err := http.NewRequest(http.MethodPost, n.hook, bytes.NewReader(body))
	if err != nil {
		return err
	}
	req.Header.Set("Content-Type", "application/json")
	_, err = n.hc.Do(req) // want `discarded-response`
	return err
}

func (n *notifier) sendChecked(m message) error {
	body, err := json.Marshal(m)
	if err != nil {
		return err
	}
	resp, err := n.hc.Post(n.hook, "application/json", bytes.NewReader(body)) // want `never-closed`
	if err != nil {
		return err
	}
	if resp.StatusCode != http.StatusAccepted {
		return fmt.Errorf("hook answered %s", resp.Status)
	}
	return nil
}

func (n *notifier) sendClosed(m message) error {
	body, err := json.Marshal(m)
	if err != nil {
		return err
	}
	resp, err := n.hc.Post(n.hook, "application/json", bytes.NewReader(body))
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusAccepted {
		return fmt.Errorf("hook answered %s", resp.Status)
	}
	return nil
}

func (n *notifier) broadcast(ms []message) (errs error) {
	for _, m := range ms {
		if err := n.sendClosed(m); err != nil {
			errs = errors.Join(errs, err)
		}
	}
	return errs
}

func (n notifier) alive() bool {
	resp, err := n.hc.Get(n.hook) // want `never-closed`
	return err == nil && resp.StatusCode < 500
}

func (n notifier) aliveClosed() bool {
	resp, err := n.hc.Head(n.hook)
	if err != nil {
		return false
	}
	resp.Body.Close()
	return resp.StatusCode < 500
}
