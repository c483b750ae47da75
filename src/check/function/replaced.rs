//! Bodies that are lost because another one takes their place in a response that came in as a parameter.
//!
//!     func censor(resp *http.Response) error {      the signature of httputil.ReverseProxy.ModifyResponse
//!         resp.Body = http.NoBody                   the finding: its caller closes the new body only
//!         return nil
//!     }
//!
//! There is no acquisition in such a function. Where visible code calls it with a response of its own, the finding is at the acquisition
//! there, because that code may close the old body itself; see [`super::owners`].

use super::owners::{Modifier, is_left_to_owners};
use super::report::{first_line, frame_name};
use crate::candidates::replacements;
use crate::findings::finding::{Confidence, Finding, FixHint, Step, StepKind};
use crate::findings::messages;
use crate::findings::rule::Rule;
use crate::go::body::{Body, FrameId, OUTER, Part, PlaceId, SlotId};
use crate::ground::source::{Source, Span};
use crate::leak::{Aim, Analysis, DEEPEST_CALLS, Explored, Leak, Walk, live};
use crate::meaning::resource::{RESOURCES, Resource};
use crate::program::Type;
use crate::program::resolve::Resolver;
use crate::task::Checked;
use std::sync::Arc;

/// Adds the findings about bodies of parameters in a declaration at `span`, and returns the cost of the walks.
pub(super) fn report_replaced(
    analysis: &Analysis,
    resolver: &Resolver,
    (source, span): (&Arc<Source>, Span),
    checked: &mut Checked,
) -> usize {
    if replacements(source.slice(span).as_bytes()).is_empty() {
        return 0;
    }
    let mut cost = 0;
    for frame in super::frames(resolver.body) {
        let Some((modifier, resource)) = modifier(resolver, frame) else {
            continue;
        };
        let assignments = assignments(resolver.body, modifier.slot, resource);
        if assignments.is_empty() {
            continue;
        }
        let live = live(resolver.body);
        let walk = Walk { analysis, resolver, live: &live, root: frame, depth: DEEPEST_CALLS, aim: Aim::Leaks };
        let Explored { leaks, gave_up, cost: own, .. } = walk.explore_replacing(modifier.param, assignments);
        cost += own;
        if gave_up || leaks.is_empty() || is_left_to_owners(analysis, resolver, &modifier) {
            continue;
        }
        let variable = &resolver.body.slots[modifier.slot.index()].name;
        let function = frame_name(resolver.body, frame);
        checked.findings.extend(leaks.iter().map(|leak| finding(source, leak, (variable, &function), resource)));
    }
    cost
}

/// A function or literal to whose parameter code from outside may pass a response that it closes afterwards; `None` if its signature
/// shows another purpose.
fn modifier(resolver: &Resolver, frame: FrameId) -> Option<(Modifier, &'static Resource)> {
    let data = &resolver.body.frames[frame.index()];
    let with_body = |ty: &Type| RESOURCES.iter().find(|resource| resource.closer.is_some() && resource.is_pointer(ty));
    let mut found = None;
    for (param, slot) in data.params.iter().enumerate().skip(usize::from(data.has_receiver)) {
        if let Some(resource) = with_body(&resolver.slot_type(*slot)) {
            // Of two responses one may be what the other is made of.
            if found.is_some() || !resolver.is_never_written(*slot) {
                return None;
            }
            found = Some((param, *slot, resource));
        }
    }
    let (param, slot, resource) = found?;
    // `func(resp, ctx) *http.Response`: what comes back is not what came in, and the caller closes both.
    let are_errors = data.results.iter().all(|result| resolver.slot_type(*result).is_error());
    let is_only = data.params.len() == 1 + usize::from(data.has_receiver);
    let is_plain = is_only && data.results.len() == 1;
    let is_read = || is_read(resolver.body, slot, resource);
    let may_be = are_errors && (is_plain || frame == OUTER && is_read());
    may_be.then_some((Modifier { frame, param, slot, is_plain }, resource))
}

/// Whether a place is the body of the response in a variable.
fn is_body_of(body: &Body, place: PlaceId, slot: SlotId, resource: &Resource) -> bool {
    match &body.places[place.index()].part {
        Some((base, Part::Field(name))) => {
            resource.closer == Some(name.as_str())
                && body.places[base.index()].part.is_none()
                && body.slot_of(*base) == slot
        }
        _ => false,
    }
}

/// The assignments to the body of the response in a variable.
fn assignments(body: &Body, slot: SlotId, resource: &Resource) -> Vec<Span> {
    let events = body.blocks.iter().flat_map(|block| &block.events);
    let is_one = |place: PlaceId| is_body_of(body, place, slot, resource);
    events.filter(|event| event.kind.writes().into_iter().any(is_one)).map(|event| event.span).collect()
}

/// Whether a call gets the body of the response in a variable.
fn is_read(body: &Body, slot: SlotId, resource: &Resource) -> bool {
    let mut reads = body.blocks.iter().flat_map(|block| &block.events).flat_map(|event| event.kind.reads());
    reads.any(
        |operand| matches!(operand, crate::go::body::Operand::Place(place) if is_body_of(body, *place, slot, resource)),
    )
}

fn finding(
    source: &Arc<Source>,
    leak: &Leak,
    (variable, function): (&str, &str),
    resource: &'static Resource,
) -> Finding {
    let span = first_line(source, leak.span);
    Finding {
        rule: Rule::OverwrittenResponse,
        source: source.clone(),
        span,
        function: function.to_string(),
        callee: variable.to_string(),
        message: messages::replaced(resource, variable),
        steps: vec![Step { kind: StepKind::Leak, span, text: messages::leak_label(leak.how, resource) }],
        other_exits: 0,
        blame: None,
        help: messages::replaced_help(resource, variable),
        confidence: if leak.is_guess { Confidence::Medium } else { Confidence::High },
        dependency: None,
        fix_hint: FixHint::default(),
        edit: None,
        resource: Some(resource),
    }
}
