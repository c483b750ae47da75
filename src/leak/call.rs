//! What calls do to a state: closes, cancels, literals that are run in place, library functions, functions that can be seen.

mod outcome;

use super::sites::Acquired;
use super::state::{Activation, Bind, Bound, Handle, PathId, Pointer, State, Status, Value};
use super::walk::{Explorer, Goal, Successor, Successors};
use super::{Facts, Reach};
use crate::go::body::{Call, Callee, FrameId, Mode, OUTER, Operand, Part, PlaceId, SlotKind};
use crate::meaning::effect::Fact;
use crate::meaning::resource::HTTP_RESPONSE;
use crate::program::resolve::CallTarget;
use outcome::Outcome;
use smallvec::{SmallVec, smallvec};

/// An argument: its value, and the place that it was read from.
#[derive(Clone, Debug)]
pub(super) struct Arg {
    pub(super) bound: Bound,
    pub(super) path: Option<PathId>,
    pub(super) place: Option<PlaceId>,
}

impl Explorer<'_> {
    /// Runs a call event.
    pub(super) fn call(&mut self, state: State, call: &Call) -> Successors {
        let mut state = state;
        self.forget_volatile(&mut state);
        if self.is_goal_event() && state.status == Status::Waiting {
            return self.acquire(state, call);
        }
        if let Some(next) = self.special_callee(&state, call) {
            return next;
        }
        if self.is_method_of_nil_error(&state, call) {
            return smallvec![];
        }
        let target = self.resolver.target(call);
        if let CallTarget::Frame(frame) = *target {
            let args = self.args(&state, call, false);
            return self.run_literal(state, call, frame, &args);
        }
        let args = self.args(&state, call, target.has_receiver());
        if self.shows_no_body(&args) {
            state.resolve(Status::Absent);
        }
        let outcomes = self.outcomes(&state, call, &target, &args);
        let mut next: Successors = smallvec![];
        for outcome in outcomes {
            let mut state = state.clone();
            if self.refine_args(&mut state, &args, &outcome.params) {
                next.push(self.apply(state, call, &args, outcome));
            }
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
        self.resolver.is_global(place, HTTP_RESPONSE.package, HTTP_RESPONSE.no_closer)
    }

    /// The call that the walk is about: it hands over the response in each of its ways.
    fn acquire(&mut self, state: State, call: &Call) -> Successors {
        self.found.is_reached = true;
        let target = self.resolver.target(call);
        let args = self.args(&state, call, target.has_receiver());
        let mut next: Successors = smallvec![];
        for mut outcome in self.site_outcomes(call, &target, &args) {
            let mut born = state.clone();
            if !self.refine_args(&mut born, &args, &outcome.params) {
                continue;
            }
            let own = self.own_context(&mut outcome.results);
            let contexts = match &outcome.contexts {
                Some(params) => {
                    params.iter().filter_map(|param| args.get(*param)).fold(0, |all, arg| all | arg.bound.contexts())
                }
                None => args.iter().fold(0, |all, arg| all | arg.bound.contexts()),
            };
            if contexts & state.covered != 0 && !self.analysis.require_close {
                self.found.is_discharged = true;
                continue;
            }
            born.status = Status::Open;
            born.contexts = contexts | own;
            self.bind(&mut born, call, outcome.results);
            next.push(Successor::on(born));
        }
        if !self.is_fast_path && self.may_come_again() {
            let mut waiting = state;
            self.bind(&mut waiting, call, Vec::new());
            next.push(Successor::on(waiting));
        }
        next
    }

    /// A callee that hands over the response together with the cancel of its request: the bit of that context.
    fn own_context(&mut self, results: &mut [(usize, Vec<Part>, Value)]) -> u32 {
        if results.iter().all(|(_, _, value)| value.cancels == 0) {
            return 0;
        }
        let own = self.context_bit(0);
        for (_, _, value) in results.iter_mut().filter(|(_, _, value)| value.cancels != 0) {
            value.cancels = own;
        }
        own
    }

    /// Notes what a callee has found of its arguments; says whether that can be.
    fn refine_args(&mut self, state: &mut State, args: &[Arg], params: &Facts) -> bool {
        for (param, part, fact) in params {
            let Some(path) = args.get(*param).and_then(|arg| arg.path) else {
                continue;
            };
            let path = self.paths.follow(path, part);
            if outcome::contradicts(&self.lookup(state, path), *fact) {
                return false;
            }
            self.refine(state, path, *fact);
        }
        true
    }

    /// The ways in which the call of the goal succeeds with the arguments of this state.
    fn site_outcomes(&mut self, call: &Call, target: &CallTarget, args: &[Arg]) -> Vec<Acquired> {
        let Goal::Site(site) = &self.goal else {
            return Vec::new();
        };
        let known = site.outcomes.clone();
        let CallTarget::Functions(functions, _) = target else {
            return known.to_vec();
        };
        let Some(function) = functions.first().filter(|function| !function.is_stub()) else {
            return known.to_vec();
        };
        let decl = function.decl();
        let facts = facts_of(args, all_params(decl), decl.signature.is_variadic);
        if facts.is_empty() {
            return known.to_vec();
        }
        let mut reach = Reach::default();
        let own = super::sites::acquired(self.analysis, self.resolver, call, &facts, self.depth, &mut reach);
        self.found.reach |= reach;
        let result = known.first().and_then(Acquired::place).map(|(result, _)| result);
        own.into_iter().filter(|outcome| outcome.place().map(|(own, _)| own) == result).collect()
    }

    /// Whether the event can be reached again after it ran.
    fn may_come_again(&self) -> bool {
        self.body.blocks[self.at.0.index()].frame != self.root || self.is_in_loop()
    }

    /// Whether the block of the event can be reached from itself inside its frame.
    fn is_in_loop(&self) -> bool {
        let start = self.at.0;
        let block = &self.body.blocks[start.index()];
        let mut seen = vec![false; self.body.blocks.len()];
        let mut stack = super::walk::successors(&block.end);
        while let Some(at) = stack.pop() {
            if at == start {
                return true;
            }
            if !std::mem::replace(&mut seen[at.index()], true) {
                stack.extend(super::walk::successors(&self.body.blocks[at.index()].end));
            }
        }
        false
    }

    /// A literal that is in other hands may run during any call: what is known of the variables that it assigns is void.
    fn forget_volatile(&mut self, state: &mut State) {
        if state.shared.is_empty() {
            return;
        }
        for slot in state.shared.clone() {
            let is_assigned = self.body.frames.iter().any(|frame| frame.assigns.binary_search(&slot).is_ok());
            if !is_assigned {
                continue;
            }
            for (path, value) in &mut state.env {
                if self.paths.slot(*path) == slot {
                    value.fact = None;
                }
            }
            let body = self.body;
            state
                .exprs
                .retain(|(expr, _)| body.exprs[expr.index()].places.iter().all(|place| body.slot_of(*place) != slot));
        }
        state.env.retain(|(_, value)| !value.is_unknown());
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
        let is_close = match value.handle {
            Handle::None => self.closes_wrapper(state, place),
            Handle::Close => true,
            // A method of what holds it, kept in a variable: `end := s.end`.
            Handle::Holder if state.get(path).is_some() => true,
            Handle::Holder => self.body.places[place.index()].part.as_ref().is_some_and(|(_, part)| {
                matches!(part, Part::Field(name) if name.to_ascii_lowercase().contains("close"))
                    || *part == Part::Element
            }),
            _ => false,
        };
        if is_close {
            let mut state = state.clone();
            self.note_defer_in_loop(call);
            state.resolve(Status::Closed);
            self.bind(&mut state, call, Vec::new());
            return Some(smallvec![Successor::on(state)]);
        }
        if value.cancels != 0 {
            let mut state = state.clone();
            let args = self.args(&state, call, false);
            self.cancel(&mut state, value.cancels);
            let func = match &*self.resolver.target(call) {
                CallTarget::Value(func) => Some(func.clone()),
                _ => None,
            };
            let outcomes = self.unseen(call, &args, func.as_ref().map(|func| (&**func, false)));
            return Some(outcomes.into_iter().map(|outcome| self.apply(state.clone(), call, &args, outcome)).collect());
        }
        if let Pointer::Frame(frame) = value.pointer {
            let args = self.args(state, call, false);
            return Some(self.run_literal(state.clone(), call, frame, &args));
        }
        None
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
    pub(super) fn cancel(&mut self, state: &mut State, cancels: u32) {
        state.called |= cancels & 0xFFFF;
        self.cover(state, cancels, Status::Closed);
    }

    pub(super) fn note_defer_in_loop(&mut self, call: &Call) {
        if call.mode == Mode::Defer && self.is_in_loop() {
            let span = self.body.blocks[self.at.0.index()].events[self.at.1 as usize].span;
            if !self.found.deferred_in_loop.contains(&span) {
                self.found.deferred_in_loop.push(span);
            }
        }
    }

    /// The arguments with their values, the receiver first.
    pub(super) fn args(&mut self, state: &State, call: &Call, has_receiver: bool) -> Vec<Arg> {
        let mut args = Vec::new();
        if has_receiver && let Callee::Place(place) = call.callee {
            args.push(self.receiver(state, place));
        }
        for operand in &call.args {
            match operand {
                Operand::Tuple(places) => {
                    let len = self.resolver.tuple_len(places);
                    for place in &places[..len.min(places.len())] {
                        args.push(self.arg(state, &Operand::Place(*place)));
                    }
                }
                other => args.push(self.arg(state, other)),
            }
        }
        args
    }

    fn arg(&mut self, state: &State, operand: &Operand) -> Arg {
        let bound = self.operand(state, operand);
        let place = match operand {
            Operand::Place(place) => Some(*place),
            _ => None,
        };
        let path = place.map(|place| self.path(place));
        Arg { bound, path, place }
    }

    /// The operand in front of the dot, at the embedded field that has the method.
    fn receiver(&mut self, state: &State, callee: PlaceId) -> Arg {
        let Some((base, _)) = self.body.places[callee.index()].part.clone() else {
            return Arg { bound: Bound::default(), path: None, place: None };
        };
        let full = self.path(callee);
        let path = self.paths.parent(full).map(|(parent, _)| parent);
        let bound = match path {
            Some(path) => self.bound(state, path),
            None => Bound::default(),
        };
        Arg { bound, path, place: Some(base) }
    }

    /// A literal is called, deferred or started.
    fn run_literal(&mut self, state: State, call: &Call, frame: FrameId, args: &[Arg]) -> Successors {
        let mut state = state;
        let matters = self.literal_matters(&state, call, frame, args);
        if call.mode == Mode::Defer {
            if matters {
                self.bind_params(&mut state, frame, args);
                self.defer(&mut state, frame);
                if self.captures_handle(&state, frame) || args.iter().any(|arg| arg.bound.handle().is_some()) {
                    self.note_defer_in_loop(call);
                }
            }
            return smallvec![Successor::on(state)];
        }
        // What never returns ends the path, though nothing in it matters: `func() { os.Exit(2) }()`.
        if !matters && call.mode == Mode::Now && !self.is_fast_path && !self.returns(frame) {
            return smallvec![];
        }
        if !matters || !self.can_enter(&state, frame) {
            if !self.can_enter(&state, frame) {
                for arg in args {
                    self.let_go(&mut state, &arg.bound);
                }
            }
            self.forget_assigned(&mut state, frame);
            self.bind(&mut state, call, Vec::new());
            return smallvec![Successor::on(state)];
        }
        if call.mode == Mode::Go && !self.holds_site(&state, frame) && !self.returns(frame) {
            // A worker or a server: what it captures is in its hands, and this goroutine goes on.
            self.let_go(&mut state, &Bound::plain(Value { pointer: Pointer::Frame(frame), ..Value::default() }));
            return smallvec![Successor::on(state)];
        }
        self.bind_params(&mut state, frame, args);
        let bind = if call.mode == Mode::Now && !call.results.is_empty() { Bind::Results } else { Bind::Nothing };
        smallvec![self.enter(state, frame, bind)]
    }

    fn enter(&mut self, state: State, frame: FrameId, bind: Bind) -> Successor {
        let mut state = state;
        state.stack.push(Activation { frame, return_to: (self.at.0, self.at.1 + 1), bind });
        for slot in self.body.frames[frame.index()].results.clone() {
            let root = self.paths.root(slot);
            self.clear(&mut state, root);
            self.start_result(&mut state, slot);
        }
        Successor { enter: Some(self.body.frames[frame.index()].entry), state }
    }

    /// A literal will run when the current frame returns.
    fn defer(&mut self, state: &mut State, frame: FrameId) {
        let depth = u8::try_from(state.stack.len()).unwrap_or(u8::MAX);
        // In a loop the same literal is deferred many times; once is enough for the last response.
        if !state.deferred.contains(&(depth, frame)) {
            state.deferred.push((depth, frame));
        }
    }

    fn bind_params(&mut self, state: &mut State, frame: FrameId, args: &[Arg]) {
        let params = self.body.frames[frame.index()].params.clone();
        let is_variadic = self.body.frames[frame.index()].signature.is_variadic;
        for (number, slot) in params.iter().enumerate() {
            let root = self.paths.root(*slot);
            self.clear(state, root);
            if is_variadic && number + 1 == params.len() {
                let element = self.part(root, &Part::Element);
                for arg in args.iter().skip(number) {
                    self.store(state, element, arg.bound.clone());
                }
            } else if let Some(arg) = args.get(number) {
                let value = arg.bound.clone();
                self.store(state, root, value);
            }
        }
    }

    /// Whether running a literal can change anything that the walk looks at.
    fn literal_matters(&self, state: &State, call: &Call, frame: FrameId, args: &[Arg]) -> bool {
        let data = &self.body.frames[frame.index()];
        let holds = |arg: &Arg| {
            arg.bound.handle().is_some() || arg.bound.cancels() != 0 || arg.bound.value.pointer != Pointer::None
        };
        let has_site = self.holds_site(state, frame);
        let captures = |path: PathId| data.captures.binary_search(&self.paths.slot(path)).is_ok();
        has_site
            || !call.results.is_empty()
            || !data.assigns.is_empty()
            || call.mode == Mode::Defer && !data.captures.is_empty()
            || args.iter().any(holds)
            // It may stop for what is known of an argument.
            || call.mode == Mode::Now && args.iter().any(|arg| arg.bound.value.fact.is_some())
            || state.env.iter().any(|(path, _)| captures(*path))
    }

    /// Whether the call of the goal is in a literal and has not happened yet.
    fn holds_site(&self, state: &State, frame: FrameId) -> bool {
        match &self.goal {
            Goal::Site(site) => {
                state.status == Status::Waiting
                    && self.body.is_within(self.body.blocks[site.block.index()].frame, frame)
            }
            _ => false,
        }
    }

    /// Whether a literal ever returns, whatever it is called with.
    fn returns(&mut self, frame: FrameId) -> bool {
        if let Some(known) = self.returning.get(&frame) {
            return *known;
        }
        // A literal may call itself through its variable, which a walk from its own entry knows nothing of.
        let depth = self.depth.saturating_sub(1);
        if depth == 0 {
            self.found.reach |= Reach::CUT;
            return true;
        }
        let explored =
            super::explore(self.analysis, self.resolver, self.live, frame, Goal::Plain, &Facts::new(), depth);
        self.found.reach |= explored.reach.for_caller();
        let returns = explored.gave_up || !explored.exits.is_empty();
        self.returning.insert(frame, returns);
        returns
    }

    /// What a literal that is not run may have changed.
    pub(super) fn forget_assigned(&mut self, state: &mut State, frame: FrameId) {
        for slot in self.body.frames[frame.index()].assigns.clone() {
            let held = state.env.iter().any(|(path, value)| {
                self.paths.slot(*path) == slot && (value.handle != Handle::None || value.contexts | value.cancels != 0)
            });
            if !held {
                let root = self.paths.root(slot);
                self.clear(state, root);
            }
        }
    }

    /// Binds the results of a call; what is not said is unknown.
    pub(super) fn bind(&mut self, state: &mut State, call: &Call, results: Vec<(usize, Vec<Part>, Value)>) {
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
        for (place, bound) in call.results.iter().zip(bounds) {
            if let Some(place) = place {
                let path = self.path(*place);
                self.store(state, path, bound);
            }
        }
    }

    fn outcomes(&mut self, state: &State, call: &Call, target: &CallTarget, args: &[Arg]) -> Vec<Outcome> {
        let outcomes = match target {
            CallTarget::Functions(functions, _) | CallTarget::Unbound(functions) => {
                let mut all = Vec::new();
                for function in functions {
                    let decl = function.decl();
                    if let Some(effects) = self.analysis.effects(function) {
                        all.extend(self.by_effects(call, args, &effects, decl.signature.is_variadic, all_params(decl)));
                    } else {
                        all.extend(self.by_summary(state, call, args, function));
                    }
                }
                all
            }
            CallTarget::Abstract(method) => {
                let signature = &method.func.signature;
                match self.analysis.method_effects(method) {
                    Some(effects) => {
                        self.by_effects(call, args, &effects, signature.is_variadic, signature.params.len() + 1)
                    }
                    None if method.is_of_stub() => vec![Outcome::default()],
                    None => match self.by_implementers(state, call, args, method) {
                        Some(outcomes) => outcomes,
                        None => self.unseen(call, args, Some((&method.func, true))),
                    },
                }
            }
            CallTarget::Value(func) => self.unseen(call, args, Some((func, false))),
            CallTarget::Builtin(name) => self.builtin(call, args, name),
            CallTarget::Convert(_) => self.conversion(args),
            CallTarget::Unknown => self.unseen(call, args, None),
            // It neither keeps nor closes what it gets, but it may call a literal.
            CallTarget::Standard => {
                let has_literal = |number: &usize| !args[*number].bound.frames().is_empty();
                vec![Outcome { kept: (0..args.len()).filter(has_literal).collect(), ..Outcome::default() }]
            }
            CallTarget::Frame(_) => vec![Outcome::default()],
        };
        if outcomes.is_empty() && call.mode != Mode::Now {
            // A deferred os.Exit, or a goroutine that never ends.
            return vec![Outcome::default()];
        }
        outcomes
    }

    fn apply(&mut self, state: State, call: &Call, args: &[Arg], outcome: Outcome) -> Successor {
        let mut state = state;
        if call.mode != Mode::Defer {
            for arg in args {
                self.forget_pointees(&mut state, &arg.bound);
            }
        }
        for (number, part, fact) in &outcome.writes {
            if let Some(path) = args.get(*number).and_then(|arg| arg.path) {
                self.written_by_callee(&mut state, path, part, *fact);
            }
        }
        for (number, fact) in &outcome.refine {
            if let Some(path) = args.get(*number).and_then(|arg| arg.path) {
                self.refine(&mut state, path, *fact);
            }
        }
        for number in &outcome.kept {
            if let Some(arg) = args.get(*number) {
                self.let_go(&mut state, &arg.bound);
            }
        }
        let mut entered = self.kept_literal_with_site(&state, args, &outcome.kept);
        for number in &outcome.called {
            if let Some(arg) = args.get(*number) {
                self.call_argument(&mut state, call, &arg.bound, &mut entered);
            }
        }
        for number in &outcome.later {
            if let Some(arg) = args.get(*number) {
                let depth = self.depth_of_owner(&state, call, args);
                self.call_later(&mut state, &arg.bound, depth);
            }
        }
        if outcome.carried != 0 {
            self.carry_to_receiver(&mut state, args, outcome.carried);
        }
        if outcome.status == Some(Status::Closed) {
            self.note_defer_in_loop(call);
        }
        if outcome.is_replaced && call.mode == Mode::Now {
            self.replace_body(&mut state);
        }
        match outcome.status {
            Some(status) if state.status == Status::Open => state.resolve(status),
            _ => {}
        }
        if call.mode == Mode::Now {
            let results = if state.status == Status::Open { outcome.results } else { without_handles(outcome.results) };
            self.bind(&mut state, call, results);
        }
        match entered {
            Some(frame) if self.can_enter(&state, frame) => {
                self.bind_params(&mut state, frame, &[]);
                self.enter(state, frame, Bind::LastError)
            }
            _ => Successor::on(state),
        }
    }

    /// A literal that is handed to code which cannot be seen is run where it is handed over, if the walk is about a call in it.
    fn kept_literal_with_site(&self, state: &State, args: &[Arg], kept: &[usize]) -> Option<FrameId> {
        let Goal::Site(site) = &self.goal else {
            return None;
        };
        if state.status != Status::Waiting {
            return None;
        }
        let site_frame = self.body.blocks[site.block.index()].frame;
        let frames = kept.iter().filter_map(|number| args.get(*number)).flat_map(|arg| arg.bound.frames());
        frames.into_iter().find(|frame| self.body.is_within(site_frame, *frame))
    }

    /// A method that takes a context may store it in its receiver.
    fn carry_to_receiver(&mut self, state: &mut State, args: &[Arg], contexts: u32) {
        if let Some(path) = args.first().and_then(|arg| arg.path) {
            let mut value = state.get(path).unwrap_or_default();
            value.contexts |= contexts;
            state.set(path, value);
        }
    }

    /// A callee may write through the pointers that it gets: `Decode(&data)`.
    fn forget_pointees(&mut self, state: &mut State, bound: &Bound) {
        for pointee in bound.pointees() {
            let holds = state.env.iter().any(|(path, value)| {
                self.paths.is_inside(pointee, *path)
                    && (value.handle != Handle::None || value.contexts | value.cancels != 0)
            });
            if !holds {
                self.clear(state, pointee);
            }
        }
    }

    /// The callee calls one of its arguments.
    fn call_argument(&mut self, state: &mut State, call: &Call, bound: &Bound, entered: &mut Option<FrameId>) {
        if bound.value.handle == Handle::Close || bound.value.handle == Handle::Holder {
            self.note_defer_in_loop(call);
            state.resolve(Status::Closed);
        }
        if bound.value.cancels != 0 {
            self.cancel(state, bound.value.cancels);
        }
        if let Some(frame) = bound.frames().first() {
            if call.mode == Mode::Defer {
                self.defer(state, *frame);
            } else {
                *entered = Some(*frame);
            }
        }
    }

    /// At whose end it is that something runs later: of the literal that got the receiver, such as the `t` of a subtest; of the
    /// innermost one if there is no receiver; else of the function.
    fn depth_of_owner(&mut self, state: &State, call: &Call, args: &[Arg]) -> u8 {
        let position = match args.first().and_then(|arg| arg.place) {
            _ if args.len() == call.args.len() => Some(state.stack.len().saturating_sub(1)),
            Some(receiver) if self.body.slot(receiver).kind == SlotKind::Param => {
                let frame = self.body.slot(receiver).frame;
                state.stack.iter().position(|activation| activation.frame == frame)
            }
            _ => None,
        };
        // The variables of a literal may have other values by the end of the function, which a glance does not see.
        self.found.gave_up |= self.is_fast_path && position.is_none() && self.root != OUTER;
        u8::try_from(position.unwrap_or(0) + 1).unwrap_or(1)
    }

    fn call_later(&mut self, state: &mut State, bound: &Bound, depth: u8) {
        if bound.value.handle == Handle::Close || bound.value.handle == Handle::Holder {
            state.resolve(Status::Closed);
        }
        if bound.value.cancels != 0 {
            self.cancel(state, bound.value.cancels);
        }
        for frame in bound.frames() {
            // Runs after the function that waits for it, at the latest when everything ends.
            if !state.deferred.contains(&(depth, frame)) {
                state.deferred.insert(0, (depth, frame));
            }
        }
    }
}

/// What is known of the arguments, by parameter.
pub(super) fn facts_of(args: &[Arg], params: usize, is_variadic: bool) -> Facts {
    let mut facts = Facts::new();
    for (param, arg) in args.iter().enumerate() {
        if is_variadic && param + 1 >= params {
            break;
        }
        let value = &arg.bound.value;
        let fact = match value.is_nil() {
            Some(true) => Some(Fact::Nil),
            Some(false) if value.handle == Handle::None => Some(Fact::NonNil),
            _ => value.fact.filter(|fact| matches!(fact, Fact::True | Fact::False)),
        };
        facts.extend(fact.map(|fact| (param, Vec::new(), fact)));
        // Options in a struct: `&Options{NoResponse: true}`.
        for (path, value) in &arg.bound.parts {
            let is_field = matches!(path[..], [Part::Field(_)]);
            let switch = value.fact.filter(|fact| matches!(fact, Fact::True | Fact::False));
            facts.extend(switch.filter(|_| is_field).map(|fact| (param, path.clone(), fact)));
        }
    }
    facts.sort();
    facts
}

fn all_params(decl: &crate::go::outline::FuncDecl) -> usize {
    decl.signature.params.len() + usize::from(decl.receiver.is_some())
}

fn without_handles(results: Vec<(usize, Vec<Part>, Value)>) -> Vec<(usize, Vec<Part>, Value)> {
    let drop = |(number, path, mut value): (usize, Vec<Part>, Value)| {
        if value.handle != Handle::None {
            value.handle = Handle::None;
            value.fact = value.fact.or(Some(Fact::NonNil));
        }
        (number, path, value)
    };
    results.into_iter().map(drop).collect()
}
