// Responses that are read from a connection by hand: who looks after the connection looks after the body.
package stdlib

import (
	"bufio"
	"errors"
	"fmt"
	"net"
	"net/http"
	"time"
)

func connReturned(proxy, addr string) (net.Conn, error) {
	c, err := net.Dial("tcp", proxy)
	if err != nil {
		return nil, err
	}
	fmt.Fprintf(c, "CONNECT %s HTTP/1.1\r\n\r\n", addr)
	resp, err := http.ReadResponse(bufio.NewReader(c), nil)
	if err == nil && resp.StatusCode != 200 {
		err = errors.New(resp.Status)
	}
	if err != nil {
		c.Close()
		return nil, err
	}
	return c, nil
}

func connClosedLater(addr string) (int, error) {
	c, err := net.Dial("tcp", addr)
	if err != nil {
		return 0, err
	}
	defer c.Close()
	rw := bufio.NewReadWriter(bufio.NewReader(c), bufio.NewWriter(c))
	resp, err := http.ReadResponse(rw.Reader, nil)
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

func connHijacked(w http.ResponseWriter, req *http.Request) (int, error) {
	c, rw, err := w.(http.Hijacker).Hijack()
	if err != nil {
		return 0, err
	}
	defer c.Close()
	resp, err := http.ReadResponse(rw.Reader, req)
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

func connHandedBack(c net.Conn) (net.Conn, error) {
	resp, err := http.ReadResponse(bufio.NewReader(c), nil)
	if err != nil {
		return nil, err
	}
	if resp.StatusCode != 200 {
		return nil, errors.New(resp.Status)
	}
	return c, nil
}

// The caller's connection stays open, with the rest of the body in it.
func connOfCaller(c net.Conn) (int, error) {
	resp, err := http.ReadResponse(bufio.NewReader(c), nil) // want `never-closed`
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

func connOther(c, log net.Conn) (int, error) {
	defer log.Close()
	r := bufio.NewReader(c)
	resp, err := http.ReadResponse(r, nil) // want `never-closed`
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

// A deadline looks after nothing.
func connWithDeadline(addr string) int {
	c, err := net.Dial("tcp", addr)
	if err != nil {
		return 0
	}
	if c.SetDeadline(time.Now().Add(time.Second)) != nil {
		return 0
	}
	resp, err := http.ReadResponse(bufio.NewReader(c), nil) // want `never-closed`
	if err != nil {
		return 0
	}
	return resp.StatusCode
}

type buffered struct {
	net.Conn
	r *bufio.Reader
}

func connStored(proxy string) (net.Conn, error) {
	c, err := net.Dial("tcp", proxy)
	if err != nil {
		return nil, err
	}
	r := bufio.NewReader(c)
	resp, err := http.ReadResponse(r, nil)
	if err != nil {
		return nil, err
	}
	println(resp.Status)
	return &buffered{c, r}, nil
}

func connLeft(proxy string) (int, error) {
	c, err := net.Dial("tcp", proxy)
	if err != nil {
		return 0, err
	}
	resp, err := http.ReadResponse(bufio.NewReader(c), nil) // want `never-closed`
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}
