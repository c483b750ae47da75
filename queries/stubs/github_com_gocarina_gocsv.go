package gocsv // import "github.com/gocarina/gocsv"

import "io"

func Unmarshal(in io.Reader, out any) error
func UnmarshalWithoutHeaders(in io.Reader, out any) error
func UnmarshalToChan(in io.Reader, c any) error
func UnmarshalToCallback(in io.Reader, f any) error
func UnmarshalBytes(in []byte, out any) error
func UnmarshalString(in string, out any) error
