//! SARIF 2.1.0 for code scanning.
//!
//! A log has one run with one result for each finding: the region of the call (one line, UTF-16 columns), the steps as
//! a code flow and as related locations that the message links to, and two fingerprints. A problem becomes a
//! notification of the invocation. Suppressed findings are not in a report, so not in the log either.

use super::fingerprint::fingerprints;
use super::json::{confidence, problem_kind};
use super::line_hash::line_hashes;
use super::{Report, first_line, from_repository, help_sentence};
use crate::findings::finding::{Finding, Step};
use crate::findings::messages::other_exits;
use crate::findings::rule::{HOME, Level, RULES, Rule, RuleText};
use crate::ground::problem::{Problem, ProblemKind};
use crate::ground::source::{Source, Span};
use flate2::Compression;
use flate2::write::GzEncoder;
use serde::{Serialize, Serializer};
use serde_json::{Map, Value, json};
use std::collections::HashMap;
use std::io::{self, Write};
use std::path::Path;

/// The limits of GitHub for one file. It rejects a file beyond the first two.
#[derive(Clone, Copy)]
pub(super) struct Limits {
    /// Results of a run.
    pub results: usize,
    /// Bytes of the file after gzip.
    pub packed: usize,
    /// Locations of a code flow that are shown. GitHub accepts ten times as many and chooses among them.
    pub steps: usize,
    /// Related locations of a result that are shown.
    pub related: usize,
}

/// The file may be 10 MB; the rest is a margin for gzip programs that compress less.
pub(super) const LIMITS: Limits = Limits { results: 25_000, packed: 9_500_000, steps: 1_000, related: 100 };
const SCHEMA: &str = "https://json.schemastore.org/sarif-2.1.0.json";
/// The folder that relative paths start from.
const BASE: &str = "%SRCROOT%";

/// Writes one log with one run.
pub fn write(report: &Report, out: &mut dyn Write) -> io::Result<()> {
    write_within(report, LIMITS, out)
}

/// Leaves out results until the limits hold, warnings first and then from the end. A notification counts them.
pub(super) fn write_within(report: &Report, limits: Limits, out: &mut dyn Write) -> io::Result<()> {
    let mut wanted = limits.results.min(report.findings.len());
    loop {
        let text = serde_json::to_vec(&Log::of(report, limits, wanted))?;
        let size = packed_size(&text, limits.packed)?;
        if size <= limits.packed || wanted == 0 {
            out.write_all(&text)?;
            return writeln!(out);
        }
        // Slightly less than proportional, so that few attempts are needed.
        let fitting = wanted as u128 * limits.packed as u128 * 9 / (size as u128 * 10);
        wanted = usize::try_from(fitting).unwrap_or(0).min(wanted - 1);
    }
}

/// Bytes after gzip. A text below the limit is not packed, which saves time.
pub(super) fn packed_size(text: &[u8], limit: usize) -> io::Result<usize> {
    if text.len() <= limit {
        return Ok(text.len());
    }
    let mut packer = GzEncoder::new(Counter(0), Compression::default());
    packer.write_all(text)?;
    Ok(packer.finish()?.0)
}

/// Counts bytes.
struct Counter(usize);

impl Write for Counter {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0 += bytes.len();
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[derive(Serialize)]
struct Log<'r> {
    #[serde(rename = "$schema")]
    schema: &'static str,
    version: &'static str,
    runs: [RunPart<'r>; 1],
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct RunPart<'r> {
    tool: Value,
    automation_details: Value,
    original_uri_base_ids: Value,
    column_kind: &'static str,
    invocations: [Value; 1],
    results: Results<'r>,
}

/// Results are built while they are written: as a tree of values, thousands of them take a gigabyte.
struct Results<'r> {
    report: &'r Report,
    limits: Limits,
    chosen: Vec<usize>,
}

