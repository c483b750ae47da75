//! The frame of one check: which files, the task for them, and the report of what the check finds.
//!
//!     let found = run::files(&settings);
//!     let task = run::task(&settings, found.files.clone(), OpenTexts::default());
//!     let report = run::report(&settings, found, check::check(&task), start);
//!
//! The report leaves out suppressed findings and those of rules that are off. [`baseline`] and [`since`] filter it afterwards.
//! Nothing is printed or written here; a [`crate::session::Session`] does these steps in turn.

pub mod baseline;
pub mod discover;
pub mod links;
pub mod settings;
pub mod since;

use self::discover::Discovered;
use crate::check;
use crate::findings::finding::Finding;
use crate::findings::rule::Level;
use crate::findings::suppress::{self, GeneratedFiles};
use crate::go::outline::Name;
use crate::go::queries::Queries;
use crate::ground::open_texts::OpenTexts;
use crate::ground::problem::Problem;
use crate::ground::source::GoFile;
use crate::ground::source::Source;
use crate::ground::stack;
use crate::meaning::stub::configured_stub;
use crate::program::{Index, Stub};
use crate::report::{Look, Report};
use crate::run::settings::function::{self, FunctionName, FunctionNote, Note};
use crate::run::settings::{Input, Settings, config};
use crate::task::{Cancel, Checked, Task};
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Instant;

/// The files to check: those below the paths of the settings, or the text of standard input.
pub fn files(settings: &Settings) -> Discovered {
    match &settings.input {
        Input::Paths(paths) => discover::discover(paths, &settings.filter),
        Input::Text(file, _) => Discovered { files: vec![file.clone()], ..Discovered::default() },
    }
}

/// The task of the analysis for these files, some of which may be open.
pub fn task(settings: &Settings, report: Vec<GoFile>, open: OpenTexts) -> Task {
    let of_functions = settings.functions.iter().map(|note| Note::Function(note.function.to_string(), note.meaning));
    let notes = of_functions.chain(settings.handled.iter().cloned().map(Note::Handled)).collect();
    let mut task = Task {
        report,
        open,
        require_close: settings.require_close,
        stubs: settings.stubs.clone(),
        notes,
        reading: settings.reading,
        count: settings.count.clone(),
        queries: Queries::standard(),
        cancel: Cancel::default(),
    };
    let stubs = stack::on_large(|| stubs_for_notes(settings, &task));
    task.stubs.extend(stubs);
    task
}

/// How many calls in the files of a run return a response, by the import path of a package that is not found.
pub fn returning_packages(settings: &Settings) -> BTreeMap<String, u64> {
    check::returning_packages(&task(settings, files(settings).files, OpenTexts::default()))
}

/// Stubs for the functions in notes of the configuration that neither a stub nor source declares. A call is resolved to a
/// declaration, so each function needs one. Sets of functions need none: a call without a declaration acquires nothing.
fn stubs_for_notes(settings: &Settings, task: &Task) -> Vec<Stub> {
    let mut packages: BTreeMap<&str, Vec<&FunctionNote>> = BTreeMap::new();
    for note in &settings.functions {
        packages.entry(&note.function.package).or_default().push(note);
    }
    if packages.is_empty() {
        return Vec::new();
    }
    let index = check::index_for(task);
    let folder = |file: &GoFile| std::path::absolute(&file.path).ok()?.parent().map(Path::to_path_buf);
    let folders: BTreeSet<PathBuf> = task.report.iter().filter_map(folder).collect();
    let stub = |(package, mut notes): (&str, Vec<&FunctionNote>)| {
        notes.retain(|note| !is_declared(&index, &folders, &note.function));
        let text = function::stub(package, &notes)?;
        // The configuration accepts identifiers only, so the stub has no mistakes to report.
        configured_stub("bodyguard.toml", text).ok()
    };
    packages.into_iter().filter_map(stub).collect()
}

