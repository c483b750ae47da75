//! The walk over (block, state), from node to node.
//!
//!     resp, err := c.Do(req)       n0 waiting -> open, err is nil, or absent, err is not nil
//!     if err != nil { return }     n1 in the next block: open;  n2 at the return: absent
//!
//! A [`Walk`] says in which function, a [`Goal`] for which question. An [`Explorer`] is a walk in progress: it takes a node from the
//! queue, runs the events of its block on the state, and adds the nodes that the end of the block leads to. It never joins states:
//! two paths to a block with different knowledge stay two. Events are run in `transfer.rs` and `call.rs`, tests in `branch.rs`, ends
//! of functions in `exits.rs`.

use super::Analysis;
use super::access_path::{AccessPathId, AccessPaths};
use super::acquired::Site;
use super::channels::Channels;
use super::explored::{Explored, Goal, Helpers};
use super::live::Live;
use super::nodes::{Node, Nodes, PathCondition};
use super::release::{Aim, Release};
use super::repeat::{AllReturned, Repeats};
use super::state::{State, Status};
use super::summary::Facts;
use super::uses::{SlotUses, Tests};
use super::value::Handle;
use super::witness::{LeakKind, PendingLeaks};
use super::writes::{Passing, Written};
use crate::go::body::{Block, BlockId, Body, End, Event, EventKind, ExprId, FrameId, Part, PlaceId, SlotId};
use crate::ground::source::Span;
use crate::meaning::resource::is_closer;
use crate::program::resolve::Resolver;
use rustc_hash::{FxHashMap, FxHashSet};
use smallvec::SmallVec;
use std::cell::RefCell;
use std::rc::Rc;

/// From this number of states at one event on, facts about variables that are not read again are killed there too.
const SEVERAL_STATES: usize = 4;

/// Above this number of states at one block, facts about expressions and fields are dropped, above twice as many the facts
/// about booleans too. The largest number at one block of the Go distribution's library is 21.
const MANY_STATES: usize = 48;

/// [`MANY_STATES`] in a walk for a summary: the callee's own switches matter less.
const MANY_STATES_OF_CALLEE: usize = 16;

/// Above this number of states at one block the obligation is given up.
const TOO_MANY_STATES: usize = 400;

/// The number of nodes after which an obligation is given up. A generated function of 3,000 lines needed 40,000.
const MOST_NODES: usize = 60_000;

/// [`MOST_NODES`] in a walk that follows no response, only whether the function returns and with which results. A helper that
/// decides something needs some ten nodes; one that needs more than this has so many exits that they say nothing.
const MOST_PLAIN_NODES: usize = 300;

/// [`MOST_NODES`] on the fast path.
const MOST_FAST_PATH_NODES: usize = 300;

/// The number of facts in all nodes together after which an obligation is given up; a fact takes up to 100 bytes.
const MOST_FACTS: usize = 2_000_000;

/// The events that are run, and the facts that are known at each, after which an obligation is given up. It bounds the time
/// of a walk that has few nodes: a table of 20,000 rows before a request is one block.
const MOST_WORK: usize = 20_000_000;

/// [`MOST_WORK`] on the fast path. A response that is closed at all is closed soon.
const MOST_FAST_PATH_WORK: usize = 4_000;

/// An event: its block, and its number in it.
pub(super) type EventId = (BlockId, u32);

/// The place of a walk, and all that is known about it.
#[derive(Clone, Copy)]
pub struct Walk<'a> {
    /// The answers about the functions that are called.
    pub analysis: &'a Analysis<'a>,
    /// The body, with its types and callees.
    pub resolver: &'a Resolver<'a>,
    /// The live slots and expressions of the body.
    pub live: &'a Live,
    /// The frame at whose entry the walk begins: the function, or a literal in it.
    pub root: FrameId,
    /// How many calls deep callees are followed.
    pub depth: usize,
    /// What it looks for.
    pub aim: Aim,
}

