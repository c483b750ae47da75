// httputil: clients and servers of single connections, dumps and chunks.
package p

import (
	"io"
	"net/http"
	"net/http/httputil"
)

func doForgets(conn *httputil.ClientConn, req *http.Request) (int, error) {
	resp, err := conn.Do(req) // want `never-closed`
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

func readForgets(conn *httputil.ClientConn, req *http.Request) (int, error) {
	resp, err := conn.Read(req) // want `never-closed`
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

// What is sent on is closed by the one that sends it.
func answers(conn *httputil.ServerConn, req *http.Request, link string) error {
	resp, err := http.Get(link)
	if err != nil {
		return err
	}
	return conn.Write(req, resp)
}

// If the body cannot be read, there is nothing left to close.
func dumps(link string) ([]byte, error) {
	resp, err := http.Get(link)
	if err != nil {
		return nil, err
	}
	text, err := httputil.DumpResponse(resp, true)
	if err != nil {
		return nil, err
	}
	return text, resp.Body.Close()
}

// The reader that is returned has the body; whether it is closed is up to the caller.
func chunks(link string) (io.Reader, error) {
	resp, err := http.Get(link)
	if err != nil {
		return nil, err
	}
	return httputil.NewChunkedReader(resp.Body), nil
}
