//! Whether the body of a function can be taken for Go unread.
//!
//!     func f() {
//!         g(x)        brackets and quotes come in pairs, and nothing but the last brace stands in the first column
//!     }
//!
//! All that is looked at are single bytes, many side by side. Whatever is unusual is no answer: then the body is read.

use crate::go::items::has_as_many_ends;
use memchr::memmem::Finder;
use std::sync::LazyLock;

/// The length of the body that a text starts with, its braces included, if it can be taken for Go: as gofmt lays it out, it ends with
/// the first brace in the first column.
pub(super) fn whole_body(text: &[u8]) -> Option<usize> {
    static END: LazyLock<Finder> = LazyLock::new(|| Finder::new("\n}"));
    static COMMENT: LazyLock<Finder> = LazyLock::new(|| Finder::new("/*"));
    // The body of `func f() { g() }` ends on its line, before the next brace in the first column.
    let end = if text.starts_with(b"{\n") { END.find(text)? + 2 } else { return None };
    let body = &text[..end];
    let is_plain = body.is_ascii() && has_as_many_ends(body) && has_whole_runes(body) && COMMENT.find(body).is_none();
    is_plain.then_some(end)
}

/// Whether a text may have what a merge leaves behind.
pub(super) fn has_conflict(text: &[u8]) -> bool {
    static MARKS: LazyLock<[Finder; 3]> = LazyLock::new(|| ["\n<<<<<<<", "\n=======", "\n>>>>>>>"].map(Finder::new));
    MARKS.iter().any(|mark| mark.find(text).is_some())
}

/// Whether the quotes of runes come in pairs on each line, comments left out.
fn has_whole_runes(body: &[u8]) -> bool {
    let mut quotes = memchr::memchr_iter(b'\'', body).peekable();
    while let Some(first) = quotes.next() {
        let line = memchr::memrchr(b'\n', &body[..first]).map_or(0, |at| at + 1);
        let end = memchr::memchr(b'\n', &body[first..]).map_or(body.len(), |len| first + len);
        let comment = memchr::memmem::find(&body[line..end], b"//").map_or(end, |at| line + at);
        let mut count = usize::from(first < comment);
        while let Some(next) = quotes.next_if(|next| *next < end) {
            count += usize::from(next < comment);
        }
        if !count.is_multiple_of(2) {
            return false;
        }
    }
    true
}
