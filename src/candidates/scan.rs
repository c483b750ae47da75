//! The names that a Go text calls and mentions, read off without parsing it.
//!
//! Brackets and dots lead to every name that may be called; a few bytes around it show how it is used. That costs a
//! hundredth of a parse and decides which files and functions are worth one (see [`crate::candidates`]).
//!
//!     resp, err := c.hc.Do(req)     a call of Do: 1 argument, 2 results
//!     err = c.Put().Do(ctx).Into(x) a call of Do: 1 argument, 1 result, so none of a response and an error
//!     retry(c.hc.Do)                a mention of Do
//!
//! Comments and strings count as code: a name in a comment makes one more function worth parsing, never one less.

mod names;
mod replaced;
mod shape;

pub use names::{Bits, CandidateNames};
pub use replaced::replacements;
pub use shape::{UseShape, shape};

use crate::go::arity::{Arity, MOST_TAKES, Takes};
use crate::go::lex::{self, is_blank, is_quote, is_word, word_at, word_before};
use crate::go::names::{NameHash, hash, plain_hash};

/// How far the other end of a pair of brackets is looked for, in bytes; an expression that is longer counts as fitting.
pub const LONGEST_LOOK: usize = 4096;

/// The hash of the name whose use starts at `start`, and a second one if a comment before it leaves open whether it follows a dot.
pub fn hash_of_use(text: &[u8], name: &[u8], start: usize) -> (NameHash, Option<NameHash>) {
    match follows(text, start, b'.') {
        Some(true) => (hash(name), None),
        Some(false) => (plain_hash(name), None),
        None => (hash(name), Some(plain_hash(name))),
    }
}

/// Whether a byte stands before an offset, not counting space; `None` if it may, with a comment between.
///
///     c.R("http://host"). // once
///         Get(u)
#[inline]
fn follows(text: &[u8], start: usize, byte: u8) -> Option<bool> {
    match text[..start].last() {
        Some(last) if *last == byte => return Some(true),
        Some(b' ' | b'\t' | b'\n' | b'\r' | b'/') => {}
        _ => return Some(false),
    }
    let before = text[..start].trim_ascii_end();
    let has_line_end = text[before.len()..start].contains(&b'\n');
    if !(before.ends_with(b"*/") || has_line_end && may_end_in_comment(before)) {
        return Some(before.last() == Some(&byte));
    }
    if may_stand_in_front_of_comment(before, byte) { None } else { Some(false) }
}

/// Whether the last line of a text may hold a comment.
fn may_end_in_comment(text: &[u8]) -> bool {
    let line = last_line(text);
    memchr::memchr_iter(b'/', line).any(|at| line.get(at + 1) == Some(&b'/'))
}

/// Whether a byte may be the last one of the code in a text that may end in comments.
fn may_stand_in_front_of_comment(text: &[u8], byte: u8) -> bool {
    let mut text = text;
    loop {
        let line = last_line(text);
        let comment = if text.ends_with(b"*/") {
            memchr::memmem::rfind(text, b"/*")
        } else if line.trim_ascii_start().starts_with(b"//") {
            Some(text.len() - line.len())
        } else if text.last() == Some(&byte) {
            return true;
        } else {
            memchr::memmem::rfind(line, b"//").map(|at| text.len() - line.len() + at)
        };
        match comment {
            Some(comment) => text = text[..comment].trim_ascii_end(),
            None => return false,
        }
    }
}

/// The use of a name at one place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Use {
    /// It is called; the offset of the opening bracket.
    Call(usize),
    /// It follows a dot and is not called there.
    Mention,
}

/// The form of an argument.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Form {
    /// Any expression.
    Other,
    /// `"a"`.
    Text,
    /// `nil`.
    Nil,
    /// `&T{..}`, `&x`.
    Address,
    /// `T{..}`, `[]T{..}`, `func() {..}`.
    Literal,
    /// `context.TODO()`.
    Context,
}

/// Whether a parameter may take an argument of a form.
fn takes_form(takes: Takes, form: Form) -> bool {
    match takes {
        Takes::Anything => true,
        Takes::Text => matches!(form, Form::Other | Form::Text),
        Takes::Pointer => matches!(form, Form::Other | Form::Nil | Form::Address),
    }
}

