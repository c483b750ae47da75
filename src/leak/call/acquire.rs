//! The call of the goal, after which the response is open.
//!
//!     resp, err := fetch(u, &opts)     looked up again with the facts about `opts` on this path
//!
//! A response whose context is cancelled already, or will be at the end of the function, is discharged from the start.

use super::args::{Arg, Params, contexts_of};
use crate::go::body::{Call, Callee, Part, PlaceId, SlotId, SlotKind};
use crate::leak::acquired::{Acquired, NoBody, ranged};
use crate::leak::constants::{is_head, method_of};
use crate::leak::explored::Goal;
use crate::leak::reach::Reach;
use crate::leak::sites::Calls;
use crate::leak::state::{State, Status};
use crate::leak::summary::{Facts, Known, ResultValues};
use crate::leak::value::Bound;
use crate::leak::walk::{Explorer, Successor, Successors};
use crate::meaning::effect::Fact;
use crate::program::AbstractMethod;
use crate::program::resolve::CallTarget;
use smallvec::smallvec;

impl Explorer<'_> {
    /// The call of the goal: in each of its outcomes the response is open.
    pub(super) fn acquire(&mut self, state: State, call: &Call) -> Successors {
        self.found.is_reached = true;
        let target = self.resolver.target(call);
        let args = self.args(&state, call, target.has_receiver());
        let mut next: Successors = smallvec![];
        for state in self.split_by_args(state.clone(), &target, &args) {
            let args = self.args(&state, call, target.has_receiver());
            for outcome in self.site_outcomes(&state, call, &target, &args) {
                next.extend(self.opened(&state, (call, &target), &args, outcome).map(Successor::on));
            }
        }
        if !self.is_fast_path && self.may_come_again() {
            let mut waiting = state;
            self.bind(&mut waiting, call, Vec::new());
            next.push(Successor::on(waiting));
        }
        next
    }

    /// Whether the response has no body that would have to be closed: nothing is owed for it.
    fn owes_nothing(&self, target: &CallTarget, args: &[Arg], outcome: &Acquired) -> bool {
        if let NoBody::IfInMemory(param) = outcome.no_body {
            let is_free = |arg: &Arg| {
                self.is_in_memory(arg) || arg.place.is_some_and(|reader| self.looks_after_connection(reader))
            };
            return args.get(param).is_some_and(is_free);
        }
        let is_bodiless = outcome.no_body == NoBody::Always || self.asks_for_head(target, args);
        is_bodiless && !self.walk.analysis.require_close
    }

    /// Whether the arguments make a request for the head alone. A function with source was looked up with their constants, so of
    /// these only a request counts, which is taken to be the one that it sends.
    fn asks_for_head(&self, target: &CallTarget, args: &[Arg]) -> bool {
        let has_source = match target {
            CallTarget::Functions(functions, _) => functions.iter().any(|function| !function.is_stub()),
            _ => false,
        };
        let is_request = |arg: &Arg| {
            arg.place.is_some_and(|place| self.resolver.place_type(place).pointee().is_named("net/http", "Request"))
        };
        args.iter().any(|arg| method_of(&arg.bound).is_some_and(is_head) && (!has_source || is_request(arg)))
    }

    /// The state after an outcome of the call of the goal; `None` if it cannot be, or if the response is released already.
    fn opened(
        &mut self,
        state: &State,
        (call, target): (&Call, &CallTarget),
        args: &[Arg],
        outcome: Acquired,
    ) -> Option<State> {
        let mut outcome = outcome;
        let mut open = state.clone();
        if !self.refine_args(&mut open, args, &outcome.params) {
            return None;
        }
        let own = self.own_context(&mut outcome.results);
        let contexts = match &outcome.contexts {
            Some(params) => {
                let given = params.iter().flat_map(|param| args_of(target, *param, args));
                given.fold(0, |all, arg| all | arg.bound.contexts())
            }
            None => contexts_of(args),
        };
        if is_left_to_library(args, &outcome) {
            self.found.is_left_to_library = true;
            return None;
        }
        if self.owes_nothing(target, args, &outcome) {
            return None;
        }
        if contexts & state.covered != 0 && !self.walk.analysis.require_close {
            self.found.is_discharged = true;
            return None;
        }
        open.status = Status::Open;
        open.contexts = contexts | own;
        if let Some(release) = &outcome.released {
            self.receive_released(&mut open, release);
        }
        if let Some(filled) = &outcome.filled
            && !self.receive_filled(&mut open, args, filled)
        {
            return None;
        }
        self.bind(&mut open, call, outcome.results);
        Some(open)
    }

    /// The bit of a context that the callee makes, if it returns the response together with the cancel of its request.
    fn own_context(&mut self, results: &mut ResultValues) -> u32 {
        if results.iter().all(|(_, _, value)| value.cancels == 0) {
            return 0;
        }
        let own = self.context_bit(0);
        for (_, _, value) in results.iter_mut().filter(|(_, _, value)| value.cancels != 0) {
            value.cancels = own;
        }
        own
    }

    /// The outcomes in which the call of the goal succeeds with the arguments of this state.
    fn site_outcomes(&mut self, state: &State, call: &Call, target: &CallTarget, args: &[Arg]) -> Vec<Acquired> {
        let Goal::Site(site) = &self.goal else {
            return Vec::new();
        };
        let (known, error_exit) = (site.outcomes.clone(), site.error_exit().cloned());
        let owed = || known.iter().filter(|outcome| outcome.closed_by.is_none()).cloned().collect();
        let facts = match target {
            CallTarget::Functions(functions, _) => match functions.first() {
                Some(function) if !function.is_stub() => {
                    self.all_facts_of(state, args, Params::of(function.decl()), function)
                }
                _ => Facts::new(),
            },
            CallTarget::Abstract(method) => self.facts_for_implementers(state, args, method),
            _ => Facts::new(),
        };
        if !self.found.asked_with.contains(&facts) {
            self.found.asked_with.push(facts.clone());
        }
        if facts.is_empty() {
            return owed();
        }
        // An outcome that stands for what a parameter acquires was found for the callers.
        let is_for_callers = known.iter().any(|outcome| outcome.through.is_some());
        let (analysis, resolver, depth) = (self.walk.analysis, self.resolver, self.walk.depth);
        let calls = Calls { analysis, resolver, depth, is_for_callers };
        let mut reach = Reach::default();
        let own = match known.first().is_some_and(|outcome| outcome.released.is_some()) {
            true => calls.released(call, &facts, &mut reach),
            false => calls.acquired(call, &facts, &mut reach),
        };
        self.found.reach |= reach;
        let result = known.first().and_then(Acquired::place).map(|(result, _)| result);
        let filled = known.first().and_then(|outcome| outcome.filled.clone());
        let is_of_site = |outcome: &Acquired| {
            outcome.place().map(|(own, _)| own) == result
                && outcome.error_exit == error_exit
                && outcome.filled == filled
                && outcome.closed_by.is_none()
                && outcome.through.is_some() == is_for_callers
        };
        own.into_iter().filter(is_of_site).collect()
    }

    /// The facts about the arguments of a method of an interface that one of its implementers asks for. Of the receiver, which each
    /// of them has of its own type, nothing is known.
    fn facts_for_implementers(&mut self, state: &State, args: &[Arg], method: &AbstractMethod) -> Facts {
        let is_of_project = !method.is_of_stub() && self.walk.analysis.method_effects(method).is_none();
        if !is_of_project || method.name == "RoundTrip" {
            return Facts::new();
        }
        let Some(functions) = self.resolver.index.implementations(self.resolver.package(), method) else {
            return Facts::new();
        };
        let mut facts = Facts::new();
        for function in functions.iter() {
            let all = self.all_facts_of(state, args, Params::of(function.decl()), function);
            let is_asked = |(param, path, known): &(usize, Vec<Part>, Known)| {
                let asked = self.walk.analysis.asked(function, *param);
                *param != 0 && (asked.parts.contains(path) || matches!(known, Known::Type(_)))
            };
            facts.extend(all.into_iter().filter(is_asked));
        }
        facts.sort();
        facts.dedup();
        facts
    }

    /// A range loop gets the next element of an iterator, in the event of the goal: in each of its outcomes a response is open.
    pub(in crate::leak) fn acquire_element(
        &mut self,
        state: State,
        to: PlaceId,
        number: usize,
        from: PlaceId,
    ) -> Successors {
        self.found.is_reached = true;
        let Goal::Site(site) = &self.goal else {
            return smallvec![Successor::on(state)];
        };
        let outcomes = site.outcomes.clone();
        let iterator = self.path(from);
        let contexts = self.bound(&state, iterator).contexts();
        let mut next: Successors = smallvec![];
        for outcome in outcomes.iter() {
            if contexts & state.covered != 0 && !self.walk.analysis.require_close {
                self.found.is_discharged = true;
                continue;
            }
            let mut open = state.clone();
            open.status = Status::Open;
            open.contexts = contexts;
            // A response for which the loop has no variable is lost at once.
            if self.body.slot(to).kind != SlotKind::Temp {
                let path = self.path(to);
                self.store(&mut open, path, element(&outcome.results, number));
            }
            next.push(Successor::on(open));
        }
        let mut waiting = state;
        let path = self.path(to);
        self.store(&mut waiting, path, Bound::default());
        next.push(Successor::on(waiting));
        next
    }

    /// The second value that a range loop gets together with the response of the goal.
    pub(in crate::leak) fn beside_element(&self, state: &State, from: PlaceId) -> Option<Bound> {
        let Goal::Site(site) = &self.goal else {
            return None;
        };
        let is_same_iteration = site.block == self.at.0 && site.event < self.at.1 as usize;
        let events = &self.body.blocks[site.block.index()].events;
        let is_after =
            state.status == Status::Open && is_same_iteration && ranged(&events[site.event]) == Some((0, from));
        is_after.then(|| site.outcomes.first().map(|outcome| element(&outcome.results, 1)))?
    }

    /// Whether a call passes an element to the consumer of the iterator that is walked.
    pub(super) fn is_yield(&self, call: &Call) -> bool {
        let is_it = |slot: SlotId| matches!(call.callee, Callee::Place(place) if place == self.body.root(slot));
        self.yield_slot.is_some_and(is_it)
    }

    /// `yield(resp, err)`: the consumer leaves open what it gets.
    pub(super) fn yield_element(&mut self, state: State, call: &Call) -> Successors {
        let mut state = state;
        if state.status == Status::Open {
            for (number, arg) in self.args(&state, call, false).iter().enumerate() {
                for (path, handle) in arg.bound.closers() {
                    let yielded = (number, path, handle);
                    if !self.found.yielded.contains(&yielded) {
                        self.found.yielded.push(yielded);
                    }
                }
            }
        }
        self.bind(&mut state, call, Vec::new());
        smallvec![Successor::on(state)]
    }

    /// Whether the event can be reached again after it ran.
    fn may_come_again(&self) -> bool {
        self.body.blocks[self.at.0.index()].frame != self.walk.root || self.is_in_loop()
    }
}

