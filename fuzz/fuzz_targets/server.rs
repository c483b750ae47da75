//! A malicious client of the language server: any bytes, messages and positions, in any order.
//!
//! The server answers each request once, in frames of JSON, and ends when it is told to. Nothing is read from disk: the folder does not
//! exist.

#![no_main]
#![forbid(unsafe_code)]

use arbitrary::Arbitrary;
use bodyguard::internals::{Log, LogLevel, ServerEnd, serve};
use libfuzzer_sys::fuzz_target;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::io::{Cursor, Write};
use std::sync::{Arc, Mutex};

/// What the client does next.
#[derive(Arbitrary, Debug)]
enum Step {
    /// Sends bytes between messages.
    Raw(Vec<u8>),
    /// Sends JSON of any kind as a message.
    Json(String),
    Open { document: u8, text: String },
    Change { document: u8, version: i64, ranges: Vec<([u32; 4], String)> },
    Close { document: u8 },
    Save { document: u8 },
    Request { method: u8, document: u8, at: [u32; 4] },
    Notification { method: u8, document: u8, params: String },
    Cancel { id: u8 },
}

/// How it begins and ends.
#[derive(Arbitrary, Debug)]
struct Session {
    is_initialized: bool,
    is_utf8: bool,
    pulls: bool,
    steps: Vec<Step>,
}

const REQUESTS: [&str; 8] = [
    "initialize",
    "textDocument/diagnostic",
    "textDocument/codeAction",
    "textDocument/hover",
    "workspace/executeCommand",
    "workspace/diagnostic",
    "workspace/symbol",
    "",
];

const NOTIFICATIONS: [&str; 6] = [
    "initialized",
    "workspace/didChangeWatchedFiles",
    "workspace/didRenameFiles",
    "workspace/didChangeConfiguration",
    "workspace/didChangeWorkspaceFolders",
    "textDocument/willSave",
];

/// Some documents are files, some are none.
fn uri(document: u8) -> &'static str {
    let all = [
        "file:///there/is/no/such/folder/a.go",
        "file:///there/is/no/such/folder/b%20c.go",
        "file:///there/is/no/such/folder/%zz/../d.go",
        "untitled:Untitled-1",
        "file://host/a.go",
        "",
    ];
    all[usize::from(document) % all.len()]
}

fn range([line, character, end_line, end_character]: [u32; 4]) -> Value {
    json!({ "start": { "line": line, "character": character }, "end": { "line": end_line, "character": end_character } })
}

/// Go around arbitrary text, so that there is something to find.
fn around(text: &str) -> String {
    format!("package p\n\nimport \"net/http\"\n\nfunc f(u string) {{\n\tresp, err := http.Get(u)\n{text}\n}}\n")
}

#[derive(Clone, Default)]
struct Written(Arc<Mutex<Vec<u8>>>);

impl Write for Written {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().expect("no writer panics").extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

/// The bytes of the client, and the ids of its requests.
struct Script {
    bytes: Vec<u8>,
    ids: Vec<i64>,
}

impl Script {
    fn frame(&mut self, text: &str) {
        self.bytes.extend_from_slice(format!("\r\nContent-Length: {}\r\n\r\n{text}", text.len()).as_bytes());
    }

    fn notify(&mut self, method: &str, params: Value) {
        self.frame(&json!({ "jsonrpc": "2.0", "method": method, "params": params }).to_string());
    }

    fn ask(&mut self, method: &str, params: Value) {
        // Far from what arbitrary JSON may use as an id.
        let id = 1_000_000_007 + self.ids.len() as i64;
        self.ids.push(id);
        self.frame(&json!({ "jsonrpc": "2.0", "id": id, "method": method, "params": params }).to_string());
    }

