//! The ways in which a call can return: by directives of a stub, by the exits of a function that can be seen, by its signature.

use super::Arg;
use crate::go::body::{Call, Mode, Part};
use crate::go::outline::Name;
use crate::leak::state::{Bound, Handle, Pointer, State, Status, Value};
use crate::leak::walk::{Explorer, Helpers};
use crate::leak::{Facts, Reach, Summary, SummaryKey};
use crate::meaning::effect::{Effect, Fact};
use crate::program::index::{AbstractMethod, FuncRef, FuncType, Type};
use std::sync::Arc;

/// One way in which a call can return.
#[derive(Clone, Debug, Default)]
pub(in crate::leak) struct Outcome {
    /// What became of the response; `None` if nothing.
    pub(in crate::leak) status: Option<Status>,
    /// Whether the callee gave the response another body without closing the one that it came with.
    pub(in crate::leak) is_replaced: bool,
    /// What is known of the results.
    pub(in crate::leak) results: Vec<(usize, Vec<Part>, Value)>,
    /// What parts of its arguments must be.
    pub(in crate::leak) params: Facts,
    /// Fields of arguments that the callee wrote.
    pub(in crate::leak) writes: Vec<(usize, Part, Option<Fact>)>,
    /// What is known of arguments from now on.
    pub(in crate::leak) refine: Vec<(usize, Fact)>,
    /// Arguments that are stored.
    pub(in crate::leak) kept: Vec<usize>,
    /// Arguments that are called.
    pub(in crate::leak) called: Vec<usize>,
    /// Arguments that will be called.
    pub(in crate::leak) later: Vec<usize>,
    /// Contexts that the receiver carries from now on.
    pub(in crate::leak) carried: u32,
}

impl Outcome {
    /// The stored value of a result, made if it is not there.
    fn result(&mut self, number: usize) -> &mut Value {
        let known = self.results.iter().position(|(own, path, _)| *own == number && path.is_empty());
        let at = known.unwrap_or_else(|| {
            self.results.push((number, Vec::new(), Value::default()));
            self.results.len() - 1
        });
        &mut self.results[at].2
    }

    fn set_result(&mut self, number: usize, bound: &Bound) {
        *self.result(number) = bound.value;
        self.results.extend(bound.parts.iter().map(|(path, value)| (number, path.clone(), *value)));
    }
}

