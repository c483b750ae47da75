//! Comments that silence findings, and generated files, whose findings are not reported.
//!
//! Three families of comments are understood, each as its own tool defines it:
//!
//!     resp, err := http.Get(u) //nolint:bodyclose // golangci-lint: the line, or the node below
//!     //lint:ignore bodyguard the pool closes it      staticcheck: the line of the node it belongs to
//!     //bodyguard:ignore[leaks-on-path] the pool ...  ours: the line, or the node below; reported when unused
//!
//! [`apply`] returns the findings of one file that no comment covers. The file is parsed again only if it has a finding
//! and may have a comment that covers it, or if it has a `//bodyguard:` comment: the trees of the analysis are gone by
//! then.

mod comments;
mod generated;
mod nodes;

pub use comments::OWN_MARK;
pub use generated::is_generated;

use crate::findings::finding::{Confidence, Finding, FixHint};
use crate::findings::rule::Rule;
use crate::go::items::{ItemSpans, item_spans};
use crate::ground::open_texts::OpenTexts;
use crate::ground::problem::{Problem, ProblemKind};
use crate::ground::source::GoFile;
use crate::ground::source::{Source, Span};
use comments::{Directive, Extent, Family, Mistake, Silences};
use memchr::memmem;
use nodes::{Comment, Group, Layout};
use rayon::prelude::*;
use std::ops::RangeInclusive;
use std::sync::Arc;

/// The findings of one file after its comments were applied.
#[derive(Debug, Default)]
pub struct Unsuppressed {
    /// The findings that no comment covers, and one for each `//bodyguard:ignore` that silences nothing.
    pub findings: Vec<Finding>,
    /// Mistakes in `//bodyguard:` comments.
    pub problems: Vec<Problem>,
}

/// Whether findings in generated files are reported.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum GeneratedFiles {
    /// They are reported like others.
    Reported,
    /// They are dropped.
    #[default]
    Silent,
}

/// The files with a `//bodyguard:` comment, and the files that could not be read.
pub fn marked_sources(files: &[&GoFile], open: &OpenTexts) -> (Vec<Arc<Source>>, Vec<Problem>) {
    let finder = memmem::Finder::new(comments::OWN_MARK);
    let read_marked = |buffer: &mut Vec<u8>, file: &&GoFile| {
        let read = match open.get(&file.path) {
            Some(text) => {
                *buffer = text.to_vec();
                Ok(())
            }
            None => crate::ground::source::read_into(&file.path, buffer),
        };
        match read {
            Err(error) => Err(Problem {
                path: file.shown.clone(),
                position: None,
                kind: ProblemKind::Unreadable,
                message: format!("could not be read: {error}"),
            }),
            Ok(()) if finder.find(buffer).is_none() => Ok(None),
            Ok(()) => Ok(Some(Arc::new(Source::new(&file.path, &file.shown, std::mem::take(buffer))))),
        }
    };
    let read_files: Vec<_> = files.par_iter().map_init(Vec::new, read_marked).collect();
    let mut sources = Vec::new();
    let mut problems = Vec::new();
    for file in read_files {
        match file {
            Ok(source) => sources.extend(source),
            Err(problem) => problems.push(problem),
        }
    }
    (sources, problems)
}

/// Whether a text has a `//bodyguard:` comment. Such a file is read even if it has no finding: the comment may be
/// malformed or silence nothing.
pub fn is_marked(text: &[u8]) -> bool {
    memmem::find(text, comments::OWN_MARK).is_some()
}

/// Drops the findings that a comment covers. All findings must lie in `source`. A comment that covers a finding of a
/// rule that is off is not unused.
pub fn apply(source: &Arc<Source>, findings: Vec<Finding>) -> Unsuppressed {
    let untouched = |findings| Unsuppressed { findings, problems: Vec::new() };
    let text = source.text().as_bytes();
    let is_marked = memmem::find(text, comments::OWN_MARK).is_some();
    if !is_marked && !may_be_covered(source, &findings) {
        return untouched(findings);
    }
    let Some(layout) = Layout::read(source) else {
        return untouched(findings);
    };
    let (covers, problems) = read_covers(source, &layout);
    let mut unsuppressed = Unsuppressed { findings: Vec::new(), problems };
    let mut is_used = vec![false; covers.len()];
    for finding in findings {
        let line = source.line(finding.span.start);
        let mut is_silenced = false;
        for (cover, used) in covers.iter().zip(&mut is_used) {
            if cover.covers(line, finding.rule) {
                *used = true;
                is_silenced = true;
            }
        }
        if !is_silenced {
            unsuppressed.findings.push(finding);
        }
    }
    let unused = covers.iter().zip(&is_used).filter(|(cover, used)| cover.family == Family::Own && !**used);
    unsuppressed.findings.extend(unused.map(|(cover, _)| unused_suppression(source, cover)));
    unsuppressed
}

/// Whether a comment for another tool may cover one of the findings. A comment for staticcheck may cover the whole file
/// from anywhere; one for golangci-lint covers the lines below it, and is far from most findings.
fn may_be_covered(source: &Source, findings: &[Finding]) -> bool {
    let text = source.text().as_bytes();
    !findings.is_empty()
        && (comments::may_hold_staticcheck(text)
            || comments::may_hold_nolint(text) && has_nolint_near(source, findings))
}

