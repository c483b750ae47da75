//! The findings of the functions of one file.

use super::{Checked, Searched, before_check};
use crate::candidates::Users;
use crate::findings::finding::{Confidence, Finding, FixHint, Step, StepKind};
use crate::findings::messages;
use crate::findings::rule::Rule;
use crate::go::body::{BlockId, Body, Callee, EventKind, FrameId, OUTER, Part, PlaceId};
use crate::go::lex::{self, TokenKind};
use crate::go::outline::Flaw;
use crate::ground::problem::{Problem, ProblemKind};
use crate::ground::source::{Source, Span};
use crate::leak::{
    Analysis, DEEPEST_CALLS, Explored, Facts, FastPath, Goal, Handle, Helpers, Leak, LeakKind, PathCondition,
    SharedPrefix, Site, Walk, live,
};
use crate::meaning::resource::HTTP_RESPONSE;
use crate::program::index::{File, FuncId, FuncRef, Index, Member, Package, Scope, Type};
use crate::program::resolve::{CallTarget, Resolver};
use std::collections::BTreeMap;
use std::sync::Arc;

/// After walks of this cost (see [`Explored::cost`]) the remaining responses of a function are given up. A hand-written
/// function needs some hundred; one that asks 3,000 times in a row reaches it after a tenth of them.
const MOST_IN_FUNCTION: usize = 1_000_000;

/// After walks of this cost the remaining responses of a file are given up. It is that of four
/// functions that are given up.
const MOST_IN_FILE: usize = 4_000_000;

/// The counter of questions that ended [`DEEPEST_CALLS`] calls deep: the callee counts as one that cannot be seen.
const TOO_DEEP: &str = "summaries cut off at the depth limit";

/// From so many responses of one function on, the way to their calls is walked once for all of them: a function that asks
/// 1,000 times in a row would be walked 1,000 times to half its length.
const MANY_SITES: usize = 4;

/// Checks the functions and initial values of package variables in a file, or those that are users.
pub(super) fn check_functions(
    searched: &Searched,
    package: &Arc<Package>,
    number: u32,
    only: Option<&Users>,
    checked: &mut Checked,
) {
    let analysis = searched.analysis();
    let file = &package.files[number as usize];
    let mut cost = 0;
    let is_meant = |number: usize, list: fn(&Users) -> &Vec<usize>| {
        only.is_none_or(|users| list(users).binary_search(&number).is_ok())
    };
    for function in (0..file.function_count()).filter(|function| is_meant(*function, |users| &users.functions)) {
        let id = FuncId { file: number, function: u32::try_from(function).unwrap_or(u32::MAX) };
        let function = FuncRef { package: package.clone(), id };
        if searched.candidates().is_some_and(|candidates| !candidates.may_lose(&function, DEEPEST_CALLS)) {
            continue;
        }
        // Nobody asks for a body again but for the callers of what may hand over a response.
        let is_asked_again = analysis.names().has_member(file.name_of_function(function.id.function as usize));
        let body = if is_asked_again { function.body() } else { file.body_once(function.id.function as usize) };
        if let Some(body) = body {
            let scope = Scope::of_function(analysis.index, &function);
            let number = function.id.function as usize;
            let flaw = (file.items().functions[number].whole, file.flaw_of_function(number).or(body.flaw));
            cost += check_body(analysis, &body, scope, (file, flaw), MOST_IN_FILE.saturating_sub(cost), checked);
        }
    }
    for (variable, row) in file.items().variables.iter().enumerate() {
        if !is_meant(variable, |users| &users.variables)
            || searched.candidates().is_some_and(|candidates| {
                !candidates.may_acquire_as_variable((package, number), file.source.slice(row.spec), DEEPEST_CALLS)
            })
        {
            continue;
        }
        if let Some(body) = file.variable(variable) {
            let scope = Scope::of_file(package, number);
            let flaw = (row.spec, file.flaw_of_variable(variable).or(body.flaw));
            cost += check_body(analysis, &body, scope, (file, flaw), MOST_IN_FILE.saturating_sub(cost), checked);
        }
    }
}

