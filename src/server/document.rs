//! The open documents: their texts as the client has them, and the positions of the protocol in them.
//!
//!     {"range": {"start": {"line": 2, "character": 5}, ..}, "text": "x"}     bytes 31..31 become "x"
//!
//! A line ends at `\n`, as in Go and in the editors that send what the file holds. Positions outside of a text are moved into it, as
//! the protocol has it.

use crate::ground::source::{LARGEST_FILE, Source, Span};
use gen_lsp_types::{Position, Range, Uri};
use serde_json::Value;
use std::sync::Arc;

/// The unit in which the client counts the characters of a line.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Encoding {
    /// Bytes.
    Utf8,
    /// Code units of UTF-16, which every client knows.
    #[default]
    Utf16,
}

impl Encoding {
    /// The range of a span of a source, from 0.
    pub fn range(self, source: &Source, span: Span) -> Range {
        Range { start: self.position(source, span.start), end: self.position(source, span.end) }
    }

    fn position(self, source: &Source, offset: u32) -> Position {
        let found = match self {
            Encoding::Utf8 => source.position(offset),
            Encoding::Utf16 => source.position_utf16(offset),
        };
        let number = |from_one: usize| u32::try_from(from_one - 1).unwrap_or(u32::MAX);
        Position { line: number(found.line), character: number(found.column) }
    }

    /// The byte of a line at which a character starts; the end of the line if it is shorter.
    fn byte_in_line(self, line: &str, character: u32) -> usize {
        let wanted = character as usize;
        match self {
            Encoding::Utf8 => {
                let end = wanted.min(line.len());
                (0..=end).rev().find(|at| line.is_char_boundary(*at)).unwrap_or(0)
            }
            Encoding::Utf16 => {
                let mut units = 0;
                let passed = |(_, letter): &(usize, char)| {
                    units += letter.len_utf16();
                    units > wanted
                };
                line.char_indices().find(passed).map_or(line.len(), |(at, _)| at)
            }
        }
    }
}

/// The text of an open document.
#[derive(Debug)]
pub struct Document {
    /// The URI, as the client writes it.
    pub uri: Uri,
    /// The number of the text, which the client counts up.
    pub version: i32,
    text: String,
}

/// A change that was not made, as a sentence for the log.
pub type Refused = &'static str;

impl Document {
    /// A document with its first text. Fails if that is too large.
    pub fn new(uri: Uri, version: i32, text: String) -> Result<Document, Refused> {
        match is_too_large(&text) {
            false => Ok(Document { uri, version, text }),
            true => Err(TOO_LARGE),
        }
    }

    /// The text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The text as that of a file.
    pub fn bytes(&self) -> Arc<[u8]> {
        self.text.as_bytes().into()
    }

    /// Makes one change of the protocol: the text of a range is replaced, or all of it if there is no range. Fails, and changes
    /// nothing, if the change is malformed or the text becomes too large.
    pub fn change(&mut self, change: &Value, encoding: Encoding) -> Result<(), Refused> {
        let new = change["text"].as_str().ok_or("a change has no text")?;
        if change["range"].is_null() {
            self.text = new.to_string();
        } else {
            let range = Range::deserialize_from(&change["range"]).ok_or("the range of a change is malformed")?;
            let (one, other) = (self.offset(range.start, encoding), self.offset(range.end, encoding));
            self.text.replace_range(one.min(other)..one.max(other), new);
        }
        match is_too_large(&self.text) {
            false => Ok(()),
            true => {
                self.text = String::new();
                Err(TOO_LARGE)
            }
        }
    }

    /// The byte at a position, moved into the text.
    pub fn offset(&self, position: Position, encoding: Encoding) -> usize {
        offset_in(&self.text, position, encoding)
    }
}

const TOO_LARGE: Refused = "a document is too large, and is not checked";

fn is_too_large(text: &str) -> bool {
    text.len() as u64 > LARGEST_FILE
}

/// The byte of a text at a position, moved into the text.
pub fn offset_in(text: &str, position: Position, encoding: Encoding) -> usize {
    let mut start = 0;
    for _ in 0..position.line {
        match memchr::memchr(b'\n', &text.as_bytes()[start..]) {
            Some(at) => start += at + 1,
            None => return text.len(),
        }
    }
    let rest = &text[start..];
    let line = &rest[..memchr::memchr(b'\n', rest.as_bytes()).unwrap_or(rest.len())];
    let line = line.strip_suffix('\r').unwrap_or(line);
    start + encoding.byte_in_line(line, position.character)
}

/// Reading a value of the protocol out of JSON.
trait FromJson: Sized {
    fn deserialize_from(value: &Value) -> Option<Self>;
}

impl<T: serde::de::DeserializeOwned> FromJson for T {
    fn deserialize_from(value: &Value) -> Option<T> {
        T::deserialize(value).ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn changed(text: &str, encoding: Encoding, range: [u32; 4], new: &str) -> String {
        let mut document = Document::new(Uri(String::new()), 0, text.to_string()).unwrap();
        let [line, character, end_line, end_character] = range;
        let range = json!({"start": {"line": line, "character": character}, "end": {"line": end_line, "character": end_character}});
        document.change(&json!({"range": range, "text": new}), encoding).unwrap();
        document.text
    }

    #[test]
    fn characters_are_counted_in_the_unit_of_the_client() {
        // In UTF-8 the rocket has four bytes, in UTF-16 two units; `é` has two and one.
        for (encoding, at) in [(Encoding::Utf8, 6), (Encoding::Utf16, 3)] {
            assert_eq!(changed("a\né🚀x\n", encoding, [1, at, 1, at + 1], "y"), "a\né🚀y\n");
        }
        // The middle of a character is its start.
        assert_eq!(changed("é🚀", Encoding::Utf16, [0, 2, 0, 2], "|"), "é|🚀");
        assert_eq!(changed("é🚀", Encoding::Utf8, [0, 1, 0, 1], "|"), "|é🚀");
    }

    #[test]
    fn positions_outside_of_the_text_are_moved_into_it() {
        for encoding in [Encoding::Utf8, Encoding::Utf16] {
            assert_eq!(changed("ab\r\nc", encoding, [0, 99, 0, 99], "|"), "ab|\r\nc");
            assert_eq!(changed("ab\r\nc", encoding, [9, 9, u32::MAX, u32::MAX], "|"), "ab\r\nc|");
            assert_eq!(changed("ab\r\nc", encoding, [1, 0, 0, 1], "|"), "a|c");
            assert_eq!(changed("", encoding, [0, 0, 1, 0], "|"), "|");
        }
    }

    #[test]
    fn a_malformed_change_changes_nothing() {
        let mut document = Document::new(Uri(String::new()), 0, "abc".to_string()).unwrap();
        for change in [
            json!({}),
            json!(null),
            json!({"text": 1}),
            json!({"text": "x", "range": {}}),
            json!({"text": "x", "range": {"start": {"line": -1, "character": 0}, "end": {"line": 0, "character": 0}}}),
            json!({"text": "x", "range": {"start": {"line": 0, "character": 1.5}, "end": {"line": 0, "character": 2}}}),
        ] {
            assert!(document.change(&change, Encoding::Utf8).is_err(), "{change}");
            assert_eq!(document.text(), "abc");
        }
        document.change(&json!({"text": "all"}), Encoding::Utf8).unwrap();
        assert_eq!(document.text(), "all");
    }
}
