//! Calls that are given functions, and calls of what may hold one, told by how they are written.
//!
//!     guarded(func() (any, error) { return http.Get(u) })     is given a literal
//!     until(trial{check: func() ..})                          is given one inside of a value
//!     func (b *box[T]) get() (T, error) { return b.f() }      calls what may be a field of the receiver

use crate::go::body::{Body, Call, Callee, EventKind, Operand, Part, PlaceId, Rvalue, SlotKind};
use crate::go::names::{NameSet, plain_hash};
use crate::go::outline::TypeExpr;

/// Whether a callee is written like a field of a parameter, which may hold a function.
pub(super) fn is_field_of_param(body: &Body, call: &Call) -> bool {
    let Callee::Place(callee) = call.callee else {
        return false;
    };
    let is_param = body.slot(callee).kind == SlotKind::Param;
    call.shape.is_some()
        && is_param
        && body.places[callee.index()]
            .part
            .as_ref()
            .is_some_and(|(base, part)| matches!(part, Part::Field(_)) && body.places[base.index()].part.is_none())
}

/// Whether a call gives its callee a function that may acquire, by itself or in a value that is written there: a literal, one with a
/// candidate name, or a parameter of the function itself. `until(trial{check: func() ..})`
pub(super) fn gives_function(names: &NameSet, body: &Body, call: &Call) -> bool {
    call.args.iter().any(|operand| match operand {
        Operand::Place(place) if body.slot(*place).kind == SlotKind::Temp => holds_function_value(names, body, *place),
        other => is_function_value(names, body, other),
    })
}

fn is_function_value(names: &NameSet, body: &Body, operand: &Operand) -> bool {
    let place = match operand {
        Operand::Frame(_) => return true,
        Operand::Place(place) => *place,
        _ => return false,
    };
    let slot = body.slot(place);
    match &body.places[place.index()].part {
        Some((_, Part::Field(name))) => names.has_member(name),
        Some(_) => false,
        None => match slot.kind {
            SlotKind::Param => slot.ty.is_some_and(|ty| matches!(body.types[ty.index()], TypeExpr::Func(_))),
            SlotKind::Global => names.has_one_of(&[plain_hash(slot.name.as_bytes())]),
            _ => false,
        },
    }
}

/// Whether a temporary is a composite literal with a function in it.
fn holds_function_value(names: &NameSet, body: &Body, place: PlaceId) -> bool {
    body.blocks.iter().flat_map(|block| &block.events).any(|event| match &event.kind {
        EventKind::Make { to, value: Rvalue::Composite { elements, .. } } => {
            *to == place && elements.iter().any(|(_, element)| is_function_value(names, body, element))
        }
        _ => false,
    })
}
