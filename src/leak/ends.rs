//! The end of what is known: all facts about a variable end once it may have been written.
//!
//!     l.on = x                         assigned: `store.rs` replaces what is known of `l.on`
//!     json.Unmarshal(b, &l)            written through a pointer: all of `l`
//!     l.turn()                         by a method: what its body writes, or the functions that it calls
//!     fill(l)                          by code without source: all that the pointer `l` leads to
//!     refresh()                        package variables that the callee writes
//!     each(func() { found = true })    captured, and the literal may have run: `found`
//!
//! Whatever kind the fact is: nil or not, true or false, a number, a text, a length, equal to another value, which function it is, an
//! error that goes with a response. They are kept in three places: the values of a state (`State::env`), what comparisons have shown (`State::exprs`), and
//! what the caller knows of its arguments (`Explorer::facts`), which holds while `State::written` does not say otherwise. All ends
//! go through [`Explorer::end_facts`]. How a variable holds the response, and which contexts it carries, is no fact and does not end.

use super::access_path::AccessPathId;
use super::state::{ExprFact, State};
use super::value::{Handle, Pointer, Value};
use super::walk::Explorer;
use super::writes::{Passing, Writer, Written, is_reference, writer};
use crate::go::body::{Call, Callee, ExprId, Mode, Operand, PlaceId, SlotId, SlotKind};
use crate::go::outline::Name;
use crate::meaning::effect::Fact;
use crate::program::Type;
use crate::program::resolve::CallTarget;
use std::rc::Rc;

/// Which facts a write ends.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Extent {
    /// Those about the variable and its parts.
    Whole,
    /// Those about what it leads to: a pointer itself is not written by `fill(p)`.
    Parts,
}

