//! The function of a dependency that a call acquires from.
//!
//!     client.Fetch(u)     example.com/sdk/api.(*Client).Fetch, of the module example.com/sdk
//!
//! A dependency is vendored, in the module cache, described by a stub, or generated. The standard library is none: what it returns has
//! to be closed by each caller, so it makes no sense to accept all findings of `net/http.Get` at once.

use crate::findings::finding::Dependency;
use crate::go::body::Call;
use crate::program::is_standard;
use crate::program::resolve::{CallTarget, Resolver};

/// The function of a dependency that a call acquires from; `None` if it is another function, or not known.
pub(super) fn dependency_of(resolver: &Resolver, call: &Call) -> Option<Dependency> {
    let index = resolver.index;
    let (package, file, function) = match &*resolver.target(call) {
        CallTarget::Functions(functions, _) | CallTarget::Unbound(functions) => {
            let function = functions.first()?;
            (function.package.clone(), Some(function.id.file), function.full_name())
        }
        CallTarget::Abstract(method) => {
            let package = method.interface.as_ref()?.package.clone();
            let scope = &method.func.scope;
            let file = (scope.package == package).then_some(scope.file);
            (package, file, method.full_name()?)
        }
        _ => return None,
    };
    let folder = resolver.package().folder.as_deref()?;
    let is_generated =
        || file.and_then(|file| package.files.get(file as usize)).is_some_and(|file| file.is_generated());
    if is_standard(&package.path) || !index.is_imported_from_outside(folder, &package) && !is_generated() {
        return None;
    }
    let module = index.required_module(folder, &package.path);
    Some(Dependency { function, package: package.path.clone(), module })
}