impl Log<'_> {
    fn of(report: &Report, limits: Limits, wanted: usize) -> Log<'_> {
        let run = RunPart {
            tool: json!({ "driver": driver(report) }),
            automation_details: json!({ "id": format!("{}/", report.category.trim_end_matches('/')) }),
            original_uri_base_ids: json!({ BASE: { "uri": folder_uri(&report.repository) } }),
            column_kind: "utf16CodeUnits",
            invocations: [invocation(report, wanted)],
            results: Results { report, limits, chosen: most_severe(report, wanted) },
        };
        Log { schema: SCHEMA, version: "2.1.0", runs: [run] }
    }
}

impl Serialize for Results<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let report = self.report;
        let prints = fingerprints(&report.findings);
        let mut hashes: HashMap<&str, Vec<String>> = HashMap::new();
        serializer.collect_seq(self.chosen.iter().map(|&index| {
            let finding = &report.findings[index];
            let source = &finding.source;
            let lines = hashes.entry(&source.shown).or_insert_with(|| line_hashes(source.utf16(source.span())));
            let line = source.line(finding.span.start);
            let line_hash = lines.get(line - 1).map(String::as_str);
            result(report, self.limits, finding, &prints[index], line_hash)
        }))
    }
}

/// Indices of this many findings, errors before warnings, in the order of the report.
fn most_severe(report: &Report, wanted: usize) -> Vec<usize> {
    let mut indices: Vec<usize> = (0..report.findings.len()).collect();
    if wanted < indices.len() {
        indices.sort_by_key(|&index| std::cmp::Reverse(report.level(&report.findings[index])));
        indices.truncate(wanted);
        indices.sort_unstable();
    }
    indices
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
            "help": { "text": notification_help(*kind) },
        })).collect::<Vec<_>>(),
    });
    driver["informationUri"] = match HOME.is_empty() {
        false => json!(HOME),
        true => json!(format!("data:text/plain,{}", encoded(env!("CARGO_PKG_DESCRIPTION")))),
    };
    driver
}

/// The help of each kind of notification.
fn notification_help(kind: ProblemKind) -> &'static str {
    match kind {
        ProblemKind::Setting => "Correct the setting, or remove it. Run `bodyguard check -v` to list all warnings.",
        _ => {
            "Code that was not checked may hold leaks that are not reported. Run `bodyguard check -v` to list all warnings."
        }
    }
}

