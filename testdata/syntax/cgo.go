//go:build cgo && !windows

// A build constraint and an import of C.
package p

/*
#include <stdlib.h>
static int half(int x) { return x / 2; }
*/
import "C"

import "net/http"

func forgets(link string) int {
	resp, err := http.Get(link) // want `never-closed`
	if err != nil {
		return 0
	}
	return int(C.half(C.int(resp.StatusCode)))
}

func closes(link string) int {
	resp, err := http.Get(link)
	if err != nil {
		return 0
	}
	defer resp.Body.Close()
	return int(C.half(C.int(resp.StatusCode)))
}
