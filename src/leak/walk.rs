//! The walk over (block, state).

use super::live::{Live, first_accesses, reads_itself};
use super::sites::{Acquired, Site};
use super::state::{Activation, Bind, Bound, Handle, PathId, Paths, Pointer, State, Status, Value};
use super::{Analysis, Exit, Facts, Reach};
use crate::go::body::{Block, BlockId, Body, End, Event, EventKind, ExprId, FrameId, Part, PlaceId, SlotId, SlotKind};
use crate::go::lower::{event_places, test_places};
use crate::ground::source::Span;
use crate::meaning::effect::Fact;
use crate::program::index::{FuncRef, Type};
use crate::program::resolve::Resolver;
use rustc_hash::{FxHashMap, FxHashSet, FxHasher};
use smallvec::{SmallVec, smallvec};
use std::cell::RefCell;
use std::collections::VecDeque;
use std::hash::{Hash, Hasher};

/// From so many states at one event on, facts about variables that are not read again are dropped there too.
const SEVERAL_STATES: usize = 4;

/// Above this many states at one block, facts about expressions and fields are forgotten, above twice as many the facts
/// about booleans too. The largest number at one block of the Go distribution's library is 21.
const MANY_STATES: usize = 48;

/// The same in a function that is asked what becomes of the response of its caller: its own switches matter less.
const MANY_STATES_OF_CALLEE: usize = 16;

/// Above this many states at one block the obligation is given up.
const TOO_MANY_STATES: usize = 400;

/// Room for the nodes of most walks: they are large, and copied where a list of them grows.
const USUAL_NODES: usize = 32;

/// The number of nodes after which an obligation is given up. A generated function of 3,000 lines needed 40,000.
const MOST_NODES: usize = 60_000;

/// The same for a function that is only asked whether and with what it returns. A helper that decides something needs some
/// ten; whoever needs more than this has so many exits that they say nothing.
const MOST_PLAIN_NODES: usize = 300;

/// The same for a walk that only looks whether another one is needed.
const MOST_FAST_PATH_NODES: usize = 300;

/// The number of facts in all nodes together after which an obligation is given up; a fact takes up to 100 bytes.
const MOST_FACTS: usize = 2_000_000;

/// The events that are run, and the facts that are known at each, after which an obligation is given up. It bounds the time
/// of a walk that has few nodes: a table of 20,000 rows in front of a request is one block.
const MOST_WORK: usize = 20_000_000;

/// The same for a glance. What is closed at all is closed soon.
const MOST_FAST_PATH_WORK: usize = 4_000;

/// How many literals may be run inside each other.
const DEEPEST_FRAMES: usize = 5;

/// More distinct exits than this are joined.
const MOST_EXITS: usize = 24;

/// What a walk wants to know.
#[derive(Clone, Debug)]
pub enum Goal {
    /// Where the response of a call of this body is lost or handed over.
    Site(Site),
    /// What becomes of a response that comes in by a parameter.
    Param { param: usize, path: Vec<Part>, handle: Handle },
    /// Whether and how it returns.
    Plain,
    /// In which states these calls are reached: block and event, sorted.
    Arrivals(Vec<(BlockId, u32)>),
}

/// The states in which calls are reached, by block and event.
type Arrivals = FxHashMap<(BlockId, u32), Vec<State>>;

/// The way to many calls of one frame, walked once for all: before its call, a walk for one of them does what a walk for
/// another one does.
pub struct SharedPrefix {
    arrivals: Arrivals,
    paths: Paths,
    canon: FxHashMap<PlaceId, PathId>,
    local_contexts: FxHashMap<(u32, u32, u32), u32>,
    reach: Reach,
    helpers: Helpers,
    taken_as_plain: Vec<(FuncRef, bool)>,
    /// What it cost; see [`Explored::cost`].
    pub cost: usize,
}

/// So many contexts of one body have a bit of their own. Beyond it their order matters, which is another one if many calls
/// are walked to at once.
const MOST_CONTEXTS: usize = 16;

/// What a walk found.
#[derive(Debug, Default)]
pub struct Explored {
    /// The ways in which the response was lost, shortest first, one for each place.
    pub leaks: Vec<Leak>,
    /// Whether some path closes it or hands it over.
    pub is_discharged: bool,
    /// Whether some path hands it, or something that reads from it, to others: the function must not close it for all.
    pub is_escaped: bool,
    /// Defer statements inside a loop that closed it.
    pub deferred_in_loop: Vec<Span>,
    /// The ways in which it is handed to the caller.
    pub acquired: Vec<Acquired>,
    /// Whether it is left in a variable of an outer frame (the root is a literal).
    pub is_left_outside: bool,
    /// Whether the walk reached the call of the goal at all.
    pub is_reached: bool,
    /// The exits (goals `Param` and `Plain`).
    pub exits: Vec<Exit>,
    /// How deep it looked.
    pub reach: Reach,
    /// Whether there were too many states.
    pub gave_up: bool,
    /// Calls of unknown functions that took the response.
    pub unknown_takers: u64,
    /// Whether some path closes it.
    pub(super) is_closed_somewhere: bool,
    /// The helpers that were taken as plain without being asked, and whether something was known of their arguments.
    pub(super) taken_as_plain: Vec<(FuncRef, bool)>,
    /// How much the walk had to do, in nodes of a usual size.
    pub cost: usize,
}

impl Explored {
    /// Of a walk that was not begun.
    pub fn given_up() -> Explored {
        Explored { gave_up: true, ..Explored::default() }
    }

    /// Whether it may come out otherwise if helpers are asked: one of those that were taken as plain is not, and on some paths
    /// the response is lost, or closed on some and returned on others. What holds on all paths holds on those that are left.
    pub fn rests_on_helpers(&self, analysis: &Analysis) -> bool {
        let says_something = self.gave_up
            || self.is_left_outside
            || !self.leaks.is_empty()
            || !self.acquired.is_empty() && self.is_closed_somewhere
            || !self.deferred_in_loop.is_empty();
        says_something && self.taken_as_plain.iter().any(|(helper, is_known)| !analysis.is_plain(helper, *is_known))
    }
}

/// One way in which a response is lost.
#[derive(Clone, Debug)]
pub struct Leak {
    /// How.
    pub how: LeakKind,
    /// Where.
    pub span: Span,
    /// The conditions on the way from the call, in order; empty if another loss of this kind comes before it.
    pub witness: Vec<PathCondition>,
}

/// How a response is lost.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LeakKind {
    /// The call's result is thrown away.
    Discarded,
    /// The last variable that holds it gets another value.
    Overwritten,
    /// The variable begins a new life in the next round of a loop.
    NextRound,
    /// A return statement.
    Return,
    /// The end of the function.
    End,
}

