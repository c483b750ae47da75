package ssestream // import "github.com/openai/openai-go/*/packages/ssestream", "github.com/openai/openai-go/packages/ssestream", "github.com/anthropics/anthropic-sdk-go/packages/ssestream"

import "io"

// Stream: read to its end it holds nothing any more; who stops before has to close it.
type Stream[T any] struct{ decoder io.Closer }

func (s *Stream[T]) Close() error
func (s *Stream[T]) Current() T
func (s *Stream[T]) Err() error //: close-if-fails s
func (s *Stream[T]) Next() bool //: close-if-fails s
