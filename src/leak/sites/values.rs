//! Calls of function values that acquire, and functions that return what a function given to them acquires.
//!
//!     resp, err := fetch(u)                          what one of the functions acquires that `fetch` can be
//!     func guarded(f func() (any, error)) (any, error) { return f() }
//!     v, err := guarded(func() (any, error) { return http.Get(u) })     what this literal acquires
//!
//! Inside of `guarded` the call of `f` is a site whose outcome stands for that of the function that comes in; each call of `guarded`
//! puts in what its own argument acquires.

use super::{Calls, by_passed_on, by_signature};
use crate::go::body::{Call, Callee, Operand, Part};
use crate::go::outline::{Param, TypeExpr};
use crate::leak::Reach;
use crate::leak::acquired::{Acquired, NoBody};
use crate::leak::summary::Facts;
use crate::leak::value::{Handle, Value};
use crate::meaning::effect::{Effect, Fact};
use crate::meaning::resource::{can_hold, resource_of};
use crate::program::resolve::{CallTarget, Resolver};
use crate::program::{FrameRef, FuncRef, FunctionValue, Member, Scope, Type};

impl Calls<'_> {
    /// What the caller of a function value acquires.
    pub(super) fn by_value(&self, call: &Call, reach: &mut Reach) -> Vec<Acquired> {
        let types = self.resolver.result_types(call);
        let Callee::Place(place) = call.callee else {
            return by_signature(&types);
        };
        if !types.iter().any(|ty| can_hold(self.resolver.index, ty)) {
            return Vec::new();
        }
        if self.is_for_callers
            && let Some(param) = self.resolver.part_of_param(place)
        {
            return self.standing_for(&types, param).into_iter().collect();
        }
        if let Some(values) = self.resolver.function_values(place) {
            return self.by_values(&values.all, &types, &types, reach).unwrap_or_else(|| by_signature(&types));
        }
        self.by_returned_literal(call, reach).unwrap_or_else(|| by_signature(&types))
    }

    /// The outcome of a call of a parameter, or of a part of one, with results of these types.
    fn standing_for(&self, types: &[Type], param: (usize, Vec<Part>)) -> Option<Acquired> {
        let index = self.resolver.index;
        let by_types = by_signature(types);
        if let Some(known) = by_types.into_iter().next() {
            return Some(Acquired { through: Some(param), ..known });
        }
        let result = types.iter().position(|ty| !ty.is_error() && can_hold(index, ty))?;
        let handle = match &types[result] {
            ty if resource_of(ty).is_some() => Handle::Response,
            ty if index.method_names(ty).is_some_and(|names| names.iter().any(|name| name == "Close")) => Handle::Body,
            Type::Basic(_) | Type::Param(..) | Type::Unknown | Type::Interface(_) => Handle::Response,
            _ => Handle::Holder,
        };
        let mut results = vec![(result, Vec::new(), Value::holding(handle))];
        if types.last().is_some_and(Type::is_error) {
            results.push((types.len() - 1, Vec::new(), Value::of(Fact::Nil)));
        }
        Some(Acquired { through: Some(param), ..Acquired::of(results) })
    }

    /// What the caller of a value acquires that can be any of these functions; `None` if one of them is not known. Where the types of
    /// the results say nothing, all of them have to acquire: an `any` may hold anything. Functions with other results than these
    /// belong to other instances of a generic type.
    fn by_values(
        &self,
        values: &[FunctionValue],
        types: &[Type],
        results: &[Type],
        reach: &mut Reach,
    ) -> Option<Vec<Acquired>> {
        let has_to_agree = by_passed_on(types).is_empty();
        let is_of_instance = |value: &&FunctionValue| self.may_have_results(value, results);
        let mut all = Vec::new();
        for value in values.iter().filter(is_of_instance) {
            let found = self.by_one_value(value, reach)?;
            if found.is_empty() && has_to_agree {
                return Some(Vec::new());
            }
            all.extend(found);
        }
        all.sort();
        all.dedup();
        Some(all)
    }

    /// Whether a function may have results of these types.
    fn may_have_results(&self, value: &FunctionValue, results: &[Type]) -> bool {
        let index = self.resolver.index;
        let (signature, scope) = match value {
            FunctionValue::Function(function) | FunctionValue::Bound(function) => {
                (function.decl().signature.clone(), Scope::of_signature(index, function))
            }
            FunctionValue::Frame(frame) => {
                (self.resolver.body.frames[frame.index()].signature.clone(), self.resolver.scope().clone())
            }
            FunctionValue::Literal(FrameRef { package, code, frame }) => match code.body(package) {
                Some(body) => (body.frames[frame.index()].signature.clone(), code.scope(index, package)),
                None => return true,
            },
        };
        results.is_empty()
            || signature.results.len() == results.len()
                && signature.results.iter().zip(results).all(|(own, wanted)| {
                    let own = index.resolve(&own.ty, &scope);
                    own == *wanted || !has_one_form(&own) || !has_one_form(wanted)
                })
    }

    fn by_one_value(&self, value: &FunctionValue, reach: &mut Reach) -> Option<Vec<Acquired>> {
        match value {
            FunctionValue::Function(function) => self.by_function_value(function, reach),
            FunctionValue::Bound(function) => {
                let found = self.by_function_value(function, reach)?;
                Some(found.into_iter().map(without_receiver).collect())
            }
            FunctionValue::Frame(frame) => Some(self.by_frame(*frame, reach)),
            FunctionValue::Literal(literal) => self.by_literal_elsewhere(literal, reach),
        }
    }

    /// What the caller of a function acquires whose arguments are not known.
    fn by_function_value(&self, function: &FuncRef, reach: &mut Reach) -> Option<Vec<Acquired>> {
        let (analysis, index) = (self.analysis, self.resolver.index);
        if analysis.is_handled(function) || function.decl().is_handled {
            return Some(Vec::new());
        }
        let scope = Scope::of_signature(index, function);
        let results = &function.decl().signature.results;
        let types: Vec<Type> = results.iter().map(|result| index.resolve(&result.ty, &scope)).collect();
        if let Some(effects) = analysis.effects(function) {
            return Some(super::by_directives(index, &effects, &types));
        }
        if self.depth == 0 {
            *reach = Reach::CUT;
            return None;
        }
        match analysis.acquired(function, Facts::new(), self.depth - 1) {
            Some(found) => {
                *reach |= found.reach.for_caller();
                Some(found.outcomes.iter().filter_map(by_signature_alone).collect())
            }
            None => {
                *reach |= Reach::cut_if(function.decl().has_body);
                Some(by_signature(&types))
            }
        }
    }

    /// What the caller of a literal in another body acquires.
    fn by_literal_elsewhere(&self, literal: &FrameRef, reach: &mut Reach) -> Option<Vec<Acquired>> {
        let FrameRef { package, code, frame } = literal;
        if self.depth == 0 {
            *reach = Reach::CUT;
            return None;
        }
        let index = self.resolver.index;
        let body = code.body(package)?;
        let resolver = Resolver::new(index, &body, code.scope(index, package));
        let inner = Calls { resolver: &resolver, depth: self.depth - 1, is_for_callers: false, ..*self };
        let mut deeper = Reach::OWN;
        let found = inner.by_frame(*frame, &mut deeper);
        *reach |= deeper.for_caller();
        Some(found)
    }

    /// What the caller of a library function acquires that returns the results of a function that it is given, in results of the same
    /// types: `v, err := breaker.Execute(func() (any, error) { return http.Get(u) })`.
    pub(super) fn of_callback(
        &self,
        call: &Call,
        function: &FuncRef,
        effects: &[Effect],
        reach: &mut Reach,
    ) -> Vec<Acquired> {
        let decl = function.decl();
        let types = self.resolver.result_types(call);
        let mut all = Vec::new();
        for effect in effects {
            let Effect::Call(param) = effect else {
                continue;
            };
            let own = param.checked_sub(usize::from(decl.receiver.is_some()));
            let Some(TypeExpr::Func(callback)) = own.and_then(|own| Some(&decl.signature.params.get(own)?.ty)) else {
                continue;
            };
            let pairs = decl.signature.results.iter().zip(&callback.results).zip(&types);
            let is_passed_on = |((own, given), ty): ((&Param, &Param), &Type)| {
                own.ty == given.ty && !ty.is_error() && can_hold(self.resolver.index, ty)
            };
            let Some(result) = pairs.map(is_passed_on).position(|is_passed_on| is_passed_on) else {
                continue;
            };
            let mut results = vec![(result, Vec::new(), Value::holding(Handle::Response))];
            let errors = (0..types.len()).filter(|number| types[*number].is_error());
            results.extend(errors.map(|number| (number, Vec::new(), Value::of(Fact::Nil))));
            let outcome = Acquired { through: Some((*param, Vec::new())), ..Acquired::of(results) };
            all.extend(self.put_in(call, function, &outcome, reach));
        }
        all
    }

    /// An outcome of a call of a function, with what the argument acquires that it stands for.
    pub(super) fn put_in(
        &self,
        call: &Call,
        function: &FuncRef,
        outcome: &Acquired,
        reach: &mut Reach,
    ) -> Vec<Acquired> {
        let Some((param, parts)) = &outcome.through else {
            return vec![outcome.clone()];
        };
        let unknown = || by_signature_alone(outcome).into_iter().collect();
        let Some(operand) = self.argument(call, function, *param) else {
            return unknown();
        };
        if self.is_for_callers
            && let Operand::Place(place) = operand
            && let Some((own, mut path)) = self.resolver.part_of_param(place)
        {
            path.extend(parts.iter().cloned());
            return vec![Acquired { through: Some((own, path)), ..outcome.clone() }];
        }
        let values = match &operand {
            Operand::Frame(frame) if parts.is_empty() => Some(vec![FunctionValue::Frame(*frame)]),
            other => self.resolver.function_values_in(other, parts).map(|values| values.all),
        };
        let types = self.resolver.result_types(call);
        let results = self.results_at(&operand, parts);
        let Some(found) = values.and_then(|values| self.by_values(&values, &types, &results, reach)) else {
            let is_response = parts.is_empty() && !by_signature(&results).is_empty();
            return if is_response { vec![Acquired { through: None, ..outcome.clone() }] } else { unknown() };
        };
        found.iter().filter(|found| found.error_exit.is_none()).filter_map(|found| joined(outcome, found)).collect()
    }

    /// The types of the results of the function in a part of an operand; none if they are not known.
    fn results_at(&self, operand: &Operand, parts: &[Part]) -> Vec<Type> {
        let index = self.resolver.index;
        let mut ty = self.resolver.operand_type(operand);
        for part in parts {
            ty = match part {
                Part::Field(name) => match index.member(&ty, name) {
                    Some((_, Member::Field(field))) => field,
                    _ => return Vec::new(),
                },
                Part::Element => index.element(&ty),
                Part::Deref => ty.pointee().clone(),
            };
        }
        match index.underlying(&ty) {
            Type::Func(func) => {
                func.signature.results.iter().map(|result| index.resolve(&result.ty, &func.scope)).collect()
            }
            _ => Vec::new(),
        }
    }

    /// The operand that a parameter of a function receives from a call, the receiver first; `None` for one of a list.
    fn argument(&self, call: &Call, function: &FuncRef, param: usize) -> Option<Operand> {
        let decl = function.decl();
        let is_unbound = matches!(&*self.resolver.target(call), CallTarget::Unbound(_));
        let Some(position) = param.checked_sub(usize::from(decl.receiver.is_some() && !is_unbound)) else {
            let Callee::Place(callee) = call.callee else {
                return None;
            };
            let (base, _) = self.resolver.body.places[callee.index()].part.as_ref()?;
            return Some(Operand::Place(*base));
        };
        if decl.signature.is_variadic || call.args.iter().any(|arg| matches!(arg, Operand::Tuple(_))) {
            return None;
        }
        call.args.get(position).cloned()
    }
}

