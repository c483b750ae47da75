// The calls behind the client of BOS: an object is read from an open response.
package p

import (
	"io"

	"github.com/baidubce/bce-sdk-go/bce"
	"github.com/baidubce/bce-sdk-go/services/bos/api"
)

func objectForgets(cli bce.Client, key string) ([]byte, error) {
	result, err := api.GetObject(cli, "papers", key, nil, nil) // want `never-closed`
	if err != nil {
		return nil, err
	}
	return io.ReadAll(result.Body)
}

func objectCloses(cli bce.Client, key string) ([]byte, error) {
	result, err := api.GetObject(cli, "papers", key, nil, nil)
	if err != nil {
		return nil, err
	}
	defer result.Body.Close()
	return io.ReadAll(result.Body)
}
