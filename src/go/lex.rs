//! Go's lexical rules: comments, strings, words, brackets, and the line ends that end a statement.
//!
//! This is the one lexer. [`tokens`] is for a caller that reads all of a piece of text; the other functions answer one question
//! at an offset, for callers that skip most of a text.
//!
//!     a.b(x) // c     Word a, Byte '.', Word b, Byte '(', Word x, Byte ')', Semicolon, Comment
//!
//! It does not know what is declared or called: that is for [`crate::go::items`] and the search for candidates. Nor does it know
//! whether an offset lies inside of a comment or a string: the caller starts where there is neither.

use crate::ground::source::Span;

/// The byte order mark that may come before the text of a file.
pub const BOM: &[u8] = b"\xEF\xBB\xBF";

/// Which bytes are part of a word. All bytes outside ASCII count: in code they are letters of other scripts.
const WORD: [bool; 256] = {
    let mut table = [false; 256];
    let mut byte = 0;
    while byte < 256 {
        table[byte] = byte >= 0x80 || byte == b'_' as usize || (byte as u8).is_ascii_alphanumeric();
        byte += 1;
    }
    table
};

/// Whether a byte is part of a word: a name, a keyword or a number.
#[inline]
pub fn is_word(byte: u8) -> bool {
    WORD[usize::from(byte)]
}

/// The word that starts at an offset; empty if none does.
#[inline]
pub fn word_at(text: &[u8], at: usize) -> &[u8] {
    let rest = text.get(at..).unwrap_or_default();
    let len = rest.iter().take_while(|byte| is_word(**byte)).count();
    &rest[..len]
}

/// [`word_at`] for a `str`.
#[inline]
pub fn name_at(text: &str, at: usize) -> &str {
    text.get(at..at + word_at(text.as_bytes(), at).len()).unwrap_or("")
}

/// The word that ends before `end`.
#[inline]
pub fn word_before(text: &[u8], end: usize) -> &[u8] {
    let len = text[..end].iter().rev().take_while(|byte| is_word(**byte)).count();
    &text[end - len..end]
}

/// Whether a word is a keyword of Go (specification, "Keywords").
pub fn is_keyword(word: &[u8]) -> bool {
    matches!(
        word,
        b"break"
            | b"case"
            | b"chan"
            | b"const"
            | b"continue"
            | b"default"
            | b"defer"
            | b"else"
            | b"fallthrough"
            | b"for"
            | b"func"
            | b"go"
            | b"goto"
            | b"if"
            | b"import"
            | b"interface"
            | b"map"
            | b"package"
            | b"range"
            | b"return"
            | b"select"
            | b"struct"
            | b"switch"
            | b"type"
            | b"var"
    )
}

/// Whether a byte starts a string or rune.
#[inline]
pub fn is_quote(byte: u8) -> bool {
    matches!(byte, b'"' | b'\'' | b'`')
}

/// Whether a line that ends with this byte ends a statement (specification, "Semicolons"); a string counts as its quote `"`.
///
/// `x++` ends one too, but is in no declaration, and only declarations are divided by lines.
#[inline]
pub fn ends_statement(last: u8) -> bool {
    is_word(last) || matches!(last, b')' | b']' | b'}' | b'"')
}

/// Whether a word is the keyword of a type that cannot end with it, so that no line ends a statement there.
#[inline]
pub fn opens_type(word: &[u8]) -> bool {
    matches!(word, b"struct" | b"interface" | b"chan" | b"func" | b"map")
}

/// The offset after the white space at an offset, line ends included.
#[inline]
pub fn after_space(text: &[u8], at: usize) -> usize {
    at + text[at..].iter().take_while(|byte| byte.is_ascii_whitespace()).count()
}

/// The offset after the white space at an offset, on one line.
#[inline]
pub fn after_blanks(text: &[u8], at: usize) -> usize {
    at + text[at..].iter().take_while(|byte| is_blank(**byte)).count()
}

/// Whether a byte is white space that ends no line.
#[inline]
pub fn is_blank(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t' | b'\r')
}

/// The offset after a comment, string or rune that starts at `at`, or `at` if none does.
///
/// A `//` comment includes its line end. A string in quotes ends with its line at the latest, unless a backslash comes before the
/// line end. Anything else without an end reaches to the end of the text.
#[inline]
pub fn after_quoted(text: &[u8], at: usize) -> usize {
    match text[at] {
        b'/' | b'"' | b'\'' | b'`' => end_of_quoted(text, at),
        _ => at,
    }
}

