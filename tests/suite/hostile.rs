//! Input of extreme size and depth: the program may not panic, hang, overflow the stack or fill the memory, and it reports the code
//! that it leaves out because of its size.
//!
//! Most inputs are one function, or a few declarations, of a given size between two functions that lose a response each:
//! both must still be found. The sizes here suit a debug build; `cargo test --release --test hostile -- --ignored` runs
//! the full ones, and says how long each took. `BODYGUARD=path` runs another build of the program.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// The processor time that one input may take, in seconds; a debug build needs most of it for none of them.
const MOST_SECONDS: u64 = 60;

/// The time that one input may take on a busy machine before the program counts as hanging.
const LONGEST: Duration = Duration::from_secs(600);

/// Address space, in KiB: the 64 MiB stacks of the threads count, so the memory really used is far below.
const MEMORY: u64 = 6 << 20;

/// How large inputs are: the pieces of a nested or repeated construct.
#[derive(Clone, Copy)]
struct Size {
    deep: usize,
    long: usize,
}

const SMALL: Size = Size { deep: 1_500, long: 150 };
const FULL: Size = Size { deep: 100_000, long: 20_000 };

/// The expected result of an input.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Expect {
    /// Both neighbours are found.
    Neighbours,
    /// Both neighbours are found, and the response in the function itself is, or the program says that it left
    /// something out.
    Limits,
    /// The program ends with an exit code of its own. Nothing else is expected of broken text.
    Ends,
}

struct Input {
    name: &'static str,
    text: String,
    expect: Expect,
}

#[test]
fn hostile_code_is_survived() {
    let failures = run_all(inputs(SMALL));
    assert!(failures.is_empty(), "\n{}\n", failures.join("\n"));
}

#[test]
#[ignore = "takes minutes; run it with a release build"]
fn hostile_code_of_full_size_is_survived() {
    let failures = run_all(inputs(FULL));
    assert!(failures.is_empty(), "\n{}\n", failures.join("\n"));
}

/// The first thread of the program may have a small stack; what is shown must not need it. Once as deep as code is read,
/// and once deeper.
#[test]
#[cfg(unix)]
fn debug_of_deep_code_is_survived() {
    let home = tempfile::tempdir().unwrap();
    let mut failures = Vec::new();
    for depth in [150, 2_000] {
        for input in deep_code(depth) {
            std::fs::write(home.path().join("a.go"), between_neighbours(&input.text)).unwrap();
            let place = format!("a.go:{OWN_LEAK}:15");
            for words in [["body", "a.go:hostile"], ["paths", "a.go:hostile"], ["type", &place]] {
                let mut shell = Command::new("sh");
                shell.args(["-c", "ulimit -s 1024; exec \"$0\" debug \"$@\""]).arg(program()).args(words);
                let output = shell.current_dir(home.path()).stdin(Stdio::null()).output().unwrap();
                let said = String::from_utf8_lossy(&output.stderr);
                // Of a function that is too deep not every place is known.
                let is_fine = output.status.code() == Some(0) || words[0] == "type" && said.starts_with("error: ");
                if !is_fine || said.contains("panicked") {
                    failures.push(format!(
                        "{} {depth}: {words:?}: {} {}",
                        input.name,
                        output.status,
                        first_lines(&said)
                    ));
                }
            }
        }
    }
    assert!(failures.is_empty(), "\n{}\n", failures.join("\n"));
}

/// Runs the inputs whose name contains `$HOSTILE`; what went wrong, one line each.
fn run_all(inputs: Vec<Input>) -> Vec<String> {
    let only = std::env::var("HOSTILE").unwrap_or_default();
    let chosen = inputs.into_iter().filter(|input| input.name.contains(&only));
    chosen.filter_map(|input| wrong(&input)).collect()
}

