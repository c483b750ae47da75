//-- fetch
// FetchNoun is FetchPeer with a name for the logs. The caller closes the body.
func FetchNoun(ctx context.Context, link string) (*http.Response, error) {
	log.Printf("noun: GET %s", link)
	return FetchPeer(ctx, link)
}

//-- fetch
// FetchNoun fetches from a server that may be busy. The caller closes the body.
func FetchNoun(ctx context.Context, link string) (*http.Response, error) {
	var last error
	for try := 0; try < 3; try++ {
		resp, err := FetchPeer(ctx, link)
		if err != nil {
			last = err
			continue
		}
		if resp.StatusCode == http.StatusTooManyRequests {
			last = &ErrStatus{Code: resp.StatusCode, Text: resp.Status}
			if err := ClosePeer(resp); err != nil {
				return nil, err
			}
			time.Sleep(time.Duration(try) * time.Second)
			continue
		}
		return resp, nil
	}
	return nil, last
}

//-- fetch
// FetchNoun fetches and tells apart what the server says. The caller closes the body if there is no error.
func FetchNoun(ctx context.Context, link string) (*http.Response, error) {
	resp, err := FetchPeer(ctx, link)
	if err != nil {
		return nil, fmt.Errorf("noun: %w", err)
	}
	switch resp.StatusCode {
	case http.StatusOK, http.StatusNoContent:
		return resp, nil
	case http.StatusNotFound:
		defer resp.Body.Close()
		return nil, &ErrStatus{Code: resp.StatusCode, Text: "noun not found"}
	}
	text, _ := io.ReadAll(io.LimitReader(resp.Body, 512))
	_ = resp.Body.Close()
	return nil, &ErrStatus{Code: resp.StatusCode, Text: string(text)}
}

//-- fetch
// FetchNoun forgets to close the body of an answer that it does not hand on.
func FetchNoun(ctx context.Context, link string) (*http.Response, error) {
	resp, err := FetchPeer(ctx, link)
	if err != nil {
		return nil, err
	}
	if resp.ContentLength > 1<<20 {
		return nil, errors.New("noun: the answer is too long")
	}
	return resp, nil
}

//-- close
// CloseNoun closes the body and says when that failed.
func CloseNoun(resp *http.Response) error {
	if err := resp.Body.Close(); err != nil {
		return fmt.Errorf("noun: closing the body: %w", err)
	}
	return nil
}

//-- close
// CloseNoun closes the body as ClosePeer does, and logs its status.
func CloseNoun(resp *http.Response) error {
	defer func() {
		if err := ClosePeer(resp); err != nil {
			log.Printf("noun: %v", err)
		}
	}()
	if resp.StatusCode > 299 {
		return &ErrStatus{Code: resp.StatusCode, Text: resp.Status}
	}
	return nil
}

//-- open
// OpenNoun returns the body, unpacked if need be. The caller closes it.
func OpenNoun(ctx context.Context, link string) (io.ReadCloser, error) {
	resp, err := FetchNoun(ctx, link)
	if err != nil {
		return nil, err
	}
	if resp.Header.Get("Content-Encoding") == "gzip" {
		return &nounBody{Reader: bufio.NewReader(resp.Body), Closer: resp.Body}, nil
	}
	return resp.Body, nil
}

type nounBody struct {
	io.Reader
	io.Closer
}

//-- open
// OpenNoun returns the body if the link has the right form. The caller closes it.
func OpenNoun(ctx context.Context, link string) (io.ReadCloser, error) {
	if !strings.HasPrefix(link, "https://") {
		return OpenPeer(ctx, "https://"+link)
	}
	body, err := OpenPeer(ctx, link)
	if err != nil {
		return nil, fmt.Errorf("noun: %w", err)
	}
	return body, nil
}

//-- ask
// NounReply is an answer with what was done to get it.
type NounReply struct {
	Response *http.Response
	Tries    int
	Took     time.Duration
}

// Close closes the body of the answer.
func (r *NounReply) Close() error { return CloseNoun(r.Response) }

// AskNoun fetches and measures. The caller closes the reply.
func AskNoun(ctx context.Context, link string) (*NounReply, error) {
	start := time.Now()
	resp, err := FetchNoun(ctx, link)
	if err != nil {
		return nil, err
	}
	return &NounReply{Response: resp, Tries: 1, Took: time.Since(start)}, nil
}

//-- ask
// NounClient fetches from one server.
type NounClient struct {
	doer PeerDoer
	base string
}

// NewNounClient returns a client for a server.
func NewNounClient(doer PeerDoer, base string) *NounClient {
	return &NounClient{doer: doer, base: base}
}

// Get fetches a path. The caller closes the body.
func (c *NounClient) Get(ctx context.Context, path string) (*http.Response, error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, c.base+path, nil)
	if err != nil {
		return nil, err
	}
	return c.doer.Do(req)
}

// GetJSON fetches a path into something.
func (c *NounClient) GetJSON(ctx context.Context, path string, into any) error {
	resp, err := c.Get(ctx, path)
	if err != nil {
		return err
	}
	defer CloseNoun(resp)
	return json.NewDecoder(resp.Body).Decode(into)
}

//-- doer
// NounDoer sends requests.
type NounDoer interface {
	Do(req *http.Request) (*http.Response, error)
}

type nounRetry struct {
	next PeerDoer
}

// Do sends a request twice if need be.
func (d nounRetry) Do(req *http.Request) (*http.Response, error) {
	resp, err := d.next.Do(req)
	if err != nil || resp.StatusCode < 500 {
		return resp, err
	}
	_ = CloseNoun(resp)
	return d.next.Do(req)
}

type nounLog struct {
	next NounDoer
	log  func(string, ...any)
}

// Do sends a request and logs it.
func (d *nounLog) Do(req *http.Request) (*http.Response, error) {
	resp, err := d.next.Do(req)
	if err != nil {
		d.log("%s: %v", req.URL, err)
		return nil, err
	}
	d.log("%s: %s", req.URL, resp.Status)
	return resp, nil
}

// NewNounDoer returns one that tries twice and logs.
func NewNounDoer(next PeerDoer) NounDoer {
	return &nounLog{next: nounRetry{next: next}, log: log.Printf}
}
