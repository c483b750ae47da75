//! The fast path: a walk from the call of a response on, which is enough for most responses.
//!
//!     setUp(t, server)                  neither followed nor parsed
//!     resp, err := client.Get(u)        the walk begins here and knows nothing of what came before
//!     require.NoError(t, err)
//!     defer resp.Body.Close()           closed on all paths: no walk from the entry is needed
//!
//! Of the code before the call it knows only the options, `call(&opts)`, where one literal is all that `opts` ever holds. It knows
//! less than a walk from the entry, so it sees more paths; all that closes or holds the response comes after the call. Where a walk
//! from the entry may come to another answer, the fast path gives none: for a response that escapes, because a variable may hold a
//! known literal; for one that is left in a variable of an outer frame; for one that leaks.

use super::acquired::{NoBody, Site};
use super::explored::{Explored, Goal};
use super::state::State;
use super::summary::Facts;
use super::walk::{Explorer, Successor, Walk};
use crate::go::body::{
    BlockId, Body, Call, Callee, Event, EventKind, FrameId, Operand, PlaceId, Rvalue, SlotId, SlotKind,
};
use rustc_hash::FxHashSet;
use smallvec::SmallVec;
use std::cell::{Cell, OnceCell};

/// An event: its block, and its number in it.
type Point = (BlockId, usize);

/// The number of events before a call among which the options for it are looked for.
const MOST_BEFORE: usize = 32;

/// The events that may change one variable.
#[derive(Clone, Copy, Default)]
struct SlotWrites {
    /// How many events write to it or a part of it, and the last of them.
    writes: (usize, Option<Point>),
    /// How many may let other code change it, and the last of them: a pointer to it, a call of one of its methods.
    others: (usize, Option<Point>),
}

/// The fast path for the responses of one body.
pub struct FastPath<'a> {
    /// The body and the depth; the root of each walk is the frame of the call.
    walk: Walk<'a>,
    /// The variables to which a pointer is made: facts known through a pointer are not known on the fast path.
    pointed_to: FxHashSet<SlotId>,
    /// The literals that assign variables around them.
    assigning: Vec<FrameId>,
    /// The changes of each slot, computed when they are first needed.
    changes: OnceCell<Vec<SlotWrites>>,
    cost: Cell<usize>,
}