/// Whether a stub declares a function, or source that a file in one of the folders can import. A type that a stub declares has only
/// the methods in the stub. A package with source and no stub counts as declaring everything: a stub would hide its source.
fn is_declared(index: &Index, folders: &BTreeSet<PathBuf>, function: &FunctionName) -> bool {
    let FunctionName { package, receiver, name } = function;
    let receiver = receiver.as_ref().map(|receiver| receiver.type_name.as_str());
    let with_source = || {
        let has_source = |folder: &&PathBuf| index.imports_in(folder).with(package, |_, found| found.folder.is_some());
        folders.iter().filter(has_source)
    };
    let Some(stub) = index.stub(package) else {
        return with_source().next().is_some();
    };
    let in_source = |outer: &str| {
        let path = Name::new(package);
        let mut sources = with_source().filter_map(|folder| index.import_source(folder, &path));
        sources.any(|source| !source.lookup(outer).is_empty())
    };
    match receiver {
        Some(ty) if stub.lookup(ty).is_empty() => in_source(ty),
        // A promoted method is named by the embedded struct.
        Some(ty) => {
            let in_interface = || {
                let named = index.package_type(&stub, ty, &[]);
                named.and_then(|ty| index.method_names(&ty)).is_some_and(|names| names.iter().any(|own| own == name))
            };
            !stub.methods_named(ty, name).is_empty() || in_interface()
        }
        None => !stub.lookup(name).is_empty() || in_source(name),
    }
}

/// The report of a check of the files in `found`, begun at `start`: findings that are not suppressed and whose rules are on, sorted.
pub fn report(settings: &Settings, found: Discovered, checked: Checked, start: Instant) -> Report {
    let Checked { findings, mut problems, marked, mut dropped, .. } = checked;
    dropped.sort();
    dropped.dedup();
    problems.extend(found.problems);
    let (findings, directive_problems) = reported(settings, findings, marked);
    problems.extend(directive_problems);
    problems.sort();
    problems.dedup();
    let root = std::env::current_dir().unwrap_or_else(|_| PathBuf::from("/"));
    Report {
        findings,
        levels: settings.levels.clone(),
        problems,
        width: None,
        missing: found.missing,
        files: checked.files,
        elapsed: start.elapsed(),
        statistics: checked.statistics,
        dependencies: checked.dependencies,
        dropped,
        missing_packages: checked.missing_packages,
        taking_packages: checked.taking_packages,
        category: settings.category.clone(),
        repository: config::repository(&root).unwrap_or(&root).to_path_buf(),
        root,
        look: Look::Plain,
    }
}

/// The findings to report, sorted, and mistakes in suppression comments. Comments are applied before rules are dropped:
/// a comment that silences a rule that is off is not unused.
fn reported(settings: &Settings, findings: Vec<Finding>, marked: Vec<Arc<Source>>) -> (Vec<Finding>, Vec<Problem>) {
    let (mut reported, problems) = unsuppressed(settings.generated, findings, marked);
    reported.retain(|finding| is_wanted(settings, finding));
    sort(&mut reported);
    (reported, problems)
}

/// Sorts findings by path, position and rule.
pub fn sort(findings: &mut [Finding]) {
    findings.sort_by(|a, b| {
        let key = |finding: &Finding| (finding.source.shown.clone(), finding.span, finding.rule);
        key(a).cmp(&key(b))
    });
}

/// The findings that neither a comment nor a generated file silences, with those about unused comments; and the mistakes in
/// comments. `marked` are the files with a `//bodyguard:` comment.
pub fn unsuppressed(
    generated: GeneratedFiles,
    findings: Vec<Finding>,
    marked: Vec<Arc<Source>>,
) -> (Vec<Finding>, Vec<Problem>) {
    let applied: Vec<_> = by_file(findings, marked)
        .into_par_iter()
        .filter(|(source, _)| generated == GeneratedFiles::Reported || !suppress::is_generated(source.text()))
        .map(|(source, findings)| suppress::apply(&source, findings))
        .collect();
    let mut findings = Vec::new();
    let mut problems = Vec::new();
    for file in applied {
        findings.extend(file.findings);
        problems.extend(file.problems);
    }
    (findings, problems)
}

/// The findings of each file; files with a `//bodyguard:` comment are included even without findings.
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
    settings.levels.of(finding.rule) != Level::Off && finding.confidence >= settings.min_confidence && !is_ignored
}
