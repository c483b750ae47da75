//! The language server: `bodyguard server`.
//!
//!     <- textDocument/didChange           client.go, line 12: "defer resp.Body.Close()" is gone
//!     -> textDocument/publishDiagnostics  client.go, line 8: response body of http.Get is not closed on all paths
//!
//! Two threads: one reads messages, queues them and cancels (see [`inflight`]); the other takes one message after another and works
//! (see [`state`]). Between messages it checks what has changed (see [`background`]). Each message is handled by itself: the crash of
//! one is answered as an error, and what was read before is read again.
//!
//! Documents are checked as they are, with all other open ones; other files as they are saved, by a check of the whole folder.
//! Nothing is written and nothing is run.

mod actions;
mod background;
mod capabilities;
mod client;
mod diagnostics;
mod document;
mod edits;
mod frames;
mod hover;
mod inflight;
pub mod log;
mod notifications;
mod outbox;
mod preferences;
mod projects;
mod requests;
mod saved;
mod state;
mod uri;

use frames::{Broken, Message};
use gen_lsp_types::ErrorCodes;
use gen_lsp_types::json_rpc::Id;
use inflight::Inflight;
use log::Log;
use outbox::{Failure, Outbox};
use state::{Phase, Server};
use std::io::{BufReader, Read, Write};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};

/// How the connection ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ServerEnd {
    /// The client has said goodbye: `shutdown`, then `exit`.
    Proper,
    /// It was gone at once.
    Abrupt,
}

/// Serves one client until it exits or its stream ends.
pub fn serve(input: impl Read + Send + 'static, output: impl Write + Send + 'static, log: Log) -> ServerEnd {
    let (outbox, writer) = Outbox::new(output);
    let inflight = Inflight::default();
    let (sender, receiver) = channel();
    let reader = Reader { inflight: inflight.clone(), log: log.clone(), sender };
    // Not joined: it may wait for input for ever.
    std::thread::spawn(move || reader.run(BufReader::new(input)));
    let mut server = Server::new(outbox, log, inflight);
    run(&mut server, &receiver);
    let end = match server.phase {
        Phase::ShutDown => ServerEnd::Proper,
        Phase::New | Phase::Running => ServerEnd::Abrupt,
    };
    drop(server);
    let _ = writer.join();
    end
}

/// The thread that reads.
struct Reader {
    inflight: Inflight,
    log: Log,
    sender: Sender<Result<Message, Broken>>,
}

impl Reader {
    fn run(&self, mut input: impl std::io::BufRead) {
        loop {
            let message = match frames::read(&mut input) {
                Ok(Some(message)) => message,
                Ok(None) => return,
                Err(error) => return self.log.error(&format!("the input cannot be read: {error}")),
            };
            match &message {
                Ok(Message::Request { id, .. }) => self.inflight.add(id),
                Ok(Message::Notification { method, params }) if method == "$/cancelRequest" => {
                    if let Ok(id) = serde_json::from_value::<Id>(params["id"].clone()) {
                        self.inflight.cancel(&id);
                    }
                }
                _ => {}
            }
            self.inflight.queue();
            if self.sender.send(message).is_err() {
                return;
            }
        }
    }
}

/// Takes messages and works in between, until `exit` or the end of the input.
fn run(server: &mut Server, messages: &Receiver<Result<Message, Broken>>) {
    loop {
        let received = match server.time_to_work() {
            Some(wait) => messages.recv_timeout(wait),
            None => messages.recv().map_err(|_| RecvTimeoutError::Disconnected),
        };
        match received {
            Ok(message) => {
                server.inflight.unqueue();
                if !take(server, message) {
                    return;
                }
            }
            Err(RecvTimeoutError::Timeout) => {
                let worked = catch_unwind(AssertUnwindSafe(|| server.work()));
                if worked.is_err() {
                    server
                        .log
                        .error("a check crashed; this is a bug of bodyguard. The files are left out until they change");
                    server.give_up_work();
                }
            }
            Err(RecvTimeoutError::Disconnected) => return,
        }
    }
}

