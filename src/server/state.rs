//! The state of the server: the client, the open documents, the projects, and what is known of each document.
//!
//! Only the thread that works touches it. What depends on it is asked by [`Server::fresh`], which checks a document again if anything
//! has changed since it was last checked.

use super::client::Client;
use super::document::Document;
use super::inflight::Inflight;
use super::log::Log;
use super::outbox::{Failure, Outbox};
use super::preferences::{self, Scope};
use super::projects::{FileReport, Project, root_of};
use super::saved::Saved;
use crate::session::Cancelled;
use crate::task::Cancel;
use gen_lsp_types::json_rpc::Id;
use gen_lsp_types::{Diagnostic, LspErrorCodes, PublishDiagnosticsParams, Uri};
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

/// How far the client has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Phase {
    /// It has not sent `initialize`.
    New,
    /// It works.
    Running,
    /// It has sent `shutdown`.
    ShutDown,
}

/// What a request of the server was about.
#[derive(Clone, Debug)]
pub enum Asked {
    /// The settings, for all and for these folders.
    Configuration(Vec<PathBuf>),
    /// The token of a progress.
    Progress(String),
    /// Anything whose answer only matters if it is an error.
    Other(&'static str),
}

/// A report, and the number of the state that it is about.
#[derive(Debug)]
pub struct Known {
    /// See [`Server::generation`].
    pub generation: u64,
    /// The report.
    pub report: FileReport,
}

/// The state.
pub struct Server {
    /// What the client can do.
    pub client: Client,
    /// Messages to the client.
    pub outbox: Outbox,
    /// The log.
    pub log: Log,
    /// What may be cancelled.
    pub inflight: Inflight,
    /// How far the client has come.
    pub phase: Phase,
    /// `initializationOptions`.
    pub options: Value,
    /// The settings of `workspace/didChangeConfiguration`.
    pub pushed: Value,
    /// The answers to `workspace/configuration` by folder; the empty path is for all.
    pub configured: BTreeMap<PathBuf, Value>,
    /// The open documents by their paths.
    pub documents: BTreeMap<PathBuf, Document>,
    /// The folders.
    pub projects: Vec<Project>,
    /// What is known of documents.
    pub known: BTreeMap<PathBuf, Known>,
    /// Counts all changes of texts, files and settings.
    pub generation: u64,
    /// The documents whose text has changed since they were checked.
    pub stale: BTreeSet<PathBuf>,
    /// Whether other open documents may have other findings for it.
    pub are_others_stale: bool,
    /// When stale documents are checked.
    pub due: Option<Instant>,
    /// The requests to the client that are not answered yet.
    pub asked: HashMap<i64, Asked>,
    /// What is known of saved files.
    pub saved: Saved,
    /// The mistakes of settings that were shown.
    shown: BTreeSet<String>,
}

impl Server {
    /// A server whose client has not sent anything yet.
    pub fn new(outbox: Outbox, log: Log, inflight: Inflight) -> Server {
        Server {
            client: Client::default(),
            outbox,
            log,
            inflight,
            phase: Phase::New,
            options: Value::Null,
            pushed: Value::Null,
            configured: BTreeMap::new(),
            documents: BTreeMap::new(),
            projects: Vec::new(),
            known: BTreeMap::new(),
            generation: 0,
            stale: BTreeSet::new(),
            are_others_stale: false,
            due: None,
            asked: HashMap::new(),
            saved: Saved::default(),
            shown: BTreeSet::new(),
        }
    }

    /// Answers a request of the client.
    pub fn answer(&self, id: &Id, result: Result<Value, Failure>) {
        self.inflight.remove(id);
        self.outbox.answer(id, result);
    }

    /// Sends a request to the client.
    pub fn ask(&mut self, method: &str, params: Value, about: Asked) {
        let id = self.outbox.ask(method, params);
        self.asked.insert(id, about);
    }

    /// The project of a file: the innermost folder of the workspace, or else the project of its repository.
    pub fn project_of(&self, path: &Path) -> Option<usize> {
        let holds = |(_, project): &(usize, &Project)| project.is_folder && path.starts_with(&project.root);
        let folders = self.projects.iter().enumerate().filter(holds);
        let innermost = folders.max_by_key(|(_, project)| project.root.as_os_str().len());
        innermost.map(|(at, _)| at).or_else(|| {
            let root = root_of(path)?;
            self.projects.iter().position(|project| !project.is_folder && project.root == root)
        })
    }

    /// Adds a folder, with its settings and all open texts.
    pub fn add_project(&mut self, root: PathBuf, is_folder: bool) {
        if self.projects.iter().any(|project| project.root == root && project.is_folder == is_folder) {
            return;
        }
        self.log.info(&format!("folder {}", root.display()));
        self.projects.push(Project::new(root, is_folder));
        self.configure(self.projects.len() - 1);
    }

