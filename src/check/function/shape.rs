//! The shape of a leak, as far as its help depends on it.
//!
//!     resp, err := c.Do(req)
//!     if quiet { return nil }     // above the error check, so that `defer` after the check would not help
//!     if err != nil { return err }

use super::fix_hint::fields_to_close;
use crate::findings::advice::{ErrorCheck, Shape};
use crate::findings::finding::FixHint;
use crate::go::body::{BlockId, Body, Call, Callee, End, EventKind, Mode, OUTER, PlaceId, Test};
use crate::go::lex::has_word;
use crate::ground::source::{Source, Span};
use crate::leak::{Leak, Site};
use crate::program::Type;
use crate::program::resolve::Resolver;
use std::collections::BTreeSet;

/// The shape of a leak of what a call acquires.
pub(super) fn shape_of(
    (resolver, source): (&Resolver, &Source),
    (site, call, span): (&Site, &Call, Span),
    leak: &Leak,
    hint: &FixHint,
) -> Shape {
    let body = resolver.body;
    let resource = site.resource(resolver);
    let frame = body.blocks[site.block.index()].frame;
    let variable = hint.close.as_deref().and_then(|close| close.split('.').next()).unwrap_or_default();
    let held = site.outcomes.first().and_then(|outcome| outcome.place());
    let place = held.and_then(|(result, _)| call.results.get(result).copied().flatten());
    let is_outer = place.is_some_and(|place| body.slot(place).frame != frame);
    let fields = fields_of_result(resolver, call, site);
    let is_closer = resource.closer.is_some() && fields.as_ref().is_some_and(Vec::is_empty);
    let name = if is_closer { resource.part } else { resource.variables[0] };
    let is_pointer = place.is_some_and(|place| matches!(resolver.place_type(place), Type::Pointer(_)));
    let goes_on = error_place(resolver, call).is_some_and(|error| goes_on_after_error(body, site.block, error));
    Shape {
        resource,
        close: hint.close.clone(),
        line: source.line(span.start),
        error: error_check(resolver, source, call, span, leak),
        how: leak.how,
        variables: variables(resolver, call, held.map_or(0, |(result, _)| result), name),
        close_of_result: fields
            .map(|fields| [vec![name.to_string()], fields, vec!["Close()".to_string()]].concat().join(".")),
        is_returned: held.is_some(),
        is_closer,
        is_in_loop: is_in_loop(body, site.block),
        is_escaped: hint.is_escaped,
        may_be_nil: hint.may_be_nil && hint.is_response || goes_on && is_pointer,
        is_used_at_end: !variable.is_empty() && has_word(source.slice(leak.span).as_bytes(), variable.as_bytes()),
        is_in_hook: frame != OUTER && is_outer && is_in_hook(source, span),
        is_of_outer: frame != OUTER && is_outer,
        is_in_goroutine: place.is_some_and(|place| is_captured_by_goroutine(body, place)),
        test: test_of_helper(body, source),
    }
}

/// The fields that lead from the result that holds the response to what has the `Close`; `None` if none do.
fn fields_of_result(resolver: &Resolver, call: &Call, site: &Site) -> Option<Vec<String>> {
    let mut held = site.outcomes.first()?.results.iter().filter(|(_, _, value)| value.handle.can_close());
    let types = resolver.result_types(call);
    held.find_map(|(result, path, value)| fields_to_close(resolver.index, types.get(*result)?, path, value.handle))
}

/// The variable for the error of a call.
fn error_place(resolver: &Resolver, call: &Call) -> Option<PlaceId> {
    let place = call.results.last().copied().flatten()?;
    resolver.place_type(place).is_error().then_some(place)
}

/// Whether the first check of an error does not leave: `if err != nil { t.Error(err) }`.
fn goes_on_after_error(body: &Body, start: BlockId, error: PlaceId) -> bool {
    let branch = |block: &BlockId| match body.blocks[block.index()].end {
        End::Branch { test: Test::IsNil(place), yes, no, .. } if place == error => Some((yes, no)),
        _ => None,
    };
    let first = reachable(body, start, None).into_iter().find_map(|block| branch(&block));
    // A `continue` leaves: the next iteration calls again.
    first.is_some_and(|(nil, not_nil)| {
        let after = |block| reachable(body, block, Some(start));
        // An `else` that is not written is an empty block.
        let is_filled = |block: &BlockId| {
            let block = &body.blocks[block.index()];
            !block.events.is_empty() || !matches!(block.end, End::Goto(_))
        };
        after(nil).into_iter().find(is_filled).is_some_and(|joined| after(not_nil).contains(&joined))
    })
}

