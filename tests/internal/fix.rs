//! Edits, on every case under `testdata/`: a fixed finding stays fixed, parses, and is laid out as it was.
//!
//! `testdata/fix/*.safe` and `*.unsafe` are the texts of the cases beside them after `--fix` and after `--unsafe-fixes`;
//! `UPDATE=1` rewrites them. Where Go is present its own tools judge all cases; else the test says that they did not.

use super::cases;
use super::cases::Case;
use crate::check::check;
use crate::findings::finding::DeferStyle;
use crate::findings::finding::Finding;
use crate::findings::rule::Rule;
use crate::findings::suppress::GeneratedFiles;
use crate::fix::{self, FixRequest, Safety};
use crate::ground::source::GoFile;
use crate::run;
use crate::task::Task;
use rayon::prelude::*;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::Command;

const MODULE: &str = "module fixture\n\ngo 1.27\n";

#[test]
fn safe_edits_hold() {
    fix_all(FixRequest::default(), "safe");
}

#[test]
fn unsafe_edits_hold() {
    fix_all(FixRequest { safety: Safety::Unsafe, ..FixRequest::default() }, "unsafe");
}

#[test]
fn the_other_style_holds() {
    fix_all(FixRequest { style: DeferStyle::DeferFunc, ..FixRequest::default() }, "");
}

#[test]
fn added_comments_silence_everything() {
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path().canonicalize().unwrap();
    std::fs::write(root.join("go.mod"), MODULE).unwrap();
    let cases = cases::all_cases();
    let tasks: Vec<(&Case, Task)> = cases.iter().map(|case| (case, copied(case, &root))).collect();
    let failures: Vec<String> = tasks.par_iter().flat_map(|(_, task)| silence(task)).collect();
    assert!(failures.is_empty(), "\n{}\n", failures.join("\n"));
}

/// Silences one case, and returns the findings that are left, without those about comments that silenced nothing before.
fn silence(task: &Task) -> Vec<String> {
    let files = fix::add_ignores(task, found(task), "known", FixRequest::default());
    for file in files.iter().filter(|file| file.is_changed()) {
        std::fs::write(&file.file.path, &file.after).unwrap();
    }
    let left = found(task).into_iter().filter(|finding| finding.rule != Rule::UnusedSuppression);
    let place = |finding: Finding| {
        let line = finding.source.line(finding.span.start);
        format!("{}:{line}: {}", finding.source.shown, finding.rule.name())
    };
    left.map(place).collect()
}

#[test]
fn line_endings_and_odd_bytes_stay() {
    let text = b"\xef\xbb\xbfpackage p\r\n\r\nimport \"net/http\"\r\n\r\n// \xff\r\nfunc f(u string) (int, error) {\r\n\tresp, err := http.Get(u)\r\n\tif err != nil {\r\n\t\treturn 0, err\r\n\t}\r\n\treturn resp.StatusCode, nil\r\n}";
    let after = fixed_alone(text, FixRequest::default());
    let expected = b"\xef\xbb\xbfpackage p\r\n\r\nimport \"net/http\"\r\n\r\n// \xff\r\nfunc f(u string) (int, error) {\r\n\tresp, err := http.Get(u)\r\n\tif err != nil {\r\n\t\treturn 0, err\r\n\t}\r\n\tdefer resp.Body.Close()\r\n\treturn resp.StatusCode, nil\r\n}";
    assert_eq!(String::from_utf8_lossy(&after), String::from_utf8_lossy(expected));
    assert_eq!(after, expected);
}

#[test]
fn code_in_one_line_and_broken_code_are_left_alone() {
    for text in [
        "package p\nimport \"net/http\"\nfunc f(u string) { resp, err := http.Get(u); if err != nil { return }; println(resp.Status) }\n",
        "package p\nimport \"net/http\"\nfunc f(u string) {\n\tresp, err := http.Get(u)\n\tif err != nil {\n\t\treturn\n\t}\n\tprintln(resp.Status)\n}\nfunc g( {\n",
    ] {
        assert_eq!(fixed_alone(text.as_bytes(), FixRequest::default()), text.as_bytes());
    }
}

