//! The folders of the workspace, each with its settings and a [`Session`], and those of documents that lie outside of them.
//!
//! A document belongs to the innermost folder of the workspace that holds it; outside of all to a project of its repository, which
//! goes when its last document is closed. All projects see all open texts: one may use packages of another.

use super::client::Client;
use super::diagnostics::{of_finding, of_problem};
use super::preferences::Preferences;
use crate::findings::finding::Finding;
use crate::fix::FixRequest;
use crate::ground::problem::ProblemKind;
use crate::ground::source::Source;
use crate::report::Report;
use crate::run::settings::{Input, Options, Settings, config};
use crate::session::{Cancelled, Session};
use crate::task::Cancel;
use gen_lsp_types::{Diagnostic, Uri};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// A folder that is checked with one configuration.
pub struct Project {
    /// The folder, absolute.
    pub root: PathBuf,
    /// Whether it is a folder of the workspace.
    pub is_folder: bool,
    /// The settings of the editor for it.
    pub preferences: Preferences,
    /// `None` as long as its settings are wrong.
    session: Option<Session>,
}

/// The findings of a file, and all that is said of it.
#[derive(Clone, Debug, Default)]
pub struct FileReport {
    /// The findings, sorted by place.
    pub findings: Vec<Finding>,
    /// The diagnostics: those of the findings, then mistakes in comments.
    pub diagnostics: Vec<Diagnostic>,
}

impl Project {
    /// A project without settings yet.
    pub fn new(root: PathBuf, is_folder: bool) -> Project {
        Project { root, is_folder, preferences: Preferences::default(), session: None }
    }

    /// Reads the settings again, and opens texts. Fails with a sentence if they are wrong; those of before, if there were any, stay in
    /// use then.
    pub fn configure(&mut self, preferences: Preferences, open: &[(&Path, &[u8])]) -> Result<(), String> {
        self.preferences = preferences;
        let settings = Settings::new(self.options()).map_err(|error| error.0)?;
        match &mut self.session {
            Some(session) => session.set_settings(settings),
            none => {
                let session = none.insert(Session::new(settings));
                open.iter().for_each(|(path, text)| session.open(path, text));
            }
        }
        Ok(())
    }

    fn options(&self) -> Options {
        let root = self.root.to_string_lossy();
        let below = format!("{}/...", root.strip_suffix('/').unwrap_or(&root));
        let config = self.preferences.config.as_ref().map(|file| self.root.join(file));
        Options {
            input: Input::Paths(vec![below]),
            config,
            overrides: self.preferences.overrides.clone(),
            min_confidence: self.preferences.min_confidence,
            ..Options::default()
        }
    }

    /// The session, if the settings are right.
    pub fn session(&mut self) -> Option<&mut Session> {
        self.session.as_mut()
    }

    /// Whether the settings name stubs, which are Go files too.
    pub fn reads_stubs(&self) -> bool {
        self.session.as_ref().is_none_or(|session| !session.settings().configured.stubs.is_empty())
    }

    /// The edits that are asked for, by the settings; the caller says how safe they have to be.
    pub fn fix_request(&self) -> FixRequest {
        let settings = self.session.as_ref().map(Session::settings);
        settings.map_or(FixRequest::default(), |settings| FixRequest {
            style: settings.fix_style,
            generated: settings.generated,
            ..FixRequest::default()
        })
    }

    /// Checks documents as they are. Those of which nothing is reported have an empty report. Fails if it is cancelled.
    pub fn check(
        &mut self,
        documents: &[(&Path, &Uri)],
        client: &Client,
        cancel: &Cancel,
    ) -> Result<BTreeMap<PathBuf, FileReport>, Cancelled> {
        let mut reports: BTreeMap<PathBuf, FileReport> =
            documents.iter().map(|(path, _)| (path.to_path_buf(), FileReport::default())).collect();
        let Some(session) = &mut self.session else {
            return Ok(reports);
        };
        let root = &self.root;
        let wanted: Vec<&Path> =
            documents.iter().map(|(path, _)| *path).filter(|path| session.reports(path, root)).collect();
        if wanted.is_empty() {
            return Ok(reports);
        }
        let report = session.check_files(&wanted, cancel)?;
        let documents: BTreeMap<&Path, &Uri> = documents.iter().copied().collect();
        let uri_of = |path: &Path| documents.get(path).copied().cloned();
        let open = |path: &Path, shown: &str| match session.open_text(path) {
            Some(text) => Some(Source::new(path, shown, text.to_vec())),
            None => Source::read(path, shown).ok(),
        };
        reports.extend(by_file(report, client, uri_of, open));
        Ok(reports)
    }

    /// A check of all files below the folder as they are saved: what `bodyguard check` reports there. `None` if the settings are
    /// wrong.
    pub fn saved(&self) -> Option<Session> {
        Some(Session::new(self.session.as_ref()?.settings().clone()))
    }
}

/// The findings and diagnostics of a report by the absolute paths of their files. A file without a URI is left out; `read` reads one
/// of which nothing but a mistake is known.
pub fn by_file(
    report: Report,
    client: &Client,
    uri_of: impl Fn(&Path) -> Option<Uri>,
    read: impl Fn(&Path, &str) -> Option<Source>,
) -> BTreeMap<PathBuf, FileReport> {
    let mut files: BTreeMap<PathBuf, FileReport> = BTreeMap::new();
    for finding in report.findings {
        let path = absolute(&finding.source.path);
        if let Some(uri) = uri_of(&path) {
            let found = files.entry(path).or_default();
            found.diagnostics.push(of_finding(&finding, &uri, &report.levels, client));
            found.findings.push(finding);
        }
    }
    for problem in report.problems.iter().filter(|problem| problem.kind == ProblemKind::Directive) {
        let path = absolute(Path::new(&problem.path));
        let source = uri_of(&path).and_then(|_| read(&path, &problem.path));
        let diagnostic = source.and_then(|source| of_problem(problem, &source, client));
        if let Some(diagnostic) = diagnostic {
            files.entry(path).or_default().diagnostics.push(diagnostic);
        }
    }
    files
}

fn absolute(path: &Path) -> PathBuf {
    std::path::absolute(path).unwrap_or_else(|_| path.to_path_buf())
}

/// The folder of the project of a file outside of the workspace: its repository, else its own folder.
pub fn root_of(path: &Path) -> Option<PathBuf> {
    let folder = path.parent()?;
    Some(config::repository(folder).unwrap_or(folder).to_path_buf())
}