const NOTIFICATIONS: [(ProblemKind, &str); 5] = [
    (ProblemKind::Unreadable, "A file or folder could not be read."),
    (ProblemKind::Syntax, "A declaration could not be understood and was skipped."),
    (ProblemKind::Directive, "A comment that should silence findings is malformed."),
    (ProblemKind::GivenUp, "A function or a type is too large to be followed to the end."),
    (ProblemKind::Setting, "A setting has no effect, or a folder has no Go files."),
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
        Rule::ReadAfterClose => vec!["correctness", "external/cwe/cwe-672"],
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

fn invocation(report: &Report, wanted: usize) -> Value {
    let mut notifications: Vec<Value> =
        report.missing.iter().map(|text| json!({ "level": "error", "message": { "text": sentence(text) } })).collect();
    notifications.extend(report.problems.iter().map(|problem| notification(report, problem)));
    if report.findings.len() > wanted {
        let left_out = report.findings.len() - wanted;
        let text = format!("{left_out} findings were left out: code scanning does not take more in one file.");
        notifications.push(json!({ "level": "warning", "message": { "text": text } }));
    }
    json!({
        "executionSuccessful": report.missing.is_empty(),
        "toolExecutionNotifications": notifications,
    })
}

fn notification(report: &Report, problem: &Problem) -> Value {
    let mut place = json!({ "artifactLocation": artifact(report, &problem.path) });
    if let Some((line, _)) = problem.position {
        place["region"] = json!({ "startLine": line });
    }
    let mut notification = json!({
        "level": "warning",
        "descriptor": { "id": problem_kind(problem.kind) },
        "message": { "text": format!("{}: {}", problem.path, sentence(&problem.message)) },
    });
    // An option of the command line has no place in a file.
    if problem.kind != ProblemKind::Setting || problem.position.is_some() {
        notification["locations"] = json!([{ "physicalLocation": place }]);
    }
    notification
}

fn result(report: &Report, limits: Limits, finding: &Finding, fingerprint: &str, line_hash: Option<&str>) -> Value {
    let mut prints = Map::new();
    if let Some(hash) = line_hash {
        prints.insert("primaryLocationLineHash".to_string(), json!(hash));
    }
    prints.insert("bodyguard/v1".to_string(), json!(fingerprint));
    let steps = ends(&finding.steps, limits.steps);
    let linked = ends(&finding.steps, limits.related);
    let mut place = json!({ "physicalLocation": physical(report, &finding.source, finding.span) });
    if !finding.function.is_empty() {
        let function = json!({ "fullyQualifiedName": finding.function, "kind": "function" });
        place["logicalLocations"] = json!([function]);
    }
    let mut result = json!({
        "ruleId": finding.rule.id(),
        "ruleIndex": finding.rule as usize,
        "level": report.level(finding).name(),
        "message": { "text": message(finding, &linked) },
        "locations": [place],
        "partialFingerprints": prints,
        "properties": { "confidence": confidence(finding.confidence) },
    });
    if let Some(edit) = &finding.edit {
        let (start, end) =
            (finding.source.position_utf16(edit.span.start), finding.source.position_utf16(edit.span.end));
        result["fixes"] = json!([{
            "description": { "text": sentence(&plain(&finding.help)) },
            "artifactChanges": [{
                "artifactLocation": artifact(report, &finding.source.shown),
                "replacements": [{
                    "deletedRegion": {
                        "startLine": start.line,
                        "startColumn": start.column,
                        "endLine": end.line,
                        "endColumn": end.column,
                    },
                    "insertedContent": { "text": edit.text },
                }],
            }],
        }]);
    }
    if steps.len() > 1 {
        let related = linked.iter().zip(1..).map(|(step, id)| related(report, finding, step, id));
        let flow = steps.iter().map(|step| json!({ "location": located(report, finding, step) }));
        result["relatedLocations"] = related.collect();
        result["codeFlows"] = json!([{
            "threadFlows": [{ "locations": flow.collect::<Vec<_>>() }],
        }]);
    }
    result
}

/// The first steps and the last one, which says where the body leaks.
fn ends(steps: &[Step], most: usize) -> Vec<&Step> {
    let mut shown: Vec<&Step> = steps.iter().collect();
    if shown.len() > most {
        let last = shown.pop();
        shown.truncate(most.saturating_sub(1));
        shown.extend(last);
    }
    shown
}

/// A title sentence, the path to the leak with a link to each step, and the help.
fn message(finding: &Finding, steps: &[&Step]) -> String {
    let mut text = sentence(&plain(&finding.message));
    if steps.len() > 1 {
        let links: Vec<String> =
            steps.iter().zip(1..).map(|(step, id)| format!("[{}]({id})", plain(&step.text))).collect();
        text.push_str(&format!(" The path: {}.", links.join(", then ")));
    }
    let exits = other_exits(finding).map(|words| sentence(&words));
    let help = help_sentence(finding).map(|help| plain(&help));
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
        "artifactLocation": artifact(report, &source.shown),
        "region": {
            "startLine": start.line,
            "startColumn": start.column,
            "endLine": end.line,
            "endColumn": end.column,
        },
    })
}

/// The location of a file: relative to the root of the repository if it lies below, else an absolute URI.
fn artifact(report: &Report, shown: &str) -> Value {
    match from_repository(report, shown) {
        Some(path) => json!({ "uri": encoded(&path), "uriBaseId": BASE }),
        None => json!({ "uri": file_uri(&report.root.join(shown)) }),
    }
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

/// Percent-encodes characters that the path of a URI must not hold. A colon is encoded too: in the first segment of a
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

/// Escapes brackets, which would start a link.
fn plain(text: &str) -> String {
    text.replace('\\', "\\\\").replace('[', "\\[").replace(']', "\\]")
}

/// The text with a full stop. It is not capitalized: messages may start with the name of a variable.
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