/// [`after_quoted`], but before the line end of a `//` comment, which may end a statement.
#[inline]
pub fn after_quoted_in_line(text: &[u8], at: usize) -> usize {
    let next = after_quoted(text, at);
    let has_line_end = text[at..].starts_with(b"//") && text[next - 1] == b'\n';
    next - usize::from(has_line_end)
}

fn end_of_quoted(text: &[u8], at: usize) -> usize {
    let rest = &text[at..];
    let end_of =
        |last: u8, from: usize| memchr::memchr(last, &rest[from..]).map_or(text.len(), |found| at + from + found + 1);
    match rest[0] {
        b'/' if rest.starts_with(b"//") => end_of(b'\n', 2),
        b'/' if rest.starts_with(b"/*") => {
            memchr::memmem::find(&rest[2..], b"*/").map_or(text.len(), |found| at + found + 4)
        }
        b'`' => end_of(b'`', 1),
        quote @ (b'"' | b'\'') => {
            let mut end = 1;
            while end < rest.len() && rest[end] != quote && rest[end] != b'\n' {
                end += if rest[end] == b'\\' { 2 } else { 1 };
            }
            (at + end + 1).min(text.len())
        }
        _ => at,
    }
}

/// Which bracket a byte is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum BracketSide {
    Open,
    Close,
    Neither,
}

#[inline]
fn side(byte: u8) -> BracketSide {
    match byte {
        b'(' | b'[' | b'{' => BracketSide::Open,
        b')' | b']' | b'}' => BracketSide::Close,
        _ => BracketSide::Neither,
    }
}

/// The offset of the bracket that closes the one at `open`; `None` if there is none before the offset `end`.
///
/// If there is no bracket at `open`, the next one counts: `map [K]V`.
pub fn closing(text: &[u8], open: usize, end: usize) -> Option<usize> {
    closing_of(text, open, end, side, |_, _, _| {})
}

/// [`closing`], where only one kind of bracket counts: in broken code the others may not fit.
pub fn closing_pair(text: &[u8], open: usize, end: usize, (left, right): (u8, u8)) -> Option<usize> {
    let side = |byte: u8| match byte {
        _ if byte == left => BracketSide::Open,
        _ if byte == right => BracketSide::Close,
        _ => BracketSide::Neither,
    };
    closing_of(text, open, end, side, |_, _, _| {})
}

/// [`closing`], which also calls `passed` with each byte of the code in between: its offset, the byte, and how many brackets are
/// open after it. A string is one byte `"`, a comment none.
#[inline]
pub fn closing_with(text: &[u8], open: usize, end: usize, passed: impl FnMut(usize, u8, usize)) -> Option<usize> {
    closing_of(text, open, end, side, passed)
}

#[inline]
fn closing_of(
    text: &[u8],
    open: usize,
    end: usize,
    side: impl Fn(u8) -> BracketSide,
    mut passed: impl FnMut(usize, u8, usize),
) -> Option<usize> {
    let end = end.min(text.len());
    let mut depth = 0_usize;
    let mut at = open;
    while at < end {
        let next = after_quoted(text, at);
        if next != at {
            if text[at] != b'/' {
                passed(at, b'"', depth);
            }
            at = next;
            continue;
        }
        match side(text[at]) {
            BracketSide::Open => depth += 1,
            BracketSide::Close => {
                depth = depth.checked_sub(1)?;
                if depth == 0 {
                    return Some(at);
                }
            }
            BracketSide::Neither => {}
        }
        passed(at, text[at], depth);
        at += 1;
    }
    None
}

/// The offset of the bracket that opens the one at `close`; `None` if there is none from the offset `limit` on, or if a quote or
/// a comment makes it uncertain. Strings in `"` are skipped.
pub fn opening(text: &[u8], close: usize, limit: usize) -> Option<usize> {
    opening_of(text, close, limit, true, |at| match text[at] {
        b'\'' | b'`' => None,
        b'/' if at > 0 && matches!(text[at - 1], b'/' | b'*') => None,
        byte => Some(side(byte)),
    })
}

/// The offset of the `[` that opens the `]` at `close`; `None` if there is none from the offset `limit` on. Only square brackets
/// count, and a quote that has no partner is ignored.
pub fn opening_square(text: &[u8], close: usize, limit: usize) -> Option<usize> {
    opening_of(text, close, limit, false, |at| {
        Some(match text[at] {
            b'[' => BracketSide::Open,
            b']' => BracketSide::Close,
            _ => BracketSide::Neither,
        })
    })
}

