//! The shape of the use of a name, while it is not known yet how the function of that name is declared.
//!
//!     x, err := c.Do(req)     one argument of any form; two results can stand there
//!     c.Do("a", nil)          two arguments, the first a string
//!
//! A shape is stored with the name, so that the file is not read again when the name becomes a candidate.

use super::{Form, Use, arguments, follows_parenthesis, is_value, may_have_two_results, takes_form};
use crate::go::arity::Arity;
use crate::go::names::NameHash;

/// The shape of a use, in one byte: how many arguments there are, whether two results can stand there, the form of the first
/// argument.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UseShape(u8);

impl UseShape {
    /// A use that may fit any function.
    const ANY: UseShape = UseShape(0xF | 1 << 4);
    /// So many arguments or more are one shape.
    const MANY: usize = 0xE;

    fn new(len: usize, has_two_results: bool, first: Form) -> UseShape {
        let form = match first {
            Form::Other => 0,
            Form::Text => 1,
            Form::Nil | Form::Address => 2,
            Form::Literal | Form::Context => 3,
        };
        let len = u8::try_from(len.min(UseShape::MANY)).unwrap_or(0);
        UseShape(len | u8::from(has_two_results) << 4 | form << 5)
    }

    /// The shapes of all uses that can fit a function.
    pub fn fitting(arity: &Arity) -> impl Iterator<Item = UseShape> {
        let params = arity.params.map(|params| usize::from(params).min(UseShape::MANY));
        let lens = (0..=UseShape::MANY).filter(move |len| params.is_none_or(|params| params == *len));
        let needs_two = arity.results.is_some_and(|results| results >= 2);
        let takes = arity.takes[0];
        let forms = [Form::Other, Form::Text, Form::Nil, Form::Literal];
        let known = lens.flat_map(move |len| {
            let forms = forms.into_iter().filter(move |form| takes_form(takes, *form) || params.is_none());
            forms.flat_map(move |form| {
                [false, true]
                    .into_iter()
                    .filter(move |two| *two || !needs_two)
                    .map(move |two| UseShape::new(len, two, form))
            })
        });
        known.chain([UseShape::ANY])
    }

    /// The entry for a name that is used in this shape: a hash of both.
    pub fn of_name(self, name: NameHash) -> NameHash {
        (name ^ u32::from(self.0) << 8).rotate_left(11).wrapping_mul(0x9E37_79B1)
    }
}

/// The shape of the use of a name at `start`; `None` if it fits no function: the name is neither called nor passed on as a value.
pub fn shape(text: &[u8], start: usize, usage: Use) -> Option<UseShape> {
    let Use::Call(open) = usage else {
        return is_value(text, start).then_some(UseShape::ANY);
    };
    let Some((close, arguments)) = arguments(text, open) else {
        return Some(UseShape::ANY);
    };
    if arguments.len == 1 && arguments.ends_in_call || follows_parenthesis(text, start) {
        return Some(UseShape::ANY);
    }
    let first = if arguments.len == 0 { Form::Other } else { arguments.form(text, 0) };
    Some(UseShape::new(arguments.len, may_have_two_results(text, start, close), first))
}
