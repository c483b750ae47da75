//! Killing and widening: dropping facts so that paths meet again in one state.
//!
//!     if verbose { log.Print(u) }     two states, of `verbose` and of not
//!     resp, err := http.Get(u)        one state, if `verbose` is not tested again
//!
//! Facts that no later test can read are killed, which changes no result. Where many states remain, a state is widened: facts that are
//! likely to matter least go first. Whether an error is nil is never dropped: that would invent leaks.

use super::access_path::AccessPathId;
use super::live::{first_accesses, reads_itself};
use super::state::{State, Status};
use super::value::{Handle, Pointer, Value};
use super::walk::Explorer;
use crate::go::body::{BlockId, End, PlaceId, SlotId, SlotKind};
use crate::go::lower::{event_places, test_places};
use crate::meaning::effect::Fact;
use rustc_hash::FxHashSet;
use smallvec::SmallVec;

impl Explorer<'_> {
    /// Drops what is likely to matter least, where `count` states at one event are more than `many`: expressions, and fields of
    /// variables that do not hold the response, then booleans.
    pub(super) fn widen(&self, state: &mut State, count: usize, many: usize) {
        state.exprs.clear();
        let holders = self.holders(state);
        for (path, value) in &mut state.env {
            let is_field = self.paths.parent(*path).is_some() && !holders.contains(&self.paths.slot(*path));
            let is_boolean = matches!(value.fact, Some(Fact::True | Fact::False));
            if state.status == Status::Open && self.is_field_of_argument(*path, value) && count < 4 * many {
                continue;
            }
            if is_field || is_boolean && count > 2 * many {
                value.fact = None;
            }
        }
        state.env.retain(|(_, value)| !value.is_unknown());
    }

    /// The variables that hold the response, or have a part that does.
    fn holders(&self, state: &State) -> SmallVec<[SlotId; 4]> {
        let held = state.env.iter().filter(|(_, value)| value.handle != Handle::None);
        held.map(|(path, _)| self.paths.slot(*path)).collect()
    }

    /// Kills the facts that no later test can read, at the start of a block.
    pub(super) fn kill_dead_facts(&mut self, block: BlockId, state: &mut State) {
        self.kill_dead_pointers(block, state);
        let frame = state.frame();
        let is_dead = |slot: SlotId| {
            self.body.slots[slot.index()].frame == frame
                && self.body.slots[slot.index()].kind != SlotKind::Global
                && !self.walk.live.slot(block, slot)
        };
        let is_nested = state.stack.len() > 1;
        // A test of an argument before the response is there says nothing about it.
        let is_open = state.status == Status::Open;
        state.env.retain(|(path, value)| {
            let is_known = value.fact.is_some() || value.is_later_error;
            if is_known && is_dead(self.paths.slot(*path)) && !(is_open && self.is_switch(*path, value)) {
                (value.fact, value.is_later_error) = (None, false);
            }
            !value.is_unknown()
        });
        if !is_nested {
            state.exprs.retain(|(expr, _)| self.walk.live.expr(block, *expr));
        }
    }

    /// Kills the facts that no later test can read, in the middle of a block: many calls in a row, each with several
    /// outcomes, are one block.
    pub(super) fn kill_dead_facts_inside(&mut self, block: BlockId, event: u32, state: &mut State) {
        let body = self.body;
        let holders = self.holders(state);
        let first =
            self.memo.accesses.entry((block, event)).or_insert_with(|| first_accesses(body, block, event as usize));
        let frame = state.frame();
        for (path, value) in &mut state.env {
            let slot = self.paths.slot(*path);
            let data = &body.slots[slot.index()];
            let is_own = data.frame == frame && matches!(data.kind, SlotKind::Local | SlotKind::Temp);
            if is_own && !holders.contains(&slot) && !self.walk.live.slot_from(body, block, first, slot) {
                (value.fact, value.pointer, value.is_later_error) = (None, Pointer::None, false);
            }
        }
        state.env.retain(|(_, value)| !value.is_unknown());
    }

    /// Drops pointers in variables that are not read again, and in fields that no event reads if they point to such
    /// variables: fifty times `if v := get(k); v != "" { r.F = &v }` would be 2^50 states.
    fn kill_dead_pointers(&mut self, block: BlockId, state: &mut State) {
        let frame = state.frame();
        let mut dropped: SmallVec<[AccessPathId; 4]> = SmallVec::new();
        for (path, value) in &state.env {
            let Value { handle: Handle::None, contexts: 0, cancels: 0, pointer, .. } = *value else {
                continue;
            };
            let is_dead = |path: AccessPathId| {
                let slot = &self.body.slots[self.paths.slot(path).index()];
                let is_own = slot.frame == frame && matches!(slot.kind, SlotKind::Local | SlotKind::Temp);
                is_own && !self.walk.live.slot(block, self.paths.slot(path))
            };
            let is_useless = match pointer {
                Pointer::None => false,
                _ if is_dead(*path) => true,
                Pointer::Frame(_) | Pointer::Function(_) => false,
                Pointer::To(pointee) => {
                    let holds = |own: &AccessPathId| self.paths.is_inside(pointee, *own);
                    let is_held = state.env.iter().any(|(own, value)| value.handle != Handle::None && holds(own));
                    is_dead(pointee) && !is_held && self.is_plain_field(*path)
                }
            };
            if is_useless {
                dropped.push(*path);
            }
        }
        if dropped.is_empty() {
            return;
        }
        if self.memo.read_paths.is_none() {
            self.memo.read_paths = Some(self.all_read_paths());
        }
        let read_paths = self.memo.read_paths.as_ref();
        dropped
            .retain(|path| self.paths.parent(*path).is_none() || read_paths.is_some_and(|read| !read.contains(path)));
        dropped.into_iter().for_each(|path| state.set(path, Value::default()));
    }

    /// Whether a path is a field of a local variable.
    fn is_plain_field(&self, path: AccessPathId) -> bool {
        self.body.slots[self.paths.slot(path).index()].kind == SlotKind::Local && self.paths.is_field_of_slot(path)
    }

    /// The paths that some event or test reads, and what they are parts of.
    fn all_read_paths(&mut self) -> FxHashSet<AccessPathId> {
        let body = self.body;
        let mut read = FxHashSet::default();
        let in_events = body.blocks.iter().flat_map(|block| &block.events).flat_map(|event| {
            let writes = event.kind.writes();
            let is_read = move |place: &PlaceId| !writes.contains(place) || reads_itself(&event.kind, *place);
            event_places(&event.kind).into_iter().filter(is_read)
        });
        let in_tests = body.blocks.iter().flat_map(|block| match &block.end {
            End::Branch { test, .. } => test_places(test, body),
            _ => Vec::new(),
        });
        for place in in_events.chain(in_tests) {
            let mut at = Some(self.path(place));
            while let Some(path) = at {
                read.insert(path);
                at = self.paths.parent(path).map(|(base, _)| base);
            }
        }
        read
    }

    /// Whether a value is that of a switch in an argument of this function or of a literal in it that is run.
    fn is_field_of_argument(&self, path: AccessPathId, value: &Value) -> bool {
        let is_param = self.body.slots[self.paths.slot(path).index()].kind == SlotKind::Param;
        is_param && matches!(value.fact, Some(Fact::True | Fact::False)) && self.paths.is_field_of_slot(path)
    }

    /// Whether a value is that of a switch in an argument, `opts.NoResponse`: what a test showed of it is part of the exit.
    pub(super) fn is_switch(&self, path: AccessPathId, value: &Value) -> bool {
        let slot = self.paths.slot(path);
        let data = &self.body.slots[slot.index()];
        matches!(value.fact, Some(Fact::True | Fact::False))
            && data.kind == SlotKind::Param
            && data.frame == self.walk.root
            && self.paths.is_field_of_slot(path)
    }
}
