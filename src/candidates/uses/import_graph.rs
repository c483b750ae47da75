//! Which folder imports which, and from which a source of responses is reached.
//!
//!     cmd -> client -> net/http     a source is reached from both
//!     cmd -> color                  not from `color`: no name in it can acquire a response
//!
//! Folders are added wave by wave, while the files are read for their imports.

use super::FolderUses;
use rustc_hash::FxHashMap;
use smallvec::SmallVec;
use std::ffi::OsString;
use std::path::Path;
use std::sync::Arc;

/// The imports between folders, as far as they were read. The folders are numbered in the order in which they come up.
#[derive(Default)]
pub(super) struct ImportGraph {
    numbers: FxHashMap<OsString, usize>,
    /// The numbers of the folders that import each folder.
    importers: Vec<SmallVec<[u32; 4]>>,
    /// Whether a source of responses is known to be reached from each folder.
    pub(super) is_reaching: Vec<bool>,
    /// Whether each folder counts as one that reaches a source; see [`super::Seeds`].
    is_everywhere: bool,
}

impl ImportGraph {
    /// A graph without folders.
    pub(super) fn new(is_everywhere: bool) -> ImportGraph {
        ImportGraph { is_everywhere, ..ImportGraph::default() }
    }

    /// The number of a folder, and whether it is a new one.
    pub(super) fn number(&mut self, folder: &Path) -> (usize, bool) {
        if let Some(number) = self.numbers.get(folder.as_os_str()) {
            return (*number, false);
        }
        let number = self.importers.len();
        self.numbers.insert(folder.into(), number);
        self.importers.push(SmallVec::new());
        self.is_reaching.push(self.is_everywhere);
        (number, true)
    }

    /// Adds the folders from a number on, and returns those that are imported for the first time.
    pub(super) fn add(&mut self, folders: &[FolderUses], from: usize) -> Vec<Arc<Path>> {
        let mut fresh = Vec::new();
        for (number, folder) in folders.iter().enumerate().skip(from) {
            let mut reaches = folder.is_source;
            for import in &folder.imports {
                let (imported, is_new) = self.number(import);
                if is_new {
                    fresh.push(import.clone());
                }
                self.importers[imported].extend(u32::try_from(number));
                reaches |= self.is_reaching[imported];
            }
            if reaches {
                self.note_reaching(number);
            }
        }
        fresh
    }

    /// Notes that a source is reached from a folder, and so from all that import it.
    fn note_reaching(&mut self, number: usize) {
        let mut stack = vec![number];
        while let Some(number) = stack.pop() {
            if !std::mem::replace(&mut self.is_reaching[number], true) {
                stack.extend(self.importers[number].iter().map(|importer| *importer as usize));
            }
        }
    }

    /// Whether a source of responses is known to be reached from a folder.
    pub(super) fn reaches(&self, folder: &Path) -> bool {
        self.numbers.get(folder.as_os_str()).is_some_and(|number| self.is_reaching[*number])
    }
}
