//! A project that is checked again and again, by an editor or a server; a run of the command line is a session with one check.
//!
//!     let mut session = Session::new(Settings::new(Options::default())?);
//!     let report = session.check(&Cancel::default())?;        // reads what it needs
//!     session.open(Path::new("client.go"), text);             // an unsaved buffer
//!     let report = session.check(&Cancel::default())?;        // reads only the folder of client.go again
//!
//! A session reports what a new one with the same open texts would report, provided that the caller announces each file that has
//! changed on disk ([`Session::reread`]). It never writes a file and runs nothing of the project.

use crate::check::{self, Ownership};
use crate::findings::finding::Finding;
use crate::fix::{self, FileFix, FixRequest};
use crate::ground::open_texts::OpenTexts;
use crate::ground::source::GoFile;
use crate::program::Index;
use crate::report::Report;
use crate::run;
use crate::run::discover::{self, Discovered};
use crate::run::settings::{Input, Settings, without_effect};
use crate::task::{Cancel, Task};
use std::fmt;
use std::path::Path;
use std::time::Instant;

/// The settings of a project, its open texts, and all that has been read of it.
pub struct Session {
    settings: Settings,
    open: OpenTexts,
    /// The task of the last check.
    task: Task,
    index: Option<Index>,
}

/// A check that was cancelled: there is no report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cancelled;

impl fmt::Display for Cancelled {
    fn fmt(&self, out: &mut fmt::Formatter) -> fmt::Result {
        out.write_str("the check was cancelled")
    }
}

impl std::error::Error for Cancelled {}

impl Session {
    /// A session that has read nothing yet.
    pub fn new(settings: Settings) -> Session {
        let open = match &settings.input {
            Input::Paths(_) => OpenTexts::default(),
            Input::Text(file, text) => OpenTexts::one(&file.path, text),
        };
        Session { settings, open, task: Task::default(), index: None }
    }

    /// The settings.
    pub fn settings(&self) -> &Settings {
        &self.settings
    }

    /// Replaces the settings. What has been read stays, and so do open texts.
    pub fn set_settings(&mut self, settings: Settings) {
        self.settings = settings;
    }

    /// Opens a text that counts in place of a Go file, or replaces the open text of the file. The file need not exist.
    pub fn open(&mut self, path: &Path, text: &[u8]) {
        self.open.insert(path, text);
    }

    /// Closes the text of a file, whose content on disk counts again. Returns whether a text was open.
    pub fn close(&mut self, path: &Path) -> bool {
        self.open.remove(path)
    }

    /// The open text of a file, if there is one.
    pub fn open_text(&self, path: &Path) -> Option<&[u8]> {
        self.open.get(path).map(|text| &text[..])
    }

    /// Announces that a file was written, created, renamed or deleted: it is read again when it is next needed. All files are read
    /// again if it may change which packages there are: if it is no Go file (a `go.mod`, a folder), or its folder is new or gone.
    pub fn reread(&mut self, path: &Path) {
        let path = std::path::absolute(path).unwrap_or_else(|_| path.to_path_buf());
        let is_go = path.extension().is_some_and(|extension| extension == "go");
        match &mut self.index {
            Some(index) if is_go && index.has_listed_folder_of(&path) => index.forget(&path),
            index => *index = None,
        }
    }

    /// Announces that any file may have changed: all of them are read again when they are next needed.
    pub fn reread_all(&mut self) {
        self.index = None;
    }

    /// Whether findings of a Go file below a folder are reported when the folder is checked, as far as the path of the file shows.
    pub fn reports(&self, path: &Path, folder: &Path) -> bool {
        discover::is_reported(path, folder, &self.settings.filter)
    }

    /// Checks the input of the settings. Fails only if `cancel` was cancelled; all else that went wrong is in the report.
    pub fn check(&mut self, cancel: &Cancel) -> Result<Report, Cancelled> {
        let found = run::files(&self.settings);
        let (mut report, unmet) = self.check_found(found, cancel)?;
        report.problems.extend(without_effect::problems(&self.settings, &self.task, &unmet));
        report.problems.sort();
        Ok(report)
    }

    /// Checks single files, such as one that is open or was just saved. Files that the configuration excludes are checked too. Fails
    /// like [`Session::check`].
    pub fn check_files(&mut self, paths: &[&Path], cancel: &Cancel) -> Result<Report, Cancelled> {
        let mut files: Vec<GoFile> =
            paths.iter().map(|path| GoFile { path: path.to_path_buf(), shown: discover::shown(path) }).collect();
        files.sort_by(|one, other| one.shown.cmp(&other.shown));
        files.dedup_by(|one, other| one.shown == other.shown);
        self.check_found(Discovered { files, ..Discovered::default() }, cancel).map(|(report, _)| report)
    }

    /// The report, and the numbers of the notes of the configuration on functions that the check has not asked for.
    fn check_found(&mut self, mut found: Discovered, cancel: &Cancel) -> Result<(Report, Vec<usize>), Cancelled> {
        let start = Instant::now();
        let files = std::mem::take(&mut found.files);
        let task = Task { cancel: cancel.clone(), ..run::task(&self.settings, files, self.open.clone()) };
        // The notes of the configuration have stubs for functions that nothing declares: they may have changed with the source.
        if task.stubs != self.task.stubs {
            self.index = None;
        }
        self.task = task;
        let index = match &mut self.index {
            Some(index) => {
                index.set_open(self.open.clone());
                index.show(check::shown_names(&self.task));
                index
            }
            none => none.insert(check::index_for(&self.task)),
        };
        let mut checked = check::check_with(&self.task, index);
        // What is asked about this check later is not cancelled with it.
        self.task.cancel = Cancel::default();
        let unmet = std::mem::take(&mut checked.unmet_notes);
        match cancel.is_cancelled() {
            true => Err(Cancelled),
            false => {
                let report = run::report(&self.settings, found, checked, start);
                let is_unread = |file: &&GoFile| {
                    report.problems.iter().any(|problem| problem.is_unread_file() && problem.path == file.shown)
                };
                let unread = self.task.report.iter().filter(is_unread).count();
                Ok((Report { files: report.files.saturating_sub(unread), ..report }, unmet))
            }
        }
    }

    /// Who owns the response that the call at a byte of a file acquires; `None` if none does. The file is one of the last check.
    pub fn ownership_at(&self, path: &Path, offset: u32) -> Option<Ownership> {
        check::ownership_at(&self.task, self.index.as_ref()?, path, offset)
    }

    /// The edits that fix findings of the last check, each tried and none written: one entry for each file with findings, sorted by
    /// path.
    pub fn fix(&self, findings: Vec<Finding>, request: FixRequest) -> Vec<FileFix> {
        fix::fix(&self.task, findings, request)
    }

    /// Gives each finding of the last check the safe edit that fixes it, tried by itself, if there is one.
    pub fn add_edits(&self, findings: &mut [Finding], request: FixRequest) {
        fix::add_edits(&self.task, findings, request);
    }

    /// The edits that add a comment to silence each finding of the last check, not written: one entry for each file with findings,
    /// sorted by path. `reason` stands in each comment.
    pub fn add_ignores(&self, findings: Vec<Finding>, reason: &str, request: FixRequest) -> Vec<FileFix> {
        fix::add_ignores(&self.task, findings, reason, request)
    }

    /// The task of the last check.
    pub(crate) fn task(&self) -> &Task {
        &self.task
    }
}
