//! The packages beside the program: versions that agree, and the hooks in the real pre-commit.
//!
//! Where pre-commit or git is not here, the tests that need it say that they are skipped. The hooks that build something
//! take minutes: `cargo test --test packaging -- --ignored --nocapture`.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::time::Instant;

const LEAK: &str = "package p\n\nimport \"net/http\"\n\nfunc f(u string) error {\n\tresp, err := http.Get(u)\n\tif err != nil {\n\t\treturn err\n\t}\n\tprintln(resp.Status)\n\treturn nil\n}\n";

fn repository() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn read(path: &str) -> String {
    std::fs::read_to_string(repository().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

fn fixed() -> String {
    LEAK.replace("\tprintln", "\tdefer resp.Body.Close()\n\tprintln")
}

#[test]
fn versions_agree() {
    let version = env!("CARGO_PKG_VERSION");
    let setup = read("setup.py");
    assert!(setup.contains(&format!("version=\"{version}\"")), "{setup}");
    let wheel = read("packaging/pypi/pyproject.toml");
    let name = wheel.lines().find_map(|line| line.strip_prefix("name = \"")).unwrap().trim_end_matches('"');
    assert!(setup.contains(&format!("\"{name}=={version}\"")), "{setup}");
    assert!(read("packaging/pypi/README.md").contains(&format!("pip install {name}")));
}

/// `dist generate` writes the workflow for releases from dist-workspace.toml, which names jobs of ours.
#[test]
fn jobs_of_releases_are_there() {
    let settings: toml::Table = read("dist-workspace.toml").parse().unwrap();
    let workflow = read(".github/workflows/release.yml");
    for list in ["local-artifacts-jobs", "publish-jobs"] {
        for job in settings["dist"][list].as_array().unwrap() {
            let name = job.as_str().unwrap().trim_start_matches("./");
            assert!(
                workflow.contains(&format!("uses: ./.github/workflows/{name}.yml")),
                "release.yml does not call {name}"
            );
            assert!(read(&format!(".github/workflows/{name}.yml")).contains("workflow_call:"), "{name}");
        }
    }
    let version = settings["dist"]["cargo-dist-version"].as_str().unwrap();
    assert!(
        workflow.contains(&format!("/v{version}/cargo-dist-installer.sh")),
        "release.yml is of another version of dist"
    );
}

/// The address of the project is `repository` in Cargo.toml, or nowhere.
#[test]
fn the_address_stands_in_one_place() {
    let address = env!("CARGO_PKG_REPOSITORY");
    let files = [
        "README.md",
        "SECURITY.md",
        "CONTRIBUTING.md",
        "action.yml",
        "setup.py",
        "Dockerfile",
        "dist-workspace.toml",
        "packaging/pypi/pyproject.toml",
        "packaging/pypi/README.md",
        "docs/installation.md",
        "docs/ci.md",
        "docs/README.md",
    ];
    for file in files {
        let text = read(file);
        let mut links =
            text.split("https://github.com/").skip(1).map(|rest| rest.split([' ', ')', '"', '\n']).next().unwrap());
        let own = links.find(|link| link.contains("bodyguard"));
        assert!(
            own.is_none(),
            "{file} has the address https://github.com/{}; Cargo.toml has {address:?}",
            own.unwrap_or("")
        );
    }
}

/// Each hook runs a command line that the program takes.
#[test]
fn hooks_are_commands_that_exist() {
    let hooks = read(".pre-commit-hooks.yaml");
    let ids: Vec<&str> = hooks.lines().filter_map(|line| line.strip_prefix("- id: ")).collect();
    assert_eq!(ids, ["bodyguard", "bodyguard-full", "bodyguard-src", "bodyguard-system"]);
    let entries: Vec<&str> = hooks.lines().filter_map(|line| line.trim().strip_prefix("entry: bodyguard ")).collect();
    assert_eq!(entries.len(), ids.len());
    for entry in entries {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("a.go"), fixed()).unwrap();
        let output = bodyguard().args(entry.split(' ')).arg("a.go").current_dir(folder.path()).output().unwrap();
        assert!(output.status.success(), "{entry}: {}", String::from_utf8_lossy(&output.stderr));
    }
}

fn bodyguard() -> Command {
    Command::new(env!("CARGO_BIN_EXE_bodyguard"))
}

/// A git repository for the hooks to run in, with its own cache of pre-commit, so that nothing of this machine counts.
struct Place {
    folder: tempfile::TempDir,
}

impl Place {
    fn new() -> Option<Place> {
        let place = Place { folder: tempfile::tempdir().unwrap() };
        for name in ["code", "hooks", "cache"] {
            std::fs::create_dir(place.path(name)).unwrap();
        }
        let tools =
            [place.command("git").arg("--version").output(), place.command("pre-commit").arg("--version").output()];
        if tools.iter().any(|tool| !tool.as_ref().is_ok_and(|tool| tool.status.success())) {
            eprintln!("skipped: git and pre-commit (from PyPI) are not both here");
            return None;
        }
        place.git("code", &["init", "--quiet"]);
        Some(place)
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// A command in `code` that finds the program under test, and no settings of the user.
    fn command(&self, program: &str) -> Command {
        let mut command = Command::new(program);
        let own = Path::new(env!("CARGO_BIN_EXE_bodyguard")).parent().unwrap().to_path_buf();
        let paths = std::env::var_os("PATH").unwrap_or_default();
        let paths = std::env::join_paths([own].into_iter().chain(std::env::split_paths(&paths))).unwrap();
        let inherited =
            std::env::vars_os().map(|(name, _)| name).filter(|name| name.to_string_lossy().starts_with("GIT_"));
        for name in inherited {
            command.env_remove(name);
        }
        command
            .current_dir(self.path("code"))
            .env("PATH", paths)
            .env("PRE_COMMIT_HOME", self.path("cache"))
            .env("GIT_CONFIG_GLOBAL", self.path("no-config"))
            .env("GIT_CONFIG_NOSYSTEM", "1");
        for role in ["AUTHOR", "COMMITTER"] {
            command.env(format!("GIT_{role}_NAME"), "n").env(format!("GIT_{role}_EMAIL"), "n@example.com");
        }
        command
    }

    fn git(&self, folder: &str, arguments: &[&str]) -> String {
        let output = self.command("git").args(arguments).current_dir(self.path(folder)).output().unwrap();
        assert!(output.status.success(), "git {arguments:?}: {}", said(&output));
        String::from_utf8(output.stdout).unwrap().trim().to_string()
    }

    /// Runs one hook of a repository over all files of `code`.
    fn try_hook(&self, hooks: &Path, id: &str) -> Output {
        self.git("code", &["add", "--all"]);
        self.command("pre-commit").arg("try-repo").arg(hooks).args([id, "--all-files", "--verbose"]).output().unwrap()
    }
}

fn said(output: &Output) -> String {
    format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr))
}

