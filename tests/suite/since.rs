//! `--since`, in repositories that are made for it. Without git the tests say that they did not run.

use std::path::Path;
use std::process::{Command, Output};
use tempfile::TempDir;

const CLOSED: &str = "package p

import \"net/http\"

func Status(u string) (string, error) {
	resp, err := http.Get(u)
	if err != nil {
		return \"\", err
	}
	defer resp.Body.Close()
	return resp.Status, nil
}
";

fn open() -> String {
    CLOSED.replace("\tdefer resp.Body.Close()\n", "")
}

fn git(folder: &Path, arguments: &[&str]) -> Option<Output> {
    let output = Command::new("git")
        .args([
            "-c",
            "user.name=a",
            "-c",
            "user.email=a@b",
            "-c",
            "protocol.file.allow=always",
            "-c",
            "commit.gpgsign=false",
        ])
        .args(arguments)
        .current_dir(folder)
        .env("GIT_CONFIG_NOSYSTEM", "1")
        .env("GIT_CONFIG_GLOBAL", "/dev/null")
        .output()
        .ok()?;
    assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    Some(output)
}

fn write(folder: &Path, name: &str, text: &str) {
    let path = folder.join(name);
    std::fs::create_dir_all(path.parent().unwrap()).unwrap();
    std::fs::write(path, text).unwrap();
}

/// A repository with one commit of these files; `None` without git.
fn repository(files: &[(&str, &str)]) -> Option<TempDir> {
    let folder = tempfile::tempdir().unwrap();
    if Command::new("git").arg("--version").output().is_err() {
        println!("skipped: there is no git");
        return None;
    }
    git(folder.path(), &["init", "-q", "-b", "main"])?;
    write(folder.path(), "go.mod", "module example.com/p\n\ngo 1.27\n");
    files.iter().for_each(|(name, text)| write(folder.path(), name, text));
    commit(folder.path());
    Some(folder)
}

fn commit(folder: &Path) {
    git(folder, &["add", "-A"]);
    git(folder, &["commit", "-q", "-m", "x"]);
}

fn check(folder: &Path, arguments: &[&str]) -> (i32, String, String) {
    let output = Command::new(env!("CARGO_BIN_EXE_bodyguard"))
        .args(["check", "--output-format", "concise"])
        .args(arguments)
        .current_dir(folder)
        .output()
        .unwrap();
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    (output.status.code().unwrap(), text(&output.stdout), text(&output.stderr))
}

#[test]
fn a_deleted_defer_is_reported_and_an_old_leak_is_not() {
    let old_leak = open().replace("Status(", "Old(");
    let Some(repository) = repository(&[("a.go", CLOSED), ("b.go", &old_leak)]) else { return };
    let folder = repository.path();
    write(folder, "a.go", &open());
    write(folder, "b.go", &old_leak.replace("func", "// A line\n// or two.\nfunc"));
    let (exit, found, said) = check(folder, &["--since", "HEAD"]);
    assert_eq!((exit, found.lines().count()), (1, 1), "{found}{said}");
    assert!(found.starts_with("a.go:6:15: "), "{found}");
    assert!(said.contains("Not shown: 1 finding that the older commit has too"), "{said}");
    let (exit, found, _) = check(folder, &["--since", "main", "b.go"]);
    assert_eq!((exit, found.as_str()), (0, ""));
}

/// Each is compared with all findings: one that the older commit has too is not gone from the baseline.
#[test]
fn a_baseline_beside_it_is_not_out_of_date() {
    let Some(folder) = repository(&[("go.mod", "module example.com/p\n"), ("a.go", &open())]) else { return };
    let (code, ..) = check(folder.path(), &["--write-baseline", "known.json"]);
    assert_eq!(code, 0);
    write(folder.path(), "b.go", &open().replace("Status(", "Other("));
    let (code, found, said) = check(folder.path(), &["--since", "HEAD", "--baseline", "known.json"]);
    assert!(code == 1 && found.lines().count() == 1 && found.starts_with("b.go:"), "{found}{said}");
    assert!(said.contains("1 finding that the older commit has too") && !said.contains("baseline"), "{said}");
}

