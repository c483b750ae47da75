// azcore: the pipeline has read the body, and what decodes a response closes it.
package p

import (
	"errors"
	"net/http"

	"github.com/Azure/azure-sdk-for-go/sdk/azcore/policy"
	"github.com/Azure/azure-sdk-for-go/sdk/azcore/runtime"
)

func status(pipeline runtime.Pipeline, req *policy.Request) (int, error) {
	resp, err := pipeline.Do(req)
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

func decodes(link string, into any) error {
	resp, err := http.Get(link) // want `leaks-on-path`
	if err != nil {
		return err
	}
	if !runtime.HasStatusCode(resp, http.StatusOK) {
		return errors.New("status")
	}
	return runtime.UnmarshalAsJSON(resp, into)
}

func decodesOrFails(link string, into any) error {
	resp, err := http.Get(link)
	if err != nil {
		return err
	}
	if !runtime.HasStatusCode(resp, http.StatusOK) {
		return runtime.NewResponseError(resp)
	}
	return runtime.UnmarshalAsJSON(resp, into)
}
