package standins

import "net/http"

type fakeViewer struct{}

func (fakeViewer) view(resp *http.Response) int {
	resp.Body.Close()
	return 0
}
