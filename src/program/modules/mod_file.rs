//! A `go.mod` or `go.work`, by its directives.

use crate::ground::source::about_regular;
use std::path::{Component, Path, PathBuf};

/// go.mod files above this size are not read; the largest known ones are below 100 KiB.
const LARGEST_MOD: u64 = 1 << 20;

/// The directives of a `go.mod` or `go.work`.
#[derive(Debug, Default)]
pub(in crate::program) struct ModFile {
    /// The folder it lies in.
    pub(in crate::program) folder: PathBuf,
    /// `module path`
    pub(super) path: String,
    /// `require path version`
    pub(super) requires: Vec<(String, String)>,
    /// `replace path => folder`, absolute.
    pub(super) replaces: Vec<(String, PathBuf)>,
    /// `replace path => other version`
    pub(super) renames: Vec<(String, String, String)>,
    /// `use folder` of a workspace, absolute.
    pub(super) uses: Vec<PathBuf>,
}

/// Reads a `go.mod` or `go.work`; `None` if there is none. Fails with the reason why the file was not read.
pub(super) fn read_mod(path: &Path) -> Result<Option<ModFile>, String> {
    let (Ok(_), Some(folder)) = (std::fs::metadata(path), path.parent()) else {
        return Ok(None);
    };
    if about_regular(path)? > LARGEST_MOD {
        return Err(format!("larger than {} KiB", LARGEST_MOD >> 10));
    }
    let bytes = std::fs::read(path).map_err(|error| error.to_string())?;
    let text = String::from_utf8_lossy(&bytes).into_owned();
    let mut file = ModFile { folder: folder.to_path_buf(), ..ModFile::default() };
    let mut block = String::new();
    for line in text.lines() {
        let line = line.split("//").next().unwrap_or("").trim();
        let mut words: Vec<&str> = line.split_whitespace().map(|word| word.trim_matches(['"', '`'])).collect();
        match words[..] {
            [] => continue,
            [")"] => block.clear(),
            [verb, "("] => block = verb.to_string(),
            [verb] if verb.ends_with('(') => block = verb.trim_end_matches('(').to_string(),
            _ if !block.is_empty() => {
                words.insert(0, &block);
                file.directive(&words);
            }
            _ => file.directive(&words),
        }
    }
    Ok(Some(file))
}

impl ModFile {
    /// Takes in one directive, as its words; words that are not understood are skipped.
    fn directive(&mut self, words: &[&str]) {
        match words {
            ["module", path] => self.path = (*path).to_string(),
            ["require", path, version, ..] => self.requires.push(((*path).to_string(), (*version).to_string())),
            ["use", folder] => self.uses.push(normal(&self.folder.join(folder))),
            ["replace", from, rest @ ..] => {
                let Some(arrow) = rest.iter().position(|word| *word == "=>") else {
                    return;
                };
                match rest[arrow + 1..] {
                    [to] => self.replaces.push(((*from).to_string(), normal(&self.folder.join(to)))),
                    [to, version] => self.renames.push(((*from).to_string(), to.to_string(), version.to_string())),
                    _ => {}
                }
            }
            _ => {}
        }
    }
}

/// A path without `.` and `..`, by its text.
pub(super) fn normal(path: &Path) -> PathBuf {
    let mut out = PathBuf::new();
    for part in path.components() {
        match part {
            Component::CurDir => {}
            Component::ParentDir => {
                out.pop();
            }
            other => out.push(other),
        }
    }
    out
}
