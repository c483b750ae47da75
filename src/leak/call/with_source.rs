//! The outcomes of a call of a function with source, by the exits of its summary.
//!
//!     func drain(r *http.Response) error {..}     the summary for its first parameter: on which exits is the response closed?
//!
//! A callee that gets nothing of the response and no value that matters is not followed; see [`crate::leak::explored::Helpers`].

use super::args::{Arg, Params, contexts_of, facts_of, is_left_alone};
use super::outcome::Outcome;
use crate::go::body::{Call, Part};
use crate::leak::explored::Helpers;
use crate::leak::nodes::OpenExit;
use crate::leak::reach::Reach;
use crate::leak::release::Aim;
use crate::leak::state::{State, Status};
use crate::leak::summary::{Exit, Facts, Summary, SummaryKey, Switches};
use crate::leak::value::{FIRST_OWN_BIT, Handle, MOST_MARKED_PARAMS, Pointer, Value};
use crate::leak::walk::Explorer;
use crate::program::{AbstractMethod, FrameRef, FuncRef, FuncType, Scope, Type};
use std::sync::Arc;

impl Explorer<'_> {
    /// The outcomes of a call of a function with source.
    pub(super) fn by_summary(&mut self, state: &State, call: &Call, args: &[Arg], function: &FuncRef) -> Vec<Outcome> {
        let decl = function.decl();
        let params = Params::of(decl);
        let has_response = !matches!(state.status, Status::Waiting | Status::Absent);
        let is_left_alone = is_left_alone(args) && !self.may_call_part(function, args);
        if is_left_alone && (self.is_fast_path || !has_response && self.is_plain(function, args)) {
            let mut outcome = Outcome::default();
            outcome.carry(contexts_of(args), call.results.len(), decl.receiver.is_some());
            return vec![outcome];
        }
        let Some(summary) = self.summary_of(state, args, function, params) else {
            let scope = Scope::of_signature(self.resolver.index, function);
            let func = FuncType { signature: decl.signature.clone(), scope };
            return self.without_source(call, args, Some((&func, decl.receiver.is_some())));
        };
        let kept = self.literals_by_interface(args, function, params);
        let mut outcomes = self.by_exits(state, call, args, (&summary, Some(function)), params);
        outcomes.iter_mut().filter(|outcome| !outcome.is_end).for_each(|outcome| outcome.kept.clone_from(&kept));
        outcomes
    }

    /// The outcomes of a call of a literal of another body.
    pub(super) fn by_literal_elsewhere(
        &mut self,
        state: &State,
        call: &Call,
        args: &[Arg],
        literal: &FrameRef,
    ) -> Option<Vec<Outcome>> {
        let body = literal.code.body(&literal.package)?;
        let params = Params::of_literal(&body.frames.get(literal.frame.index())?.signature);
        let facts = facts_of(args, params);
        let summary = self.best_summary(state, args, (literal.clone(), true), params, facts)?;
        Some(self.by_exits(state, call, args, (&summary, literal.function().as_ref()), params))
    }

    /// The outcomes of a call by the exits of a summary, of this function or of a literal in it.
    fn by_exits(
        &mut self,
        state: &State,
        call: &Call,
        args: &[Arg],
        (summary, function): (&Summary, Option<&FuncRef>),
        params: Params,
    ) -> Vec<Outcome> {
        let has_receiver = args.len() > call.args.len();
        let contexts = contexts_of(args);
        let unknown = self.holders_with_unknown_functions(args, summary);
        let closes = state.status == Status::Open && summary.exits.iter().any(|exit| exit.status == Status::Closed);
        let mut outcomes = Vec::new();
        for exit in &summary.exits {
            let mut outcome = self.by_exit(state, args, exit, params);
            if closes && exit.status == Status::Open {
                let open_exit = |function: &FuncRef| OpenExit { function: function.clone(), span: exit.place.0 };
                outcome.open_exit = function.map(open_exit);
            }
            if self.walk.aim.is_reads() && exit.status == Status::Closed {
                outcome.closer = function.cloned();
            }
            outcome.carry(contexts, call.results.len(), has_receiver);
            outcome.escaped.extend_from_slice(&unknown);
            outcomes.push(outcome);
        }
        outcomes.extend(summary.may_end.then(Outcome::end));
        outcomes
    }

    /// The arguments that are literals and come in by a parameter that is no function: what the callee does with them is not followed.
    ///
    ///     serve(t, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { called = true }))
    fn literals_by_interface(&self, args: &[Arg], function: &FuncRef, params: Params) -> Vec<usize> {
        let decl = function.decl();
        let scope = || Scope::of_signature(self.resolver.index, function);
        let is_function = |arg: usize| {
            let param = params.param_of(arg).checked_sub(usize::from(decl.receiver.is_some()));
            let ty = param.and_then(|param| decl.signature.params.get(param)).map(|param| &param.ty);
            ty.is_some_and(|ty| {
                let ty = self.resolver.index.resolve(ty, &scope());
                matches!(self.resolver.index.underlying(&ty), Type::Func(_))
            })
        };
        let literals = (0..args.len()).filter(|arg| !args[*arg].bound.frames().is_empty());
        literals.filter(|arg| !is_function(*arg)).collect()
    }

    /// An exit of the callee in the caller's terms.
    fn by_exit(&mut self, state: &State, args: &[Arg], exit: &Exit, params: Params) -> Outcome {
        let mut outcome = Outcome {
            status: match exit.status {
                Status::Open | Status::Waiting | Status::Replaced => None,
                Status::Absent if state.status == Status::Open && self.is_tracked(args) => Some(Status::Absent),
                Status::Absent => None,
                other => Some(other),
            },
            is_replaced: exit.status == Status::Replaced,
            params: if params.is_variadic() { Switches::new() } else { exit.params.clone() },
            called_parts: if params.is_variadic() { Vec::new() } else { exit.called_parts.clone() },
            writes: if params.is_variadic() { Vec::new() } else { exit.writes.clone() },
            ..Outcome::default()
        };
        for (number, path, value) in &exit.results {
            let value = self.translated(*value, args, params);
            outcome.results.push((*number, path.clone(), value));
        }
        for param in 0..params.count().min(MOST_MARKED_PARAMS) {
            let bit = 1 << param;
            if exit.called & bit != 0 {
                outcome.called.extend(params.args_of(param, args.len()));
            }
            if exit.readers & bit != 0 {
                outcome.readers.extend(params.args_of(param, args.len()));
            }
            if exit.escaped & bit != 0 {
                outcome.escaped.extend(params.args_of(param, args.len()));
            }
        }
        outcome
    }

    /// Whether a function is plain, or is taken to be.
    fn is_plain(&mut self, function: &FuncRef, args: &[Arg]) -> bool {
        let is_known = args.iter().any(|arg| arg.bound.value.fact.is_some_and(|fact| !fact.is_constant()));
        match self.helpers {
            Helpers::TakenAsPlain => {
                let helper = (function.clone(), is_known);
                if !self.found.taken_as_plain.contains(&helper) {
                    self.found.taken_as_plain.push(helper);
                }
                true
            }
            Helpers::Followed => self.walk.analysis.is_plain(function, is_known),
        }
    }

    /// The outcomes of a call of a method of an interface of the project: those of its implementers, if they agree on the status of
    /// the response.
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
                let mut statuses: Vec<Option<Status>> =
                    outcomes.iter().filter(|outcome| !outcome.is_end).map(|outcome| outcome.status).collect();
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

    /// Whether the body can be closed through one of the arguments.
    pub(super) fn is_tracked(&self, args: &[Arg]) -> bool {
        args.iter().any(Arg::can_close)
    }

    /// The summary of a function for these arguments. Where the response comes in by several, there is one for each: a summary that
    /// leaves it open on no path counts before one that does.
    fn summary_of(&mut self, state: &State, args: &[Arg], function: &FuncRef, params: Params) -> Option<Arc<Summary>> {
        let facts = match state.status == Status::Open && self.is_tracked(args) {
            true => self.all_facts_of(state, args, params, function),
            false => self.facts_of(args, function),
        };
        let has_body = function.decl().has_body;
        self.best_summary(state, args, (FrameRef::of(function), has_body), params, facts)
    }

    /// The summary of a function or literal for arguments of which these facts are known.
    fn best_summary(
        &mut self,
        state: &State,
        args: &[Arg],
        (callee, has_body): (FrameRef, bool),
        params: Params,
        facts: Facts,
    ) -> Option<Arc<Summary>> {
        let mut best: Option<Arc<Summary>> = None;
        let mut comes_in = false;
        for (number, arg) in args.iter().enumerate() {
            if state.status != Status::Open {
                break;
            }
            // A reader may hold the body and a literal that knows the response.
            for (mut path, handle) in arg.bound.closers() {
                let param = params.param_of(number);
                if params.is_list(param) {
                    path.insert(0, Part::Element);
                }
                comes_in = true;
                let tracked = Some((param, path, handle));
                let aim = self.walk.aim_of_callees();
                let key = SummaryKey { callee: callee.clone(), tracked, facts: facts.clone(), aim };
                let summary = self.summary_for(key, has_body)?;
                let leaves_open = |summary: &Summary| summary.exits.iter().any(|exit| exit.status == Status::Open);
                if best.as_ref().is_none_or(|best| leaves_open(best) && !leaves_open(&summary)) {
                    best = Some(summary);
                }
            }
        }
        if comes_in {
            return best;
        }
        self.summary_for(SummaryKey { callee, tracked: None, facts, aim: Aim::Leaks }, has_body)
    }

    /// The summary for a key; `None` if the function has no source, is too deep or too large.
    pub(in crate::leak) fn summary_for(&mut self, key: SummaryKey, has_body: bool) -> Option<Arc<Summary>> {
        let answer = self.walk.analysis.summary(key, self.walk.depth.saturating_sub(1));
        match &answer {
            Some(summary) => self.found.reach |= summary.reach.for_caller(),
            None => self.found.reach |= Reach::cut_if(has_body),
        }
        answer.filter(|summary| !summary.gave_up)
    }

    /// A value of the callee's exit in the caller's terms.
    fn translated(&mut self, value: Value, args: &[Arg], params: Params) -> Value {
        let mut out = Value { handle: value.handle, fact: value.fact, ..Value::default() };
        for param in 0..MOST_MARKED_PARAMS {
            let bit = 1 << param;
            if (value.contexts | value.cancels) & bit == 0 {
                continue;
            }
            let received = &args[params.args_of(param, args.len())];
            if value.contexts & bit != 0 {
                out.contexts |= contexts_of(received);
            }
            if value.cancels & bit != 0 {
                received.iter().for_each(|arg| take_cancels(arg, &mut out));
            }
        }
        for local in FIRST_OWN_BIT..u32::BITS {
            let bit = 1 << local;
            if (value.contexts | value.cancels) & bit != 0 {
                let own = self.context_bit(local);
                out.contexts |= if value.contexts & bit != 0 { own } else { 0 };
                out.cancels |= if value.cancels & bit != 0 { own } else { 0 };
            }
        }
        out
    }
}

/// Makes a value cancel all that a function argument cancels, and close what it closes.
fn take_cancels(arg: &Arg, value: &mut Value) {
    value.cancels |= arg.bound.cancels();
    if arg.bound.value.handle == Handle::Close {
        value.handle = Handle::Close;
    }
    if let Some(frame) = arg.bound.frames().first() {
        value.pointer = Pointer::Frame(*frame);
    }
}
