//! The cases under `testdata/`: their files, the expectations of their marks, and their check by the linter.
//!
//!     testdata/loops/retry.go          one case, read alone
//!     testdata/packages/client/go.mod  one case: the whole folder; `.bodyguard-stubs/*.go` in it are stubs of the user
//!
//!     resp, err := http.Get(link) // want `leaks-on-path`
//!     if resp.StatusCode != 200 { // via `when this is true`
//!
//! Nothing here knows Go: a mark is text after code, a function is a line that starts with `func `.

#![allow(dead_code)] // each test crate takes what it needs

use crate::check::check;
use crate::findings::finding::Finding;
use crate::findings::rule::Rule;
use crate::ground::source::GoFile;
use crate::meaning::stub::read_stub;
use crate::program::Stub;
use crate::task::{Checked, Reading, Task};
use std::path::{Path, PathBuf};

/// Subjects that are no cases: the demo of the README and the inputs of the lowering goldens have tests of their own.
const NOT_CASES: [&str; 2] = ["demo", "lower"];

/// Files that lie in one folder would be one package, and their names would clash: a case of one file is read
/// from a folder of its own, with this module file.
const MODULE: &str = "module fixture\n\ngo 1.27\n";

/// The folder of a case that holds its stubs, as a user would name them in the configuration.
const STUBS: &str = ".bodyguard-stubs";

/// A line of this text sets `require-close = true` for the case.
const REQUIRE_CLOSE: &str = "//fixture:require-close";

/// One case: a file, or a folder with a `go.mod`.
pub struct Case {
    /// `loops/retry`.
    pub name: String,
    /// The first part of the name.
    pub subject: String,
    /// The Go files whose findings are compared; vendored ones are read, not compared.
    pub files: Vec<CaseFile>,
    /// The stubs that it brings with it.
    pub stubs: Vec<CaseFile>,
    /// Whether it is a folder that is checked where it lies.
    pub is_folder: bool,
}

/// One file of a case.
pub struct CaseFile {
    /// The path to open, absolute.
    pub path: PathBuf,
    /// The path to show: `testdata/loops/retry.go`.
    pub shown: String,
    /// The text; bytes that are no UTF-8 are replaced.
    pub text: String,
}

/// An expectation of one line of a file.
#[derive(Debug, PartialEq, Eq)]
pub struct Mark {
    /// 1-based.
    pub line: usize,
    /// The expectation.
    pub kind: MarkKind,
}

/// The kinds of [`Mark`].
#[derive(Debug, PartialEq, Eq)]
pub enum MarkKind {
    /// A finding of this rule is reported on this line.
    Want(String),
    /// A step on this line has these words.
    PathCondition(String),
    /// A leak that is not found yet.
    Missed,
    /// A false alarm that is still raised.
    Wrong,
}

/// All cases, sorted by name. `FIXTURE=loops` keeps those whose name contains `loops`.
pub fn all_cases() -> Vec<Case> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("testdata");
    let only = std::env::var("FIXTURE").unwrap_or_default();
    let mut cases = Vec::new();
    for subject in entries(&root) {
        let subject_name = file_name(&subject);
        if !subject.is_dir() || NOT_CASES.contains(&subject_name.as_str()) {
            continue;
        }
        for entry in entries(&subject) {
            cases.extend(case_at(&entry, &subject_name));
        }
    }
    cases.retain(|case| case.name.contains(&only));
    cases
}

/// The case at one path of a subject's folder, if it is one.
fn case_at(entry: &Path, subject: &str) -> Option<Case> {
    let is_folder = entry.join("go.mod").is_file();
    let mut paths = Vec::new();
    if is_folder {
        go_files_below(entry, &mut paths);
    } else if entry.extension().is_some_and(|ext| ext == "go") {
        paths.push(entry.to_path_buf());
    }
    if paths.is_empty() {
        return None;
    }
    let mut stubs = Vec::new();
    go_files_below(&entry.join(STUBS), &mut stubs);
    Some(Case {
        name: format!("{subject}/{}", file_name(entry).trim_end_matches(".go")),
        subject: subject.to_string(),
        files: paths.into_iter().map(read_file).collect(),
        stubs: stubs.into_iter().map(read_file).collect(),
        is_folder,
    })
}

