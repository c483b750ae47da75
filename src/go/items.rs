//! The places of a file's declarations, found without parsing it.
//!
//!     type ( A int; B = A )          A and B, each with its own span
//!     func (c *Client) Get() {..}    Get, a method of Client, with the span of its body
//!
//! Comments, strings and brackets are enough to find the top-level declarations, at ten times the speed of the parser. Each is read
//! alone when it is first needed (see [`crate::program::File`]): from its tokens by [`signature`], or, if it has an unusual form,
//! from its tree by `outline/read.rs`. So a file costs only the declarations that are needed, and one with a syntax error cannot
//! swallow its neighbours. Spans and names are all that is known here.

pub mod signature;
mod whole;

pub use whole::{has_as_many_ends, looks_whole};

use crate::go::lex::{
    BOM, after_quoted, after_quoted_in_line, ends_statement, is_word, opens_type, word_at, word_before,
};
use crate::ground::source::Span;
use memchr::memmem::Finder;
use smallvec::SmallVec;
use std::sync::LazyLock;

/// The declarations of a file, each kind in the order of the text.
#[derive(Debug, Default)]
pub struct ItemSpans {
    /// The name in the package clause.
    pub package: Option<Span>,
    /// Import specs.
    pub imports: Vec<SpecSpan>,
    /// Type specs and aliases.
    pub types: Vec<SpecSpan>,
    /// Variable specs.
    pub variables: Vec<SpecSpan>,
    /// Constant specs.
    pub constants: Vec<SpecSpan>,
    /// Functions and methods.
    pub functions: Vec<FuncSpan>,
    /// The text between declarations that is none.
    pub damaged: Vec<Span>,
}

/// One spec of an `import`, `type`, `var` or `const` declaration.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SpecSpan {
    /// The keyword, and at most one byte that separates it from the spec or the bracket of the group.
    pub keyword: Span,
    /// The spec.
    pub spec: Span,
    /// The names that it declares; none for an import.
    pub names: SmallVec<[Span; 1]>,
}

/// A function or method declaration.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FuncSpan {
    /// From `func` to the closing brace, or to the end of the signature.
    pub whole: Span,
    /// The body with its braces; `None` if there is none.
    pub body: Option<Span>,
    /// The name.
    pub name: Span,
    /// The name of the receiver's type.
    pub receiver: Option<Span>,
}

impl FuncSpan {
    /// The spans of the function without the code inside its body: `func f() {` and `}`.
    pub fn without_body(&self, text: &str) -> Vec<Span> {
        let Some(body) = self.body else {
            return vec![self.whole];
        };
        let head = Span { start: self.whole.start, end: body.start + 1 };
        let last = Span { start: body.end.saturating_sub(1).max(head.end), end: body.end };
        match text.get(last.range()) {
            Some("}") => vec![head, last],
            // The body was cut off at the next function.
            _ => vec![self.whole],
        }
    }
}

/// Finds the declarations of a text.
///
/// A named function that starts in the first column ends the declaration before it, even if brackets are still open: so the
/// functions after a broken one are found. In formatted code no line of a body starts like this.
pub fn item_spans(text: &str) -> ItemSpans {
    let mut cursor = ItemReader { bytes: text.as_bytes(), at: 0, found: ItemSpans::default() };
    while cursor.declaration() {}
    let mut found = cursor.found;
    found.imports.shrink_to_fit();
    found.types.shrink_to_fit();
    found.variables.shrink_to_fit();
    found.constants.shrink_to_fit();
    found.functions.shrink_to_fit();
    found
}

/// The name in the package clause of a text.
pub fn package_name(text: &str) -> Option<Span> {
    let mut cursor = ItemReader { bytes: text.as_bytes(), at: 0, found: ItemSpans::default() };
    while cursor.found.package.is_none() && cursor.declaration() {}
    cursor.found.package
}

/// The bytes that matter inside of a body: braces, quotes, comments, and line ends, after which a function may start.
static IN_BODY: [bool; 256] = table(b"{}\"'`/\n");

/// The bytes that matter inside of a spec: also all brackets, semicolons, and the `f` of a function in the first column.
static IN_SPEC: [bool; 256] = table(b"()[]{}\"'`/\n;f");

