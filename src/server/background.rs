//! Work between messages: documents that have changed are checked after a while, then the other open ones, then the saved files of
//! the workspace. A new message interrupts it; what is not done is done later.

use super::diagnostics::result_id;
use super::projects::{Project, by_file};
use super::saved::SavedFile;
use super::state::{Asked, Known, Server};
use super::uri::uri_of;
use crate::ground::source::Source;
use crate::report::Report;
use crate::session::{Cancelled, Session};
use crate::task::{Cancel, Count};
use gen_lsp_types::Uri;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::atomic::Ordering;
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::time::{Duration, Instant};

/// How often a long check reports how far it is.
const BETWEEN_REPORTS: Duration = Duration::from_millis(200);

impl Server {
    /// How long to wait for a message before there is something to do; `None` if nothing is to be done.
    pub fn time_to_work(&self) -> Option<Duration> {
        let until_due = self.due.map(|due| due.saturating_duration_since(Instant::now()));
        let has_stale_folder = self.stale_folder().is_some();
        until_due.or_else(|| has_stale_folder.then_some(Duration::ZERO))
    }

    /// Does the next part of what is to be done. Fails if a message interrupts it.
    pub fn work(&mut self) -> Result<(), Cancelled> {
        let cancel = self.inflight.background();
        if self.due.is_some_and(|due| due <= Instant::now()) {
            self.check_stale(&cancel)?;
            self.check_others(&cancel)?;
            self.due = None;
            return Ok(());
        }
        match self.stale_folder() {
            Some(at) if self.due.is_none() => self.check_saved(at, &cancel),
            _ => Ok(()),
        }
    }

    /// Checks the documents that have changed. A client that asks for diagnostics asks for theirs by itself.
    fn check_stale(&mut self, cancel: &Cancel) -> Result<(), Cancelled> {
        if self.client.pulls {
            return Ok(());
        }
        while let Some(path) = self.stale.first().cloned() {
            if let Some(uri) = self.documents.get(&path).map(|document| document.uri.clone()) {
                let start = Instant::now();
                let diagnostics = self.fresh(&path, &uri, cancel)?.diagnostics.clone();
                self.log.info(&format!("{}: {} in {:?}", path.display(), diagnostics.len(), start.elapsed()));
                self.publish(uri, self.documents.get(&path).map(|document| document.version), diagnostics);
            }
            self.stale.remove(&path);
        }
        Ok(())
    }

    /// Checks the open documents that may have other findings because another one has changed.
    fn check_others(&mut self, cancel: &Cancel) -> Result<(), Cancelled> {
        if !self.are_others_stale {
            return Ok(());
        }
        let mut has_changed = false;
        for at in 0..self.projects.len() {
            let is_old = |path: &PathBuf| {
                let known = self.known.get(path).filter(|_| !self.stale.contains(path));
                known.is_some_and(|known| known.generation < self.generation)
            };
            let documents = self.documents.iter().filter(|(path, _)| self.project_of(path) == Some(at) && is_old(path));
            let documents: Vec<(PathBuf, Uri)> =
                documents.map(|(path, document)| (path.clone(), document.uri.clone())).collect();
            let wanted: Vec<(&Path, &Uri)> = documents.iter().map(|(path, uri)| (path.as_path(), uri)).collect();
            if wanted.is_empty() {
                continue;
            }
            for (path, report) in self.projects[at].check(&wanted, &self.client, cancel)? {
                let before = self.known.get(&path).map(|known| &known.report.diagnostics);
                if before != Some(&report.diagnostics) {
                    has_changed = true;
                    if let Some(document) = self.documents.get(&path) {
                        self.publish(document.uri.clone(), Some(document.version), report.diagnostics.clone());
                    }
                }
                self.known.insert(path, Known { generation: self.generation, report });
            }
        }
        self.are_others_stale = false;
        if has_changed && self.client.pulls && self.client.refreshes {
            self.ask("workspace/diagnostic/refresh", Value::Null, Asked::Other("workspace/diagnostic/refresh"));
        }
        Ok(())
    }

