//! The knowledge about one value: how it holds the response, whether it is nil, which contexts it carries.
//!
//!     resp             the response
//!     resp.Body        its body
//!     resp.Body.Close  a function that closes it
//!     &s, where `s.resp` holds the response: a pointer to a variable that is known

use super::access_path::AccessPathId;
use crate::go::body::{FrameId, Part, PlaceId};
use crate::meaning::effect::Fact;
use crate::meaning::resource::is_closer;
use smallvec::SmallVec;

/// The role of a value for the response that is followed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Handle {
    /// It does not hold the response.
    #[default]
    None,
    /// It is the response.
    Response,
    /// It is its body, or something whose Close closes the body.
    Body,
    /// It is a function that closes the body.
    Close,
    /// It holds one of the above somewhere inside.
    Holder,
    /// It is a request that closes the body when it is sent.
    Request,
    /// It reads from the body and cannot close it.
    Reader,
}

impl Handle {
    /// Whether the body can still be closed through it.
    pub fn can_close(self) -> bool {
        !matches!(self, Handle::None | Handle::Reader)
    }

    /// The handle of a part of a value.
    pub fn part(self, part: &Part) -> Handle {
        match (self, part) {
            (Handle::Response | Handle::Body | Handle::Request | Handle::Close, Part::Deref) => self,
            (Handle::Response, Part::Field(name)) if is_closer(name) => Handle::Body,
            (Handle::Body, Part::Field(name)) if name == "Close" => Handle::Close,
            (Handle::Holder, _) => Handle::Holder,
            (Handle::Reader, Part::Deref) => Handle::Reader,
            _ => Handle::None,
        }
    }
}

/// The target of a pointer, or of a function value.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Pointer {
    /// The target is not known, or there is none.
    #[default]
    None,
    /// A variable of the same function.
    To(AccessPathId),
    /// A function literal.
    Frame(FrameId),
    /// A declared function, by the place that names it.
    Function(PlaceId),
}

/// The number of parameters that have a bit in a set of contexts or cancel functions: bit n stands for those of parameter n.
pub const MOST_MARKED_PARAMS: usize = 16;

/// The bits above those of the parameters are for the contexts that the function itself makes.
pub const FIRST_OWN_BIT: u32 = 16;

/// The bits of the parameters.
pub const PARAM_BITS: u32 = (1 << FIRST_OWN_BIT) - 1;

/// One value, as far as it is known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Value {
    /// How it holds the response.
    pub handle: Handle,
    /// Whether it is nil, true or false.
    pub fact: Option<Fact>,
    /// The contexts it carries, one bit each.
    pub contexts: u32,
    /// The contexts it cancels when called, one bit each.
    pub cancels: u32,
    /// The variable that it points to, or the literal that it is.
    pub pointer: Pointer,
    /// Whether it is the error of a call after the acquiring one, which nothing has tested so far: it may be non-nil.
    pub is_later_error: bool,
}

impl Value {
    /// A value of which only a fact is known.
    pub fn of(fact: Fact) -> Value {
        Value { fact: Some(fact), ..Value::default() }
    }

    /// A value that holds the response.
    pub fn holding(handle: Handle) -> Value {
        Value { handle, ..Value::default() }
    }

    /// Whether nothing is known.
    pub fn is_unknown(&self) -> bool {
        *self == Value::default()
    }

    /// Whether it is known that a fact does not hold.
    pub fn contradicts(&self, fact: Fact) -> bool {
        match fact {
            Fact::Nil => self.is_nil() == Some(false),
            Fact::NonNil => self.is_nil() == Some(true),
            Fact::True => self.fact == Some(Fact::False),
            Fact::False => self.fact == Some(Fact::True),
            Fact::Int(number) => matches!(self.fact, Some(Fact::Int(known)) if known != number),
            Fact::Text(text) => matches!(self.fact, Some(Fact::Text(known)) if known != text),
            Fact::InMemory | Fact::LeavesOpen | Fact::EqualsNonNil | Fact::ClosesMatched => false,
        }
    }

