//! Stubs against their cases, `testdata/stubs/NAME_OF_THE_STUB.go`: Go code that uses the package. Each stub that says something
//! has one; net/http is what all of `testdata/` is about.
//!
//!     queries/stubs/example_com_fetch.go      func Get(u string) (resp *http.Response, err error) //: own resp
//!     testdata/stubs/example_com_fetch.go     resp, err := fetch.Get(link) // want `never-closed`
//!
//! A case has to depend on its stub: it fails without the directives of any one word (`close`), and without any single `own`.
//! `released` says what is true of a call without a directive too, so it is turned into `own`.
//! What cannot be seen in any Go code is declared in the case, with the reason, and has to be so:
//!
//!     //fixture:unseen keep: a literal that is given away escapes by itself

use super::cases::{self, Case, MarkKind};
use super::fixtures::failures_of;
use crate::meaning::effect::directives::DIRECTIVES;
use crate::program::Stub;
use crate::program::embedded::STUBS;
use crate::task::Task;
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

/// The folder of the cases, below `testdata/`.
pub(super) const SUBJECT: &str = "stubs";

/// A line that starts so names a word of directives without which the case passes, and says why.
const UNSEEN: &str = "//fixture:unseen ";

/// A stub of the binary.
struct EmbeddedStub {
    /// `example_com_fetch.go`, for the stub and for its case.
    file: &'static str,
    /// `example.com/fetch` and other paths of the package; `*` stands for a version.
    imports: Vec<&'static str>,
    text: &'static str,
}

impl EmbeddedStub {
    fn case_path(&self) -> String {
        format!("testdata/{SUBJECT}/{}", self.file)
    }

    /// Whether it has to have a case: it describes a library, with a dot in the first element of its path, or says what functions
    /// of the Go distribution do.
    fn needs_case(&self) -> bool {
        self.is_library() || self.text.contains("//:") && self.imports[0] != "net/http"
    }

    fn is_library(&self) -> bool {
        self.imports[0].split('/').next().is_some_and(|element| element.contains('.'))
    }

    /// Whether an import of this path means the package.
    fn is_imported_as(&self, path: &str) -> bool {
        let is_same = |want: &str| {
            let (have, want) = (path.split('/'), want.split('/'));
            have.clone().count() == want.clone().count()
                && have.zip(want).all(|(have, want)| want == "*" || have == want)
        };
        self.imports.iter().any(|want| is_same(want))
    }

    /// Its path as code imports it.
    fn importable(&self) -> String {
        self.imports[0].replace("/*", "/v2")
    }

    /// The lines that have a directive of this word.
    fn lines_with(&self, word: &str) -> Vec<&'static str> {
        self.text.lines().filter(|line| words_of(line).any(|own| own == word)).collect()
    }
}

fn all_stubs() -> Vec<EmbeddedStub> {
    let stub = |&(file, text): &(&'static str, &'static str)| {
        let imports: Vec<&str> = text.lines().next()?.split('"').skip(1).step_by(2).collect();
        (!imports.is_empty()).then_some(EmbeddedStub { file, imports, text })
    };
    STUBS.iter().filter_map(stub).collect()
}

/// The directives of a line: `own resp; close req`.
fn directives_of(line: &str) -> impl Iterator<Item = &str> {
    let text = line.split_once("//:").map_or("", |(_, text)| text);
    text.split(';').map(str::trim).filter(|directive| !directive.is_empty())
}

/// Their words: `own`, `close`.
fn words_of(line: &str) -> impl Iterator<Item = &str> {
    directives_of(line).filter_map(|directive| directive.split_whitespace().next())
}

/// The text of a stub without the directives of this word, on all lines that are asked for.
fn without(text: &str, word: &str, is_asked_for: impl Fn(&str) -> bool) -> String {
    let mut kept = String::with_capacity(text.len());
    for line in text.lines() {
        if is_asked_for(line) && words_of(line).any(|own| own == word) {
            let code = line.split("//:").next().unwrap_or_default();
            let opposite = |text: &str| match text.split_once(' ') {
                Some(("released", result)) if word == "released" => Some(format!("own {result}")),
                _ => (text.split_whitespace().next() != Some(word)).then(|| text.to_string()),
            };
            let others: Vec<String> = directives_of(line).filter_map(opposite).collect();
            kept.push_str(code.trim_end());
            if !others.is_empty() {
                kept.push_str(&format!(" //: {}", others.join("; ")));
            }
        } else {
            kept.push_str(line);
        }
        kept.push('\n');
    }
    kept
}

