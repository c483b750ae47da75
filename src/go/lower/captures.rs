//! The places that events and tests mention, and the variables that function literals capture.
//!
//!     func f(u string) {              f captures nothing
//!         n := 0
//!         defer func() { n++; g(u) }()    the literal captures n and u, and assigns n
//!     }
//!
//! A literal in a literal captures for both.

use super::next_id;
use crate::go::body::{Body, Callee, End, EventKind, FrameId, Operand, PlaceId, Rvalue, SlotId, SlotKind, Test};
use smallvec::SmallVec;

/// Fills in which slots of outer frames each literal mentions and assigns.
pub(super) fn note_captures(body: &mut Body) {
    let mut mentions: Vec<Vec<SlotId>> = vec![Vec::new(); body.frames.len()];
    let mut assigns: Vec<Vec<SlotId>> = vec![Vec::new(); body.frames.len()];
    for block in &body.blocks {
        let frame = block.frame.index();
        for event in &block.events {
            for place in event_places(&event.kind) {
                mentions[frame].push(body.slot_of(place));
            }
            assigns[frame].extend(event.kind.writes().iter().map(|place| body.slot_of(*place)));
        }
        for place in end_places(&block.end, body) {
            mentions[frame].push(body.slot_of(place));
        }
    }
    for frame in (1..body.frames.len()).rev() {
        let id = FrameId(next_id(frame));
        let keep = |list: &[SlotId]| {
            let outer = |slot: &SlotId| {
                let slot = &body.slots[slot.index()];
                slot.kind != SlotKind::Global && !body.is_within(slot.frame, id)
            };
            let mut captured: Vec<SlotId> = list.iter().copied().filter(outer).collect();
            captured.sort_unstable();
            captured.dedup();
            captured
        };
        let (captures, assigned) = (keep(&mentions[frame]), keep(&assigns[frame]));
        if let Some(parent) = body.frames[frame].parent {
            mentions[parent.index()].extend(&captures);
            assigns[parent.index()].extend(&assigned);
        }
        body.frames[frame].captures = captures;
        body.frames[frame].assigns = assigned;
    }
}

/// All places that an event reads or writes.
pub fn event_places(kind: &EventKind) -> SmallVec<[PlaceId; 8]> {
    let mut places: SmallVec<[PlaceId; 8]> = kind.writes().into_iter().collect();
    for operand in kind.reads() {
        places.extend_from_slice(operand_places(operand));
    }
    match kind {
        EventKind::Mention(mentioned) => places.extend_from_slice(mentioned),
        EventKind::Make { value: Rvalue::Address(place), .. } => places.push(*place),
        EventKind::Call(call) => {
            if let Callee::Place(place) = call.callee {
                places.push(place);
            }
        }
        _ => {}
    }
    places
}

fn operand_places(operand: &Operand) -> &[PlaceId] {
    match operand {
        Operand::Place(place) => std::slice::from_ref(place),
        Operand::Tuple(places) => places,
        _ => &[],
    }
}

fn end_places(end: &End, body: &Body) -> Vec<PlaceId> {
    match end {
        End::Branch { test, .. } => test_places(test, body),
        End::Iterate { over, .. } => over.iter().copied().collect(),
        _ => Vec::new(),
    }
}

/// All places that a test reads.
pub fn test_places(test: &Test, body: &Body) -> Vec<PlaceId> {
    match test {
        Test::IsNil(place) | Test::Flag(place) | Test::TypeIs(place, _) => vec![*place],
        Test::Compare { expr, .. } => body.exprs[expr.index()].places.clone(),
        Test::Equal(left, right, _) => vec![*left, *right],
        Test::Always(_) | Test::Unknown => Vec::new(),
    }
}
