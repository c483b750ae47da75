//! Editors and libraries that are clients, where they are installed: Neovim, and pygls in the Python that `PYTHON` names.

use super::{CLOSED, LEAKY, Project};
use std::path::Path;
use std::process::{Command, Output};

const PROGRAM: &str = env!("CARGO_BIN_EXE_bodyguard");

fn script(name: &str) -> String {
    format!("{}/tests/suite/server/{name}", env!("CARGO_MANIFEST_DIR"))
}

/// Whether a command can be run and succeeds.
fn works(command: &mut Command) -> bool {
    command.output().is_ok_and(|output| output.status.success())
}

fn assert_seen(output: &Output) {
    let (out, error) = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    assert!(output.status.success(), "{out}{error}");
    let is_seen = [&out, &error].iter().any(|text| text.contains("seen: response body of http.Get is never closed"));
    assert!(is_seen, "{out}{error}");
}

#[test]
fn neovim_shows_a_leak_and_fixes_it() {
    if !works(Command::new("nvim").arg("--version")) {
        eprintln!("skipped: there is no nvim");
        return;
    }
    let project = Project::new(&[("client.go", CLOSED)]);
    let output = Command::new("nvim")
        .args(["--headless", "-u", "NONE", "-n", "-c"])
        .arg(format!("luafile {}", script("nvim.lua")))
        .env("BODYGUARD", PROGRAM)
        .env("ROOT", project.root())
        .env("GO_FILE", project.path("client.go"))
        .env("XDG_STATE_HOME", project.path(".state"))
        .env("XDG_CACHE_HOME", project.path(".cache"))
        .output()
        .unwrap();
    assert_seen(&output);
}

#[test]
fn pygls_sees_a_leak_and_fixes_it() {
    let python = std::env::var("PYTHON").unwrap_or_else(|_| "python3".to_string());
    if !works(Command::new(&python).args(["-c", "import pygls.lsp.client"])) {
        eprintln!("skipped: {python} has no pygls 2");
        return;
    }
    let project = Project::new(&[("client.go", LEAKY)]);
    let run = |file: &Path| {
        Command::new(&python).arg(script("client.py")).arg(PROGRAM).arg(project.root()).arg(file).output().unwrap()
    };
    assert_seen(&run(&project.path("client.go")));
}