/// The words that a case declares as unseen.
fn unseen(case: &Case) -> BTreeSet<&str> {
    let lines = case.files[0].text.lines().filter_map(|line| line.strip_prefix(UNSEEN));
    lines.filter_map(|line| Some(line.split_once(':')?.0.trim())).collect()
}

/// The cases by the names of their files.
fn cases_by_file() -> BTreeMap<String, Case> {
    let of_stubs = cases::all_cases().into_iter().filter(|case| case.subject == SUBJECT);
    of_stubs.map(|case| (format!("{}.go", case.name.trim_start_matches("stubs/")), case)).collect()
}

#[test]
fn every_stub_has_a_case() {
    if std::env::var("FIXTURE").is_ok() {
        return;
    }
    let cases = cases_by_file();
    let mut problems = Vec::new();
    let stubs = all_stubs();
    for stub in &stubs {
        let path = stub.case_path();
        match cases.get(stub.file) {
            None if !stub.needs_case() => {}
            None => problems.push(format!(
                "queries/stubs/{}: no case uses it. Write {path}, for example:\n\n{}",
                stub.file,
                skeleton(stub)
            )),
            Some(case) => problems.extend(missing_parts(stub, case).map(|text| format!("{path}: {text}"))),
        }
    }
    let stray = cases.keys().filter(|file| stubs.iter().all(|stub| stub.file != *file));
    problems.extend(stray.map(|file| format!("testdata/{SUBJECT}/{file}: no file in queries/stubs has this name")));
    assert!(problems.is_empty(), "\n{}\n", problems.join("\n"));
}

/// What the case of a stub has to have, apart from what the linter says about it.
fn missing_parts(stub: &EmbeddedStub, case: &Case) -> impl Iterator<Item = String> {
    let text = &case.files[0].text;
    let import = imports_of(case).any(|path| stub.is_imported_as(path));
    let marks = cases::marks(text);
    let is_marked = |&(first, last): &(usize, usize)| marks.iter().any(|mark| (first..=last).contains(&mark.line));
    let finds = marks.iter().any(|mark| matches!(mark.kind, MarkKind::Want(_) | MarkKind::Missed));
    let is_silent = cases::functions(text).iter().any(|lines| !is_marked(lines));
    let import = (!import).then(|| format!("import \"{}\"", stub.importable()));
    let loud = (!finds).then(|| "add a function whose leak is found, with `// want` at the call".to_string());
    let silent = (!is_silent).then(|| "add a function that closes, without a mark".to_string());
    [import, loud, silent].into_iter().flatten()
}

/// A case to start from: it calls the first function that acquires, or `http.Get`.
fn skeleton(stub: &EmbeddedStub) -> String {
    let package = stub.text.split_whitespace().nth(1).unwrap_or_default();
    let declared =
        |line: &'static str| line.strip_prefix("func ")?.split_once('(').filter(|(name, _)| !name.is_empty());
    let first = stub.lines_with("own").into_iter().find_map(declared);
    let (qualifier, name, rest) = first.map_or(("http", "Get", "link string)"), |(name, rest)| (package, name, rest));
    let params = rest.split_once(')').map_or(rest, |(params, _)| params);
    let names: Vec<&str> = params.split(',').filter_map(|param| param.split_whitespace().next()).collect();
    let call = format!("{qualifier}.{name}({})", names.join(", "));
    let function = |name: &str, mark: &str, close: &str| {
        format!(
            "func {name}({params}) (string, error) {{\n\tresp, err := {call}{mark}\n\tif err != nil {{\n\t\treturn \"\", err\n\t}}\n\
             {close}\treturn resp.Status, nil\n}}\n"
        )
    };
    let code = format!(
        "// What the package is for, and what its users forget or need not do.\npackage p\n\nimport (\n\t\"net/http\"\n\n\
         \t\"{}\"\n)\n\n{}\n{}",
        stub.importable(),
        function("forgets", " // want `never-closed`", ""),
        function("closes", "", "\tdefer resp.Body.Close()\n")
    );
    code.lines().map(|line| format!("    {line}").trim_end().to_string() + "\n").collect()
}

#[test]
fn a_case_fails_without_the_directives_of_its_stub() {
    let cases = cases_by_file();
    let of_stub = |stub: &EmbeddedStub| cases.get(stub.file).map_or(Vec::new(), |case| idle(stub, case));
    let problems: Vec<String> = all_stubs().par_iter().flat_map_iter(of_stub).collect();
    assert!(problems.is_empty(), "\n{}\n", problems.join("\n"));
}

/// The page with the libraries that are known; `UPDATE=1` writes it.
#[test]
fn the_page_of_libraries_lists_every_stub() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/libraries.md");
    let page = libraries_page(&all_stubs());
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(path, &page).expect("the page of libraries is writable");
    }
    let written = std::fs::read_to_string(path).unwrap_or_default();
    assert!(written == page, "docs/libraries.md is not up to date: `UPDATE=1 cargo test --lib stubs` writes it");
}

