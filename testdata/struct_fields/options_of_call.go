package p

// ask closes unless the options say to keep: never closed where they may, silent where one literal is all they ever hold.
import "net/http"

type askOptions struct {
	method string
	keep   bool
}

func ask(o *askOptions, u string) (*http.Response, error) {
	resp, err := http.Get(o.method + u)
	if err != nil || o.keep {
		return resp, err
	}
	return resp, resp.Body.Close()
}

func change(o *askOptions) { o.keep = true }

func again(f func() error) error {
	for i := 0; i < 3; i++ {
		if f() == nil {
			return nil
		}
	}
	return nil
}

func closes(u string) string {
	opts := askOptions{method: "GET"}
	resp, err := ask(&opts, u)
	if err != nil {
		return ""
	}
	return resp.Status
}

func closesInLiteral(u string) string {
	opts := askOptions{method: "GET"}
	var resp *http.Response
	err := again(func() (err error) {
		resp, err = ask(&opts, u)
		return err
	})
	if err != nil {
		return ""
	}
	return resp.Status
}

func keeps(u string) string {
	opts := askOptions{method: "GET", keep: true}
	resp, err := ask(&opts, u) // want `never-closed`
	if err != nil {
		return ""
	}
	return resp.Status
}

func setLater(u string) string {
	opts := askOptions{method: "GET"}
	opts.keep = true
	resp, err := ask(&opts, u) // want `never-closed`
	if err != nil {
		return ""
	}
	return resp.Status
}

func setByOthers(u string) string {
	opts := askOptions{method: "GET"}
	change(&opts)
	resp, err := ask(&opts, u) // want `never-closed`
	if err != nil {
		return ""
	}
	return resp.Status
}

func setForNextRound(list []string) {
	opts := askOptions{method: "GET"}
	for _, u := range list {
		resp, err := ask(&opts, u) // want `leaks-on-path`
		if err != nil {
			return
		}
		println(resp.Status)
		opts.keep = true
	}
}

func setInLiteral(u string) {
	opts := askOptions{method: "GET"}
	set := func() { opts.keep = true }
	set()
	resp, err := ask(&opts, u) // want `never-closed`
	if err != nil {
		return
	}
	println(resp.Status)
}

func (o *askOptions) keepOpen() { o.keep = true }

func setByMethod(u string) string {
	opts := askOptions{method: "GET"}
	opts.keepOpen()
	resp, err := ask(&opts, u) // want `never-closed`
	if err != nil {
		return ""
	}
	return resp.Status
}

// The literal is not all that the parameter can hold.
func setByCaller(u string, opts askOptions, isPlain bool) string {
	if isPlain {
		opts = askOptions{method: "GET"}
	}
	resp, err := ask(&opts, u) // want `leaks-on-path`
	if err != nil {
		return ""
	}
	return resp.Status
}

// One of the two keeps.
func keepsOneOfTwo(u string) string {
	other := askOptions{method: "GET", keep: true}
	opts := askOptions{method: "GET"}
	resp, err := ask(pick(&opts, &other), u) // want `never-closed`
	if err != nil {
		return ""
	}
	return resp.Status
}

func pick(one, other *askOptions) *askOptions {
	if one.method == "" {
		return one
	}
	return other
}