/// Calls `found` with each name that is called or follows a dot, its offset, and how it is used.
pub fn each_use<'text>(text: &'text [u8], mut found: impl FnMut(&'text [u8], usize, Use)) {
    // The bracket of the call after the last dot.
    let mut known = 0;
    for at in memchr::memchr2_iter(b'(', b'.', text) {
        if text[at] == b'.' {
            let name = word_at(text, at + 1);
            let Some(first) = name.first() else {
                continue;
            };
            let end = at + 1 + name.len();
            if text.get(end) == Some(&b'(') {
                known = end;
                found(name, at + 1, Use::Call(end));
            } else if !first.is_ascii_digit() {
                found(name, at + 1, Use::Mention);
            }
            continue;
        }
        if at == known {
            continue;
        }
        let mut end = at;
        while end > 0 && matches!(text[end - 1], b' ' | b'\t') {
            end -= 1;
        }
        // `f[T](x)`, `fs[i](x)`, `(f)(x)`, `(f[T])(x)`: the name before the bracket, or inside it.
        end = before_index(text, end);
        if end > 0 && text[end - 1] == b')' {
            end = before_index(text, end - 1);
        }
        let name = word_before(text, end);
        if !name.is_empty() && !is_declared(text, end - name.len()) {
            found(name, end - name.len(), Use::Call(at));
        }
    }
}

/// The offset in front of the index or type arguments that end at `end`, if some do; 0 if their start is too far away.
fn before_index(text: &[u8], end: usize) -> usize {
    if end > 0 && text[end - 1] == b']' { opening_square(text, end - 1).unwrap_or(0) } else { end }
}

/// Whether the name at `start` is the one that a function declaration declares.
fn is_declared(text: &[u8], start: usize) -> bool {
    if start < 5 || text[start - 1] != b' ' {
        return false;
    }
    if text[..start].ends_with(b"func ") {
        return true;
    }
    if text[start - 2] != b')' {
        return false;
    }
    let from = start.saturating_sub(LONGEST_LOOK);
    let line = memchr::memrchr(b'\n', &text[from..start]).map_or(from, |at| from + at + 1);
    text[line..].starts_with(b"func (")
}

/// The offset of the `[` that belongs to the `]` at `close`; `None` if it is far away.
fn opening_square(text: &[u8], close: usize) -> Option<usize> {
    lex::opening_square(text, close, close.saturating_sub(LONGEST_LOOK))
}

/// Whether the use of a name at `start` can be a call of a function with one of these arities, or pass the function on as a
/// value.
pub fn fits(text: &[u8], start: usize, usage: Use, arities: &[Arity]) -> bool {
    let Use::Call(open) = usage else {
        return is_value(text, start);
    };
    if arities.contains(&Arity::ANY) {
        return true;
    }
    let Some((close, arguments)) = arguments(text, open) else {
        return true;
    };
    arities.iter().any(|arity| {
        arity.params.is_none_or(|params| {
            // f(g()) spreads the results of g; (*T).m(x, a) has the receiver as its first argument.
            arguments.len == usize::from(params)
                && arity.takes.iter().take(arguments.len).enumerate().all(|(number, takes)| {
                    *takes == Takes::Anything || takes_form(*takes, arguments.form(text, number))
                })
                || (arguments.len == 1 && arguments.ends_in_call)
                || (arguments.len == usize::from(params) + 1 && follows_parenthesis(text, start))
        }) && arity.results.is_none_or(|results| results < 2 || may_have_two_results(text, start, close))
    })
}

fn follows_parenthesis(text: &[u8], start: usize) -> bool {
    start >= 2 && text[start - 1] == b'.' && text[start - 2] == b')'
}

struct Arguments {
    len: usize,
    ends_in_call: bool,
    /// The offsets at which the first arguments start, after the bracket or a comma.
    starts: [usize; MOST_TAKES],
    /// The offsets at which they end.
    ends: [usize; MOST_TAKES],
}

impl Arguments {
    fn form(&self, text: &[u8], number: usize) -> Form {
        let argument = text[self.starts[number]..self.ends[number]].trim_ascii();
        match argument {
            b"nil" => Form::Nil,
            [b'&', ..] => Form::Address,
            [b'"', .., b'"'] => Form::Text,
            [first, .., b'}'] if is_word(*first) || *first == b'[' => Form::Literal,
            b"context.Background()" | b"context.TODO()" => Form::Context,
            _ => Form::Other,
        }
    }
}

