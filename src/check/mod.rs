//! The check: from the files of a task to findings.
//!
//!     task -> files and candidate names (`candidates`) -> functions -> acquisitions -> findings
//!
//! Files are checked in parallel, each by itself; the [`Index`] answers questions about other files. The findings are neither sorted
//! nor suppressed, and those of rules that are off are among them; see [`crate::run`] for that.

mod before_check;
mod blame;
mod contracts;
mod damage;
mod function;
mod ownership;
mod part;
mod unknown;
mod unmet;

use crate::candidates::{self, CandidateItems, Candidates, FileToCheck, WhereToLook};
use crate::findings::suppress;
use crate::ground::source::{GoFile, read_into};
use crate::ground::stack;
use crate::leak::{Analysis, Origin};
use crate::program::embedded::STUBS;
use crate::program::{Index, Package, Stub, Wanted, absolute_folder};
use crate::task::{Checked, Reading, Task};
use contracts::Contracts;
use damage::damage;
use function::Unsettled;
pub use ownership::{Ownership, ownership_at};
pub use part::check_parts;
use rayon::prelude::*;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::Ordering;
pub use unknown::returning_packages;
pub use unmet::{UnmetNote, unmet_notes};

/// Runs the analysis. Never fails: a file that cannot be read or understood is a problem in the result.
pub fn check(task: &Task) -> Checked {
    check_with(task, &mut index_for(task))
}

/// Like [`check`], with an index that may have read files before.
pub fn check_with(task: &Task, index: &mut Index) -> Checked {
    stack::on_large(|| {
        let found = candidates::find(task, index);
        check_found(task, index, found)
    })
}

/// A new index with the stubs of the binary and those of the task.
pub fn index_for(task: &Task) -> Index {
    let embedded = STUBS.iter().filter_map(|(name, text)| Stub::embedded(name, text));
    let stubs = embedded.chain(task.stubs.iter().cloned()).collect();
    Index::new(stubs, shown_names(task), task.open.clone(), task.queries.clone())
}

/// The files of a task, each with the path that reports show.
pub fn shown_names(task: &Task) -> impl Iterator<Item = (PathBuf, String)> {
    task.report.iter().map(|file| (file.path.clone(), file.shown.clone()))
}

/// Checks the files in which the search has found candidates.
fn check_found(task: &Task, index: &Index, found: WhereToLook) -> Checked {
    let WhereToLook { files, names, marked, mut problems, summaries } = found;
    let analysis = Analysis::new(index, task.require_close, &task.notes).with_summaries(&summaries);
    let calls = match names {
        Some(names) => FollowedCalls::Candidates(Candidates::new(analysis, names)),
        None => FollowedCalls::All(analysis),
    };
    task.count.done.store(0, Ordering::Relaxed);
    task.count.all.store(files.len(), Ordering::Relaxed);
    let counted = |buffer: &mut Vec<u8>, file: &FileToCheck| {
        if task.cancel.is_cancelled() {
            return CheckedFile::default();
        }
        let checked = check_file(&calls, *file, task, buffer);
        task.count.done.fetch_add(1, Ordering::Relaxed);
        checked
    };
    let parts: Vec<CheckedFile> = files.par_iter().map_init(Vec::new, counted).collect();
    let may_be_marked = marked.unwrap_or_else(|| task.report.iter().collect());
    let (marked, more) = suppress::marked_sources(&may_be_marked, &task.open);
    problems.extend(more);
    let mut all = Checked { files: task.report.len(), marked, problems, ..Checked::default() };
    let origins: BTreeSet<Origin> = parts.iter().flat_map(|part| part.unsettled.origins.iter().cloned()).collect();
    let mut unsettled: Vec<(&GoFile, Unsettled)> = Vec::new();
    for (part, file) in parts.into_iter().zip(&files) {
        all.add(part.checked);
        if !part.unsettled.origins.is_empty() {
            unsettled.push((file.file, part.unsettled));
        }
    }
    if !unsettled.is_empty() && !task.cancel.is_cancelled() {
        let contracts = blame::find_contracts(task, index, origins);
        let parts = unsettled.par_iter().map(|(file, unsettled)| check_again(&calls, file, unsettled, &contracts));
        parts.collect::<Vec<Checked>>().into_iter().for_each(|part| all.add(part));
    }
    all.unmet_notes = calls.analysis().unmet_notes();
    all.missing_packages = index.missing_packages();
    all.problems.extend(index.problems());
    all.problems.sort();
    all.problems.dedup();
    all
}

