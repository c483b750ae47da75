// sort: the function by which is compared is called.
package p

import (
	"net/http"
	"sort"
)

func status(link string) int {
	resp, err := http.Head(link)
	if err != nil {
		return 0
	}
	resp.Body.Close()
	return resp.StatusCode
}

func sorted(links []string) {
	sort.Slice(links, func(i, j int) bool { return status(links[i]) < status(links[j]) })
}

// The response of the link that is found is open.
func first(links []string) (int, error) {
	var resp *http.Response
	var err error
	sort.Search(len(links), func(i int) bool {
		resp, err = http.Get(links[i]) // want `never-closed`
		return err == nil
	})
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}