/// The texts of all Go files that a check of a case can read, vendored ones and stubs included.
pub fn all_texts(case: &Case) -> Vec<String> {
    if !case.is_folder {
        return case.files.iter().map(|file| file.text.clone()).collect();
    }
    let mut open = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("testdata").join(&case.name)];
    let mut texts = Vec::new();
    while let Some(path) = open.pop() {
        if path.is_dir() {
            open.extend(entries(&path));
        } else if path.extension().is_some_and(|ext| ext == "go") {
            texts.push(String::from_utf8_lossy(&bytes_of(&path)).into_owned());
        }
    }
    texts
}

fn go_files_below(folder: &Path, into: &mut Vec<PathBuf>) {
    for entry in entries(folder) {
        if entry.is_dir() {
            if !["vendor", STUBS].contains(&file_name(&entry).as_str()) {
                go_files_below(&entry, into);
            }
        } else if entry.extension().is_some_and(|ext| ext == "go") {
            into.push(entry);
        }
    }
}

fn read_file(path: PathBuf) -> CaseFile {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let relative = path.strip_prefix(root).unwrap_or(&path);
    CaseFile {
        shown: relative.to_string_lossy().replace('\\', "/"),
        text: String::from_utf8_lossy(&bytes_of(&path)).into_owned(),
        path,
    }
}

fn bytes_of(path: &Path) -> Vec<u8> {
    std::fs::read(path).expect("a file of testdata can be read")
}

/// The entries of a folder, sorted; none if it cannot be read.
fn entries(folder: &Path) -> Vec<PathBuf> {
    let mut found: Vec<PathBuf> =
        std::fs::read_dir(folder).map(|list| list.flatten().map(|entry| entry.path()).collect()).unwrap_or_default();
    found.sort();
    found
}

fn file_name(path: &Path) -> String {
    path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}

/// The result of a check of a case as it lies in `testdata/`.
pub fn check_case(case: &Case) -> Checked {
    check_case_reading(case, Reading::Auto)
}

/// Like [`check_case`], parsing as much as `reading` says.
pub fn check_case_reading(case: &Case, reading: Reading) -> Checked {
    check_case_as(case, |task| Task { reading, ..task })
}

/// Like [`check_case`], with a change of the task.
pub fn check_case_as(case: &Case, change: impl Fn(Task) -> Task) -> Checked {
    if case.is_folder {
        let report = case.files.iter().map(in_place).collect();
        let stubs = case.stubs.iter().map(|file| stub(&file.shown, &file.text)).collect();
        return check(&change(Task { stubs, ..task(report, &case.files[0].text) }));
    }
    let file = &case.files[0];
    check_file_as(&file_name(&file.path), &file.shown, &bytes_of(&file.path), change)
}

/// The result of a check of one file that is a module of its own.
pub fn check_alone(name: &str, shown: &str, bytes: &[u8], reading: Reading) -> Checked {
    check_file_as(name, shown, bytes, |task| Task { reading, ..task })
}

/// The result of a check of a case of one file, with these packages in its vendor folder: import path and text.
pub fn check_vendored(case: &Case, packages: &[(String, String)]) -> Checked {
    let home = CaseFolder::new();
    for (path, text) in packages {
        let folder = home.folder.join("vendor").join(path);
        std::fs::create_dir_all(&folder).expect("the scratch folder is writable");
        std::fs::write(folder.join("vendored.go"), text).expect("the scratch folder is writable");
    }
    let file = &case.files[0];
    check_in(&home, &file_name(&file.path), &file.shown, &bytes_of(&file.path), |task| task)
}

fn check_file_as(name: &str, shown: &str, bytes: &[u8], change: impl Fn(Task) -> Task) -> Checked {
    check_in(&CaseFolder::new(), name, shown, bytes, change)
}

fn check_in(home: &CaseFolder, name: &str, shown: &str, bytes: &[u8], change: impl Fn(Task) -> Task) -> Checked {
    let path = home.folder.join(name);
    std::fs::write(home.folder.join("go.mod"), MODULE).expect("the scratch folder is writable");
    std::fs::write(&path, bytes).expect("the scratch folder is writable");
    let file = GoFile { path, shown: shown.to_string() };
    check(&change(task(vec![file], &String::from_utf8_lossy(bytes))))
}

/// A stub without mistakes.
pub fn stub(shown: &str, text: &str) -> Stub {
    read_stub(shown, text.to_string()).unwrap_or_else(|mistake| panic!("{shown}: {mistake:?}"))
}

