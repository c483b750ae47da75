// go-github: BareDo and the downloads hand over an open body, all else has been read and closed.
package p

import (
	"context"
	"io"
	"net/http"

	"github.com/google/go-github/v60/github"
)

func decoded(ctx context.Context, client *github.Client, link string) (int, error) {
	req, err := client.NewRequest(http.MethodGet, link, nil)
	if err != nil {
		return 0, err
	}
	var found struct{ Name string }
	resp, err := client.Do(ctx, req, &found)
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

func bareForgets(ctx context.Context, client *github.Client, req *http.Request) (int, error) {
	resp, err := client.BareDo(ctx, req) // want `never-closed`
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

func bareCloses(ctx context.Context, client *github.Client, req *http.Request) ([]byte, error) {
	resp, err := client.BareDo(ctx, req)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	return io.ReadAll(resp.Body)
}

func contentsForget(ctx context.Context, client *github.Client, name string) ([]byte, error) {
	contents, _, err := client.Repositories.DownloadContents(ctx, "golang", "go", name, nil) // want `never-closed`
	if err != nil {
		return nil, err
	}
	return io.ReadAll(contents)
}

func metaForgets(ctx context.Context, client *github.Client, name string) ([]byte, error) {
	contents, _, _, err := client.Repositories.DownloadContentsWithMeta(ctx, "golang", "go", name, nil) // want `never-closed`
	if err != nil {
		return nil, err
	}
	return io.ReadAll(contents)
}

func assetForgets(ctx context.Context, client *github.Client, id int64) ([]byte, error) {
	asset, _, err := client.Repositories.DownloadReleaseAsset(ctx, "golang", "go", id, http.DefaultClient) // want `never-closed`
	if err != nil {
		return nil, err
	}
	return io.ReadAll(asset)
}

func contentsClose(ctx context.Context, client *github.Client, name string) ([]byte, error) {
	contents, _, err := client.Repositories.DownloadContents(ctx, "golang", "go", name, nil)
	if err != nil {
		return nil, err
	}
	defer contents.Close()
	return io.ReadAll(contents)
}

// The contents are the body of the response.
func responseCloses(ctx context.Context, client *github.Client, name string) ([]byte, error) {
	contents, resp, err := client.Repositories.DownloadContents(ctx, "golang", "go", name, nil)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	return io.ReadAll(contents)
}

func cancelled(ctx context.Context, client *github.Client, req *http.Request) (int, error) {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	resp, err := client.BareDo(ctx, req)
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

// What is sent on is closed by the one that sends it.
func forwards(ctx context.Context, client *github.Client, link, to string) error {
	resp, err := http.Get(link)
	if err != nil {
		return err
	}
	req, err := http.NewRequest(http.MethodPost, to, resp.Body)
	if err != nil {
		resp.Body.Close()
		return err
	}
	_, err = client.Do(ctx, req, nil)
	return err
}

func headBare(ctx context.Context, client *github.Client) (int, error) {
	req, err := client.NewRequest("HEAD", "repos", nil)
	if err != nil {
		return 0, err
	}
	resp, err := client.BareDo(ctx, req)
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}
