//-- client
// NounGetter has a method to return a NounInterface.
type NounGetter interface {
	Noun(space string) NounInterface
}

// NounInterface has methods to work with Noun objects.
type NounInterface interface {
	Create(ctx context.Context, noun *apipkg.Noun, opts restpkg.Options) (*apipkg.Noun, error)
	Update(ctx context.Context, noun *apipkg.Noun, opts restpkg.Options) (*apipkg.Noun, error)
	UpdateStatus(ctx context.Context, noun *apipkg.Noun, opts restpkg.Options) (*apipkg.Noun, error)
	Delete(ctx context.Context, name string, opts restpkg.Options) error
	Get(ctx context.Context, name string, opts restpkg.Options) (*apipkg.Noun, error)
	List(ctx context.Context, opts restpkg.Options) (*apipkg.NounList, error)
	Patch(ctx context.Context, name string, data []byte, opts restpkg.Options, parts ...string) (result *apipkg.Noun, err error)
}

// nounClient implements NounInterface.
type nounClient struct {
	client restpkg.Interface
	space  string
}

// NewNoun returns a client for Noun objects of one space.
func NewNoun(client restpkg.Interface, space string) NounInterface {
	return &nounClient{client: client, space: space}
}

// Get takes the name of the noun, and returns the object, and an error if there is any.
func (c *nounClient) Get(ctx context.Context, name string, opts restpkg.Options) (result *apipkg.Noun, err error) {
	result = &apipkg.Noun{}
	err = c.client.Get().
		Space(c.space).
		Resource("noun").
		Name(name).
		Options(opts).
		Do(ctx).
		Into(result)
	return
}

// List takes label and field selectors, and returns the list of Noun objects that match.
func (c *nounClient) List(ctx context.Context, opts restpkg.Options) (result *apipkg.NounList, err error) {
	var timeout time.Duration
	if opts.TimeoutSeconds != nil {
		timeout = time.Duration(*opts.TimeoutSeconds) * time.Second
	}
	result = &apipkg.NounList{}
	err = c.client.Get().Space(c.space).Resource("noun").Options(opts).Timeout(timeout).Do(ctx).Into(result)
	return
}

// Create takes the representation of a noun and creates it.
func (c *nounClient) Create(ctx context.Context, noun *apipkg.Noun, opts restpkg.Options) (result *apipkg.Noun, err error) {
	result = &apipkg.Noun{}
	err = c.client.Post().
		Space(c.space).
		Resource("noun").
		Options(opts).
		Body(noun).
		Do(ctx).
		Into(result)
	return
}

// Update takes the representation of a noun and updates it.
func (c *nounClient) Update(ctx context.Context, noun *apipkg.Noun, opts restpkg.Options) (result *apipkg.Noun, err error) {
	result = &apipkg.Noun{}
	err = c.client.Put().
		Space(c.space).
		Resource("noun").
		Name(noun.Name).
		Options(opts).
		Body(noun).
		Do(ctx).
		Into(result)
	return
}

// UpdateStatus was generated because the type contains a Status member.
func (c *nounClient) UpdateStatus(ctx context.Context, noun *apipkg.Noun, opts restpkg.Options) (result *apipkg.Noun, err error) {
	result = &apipkg.Noun{}
	err = c.client.Put().
		Space(c.space).
		Resource("noun").
		Name(noun.Name).
		SubResource("status").
		Options(opts).
		Body(noun).
		Do(ctx).
		Into(result)
	return
}

// Delete takes the name of the noun and deletes it.
func (c *nounClient) Delete(ctx context.Context, name string, opts restpkg.Options) error {
	return c.client.Delete().
		Space(c.space).
		Resource("noun").
		Name(name).
		Options(opts).
		Do(ctx).
		Error()
}

// Patch applies the patch and returns the patched noun.
func (c *nounClient) Patch(ctx context.Context, name string, data []byte, opts restpkg.Options, parts ...string) (result *apipkg.Noun, err error) {
	result = &apipkg.Noun{}
	err = c.client.Patch().
		Space(c.space).
		Resource("noun").
		Name(name).
		SubResource(parts...).
		Options(opts).
		Body(data).
		Do(ctx).
		Into(result)
	return
}
