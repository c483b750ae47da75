// expfmt: decoders read, and close nothing.
package p

import (
	"net/http"

	"github.com/prometheus/common/expfmt"
)

func forgets(link string, v any) error {
	resp, err := http.Get(link) // want `never-closed`
	if err != nil {
		return err
	}
	return expfmt.NewDecoder(resp.Body, expfmt.ResponseFormat(resp.Header)).Decode(v)
}

func closes(link string, v any) error {
	resp, err := http.Get(link)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	return expfmt.NewDecoder(resp.Body, expfmt.ResponseFormat(resp.Header)).Decode(v)
}

func forgetsText(link string) (any, error) {
	resp, err := http.Get(link) // want `never-closed`
	if err != nil {
		return nil, err
	}
	var parser expfmt.TextParser
	return parser.TextToMetricFamilies(resp.Body)
}

func closesText(link string) (any, error) {
	resp, err := http.Get(link)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	var parser expfmt.TextParser
	return parser.TextToMetricFamilies(resp.Body)
}

// A caller may find the body behind an interface; whether it is closed is up to the caller.
func decoder(link string) (any, error) {
	resp, err := http.Get(link)
	if err != nil {
		return nil, err
	}
	return expfmt.NewDecoder(resp.Body, ""), nil
}
