//! Edits that fix findings.
//!
//!     resp, err := http.Get(u)
//!     if err != nil {
//!         return err
//!     }
//!     defer resp.Body.Close()      // this line
//!
//! [`propose`] reads the text around a finding and proposes edits. No proposal is trusted: each one is applied in
//! memory and the file is checked again. It is made only if the new text parses, the finding is gone and there is no new one. So
//! a second run finds nothing to fix, and an edit that would leave a `defer` in a loop is never made.
//!
//! This module only reads files; [`crate::ground::atomic_file`] writes them.

mod align;
mod edit;
mod ignore;
mod nodes;
mod place;
mod propose;
mod uses;

pub use ignore::add_ignores;

use crate::check::{self};
use crate::findings::finding::{DeferStyle, Finding};
use crate::findings::rule::Rule;
use crate::findings::suppress;
use crate::findings::suppress::GeneratedFiles;
use crate::go::tree;
use crate::ground::source::GoFile;
use crate::ground::source::{self, Source};
use crate::ground::stack;
use crate::run;
use crate::task::Task;
use edit::Edits;
use propose::Proposal;
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// A finding is given up after so many edits: each closes the body before one more `return`.
const MOST_EXITS: usize = 16;

/// Whether an edit needs a review.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Safety {
    /// The function does what it did before, and closes the body.
    #[default]
    Safe,
    /// The body is closed, but the edit may not be what the author intends.
    Unsafe,
}

/// The edits that the caller asks for.
#[derive(Clone, Copy, Debug, Default)]
pub struct FixRequest {
    /// The least safe edits that are made.
    pub safety: Safety,
    /// How a `defer` is written.
    pub style: DeferStyle,
    /// Whether generated files are reported.
    pub generated: GeneratedFiles,
}

/// A file and its new text.
#[derive(Debug)]
pub struct FileFix {
    /// The file.
    pub file: GoFile,
    /// The text that was read.
    pub before: Vec<u8>,
    /// The text to write; equal to `before` if nothing is fixed.
    pub after: Vec<u8>,
    /// The findings that the new text no longer has.
    pub fixed: Vec<Finding>,
    /// The findings that are left, with their places in the new text.
    pub left: Vec<Finding>,
    /// How many of the findings that are left unsafe edits would fix.
    pub left_for_unsafe: usize,
    /// Why the file was not changed: the predicate of a sentence about it.
    pub trouble: Option<String>,
}

impl FileFix {
    /// Whether the new text differs from the old one.
    pub fn is_changed(&self) -> bool {
        self.before != self.after
    }

    fn untouched(file: GoFile, findings: Vec<Finding>, trouble: Option<String>) -> FileFix {
        FileFix {
            file,
            before: Vec::new(),
            after: Vec::new(),
            fixed: Vec::new(),
            left: findings,
            left_for_unsafe: 0,
            trouble,
        }
    }
}

/// Fixes findings, file by file, and returns one entry for each file with findings, in the order of paths.
pub fn fix(task: &Task, findings: Vec<Finding>, request: FixRequest) -> Vec<FileFix> {
    let files = by_file(task, findings);
    stack::on_large(|| files.into_par_iter().map(|(file, findings)| fix_file(task, file, findings, request)).collect())
}

fn by_file(task: &Task, findings: Vec<Finding>) -> Vec<(GoFile, Vec<Finding>)> {
    let mut files: BTreeMap<Arc<str>, Vec<Finding>> = BTreeMap::new();
    for finding in findings {
        files.entry(finding.source.shown.clone()).or_default().push(finding);
    }
    let with_file = files.into_values().filter_map(|findings| {
        let first = findings.first()?;
        let known = task.report.iter().find(|file| *file.shown == *first.source.shown);
        let made = || GoFile { path: first.source.path.clone(), shown: first.source.shown.to_string() };
        Some((known.cloned().unwrap_or_else(made), findings))
    });
    with_file.collect()
}

/// The bytes of a file. Fails if the file cannot be read or is no longer the text that was checked.
fn bytes_of(task: &Task, file: &GoFile, findings: &[Finding]) -> Result<Vec<u8>, String> {
    let bytes = match task.open.get(&file.path) {
        Some(text) => text.to_vec(),
        None => source::read_bytes(&file.path)?,
    };
    let now = Source::new(&file.path, &file.shown, bytes.clone());
    match findings.iter().all(|finding| finding.source.text() == now.text()) {
        true => Ok(bytes),
        false => Err("left as it is: it was changed meanwhile".to_string()),
    }
}

