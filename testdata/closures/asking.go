// Function literals that ask.
package p

import (
	"log"
	"net/http"
	"sync"
)

func localGetter(hc *http.Client, base string) error {
	get := func(path string) (*http.Response, error) { return hc.Get(base + path) }
	users, err := get("/users")
	if err != nil {
		return err
	}
	defer users.Body.Close()
	roles, err := get("/roles") // want `never-closed`
	if err != nil {
		return err
	}
	log.Print(users.Status, roles.Status)
	return nil
}

func localGetterDiscards(base string) {
	ping := func() (*http.Response, error) { return http.Get(base) }
	ping() // want `discarded-response`
}

func handlers(mux *http.ServeMux, upstream string) {
	mux.HandleFunc("/size", func(w http.ResponseWriter, r *http.Request) {
		resp, err := http.Get(upstream + r.URL.Path) // want `never-closed`
		if err != nil {
			http.Error(w, "upstream", http.StatusBadGateway)
			return
		}
		w.Header().Set("X-Size", resp.Header.Get("Content-Length"))
	})
	mux.HandleFunc("/copy", func(w http.ResponseWriter, r *http.Request) {
		resp, err := http.Get(upstream + r.URL.Path)
		if err != nil {
			http.Error(w, "upstream", http.StatusBadGateway)
			return
		}
		resp.Write(w)
	})
}

var warmOnce sync.Once

// sync.Once has a Do too.
func warm(link string) {
	warmOnce.Do(func() {
		resp, err := http.Get(link)
		if err != nil {
			return
		}
		resp.Body.Close()
	})
}

func warmForgets(link string) {
	warmOnce.Do(func() {
		resp, err := http.Get(link) // want `never-closed`
		if err != nil {
			return
		}
		log.Print(resp.Status)
	})
}

var statusOf = func(link string) string {
	resp, err := http.Get(link) // want `never-closed`
	if err != nil {
		return ""
	}
	return resp.Status
}

var statusOfClosed = func(link string) string {
	resp, err := http.Get(link)
	if err != nil {
		return ""
	}
	defer resp.Body.Close()
	return resp.Status
}

// Each entry of the table hands over an open response to the loop.
func table(base string) error {
	checks := []struct {
		name string
		ask  func() (*http.Response, error)
	}{
		{"live", func() (*http.Response, error) { return http.Get(base + "/live") }},
		{"ready", func() (*http.Response, error) { return http.Get(base + "/ready") }},
	}
	for _, check := range checks {
		resp, err := check.ask() // want `never-closed`
		if err != nil {
			return err
		}
		log.Print(check.name, resp.Status)
	}
	return nil
}

func tableClosed(base string) error {
	asks := map[string]func(string) (*http.Response, error){"get": http.Get, "head": http.Head}
	for name, ask := range asks {
		resp, err := ask(base)
		if err != nil {
			return err
		}
		log.Print(name, resp.Status)
		resp.Body.Close()
	}
	return nil
}

func factory(hc *http.Client) func(string) (*http.Response, error) {
	return func(link string) (*http.Response, error) {
		return hc.Get(link)
	}
}

func factoryUsed(link string) int {
	resp, err := factory(http.DefaultClient)(link) // want `never-closed`
	if err != nil {
		return 0
	}
	return resp.StatusCode
}

func recursive(link string, depth int) error {
	var follow func(string, int) error
	follow = func(link string, left int) error {
		resp, err := http.Get(link)
		if err != nil {
			return err
		}
		defer resp.Body.Close()
		if next := resp.Header.Get("Location"); next != "" && left > 0 {
			return follow(next, left-1)
		}
		return nil
	}
	return follow(link, depth)
}
