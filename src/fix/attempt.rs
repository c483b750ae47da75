//! The search for edits of one file that fix its findings.
//!
//!     try the best edit of every finding at once; then, finding after finding, each edit by itself
//!
//! An edit is accepted if the finding is gone and no new one is there, of any rule, so that no edit makes a read of a closed body
//! either. Only the functions that an edit touches are checked again; the whole file once, at the end.

use super::FixRequest;
use super::Safety;
use super::align;
use super::edit::Edits;
use super::propose::{self, Proposal};
use super::trial::{Trials, source_of};
use crate::findings::finding::{Finding, FixHint, Step, TextEdit};
use crate::findings::rule::Rule;
use crate::findings::suppress;
use crate::go::tree;
use crate::ground::source::{GoFile, Source, Span};
use crate::run;
use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::Arc;
use tree_sitter::Tree;

/// A finding is given up after so many edits: each closes the body before one more `return`.
const MOST_EXITS: usize = 16;

/// Identifies a finding in one text by offset and rule. All leaks of one call have the same key: an edit may turn
/// `never-closed` into `leaks-on-path`.
pub type FindingKey = (u32, u8);

pub fn key(finding: &Finding) -> FindingKey {
    let kind = match finding.rule {
        Rule::NeverClosed | Rule::LeaksOnPath | Rule::DiscardedResponse | Rule::OverwrittenResponse => 0,
        other => other as u8 + 1,
    };
    (finding.span.start, kind)
}

/// A text that is being fixed, and the findings that it has now.
#[derive(Clone)]
pub struct FixAttempt<'a> {
    trials: &'a Trials<'a>,
    file: &'a GoFile,
    request: FixRequest,
    /// Whether each trial is one of the whole file: comments in it may silence nothing after an edit.
    is_whole: bool,
    bytes: Vec<u8>,
    /// The tree of the text; `None` if it has errors, so that nothing is edited.
    tree: Option<Tree>,
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
    tree: Tree,
    edits: Vec<Edits>,
    now: Vec<Finding>,
}

/// The new text of a file, and its findings.
pub struct FixedText {
    /// The text that was read.
    pub before: Vec<u8>,
    /// The new text.
    pub after: Vec<u8>,
    /// The findings that it no longer has.
    pub fixed: Vec<Finding>,
    /// Those that are left, with their places in it.
    pub left: Vec<Finding>,
    /// How many of these unsafe edits would fix.
    pub left_for_unsafe: usize,
}