/// The calls that are followed.
enum FollowedCalls<'a> {
    /// All calls, on demand.
    All(Analysis<'a>),
    /// Calls by one of the candidate names.
    Candidates(Candidates<'a>),
}

impl<'a> FollowedCalls<'a> {
    fn analysis(&self) -> &Analysis<'a> {
        match self {
            FollowedCalls::All(analysis) => analysis,
            FollowedCalls::Candidates(candidates) => &candidates.analysis,
        }
    }

    fn candidates(&self) -> Option<&Candidates<'a>> {
        match self {
            FollowedCalls::All(_) => None,
            FollowedCalls::Candidates(candidates) => Some(candidates),
        }
    }
}

/// The result for one file, as far as it depends on no contract.
#[derive(Default)]
struct CheckedFile {
    checked: Checked,
    unsettled: Unsettled,
}

/// Checks the functions and variables of a file that are left, now that the contracts are known.
fn check_again(calls: &FollowedCalls, file: &GoFile, left: &Unsettled, contracts: &Contracts) -> Checked {
    let mut checked = Checked::default();
    let found = absolute_folder(&file.path).and_then(|folder| calls.analysis().index.file_in(&folder, &file.path));
    if let Some((package, number)) = found {
        function::check_functions(calls, (&package, number), Some(&left.items), contracts, &mut checked);
    }
    checked
}

/// Checks one file. The buffer is used again for the next one.
fn check_file(calls: &FollowedCalls, file: FileToCheck, task: &Task, buffer: &mut Vec<u8>) -> CheckedFile {
    let FileToCheck { file, may_be_damaged } = file;
    let index = calls.analysis().index;
    let mut checked = Checked::default();
    let Some(folder) = absolute_folder(&file.path) else {
        return CheckedFile::default();
    };
    let is_read_by_name = task.open.is_empty() && task.reading != Reading::Whole;
    let mut items = calls.candidates().filter(|_| is_read_by_name).and_then(|candidates| {
        // Most files with a candidate name in them use it for something else, which their text shows.
        read_into(&file.path, buffer).ok()?;
        let known = index.known_file_in(&folder, &file.path);
        let known = known.as_ref().map(|(package, number)| package.files[*number as usize].items());
        Some(CandidateItems::in_text(buffer, known, candidates.names()))
    });
    if !may_be_damaged && items.as_ref().is_some_and(CandidateItems::is_empty) {
        return CheckedFile::default();
    }
    let found = match &mut items {
        Some(items) => load(index, &folder, file, items, buffer),
        None => index.file_in(&folder, &file.path),
    };
    let Some((package, number)) = found else {
        return CheckedFile::default();
    };
    let contracts = Contracts::default();
    let unsettled = function::check_functions(calls, (&package, number), items.as_ref(), &contracts, &mut checked);
    let content = &package.files[number as usize];
    damage(content, task.reading, may_be_damaged, &mut checked.problems);
    CheckedFile { checked, unsettled }
}

/// The package of a file and the file's number in it, given its text in `buffer`. The text is moved out of the buffer, so that the
/// file is not read a second time; the texts of the package's other files are not held.
fn load(
    index: &Index,
    folder: &Path,
    file: &GoFile,
    items: &mut CandidateItems,
    buffer: &mut Vec<u8>,
) -> Option<(Arc<Package>, u32)> {
    index.folder_with_texts(folder, |path| match path.file_name() == file.path.file_name() {
        true => Wanted::Text(std::mem::take(buffer), items.spans.take()),
        false => Wanted::Never,
    });
    let (package, number) = index.file_in(folder, &file.path)?;
    package.files[number as usize].source.hold_text(std::mem::take(buffer));
    Some((package, number))
}
