// Not everybody runs gofmt.
package p
import ("io"; "net/http")

func oneLine(link string) int { resp, err := http.Get(link); if err != nil { return 0 }; return resp.StatusCode } // want `never-closed`
func oneLineClosed(link string) int { resp, err := http.Get(link); if err != nil { return 0 }; resp.Body.Close(); return resp.StatusCode }

func semicolons(link string) {
  resp, err := http.Get(link); if err != nil { return }; io.Copy(io.Discard, resp.Body) // want `never-closed`
}

func chain(hc *http.Client, link string) (int, error) {
    resp, err := hc. // want `never-closed`
        Get(
            link)
    if err != nil { return 0, err }
    return resp.StatusCode, nil
}

func chainClosed(hc *http.Client, link string) (n int64, err error) {
	var resp *http.Response; resp, err = hc.
		Get(
			link,
		); if err != nil {
		return }
	defer resp.
		Body.
		Close()
	return io.Copy(
		io.Discard, resp.Body)
}

func commentsInside(link string) /* the code */ int {
	resp /* the answer */, err /* or not */ := /* ask */ http.Get( /* where */ link) // want `never-closed`
	if /* it failed */ err != nil /* really */ {
		return /* nothing */ 0
	}
	return resp. /* code */ StatusCode
}

type (client struct { hc *http.Client })
func (c *client) get(link string) (*http.Response, error) { return c.hc.Get(link) }
func (c *client) ping(link string) (err error) { _, err = c.get(link); return } // want `discarded-response`
