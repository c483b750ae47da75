//! The stub files that the configuration names.

use super::Failure;
use crate::globs::Globs;
use crate::source;
use ignore::WalkBuilder;
use std::path::{Path, PathBuf};

/// Path to show and text of each stub file that a pattern matches, sorted by path. A pattern that matches nothing is
/// a mistake: the functions it should describe would be guessed at.
pub fn read(folder: &Path, patterns: &[String]) -> Result<Vec<(String, String)>, Failure> {
    let mut files = Vec::new();
    for pattern in patterns {
        let globs = Globs::new(folder, std::slice::from_ref(pattern)).map_err(Failure)?;
        let found = matching(&folder.join(fixed_part(pattern)), &globs);
        if found.is_empty() {
            return Err(Failure(format!(
                "stubs: `{pattern}` matches no Go file below {}",
                crate::discover::shown(folder)
            )));
        }
        files.extend(found);
    }
    files.sort();
    files.dedup();
    files.iter().map(|file| read_one(file)).collect()
}

/// The folders of a pattern in front of the first one with a wildcard: the walk need not start higher.
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

fn read_one(file: &Path) -> Result<(String, String), Failure> {
    let shown = crate::discover::shown(file);
    let source = source::Source::read(file, &shown)
        .map_err(|error| Failure(format!("stub {shown} could not be read: {error}")))?;
    Ok((shown, source.text.to_string()))
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
        let read_with = |pattern: &str| read(folder.path(), &[pattern.to_string()]);
        let found = read_with("lint/stubs/*.go").unwrap();
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].1, "package a\n");
        assert_eq!(read_with("lint/**/*.go").unwrap().len(), 1);
        assert!(read_with("lint/stub/*.go").unwrap_err().0.contains("matches no Go file"));
    }
}
