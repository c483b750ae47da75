//! `--since`: marks the findings that an older commit has too.
//!
//!     bodyguard check --since origin/main
//!
//! The tree of the commit is written to a temporary folder and checked with the current settings; a finding that is there too is
//! not reported. So a change that deletes `defer resp.Body.Close()` is reported although the line of the call is unchanged, and an
//! old leak is not, wherever its line has moved:
//!
//! * a finding on an unchanged line is known if the old tree has one on that line;
//! * a finding on a new or changed line is known if there is an old finding of the same function and callee whose line is gone, in
//!   this file or, because files are renamed, in another.
//!
//! In the old tree only files that may match are checked; the others are read for types and summaries.

mod git;
mod lines;

use crate::check::{self};
use crate::findings::finding::Finding;
use crate::findings::rule::Rule;
use crate::findings::suppress::GeneratedFiles;
use crate::ground::atomic_file::{TemporaryFiles, TemporaryFolder};
use crate::ground::open_texts::OpenTexts;
use crate::ground::source::GoFile;
use crate::ground::source::Source;
use crate::run;
use crate::run::discover;
use crate::task::Task;
use git::Repository;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::Arc;

/// The older commit whose findings are known.
#[derive(Debug)]
pub struct Since {
    repository: Repository,
    commit: String,
    shown: String,
}

/// The result of the comparison.
#[derive(Debug, Default)]
pub struct Compared {
    /// Whether the old tree has each of the findings too, in their order.
    pub is_known: Vec<bool>,
    /// Sentences about submodules that could not be compared.
    pub warnings: Vec<String>,
}

impl Since {
    /// Finds a revision in the repository of the first path. Fails with a sentence that says what to do if there is no such
    /// repository or commit, or no `git`.
    pub fn find(revision: &str, paths: &[String]) -> Result<Since, String> {
        let folder = paths.first().map_or(Path::new("."), |path| Path::new(path.trim_end_matches("...")));
        let repository = Repository::around(folder)?;
        let commit = repository.commit(revision)?;
        Ok(Since { repository, commit, shown: revision.to_string() })
    }

    /// Which of the findings the old tree has too. `task` is that of the current tree. Fails with a sentence if the old tree cannot be
    /// written.
    pub fn compare(
        &self,
        task: &Task,
        findings: &[Finding],
        generated: GeneratedFiles,
        scratch: &TemporaryFiles,
    ) -> Result<Compared, String> {
        if findings.is_empty() {
            return Ok(Compared::default());
        }
        let folder = scratch
            .folder()
            .map_err(|error| format!("the temporary folder for {} could not be made: {error}", self.shown))?;
        let tree = self.repository.write_tree(&self.commit, &folder)?;
        let old = self.old_findings(task, findings, generated, &folder, &tree.go_files);
        Ok(Compared { is_known: self.known(findings, old, folder.path()), warnings: tree.warnings })
    }

    /// The findings of the old tree, by path from the root of the repository. Checked are the folders that have
    /// findings now, and the files that no longer exist, which may have been renamed.
    fn old_findings(
        &self,
        task: &Task,
        findings: &[Finding],
        generated: GeneratedFiles,
        folder: &TemporaryFolder,
        go_files: &BTreeSet<String>,
    ) -> BTreeMap<String, Vec<Finding>> {
        let with_findings: BTreeSet<String> =
            findings.iter().filter_map(|finding| self.repository.below(&finding.source.path)).collect();
        let folders: BTreeSet<&str> = with_findings.iter().map(|path| parent(path)).collect();
        let matters = |path: &&String| folders.contains(parent(path)) || !self.repository.root().join(path).is_file();
        let report = go_files.iter().filter(matters).map(|path| {
            let path = folder.path().join(path);
            GoFile { shown: discover::shown(&path), path }
        });
        let task = Task { report: report.collect(), open: OpenTexts::default(), count: Arc::default(), ..task.clone() };
        let checked = check::check(&task);
        let (old, _) = run::unsuppressed(generated, checked.findings, checked.marked);
        let mut by_path: BTreeMap<String, Vec<Finding>> = BTreeMap::new();
        for finding in old {
            let path = finding.source.path.strip_prefix(folder.path()).map(slashed);
            if let Ok(path) = path {
                by_path.entry(path).or_default().push(finding);
            }
        }
        by_path
    }

