//! Which files and functions are worth parsing: those that can get hold of a response at all.
//!
//! A response comes out of a call, and the last name in a call is in the text. So all files are read once, without parsing, for
//! the names they use (see [`crate::candidates::scan`]). Names of library functions that hand over a response are hot from the start, and
//! so is each name that is declared with `*http.Response` in its results. What uses a hot name is asked whether it hands a
//! response on in another guise (`io.ReadCloser`, a struct); if so its name is hot too, until there are no new ones.
//!
//!     http.Get(u)                                        hot from the start
//!     func (c *client) open(u string) (io.ReadCloser, error) { resp, err := http.Get(u) ..   open gets hot
//!     rc, err := c.open(u)                               worth parsing
//!     pod, err := pods.Get(ctx, name, options)           is not: a Get with one argument hands over a response
//!
//! Where only little is checked of a large module, calls are followed on demand instead, and nothing else is read.

mod declared;
mod reachable;
mod worklist;
pub mod scan;
mod text;
mod items;
mod uses;

pub use text::Candidates;
pub use items::Users;

use crate::candidates::scan::CandidateNames;
use crate::go::arity::Arity;
use crate::go::names::NameHash;
use crate::go::outline::Name;
use crate::ground::problem::{Problem, ProblemKind};
use crate::ground::source::GoFile;
use crate::ground::source::len_of;
use crate::leak::Summaries;
use crate::program::index::Index;
use crate::task::{Reading, Task};
use reachable::Reachable;
use worklist::{Found, Search};
use rustc_hash::{FxHashMap, FxHashSet};
use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use uses::{FileUses, FolderUses, Keys, Seeds, reaching, scan_all};

/// So many bytes of checked files are followed on demand in the time in which the names of one file of their module are read:
/// 0.2 microseconds for a byte, 40 for a file (moby, kubernetes and prometheus; 0.3 and 95 in a provider of terraform).
const BYTES_FOR_A_FILE: u64 = 200;

/// More files than any module has that was seen (41,696): for as many bytes the names cost less, and no folder is listed.
const LARGEST_MODULE: u64 = 50_000;

/// Where to look.
#[derive(Default)]
pub struct Focus<'a> {
    /// The files of the task that are worth a look, in their order.
    pub files: Vec<&'a GoFile>,
    /// The names by which a response can be handed over; `None` if every call is followed.
    pub hot: Option<Arc<CandidateNames>>,
    /// Files of the task that hold a comment of ours, if they were looked for.
    pub marked: Option<Vec<&'a GoFile>>,
    /// Files of the task that could not be read.
    pub problems: Vec<Problem>,
    /// What functions do, as far as it was asked.
    pub summaries: Arc<Summaries>,
}

