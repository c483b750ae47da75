//! Liveness: the facts that a later test can still read.
//!
//!     if verbose { log.Print(u) }     `verbose` is live before the test, and dead after it unless it is read again
//!
//! Facts that no test reads again are killed at the start of a block, so that states that differ only in them become one: on 60
//! independent `if`s after an acquisition this keeps the number of states linear.
//!
//! Each slot is followed backwards from the blocks that read it to those that write it first. The cost is that of the ranges found,
//! not of all blocks times all slots: of a thousand responses that are acquired one after the other, each is live in two blocks.

use crate::go::body::{Block, BlockId, Body, Callee, End, EventKind, ExprId, Operand, PlaceId, PureTree, SlotId, Test};
use crate::go::lower::{event_places, test_places};
use rustc_hash::FxHashMap;
use smallvec::SmallVec;

/// For each block the slots and expressions that may be read from its start on before they are written.
#[derive(Debug)]
pub struct Live {
    slots: Ranges,
    exprs: Ranges,
    /// The slots that some function literal captures: they are live everywhere.
    captured: Vec<bool>,
}

/// The slots or expressions that are live at the start of each block, sorted.
#[derive(Debug)]
enum Ranges {
    Known(Vec<Vec<u32>>),
    /// Too many to list.
    Everywhere,
    /// Too many to list; that costs nothing but precision.
    Nowhere,
}

/// Above this many pairs of block and slot (16 MiB), all slots count as live everywhere; above as many pairs of block and
/// expression, no expression as live anywhere.
/// Only generated functions come near it: every variable has to be live in every block.
const MOST_PAIRS: usize = 4 << 20;

/// Computes the slots and expressions that are live at the start of each block of a body.
pub fn live(body: &Body) -> Live {
    let mut captured = vec![false; body.slots.len()];
    for slot in body.frames.iter().flat_map(|frame| &frame.captures) {
        captured[slot.index()] = true;
    }
    let before = predecessors(body);
    let mut slots = SlotUses::default();
    let mut exprs = SlotUses::default();
    let values = PlaceExprs::of(body);
    // For each slot, the last block known to read it before it writes it, and the last one known to write it.
    let mut last = vec![(None, None); body.slots.len()];
    for (number, block) in (0_u32..).zip(&body.blocks) {
        let mut note = |slot: SlotId, is_read: bool| {
            let (read, written) = &mut last[slot.index()];
            if is_read && *read != Some(number) && *written != Some(number) {
                *read = Some(number);
                if !captured[slot.index()] {
                    slots.read.push((slot.0, number));
                }
            } else if !is_read && *written != Some(number) {
                *written = Some(number);
                slots.written.push((slot.0, number));
            }
        };
        each_access(body, block, 0, &mut note);
        exprs.read.extend(values.read_by(body, block).into_iter().map(|expr| (expr.0, number)));
        if let End::Branch { test: Test::Compare { expr, .. } | Test::Equal(_, _, Some(expr)), .. } = &block.end {
            exprs.read.push((expr.0, number));
            let sides = body.exprs[expr.index()].sides;
            exprs.read.extend(sides.into_iter().flatten().map(|side| (side.0, number)));
        }
    }
    Live {
        slots: slots.ranges(&before).map_or(Ranges::Everywhere, Ranges::Known),
        exprs: exprs.ranges(&before).map_or(Ranges::Nowhere, Ranges::Known),
        captured,
    }
}

impl Live {
    /// Whether a fact about a slot may be read from the start of a block on.
    pub fn slot(&self, block: BlockId, slot: SlotId) -> bool {
        self.captured[slot.index()] || self.slots.has(block, slot.0)
    }

    /// Whether a fact about a slot may be read from an event of a block on; `first` is the result of [`first_accesses`] for it.
    pub(super) fn slot_from(&self, body: &Body, block: BlockId, first: &FxHashMap<SlotId, bool>, slot: SlotId) -> bool {
        let next = || body.blocks[block.index()].end.successors();
        let is_read = first.get(&slot).copied();
        self.captured[slot.index()] || is_read.unwrap_or_else(|| next().into_iter().any(|to| self.slot(to, slot)))
    }

    /// Whether a fact about an expression may be read from the start of a block on.
    pub fn expr(&self, block: BlockId, expr: ExprId) -> bool {
        self.exprs.has(block, expr.0)
    }
}

impl Ranges {
    fn has(&self, block: BlockId, id: u32) -> bool {
        match self {
            Ranges::Known(blocks) => blocks.get(block.index()).is_some_and(|ids| ids.binary_search(&id).is_ok()),
            Ranges::Everywhere => true,
            Ranges::Nowhere => false,
        }
    }
}

/// The expressions that are the value of a place, or its length, by the variable at the root of the place.
struct PlaceExprs(FxHashMap<SlotId, Vec<(PlaceId, ExprId)>>);

impl PlaceExprs {
    fn of(body: &Body) -> PlaceExprs {
        let mut all: FxHashMap<SlotId, Vec<(PlaceId, ExprId)>> = FxHashMap::default();
        for (number, expr) in (0_u32..).zip(&body.exprs) {
            let place = match &expr.tree {
                PureTree::Len(of) => of.place(),
                tree => tree.place(),
            };
            if let Some(place) = place {
                all.entry(body.slot_of(place)).or_default().push((place, ExprId(number)));
            }
        }
        PlaceExprs(all)
    }

