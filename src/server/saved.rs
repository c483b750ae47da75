//! What is known of the saved files of the workspace: what `bodyguard check` says of its folders.

use gen_lsp_types::json_rpc::Id;
use gen_lsp_types::{Diagnostic, WorkspaceDiagnosticParams};
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// The diagnostics of a saved file, and their name (see [`super::diagnostics::result_id`]).
#[derive(Clone, Debug, PartialEq)]
pub struct SavedFile {
    /// The diagnostics; at least one.
    pub diagnostics: Vec<Diagnostic>,
    /// Their name.
    pub id: String,
}

/// The saved files that have diagnostics, and who waits for them.
#[derive(Default)]
pub struct Saved {
    /// The files with diagnostics, by folder.
    folders: BTreeMap<PathBuf, BTreeMap<PathBuf, SavedFile>>,
    /// The folders that have to be checked again.
    stale: BTreeSet<PathBuf>,
    /// Counts the checks after which something was different.
    version: u64,
    /// The version that the client was given last.
    answered: Option<u64>,
    /// The request that is answered once there is something new.
    pub held: Option<(Id, WorkspaceDiagnosticParams)>,
    /// The names of the diagnostics that were pushed for files that are not open.
    pub pushed: BTreeMap<PathBuf, String>,
    /// The token of the progress, once the client has taken it.
    pub token: Option<String>,
}

impl Saved {
    /// The files of a folder have to be checked again.
    pub fn outdate(&mut self, root: &Path) {
        self.stale.insert(root.to_path_buf());
    }

    /// Whether the files of a folder have to be checked.
    pub fn is_stale(&self, root: &Path) -> bool {
        self.stale.contains(root)
    }

    /// Whether the files of a folder have been checked before.
    pub fn is_known(&self, root: &Path) -> bool {
        self.folders.contains_key(root)
    }

    /// Keeps the diagnostics of a folder, and returns the files that have none any more.
    pub fn learn(&mut self, root: &Path, files: BTreeMap<PathBuf, SavedFile>) -> Vec<PathBuf> {
        self.stale.remove(root);
        let before = self.folders.insert(root.to_path_buf(), files.clone());
        if before.as_ref() != Some(&files) {
            self.version += 1;
        }
        before.unwrap_or_default().into_keys().filter(|path| !files.contains_key(path)).collect()
    }

    /// Drops a folder, and returns its files with diagnostics.
    pub fn drop_folder(&mut self, root: &Path) -> Vec<PathBuf> {
        self.stale.remove(root);
        self.version += 1;
        self.folders.remove(root).unwrap_or_default().into_keys().collect()
    }

    /// Nothing is checked again until it changes.
    pub fn give_up(&mut self) {
        self.stale.clear();
    }

    /// The files with diagnostics. Of a file in two folders the one of the inner folder counts.
    pub fn files(&self) -> BTreeMap<&PathBuf, &SavedFile> {
        self.folders.values().flatten().collect()
    }

    /// What is known of one file.
    pub fn file(&self, path: &Path) -> Option<&SavedFile> {
        self.folders.values().rev().find_map(|files| files.get(path))
    }

    /// Whether the client has been given all that is known.
    pub fn is_answered(&self) -> bool {
        self.answered == Some(self.version)
    }

    /// The client is given all that is known.
    pub fn answer(&mut self) {
        self.answered = Some(self.version);
    }
}
