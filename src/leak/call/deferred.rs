//! Deferred calls of functions with source that get a variable before it holds the response.
//!
//!     s := &stream{}
//!     defer s.stop()          closes what `s` holds when the function returns
//!     s.resp, err = http.Get(u)
//!
//! The pointer is evaluated where the defer stands, and what it points to is read when the call runs. So the call is judged at the
//! end of its frame. A call that has the response where the defer stands is judged there, see [`Explorer::call`].

use super::args::Arg;
use crate::go::body::{Call, EventKind, Mode, Operand, PlaceId, Rvalue, SlotKind};
use crate::leak::state::{Deferred, Runs, State, Status};
use crate::leak::value::{Pointer, Value};
use crate::leak::walk::{EventId, Explorer, Successor};
use crate::meaning::effect::Stage;
use crate::meaning::resource::can_be_filled;
use crate::program::Type;
use crate::program::resolve::CallTarget;

impl Explorer<'_> {
    /// Whether a call is deferred that may close what a variable holds later.
    pub(super) fn is_for_later(&mut self, state: &State, call: &Call, target: &CallTarget, args: &[Arg]) -> bool {
        if call.mode != Mode::Defer || !matches!(state.status, Status::Waiting | Status::Open) || self.is_tracked(args)
        {
            return false;
        }
        let CallTarget::Functions(functions, _) = target else {
            return false;
        };
        functions.iter().any(|function| !function.is_stub() && function.decl().has_body)
            && args.iter().any(|arg| self.may_hold_later(arg))
    }

    /// Whether an argument points to a variable of this function that may hold the response later.
    fn may_hold_later(&self, arg: &Arg) -> bool {
        let Some(place) = arg.place else {
            return false;
        };
        let kind = self.body.slot(place).kind;
        if self.body.places[place.index()].part.is_some() || !matches!(kind, SlotKind::Local | SlotKind::Temp) {
            return false;
        }
        let index = self.resolver.index;
        match self.resolver.place_type(place) {
            ty @ Type::Pointer(_) => {
                let is_own =
                    matches!(arg.bound.value.pointer, Pointer::To(_)) || self.is_made_here(self.body.slot_of(place));
                is_own && can_be_filled(index, &ty) && self.is_never_reassigned(place)
            }
            // Its address is taken for the receiver.
            ty @ Type::Named(_) => can_be_filled(index, &Type::Pointer(ty.into())),
            _ => false,
        }
    }

    /// Whether a variable gets one value alone, so that it still has it at the end.
    fn is_never_reassigned(&self, place: PlaceId) -> bool {
        let events = self.body.blocks.iter().flat_map(|block| &block.events);
        events.filter(|event| event.kind.writes().contains(&place)).take(2).count() < 2
    }

    /// The temporary variables with addresses, `defer shut(&s)`, which nothing but the call reads, so that they are forgotten by now.
    fn remake_addresses(&mut self, state: &mut State, call: &Call, event: EventId) {
        let body = self.body;
        let before = body.blocks[event.0.index()].events.iter().take(event.1 as usize);
        for made in before {
            if let EventKind::Make { to, value: Rvalue::Address(of) } = &made.kind
                && body.slot(*to).kind == SlotKind::Temp
                && call.args.iter().any(|arg| matches!(arg, Operand::Place(place) if place == to))
            {
                let pointee = self.path(*of);
                let pointer = Pointer::To(self.redirected(state, pointee));
                let path = self.path(*to);
                state.set(path, Value { pointer, ..Value::default() });
            }
        }
    }

    /// The call at this event runs when the current frame returns.
    pub(super) fn defer_call(&self, state: &mut State) {
        let depth = u8::try_from(state.stack.len()).unwrap_or(u8::MAX);
        let deferred = Deferred { depth, stage: Stage::Deferred, runs: Runs::Call(self.at) };
        if !state.deferred.contains(&deferred) {
            state.deferred.push(deferred);
        }
    }

    /// The states after a deferred call has run.
    pub(in crate::leak) fn run_deferred_call(&mut self, state: State, event: EventId) -> Vec<State> {
        let body = self.body;
        let Some(EventKind::Call(call)) =
            body.blocks[event.0.index()].events.get(event.1 as usize).map(|event| &event.kind)
        else {
            return vec![state];
        };
        self.at = event;
        let mut state = state;
        self.remake_addresses(&mut state, call, event);
        let target = self.resolver.target(call);
        let args = self.args(&state, call, target.has_receiver());
        let split = match state.status == Status::Open && self.is_tracked(&args) {
            true => self.split_by_args(state, &target, &args).into_iter().collect(),
            false => vec![state],
        };
        let mut after = Vec::new();
        for state in split {
            let args = self.args(&state, call, target.has_receiver());
            let next = self.outcomes_of_call(state, call, &target, &args);
            after.extend(next.into_iter().filter(|next| next.enter.is_none()).map(|Successor { state, .. }| state));
        }
        after
    }
}
