//! Ends of blocks: tests, loops, and returns from literals that were run in place.
//!
//!     defer func() { resp.Body.Close() }()
//!     ..
//!     return nil      the deferred literal runs first; then the results go to the caller, and with them the response or not
//!
//! A literal that was run in place returns to the call that ran it. Ends of the whole function are in `exits.rs`.

use super::access_path::AccessPathId;
use super::explored::Goal;
use super::nodes::PathCondition;
use super::state::{Activation, Bind, Deferred, Runs, State, Status};
use super::value::{Bound, Handle, PARAM_BITS, Value};
use super::walk::{EventId, Explorer};
use super::witness::LeakKind;
use crate::go::body::{
    Block, BlockId, Call, End, EventKind, FrameId, Part, PlaceId, SlotId, SlotKind, WrittenCondition,
};
use crate::ground::source::Span;
use crate::meaning::effect::{Fact, Stage};
use crate::program::Type;
use smallvec::{SmallVec, smallvec};

/// How many literals may be run inside each other. Containers of tests reach six.
const DEEPEST_FRAMES: usize = 8;

impl Explorer<'_> {
    /// Goes on from the end of a block to the blocks that it leads to in this state.
    pub(super) fn end_of_block(&mut self, id: u32, block: &Block, state: State) {
        if self.is_discharged(&state) {
            self.note_discharge(state.status);
            return;
        }
        let here = self.nodes.get(id).block;
        match &block.end {
            End::Goto(to) => {
                let mut state = state;
                self.begin_range(here, *to, &mut state);
                let to = self.past_head(&state, here, *to);
                self.push((to, 0), state, Some(id), None);
            }
            End::Branch { test, yes, no, shown } => {
                let counted = self.body.counted_list(here);
                let held = counted.and_then(|(inside, list)| Some((inside, self.held_element(&state, list)?)));
                let (leaves_by_yes, leaves_by_no) =
                    (self.leaves_receiving_loop(&state, here, *yes), self.leaves_receiving_loop(&state, here, *no));
                let (on_yes, on_no) = self.test(state, test);
                let (mut on_yes, mut on_no) = (on_yes.filter(|_| !leaves_by_yes), on_no.filter(|_| !leaves_by_no));
                if let Some((inside, held)) = held {
                    let is_yes = inside == *yes;
                    held.count(if is_yes { (&mut on_yes, &mut on_no) } else { (&mut on_no, &mut on_yes) });
                }
                if let Some(state) = on_yes {
                    self.push((*yes, 0), state, Some(id), condition(shown, true));
                }
                if let Some(state) = on_no {
                    self.push((*no, 0), state, Some(id), condition(shown, false));
                }
            }
            End::Choose(all) => {
                let mut state = state;
                if let Some(reading) = &mut state.reading {
                    reading.beside = None;
                }
                for (to, span) in all {
                    if self.is_never_taken(&state, all, *to) {
                        continue;
                    }
                    self.push((*to, 0), state.clone(), Some(id), span.map(PathCondition::Case));
                }
            }
            End::Iterate { over, body, exit, .. } => self.iterate(id, *over, (*body, *exit), state),
            End::Return { span, is_implicit } => self.leave(id, state, *span, *is_implicit),
            // An endless wait: what was lost before stays open.
            End::Stop => {
                if let Status::Leaked(number) = state.status {
                    self.mark_feasible(number);
                }
            }
        }
    }

    /// A loop over a container that holds the response runs at least once: the first iteration is the one that gets it.
    fn iterate(&mut self, id: u32, over: Option<PlaceId>, (inner, exit): (BlockId, BlockId), state: State) {
        let mut state = state;
        let mut inside = state.clone();
        if let Some(held) = over.and_then(|over| self.held_element(&state, over)) {
            held.visit(&mut inside);
            if !held.is_visited {
                return self.push((inner, 0), inside, Some(id), None);
            }
            held.leave(&mut state);
        }
        let here = self.nodes.get(id).block;
        let is_empty = over.is_some_and(|over| {
            let path = self.path(over);
            self.lookup(&state, path).is_nil() == Some(true)
        });
        let is_left = !over.is_some_and(|over| self.is_ranged_with_response(&state, over))
            && !self.leaves_receiving_loop(&state, here, exit);
        if !is_empty && over.is_none_or(|over| !self.is_last_iteration(&inside, over, inner)) {
            self.push((inner, 0), inside, Some(id), None);
        }
        if is_left {
            self.push((exit, 0), state, Some(id), None);
        }
    }

    /// The element of a list, if it holds the open response.
    fn held_element(&mut self, state: &State, list: PlaceId) -> Option<HeldElement> {
        let list = self.path(list);
        let element = self.part(list, &Part::Element);
        let bound = self.bound(state, element);
        let is_held = bound.handle().is_some_and(|(_, handle)| handle.can_close());
        (is_held && state.status == Status::Open).then(|| HeldElement {
            element,
            stored: state.get(element).unwrap_or(bound.value),
            is_visited: bound.value.fact == Some(Fact::True),
        })
    }

    /// A return: deferred literals run first, then the results mean what the activation says.
    fn leave(&mut self, id: u32, state: State, span: Span, is_implicit: bool) {
        let mut state = state;
        let Some(activation) = state.stack.last().copied() else {
            return;
        };
        let depth = u8::try_from(state.stack.len()).unwrap_or(u8::MAX);
        let next = self.next_deferred(&state, depth, activation.frame);
        if !next.is_empty() {
            for deferred in next {
                let is_ordered = self.memo.ordered.contains(&activation.frame);
                let excludes = |own: &Deferred| {
                    !is_ordered && deferred.stage == Stage::Test && (own.depth, own.stage) == (depth, Stage::Test)
                };
                let mut after = state.clone();
                after.deferred.retain(|own| *own != deferred && !excludes(own));
                self.run_deferred(id, after, deferred.runs);
            }
            return;
        }
        self.run_later_releases(&mut state, depth);
        let end = if is_implicit { LeakKind::End } else { LeakKind::Return };
        if activation.bind == Bind::Root {
            return self.leave_root(id, &state, span, end);
        }
        if self.ends_in_literal(id, &mut state, activation.frame, span, end) {
            return;
        }
        let results = self.results_of_literal(&state, activation.frame);
        if self.only_runs_again(&state, activation, &results) {
            return;
        }
        self.run_again(id, &state, activation, &results);
        state.stack.pop();
        self.clear_frame(&mut state, activation.frame);
        self.bind_results(&mut state, activation, results);
        let (block, number) = activation.return_to;
        if let Some(before) = number.checked_sub(1)
            && let Some(event) = self.body.blocks[block.index()].events.get(before as usize)
        {
            self.at = (block, before);
            if self.is_over(id, event, &mut state, true) {
                return;
            }
        }
        self.push((block, number), state, Some(id), None);
    }

    /// The literals of which one runs next at the end of a frame, at a depth of the stack: the one that was deferred last, else the
    /// first of the earliest stage. Of tests each one may be the next, and the others do not run with it.
    fn next_deferred(&self, state: &State, depth: u8, frame: FrameId) -> SmallVec<[Deferred; 2]> {
        let own = || state.deferred.iter().filter(|deferred| deferred.depth == depth).copied();
        if let Some(last) = own().rev().find(|deferred| deferred.stage == Stage::Deferred) {
            return smallvec![last];
        }
        let Some(stage) = own().map(|deferred| deferred.stage).min() else {
            return SmallVec::new();
        };
        let mut next: SmallVec<[Deferred; 2]> = own().filter(|deferred| deferred.stage == stage).collect();
        if stage != Stage::Test || self.memo.ordered.contains(&frame) {
            next.truncate(1);
        } else if let Some(only) =
            next.iter().find(|next| next.runs.literal().is_some_and(|frame| self.holds_site(state, frame))).copied()
        {
            next = smallvec![only];
        }
        next
    }

    /// Runs a deferred literal or call, which comes back to the return.
    fn run_deferred(&mut self, id: u32, state: State, runs: Runs) {
        let mut state = state;
        let block = self.nodes.get(id).block;
        let events = self.body.blocks[block.index()].events.len();
        let here: EventId = (block, u32::try_from(events).unwrap_or(u32::MAX));
        let frame = match runs {
            Runs::Literal(frame) => frame,
            Runs::Call(event) => {
                for state in self.run_deferred_call(state, event) {
                    self.push(here, state, Some(id), None);
                }
                return;
            }
        };
        if !self.can_enter(&state, frame) {
            return self.push(here, state, Some(id), None);
        }
        state.stack.push(Activation { frame, return_to: here, bind: Bind::Nothing });
        let entry = self.body.frames[frame.index()].entry;
        self.push((entry, 0), state, Some(id), None);
    }

    fn results_of_literal(&mut self, state: &State, frame: FrameId) -> Vec<Bound> {
        let slots = &self.body.frames[frame.index()].results;
        let bound = |slot: &SlotId| {
            let root = self.paths.root(*slot);
            self.bound(state, root)
        };
        slots.iter().map(bound).collect()
    }

    /// Whether the path of a response ends where a literal returns in which it was acquired: returned, or a leak.
    fn ends_in_literal(&mut self, id: u32, state: &mut State, frame: FrameId, span: Span, end: LeakKind) -> bool {
        let Goal::Site(site) = &self.goal else {
            return false;
        };
        let is_acquired_here = self.body.is_within(self.body.blocks[site.block.index()].frame, frame);
        if state.status != Status::Open || !is_acquired_here {
            return false;
        }
        let is_result = |slot: SlotId| self.body.frames[frame.index()].results.contains(&slot);
        let returned =
            state.env.iter().any(|(path, value)| value.handle != Handle::None && is_result(self.paths.slot(*path)));
        if returned {
            self.found.note_discharge_at(span, Status::Escaped);
            self.found.note_discharge(Status::Escaped);
            return true;
        }
        let in_outer_slot = |path: AccessPathId| {
            let slot = &self.body.slots[self.paths.slot(path).index()];
            !self.body.is_within(slot.frame, frame)
        };
        // `t.Cleanup(func() { resp.Body.Close() })` runs when the whole function has ended.
        let is_held_outside = state.env.iter().any(|(path, value)| value.handle.can_close() && in_outer_slot(*path))
            || state
                .deferred
                .iter()
                .any(|deferred| deferred.runs.literal().is_some_and(|frame| self.captures_handle(state, frame)));
        if is_held_outside {
            return false;
        }
        // The function around it may still cancel the context.
        if state.contexts & !PARAM_BITS != 0
            && let Some(number) = self.note_leak(id, end, span)
        {
            state.resolve(Status::Leaked(number));
            return false;
        }
        self.note_leak_at_end(id, end, span);
        true
    }

    /// Whether a literal may be run inside the current frame.
    pub(super) fn can_enter(&self, state: &State, frame: FrameId) -> bool {
        state.stack.len() < DEEPEST_FRAMES && state.stack.iter().all(|activation| activation.frame != frame)
    }

    /// Drops what is known of the variables of a literal that has returned, unless they hold the response.
    pub(super) fn clear_frame(&self, state: &mut State, frame: FrameId) {
        let inside = |slot: SlotId| {
            let data = &self.body.slots[slot.index()];
            data.kind != SlotKind::Global && self.body.is_within(data.frame, frame)
        };
        state.env.retain(|(path, value)| !inside(self.paths.slot(*path)) || value.handle.can_close());
        for (path, value) in &mut state.env {
            if inside(self.paths.slot(*path)) {
                *value = Value::holding(value.handle);
            }
        }
        state.exprs.retain(|(expr, _)| {
            self.body.exprs[expr.index()].places.iter().all(|place| !inside(self.body.slot_of(*place)))
        });
    }

    /// Binds the results of a literal to those of the call that ran it.
    fn bind_results(&mut self, state: &mut State, activation: Activation, results: Vec<Bound>) {
        let (block, number) = activation.return_to;
        let body = self.body;
        let event = number.checked_sub(1).and_then(|at| body.blocks[block.index()].events.get(at as usize));
        let Some(EventKind::Call(call)) = event.map(|event| &event.kind) else {
            return;
        };
        self.bind_to_call(state, call, activation, results);
        if state.status == Status::Open && activation.bind != Bind::Root {
            self.drop_own_handles(state, activation.frame);
        }
    }

    fn bind_to_call(&mut self, state: &mut State, call: &Call, activation: Activation, results: Vec<Bound>) {
        match activation.bind {
            Bind::Root | Bind::Nothing => {}
            Bind::Results => {
                for (place, value) in call.results.iter().zip(results) {
                    if let Some(place) = place {
                        let path = self.path(*place);
                        self.store(state, path, value);
                    }
                }
            }
            Bind::Started => self.note_returned_error(state, call, &results),
            Bind::LastError => {
                // Not always the last one: `v, err, shared := group.Do(key, fn)`.
                let last = self.body.frames[activation.frame.index()].results.last();
                let returns_error = last.is_some_and(|slot| self.resolver.slot_type(*slot).is_error());
                let may_be_error = |place: &PlaceId| match self.resolver.place_type(*place) {
                    // Of a function that is not known.
                    Type::Unknown => returns_error,
                    ty => ty.is_error(),
                };
                let error = call.results.iter().rev().flatten().copied().find(may_be_error);
                if let (Some(place), Some(value)) = (error, results.last()) {
                    let path = self.path(place);
                    self.store(state, path, Bound::plain(value.value));
                }
            }
        }
    }

    /// Drops the response from the parameters and results of a literal, which end with it, if another variable holds it.
    pub(super) fn drop_own_handles(&self, state: &mut State, frame: FrameId) {
        let is_own = |path: &AccessPathId| {
            let slot = &self.body.slots[self.paths.slot(*path).index()];
            matches!(slot.kind, SlotKind::Result | SlotKind::Param) && self.body.is_within(slot.frame, frame)
        };
        let holders = state.env.iter().filter(|(_, value)| value.handle.can_close()).map(|(path, _)| *path);
        let (dead, outside): (Vec<AccessPathId>, Vec<AccessPathId>) = holders.partition(is_own);
        if !outside.is_empty() {
            dead.into_iter().for_each(|path| state.set(path, Value::default()));
        }
    }
}

