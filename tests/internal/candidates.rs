//! Checking only the candidates finds as much as checking everything.
//!
//! Each case of `testdata/` is checked twice: with every declaration parsed and every call followed, and with only the
//! functions parsed that use a candidate name. `determinism` compares the two readings on a generated module.

use super::cases;
use crate::check::{check, index_for};
use crate::ground::source::GoFile;
use crate::meaning::effect::Meaning;
use crate::meaning::notes::Note;
use crate::meaning::resource::results_are_at_hand;
use crate::program::{FuncId, FuncRef, Index};
use crate::task::{Checked, Reading, Task};

/// Guards the search by names: no case is lost because a text was not searched, or a name not taken for a candidate.
#[test]
fn reading_by_name_finds_the_same_in_every_case() {
    let mut count = 0;
    let mut wrong = Vec::new();
    for case in cases::all_cases() {
        let whole = shown(&cases::check_case_reading(&case, Reading::Whole));
        let by_name = shown(&cases::check_case_reading(&case, Reading::ByName));
        wrong.extend(whole.iter().filter(|line| !by_name.contains(line)).map(|line| format!("missing: {line}")));
        wrong.extend(by_name.iter().filter(|line| !whole.contains(line)).map(|line| format!("more: {line}")));
        count += whole.len();
    }
    assert!(wrong.is_empty(), "\n{}\n", wrong.join("\n"));
    assert!(count > 300, "only {count} findings: the comparison says little");
}

/// Texts are broken in one place each. Guards the repair of damaged code and the search for damage: they see what the parser sees.
#[test]
fn broken_code_is_reported_alike_however_it_is_read() {
    let home = tempfile::tempdir().expect("a temporary folder");
    std::fs::write(home.path().join("go.mod"), "module example.com/m\n\ngo 1.25\n").expect("it is written");
    let mut report = Vec::new();
    for name in ["text/receivers.go", "wrappers/chains.go", "syntax/own_make.go", "loops/retry.go", "exits/process.go"]
    {
        let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("testdata").join(name);
        let text = std::fs::read_to_string(&path).expect("a file of testdata can be read");
        for (number, broken) in broken(&text).into_iter().enumerate() {
            let shown = format!("{}{number}/a.go", name.replace(['/', '.'], "_"));
            let path = home.path().join(&shown);
            std::fs::create_dir_all(path.parent().expect("a folder")).expect("it is made");
            std::fs::write(&path, broken).expect("it is written");
            report.push(GoFile { path, shown });
        }
    }
    report.sort();
    let read = |report: &[GoFile], reading| {
        let checked = check(&Task { report: report.to_vec(), reading, ..Task::default() });
        let problems = checked.problems.iter().map(|problem| format!("{problem:?}"));
        shown(&checked).into_iter().chain(problems).collect::<Vec<String>>()
    };
    let (on_demand, by_name) = (read(&report, Reading::OnDemand), read(&report, Reading::ByName));
    let only = |these: &[String], those: &[String]| {
        these.iter().filter(|line| !those.contains(line)).cloned().collect::<Vec<String>>()
    };
    assert_eq!(only(&on_demand, &by_name), Vec::<String>::new(), "only on demand");
    assert_eq!(only(&by_name, &on_demand), Vec::<String>::new(), "only by name");
    let alone: Vec<String> = report.iter().flat_map(|file| read(std::slice::from_ref(file), Reading::Auto)).collect();
    assert_eq!(only(&alone, &on_demand), Vec::<String>::new(), "only one by one");
    let damaged = on_demand.iter().filter(|line| line.contains("Syntax")).count();
    assert!(report.len() > 150 && damaged > report.len() / 3, "{} files, {damaged} damaged", report.len());
}