/// Whether two types of this kind that are written differently are different.
fn has_one_form(ty: &Type) -> bool {
    match ty {
        Type::Basic(name) => name != "any",
        Type::Named(named) => named.args.is_empty(),
        Type::Pointer(inner) => has_one_form(inner),
        _ => false,
    }
}

/// An outcome that stands for that of an unknown function: it counts only if the signature says so.
pub(super) fn by_signature_alone(outcome: &Acquired) -> Option<Acquired> {
    match &outcome.through {
        Some(_) if !outcome.is_guess => None,
        _ => Some(Acquired { through: None, ..outcome.clone() }),
    }
}

/// The outcome of a call that returns what the function acquires that it is given.
fn joined(outer: &Acquired, inner: &Acquired) -> Option<Acquired> {
    let (result, path) = inner.place()?;
    let held = inner.results.iter().find(|(own, own_path, _)| *own == result && own_path == path)?.2;
    let put_in = |(result, own, value): &(usize, Vec<Part>, Value)| match value.handle {
        Handle::Response | Handle::Body | Handle::Holder => {
            let path = own.iter().chain(path).cloned().collect();
            (*result, path, Value { handle: held.handle, ..*value })
        }
        _ => (*result, own.clone(), *value),
    };
    Some(Acquired {
        results: outer.results.iter().map(put_in).collect(),
        through: None,
        is_guess: inner.is_guess,
        no_body: if inner.no_body == NoBody::Always { NoBody::Always } else { outer.no_body },
        contexts: None,
        ..outer.clone()
    })
}

/// An outcome of a method in terms of the arguments that its bound value gets.
fn without_receiver(acquired: Acquired) -> Acquired {
    let before = |params: Vec<usize>| params.into_iter().filter_map(|param| param.checked_sub(1)).collect();
    let switches = acquired.params.iter();
    let params =
        switches.filter_map(|(param, path, fact)| Some((param.checked_sub(1)?, path.clone(), *fact))).collect();
    Acquired { contexts: acquired.contexts.map(before), params, ..acquired }
}
