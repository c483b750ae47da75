//! The type of the expression at one offset, and the callee of a call: the output of `debug type`.
//!
//!     resp, err := c.hc.Do(req)     at `hc`: c.hc: *http.Client; at `Do`: the types of the results, and the callee
//!
//! A Body has no tree. Names are read from the text, `c.hc.Do` up to the word at the offset, and belong to the variable that the
//! smallest event around the offset mentions; where no such name stands, the smallest call around it is described.

use crate::go::body::{Body, Call, Event, EventKind, Part, PlaceId, SlotId, SlotKind};
use crate::go::lex;
use crate::go::lower::event_places;
use crate::go::outline::Name;
use crate::ground::source::{Source, Span};
use crate::leak::{Analysis, DEEPEST_CALLS, sites};
use crate::program::resolve::{CallTarget, Resolver};
use crate::program::{FuncRef, Type};
use std::fmt::Write;

/// Lines about the expression; `None` if there is none.
pub(super) fn at(analysis: &Analysis, resolver: &Resolver, source: &Source, offset: u32) -> Option<String> {
    let body = resolver.body;
    let path = dotted_path(source.text(), offset as usize);
    let call = smallest_call(body, offset);
    let called = call.filter(|(_, call)| {
        // On the callee's last name, or where no name stands: `(`, a literal.
        path.as_ref().is_none_or(|path| path.end == call.callee_span.end)
    });
    let mut text = String::new();
    if let Some((event, call)) = called {
        describe_call(analysis, resolver, source, event, call, &mut text);
        return Some(text);
    }
    let path = path?;
    let place = find_place(body, &path.names, offset)?;
    let mut names = place.1.iter();
    let ty = names.try_fold(place.0, |place, name| body.find_part(place, &Part::Field(name.clone())));
    let ty = ty.map_or(Type::Unknown, |place| resolver.place_type(place));
    let _ = writeln!(text, "{}: {ty}", path.names.join("."));
    Some(text)
}

/// The names of an expression such as `c.hc.Do`.
struct DottedName {
    names: Vec<String>,
    /// The offset after the last name, in bytes.
    end: u32,
}

/// The names joined by dots up to the word at an offset.
fn dotted_path(text: &str, offset: usize) -> Option<DottedName> {
    let bytes = text.as_bytes();
    let is_word = |at: usize| bytes.get(at).copied().is_some_and(lex::is_word);
    if !is_word(offset) {
        return None;
    }
    let end = (offset..).find(|at| !is_word(*at))?;
    let mut start = offset;
    while start > 0 && (is_word(start - 1) || bytes[start - 1] == b'.' && start > 1 && is_word(start - 2)) {
        start -= 1;
    }
    let written = text.get(start..end)?;
    // A name after `f().` is no variable, nor is a number.
    let follows_dot = start > 0 && bytes[start - 1] == b'.';
    if follows_dot || written.starts_with(|letter: char| letter.is_ascii_digit()) {
        return None;
    }
    Some(DottedName { names: written.split('.').map(str::to_string).collect(), end: u32::try_from(end).ok()? })
}

fn covers(span: Span, offset: u32) -> bool {
    span.start <= offset && offset < span.end
}

fn events(body: &Body) -> impl Iterator<Item = &Event> {
    body.blocks.iter().flat_map(|block| &block.events)
}

fn smallest_call(body: &Body, offset: u32) -> Option<(&Event, &Call)> {
    let calls = events(body).filter_map(|event| match &event.kind {
        EventKind::Call(call) if covers(event.span, offset) => Some((event, &**call)),
        _ => None,
    });
    calls.min_by_key(|(event, _)| event.span.end - event.span.start)
}

