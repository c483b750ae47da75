//! The operand in front of a name, taken apart: `c`, `nodes()` of `c.nodes(ns).Get`.

use crate::candidates::scan::closing;
use crate::go::items::signature;
use crate::go::lex::{after_space, name_at};
use crate::go::outline::TypeExpr;
use crate::ground::source::Span;
use std::sync::Arc;

/// Operands with more parts than this are not followed.
pub(super) const MOST_PARTS: usize = 12;

/// What an operand starts with.
pub(super) enum Root<'text> {
    Named(Part<'text>),
    /// `(*T)(x)`, `x.(T)`, `(&T{..})`.
    Typed(TypeExpr),
}

/// One name of an operand.
pub(super) struct Part<'text> {
    pub(super) name: &'text str,
    /// If it is called, which of how many results is meant.
    pub(super) call: Option<(usize, usize)>,
    /// How many indexes stand behind it: `a.b[0]`.
    pub(super) indexes: usize,
}

/// What is between the start of an operand and its last name: `c`, `nodes()` of `c.nodes(ns).Get`. No root if there is nothing.
pub(super) fn operand(text: &str, first: usize, last: usize) -> Option<(Option<Root<'_>>, Vec<Part<'_>>)> {
    let bytes = text.as_bytes();
    let dot = |end: usize| {
        let is_dot = bytes.get(end) == Some(&b'.');
        is_dot.then(|| after_space(bytes, end + 1))
    };
    let mut at = first;
    let mut root = None;
    if bytes.get(at) == Some(&b'(') {
        let (ty, end) = typed_root(text, at)?;
        root = Some(Root::Typed(ty));
        at = dot(end)?;
    }
    let mut parts = Vec::new();
    while at < last {
        let (part, end) = part(text, at).filter(|_| parts.len() < MOST_PARTS)?;
        at = dot(end)?;
        match root {
            None => root = Some(Root::Named(part)),
            Some(_) => parts.push(part),
        }
    }
    (at == last).then_some((root, parts))
}

/// The type of the operand in brackets at an offset, and the offset behind it.
pub(super) fn typed_root(text: &str, open: usize) -> Option<(TypeExpr, usize)> {
    let bytes = text.as_bytes();
    let close = closing(bytes, open)?;
    let inner = text.get(open + 1..close)?;
    if let Some(literal) = inner.strip_prefix('&') {
        // `(&T{..})`
        let len = literal.find('{')?;
        let is_whole = closing(bytes, open + 2 + len)? + 1 == close;
        let ty = signature::type_expr(text, Span::new(open + 2, open + 2 + len)).filter(|_| is_whole)?;
        return Some((TypeExpr::Pointer(Arc::new(ty)), close + 1));
    }
    let is_conversion = bytes.get(close + 1) == Some(&b'(');
    let is_assertion = open > 0 && bytes[open - 1] == b'.';
    let end = if is_conversion { closing(bytes, close + 1)? } else { close };
    let ty = signature::type_expr(text, Span::new(open + 1, close)).filter(|_| is_conversion != is_assertion)?;
    Some((ty, end + 1))
}

/// The part at an offset, and the offset behind it.
pub(super) fn part(text: &str, at: usize) -> Option<(Part<'_>, usize)> {
    let name = name_at(text, at);
    if name.is_empty() || name.as_bytes()[0].is_ascii_digit() {
        return None;
    }
    let bytes = text.as_bytes();
    let mut end = at + name.len();
    let mut part = Part { name, call: None, indexes: 0 };
    if bytes.get(end) == Some(&b'(') {
        part.call = Some((0, 1));
        end = closing(bytes, end)? + 1;
    }
    while bytes.get(end) == Some(&b'[') {
        let close = closing(bytes, end)?;
        // A part of a slice is a slice.
        if bytes[end..close].contains(&b':') {
            return None;
        }
        part.indexes += 1;
        end = close + 1;
    }
    // A call of an element, a function with type arguments.
    let is_plain = part.indexes == 0 || !matches!(bytes.get(end), Some(b'(' | b'{'));
    is_plain.then_some((part, end))
}
