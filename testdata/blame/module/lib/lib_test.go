package lib

import "testing"

func TestWeir(t *testing.T) {
	resp, err := Weir("http://127.0.0.1")
	if resp != nil {
		defer resp.Body.Close()
	}
	if err != nil {
		t.Log(err)
	}
}
