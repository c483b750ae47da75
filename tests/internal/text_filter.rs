//! The filter that reads the text of a function hides no request.
//!
//! Random functions bind a few names again and again, in every form that Go has, and send requests through them. Their findings
//! are the same whether every function is parsed or only the candidates. The programs need not compile. `PROPTEST_CASES=5000`
//! tries more than a test run has time for.

use crate::check::check;
use crate::ground::source::GoFile;
use crate::task::{Reading, Task};
use proptest::prelude::*;
use std::path::Path;

/// The head of all programs: types with a Get that returns a response, and types whose Get does not.
const HEAD: &str = "package p

import (
\t\"net/http\"

\ty \"example.com/unseen/store\"
)

type store struct{ same *store }

func (s *store) Get(k string) (string, error) { return k, nil }
func (s *store) self() *store                 { return s }

type box struct {
\tclient  *http.Client
\tstore   *store
\tclients []*http.Client
\tstores  []*store
\tbyName  map[string]*http.Client
\tget     func(string) (*http.Response, error)
}

func (b *box) pick() *http.Client          { return b.client }
func (b *box) self() *box                  { return b }
func newClient() *http.Client              { return nil }
func newStore() *store                     { return nil }
func both() (*store, *http.Client)         { return nil, nil }
func mapped[T any](v T, f func(T) T) T     { return f(v) }
func each(f func(*http.Client, ...*store)) {}

var z = http.DefaultClient
";

const NAMES: [&str; 4] = ["x", "y", "z", "b"];

const VALUES: [&str; 26] = [
    "&http.Client{}",
    "&http.Client{Timeout: 1}",
    "http.DefaultClient",
    "new(http.Client)",
    "newClient()",
    "b.client",
    "b.pick()",
    "b.self().client",
    "b.self().\n\t\tself().\n\t\tpick()",
    "b.clients[0]",
    "b.clients[1:][0]",
    "b.byName[\"k\"]",
    "v.(*http.Client)",
    "(*http.Client)(nil)",
    "mapped(b.client, nil)",
    "&store{}",
    "newStore()",
    "b.store",
    "b.store.self().same",
    "b.stores[0]",
    "v.(*store)",
    "*new(*store)",
    "x",
    "y",
    "z",
    "b",
];

const TYPES: [&str; 4] = ["*http.Client", "*store", "*box", "any"];

const REQUESTS: [&str; 9] = [
    "_, err = #.Get(u)",
    "r, err := #.Get(u)\n\t_, _ = r, err",
    "if _, err := #.Get(u); err != nil {\n\t\treturn\n\t}",
    "_, err = #.\n\t\tGet(u)",
    "_, err = (#).Get(u)",
    "_, err = #.self().Get(u)",
    "_, err = #.clients[0].Get(u)",
    "_, err = #.get(u)",
    "_, err = # /* why */ .Get(u)",
];

#[derive(Clone, Debug)]
enum Statement {
    /// A form of a binding, the name, the value, the type.
    Bind(usize, usize, usize, usize),
    Request(usize, usize),
    /// A form of a block, the name that its head binds, the value, the type.
    Block(usize, usize, usize, usize, Vec<Statement>),
}

const BINDINGS: [&str; 11] = [
    "# := VALUE",
    "# = VALUE",
    "#, ok := VALUE\n\t_ = ok",
    "_, # := both()",
    "#, other := both()\n\t_ = other",
    "var # = VALUE",
    "var # TYPE",
    "var #, other TYPE\n\t_ = other",
    "var (\n\t\tn int\n\t\t# = VALUE // why\n\t)",
    "ok,\n\t\t# := both()",
    "# := /* why */ VALUE",
];

const BLOCKS: [&str; 8] = [
    "{",
    "if # := VALUE; # != nil {",
    "for _, # := range b.clients {",
    "for #, n := range b.stores {\n\t_ = n",
    "each(func(# *http.Client, more ...*store) {",
    "func(a int, # TYPE) {",
    "switch # := v.(type) {\n\tcase *http.Client:",
    "for # := VALUE; # != nil; {",
];

fn statement() -> impl Strategy<Value = Statement> {
    let (names, values, types) = (0..NAMES.len(), 0..VALUES.len(), 0..TYPES.len());
    let bind = (0..BINDINGS.len(), names.clone(), values.clone(), types.clone());
    let leaf = prop_oneof![
        2 => bind.prop_map(|(form, name, value, ty)| Statement::Bind(form, name, value, ty)),
        2 => (0..REQUESTS.len(), names.clone()).prop_map(|(form, name)| Statement::Request(form, name)),
    ];
    leaf.prop_recursive(3, 24, 4, move |inner| {
        let head = (0..BLOCKS.len(), 0..NAMES.len(), 0..VALUES.len(), 0..TYPES.len());
        let all = (head, prop::collection::vec(inner, 1..5));
        all.prop_map(|((form, name, value, ty), inner)| Statement::Block(form, name, value, ty, inner))
    })
}

