//! Messages on a stream: a header that gives the length, and JSON of that length.
//!
//!     Content-Length: 52\r\n\r\n{"jsonrpc":"2.0","id":1,"method":"shutdown"}
//!
//! Reading goes on after whatever cannot be read: lines that are no header are skipped, a message that is too large is skipped by its
//! length, and one that is no JSON-RPC is returned as [`Broken`].

use gen_lsp_types::json_rpc::Id;
use serde_json::Value;
use std::io::{self, BufRead, Read, Write};

/// A larger message is skipped, in bytes. The text of a Go file that is read at all is below 64 MiB, and an escape may double it.
const LARGEST_MESSAGE: u64 = 160 << 20;

/// A longer line of a header is cut, in bytes: none of the two headers that exist is longer.
const LONGEST_HEADER: u64 = 4096;

/// One message of the client.
#[derive(Clone, Debug, PartialEq)]
pub enum Message {
    /// A request, to be answered under its id.
    Request { id: Id, method: String, params: Value },
    /// A notification.
    Notification { method: String, params: Value },
    /// The answer to a request of the server: its result, or the text of the error.
    Response { id: Id, result: Result<Value, String> },
}

/// What could not be read, and the id to answer under: null if it is not known.
#[derive(Clone, Debug, PartialEq)]
pub struct Broken {
    /// The id of the message, if it has one.
    pub id: Id,
    /// Whether it is JSON at all.
    pub is_json: bool,
    /// What is wrong, as a sentence.
    pub message: String,
}

/// Reads the next message; `None` at the end of the stream.
pub fn read(input: &mut impl BufRead) -> io::Result<Option<Result<Message, Broken>>> {
    let Some(length) = read_header(input)? else {
        return Ok(None);
    };
    if length > LARGEST_MESSAGE {
        io::copy(&mut input.take(length), &mut io::sink())?;
        let message = format!("a message of {length} bytes is too large, and was skipped");
        return Ok(Some(Err(Broken { id: Id::Null, is_json: true, message })));
    }
    let mut bytes = Vec::new();
    // Not allocated at once: the header may promise more than ever comes.
    input.take(length).read_to_end(&mut bytes)?;
    if (bytes.len() as u64) < length {
        return Ok(None);
    }
    Ok(Some(parse(&bytes)))
}

/// Reads up to the end of the next header that has a length; `None` at the end of the stream.
fn read_header(input: &mut impl BufRead) -> io::Result<Option<u64>> {
    let mut length = None;
    loop {
        let mut line = Vec::new();
        if input.take(LONGEST_HEADER).read_until(b'\n', &mut line)? == 0 {
            return Ok(None);
        }
        let line = String::from_utf8_lossy(&line);
        let line = line.trim();
        if line.is_empty() {
            match length {
                Some(length) => return Ok(Some(length)),
                None => continue,
            }
        }
        if let Some((name, value)) = line.split_once(':')
            && name.trim().eq_ignore_ascii_case("content-length")
        {
            length = value.trim().parse().ok();
        }
    }
}

fn parse(bytes: &[u8]) -> Result<Message, Broken> {
    let broken = |id, is_json, message: &str| Err(Broken { id, is_json, message: message.to_string() });
    let mut value: Value = match serde_json::from_slice(bytes) {
        Ok(value) => value,
        Err(error) => return broken(Id::Null, false, &format!("a message is no JSON: {error}")),
    };
    let Some(object) = value.as_object_mut() else {
        return broken(Id::Null, true, "a message is no object");
    };
    let mut take = |name: &str| object.remove(name);
    let id = match take("id") {
        None => None,
        Some(id) => match serde_json::from_value::<Id>(id) {
            Ok(id) => Some(id),
            Err(_) => return broken(Id::Null, true, "the id of a message is neither a number nor a text"),
        },
    };
    let params = take("params").unwrap_or(Value::Null);
    let method = match take("method") {
        Some(Value::String(method)) => Some(method),
        Some(_) => return broken(id.unwrap_or(Id::Null), true, "the method of a message is no text"),
        None => None,
    };
    match (method, id) {
        (Some(method), Some(id)) => Ok(Message::Request { id, method, params }),
        (Some(method), None) => Ok(Message::Notification { method, params }),
        (None, Some(id)) => {
            let result = match take("error") {
                Some(error) => Err(error["message"].as_str().unwrap_or("an error without a message").to_string()),
                None => Ok(take("result").unwrap_or(Value::Null)),
            };
            Ok(Message::Response { id, result })
        }
        (None, None) => broken(Id::Null, true, "a message has neither a method nor an id"),
    }
}

