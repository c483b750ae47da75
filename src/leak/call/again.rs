//! Literals that a callee runs again.
//!
//!     err := retry(func() error {                    `retry` calls it in a loop, until it returns nil
//!         resp, err = http.Get(u)                    the next run overwrites the response of this one
//!         if err != nil { return err }               nothing is there to lose
//!         if resp.StatusCode != 200 { return errDim }    asks for another run while the response is open
//!         return nil
//!     })
//!
//! A helper with source is walked from its call of the parameter on, with what the literal has returned: does it come to the call
//! again? Of library functions a stub says it (`retry`). A function that is not known is taken to repeat if its name says so, and if
//! the literal is known to ask for it; what is found then rests on a guess.

use crate::go::body::{BlockId, Body, Call, Callee, EventKind, FrameId, OUTER, Operand, PlaceId};
use crate::leak::explored::{Goal, Helpers};
use crate::leak::live::live;
use crate::leak::reach::Reach;
use crate::leak::release::Aim;
use crate::leak::repeat::{AllReturned, Kind, Repeats, Returned, asks};
use crate::leak::state::{Activation, Bind, State, Status};
use crate::leak::summary::Facts;
use crate::leak::value::{Bound, Value};
use crate::leak::walk::{EventId, Explorer, Walk};
use crate::meaning::effect::{Effect, Fact};
use crate::program::resolve::{CallTarget, Resolver};
use crate::program::{FuncRef, Scope, Type};

/// The words by which a function says that it calls its argument more than once.
const REPEATING: [&str; 7] = ["retry", "poll", "backoff", "eventually", "until", "wait", "attempt"];

/// The number of helpers that pass a function on to each other.
const DEEPEST_HELPERS: usize = 3;