/// Takes one message. Returns whether more may follow.
fn take(server: &mut Server, message: Result<Message, Broken>) -> bool {
    match message {
        Err(Broken { id, is_json, message }) => {
            server.log.warning(&message);
            let code = if is_json { ErrorCodes::InvalidRequest } else { ErrorCodes::ParseError };
            server.answer(&id, Err(Failure::new(code, message)));
        }
        Ok(Message::Notification { method, .. }) if method == "exit" => return false,
        Ok(Message::Notification { method, params }) => {
            server.log.debug(&method);
            if catch_unwind(AssertUnwindSafe(|| server.notification(&method, &params))).is_err() {
                server.log.error(&format!("{method} crashed; this is a bug of bodyguard"));
                server.forget_all();
            }
        }
        Ok(Message::Request { id, method, params }) => {
            server.log.debug(&method);
            let answer = catch_unwind(AssertUnwindSafe(|| server.request(&id, &method, params)));
            match answer {
                Ok(Some(answer)) => server.answer(&id, answer),
                Ok(None) => {}
                Err(_) => {
                    let message = format!("{method} crashed; this is a bug of bodyguard");
                    server.log.error(&message);
                    server.forget_all();
                    server.answer(&id, Err(Failure::new(ErrorCodes::InternalError, message)));
                }
            }
        }
        Ok(Message::Response { id: Id::Number(id), result }) => server.response(id, result),
        Ok(Message::Response { id, .. }) => server.log.warning(&format!("an answer to {id:?}, which was not sent")),
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;
    use log::LogLevel;
    use serde_json::{Value, json};
    use std::sync::{Arc, Mutex};

    /// What the server has written.
    #[derive(Clone, Default)]
    struct Written(Arc<Mutex<Vec<u8>>>);

    impl Write for Written {
        fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
            self.0.lock().unwrap().extend_from_slice(bytes);
            Ok(bytes.len())
        }

        fn flush(&mut self) -> std::io::Result<()> {
            Ok(())
        }
    }

    /// The answers to messages, and how the connection ended.
    fn served(messages: &[Value]) -> (String, ServerEnd) {
        let input: String = messages
            .iter()
            .map(|message| message.to_string())
            .map(|text| format!("Content-Length: {}\r\n\r\n{text}", text.len()))
            .collect();
        let written = Written::default();
        let log = Log::new(LogLevel::Error, std::io::sink());
        let end = serve(std::io::Cursor::new(input), written.clone(), log);
        let bytes = written.0.lock().unwrap().clone();
        (String::from_utf8(bytes).unwrap(), end)
    }

    #[test]
    fn the_crash_of_one_request_is_an_error_of_that_request() {
        let (written, end) = served(&[
            json!({ "id": 1, "method": "initialize", "params": {} }),
            json!({ "id": 2, "method": "bodyguard/crash" }),
            json!({ "id": 3, "method": "textDocument/diagnostic", "params": { "textDocument": { "uri": "file:///a.go" } } }),
            json!({ "id": 4, "method": "shutdown" }),
            json!({ "method": "exit" }),
        ]);
        assert_eq!(end, ServerEnd::Proper);
        let error = r#"{"error":{"code":-32603,"message":"bodyguard/crash crashed; this is a bug of bodyguard"},"id":2,"jsonrpc":"2.0"}"#;
        assert!(written.contains(error), "{written}");
        assert!(written.contains(r#""items":[],"kind":"full""#), "{written}");
        assert!(written.contains(r#"{"id":4,"jsonrpc":"2.0","result":null}"#), "{written}");
    }

    #[test]
    fn a_request_that_was_cancelled_is_answered_so() {
        let (written, _) = served(&[
            json!({ "id": 1, "method": "initialize", "params": {} }),
            json!({ "id": "w", "method": "workspace/diagnostic", "params": { "previousResultIds": [] } }),
            json!({ "id": "v", "method": "workspace/diagnostic", "params": { "previousResultIds": [] } }),
            json!({ "method": "$/cancelRequest", "params": { "id": "v" } }),
            json!({ "id": 4, "method": "shutdown" }),
            json!({ "method": "exit" }),
        ]);
        assert!(written.contains(r#"{"id":"w","jsonrpc":"2.0","result":{"items":[]}}"#), "{written}");
        assert!(
            written.contains(r#"{"error":{"code":-32800,"message":"cancelled"},"id":"v","jsonrpc":"2.0"}"#),
            "{written}"
        );
    }
}
