// Dialers whose documentation says that the body of the answer needs no close.
package p

import (
	"context"
	"net/http"

	coder "github.com/coder/websocket"
	"github.com/gorilla/websocket"
	nhooyr "nhooyr.io/websocket"
)

func gorilla(link string) error {
	conn, _, err := websocket.DefaultDialer.Dial(link, nil)
	if err != nil {
		return err
	}
	return conn.Close()
}

func gorillaAnswer(ctx context.Context, link string, h http.Header) (int, error) {
	dialer := websocket.Dialer{}
	conn, resp, err := dialer.DialContext(ctx, link, h)
	if err != nil {
		return 0, err
	}
	defer conn.Close()
	return resp.StatusCode, nil
}

// Behind a function of the project it needs none either.
func dial(link string) (*websocket.Conn, *http.Response, error) {
	return websocket.DefaultDialer.Dial(link, http.Header{"Origin": {link}})
}

func dialed(link string) (string, error) {
	conn, resp, err := dial(link)
	if err != nil {
		return "", err
	}
	defer conn.Close()
	return resp.Header.Get("Sec-Websocket-Protocol"), nil
}

func coderDial(ctx context.Context, link string) error {
	conn, _, err := coder.Dial(ctx, link, nil)
	if err != nil {
		return err
	}
	return conn.CloseNow()
}

func nhooyrDial(ctx context.Context, link string) (int, error) {
	conn, resp, err := nhooyr.Dial(ctx, link, nil)
	if err != nil {
		return 0, err
	}
	defer conn.CloseNow()
	return resp.StatusCode, nil
}

// The request before the dial is an ordinary one.
func handshakeFirst(link string) error {
	resp, err := http.Get(link + "/token") // want `never-closed`
	if err != nil {
		return err
	}
	header := http.Header{"Authorization": {resp.Header.Get("X-Token")}}
	conn, _, err := websocket.DefaultDialer.Dial(link, header)
	if err != nil {
		return err
	}
	return conn.Close()
}
