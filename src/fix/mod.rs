//! Edits that mend findings.
//!
//!     resp, err := http.Get(u)
//!     if err != nil {
//!         return err
//!     }
//!     defer resp.Body.Close()      // this line
//!
//! [`propose`] reads the text around a finding and says what could be written. Nothing of that is believed: each edit is
//! tried on the text in memory, and kept only if the changed file parses, the finding is gone and no other has come. So a
//! second run finds nothing there, and an edit that would end in a `defer` in a loop never leaves this module.
//!
//! Files are only read here; [`crate::ground::atomic_file`] writes them.

mod align;
mod edit;
mod ignore;
mod nodes;
mod place;
mod propose;
mod uses;

pub use ignore::add_ignores;

use crate::check::{self};
use crate::findings::finding::Finding;
use crate::findings::rule::Rule;
use crate::findings::suppress;
use crate::go::tree;
use crate::ground::source::GoFile;
use crate::ground::source::{self, Source};
use crate::ground::stack;
use crate::run;
use crate::run::settings::{GeneratedFiles, Style};
use crate::task::Task;
use edit::Edits;
use propose::Proposal;
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// How often a finding with several ways out is mended before it is given up.
const MOST_WAYS_OUT: usize = 16;

/// Whether an edit may be made without a person who looks at it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Safety {
    /// It does what the function does and closes the body.
    #[default]
    Safe,
    /// It closes the body, and may not be what is meant.
    Unsafe,
}

/// What is asked for.
#[derive(Clone, Copy, Debug, Default)]
pub struct FixRequest {
    /// Edits up to this are made.
    pub safety: Safety,
    /// How a `defer` is written.
    pub style: Style,
    /// Whether generated files are reported.
    pub generated: GeneratedFiles,
}

/// A file and its new text.
#[derive(Debug)]
pub struct FileFix {
    /// The file.
    pub file: GoFile,
    /// What was read.
    pub before: Vec<u8>,
    /// What should be written; the same if nothing is mended.
    pub after: Vec<u8>,
    /// The findings that are gone then.
    pub fixed: Vec<Finding>,
    /// Those that are left, with their places in the new text.
    pub left: Vec<Finding>,
    /// How many of those unsafe edits would mend.
    pub left_for_unsafe: usize,
    /// Why the file was left alone, as a sentence.
    pub trouble: Option<String>,
}