fn wrong(input: &Input) -> Option<String> {
    let home = tempfile::tempdir().unwrap();
    let text = match input.expect {
        Expect::Ends => input.text.clone(),
        _ => between_neighbours(&input.text),
    };
    std::fs::write(home.path().join("a.go"), &text).unwrap();
    let start = Instant::now();
    let ran = run(home.path(), &["check", "--output-format", "concise", "a.go"]);
    let took = start.elapsed();
    println!("{:<32} {:>9} bytes  {:>7.2} s  {}", input.name, text.len(), took.as_secs_f64(), ran.end);
    let name = input.name;
    let is_fine = matches!(ran.code, Some(0 | 1)) && !ran.stderr.contains("panicked");
    if !is_fine {
        return Some(format!("{name}: {} after {took:?}\n{}", ran.end, first_lines(&ran.stderr)));
    }
    if input.expect == Expect::Ends {
        return None;
    }
    let last = text.lines().count() - 4;
    let lines = [format!("a.go:{FIRST_LEAK}:"), format!("a.go:{last}:")];
    if let Some(line) = lines.iter().find(|line| !ran.stdout.contains(line.as_str())) {
        return Some(format!("{name}: no finding at {line}\n{}{}", first_lines(&ran.stdout), first_lines(&ran.stderr)));
    }
    if let Some(failure) = wrong_among_others(input, home.path(), &lines) {
        return Some(failure);
    }
    let has_reported = ran.stdout.contains(&format!("a.go:{OWN_LEAK}:")) || ran.stderr.contains("of a.go: ");
    (input.expect == Expect::Limits && !has_reported).then(|| format!("{name}: nothing is said of what was left out"))
}

/// Checks an input beside so many other files that only candidates are parsed; returns the first failure.
fn wrong_among_others(input: &Input, folder: &Path, lines: &[String]) -> Option<String> {
    for number in 0..40 {
        std::fs::write(folder.join(format!("z{number}.go")), "package p\n").unwrap();
    }
    let start = Instant::now();
    let ran = run(folder, &["check", "--output-format", "concise", "."]);
    println!("{:<32} {:>15}  {:>7.2} s  {}", "", "among others", start.elapsed().as_secs_f64(), ran.end);
    let name = input.name;
    if !matches!(ran.code, Some(0 | 1)) || ran.stderr.contains("panicked") {
        return Some(format!("{name} among others: {}\n{}", ran.end, first_lines(&ran.stderr)));
    }
    let missing = lines.iter().find(|line| !ran.stdout.contains(line.as_str()))?;
    Some(format!("{name} among others: no finding at {missing}\n{}", first_lines(&ran.stdout)))
}

fn first_lines(text: &str) -> String {
    text.lines().take(8).flat_map(|line| [line.get(..200).unwrap_or(line), "\n"]).collect()
}

struct Ran {
    code: Option<i32>,
    end: String,
    stdout: String,
    stderr: String,
}

fn program() -> PathBuf {
    std::env::var_os("BODYGUARD").map_or_else(|| PathBuf::from(env!("CARGO_BIN_EXE_bodyguard")), PathBuf::from)
}

/// Runs the program with limits of memory and time. Output goes to files: a full pipe would look like a hang.
fn run(folder: &Path, args: &[&str]) -> Ran {
    let out = tempfile::tempdir().unwrap();
    let file = |name: &str| std::fs::File::create(out.path().join(name)).unwrap();
    let mut command = if cfg!(target_os = "linux") {
        let mut shell = Command::new("sh");
        shell
            .arg("-c")
            .arg(format!("ulimit -t {MOST_SECONDS} && ulimit -v {MEMORY} && exec \"$0\" \"$@\""))
            .arg(program());
        shell
    } else {
        Command::new(program())
    };
    command.args(args).current_dir(folder).stdin(Stdio::null()).stdout(file("out")).stderr(file("err"));
    let mut child = command.spawn().unwrap();
    let start = Instant::now();
    let (code, end) = loop {
        if let Some(status) = child.try_wait().unwrap() {
            break (status.code(), status.to_string());
        }
        if start.elapsed() > LONGEST {
            child.kill().unwrap();
            child.wait().unwrap();
            break (None, format!("still there after {LONGEST:?}"));
        }
        std::thread::sleep(Duration::from_millis(5));
    };
    let read = |name: &str| String::from_utf8_lossy(&std::fs::read(out.path().join(name)).unwrap()).into_owned();
    Ran { code, end, stdout: read("out"), stderr: read("err") }
}

