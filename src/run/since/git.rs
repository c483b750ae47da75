//! One commit, read with `git`: the root of the repository, the commit that a name means, the files of its tree.
//!
//!     git rev-parse --verify REV^{commit}     git ls-tree -r COMMIT     git cat-file --batch
//!
//! `git` is started without a shell, and runs nothing of the repository: hooks, file watchers, pagers and downloads are
//! turned off, and contents are read as they are stored, without filters. Only files that the check reads are written,
//! to a temporary folder. Work tree, index and references stay untouched.

use crate::ground::atomic_file::TemporaryFolder;
use std::collections::BTreeSet;
use std::io::{BufRead, BufReader, Read, Write};
use std::path::{Component, Path, PathBuf};
use std::process::{Command, Output, Stdio};

/// Submodules nested deeper than this are left out.
const DEEPEST: usize = 5;

/// A repository with a work tree.
#[derive(Debug)]
pub struct Repository {
    root: PathBuf,
}

/// The part of a tree that was written.
#[derive(Debug, Default)]
pub struct Tree {
    /// The Go files, from the root of the repository, with `/`.
    pub go_files: BTreeSet<String>,
    /// Sentences about what could not be written.
    pub warnings: Vec<String>,
}

impl Repository {
    /// The repository that a folder or file lies in. Fails with a sentence if there is none, or no `git`.
    pub fn around(path: &Path) -> Result<Repository, String> {
        let folder = match path {
            _ if path.as_os_str().is_empty() => Path::new("."),
            _ if path.is_dir() => path,
            _ => path.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new(".")),
        };
        let output = run(folder, &["rev-parse", "--show-toplevel"])?;
        if !output.status.success() {
            let said = String::from_utf8_lossy(&output.stderr);
            let said = said.lines().next().unwrap_or("").trim_start_matches("fatal: ");
            return Err(format!("--since needs a git repository: {said}"));
        }
        let root = PathBuf::from(trimmed(output.stdout));
        let root = root.canonicalize().map_err(|error| format!("{}: {error}", root.display()))?;
        Ok(Repository { root })
    }

    /// The root of the work tree, with symbolic links resolved.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// A path relative to the root, with `/`; `None` if it lies outside.
    pub fn below(&self, path: &Path) -> Option<String> {
        let parent = path.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
        let path = parent.canonicalize().ok()?.join(path.file_name()?);
        path.strip_prefix(&self.root).ok().map(super::slashed)
    }

    /// The commit that a name means. Fails with a sentence that says what to do.
    pub fn commit(&self, revision: &str) -> Result<String, String> {
        if revision.is_empty() || revision.starts_with('-') || revision.contains(['\0', '\n']) {
            return Err(format!("`{revision}` is not a revision; --since takes a commit, a branch or a tag"));
        }
        let name = format!("{revision}^{{commit}}");
        let output = run(&self.root, &["rev-parse", "--verify", "--quiet", "--end-of-options", &name])?;
        let commit = trimmed(output.stdout);
        if output.status.success() && is_object(&commit) && self.has(&commit) {
            return Ok(commit);
        }
        let is_shallow = run(&self.root, &["rev-parse", "--is-shallow-repository"])?;
        match trimmed(is_shallow.stdout).as_str() {
            "true" => Err(format!(
                "--since {revision}: this is a shallow clone that does not hold this commit; fetch it first \
                 (`git fetch --depth=1 origin <commit>`, or `fetch-depth: 0` in a checkout action)"
            )),
            _ => Err(format!("--since {revision}: git does not know this commit, branch or tag")),
        }
    }

    /// Whether the repository holds the tree of a commit.
    fn has(&self, commit: &str) -> bool {
        let tree = format!("{commit}^{{tree}}");
        run(&self.root, &["cat-file", "-e", &tree]).is_ok_and(|output| output.status.success())
    }

    /// Writes the files of a commit that the check reads into a folder. Fails with a sentence if `git` does, or a file cannot be
    /// written; a submodule that fails is a warning.
    pub fn write_tree(&self, commit: &str, into: &TemporaryFolder) -> Result<Tree, String> {
        let mut tree = Tree::default();
        // It marks the root of a repository, within which modules know each other.
        put(into, ".git", Some(b""))?;
        write_tree(&self.root, commit, into, "", DEEPEST, &mut tree)?;
        Ok(tree)
    }
}

