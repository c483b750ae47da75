// The classic: the status is checked before the body is closed.
package p

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
)

type forecast struct {
	Days []float64 `json:"days"`
}

func loadForecast(city string) (*forecast, error) {
	resp, err := http.Get("https://weather.test/" + city) // want `leaks-on-path`
	if err != nil {
		return nil, fmt.Errorf("forecast: %w", err)
	}
	if resp.StatusCode != http.StatusOK { // via `when this is true`
		return nil, fmt.Errorf("forecast: %s", resp.Status) // via `returns with the body open`
	}
	defer resp.Body.Close()
	out := new(forecast)
	return out, json.NewDecoder(resp.Body).Decode(out)
}

func loadForecastClosed(city string) (*forecast, error) {
	resp, err := http.Get("https://weather.test/" + city)
	if err != nil {
		return nil, fmt.Errorf("forecast: %w", err)
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		return nil, fmt.Errorf("forecast: %s", resp.Status)
	}
	out := new(forecast)
	return out, json.NewDecoder(resp.Body).Decode(out)
}

// The text of the error is read, the body is not closed.
func errorTextRead(hc *http.Client, req *http.Request) error {
	resp, err := hc.Do(req) // want `leaks-on-path`
	if err != nil {
		return err
	}
	if resp.StatusCode/100 != 2 { // via `when this is true`
		text, _ := io.ReadAll(io.LimitReader(resp.Body, 512))
		return fmt.Errorf("%d: %s", resp.StatusCode, text) // via `returns with the body open`
	}
	return resp.Body.Close()
}

// Closed where it went wrong, forgotten where it went well.
func onlyFailureCloses(link string) (string, error) {
	resp, err := http.Get(link) // want `leaks-on-path`
	if err != nil {
		return "", err
	}
	if resp.StatusCode >= 400 { // via `when this is false`
		resp.Body.Close()
		return "", errors.New(resp.Status)
	}
	return resp.Header.Get("Etag"), nil // via `returns with the body open`
}

func twoEarlyReturns(link string) error {
	resp, err := http.Get(link) // want `leaks-on-path`
	if err != nil {
		return err
	}
	if resp.StatusCode == http.StatusUnauthorized {
		return errors.New("sign in first")
	}
	if resp.StatusCode == http.StatusTooManyRequests {
		return errors.New("slow down")
	}
	defer resp.Body.Close()
	_, err = io.Copy(io.Discard, resp.Body)
	return err
}

// Each early return closes for itself.
func everyReturnCloses(link string) error {
	resp, err := http.Get(link)
	if err != nil {
		return err
	}
	if resp.StatusCode == http.StatusUnauthorized {
		resp.Body.Close()
		return errors.New("sign in first")
	}
	if resp.StatusCode == http.StatusTooManyRequests {
		_ = resp.Body.Close()
		return errors.New("slow down")
	}
	return resp.Body.Close()
}

func notModified(req *http.Request, cached []byte) ([]byte, error) {
	resp, err := http.DefaultClient.Do(req) // want `leaks-on-path`
	if err != nil {
		return cached, nil
	}
	if resp.StatusCode == http.StatusNonAuthoritativeInfo { // via `when this is true`
		return cached, nil // via `returns with the body open`
	}
	defer resp.Body.Close()
	return io.ReadAll(resp.Body)
}

func elseBranchForgets(link string) error {
	resp, err := http.Get(link) // want `leaks-on-path`
	if err != nil {
		return err
	}
	if resp.StatusCode == http.StatusOK { // via `when this is false`
		defer resp.Body.Close()
		_, err = io.Copy(io.Discard, resp.Body)
	} else {
		err = errors.New(resp.Status)
	}
	return err // via `returns with the body open`
}

func bothBranchesClose(link string) (err error) {
	resp, err := http.Get(link)
	if err != nil {
		return err
	}
	if resp.StatusCode == http.StatusOK {
		_, err = io.Copy(io.Discard, resp.Body)
		resp.Body.Close()
	} else {
		err = errors.New(resp.Status)
		resp.Body.Close()
	}
	return err
}

// The short form that reads well and leaks on every status but 200.
func healthy(link string) bool {
	resp, err := http.Get(link)                         // want `leaks-on-path`
	if err != nil || resp.StatusCode != http.StatusOK { // via `when this is true`
		return false // via `returns with the body open`
	}
	resp.Body.Close()
	return true
}
