//! Function literals that a call runs: in place, at the end of the function, in another goroutine, or through a callee.
//!
//!     func() { defer resp.Body.Close(); .. }()     run in place: the walk goes on in the literal and comes back
//!     defer func() { resp.Body.Close() }()         run when the function returns
//!     go func() { resp.Body.Close() }()            run in place, if it returns at all
//!     t.Cleanup(func() { resp.Body.Close() })      run when the test ends
//!
//! A literal in which nothing matters to the walk is not run: the variables that it assigns are unknown from then on.

use super::args::Arg;
use crate::go::body::{Call, FrameId, Mode, OUTER, Operand, Part, SlotKind};
use crate::leak::access_path::AccessPathId;
use crate::leak::explored::Goal;
use crate::leak::reach::Reach;
use crate::leak::release::Aim;
use crate::leak::state::{Activation, Bind, Deferred, Runs, State, Status};
use crate::leak::summary::Facts;
use crate::leak::value::{Bound, Handle, Pointer, Value};
use crate::leak::walk::{Explorer, Returning, Successor, Successors, Walk};
use crate::meaning::effect::Stage;
use smallvec::smallvec;

/// The packages that declare `Ordered`.
const GINKGO: [&str; 1] = ["github.com/onsi/ginkgo/v2"];

impl Explorer<'_> {
    /// A literal is called, deferred or started.
    pub(super) fn run_literal(&mut self, state: State, call: &Call, frame: FrameId, args: &[Arg]) -> Successors {
        let mut state = state;
        if call.mode == Mode::Go {
            self.note_receivers(&mut state, frame);
        }
        let matters = self.literal_matters(&state, call, frame, args);
        if call.mode == Mode::Defer {
            if matters {
                // In a loop each deferred literal has parameters of its own: one that got the response still has it.
                if !self.is_held_by_deferred(&state, frame) {
                    self.bind_params(&mut state, frame, args);
                }
                self.defer(&mut state, frame);
                if self.captures_handle(&state, frame) || args.iter().any(|arg| arg.bound.handle().is_some()) {
                    self.note_defer_in_loop(call);
                }
            }
            return smallvec![Successor::on(state)];
        }
        // A literal that never returns ends the path, even if nothing in it matters: `func() { os.Exit(2) }()`.
        if !matters && call.mode == Mode::Now && !self.is_fast_path && !self.returns(frame) {
            if self.memo.ending.contains(&frame) {
                self.note_end(&state);
            }
            return smallvec![];
        }
        let may_be_running = call.mode == Mode::Go && self.is_beside(&state, frame, args);
        if !matters || may_be_running || !self.can_enter(&state, frame) {
            if !self.can_enter(&state, frame) {
                for arg in args {
                    self.escape(&mut state, &arg.bound);
                }
            }
            self.clear_assigned(&mut state, frame);
            self.bind(&mut state, call, Vec::new());
            return smallvec![Successor::on(state)];
        }
        if call.mode == Mode::Go && !self.holds_site(&state, frame) && !self.returns(frame) {
            // A worker or a server: the response escapes to it if it captures it, and this goroutine goes on.
            self.escape(&mut state, &Bound::plain(Value { pointer: Pointer::Frame(frame), ..Value::default() }));
            return smallvec![Successor::on(state)];
        }
        self.bind_params(&mut state, frame, args);
        let bind = if call.mode == Mode::Now && !call.results.is_empty() { Bind::Results } else { Bind::Nothing };
        smallvec![self.enter(state, frame, bind)]
    }

    /// Whether a literal that is started has nothing to do with the response: whether it has run is known only where its end is
    /// waited for.
    fn is_beside(&self, state: &State, frame: FrameId, args: &[Arg]) -> bool {
        let captures = &self.body.frames[frame.index()].captures;
        let is_followed = |value: &Value| {
            value.handle != Handle::None || value.contexts | value.cancels != 0 || value.pointer != Pointer::None
        };
        let is_captured = |path| captures.binary_search(&self.paths.slot(path)).is_ok();
        state.status != Status::Waiting
            && !args.iter().any(|arg| is_followed(&arg.bound.value) || !arg.bound.parts.is_empty())
            && !state.env.iter().any(|(path, value)| is_captured(*path) && is_followed(value))
    }

    /// Goes on at the entry of a literal.
    pub(super) fn enter(&mut self, state: State, frame: FrameId, bind: Bind) -> Successor {
        let mut state = state;
        state.stack.push(Activation { frame, return_to: (self.at.0, self.at.1 + 1), bind });
        for slot in self.body.frames[frame.index()].results.clone() {
            let root = self.paths.root(slot);
            self.clear(&mut state, root);
            self.start_result(&mut state, slot);
        }
        Successor { enter: Some(self.body.frames[frame.index()].entry), state, condition: None }
    }

    /// A literal will run when the current frame returns.
    fn defer(&mut self, state: &mut State, frame: FrameId) {
        let depth = u8::try_from(state.stack.len()).unwrap_or(u8::MAX);
        // In a loop the same literal is deferred many times; once is enough for the last response.
        let deferred = Deferred { depth, stage: Stage::Deferred, runs: Runs::Literal(frame) };
        if !state.deferred.contains(&deferred) {
            state.deferred.push(deferred);
        }
    }

    /// Whether a parameter of a literal that is deferred already holds the response.
    fn is_held_by_deferred(&self, state: &State, frame: FrameId) -> bool {
        let params = &self.body.frames[frame.index()].params;
        let is_held = |(path, value): &(AccessPathId, Value)| {
            value.handle.can_close() && params.contains(&self.paths.slot(*path))
        };
        state.deferred.iter().any(|deferred| deferred.runs == Runs::Literal(frame)) && state.env.iter().any(is_held)
    }

    /// Gives the parameters of a literal the values of the arguments.
    pub(super) fn bind_params(&mut self, state: &mut State, frame: FrameId, args: &[Arg]) {
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
                let mut value = arg.bound.clone();
                if let Some(place) = arg.place {
                    self.note_function(&mut value, self.body.root(*slot), &Operand::Place(place));
                }
                self.store(state, root, value);
                self.note_constant(state, root, &arg.constant);
                if let Some(place) = arg.place {
                    self.copy_known(state, self.body.root(*slot), &Operand::Place(place));
                }
            }
        }
    }

    /// Whether running a literal can change anything that the walk looks at.
    fn literal_matters(&mut self, state: &State, call: &Call, frame: FrameId, args: &[Arg]) -> bool {
        let data = &self.body.frames[frame.index()];
        let holds = |arg: &Arg| {
            arg.bound.handle().is_some() || arg.bound.cancels() != 0 || arg.bound.value.pointer != Pointer::None
        };
        let has_site = self.holds_site(state, frame) || self.sends(frame);
        let captures = |path: AccessPathId| data.captures.binary_search(&self.paths.slot(path)).is_ok();
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
    pub(in crate::leak) fn holds_site(&self, state: &State, frame: FrameId) -> bool {
        match &self.goal {
            Goal::Site(site) => {
                state.status == Status::Waiting
                    && self.body.is_within(self.body.blocks[site.block.index()].frame, frame)
            }
            _ => false,
        }
    }

    /// Whether a literal ever returns, whatever it is called with.
    pub(super) fn returns(&mut self, frame: FrameId) -> bool {
        self.returning(frame) != Returning::Never
    }

    /// Whether a literal returns nil as its last result, whenever it returns.
    pub(super) fn returns_no_error(&mut self, frame: FrameId) -> bool {
        self.returning(frame) != Returning::Any
    }

    fn returning(&mut self, frame: FrameId) -> Returning {
        if let Some(known) = self.memo.returning.get(&frame) {
            return *known;
        }
        // A literal may call itself through its variable, which a walk from its own entry knows nothing of.
        let depth = self.walk.depth.saturating_sub(1);
        if depth == 0 {
            self.found.reach |= Reach::CUT;
            return Returning::Any;
        }
        let walk = Walk { root: frame, depth, aim: Aim::Leaks, ..self.walk };
        let explored = walk.explore(Goal::Plain, &Facts::new());
        self.found.reach |= explored.reach.for_caller();
        let last = self.body.frames[frame.index()].results.len().checked_sub(1);
        let returning = match &explored.exits[..] {
            _ if explored.gave_up => Returning::Any,
            [] => Returning::Never,
            exits if exits.iter().all(|exit| last.is_none_or(|last| exit.is_nil(last))) => Returning::NoError,
            _ => Returning::Any,
        };
        self.memo.returning.insert(frame, returning);
        if explored.may_end {
            self.memo.ending.insert(frame);
        }
        returning
    }

    /// Drops what is known of the variables that a literal which is not run may have changed.
    pub(in crate::leak) fn clear_assigned(&mut self, state: &mut State, frame: FrameId) {
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

    /// A literal that escapes to code without source is run where it escapes, if the walk is about a call in it.
    pub(super) fn escaped_literal_with_site(
        &self,
        state: &State,
        args: &[Arg],
        escaped: &[usize],
    ) -> Option<(FrameId, Bind)> {
        let Goal::Site(site) = &self.goal else {
            return None;
        };
        if state.status != Status::Waiting {
            return None;
        }
        let site_frame = self.body.blocks[site.block.index()].frame;
        let frames = escaped.iter().filter_map(|number| args.get(*number)).flat_map(|arg| arg.bound.frames());
        let found = frames.into_iter().find(|frame| self.body.is_within(site_frame, *frame));
        found.map(|frame| (frame, Bind::LastError))
    }

    /// The callee calls one of its arguments.
    pub(super) fn call_argument(
        &mut self,
        state: &mut State,
        call: &Call,
        bound: &Bound,
        entered: &mut Option<(FrameId, Bind)>,
    ) {
        if bound.value.handle == Handle::Close || bound.value.handle == Handle::Holder {
            self.note_defer_in_loop(call);
            self.close_by(state, call, None);
        }
        if bound.value.cancels != 0 {
            self.cancel(state, call, bound.value.cancels);
        }
        if let Some(frame) = bound.frames().first() {
            if call.mode == Mode::Defer {
                self.defer(state, *frame);
            } else {
                *entered = Some((*frame, Bind::LastError));
            }
        }
    }

    /// The depth on the stack of the frame at whose end something runs later: the literal that got the receiver, such as the `t`
    /// of a subtest; the innermost one if there is no receiver; else the function.
    pub(super) fn depth_of_owner(&mut self, state: &State, call: &Call, args: &[Arg]) -> u8 {
        let position = match args.first().and_then(|arg| arg.place) {
            _ if args.len() == call.args.len() => Some(state.stack.len().saturating_sub(1)),
            Some(receiver) if self.body.slot(receiver).kind == SlotKind::Param => {
                let frame = self.body.slot(receiver).frame;
                state.stack.iter().position(|activation| activation.frame == frame)
            }
            _ => None,
        };
        // The variables of a literal may have other values by the end of the function, which the fast path does not see.
        self.found.gave_up |= self.is_fast_path && position.is_none() && self.walk.root != OUTER;
        u8::try_from(position.unwrap_or(0) + 1).unwrap_or(1)
    }

    /// The tests of a container that is `Ordered` run one after the other.
    pub(super) fn note_ordered(&mut self, args: &[Arg]) {
        let is_ordered = |arg: &Arg| {
            arg.place.is_some_and(|place| GINKGO.iter().any(|path| self.resolver.is_global(place, path, "Ordered")))
        };
        if args.iter().any(is_ordered) {
            self.memo.ordered.extend(args.iter().flat_map(|arg| arg.bound.frames()));
        }
    }

    /// The callee runs one of its arguments later, for certain, at the end of the frame at a depth of the stack.
    pub(super) fn call_later(&mut self, state: &mut State, call: &Call, bound: &Bound, (depth, stage): (u8, Stage)) {
        // What is cleaned up when the test ends is read before that.
        if self.walk.aim.is_reads() && stage >= Stage::JustAfterEach {
            return;
        }
        if bound.value.handle == Handle::Close || bound.value.handle == Handle::Holder {
            state.resolve(Status::Closed);
        }
        if bound.value.cancels != 0 {
            self.cancel(state, call, bound.value.cancels);
        }
        for frame in bound.frames() {
            let deferred = Deferred { depth, stage, runs: Runs::Literal(frame) };
            if !state.deferred.contains(&deferred) {
                state.deferred.push(deferred);
            }
        }
    }
}
