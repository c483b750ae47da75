//! The analysis of leaks: follows one response at a time along the event graph, and computes what functions do with the responses
//! that they get.
//!
//!     resp, err := c.Do(req)           a site: does this response leak?
//!     if err != nil { return err }
//!     return decode(resp)              needs the summary of `decode` for its first parameter
//!
//! [`Walk::explore`] walks over (block, state), breadth first, and never joins states: two paths to a block with different
//! knowledge stay two. One walk answers all questions, by its [`Goal`].
//!
//! An [`Analysis`] computes summaries of callees on demand, to a fixed depth, and stores them by key and depth: they do not depend on
//! which caller needed one first. A function that calls itself returns what it returns without that call; longer cycles are cut off
//! at that depth like any other chain of calls.
//!
//! Where to look for responses is not decided here: an analysis gets the candidate names as a plain [`NameSet`].

mod access_path;
mod acquired;
mod asked;
mod block_end;
mod branch;
mod call;
mod channels;
mod closing;
mod constants;
mod depth_memo;
mod dynamic_type;
mod ends;
mod escape;
mod exits;
mod explored;
mod fast_path;
mod fresh;
mod known;
mod live;
mod lookup;
mod mock;
mod nodes;
mod plain;
mod prefix;
mod ranges;
mod reach;
mod reads;
mod release;
mod repeat;
mod replaced;
mod sites;
mod start;
mod state;
mod store;
mod summary;
mod trace;
mod transfer;
mod transmit;
mod uses;
mod value;
mod walk;
mod widen;
mod witness;
mod writes;

pub use acquired::{Acquired, Origin, Site, ranged};
pub use explored::{Discharge, Explored, Goal, Helpers};
pub use fast_path::FastPath;
pub use live::live;
pub use nodes::{OpenExit, PathCondition};
pub use prefix::SharedPrefix;
pub use reach::Reach;
pub use release::{Aim, Release};
pub use sites::{Sites, method_returns_ownership, sites, sites_of_calls};
pub use summary::{Exit, Facts, Summaries, Summary, SummaryKey};
pub use trace::explore_traced;
pub use value::Handle;
pub use walk::Walk;
pub use witness::{Leak, LeakKind};

use crate::go::body::{Body, FrameId, OUTER};
use crate::go::names::{Counts, NameSet};
use crate::go::outline::{Name, Signature};
use crate::ground::memo::Memo;
use crate::meaning::effect::Effect;
use crate::meaning::effects::Effects;
use crate::meaning::notes::Note;
use crate::meaning::resource::{may_fill, results_can_hold};
use crate::program::resolve::{NamedValue, Resolver};
use crate::program::{AbstractMethod, FuncId, FuncRef, Index, Named, Scope};
use asked::{AskedOf, OwnQuestionsOf};
use depth_memo::DepthMemo;
use plain::Ends;
use writes::{GlobalsOf, OwnWritesOf, WrittenOf};

use sites::sites_for_callers;
use std::cell::OnceCell;
use std::sync::Arc;
use summary::SummaryKeyById;

/// How many calls deep callees are followed. Chains of wrappers in public code reach 6 (kubernetes clients); a
/// callee beyond it counts as one without source.
pub const DEEPEST_CALLS: usize = 8;

/// How many calls deep callees are followed that do not get the response: whether they return is all that matters of them.
const DEEPEST_PLAIN: usize = 3;

/// From this number of blocks on, the fast path is tried before a function is walked for the responses that its callers acquire:
/// most shorter functions return them.
const WORTH_A_FAST_PATH: usize = 8;

/// The responses that the caller of a function acquires.
#[derive(Clone, Debug, Default)]
pub struct AcquiredResponses {
    /// The outcomes in which it acquires one, sorted.
    pub outcomes: Vec<Acquired>,
    /// The outcomes in which it gets one that is closed or cancelled, if all without an error are such; sorted.
    pub released: Vec<Acquired>,
    /// How many calls deep this answer looked.
    pub reach: Reach,
}

/// A method of an interface: the interface and the name.
type OpenMethod = (Arc<Named>, Name);

