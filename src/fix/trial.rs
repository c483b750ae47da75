//! Checks of texts that no file has yet: the trial of an edit.
//!
//!     let trials = Trials::new(&task, generated);
//!     trials.of_whole(&file, text)             // all findings that the file would have
//!     trials.of_parts(&file, text, &ranges)    // those of the functions there; all else is kept
//!
//! What was read for one trial is kept for the next one: only the folder of the file is read again.

use crate::check;
use crate::findings::finding::Finding;
use crate::findings::suppress::{self, GeneratedFiles};
use crate::go::tree;
use crate::ground::source::{GoFile, Source};
use crate::program::Index;
use crate::run;
use crate::task::{Checked, Task};
use std::ops::Range;
use std::sync::{Arc, Mutex, PoisonError};

/// The trials of one run.
pub struct Trials<'a> {
    task: &'a Task,
    generated: GeneratedFiles,
    /// What idle threads have read.
    idle: Mutex<Vec<Index>>,
}

impl<'a> Trials<'a> {
    /// Trials with the settings and open texts of a task.
    pub fn new(task: &'a Task, generated: GeneratedFiles) -> Trials<'a> {
        Trials { task, generated, idle: Mutex::default() }
    }

    /// The findings that a file would have with this text, sorted.
    pub fn of_whole(&self, file: &GoFile, bytes: &[u8]) -> Vec<Finding> {
        let checked = self.with_text(file, bytes, check::check_with);
        self.reported(file, bytes, checked)
    }

    /// The findings that the functions and variables in these ranges of the text would have, sorted. Comments that silence nothing are
    /// not among them.
    pub fn of_parts(&self, file: &GoFile, bytes: &[u8], ranges: &[Range<usize>]) -> Vec<Finding> {
        let checked = self.with_text(file, bytes, |task, index| check::check_parts(task, index, file, ranges));
        let (mut found, _) = run::unsuppressed(self.generated, checked.findings, Vec::new());
        found.retain(|finding| finding.resource.is_some());
        run::sort(&mut found);
        found
    }

    fn reported(&self, file: &GoFile, bytes: &[u8], checked: Checked) -> Vec<Finding> {
        let mut marked = checked.marked;
        if suppress::is_marked(bytes) {
            marked.push(Arc::new(source_of(file, bytes)));
        }
        let (mut found, _) = run::unsuppressed(self.generated, checked.findings, marked);
        run::sort(&mut found);
        found
    }

    fn with_text<T>(&self, file: &GoFile, bytes: &[u8], check: impl FnOnce(&Task, &mut Index) -> T) -> T {
        let mut task = Task { report: vec![file.clone()], count: Arc::default(), ..self.task.clone() };
        task.open.insert(&file.path, bytes);
        let idle = self.idle.lock().unwrap_or_else(PoisonError::into_inner).pop();
        let mut index = idle.unwrap_or_else(|| check::index_for(self.task));
        index.set_open(task.open.clone());
        let result = check(&task, &mut index);
        self.idle.lock().unwrap_or_else(PoisonError::into_inner).push(index);
        result
    }
}

/// A text in place of that of a file.
pub fn source_of(file: &GoFile, bytes: &[u8]) -> Source {
    Source::new(&file.path, &file.shown, bytes.to_vec())
}

/// Whether a text parses without errors.
pub fn parses(source: &Source) -> bool {
    tree::parse(source.text()).is_some_and(|tree| !tree.root_node().has_error())
}
