//! The ranges of numbers: what tests of one show of another.
//!
//!     for i := 0; i <= most; i++ {      `i` is 0, then at least 1
//!         ..
//!         if most > 0 { .. }            else `most` is at most 0, so `i <= most` does not hold again
//!     }
//!
//! A comparison of two expressions is one of their difference. What is known of the two sides says what the difference can be, and
//! a difference with one side says what the other can be. Of a counter only those lower bounds are kept with which a test compares.

use super::access_path::AccessPathId;
use super::state::{ExprFact, State};
use super::summary::Known;
use super::walk::Explorer;
use crate::go::body::{BlockId, Body, Comparison, End, ExprId, PlaceId, PureTree, Test};
use crate::go::outline::ConstValue;
use rustc_hash::{FxHashMap, FxHashSet};
use smallvec::SmallVec;

/// How many numbers are kept with which tests compare one expression.
const MOST_BOUNDS: usize = 40;

/// A range of numbers, both ends inclusive; the ends of `i64` stand for no bound.
type NumberRange = (i64, i64);

/// The numbers that tests distinguish from those below them, by expression.
pub(super) type Bounds = FxHashMap<ExprId, SmallVec<[i64; 4]>>;

impl Explorer<'_> {
    /// The range of an expression in a state, also by what is known of the sides of a difference.
    pub(super) fn range(&mut self, state: &State, expr: ExprId) -> NumberRange {
        let body = self.body;
        let own = self.own_range(state, expr);
        if let [Some(left), Some(right)] = body.exprs[expr.index()].sides {
            let (left, right) = (self.side_range(state, left), self.side_range(state, right));
            return narrowed(own, minus(left, right));
        }
        let mut range = own;
        for (other, fact) in &state.exprs {
            let ([Some(left), Some(right)], ExprFact::Int(low, high, _)) = (body.exprs[other.index()].sides, fact)
            else {
                continue;
            };
            if left == expr && right != expr {
                range = narrowed(range, plus((*low, *high), self.side_range(state, right)));
            } else if right == expr && left != expr {
                range = narrowed(range, minus(self.side_range(state, left), (*low, *high)));
            }
        }
        range
    }

    /// The range that is known of just this expression.
    fn own_range(&self, state: &State, expr: ExprId) -> NumberRange {
        let (low, high) = match state.expr(expr) {
            Some(ExprFact::Int(low, high, _)) => (*low, *high),
            _ => (i64::MIN, i64::MAX),
        };
        let lowest = self.lowest(expr);
        // A length that is not 0 is at least 1.
        let is_not_lowest = matches!(state.expr(expr), Some(ExprFact::Int(_, _, without)) if without.contains(&lowest));
        let lowest = if is_not_lowest { lowest.saturating_add(1) } else { lowest };
        (low.max(lowest), high)
    }

    /// The least value that an expression can have.
    fn lowest(&self, expr: ExprId) -> i64 {
        match self.body.exprs[expr.index()].tree {
            PureTree::Len(_) | PureTree::Cap(_) => 0,
            _ => i64::MIN,
        }
    }

    /// The range of one side of a difference: also of a constant.
    fn side_range(&mut self, state: &State, expr: ExprId) -> NumberRange {
        let own = self.own_range(state, expr);
        match self.body.exprs[expr.index()].place() {
            Some(place) if own == (i64::MIN, i64::MAX) => match self.known_of(state, place, &[]) {
                Some(Known::Value(ExprFact::Int(low, high, _))) => (low, high),
                _ => own,
            },
            _ => own,
        }
    }

    /// The block in which a walk goes on from a jump: past the head of a range loop that runs at least once.
    ///
    ///     if len(urls) == 0 { return }
    ///     for _, u := range urls { .. }
    pub(super) fn past_head(&mut self, state: &State, from: BlockId, to: BlockId) -> BlockId {
        let body = self.body;
        let head = &body.blocks[to.index()];
        let End::Iterate { over: Some(over), body: inside, .. } = head.end else {
            return to;
        };
        if from >= to || state.exprs.is_empty() || !head.events.is_empty() {
            return to;
        }
        let is_count = |tree: &PureTree| match tree {
            PureTree::Len(of) => of.place() == Some(over),
            tree => tree.place() == Some(over),
        };
        let known = state.exprs.iter().find(|(expr, _)| is_count(&body.exprs[expr.index()].tree));
        match known {
            Some((expr, _)) if self.own_range(state, *expr).0 >= 1 => inside,
            _ => to,
        }
    }

    /// Whether what is known of an expression can decide a test.
    pub(super) fn is_compared(&mut self, expr: ExprId) -> bool {
        let body = self.body;
        let sides = self.memo.only_sides.get_or_insert_with(|| only_sides(body));
        !sides.contains(&expr) || !self.tested_bounds(expr).is_empty()
    }

    /// `i++`: a comparison of `i` holds of the next number. Only the bound that moves ahead remains, as far as some test compares with
    /// it: a loop that counts to a thousand would be a thousand states.
    ///
    ///     if i+1 < tries { resp.Body.Close() }    else i is at least tries-1
    ///     i++                                     at least tries: this was the last iteration
    pub(super) fn step_exprs(&mut self, state: &mut State, path: AccessPathId, by: i64) {
        let body = self.body;
        let before = std::mem::take(&mut state.exprs);
        for (expr, fact) in before {
            let pure = &body.exprs[expr.index()];
            let touching = pure.places.iter().filter(|place| self.touches(**place, path)).count();
            if touching == 0 {
                state.set_expr(expr, fact);
                continue;
            }
            let is_path =
                |explorer: &mut Self, place: Option<PlaceId>| place.is_some_and(|place| explorer.path(place) == path);
            let by = match touching {
                1 if is_path(self, pure.grows_with()) => by,
                1 if is_path(self, pure.shrinks_with()) => by.saturating_neg(),
                _ => continue,
            };
            if let ExprFact::Int(low, high, without) = fact {
                let fact = match self.walk.aim.is_reads() {
                    true => self.stepped_both(expr, (low, high), &without, by),
                    false => self.stepped(expr, low, high, by),
                };
                if let Some(fact) = fact {
                    state.set_expr(expr, fact);
                }
            }
        }
    }

    /// Like [`Explorer::stepped`], with both ends. A walk for reads has few states, and needs to know that after `if i < 3 {` the test
    /// `i <= 3` of the loop holds once more: only the last attempt leaves its body open.
    fn stepped_both(&mut self, expr: ExprId, (low, high): (i64, i64), without: &[i64], by: i64) -> Option<ExprFact> {
        let (mut low, mut high) = (low, high);
        while without.contains(&high) {
            high = high.saturating_sub(1);
        }
        while without.contains(&low) {
            low = low.saturating_add(1);
        }
        let bounds = self.tested_bounds(expr);
        let low = (low != i64::MIN).then(|| low.saturating_add(by));
        let low = low.and_then(|low| bounds.iter().copied().filter(|bound| *bound <= low).max());
        let high = (high != i64::MAX).then(|| high.saturating_add(by));
        let high = high.and_then(|high| bounds.iter().copied().filter(|bound| *bound > high).min());
        let (low, high) = (low.unwrap_or(i64::MIN), high.map_or(i64::MAX, |high| high.saturating_sub(1)));
        ((low, high) != (i64::MIN, i64::MAX) && low <= high).then(|| ExprFact::Int(low, high, SmallVec::new()))
    }

    fn stepped(&mut self, expr: ExprId, low: i64, high: i64, by: i64) -> Option<ExprFact> {
        let bounds = self.tested_bounds(expr);
        if by >= 0 && low != i64::MIN {
            let low = low.saturating_add(by);
            let low = bounds.iter().copied().filter(|bound| *bound <= low).max()?;
            return Some(ExprFact::Int(low, i64::MAX, SmallVec::new()));
        }
        if by < 0 && high != i64::MAX {
            let high = high.saturating_add(by);
            let high = bounds.iter().copied().filter(|bound| *bound > high).min()?;
            return Some(ExprFact::Int(i64::MIN, high.saturating_sub(1), SmallVec::new()));
        }
        None
    }

    /// The numbers that some test distinguishes from those below them: 3 for `i < 3`, 4 for `i <= 3`, both for `i == 3`.
    fn tested_bounds(&mut self, expr: ExprId) -> SmallVec<[i64; 4]> {
        if self.memo.bounds.is_none() {
            self.memo.bounds = Some(self.all_tested_bounds());
        }
        self.memo.bounds.as_ref().and_then(|tested| tested.get(&expr)).cloned().unwrap_or_default()
    }

    fn all_tested_bounds(&mut self) -> Bounds {
        let mut tested = Bounds::default();
        for block in &self.body.blocks {
            let (expr, op, value) = match &block.end {
                End::Branch { test: Test::Compare { expr, op, value }, .. } => match self.constant_value(value) {
                    ConstValue::Int(value) => (*expr, *op, value),
                    _ => continue,
                },
                End::Branch { test: Test::Equal(_, _, Some(expr)), .. } => (*expr, Comparison::Equal, 0),
                _ => continue,
            };
            let bounds = tested.entry(expr).or_default();
            if op != Comparison::AtMost {
                bounds.push(value);
            }
            if op != Comparison::Less {
                bounds.push(value.saturating_add(1));
            }
        }
        self.add_bounds_of_sides(&mut tested);
        for bounds in tested.values_mut() {
            bounds.sort_unstable();
            bounds.dedup();
            bounds.truncate(MOST_BOUNDS);
        }
        tested
    }

    /// The numbers that matter for one side of a difference, because a test compares the other side with a number, or it is one.
    fn add_bounds_of_sides(&mut self, tested: &mut Bounds) {
        let body = self.body;
        let mut added: Vec<(ExprId, i64)> = Vec::new();
        for (number, expr) in (0_u32..).zip(&body.exprs) {
            let ([Some(left), Some(right)], Some(limits)) = (expr.sides, tested.get(&ExprId(number))) else {
                continue;
            };
            for (side, other) in [(left, right), (right, left)] {
                let of_other = match tested.get(&other) {
                    Some(bounds) => bounds.clone(),
                    None => self.only_number(other).into_iter().collect(),
                };
                for limit in limits {
                    let sum = |value: &i64| match side == left {
                        true => value.saturating_add(*limit),
                        false => value.saturating_sub(*limit),
                    };
                    // The two sides of the border, and of an inclusive one.
                    added.extend(
                        of_other.iter().map(sum).flat_map(|at| [-1, 0, 1].map(|by| (side, at.saturating_add(by)))),
                    );
                }
            }
        }
        for (side, bound) in added {
            tested.entry(side).or_default().push(bound);
        }
    }

    /// The number that a place always holds.
    fn only_number(&mut self, expr: ExprId) -> Option<i64> {
        let place = self.body.exprs[expr.index()].place()?;
        match self.constant_of(place)? {
            Known::Value(ExprFact::Int(low, high, _)) if low == high => Some(low),
            _ => None,
        }
    }
}

