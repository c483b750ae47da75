// net/textproto: a Conn closes what it is made of, a Reader does not.
package p

import (
	"bufio"
	"io"
	"net/http"
	"net/textproto"
)

// The body of an answer with status 101 can be written to.
func switched(link string) (string, error) {
	resp, err := http.Get(link)
	if err != nil {
		return "", err
	}
	body, ok := resp.Body.(io.ReadWriteCloser)
	if !ok {
		resp.Body.Close()
		return "", http.ErrNotSupported
	}
	conn := textproto.NewConn(body)
	defer conn.Close()
	return conn.ReadLine()
}

func forgets(link string) (string, error) {
	resp, err := http.Get(link) // want `never-closed`
	if err != nil {
		return "", err
	}
	return textproto.NewReader(bufio.NewReader(resp.Body)).ReadLine()
}

// A caller may find the body behind an interface; whether it is closed is up to the caller.
func reader(link string) (any, error) {
	resp, err := http.Get(link)
	if err != nil {
		return nil, err
	}
	return textproto.NewReader(bufio.NewReader(resp.Body)), nil
}
