package p

// What generated clients do with headers: a pointer to each value in a field that nobody reads here.
import (
	"io"
	"net/http"
	"strconv"
)

type answer struct {
	Body io.ReadCloser
	A, B, C, D, E, F, G, H, I, J, K, L *string
	Sealed *bool
}

func withHeaders(link string) (answer, error) {
	resp, err := http.Get(link) // want `leaks-on-path`
	if err != nil {
		return answer{}, err
	}
	result := answer{Body: resp.Body}
	if val := resp.Header.Get("A"); val != "" {
		result.A = &val
	}
	if val := resp.Header.Get("B"); val != "" {
		result.B = &val
	}
	if val := resp.Header.Get("C"); val != "" {
		result.C = &val
	}
	if val := resp.Header.Get("D"); val != "" {
		result.D = &val
	}
	if val := resp.Header.Get("E"); val != "" {
		result.E = &val
	}
	if val := resp.Header.Get("F"); val != "" {
		result.F = &val
	}
	if val := resp.Header.Get("G"); val != "" {
		result.G = &val
	}
	if val := resp.Header.Get("H"); val != "" {
		result.H = &val
	}
	if val := resp.Header.Get("I"); val != "" {
		result.I = &val
	}
	if val := resp.Header.Get("J"); val != "" {
		result.J = &val
	}
	if val := resp.Header.Get("K"); val != "" {
		result.K = &val
	}
	if val := resp.Header.Get("L"); val != "" {
		result.L = &val
	}
	if val := resp.Header.Get("sealed"); val != "" {
		sealed, err := strconv.ParseBool(val)
		if err != nil {
			return answer{}, err
		}
		result.Sealed = &sealed
	}
	return result, nil
}

func readsField(link string) error {
	result, err := withHeaders(link)
	if err != nil {
		return err
	}
	defer result.Body.Close()
	return nil
}

type holder struct{ resp **http.Response }

// A pointer to the variable that holds the response is read again.
func throughPointer(link string) error {
	var resp *http.Response
	var h holder
	h.resp = &resp
	var err error
	resp, err = http.Get(link)
	if err != nil {
		return err
	}
	if link != "" {
		return (*h.resp).Body.Close()
	}
	return resp.Body.Close()
}