/// Texts with one edit each: cut off, without a bracket or quote, with a keyword too many, with a line twice.
fn broken(text: &str) -> Vec<String> {
    let at = |places: Vec<usize>, most: usize| {
        let step = (places.len() / most).max(1);
        places.into_iter().step_by(step).collect::<Vec<usize>>()
    };
    let letters = |wanted: &str| text.char_indices().filter(|(_, c)| wanted.contains(*c)).map(|(at, _)| at).collect();
    let mut all = Vec::new();
    all.extend(
        at((0..text.len()).filter(|at| text.is_char_boundary(*at)).collect(), 10)
            .iter()
            .map(|at| text[..*at].to_string()),
    );
    all.extend(at(letters("(){}[]"), 16).iter().map(|at| format!("{}{}", &text[..*at], &text[at + 1..])));
    all.extend(at(letters("\""), 6).iter().map(|at| format!("{}{}", &text[..*at], &text[at + 1..])));
    all.extend(at(letters("\n"), 12).iter().map(|at| format!("{}\nfunc\n{}", &text[..*at], &text[at + 1..])));
    all.extend(at(letters("="), 8).iter().map(|at| format!("{}= ={}", &text[..*at], &text[at + 1..])));
    all
}

/// The findings with all their steps, sorted.
fn shown(checked: &Checked) -> Vec<String> {
    let mut lines: Vec<String> = checked
        .findings
        .iter()
        .map(|finding| {
            let line = finding.source.line(finding.span.start);
            format!("{}:{line} {:?} {:?}", finding.source.shown, finding.rule, finding.steps)
        })
        .collect();
    lines.sort();
    lines
}

/// Code that breaks off anywhere, or has lost a bracket, is scanned without being parsed: the scan must not rely on its end.
#[test]
fn damaged_code_is_looked_through() {
    let home = tempfile::tempdir().expect("a temporary folder");
    let whole = ["text/receivers.go", "wrappers/chains.go", "callbacks/method_values.go", "syntax/own_make.go"];
    let mut written = 0;
    for name in whole {
        let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("testdata").join(name);
        let text = std::fs::read_to_string(&path).expect("a file of testdata can be read");
        let cut = (0..text.len()).step_by(23).filter_map(|end| text.get(..end).map(str::to_string));
        let brackets = text.char_indices().filter(|(_, letter)| "(){}[]".contains(*letter)).step_by(5);
        let lost = brackets.map(|(at, _)| format!("{}{}", &text[..at], &text[at + 1..]));
        for variant in cut.chain(lost) {
            std::fs::write(home.path().join(format!("v{written}.go")), variant).expect("it is written");
            written += 1;
        }
    }
    std::fs::write(
        home.path().join("whole.go"),
        "package text\n\nimport \"net/http\"\n\nfunc f() { http.Get(\"u\") }\n",
    )
    .expect("it is written");
    let names = (0..written).map(|number| format!("v{number}.go")).chain(["whole.go".to_string()]);
    let file = |name: String| GoFile { path: home.path().join(&name), shown: name };
    let mut report: Vec<GoFile> = names.map(file).collect();
    report.sort();
    let checked = check(&Task { report, reading: Reading::ByName, ..Task::default() });
    assert!(written > 500, "{written} variants");
    assert!(
        shown(&checked).iter().any(|line| line.starts_with("whole.go:5 DiscardedResponse")),
        "{:?}",
        shown(&checked)
    );
}

/// A stub in spellings that Go allows: its directives count with many files as they do with one.
const STUB: &str = "package x // import \"example.com/x\"

import \"net/http\"

func Fetch(
	u string,
	retries int,
) (resp *http.Response, err error) //: own resp

func Open(u string) (resp *http.Response, err error) //:own resp
func Again[T any](f func() (T, error), tries int) (result T, err error) //:	keep	f ;call f

type Fetcher interface {
	Get(
		u string,
	) (resp *http.Response, err error) //:\town resp
	Peek(u string) (resp *http.Response, err error)
	Send(u string,
		retries int) (resp *http.Response, err error) //: own resp
}
";

/// Calls of its functions; each loses a response.
const LOSING: [&str; 5] = [
    "resp, err := x.Fetch(\"u\", 3)",
    "resp, err := x.Open(\"u\")",
    "resp, err := f.Get(\"u\")",
    "resp, err := f.Send(\"u\", 3)",
    "resp, err := x.Again(func() (*http.Response, error) { return http.Get(\"u\") }, 3)",
];

#[test]
fn stubs_count_in_all_spellings_however_many_files_there_are() {
    assert_eq!(lost_in_many_files(&LOSING, &[]), LOSING);
}

