//! The walks for the responses of one body, as text: the output of `debug paths`.

use crate::findings::messages;
use crate::go::body::{EventKind, FrameId, OUTER};
use crate::ground::source::{Source, Span};
use crate::leak::{Aim, Analysis, DEEPEST_CALLS, Explored, Facts, Goal, Site, Walk, explore_traced, live, sites};
use crate::program::resolve::Resolver;
use std::fmt::Write;

/// One paragraph for each call that acquires a response.
pub(super) fn of_body(analysis: &Analysis, resolver: &Resolver, source: &Source) -> String {
    let mut text = String::new();
    let live = live(resolver.body);
    for frame in 0..resolver.body.frames.len() {
        let frame = FrameId(u32::try_from(frame).unwrap_or(u32::MAX));
        for site in sites(analysis, resolver, frame, DEEPEST_CALLS).sites {
            if !text.is_empty() {
                text.push('\n');
            }
            let _ = writeln!(text, "{}", heading(resolver, source, &site));
            let from = |root| Walk { analysis, resolver, live: &live, root, depth: DEEPEST_CALLS, aim: Aim::Leaks };
            let explored = trace(&from(OUTER), source, &site, &mut text);
            if frame != OUTER && (!explored.is_reached || explored.gave_up) {
                let _ = writeln!(text, "  not reached from the entry of f0; from that of f{}:", frame.0);
                trace(&from(frame), source, &site, &mut text);
            }
        }
    }
    text
}

/// `http.Get at client.go:12:15, event 2 of b0, only by its signature`
fn heading(resolver: &Resolver, source: &Source, site: &Site) -> String {
    let event = &resolver.body.blocks[site.block.index()].events[site.event];
    let callee = match &event.kind {
        EventKind::Call(call) => source.slice(call.callee_span).lines().next().unwrap_or(""),
        _ => "",
    };
    let is_guess = site.outcomes.iter().all(|outcome| outcome.is_guess);
    let guess = if is_guess { ", by its signature" } else { "" };
    format!("{callee} at {}, event {} of b{}{guess}", position(source, event.span), site.event, site.block.0)
}

fn position(source: &Source, span: Span) -> String {
    let position = source.position(span.start);
    format!("{}:{}:{}", source.shown, position.line, position.column)
}

/// Writes the nodes of a walk for a response, and its result.
fn trace(walk: &Walk, source: &Source, site: &Site, text: &mut String) -> Explored {
    let (explored, lines) = explore_traced(walk, Goal::Site(site.clone()), &Facts::new());
    for line in lines {
        let _ = writeln!(text, "  {line}");
    }
    for leak in &explored.leaks {
        let label = messages::leak_label(leak.how, site.resource(walk.resolver));
        let _ = writeln!(text, "  leaks at {}: {label}", position(source, leak.span));
    }
    let verdicts = [
        (explored.is_discharged, "discharged or escaped on some path"),
        (!explored.acquired.is_empty(), "returned to the caller"),
        (explored.is_left_outside, "left in a variable of an enclosing function"),
        (explored.reach.is_cut(), "a callee is beyond the depth limit"),
        (explored.gave_up, "given up: too many states"),
    ];
    for (_, verdict) in verdicts.iter().filter(|(holds, _)| *holds) {
        let _ = writeln!(text, "  {verdict}");
    }
    explored
}
