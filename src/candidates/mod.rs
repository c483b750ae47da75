//! The search for candidates: the files and functions that can acquire a response at all, and so are worth parsing.
//!
//! A response comes out of a call, and the last name of a call stands in the text. So all files are read once, without
//! parsing, for the names they use (see [`scan`]). The names of library functions that return ownership of a response are
//! candidates from the start, and so is each name that is declared with `*http.Response` in its results. A function that uses
//! a candidate name may return the response in another form (`io.ReadCloser`, a struct); if it does, its own name becomes a
//! candidate, until there are no new ones (see [`worklist`]).
//!
//!     http.Get(u)                                        a candidate from the start
//!     func (c *client) open(u string) (io.ReadCloser, error) { resp, err := http.Get(u) ..   makes `open` one
//!     rc, err := c.open(u)                               worth parsing
//!     pod, err := pods.Get(ctx, name, options)           not: the Get that returns a response has one argument
//!
//! Where few files of a large module are checked, calls are followed on demand instead, and nothing else is read. Candidates
//! say only where to look; trees, types and stubs decide what is true.

mod declared;
mod items;
mod reachable;
mod scan;
mod set;
mod text;
mod uses;
mod worklist;

pub use items::CandidateItems;
pub use scan::replacements;
pub use text::Candidates;

use crate::ground::problem::{Problem, ProblemKind};
use crate::ground::source::{GoFile, len_of};
use crate::leak::Summaries;
use crate::program::{Index, absolute_folder};
use crate::task::{Reading, Task};
use reachable::Reachable;
use rustc_hash::FxHashMap;
use scan::CandidateNames;
use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use uses::{FileUses, FolderUses, Seeds, scan_all};
use worklist::CandidateSearch;

/// So many bytes of checked files are followed on demand in the time in which the names of one file of their module are read:
/// 0.2 microseconds for a byte, 40 for a file (moby, kubernetes and prometheus; 0.3 and 95 in a provider of terraform).
const BYTES_FOR_A_FILE: u64 = 200;

/// More files than any known module has (41,696): for as many bytes the names cost less, and no folder is listed.
const LARGEST_MODULE: u64 = 50_000;

/// A file that is worth parsing.
#[derive(Clone, Copy)]
pub struct FileToCheck<'a> {
    /// The file.
    pub file: &'a GoFile,
    /// Whether it may be damaged. If every call is followed, it has not been looked at.
    pub may_be_damaged: bool,
}

/// Where in the files of a task a response may be acquired.
#[derive(Default)]
pub struct WhereToLook<'a> {
    /// The files of the task that are worth parsing, in their order.
    pub files: Vec<FileToCheck<'a>>,
    /// The names of the calls that may return ownership of a response; `None` if every call is followed.
    pub names: Option<Arc<CandidateNames>>,
    /// The files of the task with a `bodyguard:` comment, if they were looked for.
    pub marked: Option<Vec<&'a GoFile>>,
    /// The files of the task that could not be read.
    pub problems: Vec<Problem>,
    /// The summaries of functions that the search has computed.
    pub summaries: Arc<Summaries>,
}