impl Explorer<'_> {
    /// A literal that a callee runs returns. Goes on with another run of it too, if it asks for one while the response is open in a
    /// variable that it assigns.
    pub(in crate::leak) fn run_again(&mut self, id: u32, state: &State, activation: Activation, results: &[Bound]) {
        let frame = activation.frame;
        if activation.bind != Bind::LastError || state.status != Status::Open || !self.has_filled(state, frame) {
            return;
        }
        let Some(repeats) = self.repeats(state, activation, results) else {
            return;
        };
        let mut next = state.clone();
        next.is_guess |= repeats == Repeats::Guess;
        self.clear_frame(&mut next, frame);
        self.drop_own_handles(&mut next, frame);
        self.bind_params(&mut next, frame, &[]);
        for slot in self.body.frames[frame.index()].results.clone() {
            let root = self.paths.root(slot);
            self.clear(&mut next, root);
            self.start_result(&mut next, slot);
        }
        let entry = self.body.frames[frame.index()].entry;
        self.push((entry, 0), next, Some(id), None);
    }

    /// Whether the path on which a literal returns the released response to its callee ends there: the callee runs it again, or fails.
    pub(in crate::leak) fn only_runs_again(
        &mut self,
        state: &State,
        activation: Activation,
        results: &[Bound],
    ) -> bool {
        let is_asked = self.is_released(state) && activation.bind == Bind::LastError;
        is_asked && matches!(self.repeats(state, activation, results), Some(Repeats::Always | Repeats::Guess))
    }

    /// Whether a literal has acquired the response, and assigned it to a variable around it.
    fn has_filled(&self, state: &State, frame: FrameId) -> bool {
        let Goal::Site(site) = &self.goal else {
            return false;
        };
        let assigns = &self.body.frames[frame.index()].assigns;
        let is_filled = |slot| assigns.binary_search(&slot).is_ok();
        self.body.is_within(self.body.blocks[site.block.index()].frame, frame)
            && state.env.iter().any(|(path, value)| value.handle.can_close() && is_filled(self.paths.slot(*path)))
    }

    /// How the callee runs the literal again that has returned these results; `None` if it does not.
    fn repeats(&mut self, state: &State, activation: Activation, results: &[Bound]) -> Option<Repeats> {
        let (block, number) = activation.return_to;
        let event = number.checked_sub(1)?;
        let body = self.body;
        let EventKind::Call(call) = &body.blocks[block.index()].events.get(event as usize)?.kind else {
            return None;
        };
        let returned = self.returned(activation.frame, results);
        let key = ((block, event), activation.frame, returned);
        if let Some(known) = self.memo.repeats.get(&key) {
            return *known;
        }
        let target = self.resolver.target(call);
        let args = self.args(state, call, target.has_receiver());
        let arg = args.iter().position(|arg| arg.bound.frames().contains(&activation.frame));
        let repeats = arg.and_then(|arg| self.repeats_of_call(self.resolver, call, arg, &key.2, DEEPEST_HELPERS));
        self.memo.repeats.insert(key, repeats);
        repeats
    }

    fn returned(&self, frame: FrameId, results: &[Bound]) -> AllReturned {
        let slots = &self.body.frames[frame.index()].results;
        let returned = slots.iter().zip(results).map(|(slot, bound)| {
            let ty = self.resolver.slot_type(*slot);
            let value = bound.value;
            let is_nil = value.is_nil().map(|is_nil| if is_nil { Fact::Nil } else { Fact::NonNil });
            match self.resolver.index.underlying(&ty) {
                _ if ty.is_error() => Returned { kind: Kind::Error, fact: is_nil },
                Type::Basic(name) if name == "bool" => {
                    let fact = value.fact.filter(|fact| matches!(fact, Fact::True | Fact::False));
                    Returned { kind: Kind::Bool, fact }
                }
                _ => Returned { kind: Kind::Other, fact: is_nil },
            }
        });
        returned.collect()
    }

    /// How the callee of a call repeats one of the arguments, counted with the receiver.
    fn repeats_of_call(
        &mut self,
        resolver: &Resolver,
        call: &Call,
        arg: usize,
        returned: &AllReturned,
        depth: usize,
    ) -> Option<Repeats> {
        let by_name = || (speaks_of_repeating(resolver, call) && asks(returned, true)).then_some(Repeats::Guess);
        match &*resolver.target(call) {
            CallTarget::Functions(functions, _) => {
                let function = functions.first()?;
                if let Some(effects) = self.walk.analysis.effects(function) {
                    return repeats_by_effects(&effects, arg, returned);
                }
                if !function.decl().has_body {
                    return by_name();
                }
                let last = function.decl().signature.params.len() + usize::from(function.decl().receiver.is_some());
                let param = arg.min(last.saturating_sub(1));
                self.repeats_of_function(function, param, returned, depth)
            }
            CallTarget::Abstract(method) => match self.walk.analysis.method_effects(method) {
                Some(effects) => repeats_by_effects(&effects, arg, returned),
                None => by_name(),
            },
            CallTarget::Unbound(_) | CallTarget::Value(_) | CallTarget::Unknown => by_name(),
            CallTarget::Builtin(_)
            | CallTarget::Convert(_)
            | CallTarget::Standard
            | CallTarget::Unseen(_)
            | CallTarget::Frame(_) => None,
        }
    }

    /// How a function with source repeats one of its parameters.
    fn repeats_of_function(
        &mut self,
        function: &FuncRef,
        param: usize,
        returned: &AllReturned,
        depth: usize,
    ) -> Option<Repeats> {
        if depth == 0 || self.walk.depth <= 1 {
            self.found.reach |= Reach::CUT;
            return None;
        }
        let body = &*function.body().filter(|body| !body.is_damaged)?;
        let index = self.resolver.index;
        let resolver = Resolver::new(index, body, Scope::of_function(index, function));
        let param = body.root(*body.frames.first()?.params.get(param)?);
        for (at, call) in calls(body) {
            let frame = body.blocks[at.0.index()].frame;
            if matches!(call.callee, Callee::Place(place) if place == param) {
                let repeats = self.comes_again(&resolver, (at, call), frame, returned);
                if repeats.is_some() {
                    return repeats;
                }
                continue;
            }
            let passed = call.args.iter().position(|operand| match operand {
                Operand::Place(place) => *place == param,
                // A literal that calls it and has as many results hands them on.
                Operand::Frame(literal) => {
                    let results = body.frames[literal.index()].results.len();
                    results == returned.len() && calls_in(body, *literal, param)
                }
                _ => false,
            });
            if let Some(passed) = passed {
                let arg = passed + usize::from(resolver.target(call).has_receiver());
                let repeats = self.repeats_of_call(&resolver, call, arg, returned, depth - 1);
                if repeats.is_some() {
                    return repeats;
                }
            }
        }
        None
    }

    /// How a function or literal comes to a call again after it has returned these results; `None` if it does not.
    fn comes_again(
        &mut self,
        resolver: &Resolver,
        (at, call): (EventId, &Call),
        root: FrameId,
        returned: &AllReturned,
    ) -> Option<Repeats> {
        let live = live(resolver.body);
        let walk = Walk {
            analysis: self.walk.analysis,
            resolver,
            live: &live,
            root,
            depth: self.walk.depth - 1,
            aim: Aim::Leaks,
        };
        let mut inner = Explorer::new(walk, Goal::StatesAt(vec![at]), Helpers::Followed);
        inner.leads_to_goal = inner.blocks_before_goal();
        inner.stops_at = Some(at);
        inner.at = at;
        let mut state = inner.start(&Facts::new());
        for (place, returned) in call.results.iter().zip(returned) {
            if let Some(place) = place {
                let path = inner.path(*place);
                inner.store(&mut state, path, Bound::plain(Value { fact: returned.fact, ..Value::default() }));
            }
        }
        inner.push((at.0, at.1 + 1), state, None, None);
        inner.run();
        self.found.reach |= inner.found.reach.for_caller();
        let repeats = if inner.is_left { Repeats::Known } else { Repeats::Always };
        (!inner.found.gave_up && !inner.states_at.is_empty()).then_some(repeats)
    }
}

/// The calls of a body, with their events.
fn calls(body: &Body) -> impl Iterator<Item = (EventId, &Call)> {
    (0_u32..).map(BlockId).zip(&body.blocks).flat_map(|(block, content)| {
        (0_u32..).zip(&content.events).filter_map(move |(number, event)| match &event.kind {
            EventKind::Call(call) => Some(((block, number), &**call)),
            _ => None,
        })
    })
}

/// Whether a literal calls what is at a place.
fn calls_in(body: &Body, literal: FrameId, callee: PlaceId) -> bool {
    literal != OUTER
        && calls(body).any(|((block, _), call)| {
            body.is_within(body.blocks[block.index()].frame, literal)
                && matches!(call.callee, Callee::Place(place) if place == callee)
        })
}

fn repeats_by_effects(effects: &[Effect], arg: usize, returned: &AllReturned) -> Option<Repeats> {
    let is_repeated = effects.iter().any(|effect| matches!(effect, Effect::Retry(param) if *param == arg));
    (is_repeated && asks(returned, false)).then_some(Repeats::Always)
}

/// Whether the callee as it is written, or the package it is from, has a word for repeating in its name.
fn speaks_of_repeating(resolver: &Resolver, call: &Call) -> bool {
    let Callee::Place(place) = call.callee else {
        return false;
    };
    let name = resolver.body.describe(place).to_ascii_lowercase();
    REPEATING.iter().any(|word| name.contains(word))
}
