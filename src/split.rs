//! Where the functions of a file are, without parsing it.
//!
//! A lexer that knows comments, strings and brackets finds the top-level functions at ten times the speed of the parser.
//! It serves two ends: declarations are parsed from a copy in which all function bodies are blank, and one function is parsed
//! alone when somebody asks for its body. A function with a syntax error cannot swallow its neighbours this way.

use crate::source::Span;
use crate::syntax::skip_quoted;

/// A function or method declaration.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FuncSpan {
    /// From `func` to behind the closing brace.
    pub whole: Span,
    /// From the opening brace to behind the closing one.
    pub body: Span,
}

/// The top-level functions with a body, in order.
///
/// A named function that starts in the first column ends whatever came before it, even if brackets are still open: that is
/// how the functions behind a broken one are found. Nothing in a body starts like this in formatted code.
pub fn functions(text: &str) -> Vec<FuncSpan> {
    let bytes = text.as_bytes();
    let mut found = Vec::new();
    let mut depth = 0_usize;
    let mut at = 0;
    while at < bytes.len() {
        let next = skip_quoted(bytes, at);
        if next != at {
            at = next;
            continue;
        }
        match bytes[at] {
            b'{' | b'(' | b'[' => depth += 1,
            b'}' | b')' | b']' => depth = depth.saturating_sub(1),
            b'f' if (depth == 0 && starts_func(bytes, at)) || starts_named_func(bytes, at) => {
                depth = 0;
                let Some(open) = body_start(bytes, at) else {
                    at += 4;
                    continue;
                };
                let end = body_end(bytes, open);
                found.push(FuncSpan { whole: Span::new(at, end), body: Span::new(open, end) });
                at = end;
                continue;
            }
            _ => {}
        }
        at += 1;
    }
    found
}

/// The text with the inside of these function bodies blank: `func f() {` and `}` stay.
pub fn without_bodies(text: &str, functions: &[FuncSpan]) -> String {
    let mut copy = Vec::with_capacity(text.len());
    let mut from = 0;
    for function in functions {
        let inside = (function.body.start as usize + 1)..(function.body.end as usize).saturating_sub(1);
        let last = text.as_bytes().get(inside.end).copied();
        if inside.start > inside.end || inside.start < from || last.is_none_or(|byte| byte >= 0x80) {
            continue;
        }
        copy.extend_from_slice(&text.as_bytes()[from..inside.start]);
        copy.resize(copy.len() + inside.len(), b' ');
        // A body that was cut off at the next function gets the brace that it lacks.
        copy.push(b'}');
        from = inside.end + 1;
    }
    copy.extend_from_slice(&text.as_bytes()[from..]);
    String::from_utf8(copy).unwrap_or_else(|_| text.to_string())
}

fn is_word(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'_' || byte >= 0x80
}

fn starts_func(bytes: &[u8], at: usize) -> bool {
    bytes[at..].starts_with(b"func")
        && !bytes.get(at + 4).copied().is_some_and(is_word)
        && (at == 0 || !is_word(bytes[at - 1]))
        && (at == 0 || is_statement_start(&bytes[..at]))
}

/// `var f = func()` is no declaration: one starts a line or follows a semicolon.
fn is_statement_start(before: &[u8]) -> bool {
    let trimmed = before.trim_ascii_end();
    match trimmed.last() {
        None | Some(b';' | b'}' | b')') => true,
        _ => before[trimmed.len()..].contains(&b'\n') && !matches!(trimmed.last(), Some(b'=' | b',' | b'(' | b':')),
    }
}

/// `func Name(`, `func Name[` or `func (r T) Name(` in the first column.
fn starts_named_func(bytes: &[u8], at: usize) -> bool {
    if at != 0 && bytes[at - 1] != b'\n' || !bytes[at..].starts_with(b"func ") {
        return false;
    }
    let mut name = at + 5;
    if bytes.get(name) == Some(&b'(') {
        let line_end = memchr::memchr(b'\n', &bytes[name..]).map_or(bytes.len(), |end| name + end);
        let Some(close) = memchr::memchr(b')', &bytes[name..line_end]) else {
            return false;
        };
        name += close + 1;
        while bytes.get(name) == Some(&b' ') {
            name += 1;
        }
    }
    let word = bytes[name..].iter().take_while(|byte| is_word(**byte)).count();
    word > 0 && matches!(bytes.get(name + word), Some(b'(' | b'['))
}

