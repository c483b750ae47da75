//! The findings of the functions of one file.
//!
//!     func f(u string) error {
//!         resp, err := http.Get(u)     an acquisition: it is explored, and reported if the response leaks
//!
//! Each function that may leak is lowered, and each acquisition in it is explored (see [`explore`]) and put into words (see
//! [`report`]). The cost of the walks of one function and of one file is limited.

mod deferred;
mod dependency;
mod dropped;
mod explore;
mod fix_hint;
mod owners;
mod reads;
mod replaced;
mod report;
mod shape;

use super::FollowedCalls;
use super::contracts::{Contract, Contracts};
use super::damage::flaw_at;
use crate::candidates::{CandidateItems, replacements};
use crate::findings::finding::Witness;
use crate::go::body::{BlockId, Body, FrameId, OUTER};
use crate::go::outline::Flaw;
use crate::ground::source::{Source, Span};
use crate::leak::{Aim, Analysis, DEEPEST_CALLS, Explored, FastPath, Leak, Origin, Site, Sites, Walk, live, sites};
use crate::program::resolve::Resolver;
use crate::program::{File, FuncId, FuncRef, Index, Package, Scope};
use crate::task::{Checked, DropReason, NothingOwed};
use dropped::dropped_loss;
pub(super) use explore::explore_from_entry;
use explore::{explore_all, explore_reads, may_release_early};
use reads::report_reads;
use replaced::report_replaced;
pub(super) use report::frame_name;
use report::report;
use std::cell::OnceCell;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// After walks of this cost (see [`Explored::cost`]) the remaining responses of a function are given up. A hand-written function
/// needs some hundred; one with 3,000 requests in a row reaches the limit after a tenth of them.
const MOST_IN_FUNCTION: usize = 1_000_000;

/// After walks of this cost the remaining responses of a file are given up: four functions that are given up use it up.
const MOST_IN_FILE: usize = 4_000_000;

/// The counter of summaries that were cut off [`DEEPEST_CALLS`] calls deep: a callee beyond that counts as one without source.
const TOO_DEEP: &str = "summaries cut off at the depth limit";

/// A call that acquires a response, and the result of exploring it.
struct ExploredCall {
    explored: Explored,
    site: Site,
    /// The caller that shows that the response has to be closed when it comes with an error.
    contract: Option<Witness>,
}

/// The functions and variables of a file whose findings depend on contracts that have not been looked for.
#[derive(Default)]
pub(super) struct Unsettled {
    /// Their numbers.
    pub(super) items: CandidateItems,
    /// The functions with error exits in question.
    pub(super) origins: BTreeSet<Origin>,
}

/// A function of a file, or a variable spec, by number.
#[derive(Clone, Copy)]
enum Item {
    Function(usize),
    Variable(usize),
}

/// A function, or the initial values of a variable, as it is checked.
struct CheckedBody<'a> {
    item: Item,
    file: &'a File,
    /// The declaration.
    span: Span,
    body: Arc<Body>,
    scope: Scope,
    flaw: Option<Flaw>,
}

/// Checks the functions and the initial values of package variables in a file, or `only` some of them. Returns those that have to be
/// checked again once more contracts are known, and of which nothing is in `checked`.
pub(super) fn check_functions(
    calls: &FollowedCalls,
    (package, number): (&Arc<Package>, u32),
    only: Option<&CandidateItems>,
    contracts: &Contracts,
    checked: &mut Checked,
) -> Unsettled {
    let file = &package.files[number as usize];
    let is_wanted = |number: &usize, list: fn(&CandidateItems) -> &Vec<usize>| {
        only.is_none_or(|items| list(items).binary_search(number).is_ok())
    };
    let functions = (0..file.function_count()).filter(|function| is_wanted(function, |items| &items.functions));
    let functions = functions.filter_map(|function| function_to_check(calls, package, number, function));
    let variables = (0..file.items().variables.len()).filter(|variable| is_wanted(variable, |items| &items.variables));
    let variables = variables.filter_map(|variable| variable_to_check(calls, package, number, variable));
    let mut cost = 0;
    let mut unsettled = Unsettled::default();
    for declared in functions.chain(variables) {
        let item = declared.item;
        let mut found = Checked::default();
        let mut origins = BTreeSet::new();
        let most = MOST_IN_FILE.saturating_sub(cost);
        cost += check_body(calls.analysis(), declared, most, (contracts, &mut origins), &mut found);
        if origins.is_empty() {
            checked.add(found);
            continue;
        }
        unsettled.origins.append(&mut origins);
        match item {
            Item::Function(number) => unsettled.items.functions.push(number),
            Item::Variable(number) => unsettled.items.variables.push(number),
        }
    }
    unsettled
}

