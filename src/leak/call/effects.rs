//! The outcomes of a call of a library function, by the effects that a stub or the configuration gives it.
//!
//!     io.Copy(w, resp.Body)          no effect on the response
//!     context.WithCancel(ctx)        result 1 cancels result 0
//!     require.NoError(t, err)        returns only if `err` is nil
//!     errors.Is(err, target)         two outcomes: true, and `err` is not nil; false

use super::args::{Arg, Params};
use super::matchers::Demand;
use super::outcome::Outcome;
use super::started::{is_without_error, joined_context, note_context};
use crate::go::body::{Call, Mode};
use crate::go::outline::Name;
use crate::leak::constants::{method_of, method_part};
use crate::leak::state::Status;
use crate::leak::value::{Bound, FIRST_OWN_BIT, Handle, Value};
use crate::leak::walk::Explorer;
use crate::meaning::effect::{Effect, Fact, Stage};
use crate::program::Type;
use std::ops::Range;

/// The effects of a function, applied to one call of it.
struct AppliedEffects<'c> {
    call: &'c Call,
    args: &'c [Arg],
    params: Params,
    outcome: Outcome,
    /// Whether nothing is left to close if the call fails.
    closes_if_fails: bool,
    /// Whether the response came with an error. A test for a certain error is one for that which comes with a response.
    is_from_error_exit: bool,
    /// The effect by which a boolean result says something of an argument.
    fork: Option<&'c Effect>,
}

impl Explorer<'_> {
    /// The outcomes of a call of a library function; none if it does not return.
    pub(super) fn by_effects(&mut self, call: &Call, args: &[Arg], effects: &[Effect], params: Params) -> Vec<Outcome> {
        let outcome = Outcome::default();
        let is_from_error_exit = self.is_from_error_exit();
        let mut applied =
            AppliedEffects { call, args, params, outcome, closes_if_fails: false, is_from_error_exit, fork: None };
        if call.mode == Mode::Now && effects.contains(&Effect::Exit) {
            return vec![Outcome::end()];
        }
        if effects.iter().all(|effect| applied.apply(effect, self)) {
            applied.carry_to_receiver(effects);
            if applied.outcome.status.is_none() && self.prints_what_closes(args, params) {
                applied.outcome.status = Some(Status::Closed);
            }
            // `Not(IsNil(err))`: a call that is the only argument has slots for more results than it has.
            let results = if call.is_tuple { self.resolver.result_types(call).len() } else { call.results.len() };
            let fails_with_false = applied.closes_if_fails && self.is_last_result_bool(call);
            applied.into_outcomes(results, fails_with_false)
        } else {
            Vec::new()
        }
    }

    fn is_last_result_bool(&self, call: &Call) -> bool {
        matches!(self.resolver.result_types(call).last(), Some(Type::Basic(name)) if name == "bool")
    }

    /// The bit of a context that is made by the current event.
    pub(super) fn context_bit(&mut self, number: u32) -> u32 {
        let next = u32::try_from(self.local_contexts.len()).unwrap_or(u32::MAX);
        let key = (self.at.0.0, self.at.1, number);
        let index = *self.local_contexts.entry(key).or_insert(next);
        // Beyond sixteen contexts the last bit is shared.
        1 << FIRST_OWN_BIT.saturating_add(index).min(u32::BITS - 1)
    }
}

