//! The Go files to check, from the paths on the command line.
//!
//!     bodyguard check ./... cmd/main.go
//!     discover(&["./...", "cmd/main.go"], &filter)   // a.go, cmd/main.go, ... each once
//!
//! The walk honours `.gitignore`. As in `go build ./...`, folders called `testdata`, `vendor`, `_x` or `.x` are skipped
//! unless such a folder is named itself. A file that is named is always included. Links to folders are not followed; a
//! link to a file counts as a file, as it does for Go, unless the file is found under its own name too. No Go file is opened here.

use crate::ground::globs::Globs;
use crate::ground::printable::printable;
use crate::ground::problem::{Problem, ProblemKind};
use crate::ground::source::{GoFile, about_regular};
use crate::run::links;
use ignore::{DirEntry, WalkBuilder, WalkState};
use std::path::{Component, Path, PathBuf};
use std::sync::{Arc, Mutex};

/// The rules by which files below the paths are left out.
#[derive(Clone, Debug)]
pub struct Filter {
    /// Paths that are not checked.
    pub exclude: Globs,
    /// Whether `_test.go` files are checked.
    pub tests: TestFiles,
    /// Whether a file that is named can be excluded.
    pub named: NamedFiles,
    /// How many threads walk; 0 lets the walker choose.
    pub threads: usize,
}

/// Whether `_test.go` files are checked.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum TestFiles {
    /// They are checked like other files.
    #[default]
    Wanted,
    /// They are skipped.
    Skipped,
}

/// Whether a file that is named on the command line can be excluded.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum NamedFiles {
    /// It is checked.
    #[default]
    AlwaysChecked,
    /// It is skipped (`--force-exclude`): hooks name each changed file, excluded or not.
    MayBeExcluded,
}

/// The Go files below the paths, and what stood in the way of finding them.
#[derive(Debug, Default)]
pub struct Discovered {
    /// The files, sorted by path, each once.
    pub files: Vec<GoFile>,
    /// Files and folders that could not be read.
    pub problems: Vec<Problem>,
    /// A sentence for each path that does not exist.
    pub missing: Vec<String>,
}

/// Finds the Go files of the paths. A path that does not exist is named in `missing`; the others are still searched.
pub fn discover(paths: &[String], filter: &Filter) -> Discovered {
    let mut found = Discovered::default();
    let mut folders = Vec::new();
    for path in paths {
        match root(path) {
            TypedPath::Folder(folder) => folders.push(folder),
            TypedPath::File(file) => add_named(file, filter, &mut found),
            TypedPath::Missing(message) => found.missing.push(message),
        }
    }
    let has_links = walk(&folders, filter, &mut found);
    if paths.len() > 1 || has_links {
        links::one_name_each(&mut found.files);
    }
    if found.files.is_empty() && found.missing.is_empty() && found.problems.is_empty() {
        found.problems.extend(folders.iter().map(|folder| Problem {
            path: shown(folder),
            position: None,
            kind: ProblemKind::Setting,
            message: "no Go files to check in this folder".to_string(),
        }));
    }
    found.files.sort_by(|a, b| a.shown.cmp(&b.shown));
    found.files.dedup_by(|a, b| a.shown == b.shown);
    found.problems.sort();
    found.problems.dedup();
    found
}

/// A path as reports show it: with `/`, and relative to the working directory if it lies below that.
pub fn shown(path: &Path) -> String {
    let text = tidy(path).to_string_lossy().into_owned();
    match std::path::MAIN_SEPARATOR {
        '/' => text,
        separator => text.replace(separator, "/"),
    }
}

/// One path of the command line.
enum TypedPath {
    Folder(PathBuf),
    File(PathBuf),
    Missing(String),
}

/// The file or folder that a path of the command line names: `./a` for `./a/...`.
pub fn named(typed: &str) -> &Path {
    Path::new(match typed.strip_suffix("/...") {
        _ if typed == "..." => ".",
        Some("") => "/",
        Some(folder) => folder,
        None => typed,
    })
}

fn root(typed: &str) -> TypedPath {
    let is_pattern = typed == "..." || typed.ends_with("/...");
    let named = named(typed);
    let path = tidy(named);
    let named = &*named.to_string_lossy();
    match std::fs::metadata(&path) {
        Ok(about) if about.is_dir() => TypedPath::Folder(path),
        Ok(_) if is_pattern => {
            TypedPath::Missing(format!("{}: {} is not a folder", printable(typed), printable(named)))
        }
        Ok(_) => TypedPath::File(path),
        // A broken link exists; it becomes a warning, as does any file that cannot be read.
        Err(_) if std::fs::symlink_metadata(&path).is_ok() => TypedPath::File(path),
        Err(error) => TypedPath::Missing(missing_message(typed, named, &error)),
    }
}