/// A function with its body, if it may leak.
fn function_to_check<'a>(
    calls: &FollowedCalls,
    package: &'a Arc<Package>,
    number: u32,
    function: usize,
) -> Option<CheckedBody<'a>> {
    let analysis = calls.analysis();
    let file = &package.files[number as usize];
    let id = FuncId { file: number, function: u32::try_from(function).unwrap_or(u32::MAX) };
    let reference = FuncRef { package: package.clone(), id };
    let span = file.items().functions[function].whole;
    let replaces = || !replacements(file.source.slice(span).as_bytes()).is_empty();
    if calls.candidates().is_some_and(|candidates| !candidates.may_leak(&reference, DEEPEST_CALLS) && !replaces()) {
        return None;
    }
    // A body is needed again only for the callers of a function that may return ownership of a response.
    let is_needed_again = analysis.names().has_member(file.name_of_function(function));
    let body = if is_needed_again { file.body(function) } else { file.body_once(function) }?;
    Some(CheckedBody {
        item: Item::Function(function),
        file,
        span,
        flaw: file.flaw_of_function(function).or(body.flaw),
        body,
        scope: Scope::of_function(analysis.index, &reference),
    })
}

/// The initial values of a variable spec as a body, if they may acquire a response.
fn variable_to_check<'a>(
    calls: &FollowedCalls,
    package: &'a Arc<Package>,
    number: u32,
    variable: usize,
) -> Option<CheckedBody<'a>> {
    let file = &package.files[number as usize];
    let span = file.items().variables[variable].spec;
    let spec = file.source.slice(span);
    let may_acquire = calls
        .candidates()
        .is_none_or(|candidates| candidates.may_acquire_as_variable((package, number), spec, DEEPEST_CALLS));
    if !may_acquire && replacements(spec.as_bytes()).is_empty() {
        return None;
    }
    let body = file.variable(variable)?;
    let flaw = file.flaw_of_variable(variable).or(body.flaw);
    Some(CheckedBody { item: Item::Variable(variable), file, span, flaw, body, scope: Scope::of_file(package, number) })
}

/// Checks one body, and returns the cost of its walks (see [`Explored::cost`]). Responses are given up once the cost is `most`, or
/// the limit of a function. Adds the functions whose contracts have to be looked for.
fn check_body(
    analysis: &Analysis,
    declared: CheckedBody,
    most: usize,
    (contracts, unknown): (&Contracts, &mut BTreeSet<Origin>),
    checked: &mut Checked,
) -> usize {
    let CheckedBody { item: _, file, span, body, scope, flaw } = declared;
    checked.count("functions", 1);
    checked.count("unmodelled syntax", u64::from(body.unmodelled));
    let resolver = Resolver::new(analysis.index, &body, scope);
    if body.is_damaged {
        checked.count("damaged functions", 1);
        let (may_leak, cost) = may_leak_in_damaged(analysis, &resolver, most);
        if may_leak {
            checked.problems.push(flaw_at(file, span, flaw.unwrap_or(Flaw::Syntax)));
        }
        return cost;
    }
    let FoundCalls { acquisitions, reads, cost } =
        acquisitions(analysis, &resolver, most.min(MOST_IN_FUNCTION), checked);
    if let Some(flaw) = flaw.filter(|_| !acquisitions.is_empty()) {
        checked.problems.push(flaw_at(file, span, flaw));
    }
    for explored in acquisitions.into_values() {
        let place = (&resolver, &*file.source);
        let mut blame = Blame { index: analysis.index, place, contracts, unknown, checked };
        if let Some(acquisition) = blame.settle(explored) {
            report(analysis, (&resolver, &file.source), &acquisition, checked);
        }
    }
    for (site, explored) in &reads {
        report_reads((&resolver, &file.source), site, explored, checked);
    }
    cost + report_replaced(analysis, &resolver, (&file.source, span), checked)
}

