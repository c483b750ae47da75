//! The fast path has no answer where the walk from the entry finds a leak, or a response that is returned and the fast path does not:
//! random functions of statements that make this hard, and all cases of `testdata/`.
//!
//! The programs need not compile. `PROPTEST_CASES=5000` tries more than a test run has time for.

use super::cases;
use crate::check::index_for;
use crate::go::body::{FrameId, OUTER};
use crate::ground::source::GoFile;
use crate::leak::{Aim, Analysis, DEEPEST_CALLS, Facts, FastPath, Goal, Walk, live, sites};
use crate::program::resolve::Resolver;
use crate::program::{FuncId, FuncRef, Scope};
use crate::task::Task;
use proptest::prelude::*;
use std::path::Path;

/// The declarations that all programs share.
const HEAD: &str = "package p

import (
\t\"context\"
\t\"io\"
\t\"net/http\"
\t\"testing\"
)

type holder struct{ resp *http.Response }

func (h *holder) close()                                { h.resp.Body.Close() }
func always(t *testing.T)                               { t.FailNow() }
func maybe(t *testing.T, flag bool)                     { if flag { t.FailNow() } }
func must(t *testing.T, err error)                      { if err != nil { t.Fatal(err) } }
func shut(r *http.Response)                             { if r != nil { r.Body.Close() } }
func look(r *http.Response) int                         { return r.StatusCode }
func keep(h *holder, r *http.Response)                  { h.resp = r }
func same(r *http.Response) *http.Response              { return r }
func run(f func())                                      { f() }
func made(c context.Context) (context.Context, func())  { return context.WithCancel(c) }
func off(h *holder)                                     { h.resp = nil }

type options struct{ keep bool }

func change(o *options) { o.keep = true }
func ask(o *options, u string) (*http.Response, error) {
\tresp, err := http.Get(u)
\tif err != nil || o.keep {
\t\treturn resp, err
\t}
\treturn resp, resp.Body.Close()
}
";

/// The first and the last lines of each function.
const START: &str =
    "(t *testing.T, u string, flag bool, ctx context.Context, list []string) (out *http.Response, err error) {
\tvar resp *http.Response
\tvar req *http.Request
\th := &holder{}
\topts := options{}
";

const LINES: [&str; 52] = [
    "resp, err = http.Get(u)",
    "resp, err := http.Get(u)",
    "out, err = http.Get(u)",
    "h.resp, err = http.Get(u)",
    "_, err = http.Get(u)",
    "resp, err = ask(&opts, u)",
    "resp, err = http.DefaultClient.Do(req)",
    "req, err = http.NewRequestWithContext(ctx, \"GET\", u, nil)",
    "resp.Body.Close()",
    "out.Body.Close()",
    "h.resp.Body.Close()",
    "h.close()",
    "defer resp.Body.Close()",
    "defer func() { resp.Body.Close() }()",
    "defer func() { out = resp }()",
    "defer func() { resp = nil }()",
    "defer func() { out = nil }()",
    "defer func() { err = nil }()",
    "act := func(r *http.Response) { r.Body.Close() }",
    "act := func(r *http.Response) { _ = r.Status }",
    "var act func(*http.Response) = shut",
    "act(resp)",
    "end := func() { resp.Body.Close() }",
    "end()",
    "run(func() { resp.Body.Close() })",
    "run(func() { resp = nil })",
    "go func() { resp, err = nil, nil }()",
    "always(t)",
    "maybe(t, flag)",
    "must(t, err)",
    "shut(resp)",
    "look(resp)",
    "keep(h, resp)",
    "resp = same(resp)",
    "out = resp",
    "h.resp = resp",
    "off(h)",
    "opts.keep = true",
    "opts := options{keep: true}",
    "opts = options{keep: flag}",
    "change(&opts)",
    "with := &opts\n\twith.keep = true",
    "p := &resp",
    "*p = nil",
    "(*p).Body.Close()",
    "p.Body.Close()",
    "ctx, cancel := made(ctx)\n\tdefer cancel()",
    "t.Cleanup(func() { resp.Body.Close() })",
    "io.ReadAll(resp.Body)",
    "return resp, err",
    "return nil, err",
    "return",
];

