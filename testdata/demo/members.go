package alerts

import (
	"encoding/json"
	"fmt"
	"net/http"
)

// Members lists who is in the room.
func (n *Notifier) Members() (names []string, err error) {
	resp, err := n.Client.Get(n.Room + "/members")
	if err != nil {
		return nil, err
	}
	if resp.StatusCode != http.StatusOK {
		return nil, fmt.Errorf("members: %s", resp.Status)
	}
	defer resp.Body.Close()
	err = json.NewDecoder(resp.Body).Decode(&names)
	return names, err
}

// Topic is as it should be.
func (n *Notifier) Topic() (topic string, err error) {
	resp, err := n.Client.Get(n.Room + "/topic")
	if err != nil {
		return "", err
	}
	defer resp.Body.Close()
	err = json.NewDecoder(resp.Body).Decode(&topic)
	return topic, err
}
