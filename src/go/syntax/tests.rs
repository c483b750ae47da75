//! What is Go and what is not, as gofmt of Go 1.27 decided it for each row.

use super::*;
use crate::ground::stack;

/// Where a text is no Go: the text from there on.
fn refused(text: &str) -> Option<&str> {
    first_error(text.as_bytes(), Bodies::Read).map(|error| &text[error.at..])
}

#[test]
fn go_is_taken() {
    for declarations in [
        "",
        "import \"a\"; import (\n\tb \"c\"\n\t. \"d\" // e\n\n\t_ `f`)\nvar a, b = 1, 2\nconst (\n\tc = iota\n\td\n\te int = 1\n)",
        "func init[T any, U ~int | ~string]() {}\nfunc (a, b T) f() {}\nfunc (T[P]) m[Q any](Q) {}\nfunc g(a, b)",
        "func f(a, b int, c ...string) (d, e p.T[int]) { return }\nfunc f(int, p.T, ...[]string) (<-chan int, func())",
        "func f(a [3]int, b []T, c T[int], d map[string]func(x int) (y T)) chan<- chan int {}\nfunc f(\n\ta int,\n) (\n\tb int,\n) {\n}",
        "type T [N]int\ntype T [N * 2]p.T\ntype T[P any] struct{}\ntype T[P *C, Q interface{ ~[]P }] = []P\ntype T[] int\ntype (\n\tA = B\n\tC [len(\"a\")]D)",
        "type T struct {\n\tA, b int `x:\"y\"`\n\tp.B\n\t*C \"d\"\n\tE[int]\n\tF [2]int; G[A, B]\n\tH []int }",
        "type T interface {\n\tm()\n\tn(a int) (b T, err error)\n\tA\n\tp.B[int]\n\t~int | *C\n\tinterface{} }",
        "var f = func(a int) (b int) { return a }(1)\nvar x = []int{1, 2,\n\t3,\n}\nvar y = map[string]T{\"a\": {1}, b: {c: d}}\nvar z [...]int",
        "var x = (*T)(nil)\nvar y = <-chan int(z)\nvar z = struct{ a int }{1}\nvar w = [...]T[int]{{}}\nvar v = a[1:2:3][:][i].(T).b[int, string]()",
        "var n = []any{0, 0x_1F, 0o17, 0b1_0, 017, 1_000, .5, 1., 08.5, 1e+3, 0x1p-2, 0X1.8P1, 1i, 08i, 0x1i}",
        "var s = \"\\a\\x41\\101\\u00e9\\U0001F600\\\"\" + `\\q` + string('\\'') + string('é') + string('\\n')",
        "var x, ü = ~1 ^ -2 &^ +3 << 4 &^ 5, !a && b || <-c == *d",
        "func f() { x.(type); a, b += 1; 1; ;; L: }\nfunc f() { goto L; L: for { break L; continue }; M: x() }",
        "func f() { if a {} else if b := c; b {} else {}\n\tif f(T{}) == (T{1}) {}\n\tif x := <-c; x {}\n}",
        "func f() { for {}; for a {}; for i := 0; i < n; i++ {}; for ;; {}; for range 10 {}; for k, v = range x {}; for i := range c {} }",
        "func f() { switch {}; switch x := 1; x {}; switch ; {}; switch x := y.(type) { case nil, *T, []int: fallthrough; default: }; switch y.(type) {} }",
        "func f() { select {}; select { case a, b := <-c: case x <- 1: case <-y: z(); case v: default: } }",
        "func f() { go func() {}(); defer x.f(); x++; c <- 1; return }\nfunc f() { return 1, 2 }\nfunc f() { var x int; const y = 1; type T int; { } }",
        "func f() { f(a, b...); f(\n\ta,\n); _ = f[int](x); for _, x := range []int{1} {}; switch (T{}) {}; if v, ok := m[k]; ok {} }",
    ] {
        let text = format!("// c\npackage p\n{declarations}\n");
        assert_eq!(refused(&text), None, "{text}");
        let text = format!("\u{feff}package p; {declarations}");
        assert_eq!(refused(&text), None, "{text}");
    }
}

