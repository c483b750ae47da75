// The error check in all its spellings: where err is not nil there is no body.
package p

import (
	"errors"
	"fmt"
	"io"
	"log"
	"net/http"
)

func nilFirst(link string) error {
	resp, err := http.Get(link)
	if nil != err {
		return err
	}
	return resp.Body.Close()
}

func negated(link string) error {
	resp, err := http.Get(link)
	if !(err == nil) {
		return err
	}
	return resp.Body.Close()
}

func storedInBool(link string) error {
	resp, err := http.Get(link)
	failed := err != nil
	if failed {
		return err
	}
	return resp.Body.Close()
}

func copiedError(link string) error {
	resp, err := http.Get(link)
	cause := err
	if cause != nil {
		return cause
	}
	return resp.Body.Close()
}

func wrappedBeforeReturn(link string) error {
	resp, err := http.Get(link)
	if err != nil {
		err = fmt.Errorf("get %s: %w", link, err)
		log.Print(err)
		return err
	}
	return resp.Body.Close()
}

func successNested(link string) (out []byte, err error) {
	resp, err := http.Get(link)
	if err == nil {
		defer resp.Body.Close()
		out, err = io.ReadAll(resp.Body)
	}
	return out, err
}

func successNestedForgets(link string) (out []byte, err error) {
	resp, err := http.Get(link) // want `never-closed`
	if err == nil {             // via `when this is true`
		out, err = io.ReadAll(resp.Body)
	}
	return out, err // via `returns with the body open`
}

func ifElseChain(link string) string {
	if resp, err := http.Get(link); err != nil {
		return err.Error()
	} else if resp.StatusCode != http.StatusOK {
		resp.Body.Close()
		return resp.Status
	} else {
		defer resp.Body.Close()
		return resp.Header.Get("Server")
	}
}

func ifElseChainForgets(link string) string {
	if resp, err := http.Get(link); err != nil { // want `leaks-on-path`
		return err.Error()
	} else if resp.StatusCode != http.StatusOK { // via `when this is true`
		return resp.Status // via `returns with the body open`
	} else {
		defer resp.Body.Close()
		return resp.Header.Get("Server")
	}
}

func errorsIs(link string) error {
	resp, err := http.Get(link)
	if errors.Is(err, http.ErrServerClosed) {
		return nil
	}
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func errorCollected(link string) error {
	var firstErr error
	resp, err := http.Get(link)
	if err != nil && firstErr == nil {
		firstErr = err
	}
	if firstErr != nil {
		return firstErr
	}
	return resp.Body.Close()
}

// The error is logged and the function goes on only if there is an answer.
func logAndElse(link string) {
	resp, err := http.Get(link)
	if err != nil {
		log.Printf("get %s: %v", link, err)
	} else {
		log.Print(resp.Status)
		resp.Body.Close()
	}
}