/// On what the responses depend that the callers of a function acquire.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct AcquiredKey {
    function: FuncRef,
    /// The facts about its arguments.
    facts: Facts,
    /// The methods whose implementers are asked, this function among them: what it returns of their results is left to the others.
    open: Vec<OpenMethod>,
}

/// The ends of functions, by the depth to which their callees were followed.
type EndsByDepth = Memo<(u32, FuncId, usize), Ends>;

/// The answers about functions, and all that is needed to compute more of them. Clones share the answers.
#[derive(Clone)]
pub struct Analysis<'a> {
    /// All packages.
    pub index: &'a Index,
    /// Whether a cancelled context is no discharge.
    pub require_close: bool,
    /// The effects of functions by stubs and configuration.
    effects: Arc<Effects>,
    /// The names by which a call may acquire a response.
    names: NameSet,
    summaries: Arc<Summaries>,
    acquired: Arc<DepthMemo<AcquiredKey, Arc<AcquiredResponses>>>,
    ends: Arc<EndsByDepth>,
    /// The parameters of which functions ask what constant they are.
    asked_constants: Arc<Memo<(u32, FuncId), u32>>,
    own_questions: Arc<OwnQuestionsOf>,
    asked: Arc<AskedOf>,
    own_writes: Arc<OwnWritesOf>,
    written: Arc<WrittenOf>,
    globals_written: Arc<GlobalsOf>,
    /// The function and facts whose acquired responses are being computed.
    in_progress: Option<AcquiredKey>,
    /// See [`AcquiredKey::open`].
    open: Vec<OpenMethod>,
}

