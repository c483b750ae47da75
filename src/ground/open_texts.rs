//! Texts that stand in for files on disk: standard input, a buffer that an editor has not saved, the trial of an edit.
//!
//!     bodyguard check --stdin-filename a/b.go -      the text of standard input is that of a/b.go
//!
//! A text counts for its file whatever the file holds, and whether or not there is one. Paths are compared as absolute paths; links
//! are not resolved.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Open texts by the absolute paths of their files.
#[derive(Clone, Debug, Default)]
pub struct OpenTexts(BTreeMap<PathBuf, Arc<[u8]>>);

impl OpenTexts {
    /// A single open text.
    pub fn one(path: &Path, text: &[u8]) -> OpenTexts {
        let mut texts = OpenTexts::default();
        texts.insert(path, text);
        texts
    }

    /// Opens a text for a file, or replaces the one that is open.
    pub fn insert(&mut self, path: &Path, text: &[u8]) {
        self.0.insert(absolute(path), text.into());
    }

    /// Closes the text of a file: what is on disk counts again. Returns whether there was one.
    pub fn remove(&mut self, path: &Path) -> bool {
        self.0.remove(&absolute(path)).is_some()
    }

    /// The text that stands in for a file.
    pub fn get(&self, path: &Path) -> Option<&Arc<[u8]>> {
        if self.0.is_empty() { None } else { self.0.get(&*absolute(path)) }
    }

    /// The absolute paths of the files, sorted.
    pub fn paths(&self) -> impl Iterator<Item = &PathBuf> {
        self.0.keys()
    }

    /// Whether no text is open.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The absolute paths of the open texts in a folder, which is absolute, sorted.
    pub fn in_folder(&self, folder: &Path) -> impl Iterator<Item = &Path> {
        self.0.keys().filter(move |path| path.parent() == Some(folder)).map(PathBuf::as_path)
    }
}

fn absolute(path: &Path) -> PathBuf {
    std::path::absolute(path).unwrap_or_else(|_| path.to_path_buf())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_found_by_any_form_of_their_path() {
        let mut texts = OpenTexts::one(Path::new("a/./b.go"), b"package b");
        let here = std::env::current_dir().unwrap();
        assert_eq!(texts.get(&here.join("a/b.go")).map(|text| &text[..]), Some(&b"package b"[..]));
        texts.insert(Path::new("a/c.go"), b"");
        let folder = here.join("a");
        let names: Vec<_> = texts.in_folder(&folder).filter_map(Path::file_name).collect();
        assert_eq!(names, ["b.go", "c.go"]);
        assert!(texts.remove(Path::new("a/b.go")) && !texts.remove(Path::new("a/b.go")));
        assert!(texts.get(Path::new("a/b.go")).is_none() && !texts.is_empty());
    }
}