/// The expressions that no test compares, but one of their difference with another one.
fn only_sides(body: &Body) -> FxHashSet<ExprId> {
    let mut sides: FxHashSet<ExprId> = body.exprs.iter().flat_map(|expr| expr.sides).flatten().collect();
    for block in &body.blocks {
        if let End::Branch { test: Test::Compare { expr, .. } | Test::Equal(_, _, Some(expr)), .. } = &block.end {
            sides.remove(expr);
        }
    }
    sides
}

/// The numbers that are in both ranges.
fn narrowed(one: NumberRange, other: NumberRange) -> NumberRange {
    (one.0.max(other.0), one.1.min(other.1))
}

/// The range of a sum.
fn plus(one: NumberRange, other: NumberRange) -> NumberRange {
    let add = |a: i64, b: i64, none: i64| if a == none || b == none { none } else { a.saturating_add(b) };
    (add(one.0, other.0, i64::MIN), add(one.1, other.1, i64::MAX))
}

/// The range of a difference.
fn minus(one: NumberRange, other: NumberRange) -> NumberRange {
    let negated = |bound: i64| match bound {
        i64::MIN => i64::MAX,
        i64::MAX => i64::MIN,
        bound => -bound,
    };
    plus(one, (negated(other.1), negated(other.0)))
}

#[cfg(test)]
mod tests {
    use super::*;

    const ALL: NumberRange = (i64::MIN, i64::MAX);

    #[test]
    fn ranges_are_added_and_subtracted_by_their_ends() {
        assert_eq!(plus((0, 2), (10, 20)), (10, 22));
        assert_eq!(minus((0, 2), (10, 20)), (-20, -8));
        assert_eq!(plus((1, i64::MAX), (2, 3)), (3, i64::MAX));
        assert_eq!(minus((1, i64::MAX), (2, 3)), (-2, i64::MAX));
        assert_eq!(minus((1, 1), (0, i64::MAX)), (i64::MIN, 1));
        assert_eq!(plus(ALL, (1, 1)), ALL);
        assert_eq!(minus((1, 1), ALL), ALL);
    }

    #[test]
    fn what_is_in_both_ranges() {
        assert_eq!(narrowed((0, 5), (3, 9)), (3, 5));
        assert_eq!(narrowed(ALL, (3, 9)), (3, 9));
    }
}