/// Whether the library closes the response: it does unless the request was told to leave it open.
fn is_left_to_library(args: &[Arg], outcome: &Acquired) -> bool {
    let NoBody::UnlessLeftOpen(param) = outcome.no_body else {
        return false;
    };
    let leaves_open = |arg: &Arg| arg.bound.value.fact == Some(Fact::LeavesOpen);
    !args.get(param).is_some_and(leaves_open)
}

/// What is known of one of the values of an element.
fn element(results: &ResultValues, number: usize) -> Bound {
    let mut bound = Bound::default();
    for (_, path, value) in results.iter().filter(|(own, _, _)| *own == number) {
        match path.is_empty() {
            true => bound.value = *value,
            false => bound.parts.push((path.clone(), *value)),
        }
    }
    bound
}

/// The arguments that a parameter of the callee receives: of a list, `es.Search(es.Search.WithContext(ctx), ..)`, all of them.
fn args_of<'a>(target: &CallTarget, param: usize, args: &'a [Arg]) -> &'a [Arg] {
    let params = match target {
        CallTarget::Functions(functions, _) => functions.first().map(|function| Params::of(function.decl())),
        CallTarget::Abstract(method) => Some(Params::of_method(&method.func.signature)),
        _ => None,
    };
    let range = params.map_or(param..param + 1, |params| params.args_of(param, args.len()));
    args.get(range).unwrap_or_default()
}
