//! Calls whose results go straight to whoever calls the function: `return c.hc.Do(req)`.
//!
//! The caller has to close what they hand over, so the function cannot lose it and need not be parsed for their sake. What a
//! function literal returns can come back to the function around it. It cannot if the literal is an argument of a call that
//! hands over nothing by its types:
//!
//!     client := newMock(func(req *http.Request) (*http.Response, error) {
//!         return mockResponse(http.StatusOK)(req)             newMock returns a *Client: nothing to look at
//!     })
//!     resp, err := retry(func() (*http.Response, error) {
//!         return http.Get(u)                                  retry may hand it over
//!     })
//!
//! Where there is a `defer`, that may change results that have names; such a function or literal is not judged here.

use super::qualifier::{Front, MOST_VARIABLES, Place, fronts, step};
use super::operand::operand;
use crate::candidates::scan::{LONGEST_LOOK, closing, expression_start};
use crate::go::lex::has_word;
use crate::go::lex::{self, TokenKind, after_blanks, is_blank, is_word, name_at, opening, word_at, word_before};
use crate::leak::Analysis;
use crate::meaning::resource::results_can_hold;
use crate::program::index::{Entity, FuncRef, Member, Package, Scope};
use std::cell::OnceCell;
use std::sync::Arc;

/// What is known of the returns in a text.
#[derive(Default)]
pub(super) struct Returns {
    /// The function itself and its literals, in the order in which they start; `None` if a piece of the text is not understood.
    frames: OnceCell<Option<Vec<Frame>>>,
}

/// A function with a body.
struct Frame {
    /// The offset of the bracket that opens its body.
    open: usize,
    /// The offset of the one that closes it.
    close: usize,
    /// The number of the one around it; the function itself has its own.
    around: usize,
    /// Whether something is deferred in it.
    has_defer: bool,
    /// Where its results go.
    to: To,
}

/// Where the results of a function go.
#[derive(Clone, Copy)]
enum To {
    /// To whoever calls the function that is looked at.
    Caller,
    /// To the function whose name starts at an offset: it takes the literal as an argument.
    Taker(usize),
    Unknown,
}

impl Returns {
    /// For the returns of a text; `None` if they say nothing.
    pub(super) fn of(text: &str) -> Option<Returns> {
        has_word(text.as_bytes(), b"return").then(Returns::default)
    }
}

/// Whether the results of the call by the name at `start` go straight to the caller of the function, and come back in no other
/// way. Says no too often.
pub(super) fn is_returned(analysis: &Analysis, place: &Place, start: usize) -> bool {
    place.returns.as_ref().is_some_and(|returns| {
        is_all_of_return(place.text.as_bytes(), start, |_| true) && goes_for_good(analysis, place, returns, start)
    })
}

/// The same for the call of a function that was the result of a call: of the two brackets in `f(x)(y)`, the first stands at
/// `close`.
pub(super) fn is_returned_behind(analysis: &Analysis, place: &Place, close: usize) -> bool {
    let text = place.text.as_bytes();
    let (Some(returns), Some(open)) = (&place.returns, opening(text, close, close.saturating_sub(LONGEST_LOOK))) else {
        return false;
    };
    let start = open - word_before(text, open).len();
    is_all_of_return(text, start, |end| end == close) && goes_for_good(analysis, place, returns, start)
}

/// Whether the call by the name at `start` is all that a `return` returns, and one of the brackets of it is the wanted one.
fn is_all_of_return(text: &[u8], start: usize, is_wanted: impl Fn(usize) -> bool) -> bool {
    let name = word_at(text, start).len();
    let mut end = start + name;
    let mut is_found = false;
    while text.get(end) == Some(&b'(') {
        let Some(close) = closing(text, end) else {
            return false;
        };
        is_found |= is_wanted(close);
        end = close + 1;
    }
    let rest = &text[after_blanks(text, end)..];
    let is_whole = rest.first().is_none_or(|byte| matches!(byte, b'\n' | b'}' | b';')) || rest.starts_with(b"//");
    if name == 0 || !is_found || !is_whole {
        return false;
    }
    let Some(first) = expression_start(text, start) else {
        return false;
    };
    let before = &text[..first];
    let space = before.iter().rev().take_while(|byte| is_blank(**byte)).count();
    space > 0 && word_before(before, first - space) == b"return"
}

/// Whether what is returned at an offset does not come back to the function.
fn goes_for_good(analysis: &Analysis, place: &Place, returns: &Returns, at: usize) -> bool {
    let Some(frames) = returns.frames.get_or_init(|| frames(place.text.as_bytes(), place.body)) else {
        return false;
    };
    let mut number = frames.partition_point(|frame| frame.open < at).saturating_sub(1);
    while number > 0 && frames[number].close < at {
        number = frames[number].around;
    }
    let frame = &frames[number];
    !frame.has_defer
        && match frame.to {
            To::Caller => true,
            To::Taker(name) => hands_over_nothing(analysis, place, name),
            To::Unknown => false,
        }
}

