//! How a name is used, before it is known how the function of that name is declared.

use super::{Form, Use, arguments, is_behind_parenthesis, is_value, may_have_two_results, takes_form};
use crate::go::arity::Arity;
use crate::go::names::NameHash;

/// What can be told of the use of a name before it is known how the function is declared: how many arguments there are,
/// whether two results can stand there, the form of the first argument.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shape(u8);

impl Shape {
    /// A use that may fit any function.
    const ANY: Shape = Shape(0xF | 1 << 4);
    /// From so many arguments on they are not counted.
    const MANY: usize = 0xE;

    fn new(len: usize, has_two_results: bool, first: Form) -> Shape {
        let form = match first {
            Form::Other => 0,
            Form::Text => 1,
            Form::Nil | Form::Address => 2,
            Form::Literal | Form::Context => 3,
        };
        let len = u8::try_from(len.min(Shape::MANY)).unwrap_or(0);
        Shape(len | u8::from(has_two_results) << 4 | form << 5)
    }

    /// The shapes of the uses that can fit a function: all others do not.
    pub fn fitting(arity: &Arity) -> impl Iterator<Item = Shape> {
        let params = arity.params.map(|params| usize::from(params).min(Shape::MANY));
        let lens = (0..=Shape::MANY).filter(move |len| params.is_none_or(|params| params == *len));
        let needs_two = arity.results.is_some_and(|results| results >= 2);
        let takes = arity.takes[0];
        let forms = [Form::Other, Form::Text, Form::Nil, Form::Literal];
        let known = lens.flat_map(move |len| {
            let forms = forms.into_iter().filter(move |form| takes_form(takes, *form) || params.is_none());
            forms.flat_map(move |form| {
                [false, true]
                    .into_iter()
                    .filter(move |two| *two || !needs_two)
                    .map(move |two| Shape::new(len, two, form))
            })
        });
        known.chain([Shape::ANY])
    }

    /// The entry of a name that is used in this way.
    pub fn of_name(self, name: NameHash) -> NameHash {
        (name ^ u32::from(self.0) << 8).rotate_left(11).wrapping_mul(0x9E37_79B1)
    }
}

/// The shape of the use of a name at `start`; `None` if it fits no function: it is neither called nor handed on.
pub fn shape(text: &[u8], start: usize, usage: Use) -> Option<Shape> {
    let Use::Call(open) = usage else {
        return is_value(text, start).then_some(Shape::ANY);
    };
    let Some((close, arguments)) = arguments(text, open) else {
        return Some(Shape::ANY);
    };
    if arguments.len == 1 && arguments.ends_in_call || is_behind_parenthesis(text, start) {
        return Some(Shape::ANY);
    }
    let first = if arguments.len == 0 { Form::Other } else { arguments.form(text, 0) };
    Some(Shape::new(arguments.len, may_have_two_results(text, start, close), first))
}