/// A block and those after it, the nearest first, without those behind `end`.
fn reachable(body: &Body, start: BlockId, end: Option<BlockId>) -> Vec<BlockId> {
    let mut found = vec![start];
    let mut seen = BTreeSet::from([start]);
    let mut next = 0;
    while let Some(block) = found.get(next).copied() {
        next += 1;
        if Some(block) != end {
            let more = body.blocks[block.index()].end.successors();
            found.extend(more.into_iter().filter(|block| seen.insert(*block)));
        }
    }
    found
}

/// Whether a goroutine of the function mentions a variable: `go func() { io.Copy(w, resp.Body) }()`.
fn is_captured_by_goroutine(body: &Body, place: PlaceId) -> bool {
    let slot = body.places[place.index()].slot;
    body.blocks.iter().flat_map(|block| &block.events).any(|event| match &event.kind {
        EventKind::Call(call) if call.mode == Mode::Go => match call.callee {
            Callee::Frame(frame) => body.frames[frame.index()].captures.contains(&slot),
            _ => false,
        },
        _ => false,
    })
}

/// How the error of a call is looked at before the response leaks.
fn error_check(resolver: &Resolver, source: &Source, call: &Call, span: Span, leak: &Leak) -> ErrorCheck {
    let types = resolver.result_types(call);
    if types.len() < 2 || !types.last().is_some_and(crate::program::Type::is_error) {
        return ErrorCheck::None;
    }
    let place = call.results.last().copied().flatten();
    let name = place.map_or("", |place| resolver.body.slot(place).name.as_str());
    let between = Span { start: span.end, end: leak.span.start.max(span.end) };
    match !name.is_empty() && has_word(source.slice(between).as_bytes(), name.as_bytes()) {
        true => ErrorCheck::Before,
        false => ErrorCheck::Later,
    }
}

/// The variables for the results of a call: those that are written, and one for the response.
fn variables(resolver: &Resolver, call: &Call, held: usize, response: &str) -> String {
    let types = resolver.result_types(call);
    let count = types.len().max(call.results.len()).max(held + 1);
    let name = |number: usize| {
        let place = call.results.get(number).copied().flatten();
        let written = place.map_or("", |place| resolver.body.slot(place).name.as_str());
        match types.get(number) {
            _ if !written.is_empty() => written.to_string(),
            _ if number == held => response.to_string(),
            Some(ty) if ty.is_error() => "err".to_string(),
            _ => "_".to_string(),
        }
    };
    // Without types, the usual form.
    match types.is_empty() {
        true => format!("{response}, err"),
        false => (0..count).map(name).collect::<Vec<_>>().join(", "),
    }
}

/// Whether a block can be reached again from itself.
fn is_in_loop(body: &Body, block: BlockId) -> bool {
    let mut seen = BTreeSet::new();
    let mut open: Vec<BlockId> = body.blocks[block.index()].end.successors().to_vec();
    while let Some(next) = open.pop() {
        if next == block {
            return true;
        }
        if seen.insert(next) {
            open.extend(body.blocks[next.index()].end.successors());
        }
    }
    false
}

/// The functions of Ginkgo that run before a test, and those that hold other code.
const HOOKS: [&str; 4] = ["BeforeEach(", "BeforeAll(", "BeforeSuite(", "JustBeforeEach("];
const OTHERS: [&str; 6] = ["It(", "Specify(", "Entry(", "AfterEach(", "Describe(", "Context("];

/// Whether a call stands in a hook.
fn is_in_hook(source: &Source, span: Span) -> bool {
    let before = source.slice(Span { start: 0, end: span.start });
    let last = |names: &[&str]| names.iter().filter_map(|name| before.rfind(name)).max();
    last(&HOOKS).is_some_and(|hook| last(&OTHERS).is_none_or(|other| other < hook))
}

/// The `t` of a function in a test file that is no test itself.
fn test_of_helper(body: &Body, source: &Source) -> Option<String> {
    let is_test = ["Test", "Benchmark", "Fuzz", "Example"].iter().any(|start| body.name.starts_with(start));
    if is_test || !source.shown.ends_with("_test.go") {
        return None;
    }
    let mut params = body.frames[OUTER.index()].params.iter().map(|slot| &body.slots[slot.index()].name);
    params.find(|name| matches!(name.as_str(), "t" | "tb" | "b")).map(|name| name.to_string())
}
