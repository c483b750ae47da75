// Clients that close for their callers.
package p

import (
	"context"
	"net/http"

	"github.com/go-resty/resty/v2"
	"github.com/google/go-github/v60/github"
)

func stars(ctx context.Context, gh *github.Client) (int, error) {
	repo, _, err := gh.Repositories.Get(ctx, "golang", "go")
	if err != nil {
		return 0, err
	}
	return repo.GetStargazersCount(), nil
}

func pages(ctx context.Context, gh *github.Client) (last int, err error) {
	_, resp, err := gh.Issues.List(ctx, true, nil)
	if err != nil {
		return 0, err
	}
	return resp.LastPage, nil
}

func custom(ctx context.Context, gh *github.Client, req *http.Request) error {
	var out struct{ Name string }
	_, err := gh.Do(ctx, req, &out)
	return err
}

// BareDo is the one that hands over an open body.
func bare(ctx context.Context, gh *github.Client, req *http.Request) (int, error) {
	resp, err := gh.BareDo(ctx, req) // want `never-closed`
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

func bareClosed(ctx context.Context, gh *github.Client, req *http.Request) error {
	resp, err := gh.BareDo(ctx, req)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func restyText(link string) (string, error) {
	resp, err := resty.New().R().SetQueryParam("q", "go").Get(link)
	if err != nil {
		return "", err
	}
	return resp.String(), nil
}

func restyBlank(rc *resty.Client, link string) error {
	_, err := rc.R().SetBody("x").Post(link)
	return err
}
