//! SARIF 2.1.0 for code scanning.
//!
//! One run with one result for each finding: the region of the call (one line, UTF-16 columns), the steps as related
//! locations that the message links to and as a code flow, and two fingerprints. What kept code from being checked
//! becomes a notification of the invocation. Suppressed findings never come here.

use super::fingerprint::fingerprints;
use super::json::{confidence, problem_kind};
use super::line_hash::line_hashes;
use super::{Report, first_line, other_exits};
use crate::finding::{Finding, Problem, ProblemKind, Step};
use crate::rule::{HOME, Level, RULES, Rule, RuleText};
use crate::source::{Source, Span};
use serde_json::{Map, Value, json};
use std::collections::HashMap;
use std::io::{self, Write};
use std::path::Path;

/// GitHub takes 25,000 results of a run and drops the rest without a word.
const MOST_RESULTS: usize = 25_000;
/// GitHub shows 1,000 locations of a code flow.
const MOST_STEPS: usize = 1_000;
const SCHEMA: &str = "https://json.schemastore.org/sarif-2.1.0.json";
/// The folder that relative paths start from.
const BASE: &str = "%SRCROOT%";

/// Writes one log with one run.
pub fn write(report: &Report, out: &mut dyn Write) -> io::Result<()> {
    let log = json!({
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [run(report)],
    });
    serde_json::to_writer_pretty(&mut *out, &log)?;
    writeln!(out)
}

fn run(report: &Report) -> Value {
    json!({
        "tool": { "driver": driver(report) },
        "automationDetails": { "id": format!("{}/", report.category.trim_end_matches('/')) },
        "originalUriBaseIds": { BASE: { "uri": folder_uri(&report.root) } },
        "columnKind": "utf16CodeUnits",
        "invocations": [invocation(report)],
        "results": results(report),
    })
}

fn driver(report: &Report) -> Value {
    let mut driver = json!({
        "name": "bodyguard",
        "version": env!("CARGO_PKG_VERSION"),
        "semanticVersion": env!("CARGO_PKG_VERSION"),
        "rules": RULES.iter().map(|text| rule(report, text)).collect::<Vec<_>>(),
        "notifications": NOTIFICATIONS.iter().map(|(kind, text)| json!({
            "id": problem_kind(*kind),
            "shortDescription": { "text": text },
            "fullDescription": { "text": text },
            "help": { "text": NOTIFICATION_HELP },
        })).collect::<Vec<_>>(),
    });
    if !HOME.is_empty() {
        driver["informationUri"] = json!(HOME);
    }
    driver
}

const NOTIFICATION_HELP: &str =
    "Code that was not checked may hold leaks that are not reported. Run `bodyguard check -v` to list all warnings.";

const NOTIFICATIONS: [(ProblemKind, &str); 4] = [
    (ProblemKind::Unreadable, "A file or folder could not be read."),
    (ProblemKind::Syntax, "A declaration could not be understood and was skipped."),
    (ProblemKind::Directive, "A comment that should silence findings is malformed."),
    (ProblemKind::GivenUp, "A function was too large to be followed to the end."),
];

fn rule(report: &Report, text: &RuleText) -> Value {
    let level = match report.levels.of(text.rule) {
        Level::Off => text.level,
        level => level,
    };
    let configuration = match level {
        Level::Off => json!({ "enabled": false, "level": "error" }),
        level => json!({ "level": level.name() }),
    };
    let mut rule = json!({
        "id": text.id,
        "name": camel_case(text.name),
        "shortDescription": { "text": format!("{}.", text.summary) },
        "fullDescription": { "text": one_line(text.what) },
        "help": { "text": text.explanation(), "markdown": text.body() },
        "defaultConfiguration": configuration,
        "properties": {
            "tags": tags(text.rule),
            "precision": precision(text.rule),
            "problem.severity": severity(text.rule),
        },
    });
    if let Some(url) = text.rule.url() {
        rule["helpUri"] = json!(url);
    }
    rule
}

