//! What is printed of hostile names and code: nothing that a terminal or a CI log would obey, no endless lines, and no text that was cut
//! without a word.

use std::io::Write;
use std::path::Path;
use std::process::{Command, Output, Stdio};
use std::time::{Duration, Instant};

fn program() -> std::ffi::OsString {
    std::env::var_os("BODYGUARD").unwrap_or_else(|| env!("CARGO_BIN_EXE_bodyguard").into())
}

/// Runs the program in a folder with some standard input. It must end within a minute.
fn ran(folder: &Path, args: &[&str], columns: Option<&str>, input: &[u8]) -> (Output, String, String) {
    let mut command = Command::new(program());
    command.args(args).current_dir(folder).env_remove("COLUMNS");
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    if let Some(columns) = columns {
        command.env("COLUMNS", columns);
    }
    let mut child = command.spawn().unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let input = input.to_vec();
    // The program may end before it has read all.
    let writer = std::thread::spawn(move || drop(stdin.write_all(&input)));
    let id = child.id().to_string();
    let (ended, waits) = std::sync::mpsc::channel::<()>();
    let watch = std::thread::spawn(move || {
        if waits.recv_timeout(Duration::from_secs(60)) == Err(std::sync::mpsc::RecvTimeoutError::Timeout) {
            drop(Command::new("kill").args(["-9", &id]).status());
        }
    });
    let output = child.wait_with_output().unwrap();
    drop(ended);
    watch.join().unwrap();
    writer.join().unwrap();
    let (out, err) = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    let (out, err) = (out.into_owned(), err.into_owned());
    assert!(output.status.code().is_some() && !err.contains("panicked"), "{args:?}: {}\n{err}", output.status);
    (output, out, err)
}

fn write(folder: &Path, name: &str, text: &str) {
    let path = folder.join(name);
    std::fs::create_dir_all(path.parent().unwrap()).unwrap();
    std::fs::write(path, text).unwrap();
}

fn home() -> tempfile::TempDir {
    let home = tempfile::tempdir().unwrap();
    std::fs::create_dir(home.path().join(".git")).unwrap();
    home
}

/// A leak whose line, comment and callee hold what a terminal obeys.
const CODE: &str = "package p\n\nimport \"net/http\"\n\nfunc f(m map[string]func(string) (*http.Response, error)) {\n\tm[\"\u{1b}]0;x\u{7}\u{202e}\"](\"u\") // \u{1b}[2J\u{9b}\r\u{2066}\n\thttp.Get(\"\u{1b}[1m\u{200f}\") // \u{8}\n}\n";

#[test]
fn nothing_is_printed_that_a_terminal_obeys() {
    let home = home();
    let names = ["a\n::error::b.go", "\u{1b}[31m\u{7}.go", "\u{202e}\r::stop-commands::x\u{2028}.go"];
    for name in names {
        write(home.path(), name, CODE);
        write(home.path(), &format!("broken/{name}"), "func f() {}\n");
    }
    write(home.path(), "bad\n::error::c/bodyguard.toml", "x = 1\n");
    write(home.path(), "bad\n::error::c/a.go", "package c\n");
    for format in ["full", "concise", "github", "gitlab", "junit", "checkstyle", "rdjson", "json-lines"] {
        let (_, out, err) = ran(home.path(), &["check", "-v", "--output-format", format, "."], None, b"");
        let is_obeyed = |letter: &char| {
            letter.is_control() && *letter != '\n'
                || matches!(letter, '\u{200f}' | '\u{2028}' | '\u{202e}' | '\u{2066}')
        };
        // JSON and XML name the files as they are; they escape controls, and nothing reads their lines.
        let is_for_lines = matches!(format, "full" | "concise" | "github");
        let obeyed: String =
            out.chars().filter(is_obeyed).filter(|letter| is_for_lines || letter.is_control()).collect();
        assert_eq!(obeyed, "", "{format}: {out}");
        let obeyed: String = err.chars().filter(is_obeyed).collect();
        assert_eq!(obeyed, "", "{err}");
        let is_command = |line: &str| line.trim_start().starts_with("::") && !line.contains("title=bodyguard");
        assert!(!out.lines().chain(err.lines()).any(is_command), "{format}: {out}{err}");
        assert!(out.contains("discarded") || out.contains("http.Get"), "{format}: {out}");
    }
    let gone = "gone\n::error::d\u{1b}.go";
    for args in [&["check", gone][..], &["check", "bad\n::error::c"], &["check", "--show-files", "."]] {
        let (_, out, err) = ran(home.path(), args, None, b"");
        assert!(!format!("{out}{err}").lines().any(|line| line.starts_with("::")), "{out}{err}");
        assert!(!format!("{out}{err}").contains('\u{1b}'), "{out}{err}");
    }
}

