//! Lines on standard error: warnings, the summary, statistics.
//!
//!     Found 5 findings in 3 files, 2 of them in tests (checked 40 files in 0.05s)

use crate::findings::finding::Finding;
use crate::findings::rule::{Level, RULES};
use crate::ground::printable::printable;
use crate::ground::problem::{Problem, ProblemKind};
use crate::report::Report;
use crate::run::settings::Settings;
use crate::task::{DropReason, DroppedLoss, NothingOwed};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::path::Path;

/// Further warnings are only counted without `-v`: a vendored tree in another dialect of Go has thousands.
const SHOWN_WARNINGS: usize = 20;

/// Whether a problem means that code was not checked.
pub fn hides_code(problem: &Problem) -> bool {
    match problem.kind {
        ProblemKind::Unreadable | ProblemKind::Syntax => true,
        ProblemKind::Directive | ProblemKind::GivenUp | ProblemKind::Setting => false,
    }
}

/// Which warnings are written out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Warnings {
    /// The first ones; the rest are counted.
    First,
    /// All.
    All,
}

/// One line for each problem: `warning: line 3 of a.go: ...`.
pub fn warnings(problems: &[Problem], which: Warnings) -> String {
    let shown = match which {
        Warnings::All => problems.len(),
        Warnings::First => problems.len().min(SHOWN_WARNINGS),
    };
    let mut text = String::new();
    for problem in &problems[..shown] {
        let (path, message) = (printable(&problem.path), printable(&problem.message));
        let _ = match problem.position {
            Some((line, _)) => writeln!(text, "warning: line {line} of {path}: {message}"),
            None => writeln!(text, "warning: {path}: {message}"),
        };
    }
    if shown < problems.len() {
        let more = problems.len() - shown;
        let _ = writeln!(text, "warning: {} (-v lists them)", count(more, "more warning"));
    }
    text
}

/// A note about known findings; `None` if there are none.
pub fn known(number: usize, place: &str) -> Option<String> {
    (number > 0).then(|| format!("Not shown: {} {place}", count(number, "finding")))
}

/// A note about findings of the baseline that are gone; `None` if there are none.
pub fn gone(number: usize) -> Option<String> {
    let verb = if number == 1 { "is" } else { "are" };
    (number > 0).then(|| {
        format!(
            "{} of the baseline {verb} no longer found; --write-baseline updates the file",
            count(number, "finding")
        )
    })
}

/// Notes about edited files: `Fixed 3 findings in 2 files`.
pub fn changed(verb: &str, findings: usize, files: usize, for_unsafe: usize) -> Vec<String> {
    let mut lines = vec![match findings {
        0 => format!("{verb} no findings"),
        _ => format!("{verb} {} in {}", count(findings, "finding"), count(files, "file")),
    }];
    if for_unsafe > 0 {
        lines.push(match for_unsafe {
            1 => "1 more fix with --unsafe-fixes (needs review)".to_string(),
            _ => format!("{for_unsafe} more fixes with --unsafe-fixes (need review)"),
        });
    }
    lines
}

/// Where the findings of a report are.
#[derive(Clone, Copy, Debug)]
pub enum FoundWhere<'a> {
    /// In the code.
    Here,
    /// In the code, after files were edited.
    Left,
    /// In a baseline that was written.
    Written(&'a Path),
}

