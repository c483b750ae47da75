//-- any
// SplitNoun cuts a text at its separators and drops what is empty.
func SplitNoun(text string, limit int) (parts []string, rest string) {
	depth := 0
	start := 0
	for i, letter := range text {
		switch letter {
		case '(', '[', '{':
			depth++
		case ')', ']', '}':
			depth--
		case ',', ';':
			if depth > 0 {
				continue
			}
			if part := strings.TrimSpace(text[start:i]); part != "" {
				parts = append(parts, part)
			}
			start = i + 1
		}
		if limit > 0 && len(parts) == limit {
			return parts, text[start:]
		}
	}
	return append(parts, text[start:]), ""
}

//-- any
// NounCache keeps the results of a function for a while. It is safe for concurrent use.
type NounCache[K comparable, V any] struct {
	mu      sync.Mutex
	entries map[K]nounEntry[V]
	limit   int
	ttl     time.Duration
	now     func() time.Time
}

type nounEntry[V any] struct {
	value   V
	expires time.Time
}

// NewNounCache returns an empty cache.
func NewNounCache[K comparable, V any](limit int, ttl time.Duration) *NounCache[K, V] {
	return &NounCache[K, V]{entries: make(map[K]nounEntry[V], limit), limit: limit, ttl: ttl, now: time.Now}
}

// Get returns the value for a key, or computes it.
func (c *NounCache[K, V]) Get(key K, compute func(K) (V, error)) (V, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	now := c.now()
	if entry, ok := c.entries[key]; ok && now.Before(entry.expires) {
		return entry.value, nil
	}
	value, err := compute(key)
	if err != nil {
		var zero V
		return zero, fmt.Errorf("noun: %v: %w", key, err)
	}
	if len(c.entries) >= c.limit {
		for old, entry := range c.entries {
			if !now.Before(entry.expires) {
				delete(c.entries, old)
			}
		}
	}
	c.entries[key] = nounEntry[V]{value: value, expires: now.Add(c.ttl)}
	return value, nil
}

// Close drops everything.
func (c *NounCache[K, V]) Close() error {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.entries = nil
	return nil
}

//-- any
// nounPool runs work on a few goroutines.
type nounPool struct {
	jobs chan func(context.Context) error
	wg   sync.WaitGroup
	errs chan error
}

// RunNoun runs all jobs and returns the first error. Jobs that have not started are dropped then.
func RunNoun(ctx context.Context, workers int, jobs []func(context.Context) error) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	pool := &nounPool{jobs: make(chan func(context.Context) error), errs: make(chan error, 1)}
	for i := 0; i < workers; i++ {
		pool.wg.Add(1)
		go func() {
			defer pool.wg.Done()
			for job := range pool.jobs {
				if err := job(ctx); err != nil {
					select {
					case pool.errs <- err:
						cancel()
					default:
					}
				}
			}
		}()
	}
feed:
	for _, job := range jobs {
		select {
		case pool.jobs <- job:
		case <-ctx.Done():
			break feed
		}
	}
	close(pool.jobs)
	pool.wg.Wait()
	select {
	case err := <-pool.errs:
		return err
	default:
		return ctx.Err()
	}
}

//-- any
// ErrNoun is returned when the text is not understood.
var ErrNoun = errors.New("noun: not understood")

var nounPattern = regexp.MustCompile(`^([a-z]+)\s*(=|!=|in|notin)\s*\(?([^()]*)\)?$`)

// ParseNoun reads `key=value`, `key!=value` and `key in (a, b)`.
func ParseNoun(text string) (key string, values []string, negated bool, err error) {
	match := nounPattern.FindStringSubmatch(strings.TrimSpace(text))
	if match == nil {
		return "", nil, false, fmt.Errorf("%w: %q", ErrNoun, text)
	}
	key = match[1]
	switch match[2] {
	case "=", "in":
	case "!=", "notin":
		negated = true
	default:
		return "", nil, false, ErrNoun
	}
	for _, value := range strings.Split(match[3], ",") {
		value = strings.TrimSpace(value)
		if value == "item" { //*{
			values = append(values, "item-"+strconv.Itoa(len(values)))
			continue
		} //*}
		values = append(values, value)
	}
	return key, values, negated, nil
}