#[inline]
fn opening_of(
    text: &[u8],
    close: usize,
    limit: usize,
    is_strict: bool,
    side: impl Fn(usize) -> Option<BracketSide>,
) -> Option<usize> {
    let mut depth = 0_usize;
    let mut at = close + 1;
    while at > limit {
        at -= 1;
        if text[at] == b'"' {
            match string_before(text, at, limit) {
                Some(start) => at = start,
                None if is_strict => return None,
                None => {}
            }
            continue;
        }
        match side(at)? {
            BracketSide::Close => depth += 1,
            BracketSide::Open => {
                depth = depth.checked_sub(1)?;
                if depth == 0 {
                    return Some(at);
                }
            }
            BracketSide::Neither => {}
        }
    }
    None
}

/// The offset of the quote that opens the string whose closing quote is at `end`; `None` if escapes or line ends make it uncertain.
fn string_before(text: &[u8], end: usize, limit: usize) -> Option<usize> {
    let start = limit + memchr::memrchr(b'"', &text[limit..end])?;
    let inside = &text[start + 1..end];
    let is_plain = !inside.contains(&b'\n') && text[..start].last() != Some(&b'\\');
    is_plain.then_some(start)
}

/// One token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    /// Its kind.
    pub kind: TokenKind,
    /// Its place in the text; it may be empty for a semicolon that is not written.
    pub span: Span,
}

/// The kind of a token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TokenKind {
    /// A name, keyword or number.
    Word,
    /// A string or rune.
    Literal,
    /// A comment.
    Comment,
    /// `...`
    Dots,
    /// `<-`
    Arrow,
    /// `;`, or a line end that ends a statement.
    Semicolon,
    /// Any other byte: a bracket, or part of an operator.
    Byte(u8),
}

/// The tokens of a text from an offset on, comments included.
#[inline]
pub fn tokens(text: &[u8], from: usize) -> Tokens<'_> {
    let has_mark = from == 0 && text.starts_with(BOM);
    Tokens { text, at: if has_mark { BOM.len() } else { from }, can_end: false }
}

/// See [`tokens`].
#[derive(Clone, Debug)]
pub struct Tokens<'text> {
    text: &'text [u8],
    at: usize,
    /// Whether a line end is a semicolon here.
    can_end: bool,
}

impl Tokens<'_> {
    #[inline]
    fn token(&mut self, kind: TokenKind, end: usize) -> Option<Token> {
        let span = Span::new(self.at, end);
        self.at = end;
        Some(Token { kind, span })
    }
}

impl Iterator for Tokens<'_> {
    type Item = Token;

    #[inline]
    fn next(&mut self) -> Option<Token> {
        loop {
            let at = self.at;
            let byte = *self.text.get(at)?;
            if is_word(byte) {
                self.can_end = true;
                return self.token(TokenKind::Word, at + word_at(self.text, at).len());
            }
            if byte == b'\n' && self.can_end {
                self.can_end = false;
                return self.token(TokenKind::Semicolon, at + 1);
            }
            if byte.is_ascii_whitespace() {
                self.at += 1;
                continue;
            }
            let next = after_quoted(self.text, at);
            if next != at && byte == b'/' {
                // The semicolon comes before the comment with the line end.
                if self.can_end && self.text[at..next].contains(&b'\n') {
                    self.can_end = false;
                    return self.token(TokenKind::Semicolon, at);
                }
                return self.token(TokenKind::Comment, next);
            }
            if next != at {
                self.can_end = true;
                return self.token(TokenKind::Literal, next);
            }
            self.can_end = ends_statement(byte);
            return match byte {
                b';' => self.token(TokenKind::Semicolon, at + 1),
                b'.' if self.text[at..].starts_with(b"...") => self.token(TokenKind::Dots, at + 3),
                b'<' if self.text[at..].starts_with(b"<-") => self.token(TokenKind::Arrow, at + 2),
                _ => self.token(TokenKind::Byte(byte), at + 1),
            };
        }
    }
}

/// Whether a text contains a word. Before a word that starts with a dot, `.Body`, there may be anything.
pub fn has_word(text: &[u8], word: &[u8]) -> bool {
    words(text, word).next().is_some()
}

/// The offsets of a word in a text.
pub fn words(text: &[u8], word: &[u8]) -> impl Iterator<Item = usize> {
    memchr::memmem::find_iter(text, word).filter(|at| is_alone(text, *at, word))
}

