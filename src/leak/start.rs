//! The state in which a walk begins, and which blocks lead to its goal.

use super::explored::Goal;
use super::live::predecessors;
use super::state::{State, Status};
use super::summary::Facts;
use super::value::{MOST_MARKED_PARAMS, Value};
use super::walk::Explorer;
use crate::go::body::{BlockId, Callee, Event, EventKind, Part, SlotId};
use crate::meaning::effect::Fact;
use crate::program::Type;

impl Explorer<'_> {
    /// The state at the entry of the root; on the fast path the one in which nothing is known.
    pub(super) fn start(&mut self, facts: &Facts) -> State {
        let status = match self.goal {
            Goal::Site(_) | Goal::StatesAt(_) => Status::Waiting,
            Goal::Param { .. } => Status::Open,
            Goal::Plain => Status::Absent,
        };
        let mut state = State { follows_closed: self.follows_closed, ..State::at_entry(self.walk.root, status) };
        self.start_params(&mut state, facts);
        self.start_reading(&mut state);
        // The fast path does not begin at the entry.
        if !self.is_fast_path {
            let results = self.body.frames[self.walk.root.index()].results.clone();
            results.into_iter().for_each(|slot| self.start_result(&mut state, slot));
        }
        state
    }

    /// The parameters hold what is known of the arguments, and one of them the response that comes in.
    fn start_params(&mut self, state: &mut State, facts: &Facts) {
        let params = self.body.frames[self.walk.root.index()].params.clone();
        for (number, slot) in params.iter().enumerate() {
            let path = self.paths.root(*slot);
            let value = self.marked_param(number, *slot);
            state.set(path, value);
            for (_, part, known) in facts.iter().filter(|(param, _, _)| *param == number) {
                let path = self.paths.follow(path, part);
                self.note_known(state, path, known);
            }
        }
        if let Goal::Param { param, path, handle } = &self.goal
            && let Some(slot) = params.get(*param)
        {
            let root = self.paths.root(*slot);
            let path = self.paths.follow(root, path);
            let mut value = state.get(path).unwrap_or_default();
            value.handle = *handle;
            state.set(path, value);
        }
    }

    /// A result with a name starts as a zero value.
    pub(super) fn start_result(&mut self, state: &mut State, slot: SlotId) {
        let zero = self.zero_of(&self.resolver.slot_type(slot));
        if !self.body.slots[slot.index()].name.is_empty() && zero.fact == Some(Fact::Nil) {
            let path = self.paths.root(slot);
            state.set(path, zero);
        }
    }

    /// A parameter by which contexts or functions come in carries a bit of its own, so that an exit shows where it went.
    fn marked_param(&self, number: usize, slot: SlotId) -> Value {
        if number >= MOST_MARKED_PARAMS {
            return Value::default();
        }
        let bit = 1 << number;
        let ty = self.resolver.slot_type(slot);
        if matches!(self.goal, Goal::Site(_) | Goal::StatesAt(_)) {
            // Of the caller's values only the contexts matter: the function may wait for their end.
            let has_context = ty.is_named("context", "Context") || ty.pointee().is_named("net/http", "Request");
            let is_waited_for = has_context && self.waits_for_context();
            return Value { contexts: if is_waited_for { bit } else { 0 }, ..Value::default() };
        }
        match self.resolver.index.underlying(&ty) {
            Type::Func(_) => Value { cancels: bit, ..Value::default() },
            Type::Basic(_) => Value::default(),
            _ => Value { contexts: bit, ..Value::default() },
        }
    }

    /// Whether the function calls a method `Done`.
    fn waits_for_context(&self) -> bool {
        let is_done = |event: &Event| {
            let EventKind::Call(call) = &event.kind else {
                return false;
            };
            let Callee::Place(place) = call.callee else {
                return false;
            };
            call.args.is_empty()
                && matches!(&self.body.places[place.index()].part, Some((_, Part::Field(name))) if name == "Done")
        };
        self.body.blocks.iter().flat_map(|block| &block.events).any(is_done)
    }

    /// The blocks from which the call of the goal can be reached, if it is in the frame of the walk itself.
    pub(super) fn blocks_before_goal(&self) -> Option<Vec<bool>> {
        let goals: Vec<BlockId> = match &self.goal {
            Goal::Site(site) => vec![site.block],
            Goal::StatesAt(calls) => calls.iter().map(|(block, _)| *block).collect(),
            Goal::Param { .. } | Goal::Plain => return None,
        };
        let blocks = &self.body.blocks;
        if goals.iter().any(|block| blocks[block.index()].frame != self.walk.root) {
            return None;
        }
        let before = predecessors(self.body);
        let mut leads_to_goal = vec![false; blocks.len()];
        let mut stack: Vec<u32> = goals.into_iter().map(|block| block.0).collect();
        while let Some(number) = stack.pop() {
            if !std::mem::replace(&mut leads_to_goal[number as usize], true) {
                stack.extend(&before[number as usize]);
            }
        }
        Some(leads_to_goal)
    }
}
