//! The effects of a function by its stub, changed by what the configuration says of it.
//!
//!     func (c *Client) Do(req *Request) (resp *Response, err error) //: own resp      in a stub
//!
//!     [[handled]]                                                                     in bodyguard.toml
//!     func = "example.com/x.(*Client).Do"
//!
//! gives `released resp`. A function of which neither speaks is followed into its body; see [`crate::leak`].

use crate::go::outline::{MethodExpr, Name};
use crate::ground::memo::Memo;
use crate::meaning::effect::{Effect, Meaning, interface_receiver, parse};
use crate::meaning::notes::Notes;
use crate::program::{AbstractMethod, File, FuncId, FuncRef, Package};
use std::sync::Arc;

/// A function of a stub: the number of its package, and which one it is.
type FunctionKey = (u32, FuncId);

/// A method of an interface in a stub: the number of the package, the file, the interface, the method as written.
type MethodKey = (u32, u32, Name, MethodExpr);

/// The effects of functions and interface methods, each computed once.
pub struct Effects {
    functions: Memo<FunctionKey, Option<Arc<[Effect]>>>,
    methods: Memo<MethodKey, Option<Arc<[Effect]>>>,
    notes: Notes,
}

impl Effects {
    /// Effects with what the configuration says of functions, by their full names.
    pub fn new(notes: &[(String, Meaning)]) -> Effects {
        Effects { functions: Memo::default(), methods: Memo::default(), notes: Notes::new(notes) }
    }

    /// The effects of a function; `None` if neither a stub nor the configuration speaks of it.
    pub fn of_function(&self, function: &FuncRef) -> Option<Arc<[Effect]>> {
        let of_stub = || {
            let key = (function.package.number(), function.id);
            self.functions.get_or_insert_with(&key, || of_stub(&function.package, function.id))
        };
        let of_stub = if function.is_stub() { of_stub() } else { None };
        if self.notes.is_empty() {
            return of_stub;
        }
        let decl = function.decl();
        let receiver = usize::from(decl.receiver.is_some());
        self.notes.on_top_of(of_stub.as_ref(), &decl.name, || Some(function.full_name()), receiver, &decl.signature)
    }

    /// The effects of a method of an interface; `None` if neither a stub nor the configuration speaks of it.
    pub fn of_method(&self, method: &AbstractMethod) -> Option<Arc<[Effect]>> {
        let of_stub = method.directives.as_ref().and_then(|directives| {
            let scope = &method.func.scope;
            let written = MethodExpr {
                name: method.name.clone(),
                signature: method.func.signature.clone(),
                directives: Some(directives.clone()),
            };
            let key = (scope.package.number(), scope.file, method.declared_in.clone(), written.clone());
            let find = || of_method_in(&scope.package, scope.file, &method.declared_in, &written);
            self.methods.get_or_insert_with(&key, find)
        });
        if self.notes.is_empty() {
            return of_stub;
        }
        self.notes.on_top_of(of_stub.as_ref(), &method.name, || method.full_name(), 1, &method.func.signature)
    }
}

/// The effects of a function of a stub, by its directives; `None` if there is no such function.
pub(super) fn of_stub(package: &Package, id: FuncId) -> Option<Arc<[Effect]>> {
    let file = package.files.get(id.file as usize)?;
    let decl = file.function(id.function as usize);
    let directives = decl.directives.as_deref().unwrap_or("");
    let effects = checked(parse(directives, decl.receiver.as_ref(), &decl.signature));
    Some(as_listed(package, id.file, decl.receiver_type().map(Name::as_str), &decl.name, effects))
}

/// The effects of a method of an interface that is written in a file of a stub; `None` if it has no directives.
pub(super) fn of_method_in(
    package: &Package,
    file: u32,
    interface: &str,
    method: &MethodExpr,
) -> Option<Arc<[Effect]>> {
    let effects = parse(method.directives.as_deref()?, Some(&interface_receiver()), &method.signature);
    Some(as_listed(package, file, Some(interface), &method.name, checked(effects)))
}

/// Effects without acquisitions that `queries/http.scm` would have to list and does not.
fn as_listed(package: &Package, file: u32, receiver: Option<&str>, name: &str, effects: Vec<Effect>) -> Arc<[Effect]> {
    let queries = package.files.get(file as usize).filter(|_| package.is_embedded(file)).map(File::queries);
    if queries.and_then(|queries| queries.lists(&package.path, receiver, name)) != Some(false) {
        return effects.into();
    }
    effects.into_iter().filter(|effect| !matches!(effect, Effect::Own(..))).collect()
}

fn checked(effects: Result<Vec<Effect>, String>) -> Vec<Effect> {
    effects.expect("`read_stub` has checked those of the user, a test those of the binary")
}
