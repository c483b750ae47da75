//! What the server sends: a thread writes it, so that a client that is slow to read does not stop the one that reads.

use super::frames;
use gen_lsp_types::json_rpc::Id;
use serde::Serialize;
use serde_json::{Value, json};
use std::io::Write;
use std::sync::mpsc::{SyncSender, sync_channel};
use std::thread::JoinHandle;

/// So many messages wait at most to be written; then the server waits too.
const MOST_WAITING: usize = 1024;

/// The messages to the client.
pub struct Outbox {
    sender: SyncSender<String>,
    last_id: i64,
}

/// A request that failed.
#[derive(Clone, Debug, PartialEq)]
pub struct Failure {
    /// The code of the protocol.
    pub code: i32,
    /// A sentence.
    pub message: String,
}

impl Failure {
    /// A failure with a sentence.
    pub fn new(code: impl Into<i32>, message: impl Into<String>) -> Failure {
        Failure { code: code.into(), message: message.into() }
    }
}

impl Outbox {
    /// An outbox whose messages go to a stream, and the thread that writes them, which ends with the outbox.
    pub fn new(mut output: impl Write + Send + 'static) -> (Outbox, JoinHandle<()>) {
        let (sender, receiver) = sync_channel::<String>(MOST_WAITING);
        let write = move || {
            let mut is_open = true;
            for message in receiver {
                // The client is gone once it does not read: what is left is dropped.
                is_open = is_open && frames::write(&mut output, &message).is_ok();
            }
        };
        (Outbox { sender, last_id: 0 }, std::thread::spawn(write))
    }

    /// Answers a request.
    pub fn answer(&self, id: &Id, result: Result<Value, Failure>) {
        self.send(&match result {
            Ok(result) => json!({ "jsonrpc": "2.0", "id": id, "result": result }),
            Err(Failure { code, message }) => {
                json!({ "jsonrpc": "2.0", "id": id, "error": { "code": code, "message": message } })
            }
        });
    }

    /// Sends a notification.
    pub fn notify(&self, method: &str, params: impl Serialize) {
        self.send(&json!({ "jsonrpc": "2.0", "method": method, "params": params }));
    }

    /// Sends a request, and returns its number.
    pub fn ask(&mut self, method: &str, params: impl Serialize) -> i64 {
        self.last_id += 1;
        let id = self.last_id;
        let mut message = json!({ "jsonrpc": "2.0", "id": id, "method": method, "params": params });
        if message["params"].is_null() {
            message.as_object_mut().map(|message| message.remove("params"));
        }
        self.send(&message);
        id
    }

    fn send(&self, message: &Value) {
        let _ = self.sender.send(message.to_string());
    }
}
