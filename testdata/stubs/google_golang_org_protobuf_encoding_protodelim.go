// protodelim: a decoder reads, and closes nothing.
package p

import (
	"bufio"
	"net/http"

	"google.golang.org/protobuf/encoding/protodelim"
)

func forgets(link string, v any) error {
	resp, err := http.Get(link) // want `never-closed`
	if err != nil {
		return err
	}
	return protodelim.UnmarshalFrom(bufio.NewReader(resp.Body), v)
}

func closes(link string, v any) error {
	resp, err := http.Get(link)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	return protodelim.UnmarshalFrom(bufio.NewReader(resp.Body), v)
}
