// httpmock: its responses have their bodies in memory; one that net/http returns to the test is not known from any other.
package p

import (
	"net/http"

	"github.com/jarcoal/httpmock"
)

func registered() {
	httpmock.RegisterResponder("GET", "/", func(req *http.Request) (*http.Response, error) {
		resp, err := httpmock.NewJsonResponse(200, map[string]any{"a": 1})
		if err != nil {
			return httpmock.NewStringResponse(500, ""), nil
		}
		return resp, nil
	})
}

func checked() (string, error) {
	resp, err := httpmock.NewJsonResponse(200, nil)
	if err != nil {
		return "", err
	}
	other, err := httpmock.NewXmlResponse(200, nil)
	if err != nil {
		return "", err
	}
	return resp.Status + other.Status, nil
}

func sent(link string) (int, error) {
	httpmock.Activate()
	defer httpmock.DeactivateAndReset()
	resp, err := http.Get(link) // want `never-closed`
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}
