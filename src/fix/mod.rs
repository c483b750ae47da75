//! Edits that fix findings.
//!
//!     resp, err := http.Get(u)
//!     if err != nil {
//!         return err
//!     }
//!     defer resp.Body.Close()      // this line
//!
//! [`propose`] reads the text around a finding and proposes edits. No proposal is trusted: each one is applied in
//! memory and the file is checked again. It is made only if the new text parses, the finding is gone and there is no new one. So
//! a second run finds nothing to fix, and an edit that would leave a `defer` in a loop is never made.
//!
//! This module only reads files; [`crate::ground::atomic_file`] writes them.

mod align;
mod attempt;
mod before_check;
mod discarded;
mod edit;
mod guard;
mod ignore;
mod lines;
mod nodes;
mod passed_on;
mod place;
mod propose;
mod trial;
mod uses;

pub use ignore::add_ignores;

use crate::findings::finding::{DeferStyle, Finding};
use crate::findings::suppress::GeneratedFiles;
use crate::ground::source::GoFile;
use crate::ground::source::{self, Source};
use crate::ground::stack;
use crate::task::Task;
use attempt::{FixAttempt, FixedText};
use rayon::prelude::*;
use std::collections::BTreeMap;
use std::sync::Arc;
use trial::Trials;

/// Whether an edit needs a review.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Safety {
    /// The function does what it did before, and closes the body.
    #[default]
    Safe,
    /// The body is closed, but the edit may not be what the author intends.
    Unsafe,
}

/// The edits that the caller asks for.
#[derive(Clone, Copy, Debug)]
pub struct FixRequest {
    /// The least safe edits that are made.
    pub safety: Safety,
    /// How a `defer` is written.
    pub style: DeferStyle,
    /// Whether generated files are reported.
    pub generated: GeneratedFiles,
    /// Whether [`FileFix::left_for_unsafe`] is wanted.
    pub counts_unsafe: bool,
}

impl Default for FixRequest {
    fn default() -> FixRequest {
        FixRequest {
            safety: Safety::Safe,
            style: DeferStyle::default(),
            generated: GeneratedFiles::default(),
            counts_unsafe: true,
        }
    }
}

/// A file and its new text.
#[derive(Debug)]
pub struct FileFix {
    /// The file.
    pub file: GoFile,
    /// The text that was read.
    pub before: Vec<u8>,
    /// The text to write; equal to `before` if nothing is fixed.
    pub after: Vec<u8>,
    /// The findings that the new text no longer has.
    pub fixed: Vec<Finding>,
    /// The findings that are left, with their places in the new text.
    pub left: Vec<Finding>,
    /// How many of the findings that are left unsafe edits would fix.
    pub left_for_unsafe: usize,
    /// Why the file was not changed: the predicate of a sentence about it.
    pub trouble: Option<String>,
}

impl FileFix {
    /// Whether the new text differs from the old one.
    pub fn is_changed(&self) -> bool {
        self.before != self.after
    }

    fn untouched(file: GoFile, findings: Vec<Finding>, trouble: Option<String>) -> FileFix {
        FileFix {
            file,
            before: Vec::new(),
            after: Vec::new(),
            fixed: Vec::new(),
            left: findings,
            left_for_unsafe: 0,
            trouble,
        }
    }
}

/// Fixes findings, file by file, and returns one entry for each file with findings, in the order of paths.
pub fn fix(task: &Task, findings: Vec<Finding>, request: FixRequest) -> Vec<FileFix> {
    let files = by_file(task, findings);
    let trials = Trials::new(task, request.generated);
    let fixed = |(file, findings)| fix_file(task, &trials, file, findings, request);
    stack::on_large(|| files.into_par_iter().map(fixed).collect())
}

/// Gives each finding the safe edit that fixes it, if there is one.
pub fn add_edits(task: &Task, findings: &mut [Finding], request: FixRequest) {
    let files = by_file(task, findings.to_vec());
    let trials = Trials::new(task, request.generated);
    let edits_of = |(file, findings): &(GoFile, Vec<Finding>)| {
        let bytes = bytes_of(task, file, findings).ok()?;
        let edits = FixAttempt::new(&trials, file, bytes, request, findings).safe_edits(findings);
        Some((file.shown.clone(), edits))
    };
    let edits: BTreeMap<_, _> =
        stack::on_large(|| files.par_iter().filter_map(edits_of).collect::<Vec<_>>()).into_iter().collect();
    for finding in findings {
        let own = edits.get(&*finding.source.shown).into_iter().flatten();
        finding.edit = own.filter(|(key, _)| *key == attempt::key(finding)).map(|(_, edit)| edit.clone()).next();
    }
}

fn by_file(task: &Task, findings: Vec<Finding>) -> Vec<(GoFile, Vec<Finding>)> {
    let mut files: BTreeMap<Arc<str>, Vec<Finding>> = BTreeMap::new();
    for finding in findings {
        files.entry(finding.source.shown.clone()).or_default().push(finding);
    }
    let with_file = files.into_values().filter_map(|findings| {
        let first = findings.first()?;
        let known = task.report.iter().find(|file| *file.shown == *first.source.shown);
        let made = || GoFile { path: first.source.path.clone(), shown: first.source.shown.to_string() };
        Some((known.cloned().unwrap_or_else(made), findings))
    });
    with_file.collect()
}

/// The bytes of a file. Fails if the file cannot be read or is no longer the text that was checked.
fn bytes_of(task: &Task, file: &GoFile, findings: &[Finding]) -> Result<Vec<u8>, String> {
    let bytes = match task.open.get(&file.path) {
        Some(text) => text.to_vec(),
        None => source::read_bytes(&file.path)?,
    };
    let now = Source::new(&file.path, &file.shown, bytes.clone());
    match findings.iter().all(|finding| finding.source.text() == now.text()) {
        true => Ok(bytes),
        false => Err("left as it is: it was changed meanwhile".to_string()),
    }
}

fn fix_file(task: &Task, trials: &Trials, file: GoFile, findings: Vec<Finding>, request: FixRequest) -> FileFix {
    let before = match bytes_of(task, &file, &findings) {
        Ok(before) => before,
        Err(trouble) => return FileFix::untouched(file, findings, Some(trouble)),
    };
    let attempt = FixAttempt::new(trials, &file, before.clone(), request, &findings);
    match attempt.fixed_file(&findings) {
        Some(FixedText { before, after, fixed, left, left_for_unsafe }) => {
            FileFix { file, before, after, fixed, left, left_for_unsafe, trouble: None }
        }
        None => FileFix { after: before.clone(), before, ..FileFix::untouched(file, findings, None) },
    }
}
