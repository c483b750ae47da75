// testing/synctest: Test calls its function.
package p

import (
	"net/http"
	"testing"
	"testing/synctest"
)

func TestForgets(t *testing.T) {
	var resp *http.Response
	synctest.Test(t, func(t *testing.T) {
		var err error
		resp, err = http.Get("http://127.0.0.1:1") // want `never-closed`
		if err != nil {
			t.Fatal(err)
		}
	})
	t.Log(resp.Status)
}

func TestCloses(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		resp, err := http.Get("http://127.0.0.1:1")
		if err != nil {
			t.Fatal(err)
		}
		defer resp.Body.Close()
		synctest.Wait()
	})
}
