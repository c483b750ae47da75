//! The imports in the head of a file, read off its text.
//!
//!     import (
//!         "io"                  the path `io`
//!         web "net/http"        the path `net/http`; responses are written `web.Response`
//!     )
//!
//! Strings that only look like imports are taken for some: an import too many leads to one folder more, which is looked up and
//! not found.

use crate::meaning::resource::{RESOURCES, Resource};
use memchr::memmem::{self, Finder};
use std::sync::LazyLock;

/// How a file writes the types of resources, by the imports in its head: `http.Response`, or `web.Response` by a name of its own.
pub(super) fn response_words(head: &[u8]) -> Vec<String> {
    static PATHS: LazyLock<Vec<(&Resource, Finder<'static>)>> = LazyLock::new(|| {
        let quoted = |resource: &Resource| ['"', '`'].map(|quote| format!("{quote}{}{quote}", resource.package));
        let finders = |resource| quoted(resource).map(|path| (resource, Finder::new(&path).into_owned()));
        RESOURCES.iter().flat_map(finders).collect()
    });
    let word = |resource: &Resource, path: usize| {
        let line = head[..path].rsplit(|byte| matches!(byte, b'\n' | b';' | b'(')).next()?;
        let line = std::str::from_utf8(line).ok()?;
        let name = line.split("/*").next().unwrap_or(line).split_whitespace().next_back();
        Some(match name {
            None | Some("import" | "_") => resource.written(None),
            name => resource.written(name),
        })
    };
    let words = |(resource, path): &(&Resource, Finder)| -> Vec<String> {
        path.find_iter(head).filter_map(|at| word(resource, at)).collect()
    };
    PATHS.iter().flat_map(words).collect()
}

/// The text above the first declaration other than imports.
pub(super) fn header(text: &[u8]) -> &[u8] {
    static ENDS: LazyLock<[Finder; 4]> =
        LazyLock::new(|| ["\nfunc ", "\ntype ", "\nvar ", "\nconst "].map(Finder::new));
    let mut from = 0;
    loop {
        let mut head = text;
        for word in ENDS.iter() {
            if let Some(end) = word.find(head.get(from..).unwrap_or_default()) {
                head = &head[..from + end];
            }
        }
        match end_of_comment_around(text, head.len(), from) {
            Some(end) => from = end,
            None => return head,
        }
    }
}

/// The end of the comment around an offset, such as the preamble of cgo; comments are looked for from the offset `from` on.
fn end_of_comment_around(text: &[u8], at: usize, from: usize) -> Option<usize> {
    static OPEN: LazyLock<Finder> = LazyLock::new(|| Finder::new("/*"));
    static CLOSE: LazyLock<Finder> = LazyLock::new(|| Finder::new("*/"));
    let mut from = from;
    while let Some(open) = OPEN.find(&text[from..at]) {
        let inside = from + open + 2;
        from = inside + CLOSE.find(&text[inside..])? + 2;
        if from > at {
            return Some(from);
        }
    }
    None
}

/// The strings in double quotes or back quotes that could be import paths: in front of them stands at most `import`, a
/// bracket and a name.
pub(super) fn imports(head: &[u8]) -> impl Iterator<Item = &str> {
    static IMPORT: LazyLock<Finder> = LazyLock::new(|| Finder::new("import"));
    // A licence above the first one has no specs.
    let first = IMPORT.find(head).unwrap_or(head.len());
    let head = &head[memchr::memrchr(b'\n', &head[..first]).unwrap_or(0)..];
    let mut start = 0;
    let ends = memchr::memchr2_iter(b'\n', b';', head).chain([head.len()]);
    let specs = ends.map(move |end| &head[std::mem::replace(&mut start, end + 1)..end]);
    specs.filter_map(|spec| {
        let mut open = memchr::memchr2(b'"', b'`', spec)?;
        if let Some(comment) = memmem::find(&spec[..open], b"/*") {
            let end = comment + 2 + memmem::find(&spec[comment + 2..], b"*/")?;
            open = end + memchr::memchr2(b'"', b'`', &spec[end..])?;
        }
        let close = open + 1 + memchr::memchr2(b'"', b'`', &spec[open + 1..])?;
        let path = &spec[open + 1..close];
        let before = spec[..open].trim_ascii();
        let may_be = before.is_empty() || may_stand_before_path(before);
        let is_path = !path.is_empty() && path.len() < 300 && memchr::memchr3(b' ', b'\t', b'\\', path).is_none();
        if may_be && is_path { std::str::from_utf8(path).ok() } else { None }
    })
}

/// Whether an import path may follow: after the last comment there are three words at most, and no other comment.
fn may_stand_before_path(before: &[u8]) -> bool {
    let comment = if before.contains(&b'/') { memmem::rfind(before, b"*/") } else { None };
    let before = &before[comment.map_or(0, |end| end + 2)..];
    !before.contains(&b'/') && before.split(u8::is_ascii_whitespace).filter(|word| !word.is_empty()).count() <= 3
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn imports_are_read_off_the_header() {
        let text = b"// Package p \"says\".\npackage p\n\nimport (\n\t\"a.b/c\" // why\n\tx `net/http`\n\n)\nimport . \"io\"; import \"g\"\n/* h */ import (k \"h\")\nvar s = \"d.e/f\"\n";
        let found: Vec<&str> = imports(header(text)).collect();
        assert_eq!(found, ["a.b/c", "net/http", "io", "g", "h"]);
        let found = |text: &'static str| imports(header(text.as_bytes())).collect::<Vec<&str>>();
        assert_eq!(found("/* important \"a\"\n*/ package p // import \"b\"\nimport \"c\"\n"), ["c"]);
        assert_eq!(found("package p; import \"a\"; import b \"b\""), ["a", "b"]);
        assert_eq!(found("package p\n\nvar s = \"a\"\n"), [""; 0]);
        assert_eq!(found("/*\nfunc main()\n*/\npackage p\nimport \"a\"\nfunc f() {}\nimport \"b\"\n"), ["a"]);
        assert_eq!(found("package p\n/*\nconst char *x;\n*/\nimport \"C\"\nimport /* \"s\" */ \"a\"\n"), ["C", "a"]);
        assert_eq!(response_words(b"import h /* std */ \"net/http\"\n"), ["h.Response"]);
        assert_eq!(response_words(header(text)), ["x.Response"]);
        assert_eq!(response_words(b"import (\n\t\"net/http\"\n\t. \"net/http\"\n)"), ["http.Response", "Response"]);
    }
}
