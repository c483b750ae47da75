//! The calls that acquire a response, by their callees.
//!
//!     http.Get(u)             a library function: by its directives
//!     fetch(u)                a function with source: by what its caller acquires
//!     c.Fetch(u)              a method of an interface: by its implementers, if they agree
//!     hook(u)                 a function value: by its signature, if it returns a response and an error
//!     retry(func() ..)        a generic function: by what the literal returns
//!
//! Calls whose shape or names rule them out are skipped. A walk that knows facts about the arguments looks up the callee again, with
//! these facts.

mod given;
mod iterators;
mod values;

use super::acquired::{Acquired, Site, by_directives, by_passed_on, by_signature};
use super::explored::Goal;
use super::live::live;
use super::release::Aim;
use super::summary::{Facts, Switches};
use super::walk::Walk;
use super::{Analysis, Reach};
use crate::go::body::{Body, Call, Callee, EventKind, FrameId, Operand, Part, SlotKind};
use crate::go::outline::{Param, TypeExpr};
use crate::meaning::effect::Effect;
use crate::meaning::resource::{can_hold, may_fill, resource_of};
use crate::program::resolve::{CallTarget, Resolver};
use crate::program::{AbstractMethod, FuncRef, Package, Scope, Type};
use given::{gives_function, is_field_of_param};
use std::cell::LazyCell;
use std::sync::Arc;

/// The sites of one frame.
#[derive(Default)]
pub struct Sites {
    /// The sites, in the order of events.
    pub sites: Vec<Site>,
    /// The calls that return a response which is closed or cancelled, likewise.
    pub released: Vec<Site>,
    /// How deep the search looked.
    pub reach: Reach,
}

/// The sites in the blocks of one frame (not in literals inside it).
pub fn sites(analysis: &Analysis, resolver: &Resolver, frame: FrameId, depth: usize) -> Sites {
    sites_of_calls(analysis, resolver, frame, depth, |_| true)
}

/// Like [`sites`], for the callers of the function: a call of a parameter stands for what that acquires.
pub(super) fn sites_for_callers(analysis: &Analysis, resolver: &Resolver, frame: FrameId, depth: usize) -> Sites {
    let calls = Calls { analysis, resolver, depth, is_for_callers: true };
    find_sites(calls, frame, |_| true)
}

/// The sites of some of the calls in the blocks of one frame.
pub fn sites_of_calls(
    analysis: &Analysis,
    resolver: &Resolver,
    frame: FrameId,
    depth: usize,
    is_wanted: impl Fn(&Call) -> bool,
) -> Sites {
    find_sites(Calls { analysis, resolver, depth, is_for_callers: false }, frame, is_wanted)
}

fn find_sites(calls: Calls, frame: FrameId, is_wanted: impl Fn(&Call) -> bool) -> Sites {
    let Calls { analysis, resolver, is_for_callers, .. } = calls;
    let (mut found, mut released) = (Vec::new(), Vec::new());
    let mut reach = Reach::default();
    let has_local_functions = LazyCell::new(|| {
        let local = resolver.body.local_types.iter().map(|decl| &decl.expr);
        resolver.body.types.iter().chain(local).any(holds_function)
    });
    for block in resolver.body.blocks_of(frame).iter().copied() {
        let content = &resolver.body.blocks[block.index()];
        for (event, step) in content.events.iter().enumerate() {
            let EventKind::Call(call) = &step.kind else {
                found.extend(calls.iteration((block, content), event, &mut reach));
                continue;
            };
            let calls_field =
                || is_field_of_param(resolver.body, call) && matches!(&*resolver.target(call), CallTarget::Value(_));
            let may_acquire = may_acquire(analysis, resolver.body, call, || *has_local_functions);
            if !(may_acquire || is_for_callers && calls_field()) || !is_wanted(call) {
                continue;
            }
            let outcomes = calls.acquired(call, &Facts::new(), &mut reach);
            let site = |outcomes: Vec<Acquired>| Site { block, event, outcomes: outcomes.into() };
            if outcomes.is_empty() {
                released.extend(by_place(calls.released(call, &Facts::new(), &mut reach)).into_iter().map(site));
            }
            found.extend(by_place(outcomes).into_iter().map(site));
        }
    }
    Sites { sites: found, released, reach }
}

