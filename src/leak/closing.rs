//! Literals that discharge the response when they are called, judged by a walk through them.
//!
//!     return resp, func() { resp.Body.Close() }, nil            the caller gets the response and a function that closes it
//!     clean = append(clean, func() { resp.Body.Close() })       so does the list
//!     all := hooks{status: func() int { return resp.StatusCode }}    reads only: the response stays as open as it was
//!
//! What a literal returns, and what it does when it is run in place, is not known here: that is the walk itself.

use super::explored::{Goal, Helpers};
use super::reach::Reach;
use super::release::Aim;
use super::state::{Activation, Bind, State, Status};
use super::value::{Bound, Handle, Pointer, Value};
use super::walk::{Explorer, Walk};
use crate::go::body::{BlockId, FrameId};
use smallvec::{SmallVec, smallvec};

/// How many literals are judged inside each other: one that appends literals to a list is a caller of none of them.
const DEEPEST_JUDGED: u8 = 2;

impl Explorer<'_> {
    /// Whether a literal that mentions the response or the cancel of its context discharges it on some path. A path is enough: a
    /// literal may look at a switch that is set before it is called. One that is too large to be followed counts as one that does.
    pub(super) fn discharges_when_called(&mut self, state: &State, frame: FrameId) -> bool {
        if state.status != Status::Open || !self.may_discharge(state, frame) {
            return false;
        }
        if self.judging >= DEEPEST_JUDGED {
            return true;
        }
        let depth = self.walk.depth.saturating_sub(1);
        if depth == 0 {
            self.found.reach |= Reach::CUT;
            return true;
        }
        let walk = Walk { root: frame, depth, aim: Aim::Leaks, ..self.walk };
        let mut inner = Explorer::new(walk, Goal::Plain, Helpers::Followed);
        // The state speaks of the paths and contexts of this walk.
        std::mem::swap(&mut inner.paths, &mut self.paths);
        inner.judging = self.judging + 1;
        inner.local_contexts.clone_from(&self.local_contexts);
        inner.push((self.body.frames[frame.index()].entry, 0), without_facts(state, frame), None, None);
        inner.run();
        std::mem::swap(&mut inner.paths, &mut self.paths);
        self.found.reach |= inner.found.reach.for_caller();
        let discharges = |status: Status| matches!(status, Status::Closed | Status::Escaped);
        inner.found.gave_up || inner.found.exits.iter().any(|exit| discharges(exit.status))
    }

    /// Whether a literal mentions a variable that holds the response or cancels its context.
    fn may_discharge(&self, state: &State, frame: FrameId) -> bool {
        let captures = &self.body.frames[frame.index()].captures;
        let releases = |value: &Value| value.handle.can_close() || value.cancels & state.contexts != 0;
        let is_captured = |path| captures.binary_search(&self.paths.slot(path)).is_ok();
        state.env.iter().any(|(path, value)| releases(value) && is_captured(*path))
    }

    /// A value in which each literal that discharges the response when it is called is a closer of it.
    pub(super) fn with_closing_literals(&mut self, state: &State, value: Bound) -> Bound {
        let mut value = value;
        for part in std::iter::once(&mut value.value).chain(value.parts.iter_mut().map(|(_, part)| part)) {
            self.mark_closing_literal(state, part);
        }
        value
    }

    /// Makes a literal that discharges the response when it is called a closer of it.
    pub(super) fn mark_closing_literal(&mut self, state: &State, value: &mut Value) {
        if let Pointer::Frame(frame) = value.pointer
            && value.handle == Handle::None
            && self.discharges_when_called(state, frame)
        {
            value.handle = Handle::Close;
        }
    }
}

/// The state at the entry of a literal that is called at some later time: what holds the response does so still, what tests have
/// shown need not hold any more.
fn without_facts(state: &State, frame: FrameId) -> State {
    let root = Activation { frame, return_to: (BlockId(0), 0), bind: Bind::Root };
    let mut state = State {
        exprs: Vec::new(),
        stack: smallvec![root],
        deferred: SmallVec::new(),
        shared: SmallVec::new(),
        written: SmallVec::new(),
        called_parts: SmallVec::new(),
        ..state.clone()
    };
    state.env.iter_mut().for_each(|(_, value)| value.fact = None);
    state.env.retain(|(_, value)| !value.is_unknown());
    state
}