/// Finds the files and names of a task that matter.
pub fn find<'a>(task: &'a Task, index: &mut Index) -> WhereToLook<'a> {
    if follows_all_calls(task, index) {
        let files = task.report.iter().map(|file| FileToCheck { file, may_be_damaged: true }).collect();
        return WhereToLook { files, ..WhereToLook::default() };
    }
    let seeds = Seeds::new(task, index);
    let folders = folders_of(task);
    let scanned = scan_all(index, &seeds, &folders);
    if task.cancel.is_cancelled() {
        return WhereToLook::default();
    }
    // An import that cannot be found is no source of responses: its functions have no known types.
    let reaching: Vec<&FolderUses> = scanned.iter().filter(|folder| folder.reaches_source).collect();
    let reachable = Reachable::new(folders.iter().flatten().map(AsRef::as_ref), &scanned);
    let summaries: Arc<Summaries> = Arc::default();
    let mut search = CandidateSearch {
        task,
        index,
        seeds: &seeds,
        folders: &reaching,
        reachable: &reachable,
        summaries: &summaries,
    };
    let set = search.run(&scanned);
    let keys = seeds.keys(&set.names);
    let by_path: FxHashMap<&OsStr, &FolderUses> =
        scanned.iter().map(|folder| (folder.folder.as_os_str(), folder)).collect();
    let mut found = WhereToLook { marked: Some(Vec::new()), summaries, ..WhereToLook::default() };
    for (file, folder) in task.report.iter().zip(&folders) {
        let folder = folder.as_deref().and_then(|folder| by_path.get(folder.as_os_str()));
        let Some((folder, uses)) = folder.and_then(|folder| Some((folder, folder.file(&file.path)?))) else {
            continue;
        };
        let is_candidate = folder.reaches_source && set.is_used_by(uses, &folder.folder, &keys);
        found.add(file, uses, is_candidate);
    }
    found.names = Some(Arc::new(set.names));
    found
}

impl<'a> WhereToLook<'a> {
    /// Adds a file of the task by its uses of names.
    fn add(&mut self, file: &'a GoFile, uses: &FileUses, is_candidate: bool) {
        if uses.is_damaged || is_candidate {
            self.files.push(FileToCheck { file, may_be_damaged: uses.is_damaged });
        }
        if uses.is_marked {
            self.marked.get_or_insert_default().push(file);
        }
        if let Some(error) = &uses.error {
            self.problems.push(Problem {
                path: file.shown.clone(),
                position: None,
                kind: ProblemKind::Unreadable,
                message: format!("could not be read: {error}"),
            });
        }
    }
}

/// Whether every call of the files of a task is followed, so that no names are needed.
fn follows_all_calls(task: &Task, index: &Index) -> bool {
    match task.reading {
        Reading::Auto => !task.open.is_empty() || is_cheaper_on_demand(task, index),
        Reading::Whole | Reading::OnDemand => true,
        Reading::ByName => !task.open.is_empty(),
    }
}

/// Whether to follow the calls of a task's files on demand costs less than to read all names of their modules. Findings do not
/// depend on it. The files of the modules are counted until that is known; files outside of modules are read by names, which
/// are those of their folders.
fn is_cheaper_on_demand(task: &Task, index: &Index) -> bool {
    let mut bytes = 0;
    for file in &task.report {
        bytes += len_of(&file.path);
        if bytes > LARGEST_MODULE * BYTES_FOR_A_FILE {
            return false;
        }
    }
    let folders = folders_of(task);
    let mut roots: Vec<PathBuf> = folders.iter().flatten().filter_map(|folder| index.module_folder(folder)).collect();
    roots.sort();
    // A module inside of another one is counted with it.
    roots.dedup_by(|inner, outer| inner.starts_with(&*outer));
    let mut missing = bytes / BYTES_FOR_A_FILE + 1;
    let mut open = roots;
    while let Some(folder) = open.pop() {
        let listing = index.listing(&folder);
        // To list a folder costs something too; it also bounds the search in folders without Go files.
        missing = missing.saturating_sub(1 + listing.go_files.len() as u64);
        if missing == 0 {
            return true;
        }
        let is_read = |name: &&OsString| !name.as_encoded_bytes().starts_with(b".") && *name != "node_modules";
        open.extend(listing.folders.iter().filter(is_read).map(|name| folder.join(name)));
    }
    false
}

/// The absolute folder of each file of a task.
fn folders_of(task: &Task) -> Vec<Option<Arc<Path>>> {
    let mut known: FxHashMap<&OsStr, Option<Arc<Path>>> = FxHashMap::default();
    let mut folders = Vec::with_capacity(task.report.len());
    for file in &task.report {
        let folder = file.path.parent().unwrap_or(Path::new(""));
        let known = known.entry(folder.as_os_str()).or_insert_with(|| absolute_folder(&file.path).map(Into::into));
        folders.push(known.clone());
    }
    folders
}