impl<'a> Analysis<'a> {
    /// An analysis that has no answers yet.
    pub fn new(index: &'a Index, require_close: bool, notes: &[Note]) -> Analysis<'a> {
        Analysis {
            index,
            require_close,
            effects: Arc::new(Effects::new(notes)),
            names: NameSet::All,
            summaries: Arc::default(),
            acquired: Arc::default(),
            ends: Arc::default(),
            asked_constants: Arc::default(),
            own_questions: Arc::default(),
            asked: Arc::default(),
            own_writes: Arc::default(),
            written: Arc::default(),
            globals_written: Arc::default(),
            in_progress: None,
            open: Vec::new(),
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

    /// The numbers of the notes of the configuration on functions that nothing asked for so far.
    pub fn unmet_notes(&self) -> Vec<usize> {
        self.effects.unmet_notes()
    }

    /// The effects of a function by its stub and the configuration; `None` if neither speaks of it, so that its body decides.
    pub fn effects(&self, function: &FuncRef) -> Option<Arc<[Effect]>> {
        self.effects.of_function(function)
    }

    /// The effects of a method of an interface; see [`Analysis::effects`].
    pub fn method_effects(&self, method: &AbstractMethod) -> Option<Arc<[Effect]>> {
        self.effects.of_method(self.index, method)
    }

    /// Whether the configuration says that what a function returns needs no close.
    pub fn is_handled(&self, function: &FuncRef) -> bool {
        self.effects.is_handled(function)
    }

    /// Whether the configuration says that what a method of an interface returns needs no close.
    pub fn is_method_handled(&self, method: &AbstractMethod) -> bool {
        self.effects.is_method_handled(method)
    }

    /// Whether the configuration says that what a function value returns needs no close.
    pub fn is_value_handled(&self, value: &NamedValue) -> bool {
        self.effects.is_value_handled(value)
    }

    /// The summary of a function or literal, followed `depth` calls deep; `None` if it has no source, if its body is damaged, or if
    /// `depth` is 0.
    pub fn summary(&self, key: SummaryKey, depth: usize) -> Option<Arc<Summary>> {
        let depth = if key.tracked.is_none() { depth.min(DEEPEST_PLAIN) } else { depth };
        if depth == 0 {
            return None;
        }
        let SummaryKey { callee, tracked, facts, aim } = key;
        let key = SummaryKeyById { callee: (callee.package.number(), callee.code, callee.frame), tracked, facts, aim };
        if let Some(known) = self.summaries.0.get(&key, depth) {
            return Some(known);
        }
        let body = callee.code.body(&callee.package)?;
        let resolver = Resolver::new(self.index, &body, callee.code.scope(self.index, &callee.package));
        let goal = match &key.tracked {
            Some((param, path, handle)) => Goal::Param { param: *param, path: path.clone(), handle: *handle },
            None => Goal::Plain,
        };
        let live = live(&body);
        let walk = Walk { analysis: self, resolver: &resolver, live: &live, root: callee.frame, depth, aim: key.aim };
        let explored = walk.explore(goal, &key.facts);
        let reach = explored.reach.max(Reach::OWN);
        let Explored { exits, gave_up, may_end, leaks, .. } = explored;
        let reads = leaks.iter().any(|leak| leak.read.is_some());
        let summary = Summary { exits, may_end, reach, gave_up, reads };
        Some(self.summaries.0.store(key, depth, reach, Arc::new(summary)))
    }

    /// The responses that the caller of a function acquires if these facts hold of its arguments; `None` if the function has no
    /// source, if its body is damaged, or if `depth` is 0.
    pub fn acquired(&self, function: &FuncRef, facts: Facts, depth: usize) -> Option<Arc<AcquiredResponses>> {
        let decl = function.decl();
        if decl.has_body && depth > 0 && !self.names.has_declared(&decl.name, counts(&decl.signature)) {
            return Some(Arc::new(AcquiredResponses::none()));
        }
        if self.is_handled(function) {
            return Some(Arc::new(AcquiredResponses::none()));
        }
        self.acquired_by_body(function, facts, depth)
    }

    /// Like [`Analysis::acquired`], also for a function whose own name is no candidate, for the search that finds the candidates.
    pub fn acquired_by_body(&self, function: &FuncRef, facts: Facts, depth: usize) -> Option<Arc<AcquiredResponses>> {
        if depth == 0 {
            return None;
        }
        let key = AcquiredKey { function: function.clone(), facts, open: self.open.clone() };
        if self.in_progress.as_ref() == Some(&key) {
            // A function that calls itself returns what it returns without that call.
            return Some(Arc::new(AcquiredResponses::none()));
        }
        if let Some(known) = self.acquired.get(&key, depth) {
            return Some(known);
        }
        let inner = Analysis { in_progress: Some(key.clone()), ..self.clone() };
        let found = inner.find_acquired(function, &key.facts, depth)?;
        let reach = found.reach;
        Some(self.acquired.store(key, depth, reach, Arc::new(found)))
    }

    /// Whether the implementers of a method are being asked.
    fn is_open(&self, method: &AbstractMethod) -> bool {
        self.open.iter().any(|(interface, name)| *name == method.name && Some(interface) == method.interface.as_ref())
    }

    /// This analysis, inside an implementer of a method.
    fn inside_method(&self, method: &AbstractMethod) -> Analysis<'a> {
        let mut open = self.open.clone();
        open.extend(method.interface.as_ref().map(|interface| (interface.clone(), method.name.clone())));
        open.sort_by(|one, other| (&one.0.name, &one.1).cmp(&(&other.0.name, &other.1)));
        Analysis { open, ..self.clone() }
    }

    /// Whether a function also returns a response closed that it acquires, together with no error, if these facts hold of its
    /// arguments.
    pub fn returns_closed(&self, function: &FuncRef, facts: &Facts) -> bool {
        let Some(body) = function.body().filter(|body| !body.is_damaged) else {
            return false;
        };
        let resolver = Resolver::new(self.index, &body, Scope::of_function(self.index, function));
        let live = live(&body);
        let depth = DEEPEST_CALLS - 1;
        let walk = Walk { analysis: self, resolver: &resolver, live: &live, root: OUTER, depth, aim: Aim::Leaks };
        sites(self, &resolver, OUTER, depth).sites.into_iter().any(|site| walk.returns_closed(site, facts))
    }

    fn find_acquired(&self, function: &FuncRef, facts: &Facts, depth: usize) -> Option<AcquiredResponses> {
        let body = &*function.body().filter(|body| !body.is_damaged)?;
        let resolver = Resolver::new(self.index, body, Scope::of_function(self.index, function));
        let Sites { sites: mut found_sites, released: mut released_sites, reach } =
            sites_for_callers(self, &resolver, OUTER, depth);
        let mut all = AcquiredResponses { reach: reach.max(Reach::OWN), ..AcquiredResponses::default() };
        for frame in filling_literals(body) {
            let inner = sites_for_callers(self, &resolver, frame, depth);
            all.reach |= inner.reach;
            found_sites.extend(inner.sites);
            released_sites.extend(inner.released);
        }
        if found_sites.is_empty() && released_sites.is_empty() {
            return Some(all);
        }
        let is_of_dependency = OnceCell::new();
        let is_of_dependency = || *is_of_dependency.get_or_init(|| self.index.is_dependency(function));
        let live = live(body);
        let walk = Walk { analysis: self, resolver: &resolver, live: &live, root: OUTER, depth, aim: Aim::Leaks };
        let may_fill = may_fill(self.index, function);
        let mut unreturned = Vec::new();
        let fast_path = (body.blocks.len() >= WORTH_A_FAST_PATH).then(|| FastPath::new(walk));
        for site in found_sites {
            let found = fast_path.as_ref().and_then(|fast_path| fast_path.at(&site));
            if let Some(found) = found.filter(|found| found.acquired.is_empty()) {
                all.reach |= found.reach;
                unreturned.extend((may_fill && site.is_own()).then(|| site.clone()));
                released_sites.extend(found.is_closed_somewhere.then_some(site));
                continue;
            }
            let explored = walk.explore(Goal::Site(site.clone()), facts);
            all.reach |= explored.reach;
            // Half an answer would be a guess.
            if explored.gave_up || explored.acquired.is_empty() {
                unreturned.extend((may_fill && site.is_own()).then(|| site.clone()));
                released_sites.extend((explored.is_discharged && !explored.gave_up).then_some(site));
                continue;
            }
            let is_closed = explored.is_closed_somewhere && is_of_dependency() && walk.returns_closed(site, facts);
            let closed_by = is_closed.then(|| function.clone());
            let outcomes = explored.acquired.into_iter();
            all.outcomes.extend(outcomes.map(|outcome| Acquired { closed_by: closed_by.clone(), ..outcome }));
        }
        for site in unreturned {
            let explored = Walk { aim: Aim::Fills, ..walk }.explore(Goal::Site(site), facts);
            all.reach |= explored.reach;
            all.outcomes.extend(explored.acquired.into_iter().filter(|_| !explored.gave_up));
        }
        all.outcomes.sort();
        all.outcomes.dedup();
        if all.outcomes.is_empty() && !released_sites.is_empty() && !is_of_dependency() {
            self.find_released(walk, released_sites, facts, &mut all);
        }
        Some(all)
    }

    /// The outcomes in which a function returns a response that is closed or cancelled; none if it may return one that is not.
    fn find_released(&self, walk: Walk, sites: Vec<Site>, facts: &Facts, all: &mut AcquiredResponses) {
        let results = &walk.resolver.body.frames[OUTER.index()].signature;
        if !results_can_hold(self.index, results, walk.resolver.scope()) {
            return;
        }
        let mut released = Vec::new();
        for site in sites {
            let explored = Walk { aim: Aim::Reads, ..walk }.explore(Goal::Site(site), facts);
            all.reach |= explored.reach;
            if explored.gave_up || explored.is_returned_otherwise {
                return;
            }
            released.extend(explored.released);
        }
        released.sort();
        released.dedup();
        all.released = released;
    }
}

impl AcquiredResponses {
    /// The answer about a function that returns no response of its own.
    fn none() -> AcquiredResponses {
        AcquiredResponses { reach: Reach::OWN, ..AcquiredResponses::default() }
    }
}

/// The literals that assign variables around them, which the function may return:
///
///     err := retry(func() (err error) { resp, err = http.Get(u); return err })
///     return resp, err
fn filling_literals(body: &Body) -> impl Iterator<Item = FrameId> {
    let frames = (0_u32..).map(FrameId).zip(&body.frames);
    frames.filter(|(frame, data)| *frame != OUTER && !data.assigns.is_empty()).map(|(frame, _)| frame)
}

/// The numbers of parameters and of results of a function; `None` for a variadic one's parameters.
fn counts(signature: &Signature) -> Counts {
    let count = |len: usize| u16::try_from(len).ok();
    (count(signature.params.len()).filter(|_| !signature.is_variadic), count(signature.results.len()))
}