/// The line of the first neighbour's response.
const FIRST_LEAK: usize = 6;

/// The line of the response in [`function`].
const OWN_LEAK: usize = 13;

/// The text between two functions that lose a response each.
fn between_neighbours(text: &str) -> String {
    let leak = |name: &str| {
        format!(
            "func {name}(u string) error {{\n\t_, err := http.Get(u)\n\treturn err\n}}\n\ntype of{name} struct{{}}\n"
        )
    };
    format!("package p\n\nimport \"net/http\"\n\n{}\n{text}\n{}", leak("before"), leak("after"))
}

/// `open` n times, the middle, `close` n times.
fn nested(open: &str, middle: &str, close: &str, depth: usize) -> String {
    format!("{}{middle}{}", open.repeat(depth), close.repeat(depth))
}

/// A function with these statements in which `resp` is open.
fn function(statements: &str) -> String {
    format!(
        "func hostile(u string, a, b, c any, x []int, p *T, f F) (err error) {{\n\tresp, err := http.Get(u)\n{statements}\n\treturn err\n}}\n\ntype T struct {{ T *T; x []int }}\n\ntype F func(...any) F\n"
    )
}

/// A line for each number, `#` replaced by it.
fn lines(count: usize, line: &str) -> String {
    let mut text = String::new();
    for number in 0..count {
        writeln!(text, "{}", line.replace('#', &number.to_string())).unwrap();
    }
    text
}

fn inputs(size: Size) -> Vec<Input> {
    let mut all = Vec::new();
    all.extend(deep_code(size.deep));
    all.extend(deep_types(size.deep));
    all.extend(long_code(size.long, size.deep));
    all.extend(names_of_others(size.long));
    all.extend(circles(size.long));
    all.extend(broken(size.deep));
    all
}

/// Uses of a name of the library for something else, distinguished by the variable before it.
fn names_of_others(count: usize) -> Vec<Input> {
    let store = "type store struct{}\n\nfunc (s *store) Get(k string) (string, error) { return k, nil }\n\nfunc open() *store { return nil }\n";
    let input = |name, statements: String| {
        let text = format!("func hostile(u string) {{\n{statements}}}\n\n{store}");
        Input { name, text, expect: Expect::Neighbours }
    };
    vec![
        input("gets of one variable", "c := open()\n".to_string() + &lines(count, "v#, e# := c.Get(u); f(v#, e#)")),
        input("gets of many variables", lines(count, "c# := open(); v#, e# := c#.Get(u); f(v#, e#)")),
        input("gets of a name bound anew", lines(count, "{ c := open(); v, e := c.Get(u); f(v, e) }")),
        input("gets of parameters", lines(count, "f(func(c *store) { v, e := c.Get(u); f(v, e) })")),
        input(
            "gets of variables from variables",
            "c0 := open()\n".to_string()
                + &(1..count).map(|n| format!("c{n} := c{}\nv{n}, e{n} := c{n}.Get(u)\n", n - 1)).collect::<String>(),
        ),
        input("groups of variables", lines(count, "var (\nx# int\n)") + "c := open()\nv, e := c.Get(u)\nf(v, e)\n"),
    ]
}

