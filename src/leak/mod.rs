//! Follows one response at a time along the event graph, and says what functions do with the responses that they get.
//!
//!     resp, err := c.Do(req)           a site: does this response leak?
//!     if err != nil { return err }
//!     return decode(resp)              asks what `decode` does with the response that it gets
//!
//! [`Walk::explore`] walks over (block, state), breadth first, and never joins states: two paths to a block with different
//! knowledge stay two. One walk answers all questions, by its [`Goal`].
//!
//! An [`Analysis`] answers questions about callees on demand, to a fixed depth, and keeps the answers by question and depth: they
//! do not depend on which caller asked first. A function that calls itself returns what it returns without that call; longer
//! cycles are cut off at that depth like any other chain of calls.
//!
//! Where to look for responses is not decided here: an analysis gets the candidate names as a plain [`NameSet`].

mod acquired;
mod block_end;
mod branch;
mod call;
mod depth_memo;
mod escape;
mod exits;
mod explored;
mod fast_path;
mod live;
mod lookup;
mod nodes;
mod paths;
mod plain;
mod prefix;
mod reach;
mod sites;
mod start;
mod state;
mod store;
mod summary;
mod trace;
mod transfer;
mod value;
mod walk;
mod widen;
mod witness;

pub use acquired::{Acquired, Site};
pub use explored::{Explored, Goal, Helpers};
pub use fast_path::FastPath;
pub use live::live;
pub use nodes::PathCondition;
pub use prefix::SharedPrefix;
pub use reach::Reach;
pub use sites::{method_returns_ownership, sites};
pub use summary::{Facts, Summaries, Summary, SummaryKey};
pub use trace::explore_traced;
pub use value::Handle;
pub use walk::Walk;
pub use witness::{Leak, LeakKind};

use crate::go::body::OUTER;
use crate::go::names::{Counts, NameSet};
use crate::go::outline::Signature;
use crate::ground::memo::Memo;
use crate::meaning::effect::{Effect, Meaning};
use crate::meaning::effects::Effects;
use crate::program::resolve::Resolver;
use crate::program::{AbstractMethod, FuncId, FuncRef, Index, Scope};
use depth_memo::DepthMemo;
use plain::Ends;
use std::sync::Arc;
use summary::SummaryKeyById;

/// How many calls deep a question about a callee may lead. Chains of wrappers in public code reach 6 (kubernetes clients); a
/// callee beyond it counts as one that cannot be seen.
pub const DEEPEST_CALLS: usize = 8;

/// How deep a question may lead that is not about the response: does this helper return?
const DEEPEST_PLAIN: usize = 3;

/// From this number of blocks on, the fast path is tried before a function is walked for the responses that its callers acquire:
/// most shorter functions return them.
const WORTH_A_FAST_PATH: usize = 8;

/// The responses that the caller of a function acquires, and how deep the answer looked.
type AcquiredResponses = Arc<(Vec<Acquired>, Reach)>;

/// A function, and what is known of its arguments: its callers acquire other responses for others.
type AcquiredKey = (FuncRef, Facts);

/// How functions end, by the depth to which their callees were asked.
type EndsByDepth = Memo<(u32, FuncId, usize), Ends>;

/// What questions about functions need. Clones share the answers.
#[derive(Clone)]
pub struct Analysis<'a> {
    /// All packages.
    pub index: &'a Index,
    /// Whether a cancelled context is no discharge.
    pub require_close: bool,
    /// What stubs and the configuration say of functions.
    effects: Arc<Effects>,
    /// The names by which a call may acquire a response.
    names: NameSet,
    summaries: Arc<Summaries>,
    acquired: Arc<DepthMemo<AcquiredKey, AcquiredResponses>>,
    ends: Arc<EndsByDepth>,
    /// The question about acquired responses that is being answered.
    asked: Option<AcquiredKey>,
}

impl<'a> Analysis<'a> {
    /// An analysis that has no answers yet.
    pub fn new(index: &'a Index, require_close: bool, notes: &[(String, Meaning)]) -> Analysis<'a> {
        Analysis {
            index,
            require_close,
            effects: Arc::new(Effects::new(notes)),
            names: NameSet::All,
            summaries: Arc::default(),
            acquired: Arc::default(),
            ends: Arc::default(),
            asked: None,
        }
    }

    /// This analysis with the answers of another one of the same index and settings.
    pub fn with_summaries(self, summaries: &Arc<Summaries>) -> Analysis<'a> {
        Analysis { summaries: Arc::clone(summaries), ..self }
    }

