package p

// Go 1.26 new(expr): composite literals and conversions of unnamed types,
// and operands whose name only begins like a type keyword (structs., mapping., funcs(..)) are not repaired.
import "net/http"

func f() {
	a := new([]string{"a"})
	b := new(map[string]int{"a": 1})
	c := new([]byte("x"))
	d := new(structs.Defaults.Unlimited)
	http.Get("http://x") // want `discarded-response`
	print(a, b, c, d)
}
