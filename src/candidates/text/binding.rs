//! The values and types that a name is bound to in the body of a function, read off its text.
//!
//!     client, err := newClient(u)              the first of two results of newClient
//!     var c http.Client                        a type
//!     func(w http.ResponseWriter, r *T) {..}   the parameters of a literal
//!
//! A place that may bind the name and is not understood makes the whole answer unknown. Blocks are not kept
//! apart: a name that is bound in two of them has two bindings.

use super::operand::{MOST_SELECTORS, SelectorPart, StartOperand, selector, typed_operand};
use crate::candidates::scan::closing;
use crate::go::items::signature;
use crate::go::lex::has_word;
use crate::go::lex::{self, after_blanks, after_space, is_blank, is_word, name_at, word_at, word_before};
use crate::go::outline::TypeExpr;
use crate::ground::source::Span;
use memchr::memmem::{self, Finder};
use std::sync::LazyLock;

/// One binding of a name.
pub(super) enum Binding<'text> {
    /// Its type is written.
    Typed(TypeExpr),
    /// Its type is that of a value.
    Value(BoundValue<'text>),
}

/// A value with a type that can be found.
pub(super) enum BoundValue<'text> {
    /// `T{..}`, `&T{..}` or `func(..) T {..}`.
    Literal { ty: TypeExpr, is_address: bool },
    /// `x.(T)`, `new(T)`, `make(T, n)`.
    Typed(TypeExpr),
    /// `a.b(c).d`.
    Operand(StartOperand<'text>, Vec<SelectorPart<'text>>),
    /// `range` over a value: the key, number 0, or the element, number 1.
    Range(Box<BoundValue<'text>>, usize),
}

/// All bindings of a name in a text from the offset `body` on; `None` if some are not understood.
pub(super) fn bindings<'text>(text: &'text str, body: usize, name: &str) -> Option<Vec<Binding<'text>>> {
    static GROUPS: LazyLock<[Finder; 3]> = LazyLock::new(|| ["var (", "const (", "type ("].map(Finder::new));
    let bytes = text.as_bytes();
    let [var, constant, ty] = &*GROUPS;
    let variables = groups(bytes, body, var)?;
    let others = [groups(bytes, body, constant)?, groups(bytes, body, ty)?].concat();
    let mut found = Vec::new();
    for at in memmem::find_iter(&bytes[body..], name.as_bytes()) {
        let start = body + at;
        let end = start + name.len();
        let is_preceded = start > 0 && (is_word(bytes[start - 1]) || bytes[start - 1] == b'.');
        if is_preceded || bytes.get(end).copied().is_some_and(is_word) {
            continue;
        }
        if found.len() == MOST_BINDINGS {
            return None;
        }
        let (first, number) = list_start(bytes, start)?;
        let before = bytes[..first].trim_ascii_end();
        let starts_spec =
            bytes[before.len()..first].contains(&b'\n') || before.ends_with(b"(") || before.ends_with(b";");
        let is_in = |groups: &[Span]| starts_spec && groups.iter().any(|group| group.range().contains(&first));
        if is_in(&others) {
            return None;
        }
        let keyword =
            |word: &[u8]| before.strip_suffix(word).is_some_and(|rest| !rest.last().copied().is_some_and(is_word));
        if keyword(b"const") || keyword(b"type") {
            return None;
        }
        if keyword(b"var") || is_in(&variables) {
            found.push(variable(text, first, number)?);
        } else if let Some((of, value)) = list_end(bytes, end, number)? {
            found.push(Binding::Value(value_at(text, value, (number, of))?));
        }
    }
    params_of_literals(text, body, name, &mut found)?;
    Some(found)
}

/// A name with more bindings is not looked into: for each, the end of a literal may have to be found.
const MOST_BINDINGS: usize = 256;

/// The end of a literal is looked for so far, in bytes. Tables of tests have some ten thousand.
const LONGEST_LITERAL: usize = 64 << 10;

