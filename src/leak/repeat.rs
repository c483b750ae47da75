//! What a literal has returned to a callee that may run it again.
//!
//!     return false, nil      asks for another run
//!     return nil             does not
//!
//! Which callees run literals again is not known here; see `call/again.rs`.

use crate::meaning::effect::Fact;
use smallvec::SmallVec;

/// One result of a literal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct Returned {
    pub(super) kind: Kind,
    pub(super) fact: Option<Fact>,
}

/// Its type, as far as it can ask for another run.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Kind {
    Bool,
    Error,
    Other,
}

/// All results of a literal.
pub(super) type AllReturned = SmallVec<[Returned; 2]>;

/// How a function repeats its argument.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Repeats {
    /// As its body says; it may also return with these results.
    Known,
    /// As its body or a stub says; it does not return with these results as if all were well.
    Always,
    /// As its name suggests.
    Guess,
}

/// Whether a literal that has returned this asks for another run: it returns false, or an error; false without an error, if it returns
/// both. One without results has no say, and is run again. `is_known` leaves out what is not known.
pub(super) fn asks(returned: &AllReturned, is_known: bool) -> bool {
    let is = |wanted: Fact| move |result: &Returned| result.fact == Some(wanted) || !is_known && result.fact.is_none();
    let of = |kind: Kind| returned.iter().rev().find(|result| result.kind == kind);
    match (of(Kind::Bool), of(Kind::Error)) {
        (Some(done), Some(error)) => is(Fact::False)(done) && error.fact != Some(Fact::NonNil),
        (Some(done), None) => is(Fact::False)(done),
        (None, Some(error)) => is(Fact::NonNil)(error),
        (None, None) => returned.is_empty() && !is_known,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `known` leaves out what is not known, as for a function that repeats by its name.
    #[test]
    fn which_results_ask_for_another_run() {
        const DONE: Kind = Kind::Bool;
        const ERR: Kind = Kind::Error;
        let (yes, no, nil, err) = (Some(Fact::True), Some(Fact::False), Some(Fact::Nil), Some(Fact::NonNil));
        for (results, may_ask, is_known_to_ask) in [
            (&[][..], true, false),
            (&[(Kind::Other, nil)], false, false),
            (&[(ERR, err)], true, true),
            (&[(ERR, nil)], false, false),
            (&[(ERR, None)], true, false),
            (&[(DONE, no)], true, true),
            (&[(DONE, yes)], false, false),
            (&[(DONE, None)], true, false),
            (&[(DONE, no), (ERR, nil)], true, true),
            (&[(DONE, no), (ERR, None)], true, true),
            (&[(DONE, no), (ERR, err)], false, false),
            (&[(DONE, yes), (ERR, nil)], false, false),
            (&[(DONE, yes), (ERR, err)], false, false),
            (&[(DONE, None), (ERR, nil)], true, false),
            (&[(DONE, None), (ERR, err)], false, false),
            (&[(Kind::Other, nil), (ERR, err)], true, true),
            (&[(Kind::Other, None), (ERR, nil)], false, false),
            // Of two the last one decides.
            (&[(DONE, no), (DONE, yes)], false, false),
            (&[(DONE, yes), (DONE, no)], true, true),
        ] {
            let returned: AllReturned =
                results.iter().map(|(kind, fact)| Returned { kind: *kind, fact: *fact }).collect();
            assert_eq!((asks(&returned, false), asks(&returned, true)), (may_ask, is_known_to_ask), "{returned:?}");
        }
    }
}
