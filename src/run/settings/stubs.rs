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

/// The files that the patterns match, sorted by path. Fails if a pattern matches nothing: the functions that it should
/// describe would be judged by their signatures.
pub fn find(folder: &Path, patterns: &[String]) -> Result<Vec<PathBuf>, String> {
    let mut files = Vec::new();
    for pattern in patterns {
        let globs = Globs::new(folder, std::slice::from_ref(pattern))?;
        let found = matching(&folder.join(fixed_part(pattern)), &globs);
        if found.is_empty() {
            return Err(format!("stubs: `{pattern}` matches no Go file below {}", crate::run::discover::shown(folder)));
        }
        files.extend(found);
    }
    files.sort();
    files.dedup();
    Ok(files)
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

fn matching(start: &Path, globs: &Globs) -> Vec<PathBuf> {
    let walk = WalkBuilder::new(start).standard_filters(false).build();
    walk.filter_map(Result::ok)
        .map(ignore::DirEntry::into_path)
        .filter(|path| path.extension().is_some_and(|extension| extension == "go"))
        .filter(|path| path.is_file() && globs.covers(path))
        .collect()
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
