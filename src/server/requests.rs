//! The requests of the client.

use super::actions;
use super::capabilities::{APPLY_EDIT, EXPLAIN, initialize_result};
use super::client::Client;
use super::diagnostics::result_id;
use super::outbox::Failure;
use super::state::{Asked, Phase, Server, cancelled};
use super::uri::path_of;
use crate::findings::rule::Rule;
use crate::task::Cancel;
use gen_lsp_types::json_rpc::Id;
use gen_lsp_types::{
    CodeActionParams, DocumentDiagnosticParams, ErrorCodes, HoverParams, LspErrorCodes, WorkspaceDiagnosticParams,
};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::path::PathBuf;

impl Server {
    /// Answers a request. `None` if it is answered later. The crash of one is caught by the caller.
    pub fn request(&mut self, id: &Id, method: &str, params: Value) -> Option<Result<Value, Failure>> {
        let cancel = self.inflight.cancel_of(id);
        Some(match (self.phase, method) {
            (Phase::New, "initialize") => Ok(self.initialize(params)),
            (Phase::New, _) => Err(Failure::new(ErrorCodes::ServerNotInitialized, "the first request is `initialize`")),
            (Phase::Running, "initialize") => {
                Err(Failure::new(ErrorCodes::InvalidRequest, "it is initialized already"))
            }
            (Phase::Running, "shutdown") => {
                self.shut_down();
                Ok(Value::Null)
            }
            (Phase::ShutDown, _) => Err(Failure::new(ErrorCodes::InvalidRequest, "the server is shut down")),
            _ if cancel.is_cancelled() => Err(cancelled(crate::session::Cancelled)),
            (Phase::Running, "textDocument/diagnostic") => self.pull(params, &cancel),
            (Phase::Running, "workspace/diagnostic") => match read(params) {
                Ok(params) => return self.hold(id, params),
                Err(failure) => Err(failure),
            },
            (Phase::Running, "textDocument/codeAction") => {
                read::<CodeActionParams>(params).and_then(|params| actions::code_actions(self, &params, &cancel))
            }
            (Phase::Running, "textDocument/hover") => {
                read::<HoverParams>(params).and_then(|params| super::hover::hover(self, &params, &cancel))
            }
            (Phase::Running, "workspace/executeCommand") => self.execute(&params),
            #[cfg(test)]
            (Phase::Running, "bodyguard/crash") => panic!("a crash of one request"),
            _ => Err(Failure::new(ErrorCodes::MethodNotFound, format!("no such request: {method}"))),
        })
    }

    fn initialize(&mut self, mut params: Value) -> Value {
        self.client = Client::new(&params);
        self.options = params["initializationOptions"].take();
        self.phase = Phase::Running;
        let name = params["clientInfo"]["name"].as_str().unwrap_or("a client without a name");
        self.log.info(&format!("{name}: {:?}", self.client));
        let folders = params["workspaceFolders"]
            .as_array()
            .map(|folders| folders.iter().map(|folder| &folder["uri"]).collect::<Vec<_>>());
        let roots: Vec<PathBuf> = match folders {
            Some(folders) => folders.into_iter().filter_map(path_in).collect(),
            None => path_in(&params["rootUri"])
                .or_else(|| params["rootPath"].as_str().map(PathBuf::from))
                .into_iter()
                .collect(),
        };
        roots.into_iter().filter(|root| root.is_absolute()).for_each(|root| self.add_project(root, true));
        serde_json::to_value(initialize_result(&self.client)).unwrap_or_default()
    }

    fn shut_down(&mut self) {
        self.phase = Phase::ShutDown;
        if let Some((held, _)) = self.saved.held.take() {
            self.answer(&held, Err(Failure::new(LspErrorCodes::ServerCancelled, "the server is shut down")));
        }
        (self.due, self.projects) = (None, Vec::new());
    }

    /// `textDocument/diagnostic`.
    fn pull(&mut self, params: Value, cancel: &Cancel) -> Result<Value, Failure> {
        let params: DocumentDiagnosticParams = read(params)?;
        let diagnostics = match path_of(&params.text_document.uri) {
            Some(path) => {
                self.stale.remove(&path);
                self.fresh(&path, &params.text_document.uri, cancel).map_err(cancelled)?.diagnostics.clone()
            }
            None => Vec::new(),
        };
        let id = result_id(&diagnostics);
        Ok(match params.previous_result_id {
            Some(previous) if previous == id => json!({ "kind": "unchanged", "resultId": id }),
            _ => json!({ "kind": "full", "resultId": id, "items": diagnostics }),
        })
    }