/// Checks one body; says what its walks cost. Responses are given up once that is `most`, or the limit of a function.
fn check_body(
    analysis: &Analysis,
    body: &Body,
    scope: Scope,
    (file, (whole, flaw)): (&File, (Span, Option<Flaw>)),
    most: usize,
    checked: &mut Checked,
) -> usize {
    let source = &file.source;
    let mut count = |name: &'static str, by: u64| *checked.statistics.entry(name).or_default() += by;
    count("functions", 1);
    count("unmodelled syntax", u64::from(body.unmodelled));
    let resolver = Resolver::new(analysis.index, body, scope);
    if body.is_damaged {
        count("damaged functions", 1);
        let (may_lose, cost) = may_lose_in_damaged(analysis, &resolver, most);
        if may_lose {
            checked.problems.push(super::flaw_at(file, whole, flaw.unwrap_or(Flaw::Syntax)));
        }
        return cost;
    }
    let mut live_cell = None;
    let mut cost = 0;
    let most = most.min(MOST_IN_FUNCTION);
    let mut found: BTreeMap<(BlockId, usize), Candidate> = BTreeMap::new();
    for frame in 0..body.frames.len() {
        let frame = FrameId(u32::try_from(frame).unwrap_or(u32::MAX));
        let (sites, reach) = crate::leak::sites(analysis, &resolver, frame, DEEPEST_CALLS);
        *checked.statistics.entry(TOO_DEEP).or_default() += u64::from(reach.is_cut());
        if sites.is_empty() {
            continue;
        }
        let live = live_cell.get_or_insert_with(|| live(body));
        let walk = Walk { analysis, resolver: &resolver, live, root: OUTER, depth: DEEPEST_CALLS };
        let from_calls = FastPath::new(walk);
        let mut fast_path = Vec::with_capacity(sites.len());
        for site in &sites {
            let is_affordable = cost + from_calls.cost() < most;
            let glance = if is_affordable { from_calls.at(site) } else { None };
            fast_path.push(glance.filter(|glance| glance.deferred_in_loop.is_empty()));
        }
        cost += from_calls.cost();
        let left = sites.iter().zip(&fast_path).filter(|(_, glance)| glance.is_none()).map(|(site, _)| site);
        let left: Vec<Site> = left.cloned().collect();
        let mut shared =
            (frame == OUTER && left.len() >= MANY_SITES).then(|| SharedWay { walk, sites: left, ways: [None, None] });
        for (site, glance) in sites.into_iter().zip(fast_path) {
            let explored = match glance {
                Some(glance) => glance,
                None if cost >= most => Explored::given_up(),
                None => {
                    let shared = shared.as_mut().and_then(|shared| shared.explore(&site, &mut cost));
                    let explored = shared.unwrap_or_else(|| explored_from(walk, frame, &site));
                    // A walk looks at all blocks before it begins.
                    cost += explored.cost + body.blocks.len() / 16;
                    explored
                }
            };
            let key = (site.block, site.event);
            let candidate = Candidate { explored, site };
            match found.get_mut(&key) {
                Some(known) if known.explored.leaks.is_empty() => *known = candidate,
                Some(_) => {}
                None => {
                    found.insert(key, candidate);
                }
            }
        }
    }
    if let Some(flaw) = flaw.filter(|_| !found.is_empty()) {
        checked.problems.push(super::flaw_at(file, whole, flaw));
    }
    for candidate in found.into_values() {
        report(&resolver, source, &candidate, checked);
    }
    cost
}

