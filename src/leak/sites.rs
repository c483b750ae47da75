//! Which calls hand over a response.

use super::state::{Handle, Value};
use super::{Analysis, Facts, Reach};
use crate::go::body::{BlockId, Body, Call, Callee, EventKind, FrameId, Operand, Part, SlotKind};
use crate::go::outline::{Param, TypeExpr};
use crate::meaning::effect::{Effect, Fact};
use crate::meaning::resource::{HTTP_RESPONSE, can_hold};
use crate::program::index::{AbstractMethod, FuncRef, Package, Type};
use crate::program::resolve::{CallTarget, Resolver};
use std::sync::Arc;

/// One way in which a call hands over an open response: what its results are then.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Acquired {
    /// The results: result, part of it, value. One of them at least has a handle.
    pub results: Vec<(usize, Vec<Part>, Value)>,
    /// What its arguments must be: parameter, part of it, fact.
    pub params: Facts,
    /// The parameters whose contexts release it; `None` for all.
    pub contexts: Option<Vec<usize>>,
    /// Whether only the signature says so.
    pub is_guess: bool,
}

impl Acquired {
    /// The first result that holds the response, and the way to it.
    pub fn place(&self) -> Option<(usize, &[Part])> {
        let held = self.results.iter().find(|(_, _, value)| value.handle.can_close())?;
        Some((held.0, &held.1))
    }
}

/// A call event that hands over a response at one place of its results.
#[derive(Clone, Debug)]
pub struct Site {
    /// The block of the call.
    pub block: BlockId,
    /// The event in the block.
    pub event: usize,
    /// The ways in which it can succeed.
    pub outcomes: Arc<[Acquired]>,
}