    /// Whether it is nil, as far as that is known.
    pub fn is_nil(&self) -> Option<bool> {
        if self.handle != Handle::None || self.pointer != Pointer::None {
            return Some(false);
        }
        match self.fact {
            Some(Fact::Nil) => Some(true),
            Some(Fact::NonNil | Fact::InMemory | Fact::LeavesOpen) => Some(false),
            _ => None,
        }
    }
}

/// The number of parts of a value that are looked at as closers of the response.
const MOST_CLOSERS: usize = 4;

/// A value with its parts, as far as they are known.
#[derive(Clone, Debug, Default)]
pub struct Bound {
    /// The value itself.
    pub value: Value,
    /// Parts of it of which something is known.
    pub parts: Vec<(Vec<Part>, Value)>,
    /// Parts that a literal writes, known or not.
    pub written: Vec<Vec<Part>>,
}

impl Bound {
    /// A value without known parts.
    pub fn plain(value: Value) -> Bound {
        Bound { value, ..Bound::default() }
    }

    /// The strongest handle in the value or a part of it, with the parts that lead to it.
    pub fn handle(&self) -> Option<(Vec<Part>, Handle)> {
        if self.value.handle != Handle::None {
            return Some((Vec::new(), self.value.handle));
        }
        let held = |pair: &&(Vec<Part>, Value)| pair.1.handle != Handle::None;
        let closing = self.parts.iter().filter(held).find(|(_, value)| value.handle.can_close());
        closing.or_else(|| self.parts.iter().find(held)).map(|(path, value)| (path.clone(), value.handle))
    }

    /// The value, or else the parts of it, by which the response can be closed; the first few of them.
    pub fn closers(&self) -> impl Iterator<Item = (Vec<Part>, Handle)> {
        let whole = (self.value.handle != Handle::None).then_some((&[][..], self.value.handle));
        let parts =
            self.parts.iter().filter(move |_| whole.is_none()).map(|(path, value)| (path.as_slice(), value.handle));
        let closers = whole.into_iter().chain(parts).filter(|(_, handle)| handle.can_close());
        closers.take(MOST_CLOSERS).map(|(path, handle)| (path.to_vec(), handle))
    }

    /// All contexts that the value or a part of it carries.
    pub fn contexts(&self) -> u32 {
        self.parts.iter().fold(self.value.contexts, |all, (_, value)| all | value.contexts)
    }

    /// All contexts that a call of the value or a part of it would cancel.
    pub fn cancels(&self) -> u32 {
        self.parts.iter().fold(self.value.cancels, |all, (_, value)| all | value.cancels)
    }

    /// All function literals in it.
    pub fn frames(&self) -> SmallVec<[FrameId; 2]> {
        let values = std::iter::once(&self.value).chain(self.parts.iter().map(|(_, value)| value));
        values
            .filter_map(|value| match value.pointer {
                Pointer::Frame(frame) => Some(frame),
                _ => None,
            })
            .collect()
    }