/// A condition on the way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PathCondition {
    /// A condition and how it went.
    Branch { span: Span, is_true: bool },
    /// A case that is taken.
    Case(Span),
}

pub(super) struct Node {
    pub(super) block: BlockId,
    pub(super) event: u32,
    pub(super) state: State,
    pub(super) from: Option<u32>,
    via: Option<PathCondition>,
}

/// One way on after an event: the next event, or the entry of a literal that is run.
pub(super) struct Successor {
    pub(super) enter: Option<BlockId>,
    pub(super) state: State,
}

impl Successor {
    /// On to the next event.
    pub(super) fn on(state: State) -> Successor {
        Successor { enter: None, state }
    }
}

/// All ways on after an event; none if it never ends.
pub(super) type Successors = SmallVec<[Successor; 1]>;

pub(super) struct Explorer<'a> {
    pub(super) analysis: &'a Analysis<'a>,
    pub(super) resolver: &'a Resolver<'a>,
    pub(super) body: &'a Body,
    pub(super) goal: Goal,
    pub(super) helpers: Helpers,
    pub(super) root: FrameId,
    pub(super) depth: usize,
    pub(super) paths: Paths,
    pub(super) found: Explored,
    pub(super) local_contexts: FxHashMap<(u32, u32, u32), u32>,
    /// The event that is being run: block, event.
    pub(super) at: (BlockId, u32),
    pub(super) live: &'a Live,
    /// The numbers that tests ask each expression for, once they are needed.
    pub(super) asked: Option<FxHashMap<ExprId, SmallVec<[i64; 4]>>>,
    /// Which literals return.
    pub(super) returning: FxHashMap<FrameId, bool>,
    /// Which variables only ever hold values that this function made.
    pub(super) made_here: RefCell<FxHashMap<SlotId, bool>>,
    /// What is read and written from events in the middle of blocks on.
    accesses: FxHashMap<(BlockId, u32), FxHashMap<SlotId, bool>>,
    /// The paths that something reads, once that is needed.
    read_paths: Option<FxHashSet<PathId>>,
    canon: FxHashMap<PlaceId, PathId>,
    arrivals: Arrivals,
    pub(super) nodes: Vec<Node>,
    queue: VecDeque<u32>,
    /// Nodes by the hash of block, event and state.
    seen: FxHashMap<u64, SmallVec<[u32; 2]>>,
    /// From which blocks the call of the goal can still be reached; `None` if that cannot be told.
    ahead: Option<Vec<bool>>,
    counts: FxHashMap<(BlockId, u32), usize>,
    pending: Vec<PendingLeak>,
    /// The losses at each place.
    pending_at: FxHashMap<Span, SmallVec<[u16; 2]>>,
    exit_widening: u8,
    /// The facts in all nodes together.
    facts: usize,
    /// The events that were run, and the facts at each.
    work: usize,
    /// Whether it begins at the call, and gives up once the response may not be closed; see [`super::FastPath`].
    pub(super) is_fast_path: bool,
}

/// A loss, and whether the path goes on to an end of the function or round a loop for ever. It does not if, say, the test
/// that asked for an error ends because there was none.
struct PendingLeak {
    leak: Leak,
    /// The node at whose end or in which it was lost.
    node: u32,
    is_feasible: bool,
}

/// How many losses at one place are looked at, in case the first ones cannot happen.
const MOST_LEAKS_AT_PLACE: usize = 8;

/// What a walk takes for granted of helpers that are called before the response is there and get nothing that is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Helpers {
    /// That they are plain: they return, and have no say in what follows. What is not lost like this is lost nowhere:
    ///
    ///     setUp(t, config)               not asked, nor parsed, as long as nothing is lost
    ///     resp, err := client.Get(u)
    TakenAsPlain,
    /// Nothing: each of them is asked.
    Asked,
}

/// Walks from the entry of `root`.
pub fn explore<'a>(
    analysis: &'a Analysis<'a>,
    resolver: &'a Resolver<'a>,
    live: &'a Live,
    root: FrameId,
    goal: Goal,
    facts: &Facts,
    depth: usize,
) -> Explored {
    let mut cost = 0;
    if matches!(goal, Goal::Site(_)) {
        let walk = (goal.clone(), Helpers::TakenAsPlain);
        let found = walked(analysis, resolver, live, root, walk, facts, depth).found;
        if !found.rests_on_helpers(analysis) {
            return found;
        }
        cost = found.cost;
    }
    let mut found = walked(analysis, resolver, live, root, (goal, Helpers::Asked), facts, depth).found;
    found.cost += cost;
    found
}

/// Like [`explore`], with the nodes of the walk as text, one line each.
pub fn explore_traced<'a>(
    analysis: &'a Analysis<'a>,
    resolver: &'a Resolver<'a>,
    live: &'a Live,
    root: FrameId,
    goal: Goal,
    facts: &Facts,
    depth: usize,
) -> (Explored, Vec<String>) {
    let explorer = walked(analysis, resolver, live, root, (goal, Helpers::Asked), facts, depth);
    let lines = super::trace::lines(&explorer);
    (explorer.found, lines)
}

/// Walks from the entry of `root` to the calls of some sites, which are not inside literals. `None` if each has to be walked
/// to by itself. Helpers on the way are asked only if `asks_helpers` says so; see [`Explored::rests_on_helpers`].
pub fn shared_prefix<'a>(
    analysis: &'a Analysis<'a>,
    resolver: &'a Resolver<'a>,
    live: &'a Live,
    root: FrameId,
    sites: &[Site],
    asks_helpers: bool,
    depth: usize,
) -> Option<SharedPrefix> {
    let mut calls: Vec<(BlockId, u32)> =
        sites.iter().filter_map(|site| Some((site.block, u32::try_from(site.event).ok()?))).collect();
    calls.sort_unstable();
    let helpers = if asks_helpers { Helpers::Asked } else { Helpers::TakenAsPlain };
    let walk = walked(analysis, resolver, live, root, (Goal::Arrivals(calls), helpers), &Facts::new(), depth);
    if walk.found.gave_up || walk.local_contexts.len() > MOST_CONTEXTS {
        return None;
    }
    let Explorer { arrivals, paths, canon, local_contexts, found, .. } = walk;
    let (reach, cost, taken_as_plain) = (found.reach, found.cost, found.taken_as_plain);
    Some(SharedPrefix { arrivals, paths, canon, local_contexts, reach, helpers, taken_as_plain, cost })
}