    /// Reads the settings of a project anew.
    pub fn configure(&mut self, at: usize) {
        let project = &mut self.projects[at];
        let for_all = self.configured.get(Path::new(""));
        let own = self.configured.get(&project.root).or(for_all).unwrap_or(&Value::Null);
        let (preferences, mut mistakes) = preferences::read(&[&self.options, &self.pushed, own]);
        if let Some(level) = preferences.log_level {
            self.log.set_level(level);
        }
        let open: Vec<(&Path, &[u8])> =
            self.documents.iter().map(|(path, document)| (path.as_path(), document.text().as_bytes())).collect();
        mistakes.extend(project.configure(preferences, &open).err());
        self.saved.outdate(&project.root);
        self.generation += 1;
        for mistake in mistakes {
            self.show_mistake(mistake);
        }
    }

    /// Reads all settings again.
    pub fn configure_all(&mut self) {
        self.shown.clear();
        (0..self.projects.len()).for_each(|at| self.configure(at));
        self.recheck(Duration::ZERO);
    }

    /// Shows a mistake to the user, once.
    fn show_mistake(&mut self, message: String) {
        self.log.error(&message);
        if self.shown.insert(message.clone()) {
            self.outbox.notify("window/showMessage", json!({ "type": 1, "message": format!("bodyguard: {message}") }));
        }
    }

    /// All open documents may have other findings now; they are checked after a while.
    pub fn recheck(&mut self, wait: Duration) {
        self.generation += 1;
        self.are_others_stale = true;
        self.due = Some(Instant::now() + wait);
    }

    /// The text of a document has changed: it is checked after a while, and the others after it.
    pub fn outdate(&mut self, path: &Path, wait: Duration) {
        self.stale.insert(path.to_path_buf());
        self.recheck(wait);
    }

    /// How long to wait after a change of a document.
    pub fn debounce(&self, path: &Path) -> Duration {
        let project = self.project_of(path).map(|at| &self.projects[at]);
        project.map_or(Duration::ZERO, |project| project.preferences.debounce)
    }

    /// Whether files of a project that are not open have diagnostics. An editor that was started at the root of the file system does
    /// not mean all files of the machine.
    pub fn shows_saved(project: &Project) -> bool {
        project.is_folder && project.preferences.scope == Scope::Workspace && project.root.parent().is_some()
    }

    /// What is known of a document, checked again if anything has changed. Documents that are not open are read from disk. Fails if it
    /// is cancelled.
    pub fn fresh(&mut self, path: &Path, uri: &Uri, cancel: &Cancel) -> Result<&FileReport, Cancelled> {
        let is_fresh = self.known.get(path).is_some_and(|known| known.generation == self.generation);
        if !is_fresh {
            let report = match self.project_of(path) {
                Some(at) => {
                    let found = self.projects[at].check(&[(path, uri)], &self.client, cancel)?;
                    found.into_iter().next().map(|(_, report)| report).unwrap_or_default()
                }
                None => FileReport::default(),
            };
            self.learn(path.to_path_buf(), report);
        }
        Ok(&self
            .known
            .entry(path.to_path_buf())
            .or_insert_with(|| Known { generation: 0, report: FileReport::default() })
            .report)
    }

    /// Keeps a report of a document as it is now.
    pub fn learn(&mut self, path: PathBuf, report: FileReport) {
        self.known.insert(path, Known { generation: self.generation, report });
    }

    /// Pushes the diagnostics of a document, unless the client asks for them.
    pub fn publish(&self, uri: Uri, version: Option<i32>, diagnostics: Vec<Diagnostic>) {
        if !self.client.pulls {
            let params = PublishDiagnosticsParams { uri, version, diagnostics };
            self.outbox.notify("textDocument/publishDiagnostics", params);
        }
    }

    /// After a crash of work in the background, which would crash again: it counts as done until something changes.
    pub fn give_up_work(&mut self) {
        self.forget_all();
        (self.due, self.are_others_stale) = (None, false);
        self.stale.clear();
        self.saved.give_up();
    }

    /// After a crash nothing that was read is trusted.
    pub fn forget_all(&mut self) {
        self.projects.iter_mut().filter_map(Project::session).for_each(|session| session.reread_all());
        self.known.clear();
        self.generation += 1;
    }
}

/// The failure of a request that was cancelled.
pub fn cancelled(_: Cancelled) -> Failure {
    Failure::new(LspErrorCodes::RequestCancelled, "cancelled")
}