fn missing_message(typed: &str, named: &str, error: &std::io::Error) -> String {
    let (typed, named) = (printable(typed), printable(named));
    match error.kind() {
        std::io::ErrorKind::NotFound => format!("{typed}: there is no file or folder {named}"),
        _ => format!("{typed}: {error}"),
    }
}

/// The path without `.`, and relative to the working directory if it lies below. `..` after a name is resolved on disk:
/// `link/..` is not the folder that holds the link.
fn tidy(path: &Path) -> PathBuf {
    let path = match resolves_upward(path) {
        true => path.canonicalize().unwrap_or_else(|_| path.to_path_buf()),
        false => path.to_path_buf(),
    };
    let below = match path.is_absolute() {
        true => below_working_directory(&path).unwrap_or(path),
        false => path,
    };
    let tidied: PathBuf = below.components().filter(|part| !matches!(part, Component::CurDir)).collect();
    match tidied.as_os_str().is_empty() {
        true => PathBuf::from("."),
        false => tidied,
    }
}

/// Whether a `..` follows a name.
fn resolves_upward(path: &Path) -> bool {
    path.components()
        .skip_while(|part| !matches!(part, Component::Normal(_)))
        .any(|part| matches!(part, Component::ParentDir))
}

fn below_working_directory(path: &Path) -> Option<PathBuf> {
    let here = std::env::current_dir().ok()?;
    let below = path.strip_prefix(&here).ok().map(Path::to_path_buf);
    below.or_else(|| {
        let here = here.canonicalize().ok()?;
        path.strip_prefix(here).ok().map(Path::to_path_buf)
    })
}

fn add_named(path: PathBuf, filter: &Filter, found: &mut Discovered) {
    let shown = shown(&path);
    let excluded =
        filter.named == NamedFiles::MayBeExcluded && (filter.exclude.covers(&path) || lies_in_skipped_folder(&path));
    if excluded || is_unwanted_test(&path, filter) {
        return;
    }
    if path.extension().is_none_or(|extension| extension != "go") {
        let message = "not checked, because it is not a Go file";
        found.problems.push(unreadable(shown, message.to_string()));
        return;
    }
    match std::fs::metadata(&path) {
        Ok(about) if about.is_file() => found.files.push(GoFile { path, shown }),
        Ok(_) => found.problems.push(not_regular(shown)),
        Err(error) => found.problems.push(could_not_read(shown, &error)),
    }
}

/// Whether a Go file below a folder is among those that are reported if the folder is checked, as far as its path shows: it is not
/// excluded, and lies in no folder that is skipped. What a `.gitignore` names counts, as if it were named.
pub fn is_reported(path: &Path, folder: &Path, filter: &Filter) -> bool {
    let below = path.strip_prefix(folder).unwrap_or(path);
    let is_go = path.extension().is_some_and(|extension| extension == "go");
    let is_hidden_file = path.file_name().is_some_and(|name| is_hidden(&name.to_string_lossy()));
    is_go
        && !is_hidden_file
        && !is_unwanted_test(path, filter)
        && !filter.exclude.covers(path)
        && !lies_in_skipped_folder(below)
}

/// Whether a walk from the working directory would skip a folder above the file. False for files elsewhere: the folders
/// above them may have any name.
fn lies_in_skipped_folder(path: &Path) -> bool {
    if path.is_absolute() {
        return false;
    }
    let folders = path.parent().into_iter().flat_map(Path::components);
    folders
        .filter_map(|part| match part {
            Component::Normal(name) => name.to_str(),
            _ => None,
        })
        .any(is_skipped_folder)
}

fn is_unwanted_test(path: &Path, filter: &Filter) -> bool {
    filter.tests == TestFiles::Skipped
        && path.file_name().is_some_and(|name| name.to_string_lossy().ends_with("_test.go"))
}

fn is_skipped_folder(name: &str) -> bool {
    name == "testdata" || name == "vendor" || is_hidden(name)
}

/// Whether Go's tools skip a name.
fn is_hidden(name: &str) -> bool {
    name.starts_with(['_', '.'])
}