#[test]
fn a_fixed_leak_does_not_hide_a_new_one_beside_it() {
    let two = |first: &str, second: &str| {
        let request = |url: &str, close: &str| {
            format!(
                "\tresp{url}, err := http.Get({url})\n\tif err != nil {{\n\t\treturn err\n\t}}\n{close}\tprintln(resp{url}.Status)\n"
            )
        };
        let one = request("u", &first.replace("X", "u"));
        let other = request("v", &second.replace("X", "v"));
        format!("package p\n\nimport \"net/http\"\n\nfunc f(u, v string) error {{\n{one}{other}\treturn nil\n}}\n")
    };
    let close = "\tdefer respX.Body.Close()\n";
    let Some(repository) = repository(&[("a.go", &two("", close))]) else { return };
    write(repository.path(), "a.go", &two(close, ""));
    let (exit, found, said) = check(repository.path(), &["--since", "HEAD"]);
    assert_eq!((exit, found.lines().count()), (1, 1), "{found}{said}");
    assert!(found.starts_with("a.go:12:"), "{found}");
}

#[test]
fn moved_and_changed_code_keeps_its_findings() {
    let Some(repository) = repository(&[("a.go", &open())]) else { return };
    let folder = repository.path();
    // Renamed without git knowing it, and the line of the call written anew.
    std::fs::remove_file(folder.join("a.go")).unwrap();
    write(folder, "sub/b.go", &open().replace("http.Get(u)", "http.Get(u + \"/\")"));
    let (exit, found, said) = check(folder, &["--since", "HEAD"]);
    assert_eq!((exit, found.as_str()), (0, ""), "{said}");
    // A second one of the same name is new.
    write(folder, "c.go", &open());
    let (exit, found, _) = check(folder, &["--since", "HEAD"]);
    assert_eq!((exit, found.lines().count()), (1, 1), "{found}");
}

#[test]
fn a_subfolder_and_a_wrapper_in_another_package_are_understood() {
    let wrapper =
        "package get\n\nimport \"net/http\"\n\nfunc It(u string) (*http.Response, error) { return http.Get(u) }\n";
    let user = "package use\n\nimport \"example.com/p/get\"\n\nfunc Use(u string) {\n\tresp, err := get.It(u)\n\tif err != nil {\n\t\treturn\n\t}\n\tprintln(resp.Status)\n}\n";
    let Some(repository) = repository(&[("get/get.go", wrapper), ("use/use.go", user)]) else { return };
    let folder = repository.path().join("use");
    write(&folder, "more.go", &user.replace("Use(", "More("));
    let (exit, found, said) = check(&folder, &["--since", "HEAD"]);
    assert_eq!((exit, found.lines().count()), (1, 1), "{found}{said}");
    assert!(found.starts_with("more.go:"), "{found}");
}

#[test]
fn another_module_of_the_old_tree_is_known() {
    let wrapper =
        "package get\n\nimport \"net/http\"\n\nfunc It(u string) (*http.Response, error) { return http.Get(u) }\n";
    let user = "package use\n\nimport \"example.com/get\"\n\nfunc Use(u string) {\n\tresp, err := get.It(u)\n\tif err != nil {\n\t\treturn\n\t}\n\tprintln(resp.Status)\n}\n";
    let files = [
        ("libs/get/go.mod", "module example.com/get\n"),
        ("libs/get/get.go", wrapper),
        ("cmd/use/go.mod", "module example.com/use\n"),
        ("cmd/use/use.go", user),
    ];
    let Some(repository) = repository(&files) else { return };
    let folder = repository.path().join("cmd/use");
    write(&folder, "more.go", &user.replace("Use(", "More("));
    let (exit, found, said) = check(&folder, &["--since", "HEAD"]);
    assert_eq!((exit, found.lines().count()), (1, 1), "{found}{said}");
    assert!(found.starts_with("more.go:"), "{found}");
}

