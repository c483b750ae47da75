//! Faults of the world around a run: a full disk, a reader that leaves, folders that cannot be written.
//!
//! The exit code reports each fault, standard error names it, and no file is written in part.

use std::io::Read;
use std::path::Path;
use std::process::{Command, Output, Stdio};

/// A folder with so many findings that no buffer holds them all.
fn folder() -> tempfile::TempDir {
    let home = tempfile::tempdir().unwrap();
    std::fs::create_dir(home.path().join(".git")).unwrap();
    let mut text = String::from("package p\n\nimport \"net/http\"\n");
    for number in 0..1500 {
        text += &format!("\nfunc f{number}(u string) error {{\n\t_, err := http.Get(u)\n\treturn err\n}}\n");
    }
    std::fs::write(home.path().join("a.go"), text).unwrap();
    home
}

fn command(folder: &Path, args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_bodyguard"));
    command.arg("check").args(args).current_dir(folder).stdin(Stdio::null());
    command
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

#[test]
#[cfg(target_os = "linux")]
fn a_full_disk_is_trouble() {
    let home = folder();
    for format in ["full", "concise", "json", "sarif", "junit"] {
        let full = std::fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
        let output = command(home.path(), &["--output-format", format]).stdout(full).output().unwrap();
        assert_eq!(output.status.code(), Some(2), "{format}");
        assert!(said(&output).contains("error: standard output could not be written: "), "{}", said(&output));
    }
    let output = command(home.path(), &["--output", "sarif=/dev/full"]).output().unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert!(said(&output).contains("error: /dev/full could not be written: "), "{}", said(&output));
}

#[test]
#[cfg(target_os = "linux")]
fn nothing_can_be_said_on_a_full_disk() {
    let home = folder();
    let full = || std::fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
    let status = command(home.path(), &[]).stdout(full()).stderr(full()).status().unwrap();
    assert_eq!(status.code(), Some(2));
}

#[test]
fn a_reader_that_leaves_is_no_trouble() {
    let home = folder();
    let mut child = command(home.path(), &["--output-format", "full"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut first = [0; 10];
    let mut pipe = child.stdout.take().unwrap();
    pipe.read_exact(&mut first).unwrap();
    drop(pipe);
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(1));
    assert!(!said(&output).contains("error"), "{}", said(&output));
    assert!(!said(&output).contains("panicked"), "{}", said(&output));
}

#[test]
fn a_folder_that_is_missing_or_closed_is_named() {
    let home = folder();
    let output = command(home.path(), &["--output", "sarif=none/a.sarif"]).output().unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert!(said(&output).contains("error: none/a.sarif could not be written: "), "{}", said(&output));
}

/// A folder of one file with a finding that `--fix` fixes and one that stays.
fn fixable() -> tempfile::TempDir {
    let home = tempfile::tempdir().unwrap();
    std::fs::create_dir(home.path().join(".git")).unwrap();
    std::fs::write(home.path().join("a.go"), FIXABLE).unwrap();
    home
}

const FIXABLE: &str = "package p

import \"net/http\"

func f(u string) (int, error) {
	resp, err := http.Get(u)
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}
";

/// The names in a folder, sorted.
fn names(folder: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(folder).unwrap();
    let mut names: Vec<String> =
        entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).filter(|name| name != ".git").collect();
    names.sort();
    names
}

/// Places to which no user can write, root included: below a file, and in the folders of the kernel.
#[test]
fn a_baseline_that_has_no_place_is_trouble() {
    let home = fixable();
    let mut places = vec!["a.go/known.toml", "none/known.toml", "."];
    if cfg!(target_os = "linux") {
        places.extend(["/proc/known.toml", "/sys/known.toml", "/dev/full"]);
    }
    for place in places {
        let output = command(home.path(), &["--write-baseline", place]).output().unwrap();
        assert_eq!(output.status.code(), Some(2), "{place}: {}", said(&output));
        let words = format!("{place} could not be ");
        assert!(said(&output).contains(&words), "{place}: {}", said(&output));
        assert!(!said(&output).contains("panicked"), "{place}: {}", said(&output));
        assert!(output.stdout.is_empty(), "{place}");
    }
    assert_eq!(names(home.path()), ["a.go"]);
}

#[test]
fn a_read_only_file_is_left_as_it_is() {
    use std::os::unix::fs::PermissionsExt;
    let home = fixable();
    std::fs::write(home.path().join("known.toml"), "").unwrap();
    for name in ["a.go", "known.toml"] {
        let path = home.path().join(name);
        std::fs::set_permissions(path, std::fs::Permissions::from_mode(0o444)).unwrap();
    }
    let output = command(home.path(), &["--fix"]).output().unwrap();
    assert_eq!(output.status.code(), Some(2), "{}", said(&output));
    assert!(said(&output).contains("error: a.go was left as it is: it is read-only"), "{}", said(&output));
    // The finding is still there, and is reported.
    assert!(String::from_utf8_lossy(&output.stdout).contains("a.go:6:"));
    let output = command(home.path(), &["--write-baseline", "known.toml"]).output().unwrap();
    assert_eq!(output.status.code(), Some(2), "{}", said(&output));
    assert!(said(&output).contains("error: known.toml could not be written: "), "{}", said(&output));
    assert_eq!(std::fs::read_to_string(home.path().join("a.go")).unwrap(), FIXABLE);
    assert_eq!(std::fs::read(home.path().join("known.toml")).unwrap(), b"");
    assert_eq!(names(home.path()), ["a.go", "known.toml"]);
}

/// Runs the program in a shell that has done `before`, as `$0 check ARGS`.
fn after(before: &str, folder: &Path, args: &[&str]) -> Output {
    let script = format!("{before}; exec \"$0\" check \"$@\"");
    let mut shell = Command::new("sh");
    shell.arg("-c").arg(script).arg(env!("CARGO_BIN_EXE_bodyguard")).args(args);
    shell.current_dir(folder).stdin(Stdio::null()).output().unwrap()
}

/// Runs the program where `mount` has changed the folder; `None`, with a line of output, where the user may not mount.
fn mounted(mount: &str, folder: &Path, args: &[&str]) -> Option<Output> {
    let script = format!("{mount} || exit 77; cd . && exec \"$0\" check \"$@\"");
    let mut command = Command::new("unshare");
    command.args(["-r", "-m", "sh", "-c", &script]).arg(env!("CARGO_BIN_EXE_bodyguard")).args(args);
    let output = command.current_dir(folder).stdin(Stdio::null()).output().ok();
    let output = output.filter(|output| !matches!(output.status.code(), Some(77)) && !said(output).contains("unshare"));
    if output.is_none() {
        println!("skipped: nothing can be mounted here");
    }
    output
}

/// A folder that is read-only for root as well.
#[test]
#[cfg(target_os = "linux")]
fn a_read_only_folder_is_left_as_it_is() {
    let home = fixable();
    let mount = format!("h={}; mount --bind $h $h && mount -o remount,ro,bind $h && cd $h", home.path().display());
    for args in [&["--fix"][..], &["--write-baseline", "known.toml"], &["--add-ignore=why"]] {
        let Some(output) = mounted(&mount, home.path(), args) else {
            return;
        };
        assert_eq!(output.status.code(), Some(2), "{}", said(&output));
        assert!(said(&output).contains("ead-only"), "{}", said(&output));
        assert!(!said(&output).contains("panicked"), "{}", said(&output));
        assert_eq!(names(home.path()), ["a.go"]);
        assert_eq!(std::fs::read_to_string(home.path().join("a.go")).unwrap(), FIXABLE);
    }
}

/// No file may become larger than 512 bytes or a KiB, as if the disk were full: a text that does not fit replaces nothing.
#[test]
#[cfg(target_os = "linux")]
fn a_text_that_does_not_fit_replaces_nothing() {
    let home = fixable();
    let path = home.path().join("a.go");
    let long = format!("{FIXABLE}\n// {}\n", "x".repeat(5_000));
    std::fs::write(&path, &long).unwrap();
    let known = format!("# {}\n", "old ".repeat(1_000));
    std::fs::write(home.path().join("known.toml"), &known).unwrap();
    std::fs::write(home.path().join("a.json"), &known).unwrap();
    // The signal that comes with the limit would end the program.
    let small = "trap '' XFSZ; ulimit -f 1";
    let cases = [
        (&["--fix"][..], "error: a.go was left as it is: "),
        (&["--add-ignore=why"], "error: a.go was left as it is: "),
        (&["--output", "json=a.json"], "error: a.json could not be written: "),
    ];
    for (args, words) in cases {
        let output = after(small, home.path(), args);
        assert_eq!(output.status.code(), Some(2), "{args:?} {}", said(&output));
        assert!(said(&output).contains(words), "{args:?} {}", said(&output));
        assert!(!said(&output).contains("panicked"), "{args:?} {}", said(&output));
        assert_eq!(std::fs::read_to_string(&path).unwrap(), long, "{args:?}");
        assert_eq!(names(home.path()), ["a.go", "a.json", "known.toml"], "{args:?}");
    }
    // A longer baseline: many findings.
    let home = folder();
    std::fs::write(home.path().join("known.toml"), &known).unwrap();
    let output = after(small, home.path(), &["--write-baseline", "known.toml"]);
    assert_eq!(output.status.code(), Some(2), "{}", said(&output));
    assert!(said(&output).contains("error: known.toml could not be written: "), "{}", said(&output));
    assert_eq!(std::fs::read_to_string(home.path().join("known.toml")).unwrap(), known);
    assert_eq!(names(home.path()), ["a.go", "known.toml"]);
}

#[test]
fn a_file_that_changes_while_it_is_read_is_some_file() {
    let home = folder();
    let path = home.path().join("a.go");
    let long = std::fs::read(&path).unwrap();
    let is_done = std::sync::atomic::AtomicBool::new(false);
    let done = &is_done;
    std::thread::scope(|scope| {
        scope.spawn(move || {
            let mut round = 0_usize;
            while !done.load(std::sync::atomic::Ordering::Relaxed) {
                round += 1;
                match round % 3 {
                    0 => drop(std::fs::remove_file(&path)),
                    1 => drop(std::fs::write(&path, &long[..long.len() * (round % 7) / 7])),
                    _ => drop(std::fs::write(&path, &long)),
                }
            }
        });
        for _ in 0..20 {
            let output = command(home.path(), &[]).output().unwrap();
            assert!(matches!(output.status.code(), Some(0 | 1)), "{:?} {}", output.status, said(&output));
            assert!(!said(&output).contains("panicked"), "{}", said(&output));
        }
        is_done.store(true, std::sync::atomic::Ordering::Relaxed);
    });
}
