//! BG008: from a walk for reads to a finding.
//!
//!     resp, err := fetch(u)               step 1: this call returns the response
//!         defer cancel()                  step 2, in `fetch`: cancels the context of the request when it returns
//!     return io.ReadAll(resp.Body)        step 3: the body is read here
//!
//! A step lies in the file of the finding. Where the function that closes is in another file, the step is at the call, and its text
//! names the place.

use super::fix_hint::fix_hint;
use super::report::{MOST_STEPS, callee_text, first_line, frame_name};
use crate::findings::finding::{Confidence, Finding, FixHint, Step, StepKind};
use crate::findings::messages;
use crate::findings::rule::Rule;
use crate::go::body::{EventKind, PlaceId};
use crate::ground::source::{Source, Span};
use crate::leak::{Explored, Release, Site};
use crate::program::FuncRef;
use crate::program::resolve::Resolver;
use crate::task::Checked;
use std::sync::Arc;

/// Adds the finding of a call whose response is read after it was closed.
pub(super) fn report_reads(
    (resolver, source): (&Resolver, &Arc<Source>),
    site: &Site,
    explored: &Explored,
    checked: &mut Checked,
) {
    let block = &resolver.body.blocks[site.block.index()];
    let event = &block.events[site.event];
    let EventKind::Call(call) = &event.kind else {
        return;
    };
    let Some((leak, read)) = explored.leaks.iter().find_map(|leak| Some((leak, leak.read.as_deref()?))) else {
        return;
    };
    if expects_failure(resolver, read.release.is_cancel) {
        return;
    }
    let resource = site.resource(resolver);
    let opened = first_line(source, event.span);
    let is_wrapper = site.outcomes.iter().any(|outcome| outcome.released.is_some());
    let wrapper = read.release.function.as_ref().filter(|_| is_wrapper);
    let label = messages::release_label(&read.release, resource, is_wrapper, source);
    let span = first_line(source, span_of_release(&read.release, wrapper, opened, source));
    let released = Step { kind: StepKind::Released, span, text: label };
    let mut steps: Vec<Step> = Vec::new();
    for condition in leak.witness.iter().filter(|condition| !leak.span.contains(condition.span())) {
        let span = first_line(source, condition.span());
        let step = Step { kind: StepKind::Branch, span, text: messages::condition_label(condition, source) };
        if steps.last() != Some(&step) {
            steps.push(step);
        }
    }
    let before = match wrapper {
        Some(_) => 0,
        None => steps.iter().take_while(|step| step.span.start < released.span.start).count(),
    };
    steps.insert(before, released);
    while steps.len() + 2 > MOST_STEPS
        && let Some(branch) = steps.iter().position(|step| step.kind == StepKind::Branch)
    {
        steps.remove(branch);
    }
    steps.insert(0, Step { kind: StepKind::Opened, span: opened, text: messages::read_opened_label(resource) });
    let text = messages::read_label(read.reader.as_ref(), resource);
    steps.push(Step { kind: StepKind::Read, span: first_line(source, leak.span), text });
    let callee = callee_text(source, call.callee_span);
    let close = fix_hint(resolver, call, explored, site).close;
    let line = source.line(opened.start);
    let help = messages::read_help(&read.release, wrapper, resource).unwrap_or_else(|| {
        messages::help(Rule::ReadAfterClose, resource, close.as_deref(), line, call.results.len() > 1)
    });
    let is_guess = leak.is_guess || site.outcomes.iter().all(|outcome| outcome.is_guess);
    checked.findings.push(Finding {
        rule: Rule::ReadAfterClose,
        source: source.clone(),
        span: opened,
        function: frame_name(resolver.body, block.frame),
        message: messages::read_after_release(resource, &callee, &read.release),
        callee,
        steps,
        other_exits: 0,
        blame: None,
        help,
        confidence: if is_guess { Confidence::Medium } else { Confidence::High },
        dependency: None,
        fix_hint: FixHint::default(),
        edit: None,
        resource: Some(resource),
    });
}

/// Whether the function knows the error with which a read after the release fails: `errors.Is(err, context.Canceled)`.
fn expects_failure(resolver: &Resolver, is_cancel: bool) -> bool {
    let error = match is_cancel {
        true => ("context", "Canceled"),
        false => ("net/http", "ErrBodyReadAfterClose"),
    };
    let places = (0..resolver.body.places.len()).filter_map(|place| u32::try_from(place).ok()).map(PlaceId);
    places.into_iter().any(|place| resolver.is_global(place, error.0, error.1))
}

/// The place of a release: where it is written, if that is in this file, else the call of the function that has it.
fn span_of_release(release: &Release, wrapper: Option<&FuncRef>, call: Span, source: &Source) -> Span {
    match wrapper {
        Some(function) if function.file().source.shown != source.shown => call,
        _ => release.span,
    }
}
