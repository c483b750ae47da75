// S3, the first library: an object is read from an open response.
package p

import (
	"context"
	"io"
	"time"

	"github.com/aws/aws-sdk-go/service/s3"
)

func objectForgets(svc *s3.S3, in *s3.GetObjectInput) ([]byte, error) {
	out, err := svc.GetObject(in) // want `never-closed`
	if err != nil {
		return nil, err
	}
	return io.ReadAll(out.Body)
}

func objectCloses(svc *s3.S3, in *s3.GetObjectInput) ([]byte, error) {
	out, err := svc.GetObject(in)
	if err != nil {
		return nil, err
	}
	defer out.Body.Close()
	return io.ReadAll(out.Body)
}

func withContextForgets(ctx context.Context, svc *s3.S3, in *s3.GetObjectInput) ([]byte, error) {
	out, err := svc.GetObjectWithContext(ctx, in) // want `never-closed`
	if err != nil {
		return nil, err
	}
	return io.ReadAll(out.Body)
}

func cancelled(ctx context.Context, svc *s3.S3, in *s3.GetObjectInput) ([]byte, error) {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	out, err := svc.GetObjectWithContext(ctx, in)
	if err != nil {
		return nil, err
	}
	return io.ReadAll(out.Body)
}

func torrentForgets(svc *s3.S3, in *s3.GetObjectTorrentInput) ([]byte, error) {
	out, err := svc.GetObjectTorrent(in) // want `never-closed`
	if err != nil {
		return nil, err
	}
	return io.ReadAll(out.Body)
}

func torrentWithContextForgets(ctx context.Context, svc *s3.S3, in *s3.GetObjectTorrentInput) ([]byte, error) {
	out, err := svc.GetObjectTorrentWithContext(ctx, in) // want `never-closed`
	if err != nil {
		return nil, err
	}
	return io.ReadAll(out.Body)
}

func eventsForget(svc *s3.S3, in *s3.SelectObjectContentInput) (int, error) {
	out, err := svc.SelectObjectContent(in) // want `never-closed`
	if err != nil {
		return 0, err
	}
	count := 0
	for range out.EventStream.Events() {
		count++
	}
	return count, nil
}

func eventsWithContextForget(ctx context.Context, svc *s3.S3, in *s3.SelectObjectContentInput) error {
	out, err := svc.SelectObjectContentWithContext(ctx, in) // want `never-closed`
	if err != nil {
		return err
	}
	for range out.EventStream.Events() {
	}
	return out.EventStream.Err()
}

func eventsClose(svc *s3.S3, in *s3.SelectObjectContentInput) error {
	out, err := svc.SelectObjectContent(in)
	if err != nil {
		return err
	}
	defer out.EventStream.Close()
	for range out.EventStream.Events() {
	}
	return out.EventStream.Err()
}

func streamCloses(svc *s3.S3, in *s3.SelectObjectContentInput) error {
	out, err := svc.SelectObjectContent(in)
	if err != nil {
		return err
	}
	stream := out.GetStream()
	defer stream.Close()
	return stream.Err()
}

// A request that is signed is not sent.
func link(svc *s3.S3, in *s3.GetObjectInput) (string, error) {
	req, _ := svc.GetObjectRequest(in)
	return req.Presign(time.Minute)
}
