// Types that a function declares under the name of one of the package, which has a harmless method of the same name.
package p

import "net/http"

type shelf struct{ hc *cupboard }

func (shelf) Get(name string) (string, error) { return name, nil }

type cupboard struct{}

func (*cupboard) Get(name string) (string, error) { return name, nil }

func throughPointer(c *http.Client, u string) error {
	type shelf struct{ *http.Client }
	s := &shelf{c}
	resp, err := s.Get(u) // want `never-closed`
	if err != nil {
		return err
	}
	println(resp.Status)
	return nil
}

func throughSlice(c *http.Client, u string) error {
	type shelf struct{ *http.Client }
	all := []shelf{{c}}
	resp, err := all[0].Get(u) // want `never-closed`
	if err != nil {
		return err
	}
	println(resp.Status)
	return nil
}

func throughArray(c *http.Client, u string) error {
	type shelf struct{ *http.Client }
	all := [2]shelf{{c}}
	resp, err := all[0].Get(u) // want `never-closed`
	if err != nil {
		return err
	}
	println(resp.Status)
	return nil
}

func throughMap(c *http.Client, u string) error {
	type shelf struct{ *http.Client }
	all := map[string]shelf{"a": {c}}
	resp, err := all["a"].Get(u) // want `never-closed`
	if err != nil {
		return err
	}
	println(resp.Status)
	return nil
}

func throughName(c *http.Client, u string) error {
	type shelf struct{ *http.Client }
	type stack []shelf
	all := stack{{c}}
	resp, err := all[0].Get(u) // want `never-closed`
	if err != nil {
		return err
	}
	println(resp.Status)
	return nil
}

func ofPointerField(c *http.Client, u string) error {
	type shelf struct{ hc *http.Client }
	s := &shelf{c}
	resp, err := s.hc.Get(u) // want `never-closed`
	if err != nil {
		return err
	}
	println(resp.Status)
	return nil
}

func ofSliceField(c *http.Client, u string) error {
	type shelf struct{ hc *http.Client }
	all := []shelf{{c}}
	resp, err := all[0].hc.Get(u) // want `never-closed`
	if err != nil {
		return err
	}
	println(resp.Status)
	return nil
}

func ofArrayField(c *http.Client, u string) error {
	type shelf struct{ hc *http.Client }
	all := [2]shelf{{c}}
	resp, err := all[0].hc.Get(u) // want `never-closed`
	if err != nil {
		return err
	}
	println(resp.Status)
	return nil
}

func ofMapField(c *http.Client, u string) error {
	type shelf struct{ hc *http.Client }
	all := map[string]shelf{"a": {c}}
	resp, err := all["a"].hc.Get(u) // want `never-closed`
	if err != nil {
		return err
	}
	println(resp.Status)
	return nil
}

// A type of itself has no end.
func inCircles(c *http.Client, u string) error {
	type ring []ring
	{
		x := ring{nil}
		println(len(x))
	}
	x := c
	resp, err := x.Get(u) // want `never-closed`
	if err != nil {
		return err
	}
	println(resp.Status)
	return nil
}

func inCirclesOfTwo(c *http.Client, u string) error {
	type knot map[string]*knot
	type bow struct{ knots []knot }
	{
		x := make(knot)
		println(len(x))
	}
	x := c
	resp, err := x.Get(u) // want `never-closed`
	if err != nil {
		return err
	}
	println(resp.Status)
	return nil
}

// Of the package's type nothing is open.
func ofPackage(u string) (string, error) {
	s := &shelf{}
	return s.Get(u)
}
