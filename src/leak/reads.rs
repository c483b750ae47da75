//! Walks for reads: where the body of a response is read after it was closed, or the context of its request cancelled.
//!
//!     resp.Body.Close()              released: from here on the walk goes on with what holds the response
//!     text, err := io.ReadAll(resp.Body)     a read after the release
//!     if err == nil { t.Fatal() }    no path on from a read without an error: the test wants it to fail
//!
//! A deferred release counts when its frame returns. One that another goroutine makes may happen before or after anything else: the
//! response escapes by it, and nothing is reported. Which calls read is known in `call/reading.rs`.

use super::acquired::Acquired;
use super::explored::Goal;
use super::live::first_accesses;
use super::release::{Aim, Later, ReadAfterRelease, Reading, Release};
use super::state::{Activation, Bind, State, Status};
use super::summary::ResultValues;
use super::value::{Handle, Pointer, Value};
use super::walk::{Explorer, Successor};
use super::witness::LeakKind;
use crate::go::body::{Call, Callee, End, Event, EventKind, Mode, Rvalue, SlotId};
use crate::ground::source::Span;
use crate::meaning::effect::Fact;
use crate::program::FuncRef;
use smallvec::SmallVec;
use std::sync::Arc;

impl Explorer<'_> {
    /// A walk for reads begins in this state.
    pub(super) fn start_reading(&mut self, state: &mut State) {
        if !self.walk.aim.is_reads() {
            return;
        }
        let mut reading = Reading::default();
        if self.walk.aim == Aim::ReadsOfReleased {
            // The caller knows which release it was.
            let span = self.body.blocks[0].events.first().map_or(Span::default(), |event| event.span);
            let release = Release { is_cancel: false, is_join: false, is_deferred: false, span, function: None };
            reading.release = Some(self.number_of(release));
            state.status = Status::Closed;
        }
        state.reading = Some(Box::new(reading));
    }

    /// Whether a walk for reads goes on with the released response.
    pub(super) fn is_released(&self, state: &State) -> bool {
        self.walk.aim.is_reads() && state.status == Status::Closed
    }

    /// A call closes the response.
    pub(super) fn close_by(&mut self, state: &mut State, call: &Call, function: Option<FuncRef>) {
        match self.walk.aim.is_reads() {
            true => self.release_by(state, call, 0, function),
            false => state.resolve(Status::Closed),
        }
    }

    /// A call cancels contexts, or closes the response if there are none.
    pub(super) fn release_by(&mut self, state: &mut State, call: &Call, contexts: u32, function: Option<FuncRef>) {
        let span = self.body.blocks[self.at.0.index()].events[self.at.1 as usize].span;
        let is_deferred = call.mode == Mode::Defer;
        let release = Release { is_cancel: contexts != 0, is_join: false, is_deferred, span, function };
        self.release_with(state, call, contexts, release);
    }

    /// A call waits for a group, which cancels the context of the group.
    pub(super) fn release_by_join(&mut self, state: &mut State, call: &Call, context: u32) {
        let span = self.body.blocks[self.at.0.index()].events[self.at.1 as usize].span;
        let is_deferred = call.mode == Mode::Defer;
        let release = Release { is_cancel: true, is_join: true, is_deferred, span, function: None };
        self.release_with(state, call, context, release);
    }

    fn release_with(&mut self, state: &mut State, call: &Call, contexts: u32, release: Release) {
        let release = self.number_of(release);
        match call.mode {
            Mode::Now => self.release(state, contexts, release),
            Mode::Defer => {
                let depth = u8::try_from(state.stack.len()).unwrap_or(u8::MAX);
                let later = Later { depth, contexts, release };
                if let Some(reading) = &mut state.reading
                    && !reading.later.contains(&later)
                {
                    reading.later.push(later);
                }
            }
            Mode::Go => self.release_at_any_time(state, contexts),
        }
    }

    /// The response is closed, or contexts are cancelled.
    fn release(&mut self, state: &mut State, contexts: u32, release: u16) {
        if self.runs_beside(state) {
            // The goroutine that reads closes when it has read.
            if state.reading.as_ref().is_some_and(|reading| reading.beside.is_some()) {
                return;
            }
            return self.release_at_any_time(state, contexts);
        }
        state.covered |= contexts;
        let is_concerned = contexts == 0 || state.contexts & contexts != 0;
        if state.status == Status::Open && is_concerned {
            if let Some(reading) = &mut state.reading {
                reading.release = Some(release);
            }
            state.resolve(Status::Closed);
        }
    }

    /// Other code closes the response or cancels contexts at some time.
    fn release_at_any_time(&mut self, state: &mut State, contexts: u32) {
        state.covered |= contexts;
        let is_concerned = contexts == 0 || state.contexts & contexts != 0;
        if matches!(state.status, Status::Open | Status::Closed) && is_concerned {
            state.resolve(Status::Escaped);
        }
    }

    /// Whether the path is in a goroutine that was started after the response was there, or beside its call.
    fn runs_beside(&self, state: &State) -> bool {
        let has_site = |activation: &Activation| match &self.goal {
            Goal::Site(site) => self.body.is_within(self.body.blocks[site.block.index()].frame, activation.frame),
            _ => false,
        };
        state.stack.iter().skip(1).any(|activation| self.is_goroutine(activation) && !has_site(activation))
    }

    /// Whether a frame was started by a `go` statement or through a group.
    fn is_goroutine(&self, activation: &Activation) -> bool {
        let (block, next) = activation.return_to;
        let event = next.checked_sub(1).and_then(|at| self.body.blocks[block.index()].events.get(at as usize));
        let is_go = match event.map(|event| &event.kind) {
            Some(EventKind::Call(call)) => {
                let is_other = matches!(call.callee, Callee::Frame(frame) if frame != activation.frame);
                call.mode == Mode::Go && !is_other
            }
            _ => false,
        };
        is_go || activation.bind == Bind::Started
    }

    /// The frame at a depth of the stack returns: what it has deferred happens now.
    pub(super) fn run_later_releases(&mut self, state: &mut State, depth: u8) {
        let Some(reading) = &mut state.reading else {
            return;
        };
        let (due, left) = reading.later.iter().rev().partition::<Vec<Later>, _>(|later| later.depth >= depth);
        reading.later = left.into_iter().rev().collect();
        for Later { contexts, release, .. } in due {
            self.release(state, contexts, release);
        }
    }

    /// A variable is given the response of this release: a wrapper has returned it like that.
    pub(super) fn receive_released(&mut self, state: &mut State, release: &Release) {
        let number = self.number_of(release.clone());
        if let Some(reading) = &mut state.reading {
            reading.release = Some(number);
        }
        state.status = Status::Closed;
    }

    fn number_of(&mut self, release: Release) -> u16 {
        let known = self.releases.iter().position(|own| *own == release);
        let number = known.unwrap_or_else(|| {
            self.releases.push(release);
            self.releases.len() - 1
        });
        u16::try_from(number).unwrap_or(u16::MAX)
    }

    /// Notes a read of the released body; `None` if enough is known of its place. The state is then one in which the rest of the path
    /// shows whether it is feasible.
    pub(super) fn note_read(&mut self, state: &mut State, reader: Option<FuncRef>) -> Option<()> {
        let number = state.reading.as_ref().and_then(|reading| reading.release)?;
        let release = self.releases.get(usize::from(number))?.clone();
        let span = self.body.blocks[self.at.0.index()].events[self.at.1 as usize].span;
        let leak = self.note_leak(self.node, LeakKind::Read, span)?;
        self.pending.set_read(leak, ReadAfterRelease { release, reader });
        state.resolve(Status::Leaked(leak));
        Some(())
    }

    /// Whether a call may read the open body while a release is deferred, in another goroutine.
    pub(super) fn may_read_beside(&self, state: &State, call: &Call) -> bool {
        let is_deferred = state.reading.as_ref().is_some_and(|reading| !reading.later.is_empty());
        let is_inside = || state.stack.iter().any(|activation| self.is_goroutine(activation));
        is_deferred && state.status == Status::Open && (call.mode == Mode::Go || is_inside())
    }

    /// A goroutine reads the open body, and a frame around it has deferred the release: unless it waits, the read may come after that.
    pub(super) fn note_read_beside(&mut self, state: &mut State, call: &Call) {
        let own = state
            .stack
            .iter()
            .rposition(|activation| self.is_goroutine(activation) && activation.bind != Bind::Started);
        let own = own.or((call.mode == Mode::Go).then_some(state.stack.len()));
        let span = self.body.blocks[self.at.0.index()].events[self.at.1 as usize].span;
        let (contexts, status) = (state.contexts, state.status);
        let (Some(own), Some(reading), Status::Open) = (own.filter(|own| *own > 0), &mut state.reading, status) else {
            return;
        };
        let is_around = |later: &&Later| usize::from(later.depth) <= own;
        let concerns = |later: &&Later| later.contexts == 0 || later.contexts & contexts != 0;
        if let Some(later) = reading.later.iter().filter(is_around).find(concerns) {
            reading.beside = Some((later.release, span));
        }
    }

    /// An event by which the goroutine may be waited for.
    pub(super) fn forget_read_beside(&self, state: &mut State, event: &Event) {
        if state.reading.as_ref().is_none_or(|reading| reading.beside.is_none()) {
            return;
        }
        let may_wait = match &event.kind {
            EventKind::Call(call) => call.mode == Mode::Now,
            EventKind::Make { value, .. } => matches!(value, Rvalue::Receive { .. } | Rvalue::RangeKey(_)),
            EventKind::Send { .. } => true,
            _ => false,
        };
        let is_inside = state.stack.iter().any(|activation| self.is_goroutine(activation));
        if may_wait
            && !is_inside
            && let Some(reading) = &mut state.reading
        {
            reading.beside = None;
        }
    }

    /// The root returns while a goroutine may read, and what it has deferred has released the body.
    fn leave_goroutine_reading(&mut self, state: &State) {
        let beside = state.reading.as_ref().and_then(|reading| reading.beside);
        let Some((release, span)) = beside.filter(|_| state.status == Status::Closed) else {
            return;
        };
        if let Some(release) = self.releases.get(usize::from(release)).cloned()
            && let Some(number) = self.note_leak(self.node, LeakKind::Read, span)
        {
            self.pending.set_read(number, ReadAfterRelease { release, reader: None });
            self.mark_feasible(number);
        }
    }

    /// The response gets another body: what is read from now on is that one.
    pub(super) fn note_other_body(&mut self, state: &mut State) {
        let is_concerned = matches!(state.status, Status::Open | Status::Closed);
        let Some(reading) = state.reading.as_mut().filter(|_| is_concerned) else {
            return;
        };
        reading.is_replaced = true;
        self.found.is_returned_otherwise = true;
        if matches!(self.goal, Goal::Param { .. }) && !state.is_held() {
            state.resolve(Status::Replaced);
        }
    }

    /// The root returns, in a walk for reads.
    pub(super) fn leave_reading(&mut self, state: &State, results: ResultValues) {
        if let Status::Leaked(number) = state.status {
            return self.mark_feasible(number);
        }
        self.leave_goroutine_reading(state);
        let is_returned = results.iter().any(|(_, _, value)| value.handle != Handle::None);
        let has_failed = self.error_of(&results).is_nil() == Some(false);
        if !is_returned || has_failed {
            return;
        }
        let release = state.reading.as_ref().and_then(|reading| reading.release);
        let release =
            release.filter(|_| state.status == Status::Closed).and_then(|at| self.releases.get(usize::from(at)));
        match release.cloned() {
            Some(release) => self.note_released(state, results, release),
            None => self.found.is_returned_otherwise |= state.status == Status::Open,
        }
    }

    /// Notes the results by which the caller gets the released response.
    fn note_released(&mut self, state: &State, results: ResultValues, release: Release) {
        let function = release.function.or_else(|| self.resolver.scope().function_ref());
        let released = function.map(|function| Arc::new(Release { function: Some(function), ..release }));
        let last = self.body.frames[self.walk.root.index()].results.len().saturating_sub(1);
        let mut results = results;
        if self.may_exit_with_error() {
            results.retain(|(number, _, _)| *number != last);
            results.push((last, Vec::new(), Value::of(Fact::Nil)));
        }
        for (_, _, value) in &mut results {
            (value.pointer, value.contexts, value.cancels, value.is_later_error) = (Pointer::None, 0, 0, false);
        }
        results.retain(|(_, _, value)| !value.is_unknown());
        let is_guess = matches!(&self.goal, Goal::Site(site) if site.outcomes.iter().all(|outcome| outcome.is_guess));
        let outcome = Acquired { params: self.switches(state), is_guess, released, ..Acquired::of(results) };
        if !self.found.released.contains(&outcome) {
            self.found.released.push(outcome);
        }
    }

    /// The variables that hold the open response, if the event that is to be run may end that, and this is the first one.
    pub(super) fn holders_before(&self, state: &State, event: &Event) -> SmallVec<[SlotId; 4]> {
        let is_asked = matches!(self.goal, Goal::Site(_)) && !self.walk.aim.is_reads() && !self.found.may_be_read_late;
        let EventKind::Call(call) = &event.kind else {
            return SmallVec::new();
        };
        let is_deferred = call.mode == Mode::Defer;
        if !is_asked || state.status != Status::Open || is_deferred && state.stack.len() == 1 || self.is_at_end(state) {
            return SmallVec::new();
        }
        // What a literal defers runs when the literal returns, and the function around it goes on.
        let frame = state.frame();
        let outlives = |slot: &SlotId| !is_deferred || !self.body.is_within(self.body.slots[slot.index()].frame, frame);
        let holding = state.env.iter().filter(|(_, value)| value.handle != Handle::None);
        holding.map(|(path, _)| self.paths.slot(*path)).filter(outlives).collect()
    }

    /// Whether the path is in a literal that the root has deferred.
    fn is_at_end(&self, state: &State) -> bool {
        state.stack.get(1).is_some_and(|activation| {
            let (block, event) = activation.return_to;
            let block = &self.body.blocks[block.index()];
            event as usize == block.events.len() && matches!(block.end, End::Return { .. })
        })
    }

    /// An event has closed the response: notes whether a variable that has held it is used after that.
    pub(super) fn note_release(&mut self, next: &[Successor], holders: &[SlotId]) {
        if holders.is_empty() || next.iter().all(|step| step.state.status != Status::Closed) {
            return;
        }
        let (block, event) = self.at;
        let first = first_accesses(self.body, block, event as usize + 1);
        let is_used = |slot: &SlotId| self.walk.live.slot_from(self.body, block, &first, *slot);
        self.found.may_be_read_late = holders.iter().any(is_used);
    }
}