/// Where groups of specs stand; `None` if the end of one cannot be found.
fn groups(bytes: &[u8], body: usize, start: &Finder) -> Option<Vec<Span>> {
    let mut groups = Vec::new();
    for at in start.find_iter(&bytes[body..]) {
        let open = body + at + start.needle().len() - 1;
        groups.push(Span::new(open, lex::closing(bytes, open, usize::MAX).filter(|_| groups.len() < MOST_GROUPS)?));
    }
    Some(groups)
}

/// A function with more groups of specs is not looked into: to find the end of each costs its length.
const MOST_GROUPS: usize = 16;

/// The offset of the first name of the list `a, b` in which a name stands, and its number in it; `None` if a comment makes
/// that uncertain.
fn list_start(bytes: &[u8], start: usize) -> Option<(usize, usize)> {
    let (mut first, mut number) = (start, 0);
    loop {
        let before = bytes[..first].trim_ascii_end();
        let Some(before) = before.strip_suffix(b",") else {
            return Some((first, number));
        };
        let before = before.trim_ascii_end();
        let len = word_before(before, before.len()).len();
        if before.ends_with(b"*/") {
            return None;
        }
        let is_name = len > 0 && !before[before.len() - len].is_ascii_digit();
        if !is_name || before[..before.len() - len].ends_with(b".") {
            return Some((first, number));
        }
        (first, number) = (before.len() - len, number + 1);
    }
}

/// If a list of names that goes on at an offset ends with `:=`, how many names it has and the offset of the value.
/// `None` if a comment makes that uncertain.
fn list_end(bytes: &[u8], end: usize, number: usize) -> Option<Option<(usize, usize)>> {
    let (mut at, mut of) = (end, number + 1);
    loop {
        at = after_blanks(bytes, at);
        let rest = &bytes[at..];
        if rest.starts_with(b":=") {
            return Some(Some((of, at + 2)));
        }
        if !rest.starts_with(b",") {
            return if rest.starts_with(b"/*") { None } else { Some(None) };
        }
        at = after_space(bytes, at + 1);
        let len = word_at(bytes, at).len();
        if len == 0 || bytes[at].is_ascii_digit() {
            return if bytes[at..].starts_with(b"/") { None } else { Some(None) };
        }
        (at, of) = (at + len, of + 1);
    }
}

/// The binding of the name with a number in a `var` spec: `var a, b T`, `var a = value`.
fn variable(text: &str, first: usize, number: usize) -> Option<Binding<'_>> {
    let bytes = text.as_bytes();
    let end = memchr::memchr(b'\n', &bytes[first..]).map_or(bytes.len(), |end| first + end);
    let mut of = 1;
    let mut at = first + word_at(bytes, first).len();
    while bytes[at..].trim_ascii_start().starts_with(b",") {
        at = after_space(bytes, memchr::memchr(b',', &bytes[at..])? + at + 1);
        at += word_at(bytes, at).len();
        of += 1;
    }
    if at > end {
        return None;
    }
    match signature::var_type(text, Span::new(first, end), of)? {
        (Some(ty), _) => Some(Binding::Typed(ty)),
        (None, _) => {
            let value = memchr::memchr(b'=', &bytes[at..end])? + at + 1;
            Some(Binding::Value(value_at(text, value, (number, of))?))
        }
    }
}

