//! Calls: the outcomes of a call, and how each changes a state.
//!
//!     resp, err := c.Do(req)     the call of the goal: from here on a response is open
//!     resp.Body.Close()          closes it
//!     cancel()                   cancels a context, and with it the response of its request
//!     fmt.Println(resp.Status)   a library function: by its effects
//!     drain(resp)                a function with source: by its exits
//!
//! A call has outcomes, and each of them is a path on.

mod acquire;
mod again;
mod args;
mod connection;
mod deferred;
mod effects;
mod fill;
mod function_value;
mod literal;
mod matchers;
mod outcome;
mod parts;
mod printed;
mod reading;
mod split;
mod started;
mod with_source;
mod without_source;

use super::access_path::AccessPathId;
use super::nodes::PathCondition;
use super::state::{Bind, State, Status};
use super::summary::{ResultValues, Switches};
use super::value::{Bound, Handle, PARAM_BITS, Pointer, Value};
use super::walk::{Explorer, Successor, Successors};
use crate::go::body::{Call, Callee, FrameId, Mode, Part, PlaceId};
use crate::meaning::resource::{RESOURCES, Resource};
use crate::program::resolve::CallTarget;
use crate::program::{AbstractMethod, FuncRef};
use args::{Arg, Params};
use outcome::{Outcome, without_handles};
use smallvec::{SmallVec, smallvec};

