// resty: reads and closes its responses, unless a request or its client was told not to parse them: then Body is open.
package p

import (
	"context"
	"io"
	"time"

	"resty.dev/v3"
)

func parsed(client *resty.Client, link string) (string, error) {
	resp, err := client.R().SetQueryParam("q", "go").Get(link)
	if err != nil {
		return "", err
	}
	return resp.String(), nil
}

func head(client *resty.Client, link string) (int, error) {
	resp, err := client.R().SetDoNotParseResponse(true).Head(link)
	if err != nil {
		return 0, err
	}
	return resp.StatusCode(), nil
}

func save(client *resty.Client, link string, w io.Writer) error {
	resp, err := client.R().SetResponseDoNotParse(true).Get(link)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	_, err = io.Copy(w, resp.Body)
	return err
}

func saveRaw(client *resty.Client, link string, w io.Writer) error {
	resp, err := client.R().SetResponseDoNotParse(true).Get(link)
	if err != nil {
		return err
	}
	defer resp.RawResponse.Body.Close()
	_, err = io.Copy(w, resp.Body)
	return err
}

func cancelled(client *resty.Client, link string) ([]byte, error) {
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	defer cancel()
	resp, err := client.R().SetContext(ctx).SetDoNotParseResponse(true).Get(link)
	if err != nil {
		return nil, err
	}
	return io.ReadAll(resp.Body)
}

func byClient(link string) (int, error) {
	client := resty.New().SetTimeout(time.Minute).SetDoNotParseResponse(true)
	resp, err := client.R().Get(link) // want `never-closed`
	if err != nil {
		return 0, err
	}
	return resp.StatusCode(), nil
}

func rawPost(client *resty.Client, link string) (int, error) {
	resp, err := client.R().SetResponseDoNotParse(true).Post(link) // want `never-closed`
	if err != nil {
		return 0, err
	}
	return resp.StatusCode(), nil
}

func rawPut(client *resty.Client, link string) (int, error) {
	resp, err := client.R().SetResponseDoNotParse(true).Put(link) // want `never-closed`
	if err != nil {
		return 0, err
	}
	return resp.StatusCode(), nil
}

func rawPatch(client *resty.Client, link string) (int, error) {
	resp, err := client.R().SetResponseDoNotParse(true).Patch(link) // want `never-closed`
	if err != nil {
		return 0, err
	}
	return resp.StatusCode(), nil
}

func rawDelete(client *resty.Client, link string) (int, error) {
	resp, err := client.R().SetResponseDoNotParse(true).Delete(link) // want `never-closed`
	if err != nil {
		return 0, err
	}
	return resp.StatusCode(), nil
}

func rawOptions(client *resty.Client, link string) (int, error) {
	resp, err := client.R().SetResponseDoNotParse(true).Options(link) // want `never-closed`
	if err != nil {
		return 0, err
	}
	return resp.StatusCode(), nil
}

func rawExecute(client *resty.Client, link string) (int, error) {
	resp, err := client.R().SetResponseDoNotParse(true).Execute("GET", link) // want `never-closed`
	if err != nil {
		return 0, err
	}
	return resp.StatusCode(), nil
}

func rawSend(client *resty.Client, link string) (int, error) {
	resp, err := client.R().SetResponseDoNotParse(true).SetURL(link).Send() // want `never-closed`
	if err != nil {
		return 0, err
	}
	return resp.StatusCode(), nil
}