/// Like [`explore`] for a site, from where the way to it has been walked.
pub fn explore_from_prefix<'a>(
    analysis: &'a Analysis<'a>,
    resolver: &'a Resolver<'a>,
    live: &'a Live,
    root: FrameId,
    site: Site,
    before: &mut SharedPrefix,
    depth: usize,
) -> Explored {
    let (block, event) = (site.block, u32::try_from(site.event).unwrap_or(u32::MAX));
    let mut explorer = explorer(analysis, resolver, live, root, (Goal::Site(site), before.helpers), depth);
    explorer.ahead = explorer.blocks_ahead();
    explorer.paths = std::mem::take(&mut before.paths);
    explorer.canon = std::mem::take(&mut before.canon);
    explorer.local_contexts = before.local_contexts.clone();
    explorer.found.reach = before.reach;
    explorer.found.taken_as_plain = before.taken_as_plain.clone();
    for state in before.arrivals.get(&(block, event)).into_iter().flatten() {
        explorer.push(block, event, state.clone(), None, None);
    }
    explorer.finished();
    before.paths = std::mem::take(&mut explorer.paths);
    before.canon = std::mem::take(&mut explorer.canon);
    explorer.found
}

/// Walks from the call of a site on, without knowing more than which variables others may reach and what the `known` events
/// say, until it is seen that the response may not be closed; see [`super::FastPath`].
pub(super) fn walked_from_call<'a>(
    analysis: &'a Analysis<'a>,
    resolver: &'a Resolver<'a>,
    live: &'a Live,
    site: &Site,
    known: &[(BlockId, usize)],
    shared: SmallVec<[SlotId; 2]>,
    depth: usize,
) -> Explored {
    let root = resolver.body.blocks[site.block.index()].frame;
    let walk = (Goal::Site(site.clone()), Helpers::TakenAsPlain);
    let mut explorer = explorer(analysis, resolver, live, root, walk, depth);
    explorer.is_fast_path = true;
    let mut start = State { shared, ..explorer.start(&Facts::new()) };
    for (block, number) in known {
        explorer.at = (*block, u32::try_from(*number).unwrap_or(u32::MAX));
        let mut next = explorer.event(start.clone(), &explorer.body.blocks[block.index()].events[*number]);
        match next.pop() {
            Some(Successor { enter: None, state }) if next.is_empty() => start = state,
            _ => break,
        }
    }
    explorer.push(site.block, u32::try_from(site.event).unwrap_or(u32::MAX), start, None, None);
    explorer.finished();
    explorer.found
}

fn walked<'a>(
    analysis: &'a Analysis<'a>,
    resolver: &'a Resolver<'a>,
    live: &'a Live,
    root: FrameId,
    walk: (Goal, Helpers),
    facts: &Facts,
    depth: usize,
) -> Explorer<'a> {
    let mut explorer = explorer(analysis, resolver, live, root, walk, depth);
    explorer.ahead = explorer.blocks_ahead();
    let start = explorer.start(facts);
    let entry = explorer.body.frames[root.index()].entry;
    explorer.push(entry, 0, start, None, None);
    explorer.finished();
    explorer
}

/// A walk that has not begun.
fn explorer<'a>(
    analysis: &'a Analysis<'a>,
    resolver: &'a Resolver<'a>,
    live: &'a Live,
    root: FrameId,
    (goal, helpers): (Goal, Helpers),
    depth: usize,
) -> Explorer<'a> {
    Explorer {
        analysis,
        resolver,
        body: resolver.body,
        goal,
        helpers,
        root,
        depth,
        paths: Paths::default(),
        found: Explored::default(),
        local_contexts: FxHashMap::default(),
        at: (BlockId(0), 0),
        live,
        asked: None,
        returning: FxHashMap::default(),
        made_here: RefCell::default(),
        read_paths: None,
        accesses: FxHashMap::default(),
        canon: FxHashMap::default(),
        arrivals: Arrivals::default(),
        nodes: Vec::with_capacity(USUAL_NODES),
        queue: VecDeque::new(),
        seen: FxHashMap::default(),
        ahead: None,
        counts: FxHashMap::default(),
        pending: Vec::new(),
        exit_widening: 0,
        facts: 0,
        work: 0,
        pending_at: FxHashMap::default(),
        is_fast_path: false,
    }
}

