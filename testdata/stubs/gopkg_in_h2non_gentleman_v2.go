// gentleman: a response is open until it is closed, or read to its end by one of its methods.
package p

import (
	"fmt"

	"gopkg.in/h2non/gentleman.v2"
)

func text(link string) (string, error) {
	resp, err := gentleman.New().URL(link).Request().Path("/a").Send()
	if err != nil {
		return "", err
	}
	return resp.String(), nil
}

func textIfOk(cli *gentleman.Client) (string, error) {
	req := cli.Request()
	req.SetHeader("Client", "x")
	resp, err := req.Send() // want `leaks-on-path`
	if err != nil {
		return "", err
	}
	if !resp.Ok { // via `when this is true`
		return "", fmt.Errorf("status %d", resp.StatusCode) // via `returns with the body open`
	}
	return resp.String(), nil
}

func closed(cli *gentleman.Client) (int, error) {
	resp, err := cli.Post().JSON("x").Do()
	if err != nil {
		return 0, err
	}
	defer resp.Close()
	return resp.StatusCode, nil
}

func closedBelow(cli *gentleman.Client) (int, error) {
	resp, err := cli.Get().Do()
	if err != nil {
		return 0, err
	}
	defer resp.RawResponse.Body.Close()
	return resp.StatusCode, nil
}

func do(cli *gentleman.Client) (int, error) {
	resp, err := cli.Get().Path("/a").Do() // want `never-closed`
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

func send(cli *gentleman.Client) (int, error) {
	resp, err := cli.Get().Path("/a").Send() // want `never-closed`
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}