const BLOCKS: [&str; 10] = [
    "if err != nil {",
    "if err == nil {",
    "if flag {",
    "if resp != nil {",
    "for i := 0; i < 3; i++ {",
    "for _, u := range list {",
    "t.Run(u, func(t *testing.T) {",
    "run(func() {",
    "func() {",
    "switch {\n\tcase flag:",
];

#[derive(Clone, Debug)]
enum Statement {
    Line(usize),
    Block(usize, Vec<Statement>),
}

fn statement() -> impl Strategy<Value = Statement> {
    // The first lines get hold of a response, without which there is nothing to see.
    let line = prop_oneof![1 => 0..7_usize, 3 => 0..LINES.len()].prop_map(Statement::Line);
    line.prop_recursive(3, 20, 5, |inner| {
        (0..BLOCKS.len(), prop::collection::vec(inner, 1..5)).prop_map(|(form, inner)| Statement::Block(form, inner))
    })
}

fn write(statements: &[Statement], out: &mut String) {
    for statement in statements {
        match statement {
            Statement::Line(line) => *out += LINES[*line],
            Statement::Block(form, inner) => {
                *out += BLOCKS[*form];
                *out += "\n\t";
                write(inner, out);
                *out += match BLOCKS[*form] {
                    "func() {" => "}()",
                    form if form.ends_with("func() {") || form.starts_with("t.Run") => "})",
                    _ => "}",
                };
            }
        }
        *out += "\n\t";
    }
}

/// The number of responses of a file for which the fast path has an answer, the number of all, and its wrong answers.
fn fast_path(path: &Path) -> (usize, usize, Vec<String>) {
    fast_path_in(path, |_| true)
}

/// Like [`fast_path`], for some functions of the file.
fn fast_path_in(path: &Path, is_meant: impl Fn(&str) -> bool) -> (usize, usize, Vec<String>) {
    let report = vec![GoFile { path: path.to_path_buf(), shown: "a.go".to_string() }];
    let index = index_for(&Task { report, ..Task::default() });
    let (package, number) = index.file_at(path).unwrap();
    let analysis = Analysis::new(&index, false, &[]);
    let (mut enough, mut all, mut wrong) = (0, 0, Vec::new());
    for function in 0..package.files[number as usize].function_count() {
        let id = FuncId { file: number, function: u32::try_from(function).unwrap() };
        let function = FuncRef { package: package.clone(), id };
        let Some(body) = function.body().filter(|body| !body.is_damaged && is_meant(&body.name)) else {
            continue;
        };
        let resolver = Resolver::new(&index, &body, Scope::of_function(&index, &function));
        let live = live(&body);
        let from = |root| Walk {
            analysis: &analysis,
            resolver: &resolver,
            live: &live,
            root,
            depth: DEEPEST_CALLS,
            aim: Aim::Leaks,
        };
        let fast_path = FastPath::new(from(OUTER));
        for frame in (0_u32..).zip(&body.frames).map(|(number, _)| FrameId(number)) {
            for site in sites(&analysis, &resolver, frame, DEEPEST_CALLS).sites {
                all += 1;
                let Some(found) = fast_path.at(&site) else {
                    continue;
                };
                enough += 1;
                let explore = |root| from(root).explore(Goal::Site(site.clone()), &Facts::new());
                let mut whole = explore(OUTER);
                if frame != OUTER && !whole.is_reached && !whole.gave_up {
                    // Of options that are declared around the literal the fast path knows more than a walk through the literal alone.
                    let call = body.blocks[site.block.index()].events[site.event].span;
                    if function.file().source.slice(call).contains("(&") {
                        continue;
                    }
                    whole = explore(frame);
                }
                let returns_more = found.acquired.is_empty() && !whole.acquired.is_empty();
                if !whole.leaks.is_empty() || returns_more {
                    wrong.push(format!("{} {site:?}: {:?} {:?}", body.name, whole.leaks, whole.acquired));
                }
            }
        }
    }
    (enough, all, wrong)
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(
        std::env::var("PROPTEST_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(400),
    ) })]

    /// Guards the fast path: a response that it calls closed is closed on all paths from the entry.
    #[test]
    fn the_fast_path_has_no_wrong_answer(functions in prop::collection::vec(prop::collection::vec(statement(), 2..12), 1..6)) {
        let home = tempfile::tempdir().unwrap();
        let mut text = HEAD.to_string();
        for (number, statements) in functions.iter().enumerate() {
            text += &format!("\nfunc f{number}{START}\t");
            write(statements, &mut text);
            text += "return\n}\n";
        }
        let path = home.path().join("a.go");
        std::fs::write(&path, &text).unwrap();
        let (_, _, wrong) = fast_path(&path);
        prop_assert!(wrong.is_empty(), "{:#?}\n{}", wrong, text);
    }
}