impl Explorer<'_> {
    /// A library function.
    pub(super) fn by_effects(
        &mut self,
        call: &Call,
        args: &[Arg],
        effects: &[Effect],
        is_variadic: bool,
        params: usize,
    ) -> Vec<Outcome> {
        let of = |param: usize| args_of(param, params, is_variadic, args.len());
        let mut outcome = Outcome::default();
        let mut fails = false;
        let mut forks: Vec<Effect> = Vec::new();
        for effect in effects {
            match effect {
                Effect::Exit => {
                    if call.mode == Mode::Now {
                        return Vec::new();
                    }
                }
                Effect::Close(param, path) => {
                    if of(*param).any(|arg| can_be_closed(&args[arg].bound, path)) {
                        outcome.status = Some(Status::Closed);
                    }
                }
                Effect::CloseIfFails(param) => {
                    fails |= of(*param).any(|arg| can_be_closed(&args[arg].bound, &[]));
                }
                Effect::Keep(param) => outcome.kept.extend(of(*param)),
                Effect::Call(param) => outcome.called.extend(of(*param)),
                Effect::Later(param) => outcome.later.extend(of(*param)),
                Effect::Same(result, param) => {
                    if let Some(arg) = of(*param).find(|arg| is_interesting(&args[*arg].bound)) {
                        let is_spread_list = is_variadic && param + 1 == params && !call.is_spread;
                        if is_spread_list && args[arg].bound.handle().is_some() {
                            outcome.result(*result).handle = Handle::Holder;
                        } else {
                            outcome.set_result(*result, &args[arg].bound);
                        }
                    }
                }
                Effect::Wrap(result, param) => {
                    if of(*param).any(|arg| args[arg].bound.handle().is_some()) {
                        outcome.result(*result).handle = Handle::Reader;
                    }
                }
                Effect::Hold(result, param) => {
                    if let Some((_, handle)) = of(*param).find_map(|arg| args[arg].bound.handle()) {
                        let held = if handle.can_close() { Handle::Request } else { Handle::Reader };
                        outcome.result(*result).handle = held;
                    }
                }
                Effect::Carry(result, param) => {
                    let contexts = of(*param).fold(0, |all, arg| all | args[arg].bound.contexts());
                    outcome.result(*result).contexts |= contexts;
                }
                Effect::Cancels(function, context) => {
                    let bit = self.context_bit(u32::try_from(*context).unwrap_or(0));
                    outcome.result(*context).contexts |= bit;
                    outcome.result(*function).cancels |= bit;
                }
                Effect::Must(param, fact) => {
                    for arg in of(*param) {
                        if contradicts(&args[arg].bound.value, *fact) && call.mode == Mode::Now {
                            return Vec::new();
                        }
                        outcome.refine.push((arg, *fact));
                    }
                }
                Effect::Is(result, fact) => outcome.result(*result).fact = Some(*fact),
                Effect::MustMatch(param, matcher) | Effect::MustNotMatch(param, matcher) => {
                    let asked = of(*matcher).next().and_then(|arg| args[arg].bound.value.fact);
                    let fact = match effect {
                        Effect::MustMatch(..) => asked,
                        _ => asked.map(Fact::opposite),
                    };
                    let subject = of(*param).next().map(|arg| args[arg].bound.value);
                    if let (Some(fact), Some(subject)) = (fact, subject)
                        && contradicts(&subject, fact)
                        && call.mode == Mode::Now
                    {
                        return Vec::new();
                    }
                }
                Effect::NilAs(result, param) => {
                    let facts: Vec<Option<bool>> = of(*param).map(|arg| args[arg].bound.value.is_nil()).collect();
                    let fact = if facts.contains(&Some(false)) {
                        Some(Fact::NonNil)
                    } else if !facts.is_empty() && facts.iter().all(|fact| *fact == Some(true)) {
                        Some(Fact::Nil)
                    } else {
                        None
                    };
                    outcome.result(*result).fact = fact;
                }
                Effect::TrueIf(..) | Effect::TrueImpliesNonNil(_) => forks.push(effect.clone()),
                Effect::Own(..) | Effect::Also(..) | Effect::Context(_) | Effect::Released(_) => {}
            }
        }
        if let Some(last) = call.results.len().checked_sub(1).filter(|_| fails) {
            let mut failed = Outcome { status: Some(Status::Absent), ..outcome.clone() };
            failed.result(last).fact = Some(Fact::NonNil);
            outcome.result(last).fact = Some(Fact::Nil);
            return vec![outcome, failed];
        }
        forked_by_boolean(call, args, &forks, outcome, &of)
    }

    /// The bit of a context that is made by the current event.
    pub(super) fn context_bit(&mut self, number: u32) -> u32 {
        let next = u32::try_from(self.local_contexts.len()).unwrap_or(u32::MAX);
        let key = (self.at.0.0, self.at.1, number);
        let index = *self.local_contexts.entry(key).or_insert(next);
        // Beyond sixteen contexts the last bit is shared.
        1 << (16 + index.min(15))
    }

    /// A function whose body can be seen.
    pub(super) fn by_summary(&mut self, state: &State, call: &Call, args: &[Arg], function: &FuncRef) -> Vec<Outcome> {
        let decl = function.decl();
        let params = super::all_params(decl);
        let is_variadic = decl.signature.is_variadic;
        let has_response = !matches!(state.status, Status::Waiting | Status::Absent);
        if is_left_alone(args) && (self.is_fast_path || !has_response && self.is_plain(function, args)) {
            let mut outcome = Outcome::default();
            let contexts = args.iter().fold(0, |all, arg| all | arg.bound.contexts());
            self.carry_contexts(call, &mut outcome, contexts, decl.receiver.is_some());
            return vec![outcome];
        }
        let Some(summary) = self.ask(state, args, function, params, is_variadic) else {
            let scope = crate::program::index::Scope::of_signature(self.resolver.index, function);
            let func = FuncType { signature: decl.signature.clone(), scope };
            return self.unseen(call, args, Some((&func, decl.receiver.is_some())));
        };
        let of = |param: usize| args_of(param, params, is_variadic, args.len());
        let contexts = args.iter().fold(0, |all, arg| all | arg.bound.contexts());
        let mut outcomes = Vec::new();
        for exit in &summary.exits {
            let mut outcome = Outcome {
                status: match exit.status {
                    Status::Open | Status::Waiting | Status::Replaced => None,
                    Status::Absent if state.status == Status::Open && self.is_tracked(args) => Some(Status::Absent),
                    Status::Absent => None,
                    other => Some(other),
                },
                is_replaced: exit.status == Status::Replaced,
                params: if is_variadic { Facts::new() } else { exit.params.clone() },
                writes: if is_variadic { Vec::new() } else { exit.writes.clone() },
                ..Outcome::default()
            };
            for (number, path, value) in &exit.results {
                let value = self.translated(*value, args, &of);
                outcome.results.push((*number, path.clone(), value));
            }
            for param in (0..params.min(16)).filter(|param| exit.called & (1 << param) != 0) {
                outcome.called.extend(of(param));
            }
            for param in (0..params.min(16)).filter(|param| exit.kept & (1 << param) != 0) {
                outcome.kept.extend(of(param));
            }
            self.carry_contexts(call, &mut outcome, contexts, decl.receiver.is_some());
            outcomes.push(outcome);
        }
        outcomes
    }

    /// Whether a function is plain, or is taken to be.
    fn is_plain(&mut self, function: &FuncRef, args: &[Arg]) -> bool {
        let is_known = args.iter().any(|arg| arg.bound.value.fact.is_some());
        match self.helpers {
            Helpers::TakenAsPlain => {
                let helper = (function.clone(), is_known);
                if !self.found.taken_as_plain.contains(&helper) {
                    self.found.taken_as_plain.push(helper);
                }
                true
            }
            Helpers::Asked => self.analysis.is_plain(function, is_known),
        }
    }

    /// A method of an interface of the project: what its implementers do, if they agree on what becomes of the response.
    pub(super) fn by_implementers(
        &mut self,
        state: &State,
        call: &Call,
        args: &[Arg],
        method: &AbstractMethod,
    ) -> Option<Vec<Outcome>> {
        if state.status != Status::Open || !self.is_tracked(args) {
            return None;
        }
        let implementations = self.resolver.index.implementations(self.resolver.package(), method)?;
        let mut all: Option<Vec<Outcome>> = None;
        for function in implementations.iter() {
            let found = self.by_summary(state, call, args, function);
            let statuses = |outcomes: &[Outcome]| {
                let mut statuses: Vec<Option<Status>> = outcomes.iter().map(|outcome| outcome.status).collect();
                statuses.sort();
                statuses.dedup();
                statuses
            };
            match &all {
                None => all = Some(found),
                Some(known) if statuses(known) == statuses(&found) => {}
                Some(_) => return None,
            }
        }
        all
    }

    fn is_tracked(&self, args: &[Arg]) -> bool {
        args.iter().any(|arg| arg.bound.handle().is_some_and(|(_, handle)| handle.can_close()))
    }

    /// A context that is given to a function may reach whatever it returns, and its receiver.
    fn carry_contexts(&self, call: &Call, outcome: &mut Outcome, contexts: u32, has_receiver: bool) {
        if contexts == 0 {
            return;
        }
        for number in 0..call.results.len() {
            outcome.result(number).contexts |= contexts;
        }
        if has_receiver {
            outcome.carried = contexts;
        }
    }

    /// The exits of a function for these arguments.
    fn ask(
        &mut self,
        state: &State,
        args: &[Arg],
        function: &FuncRef,
        params: usize,
        is_variadic: bool,
    ) -> Option<Arc<Summary>> {
        let param_of = |arg: usize| if is_variadic { arg.min(params.saturating_sub(1)) } else { arg };
        let facts = super::facts_of(args, params, is_variadic);
        let mut best: Option<Arc<Summary>> = None;
        let mut is_asked = false;
        for (number, arg) in args.iter().enumerate() {
            if state.status != Status::Open {
                break;
            }
            // A reader may hold the body and a literal that knows the response: what it closes is asked for each.
            for (mut path, handle) in arg.bound.closers() {
                if is_variadic && param_of(number) + 1 == params {
                    path.insert(0, Part::Element);
                }
                is_asked = true;
                let tracked = Some((param_of(number), path, handle));
                let question = SummaryKey { function: function.clone(), tracked, facts: facts.clone() };
                let summary = self.asked(question)?;
                let leaves_open = |summary: &Summary| summary.exits.iter().any(|exit| exit.status == Status::Open);
                if best.as_ref().is_none_or(|best| leaves_open(best) && !leaves_open(&summary)) {
                    best = Some(summary);
                }
            }
        }
        if is_asked {
            return best;
        }
        self.asked(SummaryKey { function: function.clone(), tracked: None, facts })
    }

    fn asked(&mut self, question: SummaryKey) -> Option<Arc<Summary>> {
        let has_body = question.function.decl().has_body;
        let answer = self.analysis.summary(question, self.depth.saturating_sub(1));
        match &answer {
            Some(summary) => self.found.reach |= summary.reach.for_caller(),
            None => self.found.reach |= Reach::cut_if(has_body),
        }
        answer.filter(|summary| !summary.gave_up)
    }

    /// A value of the callee's exit in the caller's terms.
    fn translated<I: Iterator<Item = usize>>(&mut self, value: Value, args: &[Arg], of: &impl Fn(usize) -> I) -> Value {
        let mut out = Value { handle: value.handle, fact: value.fact, ..Value::default() };
        for param in 0..16 {
            let bit = 1 << param;
            if value.contexts & bit != 0 {
                out.contexts |= of(param).fold(0, |all, arg| all | args[arg].bound.contexts());
            }
            if value.cancels & bit != 0 {
                for arg in of(param) {
                    out.cancels |= args[arg].bound.cancels();
                    if args[arg].bound.value.handle == Handle::Close {
                        out.handle = Handle::Close;
                    }
                    if let Some(frame) = args[arg].bound.frames().first() {
                        out.pointer = Pointer::Frame(*frame);
                    }
                }
            }
        }
        for local in 16..32 {
            let bit = 1 << local;
            if (value.contexts | value.cancels) & bit != 0 {
                let own = self.context_bit(local);
                out.contexts |= if value.contexts & bit != 0 { own } else { 0 };
                out.cancels |= if value.cancels & bit != 0 { own } else { 0 };
            }
        }
        out
    }

    /// A function that cannot be seen: by the types of its parameters, if they are known.
    pub(super) fn unseen(&mut self, call: &Call, args: &[Arg], func: Option<(&FuncType, bool)>) -> Vec<Outcome> {
        let mut outcome = Outcome::default();
        for (number, arg) in args.iter().enumerate() {
            let handle = arg.bound.handle().map(|(_, handle)| handle);
            if handle.is_some_and(Handle::can_close) {
                if self.leaves_open(func, number, arg) {
                    continue;
                }
                self.found.unknown_takers += 1;
            }
            outcome.kept.push(number);
        }
        let contexts = args.iter().fold(0, |all, arg| all | arg.bound.contexts());
        self.carry_contexts(call, &mut outcome, contexts, func.is_none_or(|(_, has_receiver)| has_receiver));
        self.guess_results(call, args, func, &mut outcome);
        vec![outcome]
    }

    /// Whether a function that cannot be seen leaves the body open that it gets by an argument: a plain reader cannot close.
    fn leaves_open(&self, func: Option<(&FuncType, bool)>, number: usize, arg: &Arg) -> bool {
        let Some((func, has_receiver)) = func else {
            return false;
        };
        if has_receiver && number == 0 {
            // A method of the body or of the response itself, other than Close.
            return matches!(arg.bound.value.handle, Handle::Body | Handle::Response);
        }
        let number = number - usize::from(has_receiver);
        let params = &func.signature.params;
        let last = params.len().saturating_sub(1);
        let Some(param) = params.get(number.min(last)) else {
            return false;
        };
        let ty = self.resolver.index.resolve(&param.ty, &func.scope);
        let ty = if func.signature.is_variadic && number >= last { self.resolver.index.element(&ty) } else { ty };
        if ty.is_named("io", "Reader") {
            return true;
        }
        match self.resolver.index.method_names(&ty) {
            Some(names) => !names.is_empty() && !names.iter().any(|name| name == "Close"),
            None => false,
        }
    }

    /// Nobody makes an error out of none: `isNotFound(nil)` is false, `wrap(nil)` is nil.
    fn guess_results(&self, call: &Call, args: &[Arg], func: Option<(&FuncType, bool)>, outcome: &mut Outcome) {
        let is_nil_error =
            |arg: &Arg| arg.bound.value.fact == Some(Fact::Nil) && arg.place.is_some_and(|place| self.is_error(place));
        if !args.iter().any(is_nil_error) {
            return;
        }
        let types: Vec<Type> = match func {
            Some((func, _)) => {
                let results = &func.signature.results;
                results.iter().map(|result| self.resolver.index.resolve(&result.ty, &func.scope)).collect()
            }
            None => Vec::new(),
        };
        for number in 0..call.results.len() {
            let is_error_target = call.results[number].is_some_and(|place| self.is_error(place))
                || types.get(number).is_some_and(Type::is_error);
            if is_error_target {
                outcome.result(number).fact = Some(Fact::Nil);
            } else if types.get(number).is_none_or(Type::is_bool) && call.results.len() == 1 {
                outcome.result(number).fact = Some(Fact::False);
            }
        }
    }

    pub(super) fn builtin(&mut self, call: &Call, args: &[Arg], name: &Name) -> Vec<Outcome> {
        let mut outcome = Outcome::default();
        match name.as_str() {
            "panic" if call.mode == Mode::Now => return Vec::new(),
            "append" => {
                if let Some(list) = args.first() {
                    outcome.set_result(0, &list.bound);
                    outcome.result(0).fact = Some(Fact::NonNil);
                }
                for item in args.iter().skip(1) {
                    let parts = std::iter::once((Vec::new(), item.bound.value)).chain(item.bound.parts.iter().cloned());
                    let is_held = item.bound.handle().is_some();
                    for (path, value) in parts {
                        // What is known beside the response, such as its error, is found with it again.
                        let fact = value.fact.filter(|_| is_held && !path.is_empty());
                        let value = Value { fact, ..value };
                        if !value.is_unknown() {
                            let element = if call.is_spread { Vec::new() } else { vec![Part::Element] };
                            outcome.results.push((0, element.into_iter().chain(path).collect(), value));
                        }
                    }
                }
            }
            "copy" if args.get(1).is_some_and(|from| from.bound.handle().is_some()) => outcome.kept.push(1),
            _ => {}
        }
        vec![outcome]
    }

    pub(super) fn conversion(&mut self, args: &[Arg]) -> Vec<Outcome> {
        let mut outcome = Outcome::default();
        if let Some(arg) = args.first() {
            outcome.set_result(0, &arg.bound);
        }
        vec![outcome]
    }
}

