package s3iface // import "github.com/aws/aws-sdk-go/service/s3/s3iface", "github.com/IBM/ibm-cos-sdk-go/service/s3/s3iface"

import (
	"github.com/aws/aws-sdk-go/aws"
	"github.com/aws/aws-sdk-go/aws/request"
	"github.com/aws/aws-sdk-go/service/s3"
)

// S3API has the methods of s3.S3.
type S3API interface {
	GetObject(input *s3.GetObjectInput) (out *s3.GetObjectOutput, err error)                                                                                   //: own out.Body
	GetObjectWithContext(ctx aws.Context, input *s3.GetObjectInput, opts ...request.Option) (out *s3.GetObjectOutput, err error)                               //: own out.Body; context ctx
	SelectObjectContent(input *s3.SelectObjectContentInput) (out *s3.SelectObjectContentOutput, err error)                                                     //: own out.EventStream
	SelectObjectContentWithContext(ctx aws.Context, input *s3.SelectObjectContentInput, opts ...request.Option) (out *s3.SelectObjectContentOutput, err error) //: own out.EventStream; context ctx
}
