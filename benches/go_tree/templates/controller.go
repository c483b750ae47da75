//-- controller
// Noun keeps ApiType objects the way they should be.
type Noun struct {
	client clientpkg.ApiTypeGetter
	lister listerpkg.ApiTypeLister
	mu     sync.Mutex
	queue  []string
	synced map[string]time.Time
	item   string //*
	stop   chan struct{}
}

// NewNoun returns a controller that does not run yet.
func NewNoun(client clientpkg.ApiTypeGetter, lister listerpkg.ApiTypeLister) *Noun {
	return &Noun{
		client: client,
		lister: lister,
		synced: map[string]time.Time{},
		item:   "item", //*
		stop:   make(chan struct{}),
	}
}

// Run works until the context ends.
func (c *Noun) Run(ctx context.Context, workers int) {
	log.Printf("starting controller %q with %d workers", "noun", workers)
	defer log.Print("stopped controller noun")
	for i := 0; i < workers; i++ {
		go func() {
			for c.processNext(ctx) {
			}
		}()
	}
	select {
	case <-ctx.Done():
	case <-c.stop:
	}
}

func (c *Noun) enqueue(key string) {
	c.mu.Lock()
	defer c.mu.Unlock()
	for _, known := range c.queue {
		if known == key {
			return
		}
	}
	c.queue = append(c.queue, key)
}

func (c *Noun) processNext(ctx context.Context) bool {
	c.mu.Lock()
	if len(c.queue) == 0 {
		c.mu.Unlock()
		return false
	}
	key := c.queue[0]
	c.queue = c.queue[1:]
	c.mu.Unlock()
	if err := c.sync(ctx, key); err != nil {
		log.Printf("sync %q failed with %v", key, err)
		c.enqueue(key)
	}
	return true
}

//-- sync
func (c *Noun) sync(ctx context.Context, key string) error {
	start := time.Now()
	defer func() { log.Printf("finished syncing %q (%v)", key, time.Since(start)) }()
	space, name, ok := strings.Cut(key, "/")
	if !ok {
		return fmt.Errorf("unexpected key format: %q", key)
	}
	obj, err := c.lister.Space(space).Get(name)
	if err != nil {
		return err
	}
	obj = obj.DeepCopy()
	if obj.Spec.Count == nil || *obj.Spec.Count == 0 {
		delete(c.synced, key)
		return c.client.ApiType(space).Delete(ctx, name, restpkg.Options{})
	}
	changed := false
	if obj.Labels["item"] != c.item { //*{
		obj.Labels["item"] = c.item
		changed = true
	} //*}
	if !changed {
		return nil
	}
	updated, err := c.client.ApiType(space).Update(ctx, obj, restpkg.Options{})
	if err != nil {
		return fmt.Errorf("updating %s: %w", key, err)
	}
	return c.note(ctx, updated, key)
}

//-- sync
func (c *Noun) sync(ctx context.Context, key string) error {
	space, name, _ := strings.Cut(key, "/")
	current, err := c.client.ApiType(space).Get(ctx, name, restpkg.Options{ResourceVersion: "0"})
	switch {
	case err != nil && strings.Contains(err.Error(), "not found"):
		log.Printf("%s has been deleted", key)
		return nil
	case err != nil:
		return err
	}
	all, err := c.lister.List(func(other *apipkg.ApiType) bool {
		if other.Labels["item"] != current.Labels["item"] { //*{
			return false
		} //*}
		return other.Space == space
	})
	if err != nil {
		return err
	}
	sort.Slice(all, func(i, j int) bool { return all[i].Name < all[j].Name })
	var failed []error
	for i, other := range all {
		if int32(i) < *current.Spec.Count {
			continue
		}
		if err := c.client.ApiType(space).Delete(ctx, other.Name, restpkg.Options{}); err != nil {
			failed = append(failed, fmt.Errorf("%s: %w", other.Name, err))
		}
	}
	if err := errors.Join(failed...); err != nil {
		return err
	}
	return c.note(ctx, current, key)
}

//-- note
func (c *Noun) note(ctx context.Context, obj *apipkg.ApiType, key string) error {
	c.mu.Lock()
	c.synced[key] = time.Now()
	c.mu.Unlock()
	status := apipkg.ApiTypeStatus{Phase: "synced", Seen: map[string]uint64{}}
	for _, port := range obj.Spec.Ports {
		status.Seen[strconv.Itoa(int(port))]++
	}
	if reflect.DeepEqual(status, obj.Status) {
		return nil
	}
	obj.Status = status
	_, err := c.client.ApiType(obj.Space).UpdateStatus(ctx, obj, restpkg.Options{})
	return err
}

//-- note
func (c *Noun) note(_ context.Context, obj *apipkg.ApiType, key string) error {
	last, seen := c.synced[key]
	if seen && time.Since(last) < time.Minute {
		return nil
	}
	names, rest := utilpkg.SplitUtilType(obj.Status.Message, 10)
	if rest != "" {
		return fmt.Errorf("%s has more than %d messages", key, len(names))
	}
	for i, name := range names {
		switch name {
		case "item": //*{
			log.Printf("%s: message %d is about item", key, i)
		//*}
		default:
			log.Printf("%s: %s", key, name)
		}
	}
	c.synced[key] = time.Now()
	return nil
}