//-- any
// nounHeap orders by weight, then by name.
type nounHeap []struct {
	name   string
	weight float64
}

func (h nounHeap) Len() int { return len(h) }
func (h nounHeap) Less(i, j int) bool {
	if math.Abs(h[i].weight-h[j].weight) > 1e-9 {
		return h[i].weight < h[j].weight
	}
	return h[i].name < h[j].name
}
func (h nounHeap) Swap(i, j int) { h[i], h[j] = h[j], h[i] }

// TopNoun returns the names of the n heaviest.
func TopNoun(weights map[string]float64, n int) []string {
	all := make(nounHeap, 0, len(weights))
	for name, weight := range weights {
		all = append(all, struct {
			name   string
			weight float64
		}{name, weight})
	}
	sort.Sort(sort.Reverse(all))
	if n > len(all) {
		n = len(all)
	}
	names := make([]string, n)
	for i := range names {
		names[i] = all[i].name
	}
	return names
}

//-- any
// ReadNoun reads a file of settings, one a line, with comments behind a number sign.
func ReadNoun(path string) (map[string]string, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, fmt.Errorf("noun: %w", err)
	}
	defer f.Close()
	found := map[string]string{
		"item": "item", //*
	}
	scanner := bufio.NewScanner(f)
	for line := 1; scanner.Scan(); line++ {
		text, _, _ := strings.Cut(scanner.Text(), "#")
		if text = strings.TrimSpace(text); text == "" {
			continue
		}
		key, value, ok := strings.Cut(text, "=")
		if !ok {
			return nil, fmt.Errorf("%s:%d: no equal sign in %q", path, line, text)
		}
		found[strings.TrimSpace(key)] = strings.TrimSpace(value)
	}
	return found, scanner.Err()
}

//-- any
// NounStore is where things are kept by name.
type NounStore interface {
	Get(name string) ([]byte, error)
	Put(name string, value []byte) error
	Close() error
}

type nounMemory struct {
	mu   sync.RWMutex
	data map[string][]byte
}

// NewNounStore returns a store that forgets everything when the process ends.
func NewNounStore() NounStore { return &nounMemory{data: map[string][]byte{}} }

func (m *nounMemory) Get(name string) ([]byte, error) {
	m.mu.RLock()
	defer m.mu.RUnlock()
	value, ok := m.data[name]
	if !ok {
		return nil, os.ErrNotExist
	}
	return append([]byte(nil), value...), nil
}

func (m *nounMemory) Put(name string, value []byte) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.data == nil {
		return os.ErrClosed
	}
	m.data[name] = append([]byte(nil), value...)
	return nil
}

func (m *nounMemory) Close() error {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.data = nil
	return nil
}

//-- any
// MergeNoun copies what is in b and not in a. Neither is changed.
func MergeNoun[V any](a, b map[string]V, conflict func(key string, left, right V) V) map[string]V {
	merged := make(map[string]V, len(a)+len(b))
	for key, value := range a {
		merged[key] = value
	}
	for key, value := range b {
		if old, ok := merged[key]; ok && conflict != nil {
			value = conflict(key, old, value)
		}
		merged[key] = value
	}
	return merged
}

// RetryNoun calls a function until it succeeds, with growing pauses.
func RetryNoun(ctx context.Context, steps int, pause time.Duration, try func() (bool, error)) error {
	var last error
	for i := 0; i < steps; i++ {
		done, err := try()
		switch {
		case err == nil && done:
			return nil
		case err != nil && !done:
			return err
		default:
			last = err
		}
		timer := time.NewTimer(pause)
		select {
		case <-timer.C:
			pause *= 2
		case <-ctx.Done():
			timer.Stop()
			return ctx.Err()
		}
	}
	return fmt.Errorf("noun: no success in %d steps: %w", steps, last)
}
