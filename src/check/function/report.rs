//! From an explored acquisition to findings, problems and counters.
//!
//!     resp, err := http.Get(u)                    step 1: this response body has to be closed
//!     if err != nil { return err }
//!     if resp.StatusCode != 200 { return nil }    step 2: when this is true; step 3: returns with the body open
//!
//! The sentences are those of [`messages`]; suppressions and rules that are off are applied later.

use super::deferred::closes_last;
use super::dependency::dependency_of;
use super::fix_hint::{fix_hint, may_be_nil};
use super::shape::shape_of;
use super::{ExploredCall, TOO_DEEP};
use crate::check::before_check::use_before_check;
use crate::findings::advice::{Shape, advice};
use crate::findings::finding::{Blame, Confidence, Dependency, Finding, FixHint, Step, StepKind};
use crate::findings::messages;
use crate::findings::rule::Rule;
use crate::go::body::{Body, Call, Callee, Event, EventKind, FrameId, Mode, OUTER};
use crate::go::lex::{self, TokenKind};
use crate::ground::problem::{Problem, ProblemKind};
use crate::ground::source::{Source, Span};
use crate::leak::{Analysis, Explored, Leak, LeakKind, PathCondition, ranged};
use crate::meaning::resource::Resource;
use crate::program::resolve::{CallTarget, Resolver};
use crate::task::Checked;
use std::sync::Arc;

/// Adds the findings of one acquisition, its problems, and its part in the statistics.
pub(super) fn report(
    analysis: &Analysis,
    (resolver, source): (&Resolver, &Arc<Source>),
    acquisition: &ExploredCall,
    checked: &mut Checked,
) {
    let body = resolver.body;
    let ExploredCall { explored, site, contract } = acquisition;
    let event = &body.blocks[site.block.index()].events[site.event];
    let iteration = iteration_as_call(resolver, event);
    let call = match (&event.kind, &iteration) {
        (EventKind::Call(call), _) => &**call,
        (_, Some(call)) => call,
        _ => return,
    };
    checked.count("acquisitions", 1);
    checked.count(kind_of_callee(&resolver.target(call)), 1);
    checked.count("calls without source that take a response", explored.unknown_takers);
    explored.taken_by.iter().for_each(|path| *checked.taking_packages.entry(path.to_string()).or_default() += 1);
    checked.count(TOO_DEEP, u64::from(explored.reach.is_cut()));
    let verdict = verdict(explored);
    if explored.gave_up {
        checked.count("given up", 1);
        // What was lost until then is lost.
        if verdict.is_none() {
            checked.problems.push(given_up(source, event.span, explored, site.resource(resolver)));
            return;
        }
    }
    let is_guess = verdict.is_some_and(|(_, leak)| leak.is_guess);
    let subject = Subject {
        source,
        function: frame_name(body, body.blocks[site.block.index()].frame),
        callee: callee_text(source, call.callee_span),
        call: first_line(source, event.span),
        has_error: call.results.len() > 1,
        resource: site.resource(resolver),
        fix_hint: fix_hint(resolver, call, explored, site),
        may_be_nil: &|| may_be_nil(analysis, resolver, call, site),
        is_guess: is_guess || site.outcomes.iter().all(|outcome| outcome.is_guess),
        dependency: &|| dependency_of(resolver, call),
        shape: &|leak, hint| shape_of((resolver, source), (site, call, event.span), leak, hint),
    };
    if let Some((rule, leak)) = verdict {
        let is_closed_by_callee =
            || rule == Rule::NeverClosed && callee_closes(analysis, &resolver.target(call), explored);
        let rule = if is_closed_by_callee() { Rule::LeaksOnPath } else { rule };
        let others = explored.leaks.len() + explored.error_exits.len() - 1;
        let blame = match contract {
            Some(witness) if leak.comes_with_error => Some(Blame::Contract(witness.clone())),
            _ => explored.leaks.is_empty().then_some(Blame::ErrorExit),
        };
        let closes_last = closes_last(resolver, site, call, leak);
        checked.findings.push(subject.leak(rule, leak, others, blame, closes_last.as_ref()));
    }
    let closes_in_loop = if explored.leaks.is_empty() { &explored.deferred_in_loop[..] } else { &[] };
    for span in closes_in_loop {
        checked.findings.push(subject.use_of_response(Rule::DeferInLoop, *span, messages::DEFERRED_IN_LOOP));
    }
    if let Some(span) = use_before_check(resolver, site, call) {
        checked.findings.push(subject.use_of_response(Rule::ClosedBeforeCheck, span, messages::USED_BEFORE_CHECK));
    }
}

