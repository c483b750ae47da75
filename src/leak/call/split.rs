//! Arguments that caller and callee both test: the caller goes on in one state for each answer.
//!
//!     resp, err := ask(u, into)         `ask` has closed the body where `into` is not nil
//!     if into == nil {                  and here the caller tests the same: two states at the call, not one
//!         defer resp.Body.Close()
//!     }
//!
//! Nothing is split for an argument that one of the two does not test: the number of states would grow without use.

use super::args::Arg;
use crate::go::body::{End, FrameId, Part, PlaceId, SlotId, SlotKind, Test};
use crate::leak::access_path::AccessPathId;
use crate::leak::state::State;
use crate::leak::uses::{length_part, measured_place, tested_place};
use crate::leak::value::Handle;
use crate::leak::walk::Explorer;
use crate::program::resolve::CallTarget;
use smallvec::{SmallVec, smallvec};

/// The number of states into which one call splits a state.
const MOST_STATES: usize = 4;

/// The states of one call.
type SplitStates = SmallVec<[State; 1]>;

impl Explorer<'_> {
    /// The state before a call, once for each answer to the tests that both this function, after the call, and the callee make of
    /// an argument.
    pub(super) fn split_by_args(&mut self, state: State, target: &CallTarget, args: &[Arg]) -> SplitStates {
        let mut states: SplitStates = smallvec![state];
        let CallTarget::Functions(functions, _) = target else {
            return states;
        };
        let Some(function) = functions.first().filter(|function| !function.is_stub()) else {
            return states;
        };
        for (param, arg) in args.iter().enumerate() {
            let asked = self.walk.analysis.asked(function, param);
            for test in self.tests_of_both(&asked.parts, arg) {
                states = self.split(states, &test);
            }
        }
        states
    }

    /// The state before a literal of this function is run, once for each answer to the tests that both make of an argument.
    pub(super) fn split_by_literal(&mut self, state: State, frame: FrameId, args: &[Arg]) -> SplitStates {
        let mut states: SplitStates = smallvec![state];
        let params = self.body.frames[frame.index()].params.clone();
        for (slot, arg) in params.into_iter().zip(args) {
            let Some(tested) = self.tests_of(slot).map(|tests| tests.places.clone()) else {
                continue;
            };
            let root = self.paths.root(slot);
            let mut asked: Vec<Vec<Part>> = Vec::new();
            for place in tested {
                let path = self.path(place);
                asked.extend(self.paths.suffix(root, path));
            }
            for test in self.tests_of_both(&asked, arg) {
                states = self.split(states, &test);
            }
        }
        states
    }

    /// The tests of an argument, or of those parts of it, that this function may make after the call.
    fn tests_of_both(&mut self, asked: &[Vec<Part>], arg: &Arg) -> Vec<Test> {
        let (Some(place), Some(base)) = (arg.place, arg.path) else {
            return Vec::new();
        };
        let slot = self.body.slot_of(place);
        if arg.bound.value.handle != Handle::None || !self.is_tested_later(slot) {
            return Vec::new();
        }
        let Some(tests) = self.tests_of(slot).map(|tests| tests.tests.clone()) else {
            return Vec::new();
        };
        let asked: Vec<AccessPathId> = asked.iter().map(|path| self.paths.follow(base, path)).collect();
        let mut found: Vec<Test> = Vec::new();
        for (place, block) in tests {
            if let End::Branch { test, .. } = &self.body.blocks[block.index()].end
                && self.is_asked(test, place, &asked)
                && !found.contains(test)
            {
                found.push(test.clone());
            }
        }
        found
    }

    fn is_asked(&mut self, test: &Test, place: PlaceId, asked: &[AccessPathId]) -> bool {
        let path = self.path(place);
        let path = if measured_place(test, self.body).is_some() { self.part(path, &length_part()) } else { path };
        asked.contains(&path)
    }

    /// Whether a test after the current event may read a variable that has a name.
    fn is_tested_later(&self, slot: SlotId) -> bool {
        if !matches!(self.body.slots[slot.index()].kind, SlotKind::Local | SlotKind::Param) {
            return false;
        }
        let block = &self.body.blocks[self.at.0.index()];
        let is_read_here = match &block.end {
            End::Branch { test, .. } => {
                let place = tested_place(test, self.body).or_else(|| measured_place(test, self.body));
                place.is_some_and(|place| self.body.slot_of(place) == slot)
            }
            _ => false,
        };
        is_read_here || block.end.successors().into_iter().any(|next| self.walk.live.slot(next, slot))
    }

    /// The states after a test, both where it holds and where it does not, unless they would be too many.
    fn split(&mut self, states: SplitStates, test: &Test) -> SplitStates {
        let mut split = SplitStates::new();
        for state in &states {
            let (yes, no) = self.test(state.clone(), test);
            split.extend(yes.into_iter().chain(no));
        }
        if split.len() > MOST_STATES { states } else { split }
    }
}
