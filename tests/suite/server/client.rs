//! A client of `bodyguard server` over pipes.

use serde_json::{Value, json};
use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Child, ChildStdin, Command, ExitStatus, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::Duration;

/// A server that says nothing for so long is broken. Debug builds on busy machines are slow.
const PATIENCE: Duration = Duration::from_secs(60);

/// A server, and what it has sent.
pub struct Client {
    child: Child,
    input: Option<ChildStdin>,
    messages: Receiver<Value>,
    /// Notifications and requests that came while an answer was waited for.
    early: Vec<Value>,
    last_id: i64,
}

impl Client {
    /// A server that has not got a message yet.
    pub fn start() -> Client {
        let mut child = Command::new(env!("CARGO_BIN_EXE_bodyguard"))
            .args(["server", "--threads", "1"])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let input = child.stdin.take();
        let output = child.stdout.take().unwrap();
        let (sender, messages) = channel();
        std::thread::spawn(move || {
            let mut output = BufReader::new(output);
            while let Some(message) = read(&mut output) {
                if sender.send(message).is_err() {
                    return;
                }
            }
        });
        Client { child, input, messages, early: Vec::new(), last_id: 0 }
    }

    /// A server that is initialized for folders, by a client with these abilities.
    pub fn in_folders(folders: &[&Path], capabilities: Value, options: Value) -> Client {
        let mut client = Client::start();
        let folders: Vec<Value> = folders.iter().map(|root| json!({ "uri": uri(root), "name": "x" })).collect();
        let params = json!({
            "processId": null, "rootUri": null, "capabilities": capabilities,
            "workspaceFolders": folders, "initializationOptions": options,
        });
        client.request("initialize", params);
        client.notify("initialized", json!({}));
        client
    }

    /// Sends bytes as they are.
    pub fn send_raw(&mut self, bytes: &[u8]) {
        let input = self.input.as_mut().unwrap();
        // A server that is gone does not read.
        let _ = input.write_all(bytes).and_then(|()| input.flush());
    }

    fn send(&mut self, message: &Value) {
        let text = message.to_string();
        self.send_raw(format!("Content-Length: {}\r\n\r\n{text}", text.len()).as_bytes());
    }

    /// Sends a notification.
    pub fn notify(&mut self, method: &str, params: Value) {
        self.send(&json!({ "jsonrpc": "2.0", "method": method, "params": params }));
    }

    /// Sends a request, and returns its id.
    pub fn ask(&mut self, method: &str, params: Value) -> i64 {
        self.last_id += 1;
        self.send(&json!({ "jsonrpc": "2.0", "id": self.last_id, "method": method, "params": params }));
        self.last_id
    }

    /// Sends a request, and returns its result, or its error.
    pub fn request(&mut self, method: &str, params: Value) -> Value {
        let id = self.ask(method, params);
        let answer = self.answer(&json!(id));
        if answer["error"].is_null() { answer["result"].clone() } else { answer["error"].clone() }
    }

    /// Waits for the answer to a request.
    pub fn answer(&mut self, id: &Value) -> Value {
        self.wait(|message| message["id"] == *id && message["method"].is_null())
    }

    /// Answers a request of the server.
    pub fn respond(&mut self, request: &Value, result: Value) {
        self.send(&json!({ "jsonrpc": "2.0", "id": request["id"], "result": result }));
    }

    /// Waits for a notification or request of the server.
    pub fn next(&mut self, method: &str) -> Value {
        self.wait(|message| message["method"] == method)
    }

    /// Waits for the diagnostics of a file.
    pub fn diagnostics(&mut self, path: &Path) -> Vec<Value> {
        let uri = uri(path);
        let of_file =
            |message: &Value| message["method"] == "textDocument/publishDiagnostics" && message["params"]["uri"] == uri;
        self.wait(of_file)["params"]["diagnostics"].as_array().unwrap().clone()
    }

    /// Waits for the diagnostics of a version of a document, and drops those of earlier ones.
    pub fn diagnostics_of(&mut self, path: &Path, version: i32) -> Vec<Value> {
        let uri = uri(path);
        let of_file = |message: &Value| message["params"]["uri"] == uri;
        let found = self.wait(|message| of_file(message) && message["params"]["version"] == version);
        self.early.retain(|message| !of_file(message));
        found["params"]["diagnostics"].as_array().unwrap().clone()
    }

