//! The library as another program uses it: a session that checks again after texts and files have changed.
//!
//! Its report is compared with that of a new session that finds the same texts on disk.

use bodyguard::{Cancel, Cancelled, FixRequest, Input, Options, Reading, Report, Safety, Session, Settings};
use std::path::{Path, PathBuf};

const CLIENT: &str = "\
package api

import \"net/http\"

func fetch(u string) (*http.Response, error) {
	return http.Get(u)
}
";

/// Like [`CLIENT`], and closes the body.
const CLOSING_CLIENT: &str = "\
package api

import \"net/http\"

func fetch(u string) (*http.Response, error) {
	resp, err := http.Get(u)
	if err != nil {
		return nil, err
	}
	resp.Body.Close()
	return resp, nil
}
";

const CALLER: &str = "\
package main

import \"example.com/m/api\"

func main() {
	resp, err := api.Fetch(\"u\")
	if err != nil {
		return
	}
	println(resp.StatusCode)
}
";

const EXPORTED: &str = "
func Fetch(u string) (*http.Response, error) {
	return fetch(u)
}
";

struct Project(tempfile::TempDir);

impl Project {
    fn new() -> Project {
        let project = Project(tempfile::tempdir().expect("the folder for temporary files is writable"));
        project.write("go.mod", "module example.com/m\n\ngo 1.22\n");
        project.write("api/client.go", &format!("{CLIENT}{EXPORTED}"));
        project.write("main.go", CALLER);
        project
    }

    fn path(&self, below: &str) -> PathBuf {
        self.0.path().join(below)
    }

    fn write(&self, below: &str, text: &str) {
        let path = self.path(below);
        std::fs::create_dir_all(path.parent().expect("a file lies in a folder")).expect("folders can be made");
        std::fs::write(path, text).expect("files can be written");
    }

    fn session(&self) -> Session {
        self.session_reading(Reading::Auto)
    }

    fn session_reading(&self, reading: Reading) -> Session {
        let input = Input::Paths(vec![self.0.path().to_string_lossy().into_owned()]);
        Session::new(Settings::new(Options { input, reading, ..Options::default() }).expect("the defaults are sound"))
    }
}

fn lines(report: &Report) -> Vec<String> {
    let of = |finding: &bodyguard::Finding| {
        let name = finding.source.path.file_name().map(|name| name.to_string_lossy().into_owned());
        format!("{}:{} {}", name.unwrap_or_default(), finding.source.line(finding.span.start), finding.rule.name())
    };
    report.findings.iter().map(of).collect()
}

fn checked(session: &mut Session) -> Vec<String> {
    lines(&session.check(&Cancel::default()).expect("it was not cancelled"))
}

const LEAK: &str = "main.go:6 never-closed";

#[test]
fn a_text_that_is_not_saved_changes_what_is_found_in_other_folders() {
    let project = Project::new();
    let mut session = project.session();
    assert_eq!(checked(&mut session), [LEAK]);
    let client = project.path("api/client.go");
    session.open(&client, format!("{CLOSING_CLIENT}{EXPORTED}").as_bytes());
    assert_eq!(checked(&mut session), [""; 0]);
    // Two open texts see each other.
    session.open(&project.path("main.go"), CALLER.replace("api.Fetch", "api.Load").as_bytes());
    session.open(&client, format!("{CLIENT}{}", EXPORTED.replace("Fetch", "Load")).as_bytes());
    assert_eq!(checked(&mut session), [LEAK]);
    assert!(session.close(&client) && !session.close(&client));
    // The file on disk has no function of that name.
    assert_eq!(checked(&mut session), [""; 0]);
    session.close(&project.path("main.go"));
    assert_eq!(checked(&mut session), [LEAK]);
}

/// The findings of a check, and its warnings.
fn reported(session: &mut Session) -> (Vec<String>, Vec<String>) {
    let report = session.check(&Cancel::default()).expect("it was not cancelled");
    let warnings = report.problems.iter().map(|problem| format!("{}: {}", problem.path, problem.message));
    (lines(&report), warnings.collect())
}

/// Guards against packages, listings and module files that a session remembers although they have changed.
#[test]
fn a_file_is_read_again_once_the_session_knows_of_its_change() {
    let vendored = format!("{CLIENT}{EXPORTED}");
    let calls = |path: &str| Some(CALLER.replace("example.com/m/api", path).replace("func main", "func f"));
    let steps = [
        ("api/client.go", Some(format!("{CLOSING_CLIENT}{EXPORTED}"))),
        ("api/client.go", None),
        ("api/other.go", Some(vendored.clone())),
        ("go.mod", Some("module example.com/other\n".to_string())),
        ("go.mod", Some("module example.com/m\n".to_string())),
        ("z_test.go", calls("example.com/m/api")),
        // Packages that are imported before they are there, beside the module's own and in its first vendor folder.
        ("one.go", calls("example.com/m/extra/api").map(|text| text.replace("func f", "func one"))),
        ("extra/api/client.go", Some(vendored.clone())),
        ("two.go", calls("example.com/lib/api").map(|text| text.replace("func f", "func two"))),
        ("vendor/example.com/lib/api/client.go", Some(vendored)),
        ("extra/api/client.go", None),
        // What cannot be read is a warning of each check.
        ("go.mod", Some(format!("module example.com/m\n// {}\n", "x".repeat(1 << 20)))),
        ("main.go", Some(CALLER.to_string())),
    ];
    for reading in [Reading::OnDemand, Reading::ByName] {
        let project = Project::new();
        // No regular file, so that each check warns of it.
        #[cfg(unix)]
        std::os::unix::fs::symlink("/dev/null", project.path("api/device.go")).expect("links can be made");
        let mut session = project.session_reading(reading);
        assert_eq!(checked(&mut session), [LEAK]);
        let mut most = 0;
        for (below, text) in &steps {
            let path = project.path(below);
            match text {
                Some(text) => project.write(below, text),
                None => std::fs::remove_file(&path).expect("the file can be removed"),
            }
            if text.is_none() && path.starts_with(project.path("extra")) {
                std::fs::remove_dir_all(project.path("extra")).expect("the folder can be removed");
            }
            session.reread(&path);
            let found = reported(&mut session);
            assert_eq!(found, reported(&mut project.session_reading(reading)), "{reading:?}: {below}");
            assert_eq!(found, reported(&mut session), "{reading:?}: {below}, asked twice");
            most = most.max(found.0.len());
        }
        assert_eq!(most, 4);
    }
}

#[test]
fn single_files_are_checked_with_what_is_known_of_the_others() {
    let project = Project::new();
    let mut session = project.session();
    let never = Cancel::default();
    let main = project.path("main.go");
    assert_eq!(lines(&session.check_files(&[&main], &never).expect("it was not cancelled")), [LEAK]);
    let client = project.path("api/client.go");
    assert_eq!(lines(&session.check_files(&[&client], &never).expect("it was not cancelled")), [""; 0]);
    assert_eq!(checked(&mut session), [LEAK]);
}

#[test]
fn a_cancelled_check_has_no_report() {
    let project = Project::new();
    let mut session = project.session();
    let cancel = Cancel::default();
    cancel.clone().cancel();
    assert_eq!(session.check(&cancel).err(), Some(Cancelled));
    assert_eq!(checked(&mut session), [LEAK]);
}

#[test]
fn fixes_are_proposed_and_not_written() {
    let project = Project::new();
    let mut session = project.session();
    let cancel = Cancel::default();
    let report = session.check(&cancel).expect("it was not cancelled");
    // It is over: what is asked about it now is not cancelled.
    cancel.cancel();
    let request = FixRequest { safety: Safety::Safe, ..FixRequest::default() };
    let fixes = session.fix(report.findings, request);
    assert_eq!(fixes.len(), 1);
    let after = String::from_utf8(fixes[0].after.clone()).expect("it is text");
    assert!(after.contains("\tdefer resp.Body.Close()\n"), "{after}");
    let on_disk = std::fs::read_to_string(Path::new(&project.path("main.go"))).expect("it is there");
    assert_eq!(on_disk, CALLER);
    session.open(&project.path("main.go"), after.as_bytes());
    assert_eq!(checked(&mut session), [""; 0]);
}
