//! The declarations of an imported package that can matter: those that an importer names, and those that these name.
//!
//! Most of a vendored client library is never used.
//!
//!     compute.VirtualMachine{}             in a file that imports the package: the type and its methods can matter
//!     func NewUsageClient() UsageClient    neither it nor the type is named: no method of the type can be called
//!
//! A name stands for everything that is declared under it, and a mention counts wherever it stands, in comments too.

use super::uses::{FileUses, FolderUses, keys_of_mention};
use crate::go::items::ItemSpans;
use crate::go::lex::{is_word, word_at};
use crate::go::names::{NameHash, hash};
use crate::ground::memo::Memo;
use crate::program::{File, Index};
use rustc_hash::{FxHashMap, FxHashSet};
use std::borrow::Cow;
use std::ffi::{OsStr, OsString};
use std::path::Path;
use std::sync::Arc;

/// The names of packages that can matter, found package by package.
pub(super) struct Reachable<'a> {
    /// The folders whose files are checked.
    checked: FxHashSet<&'a OsStr>,
    /// The folders that import each folder.
    importers: FxHashMap<&'a OsStr, Vec<&'a FolderUses>>,
    known: Memo<OsString, Arc<ReachableNames>>,
}

/// The names of a package's functions and types that can matter; `None` if all can.
type ReachableNames = Option<FxHashSet<String>>;

impl<'a> Reachable<'a> {
    /// `checked` are the folders whose files are checked: all of their names matter.
    pub(super) fn new(checked: impl Iterator<Item = &'a Path>, scanned: &'a [FolderUses]) -> Reachable<'a> {
        let mut importers: FxHashMap<&OsStr, Vec<&FolderUses>> = FxHashMap::default();
        for folder in scanned {
            for imported in &folder.imports {
                importers.entry(imported.as_os_str()).or_default().push(folder);
            }
        }
        Reachable { checked: checked.map(Path::as_os_str).collect(), importers, known: Memo::default() }
    }

    /// The names of a folder's functions and types that can matter.
    pub(super) fn names(&self, index: &Index, folder: &Path) -> Arc<ReachableNames> {
        if self.checked.contains(folder.as_os_str()) {
            return Arc::new(None);
        }
        self.known.get_or_insert_with(folder.as_os_str(), || Arc::new(self.find(index, folder)))
    }

    fn find(&self, index: &Index, folder: &Path) -> ReachableNames {
        let importers = self.importers.get(folder.as_os_str()).map_or(&[][..], Vec::as_slice);
        if importers.iter().any(|importer| importer.has_dot_import) {
            return None;
        }
        let used: FxHashSet<NameHash> =
            importers.iter().flat_map(|importer| &importer.files).flat_map(FileUses::keys).copied().collect();
        let packages = index.folder(folder);
        let files: Vec<(&File, Cow<str>)> = packages
            .iter()
            .flat_map(|package| &package.files)
            .map(|file| Some((file, file.source.text_once()?)))
            .collect::<Option<_>>()?;
        let mut declared: FxHashMap<&str, Vec<&str>> = FxHashMap::default();
        let mut stack: Vec<&str> = Vec::new();
        for (file, text) in &files {
            for (name, whole) in declarations(file.items(), text) {
                if keys_of_mention(hash(name.as_bytes())).iter().any(|name| used.contains(name)) {
                    stack.push(name);
                }
                declared.entry(name).or_default().push(whole);
            }
            // Initial values are computed when the package is loaded.
            let variables = file.items().variables.iter().map(|row| row.spec);
            stack.extend(variables.filter_map(|spec| text.get(spec.range())).flat_map(words));
        }
        stack.push("init");
        let mut found: FxHashSet<String> = FxHashSet::default();
        while let Some(name) = stack.pop() {
            if let Some(texts) = declared.remove(name) {
                stack.extend(texts.into_iter().flat_map(words));
                found.insert(name.to_string());
            }
        }
        Some(found)
    }
}

/// The declarations of a file, each with its name and text: functions, types, and methods, which go by the name of their type.
fn declarations<'text>(items: &'text ItemSpans, text: &'text str) -> impl Iterator<Item = (&'text str, &'text str)> {
    let functions = items.functions.iter().map(|row| (row.receiver.unwrap_or(row.name), row.whole));
    let types = items.types.iter().flat_map(|row| row.names.iter().map(|name| (*name, row.spec)));
    functions.chain(types).filter_map(|(name, whole)| Some((text.get(name.range())?, text.get(whole.range())?)))
}

/// The words of a text.
fn words(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let start = rest.bytes().position(is_word)?;
        let len = word_at(rest.as_bytes(), start).len();
        let (word, after) = rest.get(start..)?.split_at_checked(len)?;
        rest = after;
        Some(word)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_a_text() {
        let found: Vec<&str> = words("func (c *Größe) get_it(x int)").collect();
        assert_eq!(found, ["func", "c", "Größe", "get_it", "x", "int"]);
    }
}
