// Swift: a file that is opened reads from a response until it is closed.
package p

import (
	"io"

	"github.com/ncw/swift"
)

func fileForgets(conn *swift.Connection, name string) ([]byte, error) {
	file, _, err := conn.ObjectOpen("papers", name, true, nil) // want `never-closed`
	if err != nil {
		return nil, err
	}
	return io.ReadAll(file)
}

func fileCloses(conn *swift.Connection, name string) ([]byte, error) {
	file, _, err := conn.ObjectOpen("papers", name, true, nil)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	return io.ReadAll(file)
}

func content(conn *swift.Connection, name string) ([]byte, error) {
	return conn.ObjectGetBytes("papers", name)
}
