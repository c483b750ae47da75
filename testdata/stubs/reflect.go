// reflect: the Value has what it is made of.
package p

import (
	"net/http"
	"reflect"
)

// What becomes of a Value is not followed.
func value(link string) (reflect.Value, error) {
	resp, err := http.Get(link)
	if err != nil {
		return reflect.Value{}, err
	}
	return reflect.ValueOf(resp), nil
}

func typed(link string) (reflect.Type, error) {
	resp, err := http.Get(link) // want `never-closed`
	if err != nil {
		return nil, err
	}
	return reflect.TypeOf(resp), nil
}