    /// This analysis, following only calls by these names.
    pub fn with_names(self, names: NameSet) -> Analysis<'a> {
        // The responses that callers acquire depend on the names.
        Analysis { names, acquired: Arc::default(), ..self }
    }

    /// The names by which a call may acquire a response.
    pub fn names(&self) -> &NameSet {
        &self.names
    }

    /// What a function does if its body is not to be looked at: what a stub says, and what the configuration adds to it.
    pub fn effects(&self, function: &FuncRef) -> Option<Arc<[Effect]>> {
        self.effects.of_function(function)
    }

    /// What a method of an interface does, as [`Analysis::effects`] says it of a function.
    pub fn method_effects(&self, method: &AbstractMethod) -> Option<Arc<[Effect]>> {
        self.effects.of_method(method)
    }

    /// The exits of a function for a question; `None` if it cannot be seen or the depth is used up.
    pub fn summary(&self, question: SummaryKey, depth: usize) -> Option<Arc<Summary>> {
        let depth = if question.tracked.is_none() { depth.min(DEEPEST_PLAIN) } else { depth };
        if depth == 0 {
            return None;
        }
        let SummaryKey { function, tracked, facts } = question;
        let key = SummaryKeyById { function: (function.package.number(), function.id), tracked, facts };
        if let Some(known) = self.summaries.0.get(&key, depth) {
            return Some(known);
        }
        let body = function.body()?;
        if body.is_damaged {
            return None;
        }
        let resolver = Resolver::new(self.index, &body, Scope::of_function(self.index, &function));
        let goal = match &key.tracked {
            Some((param, path, handle)) => Goal::Param { param: *param, path: path.clone(), handle: *handle },
            None => Goal::Plain,
        };
        let live = live(&body);
        let walk = Walk { analysis: self, resolver: &resolver, live: &live, root: OUTER, depth };
        let explored = walk.explore(goal, &key.facts);
        let reach = explored.reach.max(Reach::OWN);
        let summary = Summary { exits: explored.exits, reach, gave_up: explored.gave_up };
        Some(self.summaries.0.keep(key, depth, reach, Arc::new(summary)))
    }

    /// The responses that the caller of a function acquires for these arguments; `None` if the function cannot be seen or the
    /// depth is used up.
    pub fn acquired(&self, function: &FuncRef, facts: Facts, depth: usize) -> Option<AcquiredResponses> {
        let decl = function.decl();
        if decl.has_body && depth > 0 && !self.names.has_declared(&decl.name, counts(&decl.signature)) {
            return Some(Arc::new((Vec::new(), Reach::OWN)));
        }
        self.acquired_by_body(function, facts, depth)
    }

    /// [`Analysis::acquired`] whether or not the function's own name is a candidate: the search for the candidate names asks.
    pub fn acquired_by_body(&self, function: &FuncRef, facts: Facts, depth: usize) -> Option<AcquiredResponses> {
        if depth == 0 {
            return None;
        }
        let question = (function.clone(), facts);
        if self.asked.as_ref() == Some(&question) {
            // A function that calls itself returns what it returns without that call.
            return Some(Arc::new((Vec::new(), Reach::OWN)));
        }
        if let Some(known) = self.acquired.get(&question, depth) {
            return Some(known);
        }
        let inner = Analysis { asked: Some(question.clone()), ..self.clone() };
        let found = inner.find_acquired(function, &question.1, depth)?;
        let reach = found.1;
        Some(self.acquired.keep(question, depth, reach, Arc::new(found)))
    }

    fn find_acquired(&self, function: &FuncRef, facts: &Facts, depth: usize) -> Option<(Vec<Acquired>, Reach)> {
        let body = &*function.body().filter(|body| !body.is_damaged)?;
        let resolver = Resolver::new(self.index, body, Scope::of_function(self.index, function));
        let (sites, asked) = sites(self, &resolver, OUTER, depth);
        let mut reach = asked.max(Reach::OWN);
        let mut acquired: Vec<Acquired> = Vec::new();
        if sites.is_empty() {
            return Some((acquired, reach));
        }
        let live = live(body);
        let walk = Walk { analysis: self, resolver: &resolver, live: &live, root: OUTER, depth };
        let fast_path = (body.blocks.len() >= WORTH_A_FAST_PATH).then(|| FastPath::new(walk));
        for site in sites {
            let found = fast_path.as_ref().and_then(|fast_path| fast_path.at(&site));
            if let Some(found) = found.filter(|found| found.acquired.is_empty()) {
                reach |= found.reach;
                continue;
            }
            let explored = walk.explore(Goal::Site(site), facts);
            reach |= explored.reach;
            // Half an answer would be a guess.
            if !explored.gave_up {
                acquired.extend(explored.acquired);
            }
        }
        acquired.sort();
        acquired.dedup();
        Some((acquired, reach))
    }
}

/// How many parameters and results calls of a function have.
fn counts(signature: &Signature) -> Counts {
    let count = |len: usize| u16::try_from(len).ok();
    (count(signature.params.len()).filter(|_| !signature.is_variadic), count(signature.results.len()))
}
