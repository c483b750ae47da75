package p

// Calls with several outcomes one after the other, each with variables of its own: what is known of those before says nothing.
import (
	"bytes"
	"encoding/json"
	"io"
	"log"
	"net/http"
)

func getJSON(link string, into any) (*http.Response, error) {
	resp, err := http.Get(link) // want `leaks-on-path`
	if err != nil {
		return nil, err
	}
	if resp.StatusCode < http.StatusBadRequest {
		data, err := io.ReadAll(resp.Body)
		if err != nil {
			return resp, err
		}
		resp.Body.Close()
		if err := json.Unmarshal(data, into); err != nil {
			return resp, err
		}
		resp.Body = io.NopCloser(bytes.NewReader(data))
	}
	return resp, nil
}

func asksInARow(link string) {
	{
		var into map[string]any
		resp, err := getJSON(link+"/0", &into) // want `never-closed`
		log.Println(err, resp.StatusCode, into)
	}
	{
		var into map[string]any
		resp, err := getJSON(link+"/1", &into) // want `never-closed`
		log.Println(err, resp.StatusCode, into)
	}
	{
		var into map[string]any
		resp, err := getJSON(link+"/2", &into) // want `never-closed`
		log.Println(err, resp.StatusCode, into)
	}
	{
		var into map[string]any
		resp, err := getJSON(link+"/3", &into) // want `never-closed`
		log.Println(err, resp.StatusCode, into)
	}
	{
		var into map[string]any
		resp, err := getJSON(link+"/4", &into) // want `never-closed`
		log.Println(err, resp.StatusCode, into)
	}
	{
		var into map[string]any
		resp, err := getJSON(link+"/5", &into) // want `never-closed`
		log.Println(err, resp.StatusCode, into)
	}
	{
		var into map[string]any
		resp, err := getJSON(link+"/6", &into) // want `never-closed`
		log.Println(err, resp.StatusCode, into)
	}
	{
		var into map[string]any
		resp, err := getJSON(link+"/7", &into) // want `never-closed`
		log.Println(err, resp.StatusCode, into)
	}
}
