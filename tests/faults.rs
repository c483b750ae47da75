//! Faults of the world around a run: a full disk, a reader that leaves, folders that cannot be written.
//!
//! Whatever happens, the exit code tells of it, standard error says what, and nothing is half done.

#![cfg(unix)]
// Helpers of a test are not inside a `#[test]` function, where the lint allows it.
#![allow(clippy::unwrap_used)]

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
