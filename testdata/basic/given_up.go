// A function with too many paths: what was lost before the walk is given up is reported.
package fixture

import (
	"log"
	"net/http"
	"os"

	"golang.org/x/sync/errgroup"
)

type choices struct {
	a, b, c, d, e, f, g, h, i, j *string
}

func discardedBefore(get func(string) string, link string) error {
	o := &choices{}
	_, err := http.Get(link) // want `discarded-response`
	if err != nil {
		return err
	}
	if v := get("a"); v != "" {
		o.a = &v
		log.Print(*o.a)
	}
	if v := get("b"); v != "" {
		o.b = &v
		log.Print(*o.b)
	}
	if v := get("c"); v != "" {
		o.c = &v
		log.Print(*o.c)
	}
	if v := get("d"); v != "" {
		o.d = &v
		log.Print(*o.d)
	}
	if v := get("e"); v != "" {
		o.e = &v
		log.Print(*o.e)
	}
	if v := get("f"); v != "" {
		o.f = &v
		log.Print(*o.f)
	}
	if v := get("g"); v != "" {
		o.g = &v
		log.Print(*o.g)
	}
	if v := get("h"); v != "" {
		o.h = &v
		log.Print(*o.h)
	}
	if v := get("i"); v != "" {
		o.i = &v
		log.Print(*o.i)
	}
	if v := get("j"); v != "" {
		o.j = &v
		log.Print(*o.j)
	}
	return nil
}

func overwrittenBefore(get func(string) string, link string) error {
	o := &choices{}
	resp, err := http.Get(link) // want `overwritten-response`
	if err != nil {
		return err
	}
	if resp.StatusCode == http.StatusOK { // via `when this is true`
		resp, err = http.Get(link + "/next")
		if err != nil {
			return err
		}
	}
	resp.Body.Close()
	if v := get("a"); v != "" {
		o.a = &v
		log.Print(*o.a)
	}
	if v := get("b"); v != "" {
		o.b = &v
		log.Print(*o.b)
	}
	if v := get("c"); v != "" {
		o.c = &v
		log.Print(*o.c)
	}
	if v := get("d"); v != "" {
		o.d = &v
		log.Print(*o.d)
	}
	if v := get("e"); v != "" {
		o.e = &v
		log.Print(*o.e)
	}
	if v := get("f"); v != "" {
		o.f = &v
		log.Print(*o.f)
	}
	if v := get("g"); v != "" {
		o.g = &v
		log.Print(*o.g)
	}
	if v := get("h"); v != "" {
		o.h = &v
		log.Print(*o.h)
	}
	if v := get("i"); v != "" {
		o.i = &v
		log.Print(*o.i)
	}
	if v := get("j"); v != "" {
		o.j = &v
		log.Print(*o.j)
	}
	return nil
}

// The process ends in any case; what was thrown away was lost before.
func discardedAndEnds(link string) {
	_, err := http.Get(link) // want `discarded-response`
	if err != nil {
		log.Fatal(err)
	}
	os.Exit(0)
}

// This one is still held at the end.
func heldAndEnds(link string) {
	resp, err := http.Get(link)
	if err != nil {
		log.Fatal(err)
	}
	log.Print(resp.Status)
	os.Exit(0)
}

// Groups that are started in loops of their own, whose literals know nothing of a response.
func discardedAmongGroups(kind, link string, names []string, do func(string) error) error {
	var g errgroup.Group
	switch kind {
	case "discard":
		_, err := http.Get(link) // want `discarded-response`
		return err
	case "one":
		for _, name := range names {
			g.Go(func() error { return do(name) })
		}
	case "two":
		for _, name := range names {
			g.Go(func() error { return do(name + name) })
		}
	}
	return g.Wait()
}