/// The opening brace of the body of the function at `at`; `None` if it has none.
fn body_start(bytes: &[u8], at: usize) -> Option<usize> {
    let mut depth = 0_usize;
    let mut braces = 0_usize;
    let mut type_word = false;
    let mut seen_parameters = false;
    let mut here = at + 4;
    while here < bytes.len() {
        let next = skip_quoted(bytes, here);
        if next != here {
            here = next;
            continue;
        }
        match bytes[here] {
            b'(' | b'[' => {
                depth += 1;
                type_word = false;
            }
            b')' | b']' => {
                depth = depth.checked_sub(1)?;
                seen_parameters = true;
            }
            b'{' if depth > 0 || type_word => {
                braces += 1;
                depth += 1;
                type_word = false;
            }
            b'}' => {
                braces = braces.checked_sub(1)?;
                depth = depth.checked_sub(1)?;
            }
            b'{' => return Some(here),
            b'\n' | b';' if depth == 0 && seen_parameters => return None,
            byte if is_word(byte) => {
                let len = bytes[here..].iter().take_while(|byte| is_word(**byte)).count();
                type_word = matches!(&bytes[here..here + len], b"interface" | b"struct");
                if depth == 0
                    && &bytes[here..here + len] == b"func"
                    && seen_parameters
                    && starts_named_func(bytes, here)
                {
                    return None;
                }
                here += len;
                continue;
            }
            _ => {}
        }
        here += 1;
    }
    None
}

/// Behind the brace that closes the one at `open`, or before the next named function in the first column.
fn body_end(bytes: &[u8], open: usize) -> usize {
    let mut depth = 0_usize;
    let mut at = open;
    while at < bytes.len() {
        let next = skip_quoted(bytes, at);
        if next != at {
            at = next;
            continue;
        }
        match bytes[at] {
            b'{' => depth += 1,
            b'}' => {
                depth -= 1;
                if depth == 0 {
                    return at + 1;
                }
            }
            b'f' if starts_named_func(bytes, at) => return at,
            _ => {}
        }
        at += 1;
    }
    bytes.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wholes(text: &str) -> Vec<&str> {
        functions(text).iter().map(|function| &text[function.whole.range()]).collect()
    }

    #[test]
    fn signatures_with_braces() {
        let text = "package p\nfunc a(x interface{}) struct{ b int } { return }\nvar f = func() {}\nfunc (t *T) b() { func() {}() }\n";
        assert_eq!(
            wholes(text),
            ["func a(x interface{}) struct{ b int } { return }", "func (t *T) b() { func() {}() }"]
        );
    }

    #[test]
    fn strings_and_comments_hide_braces() {
        let text = "func a() { s := \"}\"; r := '}'; t := `}`; /* } */ // }\n}\nfunc b()\nfunc c() {}";
        assert_eq!(wholes(text).len(), 2);
        assert!(wholes(text)[0].ends_with("// }\n}"));
    }

    #[test]
    fn a_broken_function_ends_at_the_next_one() {
        let text = "func a() {\n\tif x == {\n}\n\nfunc b() {}\n\nfunc (t T) c() {\n";
        assert_eq!(wholes(text), ["func a() {\n\tif x == {\n}\n\n", "func b() {}", "func (t T) c() {\n"]);
        let blank = without_bodies(text, &functions(text));
        assert_eq!(blank.len(), text.len());
        assert_eq!(blank.matches('}').count(), 3);
    }

    #[test]
    fn blank_bodies_keep_offsets() {
        let text = "func a() {\n\tx()\n}\nvar y = 1\n";
        let blank = without_bodies(text, &functions(text));
        assert_eq!(blank.len(), text.len());
        assert!(blank.starts_with("func a() {") && blank.ends_with("}\nvar y = 1\n"));
    }
}