#[test]
fn what_is_no_go_is_refused_at_its_place() {
    for (declarations, place) in [
        ("import \"a\nfunc f() {}", "\"a"),
        ("import (\n\t\"a\" \"b\"\n)", "\"b\""),
        ("import (\n\t\"a\",\n)", ",\n"),
        ("import (\n\ta\n)", "\n)"),
        ("import 'a'", "'a'"),
        ("import \"a\nb\"", "\"a"),
        ("var a = 1\nimport \"a\"", "import"),
        ("fun f() {}", "fun"),
        ("x := 1", "x"),
        ("func f() {}\n}", "}\n"),
        ("func f() {\n", ""),
        ("func f()\n{\n}", "{"),
        ("func f[]() {}", "]()"),
        ("func f(a int, string) {}", "{}"),
        ("func f(a ...int, b int) {}", "b int"),
        ("func f(a int) (b, c int, error) {}", "{}"),
        ("func f(a, b ...int) {}", ") {}"),
        ("var f = func[T any]() {}", "[T"),
        ("type T strct {\n}", "{\n"),
        ("type T struct { a int b }", "b }"),
        ("type T struct { a int = 1 }", "= 1"),
        ("type T struct { a, b; c int }", "; c"),
        ("type T struct { (A) }", "(A)"),
        ("type I interface { m[T any]() }", "any"),
        ("var a", "\n"),
        ("var a = []int{\n\t1\n}", "\n}"),
        ("var a = `b", "`b"),
        ("/* a", "/* a"),
        ("var a = \"\\q\"", "\"\\q"),
        ("var a = \"\\ud800\"", "\"\\u"),
        ("var a = '\\400'", "'\\4"),
        ("var a = ''", "''"),
        ("var a = 'ab'", "'ab'"),
        ("var a = '", "'\n"),
        ("var a = 09", "09"),
        ("var a = 0x", "0x"),
        ("var a = 1__0", "1__0"),
        ("var a = 0x1.0", "0x1.0"),
        ("var a = 1 # 2", "# 2"),
        ("var a = \u{201c}b\u{201d}", "\u{201c}"),
        ("var a = \u{feff}b", "\u{feff}b"),
        ("var a = \"\0\"", "\0"),
        ("func f() { if { } }", "{ }"),
        ("func f() { if x := 1 {} }", "{} }"),
        ("func f() { if var y = 2; y {} }", "var"),
        ("func f() { if f() { } else x() }", "x()"),
        ("func f() { for a, b, c := range x {} }", "{} }"),
        ("func f() { switch x := y { } }", "{ }"),
        ("func f() { go x }", "}\n"),
        ("func f() { defer (x()) }", "}\n"),
        ("func f() { x := y = z }", "= z"),
        ("func f() { x, y++ }", "++"),
        ("func f() { a.b: x() }", ": x"),
        ("func f() { break 1 }", "1 }"),
        ("func f() { goto }", "}\n"),
        ("func f() { return return }", "return }"),
        ("func f() { (T){} }", "{} }"),
        ("func f() { a[1:2:] }", "}\n"),
        ("func f() { a[] }", "] }"),
        ("func f() { a<-b<-c }", "<-c"),
        ("func f() { x y }", "y }"),
        ("func f() { ~x }", "~x"),
        ("func f() { f(a b) }", "b) }"),
        ("func f() { case 1: }", "case"),
    ] {
        let text = format!("package p\n{declarations}\n");
        let found = refused(&text).unwrap_or_else(|| panic!("{text}"));
        assert!(found.starts_with(place) && (!place.is_empty() || found.is_empty()), "{text}: {found:?}");
    }
}

#[test]
fn errors_say_what_is_missing() {
    let kind = |text: &[u8]| first_error(text, Bodies::Skimmed).map(|error| error.kind);
    for (text, expected) in [
        (&b""[..], None),
        (b"\n\n", None),
        (b"// a\n", Some(ErrorKind::NoPackage)),
        (b"func f() {}\n", Some(ErrorKind::NoPackage)),
        (b"package p\nvar a = \"b\n", Some(ErrorKind::Unclosed)),
        (b"package p\nvar a b c\n", Some(ErrorKind::Token)),
        (b"package p // \xE9\n", Some(ErrorKind::NotUtf8)),
        (b"\xFF\xFEp\0a\0c\0", Some(ErrorKind::Utf16)),
        (b"\xFE\xFF\0p\0a\0c", Some(ErrorKind::Utf16)),
        (b"??p\0a\0c\0", Some(ErrorKind::Utf16)),
        (b"p\0a\0c\0", Some(ErrorKind::Utf16)),
    ] {
        assert_eq!(kind(text), expected, "{text:?}");
    }
}

#[test]
fn bodies_that_do_not_look_whole_are_read() {
    for body in [
        "\tg(x]\n",
        "\ts := `a\n",
        "\tr := 'a\n",
        "\tr := 'a // it's\n",
        "\t/* a\n",
        "\tx := \u{201c}a\u{201d}\n",
        "<<<<<<< a\n\tg()\n",
        "\tg()\n=======\n",
    ] {
        let text = format!("package p\n\nfunc f() {{\n{body}}}\n\nfunc g() {{\n}}\n");
        assert!(first_error(text.as_bytes(), Bodies::Skimmed).is_some(), "{text}");
    }
    for text in [
        // What stands behind a body on one line is no part of it.
        "package p\n\nfunc f() { g() }\n\nfunc g(a b c) {\n}\n",
        "package p\n\nfunc f() {\n}\n\nfunc g(a b c) {\n}\n",
    ] {
        assert!(first_error(text.as_bytes(), Bodies::Skimmed).is_some(), "{text}");
    }
}

#[test]
fn code_too_deep_or_too_dear_counts_as_go_if_it_looks_whole() {
    stack::on_large(|| {
        for (open, close) in [("(", ")"), ("f(", ")"), ("[]T{", "}"), ("-(", ")"), ("func() { _ = ", " }"), ("a[", "]")]
        {
            for depth in [100, 100_000] {
                let nested = format!("{}x{}", open.repeat(depth), close.repeat(depth));
                assert_eq!(refused(&format!("package p\nvar x = {nested}\n")), None, "{open} {depth}");
                let cut = format!("package p\nvar x = {}", &nested[..nested.len() - 1]);
                assert!(refused(&cut).is_some(), "{open} {depth}");
            }
        }
        // Each bracket after a type's name may be that of an array or of type parameters.
        let nested = format!("{}int{}", "func() { type T [a * len(".repeat(200), ")]b }".repeat(200));
        assert_eq!(refused(&format!("package p\nvar x = {nested}\n")), None);
    });
}
