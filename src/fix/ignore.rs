//! `--add-ignore`: writes a comment above each finding, so that later runs report new findings only.
//!
//!     //bodyguard:ignore[leaks-on-path] not reviewed yet
//!     resp, err := http.Get(u)
//!
//! The comment gets a line of its own above the statement. There it covers all lines of the statement, moves no
//! trailing comment out of its column, and cannot end up inside a raw string.

use super::edit::{Edit, Edits, indent, line_around, line_ending};
use super::nodes::ancestors;
use super::trial::{Trials, parses, source_of};
use super::{FileFix, FixRequest, by_file, bytes_of};
use crate::findings::finding::Finding;
use crate::findings::rule::Rule;
use crate::go::tree::{self, Kind, kind};
use crate::ground::source::GoFile;
use crate::ground::source::Source;
use crate::ground::stack;
use crate::task::Task;
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use tree_sitter::Node;

/// Adds a comment above each finding, and returns one entry for each file with findings. Findings of
/// `unused-suppression` are about comments themselves and stay.
pub fn add_ignores(task: &Task, findings: Vec<Finding>, reason: &str, request: FixRequest) -> Vec<FileFix> {
    let files = by_file(task, findings);
    let trials = Trials::new(task, request.generated);
    let silence = |(file, findings)| silence_file(task, &trials, file, findings, reason);
    stack::on_large(|| files.into_par_iter().map(silence).collect())
}

fn silence_file(task: &Task, trials: &Trials, file: GoFile, findings: Vec<Finding>, reason: &str) -> FileFix {
    let before = match bytes_of(task, &file, &findings) {
        Ok(before) => before,
        Err(trouble) => return FileFix::untouched(file, findings, Some(trouble)),
    };
    let edits = comments(&source_of(&file, &before), &findings, reason);
    let after = edits.apply(&before);
    let now = trials.of_whole(&file, &after);
    let place = |finding: &Finding| (edits.moved(finding.span.start), finding.rule);
    let still: BTreeSet<_> = now.iter().map(|finding| (Some(finding.span.start), finding.rule)).collect();
    let is_sound = parses(&source_of(&file, &after)) || !parses(&source_of(&file, &before));
    if !is_sound {
        return FileFix::untouched(file, findings, Some("left as it is: no line for a comment was found".to_string()));
    }
    let (left, fixed): (Vec<_>, Vec<_>) = findings.into_iter().partition(|finding| still.contains(&place(finding)));
    let left_places: BTreeSet<_> = left.iter().map(place).collect();
    let left = now.into_iter().filter(|now| left_places.contains(&(Some(now.span.start), now.rule))).collect();
    FileFix { file, before, after, fixed, left, left_for_unsafe: 0, trouble: None }
}

/// One comment for each line that holds findings, with all their rules.
fn comments(source: &Source, findings: &[Finding], reason: &str) -> Edits {
    let mut edits = Edits::default();
    let Some(tree) = tree::parse(source.text()) else {
        return edits;
    };
    let mut lines: BTreeMap<usize, BTreeSet<&str>> = BTreeMap::new();
    for finding in findings.iter().filter(|finding| finding.rule != Rule::UnusedSuppression) {
        let start = statement_start(tree.root_node(), finding);
        lines.entry(line_around(source, start).0).or_default().insert(finding.rule.name());
    }
    for (at, rules) in lines {
        let rules: Vec<&str> = rules.into_iter().collect();
        let (indent, ending) = (indent(source, at), line_ending(source, at));
        let line = format!("{indent}//bodyguard:ignore[{}] {reason}{ending}", rules.join(","));
        edits.add(&[Edit::insert(at, line)]);
    }
    edits
}

/// The start of the innermost statement or declaration around the call.
fn statement_start(root: Node, finding: &Finding) -> usize {
    let start = finding.span.start as usize;
    let leaf = root.descendant_for_byte_range(start, start + 1).unwrap_or(root);
    let around = std::iter::once(leaf).chain(ancestors(leaf)).find(|node| is_statement(*node));
    around.map_or(start, |node| node.start_byte())
}

fn is_statement(node: Node) -> bool {
    let is_listed = node.parent().is_some_and(|parent| kind(parent) == Kind::StatementList);
    is_listed || matches!(kind(node), Kind::IfStatement | Kind::VarSpec | Kind::VarDeclaration)
}