/// The last line of a run.
pub fn summary(report: &Report, found: FoundWhere) -> String {
    let leaks = report.findings.len();
    let paths: BTreeSet<_> = report.findings.iter().map(|finding| &finding.source.shown).collect();
    let checked = format!("checked {} in {:.2}s", count(report.files, "file"), report.elapsed.as_secs_f64());
    let mut text = match leaks {
        _ if let FoundWhere::Written(file) = found => {
            let file = file.display().to_string();
            format!("Wrote {} to {} ({checked})", count(leaks, "finding"), printable(&file))
        }
        0 if matches!(found, FoundWhere::Left) => format!("No findings left ({checked})"),
        0 if report.files == 0 => format!("Nothing was checked ({checked})"),
        0 => format!("No findings ({checked})"),
        _ if matches!(found, FoundWhere::Left) => {
            let left = count(leaks, "finding");
            format!("{left} left in {}{} ({checked})", count(paths.len(), "file"), in_tests(report))
        }
        _ => {
            let found = count(leaks, "finding");
            format!("Found {found} in {}{} ({checked})", count(paths.len(), "file"), in_tests(report))
        }
    };
    let unchecked = report.problems.iter().filter(|problem| hides_code(problem));
    let unchecked: BTreeSet<_> = unchecked.map(|problem| &problem.path).collect();
    if !unchecked.is_empty() {
        let _ = write!(text, "; {} not checked or only in part", count(unchecked.len(), "file"));
    }
    text.push('\n');
    text
}

/// `, 2 of them in tests`: how many of the findings are in test files. Nothing if none are.
fn in_tests(report: &Report) -> String {
    let is_in_test = |finding: &&Finding| finding.source.shown.ends_with("_test.go");
    match (report.findings.iter().filter(is_in_test).count(), report.findings.len()) {
        (0, _) => String::new(),
        (1, 1) => ", in tests".to_string(),
        (tests, all) if tests == all => ", all of them in tests".to_string(),
        (tests, _) => format!(", {tests} of them in tests"),
    }
}

/// The counters of the analysis, and the words for them, in the order in which they are printed.
const COUNTERS: [(&str, &str); 17] = [
    ("functions", "functions followed: those that may receive a response"),
    ("damaged functions", "  of them with syntax errors, not checked"),
    ("acquisitions", "calls in them that return an open response"),
    ("acquisitions: functions with source", "  of functions whose source was read"),
    ("acquisitions: library functions", "  of library functions that bodyguard knows"),
    ("acquisitions: library interfaces", "  of interface methods that bodyguard knows"),
    ("acquisitions: interfaces of the project", "  of interface methods of the project"),
    ("acquisitions: function values", "  of function values"),
    ("acquisitions: function literals", "  of function literals"),
    ("acquisitions: clients of unseen types", "  of clients whose type was not found"),
    ("acquisitions: other", "  of others"),
    (
        "calls without source that take a response",
        "responses passed to a function without source, which may close them",
    ),
    (
        "losses charged to the callee that returns the response with an error",
        "responses lost with an error, reported at the function that returns both",
    ),
    (
        "losses whose blame was not decided",
        "responses lost with an error, not reported: it is not clear who closes them",
    ),
    ("summaries cut off at the depth limit", "calls beyond the depth limit"),
    ("given up", "responses not followed to the end: too many paths"),
    ("unmodelled syntax", "statements not understood"),
];

/// Findings by rule, then the counters of the analysis.
pub fn statistics(report: &Report) -> String {
    let mut text = String::new();
    for rule in &RULES {
        let of_rule = report.findings.iter().filter(|finding| finding.rule == rule.rule);
        let number = of_rule.count();
        if number > 0 || report.levels.of(rule.rule) != Level::Off {
            let _ = writeln!(text, "{number:>8}  {} {}", rule.id, rule.name);
        }
    }
    for (counter, words) in COUNTERS {
        if let Some(number) = report.statistics.get(counter) {
            let _ = writeln!(text, "{number:>8}  {words}");
        }
    }
    let has_words = |counter: &str| COUNTERS.iter().any(|(known, _)| *known == counter);
    for (counter, number) in report.statistics.iter().filter(|(counter, _)| !has_words(counter)) {
        let _ = writeln!(text, "{number:>8}  {counter}");
    }
    text.push_str(&missing_packages(&report.missing_packages));
    for (reason, name) in [
        (NothingOwed::ErrorExit, "responses that a dependency returns open together with an error, not reported"),
        (NothingOwed::ClosedThere, "calls of dependencies that have closed what they return, not reported"),
    ] {
        let mut functions: Vec<(u64, &str)> = Vec::new();
        for ((_, function), number) in report.dependencies.iter().filter(|((own, _), _)| *own == reason) {
            functions.push((*number, function));
        }
        functions.sort_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(b.1)));
        let all: u64 = functions.iter().map(|(number, _)| number).sum();
        if all == 0 {
            continue;
        }
        let _ = writeln!(text, "{all:>8}  {name}");
        for (number, function) in functions.iter().take(MOST_DEPENDENCIES) {
            let _ = writeln!(text, "{number:>12}  {}", printable(function));
        }
    }
    text
}

