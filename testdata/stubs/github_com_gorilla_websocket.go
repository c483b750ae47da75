// gorilla/websocket: the response of a handshake needs no close.
package p

import (
	"io"
	"net/http"

	"github.com/gorilla/websocket"
)

func greets(link string) error {
	conn, resp, err := websocket.DefaultDialer.Dial(link, nil)
	if err == websocket.ErrBadHandshake {
		return &websocket.CloseError{Code: resp.StatusCode}
	}
	if err != nil {
		return err
	}
	defer conn.Close()
	return conn.WriteMessage(websocket.TextMessage, []byte("hello"))
}

// A response of net/http does.
func asks(link string) error {
	resp, err := http.Get(link) // want `leaks-on-path`
	if err != nil {
		return err
	}
	conn, _, err := websocket.DefaultDialer.Dial(resp.Header.Get("Location"), nil)
	if err != nil { // via `when this is true`
		return err // via `returns with the body open`
	}
	defer conn.Close()
	return resp.Body.Close()
}

// The deferred literal closes wherever an error is returned.
func relay(conn *websocket.Conn, link string) (body io.ReadCloser, err error) {
	resp, err := http.Get(link)
	if err != nil {
		return nil, err
	}
	defer func() {
		if err != nil {
			resp.Body.Close()
		}
	}()
	_, _, err = conn.ReadMessage()
	if websocket.IsCloseError(err, websocket.CloseNormalClosure) {
		return nil, err
	}
	return resp.Body, nil
}

// The body is closed when the other side closes the connection.
func stream(conn *websocket.Conn, link string) error {
	resp, err := http.Get(link)
	if err != nil {
		return err
	}
	conn.SetCloseHandler(func(code int, text string) error { return resp.Body.Close() })
	return nil
}
