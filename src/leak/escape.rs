//! Values that escape: stored outside, sent, or given to a function without source.
//!
//!     s.last = resp                  the response escapes
//!     go serve(func() { .. })        variables that the literal mentions may be read and written by code without source
//!     s.stop = cancel                other code may cancel the context: that counts like a cancel
//!
//! After that the function is not responsible for the response any more, and nothing is reported of it.

use super::access_path::AccessPathId;
use super::fresh::returns_new_value;
use super::state::{Activation, Bind, State, Status};
use super::value::{Bound, PARAM_BITS};
use super::walk::Explorer;
use crate::go::body::{EventKind, FrameId, Operand, Rvalue, SlotId, SlotKind};
use crate::meaning::resource::can_be_filled;
use crate::program::Type;
use crate::program::resolve::CallTarget;

impl Explorer<'_> {
    /// Whether a value stored at a path outlives the function: a package variable, a field of something that came in.
    pub(super) fn is_outside(&self, state: &State, path: AccessPathId) -> bool {
        let slot = self.paths.slot(path);
        let data = &self.body.slots[slot.index()];
        if data.kind == SlotKind::Global {
            return true;
        }
        if self.paths.parent(path).is_none() {
            return false;
        }
        match data.kind {
            SlotKind::Param => !self.is_bound_literal_param(state, slot) && !self.is_filled(slot),
            // The value of a variable that came from elsewhere may be known elsewhere.
            SlotKind::Local | SlotKind::Temp => !self.is_made_here(slot),
            SlotKind::Result | SlotKind::Global => false,
        }
    }

    /// A parameter of a literal that is run in place was bound by its call. What a callee gives to a literal comes from elsewhere.
    fn is_bound_literal_param(&self, state: &State, slot: SlotId) -> bool {
        let frame = self.body.slots[slot.index()].frame;
        let is_bound = |activation: &Activation| {
            activation.frame == frame && !matches!(activation.bind, Bind::LastError | Bind::Started)
        };
        frame != self.walk.root && state.stack.iter().any(is_bound)
    }

    /// Whether a variable only ever holds values that this function made.
    pub(super) fn is_made_here(&self, slot: SlotId) -> bool {
        if let Some(known) = self.memo.made_here.borrow().get(&slot) {
            return *known;
        }
        let is_made_here = self.find_made_here(slot);
        self.memo.made_here.borrow_mut().insert(slot, is_made_here);
        is_made_here
    }

    fn find_made_here(&self, slot: SlotId) -> bool {
        let root = self.body.root(slot);
        let mut is_written = false;
        for event in self.body.blocks.iter().flat_map(|block| &block.events) {
            if !event.kind.writes().contains(&root) {
                continue;
            }
            is_written = true;
            if !self.makes_new_value(&event.kind, slot) {
                return false;
            }
        }
        is_written || self.body.slots[slot.index()].kind == SlotKind::Local
    }

    /// Whether an event assigns a value to a variable that no other code knows.
    fn makes_new_value(&self, event: &EventKind, slot: SlotId) -> bool {
        match event {
            EventKind::Make {
                value: Rvalue::Composite { .. } | Rvalue::Zero(_) | Rvalue::Made { .. } | Rvalue::Address(_),
                ..
            } => true,
            EventKind::Assign { from: Operand::Nil, .. } => true,
            EventKind::Assign { from: Operand::Place(from), .. } => {
                let from_slot = self.body.slot_of(*from);
                self.body.slot(*from).kind == SlotKind::Temp
                    && self.body.places[from.index()].part.is_none()
                    && from_slot != slot
                    && self.is_made_here(from_slot)
            }
            EventKind::Call(call) => match &*self.resolver.target(call) {
                // append(list, x) and functions that return values, not pointers.
                CallTarget::Builtin(_) => true,
                target => {
                    let ty = self.resolver.slot_type(slot);
                    !may_be_shared(&ty) || self.is_constructed(target, &ty)
                }
            },
            _ => false,
        }
    }

    /// Whether the callee is a constructor of values that may be filled with a response.
    fn is_constructed(&self, target: &CallTarget, ty: &Type) -> bool {
        match target {
            CallTarget::Functions(functions, _) => match &functions[..] {
                [only] => !only.is_stub() && can_be_filled(self.resolver.index, ty) && returns_new_value(only),
                _ => false,
            },
            _ => false,
        }
    }

    /// A value escapes. Returns whether it held the response.
    pub(super) fn escape(&mut self, state: &mut State, value: &Bound) -> bool {
        let mut held = value.handle().is_some();
        for frame in value.frames() {
            held |= self.escape_frame(state, frame);
        }
        for pointee in value.pointees() {
            let slot = self.paths.slot(pointee);
            self.share(state, slot);
            held |= self.holds_response(state, pointee);
        }
        self.escape_cancels(state, value.cancels());
        if held && state.status == Status::Open {
            state.resolve(Status::Escaped);
        }
        held
    }

    /// Whether a path or a part of it holds the response.
    fn holds_response(&self, state: &State, path: AccessPathId) -> bool {
        state.env.iter().any(|(own, value)| value.handle.can_close() && self.paths.is_inside(path, *own))
    }

    /// A literal escapes, and with it the variables that it mentions. Returns whether one of them held the response.
    fn escape_frame(&mut self, state: &mut State, frame: FrameId) -> bool {
        let captures = self.body.frames[frame.index()].captures.clone();
        let held = self.captures_handle(state, frame);
        let mut cancels = 0;
        for slot in captures {
            self.share(state, slot);
            for (path, value) in &state.env {
                if self.paths.slot(*path) == slot {
                    cancels |= value.cancels;
                }
            }
        }
        self.escape_cancels(state, cancels);
        // It may have run already.
        self.clear_assigned(state, frame);
        held
    }

    /// From now on code without source may read and write a variable.
    pub(super) fn share(&mut self, state: &mut State, slot: SlotId) {
        if matches!(self.body.slots[slot.index()].kind, SlotKind::Param | SlotKind::Global) {
            // The values stored there have escaped already.
            return;
        }
        if let Err(at) = state.shared.binary_search(&slot) {
            state.shared.insert(at, slot);
        }
    }

    /// Cancel functions escape.
    fn escape_cancels(&mut self, state: &mut State, cancels: u32) {
        state.escaped |= cancels & PARAM_BITS;
        self.cover(state, cancels, Status::Escaped);
    }

    /// Contexts are cancelled, or other code may cancel them.
    pub(super) fn cover(&mut self, state: &mut State, cancels: u32, status: Status) {
        if cancels == 0 {
            return;
        }
        state.covered |= cancels;
        // A response that no variable holds any more is released by its context all the same.
        let is_reads = self.walk.aim.is_reads();
        // It may have been read before its context was done.
        let status = if is_reads { Status::Escaped } else { status };
        let is_open = state.status == Status::Open || matches!(state.status, Status::Leaked(_)) && !is_reads;
        if is_open && state.contexts & cancels != 0 && !self.walk.analysis.require_close {
            state.resolve(status);
        }
    }
}

/// Whether a value of this type, returned by a function, may be known elsewhere too.
fn may_be_shared(ty: &Type) -> bool {
    !matches!(ty, Type::Slice(_) | Type::Array(_) | Type::Map(_) | Type::Struct(_)) && !matches!(ty, Type::Named(_))
        || matches!(ty, Type::Pointer(_) | Type::Unknown)
}