/// Whether a response is acquired in what is understood of a damaged body, and does not go straight to the caller; and what
/// the walks cost that found out, at most about `most`.
fn may_lose_in_damaged(analysis: &Analysis, resolver: &Resolver, most: usize) -> (bool, usize) {
    let mut live_cell = None;
    let mut cost = 0;
    for frame in 0..resolver.body.frames.len() {
        let frame = FrameId(u32::try_from(frame).unwrap_or(u32::MAX));
        for site in crate::leak::sites(analysis, resolver, frame, DEEPEST_CALLS).0 {
            let live = live_cell.get_or_insert_with(|| live(resolver.body));
            let walk = Walk { analysis, resolver, live, root: OUTER, depth: DEEPEST_CALLS };
            let explored = explored_from(walk, frame, &site);
            cost += explored.cost;
            if !explored.leaks.is_empty() || explored.acquired.is_empty() || cost >= most {
                return (true, cost);
            }
        }
    }
    (false, cost)
}

struct Candidate {
    explored: Explored,
    site: Site,
}

/// The way to many calls of one function, walked once for all of them.
struct SharedWay<'a> {
    walk: Walk<'a>,
    sites: Vec<Site>,
    /// Without asking helpers, and asking them, once it was walked; `Some(None)` if each call has to be walked to by itself.
    ways: [Option<Option<SharedPrefix>>; 2],
}

impl SharedWay<'_> {
    /// What becomes of the response of one of the calls; `None` if it has to be walked to by itself.
    fn explore(&mut self, site: &Site, cost: &mut usize) -> Option<Explored> {
        let SharedWay { walk, sites, ways } = self;
        let mut explore = |helpers: Helpers| {
            let way = ways[usize::from(helpers == Helpers::Asked)].get_or_insert_with(|| {
                let way = SharedPrefix::to_sites(walk, sites, helpers);
                *cost += way.as_ref().map_or(0, |way| way.cost);
                way
            });
            Some(way.as_mut()?.explore(walk, site.clone()))
        };
        match explore(Helpers::TakenAsPlain) {
            Some(explored) if explored.rests_on_helpers(walk.analysis) => {
                let mut again = explore(Helpers::Asked)?;
                again.cost += explored.cost;
                Some(again)
            }
            explored => explored,
        }
    }
}

/// Explores from the function's entry. A literal that is called, deferred or handed on is run where that happens; one that
/// is only stored is explored from its own entry.
fn explored_from(walk: Walk, frame: FrameId, site: &Site) -> Explored {
    let from = |root| Walk { root, ..walk }.explore(Goal::Site(site.clone()), &Facts::new());
    let explored = from(OUTER);
    if frame == OUTER || explored.is_reached || explored.gave_up { explored } else { from(frame) }
}

fn report(resolver: &Resolver, source: &Arc<Source>, candidate: &Candidate, checked: &mut Checked) {
    let body = resolver.body;
    let Candidate { explored, site } = candidate;
    let event = &body.blocks[site.block.index()].events[site.event];
    let EventKind::Call(call) = &event.kind else {
        return;
    };
    *checked.statistics.entry("acquisitions").or_default() += 1;
    *checked.statistics.entry(kind_of_callee(&resolver.target(call))).or_default() += 1;
    *checked.statistics.entry("calls without source that take a response").or_default() += explored.unknown_takers;
    *checked.statistics.entry(TOO_DEEP).or_default() += u64::from(explored.reach.is_cut());
    if explored.gave_up {
        *checked.statistics.entry("given up").or_default() += 1;
        let position = source.position(event.span.start);
        checked.problems.push(Problem {
            path: source.shown.to_string(),
            position: Some((position.line, position.column)),
            kind: ProblemKind::GivenUp,
            message: match explored.cost {
                0 => "the other responses of the function or file took too much work; this one was not followed",
                _ => "the function has too many paths; this response was not followed to the end",
            }
            .to_string(),
        });
        return;
    }
    let subject = Subject {
        source,
        function: frame_name(body, body.blocks[site.block.index()].frame),
        callee: callee_text(source, call.callee_span),
        call: first_line(source, event.span),
        has_error: call.results.len() > 1,
        fix_hint: fix_hint(resolver, call, explored, site),
        is_guess: site.outcomes.iter().all(|outcome| outcome.is_guess),
    };
    if let Some((rule, lost)) = verdict(explored) {
        checked.findings.push(subject.leak(rule, lost, explored.leaks.len() - 1));
    }
    let closes_in_loop = if explored.leaks.is_empty() { &explored.deferred_in_loop[..] } else { &[] };
    for span in closes_in_loop {
        checked.findings.push(subject.simple(Rule::DeferInLoop, *span, "runs when the function ends"));
    }
    if let Some(span) = before_check::use_before_check(resolver, site, call) {
        checked.findings.push(subject.simple(Rule::ClosedBeforeCheck, span, "used here, before the error is checked"));
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
        CallTarget::Value(_) => "acquisitions: function values",
        CallTarget::Frame(_) => "acquisitions: function literals",
        CallTarget::Builtin(_) | CallTarget::Convert(_) | CallTarget::Standard | CallTarget::Unknown => {
            "acquisitions: other"
        }
    }
}

