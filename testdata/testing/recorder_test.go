// A recorder hands over a response that holds no connection.
package p

import (
	"io"
	"net/http"
	"net/http/httptest"
	"testing"
)

func hello(w http.ResponseWriter, r *http.Request) { io.WriteString(w, "hello") }

func ask(h http.HandlerFunc) *httptest.ResponseRecorder {
	rec := httptest.NewRecorder()
	h(rec, httptest.NewRequest(http.MethodGet, "/", nil))
	return rec
}

func result(h http.HandlerFunc) *http.Response { return ask(h).Result() }

func TestRecorder(t *testing.T) {
	rec := httptest.NewRecorder()
	hello(rec, httptest.NewRequest(http.MethodGet, "/", nil))
	resp := rec.Result()
	if resp.StatusCode != http.StatusOK {
		t.Error(resp.Status)
	}
}

func TestRecorderBody(t *testing.T) {
	text, err := io.ReadAll(ask(hello).Result().Body)
	if err != nil || string(text) != "hello" {
		t.Error(string(text), err)
	}
}

func TestRecorderFromHelper(t *testing.T) {
	if resp := result(hello); resp.StatusCode != http.StatusOK {
		t.Error(resp.Status)
	}
}

func TestRecorderClosedAllTheSame(t *testing.T) {
	resp := result(hello)
	defer resp.Body.Close()
	if resp.ContentLength > 5 {
		t.Fatal(resp.ContentLength)
	}
}

// A server's answer is a real one.
func TestServerBesideRecorder(t *testing.T) {
	srv := httptest.NewServer(http.HandlerFunc(hello))
	defer srv.Close()
	want := result(hello)
	got, err := srv.Client().Get(srv.URL) // want `never-closed`
	if err != nil {
		t.Fatal(err)
	}
	if got.StatusCode != want.StatusCode {
		t.Error(got.Status)
	}
}
