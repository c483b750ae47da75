//! Findings as diagnostics.
//!
//! The text is that of the finding; its help stands below the message, the steps of its path are the related places.

use super::client::Client;
use crate::findings::finding::Finding;
use crate::findings::rule::{Level, Levels, Rule};
use crate::ground::problem::{Problem, ProblemKind};
use crate::ground::source::{Source, Span};
use gen_lsp_types::{
    CodeDescription, Diagnostic, DiagnosticRelatedInformation, DiagnosticSeverity, DiagnosticTag, Location, Uri,
};
use rustc_hash::FxHasher;
use serde_json::json;
use std::hash::Hasher;

/// The name of the program in diagnostics.
pub const SOURCE: &str = "bodyguard";

/// A finding as a diagnostic of the document `uri`.
pub fn of_finding(finding: &Finding, uri: &Uri, levels: &Levels, client: &Client) -> Diagnostic {
    let rule = finding.rule;
    let steps = finding.steps.iter().skip(1).filter(|_| client.related);
    let related = steps.map(|step| DiagnosticRelatedInformation {
        location: Location { uri: uri.clone(), range: client.encoding.range(&finding.source, step.span) },
        message: step.text.clone(),
    });
    let related: Vec<_> = related.collect();
    let link = rule.url().filter(|_| client.code_links);
    Diagnostic {
        range: client.encoding.range(&finding.source, finding.span),
        severity: Some(match levels.of(rule) {
            Level::Error => DiagnosticSeverity::Error,
            _ => DiagnosticSeverity::Warning,
        }),
        code: Some(rule.name().to_string().into()),
        code_description: link.map(|link| CodeDescription { href: Uri(link) }),
        source: Some(SOURCE.to_string()),
        message: format!("{}\nhelp: {}", finding.message, finding.help).into(),
        tags: (rule == Rule::UnusedSuppression && client.tags).then(|| vec![DiagnosticTag::Unnecessary]),
        related_information: (!related.is_empty()).then_some(related),
        data: Some(json!({ "rule": rule.id(), "function": finding.function })),
    }
}

/// A mistake in a comment of a source as a diagnostic; `None` for other problems, which are about code that was not understood: an
/// editor says so itself.
pub fn of_problem(problem: &Problem, source: &Source, client: &Client) -> Option<Diagnostic> {
    let (line, column) = problem.position.filter(|_| problem.kind == ProblemKind::Directive)?;
    let start = source.line_start(line) + u32::try_from(column).unwrap_or(1).saturating_sub(1);
    let end = source.line_start(line) + u32::try_from(source.line_text(line).len()).unwrap_or(0);
    Some(Diagnostic {
        range: client.encoding.range(source, Span { start, end: end.max(start) }),
        severity: Some(DiagnosticSeverity::Warning),
        source: Some(SOURCE.to_string()),
        message: problem.message.clone().into(),
        ..Diagnostic::default()
    })
}

/// The name of a list of diagnostics: equal lists have equal names.
pub fn result_id(diagnostics: &[Diagnostic]) -> String {
    let mut hasher = FxHasher::default();
    hasher.write(serde_json::to_string(diagnostics).unwrap_or_default().as_bytes());
    format!("{:016x}", hasher.finish())
}
