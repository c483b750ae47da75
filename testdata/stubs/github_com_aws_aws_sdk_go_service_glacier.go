// Glacier: the output of a job is read from an open response, in both libraries.
package p

import (
	"context"
	"io"

	"github.com/aws/aws-sdk-go-v2/service/glacier"
)

func outputForgets(ctx context.Context, client *glacier.Client, in *glacier.GetJobOutputInput) ([]byte, error) {
	out, err := client.GetJobOutput(ctx, in) // want `never-closed`
	if err != nil {
		return nil, err
	}
	return io.ReadAll(out.Body)
}

func outputCloses(ctx context.Context, client *glacier.Client, in *glacier.GetJobOutputInput) ([]byte, error) {
	out, err := client.GetJobOutput(ctx, in)
	if err != nil {
		return nil, err
	}
	defer out.Body.Close()
	return io.ReadAll(out.Body)
}

func cancelled(ctx context.Context, client *glacier.Client, in *glacier.GetJobOutputInput) ([]byte, error) {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	out, err := client.GetJobOutput(ctx, in)
	if err != nil {
		return nil, err
	}
	return io.ReadAll(out.Body)
}

func olderForgets(vault *glacier.Glacier, in *glacier.GetJobOutputInput) ([]byte, error) {
	out, err := vault.GetJobOutput(in) // want `never-closed`
	if err != nil {
		return nil, err
	}
	return io.ReadAll(out.Body)
}

func olderWithContextForgets(ctx context.Context, vault *glacier.Glacier, in *glacier.GetJobOutputInput) ([]byte, error) {
	out, err := vault.GetJobOutputWithContext(ctx, in) // want `never-closed`
	if err != nil {
		return nil, err
	}
	return io.ReadAll(out.Body)
}