fn fix_file(task: &Task, file: GoFile, findings: Vec<Finding>, request: FixRequest) -> FileFix {
    let before = match bytes_of(task, &file, &findings) {
        Ok(before) => before,
        Err(trouble) => return FileFix::untouched(file, findings, Some(trouble)),
    };
    let mut attempt = FixAttempt::new(task, &file, before.clone(), request);
    attempt.todo = findings.iter().map(key).collect();
    attempt.fix_all(request.safety);
    let left_keys = attempt.todo.clone();
    let left_for_unsafe = match request.safety {
        Safety::Safe if !left_keys.is_empty() => {
            let mut unsafe_attempt = attempt.clone();
            unsafe_attempt.fix_all(Safety::Unsafe);
            left_keys.len() - unsafe_attempt.todo.len()
        }
        _ => 0,
    };
    let is_left = |finding: &&Finding| left_keys.contains(&key(finding));
    let left = match attempt.fixed.is_empty() {
        true => findings.clone(),
        false => attempt.now.iter().filter(is_left).cloned().collect(),
    };
    let (after, fixed) = (attempt.bytes, attempt.fixed);
    FileFix { file, before, after, fixed, left, left_for_unsafe, trouble: None }
}

/// Identifies a finding in one text by offset and rule. All leaks of one call have the same key: an edit may turn
/// `never-closed` into `leaks-on-path`.
type FindingKey = (u32, u8);

fn key(finding: &Finding) -> FindingKey {
    let kind = match finding.rule {
        Rule::NeverClosed | Rule::LeaksOnPath | Rule::DiscardedResponse | Rule::OverwrittenResponse => 0,
        other => other as u8 + 1,
    };
    (finding.span.start, kind)
}

/// A text that is being fixed, and the findings that it has now.
#[derive(Clone)]
struct FixAttempt<'a> {
    task: &'a Task,
    file: &'a GoFile,
    request: FixRequest,
    bytes: Vec<u8>,
    /// Whether the text parses without errors; an edit must not change that.
    parses: bool,
    now: Vec<Finding>,
    /// The findings to fix.
    todo: BTreeSet<FindingKey>,
    /// The findings of `todo` that no edit fixes.
    given_up: BTreeSet<FindingKey>,
    fixed: Vec<Finding>,
}

/// The text after some edits, and the findings that it has.
struct EditedText {
    bytes: Vec<u8>,
    edits: Vec<Edits>,
    now: Vec<Finding>,
}

