//-- rest
// Interface is what typed clients need of a client.
type Interface interface {
	Get() *Request
	Post() *Request
	Put() *Request
	Patch() *Request
	Delete() *Request
}

// Options are the query parameters that all calls share.
type Options struct {
	TimeoutSeconds  *int64
	LabelSelector   string
	ResourceVersion string
}

// Client talks to one server.
type Client struct {
	base   *url.URL
	Client *http.Client
	tries  int
}

// NewClient returns a client for a server.
func NewClient(base string, client *http.Client) (*Client, error) {
	parsed, err := url.Parse(base)
	if err != nil {
		return nil, err
	}
	if client == nil {
		client = http.DefaultClient
	}
	return &Client{base: parsed, Client: client, tries: 3}, nil
}

// Verb begins a request.
func (c *Client) Verb(verb string) *Request { return &Request{c: c, verb: verb} }

// Get begins a GET request.
func (c *Client) Get() *Request { return c.Verb(http.MethodGet) }

// Post begins a POST request.
func (c *Client) Post() *Request { return c.Verb(http.MethodPost) }

// Put begins a PUT request.
func (c *Client) Put() *Request { return c.Verb(http.MethodPut) }

// Patch begins a PATCH request.
func (c *Client) Patch() *Request { return c.Verb(http.MethodPatch) }

// Delete begins a DELETE request.
func (c *Client) Delete() *Request { return c.Verb(http.MethodDelete) }

// Request is built by a chain of calls; an error is kept until Do.
type Request struct {
	c        *Client
	verb     string
	space    string
	resource string
	name     string
	parts    []string
	query    url.Values
	body     io.Reader
	timeout  time.Duration
	err      error
}

// Space sets the space.
func (r *Request) Space(space string) *Request { r.space = space; return r }

// Resource sets the resource.
func (r *Request) Resource(resource string) *Request { r.resource = resource; return r }

// Name sets the name.
func (r *Request) Name(name string) *Request {
	if r.err == nil && name == "" {
		r.err = errors.New("resource name may not be empty")
	}
	r.name = name
	return r
}

// SubResource sets the parts behind the name.
func (r *Request) SubResource(parts ...string) *Request { r.parts = parts; return r }

// Timeout makes the server give up.
func (r *Request) Timeout(d time.Duration) *Request { r.timeout = d; return r }

// Options sets query parameters.
func (r *Request) Options(opts Options) *Request {
	if r.query == nil {
		r.query = url.Values{}
	}
	if opts.LabelSelector != "" {
		r.query.Set("labelSelector", opts.LabelSelector)
	}
	if opts.ResourceVersion != "" {
		r.query.Set("resourceVersion", opts.ResourceVersion)
	}
	return r
}

// Body sets the body: bytes, a reader, or something that becomes JSON.
func (r *Request) Body(obj any) *Request {
	switch t := obj.(type) {
	case nil:
	case []byte:
		r.body = bytes.NewReader(t)
	case io.Reader:
		r.body = t
	default:
		data, err := json.Marshal(obj)
		if err != nil {
			r.err = err
			return r
		}
		r.body = bytes.NewReader(data)
	}
	return r
}

// URL returns where the request goes.
func (r *Request) URL() *url.URL {
	u := *r.c.base
	u.Path = path.Join(append([]string{u.Path, "spaces", r.space, r.resource, r.name}, r.parts...)...)
	u.RawQuery = r.query.Encode()
	return &u
}

// request sends it, with retries, and hands the response to fn. The body is closed when fn has returned.
func (r *Request) request(ctx context.Context, fn func(*http.Request, *http.Response)) error {
	if r.err != nil {
		return r.err
	}
	if r.timeout > 0 {
		var cancel context.CancelFunc
		ctx, cancel = context.WithTimeout(ctx, r.timeout)
		defer cancel()
	}
	for tries := 0; ; tries++ {
		req, err := http.NewRequestWithContext(ctx, r.verb, r.URL().String(), r.body)
		if err != nil {
			return err
		}
		resp, err := r.c.Client.Do(req)
		if err != nil {
			if tries < r.c.tries && r.verb == http.MethodGet {
				continue
			}
			return err
		}
		done := func() bool {
			defer func() {
				_, _ = io.Copy(io.Discard, io.LimitReader(resp.Body, 4096))
				resp.Body.Close()
			}()
			if resp.StatusCode == http.StatusTooManyRequests && tries < r.c.tries {
				return false
			}
			fn(req, resp)
			return true
		}()
		if done {
			return nil
		}
	}
}

// Do sends the request.
func (r *Request) Do(ctx context.Context) Result {
	var result Result
	err := r.request(ctx, func(req *http.Request, resp *http.Response) {
		result = r.transform(resp)
	})
	if err != nil {
		return Result{err: err}
	}
	return result
}

// DoRaw sends the request and returns the bytes.
func (r *Request) DoRaw(ctx context.Context) ([]byte, error) {
	result := r.Do(ctx)
	return result.body, result.err
}

// Stream sends the request and hands over the body, which the caller has to close.
func (r *Request) Stream(ctx context.Context) (io.ReadCloser, error) {
	if r.err != nil {
		return nil, r.err
	}
	req, err := http.NewRequestWithContext(ctx, r.verb, r.URL().String(), nil)
	if err != nil {
		return nil, err
	}
	resp, err := r.c.Client.Do(req)
	if err != nil {
		return nil, err
	}
	switch {
	case resp.StatusCode >= 200 && resp.StatusCode < 300:
		return resp.Body, nil
	default:
		defer resp.Body.Close()
		return nil, r.transform(resp).Error()
	}
}

func (r *Request) transform(resp *http.Response) Result {
	var body []byte
	if resp.Body != nil {
		data, err := io.ReadAll(resp.Body)
		if err != nil {
			return Result{err: fmt.Errorf("unexpected error when reading response body: %w", err)}
		}
		body = data
	}
	if resp.StatusCode < 200 || resp.StatusCode > 299 {
		return Result{body: body, status: resp.StatusCode, err: fmt.Errorf("%s %s: %s", r.verb, r.URL(), resp.Status)}
	}
	return Result{body: body, status: resp.StatusCode}
}

// Result is the answer to a request.
type Result struct {
	body   []byte
	status int
	err    error
}

// Into stores the answer in obj.
func (r Result) Into(obj any) error {
	if r.err != nil {
		return r.err
	}
	if len(r.body) == 0 {
		return fmt.Errorf("0-length response with status code: %d", r.status)
	}
	return json.Unmarshal(r.body, obj)
}

// Error returns what went wrong.
func (r Result) Error() error { return r.err }
