//! JSON for programs, with every field of a finding. Lines and columns are 1-based, columns count bytes, ends are
//! exclusive.
//!
//! schemas/report.schema.json describes it.

use super::fingerprint::fingerprints;
use super::{Report, place, step_kind};
use crate::findings::finding::{Blame, Confidence, Finding, Witness};
use crate::ground::problem::ProblemKind;
use crate::task::{DropReason, DroppedLoss};
use serde::Serialize;
use std::io::{self, Write};

/// Raised when a field changes its meaning or goes away; new fields do not raise it.
const VERSION: u32 = 1;

#[derive(Serialize)]
struct JsonReport<'a> {
    version: u32,
    findings: Vec<FindingRow<'a>>,
    problems: Vec<ProblemRow<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    dropped: Vec<DroppedRow<'a>>,
    files: usize,
}

#[derive(Serialize)]
struct FindingRow<'a> {
    rule: &'static str,
    name: &'static str,
    level: &'static str,
    message: &'a str,
    path: &'a str,
    #[serde(flatten)]
    place: PlaceRow,
    function: &'a str,
    callee: &'a str,
    steps: Vec<StepRow<'a>>,
    other_exits: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    blame: Option<BlameRow<'a>>,
    help: &'a str,
    confidence: &'static str,
    fingerprint: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    edit: Option<EditRow<'a>>,
}

#[derive(Serialize)]
struct EditRow<'a> {
    text: &'a str,
    #[serde(flatten)]
    place: PlaceRow,
}

#[derive(Serialize)]
struct BlameRow<'a> {
    kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    witness: Option<WitnessRow<'a>>,
}

#[derive(Serialize)]
struct WitnessRow<'a> {
    path: &'a str,
    line: usize,
    function: &'a str,
}

#[derive(Serialize)]
struct StepRow<'a> {
    kind: &'static str,
    text: &'a str,
    #[serde(flatten)]
    place: PlaceRow,
}

#[derive(Serialize)]
struct PlaceRow {
    line: usize,
    column: usize,
    end_line: usize,
    end_column: usize,
}

#[derive(Serialize)]
struct ProblemRow<'a> {
    path: &'a str,
    line: Option<usize>,
    column: Option<usize>,
    kind: &'static str,
    message: &'a str,
}

#[derive(Serialize)]
struct DroppedRow<'a> {
    path: &'a str,
    line: usize,
    column: usize,
    function: &'a str,
    callee: &'a str,
    reason: &'static str,
    error_exit: ErrorExitRow<'a>,
}

#[derive(Serialize)]
struct ErrorExitRow<'a> {
    function: &'a str,
    path: &'a str,
    line: usize,
}

/// Writes one object with findings and problems.
pub fn write(report: &Report, out: &mut dyn Write) -> io::Result<()> {
    let problems = report.problems.iter().map(|problem| ProblemRow {
        path: &problem.path,
        line: problem.position.map(|(line, _)| line),
        column: problem.position.map(|(_, column)| column),
        kind: problem_kind(problem.kind),
        message: &problem.message,
    });
    let contents = JsonReport {
        version: VERSION,
        findings: rows(report).collect(),
        problems: problems.collect(),
        dropped: report.dropped.iter().map(dropped).collect(),
        files: report.files,
    };
    serde_json::to_writer_pretty(&mut *out, &contents)?;
    writeln!(out)
}

/// Writes one object a line, without collecting them first.
pub fn write_lines(report: &Report, out: &mut dyn Write) -> io::Result<()> {
    for row in rows(report) {
        serde_json::to_writer(&mut *out, &row)?;
        writeln!(out)?;
    }
    Ok(())
}

/// The name of a kind of problem in the formats for programs.
pub fn problem_kind(kind: ProblemKind) -> &'static str {
    match kind {
        ProblemKind::Unreadable => "unreadable",
        ProblemKind::Syntax => "syntax",
        ProblemKind::Directive => "directive",
        ProblemKind::GivenUp => "given-up",
        ProblemKind::Setting => "setting",
    }
}

fn rows(report: &Report) -> impl Iterator<Item = FindingRow<'_>> {
    let prints = fingerprints(&report.findings);
    let findings = report.findings.iter().zip(prints);
    findings.map(move |(finding, fingerprint)| row(report, finding, fingerprint))
}

fn row<'a>(report: &'a Report, finding: &'a Finding, fingerprint: String) -> FindingRow<'a> {
    let steps = finding.steps.iter().map(|step| StepRow {
        kind: step_kind(step),
        text: &step.text,
        place: place_of(finding, step.span),
    });
    FindingRow {
        rule: finding.rule.id(),
        name: finding.rule.name(),
        level: report.level(finding).name(),
        message: &finding.message,
        path: &finding.source.shown,
        place: place_of(finding, finding.span),
        function: &finding.function,
        callee: &finding.callee,
        steps: steps.collect(),
        other_exits: finding.other_exits,
        blame: finding.blame.as_ref().map(blame),
        help: &finding.help,
        confidence: confidence(finding.confidence),
        fingerprint,
        edit: finding.edit.as_ref().map(|edit| EditRow { text: &edit.text, place: whole_place(finding, edit.span) }),
    }
}

/// The place of a span, which may have several lines.
fn whole_place(finding: &Finding, span: crate::ground::source::Span) -> PlaceRow {
    let (start, end) = (finding.source.position(span.start), finding.source.position(span.end));
    PlaceRow { line: start.line, column: start.column, end_line: end.line, end_column: end.column }
}

fn dropped(loss: &DroppedLoss) -> DroppedRow<'_> {
    DroppedRow {
        path: &loss.path,
        line: loss.line,
        column: loss.column,
        function: &loss.function,
        callee: &loss.callee,
        reason: match loss.reason {
            DropReason::ErrorExit => "error-exit",
            DropReason::Dependency => "dependency",
            DropReason::Undecided => "undecided",
        },
        error_exit: ErrorExitRow { function: &loss.origin, path: &loss.origin_path, line: loss.origin_line },
    }
}

fn blame(blame: &Blame) -> BlameRow<'_> {
    match blame {
        Blame::ErrorExit => BlameRow { kind: "error-exit", witness: None },
        Blame::Contract(Witness { path, line, function }) => {
            BlameRow { kind: "contract", witness: Some(WitnessRow { path, line: *line, function }) }
        }
    }
}

fn place_of(finding: &Finding, span: crate::ground::source::Span) -> PlaceRow {
    let (start, end) = place(&finding.source, span);
    PlaceRow { line: start.line, column: start.column, end_line: end.line, end_column: end.column }
}

/// The name of a confidence in the formats for programs.
pub fn confidence(confidence: Confidence) -> &'static str {
    match confidence {
        Confidence::Medium => "medium",
        Confidence::High => "high",
    }
}
