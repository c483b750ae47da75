// OBS of Huawei Cloud: an object is read from an open response.
package p

import (
	"io"
	"net/http"

	"github.com/huaweicloud/huaweicloud-sdk-go-obs/obs"
)

func objectForgets(client *obs.ObsClient, in *obs.GetObjectInput) ([]byte, error) {
	out, err := client.GetObject(in) // want `never-closed`
	if err != nil {
		return nil, err
	}
	return io.ReadAll(out.Body)
}

func objectCloses(client *obs.ObsClient, in *obs.GetObjectInput) ([]byte, error) {
	out, err := client.GetObject(in)
	if err != nil {
		return nil, err
	}
	defer out.Body.Close()
	return io.ReadAll(out.Body)
}

func withoutProgressForgets(client *obs.ObsClient, in *obs.GetObjectInput) ([]byte, error) {
	out, err := client.GetObjectWithoutProgress(in) // want `never-closed`
	if err != nil {
		return nil, err
	}
	return io.ReadAll(out.Body)
}

func linkForgets(client *obs.ObsClient, link string, header http.Header) ([]byte, error) {
	out, err := client.GetObjectWithSignedUrl(link, header) // want `never-closed`
	if err != nil {
		return nil, err
	}
	return io.ReadAll(out.Body)
}
