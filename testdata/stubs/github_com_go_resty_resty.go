// resty: reads and closes its responses, unless a request or its client was told not to parse them: then RawBody is open.
package p

import (
	"context"
	"errors"
	"io"
	"net/http"
	"os"
	"time"

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

func unparsed(client *resty.Client, link string) (int, error) {
	resp, err := client.R().SetDoNotParseResponse(true).SetHeader("Accept", "image/png").Get(link) // want `never-closed`
	if err != nil {
		return 0, err
	}
	return resp.StatusCode(), nil
}

func parsed(client *resty.Client, link string) (int, error) {
	resp, err := client.R().SetDoNotParseResponse(false).Get(link)
	if err != nil {
		return 0, err
	}
	return resp.StatusCode(), nil
}

// What the caller wants is not known.
func asTold(client *resty.Client, link string, isRaw bool) (int, error) {
	resp, err := client.R().SetDoNotParseResponse(isRaw).Get(link)
	if err != nil {
		return 0, err
	}
	return resp.StatusCode(), nil
}

func save(client *resty.Client, link, name string) error {
	resp, err := client.R().SetDoNotParseResponse(true).Get(link)
	if err != nil {
		return err
	}
	defer resp.RawBody().Close()
	f, err := os.Create(name)
	if err != nil {
		return err
	}
	defer f.Close()
	_, err = io.Copy(f, resp.RawBody())
	return err
}

func saveByField(client *resty.Client, link string, w io.Writer) error {
	resp, err := client.R().SetDoNotParseResponse(true).Get(link)
	if err != nil {
		return err
	}
	body := resp.RawResponse.Body
	defer body.Close()
	_, err = io.Copy(w, body)
	return err
}

// The early return is one that the body stays open on.
func saveIfFound(client *resty.Client, link string, w io.Writer) error {
	resp, err := client.R().SetDoNotParseResponse(true).Get(link) // want `leaks-on-path`
	if err != nil {
		return err
	}
	if resp.IsError() { // via `when this is true`
		return errors.New(resp.Status()) // via `returns with the body open`
	}
	body := resp.RawBody()
	defer body.Close()
	_, err = io.Copy(w, body)
	return err
}

// The setters change the request that they return.
func inSteps(client *resty.Client, link string) ([]byte, error) {
	req := client.R()
	req.SetDoNotParseResponse(true)
	req.SetHeader("Accept", "text/csv")
	resp, err := req.Get(link) // want `never-closed`
	if err != nil {
		return nil, err
	}
	return io.ReadAll(resp.RawBody())
}

func onOnePath(client *resty.Client, link string, isLarge bool) ([]byte, error) {
	req := client.R()
	if isLarge {
		req.SetDoNotParseResponse(true)
	}
	resp, err := req.Get(link) // want `never-closed`
	if err != nil {
		return nil, err
	}
	return resp.Body(), nil
}

func closedOnThatPath(client *resty.Client, link string, isLarge bool) ([]byte, error) {
	req := client.R()
	if isLarge {
		req.SetDoNotParseResponse(true)
	}
	resp, err := req.Get(link)
	if err != nil {
		return nil, err
	}
	if isLarge {
		defer resp.RawBody().Close()
		return io.ReadAll(resp.RawBody())
	}
	return resp.Body(), nil
}

// All requests of the client are told so.
func byClient(link string) (int, error) {
	client := resty.New().SetTimeout(time.Minute).SetDoNotParseResponse(true)
	resp, err := client.NewRequest().SetBody("x").Post(link) // want `never-closed`
	if err != nil {
		return 0, err
	}
	return resp.StatusCode(), nil
}

func byClientInSteps(link string) (int, error) {
	client := resty.New()
	client.SetDoNotParseResponse(true)
	client.SetTimeout(time.Minute)
	req := client.R()
	resp, err := req.SetBody("x").Put(link) // want `never-closed`
	if err != nil {
		return 0, err
	}
	return resp.StatusCode(), nil
}

// A helper tells the request.
func rawRequest(client *resty.Client) *resty.Request {
	return client.R().SetDoNotParseResponse(true)
}

func byHelper(client *resty.Client, link string) (int, error) {
	resp, err := rawRequest(client).Get(link) // want `never-closed`
	if err != nil {
		return 0, err
	}
	return resp.StatusCode(), nil
}

func byHelperClosed(client *resty.Client, link string) (int, error) {
	resp, err := rawRequest(client).Get(link)
	if err != nil {
		return 0, err
	}
	defer resp.RawBody().Close()
	return resp.StatusCode(), nil
}

// Who calls it owes the close.
func open(client *resty.Client, link string) (io.ReadCloser, error) {
	resp, err := client.R().SetDoNotParseResponse(true).Get(link)
	if err != nil {
		return nil, err
	}
	return resp.RawBody(), nil
}

func openParsed(client *resty.Client, link string) (*resty.Response, error) {
	return client.R().Get(link)
}

func callers(client *resty.Client, link string) error {
	body, err := open(client, link) // want `never-closed`
	if err != nil {
		return err
	}
	if _, err := io.Copy(io.Discard, body); err != nil {
		return err
	}
	closed, err := open(client, link)
	if err != nil {
		return err
	}
	defer closed.Close()
	_, err = openParsed(client, link)
	return err
}

// The context that is cancelled is that of the request.
func cancelled(client *resty.Client, link string) ([]byte, error) {
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	defer cancel()
	req := client.R()
	req.SetContext(ctx)
	resp, err := req.SetDoNotParseResponse(true).Get(link)
	if err != nil {
		return nil, err
	}
	return io.ReadAll(resp.RawBody())
}

// A response to HEAD has no body.
func head(client *resty.Client, link string) (int, error) {
	resp, err := client.R().SetDoNotParseResponse(true).Head(link)
	if err != nil {
		return 0, err
	}
	return resp.StatusCode(), nil
}

func rawPatch(client *resty.Client, link string) (int, error) {
	resp, err := client.R().SetDoNotParseResponse(true).Patch(link) // want `never-closed`
	if err != nil {
		return 0, err
	}
	return resp.StatusCode(), nil
}

func rawDelete(client *resty.Client, link string) (int, error) {
	resp, err := client.R().SetDoNotParseResponse(true).Delete(link) // want `never-closed`
	if err != nil {
		return 0, err
	}
	return resp.StatusCode(), nil
}

func rawOptions(client *resty.Client, link string) (int, error) {
	resp, err := client.R().SetDoNotParseResponse(true).Options(link) // want `never-closed`
	if err != nil {
		return 0, err
	}
	return resp.StatusCode(), nil
}

func rawExecute(client *resty.Client, link string) (int, error) {
	resp, err := client.R().SetDoNotParseResponse(true).Execute("GET", link) // want `never-closed`
	if err != nil {
		return 0, err
	}
	return resp.StatusCode(), nil
}

func rawSend(client *resty.Client, link string) (int, error) {
	resp, err := client.R().SetDoNotParseResponse(true).Send() // want `never-closed`
	if err != nil {
		return 0, err
	}
	return resp.StatusCode(), nil
}

// The body of an open response is not nil.
func closedIfThere(client *resty.Client, link string) (int, error) {
	resp, err := client.R().SetDoNotParseResponse(true).Get(link)
	if err != nil {
		return 0, err
	}
	if resp.RawBody() != nil {
		resp.RawBody().Close()
	}
	return resp.StatusCode(), nil
}
