// googleapi: CloseBody closes, CheckResponse does not.
package p

import (
	"io"
	"net/http"

	"google.golang.org/api/googleapi"
)

func closed(client *http.Client, req *http.Request) ([]byte, error) {
	resp, err := client.Do(req)
	if err != nil {
		return nil, err
	}
	defer googleapi.CloseBody(resp)
	if err := googleapi.CheckResponse(resp); err != nil {
		return nil, err
	}
	return io.ReadAll(resp.Body)
}

func checked(client *http.Client, req *http.Request) ([]byte, error) {
	resp, err := client.Do(req) // want `leaks-on-path`
	if err != nil {
		return nil, err
	}
	if err := googleapi.CheckResponse(resp); err != nil { // via `when this is true`
		return nil, err // via `returns with the body open`
	}
	defer googleapi.CloseBody(resp)
	return io.ReadAll(resp.Body)
}

func notModified(client *http.Client, req *http.Request) ([]byte, error) {
	resp, err := client.Do(req)
	if googleapi.IsNotModified(err) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	return io.ReadAll(resp.Body)
}
