package p

// never closed at try(...) in status; silent in statusClosed.
import "net/http"

func try[T any](n int, f func() (T, error)) (T, error) {
	var zero T
	var err error
	for i := 0; i < n; i++ {
		var v T
		if v, err = f(); err == nil {
			return v, nil
		}
	}
	return zero, err
}

func status(url string) (int, error) {
	resp, err := try(3, func() (*http.Response, error) { return http.Get(url) }) // want `never-closed`
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

func statusClosed(url string) (int, error) {
	resp, err := try(3, func() (*http.Response, error) { return http.Get(url) })
	if err != nil {
		return 0, err
	}
	defer resp.Body.Close()
	return resp.StatusCode, nil
}