/// A row of `git ls-tree`.
struct TreeEntry {
    mode: String,
    object: String,
    path: String,
}

fn write_tree(
    work: &Path,
    commit: &str,
    into: &TemporaryFolder,
    prefix: &str,
    depth: usize,
    tree: &mut Tree,
) -> Result<(), String> {
    let mut entries = list(work, commit)?;
    let (modules, files): (Vec<TreeEntry>, Vec<TreeEntry>) =
        entries.drain(..).filter(|entry| is_plain_path(&entry.path)).partition(|entry| entry.mode == "160000");
    let wanted: Vec<TreeEntry> =
        files.into_iter().filter(|entry| entry.mode.starts_with("100") && matters(&entry.path)).collect();
    write_files(work, &wanted, into, prefix, tree)?;
    for module in modules {
        let folder = work.join(&module.path);
        let inner = format!("{prefix}{}/", module.path);
        let is_there = depth > 0 && folder.join(".git").exists();
        let written = match is_there {
            true => write_tree(&folder, &module.object, into, &inner, depth - 1, tree),
            false => Err("it is not checked out".to_string()),
        };
        if let Err(message) = written {
            let path = inner.trim_end_matches('/');
            tree.warnings.push(format!("submodule {path} is not compared, so its findings count as new: {message}"));
        }
    }
    Ok(())
}

/// The files and submodules of a commit.
fn list(work: &Path, commit: &str) -> Result<Vec<TreeEntry>, String> {
    let output = run(work, &["ls-tree", "-r", "-z", "--full-tree", "--end-of-options", commit])?;
    if !output.status.success() {
        return Err(format!("git could not list the commit {commit}"));
    }
    let entries = output.stdout.split(|byte| *byte == 0).filter_map(|line| {
        let line = std::str::from_utf8(line).ok()?;
        let (about, path) = line.split_once('\t')?;
        let mut words = about.split(' ');
        let (mode, _, object) = (words.next()?, words.next()?, words.next()?);
        is_object(object).then(|| TreeEntry { mode: mode.into(), object: object.into(), path: path.into() })
    });
    Ok(entries.collect())
}

/// Whether a path stays inside the folder that it is written to. The tree may come from an attacker: `../x`,
/// `.git/hooks/x`.
fn is_plain_path(path: &str) -> bool {
    let has_backslash = cfg!(windows) && path.contains(['\\', ':']);
    let parts = || Path::new(path).components();
    !has_backslash
        && parts().count() > 0
        && parts().all(|part| match part {
            Component::Normal(name) => !name.eq_ignore_ascii_case(".git"),
            _ => false,
        })
}

/// Whether the check reads a file: Go code, module files and ignore files.
fn matters(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or(path);
    name.ends_with(".go") || matches!(name, "go.mod" | "go.work" | ".gitignore") || path.ends_with("vendor/modules.txt")
}

