//! The bodies that assignments to a parameter replace; see [`super::Walk::explore_replacing`].
//!
//!     text, err := io.ReadAll(resp.Body)                 `resp` is a parameter
//!     resp.Body = io.NopCloser(bytes.NewReader(text))    from here on nothing can close the body that came in
//!
//!     old := resp.Body
//!     resp.Body = http.NoBody                            `old` can, until the function ends

use super::access_path::AccessPathId;
use super::release::Aim;
use super::state::{State, Status};
use super::summary::{Facts, ResultValues, SummaryKey};
use super::value::{Bound, Handle, Pointer};
use super::walk::Explorer;
use super::witness::LeakKind;
use crate::go::body::{Event, Operand, Part, PlaceId, SlotKind};
use crate::program::{FrameRef, Member};

impl Explorer<'_> {
    /// `resp.Body = deaf{resp.Body}`, where the Close of the new body does nothing with the old one: it only reads from it.
    pub(super) fn note_deaf_body(&mut self, state: &mut State, path: AccessPathId, from: &Operand, value: &mut Bound) {
        let Operand::Place(place) = from else {
            return;
        };
        let is_made_here = self.body.slot(*place).kind == SlotKind::Temp;
        let path = self.redirected(state, path);
        if !is_made_here || !self.replaces_body(state, path) || !self.is_deaf(*place, value) {
            return;
        }
        let own = self.path(*place);
        let pointee = match value.value.pointer {
            Pointer::To(pointee) => pointee,
            _ => own,
        };
        let inside = state
            .env
            .iter_mut()
            .filter(|(path, _)| self.paths.is_inside(own, *path) || self.paths.is_inside(pointee, *path));
        for held in inside.map(|(_, held)| held).chain(value.parts.iter_mut().map(|(_, part)| part)) {
            if held.handle.can_close() {
                held.handle = Handle::Reader;
            }
        }
    }

    /// Whether the type of a place has a Close of its own that closes nothing of what the value holds, on any of its paths.
    fn is_deaf(&mut self, place: PlaceId, value: &Bound) -> bool {
        let Some((embedded, Member::Method(functions, _))) =
            self.resolver.index.member(&self.resolver.place_type(place), "Close")
        else {
            return false;
        };
        let [close] = &functions[..] else {
            return false;
        };
        let holders: Vec<(Vec<Part>, Handle)> = value.closers().collect();
        if !embedded.is_empty() || holders.is_empty() || self.walk.analysis.effects(close).is_some() {
            return false;
        }
        holders.into_iter().all(|(path, handle)| {
            let tracked = Some((0, path, handle));
            let key = SummaryKey { callee: FrameRef::of(close), tracked, facts: Facts::new(), aim: Aim::Leaks };
            self.summary_for(key, close.decl().has_body).is_some_and(|summary| summary.only_leaves_open())
        })
    }

    /// Notes that an event has replaced the only holder of the open body.
    pub(super) fn note_replaced(&mut self, id: u32, event: &Event, state: &mut State, was_open: bool) {
        if !was_open || state.status != Status::Replaced || !self.replacing.contains(&event.span) {
            return;
        }
        if event.kind.writes().into_iter().any(|place| self.is_body(place))
            && let Some(number) = self.note_leak(id, LeakKind::BodyReplaced, event.span)
        {
            state.resolve(Status::Leaked(number));
        }
    }

    /// The root returns: a body that was replaced before cannot be closed any more, unless another value holds it.
    pub(super) fn leave_with_replaced(&mut self, id: u32, state: &State, results: &ResultValues) {
        if let Status::Leaked(number) = state.status {
            return self.mark_feasible(number);
        }
        let [only] = self.replacing[..] else {
            return;
        };
        let is_in_place = state.env.iter().any(|(_, value)| value.handle == Handle::Response);
        let is_returned = results.iter().any(|(_, _, value)| value.handle != Handle::None);
        let is_held = is_in_place || is_returned || self.is_released_by(results, state) || self.is_held_outside(state);
        if state.status == Status::Open && !is_held && !self.is_only_offered(state) {
            self.note_leak_at_end(id, LeakKind::BodyReplaced, only);
        }
    }
}
