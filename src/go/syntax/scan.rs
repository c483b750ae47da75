//! The tokens of Go, read with all of its lexical rules; a text that breaks one has a token there that no grammar takes.
//!
//! [`crate::go::lex`] answers questions about code that may be damaged, and takes operators byte by byte; here `"\q"`, `09` and an
//! unclosed string are mistakes.

use super::skim;
use crate::go::lex::{BOM, after_quoted, is_word};
use crate::ground::source::Span;

/// A token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Token {
    /// A name.
    Name,
    /// A number or rune.
    Value,
    /// A string.
    Text,
    /// `:=`, `=`, `+=`, ..: `=` is [`Token::Equals`].
    Define,
    Equals,
    OpAssign,
    /// `++` and `--`
    Step,
    /// An operator that stands between operands only.
    Binary,
    /// `+`, `-`, `^`, `&`: between operands and before one.
    Either,
    /// `!`
    Not,
    /// `~`
    Tilde,
    Star,
    Bar,
    Arrow,
    Dot,
    Dots,
    Comma,
    Colon,
    Semicolon,
    OpenRound,
    CloseRound,
    OpenSquare,
    CloseSquare,
    OpenBrace,
    CloseBrace,
    Break,
    Case,
    Chan,
    Const,
    Continue,
    Default,
    Defer,
    Else,
    Fallthrough,
    For,
    Func,
    Go,
    Goto,
    If,
    Import,
    Interface,
    Map,
    Package,
    Range,
    Return,
    Select,
    Struct,
    Switch,
    Type,
    Var,
    /// The end of the text.
    End,
    /// A string, rune or comment without an end.
    Unclosed,
    /// What is no token.
    Bad,
}

/// The tokens of a text, one by one.
#[derive(Clone)]
pub(super) struct Scanner<'text> {
    text: &'text [u8],
    start: usize,
    at: usize,
    /// Whether a line end is a semicolon here.
    can_end: bool,
}