/// The rule that a leak breaks, and the path to show.
fn verdict(explored: &Explored) -> Option<(Rule, &Leak)> {
    let first = explored.leaks.first()?;
    let with = |wanted: fn(LeakKind) -> bool| explored.leaks.iter().find(|lost| wanted(lost.how));
    if let Some(lost) = with(|how| how == LeakKind::Discarded) {
        return Some((Rule::DiscardedResponse, lost));
    }
    if !explored.is_discharged {
        return Some((Rule::NeverClosed, first));
    }
    if let Some(lost) = with(|how| matches!(how, LeakKind::Overwritten | LeakKind::NextRound)) {
        return Some((Rule::OverwrittenResponse, lost));
    }
    Some((Rule::LeaksOnPath, first))
}

struct Subject<'a> {
    source: &'a Arc<Source>,
    function: String,
    callee: String,
    call: Span,
    has_error: bool,
    fix_hint: FixHint,
    is_guess: bool,
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
            message: messages::message(rule, &self.callee),
            steps,
            other_exits,
            help: messages::help(rule, self.fix_hint.close.as_deref(), line, self.has_error),
            confidence: if self.is_guess { Confidence::Medium } else { Confidence::High },
            fix_hint: self.fix_hint.clone(),
        }
    }

    fn opened(&self) -> Step {
        Step { kind: StepKind::Opened, span: self.call, text: messages::OPENED.to_string() }
    }

    fn leak(&self, rule: Rule, lost: &Leak, other_exits: usize) -> Finding {
        let mut steps = vec![self.opened()];
        for via in &lost.witness {
            let (PathCondition::Branch { span, .. } | PathCondition::Case(span)) = *via;
            let span = first_line(self.source, span);
            let step = Step { kind: StepKind::Branch, span, text: messages::via(*via).to_string() };
            if steps.last() != Some(&step) {
                steps.push(step);
            }
        }
        let kind = match lost.how {
            LeakKind::Return | LeakKind::End => StepKind::Exit,
            _ => StepKind::Leak,
        };
        if lost.how != LeakKind::Discarded {
            let span = first_line(self.source, lost.span);
            steps.push(Step { kind, span, text: messages::lost(lost.how).to_string() });
        }
        self.finding(rule, steps, other_exits)
    }

    fn simple(&self, rule: Rule, span: Span, text: &str) -> Finding {
        let step = Step { kind: StepKind::Leak, span: first_line(self.source, span), text: text.to_string() };
        self.finding(rule, vec![self.opened(), step], 0)
    }
}

/// A span cut at the end of its first line.
fn first_line(source: &Source, span: Span) -> Span {
    let text = source.slice(span);
    let len = text.find('\n').unwrap_or(text.len());
    let len = text[..len].trim_end().len();
    Span { start: span.start, end: span.start + u32::try_from(len).unwrap_or(0) }
}

