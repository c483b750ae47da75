//! Range loops over iterators that hand out open responses: the acquisition is the iteration.
//!
//!     func answers(urls []string) iter.Seq2[*http.Response, error] {
//!         return func(yield func(*http.Response, error) bool) { .. yield(resp, err) .. }
//!     }
//!     for resp, err := range answers(urls) {..}     each iteration owes a response
//!
//! An iterator that closes each response after `yield` returns hands out nothing. One that is not visible is left alone.

use super::{Calls, sites};
use crate::go::body::{Block, BlockId, FrameId, PlaceId, SlotId};
use crate::leak::Reach;
use crate::leak::acquired::{Acquired, Site, Yielded, ranged};
use crate::leak::explored::Goal;
use crate::leak::live::live;
use crate::leak::release::Aim;
use crate::leak::summary::Facts;
use crate::leak::value::Value;
use crate::leak::walk::Walk;
use crate::meaning::effect::Fact;
use crate::meaning::resource::can_hold;
use crate::program::resolve::Resolver;
use crate::program::{FrameRef, FunctionValue, Type};

impl Calls<'_> {
    /// The site of the iterations of a range loop, at the event in which the loop gets the response.
    pub(super) fn iteration(
        &self,
        (block, content): (BlockId, &Block),
        event: usize,
        reach: &mut Reach,
    ) -> Option<Site> {
        let (number, from) = ranged(&content.events[event])?;
        let outcomes = self.handed_out(from, reach);
        let (held, _) = outcomes.first()?.place()?;
        let is_at = |wanted: usize| content.events.iter().any(|event| ranged(event) == Some((wanted, from)));
        let is_here = held == number || number == 0 && !is_at(held);
        is_here.then(|| Site { block, event, outcomes: outcomes.into() })
    }

    /// The outcomes in which a range loop over a place gets an open response.
    fn handed_out(&self, from: PlaceId, reach: &mut Reach) -> Vec<Acquired> {
        let Calls { resolver, depth, .. } = *self;
        let index = resolver.index;
        let Type::Func(iterator) = index.underlying(&resolver.place_type(from)) else {
            return Vec::new();
        };
        let types: Vec<Type> = (0..2).map(|number| resolver.yielded(&iterator, number)).collect();
        if !types.iter().any(|ty| *ty != Type::Unknown && can_hold(index, ty)) {
            return Vec::new();
        }
        if depth == 0 {
            *reach = Reach::CUT;
            return Vec::new();
        }
        *reach |= Reach::OWN;
        let mut all: Vec<Yielded> = Vec::new();
        let values = resolver.function_values(from);
        for value in values.iter().flat_map(|values| &values.all) {
            let found = match value {
                FunctionValue::Frame(frame) => self.yielded_in(resolver, *frame, reach),
                FunctionValue::Literal(literal) => self.yielded_elsewhere(literal, reach),
                FunctionValue::Function(function) | FunctionValue::Bound(function) if !function.is_stub() => {
                    self.yielded_elsewhere(&FrameRef::of(function), reach)
                }
                _ => Vec::new(),
            };
            all.extend(found);
        }
        all.sort();
        all.dedup();
        let outcome = |(number, path, handle): Yielded| {
            let mut results = vec![(number, path, Value::holding(handle))];
            let errors = (0..2).filter(|other| types[*other].is_error());
            results.extend(errors.map(|other| (other, Vec::new(), Value::of(Fact::Nil))));
            Acquired::of(results)
        };
        // One response is in one value.
        let first = all.first().map(|(number, ..)| *number);
        all.into_iter().filter(|(number, ..)| Some(*number) == first).map(outcome).collect()
    }

    fn yielded_elsewhere(&self, iterator: &FrameRef, reach: &mut Reach) -> Vec<Yielded> {
        let FrameRef { package, code, frame } = iterator;
        let Some(body) = code.body(package) else {
            return Vec::new();
        };
        let index = self.resolver.index;
        let resolver = Resolver::new(index, &body, code.scope(index, package));
        self.yielded_in(&resolver, *frame, reach)
    }

    /// The responses that a function or literal acquires, passes to its last parameter, and does not close after that.
    fn yielded_in(&self, resolver: &Resolver, frame: FrameId, reach: &mut Reach) -> Vec<Yielded> {
        let Some(yield_slot) = resolver.body.frames[frame.index()].params.last().copied() else {
            return Vec::new();
        };
        let (analysis, depth) = (self.analysis, self.depth.saturating_sub(1));
        let inner = sites(analysis, resolver, frame, depth);
        *reach |= inner.reach.for_caller();
        let live = live(resolver.body);
        let walk = Walk { analysis, resolver, live: &live, root: frame, depth, aim: Aim::Leaks };
        let mut all = Vec::new();
        for site in inner.sites {
            let explored = walk.explore(Goal::Site(site.clone()), &Facts::new());
            *reach |= explored.reach.for_caller();
            if explored.gave_up || !explored.leaks.is_empty() || !explored.is_escaped {
                continue;
            }
            all.extend(handed_to(&walk, site, yield_slot));
        }
        all
    }
}

/// What is passed to a parameter of the root and still open when the root returns.
fn handed_to(walk: &Walk, site: Site, yield_slot: SlotId) -> Vec<Yielded> {
    let explored = walk.explore_yielding(site, yield_slot);
    if explored.gave_up || explored.leaks.is_empty() { Vec::new() } else { explored.yielded }
}