const fn table(mut bytes: &[u8]) -> [bool; 256] {
    let mut table = [false; 256];
    while let [first, rest @ ..] = bytes {
        table[*first as usize] = true;
        bytes = rest;
    }
    table
}

/// An offset in a text, and the declarations found before it.
struct ItemReader<'a> {
    bytes: &'a [u8],
    at: usize,
    found: ItemSpans,
}

impl ItemReader<'_> {
    /// Reads the next declaration; `false` at the end of the text.
    fn declaration(&mut self) -> bool {
        self.skip_space(true);
        let start = self.at;
        if start >= self.bytes.len() {
            return false;
        }
        match word_at(self.bytes, start) {
            b"package" => {
                self.at += b"package".len();
                self.skip_space(false);
                let name = self.word_span();
                self.at = name.end as usize;
                self.found.package.get_or_insert(name);
            }
            b"func" => self.function(),
            word @ (b"import" | b"type" | b"var" | b"const") => {
                let len = word.len();
                self.specs(start, len);
            }
            _ => self.garbage(),
        }
        if self.at <= start {
            self.at = start + 1;
        }
        true
    }

    /// Text that is no declaration; it reaches to the next line that starts with the keyword of one.
    fn garbage(&mut self) {
        let start = self.at;
        loop {
            let rest = &self.bytes[self.at..];
            let Some(line) = memchr::memchr(b'\n', rest) else {
                self.at = self.bytes.len();
                break;
            };
            self.at += line + 1;
            if matches!(word_at(self.bytes, self.at), b"func" | b"type" | b"var" | b"const" | b"import" | b"package") {
                break;
            }
        }
        self.found.damaged.push(Span::new(start, self.at));
    }

    fn word_span(&self) -> Span {
        Span::new(self.at, self.at + word_at(self.bytes, self.at).len())
    }

    /// Skips white space and comments, and also line ends and semicolons if they may come.
    fn skip_space(&mut self, lines: bool) {
        while let Some(byte) = self.bytes.get(self.at) {
            match byte {
                b' ' | b'\t' | b'\r' => self.at += 1,
                b'\n' | b';' if lines => self.at += 1,
                b'/' if self.bytes[self.at..].starts_with(b"//") && !lines => return,
                b'/' => {
                    let next = after_quoted(self.bytes, self.at);
                    if next == self.at {
                        return;
                    }
                    self.at = next;
                }
                0xEF if self.bytes[self.at..].starts_with(BOM) => self.at += BOM.len(),
                _ => return,
            }
        }
    }

    fn specs(&mut self, start: usize, len: usize) {
        let kind = self.bytes[start];
        let is_type = self.bytes[start..].starts_with(b"type");
        self.at = start + len;
        let keyword = Span::new(start, (self.at + 1).min(self.bytes.len()));
        self.skip_space(true);
        let is_group = self.bytes.get(self.at) == Some(&b'(');
        if is_group {
            self.at += 1;
        }
        loop {
            self.skip_space(is_group);
            if self.at >= self.bytes.len() || is_group && self.bytes[self.at] == b')' {
                self.at += 1;
                return;
            }
            let begin = self.at;
            let is_cut = self.spec_end(is_group);
            let mut spec = Span::new(begin, self.at);
            while spec.end > spec.start && self.bytes[spec.end as usize - 1].is_ascii_whitespace() {
                spec.end -= 1;
            }
            // The word alone, if the spec starts directly after it.
            let keyword = Span { end: keyword.end.min(spec.start), ..keyword };
            let names = if kind == b'i' { SmallVec::new() } else { self.names(spec, is_type) };
            let row = SpecSpan { keyword, spec, names };
            match kind {
                b'i' => self.found.imports.push(row),
                b't' => self.found.types.push(row),
                b'v' => self.found.variables.push(row),
                _ => self.found.constants.push(row),
            }
            if is_cut || !is_group {
                return;
            }
            if self.at == begin {
                self.at += 1;
            }
        }
    }

    /// Moves to the end of a spec: a line end or semicolon at which a statement can end, or the bracket of the group. Returns
    /// whether a function in the first column cut it off.
    fn spec_end(&mut self, is_group: bool) -> bool {
        if let Some(end) = self.formatted_spec_end().filter(|_| !is_group) {
            self.at = end;
            return false;
        }
        let mut depth = 0_usize;
        let mut last = b'\n';
        while self.at < self.bytes.len() {
            let rest = &self.bytes[self.at..];
            let plain = rest.iter().position(|byte| IN_SPEC[*byte as usize]).unwrap_or(rest.len());
            last = rest[..plain].iter().rev().find(|byte| !byte.is_ascii_whitespace()).copied().unwrap_or(last);
            self.at += plain;
            let at = self.at;
            if at >= self.bytes.len() {
                break;
            }
            let next = after_quoted_in_line(self.bytes, at);
            if next != at {
                let is_comment = self.bytes[at] == b'/';
                if is_comment && self.bytes[at + 1] == b'/' && depth == 0 && ends_statement(last) {
                    return false;
                }
                if !is_comment {
                    last = b'"';
                }
                self.at = next;
                continue;
            }
            let byte = self.bytes[at];
            match byte {
                b'(' | b'[' | b'{' => depth += 1,
                b')' if depth == 0 && is_group => return false,
                b')' | b']' | b'}' => depth = depth.saturating_sub(1),
                b'\n' if depth == 0 && ends_statement(last) && !opens_type(last_word(self.bytes, at)) => return false,
                b';' if depth == 0 => return false,
                b'f' if starts_named_func(self.bytes, at) => return true,
                _ => {}
            }
            if !byte.is_ascii_whitespace() {
                last = byte;
            }
            self.at += 1;
        }
        true
    }

    /// The end of a spec like `T struct {`, as gofmt writes it: the brace in the first column, if nothing follows on its line.
    fn formatted_spec_end(&self) -> Option<usize> {
        let line = &self.bytes[self.at..];
        let line = &line[..memchr::memchr(b'\n', line)?];
        let head = line.strip_suffix(b" {")?;
        let is_plain = |byte: &u8| is_word(*byte) || *byte == b' ';
        if !head.iter().all(is_plain) {
            return None;
        }
        let end = formatted_end(self.bytes, self.at + head.len() + 1)?;
        matches!(self.bytes.get(end), None | Some(b'\n')).then_some(end)
    }

    /// The names at the start of a spec: one for a type, `a, b` for variables and constants.
    fn names(&self, spec: Span, is_type: bool) -> SmallVec<[Span; 1]> {
        let mut names = SmallVec::new();
        let mut cursor = ItemReader {
            bytes: &self.bytes[..spec.end as usize],
            at: spec.start as usize,
            found: ItemSpans::default(),
        };
        loop {
            let name = cursor.word_span();
            if name.start == name.end {
                return names;
            }
            names.push(name);
            cursor.at = name.end as usize;
            cursor.skip_space(false);
            if is_type || cursor.bytes.get(cursor.at) != Some(&b',') {
                return names;
            }
            cursor.at += 1;
            cursor.skip_space(true);
        }
    }

    fn function(&mut self) {
        let start = self.at;
        self.at += b"func".len();
        self.skip_space(true);
        let receiver = if self.bytes.get(self.at) == Some(&b'(') { self.receiver() } else { None };
        let name = self.word_span();
        if name.start == name.end {
            self.at = start;
            self.garbage();
            return;
        }
        self.at = name.end as usize;
        let Some(open) = self.body_start() else {
            let end = self.at.max(name.end as usize);
            self.found.functions.push(FuncSpan { whole: Span::new(start, end), body: None, name, receiver });
            return;
        };
        let end = body_end(self.bytes, open);
        self.at = end;
        let body = Some(Span::new(open, end));
        self.found.functions.push(FuncSpan { whole: Span::new(start, end), body, name, receiver });
    }

    /// Moves past the receiver; returns the name of its type.
    fn receiver(&mut self) -> Option<Span> {
        let open = self.at;
        let mut depth = 0_usize;
        let mut last = None;
        while self.at < self.bytes.len() {
            let next = after_quoted(self.bytes, self.at);
            if next != self.at {
                self.at = next;
                continue;
            }
            match self.bytes[self.at] {
                b'(' => depth += 1,
                b')' => {
                    depth -= 1;
                    if depth == 0 {
                        self.at += 1;
                        break;
                    }
                }
                // Type parameters.
                b'[' => {
                    while self.at < self.bytes.len() && self.bytes[self.at] != b']' {
                        self.at += 1;
                    }
                }
                b'f' if self.at > open && starts_named_func(self.bytes, self.at) => return None,
                byte if is_word(byte) => {
                    let word = self.word_span();
                    last = Some(word);
                    self.at = word.end as usize;
                    continue;
                }
                _ => {}
            }
            self.at += 1;
        }
        self.skip_space(true);
        last
    }

    /// Moves to the body of a function whose name ends here, and returns the offset of its brace; `None`, at the end of the
    /// signature, if it has no body.
    fn body_start(&mut self) -> Option<usize> {
        let bytes = self.bytes;
        let mut depth = 0_usize;
        let mut type_word = false;
        let mut seen_parameters = false;
        // The end of the last word or byte.
        let mut code_end = self.at;
        while self.at < bytes.len() {
            let here = self.at;
            let next = after_quoted(bytes, here);
            if next != here {
                let is_line = bytes[here..].starts_with(b"//");
                if is_line && depth == 0 && seen_parameters && may_end_statement(bytes, code_end) {
                    return None;
                }
                self.at = next;
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
                    depth += 1;
                    type_word = false;
                }
                b'}' => depth = depth.checked_sub(1)?,
                b'{' => return Some(here),
                b'\n' if depth == 0 && seen_parameters && may_end_statement(bytes, code_end) => return None,
                b';' if depth == 0 && seen_parameters => return None,
                byte if byte.is_ascii_whitespace() => {
                    self.at += 1;
                    continue;
                }
                byte if is_word(byte) => {
                    if byte == b'f' && starts_named_func(bytes, here) {
                        return None;
                    }
                    let word = word_at(bytes, here);
                    type_word = matches!(word, b"interface" | b"struct");
                    self.at = here + word.len();
                    code_end = self.at;
                    continue;
                }
                _ => {}
            }
            self.at += 1;
            code_end = self.at;
        }
        None
    }
}

