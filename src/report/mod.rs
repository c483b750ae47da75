//! The report of a run, in formats for people and for other programs.
//!
//! Each format is one file with one function, `write(&Report, &mut dyn Write)`. Formats select and lay out; the
//! sentences come from the findings and the rules.
//!
//!     Format::Concise.write(&report, &mut stdout)?
//!     // a.go:7:15: response body of http.Get is never closed (never-closed)

mod azure;
mod checkstyle;
mod concise;
mod fingerprint;
mod full;
mod github;
mod gitlab;
mod json;
mod junit;
mod line_hash;
mod rdjson;
mod sarif;
mod teamcity;
mod xml;

use crate::findings::finding::{Finding, Step, StepKind};
use crate::findings::one_line::one_line_message;
use crate::findings::rule::{Level, Levels};
use crate::ground::problem::Problem;
use crate::ground::source::{Position, Source, Span};
use crate::task::{DroppedLoss, NothingOwed};
use std::collections::BTreeMap;
use std::io::{self, Write};
use std::path::{Component, PathBuf};
use std::time::Duration;

/// The JSON schema of [`Format::Json`]; a line of [`Format::JsonLines`] is a `finding` of it.
pub const SCHEMA: &str = include_str!("../../schemas/report.schema.json");

/// The findings of a run, with all that formats need besides.
#[derive(Debug, Default)]
pub struct Report {
    /// The findings to report, sorted by path, place and rule.
    pub findings: Vec<Finding>,
    /// The level of each rule.
    pub levels: Levels,
    /// Problems that kept code from being checked, sorted.
    pub problems: Vec<Problem>,
    /// Sentences about paths that do not exist.
    pub missing: Vec<String>,
    /// How many files were looked at.
    pub files: usize,
    /// How long the run took.
    pub elapsed: Duration,
    /// Counters of the analysis by name, for `--statistics`.
    pub statistics: BTreeMap<&'static str, u64>,
    /// How many calls of functions of dependencies owe nothing, by the reason and the function, for `--statistics`.
    pub dependencies: BTreeMap<(NothingOwed, String), u64>,
    /// Losses that are not reported because another function is at fault, or none is, sorted.
    pub dropped: Vec<DroppedLoss>,
    /// The import paths for which no package was found, sorted.
    pub missing_packages: Vec<String>,
    /// How many responses were passed to a package that was not found, by its import path, for `--statistics`.
    pub taking_packages: BTreeMap<String, u64>,
    /// The name that distinguishes this run from others over the same commit, for SARIF.
    pub category: String,
    /// The folder that shown paths are relative to, absolute.
    pub root: PathBuf,
    /// The root of the repository around `root`, absolute; `root` itself if there is none. Code scanning names files
    /// from it.
    pub repository: PathBuf,
    /// How the output is styled.
    pub look: Look,
    /// How many columns a line may have; `None` if it does not matter. Only [`Format::Full`] uses it.
    pub width: Option<usize>,
}

/// How the output is styled. Only [`Format::Full`] uses it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Look {
    /// Plain text.
    #[default]
    Plain,
    /// Colours.
    Colored,
    /// Colours, and terminal hyperlinks.
    Linked,
}

/// The formats.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum Format {
    /// Source excerpts with the path to the leak
    Full,
    /// One line for each finding: path:line:col: message (name)
    Concise,
    /// One JSON object
    Json,
    /// One JSON object for each finding, one a line
    JsonLines,
    /// SARIF 2.1.0, for code scanning
    Sarif,
    /// Annotations of GitHub Actions
    Github,
    /// Code Quality report of GitLab
    Gitlab,
    /// Checkstyle XML
    Checkstyle,
    /// JUnit XML
    Junit,
    /// Reviewdog diagnostics
    Rdjson,
    /// Issues of Azure Pipelines
    Azure,
    /// Inspections of TeamCity
    Teamcity,
}

