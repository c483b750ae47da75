//! Helpers written out where they are called.
//!
//!     closeBody(resp)          func(r *http.Response) {
//!                                  r.Body.Close()
//!                              }(resp)
//!
//!     defer closeBody(resp)    defer func(r *http.Response) { .. }(resp)
//!
//! A helper is a function of one file with a plain name that neither returns nor acquires a response: its own findings would be
//! counted twice.

use super::{cases, is_word};

struct Helper<'text> {
    name: &'text str,
    /// From the parameters to the closing brace.
    literal: String,
    first: usize,
    last: usize,
}

/// Calls of helpers as calls of literals with the same text; `None` if there are none.
pub fn helpers_inlined(text: &str) -> Option<String> {
    let lines: Vec<&str> = text.lines().collect();
    let helpers: Vec<Helper> = cases::functions(text).into_iter().filter_map(|range| helper(&lines, range)).collect();
    let mut out = String::new();
    let mut has_inlined = false;
    for (index, line) in lines.iter().enumerate() {
        let line_number = index + 1;
        let is_own = |helper: &&Helper| !(helper.first..=helper.last).contains(&line_number);
        let is_code = line.starts_with('\t') && !line.trim_start().starts_with("//");
        // One call a line: the text of a literal is not looked through again.
        let call = helpers
            .iter()
            .filter(|_| is_code)
            .filter(is_own)
            .find_map(|helper| Some((helper, called(line, helper.name)?)));
        match call {
            Some((helper, at)) => {
                has_inlined = true;
                out += &format!("{}{}{}\n", &line[..at], helper.literal, &line[at + helper.name.len()..]);
            }
            None => out += &format!("{line}\n"),
        }
    }
    has_inlined.then_some(out)
}

/// Where a line calls the function `name`.
fn called(line: &str, name: &str) -> Option<usize> {
    let code = line.split(" // ").next().unwrap_or(line);
    let starts = |at: &usize| !code[..*at].ends_with(|before: char| is_word(before) || before == '.' || before == '"');
    let found = code.match_indices(name).map(|(at, _)| at).filter(starts);
    found.into_iter().find(|at| code[at + name.len()..].starts_with('('))
}

fn helper<'text>(lines: &[&'text str], (first, last): (usize, usize)) -> Option<Helper<'text>> {
    let head = lines[first - 1].split(" // ").next()?.trim_end();
    let rest = head.strip_prefix("func ")?;
    let name = &rest[..rest.find(|c: char| !is_word(c))?];
    let signature = &rest[name.len()..];
    let results = &signature[signature.find(')')?..];
    let body = lines[first..last].join("\n");
    let is_marked = first >= 2 && lines[first - 2].starts_with("//bodyclose:");
    let gets = ["Get(", "Do(", "Head(", "Post(", "PostForm(", "RoundTrip(", "ReadResponse("];
    let is_plain = !name.is_empty()
        && signature.starts_with('(')
        && signature.ends_with('{')
        && !results.contains("http.")
        && !gets.iter().any(|get| body.contains(get))
        // A response that comes out of a literal inside a literal is guessed by the signature, for a second finding.
        && !body.contains("return func(")
        && called(&body, name).is_none()
        && !["init", "main"].contains(&name);
    // A label would be declared once for each call, which is fine in literals; a mark above is not taken along.
    (is_plain && !is_marked && last > first).then(|| Helper {
        name,
        literal: format!("func{signature}\n{body}"),
        first,
        last,
    })
}

#[test]
fn a_helper_is_written_out() {
    let text = "package p\n\nfunc f() {\n\tdefer h(a, g(b)) // why\n\tp.h(a)\n}\n\nfunc h(x, y int) bool {\n\treturn x > y\n}\n";
    let inlined = helpers_inlined(text).expect("there is a helper");
    assert!(
        inlined.contains("\tdefer func(x, y int) bool {\n\treturn x > y\n}(a, g(b)) // why\n\tp.h(a)\n"),
        "{inlined}"
    );
    assert_eq!(helpers_inlined("package p\n\nfunc f() {\n\tf()\n}\n"), None);
}