/// Whether values of a type hold functions in fields or elements: their names are declared nowhere else.
fn holds_function(ty: &TypeExpr) -> bool {
    match ty {
        TypeExpr::Struct(fields) => {
            fields.iter().any(|field| matches!(field.ty, TypeExpr::Func(_)) || holds_function(&field.ty))
        }
        TypeExpr::Interface(methods, _) => !methods.is_empty(),
        TypeExpr::Pointer(inner) | TypeExpr::Slice(inner) | TypeExpr::Array(inner) | TypeExpr::Chan(inner) => {
            holds_function(inner)
        }
        TypeExpr::Map(_, value) => holds_function(value),
        _ => false,
    }
}

/// Whether a call can acquire anything at all: a query finds it, and one of the names in its callee is a candidate.
fn may_acquire(analysis: &Analysis, body: &Body, call: &Call, has_local_functions: impl Fn() -> bool) -> bool {
    let Some(shape) = &call.shape else {
        return false;
    };
    let Callee::Place(callee) = &call.callee else {
        return matches!(call.callee, Callee::Frame(_));
    };
    let names = analysis.names();
    if shape.names.as_ref().is_none_or(|callee| names.has_one_of(callee)) {
        return true;
    }
    // A generic function returns the result of the function that it is given.
    let is_given_one = gives_function(names, body, call);
    let place = &body.places[callee.index()];
    let is_field = matches!(place.part, Some((_, Part::Field(_))));
    // A name of this function is bound in it, to a function that its type describes.
    let is_bound_here = !is_field && !matches!(body.slot(*callee).kind, SlotKind::Global | SlotKind::Temp);
    is_given_one || is_bound_here || is_field && has_local_functions()
}

/// Groups outcomes by the place of the response, `r1` and `r2` of one call are two obligations, and by the error exit it comes from.
fn by_place(outcomes: Vec<Acquired>) -> Vec<Vec<Acquired>> {
    let mut groups: Vec<Vec<Acquired>> = Vec::new();
    for outcome in outcomes {
        let group = groups.iter_mut().find(|group| {
            let known = &group[0];
            known.place().map(|p| p.0) == outcome.place().map(|p| p.0)
                && known.error_exit == outcome.error_exit
                && known.through == outcome.through
                && known.filled == outcome.filled
        });
        match group {
            Some(group) => group.push(outcome),
            None => groups.push(vec![outcome]),
        }
    }
    groups
}

/// The calls of one body, and how many calls deep their callees are followed.
#[derive(Clone, Copy)]
pub(super) struct Calls<'a> {
    pub(super) analysis: &'a Analysis<'a>,
    pub(super) resolver: &'a Resolver<'a>,
    pub(super) depth: usize,
    /// Whether the callers of the function ask, who know what comes in by its parameters.
    pub(super) is_for_callers: bool,
}