impl<'a> FixAttempt<'a> {
    /// An attempt to fix these findings of a text.
    pub fn new(
        trials: &'a Trials<'a>,
        file: &'a GoFile,
        bytes: Vec<u8>,
        request: FixRequest,
        findings: &[Finding],
    ) -> FixAttempt<'a> {
        FixAttempt {
            trials,
            file,
            request,
            is_whole: suppress::is_marked(&bytes),
            tree: tree_of(&source_of(file, &bytes)),
            bytes,
            now: findings.to_vec(),
            todo: findings.iter().map(key).collect(),
            given_up: BTreeSet::new(),
            fixed: Vec::new(),
        }
    }

    /// Fixes what the request allows; `None` if there is no edit to try.
    pub fn fixed_file(mut self, findings: &[Finding]) -> Option<FixedText> {
        let proposals = self.proposals(Safety::Unsafe, |_| true);
        let places: Vec<u32> =
            proposals.iter().filter(|(_, proposals)| !proposals.is_empty()).map(|(key, _)| key.0).collect();
        if places.is_empty() {
            return None;
        }
        let before = self.bytes.clone();
        self.now = self.found_before(&places);
        let mut done = self.clone();
        done.fix_all(self.request.safety);
        let mut left = findings.to_vec();
        if done.bytes != before {
            let now = done.trials.of_whole(done.file, &done.bytes);
            if !done.is_whole && !done.accounts_for(&now, &before) {
                // Another function is the worse for the edits: each one is judged by the whole file.
                self.is_whole = true;
                self.now = findings.to_vec();
                return self.fixed_file(findings);
            }
            left = now.into_iter().filter(|finding| done.todo.contains(&key(finding))).collect();
        }
        let left_for_unsafe = match self.request.safety {
            Safety::Safe if self.request.counts_unsafe && !done.todo.is_empty() => {
                let mut unsafe_attempt = done.clone();
                unsafe_attempt.fix_all(Safety::Unsafe);
                done.todo.len() - unsafe_attempt.todo.len()
            }
            _ => 0,
        };
        Some(FixedText { before, after: done.bytes, fixed: done.fixed, left, left_for_unsafe })
    }

    /// The safe edit for each finding that has one, by its key, each tried by itself.
    pub fn safe_edits(mut self, findings: &[Finding]) -> Vec<(FindingKey, TextEdit)> {
        let proposals = self.proposals(Safety::Safe, |_| true);
        let wanted = proposals.iter().filter(|(_, proposals)| !proposals.is_empty());
        let wanted: Vec<FindingKey> = wanted.map(|(key, _)| *key).collect();
        if wanted.is_empty() {
            return Vec::new();
        }
        let places: Vec<u32> = wanted.iter().map(|key| key.0).collect();
        self.now = self.found_before(&places);
        let edit = |key: FindingKey| {
            let mut alone = self.clone();
            alone.fix_one(key, Safety::Safe).then(|| Some((key, difference(&self.bytes, &alone.bytes)?))).flatten()
        };
        let is_listed = |key: &FindingKey| findings.iter().any(|finding| self::key(finding) == *key);
        wanted.into_iter().filter(is_listed).filter_map(edit).collect()
    }

    /// The findings of the declarations at these places of the text, or of the whole text.
    fn found_before(&self, places: &[u32]) -> Vec<Finding> {
        let declarations = self.tree.as_ref().map_or(Vec::new(), |tree| declarations_at(tree, places));
        match self.is_whole {
            true => self.trials.of_whole(self.file, &self.bytes),
            false => self.trials.of_parts(self.file, &self.bytes, &declarations),
        }
    }

    /// Whether the findings of the whole new text were there before.
    fn accounts_for(&self, now: &[Finding], before: &[u8]) -> bool {
        let known: BTreeSet<FindingKey> = self.now.iter().map(key).chain(self.todo.iter().copied()).collect();
        let is_known = now.iter().all(|finding| known.contains(&key(finding)));
        // Those of rules that are off are not known yet: no edit adds one and takes another away.
        is_known || now.len() + self.fixed.len() <= self.trials.of_whole(self.file, before).len()
    }

    /// Fixes all findings that it can: first by the best edit of every finding at once, then one finding after another.
    fn fix_all(&mut self, safety: Safety) {
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
        for (key, proposals) in self.proposals(safety, |_| true) {
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
        let proposals = self.proposals(safety, |key| *key == wanted).into_iter().next();
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
            let (_, proposals) = attempt.proposals(safety, |key| *key == at).into_iter().next()?;
            edited =
                proposals.into_iter().filter(|proposal| proposal.safety == Safety::Unsafe).find_map(|proposal| {
                    let mut edits = Edits::default();
                    edits.add(&proposal.edits).then(|| attempt.try_edits(edits)).flatten()
                })?;
        }
        None
    }

    /// The edits that may fix the wanted findings of those to fix.
    fn proposals(&self, safety: Safety, wanted: impl Fn(&FindingKey) -> bool) -> Vec<(FindingKey, Vec<Proposal>)> {
        let Some(tree) = &self.tree else {
            return Vec::new();
        };
        let source = source_of(self.file, &self.bytes);
        let is_wanted = |key: &FindingKey| wanted(key) && self.todo.contains(key);
        let wanted = self.now.iter().filter(|finding| is_wanted(&key(finding)));
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
        if edited == self.bytes {
            return None;
        }
        let realigned = align::realigned(&old, &edits, &new);
        let bytes = realigned.apply(&edited);
        let tree = tree_of(&source_of(self.file, &bytes))?;
        let edits = vec![edits, realigned];
        let now = match self.is_whole {
            true => self.trials.of_whole(self.file, &bytes),
            false => self.found_after(&bytes, &edits),
        };
        let known: BTreeSet<FindingKey> = self.now.iter().filter_map(|finding| moved(&edits, key(finding))).collect();
        now.iter().all(|finding| known.contains(&key(finding))).then_some(EditedText { bytes, tree, edits, now })
    }

    /// The findings after edits: those of the declarations that were edited come from a new check, the others are where they were.
    fn found_after(&self, bytes: &[u8], edits: &[Edits]) -> Vec<Finding> {
        let new = Arc::new(source_of(self.file, bytes));
        let starts: Vec<u32> = edits[0].iter().map(|edit| u32::try_from(edit.start).unwrap_or(u32::MAX)).collect();
        let edited = self.tree.as_ref().map_or(Vec::new(), |tree| declarations_at(tree, &starts));
        let place =
            |at: usize| moved(edits, (u32::try_from(at).unwrap_or(u32::MAX), 0)).map_or(at, |(at, _)| at as usize);
        let ranges: Vec<Range<usize>> = edited.iter().map(|range| place(range.start)..place(range.end)).collect();
        let mut now = self.trials.of_parts(self.file, bytes, &ranges);
        let is_kept = |finding: &&Finding| !edited.iter().any(|range| range.contains(&(finding.span.start as usize)));
        now.extend(self.now.iter().filter(is_kept).filter_map(|finding| relocated(finding, edits, &new)));
        run::sort(&mut now);
        now
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
        self.tree = Some(edited.tree);
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

/// The one edit of whole lines by which a text differs from another; `None` if it is no UTF-8.
fn difference(before: &[u8], after: &[u8]) -> Option<TextEdit> {
    let is_line_start = |at: usize| at == 0 || before[at - 1] == b'\n';
    let same = before.iter().zip(after).take_while(|(one, other)| one == other).count();
    let start = (0..=same).rev().find(|at| is_line_start(*at))?;
    let most = before.len().min(after.len()) - start;
    let ends = before.iter().rev().zip(after.iter().rev());
    let same = ends.take(most).take_while(|(one, other)| one == other).count();
    let end = (before.len() - same..=before.len()).find(|at| is_line_start(*at) || *at == before.len())?;
    let text = after.get(start..after.len() - (before.len() - end))?;
    Some(TextEdit { span: Span::new(start, end), text: std::str::from_utf8(text).ok()?.to_string() })
}

/// The tree of a text without errors.
fn tree_of(source: &Source) -> Option<Tree> {
    tree::parse(source.text()).filter(|tree| !tree.root_node().has_error())
}

/// The byte ranges of the declarations of a file in which the offsets lie.
fn declarations_at(tree: &Tree, offsets: &[u32]) -> Vec<Range<usize>> {
    let declarations = tree::children(tree.root_node()).into_iter().map(|node| node.byte_range());
    declarations.filter(|range| offsets.iter().any(|at| range.contains(&(*at as usize)))).collect()
}

/// A finding of code that was not edited, in the new text.
fn relocated(finding: &Finding, edits: &[Edits], source: &Arc<Source>) -> Option<Finding> {
    let place = |span: Span| {
        let (start, _) = moved(edits, (span.start, 0))?;
        Some(Span { start, end: start + (span.end - span.start) })
    };
    let steps = finding.steps.iter().map(|step| Some(Step { span: place(step.span)?, ..step.clone() }));
    let escapes = finding.fix_hint.escapes.iter().filter_map(|span| place(*span)).collect();
    Some(Finding {
        source: source.clone(),
        span: place(finding.span)?,
        steps: steps.collect::<Option<_>>()?,
        fix_hint: FixHint { escapes, ..finding.fix_hint.clone() },
        ..finding.clone()
    })
}
