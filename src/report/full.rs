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

mod excerpt;

use super::{Look, Report, first_line, place};
use crate::findings::finding::Finding;
use crate::findings::messages::{guess, more_of_dependency, other_exits};
use crate::findings::rule::{Level, Rule};
use crate::ground::printable::printable;
use crate::ground::source::Span;
use codespan_reporting::diagnostic::{Diagnostic, Label, Severity};
use codespan_reporting::term::{self, Config, termcolor};
use excerpt::{Excerpt, Place, TAB};
use rustc_hash::FxHashMap;
use std::io::{self, Write};

/// The number of findings of one function of a dependency that are drawn.
const MOST_OF_DEPENDENCY: usize = 3;

/// Writes each finding with its source.
pub fn write(report: &Report, out: &mut dyn Write) -> io::Result<()> {
    let config = Config { tab_width: TAB, ..Config::default() };
    for (finding, others) in to_draw(report) {
        let room = report.width.map(|width| width.saturating_sub(margin(finding)));
        let file = Excerpt::new(&finding.source, &places(finding), room);
        let diagnostic = diagnostic(report, finding, &others, &file);
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
    format!("{}:{}:{}", printable(&finding.source.shown), start.line, start.column)
}

/// A finding for the renderer, with the places of others of the same function.
fn diagnostic(report: &Report, finding: &Finding, others: &[String], file: &Excerpt) -> Diagnostic<()> {
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
    let head = severity_word(severity).len() + finding.rule.name().len() + "[]: ".len();
    let message = wrapped(&printable(&finding.message), report.width, head, 2);
    let wrap = |note: String| {
        let lines = note.lines().map(|line| wrapped(&printable(line), report.width, margin(finding) + 2, 0));
        lines.collect::<Vec<String>>().join("\n")
    };
    Diagnostic::new(severity)
        .with_code(code(report.look, finding.rule))
        .with_message(message)
        .with_labels(labels(finding, file))
        .with_notes(notes.chain(help).chain(more).map(wrap).collect())
}

fn severity_word(severity: Severity) -> &'static str {
    if severity == Severity::Error { "error" } else { "warning" }
}

/// The columns in front of the source: the widest line number, a space, a bar, a space.
fn margin(finding: &Finding) -> usize {
    let line = |span| finding.source.line(first_line(&finding.source, span).start);
    let steps = finding.steps.iter().map(|step| line(step.span));
    let last = steps.chain([line(finding.span)]).max().unwrap_or(1);
    last.to_string().len() + " │ ".chars().count()
}

/// A text in lines that fit a width, if there is one: `before` columns are taken on the first line, and the others start with
/// `indent` spaces. A word that is longer than a line stays whole.
fn wrapped(text: &str, width: Option<usize>, before: usize, indent: usize) -> String {
    let Some(width) = width else {
        return text.to_string();
    };
    let next = if indent == 0 { before } else { indent };
    let mut lines = String::new();
    let mut column = before;
    for (number, word) in text.split(' ').enumerate() {
        let len = word.chars().count();
        if number > 0 && column + 1 + len > width {
            lines.push('\n');
            lines.extend(std::iter::repeat_n(' ', indent));
            column = next;
        } else if number > 0 {
            lines.push(' ');
            column += 1;
        }
        lines.push_str(word);
        column += len;
    }
    lines
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

/// What is drawn below the code: places and their words, that of the finding first.
fn marks(finding: &Finding) -> Vec<(Span, String)> {
    let source = &finding.source;
    let primary = first_line(source, finding.span);
    let Some((opened, others)) = finding.steps.split_first() else {
        return vec![(primary, String::new())];
    };
    if others.is_empty() {
        return vec![(primary, printable(&opened.text).into_owned())];
    }
    let mut marks = vec![(primary, format!("1: {}", printable(&opened.text)))];
    marks.extend(
        others
            .iter()
            .zip(2..)
            .map(|(step, number)| (first_line(source, step.span), format!("{number}: {}", printable(&step.text)))),
    );
    marks
}

fn places(finding: &Finding) -> Vec<Place> {
    marks(finding).into_iter().map(|(span, words)| (span, words.chars().count())).collect()
}

fn labels(finding: &Finding, file: &Excerpt) -> Vec<Label<()>> {
    let label = |(number, (span, words)): (usize, (_, String))| {
        let range = file.range(span);
        let label = if number == 0 { Label::primary((), range) } else { Label::secondary((), range) };
        if words.is_empty() { label } else { label.with_message(words) }
    };
    marks(finding).into_iter().enumerate().map(label).collect()
}