/// The sites in the blocks of one frame (not in literals inside it), and how deep it looked.
pub fn sites(analysis: &Analysis, resolver: &Resolver, frame: FrameId, depth: usize) -> (Vec<Site>, Reach) {
    let mut found = Vec::new();
    let mut reach = Reach::default();
    let local = resolver.body.local_types.iter().map(|decl| &decl.expr);
    let has_local_functions = resolver.body.types.iter().chain(local).any(holds_function);
    for (number, block) in resolver.body.blocks.iter().enumerate() {
        if block.frame != frame {
            continue;
        }
        for (event, kind) in block.events.iter().enumerate() {
            let EventKind::Call(call) = &kind.kind else {
                continue;
            };
            if !may_acquire(analysis, resolver.body, call, has_local_functions) {
                continue;
            }
            let outcomes = acquired(analysis, resolver, call, &Facts::new(), depth, &mut reach);
            let block = BlockId(u32::try_from(number).unwrap_or(u32::MAX));
            found.extend(by_place(outcomes).into_iter().map(|outcomes| Site {
                block,
                event,
                outcomes: outcomes.into(),
            }));
        }
    }
    (found, reach)
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
fn may_acquire(analysis: &Analysis, body: &Body, call: &Call, has_local_functions: bool) -> bool {
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
    // What a generic function returns comes out of the function that it is given.
    let is_given_one = call.args.iter().any(|operand| match operand {
        Operand::Frame(_) => true,
        Operand::Place(place) => matches!(&body.places[place.index()].part,
            Some((_, Part::Field(name))) if names.has_member(name)),
        _ => false,
    });
    let place = &body.places[callee.index()];
    let is_field = matches!(place.part, Some((_, Part::Field(_))));
    // A name of this function is bound in it, to a function that its type describes.
    let is_bound_here = !is_field && !matches!(body.slot(*callee).kind, SlotKind::Global | SlotKind::Temp);
    is_given_one || is_bound_here || is_field && has_local_functions
}

/// Groups outcomes by the place of the response: `r1` and `r2` of one call are two obligations.
fn by_place(outcomes: Vec<Acquired>) -> Vec<Vec<Acquired>> {
    let mut groups: Vec<Vec<Acquired>> = Vec::new();
    for outcome in outcomes {
        let group = groups.iter_mut().find(|group| group[0].place().map(|p| p.0) == outcome.place().map(|p| p.0));
        match group {
            Some(group) => group.push(outcome),
            None => groups.push(vec![outcome]),
        }
    }
    groups
}

/// The ways in which a call hands over an open response.
pub fn acquired(
    analysis: &Analysis,
    resolver: &Resolver,
    call: &Call,
    facts: &Facts,
    depth: usize,
    reach: &mut Reach,
) -> Vec<Acquired> {
    match &*resolver.target(call) {
        CallTarget::Functions(functions, _) | CallTarget::Unbound(functions) => {
            let mut all = Vec::new();
            for function in functions {
                all.extend(owned_by(analysis, resolver, (function, facts), call, depth, reach));
            }
            all.sort();
            all.dedup();
            all
        }
        CallTarget::Abstract(method) => {
            if let Some(effects) = analysis.method_effects(method) {
                return by_directives(resolver, &effects, &resolver.result_types(call));
            }
            if method.is_of_stub() {
                return Vec::new();
            }
            let types = resolver.result_types(call);
            by_implementers(analysis, resolver.package(), (method, &types), depth, reach)
                .unwrap_or_else(|| by_signature(&types))
        }
        CallTarget::Value(_) => by_returned_literal(analysis, resolver, call, depth, reach)
            .unwrap_or_else(|| by_signature(&resolver.result_types(call))),
        CallTarget::Frame(frame) => by_frame(analysis, resolver, *frame, depth, reach),
        CallTarget::Builtin(_) | CallTarget::Convert(_) | CallTarget::Standard | CallTarget::Unknown => Vec::new(),
    }
}

fn owned_by(
    analysis: &Analysis,
    resolver: &Resolver,
    (function, facts): (&FuncRef, &Facts),
    call: &Call,
    depth: usize,
    reach: &mut Reach,
) -> Vec<Acquired> {
    let decl = function.decl();
    if let Some(effects) = analysis.effects(function) {
        let own = by_directives(resolver, &effects, &resolver.result_types(call));
        if own.is_empty() && hands_on_functions_result(&effects) {
            return through_function(analysis, resolver, call, depth, reach);
        }
        return own;
    }
    if decl.is_handled || decl.signature.results.is_empty() {
        return Vec::new();
    }
    let types = resolver.result_types(call);
    if !types.iter().any(|ty| can_hold(resolver.index, ty)) {
        return Vec::new();
    }
    let generic = decl.signature.type_params.iter().map(|(name, _)| name).collect::<Vec<_>>();
    match analysis.owned(function, facts.clone(), depth.saturating_sub(1)) {
        Some(found) => {
            *reach |= found.1.for_caller();
            let is_type_param = |param: &Param| matches!(&param.ty, TypeExpr::Name(name) if generic.contains(&name));
            if found.0.is_empty() && decl.signature.results.iter().any(is_type_param) {
                return through_function(analysis, resolver, call, depth, reach);
            }
            found.0.clone()
        }
        None => {
            *reach |= Reach::cut_if(decl.has_body);
            by_signature(&types)
        }
    }
}

/// Whether a call of an interface's method in a package hands over a response, by the types of its results and its
/// implementers, which are asked to a depth of calls.
pub fn method_returns_ownership(
    analysis: &Analysis,
    package: &Arc<Package>,
    (method, types): (&AbstractMethod, &[Type]),
    depth: usize,
    reach: &mut Reach,
) -> bool {
    !method.is_of_stub()
        && (!by_signature(types).is_empty()
            || by_implementers(analysis, package, (method, types), depth, reach).is_some_and(|found| !found.is_empty()))
}

/// What the project's implementers of an interface's method hand over, if they agree.
fn by_implementers(
    analysis: &Analysis,
    package: &Arc<Package>,
    (method, types): (&AbstractMethod, &[Type]),
    depth: usize,
    reach: &mut Reach,
) -> Option<Vec<Acquired>> {
    if !types.iter().any(|ty| can_hold(analysis.index, ty)) {
        return Some(Vec::new());
    }
    // RoundTrip hands over a response whatever the implementers do.
    if method.name == "RoundTrip" {
        return None;
    }
    // Where the signature says nothing, all implementers must hand over a response: one that does not is enough.
    if by_signature(types).is_empty() {
        for function in analysis.index.implementations_beside(method).iter() {
            if let Some(found) = analysis.owned(function, Facts::new(), depth.saturating_sub(1))
                && found.0.is_empty()
            {
                *reach |= found.1.for_caller();
                return Some(Vec::new());
            }
        }
    }
    let implementations = analysis.index.implementations(package, method)?;
    let mut all: Option<Vec<Acquired>> = None;
    for function in implementations.iter() {
        let found = match analysis.owned(function, Facts::new(), depth.saturating_sub(1)) {
            Some(found) => found,
            None => {
                *reach = Reach::CUT;
                return None;
            }
        };
        *reach |= found.1.for_caller();
        match &mut all {
            None => all = Some(found.0.clone()),
            Some(known) if known.is_empty() != found.0.is_empty() => return None,
            Some(known) => known.extend(found.0.iter().cloned()),
        }
    }
    let mut all = all?;
    all.sort();
    all.dedup();
    Some(all)
}

fn hands_on_functions_result(effects: &[Effect]) -> bool {
    let is_released = effects.iter().any(|effect| matches!(effect, Effect::Released(_)));
    !is_released && effects.iter().any(|effect| matches!(effect, Effect::Call(_)))
}

/// `retry(func() (*http.Response, error) {..})`: what the function argument hands over, the call hands on.
fn through_function(
    analysis: &Analysis,
    resolver: &Resolver,
    call: &Call,
    depth: usize,
    reach: &mut Reach,
) -> Vec<Acquired> {
    let types = resolver.result_types(call);
    let by_types = by_signature(&types);
    if by_types.is_empty() {
        return by_types;
    }
    let hands_over = call.args.iter().any(|arg| match arg {
        Operand::Frame(frame) => !by_frame(analysis, resolver, *frame, depth, reach).is_empty(),
        other => match resolver.index.underlying(&resolver.operand_type(other)) {
            Type::Func(func) => {
                let results = &func.signature.results;
                let types: Vec<Type> =
                    results.iter().map(|result| resolver.index.resolve(&result.ty, &func.scope)).collect();
                !by_signature(&types).is_empty()
            }
            _ => false,
        },
    });
    if hands_over { by_types } else { Vec::new() }
}

/// A literal of the same body: explored as a function of its own.
fn by_frame(
    analysis: &Analysis,
    resolver: &Resolver,
    frame: FrameId,
    depth: usize,
    reach: &mut Reach,
) -> Vec<Acquired> {
    let signature = &resolver.body.frames[frame.index()].signature;
    let scope = resolver.scope();
    let types = signature.results.iter().map(|result| resolver.index.resolve(&result.ty, scope));
    if depth == 0 || !types.into_iter().any(|ty| can_hold(resolver.index, &ty)) {
        *reach |= Reach::cut_if(depth == 0);
        return Vec::new();
    }
    let (sites, deeper) = sites(analysis, resolver, frame, depth - 1);
    *reach |= deeper.for_caller();
    let mut owned = Vec::new();
    let live = super::live(resolver.body);
    for site in sites {
        let explored =
            super::explore(analysis, resolver, &live, frame, super::Goal::Site(site), &Facts::new(), depth - 1);
        *reach |= explored.reach.for_caller();
        if !explored.gave_up {
            owned.extend(explored.acquired);
        }
    }
    owned.sort();
    owned.dedup();
    owned
}

/// `newFetch(c)(u)`: the function that can be seen returns literals, and one of them is called.
fn by_returned_literal(
    analysis: &Analysis,
    resolver: &Resolver,
    call: &Call,
    depth: usize,
    reach: &mut Reach,
) -> Option<Vec<Acquired>> {
    let Callee::Place(place) = call.callee else {
        return None;
    };
    let (maker, result) = resolver.only_maker(place)?;
    let body = maker.body().filter(|body| !body.is_damaged)?;
    if depth == 0 {
        *reach = Reach::CUT;
        return None;
    }
    *reach |= Reach::OWN;
    let slot = *body.frames.first()?.results.get(result)?;
    let mut all = Vec::new();
    let inner = Resolver::new(resolver.index, &body, crate::program::index::Scope::of_function(resolver.index, &maker));
    for event in body.blocks.iter().flat_map(|block| &block.events) {
        if !event.kind.writes().contains(&body.root(slot)) {
            continue;
        }
        match &event.kind {
            EventKind::Assign { from: Operand::Frame(frame), .. } => {
                // A checker that hands its own response back: what it owns alone is not the whole answer.
                let params = &body.frames[frame.index()].signature.params;
                let scope = inner.scope();
                if params.iter().any(|param| HTTP_RESPONSE.is(&resolver.index.resolve(&param.ty, scope))) {
                    return None;
                }
                let mut deeper = Reach::default();
                all.extend(by_frame(analysis, &inner, *frame, depth - 1, &mut deeper));
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

fn by_directives(resolver: &Resolver, effects: &[Effect], types: &[Type]) -> Vec<Acquired> {
    let results = types.len();
    let contexts: Vec<usize> = effects
        .iter()
        .filter_map(|effect| match effect {
            Effect::Context(param) => Some(*param),
            _ => None,
        })
        .collect();
    let owned = effects.iter().filter_map(|effect| match effect {
        Effect::Own(result, path) => {
            let mut parts: Vec<Part> = path.iter().map(|name| Part::Field(name.clone())).collect();
            let ty = types.get(*result).cloned().unwrap_or(Type::Unknown);
            let handle = match path.last() {
                Some(name) if name == HTTP_RESPONSE.closer => Handle::Body,
                None if !HTTP_RESPONSE.is(&ty) => match resolver.index.member(&ty, HTTP_RESPONSE.closer) {
                    // A struct around a response, such as go-github's.
                    Some((embedded, _)) if !embedded.is_empty() => {
                        parts = embedded.into_iter().map(Part::Field).collect();
                        Handle::Response
                    }
                    Some(_) => Handle::Response,
                    None => Handle::Body,
                },
                _ => Handle::Response,
            };
            let mut values = vec![(*result, parts, Value::holding(handle))];
            if results > 1 {
                values.push((results - 1, Vec::new(), Value::of(Fact::Nil)));
            }
            for effect in effects {
                // A second result that holds the same response.
                if let Effect::Also(other, first) = effect
                    && first == result
                {
                    values.push((*other, Vec::new(), Value::holding(Handle::Holder)));
                }
            }
            Some(Acquired { results: values, params: Facts::new(), contexts: Some(contexts.clone()), is_guess: false })
        }
        _ => None,
    });
    owned.collect()
}

/// By the signature alone a call hands over a response only if it also returns an error.
fn by_signature(types: &[Type]) -> Vec<Acquired> {
    let Some(response) = HTTP_RESPONSE.result_of(types) else {
        return Vec::new();
    };
    let results = vec![
        (response, Vec::new(), Value::holding(Handle::Response)),
        (types.len() - 1, Vec::new(), Value::of(Fact::Nil)),
    ];
    vec![Acquired { results, params: Facts::new(), contexts: None, is_guess: true }]
}
