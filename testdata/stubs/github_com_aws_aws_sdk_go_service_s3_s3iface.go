// s3iface: the methods of the client behind an interface.
package p

import (
	"context"
	"io"

	"github.com/aws/aws-sdk-go/service/s3"
	"github.com/aws/aws-sdk-go/service/s3/s3iface"
)

func objectForgets(svc s3iface.S3API, in *s3.GetObjectInput) ([]byte, error) {
	out, err := svc.GetObject(in) // want `never-closed`
	if err != nil {
		return nil, err
	}
	return io.ReadAll(out.Body)
}

func objectCloses(svc s3iface.S3API, in *s3.GetObjectInput) ([]byte, error) {
	out, err := svc.GetObject(in)
	if err != nil {
		return nil, err
	}
	defer out.Body.Close()
	return io.ReadAll(out.Body)
}

func withContextForgets(ctx context.Context, svc s3iface.S3API, in *s3.GetObjectInput) ([]byte, error) {
	out, err := svc.GetObjectWithContext(ctx, in) // want `never-closed`
	if err != nil {
		return nil, err
	}
	return io.ReadAll(out.Body)
}

func cancelled(ctx context.Context, svc s3iface.S3API, in *s3.GetObjectInput) ([]byte, error) {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	out, err := svc.GetObjectWithContext(ctx, in)
	if err != nil {
		return nil, err
	}
	return io.ReadAll(out.Body)
}

func eventsForget(svc s3iface.S3API, in *s3.SelectObjectContentInput) error {
	out, err := svc.SelectObjectContent(in) // want `never-closed`
	if err != nil {
		return err
	}
	return out.EventStream.Err()
}

func eventsWithContextForget(ctx context.Context, svc s3iface.S3API, in *s3.SelectObjectContentInput) error {
	out, err := svc.SelectObjectContentWithContext(ctx, in) // want `never-closed`
	if err != nil {
		return err
	}
	return out.EventStream.Err()
}

func eventsClose(svc s3iface.S3API, in *s3.SelectObjectContentInput) error {
	out, err := svc.SelectObjectContent(in)
	if err != nil {
		return err
	}
	defer out.EventStream.Close()
	return out.EventStream.Err()
}

// A client with one method of its own has the others of the interface.
type counting struct {
	s3iface.S3API
	calls int
}

func embeddedForgets(svc *counting, in *s3.GetObjectInput) ([]byte, error) {
	out, err := svc.GetObject(in) // want `never-closed`
	if err != nil {
		return nil, err
	}
	return io.ReadAll(out.Body)
}
