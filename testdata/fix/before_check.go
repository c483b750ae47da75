// A defer that stands before the check is moved behind it; a comment that silences nothing goes.
package fixes

import (
	"fmt"
	"net/http"
)

func early(u string) error {
	resp, err := http.Get(u) // want `closed-before-check`
	defer resp.Body.Close()

	if err != nil {
		return err
	}
	fmt.Println(resp.Status)
	return nil
}

func earlyLiteral(u string) error {
	resp, err := http.Get(u) // want `closed-before-check`
	defer func() {
		_ = resp.Body.Close()
	}() // at the end
	if err != nil {
		return err
	}

	fmt.Println(resp.Status)
	return nil
}

// The message needs the response: nothing to move.
func earlyUse(u string) error {
	resp, err := http.Get(u) // want `closed-before-check`
	fmt.Println(resp.Status)
	defer resp.Body.Close()
	if err != nil {
		return err
	}
	return nil
}
