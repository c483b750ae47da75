//! The walks from the acquisitions of one frame: the fast path, one walk for many acquisitions, or one for each.
//!
//!     resp, err := http.Get(u)     the fast path, if the block in which the response is closed is all there is to walk
//!     a, err := http.Get(u)        four and more that are left: the paths to their calls are walked once
//!     b, err := http.Get(v)
//!
//! All of them have the same answers. Each walk adds to the cost of the function, after which the rest is given up.

use crate::go::body::{Body, Call, Callee, EventKind, FrameId, Mode, OUTER, Part, PlaceId};
use crate::leak::{Aim, Explored, Facts, FastPath, Goal, Helpers, SharedPrefix, Site, Walk};
use rustc_hash::FxHashSet;

/// From so many responses of one function on, the paths to their calls are walked once for all of them: a function with 1,000
/// requests in a row would be walked 1,000 times to half its length.
const MANY_SITES: usize = 4;

/// Explores the responses of the calls of one frame, given a walk from the function's entry and its fast path. The walks add to `cost`; the responses
/// that are left once it is `most` are given up.
pub(super) fn explore_all(
    walk: Walk,
    frame: FrameId,
    sites: Vec<Site>,
    most: usize,
    fast_path: &FastPath,
    cost: &mut usize,
) -> Vec<(Site, Explored)> {
    let on_fast_path = explore_on_fast_path(fast_path, &sites, most, cost);
    let left = sites.iter().zip(&on_fast_path).filter(|(_, explored)| explored.is_none()).map(|(site, _)| site);
    let left: Vec<Site> = left.cloned().collect();
    let mut shared =
        (frame == OUTER && left.len() >= MANY_SITES).then(|| SharedWalk { walk, sites: left, prefixes: [None, None] });
    let mut explore_one = |site: &Site| {
        if *cost >= most {
            return Explored::given_up();
        }
        let shared = shared.as_mut().and_then(|shared| shared.explore(site, cost));
        let explored = shared.unwrap_or_else(|| explore_from_entry(walk, frame, site));
        // A walk looks at all blocks before it begins.
        *cost += explored.cost + walk.resolver.body.blocks.len() / 16;
        explored
    };
    let explore = |(site, explored): (Site, Option<Explored>)| {
        let explored = explored.unwrap_or_else(|| explore_one(&site));
        (site, explored)
    };
    sites.into_iter().zip(on_fast_path).map(explore).collect()
}

/// The answers of the fast path, `None` where it has none. It does not answer for a `defer` in a loop.
fn explore_on_fast_path(fast_path: &FastPath, sites: &[Site], most: usize, cost: &mut usize) -> Vec<Option<Explored>> {
    let before = fast_path.cost();
    let mut found = Vec::with_capacity(sites.len());
    for site in sites {
        let is_affordable = *cost + fast_path.cost() - before < most;
        let explored = if is_affordable { fast_path.at(site) } else { None };
        found.push(explored.filter(|explored| explored.deferred_in_loop.is_empty()));
    }
    *cost += fast_path.cost() - before;
    found
}

/// Explores from the function's entry. A literal that is called, deferred or escapes is run where that happens; one that is
/// only stored is explored from its own entry.
pub(in crate::check) fn explore_from_entry(walk: Walk, frame: FrameId, site: &Site) -> Explored {
    let from = |root| Walk { root, ..walk }.explore(Goal::Site(site.clone()), &Facts::new());
    let explored = from(OUTER);
    if frame == OUTER || explored.is_reached || explored.gave_up { explored } else { from(frame) }
}

/// One walk to many calls of a function.
struct SharedWalk<'a> {
    walk: Walk<'a>,
    sites: Vec<Site>,
    /// The shared prefix with helpers taken as plain, and the one with helpers followed; `None` before it is walked, `Some(None)` if
    /// each call has to be walked to by itself.
    prefixes: [Option<Option<SharedPrefix>>; 2],
}

