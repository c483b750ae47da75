//! The paths from the entry to many calls of one function, walked once for all of them.
//!
//!     a, err := http.Get(u)      before the second call, a walk for its response does what a walk for the
//!     ..                         first one does before its own, and more
//!     b, err := http.Get(v)
//!
//! A function with a thousand requests in a row would be walked a thousand times to half its length.

use super::access_path::{AccessPathId, AccessPaths};
use super::acquired::Site;
use super::explored::{Explored, Goal, Helpers};
use super::reach::Reach;
use super::state::State;
use super::summary::Facts;
use super::walk::{EventId, Explorer, Walk};
use crate::go::body::PlaceId;
use crate::program::FuncRef;
use rustc_hash::FxHashMap;

/// The number of contexts of one body that have a bit of their own. Beyond it the order of contexts matters, which is another one
/// if the walk goes to many calls at once.
const MOST_CONTEXTS: usize = 16;

/// The states in which some calls of one frame are reached.
pub struct SharedPrefix {
    states_at: FxHashMap<EventId, Vec<State>>,
    paths: AccessPaths,
    canonical: FxHashMap<PlaceId, AccessPathId>,
    local_contexts: FxHashMap<(u32, u32, u32), u32>,
    reach: Reach,
    helpers: Helpers,
    taken_as_plain: Vec<(FuncRef, bool)>,
    /// The cost of the walk; see [`Explored::cost`].
    pub cost: usize,
}

impl SharedPrefix {
    /// Walks from the entry of the root to the calls of some sites, which are not inside literals. `None` if each call needs a
    /// walk of its own. Whether helpers on the paths have to be followed shows later; see [`Explored::rests_on_helpers`].
    pub fn to_sites(walk: &Walk, sites: &[Site], helpers: Helpers) -> Option<SharedPrefix> {
        let event_id = |site: &Site| Some((site.block, u32::try_from(site.event).ok()?));
        let mut calls: Vec<EventId> = sites.iter().filter_map(event_id).collect();
        calls.sort_unstable();
        let explorer = walk.explored(Goal::StatesAt(calls), helpers, &Facts::new());
        if explorer.found.gave_up || explorer.local_contexts.len() > MOST_CONTEXTS {
            return None;
        }
        let Explorer { states_at, paths, memo, local_contexts, found, .. } = explorer;
        let Explored { reach, cost, taken_as_plain, .. } = found;
        let canonical = memo.canonical;
        Some(SharedPrefix { states_at, paths, canonical, local_contexts, reach, helpers, taken_as_plain, cost })
    }

    /// The result of [`Walk::explore`] for one of the sites. The cost of the prefix is not counted in it.
    pub fn explore(&mut self, walk: &Walk, site: Site) -> Explored {
        let call = (site.block, u32::try_from(site.event).unwrap_or(u32::MAX));
        let mut explorer = Explorer::new(*walk, Goal::Site(site), self.helpers);
        explorer.leads_to_goal = explorer.blocks_before_goal();
        explorer.paths = std::mem::take(&mut self.paths);
        explorer.memo.canonical = std::mem::take(&mut self.canonical);
        explorer.local_contexts = self.local_contexts.clone();
        explorer.found.reach = self.reach;
        explorer.found.taken_as_plain = self.taken_as_plain.clone();
        for state in self.states_at.get(&call).into_iter().flatten() {
            explorer.push(call, state.clone(), None, None);
        }
        explorer.run();
        self.paths = explorer.paths;
        self.canonical = explorer.memo.canonical;
        explorer.found
    }
}
