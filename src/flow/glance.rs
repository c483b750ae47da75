//! A look at a response from its call on, which is enough for most of them.
//!
//!     setUp(t, server)                  not asked whether it returns, nor parsed
//!     resp, err := client.Get(u)        the glance begins here and knows nothing of what came before
//!     require.NoError(t, err)
//!     defer resp.Body.Close()           closed on all ways: no walk from the entry is needed
//!
//! Less is known in a glance than in a walk from the entry, so that it sees more ways, and what closes or holds the response it
//! sees by the response. Whatever may be different is left to that walk: a response in other hands, because a variable may
//! hold a literal that is known; one that is left in a variable of an outer frame; one that is lost.

use super::Analysis;
use super::explore::{Explored, walked_from_call};
use super::live::Live;
use super::sites::Site;
use crate::body::{EventKind, FrameId, Rvalue, SlotId};
use crate::resolve::Resolver;
use rustc_hash::FxHashSet;
use smallvec::SmallVec;
use std::cell::Cell;

/// Glances at the responses of one body.
pub struct Glances<'a> {
    analysis: &'a Analysis<'a>,
    resolver: &'a Resolver<'a>,
    live: &'a Live,
    /// The variables to which a pointer is made: what is known through a pointer is not known in a glance.
    pointed_to: FxHashSet<SlotId>,
    cost: Cell<usize>,
}

impl<'a> Glances<'a> {
    /// Those at a body that has no damage.
    pub fn new(analysis: &'a Analysis<'a>, resolver: &'a Resolver<'a>, live: &'a Live) -> Glances<'a> {
        let body = resolver.body;
        let events = body.blocks.iter().flat_map(|block| &block.events);
        let pointed_to = events.filter_map(|event| match &event.kind {
            EventKind::Make { value: Rvalue::Address(place), .. } => Some(body.slot_of(*place)),
            _ => None,
        });
        Glances { analysis, resolver, live, pointed_to: pointed_to.collect(), cost: Cell::new(0) }
    }

    /// What a walk from the entry would find of a response, if that can be told: it is closed or handed to the caller on all
    /// ways. What else it says may be of ways that such a walk rules out.
    pub fn at(&self, site: &Site, depth: usize) -> Option<Explored> {
        let body = self.resolver.body;
        let block = &body.blocks[site.block.index()];
        let EventKind::Call(call) = &block.events[site.event].kind else {
            return None;
        };
        let mut results = call.results.iter().flatten();
        if results.any(|place| self.pointed_to.contains(&body.slot_of(*place))) {
            return None;
        }
        let mut shared: SmallVec<[SlotId; 2]> = SmallVec::new();
        for (number, frame) in (0_u32..).zip(&body.frames) {
            if !body.is_within(block.frame, FrameId(number)) {
                shared.extend(frame.assigns.iter().copied());
            }
        }
        shared.sort_unstable();
        shared.dedup();
        // A deferred literal may give another value to what is returned.
        if body.frames[block.frame.index()].results.iter().any(|slot| shared.binary_search(slot).is_ok()) {
            return None;
        }
        let found = walked_from_call(self.analysis, self.resolver, self.live, site, shared, depth);
        self.cost.set(self.cost.get() + found.cost);
        (!found.gave_up).then_some(found)
    }

    /// What all glances have cost so far, also those that told nothing; see [`Explored::cost`].
    pub fn cost(&self) -> usize {
        self.cost.get()
    }
}
