// OSS of Alibaba Cloud: an object is an open response.
package p

import (
	"io"

	"github.com/aliyun/aliyun-oss-go-sdk/oss"
)

func objectForgets(bucket *oss.Bucket, key string) ([]byte, error) {
	body, err := bucket.GetObject(key) // want `never-closed`
	if err != nil {
		return nil, err
	}
	return io.ReadAll(body)
}

func objectCloses(bucket *oss.Bucket, key string) ([]byte, error) {
	body, err := bucket.GetObject(key)
	if err != nil {
		return nil, err
	}
	defer body.Close()
	return io.ReadAll(body)
}

func linkForgets(bucket *oss.Bucket, link string) ([]byte, error) {
	body, err := bucket.GetObjectWithURL(link) // want `never-closed`
	if err != nil {
		return nil, err
	}
	return io.ReadAll(body)
}

func selectForgets(bucket *oss.Bucket, key string) ([]byte, error) {
	body, err := bucket.SelectObject(key, oss.SelectRequest{Expression: "select * from ossobject"}) // want `never-closed`
	if err != nil {
		return nil, err
	}
	return io.ReadAll(body)
}

func resultForgets(bucket *oss.Bucket, req *oss.GetObjectRequest) ([]byte, error) {
	result, err := bucket.DoGetObject(req, nil) // want `never-closed`
	if err != nil {
		return nil, err
	}
	return io.ReadAll(result.Response)
}

func resultCloses(bucket *oss.Bucket, req *oss.GetObjectRequest) ([]byte, error) {
	result, err := bucket.DoGetObject(req, nil)
	if err != nil {
		return nil, err
	}
	defer result.Response.Close()
	return io.ReadAll(result.Response)
}

func toFile(bucket *oss.Bucket, key, path string) error {
	return bucket.GetObjectToFile(key, path)
}
