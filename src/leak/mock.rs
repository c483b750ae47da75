//! Senders that answer from memory: what is made of them opens nothing.
//!
//!     rt := NewRetry(canned{"reed"})                    `canned.RoundTrip` returns a response that it made
//!     resp, err := rt.RoundTrip(req)                    so this one holds no connection
//!     c := &http.Client{Transport: roundTripFunc(func(*http.Request) (*http.Response, error) { return r, nil })}
//!
//! Nothing says that a decorator uses what it is given, but a test that hands it a mock means it to. It counts as a mock where the
//! variable is written once, and nothing else that may send is handed over with the mock.

use super::reach::Reach;
use super::sites::Calls;
use super::summary::Facts;
use crate::go::body::{Call, Callee, EventKind, FrameId, Operand, Part, PlaceId, Rvalue, SlotKind};
use crate::meaning::resource::resource_of;
use crate::program::{FuncRef, Member, Scope};

/// How many variables are followed from one to the next: `rt := newRT(); c := &http.Client{Transport: rt}`.
const LONGEST_CHAIN: usize = 4;

/// The methods by which a sender is known.
const SENDING: [&str; 2] = ["RoundTrip", "Do"];

/// What a value answers from, if it sends requests.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Sender {
    /// It makes its responses in memory.
    Mock,
    /// It may send requests.
    Real,
    /// It does not send by itself.
    Neither,
}

impl Sender {
    /// What a value is that is made of others.
    fn of_parts(parts: impl Iterator<Item = Sender>) -> Sender {
        parts.fold(Sender::Neither, |all, part| match (all, part) {
            (Sender::Real, _) | (_, Sender::Real) => Sender::Real,
            (Sender::Mock, _) | (_, Sender::Mock) => Sender::Mock,
            _ => Sender::Neither,
        })
    }

    fn or_else(self, other: impl FnOnce() -> Sender) -> Sender {
        if self == Sender::Neither { other() } else { self }
    }
}

impl Calls<'_> {
    /// Whether the receiver or the arguments of a call answer from memory.
    pub(super) fn is_answered_by_mock(&self, call: &Call, reach: &mut Reach) -> bool {
        let Callee::Place(callee) = call.callee else {
            return false;
        };
        let receiver = self.resolver.body.places[callee.index()].part.as_ref().and_then(|(base, part)| match part {
            Part::Field(_) => Some(Operand::Place(*base)),
            _ => None,
        });
        // A literal among the arguments is run by the callee, which is judged with it.
        let args = call.args.iter().filter(|arg| !matches!(arg, Operand::Frame(_)));
        Sender::of_parts(receiver.iter().chain(args).map(|operand| self.sender(operand, 0, reach))) == Sender::Mock
    }

    fn sender(&self, operand: &Operand, depth: usize, reach: &mut Reach) -> Sender {
        match operand {
            Operand::Frame(frame) => self.sender_of_literal(*frame, reach),
            Operand::Place(place) if depth <= LONGEST_CHAIN => {
                self.sender_of_value(*place, depth, reach).or_else(|| self.sender_of_type(*place, reach))
            }
            Operand::Place(_) => Sender::Real,
            _ => Sender::Neither,
        }
    }

    /// What a variable is by the event that makes the only value that it ever holds.
    fn sender_of_value(&self, place: PlaceId, depth: usize, reach: &mut Reach) -> Sender {
        let body = self.resolver.body;
        if body.places[place.index()].part.is_some() {
            return Sender::Neither;
        }
        let Some((block, event)) = self.resolver.only_definition(body.slot_of(place)) else {
            return Sender::Neither;
        };
        match &body.blocks[block.index()].events[event].kind {
            EventKind::Assign { from, .. } => self.sender(from, depth + 1, reach),
            EventKind::Make { value: Rvalue::Address(variable), .. } => {
                self.sender(&Operand::Place(*variable), depth + 1, reach)
            }
            EventKind::Make { value: Rvalue::Composite { elements, .. }, .. } => {
                Sender::of_parts(elements.iter().map(|(_, operand)| self.sender(operand, depth + 1, reach)))
            }
            EventKind::Call(call) => Sender::of_parts(call.args.iter().map(|arg| self.sender(arg, depth + 1, reach))),
            _ => Sender::Neither,
        }
    }

    /// A literal that returns a response, and does not just pass on the one that it gets.
    fn sender_of_literal(&self, frame: FrameId, reach: &mut Reach) -> Sender {
        let signature = &self.resolver.body.frames[frame.index()].signature;
        let index = self.resolver.index;
        let holds = |ty| resource_of(&index.resolve(ty, self.resolver.scope())).is_some();
        if !signature.results.iter().any(|result| holds(&result.ty)) {
            return Sender::Neither;
        }
        if self.depth == 0 || signature.params.iter().any(|param| holds(&param.ty)) {
            *reach |= Reach::cut_if(self.depth == 0);
            return Sender::Real;
        }
        if self.by_frame(frame, reach).is_empty() { Sender::Mock } else { Sender::Real }
    }

    /// What a value is by its type: a mock is a type of the project whose method opens nothing. What comes from the caller is none:
    /// the method may be the one that is asked about.
    fn sender_of_type(&self, place: PlaceId, reach: &mut Reach) -> Sender {
        let is_param = self.resolver.body.slot(place).kind == SlotKind::Param;
        let ty = self.resolver.place_type(place);
        let methods = SENDING.iter().filter_map(|name| self.resolver.index.member(&ty, name));
        Sender::of_parts(methods.map(|(_, method)| match method {
            Member::Method(_, _) if is_param => Sender::Real,
            Member::Method(functions, _) => {
                Sender::of_parts(functions.iter().map(|function| self.sender_of_method(function, reach)))
            }
            Member::Abstract(_) => Sender::Real,
            Member::Field(_) => Sender::Neither,
        }))
    }

    fn sender_of_method(&self, function: &FuncRef, reach: &mut Reach) -> Sender {
        let index = self.resolver.index;
        let scope = Scope::of_signature(index, function);
        let results = &function.decl().signature.results;
        if !results.iter().any(|result| resource_of(&index.resolve(&result.ty, &scope)).is_some()) {
            return Sender::Neither;
        }
        if function.is_stub() {
            return Sender::Real;
        }
        match self.analysis.acquired(function, Facts::new(), self.depth.saturating_sub(1)) {
            Some(found) => {
                *reach |= found.reach.for_caller();
                if found.outcomes.is_empty() { Sender::Mock } else { Sender::Real }
            }
            None => {
                *reach |= Reach::cut_if(function.decl().has_body);
                Sender::Real
            }
        }
    }
}