    /// The expressions that a block may ask for without a test: a callee that gets the value, or something that the value is in,
    /// may test it; a range loop runs at least once over what is not empty.
    fn read_by(&self, body: &Body, block: &Block) -> Vec<ExprId> {
        let mut read = Vec::new();
        if self.0.is_empty() {
            return read;
        }
        let mut note = |place: PlaceId| {
            let exprs = self.0.get(&body.slot_of(place)).into_iter().flatten();
            read.extend(exprs.filter(|(own, _)| is_part_of(body, *own, place)).map(|(_, expr)| *expr));
        };
        for event in &block.events {
            let EventKind::Call(call) = &event.kind else {
                continue;
            };
            for arg in &call.args {
                if let Operand::Place(place) = arg {
                    note(*place);
                }
            }
            if let Callee::Place(place) = call.callee
                && let Some((base, _)) = &body.places[place.index()].part
            {
                note(*base);
            }
        }
        if let End::Iterate { over: Some(place), .. } = &block.end {
            note(*place);
        }
        read
    }
}

/// Whether a place is another one, or a part of it.
fn is_part_of(body: &Body, place: PlaceId, whole: PlaceId) -> bool {
    let mut at = place;
    loop {
        if at == whole {
            return true;
        }
        match &body.places[at.index()].part {
            Some((base, _)) => at = *base,
            None => return false,
        }
    }
}

/// Where things are read before they are written in the same block, and where they are written: thing, block.
#[derive(Default)]
struct SlotUses {
    read: Vec<(u32, u32)>,
    written: Vec<(u32, u32)>,
}

impl SlotUses {
    /// For each block the things that are live at its start; `None` if they are too many.
    fn ranges(mut self, before: &[SmallVec<[u32; 2]>]) -> Option<Vec<Vec<u32>>> {
        self.read.sort_unstable();
        self.written.sort_unstable();
        let mut live: Vec<Vec<u32>> = vec![Vec::new(); before.len()];
        // The last thing for which a block was visited or is known to write it, plus one.
        let mut visited = vec![0_u32; before.len()];
        let mut writing = vec![0_u32; before.len()];
        let mut pairs = 0;
        let mut stack = Vec::new();
        for reads in self.read.chunk_by(|a, b| a.0 == b.0) {
            let id = reads[0].0;
            let first = self.written.partition_point(|(other, _)| *other < id);
            for (_, block) in self.written[first..].iter().take_while(|(other, _)| *other == id) {
                writing[*block as usize] = id + 1;
            }
            stack.extend(reads.iter().map(|(_, block)| *block));
            while let Some(block) = stack.pop() {
                if std::mem::replace(&mut visited[block as usize], id + 1) == id + 1 {
                    continue;
                }
                live[block as usize].push(id);
                pairs += 1;
                if pairs > MOST_PAIRS {
                    return None;
                }
                let is_unwritten = |from: &&u32| writing[**from as usize] != id + 1;
                stack.extend(before[block as usize].iter().filter(is_unwritten));
            }
        }
        Some(live)
    }
}

/// The numbers of the blocks that lead to each block.
pub(super) fn predecessors(body: &Body) -> Vec<SmallVec<[u32; 2]>> {
    let mut before = vec![SmallVec::new(); body.blocks.len()];
    for (number, block) in (0_u32..).zip(&body.blocks) {
        for to in block.end.successors() {
            before[to.index()].push(number);
        }
    }
    before
}

/// The slots that a block reads or writes from an event on, and whether it reads them first.
pub(super) fn first_accesses(body: &Body, block: BlockId, event: usize) -> FxHashMap<SlotId, bool> {
    let mut first = FxHashMap::default();
    each_access(body, &body.blocks[block.index()], event, &mut |slot, is_read| {
        first.entry(slot).or_insert(is_read);
    });
    first
}

/// Calls `note` with the slots that a block reads and writes from an event on, in their order, and whether it is read.
fn each_access(body: &Body, block: &Block, event: usize, note: &mut impl FnMut(SlotId, bool)) {
    for event in block.events.iter().skip(event) {
        let writes = event.kind.writes();
        for place in event_places(&event.kind) {
            let is_only_written = writes.contains(&place) && body.places[place.index()].part.is_none();
            if !is_only_written || reads_itself(&event.kind, place) {
                note(body.slot_of(place), true);
            }
        }
        for place in writes.iter().filter(|place| body.places[place.index()].part.is_none()) {
            note(body.slot_of(*place), false);
        }
        if let EventKind::Declare(slot) = &event.kind {
            note(*slot, false);
        }
    }
    match &block.end {
        End::Branch { test, .. } => {
            test_places(test, body).into_iter().for_each(|place| note(body.slot_of(place), true));
        }
        End::Return { .. } => {
            body.frames[block.frame.index()].results.iter().for_each(|slot| note(*slot, true));
        }
        End::Iterate { over: Some(place), .. } => note(body.slot_of(*place), true),
        _ => {}
    }
}

/// Whether an event that writes a place reads it first: `x = f(x)`.
pub(super) fn reads_itself(kind: &EventKind, place: PlaceId) -> bool {
    kind.reads().iter().any(|operand| match operand {
        Operand::Place(read) => *read == place,
        Operand::Tuple(all) => all.contains(&place),
        _ => false,
    })
}
