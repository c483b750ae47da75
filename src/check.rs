//! The main job: from a list of files to findings.

use crate::finding::{Finding, Problem};
use crate::source::Source;
use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;

/// One Go file of a run.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct GoFile {
    /// The path to open.
    pub path: PathBuf,
    /// The path to show, relative to the working directory, with `/`.
    pub shown: String,
}

/// What a run is asked to do.
#[derive(Clone, Debug, Default)]
pub struct Task {
    /// The files whose findings are wanted, sorted by path, each once. Other files of their modules are read for meaning.
    pub report: Vec<GoFile>,
    /// Text that replaces a file's content on disk (`-` with `--stdin-filename`): the path as in `report`, and the bytes.
    pub overlay: Option<(PathBuf, Vec<u8>)>,
    /// `require-close`: a cancelled context is no discharge.
    pub require_close: bool,
    /// User stubs: path to show, Go text.
    pub stubs: Vec<(String, String)>,
}

/// What came out.
#[derive(Debug, Default)]
pub struct Checked {
    /// All findings of all rules (also those that are off), in no particular order, suppressed ones included.
    pub findings: Vec<Finding>,
    /// What kept code from being checked.
    pub problems: Vec<Problem>,
    /// Files of `report` that were looked at, including those that cannot matter.
    pub files: usize,
    /// Counters by name, for `--statistics`: what was seen and what stayed silent.
    pub statistics: BTreeMap<&'static str, u64>,
    /// Files of `report` that hold the text `bodyguard:`: their comments may be malformed or silence nothing, which is
    /// told even where there is no finding.
    pub marked: Vec<Arc<Source>>,
}

/// Runs the analysis. Never fails: what cannot be read or understood is a problem in the result.
pub fn check(task: &Task) -> Checked {
    let (marked, problems) = crate::suppress::marked_sources(task);
    Checked { files: task.report.len(), problems, marked, ..Checked::default() }
}