    /// Whether the old tree has each of the findings too: by line where the line is in both trees, else by name.
    fn known(&self, findings: &[Finding], old: BTreeMap<String, Vec<Finding>>, folder: &Path) -> Vec<bool> {
        let mut is_known = vec![false; findings.len()];
        let mut by_path: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for (number, finding) in findings.iter().enumerate() {
            let path = self.repository.below(&finding.source.path).unwrap_or_default();
            by_path.entry(path).or_default().push(number);
        }
        let mut loose_old = Vec::new();
        let mut loose_new = Vec::new();
        let paths: BTreeSet<&String> = old.keys().chain(by_path.keys()).collect();
        for path in paths {
            let here = old.get(path).map(Vec::as_slice).unwrap_or_default();
            let numbers = by_path.get(path).map(Vec::as_slice).unwrap_or_default();
            let new = numbers.first().map(|number| &findings[*number]);
            let lines = self.lines_in_both(path, here.first(), new, folder);
            for old in here {
                match lines.get(&old.source.line(old.span.start)) {
                    None => loose_old.push(old),
                    Some(line) => {
                        let same = numbers.iter().find(|number| {
                            let new = &findings[**number];
                            !is_known[**number] && new.source.line(new.span.start) == *line && is_alike(old, new)
                        });
                        same.into_iter().for_each(|number| is_known[*number] = true);
                    }
                }
            }
            let unchanged: BTreeSet<usize> = lines.values().copied().collect();
            loose_new.extend(numbers.iter().copied().filter(|number| {
                let new = &findings[*number];
                !unchanged.contains(&new.source.line(new.span.start))
            }));
        }
        for old in loose_old {
            let named = |number: &&usize| !is_known[**number] && has_same_name(old, &findings[**number]);
            let same_file = loose_new.iter().filter(named).find(|number| self.is_same_file(old, &findings[**number]));
            let same = same_file.or_else(|| loose_new.iter().find(named)).copied();
            same.into_iter().for_each(|number| is_known[number] = true);
        }
        is_known
    }

    /// The line numbers of a file that both trees have, old to new; none if only one tree has the file. `old` and `new` are findings
    /// in it, which have its text already.
    fn lines_in_both(
        &self,
        path: &str,
        old: Option<&Finding>,
        new: Option<&Finding>,
        folder: &Path,
    ) -> BTreeMap<usize, usize> {
        let text_at = |finding: &Finding| finding.source.text().to_string();
        let before = old.map(text_at).or_else(|| text_of(&folder.join(path)));
        let after = new.map(text_at).or_else(|| text_of(&self.repository.root().join(path)));
        match (before, after) {
            (Some(before), Some(after)) => lines::map(&before, &after),
            _ => BTreeMap::new(),
        }
    }

    fn is_same_file(&self, old: &Finding, new: &Finding) -> bool {
        let path = self.repository.below(&new.source.path);
        path.is_some_and(|path| old.source.path.ends_with(Path::new(&path)))
    }
}

/// Whether two findings on one line are the same. The leak rules count as one: an edit elsewhere in the function may
/// turn `never-closed` into `leaks-on-path`.
fn is_alike(old: &Finding, new: &Finding) -> bool {
    let is_leak = |rule: Rule| {
        matches!(rule, Rule::NeverClosed | Rule::LeaksOnPath | Rule::DiscardedResponse | Rule::OverwrittenResponse)
    };
    (old.rule == new.rule || is_leak(old.rule) && is_leak(new.rule)) && old.callee == new.callee
}

fn has_same_name(old: &Finding, new: &Finding) -> bool {
    is_alike(old, new) && old.lasting_function() == new.lasting_function()
}

fn parent(path: &str) -> &str {
    path.rsplit_once('/').map_or("", |(folder, _)| folder)
}

fn slashed(path: &Path) -> String {
    let parts: Vec<_> = path.components().map(|part| part.as_os_str().to_string_lossy().into_owned()).collect();
    parts.join("/")
}

/// The text of a file; `None` if it cannot be read.
fn text_of(path: &Path) -> Option<String> {
    Source::read(path, "").ok().map(|source| source.text().to_string())
}
