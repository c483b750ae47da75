//! An outcome: one of the results that a call can have, and its effects on the state.
//!
//!     n, err := shut(resp)     two outcomes: closed, `err` is nil; open, `err` is not nil

use crate::go::body::Part;
use crate::leak::nodes::OpenExit;
use crate::leak::state::Status;
use crate::leak::summary::{ResultValues, Switches, Writes};
use crate::leak::value::{Bound, Handle, Value};
use crate::meaning::effect::{Fact, Stage};
use crate::program::FuncRef;

/// An outcome of a call.
#[derive(Clone, Debug, Default)]
pub(super) struct Outcome {
    /// The new status of the response; `None` if it is unchanged.
    pub(super) status: Option<Status>,
    /// Whether the callee gave the response another body without closing the one that it came with.
    pub(super) is_replaced: bool,
    /// Whether the process, the goroutine or the test ends instead of the call.
    pub(super) is_end: bool,
    /// Two arguments of which the call has shown that they are equal, or that they are not.
    pub(super) compared: Option<(usize, usize, bool)>,
    /// The known values of the results.
    pub(super) results: ResultValues,
    /// The facts that must hold of parts of its arguments.
    pub(super) params: Switches,
    /// Fields of arguments that the callee wrote.
    pub(super) writes: Writes,
    /// The facts that hold of arguments from now on.
    pub(super) refine: Vec<(usize, Fact)>,
    /// Arguments that escape.
    pub(super) escaped: Vec<usize>,
    /// Arguments that are literals given to a function without source. One with the call of the goal is taken to have run when the
    /// call returns; any other escapes.
    pub(super) ran: Vec<usize>,
    /// Arguments that are literals which may run at any time from now on.
    pub(super) kept: Vec<usize>,
    /// Arguments of which a part is given a reader of the response.
    pub(super) readers: Vec<usize>,
    /// Arguments that are called.
    pub(super) called: Vec<usize>,
    /// Functions in parts of arguments that are called.
    pub(super) called_parts: Vec<(usize, Vec<Part>)>,
    /// Arguments that are called in another goroutine.
    pub(super) started: Vec<usize>,
    /// Arguments that will be called, and when.
    pub(super) later: Vec<(usize, Stage)>,
    /// The context of the group that has been waited for: cancelled now. A walk that does not look for reads knows no more of it than
    /// that there is one.
    pub(super) joined: Option<u32>,
    /// Contexts that the receiver carries from now on.
    pub(super) carried: u32,
    /// The function with source that closed the response.
    pub(super) closer: Option<FuncRef>,
    /// The exit by which the callee left the response open, where it closes it at another one.
    pub(super) open_exit: Option<OpenExit>,
}

impl Outcome {
    /// The outcome in which the process, the goroutine or the test ends.
    pub(super) fn end() -> Outcome {
        Outcome { is_end: true, ..Outcome::default() }
    }

    /// The value of a result, to be changed.
    pub(super) fn result(&mut self, number: usize) -> &mut Value {
        let known = self.results.iter().position(|(own, path, _)| *own == number && path.is_empty());
        let at = known.unwrap_or_else(|| {
            self.results.push((number, Vec::new(), Value::default()));
            self.results.len() - 1
        });
        &mut self.results[at].2
    }

    /// The result is this value.
    pub(super) fn set_result(&mut self, number: usize, bound: &Bound) {
        *self.result(number) = bound.value;
        self.results.extend(bound.parts.iter().map(|(path, value)| (number, path.clone(), *value)));
    }

    /// The contexts that a function gets may reach all that it returns, and its receiver.
    pub(super) fn carry(&mut self, contexts: u32, results: usize, has_receiver: bool) {
        if contexts == 0 {
            return;
        }
        for number in 0..results {
            self.result(number).contexts |= contexts;
        }
        if has_receiver {
            self.carried = contexts;
        }
    }
}

/// The results of an outcome after which the response is not open any more.
pub(super) fn without_handles(results: ResultValues) -> ResultValues {
    let without = |(number, path, mut value): (usize, Vec<Part>, Value)| {
        if value.handle != Handle::None {
            value.handle = Handle::None;
            value.fact = value.fact.or(Some(Fact::NonNil));
        }
        (number, path, value)
    };
    results.into_iter().map(without).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_result_has_one_value() {
        let mut outcome = Outcome::default();
        outcome.result(1).fact = Some(Fact::Nil);
        outcome.result(1).contexts = 4;
        outcome.result(0).handle = Handle::Body;
        assert_eq!(outcome.results.len(), 2);
        assert_eq!(*outcome.result(1), Value { contexts: 4, ..Value::of(Fact::Nil) });
        outcome.results.push((2, vec![Part::Element], Value::of(Fact::True)));
        assert_eq!(*outcome.result(2), Value::default(), "what is known of an element is not known of the list");
    }

    #[test]
    fn a_result_takes_over_a_value_with_its_parts() {
        let part = (vec![Part::Deref], Value::holding(Handle::Body));
        let bound = Bound { value: Value::of(Fact::NonNil), parts: vec![part], written: Vec::new() };
        let mut outcome = Outcome::default();
        outcome.set_result(1, &bound);
        let expected =
            vec![(1, Vec::new(), Value::of(Fact::NonNil)), (1, vec![Part::Deref], Value::holding(Handle::Body))];
        assert_eq!(outcome.results, expected);
    }

    #[test]
    fn contexts_reach_all_results_and_the_receiver() {
        let carried = |contexts, has_receiver| {
            let mut outcome = Outcome::default();
            outcome.carry(contexts, 2, has_receiver);
            let of_results: Vec<u32> = outcome.results.iter().map(|(_, _, value)| value.contexts).collect();
            (of_results, outcome.carried)
        };
        assert_eq!(carried(3, true), (vec![3, 3], 3));
        assert_eq!(carried(3, false), (vec![3, 3], 0));
        assert_eq!(carried(0, true), (vec![], 0), "nothing is said of results");
    }

    #[test]
    fn what_held_a_response_that_is_closed_is_not_nil() {
        let results = vec![
            (0, Vec::new(), Value::holding(Handle::Response)),
            (1, Vec::new(), Value { fact: Some(Fact::True), ..Value::holding(Handle::Close) }),
            (2, Vec::new(), Value::of(Fact::Nil)),
        ];
        let values: Vec<Value> = without_handles(results).into_iter().map(|(_, _, value)| value).collect();
        assert_eq!(values, [Fact::NonNil, Fact::True, Fact::Nil].map(Value::of));
    }
}