/// Whether a word that was found at an offset is not part of a longer one.
pub fn is_alone(text: &[u8], at: usize, word: &[u8]) -> bool {
    let starts = word.starts_with(b".") || at == 0 || !is_word(text[at - 1]);
    starts && !text.get(at + word.len()).copied().is_some_and(is_word)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The comment, string or rune with which a text starts.
    fn quoted(text: &str) -> &str {
        &text[..after_quoted(text.as_bytes(), 0)]
    }

    #[test]
    fn strings_and_runes_end_with_their_quote() {
        for (text, expected) in [
            (r#""a" b"#, r#""a""#),
            (r#""" b"#, r#""""#),
            (r#""\"" b"#, r#""\"""#),
            (r#""\\" b"#, r#""\\""#),
            (r#""'`//" b"#, r#""'`//""#),
            ("'a' b", "'a'"),
            (r"'\'' b", r"'\''"),
            (r"'\\' b", r"'\\'"),
            ("'\"' b", "'\"'"),
            ("'é' b", "'é'"),
            ("`a\nb\\` c", "`a\nb\\`"),
            ("`\"` c", "`\"`"),
            ("a", ""),
            ("/ 2", ""),
        ] {
            assert_eq!(quoted(text), expected, "{text}");
        }
    }

    #[test]
    fn comments_end_with_their_line_or_mark() {
        for (text, expected, in_line) in [
            ("// a\nb", "// a\n", "// a"),
            ("// a\r\nb", "// a\r\n", "// a\r"),
            ("//\nb", "//\n", "//"),
            ("// a", "// a", "// a"),
            ("//", "//", "//"),
            ("/* a\n*/ b", "/* a\n*/", "/* a\n*/"),
            ("/**/ b", "/**/", "/**/"),
            ("/*/ a */ b", "/*/ a */", "/*/ a */"),
            ("\"a\n\"", "\"a\n", "\"a\n"),
        ] {
            assert_eq!(quoted(text), expected, "{text}");
            assert_eq!(&text[..after_quoted_in_line(text.as_bytes(), 0)], in_line, "{text}");
        }
    }

    #[test]
    fn what_is_not_closed_ends_with_its_line_or_the_text() {
        for (text, expected) in [
            ("\"a\nb", "\"a\n"),
            ("\"a\\\nb\"c", "\"a\\\nb\""),
            ("'\nb", "'\n"),
            ("\"a", "\"a"),
            ("\"a\\", "\"a\\"),
            ("\"", "\""),
            ("`a\nb", "`a\nb"),
            ("/* a\nb *", "/* a\nb *"),
            ("/*", "/*"),
            ("/*/", "/*/"),
        ] {
            assert_eq!(quoted(text), expected, "{text}");
        }
    }

    #[test]
    fn words() {
        let text = "f(größe_1, x2)";
        assert_eq!(name_at(text, 2), "größe_1");
        assert_eq!(name_at(text, 1), "");
        assert_eq!(name_at(text, 99), "");
        assert_eq!(word_before(text.as_bytes(), text.len() - 1), b"x2");
        assert_eq!(word_before(text.as_bytes(), text.len()), b"");
        assert_eq!(word_before(b"abc", 3), b"abc");
        assert!(is_keyword(b"func") && is_keyword(b"fallthrough") && !is_keyword(b"nil") && !is_keyword(b""));
        assert_eq!(after_space(b"a \n\tb", 1), 4);
        assert_eq!(after_blanks(b"a \t\n\tb", 1), 3);
        assert_eq!(after_space(b"a", 1), 1);
    }

    fn close_of(text: &str) -> Option<usize> {
        closing(text.as_bytes(), 0, usize::MAX)
    }

    #[test]
    fn brackets_close() {
        for text in ["()", "(a[{b}])", "(\")\", ')', `)`)", "(/* ) */)", "(// )\n)", "(\"\\\")\")", "[](\n"] {
            let expected = text.rfind([')', ']']).expect("there is a bracket");
            assert_eq!(close_of(text), Some(expected), "{text}");
        }
        for text in ["(", ")", "(\")", "(`)", "(/*)", "(// )", ""] {
            assert_eq!(close_of(text), None, "{text}");
        }
    }

    #[test]
    fn brackets_close_within_a_limit() {
        let text = b"(a(b)c)";
        assert_eq!(closing(text, 0, 6), None);
        assert_eq!(closing(text, 0, 7), Some(6));
        assert_eq!(closing(text, 2, 5), Some(4));
        assert_eq!(closing(b"map [K]V", 3, 99), Some(6));
        assert_eq!(closing_pair(b"(a]b)", 0, 99, (b'(', b')')), Some(4));
        assert_eq!(closing_pair(b"(a]b)", 0, 4, (b'(', b')')), None);
    }

    #[test]
    fn what_is_passed_on_the_way_to_a_bracket() {
        let mut passed = String::new();
        let close = closing_with(b"(a /* , */, \"b,\"[1])", 0, 99, |_, byte, depth| {
            if !byte.is_ascii_whitespace() {
                passed.push_str(&format!("{}{depth} ", char::from(byte)));
            }
        });
        assert_eq!(close, Some(19));
        assert_eq!(passed, "(1 a1 ,1 \"1 [2 12 ]1 ");
    }

    #[test]
    fn brackets_open() {
        let text = b"f(a[1], \"x\", {b})";
        assert_eq!(opening(text, text.len() - 1, 0), Some(1));
        assert_eq!(opening(text, text.len() - 1, 1), Some(1));
        assert_eq!(opening(text, text.len() - 1, 2), None);
        assert_eq!(opening(b"f('a')", 5, 0), None);
        assert_eq!(opening(b"a)", 1, 0), None);
        assert_eq!(opening_square(b"f['(']", 5, 0), Some(1));
        assert_eq!(opening_square(b"f[a[1]]", 6, 0), Some(1));
        assert_eq!(opening_square(b"f[a[1]]", 6, 2), None);
    }

    fn shown(text: &str) -> String {
        let one = |token: Token| {
            let written = &text[token.span.range()];
            match token.kind {
                TokenKind::Word => written.to_string(),
                TokenKind::Literal => format!("lit:{written}"),
                TokenKind::Comment => format!("com:{}", written.trim_end()),
                TokenKind::Semicolon => ";".to_string(),
                TokenKind::Dots | TokenKind::Arrow => format!("op:{written}"),
                TokenKind::Byte(byte) => {
                    assert_eq!(written.as_bytes(), [byte]);
                    written.to_string()
                }
            }
        };
        tokens(text.as_bytes(), 0).map(one).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn tokens_of_code() {
        for (text, expected) in [
            ("func (t *T) f(a ...int)", "func ( t * T ) f ( a op:... int )"),
            ("c <-chan T", "c op:<- chan T"),
            ("a.b == 1.5", "a . b = = 1 . 5"),
            ("\u{feff}package p", "package p"),
            ("x := \"a;\\\"\" + `\n;`+';'", "x : = lit:\"a;\\\"\" + lit:`\n;` + lit:';'"),
            ("größe", "größe"),
            ("a < -1 .. b", "a < - 1 . . b"),
            ("", ""),
        ] {
            assert_eq!(shown(text), expected, "{text}");
        }
    }

    #[test]
    fn line_ends_are_semicolons_behind_what_can_end() {
        for (text, expected) in [
            ("a\nb\n", "a ; b ;"),
            ("a\n\n\nb", "a ; b"),
            ("a,\nb", "a , b"),
            ("f(\na,\n)\nb", "f ( a , ) ; b"),
            ("x[1]\n}\n\"s\"\n'r'\n`q`\n", "x [ 1 ] ; } ; lit:\"s\" ; lit:'r' ; lit:`q` ;"),
            ("a;\nb", "a ; b"),
            ("a;;b", "a ; ; b"),
            ("a // c\nb", "a ; com:// c b"),
            ("a, // c\nb", "a , com:// c b"),
            ("a /* c */ b", "a com:/* c */ b"),
            ("a /* c\n */ b", "a ; com:/* c\n */ b"),
            ("a /* c */\nb", "a com:/* c */ ; b"),
            ("a // c", "a com:// c"),
            ("a // c\n// d\nb", "a ; com:// c com:// d b"),
            ("\n\na", "a"),
            ("a", "a"),
        ] {
            assert_eq!(shown(text), expected, "{text}");
        }
    }

    #[test]
    fn tokens_of_what_is_not_closed() {
        for (text, expected) in [
            ("a \"b\nc", "a lit:\"b\n c"),
            ("a `b\nc", "a lit:`b\nc"),
            ("a /* b\nc", "a ; com:/* b\nc"),
            ("(((", "( ( ("),
            (")", ")"),
        ] {
            assert_eq!(shown(text), expected, "{text}");
        }
    }

    #[test]
    fn tokens_cover_all_but_white_space() {
        let text = "package p // c\n\nfunc f(a, b int) (x <-chan T) {\n\treturn g(\"}\", '\\'', `\n`)\n}\n";
        let mut end = 0;
        for token in tokens(text.as_bytes(), 0) {
            assert!(text[end..token.span.range().start].trim().is_empty());
            end = token.span.range().end;
        }
        assert_eq!(text[end..].trim(), "");
    }

    #[test]
    fn words_stand_alone() {
        assert!(has_word(b"x *http.Response)", b".Response"));
        assert!(!has_word(b"http.ResponseWriter", b".Response"));
        assert!(!has_word(b"myDoer", b"Doer"));
    }
}