/// The acquisition of a range loop, in which the loop gets an element of an iterator, as a call of that iterator.
fn iteration_as_call(resolver: &Resolver, event: &Event) -> Option<Call> {
    let (_, iterator) = ranged(event)?;
    let body = resolver.body;
    let made = body.blocks.iter().flat_map(|block| &block.events).find_map(|event| match &event.kind {
        EventKind::Call(call) if call.results.contains(&Some(iterator)) => Some(call.callee_span),
        _ => None,
    });
    Some(Call {
        callee: Callee::Place(iterator),
        type_args: Vec::new(),
        args: Vec::new(),
        is_spread: false,
        results: event.kind.writes().into_iter().map(Some).collect(),
        is_tuple: false,
        mode: Mode::Now,
        is_statement: false,
        callee_span: made.unwrap_or(event.span),
        shape: None,
    })
}

/// The problem of an acquisition that was not followed to the end.
fn given_up(source: &Source, call: Span, explored: &Explored, resource: &Resource) -> Problem {
    let noun = resource.noun;
    let position = source.position(call.start);
    Problem {
        path: source.shown.to_string(),
        position: Some((position.line, position.column)),
        kind: ProblemKind::GivenUp,
        message: match explored.cost {
            0 => format!("the other {noun}s of the function or file took too much work; this one was not followed"),
            _ => format!("the function has too many paths; this {noun} was not followed to the end"),
        },
    }
}

/// How the callee of an acquisition is known.
fn kind_of_callee(target: &CallTarget) -> &'static str {
    match target {
        CallTarget::Functions(functions, _) | CallTarget::Unbound(functions) => match functions.first() {
            Some(function) if function.is_stub() => "acquisitions: library functions",
            _ => "acquisitions: functions with source",
        },
        CallTarget::Abstract(method) if method.directives.is_some() => "acquisitions: library interfaces",
        CallTarget::Abstract(_) => "acquisitions: interfaces of the project",
        CallTarget::Unseen(_) => "acquisitions: clients of unseen types",
        CallTarget::Value(_) => "acquisitions: function values",
        CallTarget::Frame(_) => "acquisitions: function literals",
        CallTarget::Builtin(_) | CallTarget::Convert(_) | CallTarget::Standard | CallTarget::Unknown => {
            "acquisitions: other"
        }
    }
}

/// Whether the callee of a call returns the response closed on some of its paths, with what is known of the arguments.
fn callee_closes(analysis: &Analysis, target: &CallTarget, explored: &Explored) -> bool {
    let CallTarget::Functions(functions, _) = target else {
        return false;
    };
    // Of build variants each is a program of its own.
    match &functions[..] {
        [only] if !only.is_stub() => explored.asked_with.iter().any(|facts| analysis.returns_closed(only, facts)),
        _ => false,
    }
}

/// The rule that a leak breaks, and the path to show.
fn verdict(explored: &Explored) -> Option<(Rule, &Leak)> {
    let Some(first) = explored.leaks.first() else {
        return explored.error_exits.first().map(|exit| (Rule::LeaksOnPath, exit));
    };
    let with = |wanted: fn(LeakKind) -> bool| explored.leaks.iter().find(|leak| wanted(leak.how));
    if let Some(leak) = with(|how| how == LeakKind::Discarded) {
        return Some((Rule::DiscardedResponse, leak));
    }
    if !explored.is_discharged && !explored.gave_up {
        return Some((Rule::NeverClosed, first));
    }
    if let Some(leak) =
        with(|how| matches!(how, LeakKind::Overwritten | LeakKind::BodyReplaced | LeakKind::NextIteration))
    {
        return Some((Rule::OverwrittenResponse, leak));
    }
    Some((Rule::LeaksOnPath, first))
}