impl Calls<'_> {
    /// The outcomes in which a call acquires a response, given facts about its arguments.
    pub(super) fn acquired(&self, call: &Call, facts: &Facts, reach: &mut Reach) -> Vec<Acquired> {
        let found = self.acquired_by_target(call, facts, reach);
        if !found.is_empty() && self.is_answered_by_mock(call, reach) { Vec::new() } else { found }
    }

    /// The outcomes in which a call returns a response that is closed or cancelled, given facts about its arguments.
    pub(super) fn released(&self, call: &Call, facts: &Facts, reach: &mut Reach) -> Vec<Acquired> {
        let found = match &*self.resolver.target(call) {
            CallTarget::Functions(functions, _) => match &functions[..] {
                [only] => self.released_by(only, call, facts, reach),
                _ => None,
            },
            CallTarget::Abstract(method) => {
                let (analysis, package) = (self.analysis, self.resolver.package());
                let types = self.resolver.result_types(call);
                Implementers { analysis, package, method, types: &types }.released(facts, self.depth, reach)
            }
            _ => None,
        };
        found.filter(|found| !found.is_empty() && !self.is_answered_by_mock(call, reach)).unwrap_or_default()
    }

    fn released_by(&self, function: &FuncRef, call: &Call, facts: &Facts, reach: &mut Reach) -> Option<Vec<Acquired>> {
        let types = self.resolver.result_types(call);
        if !types.iter().any(|ty| can_hold(self.resolver.index, ty)) {
            return None;
        }
        self.analysis.released(function, facts, self.depth.saturating_sub(1), reach)
    }

    fn acquired_by_target(&self, call: &Call, facts: &Facts, reach: &mut Reach) -> Vec<Acquired> {
        match &*self.resolver.target(call) {
            CallTarget::Functions(functions, _) | CallTarget::Unbound(functions) => {
                let mut all = Vec::new();
                for function in functions {
                    all.extend(self.by_function(call, function, facts, reach));
                }
                all.sort();
                all.dedup();
                all
            }
            CallTarget::Abstract(method) => self.by_method(call, method, facts, reach),
            CallTarget::Unseen(method) => self.by_unseen(call, method),
            CallTarget::Value(_) if self.is_handled_value(call) => Vec::new(),
            CallTarget::Value(_) => self.by_value(call, reach),
            CallTarget::Frame(frame) => self.by_frame(*frame, reach),
            CallTarget::Builtin(_) | CallTarget::Convert(_) | CallTarget::Standard | CallTarget::Unknown => Vec::new(),
        }
    }

    /// Whether the callee is a variable or field that the configuration says needs no close: `sdk.Fetch(u)` for a variable.
    fn is_handled_value(&self, call: &Call) -> bool {
        let Callee::Place(place) = call.callee else {
            return false;
        };
        self.resolver.named_value(place).is_some_and(|value| self.analysis.is_value_handled(&value))
    }

    fn by_function(&self, call: &Call, function: &FuncRef, facts: &Facts, reach: &mut Reach) -> Vec<Acquired> {
        if self.analysis.is_handled(function) {
            return Vec::new();
        }
        let decl = function.decl();
        if let Some(effects) = self.analysis.effects(function) {
            let own = by_directives(self.resolver.index, &effects, &self.resolver.result_types(call));
            if own.is_empty() && returns_callbacks_result(&effects) {
                let by_types = self.through_callback(call, reach);
                return if by_types.is_empty() { self.of_callback(call, function, &effects, reach) } else { by_types };
            }
            return own;
        }
        if decl.is_handled {
            return Vec::new();
        }
        let types = self.resolver.result_types(call);
        if !types.iter().any(|ty| can_hold(self.resolver.index, ty)) && !may_fill(self.resolver.index, function) {
            return Vec::new();
        }
        let generic = decl.signature.type_params.iter().map(|(name, _)| name).collect::<Vec<_>>();
        let depth = self.depth.saturating_sub(1);
        // The name of a function that only returns what it is given is no candidate.
        let found = match gives_function(self.analysis.names(), self.resolver.body, call) {
            true => self.analysis.acquired_by_body(function, facts.clone(), depth),
            false => self.analysis.acquired(function, facts.clone(), depth),
        };
        match found {
            Some(found) => {
                *reach |= found.reach.for_caller();
                let is_type_param =
                    |param: &Param| matches!(&param.ty, TypeExpr::Name(name) if generic.contains(&name));
                if found.outcomes.is_empty() && decl.signature.results.iter().any(is_type_param) {
                    return self.through_callback(call, reach);
                }
                found.outcomes.iter().flat_map(|outcome| self.put_in(call, function, outcome, reach)).collect()
            }
            None => {
                *reach |= Reach::cut_if(decl.has_body);
                by_signature(&types)
            }
        }
    }

    /// A method of a type that cannot be resolved: the use of its result says that it is like a known one.
    fn by_unseen(&self, call: &Call, method: &FuncRef) -> Vec<Acquired> {
        let own = self.by_function(call, method, &Facts::new(), &mut Reach::default());
        own.into_iter().map(|acquired| Acquired { is_guess: true, ..acquired }).collect()
    }

    fn by_method(&self, call: &Call, method: &AbstractMethod, facts: &Facts, reach: &mut Reach) -> Vec<Acquired> {
        if self.analysis.is_method_handled(method) {
            return Vec::new();
        }
        if let Some(effects) = self.analysis.method_effects(method) {
            return by_directives(self.resolver.index, &effects, &self.resolver.result_types(call));
        }
        if method.is_of_stub() {
            return Vec::new();
        }
        let types = self.resolver.result_types(call);
        let implementers =
            Implementers { analysis: self.analysis, package: self.resolver.package(), method, types: &types };
        implementers.acquired(facts, self.depth, reach).unwrap_or_else(|| by_signature(&types))
    }

    /// `retry(func() (*http.Response, error) {..})`: the call returns what the function argument returns.
    fn through_callback(&self, call: &Call, reach: &mut Reach) -> Vec<Acquired> {
        let index = self.resolver.index;
        let by_types = by_signature(&self.resolver.result_types(call));
        if by_types.is_empty() {
            return by_types;
        }
        let returns_response = call.args.iter().any(|arg| match arg {
            Operand::Frame(frame) => !self.by_frame(*frame, reach).is_empty(),
            other => match index.underlying(&self.resolver.operand_type(other)) {
                Type::Func(func) => {
                    let results = &func.signature.results;
                    let types: Vec<Type> =
                        results.iter().map(|result| index.resolve(&result.ty, &func.scope)).collect();
                    !by_signature(&types).is_empty()
                }
                _ => false,
            },
        });
        if returns_response { by_types } else { Vec::new() }
    }

    /// A literal of the same body: walked as a function of its own.
    pub(super) fn by_frame(&self, frame: FrameId, reach: &mut Reach) -> Vec<Acquired> {
        let Calls { analysis, resolver, depth, .. } = *self;
        let signature = &resolver.body.frames[frame.index()].signature;
        let scope = resolver.scope();
        let mut types = signature.results.iter().map(|result| resolver.index.resolve(&result.ty, scope));
        if depth == 0 || !types.any(|ty| can_hold(resolver.index, &ty)) {
            *reach |= Reach::cut_if(depth == 0);
            return Vec::new();
        }
        let inner = sites(analysis, resolver, frame, depth - 1);
        *reach |= inner.reach.for_caller();
        let mut acquired = Vec::new();
        let live = live(resolver.body);
        let walk = Walk { analysis, resolver, live: &live, root: frame, depth: depth - 1, aim: Aim::Leaks };
        for site in inner.sites {
            let explored = walk.explore(Goal::Site(site), &Facts::new());
            *reach |= explored.reach.for_caller();
            if !explored.gave_up {
                acquired.extend(explored.acquired);
            }
        }
        acquired.sort();
        acquired.dedup();
        acquired
    }

    /// `newFetch(c)(u)`: the function with source returns literals, and one of them is called.
    fn by_returned_literal(&self, call: &Call, reach: &mut Reach) -> Option<Vec<Acquired>> {
        let Callee::Place(place) = call.callee else {
            return None;
        };
        let (maker, result) = self.resolver.only_maker(place)?;
        let body = maker.body().filter(|body| !body.is_damaged)?;
        if self.depth == 0 {
            *reach = Reach::CUT;
            return None;
        }
        *reach |= Reach::OWN;
        let slot = *body.frames.first()?.results.get(result)?;
        let index = self.resolver.index;
        let resolver = Resolver::new(index, &body, Scope::of_function(index, &maker));
        let inner = Calls { resolver: &resolver, depth: self.depth - 1, is_for_callers: false, ..*self };
        let mut all = Vec::new();
        for event in body.blocks.iter().flat_map(|block| &block.events) {
            if !event.kind.writes().contains(&body.root(slot)) {
                continue;
            }
            match &event.kind {
                EventKind::Assign { from: Operand::Frame(frame), .. } => {
                    // A checker that returns the response it gets: what it acquires itself is not the whole answer.
                    let params = &body.frames[frame.index()].signature.params;
                    if params.iter().any(|param| resource_of(&index.resolve(&param.ty, resolver.scope())).is_some()) {
                        return Some(by_passed_on(&self.resolver.result_types(call)));
                    }
                    let mut deeper = Reach::default();
                    all.extend(inner.by_frame(*frame, &mut deeper));
                    *reach |= deeper.for_caller();
                }
                EventKind::Assign { from: Operand::Nil, .. } => {}
                _ => return None,
            }
        }
        all.sort();
        all.dedup();
        Some(all)
    }
}