/// Expressions and statements inside each other.
fn deep_code(depth: usize) -> Vec<Input> {
    use Expect::{Limits, Neighbours};
    let statement = |name, expect, text: String| Input { name, text: function(&text), expect };
    let half = depth / 2;
    vec![
        statement("parentheses", Limits, format!("_ = {}", nested("(", "a", ")", depth))),
        statement("parentheses in a condition", Limits, format!("if {} {{}}", nested("(", "a == b", ")", depth))),
        statement(
            "parentheses around the call",
            Limits,
            format!("r2, _ := {}; _ = r2", nested("(", "http.Get(u)", ")", depth)),
        ),
        statement("not not", Limits, format!("if {}f {{}}", "!".repeat(depth))),
        statement("minus minus", Limits, format!("_ = {}1", "- ".repeat(depth))),
        statement("dereferences", Limits, format!("_ = {}p", "*".repeat(depth))),
        statement("receives", Limits, format!("_ = {}a", "<-".repeat(depth))),
        statement("indices", Limits, format!("_ = {}", nested("x[", "0", "]", depth))),
        statement("indices of indices", Limits, format!("_ = x{}", "[0]".repeat(depth))),
        statement("calls in arguments", Limits, nested("f(", "resp", ")", depth)),
        statement("calls of results", Limits, format!("f{}", "(a)".repeat(depth))),
        statement("selectors", Limits, format!("_ = p{}", ".T".repeat(depth))),
        statement("chains of methods", Limits, format!("p{}", ".T()".repeat(depth))),
        statement("type assertions", Limits, format!("_ = a{}", ".(any)".repeat(depth))),
        statement("slices of slices", Limits, format!("_ = x{}", "[:]".repeat(depth))),
        statement("literals", Limits, format!("_ = []any{}", nested("{", "1", "}", depth))),
        statement("typed literals", Limits, format!("_ = {}", nested("T{nil, ", "nil", "}", depth))),
        statement("addresses of literals", Limits, format!("_ = {}", nested("&T{T: ", "nil", "}", depth))),
        statement("function literals", Limits, nested("func() { ", "_ = resp", " }()", depth)),
        statement("function literals as arguments", Limits, nested("f(func() { ", "_ = resp", " })", depth)),
        statement("conversions", Limits, format!("_ = {}", nested("[]int(", "x", ")", depth))),
        statement("blocks", Limits, nested("{", "_ = resp", "}", half)),
        statement("ifs", Limits, nested("if a == b {", "_ = resp", "}", half)),
        statement("loops", Limits, nested("for {", "_ = resp", "}", half)),
        statement("ranges", Limits, nested("for range x {", "_ = resp", "}", half)),
        statement("switches", Limits, nested("switch a { case b: ", "_ = resp", "}", half)),
        statement("selects", Limits, nested("select { default: ", "_ = resp", "}", half)),
        statement("type switches", Limits, nested("switch a.(type) { case int: ", "_ = resp", "}", half)),
        statement("labels", Limits, (0..half).map(|number| format!("l{number}: ")).collect::<String>() + "_ = resp"),
        statement("elses in blocks", Limits, nested("if a == b {} else { ", "_ = resp", "}", half)),
        statement(
            "else ifs",
            Neighbours,
            format!("if a == b {{}}{}", " else if a == c { _ = resp }".repeat(depth / 10)),
        ),
        statement("sums", Neighbours, format!("_ = 1{}", " + 1".repeat(depth))),
        statement("sums to the right", Limits, format!("_ = {}", nested("1 + (", "1", ")", depth))),
        statement("texts", Neighbours, format!("_ = \"\"{}", " + \"x\"".repeat(depth))),
        statement("conjunctions", Neighbours, format!("if a == b{} {{}}", " && a == c".repeat(depth / 10))),
        statement("disjunctions", Neighbours, format!("if a == b{} {{}}", " || a == c".repeat(depth / 10))),
        statement("comparisons", Limits, format!("if a{} {{}}", " == b".repeat(depth))),
    ]
}

