package p

// `decode[T](http.Get(link))`: the error that comes with the response is the one that the helper tests.
import (
	"encoding/json"
	"net/http"
)

func decode[T any](resp *http.Response, err error) (T, error) {
	var value T
	if err != nil {
		return value, err
	}
	defer resp.Body.Close()
	err = json.NewDecoder(resp.Body).Decode(&value)
	return value, err
}

func decodeOpen[T any](resp *http.Response, err error) (T, error) {
	var value T
	if err != nil {
		return value, err
	}
	err = json.NewDecoder(resp.Body).Decode(&value)
	return value, err
}

func names(link string) ([]string, error) {
	return decode[[]string](http.Get(link))
}

func number(link string) (int, error) {
	return decode[int](http.Get(link))
}

func leaves(link string) (int, error) {
	return decodeOpen[int](http.Get(link)) // want `never-closed`
}

type list []string

func converted(link string) list {
	return list(lines(http.Get(link)))
}

func lines(resp *http.Response, err error) []string {
	if err != nil {
		return nil
	}
	defer resp.Body.Close()
	return []string{resp.Status}
}