#[test]
fn short_forms_count_however_many_files_there_are() {
    let notes = [
        ("github.com/gorilla/websocket.(*Dialer).Dial", Meaning::Acquires),
        ("example.com/x.(Fetcher).Peek", Meaning::Acquires),
        ("example.com/x.Open", Meaning::Handled),
        ("example.com/x.(Fetcher).Get", Meaning::Handled),
        ("example.com/x.Again", Meaning::Handled),
    ];
    let more = ["_, resp, err := websocket.DefaultDialer.Dial(\"u\", nil)", "resp, err := f.Peek(\"u\")"];
    let calls = [&LOSING[..], &more].concat();
    assert_eq!(lost_in_many_files(&calls, &[]), LOSING);
    assert_eq!(lost_in_many_files(&calls, &notes), [LOSING[0], LOSING[3], more[0], more[1]]);
}

/// The calls whose responses are lost, each in a file of its own among forty. Guards the reading of stubs by text, which has to see
/// the directives that the parsed stub has.
fn lost_in_many_files<'a>(calls: &[&'a str], notes: &[(&str, Meaning)]) -> Vec<&'a str> {
    let home = tempfile::tempdir().expect("a temporary folder");
    let mut report = Vec::new();
    for number in 0..40 {
        let shown = format!("f{number:02}.go");
        let body = match calls.get(number) {
            Some(call) => format!("\t{call}\n\tif err != nil {{\n\t\treturn 0\n\t}}\n\treturn resp.StatusCode\n"),
            None => "\treturn 0\n".to_string(),
        };
        let imports = "import (\n\t\"net/http\"\n\n\t\"example.com/x\"\n\t\"github.com/gorilla/websocket\"\n)";
        let used = "var _ http.Handler\nvar _ websocket.Dialer\n";
        let text = format!("package own\n\n{imports}\n\n{used}\nfunc f{number}(f x.Fetcher) int {{\n{body}}}\n");
        std::fs::write(home.path().join(&shown), text).expect("it is written");
        report.push(GoFile { path: home.path().join(&shown), shown });
    }
    let stub = crate::meaning::stub::read_stub("x.go", STUB.to_string()).expect("the stub has no mistakes");
    let notes: Vec<_> = notes.iter().map(|(name, meaning)| Note::Function((*name).to_string(), *meaning)).collect();
    let found = |report: &[GoFile], reading| {
        let (stubs, notes) = (vec![stub.clone()], notes.clone());
        shown(&check(&Task { report: report.to_vec(), stubs, notes, reading, ..Task::default() }))
    };
    let whole = found(&report, Reading::Whole);
    assert_eq!(found(&report, Reading::ByName), whole);
    let one_by_one = report.iter().flat_map(|file| found(std::slice::from_ref(file), Reading::Auto));
    assert_eq!(one_by_one.collect::<Vec<_>>(), whole);
    let is_lost = |number: usize| whole.iter().any(|line| line.starts_with(&format!("f{number:02}.go:")));
    calls.iter().enumerate().filter(|(number, _)| is_lost(*number)).map(|(_, call)| *call).collect()
}

/// How code gets a value of a type that another package declares: the declarations of that package, and the code that imports
/// it, with `@` for the name of the type.
const SOURCES_OF_VALUES: [(&str, &str); 11] = [
    ("func New@(hc *http.Client) @ { return @{hc} }", "\tc := sdk.New@(nil)\n"),
    ("", "\tc := sdk.@{}\n"),
    ("", "\tvar c sdk.@\n"),
    ("var Default@ = @{http.DefaultClient}", "\tc := sdk.Default@\n"),
    ("type Holder@ struct{ Inner @ }", "\tc := sdk.Holder@{}.Inner\n"),
    ("type Holder@ struct{ *@ }\nfunc NewHolder@() *Holder@ { return new(Holder@) }", "\tc := sdk.NewHolder@()\n"),
    ("type Maker@ struct{}\nfunc (Maker@) Make() *@ { return nil }", "\tc := sdk.Maker@{}.Make()\n"),
    ("type All@ []@", "\tc := sdk.All@{}[0]\n"),
    ("type Other@ = @", "\tc := sdk.Other@{}\n"),
    (
        "func With@(f func(@)) { make@(f) }\nfunc make@(f func(@)) { f(@{}) }",
        "\tsdk.With@(func(c sdk.@) { use(c.Fetch@(link)) })\n\tvar c sdk.@\n",
    ),
    (
        "type Opener@ interface{ Fetch@(link string) (io.ReadCloser, error) }\nfunc Open@() Opener@ { return @{} }",
        "\tc := sdk.Open@()\n",
    ),
];

