//! The main job: from a list of files to findings.

mod before_check;
mod function;

use crate::candidates::{Candidates, Focus, Users, focus};
use crate::findings::suppress;
use crate::go::items::looks_whole;
use crate::go::lower;
use crate::go::outline::{DEEPEST_TYPE, Flaw};
use crate::ground::problem::{Problem, ProblemKind};
use crate::ground::source::GoFile;
use crate::ground::source::{Span, read_into};
use crate::ground::stack;
use crate::leak::Analysis;
use crate::program::embedded::STUBS;
use crate::program::index::{File, Index, Package, Stub, Wanted};
use crate::task::{Checked, Reading, Task};
use rayon::prelude::*;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::Ordering;

/// Runs the analysis. Never fails: what cannot be read or understood is a problem in the result.
pub fn check(task: &Task) -> Checked {
    check_with(task, &mut index_for(task))
}

/// Like [`check`], with an index that may have read files before.
pub fn check_with(task: &Task, index: &mut Index) -> Checked {
    stack::on_large(|| {
        let focus = focus(task, index);
        check_focused(task, index, focus)
    })
}

fn check_focused(task: &Task, index: &Index, focus: Focus) -> Checked {
    let Focus { files, hot, marked, mut problems, summaries } = focus;
    let analysis = Analysis::new(index, task.require_close, &task.notes).with_summaries(&summaries);
    let searched = match hot {
        Some(hot) => Searched::Candidates(Candidates::new(analysis, hot)),
        None => Searched::All(analysis),
    };
    task.count.all.store(files.len(), Ordering::Relaxed);
    let counted = |buffer: &mut Vec<u8>, file: &&GoFile| {
        if task.cancel.is_cancelled() {
            return Checked::default();
        }
        let checked = check_file(&searched, file, task, buffer);
        task.count.done.fetch_add(1, Ordering::Relaxed);
        checked
    };
    let parts: Vec<Checked> = files.par_iter().map_init(Vec::new, counted).collect();
    let may_be_marked = marked.unwrap_or_else(|| task.report.iter().collect());
    let (marked, more) = suppress::marked_sources(&may_be_marked, &task.open);
    problems.extend(more);
    let mut all = Checked { files: task.report.len(), marked, problems, ..Checked::default() };
    for part in parts {
        all.findings.extend(part.findings);
        all.problems.extend(part.problems);
        for (name, count) in part.statistics {
            *all.statistics.entry(name).or_default() += count;
        }
    }
    let missing = u64::try_from(index.missing_packages().len()).unwrap_or(u64::MAX);
    all.statistics.insert("packages not found", missing);
    all.problems.extend(index.take_problems());
    all.problems.sort();
    all.problems.dedup();
    all
}

/// The index with the embedded stubs and those of the task.
pub fn index_for(task: &Task) -> Index {
    let embedded = STUBS.iter().filter_map(|(name, text)| Stub::embedded(name, text));
    let stubs = embedded.chain(task.stubs.iter().cloned()).collect();
    Index::new(stubs, shown_names(task), task.open.clone(), task.queries.clone())
}

/// How the files of a task are shown.
pub fn shown_names(task: &Task) -> impl Iterator<Item = (PathBuf, String)> {
    task.report.iter().map(|file| (file.path.clone(), file.shown.clone()))
}

/// The package and file of a path.
pub fn find_file(index: &Index, path: &Path) -> Option<(Arc<Package>, u32)> {
    file_in(index, &folder_of(path)?, path)
}

/// The absolute folder of a path.
pub fn folder_of(path: &Path) -> Option<PathBuf> {
    let folder = path.parent()?;
    let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
    std::path::absolute(folder).ok()
}

/// The package and file of a path in an absolute folder.
pub fn file_in(index: &Index, folder: &Path, path: &Path) -> Option<(Arc<Package>, u32)> {
    file_among(index.folder(folder), folder, path)
}

/// The package and file of a path in an absolute folder, if its packages have been asked for before.
pub fn known_file_in(index: &Index, folder: &Path, path: &Path) -> Option<(Arc<Package>, u32)> {
    file_among(index.known_folder(folder)?, folder, path)
}