/// Forks on a boolean result that tells about an argument. The boolean is the last result.
fn forked_by_boolean<I: Iterator<Item = usize>>(
    call: &Call,
    args: &[Arg],
    forks: &[Effect],
    outcome: Outcome,
    of: &impl Fn(usize) -> I,
) -> Vec<Outcome> {
    let (Some(fork), Some(last)) = (forks.first(), call.results.len().checked_sub(1)) else {
        return vec![outcome];
    };
    let (param, fact, is_exact) = match fork {
        Effect::TrueIf(param, fact) => (*param, *fact, true),
        Effect::TrueImpliesNonNil(param) => (*param, Fact::NonNil, false),
        _ => return vec![outcome],
    };
    let Some(arg) = of(param).next() else {
        return vec![outcome];
    };
    let opposite = fact.opposite();
    let mut all = Vec::new();
    if !contradicts(&args[arg].bound.value, fact) {
        let mut yes = outcome.clone();
        yes.result(last).fact = Some(Fact::True);
        yes.refine.push((arg, fact));
        all.push(yes);
    }
    if !is_exact || !contradicts(&args[arg].bound.value, opposite) {
        let mut no = outcome;
        no.result(last).fact = Some(Fact::False);
        if is_exact {
            no.refine.push((arg, opposite));
        }
        all.push(no);
    }
    all
}

