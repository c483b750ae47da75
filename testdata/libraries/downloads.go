package p

// DownloadContents hands over one body twice: as the io.ReadCloser and as Body of the response
// (&Response{dlResp}); here the response is kept and returned.
import (
	"context"
	"net/http"

	"github.com/google/go-github/v62/github"
)

func fetch(ctx context.Context, c *github.Client) (*http.Response, error) {
	_, res, err := c.Repositories.DownloadContents(ctx, "o", "r", "f", nil)
	if err != nil {
		return nil, err
	}
	return res.Response, nil
}
