//! Functions that store a response where their caller finds it: through a pointer argument, or in their receiver.
//!
//!     func fill(u string, out **http.Response) (err error) { *out, err = http.Get(u); return err }
//!
//!     var resp *http.Response
//!     err := fill(u, &resp)        `resp` holds the response if `err` is nil
//!
//! In the function itself such a store is an escape. Only a walk for its callers ([`Aim::Fills`]) goes on with the response in the
//! parameter, as if that were a variable of the function, to the returns without an error. A caller owes the response if the
//! argument ends with it; one that passes on its own parameter fills that in its turn.

use super::args::Arg;
use crate::go::body::{Part, SlotId, SlotKind};
use crate::leak::access_path::AccessPathId;
use crate::leak::acquired::{Acquired, Filled};
use crate::leak::explored::Goal;
use crate::leak::release::Aim;
use crate::leak::state::{State, Status};
use crate::leak::summary::ResultValues;
use crate::leak::value::{Bound, Pointer, Value};
use crate::leak::walk::Explorer;
use crate::meaning::effect::Fact;
use crate::meaning::resource::can_be_filled;

impl Explorer<'_> {
    /// Whether a variable is a parameter that the root fills for its caller, in a walk that asks for it.
    pub(in crate::leak) fn is_filled(&self, slot: SlotId) -> bool {
        let data = &self.body.slots[slot.index()];
        self.walk.aim == Aim::Fills
            && data.kind == SlotKind::Param
            && data.frame == self.walk.root
            && can_be_filled(self.resolver.index, &self.resolver.slot_type(slot))
    }

    /// The root returns, in a walk that asks what it fills.
    pub(in crate::leak) fn leave_filling(&mut self, state: &State, results: &ResultValues) {
        let signature = &self.body.frames[self.walk.root.index()].results;
        let error = signature.len().checked_sub(1).filter(|last| {
            let slot = signature[*last];
            self.resolver.slot_type(slot).is_error()
        });
        let is_failure = results
            .iter()
            .any(|(number, path, value)| Some(*number) == error && path.is_empty() && value.is_nil() == Some(false));
        if state.status != Status::Open || is_failure {
            return;
        }
        let held =
            state.env.iter().filter(|(path, value)| value.handle.can_close() && self.is_filled(self.paths.slot(*path)));
        let filled = held.filter_map(|(path, value)| {
            let (param, path) = self.parts_of_param(*path)?;
            Some(Filled { param, path, handle: value.handle })
        });
        let Some(filled) = filled.min() else {
            return;
        };
        let is_guess = match &self.goal {
            Goal::Site(site) => site.outcomes.iter().all(|outcome| outcome.is_guess),
            _ => false,
        };
        let results = error.map(|number| (number, Vec::new(), Value::of(Fact::Nil))).into_iter().collect();
        let acquired =
            Acquired { is_guess, filled: Some(filled), params: self.switches(state), ..Acquired::of(results) };
        if !self.found.acquired.contains(&acquired) {
            self.found.acquired.push(acquired);
        }
    }

    /// The callee has stored the response in an argument. `false` if that outlives the function, which then owes nothing.
    pub(super) fn receive_filled(&mut self, state: &mut State, args: &[Arg], filled: &Filled) -> bool {
        let Some(at) = self.filled_path(state, args, filled) else {
            return false;
        };
        if self.is_outside(state, at) {
            return false;
        }
        self.store_inside(state, at, Bound::plain(Value::holding(filled.handle)));
        true
    }

    /// The part of an argument that a callee fills.
    fn filled_path(&mut self, state: &State, args: &[Arg], filled: &Filled) -> Option<AccessPathId> {
        let arg = args.get(filled.param)?;
        if let Pointer::To(pointee) = arg.bound.value.pointer {
            let rest = match &filled.path[..] {
                [Part::Deref, rest @ ..] => rest,
                all => all,
            };
            return Some(self.paths.follow(pointee, rest));
        }
        let base = self.redirected(state, arg.path?);
        Some(self.paths.follow(base, &filled.path))
    }
}