    /// All variables that it points to.
    pub fn pointees(&self) -> SmallVec<[AccessPathId; 2]> {
        let values = std::iter::once(&self.value).chain(self.parts.iter().map(|(_, value)| value));
        values
            .filter_map(|value| match value.pointer {
                Pointer::To(path) => Some(path),
                _ => None,
            })
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::go::outline::Name;

    fn field(name: &'static str) -> Part {
        Part::Field(Name::new_static(name))
    }

    #[test]
    fn parts_of_what_holds_the_response() {
        for (whole, part, handle) in [
            (Handle::Response, field("Body"), Handle::Body),
            (Handle::Response, field("Header"), Handle::None),
            (Handle::Response, Part::Deref, Handle::Response),
            (Handle::Response, Part::Element, Handle::None),
            (Handle::Body, field("Close"), Handle::Close),
            (Handle::Body, field("Read"), Handle::None),
            (Handle::Body, Part::Deref, Handle::Body),
            (Handle::Close, field("Close"), Handle::None),
            (Handle::Holder, field("anything"), Handle::Holder),
            (Handle::Holder, Part::Element, Handle::Holder),
            (Handle::Request, Part::Deref, Handle::Request),
            (Handle::Request, field("Body"), Handle::None),
            (Handle::Reader, Part::Deref, Handle::Reader),
            (Handle::Reader, field("Close"), Handle::None),
            (Handle::None, field("Body"), Handle::None),
        ] {
            assert_eq!(whole.part(&part), handle, "{part:?} of {whole:?}");
        }
    }

    #[test]
    fn what_holds_or_points_is_not_nil() {
        assert_eq!(Value::holding(Handle::Reader).is_nil(), Some(false));
        assert_eq!(Value { pointer: Pointer::To(AccessPathId(0)), ..Value::default() }.is_nil(), Some(false));
        assert_eq!(Value::of(Fact::Nil).is_nil(), Some(true));
        assert_eq!(Value::of(Fact::NonNil).is_nil(), Some(false));
        assert_eq!(Value::of(Fact::False).is_nil(), None);
        assert_eq!(Value::default().is_nil(), None);
    }

    #[test]
    fn only_the_opposite_contradicts() {
        let facts = [Fact::Nil, Fact::NonNil, Fact::True, Fact::False];
        for known in facts {
            for asked in facts {
                assert_eq!(
                    Value::of(known).contradicts(asked),
                    Some(asked) == known.opposite(),
                    "{known:?}, {asked:?}"
                );
            }
        }
        assert!(Value::holding(Handle::Body).contradicts(Fact::Nil));
        assert!(!Value::default().contradicts(Fact::Nil));
    }

    #[test]
    fn the_handle_of_a_value_is_its_own_or_that_of_a_part_that_can_close() {
        let reader = (vec![field("r")], Value::holding(Handle::Reader));
        let body = (vec![field("b")], Value::holding(Handle::Body));
        let plain = (vec![field("p")], Value::of(Fact::True));
        let of = |value, parts: &[&(Vec<Part>, Value)]| {
            let parts = parts.iter().map(|part| (*part).clone()).collect();
            Bound { value, parts, written: Vec::new() }.handle()
        };
        assert_eq!(of(Value::holding(Handle::Close), &[&body]), Some((Vec::new(), Handle::Close)));
        assert_eq!(of(Value::default(), &[&plain, &reader, &body]), Some((vec![field("b")], Handle::Body)));
        assert_eq!(of(Value::default(), &[&plain, &reader]), Some((vec![field("r")], Handle::Reader)));
        assert_eq!(of(Value::default(), &[&plain]), None);
    }

    #[test]
    fn closers_are_the_value_or_the_first_few_of_its_parts() {
        let parts: Vec<(Vec<Part>, Value)> = std::iter::once((vec![field("r")], Value::holding(Handle::Reader)))
            .chain((0..6).map(|_| (vec![Part::Element], Value::holding(Handle::Body))))
            .collect();
        let count = |value| Bound { value, parts: parts.clone(), written: Vec::new() }.closers().count();
        assert_eq!(count(Value::holding(Handle::Response)), 1);
        assert_eq!(count(Value::holding(Handle::Reader)), 0, "the whole is read only");
        assert_eq!(count(Value::default()), MOST_CLOSERS);
    }

    #[test]
    fn contexts_literals_and_pointers_are_those_of_all_parts() {
        let value = Value { contexts: 1, cancels: 4, pointer: Pointer::Frame(FrameId(1)), ..Value::default() };
        let part = Value { contexts: 2, cancels: 8, pointer: Pointer::To(AccessPathId(7)), ..Value::default() };
        let bound = Bound { value, parts: vec![(vec![Part::Deref], part)], written: Vec::new() };
        assert_eq!((bound.contexts(), bound.cancels()), (3, 12));
        assert_eq!(bound.frames()[..], [FrameId(1)]);
        assert_eq!(bound.pointees()[..], [AccessPathId(7)]);
    }
}
