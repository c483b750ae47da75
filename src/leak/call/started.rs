//! Literals that are started through a group, and the error that the group hands out.
//!
//!     g.Go(func() (err error) {                      run in place, as a `go` statement is
//!         resp, err = http.Get(u)
//!         return err
//!     })
//!     if err := g.Wait(); err != nil { return err }  nil if each of its literals has returned nil on this path
//!
//! What a group knows of its literals so far is kept as a part of it that no Go code can name.

use super::args::Arg;
use crate::go::body::{Call, Callee, FrameId, Part, SlotKind};
use crate::go::outline::Name;
use crate::leak::access_path::AccessPathId;
use crate::leak::explored::Goal;
use crate::leak::state::{Bind, State, Status};
use crate::leak::value::{Bound, Handle, Pointer, Value};
use crate::leak::walk::Explorer;
use crate::meaning::effect::Fact;
use crate::meaning::effect::Stage;
use crate::meaning::resource::{can_hold, resource_of};
use crate::program::Type;

/// The part of a group that is nil as long as all that was started through it has returned nil.
fn first_error() -> Part {
    Part::Field(Name::new_static("first error"))
}

/// The part of a group that cancels its context: it is cancelled when the group has been waited for.
fn context_part() -> Part {
    Part::Field(Name::new_static("context of the group"))
}

/// A group, this result of a call, has a context with this bit; 0 in a walk that does not look for reads.
pub(super) fn note_context(group: usize, bit: u32) -> (usize, Vec<Part>, Value) {
    (group, vec![context_part()], Value { cancels: bit, ..Value::of(Fact::NonNil) })
}

/// The bit of the context of a group, the receiver of a call, if it has one.
pub(super) fn joined_context(args: &[Arg]) -> Option<u32> {
    let mut parts = args.iter().take(1).flat_map(|group| &group.bound.parts);
    parts.find(|(path, _)| path[..] == [context_part()]).map(|(_, value)| value.cancels)
}

/// Whether a group, the receiver of a call, is known to hand out no error.
pub(super) fn is_without_error(args: &[Arg]) -> bool {
    let mut parts = args.iter().take(1).flat_map(|group| &group.bound.parts);
    parts.any(|(path, value)| path[..] == [first_error()] && value.is_nil() == Some(true))
}

impl Explorer<'_> {
    /// The bit of the context that a group is made with. To leave a response to that context is no discharge, so only walks for
    /// reads follow it.
    pub(super) fn context_of_group(&mut self, number: u32) -> u32 {
        if self.walk.aim.is_reads() { self.context_bit(number) } else { 0 }
    }

    /// A group has been waited for, and its context is cancelled.
    pub(super) fn join(&mut self, state: &mut State, call: &Call, context: u32) {
        match self.walk.aim.is_reads() {
            true if context != 0 => self.release_by_join(state, call, context),
            true => {}
            false => self.found.may_be_read_late |= state.status == Status::Open && matches!(self.goal, Goal::Site(_)),
        }
    }

    /// The callee starts one of its arguments, which has run when the group has been waited for. Returns the literal that is run
    /// where it is started.
    pub(super) fn start_argument(
        &mut self,
        state: &mut State,
        call: &Call,
        args: &[Arg],
        bound: &Bound,
    ) -> Option<(FrameId, Bind)> {
        if matches!(bound.value.handle, Handle::Close | Handle::Holder) {
            state.resolve(if self.walk.aim.is_reads() { Status::Escaped } else { Status::Closed });
        }
        if bound.value.cancels != 0 {
            self.cancel(state, call, bound.value.cancels);
        }
        let frame = bound.frames().first().copied();
        if let Some(frame) = frame {
            self.note_receivers(state, frame);
        }
        let runs_here = frame.filter(|frame| self.is_run_where_started(state, *frame));
        if runs_here.is_some() {
            return runs_here.map(|frame| (frame, Bind::Started));
        }
        let is_without_error = frame.is_some_and(|frame| self.returns_no_error(frame));
        self.note_first_error(state, call, is_without_error);
        match frame {
            // It may run after the response is there: it waits for it, or is started in a loop.
            Some(frame) if state.status == Status::Waiting && !self.may_concern_response(frame) => {
                self.clear_assigned(state, frame);
            }
            Some(frame) if state.status == Status::Waiting => {
                let depth = self.depth_of_owner(state, call, args);
                self.clear_assigned(state, frame);
                self.call_later(state, call, bound, (depth, Stage::AtEnd));
            }
            // A worker that never ends has what it mentions.
            Some(frame) => {
                let worker = Value { pointer: Pointer::Frame(frame), ..Value::default() };
                self.escape(state, &Bound::plain(worker));
            }
            None => {}
        }
        None
    }

    /// Whether a literal knows a variable that the response, a closer of it or the cancel of its context may be stored in. Twenty
    /// that do not, each started in a loop of its own, would be 2^20 states.
    fn may_concern_response(&self, frame: FrameId) -> bool {
        let index = self.resolver.index;
        self.body.frames[frame.index()].captures.iter().any(|slot| {
            let ty = self.resolver.slot_type(*slot);
            match (index.underlying(&ty), self.body.slots[slot.index()].kind) {
                (Type::Func(_) | Type::Unknown | Type::Param(..), _) => true,
                // What is stored in a part of a parameter has escaped.
                (_, SlotKind::Param) => resource_of(&ty).is_some(),
                _ => can_hold(index, &ty),
            }
        })
    }

    fn is_run_where_started(&mut self, state: &State, frame: FrameId) -> bool {
        let is_of_interest = self.holds_site(state, frame)
            || self.sends(frame)
            || state.status != Status::Waiting && self.returns(frame);
        is_of_interest && self.can_enter(state, frame)
    }

    /// Notes what a literal has returned that was started by a call through a group.
    pub(in crate::leak) fn note_returned_error(&mut self, state: &mut State, call: &Call, results: &[Bound]) {
        let is_nil = results.last().is_none_or(|error| error.value.is_nil() == Some(true));
        self.note_first_error(state, call, is_nil);
    }

    fn note_first_error(&mut self, state: &mut State, call: &Call, is_nil: bool) {
        let Some(path) = self.first_error_of(state, call) else {
            return;
        };
        let is_nil = is_nil && state.get(path).is_none_or(|known| known.fact == Some(Fact::Nil));
        state.set(path, Value::of(if is_nil { Fact::Nil } else { Fact::NonNil }));
    }

    /// The path of what is known of the group through which a call starts its argument.
    fn first_error_of(&mut self, state: &State, call: &Call) -> Option<AccessPathId> {
        let Callee::Place(place) = call.callee else {
            return None;
        };
        let method = self.path(place);
        let group = self.paths.parent(method).map(|(group, _)| group)?;
        let path = self.part(group, &first_error());
        Some(self.redirected(state, path))
    }
}
