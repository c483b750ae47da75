//! The expression in front of a name, taken apart: an operand and its selectors.
//!
//!     c.nodes(ns).Get          the operand `c`, the selector `nodes(ns)`
//!     (*Client)(x).hc[0].Do    the operand `(*Client)(x)`, the selector `hc[0]`
//!
//! It knows no types: what an operand stands for is found in [`super::qualifier`].

use crate::candidates::scan::closing;
use crate::go::items::signature;
use crate::go::lex::{after_space, name_at};
use crate::go::outline::TypeExpr;
use crate::ground::source::Span;
use std::sync::Arc;

/// Expressions with more selectors than this are not followed.
pub(super) const MOST_SELECTORS: usize = 12;

/// The operand with which an expression starts.
pub(super) enum StartOperand<'text> {
    /// A name: `c`, `open(u)`.
    Named(SelectorPart<'text>),
    /// A value whose type is written: `(*T)(x)`, `x.(T)`, `(&T{..})`.
    Typed(TypeExpr),
}

/// One name of an expression, with its call and its indexes: `nodes(ns)`, `b[0]`.
pub(super) struct SelectorPart<'text> {
    pub(super) name: &'text str,
    /// If it is called, which of how many results is meant.
    pub(super) call: Option<(usize, usize)>,
    /// How many indexes follow it: one in `a.b[0]`.
    pub(super) indexes: usize,
}

/// The operand and the selectors between the start of an expression and its last name: `c` and `nodes(ns)` of
/// `c.nodes(ns).Get`. No operand if the name stands alone; `None` if some of it is not understood.
pub(super) fn take_apart(
    text: &str,
    first: usize,
    last: usize,
) -> Option<(Option<StartOperand<'_>>, Vec<SelectorPart<'_>>)> {
    let bytes = text.as_bytes();
    let dot = |end: usize| {
        let is_dot = bytes.get(end) == Some(&b'.');
        is_dot.then(|| after_space(bytes, end + 1))
    };
    let mut at = first;
    let mut operand = None;
    if bytes.get(at) == Some(&b'(') {
        let (ty, end) = typed_operand(text, at)?;
        operand = Some(StartOperand::Typed(ty));
        at = dot(end)?;
    }
    let mut selectors = Vec::new();
    while at < last {
        let (selector, end) = selector(text, at).filter(|_| selectors.len() < MOST_SELECTORS)?;
        at = dot(end)?;
        match operand {
            None => operand = Some(StartOperand::Named(selector)),
            Some(_) => selectors.push(selector),
        }
    }
    (at == last).then_some((operand, selectors))
}

/// The type of the operand in brackets at an offset, and the offset after it.
pub(super) fn typed_operand(text: &str, open: usize) -> Option<(TypeExpr, usize)> {
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

/// The name at an offset with its call and indexes, and the offset after them.
pub(super) fn selector(text: &str, at: usize) -> Option<(SelectorPart<'_>, usize)> {
    let name = name_at(text, at);
    if name.is_empty() || name.as_bytes()[0].is_ascii_digit() {
        return None;
    }
    let bytes = text.as_bytes();
    let mut end = at + name.len();
    let mut selector = SelectorPart { name, call: None, indexes: 0 };
    if bytes.get(end) == Some(&b'(') {
        selector.call = Some((0, 1));
        end = closing(bytes, end)? + 1;
    }
    while bytes.get(end) == Some(&b'[') {
        let close = closing(bytes, end)?;
        // A slice of a slice has the type of the slice.
        if bytes[end..close].contains(&b':') {
            return None;
        }
        selector.indexes += 1;
        end = close + 1;
    }
    // A call of an element, a function with type arguments.
    let is_plain = selector.indexes == 0 || !matches!(bytes.get(end), Some(b'(' | b'{'));
    is_plain.then_some((selector, end))
}