/// A piece of a text: a part of a name or operand, short or longer than the scan looks.
fn piece() -> impl Strategy<Value = String> {
    const PIECES: [&str; 34] = [
        ".Get(u)", ".Get(", ".Get", "Do(", "x", "ä", "b", ".", ",", "(", ")", "[", "]", "{", "}", ":=", " := ", "=",
        "var ", "var (\n", "const (", "func(", "func(x ", "range ", "&", "*", "new(", "\"", "`", "'", "//", "/*",
        "\n\t", "1",
    ];
    (0..PIECES.len(), prop_oneof![9 => 1..3_usize, 1 => 1..3000_usize])
        .prop_map(|(piece, count)| PIECES[piece].repeat(count))
}

fn filled(form: &str, name: usize, value: usize, ty: usize) -> String {
    form.replace('#', NAMES[name]).replace("VALUE", VALUES[value]).replace("TYPE", TYPES[ty])
}

fn write(statements: &[Statement], out: &mut String) {
    for statement in statements {
        match statement {
            Statement::Bind(form, name, value, ty) => *out += &filled(BINDINGS[*form], *name, *value, *ty),
            Statement::Request(form, name) => *out += &REQUESTS[*form].replace('#', NAMES[*name]),
            Statement::Block(form, name, value, ty, inner) => {
                *out += &filled(BLOCKS[*form], *name, *value, *ty);
                *out += "\n\t";
                write(inner, out);
                *out += if BLOCKS[*form].starts_with("each(") {
                    "})"
                } else if BLOCKS[*form].starts_with("func") {
                    "}(1, nil)"
                } else {
                    "}"
                };
            }
        }
        *out += "\n\t";
    }
}

fn found(folder: &Path, reading: Reading) -> Vec<String> {
    let report = vec![GoFile { path: folder.join("a.go"), shown: "a.go".to_string() }];
    let checked = check(&Task { report, reading, ..Task::default() });
    let line = |finding: &crate::findings::finding::Finding| {
        format!("{:?} {:?} {:?}", finding.source.line(finding.span.start), finding.rule, finding.steps)
    };
    let mut lines: Vec<String> = checked.findings.iter().map(line).collect();
    lines.sort();
    lines
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(
        std::env::var("PROPTEST_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(150),
    ) })]

    /// No text ends the program, wherever the scan of it stops.
    #[test]
    fn any_text_is_scanned(pieces in prop::collection::vec(piece(), 1..60)) {
        let home = tempfile::tempdir().unwrap();
        let text = format!("{HEAD}\nfunc f(u string, v any, b *box) {{\n\t{}\n}}\n", pieces.concat());
        std::fs::write(home.path().join("a.go"), text).unwrap();
        let report = vec![GoFile { path: home.path().join("a.go"), shown: "a.go".to_string() }];
        let checked = check(&Task { report, reading: Reading::ByName, ..Task::default() });
        prop_assert_eq!(checked.files, 1);
    }

    /// Guards the filter: a function that it does not have parsed has no finding.
    #[test]
    fn a_text_hides_no_request(functions in prop::collection::vec(prop::collection::vec(statement(), 1..8), 1..4)) {
        let home = tempfile::tempdir().unwrap();
        let mut text = HEAD.to_string();
        for (number, statements) in functions.iter().enumerate() {
            text += &format!("\nfunc f{number}(u string, v any, b *box) {{\n\tvar err error\n\t");
            write(statements, &mut text);
            text += "_ = err\n}\n";
        }
        std::fs::write(home.path().join("a.go"), &text).unwrap();
        let (whole, by_name) = (found(home.path(), Reading::Whole), found(home.path(), Reading::ByName));
        prop_assert_eq!(&whole, &by_name, "\n{}", text);
    }
}

/// The programs above send requests: a test without any would pass as well.
#[test]
fn some_programs_have_findings() {
    let home = tempfile::tempdir().unwrap();
    let mut count = 0;
    for (value, _) in VALUES.iter().enumerate() {
        let mut text = format!("{HEAD}\nfunc f(u string, v any, b *box) {{\n\tvar err error\n\t");
        write(&[Statement::Bind(0, 0, value, 0), Statement::Request(0, 0)], &mut text);
        text += "_ = err\n}\n";
        std::fs::write(home.path().join("a.go"), &text).unwrap();
        count += found(home.path(), Reading::ByName).len();
    }
    assert!(count >= 12, "{count} findings");
}