fn in_place(file: &CaseFile) -> GoFile {
    GoFile { path: file.path.clone(), shown: file.shown.clone() }
}

/// `text` is that of the first file: it may say how the case is to be checked.
fn task(report: Vec<GoFile>, text: &str) -> Task {
    Task { report, require_close: text.lines().any(|line| line.trim_end() == REQUIRE_CLOSE), ..Task::default() }
}

/// A folder that is gone when the value is dropped.
struct CaseFolder {
    folder: PathBuf,
}

impl CaseFolder {
    fn new() -> CaseFolder {
        use std::sync::atomic::{AtomicUsize, Ordering};
        static COUNT: AtomicUsize = AtomicUsize::new(0);
        let number = COUNT.fetch_add(1, Ordering::Relaxed);
        let name = format!("bodyguard-case-{}-{number}", std::process::id());
        let folder = std::env::temp_dir().join(name);
        std::fs::create_dir_all(&folder).expect("the folder for temporary files is writable");
        CaseFolder { folder }
    }
}

impl Drop for CaseFolder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}

/// The marks of a file, by line.
pub fn marks(text: &str) -> Vec<Mark> {
    let mut found = Vec::new();
    for (index, line) in text.lines().enumerate() {
        for kind in marks_of_line(line) {
            found.push(Mark { line: index + 1, kind });
        }
    }
    found
}

/// A mark stands after code: a line that starts with `// want` is prose.
fn marks_of_line(line: &str) -> Vec<MarkKind> {
    const STARTS: [&str; 4] = ["// want ", "// via ", "// missed:", "// wrong:"];
    let mut at: Vec<(usize, usize)> = Vec::new();
    for (which, start) in STARTS.iter().enumerate() {
        at.extend(line.match_indices(start).map(|(offset, _)| (offset, which)));
    }
    at.sort_unstable();
    let mut found = Vec::new();
    for (number, &(offset, which)) in at.iter().enumerate() {
        if line[..offset].trim().is_empty() {
            return Vec::new();
        }
        let end = at.get(number + 1).map_or(line.len(), |next| next.0);
        let words = quoted(&line[offset..end]);
        match which {
            0 => found.extend(words.into_iter().map(MarkKind::Want)),
            1 => found.extend(words.into_iter().map(MarkKind::PathCondition)),
            2 => found.push(MarkKind::Missed),
            _ => found.push(MarkKind::Wrong),
        }
    }
    found
}

/// The text between backquotes.
fn quoted(text: &str) -> Vec<String> {
    let parts = text.split('`').skip(1).step_by(2);
    parts.map(str::to_string).collect()
}

/// The lines of the top-level function around a line, first and last, 1-based.
pub fn function_around(text: &str, line: usize) -> Option<(usize, usize)> {
    functions(text).into_iter().find(|&(first, last)| first <= line && line <= last)
}

/// The lines of all top-level functions, first and last, 1-based, in the layout that gofmt writes: the body ends
/// with a `}` at the start of a line. A function on one line ends there.
pub fn functions(text: &str) -> Vec<(usize, usize)> {
    let lines: Vec<&str> = text.lines().collect();
    let mut found = Vec::new();
    for (index, line) in lines.iter().enumerate() {
        if !line.starts_with("func ") {
            continue;
        }
        let opened = line.matches('{').count();
        let is_one_line = opened > 0 && opened == line.matches('}').count();
        let is_end = |l: &&str| *l == "}" || l.starts_with("} //");
        let rest = lines[index..].iter().position(is_end);
        let length = if is_one_line { 0 } else { rest.unwrap_or(0) };
        found.push((index + 1, index + 1 + length));
    }
    found
}

/// The name of a rule as marks write it.
pub fn rule_name(rule: Rule) -> &'static str {
    match rule {
        Rule::NeverClosed => "never-closed",
        Rule::LeaksOnPath => "leaks-on-path",
        Rule::DiscardedResponse => "discarded-response",
        Rule::OverwrittenResponse => "overwritten-response",
        Rule::DeferInLoop => "defer-in-loop",
        Rule::ClosedBeforeCheck => "closed-before-check",
        Rule::UnusedSuppression => "unused-suppression",
        Rule::ReadAfterClose => "read-after-close",
    }
}

/// The 1-based line where a finding is reported.
pub fn line_of(finding: &Finding) -> usize {
    finding.source.line(finding.span.start)
}