fn tags(rule: Rule) -> Vec<&'static str> {
    match rule {
        Rule::NeverClosed
        | Rule::LeaksOnPath
        | Rule::DiscardedResponse
        | Rule::OverwrittenResponse
        | Rule::DeferInLoop => vec!["reliability", "external/cwe/cwe-772", "external/cwe/cwe-404"],
        Rule::ClosedBeforeCheck => vec!["correctness", "external/cwe/cwe-476"],
        Rule::UnusedSuppression => vec!["maintainability"],
    }
}

fn precision(rule: Rule) -> &'static str {
    match rule {
        Rule::DeferInLoop => "medium",
        Rule::UnusedSuppression => "very-high",
        _ => "high",
    }
}

fn severity(rule: Rule) -> &'static str {
    match rule {
        Rule::DeferInLoop => "warning",
        Rule::UnusedSuppression => "recommendation",
        _ => "error",
    }
}

fn invocation(report: &Report) -> Value {
    let mut notifications: Vec<Value> =
        report.missing.iter().map(|text| json!({ "level": "error", "message": { "text": sentence(text) } })).collect();
    notifications.extend(report.problems.iter().map(|problem| notification(report, problem)));
    if report.findings.len() > MOST_RESULTS {
        let left_out = report.findings.len() - MOST_RESULTS;
        let text = format!("{left_out} findings were left out: a run holds {MOST_RESULTS} results.");
        notifications.push(json!({ "level": "warning", "message": { "text": text } }));
    }
    json!({
        "executionSuccessful": report.missing.is_empty(),
        "toolExecutionNotifications": notifications,
    })
}

fn notification(report: &Report, problem: &Problem) -> Value {
    let mut place = json!({ "artifactLocation": artifact(report, Path::new(&problem.path)) });
    if let Some((line, _)) = problem.position {
        place["region"] = json!({ "startLine": line });
    }
    json!({
        "level": "warning",
        "descriptor": { "id": problem_kind(problem.kind) },
        "message": { "text": format!("{}: {}", problem.path, sentence(&problem.message)) },
        "locations": [{ "physicalLocation": place }],
    })
}

fn results(report: &Report) -> Vec<Value> {
    let prints = fingerprints(&report.findings);
    let mut hashes: HashMap<&str, Vec<String>> = HashMap::new();
    report
        .findings
        .iter()
        .zip(prints)
        .take(MOST_RESULTS)
        .map(|(finding, fingerprint)| {
            let source = &finding.source;
            let lines = hashes.entry(&source.shown).or_insert_with(|| line_hashes(&source.text));
            let line = source.line(finding.span.start);
            let line_hash = lines.get(line - 1).map(String::as_str);
            result(report, finding, &fingerprint, line_hash)
        })
        .collect()
}

fn result(report: &Report, finding: &Finding, fingerprint: &str, line_hash: Option<&str>) -> Value {
    let mut prints = Map::new();
    if let Some(hash) = line_hash {
        prints.insert("primaryLocationLineHash".to_string(), json!(hash));
    }
    prints.insert("bodyguard/v1".to_string(), json!(fingerprint));
    let steps = shown_steps(finding);
    let mut place = json!({ "physicalLocation": physical(report, &finding.source, finding.span) });
    if !finding.function.is_empty() {
        let function = json!({ "fullyQualifiedName": finding.function, "kind": "function" });
        place["logicalLocations"] = json!([function]);
    }
    let mut result = json!({
        "ruleId": finding.rule.id(),
        "ruleIndex": finding.rule as usize,
        "level": report.level(finding).name(),
        "message": { "text": message(finding, &steps) },
        "locations": [place],
        "partialFingerprints": prints,
        "properties": { "confidence": confidence(finding.confidence) },
    });
    if steps.len() > 1 {
        let related = steps.iter().zip(1..).map(|(step, id)| related(report, finding, step, id));
        let flow = steps.iter().map(|step| json!({ "location": located(report, finding, step) }));
        result["relatedLocations"] = related.collect();
        result["codeFlows"] = json!([{
            "threadFlows": [{ "locations": flow.collect::<Vec<_>>() }],
        }]);
    }
    result
}