    /// `workspace/diagnostic`: it is answered once there is something new, because clients ask again at once.
    fn hold(&mut self, id: &Id, params: WorkspaceDiagnosticParams) -> Option<Result<Value, Failure>> {
        if let Some((before, _)) = self.saved.held.replace((id.clone(), params)) {
            self.answer(&before, Err(Failure::new(LspErrorCodes::ServerCancelled, "there is a newer request")));
        }
        self.answer_held();
        None
    }

    /// Answers the request that waits for news of saved files, if there are any, or the client cancels it.
    pub fn answer_held(&mut self) {
        let Some((id, params)) = self.saved.held.take() else {
            return;
        };
        if self.inflight.cancel_of(&id).is_cancelled() {
            return self.answer(&id, Err(cancelled(crate::session::Cancelled)));
        }
        let is_stale =
            self.projects.iter().any(|project| Server::shows_saved(project) && self.saved.is_stale(&project.root));
        if is_stale || self.saved.is_answered() {
            self.saved.held = Some((id, params));
            return;
        }
        let result = json!({ "items": self.saved_items(&params) });
        self.saved.answer();
        self.answer(&id, Ok(result));
    }

    /// The reports of the files that are not open, and empty ones for those that have no diagnostics any more.
    fn saved_items(&self, params: &WorkspaceDiagnosticParams) -> Vec<Value> {
        let mut previous: BTreeMap<&str, &str> =
            params.previous_result_ids.iter().map(|row| (row.uri.0.as_str(), row.value.as_str())).collect();
        let mut items = Vec::new();
        for (path, file) in self.saved.files() {
            let uri = self.uri_of_file(path);
            let is_same = previous.remove(uri.0.as_str()) == Some(file.id.as_str());
            if self.documents.contains_key(path) {
                continue;
            }
            items.push(match is_same {
                true => json!({ "kind": "unchanged", "uri": uri, "version": null, "resultId": file.id }),
                false => {
                    json!({ "kind": "full", "uri": uri, "version": null, "resultId": file.id, "items": file.diagnostics })
                }
            });
        }
        let gone = previous.into_keys().filter(|uri| !self.documents.values().any(|document| document.uri.0 == *uri));
        items.extend(gone.map(|uri| json!({ "kind": "full", "uri": uri, "version": null, "items": [] })));
        items
    }

    /// `workspace/executeCommand`. A client that shows the page of a rule itself, which is the result, says `false` after the rule.
    fn execute(&mut self, params: &Value) -> Result<Value, Failure> {
        let argument = &params["arguments"][0];
        match params["command"].as_str() {
            Some(EXPLAIN) => {
                let rule = argument.as_str().and_then(Rule::find);
                let rule = rule.ok_or_else(|| Failure::new(ErrorCodes::InvalidParams, "the argument is a rule"))?;
                let page = rule.text().explanation();
                if params["arguments"][1] != false {
                    self.explain(rule, &page);
                }
                Ok(Value::String(page))
            }
            Some(APPLY_EDIT) if argument.is_object() => {
                let edit = json!({ "label": "bodyguard", "edit": argument });
                self.ask("workspace/applyEdit", edit, Asked::Other("workspace/applyEdit"));
                Ok(Value::Null)
            }
            _ => Err(Failure::new(ErrorCodes::InvalidParams, "no such command")),
        }
    }

    /// Shows the page of a rule: on the web if it has an address there, else as a message.
    fn explain(&mut self, rule: Rule, page: &str) {
        match rule.url().filter(|_| self.client.shows_documents) {
            Some(url) => {
                let params = json!({ "uri": url, "external": true });
                self.ask("window/showDocument", params, Asked::Other("window/showDocument"));
            }
            None => self.outbox.notify("window/showMessage", json!({ "type": 3, "message": page })),
        }
    }
}

/// The path of a URI in JSON.
fn path_in(uri: &Value) -> Option<PathBuf> {
    path_of(&uri.as_str()?.to_string().into())
}

/// Reads parameters.
fn read<T: DeserializeOwned>(params: Value) -> Result<T, Failure> {
    serde_json::from_value(params).map_err(|error| Failure::new(ErrorCodes::InvalidParams, error.to_string()))
}
