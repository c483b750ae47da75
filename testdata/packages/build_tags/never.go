//go:build ignore

package main

import (
	"fmt"
	"net/http"
)

func main() {
	resp, err := http.Get("https://example.test/") // want `never-closed`
	if err != nil {
		panic(err)
	}
	fmt.Println(resp.Status)
}