fn file_among(packages: Vec<Arc<Package>>, folder: &Path, path: &Path) -> Option<(Arc<Package>, u32)> {
    let wanted = folder.join(path.file_name()?);
    for package in packages {
        let position = package.files.iter().position(|file| file.source.path.as_os_str() == wanted.as_os_str());
        if let Some(number) = position.and_then(|position| u32::try_from(position).ok()) {
            return Some((package, number));
        }
    }
    None
}

/// Where a response may be acquired.
enum Searched<'a> {
    /// Anywhere: calls are followed on demand.
    All(Analysis<'a>),
    /// Where one of the candidate names is used.
    Candidates(Candidates<'a>),
}

impl<'a> Searched<'a> {
    fn analysis(&self) -> &Analysis<'a> {
        match self {
            Searched::All(analysis) => analysis,
            Searched::Candidates(candidates) => &candidates.analysis,
        }
    }

    fn candidates(&self) -> Option<&Candidates<'a>> {
        match self {
            Searched::All(_) => None,
            Searched::Candidates(candidates) => Some(candidates),
        }
    }
}

fn check_file(searched: &Searched, file: &GoFile, task: &Task, buffer: &mut Vec<u8>) -> Checked {
    let analysis = searched.analysis();
    let mut checked = Checked::default();
    let Some(folder) = folder_of(&file.path) else {
        return checked;
    };
    // Most files with a hot name in them use it for something else, which a look at their text tells.
    let hot =
        searched.candidates().map(Candidates::hot).filter(|_| task.open.is_empty() && task.reading != Reading::Whole);
    let mut users = hot.and_then(|hot| {
        read_into(&file.path, buffer).ok()?;
        let known = known_file_in(analysis.index, &folder, &file.path);
        let known = known.as_ref().map(|(package, number)| package.files[*number as usize].items());
        Some(Users::in_text(buffer, known, hot))
    });
    if users.as_ref().is_some_and(Users::is_empty) {
        return checked;
    }
    if let Some(users) = &mut users {
        analysis.index.folder_with_texts(&folder, |path| match path.file_name() == file.path.file_name() {
            true => Wanted::Text(std::mem::take(buffer), users.items.take()),
            false => Wanted::Never,
        });
    }
    let Some((package, number)) = file_in(analysis.index, &folder, &file.path) else {
        return checked;
    };
    if users.is_some() {
        package.files[number as usize].source.hold_text(std::mem::take(buffer));
    }
    let content = &package.files[number as usize];
    function::check_functions(searched, &package, number, users.as_ref(), &mut checked);
    // Damage is reported where the text shows it, and where a response is acquired in what is damaged: both are seen whether
    // calls are followed on demand or by their names.
    let is_damaged = match &users {
        Some(users) => users.is_damaged,
        None => !looks_whole(content.source.text().as_bytes()),
    };
    if task.reading == Reading::Whole || is_damaged {
        content.parse_all();
        damage(content, &mut checked.problems);
    }
    checked
}

/// The problem of a declaration that was not understood as a whole.
fn flaw_at(file: &File, span: Span, flaw: Flaw) -> Problem {
    let position = file.source.position(span.start);
    Problem {
        path: file.source.shown.to_string(),
        position: Some((position.line, position.column)),
        kind: if flaw == Flaw::DeepType { ProblemKind::GivenUp } else { ProblemKind::Syntax },
        message: words_for(flaw),
    }
}

fn damage(file: &File, problems: &mut Vec<Problem>) {
    let mut damaged = file.damaged();
    damaged.sort_unstable();
    damaged.dedup_by_key(|(span, _)| *span);
    problems.extend(damaged.into_iter().map(|(span, flaw)| flaw_at(file, span, flaw)));
}

fn words_for(flaw: Flaw) -> String {
    let unchecked = "what is inside it is not checked";
    match flaw {
        Flaw::Syntax => format!("a declaration could not be parsed; {unchecked}"),
        Flaw::Depth => format!("a declaration is nested more than {} levels deep; {unchecked}", lower::DEEPEST),
        Flaw::Names => format!(
            "a declaration has a piece of unknown syntax with more than {} parts; {unchecked}",
            lower::MOST_MENTIONED
        ),
        Flaw::DeepType => format!("a type is nested more than {DEEPEST_TYPE} levels deep; the rest of it is unknown"),
    }
}