#[test]
fn a_file_that_changed_meanwhile_is_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.go");
    std::fs::write(&path, "package p\nimport \"net/http\"\nfunc f() {\n\thttp.Get(\"u\")\n}\n").unwrap();
    let task = Task { report: vec![GoFile { path: path.clone(), shown: "a.go".to_string() }], ..Task::default() };
    let found = found(&task);
    assert_eq!(found.len(), 1);
    std::fs::write(&path, "package p\n").unwrap();
    let fixes = fix::fix(&task, found, FixRequest { safety: Safety::Unsafe, ..FixRequest::default() });
    assert!(fixes[0].trouble.as_ref().unwrap().contains("changed meanwhile"));
    assert!(!fixes[0].is_changed() && fixes[0].left.len() == 1);
}

fn fixed_alone(text: &[u8], request: FixRequest) -> Vec<u8> {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.go");
    std::fs::write(&path, text).unwrap();
    let task = Task { report: vec![GoFile { path, shown: "a.go".to_string() }], ..Task::default() };
    let found = found(&task);
    assert!(!found.is_empty());
    let mut fixes = fix::fix(&task, found, request);
    fixes.remove(0).after
}

/// Fixes all cases in a copy, and lets Go's tools compare both.
fn fix_all(request: FixRequest, golden: &str) {
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path().canonicalize().unwrap();
    std::fs::write(root.join("go.mod"), MODULE).unwrap();
    let cases = cases::all_cases();
    let tasks: Vec<(&Case, Task)> = cases.iter().map(|case| (case, copied(case, &root))).collect();
    let before = judged(&root);
    let results: Vec<(usize, Vec<String>)> =
        tasks.par_iter().map(|(case, task)| fix_case(case, task, request, golden)).collect();
    let mut failures: Vec<String> = results.iter().flat_map(|(_, failures)| failures.clone()).collect();
    let fixed: usize = results.iter().map(|(fixed, _)| fixed).sum();
    println!("{fixed} findings fixed in {} cases", cases.len());
    assert!(fixed > 0 || std::env::var_os("FIXTURE").is_some());
    match (before, judged(&root)) {
        (Some(before), Some(after)) => {
            println!("{} packages compiled before", before.compiled);
            failures.extend(after.complaints.difference(&before.complaints).cloned());
        }
        _ => println!("skipped: there is no Go toolchain, so the fixed cases were not compiled"),
    }
    assert!(failures.is_empty(), "\n{}\n", failures.join("\n"));
}

/// Copies a case: a folder with its module, a file into a package of its own.
fn copied(case: &Case, root: &Path) -> Task {
    let home = root.join(case.name.replace('/', "_"));
    let origin = match case.is_folder {
        true => Path::new(env!("CARGO_MANIFEST_DIR")).join("testdata").join(&case.name),
        false => case.files[0].path.clone(),
    };
    match case.is_folder {
        true => copy_folder(&origin, &home),
        false => {
            std::fs::create_dir_all(&home).unwrap();
            std::fs::copy(&origin, home.join(origin.file_name().unwrap())).unwrap();
        }
    }
    let report = case.files.iter().map(|file| {
        let below = match case.is_folder {
            true => file.path.strip_prefix(&origin).unwrap().to_path_buf(),
            false => PathBuf::from(file.path.file_name().unwrap()),
        };
        GoFile { path: home.join(below), shown: file.shown.clone() }
    });
    let require_close = case.files[0].text.contains("//fixture:require-close");
    Task { report: report.collect(), require_close, ..Task::default() }
}

fn copy_folder(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap().flatten() {
        let target = to.join(entry.file_name());
        match entry.path().is_dir() {
            true => copy_folder(&entry.path(), &target),
            false => drop(std::fs::copy(entry.path(), target).unwrap()),
        }
    }
}