/// Writes files; links are left out, so nothing is written through one.
fn write_files(
    work: &Path,
    files: &[TreeEntry],
    into: &TemporaryFolder,
    prefix: &str,
    tree: &mut Tree,
) -> Result<(), String> {
    if files.is_empty() {
        return Ok(());
    }
    let mut child = command(work)
        .args(["cat-file", "--batch"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .map_err(|error| not_started(&error))?;
    let (Some(mut stdin), Some(stdout)) = (child.stdin.take(), child.stdout.take()) else {
        return Err("the pipe to git could not be opened".to_string());
    };
    let objects: String = files.iter().flat_map(|file| [file.object.as_str(), "\n"]).collect();
    // On a thread of its own: with both pipes full, git and this program would wait for each other.
    let requests = std::thread::spawn(move || stdin.write_all(objects.as_bytes()));
    let mut answers = BufReader::with_capacity(1 << 16, stdout);
    let mut written = Ok(());
    for file in files {
        written = next_object(&mut answers).and_then(|bytes| {
            let path = format!("{prefix}{}", file.path);
            put(into, &path, bytes.as_deref())?;
            if path.ends_with(".go") && bytes.is_some() {
                tree.go_files.insert(path);
            }
            Ok(())
        });
        if written.is_err() {
            break;
        }
    }
    drop(answers);
    // The pipe is closed, so the thread ends.
    let _ = requests.join();
    let _ = child.wait();
    written
}

/// The next answer of `cat-file --batch`; `None` for an object that is not there, as in a partial clone.
fn next_object(answers: &mut impl BufRead) -> Result<Option<Vec<u8>>, String> {
    let broken = |error: std::io::Error| format!("git ended early: {error}");
    let mut head = String::new();
    answers.read_line(&mut head).map_err(broken)?;
    let mut words = head.trim_end().split(' ');
    let (_, kind, size) = (words.next(), words.next(), words.next());
    if kind == Some("missing") {
        return Err("some of its files are missing (a partial clone?); `git fetch --refetch` fetches them".to_string());
    }
    let size: u64 = size.and_then(|size| size.parse().ok()).ok_or("git ended early")?;
    let mut bytes = Vec::new();
    answers.take(size + 1).read_to_end(&mut bytes).map_err(broken)?;
    if bytes.pop().is_none() {
        return Err("git ended early".to_string());
    }
    let is_small = size <= crate::ground::source::LARGEST_FILE;
    Ok(is_small.then_some(bytes))
}

fn put(into: &TemporaryFolder, path: &str, bytes: Option<&[u8]>) -> Result<(), String> {
    let Some(bytes) = bytes else {
        return Ok(());
    };
    let target = into.path().join(path);
    into.write(&target, bytes).map_err(|error| format!("{} could not be written: {error}", target.display()))
}

fn run(folder: &Path, arguments: &[&str]) -> Result<Output, String> {
    command(folder).args(arguments).stdin(Stdio::null()).output().map_err(|error| not_started(&error))
}

fn not_started(error: &std::io::Error) -> String {
    match error.kind() {
        std::io::ErrorKind::NotFound => "--since needs git, which was not found".to_string(),
        _ => format!("--since needs git, which could not be started: {error}"),
    }
}

/// `git` in a folder, without the variables by which a hook or a user points it to another repository.
fn command(folder: &Path) -> Command {
    let mut command = Command::new("git");
    command.current_dir(folder);
    let nowhere = if cfg!(windows) { "NUL" } else { "/dev/null" };
    let hooks = format!("core.hooksPath={nowhere}");
    for setting in ["core.fsmonitor=false", &hooks, "core.pager=cat", "protocol.allow=never", "core.quotePath=false"] {
        command.args(["-c", setting]);
    }
    command.args(["--no-pager", "--no-optional-locks", "--literal-pathspecs"]);
    for variable in
        ["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_COMMON_DIR", "GIT_OBJECT_DIRECTORY"]
    {
        command.env_remove(variable);
    }
    command
        .env("GIT_TERMINAL_PROMPT", "0")
        .env("GIT_NO_LAZY_FETCH", "1")
        .env("GIT_NO_REPLACE_OBJECTS", "1")
        .env("GIT_OPTIONAL_LOCKS", "0")
        .env("GIT_PAGER", "cat")
        .env("LC_ALL", "C");
    command
}

fn trimmed(bytes: Vec<u8>) -> String {
    String::from_utf8_lossy(&bytes).trim_end_matches(['\n', '\r']).to_string()
}

/// Whether a text is the full hash of an object.
fn is_object(text: &str) -> bool {
    matches!(text.len(), 40 | 64) && text.bytes().all(|byte| byte.is_ascii_hexdigit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_path_leads_out_of_the_folder() {
        assert!(is_plain_path("a/b.go"));
        for path in ["../a.go", "/a.go", "a/../../b.go", ".git/hooks/x.go", "a/.GIT/x", ""] {
            assert!(!is_plain_path(path), "{path}");
        }
    }

    #[test]
    fn only_go_files_and_their_settings_matter() {
        assert!(matters("a/b.go") && matters("go.mod") && matters("x/vendor/modules.txt") && matters(".gitignore"));
        assert!(!matters("README.md") && !matters("modules.txt"));
    }
}