impl<'a> FastPath<'a> {
    /// The fast path for a body without damage.
    pub fn new(walk: Walk<'a>) -> FastPath<'a> {
        let body = walk.resolver.body;
        let events = body.blocks.iter().flat_map(|block| &block.events);
        let pointed_to = events.filter_map(|event| match &event.kind {
            EventKind::Make { value: Rvalue::Address(place), .. } => Some(body.slot_of(*place)),
            _ => None,
        });
        let frames = (0_u32..).map(FrameId).zip(&body.frames);
        let assigning = frames.filter(|(_, data)| !data.assigns.is_empty()).map(|(frame, _)| frame).collect();
        FastPath { walk, pointed_to: pointed_to.collect(), assigning, changes: OnceCell::new(), cost: Cell::new(0) }
    }

    /// The result that a walk from the entry would have for a response, if it is closed or returned on all paths of the fast path;
    /// else `None`. Other parts of the result may stem from paths that a walk from the entry rules out.
    pub fn at(&self, site: &Site) -> Option<Explored> {
        let body = self.walk.resolver.body;
        let block = &body.blocks[site.block.index()];
        let EventKind::Call(call) = &block.events[site.event].kind else {
            return None;
        };
        // What the request was told before the call decides.
        if site.outcomes.iter().any(|outcome| matches!(outcome.no_body, NoBody::UnlessLeftOpen(_))) {
            return None;
        }
        let mut results = call.results.iter().flatten();
        if results.any(|place| self.pointed_to.contains(&body.slot_of(*place))) {
            return None;
        }
        let mut shared: SmallVec<[SlotId; 2]> = SmallVec::new();
        for frame in &self.assigning {
            if !body.is_within(block.frame, *frame) {
                shared.extend(body.frames[frame.index()].assigns.iter().copied());
            }
        }
        shared.sort_unstable();
        shared.dedup();
        // A deferred literal may assign another value to a result.
        if body.frames[block.frame.index()].results.iter().any(|slot| shared.binary_search(slot).is_ok()) {
            return None;
        }
        let known = self.options(site, call);
        let walk = Walk { root: block.frame, ..self.walk };
        let found = explore_from_call(walk, site, &known, shared);
        self.cost.set(self.cost.get() + found.cost);
        (!found.gave_up).then_some(found)
    }

    /// The events that initialize the variable to which the call's arguments point, if one literal is all that it ever holds:
    ///
    ///     opts := rest.Opts{Method: "GET", NoResponse: true}
    ///     resp, err := call(&opts)
    fn options(&self, site: &Site, call: &Call) -> SmallVec<[Point; 4]> {
        let body = self.walk.resolver.body;
        let mut found = SmallVec::new();
        for arg in &call.args {
            let pointer = match arg {
                Operand::Place(place) => self.made_before(*place, (site.block, site.event)),
                _ => None,
            };
            let Some((at, Rvalue::Address(variable))) = pointer else {
                continue;
            };
            if body.places[variable.index()].part.is_none() {
                found.extend(self.only_literal(body.slot_of(*variable), at).into_iter().flatten());
            }
            found.push(at);
        }
        found
    }

    /// The value that an event of the same block, before a given one, makes and stores in a temporary slot; and that event.
    fn made_before(&self, place: PlaceId, (block, event): Point) -> Option<(Point, &'a Rvalue)> {
        let body = self.walk.resolver.body;
        if body.slot(place).kind != SlotKind::Temp {
            return None;
        }
        let events = body.blocks[block.index()].events[..event].iter().enumerate().rev().take(MOST_BEFORE);
        let mut writing = events.filter(|(_, event)| event.kind.writes().contains(&place));
        match writing.next()? {
            (number, Event { kind: EventKind::Make { value, .. }, .. }) => Some(((block, number), value)),
            _ => None,
        }
    }

    /// The events that initialize a variable with a literal where it is declared, if no other event writes to it, and none but the
    /// one at `pointer` makes a pointer to it.
    fn only_literal(&self, variable: SlotId, pointer: Point) -> Option<[Point; 2]> {
        let changes = self.changes.get_or_init(|| changes(self.walk.resolver.body))[variable.index()];
        let (1, Some((block, event)), (1, Some(other))) = (changes.writes.0, changes.writes.1, changes.others) else {
            return None;
        };
        let events = &self.walk.resolver.body.blocks[block.index()].events;
        let declared = &events.get(event.checked_sub(1)?)?.kind;
        let EventKind::Assign { to: Some(_), from: Operand::Place(literal) } = &events[event].kind else {
            return None;
        };
        let (made, value) = self.made_before(*literal, (block, event))?;
        let is_whole = matches!(value, Rvalue::Composite { is_pointer: false, .. })
            && matches!(declared, EventKind::Declare(slot) if *slot == variable);
        (is_whole && other == pointer).then_some([made, (block, event)])
    }

    /// The cost of all walks on the fast path so far, those without an answer included; see [`Explored::cost`].
    pub fn cost(&self) -> usize {
        self.cost.get()
    }
}

/// Walks from the call of a site on, knowing only which variables other code may reach and the effects of the `known` events, until a
/// path shows that the response may stay open.
fn explore_from_call(walk: Walk, site: &Site, known: &[Point], shared: SmallVec<[SlotId; 2]>) -> Explored {
    let mut explorer = Explorer::on_fast_path(walk, Goal::Site(site.clone()));
    let mut start = State { shared, ..explorer.start(&Facts::new()) };
    for (block, number) in known {
        explorer.at = (*block, u32::try_from(*number).unwrap_or(u32::MAX));
        let mut next = explorer.event(start.clone(), &explorer.body.blocks[block.index()].events[*number]);
        match next.pop() {
            Some(Successor { enter: None, state, .. }) if next.is_empty() => start = state,
            _ => break,
        }
    }
    explorer.push((site.block, u32::try_from(site.event).unwrap_or(u32::MAX)), start, None, None);
    explorer.run();
    explorer.found
}

/// The events that may change each slot of a body.
fn changes(body: &Body) -> Vec<SlotWrites> {
    let mut all = vec![SlotWrites::default(); body.slots.len()];
    for (number, block) in (0_u32..).zip(&body.blocks) {
        for (event, content) in block.events.iter().enumerate() {
            let at = (BlockId(number), event);
            for place in content.kind.writes() {
                let writes = &mut all[body.slot_of(place).index()].writes;
                *writes = (writes.0 + 1, Some(at));
            }
            let mut changed = |place: &PlaceId| {
                let others = &mut all[body.slot_of(*place).index()].others;
                *others = (others.0 + 1, Some(at));
            };
            match &content.kind {
                EventKind::Make { value: Rvalue::Address(place), .. } => changed(place),
                EventKind::Call(call) => {
                    if let Callee::Place(place) = &call.callee {
                        changed(place);
                    }
                }
                EventKind::Mention(places) => places.iter().for_each(changed),
                _ => {}
            }
        }
    }
    all
}
