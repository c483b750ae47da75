// httpclient: the caller closes the response, or reads it with one of its methods.
package p

import "github.com/ddliu/go-httpclient"

func text(link string) (string, error) {
	resp, err := httpclient.Begin().WithHeader("a", "b").Get(link)
	if err != nil {
		return "", err
	}
	return resp.ToString()
}

func bytes(link string) ([]byte, error) {
	resp, err := httpclient.Get(link)
	if err != nil {
		return nil, err
	}
	return resp.ReadAll()
}

func closed(link string) (int, error) {
	resp, err := httpclient.Post(link, nil)
	if err != nil {
		return 0, err
	}
	defer resp.Body.Close()
	return resp.StatusCode, nil
}

func get(link string) (int, error) {
	resp, err := httpclient.Get(link) // want `never-closed`
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

func post(link string) (int, error) {
	resp, err := httpclient.Post(link, nil) // want `never-closed`
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

func postJSON(link string) (int, error) {
	resp, err := httpclient.PostJson(link, nil) // want `never-closed`
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

func clientDo(c *httpclient.HttpClient, link string) (int, error) {
	resp, err := c.Do("GET", link, nil, nil) // want `never-closed`
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

func clientGet(c *httpclient.HttpClient, link string) (int, error) {
	resp, err := c.Get(link) // want `never-closed`
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

func clientDelete(c *httpclient.HttpClient, link string) (int, error) {
	resp, err := c.Delete(link) // want `never-closed`
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

func clientPost(c *httpclient.HttpClient, link string) (int, error) {
	resp, err := c.Post(link, nil) // want `never-closed`
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

func clientPostJSON(c *httpclient.HttpClient, link string) (int, error) {
	resp, err := c.PostJson(link, nil) // want `never-closed`
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

func clientPutJSON(c *httpclient.HttpClient, link string) (int, error) {
	resp, err := c.PutJson(link, nil) // want `never-closed`
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}
