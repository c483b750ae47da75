//! A memo of answers that depend on how many calls deep callees may be followed.
//!
//!     func a() { b() }     computed for depth 8: reach 2, the answer for all depths from 2 on
//!     func b() { b2() }    computed for depth 1: cut off, the answer for depth 1 alone
//!
//! An answer that no limit cut off is stored once and serves every depth that its reach fits into. One that was cut off is stored
//! for the depth for which it was computed. Threads share a memo; it never waits for an answer that another thread is computing.

use super::reach::Reach;
use rustc_hash::FxHashMap;
use smallvec::SmallVec;
use std::hash::Hash;
use std::sync::{PoisonError, RwLock};

/// Answers of type `V` by keys of type `K` and depth.
pub(super) struct DepthMemo<K, V>(RwLock<FxHashMap<K, SmallVec<[Answer<V>; 1]>>>);

struct Answer<V> {
    /// The depth at which it holds; `None` for every depth that the reach fits into.
    depth: Option<usize>,
    reach: Reach,
    value: V,
}

impl<K, V> Default for DepthMemo<K, V> {
    fn default() -> DepthMemo<K, V> {
        DepthMemo(RwLock::default())
    }
}

impl<K: Eq + Hash, V: Clone> DepthMemo<K, V> {
    /// The answer for a depth, if it is known.
    pub(super) fn get(&self, key: &K, depth: usize) -> Option<V> {
        let known = self.0.read().unwrap_or_else(PoisonError::into_inner);
        let answers = known.get(key)?;
        let whole = answers.iter().find(|answer| answer.depth.is_none() && answer.reach.is_within(depth));
        let answer = whole.or_else(|| answers.iter().find(|answer| answer.depth == Some(depth)))?;
        Some(answer.value.clone())
    }

    /// Stores an answer that was computed for a depth and has this reach. Returns the one that is stored, which is that of another
    /// thread if it was faster.
    pub(super) fn store(&self, key: K, depth: usize, reach: Reach, value: V) -> V {
        let mut known = self.0.write().unwrap_or_else(PoisonError::into_inner);
        let depth = reach.is_cut().then_some(depth);
        let answers = known.entry(key).or_default();
        if let Some(answer) = answers.iter().find(|answer| answer.depth == depth) {
            return answer.value.clone();
        }
        answers.push(Answer { depth, reach, value: value.clone() });
        value
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_that_was_not_cut_off_holds_at_every_depth_it_fits_into() {
        let memo = DepthMemo::default();
        let reach = Reach::OWN.for_caller();
        assert_eq!(memo.store("f", 8, reach, "returns"), "returns");
        assert_eq!(memo.get(&"f", 2), Some("returns"));
        assert_eq!(memo.get(&"f", 5), Some("returns"));
        assert_eq!(memo.get(&"f", 1), None, "at depth 1 it would have been cut off");
        assert_eq!(memo.get(&"g", 8), None);
    }

    #[test]
    fn an_answer_that_was_cut_off_holds_at_its_depth_alone() {
        let memo = DepthMemo::default();
        memo.store("f", 1, Reach::CUT, "unknown");
        memo.store("f", 3, Reach(2), "returns");
        assert_eq!(memo.get(&"f", 1), Some("unknown"));
        assert_eq!(memo.get(&"f", 2), Some("returns"));
    }

    #[test]
    fn the_first_answer_stays() {
        let memo = DepthMemo::default();
        memo.store("f", 8, Reach::OWN, 1);
        assert_eq!(memo.store("f", 7, Reach::OWN, 2), 1);
        memo.store("f", 1, Reach::CUT, 3);
        assert_eq!(memo.store("f", 1, Reach::CUT, 4), 3);
    }
}