impl<'c> AppliedEffects<'c> {
    /// Applies one effect; `false` if the call does not return because the test has failed.
    fn apply(&mut self, effect: &'c Effect, explorer: &mut Explorer) -> bool {
        match effect {
            Effect::Fail => return self.call.mode != Mode::Now,
            Effect::Must(param, fact) => return self.must(*param, *fact),
            Effect::MustMatch(param, matcher) => {
                let demand = explorer.demand(self.args, self.args_of(*matcher));
                return self.must_match(*param, demand);
            }
            Effect::MustNotMatch(param, matcher) => {
                let demand = explorer.demand(self.args, self.args_of(*matcher)).opposite();
                return self.must_match(*param, demand);
            }
            Effect::MustEqual(one, other) => self.compare(*one, *other, true),
            Effect::MustDiffer(one, other) => self.compare(*one, *other, false),
            Effect::Equals(result, param) => self.equals(*result, *param),
            Effect::Opposite(result, param) => {
                let demand = explorer.demand(self.args, self.args_of(*param)).opposite();
                self.outcome.result(*result).fact = demand.fact();
            }
            Effect::InMemoryAs(result, param) => {
                if self.args_of(*param).any(|arg| explorer.is_in_memory(&self.args[arg])) {
                    self.outcome.result(*result).fact = Some(Fact::InMemory);
                }
            }
            Effect::Method(result, param) => self.method(*result, *param),
            Effect::LeaveOpen(result, param, switch) => {
                let is_on = switch.is_none_or(|switch| {
                    let mut args = self.args[self.args_of(switch)].iter();
                    args.any(|arg| explorer.is_true(arg))
                });
                self.leave_open(*result, *param, is_on);
            }
            Effect::LeaveOpenAs(result, param) => {
                let leaves_open = |bound: &Bound| bound.value.fact == Some(Fact::LeavesOpen);
                if self.bounds_of(*param).any(leaves_open) {
                    self.outcome.result(*result).fact = Some(Fact::LeavesOpen);
                }
            }
            Effect::Close(param, path) => self.close(*param, path),
            Effect::CloseIfFails(param) => {
                self.closes_if_fails |= self.args_of(*param).any(|arg| self.args[arg].can_close())
            }
            Effect::Keep(param) => self.outcome.escaped.extend(self.args_of(*param)),
            Effect::Call(param) | Effect::Retry(param) => self.outcome.called.extend(self.args_of(*param)),
            Effect::Start(param) => self.outcome.started.extend(self.args_of(*param)),
            Effect::Join(result) => {
                self.outcome.result(*result).fact = is_without_error(self.args).then_some(Fact::Nil);
                self.outcome.joined = joined_context(self.args);
            }
            Effect::Later(param, stage) => {
                self.outcome.later.extend(self.args_of(*param).map(|arg| (arg, *stage)));
                if *stage == Stage::Test {
                    explorer.note_ordered(&self.args[self.args_of(*param)]);
                }
            }
            Effect::Same(result, param) => self.same(*result, *param),
            Effect::SamePart(result, param, path) => self.same_part(*result, *param, path),
            Effect::Wrap(result, param) => self.wrap(*result, *param),
            Effect::Hold(result, param) => self.hold(*result, *param),
            Effect::Carry(result, param) => self.carry(*result, *param),
            Effect::Cancels(function, context) => {
                self.cancels(*function, *context, explorer.context_bit(u32::try_from(*context).unwrap_or(0)));
            }
            Effect::CancelledByJoin(group, context) => {
                let bit = explorer.context_of_group(u32::try_from(*context).unwrap_or(0));
                self.outcome.result(*context).contexts |= bit;
                self.outcome.results.push(note_context(*group, bit));
            }
            Effect::Is(result, fact) => self.outcome.result(*result).fact = Some(*fact),
            Effect::NilAs(result, param) => self.nil_as(*result, *param),
            Effect::TrueIf(..) | Effect::TrueImpliesNonNil(_) => self.fork = self.fork.or(Some(effect)),
            Effect::Own(..)
            | Effect::Also(..)
            | Effect::Set(..)
            | Effect::Context(_)
            | Effect::Released(_)
            | Effect::NoBody(_)
            | Effect::NoBodyIfInMemory(_)
            | Effect::ReleasedUnlessOpen(_)
            | Effect::Exit => {}
        }
        true
    }

    fn args_of(&self, param: usize) -> Range<usize> {
        self.params.args_of(param, self.args.len())
    }

    fn bounds_of(&self, param: usize) -> impl Iterator<Item = &'c Bound> + use<'c> {
        self.args[self.args_of(param)].iter().map(|arg| &arg.bound)
    }

    /// The call closes a part of the parameter.
    fn close(&mut self, param: usize, path: &[Name]) {
        if self.args_of(param).any(|arg| self.args[arg].can_close_part(path)) {
            self.outcome.status = Some(Status::Closed);
        }
    }

