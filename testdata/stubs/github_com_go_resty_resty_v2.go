// resty: reads and closes its responses. The http.Client below it does not.
package p

import (
	"net/http"

	"github.com/go-resty/resty/v2"
)

func text(link string) (string, error) {
	resp, err := resty.New().R().SetQueryParam("q", "go").Get(link)
	if err != nil {
		return "", err
	}
	return resp.String(), nil
}

func status(client *resty.Client, link string) (int, error) {
	resp, err := client.R().SetBody("x").Execute(resty.MethodPost, link)
	if err != nil {
		return 0, err
	}
	return resp.RawResponse.StatusCode, nil
}

func below(client *resty.Client, link string) (int, error) {
	resp, err := client.SetTransport(http.DefaultTransport).GetClient().Get(link) // want `never-closed`
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

func raw(client *resty.Client, link string) (int, error) {
	resp, err := client.R().SetDoNotParseResponse(true).Get(link) // missed: which request leaves RawBody open is not followed
	if err != nil {
		return 0, err
	}
	return resp.StatusCode(), nil
}
