//! Follows one response at a time along the event graph, and says what functions do with responses that they get.
//!
//! [`explore`] walks over (block, state), breadth first, and never joins states: two ways to a block with different knowledge
//! stay two. The same walk answers all questions, by its [`Goal`]:
//!
//! * `Site`: a call of this function hands over a response. On which paths is it lost, where is it handed on?
//! * `Param`: the caller's response comes in through a parameter. Is it closed, kept, handed back at the returns?
//! * `Plain`: nothing is followed. Does it return at all for these arguments, and what is known of the results?
//! * `Arrivals`: in which states are these calls reached? Each is followed from there.
//!
//! Answers about callees are asked for on demand, to a fixed depth, and kept by question and depth: they do not depend on who
//! asked first. A function that calls itself hands over what it hands over without that; longer circles are cut off at that depth like
//! any other chain of calls.

mod branch;
mod call;
mod fast_path;
mod live;
mod plain;
mod reach;
mod sites;
mod state;
mod trace;
mod transfer;
mod walk;

pub use fast_path::FastPath;
pub use live::{Live, live};
pub use reach::Reach;
pub use sites::{Acquired, Site, method_returns_ownership, sites};
pub use state::{Handle, Value};
pub use walk::{
    Explored, Goal, Leak, LeakKind, PathCondition, SharedPrefix, explore, explore_from_prefix, explore_traced,
    shared_prefix,
};

use crate::go::body::Part;
use crate::go::names::{Counts, NameSet};
use crate::go::outline::Signature;
use crate::meaning::effect::{Effect, Fact, Meaning};
use crate::meaning::effects::Effects;
use crate::program::index::{AbstractMethod, FuncId, FuncRef, Index, Scope};
use crate::program::resolve::Resolver;
use plain::Ends;
use rustc_hash::FxHashMap;
use smallvec::SmallVec;
use std::sync::{Arc, RwLock};

/// How many calls deep a question about a callee may lead. Wrapper chains in public code reach 6 (kubernetes clients);
/// beyond it a callee counts as one that cannot be seen.
pub const DEEPEST_CALLS: usize = 8;

/// How deep a question may lead that is not about the response: does this helper return?
const DEEPEST_PLAIN: usize = 3;

/// From so many blocks on a function is glanced at before it is walked through for what it hands over: most shorter ones hand
/// it over.
const WORTH_A_FAST_PATH: usize = 8;

/// How a function left, seen from its caller.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Exit {
    /// What became of the response that came in.
    pub status: state::Status,
    /// What is known of the results: result, part of it, value.
    pub results: Vec<(usize, Vec<Part>, Value)>,
    /// What switches in its arguments must have been: parameter, part of it, fact.
    pub params: Facts,
    /// Fields of its arguments that it wrote, and what they are then.
    pub writes: Vec<(usize, Part, Option<Fact>)>,
    /// Parameters that were called, one bit each.
    pub called: u32,
    /// Parameters that were stored, one bit each.
    pub kept: u32,
}

/// What a function does, as its exits; none means that it never returns.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    /// The distinct ways in which it returns.
    pub exits: Vec<Exit>,
    /// How deep it looked.
    pub reach: Reach,
    /// Whether the function was too large to be followed to the end.
    pub gave_up: bool,
}

/// A question about a function.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct SummaryKey {
    /// The function.
    pub function: FuncRef,
    /// The parameter, part of it and handle by which the caller's response comes in.
    pub tracked: Option<(usize, Vec<Part>, Handle)>,
    /// What is known of the arguments.
    pub facts: Facts,
}

/// What is known of the arguments of a call: parameter, part of it, fact; sorted.
pub type Facts = Vec<(usize, Vec<Part>, Fact)>;

/// The responses that a function hands over, and how deep the answer looked.
type AcquiredResponses = Arc<(Vec<Acquired>, Reach)>;

/// A function, and what is known of its arguments: what it returns is asked for each.
type AcquiredKey = (FuncRef, Facts);

/// How functions end, by the depth to which their callees were asked.
type EndsByDepth = FxHashMap<(u32, FuncId, usize), Ends>;

/// Answers by question: the depth for which one holds, how deep it looked, and what it is.
type Memo<K, V> = RwLock<FxHashMap<K, SmallVec<[(usize, Reach, V); 1]>>>;

/// What functions do, by question. The answers do not depend on which names are hot, so that one analysis can take over those of
/// another.
#[derive(Default)]
pub struct Summaries(Memo<SummaryKeyById, Arc<Summary>>);

/// A [`SummaryKey`] that does not hold on to the package.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct SummaryKeyById {
    function: (u32, FuncId),
    tracked: Option<(usize, Vec<Part>, Handle)>,
    facts: Facts,
}

/// Everything that questions about functions need. Copies share what they find.
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
    owners: Arc<Memo<AcquiredKey, AcquiredResponses>>,
    /// How functions end.
    ends: Arc<RwLock<EndsByDepth>>,
    /// The function that is being walked through for what it returns, and for which arguments.
    asked: Option<AcquiredKey>,
}

/// The depth under which answers are kept that no depth limit touched.
const ANY_DEPTH: usize = usize::MAX;

impl<'a> Analysis<'a> {
    /// An analysis that knows nothing yet.
    pub fn new(index: &'a Index, require_close: bool, notes: &[(String, Meaning)]) -> Analysis<'a> {
        Analysis {
            index,
            require_close,
            effects: Arc::new(Effects::new(notes)),
            names: NameSet::All,
            summaries: Arc::default(),
            owners: Arc::default(),
            ends: Arc::default(),
            asked: None,
        }
    }

    /// The same, with the answers of an analysis of the same index and settings.
    pub fn with_summaries(self, summaries: &Arc<Summaries>) -> Analysis<'a> {
        Analysis { summaries: Arc::clone(summaries), ..self }
    }

