// A goroutine gets the response, or asks for it.
package p

import (
	"io"
	"log"
	"net/http"
	"sync"
)

func spool(body io.ReadCloser, to io.Writer) {
	defer body.Close()
	if _, err := io.Copy(to, body); err != nil {
		log.Print(err)
	}
}

func trace(resp *http.Response) { log.Print(resp.Status, resp.Header) }

func goHelper(link string, to io.Writer) error {
	resp, err := http.Get(link)
	if err != nil {
		return err
	}
	go spool(resp.Body, to)
	return nil
}

// The goroutine only looks.
func goLooks(link string) error {
	resp, err := http.Get(link) // want `never-closed`
	if err != nil {
		return err
	}
	go trace(resp)
	return nil
}

func goLiteral(link string, to io.Writer) error {
	resp, err := http.Get(link)
	if err != nil {
		return err
	}
	go func() {
		defer resp.Body.Close()
		io.Copy(to, resp.Body)
	}()
	return nil
}

func goLiteralForgets(link string, to io.Writer) error {
	resp, err := http.Get(link) // want `never-closed`
	if err != nil {
		return err
	}
	go func() {
		io.Copy(to, resp.Body)
	}()
	return nil
}

// The goroutine is started only when the answer is good.
func goOnOneWay(link string, to io.Writer) error {
	resp, err := http.Get(link) // want `leaks-on-path`
	if err != nil {
		return err
	}
	if resp.StatusCode != http.StatusOK { // via `when this is true`
		return io.EOF // via `returns with the body open`
	}
	go spool(resp.Body, to)
	return nil
}

func fanOut(links []string) {
	var wg sync.WaitGroup
	for _, link := range links {
		wg.Add(1)
		go func() {
			defer wg.Done()
			resp, err := http.Get(link) // want `never-closed`
			if err != nil {
				return
			}
			log.Print(link, resp.Status)
		}() // via `the function ends with the body open`
	}
	wg.Wait()
}

func fanOutClosed(links []string) {
	var wg sync.WaitGroup
	for _, link := range links {
		wg.Go(func() {
			resp, err := http.Get(link)
			if err != nil {
				log.Print(err)
				return
			}
			defer resp.Body.Close()
			log.Print(link, resp.Status)
		})
	}
	wg.Wait()
}

func collect(links []string) []int {
	codes := make([]int, len(links))
	var wg sync.WaitGroup
	for i, link := range links {
		wg.Go(func() {
			resp, err := http.Get(link) // want `leaks-on-path`
			if err != nil {
				return
			}
			if codes[i] = resp.StatusCode; codes[i] == 0 { // via `when this is true`
				return // via `returns with the body open`
			}
			resp.Body.Close()
		})
	}
	wg.Wait()
	return codes
}

// The response is a variable of the function, the goroutine fills it and the function closes it.
func filledByGoroutine(link string) error {
	var resp *http.Response
	var err error
	done := make(chan struct{})
	go func() {
		defer close(done)
		resp, err = http.Get(link)
	}()
	<-done
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// A named worker owns what it asks for.
func worker(links <-chan string, sizes chan<- int64) {
	for link := range links {
		resp, err := http.Get(link)
		if err != nil {
			sizes <- -1
			continue
		}
		sizes <- resp.ContentLength
		resp.Body.Close()
	}
}

func workerForgets(links <-chan string, sizes chan<- int64) {
	for link := range links {
		resp, err := http.Get(link) // want `never-closed`
		if err != nil {
			sizes <- -1
			continue
		}
		sizes <- resp.ContentLength
	}
}
