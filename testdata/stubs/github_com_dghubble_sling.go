// sling: what it sends itself is decoded and closed, a Doer hands over an open response.
package p

import (
	"context"
	"net/http"

	"github.com/dghubble/sling"
)

type issue struct{ Title string }

func received(link string) (*issue, error) {
	found := new(issue)
	resp, err := sling.New().Base(link).Path("issues").ReceiveSuccess(found)
	if err != nil {
		return nil, err
	}
	if resp.StatusCode != http.StatusOK {
		return nil, http.ErrNotSupported
	}
	return found, nil
}

func doerForgets(doer sling.Doer, link string) (int, error) {
	req, err := sling.New().Get(link).Request()
	if err != nil {
		return 0, err
	}
	resp, err := doer.Do(req) // want `never-closed`
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

func cancelled(ctx context.Context, doer sling.Doer, link string) (int, error) {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, link, nil)
	if err != nil {
		return 0, err
	}
	resp, err := doer.Do(req)
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

// What is sent on is closed by the one that sends it.
func forwards(link, to string) error {
	resp, err := http.Get(link)
	if err != nil {
		return err
	}
	req, err := http.NewRequest(http.MethodPost, to, resp.Body)
	if err != nil {
		resp.Body.Close()
		return err
	}
	_, err = sling.New().Do(req, nil, nil)
	return err
}
