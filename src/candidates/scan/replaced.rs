//! Assignments to the body of a response, which may be one that came in as a parameter.
//!
//!     func censor(resp *http.Response) error {
//!         resp.Body = http.NoBody                    the offset of `.Body`

use crate::go::lex::{has_word, words};
use crate::meaning::resource::RESOURCES;

/// The offsets of what may be assignments to the body of a response, in a text that names the type of responses.
pub fn replacements(text: &[u8]) -> Vec<usize> {
    let mut found = Vec::new();
    for resource in RESOURCES {
        let Some(closer) = resource.closer else {
            continue;
        };
        let member = format!(".{closer}");
        let mut assigned =
            words(text, member.as_bytes()).filter(|at| is_assigned(&text[at + member.len()..])).peekable();
        if assigned.peek().is_some() && has_word(text, resource.type_name.as_bytes()) {
            found.extend(assigned);
        }
    }
    found
}

/// Whether an operand in front of this text is assigned: `= x`, `, err = f()`.
fn is_assigned(rest: &[u8]) -> bool {
    let line = rest.split(|byte| *byte == b'\n').next().unwrap_or_default().trim_ascii_start();
    match line {
        [b'=', next @ ..] => next.first() != Some(&b'='),
        [b',', next @ ..] => memchr::memmem::find(next, b" = ").is_some(),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn assignments_to_bodies_are_found_by_their_text() {
        for (statement, is_one) in [
            ("resp.Body = x", true),
            ("resp.Body=x", true),
            ("resp.Body, err = f()", true),
            ("n, resp.Body = 1, x", true),
            ("if resp.Body == nil {", false),
            ("f(resp.Body, x)", false),
            ("resp.BodyLen = 1", false),
        ] {
            let text = format!("func f(resp *http.Response) {{\n\t{statement}\n}}\n");
            assert_eq!(!replacements(text.as_bytes()).is_empty(), is_one, "{statement}");
        }
        assert!(replacements(b"func f(w http.ResponseWriter, r *http.Request) { r.Body = x }").is_empty());
    }
}
