//! Code actions: what can be done about the findings in a range.
//!
//!     Close the response body                                    the safe edit of `--fix`
//!     Close the response body (unsafe: look at the edit)         the one of `--unsafe-fixes`, where there is no safe one
//!     Silence leaks-on-path here                                 a comment
//!     Explain leaks-on-path                                      the page of the rule
//!     Fix all of bodyguard in this file                          the safe edits of all findings
//!
//! Each edit has been tried by the analysis before it is offered.

use super::capabilities::{APPLY_EDIT, EXPLAIN, FIX_ALL};
use super::edits::{in_document, of_fix};
use super::outbox::Failure;
use super::state::{Server, cancelled};
use super::uri::path_of;
use crate::findings::finding::Finding;
use crate::findings::rule::Rule;
use crate::fix::{FileFix, FixRequest, Safety};
use crate::task::Cancel;
use gen_lsp_types::{
    CodeAction, CodeActionKind, CodeActionParams, CodeActionTriggerKind, Command, Diagnostic, TextEdit, Uri,
};
use serde_json::{Value, json};
use std::path::Path;

/// The reason in a comment that silences; the user writes a better one.
const REASON: &str = "not looked at yet";

/// A document, one of its findings, and its diagnostic.
struct Subject<'a> {
    path: &'a Path,
    uri: &'a Uri,
    finding: &'a Finding,
    diagnostic: &'a Diagnostic,
}

/// The actions for the findings that touch a range. Fails if it is cancelled.
pub fn code_actions(server: &mut Server, params: &CodeActionParams, cancel: &Cancel) -> Result<Value, Failure> {
    let uri = &params.text_document.uri;
    let Some(path) = path_of(uri) else {
        return Ok(json!([]));
    };
    let report = server.fresh(&path, uri, cancel).map_err(cancelled)?.clone();
    let mut actions = Vec::new();
    if is_wanted(params, "quickfix") {
        for (finding, diagnostic) in report.findings.iter().zip(&report.diagnostics) {
            if touches(params, diagnostic) && !cancel.is_cancelled() {
                actions.extend(of_finding(server, &Subject { path: &path, uri, finding, diagnostic }));
            }
        }
    }
    let is_asked_for = params.context.only.is_some();
    let is_invoked = params.context.trigger_kind != Some(CodeActionTriggerKind::Automatic);
    let is_useful = is_asked_for || is_invoked && !actions.is_empty() && report.findings.len() > 1;
    if is_wanted(params, FIX_ALL) && is_useful {
        actions.extend(fix_all(server, (&path, uri), &report.findings));
    }
    let is_literal = server.client.literal_actions;
    Ok(actions
        .into_iter()
        .filter_map(|action| if is_literal { serde_json::to_value(action).ok() } else { as_command(action) })
        .collect())
}

/// Whether a kind, or one that it belongs to, is asked for.
fn is_wanted(params: &CodeActionParams, kind: &str) -> bool {
    let holds = |wanted: &str| {
        wanted.is_empty() || kind == wanted || kind.strip_prefix(wanted).is_some_and(|rest| rest.starts_with('.'))
    };
    let name = |kind: &CodeActionKind| String::from(kind.clone());
    params.context.only.as_ref().is_none_or(|only| only.iter().any(|wanted| holds(&name(wanted))))
}

/// Whether a diagnostic is among those that the client asks about, or lies in a line of the range: the cursor may be anywhere in it.
fn touches(params: &CodeActionParams, diagnostic: &Diagnostic) -> bool {
    let range = diagnostic.range;
    let is_named = params.context.diagnostics.iter().any(|asked| asked.range == range && asked.code == diagnostic.code);
    is_named || range.start.line <= params.range.end.line && params.range.start.line <= range.end.line
}