/// The value at an offset, of whose results a name gets one of so many; `None` if it has no form that is understood.
fn value_at(text: &str, offset: usize, (number, of): (usize, usize)) -> Option<BoundValue<'_>> {
    let bytes = text.as_bytes();
    let mut at = after_space(bytes, offset);
    if bytes[at..].starts_with(b"range ") {
        let (value, end) = operand_at(text, at + b"range ".len(), (0, 1))?;
        let is_whole = bytes[after_space(bytes, end)..].starts_with(b"{");
        return is_whole.then(|| BoundValue::Range(Box::new(value), number));
    }
    let is_address = bytes.get(at) == Some(&b'&');
    at += usize::from(is_address);
    let maker = ["new(", "make("].into_iter().find(|maker| text[at..].starts_with(maker));
    if let Some(maker) = maker {
        let first = at + maker.len();
        let close = closing(bytes, first - 1)?;
        let end = if maker == "new(" { close } else { type_end(bytes, first, 0)? };
        let ty = signature::type_expr(text, Span::new(first, end))?;
        let ty = if maker == "new(" { TypeExpr::Pointer(ty.into()) } else { ty };
        let is_whole = !is_address && of == 1 && ends_value(bytes, close + 1);
        return is_whole.then_some(BoundValue::Typed(ty));
    }
    if !is_address
        && of == 1
        && let Some((ty, end)) = constant(bytes, at)
    {
        return ends_value(bytes, end).then(|| BoundValue::Typed(TypeExpr::Name(ty.into())));
    }
    let (mut value, end) = operand_at(text, at, (number, of))?;
    match &mut value {
        BoundValue::Literal { is_address: found, .. } if of == 1 => *found = is_address,
        BoundValue::Literal { .. } => return None,
        _ if is_address => return None,
        _ => {}
    }
    ends_value(bytes, end).then_some(value)
}

/// The type of the number or string at an offset, as far as it matters what can be called on it, and the offset after it.
fn constant(bytes: &[u8], at: usize) -> Option<(&'static str, usize)> {
    let len = bytes.get(at..)?.iter().take_while(|byte| is_word(**byte) || **byte == b'.').count();
    match bytes.get(at)? {
        b'"' | b'`' => Some(("string", lex::after_quoted(bytes, at))),
        byte if byte.is_ascii_digit() => Some(("int", at + len)),
        _ => matches!(&bytes[at..at + len], b"true" | b"false").then_some(("bool", at + len)),
    }
}

/// An operand or literal at an offset, and the offset after it. Of its results the name gets one of so many.
fn operand_at(text: &str, start: usize, (number, of): (usize, usize)) -> Option<(BoundValue<'_>, usize)> {
    let bytes = text.as_bytes();
    if let Some(open) = unnamed_type_end(bytes, start) {
        return unnamed_literal(text, start, after_space(bytes, open));
    }
    let mut at = start;
    let mut operand = None;
    let mut selectors: Vec<SelectorPart> = Vec::new();
    if bytes.get(at) == Some(&b'(') {
        let (ty, end) = typed_operand(text, at)?;
        operand = Some(StartOperand::Typed(ty));
        at = end;
        if bytes.get(at) != Some(&b'.') {
            return None;
        }
        at += 1;
    }
    loop {
        let (next, end) = selector(text, at).filter(|_| selectors.len() < MOST_SELECTORS)?;
        at = end;
        let is_plain = next.call.is_none() && next.indexes == 0;
        match operand {
            None => operand = Some(StartOperand::Named(next)),
            Some(_) => selectors.push(next),
        }
        match bytes.get(at) {
            Some(b'.') => {
                at = after_space(bytes, at + 1);
                if bytes.get(at) == Some(&b'(') {
                    return assertion(text, at, (number, of));
                }
            }
            // `T{..}`, `p.T{..}`
            Some(b'{') if selectors.len() < 2 && is_plain => {
                let close = lex::closing(bytes, at, at + LONGEST_LITERAL)?;
                let ty = signature::type_expr(text, Span::new(start, at))?;
                return Some((BoundValue::Literal { ty, is_address: false }, close + 1));
            }
            _ => break,
        }
    }
    match (selectors.last_mut(), operand.as_mut()?) {
        (Some(last), _) | (None, StartOperand::Named(last)) => take_result(last, (number, of))?,
        (None, StartOperand::Typed(_)) => return None,
    }
    Some((BoundValue::Operand(operand?, selectors), at))
}