    fn step(&mut self, step: &Step) {
        match step {
            Step::Raw(bytes) => {
                // A header would swallow the messages that follow.
                let is_header = bytes.windows(6).any(|part| part.eq_ignore_ascii_case(b"length"));
                if !is_header {
                    self.bytes.extend_from_slice(bytes);
                    self.bytes.extend_from_slice(b"\n");
                }
            }
            Step::Json(text) if text.contains("exit") => {}
            Step::Json(text) => self.frame(text),
            Step::Open { document, text } => {
                let document = json!({ "uri": uri(*document), "languageId": "go", "version": 1, "text": around(text) });
                self.notify("textDocument/didOpen", json!({ "textDocument": document }));
            }
            Step::Change { document, version, ranges } => {
                let document = json!({ "uri": uri(*document), "version": version });
                let changes: Vec<Value> =
                    ranges.iter().map(|(at, text)| json!({ "range": range(*at), "text": text })).collect();
                self.notify("textDocument/didChange", json!({ "textDocument": document, "contentChanges": changes }));
            }
            Step::Close { document } => {
                self.notify("textDocument/didClose", json!({ "textDocument": { "uri": uri(*document) } }));
            }
            Step::Save { document } => {
                self.notify("textDocument/didSave", json!({ "textDocument": { "uri": uri(*document) } }));
            }
            Step::Request { method, document, at } => {
                let params = json!({
                    "textDocument": { "uri": uri(*document) }, "range": range(*at), "position": range(*at)["start"],
                    "context": { "diagnostics": [] }, "previousResultIds": [],
                });
                self.ask(REQUESTS[usize::from(*method) % REQUESTS.len()], params);
            }
            Step::Notification { method, document, params } => {
                let rows = json!([{ "uri": uri(*document), "oldUri": uri(*document), "newUri": params, "type": 3 }]);
                let settings = serde_json::from_str(params).unwrap_or(Value::Null);
                let params = json!({
                    "changes": rows, "files": rows, "event": { "added": rows, "removed": rows },
                    "settings": { "bodyguard": settings },
                });
                self.notify(NOTIFICATIONS[usize::from(*method) % NOTIFICATIONS.len()], params);
            }
            Step::Cancel { id } => self.notify("$/cancelRequest", json!({ "id": 1_000_000_007 + i64::from(*id) })),
        }
    }
}

/// The messages that the server has written.
fn frames(mut bytes: &[u8]) -> Vec<Value> {
    let mut all = Vec::new();
    while !bytes.is_empty() {
        let head = bytes.windows(4).position(|part| part == b"\r\n\r\n").expect("a frame has a header");
        let header = std::str::from_utf8(&bytes[..head]).expect("a header is text");
        let length: usize = header.strip_prefix("Content-Length: ").expect("it is the length").parse().expect("a number");
        let (text, rest) = bytes[head + 4..].split_at(length);
        all.push(serde_json::from_slice(text).expect("a message is JSON"));
        bytes = rest;
    }
    all
}

fuzz_target!(|session: Session| {
    let mut script = Script { bytes: Vec::new(), ids: Vec::new() };
    if session.is_initialized {
        let encodings: &[&str] = if session.is_utf8 { &["utf-8"] } else { &[] };
        let mut capabilities = json!({ "general": { "positionEncodings": encodings }, "textDocument": {
            "publishDiagnostics": { "relatedInformation": true }, "codeAction": { "codeActionLiteralSupport": {} } } });
        if session.pulls {
            capabilities["textDocument"]["diagnostic"] = json!({});
        }
        let folders = json!([{ "uri": "file:///there/is/no/such/folder", "name": "x" }]);
        let options = json!({ "debounce": 0 });
        script.ask("initialize", json!({ "capabilities": capabilities, "workspaceFolders": folders, "initializationOptions": options }));
    }
    session.steps.iter().for_each(|step| script.step(step));
    script.ask("shutdown", Value::Null);
    script.notify("exit", Value::Null);
    let written = Written::default();
    let log = Log::new(LogLevel::Debug, std::io::sink());
    let end = serve(Cursor::new(script.bytes), written.clone(), log);
    let mut answers: BTreeMap<i64, usize> = BTreeMap::new();
    for message in frames(&written.0.lock().expect("no writer panics")) {
        let is_crash = message["error"]["code"] == -32603;
        assert!(!is_crash, "{message}");
        if let Some(id) = message["id"].as_i64().filter(|_| message["method"].is_null()) {
            *answers.entry(id).or_default() += 1;
        }
    }
    for id in &script.ids {
        assert_eq!(answers.get(id), Some(&1), "request {id}");
    }
    assert!(end == ServerEnd::Proper || !session.is_initialized);
});