/// Types inside each other, and signatures.
fn deep_types(depth: usize) -> Vec<Input> {
    use Expect::Neighbours;
    let input = |name, text: String| Input { name, text, expect: Neighbours };
    let half = depth / 2;
    vec![
        input("pointers", format!("var v {}int", "*".repeat(depth))),
        input("slices", format!("var v {}int", "[]".repeat(depth))),
        input("arrays", format!("var v {}int", "[1]".repeat(depth))),
        input("maps", format!("var v {}int", "map[int]".repeat(depth))),
        input("keys of maps", format!("var v {}", nested("map[", "int", "]int", depth))),
        input("channels", format!("var v {}int", "chan ".repeat(depth))),
        input("functions", format!("var v {}", "func() ".repeat(depth))),
        input("parameters", format!("var v {}", nested("func(", "int", ")", depth))),
        input("structs", format!("var v {}", nested("struct { a ", "int", " }", half))),
        input("interfaces", format!("var v {}", nested("interface { M(", "int", ") }", half))),
        input("type arguments", format!("type G[T any] struct{{}}\nvar v {}", nested("G[", "int", "]", depth))),
        input("parentheses of types", format!("var v {}", nested("(", "int", ")", depth))),
        input("values of variables", format!("var v = {}", nested("f(", "1", ")", depth))),
        input("constraints", format!("func h[T interface{{ {} }}]() {{}}", nested("interface{", "int", "}", half))),
        input("pointers in a function", function(&format!("var v {}int; _ = v", "*".repeat(depth)))),
        input("slices in a function", function(&format!("v := {}int{{}}; _ = v", "[]".repeat(depth)))),
    ]
}

