// Vault: raw answers have to be closed; of others a Secret is made.
package p

import (
	"context"
	"io"

	"github.com/hashicorp/vault/api"
)

func rawForgets(client *api.Client, path string) (int, error) {
	resp, err := client.RawRequest(client.NewRequest("GET", path)) // want `never-closed`
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

func decodes(ctx context.Context, client *api.Client, path string, to any) error {
	resp, err := client.RawRequestWithContext(ctx, client.NewRequest("GET", path)) // want `never-closed`
	if err != nil {
		return err
	}
	return resp.DecodeJSON(to)
}

func readForgets(client *api.Client, path string) ([]byte, error) {
	resp, err := client.Logical().ReadRaw(path) // want `never-closed`
	if err != nil {
		return nil, err
	}
	return io.ReadAll(resp.Body)
}

// The usual form: a failed request may have an answer.
func closes(client *api.Client, path string) ([]byte, error) {
	resp, err := client.RawRequest(client.NewRequest("GET", path))
	if resp != nil {
		defer resp.Body.Close()
	}
	if err != nil {
		return nil, err
	}
	return io.ReadAll(resp.Body)
}

func cancelled(ctx context.Context, client *api.Client, path string) ([]byte, error) {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	resp, err := client.Logical().ReadRawWithContext(ctx, path)
	if err != nil {
		return nil, err
	}
	return io.ReadAll(resp.Body)
}

func secret(config *api.Config, path string) (any, error) {
	client, err := api.NewClient(config)
	if err != nil {
		return nil, err
	}
	secret, err := client.Logical().Read(path)
	if err != nil {
		return nil, err
	}
	return secret.Data["key"], nil
}

// Each call by itself.
func discards(ctx context.Context, logical *api.Logical) {
	logical.ReadRawWithContext(ctx, "pki/ca")              // want `discarded-response`
	logical.ReadRawWithData("pki/ca", nil)                 // want `discarded-response`
	logical.ReadRawWithDataWithContext(ctx, "pki/ca", nil) // want `discarded-response`
}