    /// A folder whose saved files have to be checked, and are shown.
    fn stale_folder(&self) -> Option<usize> {
        if self.client.pulls && self.saved.held.is_none() {
            return None;
        }
        let is_wanted = |project: &Project| Server::shows_saved(project) && self.saved.is_stale(&project.root);
        self.projects.iter().position(is_wanted)
    }

    /// Checks the saved files of a folder, and pushes what has changed.
    fn check_saved(&mut self, at: usize, cancel: &Cancel) -> Result<(), Cancelled> {
        let root = self.projects[at].root.clone();
        let start = Instant::now();
        let report = match self.projects[at].saved() {
            Some(session) => self.run(session, &root, cancel)?,
            None => Report::default(),
        };
        let uri_of_file = |path: &Path| (self.project_of(path) == Some(at)).then(|| self.uri_of_file(path));
        let read = |path: &Path, shown: &str| Source::read(path, shown).ok();
        let found = by_file(report, &self.client, uri_of_file, read);
        self.log.info(&format!("{}: {} files with findings in {:?}", root.display(), found.len(), start.elapsed()));
        let files = found.into_iter().map(|(path, report)| {
            let id = result_id(&report.diagnostics);
            (path, SavedFile { diagnostics: report.diagnostics, id })
        });
        let files: BTreeMap<PathBuf, SavedFile> = files.collect();
        let paths: Vec<PathBuf> = files.keys().cloned().collect();
        let gone = self.saved.learn(&root, files);
        paths.iter().chain(&gone).for_each(|path| self.push_saved(path));
        self.answer_held();
        Ok(())
    }

    /// The URI of a file: the client's own if it is open.
    pub fn uri_of_file(&self, path: &Path) -> Uri {
        self.documents.get(path).map_or_else(|| uri_of(path), |document| document.uri.clone())
    }

    /// Pushes what is known of a saved file, unless it is open or the client has that already.
    pub fn push_saved(&mut self, path: &Path) {
        if self.documents.contains_key(path) || self.client.pulls {
            return;
        }
        let found = self.saved.file(path).cloned();
        let id = found.as_ref().map(|file| file.id.clone());
        if self.saved.pushed.get(path) == id.as_ref() {
            return;
        }
        match id {
            Some(id) => self.saved.pushed.insert(path.to_path_buf(), id),
            None => self.saved.pushed.remove(path),
        };
        self.publish(uri_of(path), None, found.map(|file| file.diagnostics).unwrap_or_default());
    }

    /// Checks a whole folder. The first time its progress is shown, if the client can.
    fn run(&self, mut session: Session, root: &Path, cancel: &Cancel) -> Result<Report, Cancelled> {
        let own = self.saved.token.clone().map(Value::String).filter(|_| !self.saved.is_known(root));
        let given = self.saved.held.as_ref().and_then(|(_, params)| {
            let token = params.work_done_progress_params.work_done_token.as_ref()?;
            serde_json::to_value(token).ok()
        });
        let Some(token) = given.or(own) else {
            return session.check(cancel);
        };
        let report = |value: Value| self.outbox.notify("$/progress", json!({ "token": token, "value": value }));
        let count = session.settings().count.clone();
        report(json!({ "kind": "begin", "title": "bodyguard", "message": root.to_string_lossy(), "percentage": 0 }));
        let checked = std::thread::scope(|scope| {
            let (running, ended) = channel::<()>();
            scope.spawn(|| {
                let ended = ended;
                while ended.recv_timeout(BETWEEN_REPORTS) == Err(RecvTimeoutError::Timeout) {
                    report(json!({ "kind": "report", "percentage": percentage(&count) }));
                }
            });
            let checked = session.check(cancel);
            drop(running);
            checked
        });
        report(json!({ "kind": "end" }));
        checked
    }
}

/// How much is done, in percent. Reading the names of all files takes the first half.
fn percentage(count: &Count) -> usize {
    let (done, all) = (count.done.load(Ordering::Relaxed), count.all.load(Ordering::Relaxed));
    (50 * done).checked_div(all).map_or(0, |half| 50 + half.min(50))
}