impl Explorer<'_> {
    /// Runs a call event.
    pub(super) fn call(&mut self, state: State, call: &Call) -> Successors {
        let mut state = state;
        // A literal that has escaped may run during any call.
        self.end_facts_of_shared(&mut state);
        if self.is_goal_event() && state.status == Status::Waiting {
            return self.acquire(state, call);
        }
        if self.is_yield(call) {
            return self.yield_element(state, call);
        }
        if let Some(next) = self.special_callee(&state, call) {
            return next;
        }
        self.note_called_callee(&mut state, call);
        if self.is_method_of_nil_error(&state, call) {
            return smallvec![];
        }
        let target = self.resolver.target(call);
        if let Some(next) = self.call_of_value(&state, call, &target) {
            return next;
        }
        if let CallTarget::Frame(frame) = *target {
            let args = self.args(&state, call, false);
            if state.status != Status::Open || !self.is_tracked(&args) {
                return self.run_literal(state, call, frame, &args);
            }
            let mut next: Successors = smallvec![];
            for state in self.split_by_literal(state, frame, &args) {
                let args = self.args(&state, call, false);
                next.extend(self.run_literal(state, call, frame, &args));
            }
            return next;
        }
        let args = self.args(&state, call, target.has_receiver());
        if let Some(next) = self.read_by_call(&mut state, call, &target, &args) {
            return next;
        }
        if self.is_for_later(&state, call, &target, &args) {
            self.defer_call(&mut state);
            return smallvec![Successor::on(state)];
        }
        if self.shows_no_body(&args) {
            state.resolve(Status::Absent);
        }
        if state.status != Status::Open || !self.is_tracked(&args) {
            return self.outcomes_of_call(state, call, &target, &args);
        }
        let mut next: Successors = smallvec![];
        for state in self.split_by_args(state, &target, &args) {
            let args = self.args(&state, call, target.has_receiver());
            next.extend(self.outcomes_of_call(state, call, &target, &args));
        }
        next
    }

    /// The states after a call: one for each of its outcomes.
    fn outcomes_of_call(&mut self, state: State, call: &Call, target: &CallTarget, args: &[Arg]) -> Successors {
        let outcomes = self.outcomes(&state, call, target, args);
        self.after_outcomes(&state, call, args, outcomes)
    }

    /// The states after these outcomes of a call.
    fn after_outcomes(&mut self, state: &State, call: &Call, args: &[Arg], outcomes: Vec<Outcome>) -> Successors {
        let mut next: Successors = smallvec![];
        for outcome in outcomes {
            let mut state = state.clone();
            if !self.refine_args(&mut state, args, &outcome.params) || !self.refine_compared(&mut state, args, &outcome)
            {
                continue;
            }
            if outcome.is_end {
                self.note_end(&state);
                continue;
            }
            let open_exit = outcome.open_exit.clone();
            let successor = self.apply(state, call, args, outcome);
            let span = || self.body.blocks[self.at.0.index()].events[self.at.1 as usize].span;
            let condition = open_exit.map(|exit| PathCondition::LeftOpen { call: span(), exit });
            next.push(Successor { condition, ..successor });
        }
        next
    }

    /// `require.Equal(t, http.NoBody, resp.Body)`: there is nothing to close.
    fn shows_no_body(&self, args: &[Arg]) -> bool {
        let is_no_body = |arg: &Arg| arg.place.is_some_and(|place| self.is_no_body(place));
        args.iter().any(|arg| arg.bound.value.handle == Handle::Body) && args.iter().any(is_no_body)
    }

    /// Whether a place is `http.NoBody`.
    pub(super) fn is_no_body(&self, place: PlaceId) -> bool {
        let is_it = |resource: &Resource| {
            resource.no_closer.is_some_and(|name| self.resolver.is_global(place, resource.package, name))
        };
        RESOURCES.iter().any(is_it)
    }

    /// Notes the facts of an outcome about the arguments; `false` if one of them is known not to hold.
    fn refine_args(&mut self, state: &mut State, args: &[Arg], params: &Switches) -> bool {
        for (param, part, fact) in params {
            let Some(path) = args.get(*param).and_then(|arg| arg.path) else {
                continue;
            };
            let path = self.paths.follow(path, part);
            if self.lookup(state, path).contradicts(*fact) {
                return false;
            }
            self.refine(state, path, *fact);
        }
        true
    }

    /// Whether the block of the event can be reached from itself inside its frame.
    fn is_in_loop(&self) -> bool {
        let start = self.at.0;
        let block = &self.body.blocks[start.index()];
        let mut visited = vec![false; self.body.blocks.len()];
        let mut stack = block.end.successors();
        while let Some(at) = stack.pop() {
            if at == start {
                return true;
            }
            if !std::mem::replace(&mut visited[at.index()], true) {
                stack.extend(self.body.blocks[at.index()].end.successors());
            }
        }
        false
    }

    /// `err.Error()` where `err` is nil panics.
    fn is_method_of_nil_error(&mut self, state: &State, call: &Call) -> bool {
        let Callee::Place(place) = call.callee else {
            return false;
        };
        let Some((base, Part::Field(name))) = &self.body.places[place.index()].part else {
            return false;
        };
        if name != "Error" || call.mode != Mode::Now || !call.args.is_empty() {
            return false;
        }
        let path = self.path(*base);
        self.lookup(state, path).is_nil() == Some(true) && self.is_error(*base)
    }

    /// A callee that is a value of this walk: the body's Close, a cancel function, a literal in a variable.
    fn special_callee(&mut self, state: &State, call: &Call) -> Option<Successors> {
        let Callee::Place(place) = call.callee else {
            return None;
        };
        let path = self.path(place);
        let value = self.lookup(state, path);
        if self.is_closer(state, place, path, value) {
            let mut state = state.clone();
            self.note_defer_in_loop(call);
            self.close_by(&mut state, call, None);
            self.bind(&mut state, call, Vec::new());
            return Some(smallvec![Successor::on(state)]);
        }
        if value.cancels != 0 {
            return Some(self.call_cancel(state, call, value.cancels));
        }
        if let Pointer::Frame(frame) = value.pointer {
            let args = self.args(state, call, false);
            return Some(self.run_literal(state.clone(), call, frame, &args));
        }
        None
    }

    /// Whether a call of a place, which is at this path and has this value, closes the response.
    fn is_closer(&mut self, state: &State, place: PlaceId, path: AccessPathId, value: Value) -> bool {
        match value.handle {
            Handle::None => self.closes_wrapper(state, place),
            Handle::Close => true,
            // A method of the value that holds it, in a variable: `end := s.end`.
            Handle::Holder if state.get(path).is_some() => true,
            Handle::Holder => self.body.places[place.index()].part.as_ref().is_some_and(|(_, part)| {
                matches!(part, Part::Field(name) if name.to_ascii_lowercase().contains("close"))
                    || *part == Part::Element
            }),
            _ => false,
        }
    }

    /// Calls a function that cancels contexts, and may do more.
    fn call_cancel(&mut self, state: &State, call: &Call, cancels: u32) -> Successors {
        let mut state = state.clone();
        let args = self.args(&state, call, false);
        self.cancel(&mut state, call, cancels);
        if let Some(next) = self.call_of_value(&state, call, &self.resolver.target(call)) {
            return next;
        }
        let func = match &*self.resolver.target(call) {
            CallTarget::Value(func) => Some(func.clone()),
            _ => None,
        };
        let outcomes = self.without_source(call, &args, func.as_ref().map(|func| (&**func, false)));
        outcomes.into_iter().map(|outcome| self.apply(state.clone(), call, &args, outcome)).collect()
    }

    /// `x.Close()` on an interface whose value holds the body somewhere: what else would it close?
    fn closes_wrapper(&mut self, state: &State, place: PlaceId) -> bool {
        let Some((base, Part::Field(name))) = &self.body.places[place.index()].part else {
            return false;
        };
        if !name.to_ascii_lowercase().contains("close") || state.status != Status::Open {
            return false;
        }
        let path = self.path(*base);
        let holds = self.bound(state, path).handle().is_some_and(|(_, handle)| handle.can_close());
        holds && matches!(*self.resolver.place_target(place), CallTarget::Abstract(_) | CallTarget::Unknown)
    }

    /// Functions that cancel contexts are called.
    fn cancel(&mut self, state: &mut State, call: &Call, cancels: u32) {
        state.called |= cancels & PARAM_BITS;
        match self.walk.aim.is_reads() {
            true => self.release_by(state, call, cancels, None),
            false => self.cover(state, cancels, Status::Closed),
        }
    }

    /// Notes a `defer` in a loop that closes the response: it runs when the function returns.
    fn note_defer_in_loop(&mut self, call: &Call) {
        if call.mode == Mode::Defer && self.is_in_loop() {
            let span = self.body.blocks[self.at.0.index()].events[self.at.1 as usize].span;
            if !self.found.deferred_in_loop.contains(&span) {
                self.found.deferred_in_loop.push(span);
            }
        }
    }

    /// The outcomes of a call; none if it does not return.
    fn outcomes(&mut self, state: &State, call: &Call, target: &CallTarget, args: &[Arg]) -> Vec<Outcome> {
        let outcomes = match target {
            CallTarget::Functions(functions, _) | CallTarget::Unbound(functions) => {
                functions.iter().flat_map(|function| self.by_function(state, call, args, function)).collect()
            }
            CallTarget::Abstract(method) => self.by_method(state, call, args, method),
            CallTarget::Unseen(method) => self.by_function(state, call, args, method),
            CallTarget::Value(func) => self.without_source(call, args, Some((func, false))),
            CallTarget::Builtin(name) => self.builtin(state, call, args, name),
            CallTarget::Convert(_) => self.conversion(args),
            CallTarget::Unknown => self.without_source(call, args, None),
            // It neither keeps nor closes what it gets, but it may call a literal.
            CallTarget::Standard => {
                let has_literal = |number: &usize| !args[*number].bound.frames().is_empty();
                vec![Outcome { escaped: (0..args.len()).filter(has_literal).collect(), ..Outcome::default() }]
            }
            CallTarget::Frame(_) => vec![Outcome::default()],
        };
        if call.mode == Mode::Now {
            return outcomes;
        }
        // A deferred os.Exit, or a goroutine that never ends.
        let returning: Vec<Outcome> = outcomes.into_iter().filter(|outcome| !outcome.is_end).collect();
        if returning.is_empty() { vec![Outcome::default()] } else { returning }
    }

    fn by_function(&mut self, state: &State, call: &Call, args: &[Arg], function: &FuncRef) -> Vec<Outcome> {
        match self.walk.analysis.effects(function) {
            Some(effects) => self.by_effects(call, args, &effects, Params::of(function.decl())),
            None => self.by_summary(state, call, args, function),
        }
    }

    fn by_method(&mut self, state: &State, call: &Call, args: &[Arg], method: &AbstractMethod) -> Vec<Outcome> {
        if let Some(effects) = self.walk.analysis.method_effects(method) {
            return self.by_effects(call, args, &effects, Params::of_method(&method.func.signature));
        }
        if method.is_of_stub() {
            return vec![Outcome::default()];
        }
        let by_implementers = self.by_implementers(state, call, args, method);
        by_implementers.unwrap_or_else(|| self.without_source(call, args, Some((&method.func, true))))
    }

    /// The state after an outcome, or the literal that the callee runs.
    fn apply(&mut self, state: State, call: &Call, args: &[Arg], outcome: Outcome) -> Successor {
        let mut state = state;
        let entered = self.apply_to_args(&mut state, call, args, &outcome);
        if outcome.status == Some(Status::Closed) {
            self.note_defer_in_loop(call);
        }
        if outcome.is_replaced && call.mode == Mode::Now {
            self.replace_body(&mut state);
        }
        if let Some(context) = outcome.joined {
            self.join(&mut state, call, context);
        }
        match outcome.status {
            Some(Status::Closed) if state.status == Status::Open => {
                self.close_by(&mut state, call, outcome.closer.clone())
            }
            Some(status) if state.status == Status::Open => state.resolve(status),
            _ => {}
        }
        if call.mode == Mode::Now {
            let is_followed = state.status == Status::Open || state.status == Status::Closed && state.follows_closed;
            let results = if is_followed { outcome.results } else { without_handles(outcome.results) };
            self.bind(&mut state, call, results);
        }
        match entered {
            Some((frame, bind)) if self.can_enter(&state, frame) => {
                self.bind_params(&mut state, frame, &[]);
                self.enter(state, frame, bind)
            }
            _ => Successor::on(state),
        }
    }

    /// Applies an outcome to the arguments; returns the literal that the callee runs, and the use of its results.
    fn apply_to_args(
        &mut self,
        state: &mut State,
        call: &Call,
        args: &[Arg],
        outcome: &Outcome,
    ) -> Option<(FrameId, Bind)> {
        let path_of = |number: usize| args.get(number).and_then(|arg| arg.path);
        let mut entered = None;
        // Before it is written: `s.stop(); s.stop = nil`.
        for (number, parts) in &outcome.called_parts {
            self.call_part(state, call, args.get(*number), parts, &mut entered);
        }
        self.end_written_by_call(state, call);
        for (number, part, fact) in &outcome.writes {
            if let Some(path) = path_of(*number) {
                self.written_by_callee(state, path, part, *fact);
            }
        }
        for (number, fact) in &outcome.refine {
            if let Some(path) = path_of(*number) {
                self.refine(state, path, *fact);
            }
        }
        for arg in outcome.escaped.iter().filter_map(|number| args.get(*number)) {
            self.escape(state, &arg.bound);
        }
        for path in outcome.readers.iter().filter_map(|number| path_of(*number)) {
            self.receive_reader(state, path);
        }
        for arg in outcome.kept.iter().filter_map(|number| args.get(*number)) {
            for frame in arg.bound.frames() {
                let assigned = self.body.frames[frame.index()].assigns.clone();
                assigned.into_iter().for_each(|slot| self.share(state, slot));
                self.share_channels(state, frame);
            }
        }
        entered = self.escaped_literal_with_site(state, args, &outcome.escaped).or(entered);
        let run = self.escaped_literal_with_site(state, args, &outcome.ran);
        for arg in outcome.ran.iter().filter_map(|number| args.get(*number)) {
            if run.is_none_or(|(frame, _)| !arg.bound.frames().contains(&frame)) {
                self.escape(state, &arg.bound);
            }
        }
        entered = run.or(entered);
        for arg in outcome.called.iter().filter_map(|number| args.get(*number)) {
            self.call_argument(state, call, &arg.bound, &mut entered);
            if let Some(path) = arg.path {
                self.note_called(state, path);
            }
        }
        for arg in outcome.started.iter().filter_map(|number| args.get(*number)) {
            entered = self.start_argument(state, call, args, &arg.bound).or(entered);
        }
        for (number, stage) in &outcome.later {
            if let Some(arg) = args.get(*number) {
                let depth = self.depth_of_owner(state, call, args);
                self.call_later(state, call, &arg.bound, (depth, *stage));
            }
        }
        if outcome.carried != 0 {
            self.carry_to_receiver(state, args, outcome.carried);
        }
        if entered.is_none() {
            // One that escapes by this call may have run already.
            self.end_facts_of_shared(state);
        }
        entered
    }

    /// A method that takes a context may store it in its receiver.
    fn carry_to_receiver(&mut self, state: &mut State, args: &[Arg], contexts: u32) {
        if let Some(path) = args.first().and_then(|arg| arg.path) {
            let mut value = state.get(path).unwrap_or_default();
            value.contexts |= contexts;
            state.set(path, value);
        }
    }

    /// Binds the results of a call; a result of which nothing is said is unknown.
    fn bind(&mut self, state: &mut State, call: &Call, results: ResultValues) {
        let mut bounds: SmallVec<[Bound; 4]> = call.results.iter().map(|_| Bound::default()).collect();
        for (number, path, value) in results {
            let Some(bound) = bounds.get_mut(number) else {
                continue;
            };
            if path.is_empty() {
                bound.value = value;
            } else {
                bound.parts.push((path, value));
            }
        }
        let notes_errors = state.status == Status::Open && self.may_exit_with_error();
        for (place, mut bound) in call.results.iter().zip(bounds) {
            if let Some(place) = place {
                bound.value.is_later_error = notes_errors && bound.value.fact.is_none() && self.is_error(*place);
                let path = self.path(*place);
                self.store(state, path, bound);
            }
        }
    }
}
