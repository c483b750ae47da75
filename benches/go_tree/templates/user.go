//-- load
// LoadNoun reads an answer into something.
func LoadNoun(ctx context.Context, link string, into any) error {
	resp, err := fetchpkg.FetchType(ctx, link)
	if err != nil {
		return fmt.Errorf("noun: %w", err)
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		return fmt.Errorf("noun: %s", resp.Status)
	}
	return json.NewDecoder(resp.Body).Decode(into)
}

//-- user
// CopyNoun writes an answer to a writer.
func CopyNoun(ctx context.Context, link string, out io.Writer) (n int64, err error) {
	body, err := fetchpkg.OpenType(ctx, link)
	if err != nil {
		return 0, err
	}
	defer func() {
		if cerr := body.Close(); err == nil {
			err = cerr
		}
	}()
	return io.Copy(out, body)
}

//-- user
// ProbeNoun loses the body when the status is wrong.
func ProbeNoun(ctx context.Context, link string) error {
	resp, err := fetchpkg.FetchType(ctx, link)
	if err != nil {
		return err
	}
	if resp.StatusCode != http.StatusOK {
		return fmt.Errorf("noun: %s", resp.Status)
	}
	return fetchpkg.CloseType(resp)
}

//-- user
// FirstNoun asks one server after the other; each answer but the last is lost.
func FirstNoun(ctx context.Context, links []string) (string, error) {
	var resp *http.Response
	var err error
	for _, link := range links {
		resp, err = fetchpkg.FetchType(ctx, link)
		if err == nil && resp.StatusCode == http.StatusOK {
			break
		}
	}
	if err != nil || resp == nil {
		return "", errors.New("noun: nobody answers")
	}
	defer resp.Body.Close()
	text, err := io.ReadAll(resp.Body)
	return string(text), err
}

//-- user
// NounService answers with what other servers say.
type NounService struct {
	doer  fetchpkg.TypeDoer
	bases map[string]string
	mu    sync.Mutex
	seen  map[string]int
}

// ServeHTTP implements http.Handler.
func (s *NounService) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	switch path := strings.TrimPrefix(r.URL.Path, "/noun/"); path {
	case "item": //*{
		http.Error(w, "there is no item", http.StatusNotFound)
	//*}
	default:
		s.forward(w, r, path)
	}
}

func (s *NounService) forward(w http.ResponseWriter, r *http.Request, path string) {
	req, err := http.NewRequestWithContext(r.Context(), r.Method, s.bases[path]+path, r.Body)
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	resp, err := s.doer.Do(req)
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadGateway)
		return
	}
	defer resp.Body.Close()
	s.mu.Lock()
	s.seen[path]++
	s.mu.Unlock()
	for key, values := range resp.Header {
		w.Header()[key] = values
	}
	w.WriteHeader(resp.StatusCode)
	if _, err := io.Copy(w, resp.Body); err != nil {
		log.Printf("noun: %v", err)
	}
}

//-- user
// SizesNoun asks all servers at once.
func SizesNoun(ctx context.Context, links []string) map[string]int64 {
	var wg sync.WaitGroup
	var mu sync.Mutex
	sizes := map[string]int64{}
	for _, link := range links {
		wg.Add(1)
		go func(link string) {
			defer wg.Done()
			resp, err := fetchpkg.FetchType(ctx, link)
			if err != nil {
				return
			}
			defer func() { _ = fetchpkg.CloseType(resp) }()
			mu.Lock()
			defer mu.Unlock()
			sizes[link] = resp.ContentLength
		}(link)
	}
	wg.Wait()
	return sizes
}