/// The place of the first name, and the names after it.
fn find_place(body: &Body, names: &[String], offset: u32) -> Option<(PlaceId, Vec<Name>)> {
    let (first, rest) = names.split_first()?;
    let is_named = |slot: SlotId| body.slots[slot.index()].name == first.as_str();
    let mut around: Vec<&Event> = events(body).filter(|event| covers(event.span, offset)).collect();
    around.sort_by_key(|event| event.span.end - event.span.start);
    let declared = |event: &Event| match event.kind {
        EventKind::Declare(slot) => Some(slot),
        _ => None,
    };
    let mentioned = around.iter().find_map(|event| {
        let slots = event_places(&event.kind).into_iter().map(|place| body.slot_of(place));
        slots.chain(declared(event)).find(|slot| is_named(*slot))
    });
    // In a condition: the variable of that name that was declared last before it.
    let last_declared = || {
        let before = events(body).filter(|event| event.span.start <= offset);
        let declared = before.filter_map(|event| Some((event.span.start, declared(event)?)));
        declared.filter(|(_, slot)| is_named(*slot)).max_by_key(|(start, _)| *start).map(|(_, slot)| slot)
    };
    let any = || {
        let slots = (0..body.slots.len()).map(|slot| SlotId(u32::try_from(slot).unwrap_or(u32::MAX)));
        slots.filter(|slot| is_named(*slot)).min_by_key(|slot| body.slots[slot.index()].kind == SlotKind::Global)
    };
    let slot = mentioned.or_else(last_declared).or_else(any)?;
    Some((body.root(slot), rest.iter().map(Name::new).collect()))
}

fn describe_call(
    analysis: &Analysis,
    resolver: &Resolver,
    source: &Source,
    event: &Event,
    call: &Call,
    text: &mut String,
) {
    let types: Vec<String> = resolver.result_types(call).iter().map(Type::to_string).collect();
    let callee = source.slice(call.callee_span).lines().next().unwrap_or("");
    let _ = writeln!(text, "{callee}(..): ({})", types.join(", "));
    let _ = writeln!(text, "calls {}", target_text(&resolver.target(call)));
    let body = resolver.body;
    let frame = body.blocks.iter().find(|block| block.events.iter().any(|own| std::ptr::eq(own, event)));
    let Some(frame) = frame.map(|block| block.frame) else {
        return;
    };
    let sites = sites(analysis, resolver, frame, DEEPEST_CALLS).sites;
    let is_here = |site: &&crate::leak::Site| std::ptr::eq(&body.blocks[site.block.index()].events[site.event], event);
    for site in sites.iter().filter(is_here) {
        let guess = if site.outcomes.iter().all(|outcome| outcome.is_guess) { ", by its signature" } else { "" };
        let result = site.outcomes.first().and_then(|outcome| outcome.place()).map_or(0, |(result, _)| result);
        let _ = writeln!(text, "acquires a response in result {result}{guess}");
    }
}

fn target_text(target: &CallTarget) -> String {
    let names = |functions: &[FuncRef]| {
        let name =
            |function: &FuncRef| format!("{}{}", function.full_name(), if function.is_stub() { " (stub)" } else { "" });
        let mut names: Vec<String> = functions.iter().map(name).collect();
        names.dedup();
        names.join(" or ")
    };
    match target {
        CallTarget::Functions(functions, _) => names(functions),
        CallTarget::Unbound(functions) => format!("{}, with its receiver as first argument", names(functions)),
        CallTarget::Abstract(method) => match &method.interface {
            Some(interface) => {
                format!("method {} of interface {}.{}", method.name, interface.package.path, interface.name)
            }
            None => format!("method {} of an interface", method.name),
        },
        CallTarget::Unseen(method) => format!("a method of an unseen type, like {}", method.full_name()),
        CallTarget::Value(func) => format!("a value of type func{}", func.signature),
        CallTarget::Frame(frame) => format!("the function literal f{}", frame.0),
        CallTarget::Builtin(name) => format!("the predeclared function {name}"),
        CallTarget::Convert(ty) => format!("nothing: a conversion to {ty}"),
        CallTarget::Standard => {
            "a function of the standard library that neither keeps nor closes its arguments".to_string()
        }
        CallTarget::Unknown => "something unknown".to_string(),
    }
}
