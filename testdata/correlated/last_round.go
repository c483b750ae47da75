// Retries that leave the last response open for the code behind the loop.
package correlated

import (
	"errors"
	"net/http"
)

const mostTries = 3

// Closed in all rounds but the last one.
func lastOfConstant(client *http.Client, req *http.Request) (int, error) {
	var resp *http.Response
	var err error
	for i := 0; i < mostTries; i++ {
		resp, err = client.Do(req)
		if err == nil && resp.StatusCode < 500 {
			break
		}
		if err == nil && i+1 < mostTries {
			resp.Body.Close()
		}
	}
	if err != nil {
		return 0, err
	}
	defer resp.Body.Close()
	return resp.StatusCode, nil
}

func lastOfLiteral(client *http.Client, req *http.Request) (int, error) {
	var resp *http.Response
	var err error
	for i := 1; i <= 4; i++ {
		resp, err = client.Do(req)
		if err != nil {
			return 0, err
		}
		if i != 4 {
			resp.Body.Close()
		}
	}
	defer resp.Body.Close()
	return resp.StatusCode, nil
}

// The same with a bound that only the caller knows, the other way round, and as a number of rounds that are left.
func lastOfParameter(client *http.Client, req *http.Request, tries int) error {
	var resp *http.Response
	for i := 0; i < tries; i++ {
		var err error
		if resp, err = client.Do(req); err != nil {
			return err
		}
		if tries-1 <= i {
			continue
		}
		resp.Body.Close()
	}
	if resp == nil {
		return errors.New("no tries")
	}
	return resp.Body.Close()
}

func lastIsDifferent(client *http.Client, req *http.Request, most int) (*http.Response, error) {
	var resp *http.Response
	for attempt := 0; attempt <= most; attempt++ {
		var err error
		resp, err = client.Do(req)
		if err != nil {
			return nil, err
		}
		if attempt != most {
			resp.Body.Close()
		}
	}
	return resp, nil
}

func lastOfLinks(links []string) error {
	var resp *http.Response
	for i := 0; i < len(links); i += 1 {
		var err error
		if resp, err = http.Get(links[i]); err != nil {
			return err
		}
		if i < len(links)-1 {
			resp.Body.Close()
		}
	}
	if resp == nil {
		return errors.New("no links")
	}
	return resp.Body.Close()
}

func countedDown(client *http.Client, req *http.Request, left int) error {
	var resp *http.Response
	for ; left > 0; left-- {
		var err error
		if resp, err = client.Do(req); err != nil {
			return err
		}
		if left > 1 {
			resp.Body.Close()
		}
	}
	if resp == nil {
		return errors.New("no tries")
	}
	return resp.Body.Close()
}

// The last two rounds are left open.
func lastTwo(client *http.Client, req *http.Request, tries int) error {
	var resp *http.Response
	for i := 0; i < tries; i++ {
		var err error
		if resp, err = client.Do(req); err != nil { // want `overwritten-response`
			return err
		}
		if i+2 < tries {
			resp.Body.Close()
		}
	}
	if resp == nil {
		return errors.New("no tries")
	}
	return resp.Body.Close()
}

func lastTwoCountedDown(client *http.Client, req *http.Request) error {
	var resp *http.Response
	for left := 5; left > 0; left-- {
		var err error
		if resp, err = client.Do(req); err != nil { // want `overwritten-response`
			return err
		}
		if left > 2 {
			resp.Body.Close()
		}
	}
	return resp.Body.Close()
}

// A difference that is written moves like one that `<` compares.
func writtenDifference(client *http.Client, req *http.Request, tries int) error {
	var resp *http.Response
	for i := 0; i-tries < 0; i++ {
		var err error
		if resp, err = client.Do(req); err != nil {
			return err
		}
		if i-tries < -1 {
			resp.Body.Close()
		}
	}
	if resp == nil {
		return errors.New("no tries")
	}
	return resp.Body.Close()
}

// The bound moves with the counter, or the counter by more than one.
func movingBound(client *http.Client, req *http.Request, tries int) error {
	var resp *http.Response
	for i := 0; i < tries; i++ {
		var err error
		if resp, err = client.Do(req); err != nil { // want `overwritten-response`
			return err
		}
		if i+1 < tries {
			resp.Body.Close()
		}
		if resp.StatusCode == http.StatusTooManyRequests {
			tries++
		}
	}
	if resp == nil {
		return errors.New("no tries")
	}
	return resp.Body.Close()
}