fn found(task: &Task) -> Vec<Finding> {
    let checked = check(task);
    let (mut found, _) = run::unsuppressed(GeneratedFiles::Silent, checked.findings, checked.marked);
    run::sort(&mut found);
    found
}

/// Fixes one case and checks it again; returns how many findings were fixed, and the failures.
fn fix_case(case: &Case, task: &Task, request: FixRequest, golden: &str) -> (usize, Vec<String>) {
    let before = found(task);
    // A rule that is off by default is not fixed either, and must not appear.
    let wanted = before.iter().filter(|finding| finding.rule != Rule::DeferInLoop).cloned().collect();
    let fixes = fix::fix(task, wanted, request);
    let mut failures = Vec::new();
    for file in fixes.iter().filter(|file| file.is_changed()) {
        std::fs::write(&file.file.path, &file.after).unwrap();
        if file.fixed.is_empty() {
            failures.push(format!("{}: changed for nothing", file.file.shown));
        }
    }
    let after = found(task);
    let fixed: usize = fixes.iter().map(|file| file.fixed.len()).sum();
    if after.len() + fixed > before.len() {
        failures.push(format!("{}: {} findings, {fixed} fixed, {} left", case.name, before.len(), after.len()));
    }
    let left: usize = fixes.iter().map(|file| file.left.len()).sum();
    if left + after.iter().filter(|finding| finding.rule == Rule::DeferInLoop).count() != after.len() {
        failures.push(format!("{}: {left} should be left, there are {}", case.name, after.len()));
    }
    if case.subject == "fix" && !golden.is_empty() {
        failures.extend(compare(case, &fixes, golden));
    }
    (fixed, failures)
}

fn compare(case: &Case, fixes: &[fix::FileFix], golden: &str) -> Option<String> {
    let path = case.files[0].path.with_extension(golden);
    let text = String::from_utf8_lossy(&fixes[0].after).into_owned();
    if std::fs::read_to_string(&path).is_ok_and(|expected| expected == text) {
        return None;
    }
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(&path, &text).unwrap();
    }
    Some(format!("{} is not what comes out:\n{text}", path.display()))
}

/// The complaints of Go's tools about a tree.
struct Judged {
    compiled: usize,
    complaints: BTreeSet<String>,
}

/// Files that gofmt would change, and errors of the compiler without their lines.
fn judged(root: &Path) -> Option<Judged> {
    let go = |arguments: &[&str]| Command::new("go").args(arguments).current_dir(root).env("GOPROXY", "off").output();
    let goroot = go(&["env", "GOROOT"]).ok().filter(|output| output.status.success())?;
    let gofmt = Path::new(String::from_utf8_lossy(&goroot.stdout).trim()).join("bin/gofmt");
    let layout = Command::new(gofmt).args(["-l", "."]).current_dir(root).output().ok()?;
    let vetted = go(&["vet", "-asmdecl", "./..."]).ok()?;
    let packages = go(&["list", "-e", "./..."]).ok()?;
    let packages = String::from_utf8_lossy(&packages.stdout).lines().count();
    let errors = String::from_utf8_lossy(&vetted.stderr).into_owned();
    let failed = errors.lines().filter(|line| line.starts_with("# ")).count();
    let mut complaints: BTreeSet<String> =
        String::from_utf8_lossy(&layout.stdout).lines().map(|l| format!("gofmt: {l}")).collect();
    complaints.extend(errors.lines().map(|line| {
        let mut parts = line.splitn(4, ':');
        match (parts.next(), parts.next(), parts.next(), parts.next()) {
            (Some(file), Some(_), Some(_), Some(message)) => format!("{file}: {message}"),
            _ => line.to_string(),
        }
    }));
    Some(Judged { compiled: packages.saturating_sub(failed), complaints })
}