/// The step that keeps or drops the losses of responses that came with an error.
struct Blame<'a> {
    index: &'a Index,
    /// The body that loses them, and its file.
    place: (&'a Resolver<'a>, &'a Source),
    contracts: &'a Contracts,
    /// The functions whose contracts have to be looked for.
    unknown: &'a mut BTreeSet<Origin>,
    checked: &'a mut Checked,
}

impl Blame<'_> {
    /// One acquisition out of the results of exploring one call: for outcomes without an error, and for the error exit of each function
    /// that may have been called.
    fn settle(&mut self, explored: Vec<ExploredCall>) -> Option<ExploredCall> {
        let mut main: Option<ExploredCall> = None;
        let (with_error, without): (Vec<_>, Vec<_>) =
            explored.into_iter().partition(|call| call.site.error_exit().is_some());
        for call in without {
            // A call may have more than one response; the first that leaks is reported.
            if main.as_ref().is_none_or(|known| known.explored.leaks.is_empty()) {
                main = Some(call);
            }
        }
        if let Some(ExploredCall { explored, .. }) = &mut main
            && let Some(origin) = &explored.origin
            && self.contract_of(origin) != Some(Contract::None)
        {
            explored.error_exits.clear();
        }
        for call in with_error {
            if let Some(kept) = self.kept(call) {
                main = Some(match main {
                    Some(main) => main.with(kept),
                    None => kept,
                });
            }
        }
        main
    }

    /// The contract of a function; `None` if it has to be looked for.
    fn contract_of(&mut self, origin: &Origin) -> Option<Contract> {
        let contract = self.contracts.of(origin);
        if contract.is_none() {
            self.unknown.insert(origin.clone());
        }
        contract
    }

    /// The result of exploring a call for one error exit, if the caller owes what it loses there.
    fn kept(&mut self, call: ExploredCall) -> Option<ExploredCall> {
        let ExploredCall { explored, site, .. } = &call;
        let origin = site.error_exit()?;
        if explored.leaks.is_empty() {
            return None;
        }
        if let Some(function) = origin.function.as_ref().filter(|function| self.index.is_dependency(function)) {
            self.checked.count_dependency(NothingOwed::ErrorExit, function);
            self.drop(&call, DropReason::Dependency);
            return None;
        }
        match self.contract_of(origin) {
            Some(Contract::Witnessed(witness)) => Some(ExploredCall { contract: Some(witness), ..call }),
            Some(Contract::None) => {
                self.checked.count("losses charged to the callee that returns the response with an error", 1);
                self.drop(&call, DropReason::ErrorExit);
                None
            }
            Some(Contract::Undecided) => {
                self.checked.count("losses whose blame was not decided", 1);
                self.drop(&call, DropReason::Undecided);
                None
            }
            None => None,
        }
    }

    /// Notes a loss that is not reported.
    fn drop(&mut self, call: &ExploredCall, reason: DropReason) {
        let dropped = call.site.error_exit().and_then(|origin| dropped_loss(self.place, call, origin, reason));
        self.checked.dropped.extend(dropped);
    }
}