/// The literal of a type without a name at an offset, whose braces open at another, and the offset after it: `[]T{..}`,
/// `map[K]V{..}`, `struct{..}{..}`, `func() {..}`. `None` if it is a conversion.
fn unnamed_literal(text: &str, start: usize, open: usize) -> Option<(BoundValue<'_>, usize)> {
    let bytes = text.as_bytes();
    let close = lex::closing(bytes, open, open + LONGEST_LITERAL).filter(|_| bytes.get(open) == Some(&b'{'))?;
    let ty = signature::type_expr(text, Span::new(start, open))?;
    Some((BoundValue::Literal { ty, is_address: false }, close + 1))
}

/// The value or the truth of a type assertion whose bracket opens at an offset, and the offset after it.
fn assertion(text: &str, open: usize, (number, of): (usize, usize)) -> Option<(BoundValue<'_>, usize)> {
    let close = closing(text.as_bytes(), open)?;
    let ty = signature::type_expr(text, Span::new(open + 1, close)).filter(|_| of <= 2)?;
    let ty = if number == 0 { ty } else { TypeExpr::Name("bool".into()) };
    Some((BoundValue::Typed(ty), close + 1))
}

/// Notes which of how many results of the last name of an operand is meant; `None` if it cannot have so many.
fn take_result(last: &mut SelectorPart, (number, of): (usize, usize)) -> Option<()> {
    match &mut last.call {
        // `a, ok := m[k]`
        _ if last.indexes > 0 && of == 2 => return None,
        Some(which) if last.indexes == 0 => *which = (number, of),
        _ if of > 1 => return None,
        _ => {}
    }
    Some(())
}

/// The offset after a type at an offset that is not just a name: `[]*T`, `map[K]V`, `struct{..}`, `func(..) T`; `None` if
/// there is none.
fn unnamed_type_end(bytes: &[u8], start: usize) -> Option<usize> {
    let rest = bytes.get(start..)?;
    let is_word_first = |word: &[u8]| rest.starts_with(word) && !rest.get(word.len()).copied().is_some_and(is_word);
    let starts = rest.first() == Some(&b'[') || [&b"map"[..], b"struct", b"func"].into_iter().any(is_word_first);
    if starts { type_end(bytes, start, 0) } else { None }
}

/// The offset after the type at an offset.
fn type_end(bytes: &[u8], start: usize, depth: usize) -> Option<usize> {
    if depth > MOST_SELECTORS {
        return None;
    }
    let word = word_at(bytes, start);
    let len = word.len();
    match word {
        b"" => match bytes.get(start)? {
            b'*' => type_end(bytes, start + 1, depth + 1),
            b'[' => type_end(bytes, closing(bytes, start)? + 1, depth + 1),
            _ => None,
        },
        b"map" => type_end(bytes, closing(bytes, start + len)? + 1, depth + 1),
        b"struct" | b"interface" => {
            let open = after_space(bytes, start + len);
            Some(closing(bytes, open).filter(|_| bytes.get(open) == Some(&b'{'))? + 1)
        }
        b"func" => {
            let end = closing(bytes, start + len)? + 1;
            let next = after_space(bytes, end);
            match bytes.get(next)? {
                b'(' => Some(closing(bytes, next)? + 1),
                byte if is_word(*byte) || matches!(byte, b'*' | b'[') => type_end(bytes, next, depth + 1),
                _ => Some(end),
            }
        }
        b"chan" => None,
        _ => {
            let mut end = start + len;
            if bytes.get(end) == Some(&b'.') {
                end += 1;
                end += word_at(bytes, end).len();
            }
            Some(if bytes.get(end) == Some(&b'[') { closing(bytes, end)? + 1 } else { end })
        }
    }
}

/// The type that is declared under a name in the body of a function: `type T struct {..}`. `Err` if one may be declared in a
/// form that is not understood.
pub(super) fn local_type(text: &str, body: usize, name: &str) -> Result<Option<TypeExpr>, ()> {
    let bytes = text.as_bytes();
    let mut found = None;
    for at in memmem::find_iter(&bytes[body..], b"type ") {
        let start = after_space(bytes, body + at + b"type ".len());
        if bytes.get(start) == Some(&b'(') {
            return Err(());
        }
        if name_at(text, start) != name {
            continue;
        }
        let first = after_space(bytes, start + name.len());
        let ty = type_end(bytes, first, 0).and_then(|end| signature::type_expr(text, Span::new(first, end)));
        match ty {
            Some(ty) if found.is_none() => found = Some(ty),
            _ => return Err(()),
        }
    }
    Ok(found)
}

