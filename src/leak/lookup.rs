//! The values of places in a state.
//!
//!     all := &holder{resp: resp}     `all` is not nil; `all.resp` is the response
//!     p := &resp                     `p` points to `resp`: what `*p` and `p.Body` are is looked up there
//!
//! The value stored for a path is all that is known of it, except for parts of a value that holds the response: `resp.Body` is the
//! body, although nothing is stored for it.

use super::access_path::AccessPathId;
use super::constants::method_operand;
use super::state::State;
use super::value::{Bound, Handle, Pointer, Value};
use super::walk::Explorer;
use crate::go::body::{Operand, Part, PlaceId, SlotKind};
use crate::meaning::effect::Fact;

/// The number of pointers and parts that are followed: a list may be linked to itself.
const LONGEST_CHAIN: usize = 8;

impl Explorer<'_> {
    /// The value of an operand.
    pub(super) fn operand(&mut self, state: &State, operand: &Operand) -> Bound {
        match operand {
            Operand::Place(place) => {
                let path = self.path(*place);
                let bound = self.bound(state, path);
                if bound.value.is_unknown() && bound.parts.is_empty() {
                    if self.is_bound_to_holder(state, *place) {
                        return Bound::plain(Value::holding(Handle::Holder));
                    }
                    if self.is_sentinel(*place) {
                        return Bound::plain(Value::of(Fact::NonNil));
                    }
                    if let Some(method) = method_operand(self.resolver, operand) {
                        return Bound::plain(Value::of(method));
                    }
                }
                bound
            }
            Operand::Nil => Bound::plain(Value::of(Fact::Nil)),
            Operand::Bool(true) => Bound::plain(Value::of(Fact::True)),
            Operand::Bool(false) => Bound::plain(Value::of(Fact::False)),
            Operand::Frame(frame) => Bound::plain(Value { pointer: Pointer::Frame(*frame), ..Value::default() }),
            Operand::Tuple(places) => match places.first() {
                Some(place) => {
                    let path = self.path(*place);
                    self.bound(state, path)
                }
                None => Bound::default(),
            },
            Operand::Const(_) => {
                let method = method_operand(self.resolver, operand);
                Bound::plain(Value { fact: method, ..Value::default() })
            }
            Operand::Plain => Bound::default(),
        }
    }

    /// A package variable of type `error` is an error to compare with or to return, and never nil.
    fn is_sentinel(&self, place: PlaceId) -> bool {
        self.body.slot(place).kind == SlotKind::Global && self.is_error(place)
    }

    /// `x.Close` as a value, where `x` is a struct that holds the response somewhere.
    fn is_bound_to_holder(&mut self, state: &State, place: PlaceId) -> bool {
        let Some((base, Part::Field(_))) = &self.body.places[place.index()].part else {
            return false;
        };
        let base_path = self.path(*base);
        self.bound(state, base_path).handle().is_some_and(|(_, handle)| handle.can_close())
            && self.resolver.is_method_value(place)
    }

    /// The value at a path: stored, or a part of what is stored above it.
    pub(super) fn lookup(&mut self, state: &State, path: AccessPathId) -> Value {
        self.lookup_at(state, path, 0)
    }

    fn lookup_at(&mut self, state: &State, path: AccessPathId, depth: usize) -> Value {
        if let Some(value) = state.get(path) {
            return value;
        }
        let Some((base, part)) = self.paths.parent(path) else {
            return Value::default();
        };
        let part = part.clone();
        if depth > LONGEST_CHAIN {
            return Value::default();
        }
        let value = self.lookup_at(state, base, depth + 1);
        if value.handle == Handle::None && value.pointer == Pointer::None && matches!(part, Part::Field(_)) {
            // p.x is (*p).x.
            let pointee = self.part(base, &Part::Deref);
            if let Some(value) = state.get(pointee) {
                return Value::holding(value.handle.part(&part));
            }
        }
        if let Pointer::To(pointee) = value.pointer {
            let target = if part == Part::Deref { pointee } else { self.part(pointee, &part) };
            return self.lookup_at(state, target, depth + 1);
        }
        if value.handle == Handle::None {
            return match part {
                Part::Deref => value,
                _ => Value::default(),
            };
        }
        Value::holding(value.handle.part(&part))
    }

    /// The path that a write to `path` reaches: through pointers to variables of this function.
    pub(super) fn redirected(&mut self, state: &State, path: AccessPathId) -> AccessPathId {
        let mut path = path;
        for _ in 0..LONGEST_CHAIN {
            let Some((base, part)) = self.paths.parent(path).map(|(base, part)| (base, part.clone())) else {
                return path;
            };
            let base = self.redirected_base(state, base);
            let Pointer::To(pointee) = self.lookup(state, base).pointer else {
                return self.part(base, &part);
            };
            path = if part == Part::Deref { pointee } else { self.part(pointee, &part) };
        }
        path
    }

    fn redirected_base(&mut self, state: &State, base: AccessPathId) -> AccessPathId {
        match self.paths.parent(base) {
            Some((up, _)) if up != base => self.redirected(state, base),
            _ => base,
        }
    }

    /// The value at a path with everything that is known of its parts.
    pub(super) fn bound(&mut self, state: &State, path: AccessPathId) -> Bound {
        let value = self.lookup(state, path);
        let mut base = self.redirected(state, path);
        if let Pointer::To(pointee) = value.pointer {
            base = pointee;
        } else if let Some((pointer, Part::Deref)) = self.paths.parent(base) {
            // The parts of *p are stored as parts of p.
            base = pointer;
        }
        let mut parts = Vec::new();
        for (own, value) in &state.env {
            if *own != base
                && let Some(suffix) = self.paths.suffix(base, *own)
            {
                parts.push((suffix, *value));
            }
        }
        if base != path && value.pointer != Pointer::None {
            let pointee = self.lookup(state, base);
            if pointee.handle != Handle::None || pointee.contexts | pointee.cancels != 0 {
                parts.push((vec![Part::Deref], pointee));
            }
        }
        Bound { value, parts, written: Vec::new() }
    }
}