#[test]
fn long_lines_are_cut_around_the_code() {
    let home = home();
    let long = "x".repeat(14_000);
    let code = format!(
        "package p\n\nimport \"net/http\"\n\nfunc f() {{ g(\"{long}\"); http.Get(\"https://example.com/a/rather/long/path\"); g(\"{long}\") }}\n"
    );
    write(home.path(), "a.go", &code);
    write(
        home.path(),
        "b.go",
        "package p\n\nimport \"net/http\"\n\n// An answer that is not good enough for the caller is dropped on the floor, and so is its body.\nfunc status(address string) (int, error) {\n\tresp, err := http.Get(\"https://example.com/an/address/that/goes/on/and/on?address=\" + address)\n\tif err != nil {\n\t\treturn 0, err\n\t}\n\treturn resp.StatusCode, nil\n}\n",
    );
    let longest = |text: &str| text.lines().map(|line| line.chars().count()).max().unwrap_or(0);
    let (_, out, _) = ran(home.path(), &["check", "."], None, b"");
    assert!(out.contains("http.Get(\"https://example.com/a/rather/long/path\")"), "{out}");
    assert!((200..400).contains(&longest(&out)), "{}", longest(&out));
    assert!(out.contains("a.go:5:14019"), "{out}");
    for columns in ["80", "120"] {
        let (_, out, _) = ran(home.path(), &["check", "."], Some(columns), b"");
        let most: usize = columns.parse().unwrap();
        assert!(longest(&out) <= most, "{}\n{out}", longest(&out));
        assert!(out.contains("http.Get(\"https") && out.contains("http.Get("), "{out}");
    }
}

#[test]
fn a_text_that_is_too_long_is_an_error_and_not_cut() {
    let home = home();
    let text = format!("package p\n\n{}", "// c\n".repeat((64 << 20) / 5 + 1));
    for args in [&["check", "-"][..], &["check", "--fix", "-"]] {
        let (output, out, err) = ran(home.path(), args, None, text.as_bytes());
        assert_eq!((output.status.code(), out.as_str()), (Some(2), ""), "{err}");
        assert!(err.contains("standard input is larger than 64 MiB"), "{err}");
    }
}

fn fifo(path: &Path) {
    std::fs::create_dir_all(path.parent().unwrap()).unwrap();
    assert!(Command::new("mkfifo").arg(path).status().unwrap().success());
}

/// What a run would read besides Go files is opened only if it is a regular file.
#[test]
fn devices_and_pipes_in_the_place_of_files_are_reported_and_do_not_block() {
    type Make = fn(&Path);
    let cases: [(&str, Make, &str, i32); 8] = [
        (
            ".git names a worktree",
            |root| {
                write(root, "sub/.git", &format!("gitdir: {}\n", root.join("own").display()));
                fifo(&root.join("own/commondir"));
            },
            "own/commondir",
            0,
        ),
        (
            "the worktree names a repository",
            |root| {
                write(root, "sub/.git", &format!("gitdir: {}\n", root.join("own").display()));
                write(root, "own/commondir", "../all\n");
                fifo(&root.join("all/info/exclude"));
            },
            "exclude",
            0,
        ),
        (".git/info/exclude", |root| fifo(&root.join("sub/.git/info/exclude")), "sub/.git/info/exclude", 0),
        (
            ".gitignore",
            |root| {
                std::os::unix::fs::symlink("/proc/kmsg", root.join("sub/.gitignore")).unwrap();
            },
            "sub/.gitignore",
            0,
        ),
        ("a Go file", |root| std::os::unix::fs::symlink("/proc/kmsg", root.join("sub/k.go")).unwrap(), "sub/k.go", 0),
        ("go.mod", |root| std::os::unix::fs::symlink("/proc/kmsg", root.join("sub/go.mod")).unwrap(), "sub/go.mod", 0),
        ("the configuration", |root| fifo(&root.join("bodyguard.toml")), "bodyguard.toml", 2),
        (
            "a stub",
            |root| {
                fifo(&root.join("stubs/s.go"));
                write(root, "bodyguard.toml", "stubs = [\"stubs/*.go\"]\n");
            },
            "stubs/s.go",
            2,
        ),
    ];
    for (name, make, named, status) in cases {
        let home = home();
        write(home.path(), "a.go", "package p\n");
        write(
            home.path(),
            "sub/b.go",
            "package sub\n\nimport \"example.com/x\"\n\nfunc f() { resp, _ := x.Get(); g(resp.Body) }\n",
        );
        make(home.path());
        let start = Instant::now();
        let (output, _, err) = ran(home.path(), &["check", "-v", "."], None, b"");
        assert!(start.elapsed() < Duration::from_secs(60), "{name}");
        assert_eq!(output.status.code(), Some(status), "{name}: {err}");
        assert!(err.contains(named), "{name}: {err}");
    }
}

#[test]
fn stubs_lie_in_the_repository() {
    let home = tempfile::tempdir().unwrap();
    let root = home.path().join("repository");
    std::fs::create_dir_all(root.join(".git")).unwrap();
    write(home.path(), "outside/s.go", "package s // import \"example.com/s\"\n");
    write(&root, "a.go", "package p\n");
    write(&root, "lint/x.go", "package x // import \"example.com/x\"\n");
    std::os::unix::fs::symlink("../../outside/s.go", root.join("lint/link.go")).unwrap();
    for (pattern, is_refused) in [
        ("../../**/*.go", true),
        ("../outside/*.go", true),
        ("lint/../../outside/*.go", true),
        ("/etc/*.go", true),
        ("lint/link.go", true),
        ("lint/x.go", false),
    ] {
        write(&root, "bodyguard.toml", &format!("stubs = [\"{pattern}\"]\n"));
        let (output, _, err) = ran(&root, &["check", "."], None, b"");
        let expected = if is_refused { (Some(2), true) } else { (Some(0), false) };
        assert_eq!((output.status.code(), err.contains("leads out of the repository")), expected, "{pattern}: {err}");
    }
}