/// Whether a library function calls one of its parameters, and what it returns is not released.
fn returns_callbacks_result(effects: &[Effect]) -> bool {
    let is_released = effects.iter().any(|effect| matches!(effect, Effect::Released(_)));
    !is_released && effects.iter().any(|effect| matches!(effect, Effect::Call(_) | Effect::Retry(_)))
}

/// Whether a call of an interface's method in a package returns ownership of a response, by the types of its results and by its
/// implementers, whose callees are followed to a depth of calls.
pub fn method_returns_ownership(
    analysis: &Analysis,
    package: &Arc<Package>,
    (method, types): (&AbstractMethod, &[Type]),
    depth: usize,
    reach: &mut Reach,
) -> bool {
    let implementers = Implementers { analysis, package, method, types };
    !method.is_of_stub()
        && (!by_signature(types).is_empty()
            || implementers.acquired(&Facts::new(), depth, reach).is_some_and(|found| !found.is_empty())
            || implementers.released(&Facts::new(), depth, reach).is_some_and(|found| !found.is_empty()))
}

/// A method of an interface, called in a package, with the types of its results.
struct Implementers<'a> {
    analysis: &'a Analysis<'a>,
    package: &'a Arc<Package>,
    method: &'a AbstractMethod,
    types: &'a [Type],
}