impl Explorer<'_> {
    /// A variable, or what it leads to, may have been written: nothing is known of it any more.
    pub(super) fn end_facts(&mut self, state: &mut State, path: AccessPathId, extent: Extent) {
        for (own, value) in &mut state.env {
            let is_meant = extent == Extent::Whole || *own != path;
            if is_meant && self.paths.is_inside(path, *own) {
                *value = without_facts(*value);
            }
        }
        state.env.retain(|(_, value)| !value.is_unknown());
        self.end_exprs(state, path, extent);
        self.note_written(state, path);
    }

    fn end_exprs(&mut self, state: &mut State, path: AccessPathId, extent: Extent) {
        if extent == Extent::Whole {
            return self.drop_exprs(state, path);
        }
        let body = self.body;
        let mut left: Vec<(ExprId, ExprFact)> = Vec::new();
        for (expr, fact) in std::mem::take(&mut state.exprs) {
            let is_read = |place: &PlaceId| {
                self.body.slot_of(*place) == self.paths.slot(path) && {
                    let own = self.path(*place);
                    own != path && self.paths.is_inside(path, own)
                }
            };
            if !body.exprs[expr.index()].places.iter().any(is_read) {
                left.push((expr, fact));
            }
        }
        state.exprs = left;
    }

    /// Ends the facts about all that a call may write: through its arguments, and in package variables.
    pub(super) fn end_written_by_call(&mut self, state: &mut State, call: &Call) {
        if call.mode == Mode::Defer || state.env.is_empty() && state.exprs.is_empty() && self.facts.is_empty() {
            return;
        }
        let target = self.resolver.target(call);
        let shift = usize::from(target.has_receiver());
        if let Callee::Place(place) = call.callee
            && self.body.slot(place).kind != SlotKind::Global
            && let Some((base, _)) = &self.body.places[place.index()].part
        {
            // At the embedded field that has the method.
            let method = self.path(place);
            let path = self.paths.parent(method).map(|(path, _)| path);
            if let Some(path) = path {
                self.end_written_through(state, call, &target, (0, path, *base, Passing::Receiver));
            }
        }
        for (number, arg) in call.args.iter().enumerate() {
            if let Operand::Place(place) = arg {
                let path = self.path(*place);
                self.end_written_through(state, call, &target, (number + shift, path, *place, Passing::Variable));
            }
        }
        self.end_written_globals(state, &target);
    }

    fn end_written_through(
        &mut self,
        state: &mut State,
        call: &Call,
        target: &CallTarget,
        (number, path, place, passing): (usize, AccessPathId, PlaceId, Passing),
    ) {
        if !self.knows_of(state, self.paths.slot(path)) {
            return;
        }
        let bound = self.bound(state, path);
        let pointees = bound.pointees();
        for pointee in &pointees {
            let passing = if passing == Passing::Receiver { passing } else { Passing::Address };
            // What holds the response has been looked at by its handle.
            let is_held = state.env.iter().any(|(own, value)| {
                self.paths.is_inside(*pointee, *own)
                    && (value.handle != Handle::None || value.contexts | value.cancels != 0)
            });
            if !is_held && self.has_facts(state, *pointee) {
                let written = self.written_by((call, target), number, (place, passing));
                self.end_written(state, &written, (*pointee, Extent::Whole));
            }
        }
        if !pointees.is_empty() || bound.value.handle != Handle::None || !self.has_facts(state, path) {
            return;
        }
        let (is_reference, is_map) = self.kind_of_reference(place);
        // The length of a map is one of its parts; of a receiver that is a variable the method gets the address.
        let is_whole = is_map || passing == Passing::Receiver && !is_reference;
        let extent = if is_whole { Extent::Whole } else { Extent::Parts };
        if is_reference || passing == Passing::Receiver {
            let written = self.written_by((call, target), number, (place, passing));
            self.end_written(state, &written, (path, extent));
        }
    }

    /// Whether the type of a place leads to a variable elsewhere, and whether it is a map.
    fn kind_of_reference(&mut self, place: PlaceId) -> (bool, bool) {
        let Explorer { resolver, memo, .. } = self;
        *memo.references.entry(place).or_insert_with(|| {
            let ty = resolver.place_type(place);
            (is_reference(resolver.index, &ty), matches!(resolver.index.underlying(&ty), Type::Map(_)))
        })
    }

    /// What a call writes through an argument, whatever is known there.
    fn written_by(
        &mut self,
        (call, target): (&Call, &CallTarget),
        number: usize,
        (place, passing): (PlaceId, Passing),
    ) -> Rc<Written> {
        let key = (call.callee_span, number, passing);
        if let Some(known) = self.memo.written.get(&key) {
            return known.clone();
        }
        let written = match writer(self.resolver, target, call, number, (place, passing)) {
            Writer::Never => Written::Nothing,
            Writer::Anything => Written::Anything,
            Writer::Source(functions, param) => {
                let analysis = self.walk.analysis;
                Written::Parts(functions.iter().map(|function| analysis.written(function, param)).collect())
            }
        };
        self.memo.written.entry(key).or_insert(Rc::new(written)).clone()
    }

    fn end_written(&mut self, state: &mut State, written: &Written, (path, extent): (AccessPathId, Extent)) {
        let functions = match written {
            Written::Nothing => return,
            Written::Anything => return self.end_facts(state, path, extent),
            Written::Parts(functions) => functions,
        };
        for part in functions.iter().flat_map(|parts| parts.iter()) {
            match part.is_empty() {
                true => self.end_facts(state, path, extent),
                false => {
                    let part = self.paths.follow(path, part);
                    let part = self.redirected(state, part);
                    self.end_facts(state, part, Extent::Whole);
                }
            }
        }
    }

    /// Whether a state or the caller knows anything of a variable or of what it leads to.
    fn knows_of(&self, state: &State, slot: SlotId) -> bool {
        state.env.iter().any(|(own, _)| self.paths.slot(*own) == slot)
            || self.has_exprs(state, slot)
            || self.has_caller_facts(slot)
    }

    /// Whether the caller knows something of a parameter.
    fn has_caller_facts(&self, slot: SlotId) -> bool {
        let params = &self.body.frames[self.walk.root.index()].params;
        self.facts.iter().any(|(param, ..)| params.get(*param) == Some(&slot))
    }

    /// Whether something is known of a path or of a part of it.
    fn has_facts(&self, state: &State, path: AccessPathId) -> bool {
        let slot = self.paths.slot(path);
        let says = |value: &Value| value.fact.is_some() || matches!(value.pointer, Pointer::Function(_));
        state.env.iter().any(|(own, value)| says(value) && self.paths.is_inside(path, *own))
            || self.has_exprs(state, slot)
            || self.has_caller_facts(slot)
    }

    fn has_exprs(&self, state: &State, slot: SlotId) -> bool {
        let places = |expr: &ExprId| &self.body.exprs[expr.index()].places;
        state.exprs.iter().any(|(expr, _)| places(expr).iter().any(|place| self.body.slot_of(*place) == slot))
    }

    /// Ends the facts about package variables that a callee writes.
    fn end_written_globals(&mut self, state: &mut State, target: &CallTarget) {
        let CallTarget::Functions(functions, _) = target else {
            return;
        };
        let is_global = |slot: SlotId| self.body.slots[slot.index()].kind == SlotKind::Global;
        let is_known = state.env.iter().any(|(path, value)| value.fact.is_some() && is_global(self.paths.slot(*path)))
            || state.exprs.iter().any(|(expr, _)| {
                self.body.exprs[expr.index()].places.iter().any(|place| is_global(self.body.slot_of(*place)))
            });
        let own = self.resolver.package().number();
        for function in functions.iter().filter(|function| is_known && function.package.number() == own) {
            let written = self.walk.analysis.globals_written(function);
            let slots = (0_u32..).map(SlotId).zip(&self.body.slots);
            let is_written = |name: &Name| written.binary_search(name).is_ok();
            let slots: Vec<SlotId> = slots
                .filter(|(_, slot)| slot.kind == SlotKind::Global && is_written(&slot.name))
                .map(|(id, _)| id)
                .collect();
            for slot in slots {
                let root = self.paths.root(slot);
                self.end_facts(state, root, Extent::Whole);
            }
        }
    }

    /// Whether a part of a parameter, what it is in or a part of it has been written.
    pub(super) fn is_written(&self, state: &State, path: AccessPathId) -> bool {
        state.written.iter().any(|own| self.paths.is_inside(*own, path) || self.paths.is_inside(path, *own))
    }

    /// Ends the facts about the variables that a literal assigns which may run at any time.
    pub(super) fn end_facts_of_shared(&mut self, state: &mut State) {
        for slot in state.shared.clone() {
            if self.body.frames.iter().any(|frame| frame.assigns.binary_search(&slot).is_ok()) {
                let root = self.paths.root(slot);
                for (path, value) in &mut state.env {
                    if self.paths.slot(*path) == slot {
                        value.fact = None;
                    }
                }
                self.drop_exprs(state, root);
            }
        }
        state.env.retain(|(_, value)| !value.is_unknown());
    }
}

/// A value without what a write ends. The method of a request is never written by what sends or signs it.
fn without_facts(value: Value) -> Value {
    let fact = value.fact.filter(|fact| matches!(fact, Fact::Text(_)));
    let is_held = value.handle != Handle::None || value.contexts | value.cancels != 0;
    let pointer = if is_held { value.pointer } else { Pointer::None };
    Value { fact, pointer, is_later_error: value.is_later_error && is_held, ..value }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_write_ends_what_is_known_and_not_what_is_held() {
        let held = Value { fact: Some(Fact::NonNil), ..Value::holding(Handle::Holder) };
        assert_eq!(without_facts(held), Value::holding(Handle::Holder));
        assert_eq!(
            without_facts(Value { contexts: 2, ..Value::of(Fact::Nil) }),
            Value { contexts: 2, ..Value::default() }
        );
        for fact in [Fact::Nil, Fact::NonNil, Fact::True, Fact::Int(3)] {
            assert_eq!(without_facts(Value::of(fact)), Value::default());
        }
    }
}