/// Many of one thing, one after the other.
fn long_code(count: usize, more: usize) -> Vec<Input> {
    use Expect::Neighbours;
    let input = |name, text: String| Input { name, text, expect: Neighbours };
    let statement = |name, text: String| Input { name, text: function(&text), expect: Neighbours };
    let names = |separator: &str| (0..count).map(|n| format!("n{n}")).collect::<Vec<_>>().join(separator);
    vec![
        statement("requests", lines(count, "r#, e# := http.Get(u); if e# != nil { return e# }; _ = r#")),
        statement(
            "requests that are closed",
            lines(count, "r#, e# := http.Get(u); if e# != nil { return e# }; r#.Body.Close()"),
        ),
        statement(
            "requests with deferred closes",
            lines(count, "r#, e# := http.Get(u); if e# != nil { return e# }; defer r#.Body.Close()"),
        ),
        statement("requests in one variable", lines(count, "resp, err = http.Get(u)")),
        statement("independent conditions", lines(count, "if c == # { _ = resp }")),
        statement(
            "conditions on booleans",
            lines(count, "b# := f(#) != nil; if b# { _ = resp }") + &lines(count, "if b# { _ = resp }"),
        ),
        statement("conditions that return", lines(count, "if c == # { return nil }")),
        statement(
            "one variable from another",
            format!("v0 := resp\n{}", (1..count).map(|n| format!("v{n} := v{}\n", n - 1)).collect::<String>()),
        ),
        statement(
            "values from values",
            format!("v0 := f\n{}", (1..count).map(|n| format!("v{n} := v{}(a)\n", n - 1)).collect::<String>()),
        ),
        statement(
            "parts of parts",
            format!("v0 := p\n{}", (1..count).map(|n| format!("v{n} := v{}.T\n", n - 1)).collect::<String>()),
        ),
        statement("deferred literals", lines(count, "defer func() { _ = resp }()")),
        statement("literals", lines(count, "f(func() { _ = resp })")),
        statement("literals in variables", lines(count, "f# := func() { _ = resp }; f#()")),
        statement("goroutines", lines(count, "go func() { _ = resp }()")),
        statement("gotos", lines(count, "if c == # { goto l# }\nl#: _ = resp")),
        statement("gotos backwards", lines(count, "l#: if c == # { goto l# }")),
        statement("loops one after the other", lines(count, "for range x { if c == # { break }; _ = resp }")),
        statement("calls", lines(count, "f(resp, #)")),
        statement(
            "closures over one another",
            format!(
                "v0 := func() {{}}\n{}",
                (1..count).map(|n| format!("v{n} := func() {{ v{}() }}\n", n - 1)).collect::<String>()
            ),
        ),
        statement("cases", format!("switch a {{\n{}}}", lines(more, "case #: _ = resp"))),
        statement("cases that return", format!("switch a {{\n{}}}", lines(more, "case #: return nil"))),
        statement("cases that fall through", format!("switch a {{\n{}}}", lines(more, "case #: fallthrough"))),
        statement("cases with conditions", format!("switch {{\n{}}}", lines(count, "case a == # && c != #: _ = resp"))),
        statement("values of one case", format!("switch a {{ case {} }}", names(", ") + ": _ = resp")),
        statement("cases of types", format!("switch v := a.(type) {{\n{}}}", lines(count, "case t#: _ = v"))),
        statement("cases of a select", format!("select {{\n{}}}", lines(count, "case <-c#: _ = resp"))),
        statement("elements", format!("_ = []any{{\n{}}}", lines(more, "\t#,"))),
        statement("elements with keys", format!("_ = map[any]any{{\n{}}}", lines(more, "\t#: #,"))),
        statement("rows of a table", format!("_ = []T{{\n{}}}", lines(more, "\t{T: nil, x: []int{#}},"))),
        statement("arguments", format!("f({})", names(", "))),
        statement("assignments at once", format!("{} = {}", names(", "), names(", "))),
        statement("variables", format!("var {} int", names(", "))),
        statement("a long text", format!("_ = \"{}\"", "x".repeat(more * 10))),
        statement("a long raw text", format!("_ = `{}`", "x\n".repeat(more * 10))),
        statement("statements in one line", lines(more, "_ = #").replace('\n', "; ")),
        input(
            "functions one after the other",
            lines(count, "func g#(u string) (*http.Response, error) { return http.Get(u) }"),
        ),
        input(
            "wrappers of wrappers",
            lines(count, "func g#(u string) (*http.Response, error) { return g1#(u) }")
                + &function(&lines(count, "g#(u)")),
        ),
        input("parameters of one function", format!("func g({} int) {{ http.Get(u) }}", names(", "))),
        input("results of one function", format!("func g() ({} int) {{ http.Get(u); return }}", names(", "))),
        input(
            "fields",
            format!("type S struct {{\n{}}}\nfunc g(s S) {{ http.Get(s.f1) }}", lines(more, "\tf# string")),
        ),
        input("methods", lines(count, "func (t T) M#() {}") + &function("p.M1()")),
        input(
            "methods of an interface",
            format!("type I interface {{\n{}}}", lines(count, "\tM#(i I)")) + &function("var i I; i.M1(i)"),
        ),
        input("constants", format!("const (\n{}\tend = iota\n)", lines(more, "\tc# = iota"))),
        input("variables of a package", lines(more, "var v# = #")),
        input(
            "variables from variables",
            (1..count).map(|n| format!("var w{n} = w{}\n", n - 1)).collect::<String>()
                + "var w0 = http.DefaultClient\n"
                + &function(&format!("r2, _ := w{}.Get(u); _ = r2", count - 1)),
        ),
        input("type parameters", format!("func g[{} any]() {{}}", names(", "))),
        input("comments that silence", lines(count, "var s# = # //nolint:bodyclose")),
        input("own comments", lines(count, "var s# = # //bodyguard:ignore why")),
        input("comments above", lines(count, "//bodyguard:ignore[BG001] why\nvar s# = #")),
        input("malformed comments", lines(count, "var s# = # //bodyguard:ignore[nope")),
        input("one long comment", format!("/*{}*/", "x\n".repeat(more * 10))),
        input("empty lines", "\n".repeat(more * 10)),
        input("semicolons", ";".repeat(more)),
        input("empty statements", function(&";".repeat(more))),
    ]
}