/// The result of one step of the walk.
enum WalkedEntry {
    File(GoFile),
    Link(GoFile),
    Trouble(Problem),
}

/// Adds what lies below the folders, and returns whether a file is a link.
fn walk(folders: &[PathBuf], filter: &Filter, found: &mut Discovered) -> bool {
    let Some((first, others)) = folders.split_first() else {
        return false;
    };
    let mut builder = WalkBuilder::new(first);
    for folder in others {
        builder.add(folder);
    }
    let unread = above(folders).find_map(|folder| unreadable_ignore_file(&folder));
    let honours_ignore_files = unread.is_none();
    found.problems.extend(unread);
    let blocked = Arc::new(Mutex::new(Vec::new()));
    builder
        .standard_filters(false)
        .parents(honours_ignore_files)
        .git_ignore(honours_ignore_files)
        .git_exclude(honours_ignore_files)
        .require_git(false)
        .threads(filter.threads)
        .filter_entry(entry_filter(filter.exclude.clone(), blocked.clone()));
    let all = Mutex::new(Vec::new());
    builder.build_parallel().run(|| {
        let mut batch = Batch { entries: Vec::new(), all: &all };
        Box::new(move |entry| {
            batch.entries.extend(look_at(entry, filter));
            WalkState::Continue
        })
    });
    let all = all.into_inner().unwrap_or_else(|poison| poison.into_inner());
    let mut has_links = false;
    for entry in all {
        match entry {
            WalkedEntry::File(file) => found.files.push(file),
            WalkedEntry::Link(file) => {
                has_links = true;
                found.files.push(file);
            }
            WalkedEntry::Trouble(problem) => found.problems.push(problem),
        }
    }
    found.problems.append(&mut blocked.lock().unwrap_or_else(|poison| poison.into_inner()));
    has_links
}

/// The filter of the walk: whether it enters a folder or yields a file. A folder whose ignore file must not be opened is not entered,
/// and the problem goes to `blocked`.
fn entry_filter(exclude: Globs, blocked: Arc<Mutex<Vec<Problem>>>) -> impl Fn(&DirEntry) -> bool + Send + Sync {
    move |entry| {
        if !is_entered(entry, &exclude) {
            return false;
        }
        let is_folder = entry.depth() > 0 && entry.file_type().is_some_and(|kind| kind.is_dir());
        let unread = if is_folder { unreadable_ignore_file(entry.path()) } else { None };
        let is_readable = unread.is_none();
        blocked.lock().unwrap_or_else(|poison| poison.into_inner()).extend(unread);
        is_readable
    }
}

/// A larger `.gitignore` is not read: a compiled pattern takes a hundred times its length.
const LARGEST_IGNORE_FILE: u64 = 1 << 20;

/// The walked folders and their ancestors.
fn above(folders: &[PathBuf]) -> impl Iterator<Item = PathBuf> {
    let absolute = folders.iter().filter_map(|folder| std::path::absolute(folder).ok());
    absolute.flat_map(|folder| folder.ancestors().map(Path::to_path_buf).collect::<Vec<_>>())
}

/// The problem of an ignore file that the walker must not open: a FIFO would block it for ever. `None` if it may open those of the
/// folder.
fn unreadable_ignore_file(folder: &Path) -> Option<Problem> {
    let exclude = folder.join(".git/info/exclude");
    let parts = match std::fs::metadata(&exclude) {
        // Where `.git` is a file, it names the folder of a worktree, and that one the folder of the repository.
        Err(error) if error.kind() == std::io::ErrorKind::NotADirectory => parts_of_worktree(folder),
        _ => vec![exclude],
    };
    std::iter::once(folder.join(".gitignore")).chain(parts).find_map(|file| {
        let about = std::fs::metadata(&file).ok()?;
        let is_small_file = about_regular(&file).is_ok_and(|len| len <= LARGEST_IGNORE_FILE);
        let message = "not read, because it is too large or not a regular file; the folder is not searched, or nothing in it is ignored";
        (!is_small_file && !about.is_dir()).then(|| unreadable(shown(&file), message.to_string()))
    })
}

