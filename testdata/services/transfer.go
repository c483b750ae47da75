// Longer functions as services have them: downloads, uploads, proxies.
package p

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log"
	"mime/multipart"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"time"
)

type mirror struct {
	hc    *http.Client
	dir   string
	limit int64
	log   *log.Logger
}

// Each failure removes the temporary file; the body is closed by the one defer.
func (m *mirror) download(ctx context.Context, link, sum string) (path string, err error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, link, nil)
	if err != nil {
		return "", fmt.Errorf("download: %w", err)
	}
	resp, err := m.hc.Do(req)
	if err != nil {
		return "", fmt.Errorf("download: %w", err)
	}
	defer func() {
		if closeErr := resp.Body.Close(); closeErr != nil {
			m.log.Print(closeErr)
		}
	}()
	if resp.StatusCode != http.StatusOK {
		return "", fmt.Errorf("download: %s", resp.Status)
	}
	file, err := os.CreateTemp(m.dir, "part-*")
	if err != nil {
		return "", err
	}
	defer func() {
		file.Close()
		if err != nil {
			os.Remove(file.Name())
		}
	}()
	hash := sha256.New()
	if _, err = io.Copy(io.MultiWriter(file, hash), io.LimitReader(resp.Body, m.limit)); err != nil {
		return "", err
	}
	if got := hex.EncodeToString(hash.Sum(nil)); got != sum {
		return "", fmt.Errorf("sum is %s, not %s", got, sum)
	}
	return file.Name(), nil
}

// Resumes where the last download ended; a server that starts anew is an error, and its body stays open.
func (m *mirror) resume(ctx context.Context, link string, file *os.File) error {
	at, err := file.Seek(0, io.SeekEnd)
	if err != nil {
		return err
	}
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, link, nil)
	if err != nil {
		return err
	}
	req.Header.Set("Range", "bytes="+strconv.FormatInt(at, 10)+"-")
	resp, err := m.hc.Do(req) // want `leaks-on-path`
	if err != nil {
		return err
	}
	switch resp.StatusCode {
	case http.StatusPartialContent:
		defer resp.Body.Close()
		_, err = io.Copy(file, resp.Body)
		return err
	case http.StatusRequestedRangeNotSatisfiable:
		resp.Body.Close()
		return nil
	default: // via `when this case is taken`
		return fmt.Errorf("cannot resume: %s", resp.Status) // via `returns with the body open`
	}
}

func (m *mirror) upload(link, path string) error {
	text, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	var form bytes.Buffer
	parts := multipart.NewWriter(&form)
	part, err := parts.CreateFormFile("file", filepath.Base(path))
	if err != nil {
		return err
	}
	if _, err := part.Write(text); err != nil {
		return err
	}
	if err := parts.Close(); err != nil {
		return err
	}
	resp, err := m.hc.Post(link, parts.FormDataContentType(), &form) // want `leaks-on-path`
	if err != nil {
		return err
	}
	if resp.StatusCode == http.StatusRequestEntityTooLarge { // via `when this is true`
		return errors.New("too large") // via `returns with the body open`
	}
	io.Copy(io.Discard, resp.Body)
	return resp.Body.Close()
}

// Copies the answer of the upstream to the client, headers first.
func (m *mirror) proxy(upstream *url.URL) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		target := *r.URL
		target.Scheme, target.Host = upstream.Scheme, upstream.Host
		out := r.Clone(r.Context())
		out.URL, out.RequestURI = &target, ""
		resp, err := m.hc.Do(out)
		if err != nil {
			http.Error(w, err.Error(), http.StatusBadGateway)
			return
		}
		defer resp.Body.Close()
		for name, values := range resp.Header {
			if strings.EqualFold(name, "Connection") {
				continue
			}
			w.Header()[name] = values
		}
		w.WriteHeader(resp.StatusCode)
		if _, err := io.Copy(w, resp.Body); err != nil {
			m.log.Print(err)
		}
	}
}

// A HEAD of the client becomes a GET of the upstream whose body nobody reads.
func (m *mirror) proxyHead(upstream string) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		resp, err := m.hc.Get(upstream + r.URL.Path) // want `leaks-on-path`
		if err != nil {
			http.Error(w, err.Error(), http.StatusBadGateway)
			return
		}
		w.WriteHeader(resp.StatusCode)
		if r.Method == http.MethodHead { // via `when this is true`
			return // via `returns with the body open`
		}
		defer resp.Body.Close()
		io.Copy(w, resp.Body)
	}
}

type event struct {
	ID   string `json:"id"`
	Kind string `json:"kind"`
}