/// Writes a message that is JSON already.
pub fn write(output: &mut impl Write, json: &str) -> io::Result<()> {
    write!(output, "Content-Length: {}\r\n\r\n{json}", json.len())?;
    output.flush()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn frame(json: &str) -> String {
        format!("Content-Length: {}\r\n\r\n{json}", json.len())
    }

    fn all(bytes: &[u8]) -> Vec<Result<Message, Broken>> {
        let mut input = bytes;
        std::iter::from_fn(|| read(&mut input).unwrap()).collect()
    }

    #[test]
    fn messages_are_read_by_their_kind() {
        let text = [
            frame(r#"{"jsonrpc":"2.0","id":1,"method":"shutdown"}"#),
            frame(r#"{"jsonrpc":"2.0","method":"exit","params":null}"#),
            frame(r#"{"jsonrpc":"2.0","id":"a","result":[1]}"#),
            frame(r#"{"jsonrpc":"2.0","id":7,"error":{"code":1,"message":"no"}}"#),
        ];
        let read = all(text.concat().as_bytes());
        let expected = [
            Message::Request { id: Id::Number(1), method: "shutdown".to_string(), params: Value::Null },
            Message::Notification { method: "exit".to_string(), params: Value::Null },
            Message::Response { id: Id::String("a".to_string()), result: Ok(Value::from(vec![1])) },
            Message::Response { id: Id::Number(7), result: Err("no".to_string()) },
        ];
        assert_eq!(read, expected.map(Ok));
    }

    #[test]
    fn reading_goes_on_after_what_is_broken() {
        let good = frame(r#"{"jsonrpc":"2.0","method":"exit"}"#);
        let deep = "[".repeat(5000);
        let broken = [
            frame("{"),
            frame("[]"),
            frame("{}"),
            frame(&deep),
            frame(r#"{"id":{}, "method":"x"}"#),
            frame(r#"{"id":3, "method":4}"#),
            frame("\u{0}"),
        ];
        let skipped =
            ["", "junk\r\n", "Content-Length: -1\r\n\r\n", "Content-Length: 99999999999999999999999\r\n\r\n", "\r\n\n"];
        for junk in broken.iter().map(String::as_str).chain(skipped) {
            let read = all(format!("{junk}{good}").as_bytes());
            assert!(read.last().is_some_and(Result::is_ok), "{junk}: {read:?}");
            assert_eq!(read.len(), if skipped.contains(&junk) { 1 } else { 2 }, "{junk}: {read:?}");
        }
        assert_eq!(all(b"Content-Length: 150000000\r\n\r\n{"), []);
        assert_eq!(all(b"content-length:2\n\n{}").len(), 1);
    }

    #[test]
    fn a_message_that_is_too_large_is_skipped_by_its_length() {
        let length = LARGEST_MESSAGE + 1;
        let head = format!("Content-Length: {length}\r\n\r\n");
        let good = frame(r#"{"jsonrpc":"2.0","method":"exit"}"#);
        let mut input = io::BufReader::new(head.as_bytes().chain(io::repeat(b'x').take(length)).chain(good.as_bytes()));
        assert!(read(&mut input).unwrap().is_some_and(|message| message.is_err()));
        assert!(read(&mut input).unwrap().is_some_and(|message| message.is_ok()));
    }
}