/// The files that the walker reads of a folder whose `.git` is a file, as far as each can be read to find the next one.
fn parts_of_worktree(folder: &Path) -> Vec<PathBuf> {
    let mut parts = vec![folder.join(".git")];
    let text_of = |file: &Path| match about_regular(file) {
        Ok(len) if len <= LARGEST_IGNORE_FILE => std::fs::read_to_string(file).ok(),
        _ => None,
    };
    let Some(text) = text_of(&parts[0]) else {
        return parts;
    };
    let Some(own) = text.lines().next().and_then(|line| line.strip_prefix("gitdir: ")) else {
        return parts;
    };
    // The walker takes a relative path from the working directory, git from the folder.
    for own in [PathBuf::from(own), folder.join(own)] {
        let common = own.join("commondir");
        let text = text_of(&common);
        parts.push(common);
        if let Some(line) = text.as_deref().and_then(|text| text.lines().next()) {
            parts.extend([own.join(line), PathBuf::from(line)].map(|common| common.join("info/exclude")));
        }
    }
    parts
}

/// The results of one thread; moved to the common list when the thread ends.
struct Batch<'a> {
    entries: Vec<WalkedEntry>,
    all: &'a Mutex<Vec<WalkedEntry>>,
}

impl Drop for Batch<'_> {
    fn drop(&mut self) {
        let mut all = self.all.lock().unwrap_or_else(|poison| poison.into_inner());
        all.append(&mut self.entries);
    }
}

/// Whether the walk enters a folder or yields a file. A path that is named itself always counts.
fn is_entered(entry: &DirEntry, exclude: &Globs) -> bool {
    if entry.depth() == 0 {
        return true;
    }
    let name = entry.file_name().to_string_lossy();
    let is_folder = entry.file_type().is_some_and(|kind| kind.is_dir());
    let is_skipped = match is_folder {
        true => is_skipped_folder(&name),
        false => is_hidden(&name) || !name.ends_with(".go"),
    };
    !is_skipped && !exclude.matches(entry.path(), is_folder)
}

fn look_at(entry: Result<DirEntry, ignore::Error>, filter: &Filter) -> Option<WalkedEntry> {
    let entry = match entry {
        Ok(entry) => entry,
        Err(error) => return Some(WalkedEntry::Trouble(walk_problem(&error))),
    };
    let kind = entry.file_type()?;
    if kind.is_dir() || is_unwanted_test(entry.path(), filter) {
        return None;
    }
    if kind.is_file() {
        return Some(WalkedEntry::File(go_file(entry.path())));
    }
    let shown = shown(entry.path());
    match std::fs::metadata(entry.path()) {
        Ok(about) if about.is_file() => Some(WalkedEntry::Link(go_file(entry.path()))),
        // A link to a folder is not followed: the folder is walked where it lies, if it belongs to the run.
        Ok(about) if about.is_dir() => None,
        Ok(_) => Some(WalkedEntry::Trouble(not_regular(shown))),
        Err(error) => Some(WalkedEntry::Trouble(could_not_read(shown, &error))),
    }
}

/// The file at a path of the walk, which starts with the tidy path of its root or with `./`.
fn go_file(path: &Path) -> GoFile {
    let path = path.strip_prefix(".").unwrap_or(path);
    let text = path.to_string_lossy();
    let shown = match std::path::MAIN_SEPARATOR {
        '/' => text.into_owned(),
        separator => text.replace(separator, "/"),
    };
    GoFile { path: path.to_path_buf(), shown }
}

/// The problem of an error of the walker, whose layers hold path and cause. A malformed line of a `.gitignore` is one
/// too.
fn walk_problem(error: &ignore::Error) -> Problem {
    let mut path = None;
    let mut inner = error;
    loop {
        match inner {
            ignore::Error::WithPath { path: at, err } => {
                path = Some(at.as_path());
                inner = err;
            }
            ignore::Error::WithDepth { err, .. } | ignore::Error::WithLineNumber { err, .. } => {
                inner = err;
            }
            _ => break,
        }
    }
    let shown = path.map_or_else(|| ".".to_string(), shown);
    match inner.io_error() {
        Some(cause) => could_not_read(shown, cause),
        None => unreadable(shown, inner.to_string()),
    }
}

fn could_not_read(shown: String, error: &std::io::Error) -> Problem {
    unreadable(shown, format!("could not be read: {error}"))
}

fn not_regular(shown: String) -> Problem {
    unreadable(shown, "could not be read: not a regular file".to_string())
}

fn unreadable(path: String, message: String) -> Problem {
    Problem { path, position: None, kind: ProblemKind::Unreadable, message }
}

#[cfg(test)]
mod tests;
