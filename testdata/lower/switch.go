package p

func switches(code int, name string, err error) (out string) {
	switch code {
	case 200, 204:
		out = "good"
	case 404:
		out = "gone"
		fallthrough
	case 410:
		out += "!"
	default:
		out = "other"
	}
	switch n := len(name); {
	case err != nil:
		return err.Error()
	case n > 3 && code == n:
		break
	}
	switch err {
	case nil:
	}
	switch {
	default:
		out += name
	case code < 0:
		out = ""
	}
	return out
}
