// The responses of OpenAI: a stream that is left before its end has to be closed.
package p

import (
	"context"
	"time"

	"github.com/openai/openai-go/v2/responses"
)

func untilDone(ctx context.Context, service responses.ResponseService, params responses.ResponseNewParams) (text string, err error) {
	stream := service.NewStreaming(ctx, params) // want `never-closed`
	for stream.Next() {                         // via `when this is true`
		event := stream.Current()
		if event.Type == "response.completed" { // via `when this is true`
			break
		}
		text += event.Delta
	}
	return text, stream.Err() // via `returns with the body open`
}

func neverRead(ctx context.Context, service responses.ResponseService, id string) {
	service.GetStreaming(ctx, id, responses.ResponseGetParams{}) // want `discarded-response`
}

func readsAll(ctx context.Context, service responses.ResponseService, params responses.ResponseNewParams) (text string, err error) {
	stream := service.NewStreaming(ctx, params)
	for stream.Next() {
		text += stream.Current().Delta
	}
	return text, stream.Err()
}

func inTime(ctx context.Context, service responses.ResponseService, params responses.ResponseNewParams) string {
	ctx, cancel := context.WithTimeout(ctx, time.Minute)
	defer cancel()
	stream := service.NewStreaming(ctx, params)
	if stream.Next() {
		return stream.Current().Delta
	}
	return ""
}
