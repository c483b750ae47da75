// The response is used before the error that came with it: nil when the request failed.
package p

import (
	"errors"
	"fmt"
	"io"
	"log"
	"net/http"
)

func deferFirst(link string) ([]byte, error) {
	resp, err := http.Get(link) // want `closed-before-check`
	defer resp.Body.Close()
	if err != nil {
		return nil, err
	}
	return io.ReadAll(resp.Body)
}

func checkFirst(link string) ([]byte, error) {
	resp, err := http.Get(link)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	return io.ReadAll(resp.Body)
}

func statusFirst(hc *http.Client, req *http.Request) error {
	resp, err := hc.Do(req) // want `closed-before-check`
	log.Print(resp.Status)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func readFirst(link string) (string, error) {
	resp, err := http.Get(link) // want `closed-before-check`
	text, readErr := io.ReadAll(resp.Body)
	resp.Body.Close()
	if err != nil {
		return "", err
	}
	return string(text), readErr
}

// The literal runs at the end, after the check has returned: it meets the nil as well.
func literalFirst(link string) error {
	resp, err := http.Get(link) // want `closed-before-check`
	defer func() {
		_ = resp.Body.Close()
	}()
	if err != nil {
		return fmt.Errorf("get: %w", err)
	}
	return nil
}

func guardedLiteralFirst(link string) error {
	resp, err := http.Get(link)
	defer func() {
		if err == nil {
			_ = resp.Body.Close()
		}
	}()
	if err != nil {
		return fmt.Errorf("get: %w", err)
	}
	return nil
}

func respCheckedFirst(link string) error {
	resp, err := http.Get(link)
	if resp != nil {
		defer resp.Body.Close()
	}
	if err != nil {
		return err
	}
	return nil
}

// The error is not kept: other linters have an opinion on that.
func errorNotKept(link string) string {
	resp, _ := http.Get(link)
	defer resp.Body.Close()
	return resp.Status
}

func closeNil(resp *http.Response) {
	if resp != nil && resp.Body != nil {
		resp.Body.Close()
	}
}

// The helper looks for itself.
func helperLooks(link string) error {
	resp, err := http.Get(link)
	defer closeNil(resp)
	if err != nil {
		return err
	}
	return nil
}

func closeAnyway(resp *http.Response) { resp.Body.Close() }

// The helper does not look.
func helperDoesNotLook(link string) error {
	resp, err := http.Get(link) // want `closed-before-check`
	defer closeAnyway(resp)
	if err != nil {
		return err
	}
	return nil
}

func checkedInSwitch(link string) error {
	resp, err := http.Get(link)
	switch {
	case errors.Is(err, io.EOF):
		return nil
	case err != nil:
		return err
	}
	defer resp.Body.Close()
	return nil
}

// Both in one condition: the error is looked at first.
func oneCondition(link string) bool {
	resp, err := http.Get(link)
	if err == nil && resp.StatusCode != http.StatusNoContent {
		resp.Body.Close()
		return true
	}
	if err == nil {
		resp.Body.Close()
	}
	return false
}

// The second request is used before its error, the first one is not.
func secondOnly(a, b string) error {
	resp, err := http.Get(a)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	other, err := http.Get(b) // want `closed-before-check`
	defer other.Body.Close()
	if err != nil {
		return err
	}
	return nil
}
