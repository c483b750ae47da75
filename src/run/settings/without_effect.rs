//! Settings that change nothing: mistakes that would stay unseen otherwise.
//!
//!     warning: line 3 of bodyguard.toml: [check] exclude: `gne/` matches no file or folder, did you mean `gen/`?
//!
//! Whether a pattern or a name matches is known only if a run checks all that the configuration is for: the folder of its file. Other
//! runs say nothing about them.

use super::config::{Config, HandledRow, line_of};
use super::function::{FunctionPattern, Note};
use super::{Input, Options, Settings};
use crate::check::{self, UnmetNote};
use crate::findings::rule::{Level, RULES, Selector};
use crate::ground::globs::Globs;
use crate::ground::problem::{Problem, ProblemKind};
use crate::ground::source::GoFile;
use crate::ground::suggest::closest;
use crate::meaning::notes::FunctionSet;
use crate::run::discover::shown;
use crate::task::Task;
use ignore::WalkBuilder;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// Suggestions are made from this many paths: a repository with more is not searched to its end for a misspelt one.
const MOST_PATHS: usize = 200_000;

/// Warnings about rules that are both selected and ignored, by the configuration or by the caller.
pub(super) fn conflicts(options: &Options, config: &Config, file: Option<&Path>) -> Vec<Problem> {
    let mut problems = Vec::new();
    let both = |select: &[Selector], ignore: &[Selector]| -> Vec<&'static str> {
        let names = |list: &[Selector], rule| list.iter().any(|selector| selector.chooses(rule));
        let single: Vec<Selector> = select.iter().copied().filter(|selector| *selector != Selector::All).collect();
        let rules = RULES.iter().filter(|text| names(&single, text.rule) && names(ignore, text.rule));
        rules.map(|text| text.name).collect()
    };
    let configured = both(config.check.select.as_deref().unwrap_or_default(), &config.check.ignore);
    let message = |name: &str| format!("`{name}` is both selected and ignored, so it is not reported");
    if let Some(file) = file {
        let line = line_of(&config.text, &[&"check", &"ignore"]);
        problems.extend(
            configured.iter().map(|name| problem(&shown(file), line, format!("[check] ignore: {}", message(name)))),
        );
    }
    let typed: Vec<Selector> = options.select.iter().flatten().chain(&options.extend_select).copied().collect();
    problems.extend(both(&typed, &options.ignore).iter().map(|name| problem("--ignore", None, message(name))));
    let levels = super::levels(options, config);
    if RULES.iter().all(|text| levels.of(text.rule) == Level::Off) {
        problems.push(problem("settings", None, "all rules are switched off, so nothing is reported".to_string()));
    }
    problems
}

/// Warnings about settings without effect in a run that has checked the files of `task`. `unmet` are the numbers of its notes on
/// functions that the check has not asked for.
pub fn problems(settings: &Settings, task: &Task, unmet: &[usize]) -> Vec<Problem> {
    let mut problems = settings.conflicts.clone();
    if let Some(file) = settings.config.as_deref().filter(|file| is_whole(&settings.input, file)) {
        let here = Here { file: shown(file), config: &settings.configured };
        problems.extend(here.excluded(&settings.filter.exclude));
        problems.extend(here.per_file(settings, &task.report));
        problems.extend(here.notes(task, unmet));
    }
    problems
}

/// Whether the folder of the configuration file is checked as a whole.
fn is_whole(input: &Input, config: &Path) -> bool {
    let Input::Paths(paths) = input else {
        return false;
    };
    let Some(folder) = std::path::absolute(config).ok().and_then(|file| file.parent()?.canonicalize().ok()) else {
        return false;
    };
    let is_above = |path: &String| {
        let named = match path.strip_suffix("...").map(|path| path.trim_end_matches('/')) {
            Some("") if path.starts_with('/') => "/",
            Some("") => ".",
            Some(path) => path,
            None => path,
        };
        Path::new(named).canonicalize().is_ok_and(|path| folder.starts_with(path))
    };
    paths.iter().any(is_above)
}

/// The configuration file that is looked at.
struct Here<'a> {
    /// Its path, as it is shown.
    file: String,
    config: &'a Config,
}

