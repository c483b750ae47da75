//! Assertions that compare or match: what they show of their arguments.
//!
//!     require.Equal(t, errGone, err)         `err` is not nil, because `errGone` is not
//!     Expect(err).To(Not(BeNil()))           the matcher demands the opposite of what `BeNil` demands
//!     c.Assert(err, NotNil)                  the checker is a variable; its stub declares a constant that says what it demands
//!     Expect(resp).To(HaveHTTPBody("x"))     the matcher closes what it is matched against

use super::args::Arg;
use super::outcome::Outcome;
use crate::go::body::SlotKind;
use crate::go::outline::ConstValue;
use crate::leak::state::State;
use crate::leak::value::Value;
use crate::leak::walk::Explorer;
use crate::meaning::effect::Fact;
use std::ops::Range;

/// What a matcher or checker demands of the value that it gets. Arguments are numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Demand {
    /// That a fact holds of it.
    Fact(Fact),
    /// That it is one certain value, which is not nil: what does not match may be nil or not.
    OneNonNil,
    /// That it is equal to another argument.
    Equal(usize),
    /// That it is not equal to another argument.
    Differ(usize),
    /// Whatever it is, it is closed.
    Closed,
    /// Nothing that is known.
    Unknown,
}

impl Demand {
    /// The demand of a matcher that matches exactly what this one does not.
    pub(super) fn opposite(self) -> Demand {
        match self {
            Demand::Fact(fact) => fact.opposite().map_or(Demand::Unknown, Demand::Fact),
            Demand::Equal(other) => Demand::Differ(other),
            Demand::Differ(other) => Demand::Equal(other),
            Demand::OneNonNil => Demand::Unknown,
            // It has been read and closed, whether it matches or not.
            Demand::Closed => Demand::Closed,
            Demand::Unknown => Demand::Unknown,
        }
    }

    /// The demand as a fact about the matcher.
    pub(super) fn fact(self) -> Option<Fact> {
        match self {
            Demand::Fact(fact) => Some(fact),
            Demand::Closed => Some(Fact::ClosesMatched),
            Demand::OneNonNil => Some(Fact::EqualsNonNil),
            Demand::Equal(_) | Demand::Differ(_) | Demand::Unknown => None,
        }
    }
}

impl Explorer<'_> {
    /// What the matcher demands that is the first of some arguments.
    pub(super) fn demand(&self, args: &[Arg], mut matchers: Range<usize>) -> Demand {
        // `autorest.Respond(resp, decode, autorest.ByClosing())`: one of a list that closes is enough.
        if args
            .get(matchers.clone())
            .unwrap_or_default()
            .iter()
            .any(|arg| arg.bound.value.fact == Some(Fact::ClosesMatched))
        {
            return Demand::Closed;
        }
        let Some(number) = matchers.next() else {
            return Demand::Unknown;
        };
        match args[number].bound.value.fact {
            Some(Fact::EqualsNonNil) => Demand::OneNonNil,
            Some(fact @ (Fact::Nil | Fact::NonNil | Fact::True | Fact::False)) => Demand::Fact(fact),
            _ => match self.constant_argument(&args[number]) {
                ConstValue::Text(word) => demand_named(&word, number),
                _ => Demand::Unknown,
            },
        }
    }

    /// The constant that an argument is.
    pub(super) fn constant_argument(&self, arg: &Arg) -> ConstValue {
        match (&arg.constant, arg.place) {
            (ConstValue::Unknown, Some(place)) if self.body.slot(place).kind == SlotKind::Global => {
                self.resolver.constant(place)
            }
            (constant, _) => constant.clone(),
        }
    }

    /// Notes what an outcome shows of two arguments that it compares; `false` if it is known not to hold.
    pub(super) fn refine_compared(&mut self, state: &mut State, args: &[Arg], outcome: &Outcome) -> bool {
        let Some((one, other, is_equal)) = outcome.compared else {
            return true;
        };
        self.shows_of(state, &args[one], &args[other], is_equal)
            && self.shows_of(state, &args[other], &args[one], is_equal)
    }

    /// Notes what follows for one argument from another one to which it is equal, or is not; `false` if it cannot be.
    fn shows_of(&mut self, state: &mut State, arg: &Arg, other: &Arg, is_equal: bool) -> bool {
        let constant = self.constant_argument(other);
        if constant != ConstValue::Unknown
            && let Some(place) = arg.place
        {
            return self.refine_by_constant(state, place, &constant, is_equal);
        }
        let Some(fact) = known_fact(&other.bound.value) else {
            return true;
        };
        let shown = if is_equal {
            Some(fact)
        } else {
            // What is not one certain error may be nil or another one.
            fact.opposite().filter(|_| fact != Fact::NonNil)
        };
        let Some(shown) = shown else {
            return true;
        };
        if arg.bound.value.contradicts(shown) {
            return false;
        }
        if let Some(path) = arg.path.filter(|_| arg.bound.value.fact.is_none()) {
            self.refine(state, path, shown);
        }
        true
    }
}

/// Whether a value is nil, true or false.
fn known_fact(value: &Value) -> Option<Fact> {
    match value.is_nil() {
        Some(true) => Some(Fact::Nil),
        Some(false) => Some(Fact::NonNil),
        None => value.fact.filter(|fact| matches!(fact, Fact::True | Fact::False)),
    }
}

/// The demand of the checker that is argument `number`, which a stub declares as `const NotNil = "non-nil"`. What it compares with
/// is the next argument.
fn demand_named(word: &str, number: usize) -> Demand {
    match word {
        "nil" => Demand::Fact(Fact::Nil),
        "non-nil" => Demand::Fact(Fact::NonNil),
        "one-non-nil" => Demand::OneNonNil,
        "true" => Demand::Fact(Fact::True),
        "false" => Demand::Fact(Fact::False),
        "equal" => Demand::Equal(number + 1),
        "differ" => Demand::Differ(number + 1),
        _ => Demand::Unknown,
    }
}