#[test]
fn a_removed_comment_makes_a_finding_new() {
    let silenced = open().replace("http.Get(u)\n", "http.Get(u) //bodyguard:ignore x\n");
    let Some(repository) = repository(&[("a.go", &silenced)]) else { return };
    write(repository.path(), "a.go", &open());
    let (exit, found, said) = check(repository.path(), &["--since", "HEAD"]);
    assert_eq!((exit, found.lines().count()), (1, 1), "{found}{said}");
}

#[test]
fn a_commit_that_is_not_there_is_explained() {
    let Some(repository) = repository(&[("a.go", CLOSED)]) else { return };
    let folder = repository.path();
    write(folder, "a.go", &open());
    commit(folder);
    let (exit, _, said) = check(folder, &["--since", "nowhere"]);
    assert_eq!(exit, 2);
    assert!(said.contains("git does not know this commit"), "{said}");
    let (exit, _, said) = check(folder, &["--since=-x"]);
    assert_eq!(exit, 2);
    assert!(said.contains("`-x` is not a revision"), "{said}");
    let clone = tempfile::tempdir().unwrap();
    let origin = format!("file://{}", folder.display());
    git(clone.path(), &["clone", "-q", "--depth=1", &origin, "c"]);
    let clone = clone.path().join("c");
    let (exit, _, said) = check(&clone, &["--since", "HEAD~1"]);
    assert_eq!(exit, 2);
    assert!(said.contains("shallow clone") && said.contains("--depth=1"), "{said}");
    let (exit, found, said) = check(&clone, &["--since", "HEAD"]);
    assert_eq!((exit, found.as_str()), (0, ""), "{said}");
}

#[test]
fn submodules_are_compared_with_their_own_commits() {
    let Some(library) = repository(&[("l.go", &open())]) else { return };
    let Some(repository) = repository(&[("a.go", CLOSED)]) else { return };
    let folder = repository.path();
    git(folder, &["submodule", "add", "-q", library.path().to_str().unwrap(), "lib"]);
    commit(folder);
    let (exit, found, said) = check(folder, &["--since", "HEAD"]);
    assert_eq!((exit, found.as_str()), (0, ""), "{said}");
    write(folder, "lib/m.go", &open().replace("Status(", "Another("));
    let (exit, found, _) = check(folder, &["--since", "HEAD"]);
    assert_eq!((exit, found.lines().count()), (1, 1), "{found}");
    let (exit, _, said) = check(folder, &["--since", "HEAD~1"]);
    assert_eq!(exit, 1, "{said}");
}

#[cfg(unix)]
#[test]
fn nothing_in_the_repository_is_run() {
    use std::os::unix::fs::PermissionsExt;
    let Some(repository) = repository(&[("a.go", CLOSED), (".gitattributes", "*.go filter=x diff=x\n")]) else {
        return;
    };
    let folder = repository.path();
    write(folder, "evil", "#!/bin/sh\ntouch \"$(dirname \"$0\")/touched\"\ncat\n");
    let evil = folder.join("evil");
    std::fs::set_permissions(&evil, std::fs::Permissions::from_mode(0o755)).unwrap();
    let evil = evil.to_str().unwrap();
    for key in
        ["core.fsmonitor", "core.pager", "filter.x.smudge", "diff.x.textconv", "diff.external", "core.sshCommand"]
    {
        git(folder, &["config", key, evil]);
    }
    for hook in ["post-checkout", "post-index-change", "reference-transaction", "fsmonitor-watchman"] {
        std::fs::copy(evil, folder.join(".git/hooks").join(hook)).unwrap();
    }
    write(folder, "a.go", &open());
    let (exit, found, said) = check(folder, &["--since", "HEAD"]);
    assert_eq!((exit, found.lines().count()), (1, 1), "{said}");
    assert!(!folder.join("touched").exists() && !folder.join(".git/hooks/touched").exists());
}