/// The last word in front of an offset, white space skipped.
fn last_word(bytes: &[u8], at: usize) -> &[u8] {
    word_before(bytes, bytes[..at].trim_ascii_end().len())
}

/// Whether a line may end a statement if the last word or byte on it ends at an offset.
fn may_end_statement(bytes: &[u8], end: usize) -> bool {
    let is_end = end.checked_sub(1).is_some_and(|last| ends_statement(bytes[last]));
    is_end && !opens_type(word_before(bytes, end))
}

/// Whether there is `func Name(`, `func Name[` or `func (r T) Name(` in the first column.
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
    let word = word_at(bytes, name).len();
    word > 0 && matches!(bytes.get(name + word), Some(b'(' | b'['))
}

/// The end of a body as gofmt writes it, found without looking at most of its code: the first brace in the first column. `None` if
/// a comment or string before it may span lines, or if it does not close the first brace.
fn formatted_end(bytes: &[u8], open: usize) -> Option<usize> {
    static END: LazyLock<Finder> = LazyLock::new(|| Finder::new("\n}"));
    static COMMENT: LazyLock<Finder> = LazyLock::new(|| Finder::new("/*"));
    // The end is before the next function.
    let next = NAMED.find(&bytes[open..]).map_or(bytes.len(), |at| open + at);
    let end = open + END.find(&bytes[open..next])? + b"\n}".len();
    let mut depth = 0_usize;
    // The offset after the last raw string, such as the tag of a field.
    let mut after_raw = open;
    for at in memchr::memchr3_iter(b'{', b'}', b'`', &bytes[open..end]) {
        let at = open + at;
        match bytes[at] {
            _ if at < after_raw => {}
            b'{' => depth += 1,
            b'}' if depth == 1 => {
                return (at + 1 == end && COMMENT.find(&bytes[open..end]).is_none()).then_some(end);
            }
            b'}' => depth -= 1,
            _ => {
                let quoted = &bytes[at + 1..end];
                let len = memchr::memchr2(b'`', b'\n', quoted).filter(|len| quoted[*len] == b'`')?;
                after_raw = at + len + 2;
            }
        }
    }
    None
}

