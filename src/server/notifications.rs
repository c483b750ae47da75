//! The notifications of the client, and its answers to what the server asks.

use super::capabilities::registrations;
use super::diagnostics::SOURCE;
use super::document::Document;
use super::projects::{Project, root_of};
use super::state::{Asked, Phase, Server};
use super::uri::{path_of, uri_of};
use gen_lsp_types::Uri;
use serde_json::{Value, json};
use std::path::{Path, PathBuf};
use std::time::Duration;

/// So many files that change at once, as by a checkout, are not looked at one by one: all is read again.
const MANY_FILES: usize = 100;

impl Server {
    /// Takes a notification. `exit` is not among them.
    pub fn notification(&mut self, method: &str, params: &Value) {
        if self.phase != Phase::Running {
            return self.log.warning(&format!("{method} is ignored: the server is not running"));
        }
        match method {
            "initialized" => self.initialized(),
            "textDocument/didOpen" => self.did_open(&params["textDocument"]),
            "textDocument/didChange" => self.did_change(params),
            "textDocument/didSave" => self.did_save(params),
            "textDocument/didClose" => self.did_close(params),
            "workspace/didChangeWatchedFiles" => self.files_changed(uris(&params["changes"], &["uri"])),
            "workspace/didCreateFiles" | "workspace/didDeleteFiles" => {
                self.files_changed(uris(&params["files"], &["uri"]));
            }
            "workspace/didRenameFiles" => self.files_changed(uris(&params["files"], &["oldUri", "newUri"])),
            "workspace/didChangeConfiguration" => self.did_change_configuration(params),
            "workspace/didChangeWorkspaceFolders" => self.did_change_folders(&params["event"]),
            "$/cancelRequest" => self.answer_held(),
            _ => self.log.debug(&format!("{method} is ignored")),
        }
    }

    fn initialized(&mut self) {
        if let Some(registrations) = registrations(&self.client) {
            self.ask("client/registerCapability", registrations, Asked::Other("client/registerCapability"));
        }
        if self.client.progress {
            let token = format!("{SOURCE}/workspace");
            self.ask("window/workDoneProgress/create", json!({ "token": token }), Asked::Progress(token));
        }
        self.ask_configuration();
    }

    fn ask_configuration(&mut self) {
        if !self.client.configuration {
            return;
        }
        let folders: Vec<PathBuf> =
            self.projects.iter().filter(|project| project.is_folder).map(|project| project.root.clone()).collect();
        let of_folders = folders.iter().map(|root| json!({ "section": SOURCE, "scopeUri": uri_of(root) }));
        let items: Vec<Value> = std::iter::once(json!({ "section": SOURCE })).chain(of_folders).collect();
        self.ask("workspace/configuration", json!({ "items": items }), Asked::Configuration(folders));
    }

    /// Takes the answer to a request of the server.
    pub fn response(&mut self, id: i64, result: Result<Value, String>) {
        let Some(asked) = self.asked.remove(&id) else {
            return self.log.warning(&format!("an answer to request {id}, which was not sent"));
        };
        match (asked, result) {
            (Asked::Configuration(folders), Ok(values)) => {
                let before = self.configured.clone();
                let roots = std::iter::once(PathBuf::new()).chain(folders);
                for (root, value) in roots.zip(values.as_array().into_iter().flatten()) {
                    self.configured.insert(root, value.clone());
                }
                if self.configured != before {
                    self.configure_all();
                }
            }
            (Asked::Progress(token), Ok(_)) => self.saved.token = Some(token),
            (Asked::Other(_), Ok(_)) => {}
            (Asked::Other(method), Err(message)) => self.log.warning(&format!("{method} failed: {message}")),
            (asked, Err(message)) => self.log.warning(&format!("{asked:?} failed: {message}")),
        }
    }

    fn did_open(&mut self, document: &Value) {
        let uri = Uri(document["uri"].as_str().unwrap_or("").to_string());
        let Some(path) = path_of(&uri) else {
            return self.log.info(&format!("{} is no file of this machine, and is not checked", uri.0));
        };
        let is_go = path.extension().is_some_and(|extension| extension == "go");
        if !is_go && document["languageId"] != "go" {
            return self.log.debug(&format!("{} is no Go file", uri.0));
        }
        let version = version_of(document);
        match Document::new(uri, version, document["text"].as_str().unwrap_or("").to_string()) {
            Ok(document) => self.open(path, document),
            Err(refused) => self.log.warning(&format!("{}: {refused}", path.display())),
        }
    }

    fn open(&mut self, path: PathBuf, document: Document) {
        if self.project_of(&path).is_none()
            && let Some(root) = root_of(&path)
        {
            self.add_project(root, false);
        }
        self.read_unwatched();
        let bytes = document.bytes();
        self.documents.insert(path.clone(), document);
        self.saved.pushed.remove(&path);
        self.show_text(&path, Some(&bytes));
        self.outdate(&path, Duration::ZERO);
    }