impl<'a> Walk<'a> {
    /// Walks from the entry of the root, where these facts hold of its parameters.
    pub fn explore(&self, goal: Goal, facts: &Facts) -> Explored {
        let mut cost = 0;
        if matches!(goal, Goal::Site(_)) {
            let found = self.explored(goal.clone(), Helpers::TakenAsPlain, facts).found;
            if !found.rests_on_helpers(self.analysis) {
                return found;
            }
            cost = found.cost;
        }
        let mut found = self.explored(goal, Helpers::Followed, facts).found;
        found.cost += cost;
        found
    }

    /// What the walks through callees look for that get the open response.
    pub(super) fn aim_of_callees(&self) -> Aim {
        if self.aim.is_reads() { Aim::Reads } else { Aim::Leaks }
    }

    /// Whether the response of a site is returned closed, together with no error, if these facts hold of the parameters.
    pub fn returns_closed(&self, site: Site, facts: &Facts) -> bool {
        let mut explorer = Explorer::new(*self, Goal::Site(site), Helpers::Followed);
        explorer.follows_closed = true;
        explorer.run_from_entry(facts);
        explorer.found.is_returned_closed
    }

    /// Walks for the response of a site, which stays open where it is passed to a parameter of the root: the `yield` of an iterator.
    pub(super) fn explore_yielding(&self, site: Site, yield_slot: SlotId) -> Explored {
        let mut explorer = Explorer::new(*self, Goal::Site(site), Helpers::Followed);
        explorer.yield_slot = Some(yield_slot);
        explorer.run_from_entry(&Facts::new());
        explorer.found
    }

    /// Walks with the open response in a parameter of the root, whose body these assignments replace. The leaks are those at the
    /// assignments: after them nothing closes the body that came in.
    pub fn explore_replacing(&self, param: usize, assignments: Vec<Span>) -> Explored {
        let goal = Goal::Param { param, path: Vec::new(), handle: Handle::Response };
        let mut explorer = Explorer::new(*self, goal, Helpers::Followed);
        explorer.replacing = assignments;
        explorer.run_from_entry(&Facts::new());
        explorer.found
    }

    /// The walk from the entry of the root after it has come to its end.
    pub(super) fn explored(&self, goal: Goal, helpers: Helpers, facts: &Facts) -> Explorer<'a> {
        let mut explorer = Explorer::new(*self, goal, helpers);
        explorer.run_from_entry(facts);
        explorer
    }
}

/// A path on from an event: the next event, or the entry of a literal that is run.
pub(super) struct Successor {
    pub(super) enter: Option<BlockId>,
    pub(super) state: State,
    /// What the callee of the event did on this path, if that matters to a reader.
    pub(super) condition: Option<PathCondition>,
}

impl Successor {
    /// On to the next event.
    pub(super) fn on(state: State) -> Successor {
        Successor { enter: None, state, condition: None }
    }
}

/// All paths on from an event; none if it never ends.
pub(super) type Successors = SmallVec<[Successor; 1]>;

/// A walk in progress.
pub(super) struct Explorer<'a> {
    pub(super) walk: Walk<'a>,
    /// The resolver of the walk.
    pub(super) resolver: &'a Resolver<'a>,
    /// The body of the resolver.
    pub(super) body: &'a Body,
    pub(super) goal: Goal,
    pub(super) helpers: Helpers,
    /// Whether it begins at the call, and gives up once the response may not be closed; see [`super::FastPath`].
    pub(super) is_fast_path: bool,
    /// The parameter of an iterator to which it passes its elements, if the walk is about those.
    pub(super) yield_slot: Option<SlotId>,
    /// The assignments that replace the body of the parameter, if the walk is about those.
    pub(super) replacing: Vec<Span>,
    /// The event that is being run.
    pub(super) at: EventId,
    /// The node that the walk goes on from.
    pub(super) node: u32,
    pub(super) paths: AccessPaths,
    /// The numbers of the contexts that this body makes, by block, event and number.
    pub(super) local_contexts: FxHashMap<(u32, u32, u32), u32>,
    pub(super) memo: BodyMemo,
    pub(super) nodes: Nodes,
    /// What is known of the arguments.
    pub(super) facts: Facts,
    budget: Budget,
    /// The blocks from which the call of the goal can still be reached; `None` if that is not known.
    pub(super) leads_to_goal: Option<Vec<bool>>,
    /// The call of [`Goal::StatesAt`] at which a walk ends that only asks whether it is reached.
    pub(super) stops_at: Option<EventId>,
    /// Whether the root returns without coming to that call.
    pub(super) is_left: bool,
    /// The states in which the calls of [`Goal::StatesAt`] are reached.
    pub(super) states_at: FxHashMap<EventId, Vec<State>>,
    pub(super) pending: PendingLeaks,
    /// The returns of the open response with an error.
    pub(super) error_exits: PendingLeaks,
    /// Whether the walk goes on with a response that is closed, to see whether it is returned or read.
    pub(super) follows_closed: bool,
    /// The releases that the walk has met, by number.
    pub(super) releases: Vec<Release>,
    /// How many literals are being judged; see [`super::closing`].
    pub(super) judging: u8,
    /// How far exits are widened: 0 not at all, 1 by the facts about switches, 2 by those about results too.
    pub(super) exit_widening: u8,
    pub(super) found: Explored,
}