func stepsBack(client *http.Client, req *http.Request) error {
	var resp *http.Response
	for i := 0; i < mostTries; {
		var err error
		if resp, err = client.Do(req); err != nil { // want `overwritten-response`
			return err
		}
		if i+1 < mostTries {
			resp.Body.Close()
		}
		if resp.StatusCode == http.StatusTooManyRequests {
			i -= 2
		}
		i++
	}
	return resp.Body.Close()
}

// The same comparison of numbers that are no counters, moved from one side to the other.
func movedNumber(link string, first, last int) {
	resp, err := http.Get(link)
	if err != nil {
		return
	}
	if first+1 < last {
		resp.Body.Close()
		return
	}
	if last-1 <= first {
		resp.Body.Close()
	}
}

func otherNumber(link string, first, last int) {
	resp, err := http.Get(link) // want `leaks-on-path`
	if err != nil {
		return
	}
	if first+1 < last {
		resp.Body.Close()
		return
	}
	if last <= first {
		resp.Body.Close()
	}
}

// Rounds of a range: the last key is the last round.
func lastOfRange(links []string) error {
	var resp *http.Response
	for i, link := range links {
		var err error
		if resp, err = http.Get(link); err != nil {
			return err
		}
		if i < len(links)-1 {
			resp.Body.Close()
		}
	}
	if resp == nil {
		return errors.New("no links")
	}
	return resp.Body.Close()
}

func lastOfNumbers(client *http.Client, req *http.Request) error {
	var resp *http.Response
	for i := range mostTries {
		var err error
		if resp, err = client.Do(req); err != nil {
			return err
		}
		if i+1 < mostTries {
			resp.Body.Close()
		}
	}
	return resp.Body.Close()
}

// Rounds that are left, counted in a variable of their own.
func triesLeft(client *http.Client, req *http.Request, left int) error {
	var resp *http.Response
	for left > 0 {
		left--
		var err error
		if resp, err = client.Do(req); err != nil {
			return err
		}
		if left > 0 {
			resp.Body.Close()
		}
	}
	if resp == nil {
		return errors.New("no tries")
	}
	return resp.Body.Close()
}

func lastOfLocalNumber(client *http.Client, req *http.Request, tries int) error {
	var resp *http.Response
	for i := range tries {
		var err error
		if resp, err = client.Do(req); err != nil {
			return err
		}
		if i != tries-1 {
			resp.Body.Close()
		}
	}
	if resp == nil {
		return errors.New("no tries")
	}
	return resp.Body.Close()
}

func lastTwoOfRange(links []string) error {
	var resp *http.Response
	for i, link := range links {
		var err error
		if resp, err = http.Get(link); err != nil { // want `overwritten-response`
			return err
		}
		if i < len(links)-2 {
			resp.Body.Close()
		}
	}
	if resp == nil {
		return errors.New("no links")
	}
	return resp.Body.Close()
}

// The last one of another list.
func lastOfOthers(links, others []string) error {
	var resp *http.Response
	for i, link := range links {
		var err error
		if resp, err = http.Get(link); err != nil { // want `overwritten-response`
			return err
		}
		if i < len(others)-1 {
			resp.Body.Close()
		}
	}
	if resp == nil {
		return errors.New("no links")
	}
	return resp.Body.Close()
}

// The last key of one run of the loop says nothing of the next run.
func lastOfEachRun(links []string, runs int) error {
	var resp *http.Response
	for range runs {
		for i, link := range links {
			var err error
			if resp, err = http.Get(link); err != nil { // want `overwritten-response`
				return err
			}
			if i < len(links)-1 {
				resp.Body.Close()
			}
		}
	}
	if resp == nil {
		return errors.New("no links")
	}
	return resp.Body.Close()
}

func lastOfEachRunBreaks(links []string, runs int) error {
	var resp *http.Response
	for range runs {
		for i, link := range links {
			var err error
			if resp, err = http.Get(link); err != nil { // want `overwritten-response`
				return err
			}
			if i == len(links)-1 {
				break
			}
			resp.Body.Close()
		}
	}
	if resp == nil {
		return errors.New("no links")
	}
	return resp.Body.Close()
}