/// The number of steps of the path that is shown.
pub(super) const MOST_STEPS: usize = 8;

/// The parts that all findings of one acquisition share.
struct Subject<'a> {
    source: &'a Arc<Source>,
    /// The name of the function or literal that has the call.
    function: String,
    callee: String,
    /// The first line of the acquiring call.
    call: Span,
    has_error: bool,
    /// The kind of resource that the call acquires.
    resource: &'static Resource,
    fix_hint: FixHint,
    /// See [`FixHint::may_be_nil`].
    may_be_nil: &'a dyn Fn() -> bool,
    /// Whether it is only likely that the call returns ownership.
    is_guess: bool,
    /// The shape of a leak, for its help.
    shape: &'a dyn Fn(&Leak, &FixHint) -> Shape,
    /// The function of a dependency that is called. Most acquisitions have no finding that needs it.
    dependency: &'a dyn Fn() -> Option<Dependency>,
}

impl Subject<'_> {
    fn finding(&self, rule: Rule, steps: Vec<Step>, other_exits: usize) -> Finding {
        let line = self.source.line(self.call.start);
        Finding {
            rule,
            source: self.source.clone(),
            span: self.call,
            function: self.function.clone(),
            callee: self.callee.clone(),
            message: messages::message(rule, self.resource, &self.callee),
            steps,
            other_exits,
            blame: None,
            help: messages::help(rule, self.resource, self.fix_hint.close.as_deref(), line, self.has_error),
            confidence: if self.is_guess { Confidence::Medium } else { Confidence::High },
            dependency: (self.dependency)(),
            fix_hint: FixHint { may_be_nil: (self.may_be_nil)(), ..self.fix_hint.clone() },
            edit: None,
            resource: Some(self.resource),
        }
    }

    /// The first step: the acquiring call.
    fn opened(&self) -> Step {
        Step { kind: StepKind::Opened, span: self.call, text: messages::opened_label(self.resource) }
    }

    /// The finding of a leak, with the conditions on its path. `closes_last` is the deferred closure that closes another response, with
    /// the name of the variable.
    fn leak(
        &self,
        rule: Rule,
        leak: &Leak,
        other_exits: usize,
        blame: Option<Blame>,
        closes_last: Option<&(Span, String)>,
    ) -> Finding {
        let mut steps = vec![self.opened()];
        // `return a == b`: what is returned is no condition for the return.
        let is_shown = |condition: &&PathCondition| {
            matches!(condition, PathCondition::LeftOpen { .. }) || !leak.span.contains(condition.span())
        };
        for condition in leak.witness.iter().filter(is_shown) {
            let span = first_line(self.source, condition.span());
            let text = messages::condition_label(condition, self.source);
            let step = Step { kind: StepKind::Branch, span, text };
            if steps.last() != Some(&step) {
                steps.push(step);
            }
        }
        self.drop_what_matters_least(&mut steps, MOST_STEPS - usize::from(closes_last.is_some()));
        if let Some((span, variable)) = closes_last {
            let conditions = steps.iter().skip(1);
            let before = conditions.take_while(|condition| condition.span.start < span.start).count();
            let span = first_line(self.source, *span);
            let text = messages::closes_last_label(variable);
            steps.insert(before + 1, Step { kind: StepKind::Deferred, span, text });
        }
        let kind = match leak.how {
            LeakKind::Return | LeakKind::End => StepKind::Exit,
            _ => StepKind::Leak,
        };
        if leak.how != LeakKind::Discarded {
            let span = first_line(self.source, leak.span);
            let text = match blame {
                Some(Blame::ErrorExit) => messages::error_exit_label(self.resource),
                _ => messages::leak_label(leak.how, self.resource),
            };
            steps.push(Step { kind, span, text });
        }
        let finding = self.finding(rule, steps, other_exits);
        let close = self.fix_hint.close.as_deref();
        let help = match (&blame, close) {
            (Some(blame), _) => messages::blame_help(blame, self.resource, close, &self.callee),
            (None, Some(close)) if closes_last.is_some() => messages::closes_last_help(self.resource, close),
            _ => advice(rule, &(self.shape)(leak, &finding.fix_hint)),
        };
        Finding { blame, help, ..finding }
    }

    /// Drops conditions so that with the last step no more than `most` are left: first those that do not mention the response, the
    /// earliest first.
    fn drop_what_matters_least(&self, steps: &mut Vec<Step>, most: usize) {
        let variable = self.fix_hint.close.as_deref().and_then(|close| close.split('.').next()).unwrap_or("err");
        let mentions =
            |step: &Step, word: &str| lex::has_word(self.source.slice(step.span).as_bytes(), word.as_bytes());
        let matters = |step: &Step| mentions(step, variable) || mentions(step, "err");
        while steps.len() >= most {
            let least = steps.iter().skip(1).position(|step| !matters(step)).unwrap_or(0);
            steps.remove(least + 1);
        }
    }

    /// The finding of a use of the response that is wrong by itself.
    fn use_of_response(&self, rule: Rule, span: Span, text: &str) -> Finding {
        let step = Step { kind: StepKind::Leak, span: first_line(self.source, span), text: text.to_string() };
        self.finding(rule, vec![self.opened(), step], 0)
    }
}

