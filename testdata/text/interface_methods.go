// Methods that only an interface declares: no function of the code has their names.
package p

import (
	"context"
	"net/http"
)

type opener interface {
	openByInterface(u string) (*http.Response, error)
	nameOfInterface() string
}

func asked(o opener, u string) error {
	resp, err := o.openByInterface(u) // want `never-closed`
	if err != nil {
		return err
	}
	println(o.nameOfInterface(), resp.Status)
	return nil
}

type desk struct {
	// An interface without a name, in a field.
	back interface {
		openByField(ctx context.Context, u string) (*http.Response, error)
	}
	rows []interface {
		openByElement(u string) (*http.Response, error)
	}
	byName map[string]interface {
		openByEntry(u string) (*http.Response, error)
	}
}

func (d *desk) askedBack(ctx context.Context, u string) error {
	resp, err := d.back.openByField(ctx, u) // want `never-closed`
	if err != nil {
		return err
	}
	println(resp.Status)
	return nil
}

func (d *desk) askedRows(u string) error {
	for _, row := range d.rows {
		resp, err := row.openByElement(u) // want `never-closed`
		if err != nil {
			return err
		}
		println(resp.Status)
	}
	return nil
}

func (d *desk) askedByName(u string) error {
	resp, err := d.byName[u].openByEntry(u) // want `never-closed`
	if err != nil {
		return err
	}
	println(resp.Status)
	return nil
}

var source interface {
	openByVariable(u string) (*http.Response, error)
}

func askedSource(u string) error {
	resp, err := source.openByVariable(u) // want `never-closed`
	if err != nil {
		return err
	}
	println(resp.Status)
	return nil
}

type fetcherOf[T any] interface {
	openByInstance(u string) (T, error)
}

func askedInstance(f fetcherOf[*http.Response], u string) error {
	resp, err := f.openByInstance(u) // want `never-closed`
	if err != nil {
		return err
	}
	println(resp.Status)
	return nil
}