/// The offset of the closing bracket and the arguments in front of it; `None` if the bracket is far away or missing.
fn arguments(text: &[u8], open: usize) -> Option<(usize, Arguments)> {
    let mut commas = 0;
    let (mut starts, mut ends) = ([open + 1; MOST_TAKES], [open + 1; MOST_TAKES]);
    let mut last = b'(';
    let mut is_after_call = false;
    let close = lex::closing_with(text, open, open + LONGEST_LOOK, |at, byte, depth| {
        if byte == b',' && depth == 1 {
            is_after_call = last == b')';
            if let Some(end) = ends.get_mut(commas) {
                *end = at;
            }
            commas += 1;
            if let Some(start) = starts.get_mut(commas) {
                *start = at + 1;
            }
        }
        if !byte.is_ascii_whitespace() && (at == open || depth > 1 || byte != b'(') {
            last = byte;
        }
    })?;
    let len = match last {
        b'(' => 0,
        b',' => commas,
        _ => commas + 1,
    };
    if let Some(end) = ends.get_mut(commas) {
        *end = close;
    }
    // `f(\n\tg(),\n)`
    let ends_in_call = last == b')' || last == b',' && is_after_call;
    Some((close, Arguments { len, ends_in_call, starts, ends }))
}

/// The offset of the bracket that closes the one at `open`; `None` if it is far away or there is none.
pub fn closing(text: &[u8], open: usize) -> Option<usize> {
    lex::closing(text, open, open + LONGEST_LOOK)
}

/// Whether a name after a dot stands where a function can be passed on as a value: `retry(c.Do)`, `f := c.Do`, `T{do: c.Do}`.
/// Not so a field that is selected from, `c.Do.Name`, and the type of a parameter, `func(x *p.Do)`.
fn is_value(text: &[u8], start: usize) -> bool {
    let end = start + word_at(text, start).len();
    let after = text[end..].iter().find(|byte| !is_blank(**byte));
    if !matches!(after, None | Some(b')' | b',' | b'\n' | b';' | b'}' | b'/' | b'[' | b'{')) {
        return false;
    }
    let Some(first) = expression_start(text, start) else {
        return true;
    };
    let before = text[..first].trim_ascii_end();
    match before.last() {
        Some(b'(' | b',' | b'=' | b':' | b'{' | b'/') => true,
        Some(byte) if is_word(*byte) => matches!(word_before(before, before.len()), b"return" | b"range"),
        _ => false,
    }
}

/// Whether a call that ends at `close` stands where two results can stand: as a statement, after `a, b :=`, as the only
/// value of a return or the only argument of a call.
fn may_have_two_results(text: &[u8], start: usize, close: usize) -> bool {
    let after = text[close + 1..].iter().find(|byte| !is_blank(**byte));
    // A selector, an index, another operand, or a call of the result.
    if !matches!(after, None | Some(b'\n' | b';' | b'}' | b')' | b'{' | b'/')) {
        // `f(\n\tx.Get(y),\n)`: a comma after the only argument.
        if after != Some(&b',') {
            return false;
        }
    }
    let Some(first) = expression_start(text, start) else {
        return true;
    };
    let before = text[..first].trim_ascii_end();
    let is_new_line = text[before.len()..first].contains(&b'\n');
    if is_new_line && (may_end_in_comment(before) || before.ends_with(b"++") || before.ends_with(b"--")) {
        return true;
    }
    match before.last() {
        None | Some(b';' | b'{' | b'}' | b':') => true,
        Some(b'=') => {
            let is_comparison = before.len() >= 2 && matches!(before[before.len() - 2], b'=' | b'!' | b'<' | b'>');
            !is_comparison && has_comma_on_left(before)
        }
        // The first argument of a call, or an operand in brackets.
        Some(b'(') => true,
        Some(b',' | b'!' | b'&' | b'|' | b'+' | b'-' | b'*' | b'<' | b'>' | b'[') => false,
        Some(byte) if is_word(*byte) => {
            is_new_line || matches!(word_before(before, before.len()), b"return" | b"defer" | b"go" | b"else")
        }
        _ => true,
    }
}

/// Whether `a, b :=` or `a, b =` ends here; the names may stand on two lines.
fn has_comma_on_left(before: &[u8]) -> bool {
    let line = before.rsplit(|byte| matches!(byte, b'\n' | b';')).next().unwrap_or(before);
    line.contains(&b',') || follows(before, before.len() - line.len(), b',') != Some(false)
}

fn last_line(text: &[u8]) -> &[u8] {
    memchr::memrchr(b'\n', text).map_or(text, |at| &text[at + 1..])
}