/// A span cut at the end of its first line.
pub(super) fn first_line(source: &Source, span: Span) -> Span {
    let text = source.slice(span);
    let len = text.find('\n').unwrap_or(text.len());
    let len = text[..len].trim_end().len();
    Span { start: span.start, end: span.start + u32::try_from(len).unwrap_or(0) }
}

/// The callee as written, without line breaks and comments inside.
pub(super) fn callee_text(source: &Source, span: Span) -> String {
    let text = source.slice(span);
    if text.starts_with("func") {
        return "the function literal".to_string();
    }
    let mut code = String::new();
    let mut start = 0;
    let tokens = lex::tokens(text.as_bytes(), 0);
    for comment in tokens.filter(|token| token.kind == TokenKind::Comment).map(|token| token.span.range()) {
        code.push_str(text.get(start..comment.start).unwrap_or(""));
        code.push('\n');
        start = comment.end;
    }
    code.push_str(text.get(start..).unwrap_or(""));
    let mut out = String::new();
    for line in code.lines().map(str::trim).filter(|line| !line.is_empty()) {
        if out.ends_with(',') {
            out.push(' ');
        }
        out.push_str(line);
    }
    out
}

/// `Fetch`, and `Fetch.func2` for the second literal in it.
pub(in crate::check) fn frame_name(body: &Body, frame: FrameId) -> String {
    if frame == OUTER { body.name.clone() } else { format!("{}.func{}", body.name, frame.0) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::path::Path;

    #[test]
    fn callees_are_shown_on_one_line() {
        for (text, expected) in [
            ("http.Get", "http.Get"),
            ("c.\n\t\tR(). // why\n\t\tGet", "c.R().Get"),
            ("api.Call{Link: \"http://x\"}.Do", "api.Call{Link: \"http://x\"}.Do"),
            ("c.Get(a,\n\tb,\n\t/* c */ `//`).Do", "c.Get(a, b, `//`).Do"),
            ("größe.\n\tDo", "größe.Do"),
            ("func() { }", "the function literal"),
        ] {
            let source = Source::new(Path::new("a.go"), "a.go", text.as_bytes().to_vec());
            assert_eq!(callee_text(&source, source.span()), expected);
        }
    }
}