/// The value of a variable of a package that is one of so many names of a spec; `None` if it has no form that is understood.
pub(super) fn value_of_spec(spec: &str, number_of: (usize, usize)) -> Option<BoundValue<'_>> {
    let value = memchr::memchr(b'=', spec.as_bytes())? + 1;
    value_at(spec, value, number_of)
}

/// Whether a value ends at an offset: no operator, index or other value follows.
fn ends_value(bytes: &[u8], at: usize) -> bool {
    let after = bytes[at.min(bytes.len())..].iter().find(|byte| !is_blank(**byte));
    matches!(after, None | Some(b'\n' | b';' | b'}')) || bytes[at..].trim_ascii_start().starts_with(b"//")
}

/// The parameters and results of literals that have a name; `None` if some are not understood. Those of function
/// types are among them, which look alike.
fn params_of_literals<'text>(text: &'text str, body: usize, name: &str, found: &mut Vec<Binding<'text>>) -> Option<()> {
    let bytes = text.as_bytes();
    for at in memmem::find_iter(&bytes[body..], b"func(") {
        let mut open = body + at + b"func".len();
        for _ in 0..2 {
            let Some(close) = closing(bytes, open) else {
                return (!has_word(&bytes[open..], name.as_bytes())).then_some(());
            };
            let span = Span::new(open, close + 1);
            if has_word(&bytes[span.range()], name.as_bytes()) {
                let params = signature::params(text, span)?.into_iter().filter(|param| param.name == name);
                found.extend(params.map(|param| Binding::Typed(param.ty)));
            }
            let after = bytes[close + 1..].iter().take_while(|byte| **byte == b' ').count();
            open = close + 1 + after;
            if bytes.get(open) != Some(&b'(') {
                break;
            }
        }
    }
    Some(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str) -> String {
        let Some(found) = bindings(text, text.find('{').unwrap_or(0), "x") else {
            return "unknown".to_string();
        };
        fn operand(value: &BoundValue) -> String {
            let one = |part: &SelectorPart| format!("{}{:?}{}", part.name, part.call, "[]".repeat(part.indexes));
            match value {
                BoundValue::Operand(StartOperand::Named(operand), selectors) => {
                    [operand].into_iter().chain(selectors).map(one).collect::<Vec<_>>().join(".")
                }
                BoundValue::Operand(StartOperand::Typed(ty), selectors) => {
                    format!("{ty:?}.{}", selectors.iter().map(one).collect::<Vec<_>>().join("."))
                }
                BoundValue::Range(value, number) => format!("{number} of {}", operand(value)),
                BoundValue::Literal { .. } | BoundValue::Typed(_) => "typed".to_string(),
            }
        }
        let one = |binding: &Binding| match binding {
            Binding::Typed(ty) | Binding::Value(BoundValue::Typed(ty)) => format!("{ty:?}"),
            Binding::Value(BoundValue::Literal { ty, is_address }) => format!("{is_address} {ty:?}"),
            Binding::Value(value) => operand(value),
        };
        found.iter().map(one).collect::<Vec<_>>().join("; ")
    }

    #[test]
    fn bindings_of_x() {
        for (text, expected) in [
            ("func f() { x.Get() }", ""),
            ("func f() { x := a.b(c).d\n }", "aNone.bSome((0, 1)).dNone"),
            ("func f() { y, x := open(u)\n }", "openSome((1, 2))"),
            ("func f() { x, err := open(\n\tu)\n }", "openSome((0, 2))"),
            ("func f() { x,\n\terr := open(u)\n }", "openSome((0, 2))"),
            ("func f() { if x, ok := v.(*T); ok {} }", "Pointer(Name(\"T\"))"),
            ("func f() { _, x := v.(*T)\n }", "Name(\"bool\")"),
            ("func f() { x := &p.T{\n\ta: 1,\n}\n }", "true Qualified(\"p\", \"T\")"),
            ("func f() { x := T{}\n }", "false Name(\"T\")"),
            ("func f() { x := new(T) // why\n }", "Pointer(Name(\"T\"))"),
            ("func f() { var x T\n }", "Name(\"T\")"),
            ("func f() { var a, x T\n }", "Name(\"T\")"),
            ("func f() { var x, a = open()\n }", "openSome((0, 2))"),
            ("func f() { var (\n\ta int\n\tx *T // why\n)\n\tx.get()\n }", "Pointer(Name(\"T\"))"),
            ("func f() { g(func(a, x *T) { }) }", "Pointer(Name(\"T\"))"),
            ("func f() { g(func() (x T, err error) { }) }", "Name(\"T\")"),
            ("func f() { x := a\n if b { x := c() } }", "aNone; cSome((0, 1))"),
            ("func f() { for _, x := range a.xs {} }", "1 of aNone.xsNone"),
            ("func f() { for x := range xs() {} }", "0 of xsSome((0, 1))"),
            ("func f() { x := a.b[1].c\n }", "aNone.bNone[].cNone"),
            ("func f() { x := (*T)(nil).b()\n }", "Pointer(Name(\"T\")).bSome((0, 1))"),
            ("func f() { g(x, y) }", ""),
            ("func f() { g(a, x, 1, func() { y := 1 }) }", ""),
            ("func f() { a.x, b = c, d }", ""),
            ("func f() { m := T{x: 1} }", ""),
            ("func f() { for _, x := range []T{{}} {} }", "1 of typed"),
            ("func f() { x := []*p.T{\n{a: 1},\n}\n }", "false Slice(Pointer(Qualified(\"p\", \"T\")))"),
            ("func f() { x := map[string][]T{}\n }", "false Map(Name(\"string\"), Slice(Name(\"T\")))"),
            ("func f() { for x := 0; x < 1; x++ {} }", "Name(\"int\")"),
            ("func f() { x := \"a\"\n }", "Name(\"string\")"),
            ("func f() { x := false\n }", "Name(\"bool\")"),
            ("func f() { x := make([]T, 1)\n }", "Slice(Name(\"T\"))"),
            ("func f() { x := [...]T{}\n }", "false Array(Name(\"T\"))"),
            (
                "func f() { x := func() {}\n }",
                "false Func(Signature { type_params: [], params: [], results: [], is_variadic: false })",
            ),
        ] {
            assert_eq!(shown(text), expected, "{text}");
        }
    }

    #[test]
    fn bindings_that_are_not_understood() {
        for text in [
            "func f() { x := []byte(s)\n }",
            "func f() { x := []T{}[0]\n }",
            "func f() { x := func() T { return t }()\n }",
            "func f() { x := make(chan T)\n }",
            "func f() { x := map[K]chan T{}\n }",
            "func f() { x := a + b\n }",
            "func f() { x, ok := a[1]\n }",
            "func f() { x := a[1:]\n }",
            "func f() { x := f[T](y)\n }",
            "func f() { x := <-c\n }",
            "func f() { x, y := a(), b()\n }",
            "func f() { switch x := v.(type) {} }",
            "func f() { x := *p\n }",
            "func f() { x := T{}.a()\n }",
            "func f() { const (\n\tx T\n)\n }",
            "func f() { const x = 1\n }",
            "func f() { type x T\n }",
            "func f() { x, // why\n y := g()\n }",
            "func f() { x := a, b\n }",
            "func f() { x := \"a\".b()\n }",
            "func f() { x := 1 << y\n }",
        ] {
            assert_eq!(shown(text), "unknown", "{text}");
        }
    }
}
