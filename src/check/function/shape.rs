//! The shape of a leak, as far as its help depends on it.
//!
//!     resp, err := c.Do(req)
//!     if quiet { return nil }     // above the error check, so that `defer` after the check would not help
//!     if err != nil { return err }

use crate::findings::advice::{ErrorCheck, Shape};
use crate::findings::finding::FixHint;
use crate::go::body::{BlockId, Body, Call, FrameId, OUTER};
use crate::go::lex::has_word;
use crate::ground::source::{Source, Span};
use crate::leak::{Handle, Leak, Site};
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
    let handle = site.outcomes.first().and_then(|outcome| outcome.results.first()).map(|(_, _, value)| value.handle);
    let is_closer = handle == Some(Handle::Body) && held.is_some_and(|(_, path)| path.is_empty());
    let name = if is_closer { resource.part } else { resource.variables[0] };
    Shape {
        resource,
        close: hint.close.clone(),
        line: source.line(span.start),
        error: error_check(resolver, source, call, span, leak),
        how: leak.how,
        variables: variables(resolver, call, held.map_or(0, |(result, _)| result), name),
        is_closer,
        is_in_loop: is_in_loop(body, site.block),
        is_escaped: hint.is_escaped,
        may_be_nil: hint.may_be_nil && hint.is_response,
        is_used_at_end: !variable.is_empty() && has_word(source.slice(leak.span).as_bytes(), variable.as_bytes()),
        is_in_hook: frame != OUTER && is_filled_in_hook(body, source, call, frame, span),
        test: test_of_helper(body, source),
    }
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

/// Whether a variable of an outer function is filled in a hook.
fn is_filled_in_hook(body: &Body, source: &Source, call: &Call, frame: FrameId, span: Span) -> bool {
    let is_outer = |place: &crate::go::body::PlaceId| body.slot(*place).frame != frame;
    if !call.results.iter().flatten().any(is_outer) {
        return false;
    }
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