/// How a literal returns, whatever it is called with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Returning {
    /// Not at all.
    Never,
    /// With nil as its last result, or without results.
    NoError,
    /// With a last result that may be anything.
    Any,
}

/// Properties of the body, computed when they are first needed.
#[derive(Default)]
pub(super) struct BodyMemo {
    /// The path of each place.
    pub(super) canonical: FxHashMap<PlaceId, AccessPathId>,
    /// The numbers with which tests compare each expression.
    pub(super) bounds: Option<FxHashMap<ExprId, SmallVec<[i64; 4]>>>,
    /// The expressions that no test compares by themselves.
    pub(super) only_sides: Option<FxHashSet<ExprId>>,
    /// Whether literals return.
    pub(super) returning: FxHashMap<FrameId, Returning>,
    /// The literals of which a path ends the process, the goroutine or the test.
    pub(super) ending: FxHashSet<FrameId>,
    /// The literals whose tests run one after the other.
    pub(super) ordered: FxHashSet<FrameId>,
    /// The only place that is ever assigned to a variable, or the variable itself.
    pub(super) only_values: FxHashMap<SlotId, PlaceId>,
    /// Whether variables only ever hold values that this function made.
    pub(super) made_here: RefCell<FxHashMap<SlotId, bool>>,
    /// The slots that are read or written from an event on, and whether they are read first.
    pub(super) accesses: FxHashMap<EventId, FxHashMap<SlotId, bool>>,
    /// The paths that something reads.
    pub(super) read_paths: Option<FxHashSet<AccessPathId>>,
    /// Whether the root returns an error beside something else.
    pub(super) may_exit_with_error: Option<bool>,
    /// The tests of the body.
    pub(super) tested: Option<Tests>,
    /// The arguments of literals that are called where they are written.
    pub(super) literal_args: Option<FxHashMap<SlotId, PlaceId>>,
    /// The variables that are called.
    pub(super) called: Option<FxHashSet<SlotId>>,
    /// Whether the types of places lead to variables elsewhere, and whether they are maps.
    pub(super) references: FxHashMap<PlaceId, (bool, bool)>,
    /// What calls write: by the callee, the argument and how it is passed.
    pub(super) written: FxHashMap<(Span, usize, Passing), Rc<Written>>,
    /// How variables are used.
    pub(super) uses: Option<FxHashMap<SlotId, SlotUses>>,
    /// The channels that the function makes and keeps.
    pub(super) channels: Option<Channels>,
    /// Whether the callee of a call runs a literal again that has returned some results.
    pub(super) repeats: FxHashMap<(EventId, FrameId, AllReturned), Option<Repeats>>,
    /// Whether a path leads from one block to another.
    pub(super) reaches: FxHashMap<(BlockId, BlockId), bool>,
}

/// The limits of a walk, and the work done so far.
struct Budget {
    most_nodes: usize,
    most_work: usize,
    many_states: usize,
    /// The events that were run, and the facts at each.
    work: usize,
}

impl Budget {
    fn of(goal: &Goal, is_fast_path: bool) -> Budget {
        Budget {
            most_nodes: match goal {
                Goal::Plain => MOST_PLAIN_NODES,
                _ if is_fast_path => MOST_FAST_PATH_NODES,
                _ => MOST_NODES,
            },
            most_work: if is_fast_path { MOST_FAST_PATH_WORK } else { MOST_WORK },
            many_states: match goal {
                Goal::Param { .. } | Goal::Plain => MANY_STATES_OF_CALLEE,
                Goal::Site(_) | Goal::StatesAt(_) => MANY_STATES,
            },
            work: 0,
        }
    }
}

