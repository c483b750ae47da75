//! The stub files that the configuration names.
//!
//!     stubs = ["lint/stubs/*.go"]      relative to the configuration file

use super::ConfigError;
use crate::ground::globs::Globs;
use crate::ground::source;
use crate::ground::stack;
use crate::meaning::stub::read_stub;
use crate::program::Stub;
use ignore::WalkBuilder;
use std::path::{Path, PathBuf};

/// How many stub files there may be. The embedded ones are 200.
const MOST_FILES: usize = 2_000;

/// How many bytes they may have together.
const MOST_BYTES: u64 = 32 << 20;

/// How many files and folders are looked at for a pattern.
const MOST_WALKED: usize = 200_000;

/// The files that the patterns match, sorted by path. Fails if a pattern matches nothing: the functions that it should
/// describe would be judged by their signatures. Fails too if it leads out of the repository, and if it matches too much.
pub fn find(folder: &Path, patterns: &[String]) -> Result<Vec<PathBuf>, String> {
    let root = super::config::repository(folder).unwrap_or(folder);
    let root = root.canonicalize().map_err(|error| format!("stubs: {}: {error}", crate::run::discover::shown(root)))?;
    let mut files = Vec::new();
    for pattern in patterns {
        let start = folder.join(fixed_part(pattern));
        let leads_out = || format!("stubs: `{pattern}` leads out of the repository");
        if Path::new(pattern).is_absolute() || pattern.split('/').any(|part| part == "..") && !is_below(&start, &root) {
            return Err(leads_out());
        }
        let globs = Globs::new(folder, std::slice::from_ref(pattern))?;
        let found = matching(&start, &globs).ok_or_else(|| {
            format!("stubs: `{pattern}` matches more than {MOST_FILES} files, or stands for more than {MOST_WALKED}")
        })?;
        if found.iter().any(|file| !is_below(file, &root)) {
            return Err(leads_out());
        }
        if found.is_empty() {
            return Err(format!("stubs: `{pattern}` matches no Go file below {}", crate::run::discover::shown(folder)));
        }
        files.extend(found);
    }
    files.sort();
    files.dedup();
    let bytes: u64 = files.iter().map(|file| source::len_of(file)).sum();
    if bytes > MOST_BYTES {
        return Err(format!("stubs: more than {} MiB", MOST_BYTES >> 20));
    }
    Ok(files)
}

/// Whether a path lies below a folder, links resolved.
fn is_below(path: &Path, folder: &Path) -> bool {
    path.canonicalize().is_ok_and(|path| path.starts_with(folder))
}

/// Reads stub files. Fails at the first mistake, with its line: a directive that is ignored would change findings
/// silently.
pub fn read(files: &[PathBuf]) -> Result<Vec<Stub>, ConfigError> {
    let read_one = |file: &PathBuf| {
        let shown = crate::run::discover::shown(file);
        let source = source::Source::read(file, &shown)
            .map_err(|error| ConfigError(format!("stub {shown} could not be read: {error}")))?;
        read_stub(&shown, source.text().to_string()).map_err(|mistake| ConfigError(format!("{shown}:{mistake}")))
    };
    // Deeply nested types need the large stack.
    stack::on_large(|| files.iter().map(read_one).collect())
}

/// The folders of a pattern before its first wildcard: the walk starts there.
fn fixed_part(pattern: &str) -> PathBuf {
    let folders = pattern.rsplit_once('/').map_or("", |(folders, _)| folders);
    folders
        .split('/')
        .filter(|part| !part.is_empty())
        .take_while(|part| !part.contains(['*', '?', '[', '{', '!']))
        .collect()
}

/// The Go files below a folder that the patterns match; `None` if they are too many. What is no regular file is one too: reading it
/// says so.
fn matching(start: &Path, globs: &Globs) -> Option<Vec<PathBuf>> {
    let mut found = Vec::new();
    for (number, entry) in WalkBuilder::new(start).standard_filters(false).build().enumerate() {
        if number == MOST_WALKED || found.len() > MOST_FILES {
            return None;
        }
        let path = entry.ok().map(ignore::DirEntry::into_path);
        let is_go = |path: &PathBuf| path.extension().is_some_and(|extension| extension == "go");
        found.extend(path.filter(|path| is_go(path) && !path.is_dir() && globs.covers(path)));
    }
    Some(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn patterns_find_stubs_and_must_find_one() {
        let folder = tempfile::tempdir().unwrap();
        let stubs = folder.path().join("lint/stubs");
        std::fs::create_dir_all(&stubs).unwrap();
        std::fs::write(stubs.join("a.go"), "package a\n").unwrap();
        std::fs::write(stubs.join("a.txt"), "").unwrap();
        let find_with = |pattern: &str| find(folder.path(), &[pattern.to_string()]);
        assert_eq!(find_with("lint/stubs/*.go").unwrap(), [stubs.join("a.go")]);
        assert_eq!(find_with("lint/**/*.go").unwrap().len(), 1);
        assert!(find_with("lint/stub/*.go").unwrap_err().contains("matches no Go file"));
    }
}
