package p

// call closes if o.noResponse; callJSON asks the same field again, and closes by decode otherwise.
import (
	"encoding/json"
	"net/http"
)

type opts struct{ noResponse bool }

func decode(resp *http.Response, v any) error {
	defer resp.Body.Close()
	return json.NewDecoder(resp.Body).Decode(v)
}

func call(o *opts) (*http.Response, error) {
	resp, err := http.Get("http://x")
	if err != nil {
		return nil, err
	}
	if o.noResponse {
		return resp, resp.Body.Close()
	}
	return resp, nil
}

func callJSON(o *opts, out any) (*http.Response, error) {
	resp, err := call(o)
	if err != nil {
		return resp, err
	}
	if out == nil || o.noResponse {
		return resp, nil
	}
	return resp, decode(resp, out)
}

func user(o *opts) error {
	var a struct{}
	_, err := callJSON(o, &a)
	return err
}
