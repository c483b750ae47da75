//! Functions that are kept in a part of an argument, and that the callee calls.
//!
//!     func (e *errand) stop() { e.cancel() }     calls a part of its receiver
//!     e := &errand{cancel: cancel}
//!     e.stop()                                   so this cancels the context

use super::args::Arg;
use crate::go::body::{Call, Callee, FrameId, Part, PlaceId, SlotKind};
use crate::leak::access_path::AccessPathId;
use crate::leak::explored::Goal;
use crate::leak::state::{Bind, State};
use crate::leak::summary::Summary;
use crate::leak::value::{Bound, Handle};
use crate::leak::walk::Explorer;
use crate::program::FuncRef;
use crate::program::resolve::CallTarget;

impl Explorer<'_> {
    /// Whether a place is a variable of a function type, in the walk for a summary.
    pub(in crate::leak) fn may_be_called(&self, place: PlaceId) -> bool {
        let is_summary = matches!(self.goal, Goal::Param { .. } | Goal::Plain);
        is_summary
            && self.body.slot(place).kind == SlotKind::Param
            && matches!(*self.resolver.place_target(place), CallTarget::Value(_))
    }

    /// Whether a callee may call a part of a parameter of the function that is walked for a summary.
    pub(super) fn may_call_part(&self, function: &FuncRef, args: &[Arg]) -> bool {
        let is_param = |arg: &Arg| arg.place.is_some_and(|place| self.body.slot(place).kind == SlotKind::Param);
        let is_summary = matches!(self.goal, Goal::Param { .. } | Goal::Plain);
        is_summary && args.iter().any(is_param) && self.walk.analysis.calls_part(function)
    }

    /// Notes that a call calls a part of a parameter, for the summary.
    pub(super) fn note_called_callee(&mut self, state: &mut State, call: &Call) {
        if let Callee::Place(place) = call.callee
            && self.may_be_called(place)
        {
            let path = self.path(place);
            self.note_called(state, path);
        }
    }

    /// Notes that the function at a path was called, if it is a part of a parameter that is as it came in.
    pub(in crate::leak) fn note_called(&mut self, state: &mut State, path: AccessPathId) {
        let slot = &self.body.slots[self.paths.slot(path).index()];
        let is_part_of_param =
            slot.kind == SlotKind::Param && slot.frame == self.walk.root && self.paths.parent(path).is_some();
        let is_summary = matches!(self.goal, Goal::Param { .. } | Goal::Plain);
        if !is_summary || !is_part_of_param || self.is_written(state, path) {
            return;
        }
        let known = self.lookup(state, path);
        if known.handle == Handle::None
            && known.cancels == 0
            && let Err(at) = state.called_parts.binary_search(&path)
        {
            state.called_parts.insert(at, path);
        }
    }

    /// The arguments that hold the response, came from another function, and of which the callee calls a part that is not known: what
    /// it calls may close the response.
    ///
    ///     r, err := store.Open(name)     type reader struct{ io.Reader; cleanUps []func() }
    ///     defer r.Close()                runs the cleanUps
    pub(super) fn holders_with_unknown_functions(&self, args: &[Arg], summary: &Summary) -> Vec<usize> {
        let calls_unknown = |number: usize, arg: &Arg| {
            let Some((held, _)) = arg.bound.handle() else {
                return false;
            };
            let mut called = summary.exits.iter().flat_map(|exit| &exit.called_parts);
            called.any(|(own, parts)| {
                // A method of the response or of its body is known.
                let is_of_response = parts.starts_with(&held);
                *own == number && !is_of_response && arg.bound.parts.iter().all(|(known, _)| known != parts)
            })
        };
        let is_from_elsewhere = |arg: &Arg| arg.path.is_some_and(|path| !self.is_made_here(self.paths.slot(path)));
        let numbered = args.iter().enumerate();
        let holders = numbered.filter(|(number, arg)| calls_unknown(*number, arg) && is_from_elsewhere(arg));
        holders.map(|(number, _)| number).collect()
    }

    /// The callee calls a part of an argument.
    pub(super) fn call_part(
        &mut self,
        state: &mut State,
        call: &Call,
        arg: Option<&Arg>,
        parts: &[Part],
        entered: &mut Option<(FrameId, Bind)>,
    ) {
        let Some(arg) = arg else {
            return;
        };
        if let Some((_, value)) = arg.bound.parts.iter().find(|(path, _)| path == parts) {
            self.call_argument(state, call, &Bound::plain(*value), entered);
        }
        if let Some(path) = arg.path {
            let path = self.paths.follow(path, parts);
            self.note_called(state, path);
        }
    }
}
