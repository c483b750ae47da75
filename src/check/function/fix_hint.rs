//! The facts about an acquisition that an edit needs: the call that would close the response, and whether the response escapes.
//!
//!     out, err := c.fetch(u)     `out.resp.Body.Close()`, if `fetch` returns it in the field `resp`
//!
//! The edit itself is made in [`crate::fix`].

use crate::findings::finding::FixHint;
use crate::go::body::{Call, End, EventKind, OUTER, Part};
use crate::leak::{Aim, Analysis, DEEPEST_CALLS, Exit, Explored, Facts, Handle, Site, SummaryKey};
use crate::meaning::resource::{closers, is_closer, resource_of};
use crate::program::resolve::{CallTarget, Resolver};
use crate::program::{FrameRef, FuncRef, Index, Member, Scope, Type};

/// The facts about an acquisition that an edit needs, without [`FixHint::may_be_nil`].
pub(super) fn fix_hint(resolver: &Resolver, call: &Call, explored: &Explored, site: &Site) -> FixHint {
    let held = site.outcomes.first().and_then(|outcome| outcome.place());
    let place = held.and_then(|(result, _)| call.results.get(result).copied().flatten());
    let is_whole = |(result, path): (usize, &[_])| result == 0 && path.is_empty();
    FixHint {
        close: close_text(resolver, call, site),
        is_response: place.is_some_and(|place| is_pointer_to_resource(&resolver.place_type(place))),
        is_escaped: explored.is_escaped,
        escapes: explored.escapes.iter().copied().collect(),
        may_be_nil: false,
        is_plain_call: held.is_some_and(is_whole)
            && matches!(&resolver.result_types(call)[..], [first, second] if is_pointer_to_resource(first) && second.is_error()),
    }
}

/// Whether a function that is called and has source may return nil in the place of the response, and no error. One that is too large to
/// be followed may.
pub(super) fn may_be_nil(analysis: &Analysis, resolver: &Resolver, call: &Call, site: &Site) -> bool {
    let place = site.outcomes.first().and_then(|outcome| outcome.place());
    place.is_some_and(|(result, _)| returns_nil(analysis, resolver, call, result, MOST_FORWARDS))
}

/// How many functions that return the results of another one are followed.
const MOST_FORWARDS: usize = 3;

fn returns_nil(analysis: &Analysis, resolver: &Resolver, call: &Call, result: usize, forwards: usize) -> bool {
    let is_error = |(number, ty): (usize, &Type)| (number != result && ty.is_error()).then_some(number);
    let error = resolver.result_types(call).iter().enumerate().rev().find_map(is_error);
    let functions = match &*resolver.target(call) {
        CallTarget::Functions(functions, _) | CallTarget::Unbound(functions) => functions.clone(),
        CallTarget::Abstract(method) => {
            let implementations = resolver.index.implementations(resolver.package(), method);
            implementations.map_or(Vec::new(), |functions| functions.to_vec())
        }
        _ => return false,
    };
    let is_nil_without_error = |exit: &Exit| exit.is_nil(result) && !error.is_some_and(|error| exit.is_not_nil(error));
    functions.iter().filter(|function| analysis.effects(function).is_none()).any(|function| {
        let key = SummaryKey { callee: FrameRef::of(function), tracked: None, facts: Facts::new(), aim: Aim::Leaks };
        let summary = analysis.summary(key, DEEPEST_CALLS);
        summary.is_some_and(|summary| summary.gave_up || summary.exits.iter().any(is_nil_without_error))
            || forwards > 0 && forwards_nil(analysis, function, result, forwards - 1)
    })
}

/// Whether a function returns the results of such a call: `return fetch(u)`.
fn forwards_nil(analysis: &Analysis, function: &FuncRef, result: usize, forwards: usize) -> bool {
    let Some(body) = function.body() else {
        return false;
    };
    let resolver = Resolver::new(analysis.index, &body, Scope::of_function(analysis.index, function));
    let returns = body.blocks.iter().filter(|block| block.frame == OUTER).filter_map(|block| match &block.end {
        End::Return { span, .. } => Some((block, span)),
        _ => None,
    });
    let mut calls = returns.flat_map(|(block, span)| {
        block.events.iter().filter(|event| span.contains(event.span)).filter_map(|event| match &event.kind {
            EventKind::Call(call) => Some(call),
            _ => None,
        })
    });
    calls.any(|call| {
        let types = resolver.result_types(call);
        types.len() > result && returns_nil(analysis, &resolver, call, result, forwards)
    })
}

fn is_pointer_to_resource(ty: &Type) -> bool {
    matches!(ty, Type::Pointer(_)) && resource_of(ty).is_some()
}

/// The call that would close the response, `resp.Body.Close()`; `None` if no variable holds it, or its type has no such method.
fn close_text(resolver: &Resolver, call: &Call, site: &Site) -> Option<String> {
    let body = resolver.body;
    let mut held = site.outcomes.first()?.results.iter().filter(|(_, _, value)| value.handle.can_close());
    held.find_map(|(result, path, value)| {
        let place = call.results.get(*result).copied().flatten()?;
        if body.slot(place).name.is_empty() {
            return None;
        }
        let ty = resolver.place_type(place);
        let fields = fields_to_close(resolver.index, &ty, path, value.handle)?;
        Some([vec![body.describe(place)], fields, vec!["Close()".to_string()]].concat().join("."))
    })
}

/// The fields that lead from a value of a type to the one with the `Close`; `None` if none do.
pub(super) fn fields_to_close(index: &Index, ty: &Type, path: &[Part], handle: Handle) -> Option<Vec<String>> {
    let closes = |ty: &Type| index.member(ty, "Close").is_some_and(|(_, member)| !matches!(member, Member::Field(_)));
    let field = |ty: &Type, name: &str| match index.member(ty, name)?.1 {
        Member::Field(ty) => Some(ty),
        _ => None,
    };
    if closes(ty) {
        return Some(Vec::new());
    }
    let is_of_body = handle == Handle::Response || matches!(path.last(), Some(Part::Field(name)) if is_closer(name));
    // A response in an embedded field is written as if it were the struct's own.
    let closer = || closers().find(|closer| field(ty, closer).is_some_and(|body| closes(&body)));
    if let Some(closer) = is_of_body.then(closer).flatten() {
        return Some(vec![closer.to_string()]);
    }
    let names = path.iter().filter_map(|part| match part {
        Part::Field(name) => Some(name.to_string()),
        _ => None,
    });
    let mut fields: Vec<String> = names.collect();
    let mut last = fields.iter().try_fold(ty.clone(), |ty, name| field(&ty, name))?;
    if handle == Handle::Response {
        let (closer, body) = closers().find_map(|closer| Some((closer, field(&last, closer)?)))?;
        fields.push(closer.to_string());
        last = body;
    }
    (!fields.is_empty() && closes(&last)).then_some(fields)
}