/// Declarations that lead back to themselves, and such that grow.
fn circles(count: usize) -> Vec<Input> {
    use Expect::Neighbours;
    let use_it = |ty: &str| function(&format!("var v {ty}; r2, _ := v.Do(u); _ = r2; v.Close(); v.x.Body.Close()"));
    let input = |name, text: String| Input { name, text, expect: Neighbours };
    let many = |text: &str| vec![text; 40].join(", ");
    let twice = |n: usize| format!("type P{n} struct {{ P{a}; Q{a} }}\ntype Q{n} struct {{ P{a}; Q{a} }}\n", a = n + 1);
    vec![
        input("a struct in itself", format!("type S struct {{ S }}\n{}", use_it("S"))),
        input("structs in each other", format!("type S struct {{ *R; *S }}\ntype R struct {{ *S; *R }}\n{}", use_it("S"))),
        input("a type that is itself", format!("type S S\ntype R *R\ntype Q []Q\n{}{}", use_it("S"), use_it("R"))),
        input("an alias of itself", format!("type S = S\ntype R = map[R]R\ntype Q = map[map[Q]Q]map[Q]Q\n{}{}", use_it("R"), use_it("Q"))),
        input("an interface in itself", format!("type S interface {{ S; R }}\ntype R interface {{ R; S; Do(string) (*http.Response, error) }}\n{}", use_it("S"))),
        input("an interface in itself often", format!("type S interface {{ {} }}\n{}", vec!["S"; 40].join("; "), use_it("S"))),
        input("a generic type of itself", format!("type S[T any] struct {{ x *S[S[T]]; S2[T] }}\ntype S2[T any] struct {{ *S[S2[T]] }}\n{}", use_it("S[int]"))),
        input("a generic alias of itself", format!("type S[T any] = map[S[S[T]]]S[S[T]]\n{}", use_it("S[int]"))),
        input("a generic alias with many arguments", format!("type S[{}] = R[{}]\ntype R[T any] struct{{}}\n{}", many("T any"), many("S[T, T]"), use_it("S[int]"))),
        input("a constraint that is itself", format!("func g[T interface {{ M(T) T; U }}, U interface {{ T; U }}](t T) {{ t.M(t).M(t) }}\n{}", function("g(a)"))),
        input("wide embedding", format!("type S struct {{\n{}}}\n{}{}", lines(40, "\tE#"), lines(40, &format!("type E# struct {{ {} }}", (0..40).map(|n| format!("E{n}")).collect::<Vec<_>>().join("; "))), use_it("S"))),
        input("doubled embedding", (0..30).map(twice).collect::<String>() + &use_it("P0")),
        input("wide fields", format!("type S struct {{\n{}}}\nfunc (s *S) Do(u string) (*http.Response, error) {{ return http.Get(u) }}\n{}", lines(count.min(2000), "\tf# S"), use_it("*S"))),
        input("functions that call each other", "func g(u string) (*http.Response, error) { if u == \"\" { return h(u) }; return g(u) }\nfunc h(u string) (*http.Response, error) { if u == \"\" { return g(u) }; return h(u) }\n".to_string() + &function("r2, _ := g(u); _ = r2")),
        input("closers that call each other", "func g(r *http.Response) { h(r); g(r) }\nfunc h(r *http.Response) { if r != nil { g(r) } else { h(r) } }\n".to_string() + &function("g(resp); h(resp)")),
        input("all functions call all", lines(40, &format!("func g#(r *http.Response, a bool) error {{ if a {{ return nil }}; {} ; return nil }}", (0..40).map(|n| format!("if g{n}(r, a) != nil {{ return nil }}")).collect::<Vec<_>>().join("; "))) + &function("g1(resp, true)")),
        input("all wrappers call all", lines(30, &format!("func g#(u string, a int) (*http.Response, error) {{ {} ; return http.Get(u) }}", (0..30).map(|n| format!("if a == {n} {{ return g{n}(u, a) }}")).collect::<Vec<_>>().join("; "))) + &function("r2, _ := g1(u, 3); _ = r2")),
        input("literals that call each other", function("var g, h func(); g = func() { h(); g(); resp.Body.Close() }; h = func() { g(); h() }; g(); h()")),
        input("variables that need each other", format!("var v1, v2 = v2(), v1()\nvar v3 = v4\nvar v4 = v3\nvar v5 = func() any {{ return v5 }}\n{}", function("r2, _ := v3.Get(u); _ = r2; v5()"))),
        input("pairs of pairs", "type P[A, B any] struct { a A; b B }\nfunc (p P[A, B]) Do(u string) (*http.Response, error) { return http.Get(u) }\nfunc pair[A, B any](a A, b B) P[A, B] { return P[A, B]{a, b} }\ntype D interface { Do(u string) (*http.Response, error) }\n".to_string()
            + &function(&format!("v0 := pair(a, b)\n{}\nr2, _ := v{}.Do(u); var d D = v9; r3, _ := d.Do(u); _, _ = r2, r3", (1..60).map(|n| format!("v{n} := pair(v{m}, v{m})\n", m = n - 1)).collect::<String>(), 59))),
        input("boxes of boxes", "type B[A any] struct { a A }\nfunc (p B[A]) Do(u string) (*http.Response, error) { return http.Get(u) }\nfunc box[A any](a A) B[A] { return B[A]{a} }\n".to_string()
            + &function(&format!("v0 := box(a)\n{}\nr2, _ := v{}.Do(u); _ = r2", (1..count).map(|n| format!("v{n} := box(v{m})\n", m = n - 1)).collect::<String>(), count - 1))),
        input("one name for all", lines(count, "func g(u string) (*http.Response, error) { return http.Get(u) }\ntype T# struct { T }\ntype T2 struct { T2 }") + &function("r2, _ := g(u); _ = r2")),
    ]
}

