// gobreaker: the request is made unless the breaker is open; what it returns is the caller's.
package p

import (
	"net/http"

	"github.com/sony/gobreaker/v2"
)

func forgets(breaker *gobreaker.CircuitBreaker[[]byte], link string) (int, error) {
	var resp *http.Response
	_, err := breaker.Execute(func() ([]byte, error) {
		var err error
		resp, err = http.Get(link) // want `never-closed`
		return nil, err
	})
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

func closes(breaker *gobreaker.CircuitBreaker[[]byte], link string) (int, error) {
	var resp *http.Response
	_, err := breaker.Execute(func() ([]byte, error) {
		var err error
		resp, err = http.Get(link)
		return nil, err
	})
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, resp.Body.Close()
}

func returnedForgets(link string) (int, error) {
	breaker := gobreaker.NewCircuitBreaker[*http.Response](gobreaker.Settings{Name: "links"})
	resp, err := breaker.Execute(func() (*http.Response, error) { return http.Get(link) }) // want `never-closed`
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

func returnedCloses(link string) (int, error) {
	breaker := gobreaker.NewCircuitBreaker[*http.Response](gobreaker.Settings{Name: "links"})
	resp, err := breaker.Execute(func() (*http.Response, error) { return http.Get(link) })
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, resp.Body.Close()
}
