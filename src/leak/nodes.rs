//! The nodes of a walk: (block, event, state), each with the node it was reached from.
//!
//! Two paths that come to a block with the same knowledge meet in one node; a path that knows more or less gets its own.

use super::state::{State, Status};
use crate::go::body::BlockId;
use crate::ground::source::Span;
use crate::program::FuncRef;
use rustc_hash::{FxHashMap, FxHasher};
use smallvec::SmallVec;
use std::collections::VecDeque;
use std::hash::{Hash, Hasher};

/// Room for the nodes of most walks: they are large, and copied where a list of them grows.
const USUAL_NODES: usize = 32;

/// A condition on a path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PathCondition {
    /// A condition, and whether it was true.
    Branch { span: Span, is_true: bool },
    /// A case that is taken.
    Case(Span),
    /// A call after which the response is open, because the callee left by this exit and not by one at which it is closed.
    LeftOpen { call: Span, exit: OpenExit },
}

/// An exit of a function at which it has not closed the response that it got.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenExit {
    /// The function.
    pub function: FuncRef,
    /// The return statement, or the end of the body.
    pub span: Span,
}

impl PathCondition {
    /// The place of the condition.
    pub fn span(&self) -> Span {
        match self {
            PathCondition::Branch { span, .. } | PathCondition::Case(span) => *span,
            PathCondition::LeftOpen { call, .. } => *call,
        }
    }
}

/// A point of the walk.
pub(super) struct Node {
    pub(super) block: BlockId,
    /// The event in the block: not the first one after a literal that was run, and at the call where a walk begins.
    pub(super) event: u32,
    pub(super) state: State,
    /// The node before it on the path.
    pub(super) from: Option<u32>,
    /// The condition on the edge from there.
    pub(super) condition: Option<PathCondition>,
}

/// All nodes of a walk, by number, and those that have not been walked from.
pub(super) struct Nodes {
    all: Vec<Node>,
    queue: VecDeque<u32>,
    /// Nodes by the hash of block, event and state.
    by_hash: FxHashMap<u64, SmallVec<[u32; 2]>>,
    /// How many nodes there are at each event.
    counts: FxHashMap<(BlockId, u32), usize>,
    /// The number of facts in all nodes together.
    pub(super) facts: usize,
}

impl Default for Nodes {
    fn default() -> Nodes {
        Nodes {
            all: Vec::with_capacity(USUAL_NODES),
            queue: VecDeque::new(),
            by_hash: FxHashMap::default(),
            counts: FxHashMap::default(),
            facts: 0,
        }
    }
}

impl Nodes {
    /// The number of nodes.
    pub(super) fn len(&self) -> usize {
        self.all.len()
    }

    /// The number of nodes at an event.
    pub(super) fn count_at(&self, block: BlockId, event: u32) -> usize {
        self.counts.get(&(block, event)).copied().unwrap_or(0)
    }

    /// A node by its number.
    pub(super) fn get(&self, id: u32) -> &Node {
        &self.all[id as usize]
    }

    /// All nodes, in the order in which they were found.
    pub(super) fn iter(&self) -> impl Iterator<Item = &Node> {
        self.all.iter()
    }

    /// Adds a node to be walked from; `false` if one with the same block, event and state is there already.
    pub(super) fn add(&mut self, node: Node) -> bool {
        let mut hasher = FxHasher::default();
        (node.block, node.event, &node.state).hash(&mut hasher);
        let with_hash = self.by_hash.entry(hasher.finish()).or_default();
        let is_known = with_hash.iter().any(|id| {
            let known = &self.all[*id as usize];
            known.block == node.block && known.event == node.event && known.state == node.state
        });
        if is_known {
            return false;
        }
        let id = u32::try_from(self.all.len()).unwrap_or(u32::MAX);
        with_hash.push(id);
        *self.counts.entry((node.block, node.event)).or_insert(0) += 1;
        let State { env, exprs, deferred, shared, .. } = &node.state;
        self.facts += env.len() + exprs.len() + deferred.len() + shared.len();
        self.all.push(node);
        self.queue.push_back(id);
        true
    }

    /// The next node to walk from, in the order in which they were found.
    pub(super) fn next(&mut self) -> Option<u32> {
        self.queue.pop_front()
    }

    /// A node and the nodes before it on its path, the last one first.
    fn path_back(&self, from: Option<u32>) -> impl Iterator<Item = &Node> {
        let node = |id: u32| &self.all[id as usize];
        std::iter::successors(from.map(node), move |at| at.from.map(node))
    }

    /// Whether the path to a node comes through a block.
    pub(super) fn has_passed(&self, from: Option<u32>, block: BlockId) -> bool {
        self.path_back(from).any(|node| node.block == block)
    }

    /// The conditions on the path from the call to a node, in order.
    pub(super) fn witness_to(&self, id: u32) -> Vec<PathCondition> {
        let since_call = self.path_back(Some(id)).take_while(|node| node.state.status != Status::Waiting);
        let mut conditions: Vec<PathCondition> = since_call.filter_map(|node| node.condition.clone()).collect();
        conditions.reverse();
        conditions
    }
}
