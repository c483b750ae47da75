//! For people: the source with the path to the leak drawn in.
//!
//! Steps are drawn in the order of the file, so numbers give their order on the path:
//!
//!     error[leaks-on-path]: response body of http.Get is not closed on all paths
//!       ┌─ a.go:7:15
//!     7 │     resp, err := http.Get(u)
//!       │                  ^^^^^^^^^^^ 1: this response body must be closed
//!
//! A function of a dependency that many places call in the same wrong way would drown all else: [`MOST_OF_DEPENDENCY`] of its findings
//! are drawn, and the last of these lists the places of the others.

use super::{Look, Report, first_line, place};
use crate::findings::finding::Finding;
use crate::findings::messages::{guess, more_of_dependency, other_exits};
use crate::findings::rule::{Level, Rule};
use crate::ground::source::Source;
use codespan_reporting::diagnostic::{Diagnostic, Label, Severity};
use codespan_reporting::files::{Error, Files};
use codespan_reporting::term::{self, Config, termcolor};
use rustc_hash::FxHashMap;
use std::io::{self, Write};
use std::ops::Range;

/// The number of findings of one function of a dependency that are drawn.
const MOST_OF_DEPENDENCY: usize = 3;

/// Writes each finding with its source.
pub fn write(report: &Report, out: &mut dyn Write) -> io::Result<()> {
    let config = Config::default();
    for (finding, others) in to_draw(report) {
        let diagnostic = diagnostic(report, finding, &others);
        let file = SourceFile(&finding.source);
        let mut text = Vec::new();
        let drawn = match report.look {
            Look::Plain => {
                let mut plain = termcolor::NoColor::new(&mut text);
                term::emit_to_write_style(&mut plain, &config, &file, &diagnostic)
            }
            Look::Colored | Look::Linked => {
                let mut colored = termcolor::Ansi::new(&mut text);
                term::emit_to_write_style(&mut colored, &config, &file, &diagnostic)
            }
        };
        drawn.map_err(io::Error::other)?;
        out.write_all(&text)?;
    }
    Ok(())
}

/// The findings to draw, in the order of the report, each with the places of those that stand below it instead of being drawn.
fn to_draw(report: &Report) -> Vec<(&Finding, Vec<String>)> {
    let mut drawn: Vec<(&Finding, Vec<String>)> = Vec::new();
    // How many findings of a function there were, and which was drawn last.
    let mut known: FxHashMap<&str, (usize, usize)> = FxHashMap::default();
    for finding in &report.findings {
        if let Some(dependency) = &finding.dependency {
            let (number, last) = known.entry(&dependency.function).or_default();
            *number += 1;
            if *number > MOST_OF_DEPENDENCY {
                drawn[*last].1.push(written_place(finding));
                continue;
            }
            *last = drawn.len();
        }
        drawn.push((finding, Vec::new()));
    }
    drawn
}

/// `path:line:col` of the acquiring call.
fn written_place(finding: &Finding) -> String {
    let (start, _) = place(&finding.source, finding.span);
    format!("{}:{}:{}", finding.source.shown, start.line, start.column)
}

/// A finding for the renderer, with the places of others of the same function.
fn diagnostic(report: &Report, finding: &Finding, others: &[String]) -> Diagnostic<()> {
    let severity = match report.level(finding) {
        Level::Error => Severity::Error,
        Level::Warning | Level::Off => Severity::Warning,
    };
    let notes = [other_exits(finding), guess(finding).map(str::to_string)]
        .into_iter()
        .flatten()
        .map(|words| format!("note: {words}"));
    let more = finding.dependency.as_ref().filter(|_| !others.is_empty());
    let more = more.map(|dependency| more_of_dependency(dependency, others));
    let help = (!finding.help.is_empty()).then(|| format!("help: {}", finding.help));
    Diagnostic::new(severity)
        .with_code(code(report.look, finding.rule))
        .with_message(&finding.message)
        .with_labels(labels(finding))
        .with_notes(notes.chain(help).chain(more).collect())
}

/// The name of the rule; a hyperlink to its page if the terminal shows those.
fn code(look: Look, rule: Rule) -> String {
    match (look, rule.url()) {
        (Look::Linked, Some(url)) => {
            format!("\x1b]8;;{url}\x1b\\{}\x1b]8;;\x1b\\", rule.name())
        }
        _ => rule.name().to_string(),
    }
}

fn labels(finding: &Finding) -> Vec<Label<()>> {
    let source = &finding.source;
    let primary = Label::primary((), first_line(source, finding.span).range());
    let Some((opened, others)) = finding.steps.split_first() else {
        return vec![primary];
    };
    if others.is_empty() {
        return vec![primary.with_message(&opened.text)];
    }
    let mut labels = vec![primary.with_message(format!("1: {}", opened.text))];
    labels.extend(others.iter().zip(2..).map(|(step, number)| {
        let range = first_line(source, step.span).range();
        Label::secondary((), range).with_message(format!("{number}: {}", step.text))
    }));
    labels
}

/// The file of a finding, for the renderer.
struct SourceFile<'s>(&'s Source);

impl<'a> Files<'a> for SourceFile<'_> {
    type FileId = ();
    type Name = &'a str;
    type Source = &'a str;

    fn name(&'a self, (): ()) -> Result<&'a str, Error> {
        Ok(&self.0.shown)
    }

    fn source(&'a self, (): ()) -> Result<&'a str, Error> {
        Ok(self.0.text())
    }

    fn line_index(&'a self, (): (), byte_index: usize) -> Result<usize, Error> {
        let offset = u32::try_from(byte_index).unwrap_or(u32::MAX);
        Ok(self.0.line(offset) - 1)
    }

    /// Counts bytes, as `concise` and Go's tools do.
    fn column_number(&'a self, (): (), line: usize, byte_index: usize) -> Result<usize, Error> {
        let start = self.0.line_start(line + 1) as usize;
        Ok(byte_index.saturating_sub(start) + 1)
    }

    fn line_range(&'a self, (): (), line: usize) -> Result<Range<usize>, Error> {
        let start = self.0.line_start(line + 1) as usize;
        Ok(start..self.0.line_start(line + 2) as usize)
    }
}