impl ExploredCall {
    /// This result with what is lost where the response came with an error.
    fn with(mut self, with_error: ExploredCall) -> ExploredCall {
        self.explored
            .leaks
            .extend(with_error.explored.leaks.into_iter().map(|leak| Leak { comes_with_error: true, ..leak }));
        self.explored.is_discharged |= with_error.explored.is_discharged;
        self.explored.is_escaped |= with_error.explored.is_escaped;
        self.explored.escapes.extend(with_error.explored.escapes);
        self.contract = self.contract.or(with_error.contract);
        self
    }
}

/// The explored calls of a body.
#[derive(Default)]
struct FoundCalls {
    /// Its acquisitions, in the order of its events.
    acquisitions: BTreeMap<(BlockId, usize), Vec<ExploredCall>>,
    /// The calls whose response is read after it was closed, each with the walk that shows it.
    reads: Vec<(Site, Explored)>,
    /// The cost of the walks.
    cost: usize,
}

/// The acquisitions of a body, and the reads after a close.
fn acquisitions(analysis: &Analysis, resolver: &Resolver, most: usize, checked: &mut Checked) -> FoundCalls {
    let live_cell = OnceCell::new();
    let fast_path_cell = OnceCell::new();
    let releases_early = OnceCell::new();
    let mut found = FoundCalls::default();
    for frame in frames(resolver.body) {
        let Sites { mut sites, released, reach } = sites(analysis, resolver, frame, DEEPEST_CALLS);
        sites.retain(|site| !site.passes_on(resolver));
        checked.count(TOO_DEEP, u64::from(reach.is_cut()));
        if sites.is_empty() && released.is_empty() {
            continue;
        }
        let live = live_cell.get_or_init(|| live(resolver.body));
        let walk = Walk { analysis, resolver, live, root: OUTER, depth: DEEPEST_CALLS, aim: Aim::Leaks };
        let fast_path = fast_path_cell.get_or_init(|| FastPath::new(walk));
        let mut may_be_read = released;
        for (site, explored) in explore_all(walk, frame, sites, most, fast_path, &mut found.cost) {
            let closed_by = site.outcomes.first().and_then(|outcome| outcome.closed_by.as_ref());
            if let Some(function) = closed_by.filter(|_| explored.leaks.is_empty()) {
                checked.count_dependency(NothingOwed::ClosedThere, function);
            }
            let is_suspect = explored.may_be_read_late
                || *releases_early.get_or_init(|| may_release_early(resolver.body)) && explored.is_discharged;
            if is_suspect && site.error_exit().is_none() {
                may_be_read.push(site.clone());
            }
            let of_call = found.acquisitions.entry((site.block, site.event)).or_default();
            of_call.push(ExploredCall { explored, site, contract: None });
        }
        found.reads.extend(explore_reads(walk, frame, may_be_read, most, &mut found.cost));
    }
    found
}

/// Whether a damaged body acquires a response in the part of it that is understood, and does not return it to the caller; and the
/// cost of the walks that decide this, at most about `most`.
fn may_leak_in_damaged(analysis: &Analysis, resolver: &Resolver, most: usize) -> (bool, usize) {
    let mut live_cell = None;
    let mut cost = 0;
    for frame in frames(resolver.body) {
        for site in sites(analysis, resolver, frame, DEEPEST_CALLS).sites {
            let live = live_cell.get_or_insert_with(|| live(resolver.body));
            let walk = Walk { analysis, resolver, live, root: OUTER, depth: DEEPEST_CALLS, aim: Aim::Leaks };
            let explored = explore_from_entry(walk, frame, &site);
            cost += explored.cost;
            if !explored.leaks.is_empty() || explored.acquired.is_empty() || cost >= most {
                return (true, cost);
            }
        }
    }
    (false, cost)
}

/// The function itself and its literals.
pub(super) fn frames(body: &Body) -> impl Iterator<Item = FrameId> {
    (0..body.frames.len()).map(|frame| FrameId(u32::try_from(frame).unwrap_or(u32::MAX)))
}