impl<'a> Explorer<'a> {
    /// A walk that has not begun.
    pub(super) fn new(walk: Walk<'a>, goal: Goal, helpers: Helpers) -> Explorer<'a> {
        Explorer {
            walk,
            resolver: walk.resolver,
            body: walk.resolver.body,
            budget: Budget::of(&goal, false),
            goal,
            helpers,
            is_fast_path: false,
            yield_slot: None,
            replacing: Vec::new(),
            at: (BlockId(0), 0),
            node: 0,
            paths: AccessPaths::default(),
            local_contexts: FxHashMap::default(),
            memo: BodyMemo::default(),
            nodes: Nodes::default(),
            facts: Facts::new(),
            leads_to_goal: None,
            stops_at: None,
            is_left: false,
            states_at: FxHashMap::default(),
            pending: PendingLeaks::default(),
            error_exits: PendingLeaks::default(),
            follows_closed: walk.aim.is_reads(),
            releases: Vec::new(),
            judging: 0,
            exit_widening: 0,
            found: Explored::default(),
        }
    }

    /// A walk on the fast path that has not begun.
    pub(super) fn on_fast_path(walk: Walk<'a>, goal: Goal) -> Explorer<'a> {
        let budget = Budget::of(&goal, true);
        Explorer { is_fast_path: true, budget, ..Explorer::new(walk, goal, Helpers::TakenAsPlain) }
    }

    /// Walks from the entry of the root; see [`Explorer::run`].
    fn run_from_entry(&mut self, facts: &Facts) {
        self.leads_to_goal = self.blocks_before_goal();
        self.facts = facts.clone();
        let start = self.start(facts);
        let entry = self.body.frames[self.walk.root.index()].entry;
        self.push((entry, 0), start, None, None);
        self.run();
    }

    /// Walks until no node is left or a limit is reached, and sorts the result.
    pub(super) fn run(&mut self) {
        while let Some(id) = self.nodes.next() {
            if self.found.gave_up {
                break;
            }
            self.walk_from(id);
        }
        // A path on which it was lost, and that is cut off here, has not shown that it cannot happen.
        while let Some(id) = self.nodes.next() {
            if let Status::Leaked(number) = self.nodes.get(id).state.status {
                self.pending.mark_feasible(number);
            }
        }
        self.found.leaks = std::mem::take(&mut self.pending).into_feasible(&self.nodes);
        self.found.error_exits = std::mem::take(&mut self.error_exits).into_feasible(&self.nodes);
        self.found.cost = self.nodes.len() + self.budget.work / 16;
        self.found.exits.sort();
        self.found.exits.dedup();
        self.found.acquired.sort();
        self.found.acquired.dedup();
    }

    /// Adds a node, unless one with the same state is there, or the walk has nothing to learn from it.
    pub(super) fn push(
        &mut self,
        (block, event): EventId,
        state: State,
        from: Option<u32>,
        condition: Option<PathCondition>,
    ) {
        let mut state = state;
        if state.status == Status::Waiting && self.has_passed_goal(block, &state) {
            self.is_left = true;
            return;
        }
        let count = self.nodes.count_at(block, event);
        if event == 0 {
            self.kill_dead_facts(block, &mut state);
        } else if count >= SEVERAL_STATES {
            self.kill_dead_facts_inside(block, event, &mut state);
        }
        if count > self.budget.many_states && self.walk.aim.is_reads() {
            // Without what is dropped here, retry loops would read what their last attempt has closed.
            self.found.gave_up = true;
            return;
        }
        if count > self.budget.many_states {
            self.widen(&mut state, count, self.budget.many_states);
        }
        let is_too_large = self.nodes.len() > self.budget.most_nodes || self.nodes.facts > MOST_FACTS;
        if count > TOO_MANY_STATES || is_too_large {
            self.found.gave_up = true;
            return;
        }
        let status = state.status;
        let is_new = self.nodes.add(Node { block, event, state, from, condition });
        if let Status::Leaked(number) = status
            && !is_new
            && self.nodes.has_passed(from, block)
        {
            self.mark_feasible(number);
        }
    }

    /// Whether the call of the goal cannot come any more on this path.
    fn has_passed_goal(&self, block: BlockId, state: &State) -> bool {
        state.stack.len() == 1
            && state.deferred.is_empty()
            && self.leads_to_goal.as_ref().is_some_and(|leads_to_goal| !leads_to_goal[block.index()])
    }

    /// Runs the events from a node on, up to the end of the block or to one after which there are several paths.
    fn walk_from(&mut self, id: u32) {
        self.node = id;
        let node = self.nodes.get(id);
        let (block, mut number, mut state) = (node.block, node.event, node.state.clone());
        let body = self.body;
        let content: &Block = &body.blocks[block.index()];
        while let Some(event) = content.events.get(number as usize) {
            self.budget.work += 1 + state.env.len() + state.exprs.len();
            if self.budget.work > self.budget.most_work {
                self.found.gave_up = true;
                return;
            }
            self.at = (block, number);
            if let Goal::StatesAt(calls) = &self.goal
                && state.stack.len() == 1
                && calls.binary_search(&self.at).is_ok()
            {
                self.states_at.entry(self.at).or_default().push(state.clone());
                if self.stops_at == Some(self.at) {
                    return;
                }
            }
            let was_open = state.status == Status::Open;
            self.forget_read_beside(&mut state, event);
            let holders = self.holders_before(&state, event);
            let mut next = self.event(state, event);
            self.note_release(&next, &holders);
            number += 1;
            next.retain(|step| step.enter.is_some() || !self.is_over(id, event, &mut step.state, was_open));
            match next.pop() {
                Some(Successor { enter: None, state: only, condition: None }) if next.is_empty() => state = only,
                last => {
                    for Successor { enter, state, condition } in next.into_iter().chain(last) {
                        let to = enter.map_or((block, number), |entry| (entry, 0));
                        self.push(to, state, Some(id), condition);
                    }
                    return;
                }
            }
        }
        self.end_of_block(id, content, state);
    }

    /// Whether the walk has nothing more to learn in this state; a response that no variable holds is noted as a leak.
    pub(super) fn is_over(&mut self, id: u32, event: &Event, state: &mut State, was_open: bool) -> bool {
        if !matches!(self.goal, Goal::Site(_)) {
            self.note_replaced(id, event, state, was_open);
            return false;
        }
        match state.status {
            Status::Closed | Status::Escaped => {
                self.note_discharge(state.status);
                if was_open {
                    self.found.note_discharge_at(event.span, state.status);
                }
                self.found.is_returned_otherwise |= state.status == Status::Escaped;
                if state.status == Status::Escaped {
                    self.found.escapes.insert(event.span);
                }
                self.is_discharged(state)
            }
            Status::Absent | Status::Replaced => true,
            Status::Waiting | Status::Leaked(_) => false,
            Status::Open if state.is_held() => false,
            Status::Open => match self.note_leak_at_event(id, event, was_open) {
                Some(number) => {
                    state.resolve(Status::Leaked(number));
                    false
                }
                None => true,
            },
        }
    }

    /// Whether a response is closed or has escaped, and the walk does not go on with one that is closed.
    pub(super) fn is_discharged(&self, state: &State) -> bool {
        matches!(self.goal, Goal::Site(_))
            && match state.status {
                Status::Closed if self.walk.aim.is_reads() => {
                    state.env.iter().all(|(_, value)| value.handle == Handle::None)
                }
                Status::Closed => !self.follows_closed || !state.is_held(),
                Status::Escaped => true,
                _ => false,
            }
    }

    /// Notes that after an event no variable holds the open response any more.
    fn note_leak_at_event(&mut self, id: u32, event: &Event, was_open: bool) -> Option<u16> {
        let how = match &event.kind {
            EventKind::Declare(_) => LeakKind::NextIteration,
            EventKind::Call(_) if self.is_goal_event() && was_open => LeakKind::NextIteration,
            EventKind::Call(_) if self.is_goal_event() => LeakKind::Discarded,
            EventKind::Make { .. } if self.is_goal_event() && was_open => LeakKind::NextIteration,
            EventKind::Make { .. } if self.is_goal_event() => LeakKind::Discarded,
            EventKind::Assign { to: Some(place), .. } if self.is_body(*place) => LeakKind::BodyReplaced,
            _ => LeakKind::Overwritten,
        };
        match &self.body.blocks[self.at.0.index()].end {
            // `return nil, err` assigns another value to the result that held it.
            End::Return { span, .. } if span.contains(event.span) && how == LeakKind::Overwritten => {
                self.note_leak(id, LeakKind::Return, *span)
            }
            _ => self.note_leak(id, how, event.span),
        }
    }

    /// Whether a place is the part of something by which a response is closed.
    pub(super) fn is_body(&self, place: PlaceId) -> bool {
        matches!(&self.body.places[place.index()].part, Some((_, Part::Field(name))) if is_closer(name))
    }

    /// Notes a leak that may turn out to be infeasible; `None` if enough is known of its place.
    pub(super) fn note_leak(&mut self, id: u32, how: LeakKind, span: Span) -> Option<u16> {
        if self.walk.aim.is_reads() && how != LeakKind::Read {
            return None;
        }
        let is_guess = self.nodes.get(id).state.is_guess;
        let number = self.pending.note(id, how, span, is_guess);
        self.found.gave_up |= self.is_fast_path && number.is_none();
        number
    }

    /// Notes a leak at the end of a path.
    pub(super) fn note_leak_at_end(&mut self, id: u32, how: LeakKind, span: Span) {
        if let Some(number) = self.note_leak(id, how, span) {
            self.mark_feasible(number);
        }
    }

    /// A path on from a leak comes to an end.
    pub(super) fn mark_feasible(&mut self, number: u16) {
        self.pending.mark_feasible(number);
        self.found.gave_up |= self.is_fast_path;
    }

    /// Here the process, the goroutine or the test ends. That excuses only a response that is still held.
    pub(super) fn note_end(&mut self, state: &State) {
        self.found.may_end = true;
        if let Status::Leaked(number) = state.status {
            self.mark_feasible(number);
        }
    }

    /// The response is closed or escapes.
    pub(super) fn note_discharge(&mut self, status: Status) {
        self.found.note_discharge(status);
        self.found.gave_up |= self.is_fast_path && status == Status::Escaped;
    }

    /// Whether the event that is being run is the call of the goal.
    pub(super) fn is_goal_event(&self) -> bool {
        match &self.goal {
            Goal::Site(site) => site.block == self.at.0 && site.event == self.at.1 as usize,
            _ => false,
        }
    }

    /// Whether a place is of type `error`.
    pub(super) fn is_error(&self, place: PlaceId) -> bool {
        self.resolver.place_type(place).is_error()
    }

    /// The path of a place: embedded fields written out, dereferences in the middle dropped.
    pub(super) fn path(&mut self, place: PlaceId) -> AccessPathId {
        if let Some(path) = self.memo.canonical.get(&place) {
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
        self.memo.canonical.insert(place, path);
        path
    }

    pub(super) fn part(&mut self, path: AccessPathId, part: &Part) -> AccessPathId {
        self.paths.part(path, part)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::go::body::OUTER;
    use crate::internal_tests::snippet::Snippet;

    /// Whether a walk that has one node is given up when the next one comes, after `fill` has brought it near a limit.
    fn is_given_up(fill: impl Fn(&mut Explorer)) -> bool {
        Snippet::new("func f() {}").walked("f", |walk| {
            let mut explorer = Explorer::new(*walk, Goal::Plain, Helpers::Followed);
            for status in [Status::Open, Status::Absent] {
                fill(&mut explorer);
                explorer.push((BlockId(0), 0), State::at_entry(OUTER, status), None, None);
            }
            explorer.found.gave_up
        })
    }

    #[test]
    fn any_one_limit_ends_a_walk() {
        assert!(!is_given_up(|_| {}));
        assert!(is_given_up(|explorer| explorer.budget.most_nodes = 0), "too many nodes");
        assert!(is_given_up(|explorer| explorer.nodes.facts = MOST_FACTS + 1), "too many facts");
    }
}
