//! One whole run: discover, check, drop what is not wanted, sort.

use crate::check::{self, Checked, GoFile, Task};
use crate::discover::{self, Discovered};
use crate::finding::{Finding, Problem};
use crate::report::{Look, Report};
use crate::rule::Level;
use crate::settings::{GeneratedFiles, Input, Settings};
use crate::source::Source;
use crate::suppress;
use rayon::prelude::*;
use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Instant;

/// The files that the settings ask for.
pub fn files(settings: &Settings) -> Discovered {
    match &settings.input {
        Input::Paths(paths) => discover::discover(paths, &settings.filter),
        Input::Text(file, _) => Discovered { files: vec![file.clone()], ..Discovered::default() },
    }
}

/// What came out of a run, and what the analysis was asked for.
#[derive(Debug)]
pub struct Run {
    /// The findings and all around them.
    pub report: Report,
    /// What was asked.
    pub task: Task,
}

/// Checks what the settings ask for. Never fails; what went wrong is in the report.
pub fn lint(settings: &Settings) -> Run {
    let start = Instant::now();
    let found = files(settings);
    let task = task(settings, found.files);
    let checked = check::check(&task);
    let Checked { findings, mut problems, files, statistics, marked } = checked;
    problems.extend(found.problems);
    let (findings, directive_problems) = reported(settings, findings, marked);
    problems.extend(directive_problems);
    problems.sort();
    problems.dedup();
    let report = Report {
        findings,
        levels: settings.levels.clone(),
        problems,
        missing: found.missing,
        files,
        elapsed: start.elapsed(),
        statistics,
        category: settings.category.clone(),
        root: std::env::current_dir().unwrap_or_else(|_| PathBuf::from("/")),
        look: Look::Plain,
    };
    Run { report, task }
}

/// What the analysis is asked to do for these files.
pub fn task(settings: &Settings, report: Vec<GoFile>) -> Task {
    let overlay = match &settings.input {
        Input::Paths(_) => None,
        Input::Text(file, bytes) => Some((file.path.clone(), bytes.clone())),
    };
    let notes = settings.functions.iter().map(|note| (note.function.to_string(), note.meaning)).collect();
    Task {
        report,
        overlay,
        require_close: settings.require_close,
        stubs: settings.stubs.clone(),
        notes,
        count: settings.count.clone(),
    }
}

/// The findings to tell, sorted, and mistakes in comments that silence. Comments are asked before rules are dropped:
/// a comment that silences a rule that is off is not unused.
fn reported(settings: &Settings, findings: Vec<Finding>, marked: Vec<Arc<Source>>) -> (Vec<Finding>, Vec<Problem>) {
    let (mut kept, problems) = silenced(settings.generated, findings, marked);
    kept.retain(|finding| is_wanted(settings, finding));
    sort(&mut kept);
    (kept, problems)
}

/// Sorts findings by path, place and rule.
pub fn sort(findings: &mut [Finding]) {
    findings.sort_by(|a, b| {
        let key = |finding: &Finding| (finding.source.shown.clone(), finding.span, finding.rule);
        key(a).cmp(&key(b))
    });
}

/// The findings that neither a comment nor a generated file silences, those about the comments themselves, and
/// mistakes in comments. `marked` are the files that hold a comment of ours.
pub fn silenced(
    generated: GeneratedFiles,
    findings: Vec<Finding>,
    marked: Vec<Arc<Source>>,
) -> (Vec<Finding>, Vec<Problem>) {
    let applied: Vec<_> = by_file(findings, marked)
        .into_par_iter()
        .filter(|(source, _)| generated == GeneratedFiles::Reported || !suppress::is_generated(&source.text))
        .map(|(source, findings)| suppress::apply(&source, findings))
        .collect();
    let mut kept = Vec::new();
    let mut problems = Vec::new();
    for file in applied {
        kept.extend(file.kept);
        problems.extend(file.problems);
    }
    (kept, problems)
}

/// The findings of each file, and the files that hold a comment of ours but may have no finding.
fn by_file(findings: Vec<Finding>, marked: Vec<Arc<Source>>) -> Vec<(Arc<Source>, Vec<Finding>)> {
    let mut files: BTreeMap<Arc<str>, (Arc<Source>, Vec<Finding>)> = BTreeMap::new();
    for source in marked {
        let shown = source.shown.clone();
        files.entry(shown).or_insert((source, Vec::new()));
    }
    for finding in findings {
        files
            .entry(finding.source.shown.clone())
            .or_insert_with(|| (finding.source.clone(), Vec::new()))
            .1
            .push(finding);
    }
    files.into_values().collect()
}

fn is_wanted(settings: &Settings, finding: &Finding) -> bool {
    let is_ignored = settings.per_file.iter().any(|(globs, rules)| {
        rules.iter().any(|rule| rule.chooses(finding.rule)) && globs.covers(&finding.source.path)
    });
    settings.levels.of(finding.rule) != Level::Off && !is_ignored
}