    /// A client that does not say which files have changed may have changed any before it opens or saves one.
    fn read_unwatched(&mut self) {
        if !self.client.registers_watchers {
            self.projects.iter_mut().filter_map(Project::session).for_each(|session| session.reread_all());
        }
    }

    /// Shows the text of a document to all projects; `None` if it is closed.
    fn show_text(&mut self, path: &Path, text: Option<&[u8]>) {
        for session in self.projects.iter_mut().filter_map(Project::session) {
            match text {
                Some(text) => session.open(path, text),
                None => drop(session.close(path)),
            }
        }
    }

    fn did_change(&mut self, params: &Value) {
        let path = path_of(&uri_in(params)).unwrap_or_default();
        let encoding = self.client.encoding;
        let Some(document) = self.documents.get_mut(&path) else {
            return self.log.debug("a document was changed that is not open");
        };
        document.version = version_of(&params["textDocument"]);
        let mut refused = None;
        for change in params["contentChanges"].as_array().into_iter().flatten() {
            refused = document.change(change, encoding).err().or(refused);
        }
        let bytes = document.bytes();
        self.show_text(&path, Some(&bytes));
        if let Some(refused) = refused {
            self.log.warning(&format!("{}: {refused}", path.display()));
        }
        self.outdate(&path, self.debounce(&path));
    }

    fn did_save(&mut self, params: &Value) {
        let path = path_of(&uri_in(params));
        self.read_unwatched();
        match path {
            Some(path) => self.files_changed(vec![path]),
            None => self.log.debug("a document was saved that is no file"),
        }
    }

    fn did_close(&mut self, params: &Value) {
        let path = path_of(&uri_in(params)).unwrap_or_default();
        let Some(document) = self.documents.remove(&path) else {
            return self.log.debug("a document was closed that is not open");
        };
        self.publish(document.uri, None, Vec::new());
        self.show_text(&path, None);
        self.known.remove(&path);
        self.stale.remove(&path);
        self.push_saved(&path);
        let roots: Vec<Option<PathBuf>> = self.documents.keys().map(|path| root_of(path)).collect();
        self.projects.retain(|project| project.is_folder || roots.contains(&Some(project.root.clone())));
        self.recheck(Duration::ZERO);
    }

    /// Files were written, created, renamed or deleted.
    fn files_changed(&mut self, paths: Vec<PathBuf>) {
        let is_settings =
            |path: &PathBuf| path.file_name().is_some_and(|name| name == "bodyguard.toml" || name == ".bodyguard.toml");
        for session in self.projects.iter_mut().filter_map(Project::session) {
            match paths.len() > MANY_FILES {
                true => session.reread_all(),
                false => paths.iter().for_each(|path| session.reread(path)),
            }
        }
        for at in 0..self.projects.len() {
            let project = &self.projects[at];
            let concerns = |path: &PathBuf| is_settings(path) || project.reads_stubs() && is_go(path);
            if paths.iter().any(concerns) {
                self.configure(at);
            }
        }
        let roots: Vec<PathBuf> = self.projects.iter().map(|project| project.root.clone()).collect();
        roots.iter().for_each(|root| self.saved.outdate(root));
        self.recheck(Duration::ZERO);
    }

    fn did_change_configuration(&mut self, params: &Value) {
        let settings = &params["settings"];
        self.pushed = match &settings[SOURCE] {
            Value::Null => Value::Null,
            own => own.clone(),
        };
        match self.client.configuration {
            true => self.ask_configuration(),
            false => self.configure_all(),
        }
    }

    fn did_change_folders(&mut self, event: &Value) {
        for root in uris(&event["removed"], &["uri"]) {
            self.projects.retain(|project| !project.is_folder || project.root != root);
            let files = self.saved.drop_folder(&root);
            files.iter().for_each(|path| self.push_saved(path));
        }
        uris(&event["added"], &["uri"]).into_iter().for_each(|root| self.add_project(root, true));
        let outside: Vec<PathBuf> = self
            .documents
            .keys()
            .filter(|path| self.project_of(path).is_none())
            .filter_map(|path| root_of(path))
            .collect();
        outside.into_iter().for_each(|root| self.add_project(root, false));
        self.ask_configuration();
        self.recheck(Duration::ZERO);
    }
}

fn is_go(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension == "go")
}

fn uri_in(params: &Value) -> Uri {
    Uri(params["textDocument"]["uri"].as_str().unwrap_or("").to_string())
}

fn version_of(document: &Value) -> i32 {
    document["version"].as_i64().and_then(|version| i32::try_from(version).ok()).unwrap_or(0)
}

/// The paths of the URIs under some keys of each row.
fn uris(rows: &Value, keys: &[&str]) -> Vec<PathBuf> {
    let rows = rows.as_array().into_iter().flatten();
    let uris = rows.flat_map(|row| keys.iter().filter_map(|key| row[*key].as_str()));
    uris.filter_map(|uri| path_of(&Uri(uri.to_string()))).collect()
}
