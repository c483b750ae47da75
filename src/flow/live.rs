//! Which facts a later test can still ask for.
//!
//! Facts that nobody asks for again are dropped at block ends, so that states that differ only in them become one: on 60
//! independent `if`s after an acquisition this keeps the number of states linear.

use crate::body::{Body, End, EventKind, ExprId, SlotId};
use crate::lower::{event_places, test_places};

/// For each block the slots and expressions that may be read from its start on, without an assignment before.
#[derive(Debug)]
pub struct Live {
    slots: Vec<Bits>,
    exprs: Vec<Bits>,
    /// Slots that some function literal captures: never dropped.
    captured: Bits,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Bits(Vec<u64>);

impl Bits {
    fn new(len: usize) -> Bits {
        Bits(vec![0; len.div_ceil(64)])
    }
    fn insert(&mut self, at: usize) {
        self.0[at / 64] |= 1 << (at % 64);
    }
    fn remove(&mut self, at: usize) {
        self.0[at / 64] &= !(1 << (at % 64));
    }
    fn has(&self, at: usize) -> bool {
        self.0.get(at / 64).is_some_and(|word| word & (1 << (at % 64)) != 0)
    }
    /// Adds all of `other`; says whether anything was new.
    fn add(&mut self, other: &Bits) -> bool {
        let mut grew = false;
        for (word, more) in self.0.iter_mut().zip(&other.0) {
            grew |= *more & !*word != 0;
            *word |= more;
        }
        grew
    }
}

/// Bodies with more blocks times slots than this count as live everywhere: the table would be larger than 32 MiB. A
/// generated function of 3,000 requests stays below it, a `switch` with 20,000 cases does not.
const LARGEST_TABLE: usize = 256 << 20;

/// Computes what is live at the start of each block of a body, by iteration to a fixed point.
pub fn live(body: &Body) -> Live {
    let (slot_count, expr_count) = (body.slots.len(), body.exprs.len());
    if body.blocks.len().saturating_mul(slot_count + expr_count) > LARGEST_TABLE {
        return Live { slots: Vec::new(), exprs: Vec::new(), captured: Bits::default() };
    }
    let mut captured = Bits::new(slot_count);
    for frame in &body.frames {
        frame.captures.iter().for_each(|slot| captured.insert(slot.index()));
    }
    let mut live = Live {
        slots: vec![Bits::new(slot_count); body.blocks.len()],
        exprs: vec![Bits::new(expr_count); body.blocks.len()],
        captured,
    };
    let mut changed = true;
    while changed {
        changed = false;
        for number in (0..body.blocks.len()).rev() {
            let (slots, exprs) = live.at_start(body, number);
            changed |= live.slots[number].add(&slots);
            changed |= live.exprs[number].add(&exprs);
        }
    }
    live
}

impl Live {
    /// Whether a fact about a slot may be asked for from the start of a block on.
    pub fn slot(&self, block: crate::body::BlockId, slot: SlotId) -> bool {
        let Some(slots) = self.slots.get(block.index()) else {
            return true;
        };
        self.captured.has(slot.index()) || slots.has(slot.index())
    }

    /// Whether a fact about an expression may be asked for from the start of a block on.
    pub fn expr(&self, block: crate::body::BlockId, expr: ExprId) -> bool {
        self.exprs.get(block.index()).is_none_or(|exprs| exprs.has(expr.index()))
    }

    fn at_start(&self, body: &Body, number: usize) -> (Bits, Bits) {
        let block = &body.blocks[number];
        let mut slots = Bits::new(body.slots.len());
        let mut exprs = Bits::new(body.exprs.len());
        let mut from = |to: crate::body::BlockId| {
            slots.add(&self.slots[to.index()]);
            exprs.add(&self.exprs[to.index()]);
        };
        match &block.end {
            End::Goto(to) => from(*to),
            End::Branch { yes, no, .. } => {
                from(*yes);
                from(*no);
            }
            End::Choose(all) => all.iter().for_each(|(to, _)| from(*to)),
            End::Iterate { body, exit, .. } => {
                from(*body);
                from(*exit);
            }
            End::Return { .. } | End::Stop => {}
        }
        match &block.end {
            End::Branch { test, .. } => {
                for place in test_places(test, body) {
                    slots.insert(body.slot_of(place).index());
                }
                use crate::body::Test;
                if let Test::Compare { expr, .. } | Test::Same(expr) | Test::Equal(_, _, Some(expr)) = test {
                    exprs.insert(expr.index());
                }
            }
            End::Return { .. } => {
                for slot in &body.frames[block.frame.index()].results {
                    slots.insert(slot.index());
                }
            }
            End::Iterate { over: Some(place), .. } => slots.insert(body.slot_of(*place).index()),
            _ => {}
        }
        for event in block.events.iter().rev() {
            if let EventKind::Declare(slot) = &event.kind {
                slots.remove(slot.index());
            }
            for place in event.kind.writes() {
                if body.places[place.index()].part.is_none() {
                    slots.remove(body.slot_of(place).index());
                }
            }
            let writes = event.kind.writes();
            for place in event_places(&event.kind) {
                let is_only_written = writes.contains(&place) && body.places[place.index()].part.is_none();
                if !is_only_written || reads_itself(&event.kind, place) {
                    slots.insert(body.slot_of(place).index());
                }
            }
        }
        (slots, exprs)
    }
}

/// `x = f(x)`: written and read.
fn reads_itself(kind: &EventKind, place: crate::body::PlaceId) -> bool {
    use crate::body::Operand;
    kind.reads().iter().any(|operand| match operand {
        Operand::Place(read) => *read == place,
        Operand::Tuple(all) => all.contains(&place),
        _ => false,
    })
}