/// Whether `nolint` stands before the first declaration, in a declaration with a finding, or directly before such a
/// one.
fn has_nolint_near(source: &Source, findings: &[Finding]) -> bool {
    let declared = declarations(&item_spans(source.text()));
    let holds = |start: u32, end: u32| comments::may_hold_nolint(source.slice(Span { start, end }).as_bytes());
    let head = declared.first().map_or(0, |first| first.start);
    let is_near = |finding: &Finding| {
        let at = declared.partition_point(|span| span.end <= finding.span.start);
        let before = at.checked_sub(1).and_then(|before| declared.get(before)).map_or(0, |span| span.end);
        let end = declared.get(at).map_or(finding.span.end, |span| span.end);
        holds(before, source.line_start(source.line(end) + 1))
    };
    holds(0, head) || findings.iter().any(is_near)
}

/// The declarations of a file, a group of specs as one, in order.
fn declarations(items: &ItemSpans) -> Vec<Span> {
    let specs = [&items.imports, &items.types, &items.variables, &items.constants].into_iter().flatten();
    let specs = specs.map(|row| Span { start: row.keyword.start, end: row.spec.end });
    let mut all: Vec<Span> = specs.chain(items.functions.iter().map(|row| row.whole)).collect();
    all.sort_unstable();
    // All specs of a group start at its keyword; the last one ends furthest down.
    all.dedup_by(|next, kept| {
        let is_group = next.start == kept.start;
        kept.end = if is_group { next.end } else { kept.end };
        is_group
    });
    all
}

/// One comment and the lines it covers.
struct Cover {
    family: Family,
    comment: Span,
    silences: Silences,
    lines: Vec<RangeInclusive<usize>>,
}

impl Cover {
    fn covers(&self, line: usize, rule: Rule) -> bool {
        self.silences.includes(rule) && self.lines.iter().any(|lines| lines.contains(&line))
    }
}

fn read_covers(source: &Source, layout: &Layout) -> (Vec<Cover>, Vec<Problem>) {
    let mut covers = Vec::new();
    let mut problems = Vec::new();
    for group in &layout.groups {
        for comment in &group.comments {
            match comments::read(source.slice(comment.span)) {
                None => {}
                Some(Err(mistake)) => problems.push(malformed(source, comment, mistake)),
                Some(Ok(directive)) => {
                    covers.push(cover(&directive, group, comment, layout));
                    let mistakes = directive.mistakes.into_iter();
                    problems.extend(mistakes.map(|mistake| malformed(source, comment, mistake)));
                }
            }
        }
    }
    (covers, problems)
}

fn cover(directive: &Directive, group: &Group, comment: &Comment, layout: &Layout) -> Cover {
    let lines = match (directive.extent, directive.family) {
        (Extent::File, _) => vec![0..=usize::MAX],
        (Extent::Node, Family::Nolint) => nolint_lines(group, layout),
        (Extent::Node, Family::Staticcheck) => staticcheck_lines(group, layout),
        (Extent::Node, Family::Own) => own_lines(group, layout),
    };
    Cover { family: directive.family, comment: comment.span, silences: directive.silences.clone(), lines }
}

/// golangci-lint: the lines of the comment group, and every node that starts in the line below in the same column.
/// Above or on the package clause, the whole file.
fn nolint_lines(group: &Group, layout: &Layout) -> Vec<RangeInclusive<usize>> {
    if layout.is_at_package_clause(group) {
        return vec![0..=usize::MAX];
    }
    let below = layout
        .starting_in(group.last_line + 1)
        .iter()
        .filter(|node| node.column == group.column)
        .map(|node| node.last_line)
        .max();
    vec![group.first_line..=below.unwrap_or(group.last_line)]
}

/// staticcheck: the first line of the node that the comment belongs to, which is the statement that ends before it, or
/// else the next node.
fn staticcheck_lines(group: &Group, layout: &Layout) -> Vec<RangeInclusive<usize>> {
    let line = match group.is_trailing {
        true => layout.statement_before(group).unwrap_or(group.first_line),
        false => layout.next_node_line(group).unwrap_or(group.last_line),
    };
    vec![line..=line]
}

/// `//bodyguard:ignore`: after code, the statement that ends in this line; on a line of its own, the node that starts
/// in the line below, in any column; above or on the package clause, the whole file.
fn own_lines(group: &Group, layout: &Layout) -> Vec<RangeInclusive<usize>> {
    if layout.is_at_package_clause(group) {
        return vec![0..=usize::MAX];
    }
    if group.is_trailing {
        let first = layout.statement_before(group).unwrap_or(group.first_line);
        return vec![first..=group.first_line];
    }
    let below = layout.starting_in(group.last_line + 1).iter().map(|node| node.last_line).max();
    vec![group.first_line..=below.unwrap_or(group.last_line)]
}

fn unused_suppression(source: &Arc<Source>, cover: &Cover) -> Finding {
    Finding {
        rule: Rule::UnusedSuppression,
        source: source.clone(),
        span: cover.comment,
        function: String::new(),
        callee: String::new(),
        message: format!("this comment silences nothing: it covers no finding of {}", cover.silences.described()),
        steps: Vec::new(),
        other_exits: 0,
        help: "remove the comment, or move it to the line of the call that it is meant for".to_string(),
        confidence: Confidence::High,
        dependency: None,
        blame: None,
        fix_hint: FixHint::default(),
        edit: None,
        resource: None,
    }
}

fn malformed(source: &Source, comment: &Comment, mistake: Mistake) -> Problem {
    let position = source.position(comment.span.start);
    Problem {
        path: source.shown.to_string(),
        position: Some((position.line, position.column)),
        kind: ProblemKind::Directive,
        message: mistake.message,
    }
}

#[cfg(test)]
mod tests;
