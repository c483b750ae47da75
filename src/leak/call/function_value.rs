//! Calls of function values: variables, fields, elements and parameters whose functions are visible.
//!
//!     read := asText
//!     if kind == "json" { read = asJSON }
//!     return read(resp)                      on each path the function that was assigned there
//!     for _, p := range probes { p.judge(resp) }    any of the functions in the table
//!
//! Only what gets the response or a literal is looked up; see [`crate::program::FunctionValue`]. If one of the functions is not known, the
//! call is one of a function without source.

use super::args::Arg;
use crate::go::body::{Call, Callee, EventKind, Operand, PlaceId, SlotId, SlotKind};
use crate::go::outline::ConstValue;
use crate::leak::explored::Goal;
use crate::leak::state::{State, Status};
use crate::leak::value::{Bound, Pointer};
use crate::leak::walk::{Explorer, Successor, Successors};
use crate::program::resolve::CallTarget;
use crate::program::{FrameRef, FuncRef, FunctionValue, FunctionValues};
use rustc_hash::FxHashSet;
use smallvec::smallvec;
use std::rc::Rc;

impl Explorer<'_> {
    /// The states after a call of a value whose functions are all visible; `None` if they are not, or if they get nothing of interest.
    pub(super) fn call_of_value(&mut self, state: &State, call: &Call, target: &CallTarget) -> Option<Successors> {
        let (CallTarget::Value(_), Callee::Place(place)) = (target, &call.callee) else {
            return None;
        };
        let args = self.args(state, call, false);
        let is_followed = state.status == Status::Open && self.is_tracked(&args);
        if !is_followed && args.iter().all(|arg| arg.bound.frames().is_empty()) {
            return None;
        }
        let values = self.values_at(state, *place)?;
        if values.all.iter().any(|value| !self.is_followed_value(value)) {
            return None;
        }
        // The caller of this function may know which one it is: they have to do the same with the response.
        let is_of_caller = !matches!(self.goal, Goal::Site(_)) && self.resolver.part_of_param(*place).is_some();
        let has_to_agree = values.all.len() > 1 && (values.is_shared || is_of_caller);
        let mut agreed: Option<Vec<Status>> = None;
        let mut next: Successors = smallvec![];
        for value in &values.all {
            let after = self.call_one_value(state, call, &args, value)?;
            if has_to_agree {
                let own = statuses(&after)?;
                if *agreed.get_or_insert_with(|| own.clone()) != own {
                    return None;
                }
            }
            next.extend(after);
        }
        Some(next)
    }

    fn call_one_value(
        &mut self,
        state: &State,
        call: &Call,
        args: &[Arg],
        value: &FunctionValue,
    ) -> Option<Successors> {
        Some(match value {
            FunctionValue::Function(function) => self.call_function(state, call, args, function),
            FunctionValue::Bound(function) => {
                // Nothing is known of the receiver.
                let receiver = Arg { bound: Bound::default(), path: None, place: None, constant: ConstValue::Unknown };
                let all: Vec<Arg> = std::iter::once(receiver).chain(args.iter().cloned()).collect();
                self.call_function(state, call, &all, function)
            }
            FunctionValue::Frame(frame) => self.run_literal(state.clone(), call, *frame, args),
            FunctionValue::Literal(literal) => self.call_literal(state, call, args, literal)?,
        })
    }

    /// Whether what becomes of the response in a function is known.
    fn is_followed_value(&self, value: &FunctionValue) -> bool {
        match value {
            FunctionValue::Function(function) | FunctionValue::Bound(function) => {
                function.decl().has_body || self.walk.analysis.effects(function).is_some()
            }
            FunctionValue::Frame(_) | FunctionValue::Literal(_) => true,
        }
    }

    fn call_function(&mut self, state: &State, call: &Call, args: &[Arg], function: &FuncRef) -> Successors {
        let target = CallTarget::Functions(vec![function.clone()], Vec::new());
        let mut next: Successors = smallvec![];
        for state in self.split_by_args(state.clone(), &target, args) {
            next.extend(self.outcomes_of_call(state, call, &target, args));
        }
        next
    }

    fn call_literal(&mut self, state: &State, call: &Call, args: &[Arg], literal: &FrameRef) -> Option<Successors> {
        let outcomes = self.by_literal_elsewhere(state, call, args, literal)?;
        Some(self.after_outcomes(state, call, args, outcomes))
    }

    /// The functions that a place holds in a state; those that it can hold at all if the state does not say.
    fn values_at(&mut self, state: &State, place: PlaceId) -> Option<Rc<FunctionValues>> {
        let path = self.path(place);
        match self.lookup(state, path).pointer {
            Pointer::Function(function) => self.resolver.function_values(function),
            _ => self.resolver.function_values(place),
        }
    }

    /// `read = asText`: a variable that is called holds this function from here on.
    pub(in crate::leak) fn note_function(&mut self, value: &mut Bound, to: PlaceId, from: &Operand) {
        let Operand::Place(from) = from else {
            return;
        };
        if !value.value.is_unknown() || !self.is_called(to) {
            return;
        }
        if self.body.slot(*from).kind == SlotKind::Global
            && matches!(*self.resolver.place_target(*from), CallTarget::Functions(..))
        {
            value.value.pointer = Pointer::Function(*from);
        }
    }

    /// Whether a place is a variable that is called somewhere.
    fn is_called(&mut self, place: PlaceId) -> bool {
        let body = self.body;
        let find = || -> FxHashSet<SlotId> {
            let events = body.blocks.iter().flat_map(|block| &block.events);
            let callees = events.filter_map(|event| match &event.kind {
                EventKind::Call(call) => match call.callee {
                    Callee::Place(place) if body.places[place.index()].part.is_none() => Some(body.slot_of(place)),
                    _ => None,
                },
                _ => None,
            });
            let is_variable =
                |slot: &SlotId| matches!(body.slots[slot.index()].kind, SlotKind::Local | SlotKind::Param);
            callees.filter(is_variable).collect()
        };
        body.places[place.index()].part.is_none()
            && self.memo.called.get_or_insert_with(find).contains(&body.slot_of(place))
    }
}

/// The statuses of the response after a call; `None` if a literal runs first.
fn statuses(next: &[Successor]) -> Option<Vec<Status>> {
    let mut statuses = Vec::new();
    for successor in next {
        if successor.enter.is_some() {
            return None;
        }
        statuses.push(successor.state.status);
    }
    statuses.sort();
    statuses.dedup();
    Some(statuses)
}