static NAMED: LazyLock<Finder> = LazyLock::new(|| Finder::new("\nfunc "));

/// The offset after the brace that closes the one at `open`, or that of the next named function in the first column.
fn body_end(bytes: &[u8], open: usize) -> usize {
    if let Some(end) = formatted_end(bytes, open) {
        return end;
    }
    let mut depth = 0_usize;
    let mut at = open;
    while at < bytes.len() {
        let Some(skipped) = bytes[at..].iter().position(|byte| IN_BODY[*byte as usize]) else {
            return bytes.len();
        };
        at += skipped;
        match bytes[at] {
            b'{' => depth += 1,
            b'}' => {
                depth -= 1;
                if depth == 0 {
                    return at + 1;
                }
            }
            b'\n' => {
                if bytes.get(at + 1) == Some(&b'f') && starts_named_func(bytes, at + 1) {
                    return at + 1;
                }
            }
            _ => {
                // A division is no comment.
                at = after_quoted_in_line(bytes, at).max(at + 1);
                continue;
            }
        }
        at += 1;
    }
    bytes.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wholes(text: &str) -> Vec<&str> {
        item_spans(text).functions.iter().map(|function| &text[function.whole.range()]).collect()
    }

    fn specs<'a>(text: &'a str, specs: &[SpecSpan]) -> Vec<(&'a str, Vec<&'a str>)> {
        let names = |spec: &SpecSpan| spec.names.iter().map(|name| &text[name.range()]).collect();
        specs.iter().map(|spec| (&text[spec.spec.range()], names(spec))).collect()
    }

    #[test]
    fn types_end_with_their_brace() {
        for (text, expected) in [
            ("type T struct {\n\ta int `json:\"a\"`\n}\n", "T struct {\n\ta int `json:\"a\"`\n}"),
            ("type T struct {\n\t// {\n\ta int\n}\n\ntype U int\n", "T struct {\n\t// {\n\ta int\n}"),
            ("type T struct {\n\t/*\n}\n*/\n}\n", "T struct {\n\t/*\n}\n*/\n}"),
            ("type T struct {\n\ta int `\n}\n`\n}\n", "T struct {\n\ta int `\n}\n`\n}"),
            ("type T interface {\n\tm()\n} // why\n", "T interface {\n\tm()\n}"),
        ] {
            let text = format!("package p\n\n{text}");
            assert_eq!(&text[item_spans(&text).types[0].spec.range()], expected);
        }
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
    fn a_line_may_end_inside_of_a_type() {
        for text in [
            "func a() *q.\n\tR {}",
            "func a() q. // c\n\tR {}",
            "func a() *\n\tR {}",
            "func a() chan\n\tint {}",
            "func a() struct\n{ b int } {}",
            "func a() func\n() {}",
        ] {
            assert_eq!(wholes(&format!("package p\n{text}\nfunc z() int\n")), [text, "func z() int"], "{text}");
        }
        let text = "package p\nvar a struct\n{ b int }\nvar c q.\n\tR\nvar d int\n";
        let found = specs(text, &item_spans(text).variables);
        assert_eq!(found, [("a struct\n{ b int }", vec!["a"]), ("c q.\n\tR", vec!["c"]), ("d int", vec!["d"])]);
    }

    #[test]
    fn names_and_receivers() {
        let text = "package p\nfunc a() {}\nfunc (t *T[K, V]) b() {}\nfunc (T) c()\nfunc d[P any](p P) {}\nfunc (t T) e() int // why\n";
        let found: Vec<_> = item_spans(text)
            .functions
            .iter()
            .map(|function| (&text[function.name.range()], function.receiver.map(|receiver| &text[receiver.range()])))
            .collect();
        assert_eq!(found, [("a", None), ("b", Some("T")), ("c", Some("T")), ("d", None), ("e", Some("T"))]);
    }

    #[test]
    fn strings_and_comments_hide_braces() {
        let text = "func a() { s := \"}\"; r := '}'; t := `}`; /* } */ // }\n}\nfunc b()\nfunc c() {}";
        assert_eq!(wholes(text).len(), 3);
        assert!(wholes(text)[0].ends_with("// }\n}"));
    }

    #[test]
    fn the_first_brace_in_the_first_column_is_not_always_the_end() {
        for body in
            ["{\n\ts := `\n}`\n}", "{\n\t/*\n}*/\n}", "{\nif x {\n}\n}", "{\n\ts := \"{\"\n}", "{}", "{ if x {\n}}"]
        {
            let text = format!("func a() {body}\n\nfunc b() {{\n}}\n");
            assert_eq!(wholes(&text), [format!("func a() {body}").as_str(), "func b() {\n}"], "{body}");
            let text = format!("func a() {body}\n\ntype T struct {{\n}}\n");
            assert_eq!(wholes(&text), [format!("func a() {body}")], "{body}");
        }
    }

    #[test]
    fn a_broken_function_ends_at_the_next_one() {
        let text = "func a() {\n\tif x == {\n}\n\nfunc b() {}\n\nfunc (t T) c() {\n";
        assert_eq!(wholes(text), ["func a() {\n\tif x == {\n}\n\n", "func b() {}", "func (t T) c() {\n"]);
    }

    #[test]
    fn a_signature_without_an_end_ends_at_the_next_function() {
        assert_eq!(wholes("func a(x int\n\nfunc b() {}\nfunc c(\nfunc d() {}\n").len(), 4);
    }

    #[test]
    fn specs_end_with_their_statement() {
        let text = "package p\n\nimport \"a\"\nimport (\n\t. \"b\" // why\n\tc \"d\"\n)\ntype A struct {\n\tb int // why\n}\n\
                    type ( B = A; C[T any] []T )\nvar x, y = 1 +\n\t2, f(func() {\n\t})\nvar (\n\tz int\n\t// not this\n\tw,\n\tv = 1, 2)\nconst k = `\n`\n";
        let found = item_spans(text);
        assert_eq!(text[found.package.unwrap().range()], *"p");
        assert_eq!(specs(text, &found.imports).len(), 3);
        assert_eq!(specs(text, &found.imports)[1].0, ". \"b\"");
        let types = specs(text, &found.types);
        assert_eq!(types[0], ("A struct {\n\tb int // why\n}", vec!["A"]));
        assert_eq!(types[1..], [("B = A", vec!["B"]), ("C[T any] []T", vec!["C"])]);
        let variables = specs(text, &found.variables);
        assert_eq!(variables[0], ("x, y = 1 +\n\t2, f(func() {\n\t})", vec!["x", "y"]));
        assert_eq!(variables[1..], [("z int", vec!["z"]), ("w,\n\tv = 1, 2", vec!["w", "v"])]);
        assert_eq!(specs(text, &found.constants), [("k = `\n`", vec!["k"])]);
        assert!(found.damaged.is_empty());
    }

    #[test]
    fn a_comment_at_the_end_of_the_text_is_no_code() {
        for comment in ["// x)", "// x;", "// \"", "/* x)", "//"] {
            let text = format!("package p\n\nvar (\n\ta = 1 +\n\t{comment}");
            let found = item_spans(&text);
            assert_eq!(specs(&text, &found.variables), [(format!("a = 1 +\n\t{comment}").as_str(), vec!["a"])]);
            let text = format!("package p\n\nfunc f() {{\n\t{comment}");
            assert_eq!(wholes(&text), [format!("func f() {{\n\t{comment}")]);
        }
    }

    #[test]
    fn a_byte_order_mark_is_white_space() {
        let text = "\u{feff}package p\n\nfunc f() {}\n";
        let found = item_spans(text);
        assert_eq!((found.package.map(|name| &text[name.range()]), found.functions.len()), (Some("p"), 1));
        assert!(found.damaged.is_empty());
    }

    #[test]
    fn what_is_no_declaration_is_damaged() {
        let text = "package p\n\nx := 1\n\nfunc a() {}\n}\nfunc b() {}\n";
        let found = item_spans(text);
        assert_eq!(found.functions.len(), 2);
        assert_eq!(found.damaged.len(), 2);
    }
}