/// Whether all functions that the name at `start` can stand for hand over nothing, by their types.
fn hands_over_nothing(analysis: &Analysis, place: &Place, start: usize) -> bool {
    let index = analysis.index;
    let name = name_at(place.text, start);
    let operand = expression_start(place.text.as_bytes(), start).and_then(|first| operand(place.text, first, start));
    let Some((root, middle)) = operand else {
        return false;
    };
    let Some(root) = root else {
        return !place.binds(name) && are_silent(analysis, place.package, name);
    };
    let Some(fronts) = fronts(place, &root, MOST_VARIABLES) else {
        return false;
    };
    fronts.into_iter().all(|front| {
        let front = middle.iter().try_fold(front, |front, part| step(index, &front, part, MOST_VARIABLES));
        match front {
            Some(Front::Package(package)) => are_silent(analysis, &package, name),
            Some(Front::Value(ty)) => match index.member(&ty, name) {
                Some((_, Member::Method(functions, _))) => functions.iter().all(|one| is_silent(analysis, one)),
                _ => false,
            },
            _ => false,
        }
    })
}

/// Whether a name of a package is that of functions that hand over nothing.
fn are_silent(analysis: &Analysis, package: &Arc<Package>, name: &str) -> bool {
    let entities = package.lookup(name);
    let is_silent = |entity: &Entity| match *entity {
        Entity::Function(id) => is_silent(analysis, &FuncRef { package: package.clone(), id }),
        _ => false,
    };
    !entities.is_empty() && entities.iter().all(is_silent)
}

/// Whether a function hands over nothing by its types; one of which more is said than its types may.
fn is_silent(analysis: &Analysis, function: &FuncRef) -> bool {
    let signature = &function.decl().signature;
    signature.type_params.is_empty()
        && analysis.effects(function).is_none()
        && !results_can_hold(analysis.index, signature, &Scope::of_signature(analysis.index, function))
}

/// A function whose body opens at an offset, and its literals; `None` if its brackets do not fit or a type in it is not
/// understood.
fn frames(text: &[u8], body: usize) -> Option<Vec<Frame>> {
    let frame = |open, around, to| Frame { open, close: text.len(), around, has_defer: false, to };
    let mut frames = vec![frame(body, 0, To::Caller)];
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
                        // The head of another one.
                        if frames.last().is_some_and(|last| last.open > at) {
                            return None;
                        }
                        frames.push(frame(body, inner, open.last().map_or(To::Unknown, |at| taker(text, *at))));
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

/// Where a literal goes that stands directly in a bracket.
fn taker(text: &[u8], bracket: usize) -> To {
    match word_before(text, bracket).len() {
        len if len > 0 && text[bracket] == b'(' => To::Taker(bracket - len),
        _ => To::Unknown,
    }
}

/// The offset of the body behind the `func` that ends at `at`, if it has one; `None` if that cannot be told.
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

    /// What stands in front of the bodies of a function and its literals, and where their results go.
    fn frames_of(text: &str) -> Option<Vec<(&str, &str, bool)>> {
        let found = frames(text.as_bytes(), text.find('{')?)?;
        let to = |to| match to {
            To::Caller => "the caller",
            To::Taker(name) => name_at(text, name),
            To::Unknown => "",
        };
        let line = |open: usize| text[..open].rsplit('\n').next().unwrap_or_default().trim();
        Some(found.iter().map(|frame| (line(frame.open), to(frame.to), frame.has_defer)).collect())
    }

    #[test]
    fn literals_go_to_those_who_take_them() {
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

    #[test]
    fn calls_that_are_all_of_a_return() {
        let is_returned_call = |text: &str| {
            let start = text.rfind("Do").expect("the text has a call of Do");
            is_all_of_return(text.as_bytes(), start, |_| true)
        };
        for text in ["return Do(x)", "\treturn c.hc[0].Do(x)(y)\n", "{ return Do(\n\tx,\n) }", "return\tDo() // why"] {
            assert!(is_returned_call(text), "{text}");
        }
        for text in [
            "x := Do()",
            "return Do",
            "return Do(x).y",
            "return a, Do(x)",
            "return Do(x), nil",
            "return f(Do(x))",
            "return\nDo(x)",
            "xreturn Do(x)",
            "return !Do(x)",
            "return Do(x)[0]",
            "return Do(x",
        ] {
            assert!(!is_returned_call(text), "{text}");
        }
    }
}