impl Explorer<'_> {
    /// Walks until there is nothing left, and puts in order what was found.
    fn finished(&mut self) {
        self.run();
        self.keep_feasible_leaks();
        self.found.cost = self.nodes.len() + self.work / 16;
        self.found.exits.sort();
        self.found.exits.dedup();
        self.found.acquired.sort();
        self.found.acquired.dedup();
    }

    fn start(&mut self, facts: &Facts) -> State {
        let status = match self.goal {
            Goal::Site(_) | Goal::Arrivals(_) => Status::Waiting,
            Goal::Param { .. } => Status::Open,
            Goal::Plain => Status::Absent,
        };
        let root = Activation { frame: self.root, return_to: (BlockId(0), 0), bind: Bind::Root };
        let mut state = State {
            status,
            env: SmallVec::new(),
            exprs: Vec::new(),
            stack: smallvec![root],
            deferred: SmallVec::new(),
            shared: SmallVec::new(),
            contexts: 0,
            covered: 0,
            called: 0,
            kept: 0,
            written: SmallVec::new(),
        };
        let params = self.body.frames[self.root.index()].params.clone();
        for (number, slot) in params.iter().enumerate() {
            let path = self.paths.root(*slot);
            let value = self.marked_param(number, *slot);
            state.set(path, value);
            for (_, part, fact) in facts.iter().filter(|(param, _, _)| *param == number) {
                let path = self.paths.follow(path, part);
                let known = state.get(path).unwrap_or_default();
                state.set(path, Value { fact: Some(*fact), ..known });
            }
        }
        if let Goal::Param { param, path, handle } = &self.goal
            && let Some(slot) = params.get(*param)
        {
            let root = self.paths.root(*slot);
            let path = self.paths.follow(root, path);
            let mut value = state.get(path).unwrap_or_default();
            value.handle = *handle;
            state.set(path, value);
        }
        let results = self.body.frames[self.root.index()].results.clone();
        // A glance does not begin at the start.
        if !self.is_fast_path {
            results.into_iter().for_each(|slot| self.start_result(&mut state, slot));
        }
        state
    }

    /// A result with a name starts as a zero value.
    pub(super) fn start_result(&mut self, state: &mut State, slot: SlotId) {
        let zero = self.zero_of(&self.resolver.slot_type(slot));
        if !self.body.slots[slot.index()].name.is_empty() && zero.fact == Some(Fact::Nil) {
            let path = self.paths.root(slot);
            state.set(path, zero);
        }
    }

    /// A parameter by which contexts or functions come in carries a bit of its own, so that the exits can tell where it went.
    fn marked_param(&self, number: usize, slot: SlotId) -> Value {
        if number >= 16 || matches!(self.goal, Goal::Site(_) | Goal::Arrivals(_)) {
            return Value::default();
        }
        let bit = 1 << number;
        let ty = self.resolver.slot_type(slot);
        match self.resolver.index.underlying(&ty) {
            Type::Func(_) => Value { cancels: bit, ..Value::default() },
            Type::Basic(_) => Value::default(),
            _ => Value { contexts: bit, ..Value::default() },
        }
    }

    /// The blocks from which the call of the goal can be reached, if it is in the frame of the walk itself.
    fn blocks_ahead(&self) -> Option<Vec<bool>> {
        let goals: Vec<BlockId> = match &self.goal {
            Goal::Site(site) => vec![site.block],
            Goal::Arrivals(calls) => calls.iter().map(|(block, _)| *block).collect(),
            Goal::Param { .. } | Goal::Plain => return None,
        };
        let blocks = &self.body.blocks;
        if goals.iter().any(|block| blocks[block.index()].frame != self.root) {
            return None;
        }
        let mut before: Vec<SmallVec<[u32; 2]>> = vec![SmallVec::new(); blocks.len()];
        for (number, block) in (0_u32..).zip(blocks) {
            for to in successors(&block.end) {
                before[to.index()].push(number);
            }
        }
        let mut ahead = vec![false; blocks.len()];
        let mut stack: Vec<u32> = goals.into_iter().map(|block| block.0).collect();
        while let Some(number) = stack.pop() {
            if !std::mem::replace(&mut ahead[number as usize], true) {
                stack.extend(&before[number as usize]);
            }
        }
        Some(ahead)
    }

    fn push(&mut self, block: BlockId, event: u32, state: State, from: Option<u32>, via: Option<PathCondition>) {
        let mut state = state;
        if state.status == Status::Waiting && self.is_behind(block, &state) {
            return;
        }
        let count = self.counts.get(&(block, event)).copied().unwrap_or(0);
        if event == 0 {
            self.kill_dead_facts(block, &mut state);
        } else if count >= SEVERAL_STATES {
            self.kill_dead_facts_inside(block, event, &mut state);
        }
        if count > self.many_states() {
            self.widen(&mut state, count);
        }
        let most = match self.goal {
            Goal::Plain => MOST_PLAIN_NODES,
            _ if self.is_fast_path => MOST_FAST_PATH_NODES,
            _ => MOST_NODES,
        };
        let is_too_large = self.nodes.len() > most || self.facts > MOST_FACTS;
        if count > TOO_MANY_STATES || is_too_large {
            self.found.gave_up = true;
            return;
        }
        let mut hasher = FxHasher::default();
        (block, event, &state).hash(&mut hasher);
        let hash = hasher.finish();
        let is_known = self.seen.get(&hash).is_some_and(|nodes| {
            nodes.iter().any(|id| {
                let node = &self.nodes[*id as usize];
                node.block == block && node.event == event && node.state == state
            })
        });
        if is_known {
            if let Status::Leaked(number) = state.status
                && self.has_passed(from, block)
            {
                self.mark_feasible(number);
            }
            return;
        }
        *self.counts.entry((block, event)).or_insert(0) += 1;
        self.facts += state.env.len() + state.exprs.len() + state.deferred.len() + state.shared.len();
        let id = u32::try_from(self.nodes.len()).unwrap_or(u32::MAX);
        self.nodes.push(Node { block, event, state, from, via });
        self.seen.entry(hash).or_default().push(id);
        self.queue.push_back(id);
    }

    fn many_states(&self) -> usize {
        match self.goal {
            Goal::Param { .. } | Goal::Plain => MANY_STATES_OF_CALLEE,
            Goal::Site(_) | Goal::Arrivals(_) => MANY_STATES,
        }
    }

    /// Whether the call of the goal cannot come any more on this path.
    fn is_behind(&self, block: BlockId, state: &State) -> bool {
        state.stack.len() == 1
            && state.deferred.is_empty()
            && self.ahead.as_ref().is_some_and(|ahead| !ahead[block.index()])
    }

    /// Forgets what is likely to matter least: expressions and fields of things that do not hold the response, then booleans.
    /// Whether `err` is nil is never forgotten: that would invent leaks.
    fn widen(&self, state: &mut State, count: usize) {
        let many = self.many_states();
        state.exprs.clear();
        let holders = self.holders(state);
        for (path, value) in &mut state.env {
            let is_field = self.paths.parent(*path).is_some() && !holders.contains(&self.paths.slot(*path));
            let is_boolean = matches!(value.fact, Some(Fact::True | Fact::False));
            if state.status == Status::Open && self.is_switch(*path, value) && count < 4 * many {
                continue;
            }
            if is_field || is_boolean && count > 2 * many {
                value.fact = None;
            }
        }
        state.env.retain(|(_, value)| !value.is_unknown());
    }

    /// The variables that hold the response, or have a part that does.
    fn holders(&self, state: &State) -> SmallVec<[SlotId; 4]> {
        let held = state.env.iter().filter(|(_, value)| value.handle != Handle::None);
        held.map(|(path, _)| self.paths.slot(*path)).collect()
    }

    /// Drops what no later test can ask for.
    fn kill_dead_facts(&mut self, block: BlockId, state: &mut State) {
        self.kill_dead_pointers(block, state);
        let frame = state.frame();
        let is_dead = |slot: SlotId| {
            self.body.slots[slot.index()].frame == frame
                && self.body.slots[slot.index()].kind != SlotKind::Global
                && !self.live.slot(block, slot)
        };
        let is_nested = state.stack.len() > 1;
        // What was asked of the arguments before the response was there says nothing about it.
        let is_open = state.status == Status::Open;
        state.env.retain(|(path, value)| {
            if value.fact.is_some() && is_dead(self.paths.slot(*path)) && !(is_open && self.is_switch(*path, value)) {
                value.fact = None;
            }
            !value.is_unknown()
        });
        if !is_nested {
            state.exprs.retain(|(expr, _)| self.live.expr(block, *expr));
        }
    }

    /// The same in the middle of a block: many calls in a row, each with several outcomes, are one block.
    fn kill_dead_facts_inside(&mut self, block: BlockId, event: u32, state: &mut State) {
        let body = self.body;
        let holders = self.holders(state);
        let first = self.accesses.entry((block, event)).or_insert_with(|| first_accesses(body, block, event as usize));
        let frame = state.frame();
        for (path, value) in &mut state.env {
            let slot = self.paths.slot(*path);
            let data = &body.slots[slot.index()];
            let is_own = data.frame == frame && matches!(data.kind, SlotKind::Local | SlotKind::Temp);
            if is_own && !holders.contains(&slot) && !self.live.slot_from(body, block, first, slot) {
                (value.fact, value.pointer) = (None, Pointer::None);
            }
        }
        state.env.retain(|(_, value)| !value.is_unknown());
    }

    /// Drops pointers in variables that are not read again, and in fields that nobody reads if they point to variables that are
    /// not: fifty times `if v := get(k); v != "" { r.F = &v }` would be 2^50 states.
    fn kill_dead_pointers(&mut self, block: BlockId, state: &mut State) {
        let frame = state.frame();
        let mut dropped: SmallVec<[PathId; 4]> = SmallVec::new();
        for (path, value) in &state.env {
            let Value { handle: Handle::None, contexts: 0, cancels: 0, pointer, .. } = *value else {
                continue;
            };
            let is_dead = |path: PathId| {
                let slot = &self.body.slots[self.paths.slot(path).index()];
                let is_own = slot.frame == frame && matches!(slot.kind, SlotKind::Local | SlotKind::Temp);
                is_own && !self.live.slot(block, self.paths.slot(path))
            };
            let is_useless = match pointer {
                Pointer::None => false,
                _ if is_dead(*path) => true,
                Pointer::Frame(_) => false,
                Pointer::To(pointee) => {
                    let holds = |own: &PathId| self.paths.is_inside(pointee, *own);
                    let is_held = state.env.iter().any(|(own, value)| value.handle != Handle::None && holds(own));
                    is_dead(pointee) && !is_held && self.is_plain_field(*path)
                }
            };
            if is_useless {
                dropped.push(*path);
            }
        }
        if dropped.is_empty() {
            return;
        }
        if self.read_paths.is_none() {
            self.read_paths = Some(self.all_read_paths());
        }
        let read_paths = self.read_paths.as_ref();
        dropped
            .retain(|path| self.paths.parent(*path).is_none() || read_paths.is_some_and(|read| !read.contains(path)));
        dropped.into_iter().for_each(|path| state.set(path, Value::default()));
    }

    /// Whether a path is a field of a local variable.
    fn is_plain_field(&self, path: PathId) -> bool {
        self.body.slots[self.paths.slot(path).index()].kind == SlotKind::Local
            && matches!(self.paths.parent(path), Some((base, Part::Field(_))) if self.paths.parent(base).is_none())
    }

    /// The paths that some event or test reads, and what they are parts of.
    fn all_read_paths(&mut self) -> FxHashSet<PathId> {
        let body = self.body;
        let mut read = FxHashSet::default();
        let in_events = body.blocks.iter().flat_map(|block| &block.events).flat_map(|event| {
            let writes = event.kind.writes();
            let is_read = move |place: &PlaceId| !writes.contains(place) || reads_itself(&event.kind, *place);
            event_places(&event.kind).into_iter().filter(is_read)
        });
        let in_tests = body.blocks.iter().flat_map(|block| match &block.end {
            End::Branch { test, .. } => test_places(test, body),
            _ => Vec::new(),
        });
        for place in in_events.chain(in_tests) {
            let mut at = Some(self.path(place));
            while let Some(path) = at {
                read.insert(path);
                at = self.paths.parent(path).map(|(base, _)| base);
            }
        }
        read
    }

    /// A switch in an argument: what a test showed of it is part of the exit.
    fn is_switch(&self, path: PathId, value: &Value) -> bool {
        let slot = self.paths.slot(path);
        let data = &self.body.slots[slot.index()];
        matches!(value.fact, Some(Fact::True | Fact::False))
            && data.kind == SlotKind::Param
            && data.frame == self.root
            && self
                .paths
                .parent(path)
                .is_some_and(|(base, part)| matches!(part, Part::Field(_)) && self.paths.parent(base).is_none())
    }

    /// What the tests on the way showed of switches in the arguments.
    fn switches(&self, state: &State) -> Facts {
        let params = &self.body.frames[self.root.index()].params;
        let is_asked = |path: &PathId| state.written.binary_search(path).is_err();
        let switches = state.env.iter().filter(|(path, value)| is_asked(path) && self.is_switch(*path, value));
        let mut facts: Facts = switches
            .filter_map(|(path, value)| {
                let slot = self.paths.slot(*path);
                let param = params.iter().position(|own| *own == slot)?;
                let (_, part) = self.paths.parent(*path)?;
                Some((param, vec![part.clone()], value.fact?))
            })
            .collect();
        facts.sort();
        facts
    }

    /// The fields of arguments that were written, and what they are then.
    fn writes(&self, state: &State) -> Vec<(usize, Part, Option<Fact>)> {
        let params = &self.body.frames[self.root.index()].params;
        let mut writes: Vec<(usize, Part, Option<Fact>)> = state
            .written
            .iter()
            .filter_map(|path| {
                let slot = self.paths.slot(*path);
                let param = params.iter().position(|own| *own == slot)?;
                let (_, part) = self.paths.parent(*path)?;
                Some((param, part.clone(), state.get(*path).and_then(|value| value.fact)))
            })
            .collect();
        writes.sort();
        writes
    }

    fn run(&mut self) {
        while let Some(id) = self.queue.pop_front() {
            if self.found.gave_up {
                return;
            }
            let node = &self.nodes[id as usize];
            let (block, event, state) = (node.block, node.event, node.state.clone());
            self.walk(id, block, event, state);
        }
    }

    fn walk(&mut self, id: u32, block: BlockId, event: u32, state: State) {
        let body = self.body;
        let content: &Block = &body.blocks[block.index()];
        let mut state = state;
        let mut number = event;
        while let Some(event) = content.events.get(number as usize) {
            self.work += 1 + state.env.len() + state.exprs.len();
            if self.work > if self.is_fast_path { MOST_FAST_PATH_WORK } else { MOST_WORK } {
                self.found.gave_up = true;
                return;
            }
            self.at = (block, number);
            if let Goal::Arrivals(calls) = &self.goal
                && state.stack.len() == 1
                && calls.binary_search(&self.at).is_ok()
            {
                self.arrivals.entry(self.at).or_default().push(state.clone());
            }
            let was_open = state.status == Status::Open;
            let mut next = self.event(state, event);
            number += 1;
            next.retain(|step| step.enter.is_some() || !self.is_over(id, event, &mut step.state, was_open));
            match next.pop() {
                Some(Successor { enter: None, state: only }) if next.is_empty() => state = only,
                last => {
                    for step in next.into_iter().chain(last) {
                        match step.enter {
                            Some(entry) => self.push(entry, 0, step.state, Some(id), None),
                            None => self.push(block, number, step.state, Some(id), None),
                        }
                    }
                    return;
                }
            }
        }
        self.end(id, content, state);
    }

    /// Whether the walk has nothing more to learn in this state; a response that nobody holds is noted.
    fn is_over(&mut self, id: u32, event: &Event, state: &mut State, was_open: bool) -> bool {
        if !matches!(self.goal, Goal::Site(_)) {
            return false;
        }
        match state.status {
            Status::Closed | Status::Escaped => {
                self.discharged(state.status);
                true
            }
            Status::Absent | Status::Replaced => true,
            Status::Waiting | Status::Leaked(_) => false,
            Status::Open => {
                if state.is_held() {
                    return false;
                }
                let how = match &event.kind {
                    EventKind::Declare(_) => LeakKind::NextRound,
                    EventKind::Call(_) if self.is_goal_event() && was_open => LeakKind::NextRound,
                    EventKind::Call(_) if self.is_goal_event() => LeakKind::Discarded,
                    _ => LeakKind::Overwritten,
                };
                let body = self.body;
                let number = match &body.blocks[self.at.0.index()].end {
                    // `return nil, err` gives the result that held it another value.
                    End::Return { span, .. } if span.contains(event.span) && how == LeakKind::Overwritten => {
                        self.note_leak(id, LeakKind::Return, *span)
                    }
                    _ => self.note_leak(id, how, event.span),
                };
                match number {
                    Some(number) => state.resolve(Status::Leaked(number)),
                    None => return true,
                }
                false
            }
        }
    }

    /// The response is closed or in other hands.
    fn discharged(&mut self, status: Status) {
        self.found.is_discharged = true;
        self.found.is_closed_somewhere |= status == Status::Closed;
        if status == Status::Escaped {
            self.found.is_escaped = true;
            self.found.gave_up |= self.is_fast_path;
        }
    }

    pub(super) fn is_goal_event(&self) -> bool {
        match &self.goal {
            Goal::Site(site) => site.block == self.at.0 && site.event == self.at.1 as usize,
            _ => false,
        }
    }

    /// A way on from a loss comes to an end.
    fn mark_feasible(&mut self, number: u16) {
        self.pending[usize::from(number)].is_feasible = true;
        self.found.gave_up |= self.is_fast_path;
    }

    /// Notes a loss that may turn out to be impossible; `None` if there are enough at this place.
    fn note_leak(&mut self, id: u32, how: LeakKind, span: Span) -> Option<u16> {
        let at_place = self.pending_at.entry(span).or_default();
        let is_known = at_place.iter().any(|number| self.pending[usize::from(*number)].is_feasible);
        if is_known || at_place.len() >= MOST_LEAKS_AT_PLACE {
            self.found.gave_up |= self.is_fast_path;
            return None;
        }
        let number = u16::try_from(self.pending.len()).ok()?;
        at_place.push(number);
        self.pending.push(PendingLeak { leak: Leak { how, span, witness: Vec::new() }, node: id, is_feasible: false });
        Some(number)
    }

    /// The conditions on the way from the call to a node.
    fn witness_to(&self, id: u32) -> Vec<PathCondition> {
        let mut way = Vec::new();
        let mut at = Some(id);
        while let Some(id) = at {
            let node = &self.nodes[id as usize];
            if node.state.status == Status::Waiting {
                break;
            }
            way.extend(node.via);
            at = node.from;
        }
        way.reverse();
        way
    }

    /// Notes a loss at the end of a path.
    fn note_leak_at_end(&mut self, id: u32, how: LeakKind, span: Span) {
        if let Some(number) = self.note_leak(id, how, span) {
            self.mark_feasible(number);
        }
    }

    /// Whether the path to a node comes through a block.
    fn has_passed(&self, from: Option<u32>, block: BlockId) -> bool {
        let mut at = from;
        while let Some(id) = at {
            let node = &self.nodes[id as usize];
            if node.block == block {
                return true;
            }
            at = node.from;
        }
        false
    }

    /// Keeps the losses that can happen, one for each place. Only the first of each kind gets its way: no other is shown,
    /// and the ways of thousands of returns in a row would be millions of steps.
    fn keep_feasible_leaks(&mut self) {
        let mut places: FxHashSet<Span> = FxHashSet::default();
        for mut pending in std::mem::take(&mut self.pending) {
            if !pending.is_feasible || !places.insert(pending.leak.span) {
                continue;
            }
            if self.found.leaks.iter().all(|known| known.how != pending.leak.how) {
                pending.leak.witness = self.witness_to(pending.node);
            }
            self.found.leaks.push(pending.leak);
        }
    }

    fn end(&mut self, id: u32, block: &Block, state: State) {
        if matches!(self.goal, Goal::Site(_)) && matches!(state.status, Status::Closed | Status::Escaped) {
            self.discharged(state.status);
            return;
        }
        let here = self.nodes[id as usize].block;
        match &block.end {
            End::Goto(to) => {
                let mut state = state;
                self.begin_range(here, *to, &mut state);
                self.push(*to, 0, state, Some(id), None);
            }
            End::Branch { test, yes, no, shown } => {
                let via = |is_yes: bool| {
                    let is_true = is_yes != shown.is_negated;
                    if shown.is_quiet {
                        return None;
                    }
                    match shown.is_case {
                        true => is_true.then_some(PathCondition::Case(shown.span)),
                        false => Some(PathCondition::Branch { span: shown.span, is_true }),
                    }
                };
                let (on_yes, on_no) = self.test(state, test);
                if let Some(state) = on_yes {
                    self.push(*yes, 0, state, Some(id), via(true));
                }
                if let Some(state) = on_no {
                    self.push(*no, 0, state, Some(id), via(false));
                }
            }
            End::Choose(all) => {
                for (to, span) in all {
                    self.push(*to, 0, state.clone(), Some(id), span.map(PathCondition::Case));
                }
            }
            End::Iterate { over, body, exit, .. } => self.iterate(id, *over, (*body, *exit), state),
            End::Return { span, is_implicit } => self.leave(id, state, *span, *is_implicit),
            End::Stop => {}
        }
    }

    /// A loop over a container that holds the response runs at least once: the first round is the one that gets it.
    fn iterate(&mut self, id: u32, over: Option<PlaceId>, to: (BlockId, BlockId), state: State) {
        let mut state = state;
        let holder = over.map(|place| {
            let path = self.path(place);
            self.part(path, &Part::Element)
        });
        let mut inside = state.clone();
        if let Some(element) = holder {
            let bound = self.bound(&state, element);
            let is_held = bound.handle().is_some_and(|(_, handle)| handle.can_close());
            if is_held && state.status == Status::Open {
                let is_visited = bound.value.fact == Some(Fact::True);
                let stored = state.get(element).unwrap_or(bound.value);
                inside.set(element, Value { fact: Some(Fact::True), ..stored });
                if !is_visited {
                    return self.push(to.0, 0, inside, Some(id), None);
                }
                // The next loop over it has a first round of its own.
                state.set(element, Value { fact: None, ..stored });
            }
        }
        if over.is_none_or(|over| !self.is_last_round(&inside, over, to.0)) {
            self.push(to.0, 0, inside, Some(id), None);
        }
        self.push(to.1, 0, state, Some(id), None);
    }

    /// A return: deferred literals run first, then the results mean what the activation says.
    fn leave(&mut self, id: u32, state: State, span: Span, is_implicit: bool) {
        let mut state = state;
        let Some(activation) = state.stack.last().copied() else {
            return;
        };
        let depth = u8::try_from(state.stack.len()).unwrap_or(u8::MAX);
        let node = &self.nodes[id as usize];
        let here = (node.block, u32::try_from(self.body.blocks[node.block.index()].events.len()).unwrap_or(u32::MAX));
        if let Some(at) = state.deferred.iter().rposition(|(owner, _)| *owner == depth) {
            let (_, frame) = state.deferred.remove(at);
            if self.can_enter(&state, frame) {
                state.stack.push(Activation { frame, return_to: here, bind: Bind::Nothing });
                let entry = self.body.frames[frame.index()].entry;
                return self.push(entry, 0, state, Some(id), None);
            }
            return self.push(here.0, here.1, state, Some(id), None);
        }
        if activation.bind == Bind::Root {
            return self.finish(id, &state, span, is_implicit);
        }
        if self.ends_in_literal(id, &mut state, activation.frame, span, is_implicit) {
            return;
        }
        let results: Vec<Bound> = {
            let slots = &self.body.frames[activation.frame.index()].results;
            slots
                .iter()
                .map(|slot| {
                    let root = self.paths.root(*slot);
                    self.bound(&state, root)
                })
                .collect()
        };
        state.stack.pop();
        self.clear_frame(&mut state, activation.frame);
        let (block, number) = activation.return_to;
        self.bind_results(&mut state, activation, results);
        let event =
            number.checked_sub(1).and_then(|before| self.body.blocks[block.index()].events.get(before as usize));
        if let Some(event) = event {
            self.at = (block, number - 1);
            if self.is_over(id, event, &mut state, true) {
                return;
            }
        }
        self.push(block, number, state, Some(id), None);
    }

    /// A literal in which the response was born returns: whether the response ends with it, handed over or lost.
    fn ends_in_literal(&mut self, id: u32, state: &mut State, frame: FrameId, span: Span, is_implicit: bool) -> bool {
        let Goal::Site(site) = &self.goal else {
            return false;
        };
        let is_born_here = self.body.is_within(self.body.blocks[site.block.index()].frame, frame);
        if state.status != Status::Open || !is_born_here {
            return false;
        }
        let is_result = |slot: SlotId| self.body.frames[frame.index()].results.contains(&slot);
        let returned =
            state.env.iter().any(|(path, value)| value.handle != Handle::None && is_result(self.paths.slot(*path)));
        if returned {
            self.found.is_discharged = true;
            self.found.is_escaped = true;
            return true;
        }
        let in_outer_slot = |path: PathId| {
            let slot = &self.body.slots[self.paths.slot(path).index()];
            !self.body.is_within(slot.frame, frame)
        };
        // `t.Cleanup(func() { resp.Body.Close() })` runs when more than the literal has ended.
        let is_held_outside = state.env.iter().any(|(path, value)| value.handle.can_close() && in_outer_slot(*path))
            || state.deferred.iter().any(|(_, deferred)| self.captures_handle(state, *deferred));
        if !is_held_outside {
            self.note_leak_at_end(id, if is_implicit { LeakKind::End } else { LeakKind::Return }, span);
        }
        !is_held_outside
    }

    /// Whether a literal may be run inside the current frame.
    pub(super) fn can_enter(&self, state: &State, frame: FrameId) -> bool {
        state.stack.len() < DEEPEST_FRAMES && state.stack.iter().all(|activation| activation.frame != frame)
    }

    /// Forgets the temporaries and results of a literal that has returned, unless they hold the response.
    fn clear_frame(&self, state: &mut State, frame: FrameId) {
        let inside = |slot: SlotId| {
            let data = &self.body.slots[slot.index()];
            data.kind != SlotKind::Global && self.body.is_within(data.frame, frame)
        };
        state.env.retain(|(path, value)| !inside(self.paths.slot(*path)) || value.handle.can_close());
        for (path, value) in &mut state.env {
            if inside(self.paths.slot(*path)) {
                *value = Value::holding(value.handle);
            }
        }
        state.exprs.retain(|(expr, _)| {
            self.body.exprs[expr.index()].places.iter().all(|place| !inside(self.body.slot_of(*place)))
        });
    }

    fn bind_results(&mut self, state: &mut State, activation: Activation, results: Vec<Bound>) {
        let (block, number) = activation.return_to;
        let body = self.body;
        let Some(event) = number.checked_sub(1).and_then(|at| body.blocks[block.index()].events.get(at as usize))
        else {
            return;
        };
        let EventKind::Call(call) = &event.kind else {
            return;
        };
        match activation.bind {
            Bind::Root | Bind::Nothing => {}
            Bind::Results => {
                for (place, value) in call.results.iter().zip(results) {
                    if let Some(place) = place {
                        let path = self.path(*place);
                        self.store(state, path, value);
                    }
                }
            }
            Bind::LastError => {
                let last = call.results.last().copied().flatten();
                if let (Some(place), Some(value)) = (last, results.last())
                    && self.is_error(place)
                {
                    let path = self.path(place);
                    self.store(state, path, Bound::plain(value.value));
                }
            }
        }
        if state.status == Status::Open && !matches!(activation.bind, Bind::Root) {
            // What a literal leaves behind in its own variables is lost with them.
            let frame = activation.frame;
            let dead: Vec<PathId> = state
                .env
                .iter()
                .filter(|(path, value)| {
                    let slot = &self.body.slots[self.paths.slot(*path).index()];
                    value.handle.can_close()
                        && slot.kind != SlotKind::Global
                        && self.body.is_within(slot.frame, frame)
                        && matches!(slot.kind, SlotKind::Result | SlotKind::Param)
                })
                .map(|(path, _)| *path)
                .collect();
            let is_held_outside =
                state.env.iter().any(|(path, value)| value.handle.can_close() && !dead.contains(path));
            if is_held_outside {
                dead.into_iter().for_each(|path| state.set(path, Value::default()));
            }
        }
    }

    pub(super) fn is_error(&self, place: PlaceId) -> bool {
        self.resolver.place_type(place).is_error()
    }

    fn finish(&mut self, id: u32, state: &State, span: Span, is_implicit: bool) {
        let results = self.results(state);
        match self.goal {
            Goal::Site(_) => {}
            Goal::Arrivals(_) => return,
            Goal::Param { .. } | Goal::Plain => return self.note_exit(state, results),
        }
        if let Status::Leaked(number) = state.status {
            self.mark_feasible(number);
        }
        if state.status != Status::Open {
            return;
        }
        let returned = results.iter().any(|(_, _, value)| value.handle != Handle::None);
        let cancel_returned = results.iter().any(|(_, _, value)| value.cancels & state.contexts != 0);
        let closure_returned = results.iter().any(|(_, _, value)| match value.pointer {
            Pointer::Frame(frame) => self.captures_handle(state, frame),
            _ => false,
        });
        if returned || closure_returned || cancel_returned && !self.analysis.require_close {
            self.found.is_discharged = true;
            self.found.is_escaped = true;
            self.found.gave_up |= self.is_fast_path && !returned;
            // Who gets an error cannot close what is inside it.
            let slots = &self.body.frames[self.root.index()].results;
            let is_error =
                |number: usize| slots.get(number).is_some_and(|slot| self.resolver.slot_type(*slot).is_error());
            let mut results = results;
            results.retain(|(number, _, value)| value.handle == Handle::None || !is_error(*number));
            if results.iter().any(|(_, _, value)| returns_ownership(value.handle)) {
                self.note_acquired(state, results);
            }
            return;
        }
        let left_outside = state.env.iter().any(|(path, value)| {
            let slot = &self.body.slots[self.paths.slot(*path).index()];
            value.handle.can_close() && slot.kind != SlotKind::Global && !self.body.is_within(slot.frame, self.root)
        });
        if left_outside {
            self.found.is_left_outside = true;
            self.found.gave_up |= self.is_fast_path;
            self.found.is_escaped = true;
            self.found.is_discharged = true;
            return;
        }
        self.note_leak_at_end(id, if is_implicit { LeakKind::End } else { LeakKind::Return }, span);
    }

    /// What the result slots of the root hold.
    fn results(&mut self, state: &State) -> Vec<(usize, Vec<Part>, Value)> {
        let slots = self.body.frames[self.root.index()].results.clone();
        let mut all = Vec::new();
        for (number, slot) in slots.into_iter().enumerate() {
            let root = self.paths.root(slot);
            let bound = self.bound(state, root);
            let mut note = |path: Vec<Part>, value: Value| {
                if !value.is_unknown() {
                    all.push((number, path, value));
                }
            };
            note(Vec::new(), bound.value);
            bound.parts.into_iter().for_each(|(path, value)| note(path, value));
        }
        all
    }

    fn note_acquired(&mut self, state: &State, results: Vec<(usize, Vec<Part>, Value)>) {
        let mut values: Vec<(usize, Vec<Part>, Value)> = results;
        for (_, _, value) in &mut values {
            value.pointer = Pointer::None;
            // One bit is enough: the cancel of this response's own context.
            value.cancels = u32::from(value.cancels & state.contexts & !0xFFFF != 0);
            value.contexts = 0;
        }
        values.retain(|(_, _, value)| !value.is_unknown());
        let is_guess = match &self.goal {
            Goal::Site(site) => site.outcomes.iter().all(|outcome| outcome.is_guess),
            _ => false,
        };
        let owned = Acquired { results: values, params: self.switches(state), contexts: None, is_guess };
        if !self.found.acquired.contains(&owned) {
            self.found.acquired.push(owned);
        }
    }

    fn note_exit(&mut self, state: &State, results: Vec<(usize, Vec<Part>, Value)>) {
        let mut results = results;
        for (_, _, value) in &mut results {
            if let Pointer::Frame(frame) = value.pointer
                && state.status == Status::Open
                && self.captures_handle(state, frame)
            {
                value.handle = Handle::Close;
            }
            value.pointer = Pointer::None;
        }
        results.retain(|(_, _, value)| !value.is_unknown());
        let params = self.switches(state);
        let writes = self.writes(state);
        let mut exit = Exit { status: state.status, results, params, writes, called: state.called, kept: state.kept };
        widen_exit(&mut exit, self.exit_widening);
        if self.found.exits.contains(&exit) {
            return;
        }
        self.found.exits.push(exit);
        if self.found.exits.len() > MOST_EXITS && self.exit_widening < 2 {
            // Too many to tell apart: what is known of switches goes first, then what is known of results.
            self.exit_widening += 1;
            for exit in &mut self.found.exits {
                widen_exit(exit, self.exit_widening);
            }
            self.found.exits.sort();
            self.found.exits.dedup();
        }
    }

    /// Whether a literal mentions a variable that holds the response.
    pub(super) fn captures_handle(&self, state: &State, frame: FrameId) -> bool {
        let captures = &self.body.frames[frame.index()].captures;
        state
            .env
            .iter()
            .any(|(path, value)| value.handle.can_close() && captures.binary_search(&self.paths.slot(*path)).is_ok())
    }

    /// The path of a place: embedded fields written out, dereferences in the middle dropped.
    pub(super) fn path(&mut self, place: PlaceId) -> PathId {
        if let Some(path) = self.canon.get(&place) {
            return *path;
        }
        let data = &self.body.places[place.index()];
        let path = match &data.part {
            None => self.paths.root(data.slot),
            Some((base, part)) => {
                let mut path = self.path(*base);
                if let Part::Field(name) = part {
                    if let Some((inner, Part::Deref)) = self.paths.parent(path) {
                        path = inner;
                    }
                    for embedded in self.resolver.embedded_path(*base, name) {
                        path = self.paths.part(path, &Part::Field(embedded));
                    }
                }
                self.paths.part(path, part)
            }
        };
        self.canon.insert(place, path);
        path
    }

    pub(super) fn part(&mut self, path: PathId, part: &Part) -> PathId {
        self.paths.part(path, part)
    }
}

/// The blocks that an end leads to.
pub(super) fn successors(end: &End) -> Vec<BlockId> {
    match end {
        End::Goto(to) => vec![*to],
        End::Branch { yes, no, .. } => vec![*yes, *no],
        End::Choose(all) => all.iter().map(|(to, _)| *to).collect(),
        End::Iterate { body, exit, .. } => vec![*body, *exit],
        End::Return { .. } | End::Stop => Vec::new(),
    }
}

fn widen_exit(exit: &mut Exit, exit_widening: u8) {
    if exit_widening > 0 {
        exit.params.clear();
        exit.writes.iter_mut().for_each(|(_, _, fact)| *fact = None);
        exit.results
            .retain(|(_, path, value)| path.is_empty() || *value != Value { fact: value.fact, ..Value::default() });
    }
    if exit_widening > 1 {
        exit.results.retain(|(_, _, value)| value.handle != Handle::None || value.contexts | value.cancels != 0);
        exit.results.iter_mut().for_each(|(_, _, value)| value.fact = None);
    }
}

fn returns_ownership(handle: Handle) -> bool {
    matches!(handle, Handle::Response | Handle::Body | Handle::Holder)
}