impl FileFix {
    /// Whether there is something to write.
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

/// Tries to mend the findings, file by file; one entry for each file with findings, in the order of paths.
pub fn fix(task: &Task, findings: Vec<Finding>, wish: FixRequest) -> Vec<FileFix> {
    let files = by_file(task, findings);
    stack::on_large(|| files.into_par_iter().map(|(file, findings)| fix_file(task, file, findings, wish)).collect())
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

/// The bytes of a file, if they are still those that were checked.
fn bytes_of(task: &Task, file: &GoFile, findings: &[Finding]) -> Result<Vec<u8>, String> {
    let bytes = match &task.overlay {
        Some((path, bytes)) if *path == file.path => bytes.clone(),
        _ => source::read_bytes(&file.path)?,
    };
    let now = Source::new(&file.path, &file.shown, bytes.clone());
    match findings.iter().all(|finding| finding.source.text() == now.text()) {
        true => Ok(bytes),
        false => Err("left as it is: it was changed meanwhile".to_string()),
    }
}

fn fix_file(task: &Task, file: GoFile, findings: Vec<Finding>, wish: FixRequest) -> FileFix {
    let before = match bytes_of(task, &file, &findings) {
        Ok(before) => before,
        Err(trouble) => return FileFix::untouched(file, findings, Some(trouble)),
    };
    let mut draft = FixAttempt::new(task, &file, before.clone(), wish);
    draft.todo = findings.iter().map(key).collect();
    draft.fix_hint(wish.safety);
    let left_keys = draft.todo.clone();
    let left_for_unsafe = match wish.safety {
        Safety::Safe if !left_keys.is_empty() => {
            let mut bolder = draft.clone();
            bolder.fix_hint(Safety::Unsafe);
            left_keys.len() - bolder.todo.len()
        }
        _ => 0,
    };
    let is_left = |finding: &&Finding| left_keys.contains(&key(finding));
    let left = match draft.fixed.is_empty() {
        true => findings.clone(),
        false => draft.now.iter().filter(is_left).cloned().collect(),
    };
    let (after, fixed) = (draft.bytes, draft.fixed);
    FileFix { file, before, after, fixed, left, left_for_unsafe, trouble: None }
}

/// What tells a finding from others in one text: its place and its rule. Leaks of one call count as one: an edit may turn
/// "never closed" into "not closed on every path".
type FindingKey = (u32, u8);

fn key(finding: &Finding) -> FindingKey {
    let kind = match finding.rule {
        Rule::NeverClosed | Rule::LeaksOnPath | Rule::DiscardedResponse | Rule::OverwrittenResponse => 0,
        other => other as u8 + 1,
    };
    (finding.span.start, kind)
}

/// A text that is being mended, and what is found in it now.
#[derive(Clone)]
struct FixAttempt<'a> {
    task: &'a Task,
    file: &'a GoFile,
    wish: FixRequest,
    bytes: Vec<u8>,
    /// Whether it could be parsed without errors; an edit must not change that.
    parses: bool,
    now: Vec<Finding>,
    /// The findings to mend.
    todo: BTreeSet<FindingKey>,
    /// Those of them for which no edit worked.
    given_up: BTreeSet<FindingKey>,
    fixed: Vec<Finding>,
}

/// A text after an edit.
struct Tried {
    bytes: Vec<u8>,
    edits: Vec<Edits>,
    now: Vec<Finding>,
}

impl<'a> FixAttempt<'a> {
    fn new(task: &'a Task, file: &'a GoFile, bytes: Vec<u8>, wish: FixRequest) -> FixAttempt<'a> {
        let now = found_in(task, file, &bytes, wish.generated);
        let parses = parses(&source_of(file, &bytes));
        FixAttempt {
            task,
            file,
            wish,
            bytes,
            parses,
            now,
            todo: BTreeSet::new(),
            given_up: BTreeSet::new(),
            fixed: Vec::new(),
        }
    }

    /// Mends what can be mended: the best edit of every finding at once, and where that does not work one after another.
    fn fix_hint(&mut self, safety: Safety) {
        if !self.parses {
            return;
        }
        self.mend_together(safety);
        self.given_up.clear();
        while let Some(wanted) = self.todo.iter().find(|key| !self.given_up.contains(*key)).copied() {
            if !self.mend_one(wanted, safety) {
                self.given_up.insert(wanted);
            }
        }
    }

    fn mend_together(&mut self, safety: Safety) {
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
            && let Some(tried) = self.tried(edits)
            && self.left_of(&tried, &wanted).is_empty()
        {
            self.take(tried, &wanted);
        }
    }

    /// Mends one finding, way out by way out if need be. If that does not work nothing is changed.
    fn mend_one(&mut self, wanted: FindingKey, safety: Safety) -> bool {
        let proposals = self.proposals(safety).into_iter().find(|(key, _)| *key == wanted);
        let alone = BTreeSet::from([wanted]);
        for proposal in proposals.map(|(_, proposals)| proposals).unwrap_or_default() {
            let mut edits = Edits::default();
            let is_sound = edits.add(&proposal.edits);
            let Some(tried) = is_sound.then(|| self.tried(edits)).flatten() else {
                continue;
            };
            let left = self.left_of(&tried, &alone);
            if left.is_empty() {
                self.take(tried, &alone);
                return true;
            }
            if proposal.safety == Safety::Unsafe
                && let Some(whole) = self.mended_on(tried, wanted, safety)
            {
                *self = whole;
                return true;
            }
        }
        false
    }

