//-- test
func TestLoadNoun(t *testing.T) {
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprint(w, `{"name": "noun", "link": "http://example.com/{id}"}`)
	}))
	defer server.Close()
	for _, path := range []string{
		"/item", //*
		"/",
	} {
		resp, err := http.Get(server.URL + path)
		if err != nil {
			t.Fatalf("GET %s: %v", path, err)
		}
		defer resp.Body.Close()
		if resp.StatusCode != http.StatusOK {
			t.Errorf("GET %s: %s", path, resp.Status)
		}
	}
}

//-- test
func TestNounStatus(t *testing.T) {
	server := httptest.NewServer(http.NotFoundHandler())
	defer server.Close()
	resp, err := http.Get(server.URL)
	if err != nil {
		t.Fatal(err)
	}
	if resp.StatusCode != http.StatusNotFound {
		t.Errorf("got %s", resp.Status)
	}
}

//-- test
func TestNounHeaders(t *testing.T) {
	req := httptest.NewRequest(http.MethodGet, "/noun", nil)
	req.Header.Set("X-Noun", "item") //*
	rec := httptest.NewRecorder()
	http.NotFound(rec, req)
	if got := rec.Result(); got.StatusCode != http.StatusNotFound {
		t.Errorf("got %s", got.Status)
	}
}
