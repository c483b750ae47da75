// oklog/run: each actor of a group is executed, and interrupted at the end.
package p

import (
	"io"
	"net/http"

	"github.com/oklog/run"
)

func closedByTheActor(link string) error {
	var group run.Group
	resp, err := http.Get(link)
	if err != nil {
		return err
	}
	group.Add(func() error {
		defer resp.Body.Close()
		_, err := io.Copy(io.Discard, resp.Body)
		return err
	}, func(error) {})
	return group.Run()
}

func closedByTheInterrupt(link string) error {
	var group run.Group
	resp, err := http.Get(link)
	if err != nil {
		return err
	}
	group.Add(func() error {
		_, err := io.Copy(io.Discard, resp.Body)
		return err
	}, func(error) { resp.Body.Close() })
	return group.Run()
}

func forgotten(link string) error {
	var group run.Group
	resp, err := http.Get(link) // want `never-closed`
	if err != nil {
		return err
	}
	group.Add(func() error {
		_, err := io.Copy(io.Discard, resp.Body)
		return err
	}, func(error) {})
	return group.Run()
}
