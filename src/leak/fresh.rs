//! Constructors: functions that return a new value which nothing else refers to.
//!
//!     func newStream(c *http.Client) *stream { return &stream{client: c} }
//!
//!     s := newStream(c)        `s` is a variable of this function, as if the composite were written here
//!
//! A function that uses the value for anything but its fields may keep it, so that it counts as one from elsewhere.

use crate::go::body::{Body, Callee, EventKind, OUTER, Operand, PlaceId, Rvalue, SlotKind};
use crate::program::FuncRef;

/// Whether the first result of a function is nil or a new value that only the caller refers to.
pub(super) fn returns_new_value(function: &FuncRef) -> bool {
    let Some(body) = function.body().filter(|body| !body.is_damaged) else {
        return false;
    };
    let Some(result) = body.frames[OUTER.index()].results.first() else {
        return false;
    };
    let root = body.root(*result);
    let sources = sources_of(&body, root);
    !sources.is_empty() && sources.into_iter().all(|source| is_new(&body, source, root))
}

/// How a value comes into a variable.
enum Source<'a> {
    Made(&'a Rvalue),
    Variable(PlaceId),
    Nil,
    Other,
}

fn sources_of(body: &Body, place: PlaceId) -> Vec<Source<'_>> {
    let events = body.blocks.iter().flat_map(|block| &block.events);
    let writing = events.filter(|event| event.kind.writes().contains(&place));
    writing.map(|event| source_of(&event.kind)).collect()
}

fn source_of(kind: &EventKind) -> Source<'_> {
    match kind {
        EventKind::Make { value, .. } => Source::Made(value),
        EventKind::Assign { from: Operand::Place(from), .. } => Source::Variable(*from),
        EventKind::Assign { from: Operand::Nil, .. } => Source::Nil,
        _ => Source::Other,
    }
}

fn is_new(body: &Body, source: Source, to: PlaceId) -> bool {
    match source {
        Source::Nil => true,
        Source::Made(value) => matches!(value, Rvalue::Composite { .. } | Rvalue::Made { .. } | Rvalue::Zero(_)),
        Source::Variable(place) => {
            let is_own = body.places[place.index()].part.is_none()
                && matches!(body.slot(place).kind, SlotKind::Local | SlotKind::Temp);
            is_own && place != to && !is_used_whole(body, place, to) && {
                let sources = sources_of(body, place);
                // A chain of variables ends: each is read by one assignment alone.
                !sources.is_empty() && sources.into_iter().all(|source| is_new(body, source, place))
            }
        }
        Source::Other => false,
    }
}

/// Whether a function does anything with a variable but to write and read its fields, and to assign it to another one.
fn is_used_whole(body: &Body, place: PlaceId, to: PlaceId) -> bool {
    let slot = body.slot_of(place);
    let is_receiver = |callee: &Callee| match callee {
        Callee::Place(callee) => {
            *callee == place || matches!(body.places[callee.index()].part, Some((base, _)) if base == place)
        }
        _ => false,
    };
    let uses = |kind: &EventKind| match kind {
        EventKind::Assign { to: Some(own), from: Operand::Place(from) } if *from == place => *own != to,
        EventKind::Make { value: Rvalue::Address(of), .. } => body.slot_of(*of) == slot,
        EventKind::Mention(places) => places.iter().any(|place| body.slot_of(*place) == slot),
        kind => {
            let reads = kind.reads().into_iter().any(|operand| match operand {
                Operand::Place(read) => *read == place,
                Operand::Tuple(places) => places.contains(&place),
                _ => false,
            });
            reads || matches!(kind, EventKind::Call(call) if is_receiver(&call.callee))
        }
    };
    let is_captured = body.frames.iter().any(|frame| frame.captures.binary_search(&slot).is_ok());
    is_captured || body.blocks.iter().flat_map(|block| &block.events).any(|event| uses(&event.kind))
}