    /// The result is the parameter. Of a list it is one that holds all: `io.MultiReader(a, resp.Body)`.
    fn same(&mut self, result: usize, param: usize) {
        let Some(bound) = self.bounds_of(param).find(|bound| !bound.value.is_unknown() || !bound.parts.is_empty())
        else {
            return;
        };
        let is_one_of_list = self.params.is_list(param) && !self.call.is_spread;
        if is_one_of_list && bound.handle().is_some() {
            self.outcome.result(result).handle = Handle::Holder;
        } else {
            self.outcome.set_result(result, bound);
        }
    }

    /// The result is a part of the parameter: `resp.RawBody()`.
    fn same_part(&mut self, result: usize, param: usize, path: &[Name]) {
        let mut handles = self.args[self.args_of(param)].iter().map(|arg| arg.handle_of_part(path));
        if let Some(handle) = handles.find(|handle| *handle != Handle::None) {
            self.outcome.result(result).handle = handle;
        }
    }

    /// The result reads from the parameter.
    fn wrap(&mut self, result: usize, param: usize) {
        if self.bounds_of(param).any(|bound| bound.handle().is_some()) {
            self.outcome.result(result).handle = Handle::Reader;
        }
    }

    /// The result is a request that holds the parameter.
    fn hold(&mut self, result: usize, param: usize) {
        if let Some((_, handle)) = self.bounds_of(param).find_map(Bound::handle) {
            let held = if handle.can_close() { Handle::Request } else { Handle::Reader };
            self.outcome.result(result).handle = held;
        }
    }

    /// The result carries the contexts of the parameter.
    fn carry(&mut self, result: usize, param: usize) {
        let contexts = self.bounds_of(param).fold(0, |all, bound| all | bound.contexts());
        self.outcome.result(result).contexts |= contexts;
    }

    /// A method that returns its receiver, with the contexts of an argument, has changed it: `req.SetContext(ctx)`.
    fn carry_to_receiver(&mut self, effects: &[Effect]) {
        for effect in effects {
            if let Effect::Carry(result, _) = effect
                && effects.contains(&Effect::Same(*result, 0))
            {
                self.outcome.carried |= self.outcome.result(*result).contexts;
            }
        }
    }

    /// One result is a function that cancels another one, the context with this bit.
    fn cancels(&mut self, function: usize, context: usize, bit: u32) {
        self.outcome.result(context).contexts |= bit;
        self.outcome.result(function).cancels |= bit;
    }

    /// Notes that the parameter is so after the call; `false` if it is known that it is not.
    fn must(&mut self, param: usize, fact: Fact) -> bool {
        for arg in self.args_of(param) {
            if self.args[arg].bound.value.contradicts(fact) && self.call.mode == Mode::Now {
                return false;
            }
            self.outcome.refine.push((arg, fact));
        }
        true
    }

    /// Notes that the parameter is as a matcher demands after the call; `false` if it is known that it is not.
    fn must_match(&mut self, param: usize, demand: Demand) -> bool {
        let Some(subject) = self.args_of(param).next() else {
            return true;
        };
        let value = &self.args[subject].bound.value;
        let demand = if demand == Demand::OneNonNil { Demand::Fact(Fact::NonNil) } else { demand };
        match demand {
            Demand::Fact(fact) if value.contradicts(fact) => return self.call.mode != Mode::Now,
            Demand::Fact(fact) => self.outcome.refine.push((subject, fact)),
            Demand::Equal(other) if other < self.args.len() => self.outcome.compared = Some((subject, other, true)),
            Demand::Differ(other) if other < self.args.len() => self.outcome.compared = Some((subject, other, false)),
            Demand::Closed if self.args[subject].can_close() => self.outcome.status = Some(Status::Closed),
            Demand::Equal(_) | Demand::Differ(_) | Demand::Closed | Demand::OneNonNil | Demand::Unknown => {}
        }
        true
    }