/// Of a large package that is only imported, the functions are parsed that an importer can call; that is enough.
#[test]
fn functions_that_no_importer_can_call_are_not_missed() {
    let home = tempfile::tempdir().expect("a temporary folder");
    let write = |name: &str, text: String| {
        let path = home.path().join(name);
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("it is made");
        std::fs::write(path, text).expect("it is written");
    };
    let filler = "\tif link == \"\" {\n\t\treturn nil, io.EOF\n\t}\n".repeat(40);
    let mut sdk = "package sdk\n\nimport (\n\t\"io\"\n\t\"net/http\"\n)\n".to_string();
    let mut own =
        "package own\n\nimport (\n\t\"io\"\n\n\t\"example.com/sdk\"\n)\n\nfunc use(rc io.ReadCloser, err error) {}\n"
            .to_string();
    for (number, (declared, used)) in SOURCES_OF_VALUES.iter().enumerate() {
        for name in [format!("Client{number}"), format!("Unused{number}")] {
            sdk += &format!(
                "\ntype {name} struct{{ hc *http.Client }}\n\nfunc (c {name}) Fetch{name}(link string) (io.ReadCloser, error) {{\n{filler}\tresp, err := c.hc.Get(link)\n\tif err != nil {{\n\t\treturn nil, err\n\t}}\n\treturn resp.Body, nil\n}}\n\n{}\n",
                declared.replace('@', &name)
            );
        }
        own += &format!(
            "\nfunc f{number}(link string) {{\n{}\trc, err := c.FetchClient{number}(link)\n\tif err != nil {{\n\t\treturn\n\t}}\n\tio.ReadAll(rc)\n}}\n",
            used.replace('@', &format!("Client{number}"))
        );
    }
    write("go.mod", "module example.com/own\n\ngo 1.25\n".to_string());
    write("own.go", own);
    write("vendor/example.com/sdk/sdk.go", sdk);
    let file = GoFile { path: home.path().join("own.go"), shown: "own.go".to_string() };
    let found = |reading| shown(&check(&Task { report: vec![file.clone()], reading, ..Task::default() }));
    let whole = found(Reading::Whole);
    assert_eq!(found(Reading::ByName), whole);
    // One of them has two calls.
    assert_eq!(whole.len(), SOURCES_OF_VALUES.len() + 1, "{}", whole.join("\n"));
}

/// Otherwise the search for candidates would read packages to look at results which the text rules out.
#[test]
fn results_are_at_hand_once_their_packages_are_read() {
    let home = tempfile::tempdir().expect("the folder for temporary files is writable");
    let write = |name: &str, text: &str| {
        let path = home.path().join(name);
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("it is made");
        std::fs::write(path, text).expect("it is written");
    };
    write("go.mod", "module example.com/m\n\ngo 1.25\n");
    write("api/api.go", "package api\n\ntype Answer struct{ n int }\n");
    let own = "package m\n\nimport (\n\t\"net/http\"\n\n\t\"example.com/m/api\"\n)\n
type holder struct{ answer *api.Answer }
type list []api.Answer
type plain struct{ n int }\n
func number() int { return 1 }
func own() (*plain, error) { return nil, nil }
func library() *http.Response { return nil }
func nothing() {}
func answer() (int, *api.Answer) { return 1, nil }
func answers() map[string][]api.Answer { return nil }
func inside() *holder { return nil }
func listed() list { return nil }
";
    write("a.go", own);
    let mut index = index_for(&Task::default());
    let at_hand = |index: &Index| {
        let (package, file) = index.file_at(&home.path().join("a.go")).expect("the file is there");
        let functions = 0..u32::try_from(package.files[file as usize].function_count()).expect("there are few");
        let refs = functions.map(|function| FuncRef { package: package.clone(), id: FuncId { file, function } });
        refs.filter(|function| results_are_at_hand(index, function))
            .map(|function| function.decl().name.to_string())
            .collect::<Vec<String>>()
    };
    assert_eq!(at_hand(&index), ["number", "own", "library", "nothing"]);
    index.folder(&home.path().join("api"));
    index.drop_texts();
    assert_eq!(at_hand(&index).len(), 8, "{:?}", at_hand(&index));
}