/// The callee as written, without line breaks and comments inside.
fn callee_text(source: &Source, span: Span) -> String {
    let text = source.slice(span);
    if text.starts_with("func") {
        return "the function literal".to_string();
    }
    let mut code = String::new();
    let mut behind = 0;
    let tokens = lex::tokens(text.as_bytes(), 0);
    for comment in tokens.filter(|token| token.kind == TokenKind::Comment).map(|token| token.span.range()) {
        code.push_str(text.get(behind..comment.start).unwrap_or(""));
        code.push('\n');
        behind = comment.end;
    }
    code.push_str(text.get(behind..).unwrap_or(""));
    let mut out = String::new();
    for line in code.lines().map(str::trim).filter(|line| !line.is_empty()) {
        if out.ends_with(',') {
            out.push(' ');
        }
        out.push_str(line);
    }
    out
}

/// What an edit has to know.
fn fix_hint(resolver: &Resolver, call: &crate::go::body::Call, explored: &Explored, site: &Site) -> FixHint {
    let held = site.outcomes.first().and_then(|outcome| outcome.place());
    let place = held.and_then(|(result, _)| call.results.get(result).copied().flatten());
    let is_whole = |(result, path): (usize, &[_])| result == 0 && path.is_empty();
    FixHint {
        close: close_text(resolver, call, site),
        is_response: place.is_some_and(|place| HTTP_RESPONSE.is_pointer(&resolver.place_type(place))),
        is_escaped: explored.is_escaped,
        is_plain_call: held.is_some_and(is_whole)
            && matches!(&resolver.result_types(call)[..], [first, second] if HTTP_RESPONSE.is_pointer(first) && second.is_error()),
    }
}

/// The call that would close it, `resp.Body.Close()`; `None` if no variable keeps the response, or its type has no such method.
fn close_text(resolver: &Resolver, call: &crate::go::body::Call, site: &Site) -> Option<String> {
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

/// The fields from a value of a type to what has the `Close`; `None` if there is no such way.
fn fields_to_close(index: &Index, ty: &Type, path: &[Part], handle: Handle) -> Option<Vec<String>> {
    let closes = |ty: &Type| index.member(ty, "Close").is_some_and(|(_, member)| !matches!(member, Member::Field(_)));
    let field = |ty: &Type, name: &str| match index.member(ty, name)?.1 {
        Member::Field(ty) => Some(ty),
        _ => None,
    };
    if closes(ty) {
        return Some(Vec::new());
    }
    let is_of_body =
        handle == Handle::Response || matches!(path.last(), Some(Part::Field(name)) if name == HTTP_RESPONSE.closer);
    // A response in an embedded field is written as if it were the struct's own.
    if is_of_body && field(ty, HTTP_RESPONSE.closer).is_some_and(|body| closes(&body)) {
        return Some(vec![HTTP_RESPONSE.closer.to_string()]);
    }
    let names = path.iter().filter_map(|part| match part {
        Part::Field(name) => Some(name.to_string()),
        _ => None,
    });
    let mut fields: Vec<String> = names.collect();
    if handle == Handle::Response {
        fields.push(HTTP_RESPONSE.closer.to_string());
    }
    let last = fields.iter().try_fold(ty.clone(), |ty, name| field(&ty, name))?;
    (!fields.is_empty() && closes(&last)).then_some(fields)
}

/// `Fetch`, and `Fetch.func2` for the second literal in it.
fn frame_name(body: &Body, frame: FrameId) -> String {
    if frame == OUTER { body.name.clone() } else { format!("{}.func{}", body.name, frame.0) }
}

/// The place that a call's callee names.
pub(super) fn callee_place(call: &crate::go::body::Call) -> Option<PlaceId> {
    match call.callee {
        Callee::Place(place) => Some(place),
        _ => None,
    }
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
