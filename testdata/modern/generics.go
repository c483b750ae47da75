// Type parameters.
package p

import (
	"encoding/json"
	"errors"
	"net/http"
)

func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}

func mustGet(link string) int {
	resp := must(http.Get(link)) // want `never-closed`
	return resp.StatusCode
}

func mustGetClosed(link string) int {
	resp := must(http.Get(link))
	defer resp.Body.Close()
	return resp.StatusCode
}

func decodeAs[T any](hc *http.Client, req *http.Request) (out T, err error) {
	resp, err := hc.Do(req)
	if err != nil {
		return out, err
	}
	defer resp.Body.Close()
	err = json.NewDecoder(resp.Body).Decode(&out)
	return out, err
}

func decodeAsForgets[T any](hc *http.Client, req *http.Request) (out T, err error) {
	resp, err := hc.Do(req) // want `leaks-on-path`
	if err != nil {
		return out, err
	}
	if resp.StatusCode != http.StatusOK { // via `when this is true`
		return out, errors.New(resp.Status) // via `returns with the body open`
	}
	defer resp.Body.Close()
	return out, json.NewDecoder(resp.Body).Decode(&out)
}

type doer interface {
	Do(*http.Request) (*http.Response, error)
}

func through[D doer](d D, req *http.Request) (string, error) {
	resp, err := d.Do(req) // want `never-closed`
	if err != nil {
		return "", err
	}
	return resp.Status, nil
}

func throughClosed[D interface{ doer }](d D, req *http.Request) (string, error) {
	resp, err := d.Do(req)
	if err != nil {
		return "", err
	}
	defer resp.Body.Close()
	return resp.Status, nil
}

type resource[ID ~int | ~string, T any] struct {
	hc   *http.Client
	path func(ID) string
}

func (r *resource[ID, T]) open(id ID) (*http.Response, error) { return r.hc.Get(r.path(id)) }

func (r *resource[ID, T]) load(id ID) (out T, err error) {
	resp, err := r.open(id)
	if err != nil {
		return out, err
	}
	defer resp.Body.Close()
	return out, json.NewDecoder(resp.Body).Decode(&out)
}

func (r *resource[ID, _]) exists(id ID) bool {
	resp, err := r.open(id) // want `never-closed`
	return err == nil && resp.StatusCode == http.StatusOK
}

func users(hc *http.Client) (string, error) {
	r := resource[int, string]{hc: hc, path: func(int) string { return "/users" }}
	resp, err := r.open(7) // want `never-closed`
	if err != nil {
		return "", err
	}
	return resp.Status, nil
}

// attempts calls any function until it works.
func attempts[T any](n int, ask func() (T, error)) (v T, err error) {
	for range n {
		if v, err = ask(); err == nil {
			break
		}
	}
	return v, err
}

func retried(link string) (int, error) {
	resp, err := attempts(3, func() (*http.Response, error) { // want `never-closed`
		return http.Get(link)
	})
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

func retriedClosed(link string) error {
	resp, err := attempts[*http.Response](3, func() (*http.Response, error) { return http.Get(link) })
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// The value of this one is a number.
func retriedNumber(link string) (int, error) {
	return attempts(3, func() (int, error) {
		resp, err := http.Get(link)
		if err != nil {
			return 0, err
		}
		defer resp.Body.Close()
		return resp.StatusCode, nil
	})
}