/// The fast path has an answer for more than a quarter of the responses, else it would be of no use.
#[test]
fn the_fast_path_often_has_the_answer() {
    let (mut enough, mut all) = (0, 0);
    for file in cases::all_cases().iter().flat_map(|case| &case.files) {
        let (known, sites, wrong) = fast_path(&file.path);
        assert_eq!(wrong, Vec::<String>::new(), "{}", file.shown);
        enough += known;
        all += sites;
    }
    assert!(enough * 4 > all, "{enough} of {all}");
}

/// The options of a call are known where one literal is all that the variable ever holds.
#[test]
fn options_are_known_on_the_fast_path() {
    let home = tempfile::tempdir().unwrap();
    let path = home.path().join("a.go");
    for (params, lines, is_known) in [
        ("", "opts := options{}; resp, err := ask(&opts, u)", true),
        // The pointer is made in another event than the last one before the call.
        ("", "opts := options{}; resp, err := ask(&opts, text(u))", true),
        ("", "opts, other := options{}, options{keep: true}; resp, err := asked(&opts, &other, text(u))", true),
        ("", "opts, other := options{}, options{keep: true}; resp, err := asked(&other, &opts, text(u))", false),
        ("", "opts := options{keep: true}; resp, err := ask(&opts, u)", false),
        ("", "opts := options{}; opts.keep = true; resp, err := ask(&opts, u)", false),
        ("", "opts := options{}; opts = options{keep: true}; resp, err := ask(&opts, u)", false),
        ("", "opts := options{}; change(&opts); resp, err := ask(&opts, u)", false),
        ("", "opts := options{}; opts.set(); resp, err := ask(&opts, u)", false),
        ("", "opts := options{}; p := &opts; p.keep = true; resp, err := ask(&opts, u)", false),
        // Elsewhere than in its declaration.
        (", opts options", "if flag { opts = options{} }; resp, err := ask(&opts, u)", false),
        ("", "var opts options; if flag { opts = options{} }; resp, err := ask(&opts, u)", false),
    ] {
        let head = "func text(u string) string { return u }
func (o *options) set() { o.keep = true }
func asked(o, other *options, u string) (*http.Response, error) {
\tresp, err := http.Get(u)
\tif err != nil || o.keep {
\t\treturn resp, err
\t}
\treturn resp, resp.Body.Close()
}";
        let function = format!(
            "func f(u string, flag bool{params}) string {{\n{lines}\nif err != nil {{ return u }}\nreturn resp.Status\n}}"
        );
        std::fs::write(&path, format!("{HEAD}{head}\n{function}\n")).unwrap();
        let found = fast_path_in(&path, |name| name == "f");
        assert_eq!(found, (usize::from(is_known), 1, Vec::new()), "{lines}");
    }
}
