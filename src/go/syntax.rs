//! Whether a text is Go: the first place at which gofmt would refuse it.
//!
//!     package p; func f() {       the end: a brace is open
//!     fun f() {}                  the first word: no package clause
//!     package p; func f() { if }  the brace after `if`
//!
//! Of most files no function is parsed, and the parser of trees recovers from mistakes, so that neither says of a file that all of
//! it was read. This is Go's grammar without a tree: it allocates nothing, reads each token once, and stops at the first mistake.
//! It is made of
//! * [`scan`]: the tokens, with all of Go's lexical rules;
//! * `declarations`, `types`, `expressions`, `statements`: what may follow what.
//!
//! Bodies are three quarters of most files, and reading them all would add a quarter to the time of a run. So a body that is laid out
//! as gofmt does, with as many closing brackets as opening ones and quotes in pairs, may be taken for Go unread ([`skim`]).
//!
//! What the code means is for [`crate::go::items`] and [`crate::go::tree`], which also read damaged code. Names are not looked up: an
//! unused import or a second `default` is Go here.

mod declarations;
mod expressions;
mod scan;
mod skim;
mod statements;
mod types;

use crate::ground::source::Span;
use scan::{Scanner, Token};

/// Code that nests deeper is not read on: it counts as Go. Five times what is lowered; the deepest kind of level takes some KiB
/// of stack in a debug build.
const DEEPEST: usize = 2000;

/// A type and an expression can start alike, and then the tokens are read a second time. In nested code that doubles the work with
/// each level, so a text of which more tokens than this times its bytes were read counts as Go.
const MOST_READ: usize = 4;

/// Why a text is no Go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SyntaxError {
    /// Where the token is that cannot stand there; a place in the text, or its end.
    pub at: usize,
    /// What is wrong.
    pub kind: ErrorKind,
}

/// The kinds of [`SyntaxError`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ErrorKind {
    /// It starts without a package clause.
    NoPackage,
    /// It is UTF-16.
    Utf16,
    /// It has bytes that are not UTF-8.
    NotUtf8,
    /// A string, rune or comment has no end.
    Unclosed,
    /// Anything else.
    Token,
}

/// How closely the bodies of functions are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bodies {
    /// Each token.
    Read,
    /// Only those that do not look whole.
    Skimmed,
}

/// The first place at which a text is no Go; `None` if there is none.
pub fn first_error(text: &[u8], bodies: Bodies) -> Option<SyntaxError> {
    if text.trim_ascii().is_empty() {
        // gofmt refuses an empty file too, but nothing is left unchecked in it.
        return None;
    }
    if is_utf16(text) {
        return Some(SyntaxError { at: 0, kind: ErrorKind::Utf16 });
    }
    let bodies = if skim::has_conflict(text) { Bodies::Read } else { bodies };
    let mut reader = Reader::new(text, bodies);
    let in_tokens = match reader.file() {
        Ok(()) => None,
        Err(Stop::Error) => Some(reader.error()),
        Err(Stop::Unknown) => {
            let end = SyntaxError { at: text.len(), kind: ErrorKind::Unclosed };
            (!crate::go::items::looks_whole(text)).then_some(end)
        }
    };
    let in_bytes = bad_bytes(text);
    [in_tokens, in_bytes].into_iter().flatten().min_by_key(|error| error.at)
}

/// Whether a text is UTF-16, with a mark or without: each second byte of its first letters is zero. The bytes of the mark may be
/// replaced already, see [`crate::ground::source::Source`].
fn is_utf16(text: &[u8]) -> bool {
    let rest = [b"\xFF\xFE", b"\xFE\xFF", b"??"].iter().find_map(|mark| text.strip_prefix(*mark)).unwrap_or(text);
    matches!(rest, [0, first, 0, second, ..] | [first, 0, second, 0, ..] if *first != 0 && *second != 0)
}