/// The element that holds the response, of a list through which a loop goes. That it is true says that an iteration has begun.
struct HeldElement {
    element: AccessPathId,
    stored: Value,
    is_visited: bool,
}

impl HeldElement {
    /// A loop that counts through the list has an iteration at least.
    fn count(&self, (inside, after): (&mut Option<State>, &mut Option<State>)) {
        if !self.is_visited && inside.is_some() {
            *after = None;
        }
        inside.iter_mut().for_each(|inside| self.visit(inside));
        after.iter_mut().for_each(|after| self.leave(after));
    }

    /// An iteration begins.
    fn visit(&self, state: &mut State) {
        state.set(self.element, Value { fact: Some(Fact::True), ..self.stored });
    }

    /// The loop is over: the next one over the list has a first iteration of its own.
    fn leave(&self, state: &mut State) {
        state.set(self.element, Value { fact: None, ..self.stored });
    }
}

/// The condition that a path has passed where it goes on to `yes`, or to `no`; `None` if it is no step for the reader.
fn condition(shown: &WrittenCondition, is_yes: bool) -> Option<PathCondition> {
    let is_true = is_yes != shown.is_negated;
    if shown.is_quiet {
        return None;
    }
    match shown.is_case {
        true => is_true.then_some(PathCondition::Case(shown.span)),
        false => Some(PathCondition::Branch { span: shown.span, is_true }),
    }
}