#[test]
fn pre_commit_blocks_a_leak_and_lets_fixed_code_pass() {
    let Some(place) = Place::new() else { return };
    // The hooks alone: the whole repository would be copied, and an installed program needs nothing of it.
    std::fs::write(place.path("hooks/.pre-commit-hooks.yaml"), read(".pre-commit-hooks.yaml")).unwrap();
    place.git("hooks", &["init", "--quiet"]);
    place.git("hooks", &["add", "--all"]);
    place.git("hooks", &["commit", "--quiet", "--message", "hooks"]);
    let leak = place.path("code/leak.go");

    std::fs::write(&leak, LEAK).unwrap();
    let tried = place.try_hook(&place.path("hooks"), "bodyguard-system");
    assert_eq!(tried.status.code(), Some(1), "{}", said(&tried));
    assert!(said(&tried).contains("leak.go:6:15"), "{}", said(&tried));
    std::fs::write(&leak, fixed()).unwrap();
    let tried = place.try_hook(&place.path("hooks"), "bodyguard-system");
    assert_eq!(tried.status.code(), Some(0), "{}", said(&tried));

    // Now as a hook of `git commit`.
    let config = format!(
        "repos:\n- repo: {}\n  rev: {}\n  hooks:\n  - id: bodyguard-system\n",
        place.path("hooks").display(),
        place.git("hooks", &["rev-parse", "HEAD"])
    );
    std::fs::write(place.path("code/.pre-commit-config.yaml"), config).unwrap();
    let installed = place.command("pre-commit").arg("install").output().unwrap();
    assert!(installed.status.success(), "{}", said(&installed));
    let commit = || {
        place.git("code", &["add", "--all"]);
        place.command("git").args(["commit", "--message", "code"]).output().unwrap()
    };
    std::fs::write(&leak, LEAK).unwrap();
    let committed = commit();
    assert!(!committed.status.success() && said(&committed).contains("never-closed"), "{}", said(&committed));
    std::fs::write(&leak, fixed()).unwrap();
    let committed = commit();
    assert!(committed.status.success(), "{}", said(&committed));
    // A commit that touches no Go file runs nothing.
    std::fs::write(place.path("code/a.txt"), "a\n").unwrap();
    let committed = commit();
    assert!(said(&committed).contains("Skipped"), "{}", said(&committed));
}

/// Builds the program as a user's first run does. Needs the registry of crates. One run: `try-repo` keeps nothing.
#[test]
#[ignore = "builds the program in its release profile, which takes minutes"]
fn pre_commit_builds_the_hook_from_source() {
    let Some(place) = Place::new() else { return };
    std::fs::write(place.path("code/leak.go"), LEAK).unwrap();
    let start = Instant::now();
    let tried = place.try_hook(repository(), "bodyguard-src");
    eprintln!("first run: {:.0} s", start.elapsed().as_secs_f64());
    assert_eq!(tried.status.code(), Some(1), "{}", said(&tried));
    assert!(said(&tried).contains("leak.go:6:15"), "{}", said(&tried));
}

/// Installs the wheel as a user's first run does, from a folder of wheels instead of the registry.
#[test]
#[ignore = "needs BODYGUARD_WHEELS, a folder with the wheel that `maturin build --release` writes"]
fn pre_commit_installs_the_wheel() {
    let Some(place) = Place::new() else { return };
    let wheels = std::env::var_os("BODYGUARD_WHEELS").expect("BODYGUARD_WHEELS names a folder");
    std::fs::write(place.path("code/leak.go"), LEAK).unwrap();
    for id in ["bodyguard", "bodyguard-full"] {
        let start = Instant::now();
        place.git("code", &["add", "--all"]);
        let mut command = place.command("pre-commit");
        command.env("PIP_FIND_LINKS", &wheels).arg("try-repo").arg(repository()).args([id, "--all-files"]);
        let tried = command.output().unwrap();
        eprintln!("{id}: first run: {:.0} s", start.elapsed().as_secs_f64());
        assert_eq!(tried.status.code(), Some(1), "{}", said(&tried));
        assert!(said(&tried).contains("leak.go:6:15"), "{}", said(&tried));
    }
}