    /// Goes on after an edit that closed one of several ways out.
    fn mended_on(&self, tried: Tried, wanted: FindingKey, safety: Safety) -> Option<FixAttempt<'a>> {
        let original = self.now.iter().find(|finding| key(finding) == wanted)?.clone();
        let mut draft = self.clone();
        let mut tried = tried;
        let mut at = wanted;
        for _ in 0..MOST_WAYS_OUT {
            let before = draft.now.iter().find(|finding| key(finding) == at)?.other_exits;
            let moved = moved(&tried.edits, at)?;
            let after = tried.now.iter().find(|finding| key(finding) == moved);
            let is_nearer = after.is_none_or(|after| after.other_exits < before);
            if !is_nearer {
                return None;
            }
            draft.take(tried, &BTreeSet::new());
            if after_is_gone(&draft, moved) {
                draft.todo.remove(&moved);
                draft.fixed.push(original);
                return Some(draft);
            }
            at = moved;
            let (_, proposals) = draft.proposals(safety).into_iter().find(|(key, _)| *key == at)?;
            tried =
                proposals.into_iter().filter(|proposal| proposal.safety == Safety::Unsafe).find_map(|proposal| {
                    let mut edits = Edits::default();
                    edits.add(&proposal.edits).then(|| draft.tried(edits)).flatten()
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
            let mut all = propose::proposals(&source, tree.root_node(), finding, self.wish.style);
            all.retain(|proposal| proposal.safety <= safety);
            (key(finding), all)
        });
        proposals.collect()
    }

    /// The text after edits; `None` if it is broken or something new is found in it.
    fn tried(&self, edits: Edits) -> Option<Tried> {
        let edited = edits.apply(&self.bytes);
        let (old, new) = (source_of(self.file, &self.bytes), source_of(self.file, &edited));
        if edited == self.bytes || !parses(&new) {
            return None;
        }
        let realigned = align::realigned(&old, &edits, &new);
        let bytes = realigned.apply(&edited);
        let edits = vec![edits, realigned];
        let now = found_in(self.task, self.file, &bytes, self.wish.generated);
        let known: BTreeSet<FindingKey> = self.now.iter().filter_map(|finding| moved(&edits, key(finding))).collect();
        now.iter().all(|finding| known.contains(&key(finding))).then_some(Tried { bytes, edits, now })
    }

    /// Which of the wanted findings are still there, by their old places.
    fn left_of(&self, tried: &Tried, wanted: &BTreeSet<FindingKey>) -> BTreeSet<FindingKey> {
        let now: BTreeSet<FindingKey> = tried.now.iter().map(key).collect();
        let is_left = |key: &&FindingKey| moved(&tried.edits, **key).is_some_and(|moved| now.contains(&moved));
        wanted.iter().filter(is_left).copied().collect()
    }

    fn take(&mut self, tried: Tried, mended: &BTreeSet<FindingKey>) {
        self.fixed.extend(self.now.iter().filter(|finding| mended.contains(&key(finding))).cloned());
        let kept = |keys: &BTreeSet<FindingKey>| {
            let left = keys.iter().filter(|key| !mended.contains(*key));
            left.filter_map(|key| moved(&tried.edits, *key)).collect()
        };
        self.todo = kept(&self.todo);
        self.given_up = kept(&self.given_up);
        self.bytes = tried.bytes;
        self.now = tried.now;
    }
}

fn after_is_gone(draft: &FixAttempt, at: FindingKey) -> bool {
    draft.now.iter().all(|finding| key(finding) != at)
}

/// Where a finding stands after edits, one set after the other.
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

/// What is found in a file with this text.
fn found_in(task: &Task, file: &GoFile, bytes: &[u8], generated: GeneratedFiles) -> Vec<Finding> {
    let task = Task {
        report: vec![file.clone()],
        overlay: Some((file.path.clone(), bytes.to_vec())),
        count: Arc::default(),
        ..task.clone()
    };
    let checked = check::check(&task);
    let mut marked = checked.marked;
    if suppress::is_marked(bytes) {
        marked.push(Arc::new(source_of(file, bytes)));
    }
    let (mut found, _) = run::silenced(generated, checked.findings, marked);
    run::sort(&mut found);
    found
}
