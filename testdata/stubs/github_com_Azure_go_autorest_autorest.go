// autorest: ByClosing among the responders closes, and so does draining.
package p

import (
	"net/http"

	"github.com/Azure/go-autorest/autorest"
)

func decoded(link string, v any) error {
	resp, err := http.Get(link)
	if err != nil {
		return err
	}
	return autorest.Respond(resp, autorest.WithErrorUnlessStatusCode(http.StatusOK), autorest.ByUnmarshallingJSON(v), autorest.ByClosing())
}

func drained(link string) error {
	resp, err := http.Get(link)
	if err != nil {
		return err
	}
	return autorest.DrainResponseBody(resp)
}

func leftOpen(link string, v any) error {
	resp, err := http.Get(link) // want `never-closed`
	if err != nil {
		return err
	}
	return autorest.Respond(resp, autorest.ByUnmarshallingJSON(v))
}