impl Implementers<'_> {
    /// The responses that callers of the project's implementers acquire; `None` if the implementers do not say.
    ///
    /// A decorator, which calls the method that it implements, returns what the others return: it has no say. One implementer that
    /// leaves the response open is enough for an acquisition, unless its own callee is not known and another one returns no open
    /// response: a fake that calls a stored function, beside the client.
    fn acquired(&self, facts: &Facts, depth: usize, reach: &mut Reach) -> Option<Vec<Acquired>> {
        let Implementers { analysis, method, types, .. } = *self;
        if !types.iter().any(|ty| can_hold(analysis.index, ty)) {
            return Some(Vec::new());
        }
        // RoundTrip returns ownership of a response whatever the implementers do.
        if method.name == "RoundTrip" {
            return None;
        }
        if analysis.is_open(method) {
            return Some(Vec::new());
        }
        let inner = analysis.inside_method(method);
        // Where the signature says nothing, all implementers have to return a response: one that does not is enough.
        let has_to_agree = by_passed_on(types).is_empty();
        if has_to_agree {
            for function in analysis.index.implementations_beside(method).iter() {
                if let Some(found) = inner.acquired(function, facts.clone(), depth.saturating_sub(1))
                    && found.outcomes.is_empty()
                    && !analysis.is_decorator(function, method)
                {
                    *reach |= found.reach.for_caller();
                    return Some(Vec::new());
                }
            }
        }
        let implementations = analysis.index.implementations(self.package, method)?;
        let mut all: Vec<Acquired> = Vec::new();
        let mut is_one_closed = false;
        for function in implementations.iter() {
            let Some(found) = inner.acquired(function, facts.clone(), depth.saturating_sub(1)) else {
                *reach = Reach::CUT;
                return None;
            };
            *reach |= found.reach.for_caller();
            all.extend(found.outcomes.iter().filter_map(values::by_signature_alone));
            is_one_closed |= found.outcomes.is_empty() && !analysis.is_decorator(function, method);
        }
        if all.is_empty() {
            return is_one_closed.then_some(all);
        }
        if is_one_closed && (has_to_agree || all.iter().all(|acquired| acquired.is_guess)) {
            return Some(Vec::new());
        }
        all.sort();
        all.dedup();
        Some(all)
    }
}

impl Implementers<'_> {
    /// The outcomes in which a method returns a response that is closed or cancelled; `None` if an implementer may return an open one.
    fn released(&self, facts: &Facts, depth: usize, reach: &mut Reach) -> Option<Vec<Acquired>> {
        let Implementers { analysis, package, method, types } = *self;
        let is_known = analysis.is_method_handled(method) || analysis.method_effects(method).is_some();
        if is_known || method.is_of_stub() || method.name == "RoundTrip" || analysis.is_open(method) {
            return None;
        }
        if !types.iter().any(|ty| can_hold(analysis.index, ty)) {
            return None;
        }
        let inner = analysis.inside_method(method);
        let mut all = Vec::new();
        for function in analysis.index.implementations(package, method)?.iter() {
            let own = inner.released(function, facts, depth.saturating_sub(1), reach)?;
            // Of the receiver and the parameters of an implementer the interface says nothing.
            all.extend(own.into_iter().map(|acquired| Acquired { params: Switches::new(), ..acquired }));
        }
        all.sort();
        all.dedup();
        Some(all)
    }
}

impl Analysis<'_> {
    /// The outcomes in which a function with source returns a response that is closed or cancelled; `None` if it may return an open one.
    fn released(&self, function: &FuncRef, facts: &Facts, depth: usize, reach: &mut Reach) -> Option<Vec<Acquired>> {
        let decl = function.decl();
        if !decl.has_body || decl.is_handled || decl.signature.results.is_empty() || self.effects(function).is_some() {
            return None;
        }
        let found = self.acquired(function, facts.clone(), depth)?;
        *reach |= found.reach.for_caller();
        found.outcomes.is_empty().then(|| found.released.clone())
    }

    /// Whether the body of a function calls a method of an interface that the function implements.
    fn is_decorator(&self, function: &FuncRef, method: &AbstractMethod) -> bool {
        let Some(body) = function.body() else {
            return false;
        };
        let resolver = Resolver::new(self.index, &body, Scope::of_function(self.index, function));
        body.blocks.iter().flat_map(|block| &block.events).any(|event| match &event.kind {
            EventKind::Call(call) => matches!(&*resolver.target(call), CallTarget::Abstract(called)
                if called.name == method.name && called.interface == method.interface),
            _ => false,
        })
    }
}
