// gobreaker: the request is made unless the breaker is open; what it returns is the caller's.
package p

import (
	"net/http"

	"github.com/sony/gobreaker"
)

func forgets(breaker *gobreaker.CircuitBreaker, link string) (int, error) {
	var resp *http.Response
	_, err := breaker.Execute(func() (any, error) {
		var err error
		resp, err = http.Get(link) // want `never-closed`
		return nil, err
	})
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

func closes(breaker *gobreaker.CircuitBreaker, link string) (int, error) {
	var resp *http.Response
	_, err := breaker.Execute(func() (any, error) {
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
	breaker := gobreaker.NewCircuitBreaker(gobreaker.Settings{Name: "links"})
	answer, err := breaker.Execute(func() (any, error) { return http.Get(link) }) // want `never-closed`
	if err != nil {
		return 0, err
	}
	return answer.(*http.Response).StatusCode, nil
}