/// The arguments that a parameter receives.
fn args_of(param: usize, params: usize, is_variadic: bool, args: usize) -> std::ops::Range<usize> {
    if is_variadic && param + 1 == params { param.min(args)..args } else { param.min(args)..(param + 1).min(args) }
}

fn can_be_closed(bound: &Bound, path: &[Name]) -> bool {
    if path.is_empty() {
        return bound.handle().is_some_and(|(_, handle)| handle.can_close());
    }
    let parts: Vec<Part> = path.iter().map(|name| Part::Field(name.clone())).collect();
    let own = parts.iter().fold(bound.value.handle, |handle, part| handle.part(part));
    own.can_close() || bound.parts.iter().any(|(at, value)| at.starts_with(&parts) && value.handle.can_close())
}

/// Whether nothing is known of the arguments that a callee could change or pass on.
fn is_left_alone(args: &[Arg]) -> bool {
    args.iter().all(|arg| {
        let value = arg.bound.value;
        let is_known = arg.bound.parts.is_empty() && arg.bound.written.is_empty();
        is_known && Value { fact: None, contexts: 0, ..value } == Value::default()
    })
}

fn is_interesting(bound: &Bound) -> bool {
    !bound.value.is_unknown() || !bound.parts.is_empty()
}

pub(in crate::leak) fn contradicts(value: &Value, fact: Fact) -> bool {
    match fact {
        Fact::Nil => value.is_nil() == Some(false),
        Fact::NonNil => value.is_nil() == Some(true),
        Fact::True => value.fact == Some(Fact::False),
        Fact::False => value.fact == Some(Fact::True),
    }
}