    fn wait(&mut self, is_wanted: impl Fn(&Value) -> bool) -> Value {
        if let Some(at) = self.early.iter().position(&is_wanted) {
            return self.early.remove(at);
        }
        loop {
            match self.messages.recv_timeout(PATIENCE) {
                Ok(message) if is_wanted(&message) => return message,
                Ok(message) => self.early.push(message),
                Err(error) => panic!("{error}; the server has sent {:#?}", self.early),
            }
        }
    }

    /// Fails if the server sends such a notification or request within a while.
    pub fn never(&mut self, method: &str) {
        while let Ok(message) = self.messages.recv_timeout(Duration::from_millis(500)) {
            self.early.push(message);
        }
        let is_it = |message: &&Value| message["method"] == method;
        assert_eq!(self.early.iter().find(is_it), None);
    }

    /// Opens a document with a text.
    pub fn open(&mut self, path: &Path, text: &str) {
        let document = json!({ "uri": uri(path), "languageId": "go", "version": 1, "text": text });
        self.notify("textDocument/didOpen", json!({ "textDocument": document }));
    }

    /// Replaces the whole text of a document.
    pub fn replace(&mut self, path: &Path, version: i32, text: &str) {
        self.change(path, version, json!([{ "text": text }]));
    }

    /// Changes a document.
    pub fn change(&mut self, path: &Path, version: i32, changes: Value) {
        let document = json!({ "uri": uri(path), "version": version });
        self.notify("textDocument/didChange", json!({ "textDocument": document, "contentChanges": changes }));
    }

    /// `{"textDocument": {"uri": ..}}`
    pub fn document(path: &Path) -> Value {
        json!({ "textDocument": { "uri": uri(path) } })
    }

    /// The code actions for a range of lines, by their titles.
    pub fn actions(&mut self, path: &Path, lines: [u32; 2], only: Option<&str>) -> Vec<Value> {
        let range =
            json!({ "start": { "line": lines[0], "character": 0 }, "end": { "line": lines[1], "character": 0 } });
        let context = match only {
            Some(only) => json!({ "diagnostics": [], "only": [only] }),
            None => json!({ "diagnostics": [] }),
        };
        let params = json!({ "textDocument": { "uri": uri(path) }, "range": range, "context": context });
        self.request("textDocument/codeAction", params).as_array().unwrap().clone()
    }

    /// Says goodbye as the protocol has it, and returns the exit status.
    pub fn quit(mut self) -> ExitStatus {
        assert_eq!(self.request("shutdown", Value::Null), Value::Null);
        self.notify("exit", Value::Null);
        self.end()
    }

    /// Waits for the end of the server.
    pub fn end(mut self) -> ExitStatus {
        while self.messages.recv_timeout(PATIENCE) != Err(RecvTimeoutError::Disconnected) {}
        self.child.wait().unwrap()
    }

    /// Closes the input of the server.
    pub fn hang_up(mut self) -> ExitStatus {
        self.input = None;
        self.end()
    }
}

impl Drop for Client {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn read(output: &mut impl BufRead) -> Option<Value> {
    let mut length = 0;
    loop {
        let mut line = String::new();
        if output.read_line(&mut line).ok()? == 0 {
            return None;
        }
        match line.trim_end().split_once(": ") {
            Some((_, value)) => length = value.parse().ok()?,
            None => break,
        }
    }
    let mut bytes = vec![0; length];
    output.read_exact(&mut bytes).ok()?;
    serde_json::from_slice(&bytes).ok()
}

/// The URI of a path without characters that need an escape.
pub fn uri(path: &Path) -> String {
    format!("file://{}", path.display())
}

/// The text after edits of the protocol, whose characters are bytes: the texts of these tests are ASCII.
pub fn edited(text: &str, edits: &Value) -> String {
    let offset = |position: &Value| {
        let line = position["line"].as_u64().unwrap() as usize;
        let start: usize = text.split_inclusive('\n').take(line).map(str::len).sum();
        (start + position["character"].as_u64().unwrap() as usize).min(text.len())
    };
    let mut edits: Vec<&Value> = edits.as_array().unwrap().iter().collect();
    edits.sort_by_key(|edit| offset(&edit["range"]["start"]));
    let mut out = text.to_string();
    for edit in edits.into_iter().rev() {
        let range = offset(&edit["range"]["start"])..offset(&edit["range"]["end"]);
        out.replace_range(range, edit["newText"].as_str().unwrap());
    }
    out
}
