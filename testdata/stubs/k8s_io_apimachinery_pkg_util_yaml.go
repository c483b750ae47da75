// yaml: a decoder reads, and closes nothing.
package p

import (
	"net/http"

	"k8s.io/apimachinery/pkg/util/yaml"
)

func forgets(link string, v any) error {
	resp, err := http.Get(link) // want `never-closed`
	if err != nil {
		return err
	}
	return yaml.NewYAMLOrJSONDecoder(resp.Body, 4096).Decode(v)
}

func closes(link string, v any) error {
	resp, err := http.Get(link)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	return yaml.NewYAMLOrJSONDecoder(resp.Body, 4096).Decode(v)
}

// A caller may find the body behind an interface; whether it is closed is up to the caller.
func decoder(link string) (any, error) {
	resp, err := http.Get(link)
	if err != nil {
		return nil, err
	}
	return yaml.NewYAMLOrJSONDecoder(resp.Body, 4096), nil
}

func documents(link string, into []byte) (int, error) {
	resp, err := http.Get(link)
	if err != nil {
		return 0, err
	}
	documents := yaml.NewDocumentDecoder(resp.Body)
	defer documents.Close()
	return documents.Read(into)
}