impl SharedWalk<'_> {
    /// Explores the response of one of the calls; `None` if it has to be walked to by itself.
    fn explore(&mut self, site: &Site, cost: &mut usize) -> Option<Explored> {
        let SharedWalk { walk, sites, prefixes } = self;
        let mut explore = |helpers: Helpers| {
            let prefix = prefixes[usize::from(helpers == Helpers::Followed)].get_or_insert_with(|| {
                let prefix = SharedPrefix::to_sites(walk, sites, helpers);
                *cost += prefix.as_ref().map_or(0, |prefix| prefix.cost);
                prefix
            });
            Some(prefix.as_mut()?.explore(walk, site.clone()))
        };
        match explore(Helpers::TakenAsPlain) {
            Some(explored) if explored.rests_on_helpers(walk.analysis) => {
                let mut again = explore(Helpers::Followed)?;
                again.cost += explored.cost;
                Some(again)
            }
            explored => explored,
        }
    }
}

/// Walks from calls of one frame whose responses may be read after they were closed; returns the walks that have found such reads.
/// What is left once the cost is `most` is not walked: nothing is reported of it.
pub(super) fn explore_reads(
    walk: Walk,
    frame: FrameId,
    sites: Vec<Site>,
    most: usize,
    cost: &mut usize,
) -> Vec<(Site, Explored)> {
    let walk = Walk { aim: Aim::Reads, ..walk };
    let mut found = Vec::new();
    for site in sites {
        if *cost >= most {
            break;
        }
        let explored = explore_from_entry(walk, frame, &site);
        *cost += explored.cost;
        if !explored.leaks.is_empty() && !explored.gave_up {
            found.push((site, explored));
        }
    }
    found
}

/// The functions of the package context, and the one of os/signal, that make a context and its cancel.
const MAKING: [&str; 7] = [
    "WithCancel",
    "WithTimeout",
    "WithDeadline",
    "WithCancelCause",
    "WithTimeoutCause",
    "WithDeadlineCause",
    "NotifyContext",
];

/// Whether a body calls a cancel function of its own at once, closes what it has deferred to close, or defers one of both and starts
/// a goroutine: the fast path knows no contexts, and a walk for leaks ends at a deferred close.
pub(super) fn may_release_early(body: &Body) -> bool {
    let calls = || {
        body.blocks.iter().flat_map(|block| &block.events).filter_map(|event| match &event.kind {
            EventKind::Call(call) => Some(&**call),
            _ => None,
        })
    };
    let name = |place: PlaceId| match &body.places[place.index()].part {
        Some((_, Part::Field(name))) => Some(name.as_str()),
        _ => None,
    };
    let callee = |call: &Call| match call.callee {
        Callee::Place(place) => Some(place),
        _ => None,
    };
    let cancels: Vec<PlaceId> = calls()
        .filter(|call| callee(call).and_then(name).is_some_and(|name| MAKING.contains(&name)))
        .filter_map(|call| *call.results.get(1)?)
        .collect();
    let of_mode =
        |mode: Mode| -> FxHashSet<PlaceId> { calls().filter(|call| call.mode == mode).filter_map(callee).collect() };
    let (called, deferred) = (of_mode(Mode::Now), of_mode(Mode::Defer));
    let mut closed_at_end = deferred.iter().filter(|place| name(**place) == Some("Close"));
    let has_goroutine = calls().any(|call| call.mode == Mode::Go);
    let waits_at_end = calls().any(|call| call.mode == Mode::Defer && callee(call).and_then(name) == Some("Wait"));
    let has_deferred_close = closed_at_end.clone().next().is_some();
    cancels.iter().any(|cancel| called.contains(cancel))
        || closed_at_end.any(|place| called.contains(place))
        || has_goroutine
            && !waits_at_end
            && (has_deferred_close || cancels.iter().any(|cancel| deferred.contains(cancel)))
}
