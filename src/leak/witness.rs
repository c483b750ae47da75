//! The leaks of a walk, and which of them are feasible.
//!
//!     resp, err := http.Get(u)
//!     if resp.StatusCode != 200 { return err }     a leak; the condition is its witness
//!
//!     resp, err = http.Get(v)      may be a leak of the first response ..
//!     t.FailNow()                  .. but the test ends here: no path goes on, and there is none
//!
//! So a leak in the middle of a path is pending until the rest of the path shows that it is feasible.

use super::nodes::{Nodes, PathCondition};
use super::release::ReadAfterRelease;
use crate::ground::source::Span;
use rustc_hash::{FxHashMap, FxHashSet};
use smallvec::SmallVec;

/// The number of leaks at one place that are looked at, in case the first ones cannot happen.
const MOST_LEAKS_AT_PLACE: usize = 8;

/// A path on which a response leaks.
#[derive(Clone, Debug)]
pub struct Leak {
    /// How it leaks.
    pub how: LeakKind,
    /// Where it leaks.
    pub span: Span,
    /// The conditions on the path from the call, in order; empty if another leak of this kind comes before it.
    pub witness: Vec<PathCondition>,
    /// Whether the response came together with an error.
    pub comes_with_error: bool,
    /// Whether the path rests on a guess about a function without source.
    pub is_guess: bool,
    /// The read after a release, where the walk looks for those.
    pub read: Option<Box<ReadAfterRelease>>,
}

/// How a response leaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LeakKind {
    /// The call's result is thrown away.
    Discarded,
    /// The last variable that holds it is assigned another value.
    Overwritten,
    /// The response gets another body, and nothing holds the one it came with.
    BodyReplaced,
    /// The next iteration of a loop has a new variable in place of the one that holds it.
    NextIteration,
    /// A return statement.
    Return,
    /// The end of the function.
    End,
    /// It does not leak: its body is read after it was released.
    Read,
}

/// A leak, and whether it is feasible: whether the path goes on to an end of the function or round a loop for ever. It does not
/// after `require.Error(t, err)`, which ends a test that got no error.
struct PendingLeak {
    leak: Leak,
    /// The node at whose end or in which it leaked.
    node: u32,
    is_feasible: bool,
}

/// The leaks of a walk, by number.
#[derive(Default)]
pub(super) struct PendingLeaks {
    all: Vec<PendingLeak>,
    by_span: FxHashMap<Span, SmallVec<[u16; 2]>>,
}

impl PendingLeaks {
    /// Notes a leak, and returns its number; `None` if enough is known of this place.
    pub(super) fn note(&mut self, node: u32, how: LeakKind, span: Span, is_guess: bool) -> Option<u16> {
        let at_place = self.by_span.entry(span).or_default();
        let is_known = at_place.iter().any(|number| self.all[usize::from(*number)].is_feasible);
        if is_known || at_place.len() >= MOST_LEAKS_AT_PLACE {
            return None;
        }
        let number = u16::try_from(self.all.len()).ok()?;
        at_place.push(number);
        self.all.push(PendingLeak {
            leak: Leak { how, span, witness: Vec::new(), comes_with_error: false, is_guess, read: None },
            node,
            is_feasible: false,
        });
        Some(number)
    }

    /// Notes that a leak is a read after a release.
    pub(super) fn set_read(&mut self, number: u16, read: ReadAfterRelease) {
        self.all[usize::from(number)].leak.read = Some(Box::new(read));
    }

    /// Notes that a path goes on from a leak to an end.
    pub(super) fn mark_feasible(&mut self, number: u16) {
        self.all[usize::from(number)].is_feasible = true;
    }

    /// The leaks that can happen, one for each place. Only the first of each kind gets its witness: no other is shown, and the
    /// witnesses of thousands of returns in a row would be millions of conditions.
    pub(super) fn into_feasible(self, nodes: &Nodes) -> Vec<Leak> {
        let mut leaks: Vec<Leak> = Vec::new();
        let mut places: FxHashSet<Span> = FxHashSet::default();
        for PendingLeak { mut leak, node, is_feasible } in self.all {
            if !is_feasible || !places.insert(leak.span) {
                continue;
            }
            if leaks.iter().all(|known| known.how != leak.how) {
                leak.witness = nodes.witness_to(node);
            }
            leaks.push(leak);
        }
        // What is known without a guess is enough.
        if leaks.iter().any(|leak| !leak.is_guess) {
            leaks.retain(|leak| !leak.is_guess);
        }
        leaks
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::go::body::{BlockId, OUTER};
    use crate::leak::nodes::Node;
    use crate::leak::state::{State, Status};

    /// The nodes 0, before the call, and 1 and 2 on a path from there.
    fn nodes() -> Nodes {
        let mut nodes = Nodes::default();
        for (number, status) in [Status::Waiting, Status::Open, Status::Open].into_iter().enumerate() {
            let number = u32::try_from(number).expect("three nodes");
            let state = State::at_entry(OUTER, status);
            let condition = Some(PathCondition::Case(Span { start: number, end: number }));
            assert!(nodes.add(Node {
                block: BlockId(number),
                event: 0,
                state,
                from: number.checked_sub(1),
                condition
            }));
        }
        nodes
    }

    #[test]
    fn a_leak_is_found_once_a_path_goes_on_to_an_end() {
        let (first, second) = (Span { start: 0, end: 1 }, Span { start: 5, end: 6 });
        let mut pending = PendingLeaks::default();
        assert!(pending.note(1, LeakKind::Overwritten, first, false).is_some(), "the first leak of a place");
        let again =
            pending.note(2, LeakKind::Overwritten, first, false).expect("none at this place is feasible so far");
        pending.mark_feasible(again);
        assert_eq!(pending.note(0, LeakKind::Overwritten, first, false), None, "enough is known of this place");
        pending.note(0, LeakKind::Return, second, false).expect("another place");
        let leaks = pending.into_feasible(&nodes());
        assert_eq!(leaks.iter().map(|leak| leak.span).collect::<Vec<Span>>(), [first]);
        let condition = |number| PathCondition::Case(Span { start: number, end: number });
        assert_eq!(leaks[0].witness, [condition(1), condition(2)], "the conditions since the call");
    }

    #[test]
    fn only_some_leaks_of_a_place_are_looked_at() {
        let mut pending = PendingLeaks::default();
        let noted = (0..2 * MOST_LEAKS_AT_PLACE)
            .filter_map(|_| pending.note(0, LeakKind::End, Span { start: 0, end: 1 }, false));
        assert_eq!(noted.count(), MOST_LEAKS_AT_PLACE);
    }
}
