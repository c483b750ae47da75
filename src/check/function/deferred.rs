//! Deferred literals that close what a variable holds when the function returns, and so only its last response.
//!
//!     resp, err := http.Get(u)
//!     defer func() { resp.Body.Close() }()    reads `resp` when the function returns
//!     resp, err = http.Get(v)                 the response of `u` is lost: nothing closes it
//!
//! With `defer resp.Body.Close()` the body is evaluated where the statement stands. Such a literal looks as if it closed the response
//! that is lost, so the finding names it.

use crate::go::body::{BlockId, Body, Call, Callee, EventKind, FrameId, Mode, Operand, Part, PlaceId, SlotId};
use crate::ground::source::Span;
use crate::leak::{Leak, LeakKind, Site};
use crate::program::resolve::{CallTarget, Resolver};

/// An event: its block, and its number in it.
type Point = (BlockId, usize);

/// The `defer` of a literal that closes what the variable holds when the function returns, if the path of a leak passes it and the
/// leak is that this variable is overwritten; and the name of the variable.
pub(super) fn closes_last(resolver: &Resolver, site: &Site, call: &Call, leak: &Leak) -> Option<(Span, String)> {
    if !matches!(leak.how, LeakKind::Overwritten | LeakKind::NextIteration) {
        return None;
    }
    let body = resolver.body;
    let (result, _) = site.outcomes.first()?.place()?;
    let held = call.results.get(result).copied().flatten()?;
    let slot = body.slot_of(held);
    let lost = events(body).find(|(_, kind, span)| *span == leak.span && writes(body, kind, slot))?.0;
    let opened = (site.block, site.event);
    let deferred = events(body).find(|(at, kind, _)| {
        let frame = deferred_literal(resolver, kind);
        frame.is_some_and(|frame| closes_captured(body, frame, slot)) && is_passed(body, *at, opened, lost)
    })?;
    let name = body.slots[slot.index()].name.to_string();
    (!name.is_empty()).then_some((deferred.2, name))
}

fn events(body: &Body) -> impl Iterator<Item = (Point, &EventKind, Span)> {
    (0_u32..).map(BlockId).zip(&body.blocks).flat_map(|(number, block)| {
        block.events.iter().enumerate().map(move |(event, content)| ((number, event), &content.kind, content.span))
    })
}

fn writes(body: &Body, event: &EventKind, slot: SlotId) -> bool {
    event.writes().iter().any(|place| body.slot_of(*place) == slot)
}

/// The literal of the body that an event defers: `defer func() {..}()`, and `defer end()` for `end := func() {..}`.
fn deferred_literal(resolver: &Resolver, event: &EventKind) -> Option<FrameId> {
    let EventKind::Call(call) = event else {
        return None;
    };
    match (&*resolver.target(call), call.mode) {
        (CallTarget::Frame(frame), Mode::Defer) => Some(*frame),
        _ => None,
    }
}

/// Whether a literal closes what a variable around it holds: `resp.Body.Close()`, or a helper that says so, `closeBody(resp)`.
fn closes_captured(body: &Body, literal: FrameId, slot: SlotId) -> bool {
    let is_outside = !body.is_within(body.slots[slot.index()].frame, literal);
    let is_of_slot = |place: &PlaceId| body.slot_of(*place) == slot;
    let closes = |call: &Call| {
        let Callee::Place(callee) = call.callee else {
            return false;
        };
        let name = match &body.places[callee.index()].part {
            Some((_, Part::Field(name))) => name,
            _ => &body.slot(callee).name,
        };
        let is_given = call.args.iter().any(|arg| matches!(arg, Operand::Place(place) if is_of_slot(place)));
        (is_of_slot(&callee) || is_given) && name.to_ascii_lowercase().contains("close")
    };
    is_outside
        && events(body).any(|((block, _), kind, _)| {
            body.is_within(body.blocks[block.index()].frame, literal)
                && matches!(kind, EventKind::Call(call) if closes(call))
        })
}

/// Whether each path to `lost` that comes by `opened` passes an event.
fn is_passed(body: &Body, event: Point, opened: Point, lost: Point) -> bool {
    let frame = body.blocks[opened.0.index()].frame;
    let entry = (body.frames[frame.index()].entry, 0);
    body.blocks[event.0.index()].frame == frame
        && (!is_reached(body, (opened.0, opened.1 + 1), lost, event) || !is_reached(body, entry, opened, event))
}

/// Whether a path from a point leads to an event without passing another one.
fn is_reached(body: &Body, from: Point, to: Point, without: Point) -> bool {
    let mut visited = vec![false; body.blocks.len()];
    let mut stack = vec![from];
    while let Some((block, first)) = stack.pop() {
        let is_ahead = |point: Point| point.0 == block && point.1 >= first;
        let is_barred = is_ahead(without) && !(is_ahead(to) && to.1 < without.1);
        if is_barred {
            continue;
        }
        if is_ahead(to) {
            return true;
        }
        for next in body.blocks[block.index()].end.successors() {
            if !std::mem::replace(&mut visited[next.index()], true) {
                stack.push((next, 0));
            }
        }
    }
    false
}