impl Here<'_> {
    fn problem(&self, keys: &[&dyn ToString], what: &str, nearest: Option<String>) -> Problem {
        let line = line_of(&self.config.text, keys);
        let hint = nearest.map(|nearest| format!(", did you mean `{nearest}`?")).unwrap_or_default();
        problem(&self.file, line, format!("{what}{hint}"))
    }

    /// Patterns of `exclude` that match no file or folder.
    fn excluded(&self, globs: &Globs) -> Vec<Problem> {
        let idle: Vec<(usize, &str)> = globs.idle().collect();
        if idle.is_empty() {
            return Vec::new();
        }
        let paths = paths_below(globs.folder());
        let matches = |pattern: &str| {
            let pattern = pattern.strip_prefix('!').unwrap_or(pattern).to_string();
            let globs = Globs::new(globs.folder(), &[pattern]).unwrap_or_default();
            paths.iter().any(|(path, is_folder)| globs.matches(path, *is_folder))
        };
        let unmatched = idle.into_iter().filter(|(_, pattern)| !matches(pattern));
        let problem = |(number, pattern): (usize, &str)| {
            let nearest = nearest_path(globs.folder(), pattern, &paths);
            let what = format!("[check] exclude: `{pattern}` matches no file or folder");
            self.problem(&[&"check", &"exclude", &number], &what, nearest)
        };
        unmatched.map(problem).collect()
    }

    /// Patterns of `[[per-file]]` that match none of the checked files.
    fn per_file(&self, settings: &Settings, files: &[GoFile]) -> Vec<Problem> {
        let mut problems = Vec::new();
        for (number, ((globs, _), row)) in settings.per_file.iter().zip(&self.config.per_file).enumerate() {
            let is_idle = globs.idle().next().is_some();
            if is_idle && !files.iter().any(|file| globs.covers(&file.path)) {
                let nearest = nearest_path(globs.folder(), &row.path, &paths_below(globs.folder()));
                let what = format!("[[per-file]] path: `{}` matches no checked file", row.path);
                problems.push(self.problem(&[&"per-file", &number, &"path"], &what, nearest));
            }
        }
        problems
    }

    /// Notes on functions that no call in the checked files is one of.
    fn notes(&self, task: &Task, unmet: &[usize]) -> Vec<Problem> {
        if unmet.is_empty() {
            return Vec::new();
        }
        let rows = note_rows(self.config);
        let problem = |UnmetNote { note, nearest }: UnmetNote| {
            let (table, number, key) = rows.get(note)?;
            let what = match &task.notes[note] {
                Note::Function(name, _) | Note::Handled(FunctionSet::Pattern(name)) => {
                    format!("[[{table}]] func: no call in the checked code is one of `{name}`")
                }
                Note::Handled(FunctionSet::Package(path)) => {
                    format!("[[{table}]] package: no checked file imports `{path}`")
                }
                Note::Handled(FunctionSet::Module(path)) => {
                    format!("[[{table}]] module: no checked file imports a package of `{path}`")
                }
            };
            Some(self.problem(&[table, number, key], &what, nearest))
        };
        check::unmet_notes(task, unmet).into_iter().filter_map(problem).collect()
    }
}

/// Table, index and key of the row of each note, in the order of [`Task::notes`].
fn note_rows(config: &Config) -> Vec<(&'static str, usize, &'static str)> {
    let names = |table: &'static str, count: usize| (0..count).map(move |number| (table, number, "func"));
    let is_name = |row: &HandledRow| matches!(row, HandledRow::Function(FunctionPattern::Name(_)));
    let handled = |row: &HandledRow| match row {
        HandledRow::Function(_) => "func",
        HandledRow::Package(_) => "package",
        HandledRow::Module(_) => "module",
    };
    let handled =
        config.handled.iter().enumerate().map(|(number, row)| (is_name(row), ("handled", number, handled(row))));
    let (named, sets): (Vec<_>, Vec<_>) = handled.partition(|(is_name, _)| *is_name);
    let rows = |list: Vec<(bool, (&'static str, usize, &'static str))>| list.into_iter().map(|(_, row)| row);
    names("acquire", config.acquire.len())
        .chain(rows(named))
        .chain(names("noreturn", config.noreturn.len()))
        .chain(names("closes", config.closes.len()))
        .chain(rows(sets))
        .collect()
}

/// All files and folders below a folder but those of `.git`, each with whether it is a folder.
fn paths_below(folder: &Path) -> BTreeSet<(PathBuf, bool)> {
    let walk =
        WalkBuilder::new(folder).standard_filters(false).filter_entry(|entry| entry.file_name() != ".git").build();
    let path = |entry: ignore::DirEntry| {
        let is_folder = entry.file_type().is_some_and(|kind| kind.is_dir());
        (entry.into_path(), is_folder)
    };
    walk.filter_map(Result::ok).skip(1).take(MOST_PATHS).map(path).collect()
}

/// The path, relative to the folder, that a pattern was probably meant for. A pattern that begins with `./` matches nothing.
fn nearest_path(folder: &Path, pattern: &str, paths: &BTreeSet<(PathBuf, bool)>) -> Option<String> {
    if let Some(rest) = pattern.strip_prefix("./").filter(|rest| !rest.is_empty()) {
        return Some(rest.to_string());
    }
    if pattern.contains(['*', '?', '[']) {
        return None;
    }
    let bare = pattern.trim_matches('/');
    let end = &pattern[pattern.trim_end_matches('/').len()..];
    let known: BTreeSet<String> = paths
        .iter()
        .filter_map(|(path, is_folder)| {
            let path = path.strip_prefix(folder).ok()?;
            let path = shown(path);
            // A name alone matches at any depth.
            let path = if bare.contains('/') { path } else { path.rsplit('/').next()?.to_string() };
            (*is_folder || end.is_empty()).then_some(path)
        })
        .collect();
    closest(bare, known.iter().map(String::as_str)).map(|near| format!("{near}{end}"))
}

fn problem(path: &str, line: Option<usize>, message: String) -> Problem {
    Problem { path: path.to_string(), position: line.map(|line| (line, 1)), kind: ProblemKind::Setting, message }
}
