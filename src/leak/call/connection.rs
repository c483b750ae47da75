//! The connection that a response is read from by hand.
//!
//!     c, err := net.Dial("tcp", proxy)
//!     resp, err := http.ReadResponse(bufio.NewReader(c), nil)
//!     if err != nil || resp.StatusCode != 200 { c.Close(); return nil, err }
//!     return c, nil
//!
//! There is no transport behind such a response, only the connection. A function that closes or returns the connection looks after
//! it, and a Close of the body would read the connection to its end (`src/net/http/transfer.go`, `body.Close`).

use crate::go::body::{Callee, EventKind, Operand, Part, PlaceId, Rvalue, SlotId};
use crate::leak::walk::Explorer;
use smallvec::SmallVec;

/// How many readers are followed to the connection: `bufio.NewReadWriter(bufio.NewReader(c), w)`.
const LONGEST_CHAIN: usize = 4;

impl Explorer<'_> {
    /// Whether the function closes, stores or returns what a reader was made of.
    pub(super) fn looks_after_connection(&self, reader: PlaceId) -> bool {
        let body = self.body;
        let mut slots = SmallVec::new();
        self.note_sources(reader, 0, &mut slots);
        let is_source =
            |place: PlaceId| body.places[place.index()].part.is_none() && slots.contains(&body.slot_of(place));
        let is_result = |place: PlaceId| {
            let slot = body.slot_of(place);
            body.frames.iter().any(|frame| frame.results.contains(&slot))
        };
        body.blocks.iter().flat_map(|block| &block.events).any(|event| match &event.kind {
            EventKind::Call(call) => match call.callee {
                Callee::Place(callee) => match &body.places[callee.index()].part {
                    Some((base, Part::Field(name))) => name == "Close" && is_source(*base),
                    _ => false,
                },
                _ => false,
            },
            EventKind::Make { value: Rvalue::Composite { elements, .. }, .. } => {
                elements.iter().any(|(_, element)| matches!(element, Operand::Place(from) if is_source(*from)))
            }
            EventKind::Assign { to: Some(to), from: Operand::Place(from) } => {
                let is_stored = body.places[to.index()].part.is_some();
                (is_stored || is_result(*to)) && (is_source(*from) || self.copied(*from).is_some_and(is_source))
            }
            _ => false,
        })
    }

    /// The place that is copied to a variable which is written once.
    fn copied(&self, place: PlaceId) -> Option<PlaceId> {
        let (block, event) = self.resolver.only_definition(self.body.slot_of(place))?;
        match &self.body.blocks[block.index()].events[event].kind {
            EventKind::Assign { from: Operand::Place(from), .. } => Some(*from),
            _ => None,
        }
    }

    /// Notes the variables that a reader was made of.
    fn note_sources(&self, place: PlaceId, depth: usize, slots: &mut SmallVec<[SlotId; 8]>) {
        let slot = self.body.slot_of(place);
        if depth > LONGEST_CHAIN || slots.contains(&slot) {
            return;
        }
        slots.push(slot);
        let Some((block, event)) = self.resolver.only_definition(slot) else {
            return;
        };
        match &self.body.blocks[block.index()].events[event].kind {
            EventKind::Assign { from: Operand::Place(from), .. } => self.note_sources(*from, depth + 1, slots),
            EventKind::Call(call) => {
                // `conn, buffered, err := hijacker.Hijack()`
                let held = call.results.iter().flatten().filter(|place| !self.resolver.place_type(**place).is_error());
                slots.extend(held.map(|place| self.body.slot_of(*place)));
                for arg in &call.args {
                    if let Operand::Place(arg) = arg {
                        self.note_sources(*arg, depth + 1, slots);
                    }
                }
            }
            _ => {}
        }
    }
}