/// The actions for one finding.
fn of_finding(server: &mut Server, subject: &Subject) -> Vec<CodeAction> {
    let rule = subject.finding.rule;
    let mut actions = Vec::new();
    actions.extend(fix(server, subject));
    if rule != Rule::UnusedSuppression {
        let title = format!("Silence {} here", rule.name());
        let silenced = edits(server, subject.path, vec![subject.finding.clone()], Edit::Silence);
        actions.extend(silenced.map(|edits| action(server, subject, title, edits)));
    }
    let title = format!("Explain {}", rule.name());
    let command = Command {
        title: title.clone(),
        command: EXPLAIN.to_string(),
        arguments: Some(vec![Value::from(rule.name())]),
        ..Command::default()
    };
    actions.push(CodeAction {
        title,
        kind: Some(CodeActionKind::QuickFix),
        diagnostics: Some(vec![subject.diagnostic.clone()]),
        command: Some(command),
        ..CodeAction::default()
    });
    actions
}

/// The safe edit, or else the unsafe one.
fn fix(server: &mut Server, subject: &Subject) -> Option<CodeAction> {
    let what = match subject.finding.rule {
        Rule::UnusedSuppression => "Remove the comment",
        Rule::DeferInLoop => "Close the response body in each iteration",
        Rule::ClosedBeforeCheck => "Check the error first",
        Rule::ReadAfterClose => "Read the response body before it is closed",
        _ => "Close the response body",
    };
    let one = || vec![subject.finding.clone()];
    if let Some(edits) = edits(server, subject.path, one(), Edit::Fix(Safety::Safe)) {
        let safe = action(server, subject, what.to_string(), edits);
        return Some(CodeAction { is_preferred: Some(true), ..safe });
    }
    let edits = edits(server, subject.path, one(), Edit::Fix(Safety::Unsafe))?;
    Some(action(server, subject, format!("{what} (unsafe: look at the edit)"), edits))
}

/// The safe edits for all findings of a document.
fn fix_all(server: &mut Server, (path, uri): (&Path, &Uri), findings: &[Finding]) -> Option<CodeAction> {
    let edits = edits(server, path, findings.to_vec(), Edit::Fix(Safety::Safe))?;
    let version = server.documents.get(path).map(|document| document.version);
    Some(CodeAction {
        title: "Fix all of bodyguard in this file".to_string(),
        kind: Some(CodeActionKind::new(FIX_ALL)),
        edit: Some(in_document(uri, version, edits, &server.client)),
        ..CodeAction::default()
    })
}

fn action(server: &Server, subject: &Subject, title: String, edits: Vec<TextEdit>) -> CodeAction {
    let version = server.documents.get(subject.path).map(|document| document.version);
    CodeAction {
        title,
        kind: Some(CodeActionKind::QuickFix),
        diagnostics: Some(vec![subject.diagnostic.clone()]),
        edit: Some(in_document(subject.uri, version, edits, &server.client)),
        ..CodeAction::default()
    }
}

/// What is done about findings.
#[derive(Clone, Copy)]
enum Edit {
    Fix(Safety),
    Silence,
}

/// The edits of one file that do something about findings; `None` if there are none.
fn edits(server: &mut Server, path: &Path, findings: Vec<Finding>, edit: Edit) -> Option<Vec<TextEdit>> {
    let encoding = server.client.encoding;
    let at = server.project_of(path)?;
    let project = &mut server.projects[at];
    let request = project.fix_request();
    let session = project.session()?;
    let files: Vec<FileFix> = match edit {
        Edit::Fix(safety) => session.fix(findings, FixRequest { safety, ..request }),
        Edit::Silence => session.add_ignores(findings, REASON, request),
    };
    let file = files.first().filter(|file| file.is_changed())?;
    of_fix(file, encoding).filter(|edits| !edits.is_empty())
}

/// An action as a command, for clients that know no other.
fn as_command(action: CodeAction) -> Option<Value> {
    let command = action.command.or_else(|| {
        Some(Command {
            title: action.title,
            command: APPLY_EDIT.to_string(),
            arguments: Some(vec![serde_json::to_value(action.edit?).ok()?]),
            ..Command::default()
        })
    });
    serde_json::to_value(command?).ok()
}