/// The page with the directives; `UPDATE=1` writes it. Each example is a line of a stub whose case fails without that directive.
#[test]
fn the_page_of_directives_lists_each_with_an_example() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/directives.md");
    let page = directives_page(&all_stubs());
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(path, &page).expect("the page of directives is writable");
    }
    let written = std::fs::read_to_string(path).unwrap_or_default();
    assert!(written == page, "docs/directives.md is not up to date: `UPDATE=1 cargo test --lib stubs` writes it");
}

fn directives_page(stubs: &[EmbeddedStub]) -> String {
    let mut page = "<!-- Made from src/meaning/effect/directives.rs and queries/stubs: UPDATE=1 cargo test --lib stubs -->\n\n\
        # Directives\n\n\
        The comment after a function in a [stub](stubs.md) lists its directives, separated by `;`. `PARAM` stands for the name of a\n\
        parameter or of the receiver, `RESULT` for the name of a result. Each example is a line of a built-in stub; the file that is\n\
        named uses it, and a test checks that what it expects does not hold without the directive.\n"
        .to_string();
    for (form, meaning) in DIRECTIVES {
        let word = form.split(' ').next().unwrap_or(form);
        let lines =
            stubs.iter().flat_map(|stub| stub.lines_with(word).into_iter().map(move |line| (line.trim(), stub)));
        let short = lines.min_by_key(|(line, stub)| (!stub.needs_case(), line.len()));
        let (line, stub) = short.unwrap_or_else(|| panic!("no stub uses `{word}`"));
        let case = if stub.needs_case() { stub.case_path() } else { "testdata".to_string() };
        page += &format!("\n## {word}\n\n`{form}`: {meaning}\n\n```go\n{line}\n```\n\nTested in `{case}`.\n");
    }
    page
}

fn libraries_page(stubs: &[EmbeddedStub]) -> String {
    let mut page = "<!-- Made from queries/stubs: UPDATE=1 cargo test --lib stubs -->\n\n# Libraries\n\n\
        The libraries that bodyguard knows without their source. `*` stands for any version. The calls named here return an open\n\
        body, which the caller has to close. For the other packages it knows what they do with the responses, requests, contexts\n\
        and functions that they are passed. [Stubs](stubs.md) explains how to describe another library.\n\n\
        | import path | returns an open body |\n|---|---|\n"
        .to_string();
    for stub in stubs.iter().filter(|stub| stub.is_library()) {
        let mut calls: Vec<String> = stub.lines_with("own").into_iter().filter_map(called_name).collect();
        calls.dedup();
        let paths: Vec<String> = stub.imports.iter().map(|path| format!("`{path}`")).collect();
        page.push_str(&format!("| {} | {} |\n", paths.join(", "), calls.join(", ")));
    }
    page
}

/// `func (c *Client) Do(..` and `Do(..` in an interface -> `Do`; a list of more than the name for methods: `Client.Do`.
fn called_name(line: &str) -> Option<String> {
    let declared = line.trim_start();
    let Some(rest) = declared.strip_prefix("func ") else {
        return Some(format!("`{}`", declared.split('(').next()?));
    };
    let Some((receiver, rest)) = rest.strip_prefix('(').and_then(|rest| rest.split_once(") ")) else {
        return Some(format!("`{}`", rest.split(['(', '[']).next()?));
    };
    let ty = receiver.rsplit([' ', '*']).next()?.split('[').next()?;
    Some(format!("`{ty}.{}`", rest.split('(').next()?))
}

