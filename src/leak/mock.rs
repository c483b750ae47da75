//! Senders that answer from memory: what is made of them opens nothing.
//!
//!     rt := NewRetry(canned{"reed"})                    `canned.RoundTrip` returns a response that it made
//!     resp, err := rt.RoundTrip(req)                    so this one holds no connection
//!     c := &http.Client{Transport: roundTripFunc(func(*http.Request) (*http.Response, error) { return r, nil })}
//!
//! Nothing says that a decorator uses what it is given, but a test that hands it a mock means it to. It counts as a mock where the
//! variable is written once, and nothing else that may send is passed with the mock.

use super::reach::Reach;
use super::sites::Calls;
use super::summary::Facts;
use crate::go::body::{Call, Callee, EventKind, FrameId, OUTER, Operand, Part, PlaceId, Rvalue, SlotKind};
use crate::meaning::resource::resource_of;
use crate::program::resolve::{CallTarget, Resolver};
use crate::program::{FuncRef, Member, Scope, Type};

/// How many variables are followed from one to the next: `rt := newRT(); c := &http.Client{Transport: rt}`.
const LONGEST_CHAIN: usize = 8;

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
        let receiver = match &self.resolver.body.places[callee.index()].part {
            Some((base, Part::Field(_))) => self.sender(&Operand::Place(*base), 0, reach),
            // `send := chain(mock)`, `send(req)`
            None => self.sender_of_value(callee, 0, reach),
            Some(_) => Sender::Neither,
        };
        // A literal among the arguments is run by the callee, which is judged with it.
        let args = call.args.iter().filter(|arg| !matches!(arg, Operand::Frame(_)));
        let args: Vec<Sender> = args.map(|operand| self.sender(operand, 0, reach)).collect();
        Sender::of_parts(std::iter::once(receiver).chain(args)) == Sender::Mock
    }

    fn sender(&self, operand: &Operand, depth: usize, reach: &mut Reach) -> Sender {
        match operand {
            Operand::Frame(frame) => self.sender_of_literal(*frame, reach),
            Operand::Place(place) => self.sender_of_variable(*place, depth, reach),
            // `wrap(newMock())`
            Operand::Tuple(places) => {
                places.first().map_or(Sender::Neither, |place| self.sender_of_variable(*place, depth, reach))
            }
            _ => Sender::Neither,
        }
    }

    fn sender_of_variable(&self, place: PlaceId, depth: usize, reach: &mut Reach) -> Sender {
        let ty = self.resolver.place_type(place);
        let is_plain = match ty.pointee() {
            Type::Basic(name) => name != "any",
            // A request, a context.
            Type::Named(named) => named.package.folder.is_none() && !self.has_sending_method(&ty),
            _ => false,
        };
        if is_plain {
            return Sender::Neither;
        }
        if depth > LONGEST_CHAIN {
            return if self.has_sending_method(&ty) { Sender::Real } else { Sender::Neither };
        }
        self.sender_of_value(place, depth, reach).or_else(|| self.sender_of_place(place, reach))
    }

    fn has_sending_method(&self, ty: &Type) -> bool {
        SENDING.iter().any(|name| self.resolver.index.member(ty, name).is_some())
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
        self.sender_of_event(&body.blocks[block.index()].events[event].kind, depth, reach)
    }

    /// What an event makes.
    fn sender_of_event(&self, event: &EventKind, depth: usize, reach: &mut Reach) -> Sender {
        match event {
            EventKind::Assign { from, .. } => self.sender(from, depth + 1, reach),
            EventKind::Make { value: Rvalue::Address(variable), .. } => {
                self.sender(&Operand::Place(*variable), depth + 1, reach)
            }
            EventKind::Make { value: Rvalue::Composite { ty, elements, .. }, .. } => {
                let by_parts =
                    Sender::of_parts(elements.iter().map(|(_, operand)| self.sender(operand, depth + 1, reach)));
                by_parts.or_else(|| match ty {
                    Some(ty) => {
                        let ty = &self.resolver.body.types[ty.index()];
                        self.sender_of_type(&self.resolver.index.resolve(ty, self.resolver.scope()), reach)
                    }
                    None => Sender::Neither,
                })
            }
            EventKind::Call(call) => {
                let by_args = Sender::of_parts(call.args.iter().map(|arg| self.sender(arg, depth + 1, reach)));
                by_args.or_else(|| self.sender_of_result(call, depth, reach))
            }
            _ => Sender::Neither,
        }
    }

    /// What a function with source, or a literal of the same body, returns as its first result, if that can send.
    fn sender_of_result(&self, call: &Call, depth: usize, reach: &mut Reach) -> Sender {
        let results = self.resolver.result_types(call);
        let may_send =
            |ty: &Type| self.has_sending_method(ty) || matches!(self.resolver.index.underlying(ty), Type::Func(_));
        if !results.first().is_some_and(may_send) {
            return Sender::Neither;
        }
        let target = self.resolver.target(call);
        let maker = match &*target {
            CallTarget::Frame(frame) => return self.sender_returned(*frame, depth, reach),
            CallTarget::Functions(functions, _) => match &functions[..] {
                [only] if !only.is_stub() && only.decl().has_body => only,
                _ => return Sender::Neither,
            },
            _ => return Sender::Neither,
        };
        if self.depth == 0 {
            *reach = Reach::CUT;
            return Sender::Neither;
        }
        let Some(body) = maker.body().filter(|body| !body.is_damaged) else {
            return Sender::Neither;
        };
        let index = self.resolver.index;
        let resolver = Resolver::new(index, &body, Scope::of_function(index, maker));
        let inner =
            Calls { analysis: self.analysis, resolver: &resolver, depth: self.depth - 1, is_for_callers: false };
        let mut deeper = Reach::OWN;
        let returned = inner.sender_returned(OUTER, depth, &mut deeper);
        *reach |= deeper.for_caller();
        returned
    }

    fn sender_returned(&self, frame: FrameId, depth: usize, reach: &mut Reach) -> Sender {
        let body = self.resolver.body;
        let Some(slot) = body.frames[frame.index()].results.first() else {
            return Sender::Neither;
        };
        let events = body.blocks.iter().flat_map(|block| &block.events);
        let writes = events.filter(|event| event.kind.writes().contains(&body.root(*slot)));
        Sender::of_parts(writes.map(|event| self.sender_of_event(&event.kind, depth + 1, reach)))
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

    /// What a value is by its type. What comes from the caller is no mock: the method may be the one that is asked about.
    fn sender_of_place(&self, place: PlaceId, reach: &mut Reach) -> Sender {
        let ty = self.resolver.place_type(place);
        if self.resolver.body.slot(place).kind == SlotKind::Param {
            return if self.has_sending_method(&ty) { Sender::Real } else { Sender::Neither };
        }
        self.sender_of_type(&ty, reach)
    }

    /// What values of a type are: a mock is a type of the project whose method opens nothing.
    fn sender_of_type(&self, ty: &Type, reach: &mut Reach) -> Sender {
        let methods = SENDING.iter().filter_map(|name| self.resolver.index.member(ty, name));
        Sender::of_parts(methods.map(|(_, method)| match method {
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
