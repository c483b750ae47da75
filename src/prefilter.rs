//! Which files are worth parsing: those whose package can get hold of a response at all.
//!
//! A call can only hand over a response if its package, or one that it imports directly or through others, names `net/http`,
//! another library that hands out responses, or `ReadCloser` (an interface whose implementers live elsewhere). Imports are
//! read off the text above the first declaration, without parsing; a string there that is no import leads nowhere.
//!
//!     widgets -> store -> net/http      both are worth parsing
//!     widgets -> strings                is not
//!
//! An import that cannot be found cannot hand over anything either: its functions have no known types.

use crate::index::Index;
use crate::source::{GoFile, go_files, read_into};
use memchr::memmem;
use rustc_hash::{FxHashMap, FxHashSet};
use std::path::{Path, PathBuf};

/// The files of a run that are worth parsing, in their order.
pub fn worth_parsing<'a>(index: &Index, report: &'a [GoFile]) -> Vec<&'a GoFile> {
    let folder_of = |file: &GoFile| std::path::absolute(&file.path).ok()?.parent().map(Path::to_path_buf);
    let folders: Vec<Option<PathBuf>> = report.iter().map(folder_of).collect();
    let reaching = reaching_folders(index, folders.iter().flatten().cloned());
    let is_worth = |folder: &Option<PathBuf>| folder.as_ref().is_none_or(|folder| reaching.contains(folder));
    report.iter().zip(&folders).filter(|(_, folder)| is_worth(folder)).map(|(file, _)| file).collect()
}

/// The folders from which a source of responses can be reached, among these and what they import.
fn reaching_folders(index: &Index, start: impl Iterator<Item = PathBuf>) -> FxHashSet<PathBuf> {
    let mut importers: FxHashMap<PathBuf, Vec<PathBuf>> = FxHashMap::default();
    let mut seen: FxHashSet<PathBuf> = FxHashSet::default();
    let mut reaching: Vec<PathBuf> = Vec::new();
    let mut queue: Vec<PathBuf> = start.collect();
    let mut buffer = Vec::new();
    while let Some(folder) = queue.pop() {
        if !seen.insert(folder.clone()) {
            continue;
        }
        let mut imports = FxHashSet::default();
        if scan(index, &folder, &mut buffer, &mut imports) {
            reaching.push(folder);
            continue;
        }
        for path in imports {
            if let Some(imported) = index.folder_of_import(&folder, &path) {
                importers.entry(imported.clone()).or_default().push(folder.clone());
                queue.push(imported);
            }
        }
    }
    let mut found: FxHashSet<PathBuf> = FxHashSet::default();
    while let Some(folder) = reaching.pop() {
        if let Some(importing) = importers.get(&folder) {
            reaching.extend(importing.iter().filter(|importer| !found.contains(*importer)).cloned());
        }
        found.insert(folder);
    }
    found
}

/// Reads the imports of the files in a folder; says whether one of them is a source itself.
fn scan(index: &Index, folder: &Path, buffer: &mut Vec<u8>, imports: &mut FxHashSet<String>) -> bool {
    if index.overlaid_folder() == Some(folder) {
        return true;
    }
    for path in go_files(folder) {
        // A file that cannot be read is told by whoever parses it.
        if read_into(&path, buffer).is_err() || memmem::find(buffer, b"ReadCloser").is_some() {
            return true;
        }
        for path in quoted(header(buffer)) {
            if index.hands_out_responses(path) {
                return true;
            }
            if !crate::index::is_standard(path) || path.contains('/') || folder.join(path).is_dir() {
                imports.insert(path.to_string());
            }
        }
    }
    false
}

/// The text above the first declaration other than imports.
fn header(text: &[u8]) -> &[u8] {
    let ends = [&b"\nfunc "[..], b"\ntype ", b"\nvar ", b"\nconst "];
    let end = ends.iter().filter_map(|word| memmem::find(text, word)).min();
    &text[..end.unwrap_or(text.len())]
}

/// The strings in double quotes or back quotes that could be import paths.
fn quoted(text: &[u8]) -> impl Iterator<Item = &str> {
    let is_path = |part: &&str| !part.is_empty() && part.len() < 300 && !part.contains(['\n', ' ', '\t', '\\']);
    let parts = text.split(|byte| *byte == b'"' || *byte == b'`');
    parts.filter_map(|part| std::str::from_utf8(part).ok()).filter(is_path)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn imports_are_read_off_the_header() {
        let text = b"// Package p \"says\".\npackage p\n\nimport (\n\t\"a.b/c\"\n\tx `net/http`\n)\nimport . \"io\"\n\nvar s = \"d.e/f\"\n";
        let found: Vec<&str> = quoted(header(text)).collect();
        assert!(["a.b/c", "net/http", "io"].iter().all(|path| found.contains(path)), "{found:?}");
        assert!(!found.contains(&"d.e/f"));
    }
}
