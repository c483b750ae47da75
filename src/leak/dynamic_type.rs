//! The types of values in interfaces: type switches and assertions that cannot fail, or cannot succeed.
//!
//!     switch v := any(resp.Body).(type) { case io.Closer: .. }     always: a body has Close
//!     tidy(resp)                                                   in `func tidy(v any)`, `v` is a `*http.Response`
//!
//! A type is known where the variable is written once, with a value whose type is no interface, and of a parameter where the
//! caller knows it. Of other values an interface is known that they implement: an `io.ReadCloser` in `func skip(r io.Reader)`.

use super::state::State;
use super::summary::{Known, KnownType};
use super::uses::literal_args;
use super::value::Handle;
use super::walk::Explorer;
use crate::go::body::{EventKind, Operand, PlaceId, Rvalue};
use crate::go::outline::Name;
use crate::program::resolve::CallTarget;
use crate::program::{Member, Type};

/// How many variables are followed from one to the next.
const LONGEST_CHAIN: usize = 6;

impl Explorer<'_> {
    /// Whether the value of a place, which is not nil, has a type or implements it; `None` if that is not known.
    pub(super) fn holds_type(&mut self, state: &State, place: PlaceId, ty: &Type) -> Option<bool> {
        if let Some(shown) = self.known_type(place).and_then(|known| self.is_of_type(&known, ty)) {
            return Some(shown);
        }
        let path = self.path(place);
        let is_body = self.lookup(state, path).handle == Handle::Body;
        let names = if is_body { self.methods_of_interface(ty)? } else { return None };
        // Any body has these two methods; some have more.
        names.iter().all(|name| matches!(name.as_str(), "Read" | "Close")).then_some(true)
    }

    /// The type of the value of a place, or an interface that it implements.
    pub(super) fn known_type(&mut self, place: PlaceId) -> Option<Type> {
        self.known_type_at(place, 0).or_else(|| {
            let ty = self.resolver.place_type(place);
            self.methods_of_interface(&ty).is_some_and(|names| !names.is_empty()).then_some(ty)
        })
    }

    fn known_type_at(&mut self, place: PlaceId, depth: usize) -> Option<Type> {
        let ty = self.resolver.place_type(place);
        if !self.is_interface(&ty) {
            return is_known(&ty).then_some(ty);
        }
        if self.body.places[place.index()].part.is_some() || depth > LONGEST_CHAIN {
            return None;
        }
        let slot = self.body.slot_of(place);
        let params = &self.body.frames[self.walk.root.index()].params;
        if let Some(param) = params.iter().position(|own| *own == slot)
            && self.resolver.is_never_written(slot)
        {
            return self.facts.iter().find_map(|(own, at, known)| match known {
                Known::Type(KnownType(ty)) if *own == param && at.is_empty() => Some(ty.clone()),
                _ => None,
            });
        }
        let body = self.body;
        let literal_args = self.memo.literal_args.get_or_insert_with(|| literal_args(body));
        if let Some(arg) = literal_args.get(&slot).copied() {
            return if self.resolver.is_never_written(slot) { self.known_type_at(arg, depth + 1) } else { None };
        }
        let (block, event) = self.resolver.only_definition(slot)?;
        let from = match &self.body.blocks[block.index()].events[event].kind {
            EventKind::Assign { from: Operand::Place(from), .. } => *from,
            EventKind::Make { value: Rvalue::Assert { from: Operand::Place(from), ok: None, .. }, .. } => *from,
            EventKind::Call(call) => match (&*self.resolver.target(call), &call.args[..]) {
                (CallTarget::Convert(_), [Operand::Place(from)]) => *from,
                _ => return None,
            },
            _ => return None,
        };
        self.known_type_at(from, depth + 1)
    }

    fn is_interface(&self, ty: &Type) -> bool {
        self.methods_of_interface(ty).is_some()
    }

    /// The names of the methods of an interface; `None` for a type that is none.
    fn methods_of_interface(&self, ty: &Type) -> Option<Vec<Name>> {
        match ty {
            Type::Basic(name) if name == "any" => Some(Vec::new()),
            Type::Basic(name) if name == "error" => Some(vec![Name::new_static("Error")]),
            _ => self.resolver.index.method_names(ty),
        }
    }

    /// Whether a value that has a type, or implements it, has another type, or implements that.
    fn is_of_type(&self, known: &Type, ty: &Type) -> Option<bool> {
        let Some(names) = self.methods_of_interface(ty) else {
            return (is_known(ty) && !self.is_interface(known)).then(|| known == ty);
        };
        let has = |name: &Name| {
            matches!(self.resolver.index.member(known, name), Some((_, Member::Method(..) | Member::Abstract(_))))
        };
        // A method that is not found may be one of an embedded type that is not known.
        names.iter().all(has).then_some(true)
    }
}

/// Whether two types of this kind are different if they are written differently.
fn is_known(ty: &Type) -> bool {
    match ty {
        Type::Named(named) => named.args.is_empty(),
        Type::Pointer(inner) => is_known(inner),
        Type::Basic(_) => true,
        _ => false,
    }
}
