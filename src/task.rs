//! The task of a check (files, open texts, settings of the analysis) and its result (findings, problems, counters).
//!
//!     let checked = check(&Task { report: files, ..Task::default() });
//!
//! Which rules are on, how findings are printed and what a baseline knows is not part of a task; see [`crate::run`].

use crate::findings::finding::Finding;
use crate::go::queries::Queries;
use crate::ground::open_texts::OpenTexts;
use crate::ground::problem::Problem;
use crate::ground::source::{GoFile, Source};
use crate::meaning::notes::Note;
use crate::program::{FuncRef, Stub};
use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

/// The task of a check.
#[derive(Clone, Debug)]
pub struct Task {
    /// The files whose findings are wanted, sorted by path, each once. Other files are read for types and summaries alone.
    pub report: Vec<GoFile>,
    /// Texts that stand in for files, whose content on disk does not count.
    pub open: OpenTexts,
    /// `require-close`: a cancelled context is no discharge.
    pub require_close: bool,
    /// Stubs of the user, and those of functions that only the configuration names.
    pub stubs: Vec<Stub>,
    /// The notes of the configuration on functions.
    pub notes: Vec<Note>,
    /// How much is read. The findings are the same.
    pub reading: Reading,
    /// The progress of the work, for display.
    pub count: Arc<Count>,
    /// The patterns that decide which calls are followed.
    pub queries: Arc<Queries>,
    /// Ends the run early.
    pub cancel: Cancel,
}

/// A request to end a run early, from any thread. Copies share it.
#[derive(Clone, Debug, Default)]
pub struct Cancel(Arc<AtomicBool>);

impl Cancel {
    /// Ends the runs that hold this request or a copy of it, soon: a file that is being checked is checked to its end.
    pub fn cancel(&self) {
        self.0.store(true, Ordering::Relaxed);
    }

    /// Whether [`Cancel::cancel`] has been called.
    pub fn is_cancelled(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }
}

impl Default for Task {
    fn default() -> Task {
        Task {
            report: Vec::new(),
            open: OpenTexts::default(),
            require_close: false,
            stubs: Vec::new(),
            notes: Vec::new(),
            reading: Reading::Auto,
            count: Arc::default(),
            queries: Queries::standard(),
            cancel: Cancel::default(),
        }
    }
}

/// How much of the files is parsed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Reading {
    /// On demand or by name, whichever is cheaper for these files.
    #[default]
    Auto,
    /// Every declaration, whether it can matter or not: syntax errors are reported wherever they are.
    Whole,
    /// The functions of the checked files, and those that their calls lead to.
    OnDemand,
    /// The functions that use a candidate name, found by searching the text of all files.
    ByName,
}

/// How many files are to be checked closely, and how many have been.
#[derive(Debug, Default)]
pub struct Count {
    /// The number of these files; 0 as long as it is not known.
    pub all: AtomicUsize,
    /// The number of files that are done.
    pub done: AtomicUsize,
}

/// The result of a check.
#[derive(Debug, Default)]
pub struct Checked {
    /// The findings of all rules, in no particular order. Suppressed ones and those of rules that are off are included.
    pub findings: Vec<Finding>,
    /// The reasons why code was not checked, sorted.
    pub problems: Vec<Problem>,
    /// The number of files in `report`, those without candidates included.
    pub files: usize,
    /// Counters by name, for `--statistics`: functions, acquisitions, and the reasons for silence.
    pub statistics: BTreeMap<&'static str, u64>,
    /// How many calls of functions of dependencies owe nothing, by the reason and the function.
    pub dependencies: BTreeMap<(NothingOwed, String), u64>,
    /// Losses that are not reported, in no particular order.
    pub dropped: Vec<DroppedLoss>,
    /// The import paths for which no package was found, sorted.
    pub missing_packages: Vec<String>,
    /// How many responses were passed to a package that was not found, by its import path.
    pub taking_packages: BTreeMap<String, u64>,
    /// The numbers of the notes of the task on functions that nothing asked for; code may call them all the same.
    pub unmet_notes: Vec<usize>,
    /// Files of `report` that hold the text `bodyguard:`: their comments may be malformed or silence nothing, which is
    /// reported even where there is no finding.
    pub marked: Vec<Arc<Source>>,
}

/// Why the caller of a function of a dependency owes nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum NothingOwed {
    /// It returns an open response together with an error.
    ErrorExit,
    /// It closes the body of what it returns without an error.
    ClosedThere,
}

/// A loss of a response that came together with an error, and is not reported where it is lost.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct DroppedLoss {
    /// The file of the call that acquires the response, as it is shown.
    pub path: String,
    /// The line of the call, from 1.
    pub line: usize,
    /// The column of the call in bytes, from 1.
    pub column: usize,
    /// The function or literal that loses it.
    pub function: String,
    /// The callee as it is written.
    pub callee: String,
    /// Why it is not reported.
    pub reason: DropReason,
    /// The full name of the function that returns the response together with an error.
    pub origin: String,
    /// The file of that function, as it is shown.
    pub origin_path: String,
    /// Its line, from 1.
    pub origin_line: usize,
}

/// Why a loss is not reported where it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum DropReason {
    /// The function with the error exit is at fault and reported, if it is checked.
    ErrorExit,
    /// The function with the error exit belongs to a dependency.
    Dependency,
    /// It was not decided whether callers have to close the response.
    Undecided,
}

impl Checked {
    /// Counts a call of a function of a dependency that owes nothing.
    pub fn count_dependency(&mut self, reason: NothingOwed, function: &FuncRef) {
        *self.dependencies.entry((reason, function.full_name())).or_default() += 1;
    }

    /// Adds the findings, problems and counters of a part of the work.
    pub fn add(&mut self, part: Checked) {
        self.findings.extend(part.findings);
        self.problems.extend(part.problems);
        part.statistics.into_iter().for_each(|(name, by)| self.count(name, by));
        self.dropped.extend(part.dropped);
        part.taking_packages.into_iter().for_each(|(path, by)| *self.taking_packages.entry(path).or_default() += by);
        part.dependencies.into_iter().for_each(|(key, by)| *self.dependencies.entry(key).or_default() += by);
    }

    /// Adds to a counter.
    pub fn count(&mut self, name: &'static str, by: u64) {
        *self.statistics.entry(name).or_default() += by;
    }
}
