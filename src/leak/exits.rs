//! Ends of functions and literals: the response is returned, left outside or leaked; and the exits for a summary.
//!
//!     func get(u string) (*http.Response, error) { return http.Get(u) }   the caller acquires the response
//!     func look(r *http.Response) int { return r.StatusCode }             one exit, where the response of the caller is open
//!
//! Few exits stay apart. Of more, the facts about switches are dropped first, then those about results, so that exits become equal.

use super::access_path::AccessPathId;
use super::acquired::{Acquired, Origin};
use super::explored::Goal;
use super::release::Aim;
use super::state::{State, Status};
use super::summary::{Exit, ExitPlace, ResultValues, Switches, Writes};
use super::value::{Handle, PARAM_BITS, Pointer, Value};
use super::walk::Explorer;
use super::witness::LeakKind;
use super::writes::is_reference;
use crate::go::body::{FrameId, Part, SlotKind};
use crate::ground::source::Span;
use crate::meaning::effect::Fact;
use crate::program::Type;

/// More distinct exits than this are joined.
const MOST_EXITS: usize = 24;

impl Explorer<'_> {
    /// The root returns.
    pub(super) fn leave_root(&mut self, id: u32, state: &State, span: Span, end: LeakKind) {
        let results = self.results(state);
        if self.walk.aim.is_reads() && matches!(self.goal, Goal::Site(_)) {
            return self.leave_reading(state, results);
        }
        if self.walk.aim == Aim::Fills && matches!(self.goal, Goal::Site(_)) {
            return self.leave_filling(state, &results);
        }
        match self.goal {
            Goal::Site(_) => self.leave_with_response(id, state, results, (span, end)),
            Goal::StatesAt(_) => self.is_left = true,
            Goal::Param { .. } | Goal::Plain => {
                self.leave_with_replaced(id, state, &results);
                self.note_exit(state, results, span);
            }
        }
    }

    fn leave_with_response(&mut self, id: u32, state: &State, results: ResultValues, (span, end): (Span, LeakKind)) {
        if let Status::Leaked(number) = state.status {
            self.mark_feasible(number);
        }
        let is_returned = results.iter().any(|(_, _, value)| value.handle != Handle::None);
        if state.status == Status::Closed && is_returned && self.error_of(&results).is_nil() != Some(false) {
            self.found.is_returned_closed = true;
        }
        if state.status != Status::Open {
            return;
        }
        let is_released = self.is_released_by(&results, state);
        if is_returned && !is_released && self.is_only_in_readers(&results) {
            // What is returned is still read: no `defer` is right.
            self.found.is_escaped = true;
            return self.note_leak_at_end(id, end, span);
        }
        if is_returned || is_released {
            self.found.note_discharge(Status::Escaped);
            self.found.note_discharge_at(span, if is_returned { Status::Escaped } else { Status::Closed });
            self.found.gave_up |= self.is_fast_path && !is_returned;
            return self.return_response(id, state, results, span);
        }
        if self.is_held_outside(state) {
            self.found.is_left_outside = true;
            self.found.note_discharge_at(span, Status::Escaped);
            return self.note_discharge(Status::Escaped);
        }
        if !self.is_only_offered(state) {
            self.note_leak_at_end(id, end, span);
        }
    }

    /// Whether the response is returned only inside readers through which the caller cannot close it: they have no Close, or one that
    /// leaves it open. Behind an `io.Reader` a caller may look for more.
    fn is_only_in_readers(&self, results: &ResultValues) -> bool {
        let slots = &self.body.frames[self.walk.root.index()].results;
        let is_plain = |number: usize| {
            let Some(slot) = slots.get(number) else {
                return false;
            };
            let ty = self.resolver.slot_type(*slot);
            match self.resolver.index.underlying(ty.pointee()) {
                Type::Struct(_) => true,
                Type::Interface(_) => {
                    let names = self.resolver.index.method_names(&ty);
                    names.is_some_and(|names| names.iter().any(|name| name == "Close"))
                }
                _ => false,
            }
        };
        results
            .iter()
            .filter(|(_, _, value)| value.handle != Handle::None)
            .all(|(number, path, value)| value.handle == Handle::Reader && path.is_empty() && is_plain(*number))
    }

    /// Whether a result releases the response when it is called: a literal that knows it, or the cancel of its context.
    pub(super) fn is_released_by(&self, results: &ResultValues, state: &State) -> bool {
        let is_cancel = |value: &Value| value.cancels & state.contexts != 0 && !self.walk.analysis.require_close;
        results.iter().any(|(_, _, value)| match value.pointer {
            Pointer::Frame(frame) if self.captures_handle(state, frame) => true,
            _ => is_cancel(value),
        })
    }

    /// Whether a variable of an outer frame holds the response: the root is a literal.
    pub(super) fn is_held_outside(&self, state: &State) -> bool {
        state.env.iter().any(|(path, value)| {
            let slot = &self.body.slots[self.paths.slot(*path).index()];
            value.handle.can_close()
                && slot.kind != SlotKind::Global
                && !self.body.is_within(slot.frame, self.walk.root)
        })
    }

    /// The values of the root's result slots.
    fn results(&mut self, state: &State) -> ResultValues {
        let slots = self.body.frames[self.walk.root.index()].results.clone();
        let mut all = Vec::new();
        for (number, slot) in slots.into_iter().enumerate() {
            let root = self.paths.root(slot);
            let bound = self.bound(state, root);
            let mut note = |path: Vec<Part>, value: Value| {
                if !value.is_unknown() {
                    all.push((number, path, value));
                }
            };
            note(Vec::new(), bound.value);
            bound.parts.into_iter().for_each(|(path, value)| note(path, value));
        }
        all
    }

    /// Whether the root returns an error, and something before it that may hold the response.
    pub(super) fn may_exit_with_error(&mut self) -> bool {
        if !matches!(self.goal, Goal::Site(_)) {
            return false;
        }
        let results = &self.body.frames[self.walk.root.index()].results;
        let find = || results.len() > 1 && results.last().is_some_and(|slot| self.resolver.slot_type(*slot).is_error());
        *self.memo.may_exit_with_error.get_or_insert_with(find)
    }

    /// The error among the results of the root, as far as it is known.
    pub(super) fn error_of(&mut self, results: &ResultValues) -> Value {
        let last = self.body.frames[self.walk.root.index()].results.len().checked_sub(1);
        let is_error = |number: usize, path: &[Part]| Some(number) == last && path.is_empty();
        let error = results.iter().find(|(number, path, _)| is_error(*number, path));
        error.filter(|_| self.may_exit_with_error()).map(|(_, _, value)| *value).unwrap_or_default()
    }

    /// The caller gets the response. Where it comes with an error, that is an error exit of the root, or of the callee that the
    /// root got it from together with an error.
    fn return_response(&mut self, id: u32, state: &State, results: ResultValues, span: Span) {
        let inherited = match &self.goal {
            Goal::Site(site) => site.error_exit().cloned(),
            _ => None,
        };
        let error = self.error_of(&results);
        let own = || Origin { function: self.resolver.scope().function_ref(), frame: self.walk.root };
        let may_fail = error.is_nil() == Some(false) || error.is_nil().is_none() && error.is_later_error;
        let (with_error, without) = match (inherited, error.is_nil()) {
            (_, Some(true)) => (None, true),
            (Some(origin), _) => (Some(origin), false),
            (None, is_nil) => (may_fail.then(own), is_nil.is_none()),
        };
        let is_own = with_error.is_some() && !self.is_from_error_exit();
        let last = self.body.frames[self.walk.root.index()].results.len().saturating_sub(1);
        let with = |fact: Fact| {
            let mut results = results.clone();
            results.retain(|(number, path, _)| *number != last || !path.is_empty());
            results.push((last, Vec::new(), Value::of(fact)));
            results
        };
        if let Some(origin) = with_error {
            let is_acquired = self.note_acquired(state, with(Fact::NonNil), Some(origin.clone()));
            if is_own && is_acquired {
                self.found.origin = Some(origin);
                if let Some(number) = self.error_exits.note(id, LeakKind::Return, span, state.is_guess) {
                    self.error_exits.mark_feasible(number);
                }
                self.found.gave_up |= self.is_fast_path;
            }
        }
        if without {
            let results = if may_fail { with(Fact::Nil) } else { results };
            self.note_acquired(state, results, None);
        }
    }

    /// Whether the response came together with an error.
    pub(super) fn is_from_error_exit(&self) -> bool {
        matches!(&self.goal, Goal::Site(site) if site.error_exit().is_some())
    }

    /// Notes the results by which the caller acquires the response, if it is one of those that the caller has to close; says
    /// whether it is.
    fn note_acquired(&mut self, state: &State, results: ResultValues, error_exit: Option<Origin>) -> bool {
        let mut results = results;
        // A caller that gets an error cannot close what is inside it.
        let slots = &self.body.frames[self.walk.root.index()].results;
        let is_error = |number: usize| slots.get(number).is_some_and(|slot| self.resolver.slot_type(*slot).is_error());
        results.retain(|(number, _, value)| value.handle == Handle::None || !is_error(*number));
        if !results.iter().any(|(_, _, value)| returns_ownership(value.handle)) {
            return false;
        }
        for (_, _, value) in &mut results {
            self.mark_closing_literal(state, value);
            value.pointer = Pointer::None;
            // One bit is enough: the cancel of this response's own context.
            value.cancels = u32::from(value.cancels & state.contexts & !PARAM_BITS != 0);
            value.contexts = 0;
            value.is_later_error = false;
        }
        results.retain(|(_, _, value)| !value.is_unknown());
        let is_guess = match &self.goal {
            Goal::Site(site) => site.outcomes.iter().all(|outcome| outcome.is_guess),
            _ => false,
        };
        let through = match &self.goal {
            Goal::Site(site) => site.outcomes.first().and_then(|outcome| outcome.through.clone()),
            _ => None,
        };
        let params = self.switches(state);
        let acquired = Acquired { params, is_guess, error_exit, through, ..Acquired::of(results) };
        if !self.found.acquired.contains(&acquired) {
            self.found.acquired.push(acquired);
        }
        true
    }

    /// Notes an exit for the caller.
    fn note_exit(&mut self, state: &State, results: ResultValues, span: Span) {
        let mut results = results;
        for (_, _, value) in &mut results {
            self.mark_closing_literal(state, value);
            (value.pointer, value.is_later_error) = (Pointer::None, false);
        }
        results.retain(|(_, _, value)| !value.is_unknown());
        let params = self.switches(state);
        let writes = self.writes(state);
        let called_parts = self.called_parts(state);
        let State { mut status, called, escaped, readers, .. } = *state;
        if status == Status::Open && matches!(self.goal, Goal::Param { .. }) && self.is_held_outside(state) {
            status = Status::Escaped;
        }
        if let Some(reading) = &state.reading {
            status = match status {
                _ if reading.is_replaced => Status::Replaced,
                Status::Leaked(_) => Status::Closed,
                other => other,
            };
        }
        let place = ExitPlace(span);
        let mut exit = Exit { status, results, params, writes, called, called_parts, escaped, readers, place };
        widen_exit(&mut exit, self.exit_widening);
        if self.found.exits.contains(&exit) {
            return;
        }
        self.found.exits.push(exit);
        if self.found.exits.len() > MOST_EXITS && self.exit_widening < 2 {
            self.exit_widening += 1;
            for exit in &mut self.found.exits {
                widen_exit(exit, self.exit_widening);
            }
            self.found.exits.sort();
            self.found.exits.dedup();
        }
    }

    /// Whether a literal mentions a variable that holds the response.
    pub(super) fn captures_handle(&self, state: &State, frame: FrameId) -> bool {
        let captures = &self.body.frames[frame.index()].captures;
        state
            .env
            .iter()
            .any(|(path, value)| value.handle.can_close() && captures.binary_search(&self.paths.slot(*path)).is_ok())
    }

    /// The facts that tests on the path have shown about switches in the arguments.
    pub(super) fn switches(&self, state: &State) -> Switches {
        let is_unchanged = |path: &AccessPathId| !self.is_written(state, *path);
        let switches = state.env.iter().filter(|(path, value)| is_unchanged(path) && self.is_switch(*path, value));
        let fact = |(path, value): &(AccessPathId, Value)| {
            let (param, part) = self.part_of_param(*path)?;
            Some((param, vec![part], value.fact?))
        };
        let mut facts: Switches = switches.filter_map(fact).collect();
        facts.sort();
        facts
    }

    /// The fields of arguments that were written, with the facts about their new values.
    fn writes(&self, state: &State) -> Writes {
        let write = |path: &AccessPathId| {
            let (param, part) = self.part_of_param(*path)?;
            Some((param, part, state.get(*path).and_then(|value| value.fact)))
        };
        // What a value parameter holds is a copy.
        let is_found = |path: &AccessPathId| {
            self.paths.is_field_of_slot(*path)
                && is_reference(self.resolver.index, &self.resolver.slot_type(self.paths.slot(*path)))
        };
        let fields = state.written.iter().filter(|path| is_found(path));
        let mut writes: Writes = fields.filter_map(write).collect();
        writes.sort();
        writes
    }

    /// The functions in parts of arguments that were called.
    fn called_parts(&self, state: &State) -> Vec<(usize, Vec<Part>)> {
        let mut parts: Vec<(usize, Vec<Part>)> =
            state.called_parts.iter().filter_map(|path| self.parts_of_param(*path)).collect();
        parts.sort();
        parts
    }

    /// The number of the parameter that a path is in, and the parts from there; `None` for a parameter itself.
    pub(super) fn parts_of_param(&self, path: AccessPathId) -> Option<(usize, Vec<Part>)> {
        let params = &self.body.frames[self.walk.root.index()].params;
        let slot = self.paths.slot(path);
        let param = params.iter().position(|own| *own == slot)?;
        let mut parts = Vec::new();
        let mut at = path;
        while let Some((base, part)) = self.paths.parent(at) {
            parts.push(part.clone());
            at = base;
        }
        parts.reverse();
        (!parts.is_empty()).then_some((param, parts))
    }

    /// The number of the parameter that a path is in, and the last part of the path.
    fn part_of_param(&self, path: AccessPathId) -> Option<(usize, Part)> {
        let params = &self.body.frames[self.walk.root.index()].params;
        let slot = self.paths.slot(path);
        let param = params.iter().position(|own| *own == slot)?;
        let (_, part) = self.paths.parent(path)?;
        Some((param, part.clone()))
    }
}

/// Drops what distinguishes an exit from others; see [`Explorer::exit_widening`].
fn widen_exit(exit: &mut Exit, exit_widening: u8) {
    if exit_widening > 0 {
        exit.params.clear();
        exit.writes.iter_mut().for_each(|(_, _, fact)| *fact = None);
        exit.results
            .retain(|(_, path, value)| path.is_empty() || *value != Value { fact: value.fact, ..Value::default() });
    }
    if exit_widening > 1 {
        exit.results.retain(|(_, _, value)| value.handle != Handle::None || value.contexts | value.cancels != 0);
        exit.results.iter_mut().for_each(|(_, _, value)| value.fact = None);
    }
}

/// Whether a caller that gets such a result has to close it.
fn returns_ownership(handle: Handle) -> bool {
    matches!(handle, Handle::Response | Handle::Body | Handle::Holder)
}
