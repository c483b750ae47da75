package tags

import "net/http"

func release(resp *http.Response) { resp.Body.Close() }