impl Format {
    /// Writes the report in this format. Fails only if `out` does.
    pub fn write(self, report: &Report, out: &mut dyn Write) -> io::Result<()> {
        match self {
            Format::Full => full::write(report, out),
            Format::Concise => concise::write(report, out),
            Format::Json => json::write(report, out),
            Format::JsonLines => json::write_lines(report, out),
            Format::Sarif => sarif::write(report, out),
            Format::Github => github::write(report, out),
            Format::Gitlab => gitlab::write(report, out),
            Format::Checkstyle => checkstyle::write(report, out),
            Format::Junit => junit::write(report, out),
            Format::Rdjson => rdjson::write(report, out),
            Format::Azure => azure::write(report, out),
            Format::Teamcity => teamcity::write(report, out),
        }
    }

    /// Whether the format carries the edits of findings.
    pub fn has_edits(self) -> bool {
        matches!(self, Format::Json | Format::JsonLines | Format::Sarif | Format::Rdjson)
    }

    /// Whether the format is for people, who get a summary with it.
    pub fn is_for_people(self) -> bool {
        matches!(self, Format::Full | Format::Concise)
    }
}

impl Report {
    /// The level of a finding.
    fn level(&self, finding: &Finding) -> Level {
        self.levels.of(finding.rule)
    }

    /// Whether a finding fails the run.
    pub fn has_errors(&self) -> bool {
        let mut levels = self.findings.iter().map(|finding| self.level(finding));
        levels.any(|level| level == Level::Error)
    }
}

/// A shown path relative to the root of the repository, with `/`; `None` if it lies outside. Services that read reports
/// do not know the working directory, so a run in a subfolder names files as a run at the root does.
fn from_repository(report: &Report, shown: &str) -> Option<String> {
    let mut absolute = PathBuf::new();
    for part in report.root.join(shown).components() {
        match part {
            Component::ParentDir => drop(absolute.pop()),
            Component::CurDir => {}
            part => absolute.push(part),
        }
    }
    let below = absolute.strip_prefix(&report.repository).ok()?;
    let parts: Vec<_> = below.iter().map(|part| part.to_string_lossy()).collect();
    Some(parts.join("/"))
}

/// The part of a span that lies in its first line, on character boundaries: what can be underlined.
fn first_line(source: &Source, span: Span) -> Span {
    let text = source.text();
    let start = boundary_before(text, span.start as usize);
    let end = boundary_before(text, span.end as usize).max(start);
    let inside = text.get(start..end).unwrap_or("");
    let line = inside.split(['\n', '\r']).next().unwrap_or("");
    Span::new(start, start + line.len())
}

/// The last character boundary at or before the offset.
fn boundary_before(text: &str, offset: usize) -> usize {
    let mut offset = offset.min(text.len());
    while !text.is_char_boundary(offset) {
        offset -= 1;
    }
    offset
}

/// Start and exclusive end of a span, cut at the end of its first line; columns count bytes.
fn place(source: &Source, span: Span) -> (Position, Position) {
    let span = first_line(source, span);
    (source.position(span.start), source.position(span.end))
}

/// The name of the kind of a step in the formats for programs.
fn step_kind(step: &Step) -> &'static str {
    match step.kind {
        StepKind::Opened => "opened",
        StepKind::Branch => "branch",
        StepKind::Deferred => "deferred",
        StepKind::Leak => "lost",
        StepKind::Exit => "exit",
        StepKind::Released => "closed",
        StepKind::Read => "read",
    }
}

/// The help as a sentence; `None` if there is none.
fn help_sentence(finding: &Finding) -> Option<String> {
    let help = finding.help.trim_end_matches('.');
    (!help.is_empty()).then(|| format!("To fix it: {help}."))
}

/// Message and help, in sentences.
fn message_and_help(finding: &Finding) -> String {
    match help_sentence(finding) {
        Some(help) => format!("{}. {help}", one_line_message(finding)),
        None => format!("{}.", one_line_message(finding)),
    }
}

#[cfg(test)]
mod tests;