impl<'a> FixAttempt<'a> {
    fn new(task: &'a Task, file: &'a GoFile, bytes: Vec<u8>, request: FixRequest) -> FixAttempt<'a> {
        let now = found_in(task, file, &bytes, request.generated);
        let parses = parses(&source_of(file, &bytes));
        FixAttempt {
            task,
            file,
            request,
            bytes,
            parses,
            now,
            todo: BTreeSet::new(),
            given_up: BTreeSet::new(),
            fixed: Vec::new(),
        }
    }

    /// Fixes all findings that it can: first by the best edit of every finding at once, then one finding after another.
    fn fix_all(&mut self, safety: Safety) {
        if !self.parses {
            return;
        }
        self.fix_together(safety);
        self.given_up.clear();
        while let Some(wanted) = self.todo.iter().find(|key| !self.given_up.contains(*key)).copied() {
            if !self.fix_one(wanted, safety) {
                self.given_up.insert(wanted);
            }
        }
    }

    fn fix_together(&mut self, safety: Safety) {
        let mut edits = Edits::default();
        let mut wanted = BTreeSet::new();
        for (key, proposals) in self.proposals(safety) {
            if let Some(best) = proposals.first()
                && edits.add(&best.edits)
            {
                wanted.insert(key);
            }
        }
        if wanted.len() > 1
            && let Some(edited) = self.try_edits(edits)
            && self.remaining(&edited, &wanted).is_empty()
        {
            self.accept(edited, &wanted);
        }
    }

    /// Fixes one finding, if need be `return` by `return`. Returns false, and changes nothing, if no proposal works.
    fn fix_one(&mut self, wanted: FindingKey, safety: Safety) -> bool {
        let proposals = self.proposals(safety).into_iter().find(|(key, _)| *key == wanted);
        let alone = BTreeSet::from([wanted]);
        for proposal in proposals.map(|(_, proposals)| proposals).unwrap_or_default() {
            let mut edits = Edits::default();
            let is_sound = edits.add(&proposal.edits);
            let Some(edited) = is_sound.then(|| self.try_edits(edits)).flatten() else {
                continue;
            };
            let left = self.remaining(&edited, &alone);
            if left.is_empty() {
                self.accept(edited, &alone);
                return true;
            }
            if proposal.safety == Safety::Unsafe
                && let Some(whole) = self.fix_exit_by_exit(edited, wanted, safety)
            {
                *self = whole;
                return true;
            }
        }
        false
    }

    /// Continues after an edit that closed the body before one of several exits.
    fn fix_exit_by_exit(&self, edited: EditedText, wanted: FindingKey, safety: Safety) -> Option<FixAttempt<'a>> {
        let original = self.now.iter().find(|finding| key(finding) == wanted)?.clone();
        let mut attempt = self.clone();
        let mut edited = edited;
        let mut at = wanted;
        for _ in 0..MOST_EXITS {
            let before = attempt.now.iter().find(|finding| key(finding) == at)?.other_exits;
            let moved = moved(&edited.edits, at)?;
            let after = edited.now.iter().find(|finding| key(finding) == moved);
            let is_nearer = after.is_none_or(|after| after.other_exits < before);
            if !is_nearer {
                return None;
            }
            attempt.accept(edited, &BTreeSet::new());
            if is_gone(&attempt, moved) {
                attempt.todo.remove(&moved);
                attempt.fixed.push(original);
                return Some(attempt);
            }
            at = moved;
            let (_, proposals) = attempt.proposals(safety).into_iter().find(|(key, _)| *key == at)?;
            edited =
                proposals.into_iter().filter(|proposal| proposal.safety == Safety::Unsafe).find_map(|proposal| {
                    let mut edits = Edits::default();
                    edits.add(&proposal.edits).then(|| attempt.try_edits(edits)).flatten()
                })?;
        }
        None
    }

    fn proposals(&self, safety: Safety) -> Vec<(FindingKey, Vec<Proposal>)> {
        let source = source_of(self.file, &self.bytes);
        let Some(tree) = tree::parse(source.text()) else {
            return Vec::new();
        };
        let wanted = self.now.iter().filter(|finding| self.todo.contains(&key(finding)));
        let proposals = wanted.map(|finding| {
            let mut all = propose::proposals(&source, tree.root_node(), finding, self.request.style);
            all.retain(|proposal| proposal.safety <= safety);
            (key(finding), all)
        });
        proposals.collect()
    }

    /// The text after edits; `None` if it no longer parses or has a new finding.
    fn try_edits(&self, edits: Edits) -> Option<EditedText> {
        let edited = edits.apply(&self.bytes);
        let (old, new) = (source_of(self.file, &self.bytes), source_of(self.file, &edited));
        if edited == self.bytes || !parses(&new) {
            return None;
        }
        let realigned = align::realigned(&old, &edits, &new);
        let bytes = realigned.apply(&edited);
        let edits = vec![edits, realigned];
        let now = found_in(self.task, self.file, &bytes, self.request.generated);
        let known: BTreeSet<FindingKey> = self.now.iter().filter_map(|finding| moved(&edits, key(finding))).collect();
        now.iter().all(|finding| known.contains(&key(finding))).then_some(EditedText { bytes, edits, now })
    }

    /// The wanted findings that the edited text still has, by their old keys.
    fn remaining(&self, edited: &EditedText, wanted: &BTreeSet<FindingKey>) -> BTreeSet<FindingKey> {
        let now: BTreeSet<FindingKey> = edited.now.iter().map(key).collect();
        let is_left = |key: &&FindingKey| moved(&edited.edits, **key).is_some_and(|moved| now.contains(&moved));
        wanted.iter().filter(is_left).copied().collect()
    }

    fn accept(&mut self, edited: EditedText, fixed: &BTreeSet<FindingKey>) {
        self.fixed.extend(self.now.iter().filter(|finding| fixed.contains(&key(finding))).cloned());
        let kept = |keys: &BTreeSet<FindingKey>| {
            let left = keys.iter().filter(|key| !fixed.contains(*key));
            left.filter_map(|key| moved(&edited.edits, *key)).collect()
        };
        self.todo = kept(&self.todo);
        self.given_up = kept(&self.given_up);
        self.bytes = edited.bytes;
        self.now = edited.now;
    }
}

fn is_gone(attempt: &FixAttempt, at: FindingKey) -> bool {
    attempt.now.iter().all(|finding| key(finding) != at)
}

/// The key of a finding after several sets of edits; `None` if its place was deleted.
fn moved(edits: &[Edits], key: FindingKey) -> Option<FindingKey> {
    let place = edits.iter().try_fold(key.0, |place, edits| edits.moved(place))?;
    Some((place, key.1))
}

fn source_of(file: &GoFile, bytes: &[u8]) -> Source {
    Source::new(&file.path, &file.shown, bytes.to_vec())
}

fn parses(source: &Source) -> bool {
    tree::parse(source.text()).is_some_and(|tree| !tree.root_node().has_error())
}

/// The findings that a file would have with this text.
fn found_in(task: &Task, file: &GoFile, bytes: &[u8], generated: GeneratedFiles) -> Vec<Finding> {
    let mut task = Task { report: vec![file.clone()], count: Arc::default(), ..task.clone() };
    task.open.insert(&file.path, bytes);
    let checked = check::check(&task);
    let mut marked = checked.marked;
    if suppress::is_marked(bytes) {
        marked.push(Arc::new(source_of(file, bytes)));
    }
    let (mut found, _) = run::unsuppressed(generated, checked.findings, marked);
    run::sort(&mut found);
    found
}
