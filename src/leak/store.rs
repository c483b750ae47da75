//! Assignments: the state after a value is stored at a path.
//!
//!     resp = other           `resp` and its parts are what `other` and its parts are
//!     resp.Body = wrapped    the response has another body
//!     all[i] = resp          one of many elements holds the response; the others are unchanged
//!     s.last = resp          where `s` came in from outside: the response escapes

use super::access_path::AccessPathId;
use super::explored::Goal;
use super::state::{State, Status};
use super::value::{Bound, Handle, MOST_MARKED_PARAMS, Pointer, Value};
use super::walk::Explorer;
use crate::go::body::{Part, SlotId, SlotKind};
use crate::go::outline::Name;
use crate::meaning::effect::Fact;
use crate::meaning::resource::is_closer;
use crate::program::Type;

impl Explorer<'_> {
    /// `path = value`.
    pub(super) fn store(&mut self, state: &mut State, path: AccessPathId, value: Bound) {
        let path = self.redirected(state, path);
        let is_part = self.paths.parent(path).is_some();
        let value = if is_part { self.with_closing_literals(state, value) } else { value };
        if self.is_outside(state, path) && !self.replaces_body(state, path) {
            return self.store_outside(state, path, &value);
        }
        if self.stores_in_element(state, path, &value) {
            return;
        }
        if self.replaces_body(state, path) {
            if value.handle().is_some_and(|(_, handle)| handle.can_close()) {
                // The new body closes the old one.
                return;
            }
            match self.paths.parent(path).map(|(base, _)| base).filter(|base| self.is_copy(*base)) {
                Some(copy) => state.set(copy, Value::default()),
                None => self.replace_body(state),
            }
        }
        self.store_inside(state, path, value);
    }

    /// Stores a value where code outside the function finds it.
    fn store_outside(&mut self, state: &mut State, path: AccessPathId, value: &Bound) {
        let slot = self.paths.slot(path);
        let is_reader = value.handle().is_some_and(|(_, handle)| handle == Handle::Reader);
        if is_reader && value.frames().is_empty() && value.pointees().is_empty() && self.note_reader(state, slot) {
            return self.drop_exprs(state, path);
        }
        let has_escaped = self.escape(state, value);
        self.drop_exprs(state, path);
        if !has_escaped {
            let is_lost = self.is_last_holder(state, path);
            self.clear(state, path);
            state.set(path, Value { fact: value.value.fact, ..Value::default() });
            if is_lost {
                state.resolve(Status::Replaced);
            }
        }
        self.note_written(state, path);
    }

    /// In a walk for a summary: whether a part of a parameter is all that holds the response that came in.
    fn is_last_holder(&self, state: &State, path: AccessPathId) -> bool {
        let is_holding =
            |(own, value): &&(AccessPathId, Value)| value.handle.can_close() && self.paths.is_inside(path, *own);
        let is_of_part = matches!(&self.goal, Goal::Param { path, .. } if !path.is_empty());
        let mut holders = state.env.iter().filter(|(_, value)| value.handle.can_close());
        is_of_part
            && state.status == Status::Open
            && state.env.iter().filter(is_holding).count() > 0
            && holders.all(|(own, _)| self.paths.is_inside(path, *own))
    }

    /// In a walk for a summary: a part of a parameter is given a reader of the response. Whether that is a loss is up to the caller,
    /// where the variable may end. `false` if the variable is no parameter.
    fn note_reader(&self, state: &mut State, slot: SlotId) -> bool {
        let params = &self.body.frames[self.walk.root.index()].params;
        let param = params.iter().take(MOST_MARKED_PARAMS).position(|own| *own == slot);
        match param.filter(|_| matches!(self.goal, Goal::Param { .. })) {
            Some(param) => state.readers |= 1 << param,
            None => return false,
        }
        true
    }

    /// A callee has stored a reader of the response in a part of an argument. It escapes, unless the argument ends with this function:
    ///
    ///     s := &sieve{}
    ///     s.turnTo(resp.Body)    s.in = bufio.NewReader(r)
    pub(super) fn receive_reader(&mut self, state: &mut State, path: AccessPathId) {
        let base = match self.lookup(state, path).pointer {
            Pointer::To(pointee) => pointee,
            _ => self.redirected(state, path),
        };
        if state.status != Status::Open || self.note_reader(state, self.paths.slot(base)) {
            return;
        }
        let inside = self.part(base, &Part::Field(Name::new_static("reader of the response")));
        let reader = Value::holding(Handle::Reader);
        if self.is_outside(state, inside) {
            self.escape(state, &Bound::plain(reader));
        } else {
            state.set(inside, reader);
        }
    }

    /// Stores a value in a variable of the function or a part of it.
    pub(super) fn store_inside(&mut self, state: &mut State, path: AccessPathId, value: Bound) {
        self.clear(state, path);
        let Bound { value, parts, .. } = value;
        state.set(path, value);
        let is_alias = matches!(value.pointer, Pointer::To(_));
        for (rest, part) in parts {
            if !is_alias {
                let to = self.paths.follow(path, &rest);
                state.set(to, part);
            }
        }
        if value.handle.can_close() && state.shared.binary_search(&self.paths.slot(path)).is_ok() {
            state.resolve(Status::Escaped);
        }
    }

    /// Whether a path is a variable with a response, not a pointer to one: `c := *resp`. A new body of it is one of the copy.
    fn is_copy(&self, path: AccessPathId) -> bool {
        let is_root = self.paths.parent(path).is_none();
        is_root && matches!(self.resolver.slot_type(self.paths.slot(path)), Type::Named(_))
    }

    /// The response gets another body. In a helper that is a leak of its caller.
    pub(super) fn replace_body(&mut self, state: &mut State) {
        state.replace_body();
        self.note_other_body(state);
        if matches!(self.goal, Goal::Param { .. }) && state.status == Status::Open && !state.is_held() {
            state.resolve(Status::Replaced);
        }
    }

    /// Stores `all[i] = x`, or `all[i].resp = x` where an element holds the response; `false` if it is no such store. One of many
    /// elements is assigned, the others are unchanged.
    fn stores_in_element(&mut self, state: &mut State, path: AccessPathId, value: &Bound) -> bool {
        let Some(element) = self.element_around(path) else {
            return false;
        };
        if path != element {
            let is_held = self.bound(state, element).handle().is_some() || value.handle().is_some();
            if !is_held || self.replaces_body(state, path) {
                return false;
            }
        }
        self.drop_exprs(state, path);
        if value.handle().is_some() {
            let parts = value.parts.iter().map(|(rest, part)| (rest.as_slice(), *part));
            for (rest, part) in std::iter::once((&[][..], Value { fact: None, ..value.value })).chain(parts) {
                let to = self.paths.follow(path, rest);
                state.set(to, Value { pointer: Pointer::None, ..part });
            }
        } else if path != element && value.value.fact.is_some() {
            // The error that came with the response, or what another one got.
            let known = state.get(path).unwrap_or(value.value);
            let fact = known.fact.filter(|fact| Some(*fact) == value.value.fact);
            state.set(path, Value { fact, pointer: Pointer::None, ..known });
        }
        true
    }

    /// The element that a path is or is a part of, the innermost one.
    fn element_around(&self, path: AccessPathId) -> Option<AccessPathId> {
        let mut at = path;
        loop {
            let (base, part) = self.paths.parent(at)?;
            if *part == Part::Element {
                return Some(at);
            }
            at = base;
        }
    }

    /// Notes that a parameter or a part of it was written.
    pub(super) fn note_written(&self, state: &mut State, path: AccessPathId) {
        let slot = &self.body.slots[self.paths.slot(path).index()];
        if slot.kind == SlotKind::Param
            && slot.frame == self.walk.root
            && let Err(at) = state.written.binary_search(&path)
        {
            state.written.insert(at, path);
        }
    }

    /// A callee has written a field of an argument.
    pub(super) fn written_by_callee(&mut self, state: &mut State, base: AccessPathId, part: &Part, fact: Option<Fact>) {
        let path = self.part(base, part);
        let path = self.redirected(state, path);
        let known = state.get(path).unwrap_or_default();
        if known.handle == Handle::None && known.contexts | known.cancels == 0 {
            self.clear(state, path);
            state.set(path, Value { fact, ..Value::default() });
            self.note_written(state, path);
        }
    }

    /// Whether a path is the Body of the response.
    pub(super) fn replaces_body(&mut self, state: &State, path: AccessPathId) -> bool {
        let Some((base, part)) = self.paths.parent(path) else {
            return false;
        };
        matches!(part, Part::Field(name) if is_closer(name)) && self.lookup(state, base).handle == Handle::Response
    }

    /// Removes all that is known of a path and its parts.
    pub(super) fn clear(&mut self, state: &mut State, path: AccessPathId) {
        state.env.retain(|(own, _)| !self.paths.is_inside(path, *own));
        self.drop_exprs(state, path);
    }

    /// A test has shown a fact about a place.
    pub(super) fn refine(&mut self, state: &mut State, path: AccessPathId, fact: Fact) {
        let path = self.redirected(state, path);
        let mut value = state.get(path).unwrap_or_default();
        if value.is_unknown() {
            // A part of a known value, such as resp.Body: nothing to store beside what follows from it.
            if self.lookup(state, path).handle != Handle::None {
                return;
            }
        }
        (value.fact, value.is_later_error) = (Some(fact), false);
        state.set(path, value);
    }
}
