package p

import "net/url"

func typeSwitches(v any, err error) string {
	switch x := v.(type) {
	case nil:
		return "nothing"
	case int, int64:
		_ = x
		return "number"
	case interface{ String() string }:
		return x.String()
	case error:
		return x.Error()
	}
	switch err.(type) {
	case *url.Error:
		return "url"
	default:
		return "unknown"
	}
}
