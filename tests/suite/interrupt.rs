//! Signals in the middle of a run: every file holds its old text or its new one, nothing is left beside them, and the
//! program says by its exit code that it was interrupted.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::time::{Duration, Instant};

/// Files of the tree; each has findings that `--fix` fixes.
const FILES: usize = 40;

/// How long to wait for a sign of a run.
const LONGEST: Duration = Duration::from_secs(60);

const SIGNALS: [&str; 3] = ["INT", "TERM", "HUP"];

/// The exit code that shells expect of a program that Ctrl-C has ended.
const INTERRUPTED: i32 = 130;

/// A tree, and a folder for temporary files beside it.
struct Place {
    home: tempfile::TempDir,
}

impl Place {
    fn new() -> Place {
        let home = tempfile::tempdir().unwrap();
        std::fs::create_dir_all(home.path().join("tree/.git")).unwrap();
        std::fs::create_dir(home.path().join("tmp")).unwrap();
        let place = Place { home };
        place.write_all();
        place
    }

    fn tree(&self) -> PathBuf {
        self.home.path().join("tree")
    }

    fn scratch(&self) -> PathBuf {
        self.home.path().join("tmp")
    }

    /// Writes the files as they were.
    fn write_all(&self) {
        for number in 0..FILES {
            std::fs::write(self.tree().join(format!("f{number}.go")), text(number)).unwrap();
        }
    }

    fn start(&self, args: &[&str]) -> Child {
        let mut command = Command::new(env!("CARGO_BIN_EXE_bodyguard"));
        command.arg("check").args(args).current_dir(self.tree()).env("TMPDIR", self.scratch());
        command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap()
    }
}

/// A file with leaks that can be fixed.
fn text(number: usize) -> String {
    let mut text = String::from("package p\n\nimport \"net/http\"\n");
    for function in 0..12 {
        text += &format!(
            "\nfunc f{number}x{function}(u string) (int, error) {{\n\tresp, err := http.Get(u)\n\tif err != nil {{\n\t\treturn 0, err\n\t}}\n\treturn resp.StatusCode, nil\n}}\n"
        );
    }
    text
}

/// All files below a folder but those of git, with their texts.
fn files(folder: &Path) -> BTreeMap<String, String> {
    let mut files = BTreeMap::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let entry = entry.unwrap();
        let name = entry.file_name().into_string().unwrap();
        if entry.file_type().unwrap().is_file() {
            files.insert(name, std::fs::read_to_string(entry.path()).unwrap());
        } else if name != ".git" {
            files.insert(name, String::new());
        }
    }
    files
}

fn wait_until(what: &str, child: &mut Child, is_so: impl Fn(&mut Child) -> bool) {
    let start = Instant::now();
    // A run that has ended shows nothing more; whether it was too fast is asked later.
    while !is_so(child) && child.try_wait().unwrap().is_none() {
        assert!(start.elapsed() < LONGEST, "never seen: {what}");
        std::thread::sleep(Duration::from_millis(1));
    }
}

/// Whether a process has a handler for SIGINT and SIGTERM.
fn listens(child: &mut Child) -> bool {
    let status = std::fs::read_to_string(format!("/proc/{}/status", child.id())).unwrap_or_default();
    let caught = status.lines().find_map(|line| line.strip_prefix("SigCgt:"));
    let caught = caught.and_then(|mask| u64::from_str_radix(mask.trim(), 16).ok()).unwrap_or(0);
    let has = |signal: u32| caught & 1 << (signal - 1) != 0;
    has(2) && has(15)
}

fn send(child: &Child, signal: &str) {
    let kill = format!("kill -{signal} {}", child.id());
    let _ = Command::new("sh").args(["-c", &kill]).stderr(Stdio::null()).status().unwrap();
}

/// Waits for the end, and says whether the signal came in time.
fn was_interrupted(child: Child) -> bool {
    let output: Output = child.wait_with_output().unwrap();
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(!said.contains("panicked") && !said.contains("error"), "{said}");
    let code = output.status.code();
    assert!(matches!(code, Some(0 | 1 | INTERRUPTED)), "{:?} {said}", output.status);
    code == Some(INTERRUPTED)
}

/// Milliseconds from the sign of a start to the signal: early and late in a run.
const DELAYS: [u64; 4] = [0, 10, 40, 120];