/// One line for each loss that is not reported where it is.
pub fn dropped(losses: &[DroppedLoss]) -> String {
    let mut text = String::new();
    for loss in losses {
        let why = match loss.reason {
            DropReason::ErrorExit => "it comes with an error; the finding is at",
            DropReason::Dependency => "it comes with an error from a dependency,",
            DropReason::Undecided => "it comes with an error, and it is not clear who closes it; from",
        };
        let DroppedLoss { path, line, function, callee, origin, origin_path, origin_line, .. } = loss;
        let [path, function, callee, origin, origin_path] =
            [path, function, callee, origin, origin_path].map(|words| printable(words));
        let at = format!("line {line} of {path}");
        let _ = writeln!(
            text,
            "not reported: {at}: {callee} in {function}: {why} {origin} (line {origin_line} of {origin_path})"
        );
    }
    text
}

/// How many findings `--fix` can fix, and where their rules are explained.
pub fn fixable(findings: usize) -> String {
    format!("--fix can fix {} (--diff shows how; `bodyguard explain RULE` says more)\n", count(findings, "finding"))
}

/// The import paths for which no package was found, and how to make them visible.
pub fn missing_packages(paths: &[String]) -> String {
    let hint = match paths {
        [] => "",
        _ => " (`go mod download` or `go mod vendor` fetches them):",
    };
    let mut text = format!("{:>8}  packages not found{hint}\n", paths.len());
    for path in paths {
        let path = printable(path);
        let _ = writeln!(text, "          {path}");
    }
    text
}

/// The packages that are not found and that returned or took responses, those that account for most first: what a stub would make
/// known.
pub fn unknown_packages(returning: &BTreeMap<String, u64>, taking: &BTreeMap<String, u64>) -> String {
    let paths: BTreeSet<&String> = returning.keys().chain(taking.keys()).collect();
    let of = |counts: &BTreeMap<String, u64>, path: &String| counts.get(path).copied().unwrap_or_default();
    let mut rows: Vec<(u64, u64, &String)> =
        paths.into_iter().map(|path| (of(returning, path), of(taking, path), path)).collect();
    rows.sort_by(|a, b| (b.0 + b.1).cmp(&(a.0 + a.1)).then(a.2.cmp(b.2)));
    let hint = if rows.is_empty() { "" } else { " (a stub can describe them):" };
    let mut text = format!("{:>8}  packages not found that return or take responses{hint}\n", rows.len());
    for (returned, taken, path) in rows {
        let path = printable(path);
        let returned = (returned > 0).then(|| format!("returns {returned}"));
        let taken = (taken > 0).then(|| format!("takes {taken}"));
        let counts: Vec<String> = returned.into_iter().chain(taken).collect();
        let _ = writeln!(text, "          {path}: {}", counts.join(", "));
    }
    text
}

/// The number of functions of dependencies that the statistics name for each reason: those that account for most.
const MOST_DEPENDENCIES: usize = 3;

/// The configuration file and the number of threads.
pub fn details(settings: &Settings) -> String {
    let config = settings.config.as_deref();
    let config = config.map_or("none".to_string(), crate::run::discover::shown);
    let config = printable(&config);
    let threads = rayon::current_num_threads();
    format!("configuration: {config}\nthreads: {threads}\n")
}

fn count(number: usize, noun: &str) -> String {
    match number {
        1 => format!("1 {noun}"),
        _ => format!("{number} {noun}s"),
    }
}