/// Says which files and names of a task matter.
pub fn focus<'a>(task: &'a Task, index: &mut Index) -> Focus<'a> {
    let follows_all_calls = match task.reading {
        Reading::Auto => !task.open.is_empty() || is_cheaper_on_demand(task, index),
        Reading::Whole | Reading::OnDemand => true,
        Reading::Focused => !task.open.is_empty(),
    };
    if follows_all_calls {
        return Focus { files: task.report.iter().collect(), ..Focus::default() };
    }
    let seeds = Seeds::new(task, index);
    let folders = folders_of(task);
    let scanned = scan_all(index, &seeds, &folders);
    let reaching = reaching(&scanned);
    let reachable = Reachable::new(folders.iter().flatten().map(AsRef::as_ref), &scanned);
    let summaries: Arc<Summaries> = Arc::default();
    let mut search =
        Search { task, index, seeds: &seeds, folders: &reaching, reachable: &reachable, summaries: &summaries };
    let hot = search.run(&scanned);
    let keys = seeds.keys(&hot.names);
    let reaching: FxHashSet<&OsStr> = reaching.iter().map(|folder| folder.folder.as_os_str()).collect();
    let uses: FxHashMap<&OsStr, &FolderUses> =
        scanned.iter().map(|folder| (folder.folder.as_os_str(), folder)).collect();
    let mut found = Focus { marked: Some(Vec::new()), summaries, ..Focus::default() };
    for (file, folder) in task.report.iter().zip(&folders) {
        let Some(folder) = folder.as_deref().and_then(|folder| uses.get(folder.as_os_str())) else {
            continue;
        };
        let name = file.path.file_name();
        let Ok(number) = folder.files.binary_search_by(|uses| uses.at.path.file_name().cmp(&name)) else {
            continue;
        };
        let uses = &folder.files[number];
        let may_use_one =
            || reaching.contains(folder.folder.as_os_str()) && hot.is_used_by(uses, &folder.folder, &keys);
        if uses.is_damaged || may_use_one() {
            found.files.push(file);
        }
        if uses.is_marked {
            found.marked.get_or_insert_default().push(file);
        }
        if let Some(error) = &uses.error {
            found.problems.push(Problem {
                path: file.shown.clone(),
                position: None,
                kind: ProblemKind::Unreadable,
                message: format!("could not be read: {error}"),
            });
        }
    }
    found.hot = Some(Arc::new(hot.names));
    found
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
        let known =
            known.entry(folder.as_os_str()).or_insert_with(|| crate::check::folder_of(&file.path).map(Into::into));
        folders.push(known.clone());
    }
    folders
}

/// Hot names, and the types that make names hot.
#[derive(Clone, Default)]
struct CandidateSet {
    names: CandidateNames,
    types: Vec<CandidateType>,
}

/// A type that makes hot what is declared with it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct CandidateType {
    name: Name,
    /// Where it is declared.
    folder: PathBuf,
    /// Whether it is another name for responses; else its values are functions that hand over some.
    is_response: bool,
}

impl CandidateSet {
    /// Takes in what declarations have shown; the types that were not known.
    fn take(&mut self, found: Vec<Found>) -> Vec<CandidateType> {
        let mut types = Vec::new();
        for found in found {
            match found {
                Found::Name(name, arity) => {
                    self.insert(name, arity);
                }
                Found::Type(ty) => types.push(ty),
                Found::Changed(..) => {}
            }
        }
        types.sort();
        types.dedup();
        types.retain(|ty| !self.types.contains(ty));
        for ty in &types {
            match ty.is_response {
                true => self.names.insert_response_word(&ty.name),
                false => self.names.insert_function_word(&ty.name),
            }
        }
        self.types.extend(types.iter().cloned());
        types
    }

    /// Whether calls of a function that is declared like this are followed already.
    fn knows(&self, name: NameHash, arity: &Arity) -> bool {
        let known = self.names.arities(name).unwrap_or_default();
        known.contains(arity) || known.contains(&Arity::ANY)
    }

    fn insert(&mut self, name: NameHash, arity: Arity) -> bool {
        self.names.insert(name, arity)
    }

    /// Takes in what a round has found; the names whose users are to be asked. `again` holds the names whose users are asked for
    /// another reason than a new name.
    fn take_names(&mut self, found: Vec<Found>, again: &mut FxHashSet<(NameHash, Arity)>) -> CandidateNames {
        let mut next = CandidateNames::default();
        for found in found {
            match found {
                Found::Name(name, arity) if self.insert(name, arity) => {
                    next.insert(name, arity);
                }
                Found::Changed(name, arity) if again.insert((name, arity)) => {
                    next.insert(name, arity);
                }
                _ => {}
            }
        }
        next
    }

    /// Whether a file may use one of the names. Says yes too often: what the names are called with is not asked.
    fn is_used_by(&self, file: &FileUses, folder: &Path, keys: &Keys) -> bool {
        !file.responses.is_empty() || file.uses_one_of(keys) || self.types.iter().any(|ty| *folder == *ty.folder)
    }
}
