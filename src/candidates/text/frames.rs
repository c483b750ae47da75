//! The functions in a text: the one that is declared, its literals, and where their results go.
//!
//!     func f() error {                         the results go to the caller of f
//!         each(xs, func(x int) error {         to `each`, which takes the literal as an argument
//!             return x.check()
//!         })
//!         g := func() error { .. }             unknown
//!
//! It finds brackets and the words `func` and `defer`; [`super::returned`] looks up the functions.

use crate::candidates::scan::closing;
use crate::go::lex::{self, TokenKind, after_blanks, has_word, is_word, word_before};
use std::cell::OnceCell;

/// The functions in a text, found when they are first needed.
#[derive(Default)]
pub(super) struct Returns {
    /// The function itself and its literals, in the order in which they start; `None` if a piece of the text is not understood.
    frames: OnceCell<Option<Vec<TextFrame>>>,
}

/// Where the results of a function go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ResultTarget {
    /// To the caller of the function whose text it is.
    Caller,
    /// To the function whose name starts at an offset: it takes the literal as an argument.
    Argument(usize),
    Unknown,
}

/// A function with a body: the one that is declared, or a literal.
struct TextFrame {
    /// The offset of the bracket that opens its body.
    open: usize,
    /// The offset of the bracket that closes it.
    close: usize,
    /// The number of the frame around it; the function itself has its own.
    around: usize,
    /// Whether something is deferred in it.
    has_defer: bool,
    /// Where its results go.
    target: ResultTarget,
}

impl Returns {
    /// The returns of a text; `None` if it has none.
    pub(super) fn of(text: &str) -> Option<Returns> {
        has_word(text.as_bytes(), b"return").then(Returns::default)
    }

    /// Where a value goes that is returned at an offset. `Unknown` if a `defer` may change it, or the text is not understood.
    /// `body` is the offset at which the body of the function opens.
    pub(super) fn target_at(&self, text: &[u8], body: usize, at: usize) -> ResultTarget {
        let Some(frames) = self.frames.get_or_init(|| frames(text, body)) else {
            return ResultTarget::Unknown;
        };
        let mut number = frames.partition_point(|frame| frame.open < at).saturating_sub(1);
        while number > 0 && frames[number].close < at {
            number = frames[number].around;
        }
        let frame = &frames[number];
        if frame.has_defer { ResultTarget::Unknown } else { frame.target }
    }
}

/// The function whose body opens at an offset, and its literals; `None` if the brackets do not fit or a type in it is not
/// understood.
fn frames(text: &[u8], body: usize) -> Option<Vec<TextFrame>> {
    let frame = |open, around, target| TextFrame { open, close: text.len(), around, has_defer: false, target };
    let mut frames = vec![frame(body, 0, ResultTarget::Caller)];
    // The brackets that are open, and the innermost frame.
    let mut open: Vec<usize> = Vec::new();
    let mut inner = 0;
    for token in lex::tokens(text, body) {
        let (at, end) = (token.span.range().start, token.span.range().end);
        match token.kind {
            TokenKind::Byte(b'(' | b'[' | b'{') => {
                if frames.last().is_some_and(|last| last.open == at) {
                    inner = frames.len() - 1;
                }
                open.push(at);
            }
            TokenKind::Byte(byte @ (b')' | b']' | b'}')) => {
                let start = open.pop()?;
                if !matches!((text[start], byte), (b'(', b')') | (b'[', b']') | (b'{', b'}')) {
                    return None;
                }
                if frames[inner].open == start {
                    frames[inner].close = at;
                    inner = frames[inner].around;
                }
            }
            TokenKind::Word => match &text[at..end] {
                b"func" => {
                    if let Some(body) = body_of(text, end)? {
                        // The head of another function.
                        if frames.last().is_some_and(|last| last.open > at) {
                            return None;
                        }
                        frames.push(frame(
                            body,
                            inner,
                            open.last().map_or(ResultTarget::Unknown, |at| target_of_literal(text, *at)),
                        ));
                    }
                }
                b"defer" => frames[inner].has_defer = true,
                _ => {}
            },
            _ => {}
        }
    }
    open.is_empty().then_some(frames)
}

/// Where the results of a literal go that stands directly in a bracket.
fn target_of_literal(text: &[u8], bracket: usize) -> ResultTarget {
    match word_before(text, bracket).len() {
        len if len > 0 && text[bracket] == b'(' => ResultTarget::Argument(bracket - len),
        _ => ResultTarget::Unknown,
    }
}

/// The offset of the body of the `func` whose keyword ends at `at`, if it has one; `None` if that is not known.
fn body_of(text: &[u8], at: usize) -> Option<Option<usize>> {
    let open = after_blanks(text, at);
    if text.get(open) != Some(&b'(') {
        return None;
    }
    let mut end = after_blanks(text, closing(text, open)? + 1);
    if text.get(end) == Some(&b'(') {
        end = after_blanks(text, closing(text, end)? + 1);
    } else {
        let is_of_type = |byte: &u8| is_word(*byte) || b".*[]<- \t".contains(byte);
        let ty = &text[end..end + text[end..].iter().take_while(|byte| is_of_type(byte)).count()];
        let mut words = ty.split(|byte| !is_word(*byte));
        if words.any(|word| matches!(word, b"interface" | b"struct" | b"func")) {
            return None;
        }
        end += ty.len();
    }
    Some((text.get(end) == Some(&b'{')).then_some(end))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::go::lex::name_at;

    /// The head of each function in a text, where its results go, and whether it defers something.
    fn frames_of(text: &str) -> Option<Vec<(&str, &str, bool)>> {
        let found = frames(text.as_bytes(), text.find('{')?)?;
        let target = |target| match target {
            ResultTarget::Caller => "the caller",
            ResultTarget::Argument(name) => name_at(text, name),
            ResultTarget::Unknown => "",
        };
        let line = |open: usize| text[..open].rsplit('\n').next().unwrap_or_default().trim();
        Some(found.iter().map(|frame| (line(frame.open), target(frame.target), frame.has_defer)).collect())
    }

    #[test]
    fn literals_go_to_the_function_that_takes_them() {
        let text = "func f() {
            defer x.Close()
            keep(1, func() error {
                return nil // }
            })
            y := func(s string) (a, b int) {
                defer func() {
                    recover()
                }()
                return a.b(func(io.Reader, []T) *p.T {
                    return nil
                })
            }
            z := T{f: func() {
            }}
            each(\"}\", func(x func() error, y int) error {
                return x()
            })
        }";
        let expected = [
            ("func f()", "the caller", true),
            ("keep(1, func() error", "keep", false),
            ("y := func(s string) (a, b int)", "", true),
            ("defer func()", "", false),
            ("return a.b(func(io.Reader, []T) *p.T", "b", false),
            ("z := T{f: func()", "", false),
            ("each(\"}\", func(x func() error, y int) error", "each", false),
        ];
        assert_eq!(frames_of(text).as_deref(), Some(&expected[..]));
    }

    #[test]
    fn what_is_not_understood_has_no_frames() {
        for text in
            ["func f() { g( }", "func f() { g(func() interface{} { return 1 }) }", "func f() { func g() }", "{ } }"]
        {
            assert_eq!(frames_of(text), None, "{text}");
        }
    }
}