// A stream of events: it ends with the body, with the context or with the first bad event.
func (m *mirror) watch(ctx context.Context, link string, out chan<- event) error {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, link, nil)
	if err != nil {
		return err
	}
	resp, err := m.hc.Do(req)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	for events := json.NewDecoder(resp.Body); ; {
		var e event
		switch err := events.Decode(&e); {
		case errors.Is(err, io.EOF):
			return nil
		case err != nil:
			return err
		}
		select {
		case out <- e:
		case <-ctx.Done():
			return ctx.Err()
		}
	}
}

// Reconnects for ever; the body of a stream that broke is forgotten.
func (m *mirror) watchForever(ctx context.Context, link string, out chan<- event) error {
	for ctx.Err() == nil {
		resp, err := m.hc.Get(link) // want `never-closed`
		if err != nil {
			time.Sleep(time.Second)
			continue
		}
		events := json.NewDecoder(resp.Body)
		for {
			var e event
			if err := events.Decode(&e); err != nil {
				break
			}
			out <- e
		}
	}
	return ctx.Err()
}

// At most eight at a time; the first failure stops nobody.
func (m *mirror) checkAll(links []string) map[string]int {
	var mu sync.Mutex
	var wg sync.WaitGroup
	slots := make(chan struct{}, 8)
	codes := map[string]int{}
	for _, link := range links {
		slots <- struct{}{}
		wg.Go(func() {
			defer func() { <-slots }()
			resp, err := m.hc.Head(link)
			mu.Lock()
			defer mu.Unlock()
			if err != nil {
				codes[link] = -1
				return
			}
			resp.Body.Close()
			codes[link] = resp.StatusCode
		})
	}
	wg.Wait()
	return codes
}

type tokenSource struct {
	hc    *http.Client
	link  string
	mu    sync.Mutex
	token string
}

func (s *tokenSource) fetch() (string, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.token != "" {
		return s.token, nil
	}
	resp, err := s.hc.PostForm(s.link, url.Values{"grant": {"client"}})
	if err != nil {
		return "", err
	}
	text, err := io.ReadAll(io.LimitReader(resp.Body, 1<<20))
	if closeErr := resp.Body.Close(); err == nil {
		err = closeErr
	}
	if err != nil {
		return "", err
	}
	s.token = strings.TrimSpace(string(text))
	return s.token, nil
}

// Asks once more with a fresh token; the refused answer is closed, the second one belongs to the caller.
func (s *tokenSource) do(req *http.Request) (*http.Response, error) {
	for fresh := false; ; fresh = true {
		token, err := s.fetch()
		if err != nil {
			return nil, err
		}
		req.Header.Set("Authorization", "Bearer "+token)
		resp, err := s.hc.Do(req)
		if err != nil {
			return nil, err
		}
		if resp.StatusCode != http.StatusUnauthorized || fresh {
			return resp, nil
		}
		resp.Body.Close()
		s.mu.Lock()
		s.token = ""
		s.mu.Unlock()
	}
}

func (s *tokenSource) delete(link string) error {
	req, err := http.NewRequest(http.MethodDelete, link, nil)
	if err != nil {
		return err
	}
	resp, err := s.do(req) // want `leaks-on-path`
	if err != nil {
		return err
	}
	if resp.StatusCode == http.StatusAccepted { // via `when this is true`
		return nil // via `returns with the body open`
	}
	defer resp.Body.Close()
	text, _ := io.ReadAll(resp.Body)
	return fmt.Errorf("delete: %s: %s", resp.Status, text)
}

// Long polling: one body per round, closed before the next one, and at the end.
func (s *tokenSource) poll(ctx context.Context, link string, handle func([]byte) error) (err error) {
	ticker := time.NewTicker(time.Second)
	defer ticker.Stop()
	for {
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-ticker.C:
		}
		resp, err := s.hc.Get(link)
		if err != nil {
			return err
		}
		text, err := io.ReadAll(resp.Body)
		resp.Body.Close()
		if err != nil {
			return err
		}
		if err := handle(text); err != nil {
			return err
		}
	}
}

// The handler's refusal ends the function before the close.
func (s *tokenSource) pollForgets(ctx context.Context, link string, handle func(io.Reader) error) (err error) {
	for ctx.Err() == nil {
		resp, err := s.hc.Get(link) // want `leaks-on-path`
		if err != nil {
			return err
		}
		if err := handle(resp.Body); err != nil { // via `when this is true`
			return err // via `returns with the body open`
		}
		resp.Body.Close()
	}
	return ctx.Err()
}