#[test]
fn an_interrupted_check_writes_whole_reports_or_none() {
    let place = Place::new();
    let sources = files(&place.tree());
    let old = "old\n".repeat(100);
    let mut interrupted = 0;
    for (round, delay) in DELAYS.into_iter().enumerate() {
        std::fs::write(place.tree().join("r.json"), &old).unwrap();
        std::fs::write(place.tree().join("known.json"), &old).unwrap();
        let mut child = place.start(&["--output", "json=r.json", "--write-baseline", "known.json"]);
        wait_until("a handler", &mut child, listens);
        std::thread::sleep(Duration::from_millis(delay));
        send(&child, SIGNALS[round % SIGNALS.len()]);
        interrupted += usize::from(was_interrupted(child));
        let mut now = files(&place.tree());
        let report = now.remove("r.json").unwrap();
        let is_whole =
            |text: &String| text.trim_end().ends_with('}') && serde_json::from_str::<serde_json::Value>(text).is_ok();
        assert!(report == old || is_whole(&report), "{report:.200}");
        let known = now.remove("known.json").unwrap();
        assert!(known == old || is_whole(&known), "{known:.200}");
        assert_eq!(now, sources);
    }
    assert!(interrupted > 0, "no run was interrupted");
}

#[test]
fn an_interrupted_fix_leaves_every_file_whole() {
    let place = Place::new();
    let old = files(&place.tree());
    assert_eq!(place.start(&["--fix"]).wait_with_output().unwrap().status.code(), Some(0));
    let new = files(&place.tree());
    assert!(old.iter().all(|(name, text)| new[name] != *text));
    let mut interrupted = 0;
    let mut mixed = 0;
    for round in 0..6_usize {
        place.write_all();
        let mut child = place.start(&["--fix"]);
        // The first rounds wait for the first file that is written, the others for the start.
        let is_late = round < 4;
        let first = place.tree().join("f0.go");
        let is_written = |_: &mut Child| std::fs::read_to_string(&first).unwrap() != old["f0.go"];
        match is_late {
            true => wait_until("a file that was fixed", &mut child, is_written),
            false => wait_until("a handler", &mut child, listens),
        }
        send(&child, SIGNALS[round % SIGNALS.len()]);
        interrupted += usize::from(was_interrupted(child));
        let now = files(&place.tree());
        assert_eq!(now.keys().collect::<Vec<_>>(), old.keys().collect::<Vec<_>>());
        for (name, text) in &now {
            assert!(*text == old[name] || *text == new[name], "{name} is neither old nor new:\n{text}");
        }
        mixed += usize::from(now != old && now != new);
    }
    println!("{interrupted} interrupted, {mixed} between two files");
    assert!(interrupted > 0, "no run was interrupted");
}

#[test]
fn an_interrupted_comparison_leaves_no_folder() {
    let place = Place::new();
    let git = |arguments: &[&str]| {
        let mut command = Command::new("git");
        command.args(["-c", "user.name=a", "-c", "user.email=a@b", "-c", "commit.gpgsign=false"]).args(arguments);
        command.env("GIT_CONFIG_NOSYSTEM", "1").env("GIT_CONFIG_GLOBAL", "/dev/null").current_dir(place.tree());
        command.output().ok().map(|output| assert!(output.status.success(), "{arguments:?} {output:?}"))
    };
    if git(&["init", "-q"]).is_none() {
        println!("skipped: there is no git");
        return;
    }
    git(&["add", "-A"]);
    git(&["commit", "-q", "-m", "x"]);
    std::fs::write(place.tree().join("more.go"), text(FILES)).unwrap();
    let before = files(&place.tree());
    let is_there = |folder: &Path| std::fs::read_dir(folder).unwrap().next().is_some();
    let mut interrupted = 0;
    for (round, delay) in [0, 0, 0, 3, 10, 30, 100].into_iter().enumerate() {
        let mut child = place.start(&["--since", "HEAD"]);
        wait_until("the folder of the old tree", &mut child, |_| is_there(&place.scratch()));
        std::thread::sleep(Duration::from_millis(delay));
        send(&child, SIGNALS[round % SIGNALS.len()]);
        interrupted += usize::from(was_interrupted(child));
        let left: Vec<_> = std::fs::read_dir(place.scratch()).unwrap().collect();
        assert!(left.is_empty(), "round {round}: {left:?}");
        assert_eq!(files(&place.tree()), before);
    }
    assert!(interrupted > 2, "{interrupted} runs were interrupted");
}
