//-- base
// ErrStatus is returned for an answer that is not 2xx.
type ErrStatus struct {
	Code int
	Text string
}

func (e *ErrStatus) Error() string { return strconv.Itoa(e.Code) + " " + e.Text }

// FetchNoun sends a GET request. The caller closes the body.
func FetchNoun(ctx context.Context, link string) (*http.Response, error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, link, nil)
	if err != nil {
		return nil, err
	}
	return http.DefaultClient.Do(req)
}

// OpenNoun returns the body of an answer. The caller closes it.
func OpenNoun(ctx context.Context, link string) (io.ReadCloser, error) {
	resp, err := FetchNoun(ctx, link)
	if err != nil {
		return nil, err
	}
	return resp.Body, nil
}

// CloseNoun reads what is left of a body and closes it, so that the connection can be used again.
func CloseNoun(resp *http.Response) error {
	if resp == nil || resp.Body == nil {
		return nil
	}
	_, _ = io.Copy(io.Discard, io.LimitReader(resp.Body, 4<<10))
	return resp.Body.Close()
}

// NounDoer is what sends requests.
type NounDoer interface {
	Do(req *http.Request) (*http.Response, error)
}