/// The first steps and the last one: it says where the body is lost.
fn shown_steps(finding: &Finding) -> Vec<&Step> {
    let mut steps: Vec<&Step> = finding.steps.iter().collect();
    if steps.len() > MOST_STEPS {
        let last = steps.pop();
        steps.truncate(MOST_STEPS - 1);
        steps.extend(last);
    }
    steps
}

/// A title sentence, the way to the leak with a link to each step, and the help.
fn message(finding: &Finding, steps: &[&Step]) -> String {
    let mut text = sentence(&plain(&finding.message));
    if steps.len() > 1 {
        let links: Vec<String> =
            steps.iter().zip(1..).map(|(step, id)| format!("[{}]({id})", plain(&step.text))).collect();
        text.push_str(&format!(" The way there: {}.", links.join(", then ")));
    }
    let exits = other_exits(finding).map(|words| sentence(&words));
    let help = (!finding.help.is_empty()).then(|| plain(&finding.help));
    for part in exits.into_iter().chain(help) {
        text.push(' ');
        text.push_str(&part);
    }
    text
}

fn related(report: &Report, finding: &Finding, step: &Step, id: usize) -> Value {
    let mut location = located(report, finding, step);
    location["id"] = json!(id);
    location
}

fn located(report: &Report, finding: &Finding, step: &Step) -> Value {
    json!({
        "physicalLocation": physical(report, &finding.source, step.span),
        "message": { "text": plain(&step.text) },
    })
}

fn physical(report: &Report, source: &Source, span: Span) -> Value {
    let span = first_line(source, span);
    let start = source.position_utf16(span.start);
    let end = source.position_utf16(span.end);
    json!({
        "artifactLocation": artifact(report, Path::new(&*source.shown)),
        "region": {
            "startLine": start.line,
            "startColumn": start.column,
            "endLine": end.line,
            "endColumn": end.column,
        },
    })
}

/// A path below the root is relative to it; another one is a whole address.
fn artifact(report: &Report, shown: &Path) -> Value {
    if shown.is_relative() && !shown.starts_with("..") {
        return json!({ "uri": encoded(&shown.to_string_lossy()), "uriBaseId": BASE });
    }
    let absolute = report.root.join(shown);
    json!({ "uri": file_uri(&absolute) })
}

fn folder_uri(path: &Path) -> String {
    let uri = file_uri(path);
    match uri.ends_with('/') {
        true => uri,
        false => format!("{uri}/"),
    }
}

fn file_uri(path: &Path) -> String {
    let path = path.to_string_lossy().replace('\\', "/");
    let slash = if path.starts_with('/') { "" } else { "/" };
    format!("file://{slash}{}", encoded(&path))
}

/// Percent-encodes what may not stand in the path of a URI. A colon is encoded too: in the first segment of a
/// relative reference it would end a scheme.
fn encoded(path: &str) -> String {
    let mut uri = String::with_capacity(path.len());
    for byte in path.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => {
                uri.push(char::from(byte));
            }
            _ => uri.push_str(&format!("%{byte:02X}")),
        }
    }
    uri
}

/// Brackets would start a link.
fn plain(text: &str) -> String {
    text.replace('\\', "\\\\").replace('[', "\\[").replace(']', "\\]")
}

/// The text with a full stop. It gets no capital: messages may start with the name of a variable.
fn sentence(text: &str) -> String {
    format!("{}.", text.trim_end_matches('.'))
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// `never-closed` as code scanning wants names: `NeverClosed`.
fn camel_case(name: &str) -> String {
    let words = name.split('-').filter_map(|word| word.split_at_checked(1));
    words.flat_map(|(first, rest)| [first.to_uppercase(), rest.to_string()]).collect()
}
