//! Whether the response may have been passed on before a statement, so that a `Close` there would close it under its new owner.
//!
//!     if ok {
//!         c.last = resp       // control goes on from here ..
//!     }
//!     return nil              // .. to here: no Close
//!
//!     if ok {
//!         return wrap(resp)   // control leaves the function: a Close below is right
//!     }
//!
//! The places where it is passed on come from the analysis and from [`super::uses`]; here is only where control gets from them.

use super::guard::loops;
use super::nodes::{Leaves, always_leaves, ancestors, is_function};
use crate::go::tree::{Kind, kind};
use crate::ground::source::Source;
use std::ops::Range;
use tree_sitter::Node;

/// Whether control may get to a statement after one of the places at which the response is passed on.
pub fn may_be_passed_on_before(
    source: &Source,
    root: Node,
    places: &[Range<usize>],
    acquisition: Node,
    statement: Node,
) -> bool {
    places.iter().any(|place| {
        let node = root.descendant_for_byte_range(place.start, place.end);
        node.is_none_or(|node| reaches(source, node, acquisition, statement))
    })
}

/// Whether control may get from a node to a statement without another acquisition between them.
fn reaches(source: &Source, from: Node, acquisition: Node, to: Node) -> bool {
    if from.byte_range().contains(&to.start_byte()) && from.start_byte() != to.start_byte() {
        return true;
    }
    let is_behind = from.start_byte() >= to.start_byte();
    // A loop leads back, unless the response is acquired again in each iteration before the statement is reached.
    let is_in_common_loop = loops(from).any(|own| {
        own.byte_range().contains(&to.start_byte())
            && (!own.byte_range().contains(&acquisition.start_byte()) || to.start_byte() <= acquisition.start_byte())
    });
    if is_behind && !is_in_common_loop {
        return false;
    }
    let around = std::iter::once(from).chain(ancestors(from));
    let mut own = around.take_while(|outer| !is_function(*outer) && !outer.byte_range().contains(&to.start_byte()));
    !own.any(|outer| match kind(outer) {
        Kind::ReturnStatement => true,
        Kind::StatementList => always_leaves(source, outer, Leaves::Function),
        _ => false,
    })
}