/// A library in the vendor folder is read, and what the stub says of it stays true: here it is a package of the same declarations
/// without the directives.
#[test]
fn a_case_is_the_same_with_a_vendored_package() {
    let (cases, stubs) = (cases_by_file(), all_stubs());
    let of_stub = |stub: &EmbeddedStub| {
        let case = cases.get(stub.file)?;
        let packages: Vec<(String, String)> = imports_of(case).filter_map(|path| vendored(&stubs, path)).collect();
        assert!(!packages.is_empty(), "{}: the case imports its package", stub.file);
        let failures = failures_of(case, &cases::check_vendored(case, &packages));
        (!failures.is_empty()).then(|| format!("with a vendored package:\n{}", failures.join("\n")))
    };
    let libraries: Vec<&EmbeddedStub> = stubs.iter().filter(|stub| stub.is_library()).collect();
    let problems: Vec<String> = libraries.into_par_iter().filter_map(of_stub).collect();
    assert!(problems.is_empty(), "\n{}\n", problems.join("\n"));
}

/// The import paths of a case, and other texts in quotes.
fn imports_of(case: &Case) -> impl Iterator<Item = &str> {
    case.files[0].text.split('"').skip(1).step_by(2)
}

/// A package as the stub of a library declares it, under the path by which it is imported.
fn vendored(stubs: &[EmbeddedStub], path: &str) -> Option<(String, String)> {
    let stub = stubs.iter().find(|stub| stub.is_library() && stub.is_imported_as(path))?;
    let lines = stub.text.lines().map(|line| line.split("//").next().unwrap_or_default().trim_end());
    Some((path.to_string(), lines.map(|line| format!("{line}\n")).collect()))
}

/// What a stub says and its case does not need.
fn idle(stub: &EmbeddedStub, case: &Case) -> Vec<String> {
    let path = stub.case_path();
    let unseen = unseen(case);
    let passes = |text: String| {
        let changed = Stub::of_user(stub.file, text).expect("the package clause has not changed");
        failures_of(case, &cases::check_case_as(case, |task| Task { stubs: vec![changed.clone()], ..task })).is_empty()
    };
    let words: BTreeSet<&str> = stub.text.lines().flat_map(words_of).collect();
    let mut problems = Vec::new();
    for word in &words {
        let passes = passes(without(stub.text, word, |_| true));
        if passes && !unseen.contains(word) {
            let first = stub.lines_with(word)[0];
            problems.push(format!(
                "{path}: nothing in it depends on `{word}`: call a function of queries/stubs/{} that has it, such as\n    \
                 {first}\n  so that the findings would be others without it. If there is no such code, say why:\n    \
                 {UNSEEN}{word}: the reason",
                stub.file
            ));
        }
        if !passes && unseen.contains(word) {
            problems.push(format!("{path}: the case depends on `{word}`: take `{UNSEEN}{word}` away"));
        }
    }
    for line in stub.lines_with("own") {
        if !unseen.contains("own") && passes(without(stub.text, "own", |other| other == line)) {
            problems.push(format!(
                "{path}: add a function with `// want` that forgets what this call returns:\n    {line}"
            ));
        }
    }
    problems
        .extend(unseen.difference(&words).map(|word| format!("{path}: no directive of the stub is called `{word}`")));
    problems
}

#[test]
fn directives_are_taken_out_by_their_word() {
    let text = "func A() (r *R) //: own r; close q\nfunc B() (r *R)   //: own r\nfunc C()\n";
    assert_eq!(without(text, "own", |_| true), "func A() (r *R) //: close q\nfunc B() (r *R)\nfunc C()\n");
    let only_b = without(text, "own", |line| line.contains("B()"));
    let released = without("func A() (r *R) //: released r; close q\n", "released", |_| true);
    assert_eq!(released, "func A() (r *R) //: own r; close q\n");
    assert_eq!(only_b, "func A() (r *R) //: own r; close q\nfunc B() (r *R)\nfunc C()\n");
}