/// The offset of the first byte of the expression `a.b(c)[d].name` whose last name starts at `start`; `None` if it is far away or
/// the text in front of it is unclear.
pub fn expression_start(text: &[u8], start: usize) -> Option<usize> {
    let mut at = start;
    let limit = start.saturating_sub(LONGEST_LOOK);
    loop {
        // A chain may be broken after its dots, and gofmt leaves nothing before them.
        let before = text.get(limit..at)?;
        let code = before.trim_ascii_end();
        if code.is_empty() && limit > 0 {
            return None;
        }
        if !follows(before, before.len(), b'.')? {
            return Some(at);
        }
        at = limit + code.len() - 1;
        loop {
            if at == 0 || at <= limit {
                return None;
            }
            match text[at - 1] {
                b')' | b']' | b'}' => at = lex::opening(text, at - 1, limit)?,
                byte if is_quote(byte) => return None,
                byte if is_word(byte) => {
                    at -= word_before(text, at).len();
                    break;
                }
                _ => return Some(at),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn operands_longer_than_a_look_have_no_start() {
        for len in 1..60 {
            for space in ["", "\n\t"] {
                let chain = format!(".{space}{}", "x".repeat(len)).repeat(LONGEST_LOOK / len + 2);
                let text = format!("a{chain}.");
                assert_eq!(expression_start(text.as_bytes(), text.len()), None, "{len} {space:?}");
            }
        }
    }

    const RESPONSE_OF_ONE: Arity = Arity { params: Some(1), results: Some(2), ..Arity::ANY };

    /// Whether the last use of `Do` in a statement can be `(*http.Client).Do`.
    fn fits_do(statement: &str) -> bool {
        let mut last = None;
        each_use(statement.as_bytes(), |name, start, usage| {
            if name == b"Do" {
                last = Some(fits(statement.as_bytes(), start, usage, &[RESPONSE_OF_ONE]));
            }
        });
        last.expect("the statement uses Do")
    }

    #[test]
    fn calls_that_fit() {
        for statement in [
            "resp, err := c.Do(req)",
            "resp, err = c.client().Do(req) // why",
            "\treturn c.hc[0].Do(req)\n",
            "if _, err := c.Do(req); err != nil {",
            "c.Do(req)\n",
            "\tx()\n\tc.Do(req)\n",
            "defer c.Do(req)",
            "f(c.Do(req))",
            "f(\n\tc.Do(req),\n)",
            "retry(c.Do)",
            "retry(ctx, c.client().Do, 3)",
            "x := T{do: c.Do}",
            "return c.Do",
            "f := c.Do\n",
            "resp, err := c.Do(build(a, b))",
            "var resp, err = c.Do(req)",
            "resp, err := (*http.Client).Do(c, req)",
            "resp, err := (c.Do)(req)",
            "resp, err := c.Do[T](req)",
            "case x: c.Do(req)",
            "resp, err := c.Do(\n\treq,\n)",
            "select { default: resp, err = c.Do(req) }",
            "\t// first,\n\tc.Do(req)\n",
            "\tresp,\n\t\terr := c.Do(req)\n",
            "\tresp, // of the host\n\t\terr := c.Do(req)\n",
            "resp, errs[key{u}] = c.Do(req)",
            "\ti++\n\tc.Do(req)\n",
            "x, err := f(c.R(\"]\").Do(req))",
            "resp, err := c.R(u).\n\t\t// twice\n\t\tDo(req)",
            "resp, err := c.R(\"http://host\"). // twice\n\t\tDo(req)",
            "for _, do := range c.Do {",
            "resp, err := c.Do(\n\t\targs(u),\n\t)",
        ] {
            assert!(fits_do(statement), "{statement}");
        }
    }

    #[test]
    fn calls_that_do_not_fit() {
        for statement in [
            "err := c.Put().Do(ctx).Into(x)",
            "x := c.Do(ctx)",
            "resp, err := c.Do(ctx, req)",
            "resp, err := c.Do()",
            "a, b := c.Do(x)[0], 1",
            "if c.Do(x) == nil {",
            "if y == c.Do(x) {",
            "f(a, c.Do(x))",
            "return a, c.Do(x)",
            "if !c.Do(x) {",
            "c.Do = true",
            "if c.Do == nil {",
            "x := c.Do.Name",
            "func f(x *p.Do) {",
            "func f(x p.Do, y int) {",
        ] {
            assert!(!fits_do(statement), "{statement}");
        }
    }
}