    /// The same, following only calls by these names.
    pub fn with_names(self, names: NameSet) -> Analysis<'a> {
        // What functions return depends on the names.
        Analysis { names, owners: Arc::default(), ..self }
    }

    /// The names by which a call may acquire a response.
    pub fn names(&self) -> &NameSet {
        &self.names
    }

    /// What a function does if its body is not to be asked: what a stub says, and on top what the configuration says.
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
        if let Some(known) = recall(&self.summaries.0, &key, depth) {
            return Some(known);
        }
        let body = function.body()?;
        if body.is_damaged {
            return None;
        }
        let scope = Scope::of_function(self.index, &function);
        let resolver = Resolver::new(self.index, &body, scope);
        let goal = match &key.tracked {
            Some((param, path, handle)) => Goal::Param { param: *param, path: path.clone(), handle: *handle },
            None => Goal::Plain,
        };
        let live = live(&body);
        let explored = explore(self, &resolver, &live, crate::go::body::OUTER, goal, &key.facts, depth);
        let reach = explored.reach.max(Reach::OWN);
        let summary = Summary { exits: explored.exits, reach, gave_up: explored.gave_up };
        Some(keep(&self.summaries.0, key, depth, reach, Arc::new(summary)))
    }

    /// The responses that a function hands to its caller for these arguments; `None` if it cannot be seen or the depth is
    /// used up.
    pub fn owned(&self, function: &FuncRef, facts: Facts, depth: usize) -> Option<AcquiredResponses> {
        let decl = function.decl();
        if decl.has_body && depth > 0 && !self.names.has_declared(&decl.name, counts(&decl.signature)) {
            return Some(Arc::new((Vec::new(), Reach::OWN)));
        }
        self.acquired_by_body(function, facts, depth)
    }

    /// Like [`Analysis::owned`], for the search that finds out by which names responses are acquired.
    pub fn acquired_by_body(&self, function: &FuncRef, facts: Facts, depth: usize) -> Option<AcquiredResponses> {
        if depth == 0 {
            return None;
        }
        let question = (function.clone(), facts);
        if self.asked.as_ref() == Some(&question) {
            // A function that calls itself hands over what it hands over without that.
            return Some(Arc::new((Vec::new(), Reach::OWN)));
        }
        if let Some(known) = recall(&self.owners, &question, depth) {
            return Some(known);
        }
        let inner = Analysis { asked: Some(question.clone()), ..self.clone() };
        let found = inner.find_acquired(function, &question.1, depth)?;
        let reach = found.1;
        Some(keep(&self.owners, question, depth, reach, Arc::new(found)))
    }

    fn find_acquired(&self, function: &FuncRef, facts: &Facts, depth: usize) -> Option<(Vec<Acquired>, Reach)> {
        let body = &*function.body().filter(|body| !body.is_damaged)?;
        let scope = Scope::of_function(self.index, function);
        let resolver = Resolver::new(self.index, body, scope);
        let (sites, asked) = sites::sites(self, &resolver, crate::go::body::OUTER, depth);
        let mut reach = asked.max(Reach::OWN);
        let mut owned: Vec<Acquired> = Vec::new();
        if sites.is_empty() {
            return Some((owned, reach));
        }
        let live = live(body);
        let fast_path = (body.blocks.len() >= WORTH_A_FAST_PATH).then(|| FastPath::new(self, &resolver, &live));
        for site in sites {
            let found = fast_path.as_ref().and_then(|fast_path| fast_path.at(&site, depth));
            if let Some(found) = found.filter(|found| found.acquired.is_empty()) {
                reach |= found.reach;
                continue;
            }
            let explored = explore(self, &resolver, &live, crate::go::body::OUTER, Goal::Site(site), facts, depth);
            reach |= explored.reach;
            // Half an answer would be a guess.
            if !explored.gave_up {
                owned.extend(explored.acquired);
            }
        }
        owned.sort();
        owned.dedup();
        Some((owned, reach))
    }
}

/// How many parameters and results calls of a function have.
fn counts(signature: &Signature) -> Counts {
    let count = |len: usize| u16::try_from(len).ok();
    (count(signature.params.len()).filter(|_| !signature.is_variadic), count(signature.results.len()))
}

/// The answer for a depth, if it is known: one that was cut off at this depth, or one that fits into it.
fn recall<K: Eq + std::hash::Hash, V: Clone>(memo: &Memo<K, V>, key: &K, depth: usize) -> Option<V> {
    let known = read(memo);
    let answers = known.get(key)?;
    let whole = answers.iter().find(|(at, reach, _)| *at == ANY_DEPTH && reach.is_within(depth));
    whole.or_else(|| answers.iter().find(|(at, _, _)| *at == depth)).map(|(_, _, answer)| answer.clone())
}

fn keep<K: Eq + std::hash::Hash, V: Clone>(memo: &Memo<K, V>, key: K, depth: usize, reach: Reach, value: V) -> V {
    let mut known = write(memo);
    let depth = if reach.is_cut() { depth } else { ANY_DEPTH };
    let answers = known.entry(key).or_default();
    // Another thread may have been faster.
    if let Some((_, _, answer)) = answers.iter().find(|(at, _, _)| *at == depth) {
        return answer.clone();
    }
    answers.push((depth, reach, value.clone()));
    value
}

fn read<T>(lock: &RwLock<T>) -> std::sync::RwLockReadGuard<'_, T> {
    lock.read().unwrap_or_else(std::sync::PoisonError::into_inner)
}

fn write<T>(lock: &RwLock<T>) -> std::sync::RwLockWriteGuard<'_, T> {
    lock.write().unwrap_or_else(std::sync::PoisonError::into_inner)
}
