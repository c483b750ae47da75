// What net/http hands out: `queries/http.scm` has a pattern for the package and for each type.
package shapes

import (
	"bufio"
	"io"
	"net/http"
	"os"
)

func packageFunctions(link string) {
	resp, err := http.Get(link) // want `never-closed`
	if err == nil {
		io.Copy(io.Discard, resp.Body)
	}
}

func readFromFile(file *os.File) {
	resp, err := http.ReadResponse(bufio.NewReader(file), nil) // want `never-closed`
	if err == nil {
		io.Copy(io.Discard, resp.Body)
	}
}

func ofClient(c *http.Client, req *http.Request) {
	resp, err := c.Do(req) // want `never-closed`
	if err == nil {
		io.Copy(io.Discard, resp.Body)
	}
}

func ofRoundTripper(tripper http.RoundTripper, req *http.Request) {
	resp, err := tripper.RoundTrip(req) // want `never-closed`
	if err == nil {
		io.Copy(io.Discard, resp.Body)
	}
}

func ofTransport(transport *http.Transport, req *http.Request) {
	resp, err := transport.RoundTrip(req) // want `never-closed`
	if err == nil {
		io.Copy(io.Discard, resp.Body)
	}
}

func ofConnection(conn *http.ClientConn, req *http.Request) {
	resp, err := conn.RoundTrip(req) // want `never-closed`
	if err == nil {
		io.Copy(io.Discard, resp.Body)
	}
}

func closed(c *http.Client, req *http.Request) error {
	resp, err := c.Do(req)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}