/// The first bytes that may stand nowhere in a Go file, not even in a comment: what is not UTF-8, a zero byte, and a byte order mark
/// that is not at the start.
fn bad_bytes(text: &[u8]) -> Option<SyntaxError> {
    let zero = memchr::memchr(0, text).map(|at| SyntaxError { at, kind: ErrorKind::Token });
    if text.is_ascii() {
        return zero;
    }
    let bad = std::str::from_utf8(text).err();
    let bad = bad.map(|error| SyntaxError { at: error.valid_up_to(), kind: ErrorKind::NotUtf8 });
    let mark = memchr::memmem::find(text.get(1..)?, crate::go::lex::BOM);
    let mark = mark.map(|at| SyntaxError { at: at + 1, kind: ErrorKind::Token });
    [zero, bad, mark].into_iter().flatten().min_by_key(|error| error.at)
}

/// Why reading stopped.
enum Stop {
    /// The token that was just read cannot stand there.
    Error,
    /// It is too much to be read to its end.
    Unknown,
}

type Step<T = ()> = Result<T, Stop>;

/// What a reader has gone back to.
type Mark<'text> = (Scanner<'text>, Token, Span, Brace);

/// Whether a `{` after a name starts a literal: not in the head of `if x == y {`, but inside of its brackets.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Brace {
    Literal,
    Block,
}

/// The tokens of a text, and the place at which its grammar is.
struct Reader<'text> {
    scanner: Scanner<'text>,
    token: Token,
    span: Span,
    brace: Brace,
    depth: usize,
    /// How many tokens may still be read.
    left: usize,
    has_package: bool,
    bodies: Bodies,
}

impl<'text> Reader<'text> {
    fn new(text: &'text [u8], bodies: Bodies) -> Reader<'text> {
        let mut reader = Reader {
            scanner: Scanner::new(text),
            token: Token::End,
            span: Span::new(0, 0),
            brace: Brace::Literal,
            depth: 0,
            left: text.len().saturating_mul(MOST_READ).saturating_add(16),
            has_package: false,
            bodies,
        };
        reader.advance();
        reader
    }

    fn error(&self) -> SyntaxError {
        let kind = match self.token {
            _ if !self.has_package => ErrorKind::NoPackage,
            Token::Unclosed => ErrorKind::Unclosed,
            _ => ErrorKind::Token,
        };
        SyntaxError { at: self.span.range().start, kind }
    }

    #[inline]
    fn advance(&mut self) {
        self.left = self.left.saturating_sub(1);
        self.token = self.scanner.next();
        self.span = self.scanner.span();
    }

    #[inline]
    fn is(&self, token: Token) -> bool {
        self.token == token
    }

    /// Goes on if the token is this one; says whether it is.
    #[inline]
    fn took(&mut self, token: Token) -> bool {
        let is = self.token == token;
        if is {
            self.advance();
        }
        is
    }

    #[inline]
    fn expect(&mut self, token: Token) -> Step {
        if self.took(token) { Ok(()) } else { Err(Stop::Error) }
    }

    /// The end of a statement or spec; the closing bracket of what it is in will do.
    fn end_of_statement(&mut self) -> Step {
        match self.token {
            Token::CloseRound | Token::CloseBrace => Ok(()),
            _ => self.expect(Token::Semicolon),
        }
    }

    /// Reads what nests.
    fn deeper<T>(&mut self, read: impl FnOnce(&mut Self) -> Step<T>) -> Step<T> {
        if self.depth >= DEEPEST || self.left == 0 {
            return Err(Stop::Unknown);
        }
        self.depth += 1;
        let found = read(self);
        self.depth -= 1;
        found
    }

    /// Reads what is in brackets, where a `{` after a name starts a literal again.
    fn with_brace<T>(&mut self, brace: Brace, read: impl FnOnce(&mut Self) -> Step<T>) -> Step<T> {
        let outer = std::mem::replace(&mut self.brace, brace);
        let found = read(self);
        self.brace = outer;
        found
    }

    fn mark(&self) -> Mark<'text> {
        (self.scanner.clone(), self.token, self.span, self.brace)
    }

    fn go_back(&mut self, mark: Mark<'text>) {
        (self.scanner, self.token, self.span, self.brace) = mark;
    }

    /// Elements with commas between them, up to the closing bracket; the last one may have a comma too.
    fn list_until(&mut self, close: Token, mut element: impl FnMut(&mut Self) -> Step) -> Step {
        while !self.is(close) {
            element(self)?;
            if !self.took(Token::Comma) {
                break;
            }
        }
        self.expect(close)
    }
}

#[cfg(test)]
mod tests;
