//! The command as users meet it. Each `tests/cli/*.toml` is one case: files, arguments, expected output.
//!
//!     args = ["check", "nope"]
//!     exit = 2
//!     stderr = "error: nope: there is no file or folder nope\n..."
//!
//! `[..]` in the expected text stands for anything within a line. A key that is left out is not compared, except that standard
//! output must then be empty. `UPDATE=1` rewrites `stdout` and `stderr` of cases that fail.

use serde::Deserialize;
use std::collections::BTreeMap;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    /// The point of the case, for the reader.
    about: String,
    args: Vec<String>,
    /// The folder to run in, relative to the root of the case.
    #[serde(default)]
    within: String,
    #[serde(default)]
    stdin: String,
    #[serde(default)]
    env: BTreeMap<String, String>,
    /// Path and text of each file; `hex:` starts bytes.
    #[serde(default)]
    files: BTreeMap<String, String>,
    /// Link and where it points.
    #[serde(default)]
    links: BTreeMap<String, String>,
    #[serde(default)]
    fifos: Vec<String>,
    /// Files without read permission; the case is skipped where that is no hindrance.
    #[serde(default)]
    unreadable: Vec<String>,
    exit: i32,
    #[serde(default)]
    stdout: String,
    stderr: Option<String>,
    /// Files that must have been written, with their text.
    #[serde(default)]
    written: BTreeMap<String, String>,
}

#[test]
fn every_case_comes_out_as_written() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cli");
    let mut paths: Vec<PathBuf> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|ext| ext == "toml"))
        .collect();
    paths.sort();
    let failures: Vec<String> = paths.iter().filter_map(|path| run_case(path)).collect();
    assert!(!paths.is_empty());
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

/// The differences from the expected result; `None` if there are none.
fn run_case(path: &Path) -> Option<String> {
    let text = std::fs::read_to_string(path).unwrap();
    let case: Case = toml::from_str(&text).unwrap_or_else(|error| panic!("{path:?}: {error}"));
    let folder = tempfile::Builder::new().prefix("case").tempdir().unwrap();
    if !build(&case, folder.path()) {
        return None;
    }
    let output = run(&case, folder.path());
    let stdout = String::from_utf8_lossy(&output.stdout);
    let stderr = String::from_utf8_lossy(&output.stderr);
    let mut wrong = String::new();
    if output.status.code() != Some(case.exit) {
        wrong += &format!("exit: {:?} instead of {}\n", output.status.code(), case.exit);
    }
    if !matches(&case.stdout, &stdout) {
        wrong += &format!("stdout is:\n{stdout}");
    }
    let expected = case.stderr.as_deref();
    if expected.is_some_and(|expected| !matches(expected, &stderr)) {
        wrong += &format!("stderr is:\n{stderr}");
    }
    for (file, expected) in &case.written {
        let written = std::fs::read_to_string(folder.path().join(file)).unwrap_or_default();
        if !matches(expected, &written) {
            wrong += &format!("{file} is:\n{written}");
        }
    }
    if wrong.is_empty() {
        return None;
    }
    if std::env::var_os("UPDATE").is_some() {
        update(path, &text, &stdout, expected.map(|_| &*stderr));
    }
    Some(format!("{}: {}\n{wrong}", path.display(), case.about))
}

/// Writes the files of the case. False if this machine cannot have them.
fn build(case: &Case, root: &Path) -> bool {
    // A repository of its own: no configuration or .gitignore above the temporary folder counts.
    std::fs::create_dir(root.join(".git")).unwrap();
    for (name, text) in &case.files {
        let path = with_parent(root, name);
        std::fs::write(path, bytes(text)).unwrap();
    }
    let has_special = !case.links.is_empty() || !case.fifos.is_empty() || !case.unreadable.is_empty();
    !has_special || build_special(case, root)
}

#[cfg(unix)]
fn build_special(case: &Case, root: &Path) -> bool {
    use std::os::unix::fs::{PermissionsExt, symlink};
    for (name, target) in &case.links {
        symlink(target, with_parent(root, name)).unwrap();
    }
    for name in &case.fifos {
        let made = Command::new("mkfifo").arg(with_parent(root, name)).status();
        if !made.is_ok_and(|status| status.success()) {
            return false;
        }
    }
    for name in &case.unreadable {
        let path = root.join(name);
        std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o0)).unwrap();
        if std::fs::read(&path).is_ok() {
            return false;
        }
    }
    true
}

#[cfg(not(unix))]
fn build_special(_case: &Case, _root: &Path) -> bool {
    false
}

fn with_parent(root: &Path, name: &str) -> PathBuf {
    let path = root.join(name);
    std::fs::create_dir_all(path.parent().unwrap()).unwrap();
    path
}

fn bytes(text: &str) -> Vec<u8> {
    let Some(hex) = text.strip_prefix("hex:") else {
        return text.as_bytes().to_vec();
    };
    hex.split_whitespace().map(|pair| u8::from_str_radix(pair, 16).unwrap()).collect()
}

fn run(case: &Case, root: &Path) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_bodyguard"))
        .args(&case.args)
        .current_dir(root.join(&case.within))
        .env_remove("NO_COLOR")
        .env_remove("FORCE_COLOR")
        .env_remove("CLICOLOR_FORCE")
        .envs(&case.env)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut stdin = child.stdin.take().unwrap();
    // A command that does not read its input closes it early.
    let _ = stdin.write_all(case.stdin.as_bytes());
    drop(stdin);
    child.wait_with_output().unwrap()
}

/// Whether a text is as expected, line by line, `[..]` for anything.
fn matches(expected: &str, text: &str) -> bool {
    let mut lines = text.lines();
    let same = expected.lines().all(|expected| lines.next().is_some_and(|line| line_matches(expected, line)));
    same && lines.next().is_none()
}

fn line_matches(expected: &str, line: &str) -> bool {
    let Some((front, rest)) = expected.split_once("[..]") else {
        return expected == line;
    };
    let Some(line) = line.strip_prefix(front) else {
        return false;
    };
    let mut ends = line.char_indices().map(|(index, _)| index).chain([line.len()]);
    ends.any(|index| line_matches(rest, &line[index..]))
}

/// Replaces the expected texts, which stand at the end of a case.
fn update(path: &Path, text: &str, stdout: &str, stderr: Option<&str>) {
    let kept = text.split("\nstdout = ").next().unwrap();
    let kept = kept.split("\nstderr = ").next().unwrap();
    let mut updated = format!("{}\n", kept.trim_end());
    for (key, value) in [("stdout", Some(stdout)), ("stderr", stderr)] {
        let Some(value) = value.filter(|value| !value.is_empty()) else {
            continue;
        };
        let quoted =
            without_times(value).replace('\\', "\\\\").replace("\"\"\"", "\\\"\\\"\\\"").replace('\x1b', "\\u001b");
        updated += &format!("{key} = \"\"\"\n{quoted}\"\"\"\n");
    }
    std::fs::write(path, updated).unwrap();
}

/// The text with `[..]` for the seconds of the summary.
fn without_times(text: &str) -> String {
    let lines = text.lines().map(|line| match line.rsplit_once(" in ").filter(|_| line.contains("(checked ")) {
        Some((front, _)) => format!("{front} in [..]s)\n"),
        None => format!("{line}\n"),
    });
    lines.collect()
}
