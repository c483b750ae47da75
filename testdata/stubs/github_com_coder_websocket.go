// websocket: the response of a handshake needs no close.
package p

import (
	"context"
	"net/http"

	"github.com/coder/websocket"
)

func greets(ctx context.Context, link string) error {
	conn, resp, err := websocket.Dial(ctx, link, nil)
	if err != nil {
		if resp != nil && resp.StatusCode == http.StatusUnauthorized {
			return context.Canceled
		}
		return err
	}
	defer conn.CloseNow()
	return conn.Write(ctx, websocket.MessageText, []byte("hello"))
}

// A response of net/http does.
func asks(ctx context.Context, link string) error {
	resp, err := http.Get(link) // want `leaks-on-path`
	if err != nil {
		return err
	}
	conn, _, err := websocket.Dial(ctx, resp.Header.Get("Location"), nil)
	if err != nil { // via `when this is true`
		return err // via `returns with the body open`
	}
	defer conn.Close(websocket.StatusNormalClosure, "")
	return resp.Body.Close()
}

// The context of the connection ends with the one that is cancelled, and the response with it.
func whileConnected(ctx context.Context, conn *websocket.Conn, link string) (int, error) {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	req, err := http.NewRequestWithContext(conn.CloseRead(ctx), http.MethodGet, link, nil)
	if err != nil {
		return 0, err
	}
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}