/// Text that is no Go.
fn broken(count: usize) -> Vec<Input> {
    let input = |name, text: String| Input {
        name,
        text: format!("package p\n\nimport \"net/http\"\n\n{text}"),
        expect: Expect::Ends,
    };
    let all = [
        ("(", "brackets"),
        ("{", "braces"),
        ("[", "square brackets"),
        (")", "closing brackets"),
        ("}", "closing braces"),
        ("func (", "receivers"),
        ("func f(", "signatures"),
        ("func f() {", "functions in functions"),
        ("func f() {\n", "functions without an end"),
        ("func f(\n", "signatures without an end"),
        ("\nfunc (t T) ", "receivers without a name"),
        ("new(", "news"),
        ("func (t T) M[", "methods with parameters"),
        ("func (t T) M[P any](", "methods with open parameters"),
        ("`", "back quotes"),
        ("\"", "quotes"),
        ("'", "single quotes"),
        ("/*", "comments"),
        ("//bodyguard:ignore[", "words of comments"),
        ("if ", "ifs"),
        ("if x {", "open ifs"),
        ("else ", "elses"),
        ("case ", "cases without a switch"),
        ("switch {", "open switches"),
        ("http.Get(", "open calls"),
        (":= ", "signs"),
        ("x := <- ", "receiving"),
        (", ", "commas"),
        (".", "dots"),
        ("a.", "selectors without an end"),
        ("struct {", "open structs"),
        ("interface {", "open interfaces"),
        ("map[", "open maps"),
        ("func() ", "open literals"),
        ("defer ", "defers"),
        ("go ", "gos"),
        ("\0", "nul bytes"),
        ("\u{feff}", "byte order marks"),
        ("é", "letters"),
        ("💥", "symbols"),
        ("\\", "back slashes"),
        ("@", "signs of others"),
        ("x{", "open composites"),
        ("[]", "open slices"),
        ("return ", "returns"),
        ("type T ", "open types"),
        ("type T[", "open parameters"),
        ("import (", "open imports"),
        ("package ", "packages"),
        ("&", "addresses"),
        ("label: ", "labels of nothing"),
    ];
    let mut inputs: Vec<Input> = all
        .iter()
        .flat_map(|(piece, name)| {
            [
                input(name, piece.repeat(count)),
                input(name, format!("func f() {{ resp, _ := http.Get(u)\n{}\n}}\n", piece.repeat(count))),
            ]
        })
        .collect();
    // Every byte, as often, in an order of its own.
    let mut number = 1_u64;
    let noise: String = (0..count)
        .map(|_| {
            number = number.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            let words = [
                "(",
                ")",
                "{",
                "}",
                "[",
                "]",
                "func ",
                "f",
                " := ",
                "\n",
                ";",
                "if ",
                "http.Get(u)",
                "\"",
                "`",
                ",",
                ".",
                "for ",
                "type ",
                "resp",
                "=",
                "'",
                "/*",
                "*/",
                "//",
                "new(",
            ];
            words[usize::try_from(number >> 33).unwrap() % words.len()]
        })
        .collect();
    inputs.push(input("noise", noise));
    inputs
}