impl<'text> Scanner<'text> {
    pub(super) fn new(text: &'text [u8]) -> Scanner<'text> {
        Scanner { text, start: 0, at: if text.starts_with(BOM) { BOM.len() } else { 0 }, can_end: false }
    }

    /// The place of the last token; that of a line end is empty if a comment or the end of the text comes first.
    pub(super) fn span(&self) -> Span {
        Span::new(self.start, self.at)
    }

    /// Moves past the body that the last token, a brace, opens, if it can be taken for Go unread.
    pub(super) fn skim_body(&mut self) -> bool {
        let Some(len) = skim::whole_body(&self.text[self.start..]) else {
            return false;
        };
        self.at = self.start + len;
        self.can_end = true;
        true
    }

    #[inline]
    fn end(&mut self, token: Token, len: usize) -> Token {
        self.at = self.start + len;
        token
    }

    /// The next token; [`Token::End`] at the end and from then on.
    #[inline]
    pub(super) fn next(&mut self) -> Token {
        loop {
            self.start = self.at;
            let Some(byte) = self.text.get(self.at).copied() else {
                return if std::mem::take(&mut self.can_end) { Token::Semicolon } else { Token::End };
            };
            match byte {
                b' ' | b'\t' | b'\r' => self.at += 1,
                b'\n' => {
                    self.at += 1;
                    if std::mem::take(&mut self.can_end) {
                        return Token::Semicolon;
                    }
                }
                b'/' if matches!(self.text.get(self.at + 1), Some(b'/' | b'*')) => {
                    if let Some(token) = self.comment() {
                        return token;
                    }
                }
                b'a'..=b'z' | b'A'..=b'Z' | b'_' | 0x80.. => return self.word(),
                _ => {
                    let token = self.other(byte);
                    self.can_end = matches!(
                        token,
                        Token::Value
                            | Token::Text
                            | Token::CloseRound
                            | Token::CloseSquare
                            | Token::CloseBrace
                            | Token::Step
                    );
                    return token;
                }
            }
        }
    }

    /// Moves past a comment; returns a semicolon in front of it if it has a line end that is one.
    fn comment(&mut self) -> Option<Token> {
        let end = after_quoted(self.text, self.at);
        let comment = &self.text[self.at..end];
        let is_line = comment.starts_with(b"//");
        let is_whole = is_line || comment.len() >= 4 && comment.ends_with(b"*/");
        if !is_whole {
            return Some(Token::Unclosed);
        }
        if self.can_end && (is_line || comment.contains(&b'\n')) {
            self.can_end = false;
            return Some(Token::Semicolon);
        }
        self.at = end;
        None
    }

    fn word(&mut self) -> Token {
        let mut bits = 0;
        while let Some(byte) = self.text.get(self.at).filter(|byte| is_word(**byte)) {
            bits |= byte;
            self.at += 1;
        }
        let word = &self.text[self.start..self.at];
        let token = keyword(word);
        self.can_end =
            matches!(token, Token::Name | Token::Break | Token::Continue | Token::Fallthrough | Token::Return);
        if bits >= 0x80 && !is_name(word) { Token::Bad } else { token }
    }

    fn other(&mut self, byte: u8) -> Token {
        let next = self.text.get(self.at + 1).copied().unwrap_or_default();
        let third = self.text.get(self.at + 2).copied().unwrap_or_default();
        match (byte, next) {
            (b'(', _) => self.end(Token::OpenRound, 1),
            (b')', _) => self.end(Token::CloseRound, 1),
            (b'[', _) => self.end(Token::OpenSquare, 1),
            (b']', _) => self.end(Token::CloseSquare, 1),
            (b'{', _) => self.end(Token::OpenBrace, 1),
            (b'}', _) => self.end(Token::CloseBrace, 1),
            (b',', _) => self.end(Token::Comma, 1),
            (b';', _) => self.end(Token::Semicolon, 1),
            (b'0'..=b'9', _) | (b'.', b'0'..=b'9') => self.number(),
            (b'.', b'.') if third == b'.' => self.end(Token::Dots, 3),
            (b'.', _) => self.end(Token::Dot, 1),
            (b'"', _) => self.quoted(Token::Text),
            (b'\'', _) => self.quoted(Token::Value),
            (b'`', _) => match memchr::memchr(b'`', &self.text[self.at + 1..]) {
                Some(len) => self.end(Token::Text, len + 2),
                None => Token::Unclosed,
            },
            (b':', b'=') => self.end(Token::Define, 2),
            (b':', _) => self.end(Token::Colon, 1),
            (b'=', b'=') | (b'!', b'=') => self.end(Token::Binary, 2),
            (b'=', _) => self.end(Token::Equals, 1),
            (b'!', _) => self.end(Token::Not, 1),
            (b'~', _) => self.end(Token::Tilde, 1),
            (b'+', b'+') | (b'-', b'-') => self.end(Token::Step, 2),
            (b'<', b'-') => self.end(Token::Arrow, 2),
            (b'&', b'&') | (b'|', b'|') | (b'<' | b'>', b'=') => self.end(Token::Binary, 2),
            (b'<', b'<') | (b'>', b'>') | (b'&', b'^') => match third {
                b'=' => self.end(Token::OpAssign, 3),
                _ => self.end(Token::Binary, 2),
            },
            (b'+' | b'-' | b'*' | b'/' | b'%' | b'&' | b'|' | b'^', b'=') => self.end(Token::OpAssign, 2),
            (b'+' | b'-' | b'^' | b'&', _) => self.end(Token::Either, 1),
            (b'*', _) => self.end(Token::Star, 1),
            (b'|', _) => self.end(Token::Bar, 1),
            (b'/' | b'%' | b'<' | b'>', _) => self.end(Token::Binary, 1),
            _ => Token::Bad,
        }
    }

    /// A string in double quotes, or a rune.
    fn quoted(&mut self, token: Token) -> Token {
        let quote = self.text[self.at];
        let start = self.at + 1;
        let mut at = start;
        let mut escapes = 0;
        loop {
            match self.text.get(at) {
                None | Some(b'\n') => return Token::Unclosed,
                Some(byte) if *byte == quote => break,
                Some(b'\\') => match escape(&self.text[at..], quote) {
                    Some(len) => {
                        at += len;
                        escapes += len - 1;
                    }
                    None => return Token::Bad,
                },
                Some(_) => at += 1,
            }
        }
        self.at = at + 1;
        let is_one = || {
            // A character of several bytes counts once.
            let text = &self.text[start..at];
            text.iter().filter(|byte| **byte & 0xC0 != 0x80).count() == 1 + escapes
        };
        if quote == b'\'' && !is_one() { Token::Bad } else { token }
    }

    fn number(&mut self) -> Token {
        // An exponent may have a sign: `1e+3`, `0x1p-2`.
        let is_hex = matches!(self.text[self.at..], [b'0', b'x' | b'X', ..]);
        let mut end = self.at;
        while let Some(byte) = self.text.get(end).copied() {
            let before = self.text[end - usize::from(end > self.at)] | 0x20;
            let is_sign = matches!(byte, b'+' | b'-') && before == if is_hex { b'p' } else { b'e' };
            if !(is_word(byte) && byte < 0x80 || byte == b'.' || is_sign) {
                break;
            }
            end += 1;
        }
        let number = &self.text[self.at..end];
        self.at = end;
        if number.len() == 1 || is_number(number) { Token::Value } else { Token::Bad }
    }
}

/// The token of a word.
fn keyword(word: &[u8]) -> Token {
    if !(2..=11).contains(&word.len()) || !matches!(word[0], b'b'..=b'g' | b'i' | b'm' | b'p' | b'r'..=b't' | b'v') {
        return Token::Name;
    }
    match word {
        b"break" => Token::Break,
        b"case" => Token::Case,
        b"chan" => Token::Chan,
        b"const" => Token::Const,
        b"continue" => Token::Continue,
        b"default" => Token::Default,
        b"defer" => Token::Defer,
        b"else" => Token::Else,
        b"fallthrough" => Token::Fallthrough,
        b"for" => Token::For,
        b"func" => Token::Func,
        b"go" => Token::Go,
        b"goto" => Token::Goto,
        b"if" => Token::If,
        b"import" => Token::Import,
        b"interface" => Token::Interface,
        b"map" => Token::Map,
        b"package" => Token::Package,
        b"range" => Token::Range,
        b"return" => Token::Return,
        b"select" => Token::Select,
        b"struct" => Token::Struct,
        b"switch" => Token::Switch,
        b"type" => Token::Type,
        b"var" => Token::Var,
        _ => Token::Name,
    }
}

/// Whether a word outside ASCII is a name. What is not UTF-8 is no matter of names.
fn is_name(word: &[u8]) -> bool {
    let Ok(word) = std::str::from_utf8(word) else {
        return true;
    };
    let is_letter = |letter: char| letter == '_' || letter.is_alphabetic();
    word.starts_with(is_letter) && word.chars().all(|letter| is_letter(letter) || letter.is_numeric())
}

/// The length of the escape at the start of a text; `None` if it is none of those that Go has.
fn escape(text: &[u8], quote: u8) -> Option<usize> {
    let digits = |from: usize, count: usize, radix: u32| {
        let digits = std::str::from_utf8(text.get(from..from + count)?).ok()?;
        let has_sign = digits.starts_with('+');
        u32::from_str_radix(digits, radix).ok().filter(|_| !has_sign).map(|value| (from + count, value))
    };
    let (end, value) = match text.get(1)? {
        b'a' | b'b' | b'f' | b'n' | b'r' | b't' | b'v' | b'\\' => return Some(2),
        byte if *byte == quote => return Some(2),
        b'0'..=b'7' => return digits(1, 3, 8).filter(|(_, value)| *value < 256).map(|(end, _)| end),
        b'x' => return Some(digits(2, 2, 16)?.0),
        b'u' => digits(2, 4, 16)?,
        b'U' => digits(2, 8, 16)?,
        _ => return None,
    };
    char::from_u32(value).map(|_| end)
}

/// Whether a word that starts with a digit or a dot is a number: `0x_1p-2`, `08.5`, `1_000i`.
fn is_number(number: &[u8]) -> bool {
    let number = number.strip_suffix(b"i").map_or((number, false), |rest| (rest, true));
    let (number, is_imaginary) = number;
    let (digits, radix) = match number {
        [b'0', b'x' | b'X', rest @ ..] => (rest, 16),
        [b'0', b'o' | b'O', rest @ ..] => (rest, 8),
        [b'0', b'b' | b'B', rest @ ..] => (rest, 2),
        _ => (number, 10),
    };
    let exponent = if radix == 16 { b'p' } else { b'e' };
    let split = if radix == 10 || radix == 16 { digits.iter().position(|byte| byte | 0x20 == exponent) } else { None };
    let (mantissa, power) = split.map_or((digits, None), |at| (&digits[..at], Some(&digits[at + 1..])));
    let power = power.map(|power| power.strip_prefix(b"+").or_else(|| power.strip_prefix(b"-")).unwrap_or(power));
    if power.is_some_and(|power| !are_digits(power, 10, false)) {
        return false;
    }
    let mut parts = mantissa.splitn(2, |byte| *byte == b'.');
    let (whole, part) = (parts.next().unwrap_or_default(), parts.next());
    let has_prefix = radix != 10;
    match part {
        Some(part) => {
            let is_whole = whole.is_empty() || are_digits(whole, radix, has_prefix);
            let is_part = part.is_empty() || are_digits(part, radix, false);
            let is_float = radix == 10 || radix == 16 && power.is_some();
            is_float && is_whole && is_part && !(whole.is_empty() && part.is_empty())
        }
        None if radix == 16 && power.is_some() || power.is_none() && (has_prefix || !number.starts_with(b"0")) => {
            are_digits(whole, radix, has_prefix)
        }
        // `0_7` is octal, but `08e1`, `08i` are decimal.
        None => are_digits(whole, if power.is_some() || is_imaginary { 10 } else { 8 }, false),
    }
}

/// Whether these are digits, with single underscores between them; one may come first after a prefix, `0x_1`.
fn are_digits(text: &[u8], radix: u32, may_start_with_underscore: bool) -> bool {
    let is_digit = |byte: u8| char::from(byte).is_digit(radix);
    let text = if may_start_with_underscore { text.strip_prefix(b"_").unwrap_or(text) } else { text };
    !text.is_empty()
        && text.split(|byte| *byte == b'_').all(|part| !part.is_empty() && part.iter().all(|byte| is_digit(*byte)))
}
