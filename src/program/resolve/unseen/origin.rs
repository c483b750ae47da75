//! The package from which an unseen function or value comes.
//!
//!     resp, err := sdk.Fetch(u)     the package `sdk` is imported and not found
//!     c := sdk.New()
//!     resp, err := c.Fetch(u)       `c` comes from it

use super::Resolver;
use super::uses::ResultUses;
use crate::go::body::{Call, Callee, EventKind, PlaceId, SlotKind};
use crate::go::outline::{Name, TypeExpr};
use crate::program::resolve::CallTarget;
use crate::program::{Type, is_standard, likely_name};
use std::sync::Arc;

/// How many calls lie between a value and the function of the package: `sdk.New().With(x).Client()`.
const MOST_CALLS: usize = 8;

impl Resolver<'_> {
    /// The import path of the package that is not found and from which the callee of a call comes: a function of it, or a method of a
    /// value that it made or whose type it declares; `None` if there is no such package.
    pub fn unseen_package(&self, call: &Call) -> Option<Name> {
        match (&call.callee, &*self.target(call)) {
            (Callee::Place(callee), CallTarget::Unknown | CallTarget::Unseen(_)) => {
                self.package_of(*callee, MOST_CALLS)
            }
            _ => None,
        }
    }

    /// Whether the uses of a result of a call show that it is a response, by more than one of its fields or by a written type.
    pub fn is_result_used_as_response(&self, call: &Call) -> bool {
        let Some(ty) =
            self.index.stub("net/http").and_then(|package| self.index.package_type(&package, "Response", &[]))
        else {
            return false;
        };
        let uses = ResultUses { resolver: self, ty: Type::Pointer(Arc::new(ty)) };
        call.results.iter().flatten().any(|result| uses.show_type(*result, false))
    }

    fn package_of(&self, place: PlaceId, most: usize) -> Option<Name> {
        let slot = self.body.slot(place);
        if slot.kind == SlotKind::Global {
            return self.missing_import(&slot.name);
        }
        if let Some(ty) = slot.ty {
            return self.package_of_type(&self.body.types[ty.index()]);
        }
        let (block, number) = self.definitions[self.body.slot_of(place).index()]?;
        match &self.body.blocks[block.index()].events[number].kind {
            EventKind::Call(call) => match call.callee {
                Callee::Place(callee) if most > 0 => self.package_of(callee, most - 1),
                _ => None,
            },
            _ => None,
        }
    }

    fn package_of_type(&self, ty: &TypeExpr) -> Option<Name> {
        match ty {
            TypeExpr::Qualified(package, _) => self.missing_import(package),
            TypeExpr::Pointer(inner) | TypeExpr::Generic(inner, _) => self.package_of_type(inner),
            _ => None,
        }
    }

    /// The import path that a name means in this file, if there is no such package to be found.
    fn missing_import(&self, name: &str) -> Option<Name> {
        let package = self.package();
        let imports = package.files.get(self.scope.file as usize)?.imports();
        let is_it = |own: &Option<Name>, path: &Name| own.as_deref().unwrap_or_else(|| likely_name(path)) == name;
        let import = imports.iter().find(|import| is_it(&import.name, &import.path))?;
        let is_missing =
            !is_standard(&import.path) && self.index.import(package.folder.as_deref(), &import.path).is_none();
        is_missing.then(|| import.path.clone())
    }
}
