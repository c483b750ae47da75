package p

// A function of the standard library that nobody has described may run a literal that it gets, and closes nothing else.
import (
	"expvar"
	"go/ast"
	"net/http"
	"runtime/cgo"
)

func published(link string) (expvar.Var, error) {
	resp, err := http.Get(link)
	if err != nil {
		return nil, err
	}
	return expvar.Func(func() any { return resp.Body.Close() }), nil
}

func visited(link string, node ast.Node) error {
	resp, err := http.Get(link)
	if err != nil {
		return err
	}
	ast.Inspect(node, func(ast.Node) bool {
		resp.Body.Close()
		return false
	})
	return nil
}

func visitedWithout(link string, node ast.Node) error {
	resp, err := http.Get(link) // want `never-closed`
	if err != nil {
		return err
	}
	ast.Inspect(node, func(ast.Node) bool { return true })
	return nil
}

func handled(link string) (cgo.Handle, error) {
	resp, err := http.Get(link) // want `never-closed`
	if err != nil {
		return 0, err
	}
	return cgo.NewHandle(resp.Status), nil
}