    /// The call shows that two parameters are equal, or that they are not.
    fn compare(&mut self, one: usize, other: usize, is_equal: bool) {
        if let (Some(one), Some(other)) = (self.args_of(one).next(), self.args_of(other).next())
            && self.call.mode == Mode::Now
        {
            self.outcome.compared = Some((one, other, is_equal));
        }
    }

    /// The result is a matcher of values that are equal to the parameter.
    fn equals(&mut self, result: usize, param: usize) {
        let value = self.bounds_of(param).next().map(|bound| bound.value).unwrap_or_default();
        self.outcome.result(result).fact = match value.is_nil() {
            Some(true) => Some(Fact::Nil),
            Some(false) => Some(Fact::EqualsNonNil),
            None => value.fact.filter(|fact| matches!(fact, Fact::True | Fact::False)),
        };
    }

    /// The result is a request of the method that the parameter is, or of that of a request.
    fn method(&mut self, result: usize, param: usize) {
        let known = self.bounds_of(param).find_map(method_of);
        self.outcome.results.extend(known.map(|method| (result, method_part(), Value::of(method))));
    }

    /// The result is the parameter, and is told whether to leave responses open. What is told as a value that is not known counts as
    /// not told.
    fn leave_open(&mut self, result: usize, param: usize, is_on: bool) {
        self.same(result, param);
        let told = if is_on { Fact::LeavesOpen } else { Fact::NonNil };
        self.outcome.result(result).fact = Some(told);
        self.outcome.refine.extend(self.args_of(param).map(|arg| (arg, told)));
    }

    /// The result is nil exactly if the parameter is.
    fn nil_as(&mut self, result: usize, param: usize) {
        let is_nil: Vec<Option<bool>> = self.bounds_of(param).map(|bound| bound.value.is_nil()).collect();
        let fact = if is_nil.contains(&Some(false)) {
            Some(Fact::NonNil)
        } else if !is_nil.is_empty() && is_nil.iter().all(|is_nil| *is_nil == Some(true)) {
            Some(Fact::Nil)
        } else {
            None
        };
        self.outcome.result(result).fact = fact;
    }

    /// The outcomes of a call with a number of results, once all effects are applied. A call fails with an error, or with `false`, as
    /// the `Next` of a stream that has come to its end.
    fn into_outcomes(self, results: usize, fails_with_false: bool) -> Vec<Outcome> {
        let Some(last) = results.checked_sub(1) else {
            return vec![self.outcome];
        };
        if self.closes_if_fails {
            let mut outcome = self.outcome;
            let mut failed = Outcome { status: Some(Status::Absent), ..outcome.clone() };
            let (success, failure) =
                if fails_with_false { (Fact::True, Fact::False) } else { (Fact::Nil, Fact::NonNil) };
            failed.result(last).fact = Some(failure);
            outcome.result(last).fact = Some(success);
            return vec![outcome, failed];
        }
        match self.fork {
            Some(Effect::TrueIf(param, fact)) => self.forked(last, *param, *fact, true),
            Some(Effect::TrueImpliesNonNil(param)) => self.forked(last, *param, Fact::NonNil, false),
            _ => vec![self.outcome],
        }
    }

    /// Two outcomes of a boolean, the last result: it is true, and the parameter is so; it is false, and the parameter is not, if
    /// the boolean is exact.
    fn forked(self, last: usize, param: usize, fact: Fact, is_exact: bool) -> Vec<Outcome> {
        let Some(arg) = self.args_of(param).next() else {
            return vec![self.outcome];
        };
        let known: &Value = &self.args[arg].bound.value;
        let mut all = Vec::new();
        if !known.contradicts(fact) {
            let mut yes = self.outcome.clone();
            yes.result(last).fact = Some(Fact::True);
            yes.refine.push((arg, fact));
            all.push(yes);
        }
        let is_ruled_out = fact.opposite().is_some_and(|opposite| known.contradicts(opposite));
        if !is_ruled_out || !is_exact && !self.is_from_error_exit {
            let mut no = self.outcome;
            no.result(last).fact = Some(Fact::False);
            no.refine.extend(fact.opposite().filter(|_| is_exact).map(|opposite| (arg, opposite)));
            all.push(no);
        }
        all
    }
}
