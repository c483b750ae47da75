//! The effects of a function by its stub, changed by what the configuration says of it.
//!
//!     func (c *Client) Do(req *Request) (resp *Response, err error) //: own resp      in a stub
//!
//!     [[handled]]                                                                     in bodyguard.toml
//!     func = "example.com/x.(*Client).Do"
//!
//! gives `released resp`. A function of which neither speaks is followed into its body; see [`crate::leak`].

use super::counterpart::counterpart;
use crate::go::outline::{MethodExpr, Name};
use crate::ground::memo::Memo;
use crate::meaning::effect::{Effect, interface_receiver, parse};
use crate::meaning::notes::{Note, Notes};
use crate::program::resolve::NamedValue;
use crate::program::{AbstractMethod, File, FuncId, FuncRef, Index, Named, Package};
use std::sync::Arc;

/// A function of a stub: the number of its package, and which one it is.
type FunctionKey = (u32, FuncId);

/// A method of an interface in a stub: the number of the package, the file, the interface, the method as written.
type MethodKey = (u32, u32, Name, MethodExpr);

/// The effects of functions and interface methods, each computed once.
pub struct Effects {
    functions: Memo<FunctionKey, Option<Arc<[Effect]>>>,
    methods: Memo<MethodKey, Option<Arc<[Effect]>>>,
    /// The methods of stubs behind methods of interfaces, by interface and name.
    counterparts: Memo<(Arc<Named>, Name), Option<FuncRef>>,
    notes: Notes,
}

impl Effects {
    /// Effects with what the configuration says of functions.
    pub fn new(notes: &[Note]) -> Effects {
        Effects {
            functions: Memo::default(),
            methods: Memo::default(),
            counterparts: Memo::default(),
            notes: Notes::new(notes),
        }
    }

    /// The numbers of the notes of the configuration on functions that nothing asked for.
    pub fn unmet_notes(&self) -> Vec<usize> {
        self.notes.unmet()
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

    /// The effects of a method of an interface; `None` if neither a stub nor the configuration speaks of it, nor of the method of a
    /// library's type that may stand behind it.
    pub fn of_method(&self, index: &Index, method: &AbstractMethod) -> Option<Arc<[Effect]>> {
        self.of_declared_method(method).or_else(|| self.of_function(&self.counterpart(index, method)?))
    }

    fn counterpart(&self, index: &Index, method: &AbstractMethod) -> Option<FuncRef> {
        let interface = method.interface.as_ref().filter(|_| !method.is_of_stub())?;
        let key = (interface.clone(), method.name.clone());
        self.counterparts.get_or_insert_with(&key, || counterpart(index, method))
    }

    fn of_declared_method(&self, method: &AbstractMethod) -> Option<Arc<[Effect]>> {
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

impl Effects {
    /// Whether the configuration says that what a function returns needs no close.
    pub fn is_handled(&self, function: &FuncRef) -> bool {
        let name = || function.file().name_of_function(function.id.function as usize);
        self.notes.is_handled(&[&function.package.path], name(), || Some(function.full_name()))
    }

    /// Whether the configuration says that what a method of an interface returns needs no close. An interface that embeds another one
    /// has methods of the package of either.
    pub fn is_method_handled(&self, method: &AbstractMethod) -> bool {
        let declared_in = &*method.func.scope.package.path;
        let package = method.interface.as_ref().map_or(declared_in, |interface| &interface.package.path);
        self.notes.is_handled(&[package, declared_in], &method.name, || method.full_name())
    }

    /// Whether the configuration says that what a function value returns needs no close.
    pub fn is_value_handled(&self, value: &NamedValue) -> bool {
        self.notes.is_handled(&[&value.package.path], &value.name, || Some(value.full_name()))
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::go::body::EventKind;
    use crate::internal_tests::snippet::Snippet;
    use crate::meaning::effect::Meaning;
    use crate::program::resolve::CallTarget;

    /// The effects of the only call in `f`.
    fn effects(snippet: &Snippet) -> Option<Vec<Effect>> {
        let analysis = snippet.analysis();
        snippet.resolved("f", |resolver| {
            let events = resolver.body.blocks.iter().flat_map(|block| &block.events);
            let call = events.into_iter().find_map(|event| match &event.kind {
                EventKind::Call(call) => Some(call),
                _ => None,
            });
            let effects = match &*resolver.target(call.expect("there is a call")) {
                CallTarget::Functions(functions, _) => analysis.effects(&functions[0]),
                CallTarget::Abstract(method) => analysis.method_effects(method),
                other => panic!("{other:?}"),
            };
            effects.map(|effects| effects.to_vec())
        })
    }

    fn own() -> Effect {
        Effect::Own(0, Vec::new())
    }

    #[test]
    fn a_stub_says_what_a_function_does() {
        let stub =
            "type C struct{}\nfunc (c *C) Get(u string) (r *http.Response, err error) //: own r; keep u\nfunc Plain()";
        let of = |call: &str| effects(&Snippet::with_stub(&format!("func f(c *lib.C) {{ {call} }}"), stub));
        assert_eq!(of("c.Get(``)"), Some(vec![own(), Effect::Keep(1)]), "the receiver is parameter 0");
        assert_eq!(of("lib.Plain()"), Some(vec![]), "a stub without directive: it does nothing");
        assert_eq!(effects(&Snippet::new("func f() { g() }\nfunc g() {}")), None, "the body says it");
    }

    #[test]
    fn a_stub_says_what_a_method_of_an_interface_does() {
        let stub =
            "type I interface {\n\tGet() (r *http.Response, err error) //: own r\n\tStop() //: keep self\n\tPlain()\n}";
        let of = |call: &str| effects(&Snippet::with_stub(&format!("func f(i lib.I) {{ {call} }}"), stub));
        assert_eq!(of("i.Get()"), Some(vec![own()]));
        assert_eq!(of("i.Stop()"), Some(vec![Effect::Keep(0)]));
        assert_eq!(of("i.Plain()"), None);
    }

    #[test]
    fn the_configuration_speaks_on_top() {
        let code = "func f() { lib.Get(nil) }";
        let stub = "func Get(in *http.Response) (r *http.Response, err error) //: own r; keep in";
        let noted = |name: &str, meaning| effects(&Snippet::with_stub(code, stub).noted(name, meaning));
        let get = "example.com/lib.Get";
        assert_eq!(noted(get, Meaning::Handled), Some(vec![Effect::Keep(0), Effect::Released(0)]));
        assert_eq!(noted(get, Meaning::Acquires), Some(vec![own(), Effect::Keep(0)]));
        assert_eq!(noted("example.com/other.Get", Meaning::Handled), Some(vec![own(), Effect::Keep(0)]));
        let seen = Snippet::new("func f() { g() }\nfunc g() {}").noted("p.g", Meaning::NeverReturns);
        assert_eq!(effects(&seen), Some(vec![Effect::Exit]), "a function that can be seen");
        let method = "type I interface{ End(r *http.Response) }\nfunc f(i I) { i.End(nil) }";
        let method = Snippet::new(method).noted("p.I.End", Meaning::Closes(0));
        assert_eq!(effects(&method), Some(vec![Effect::Close(1, Vec::new())]), "the receiver is parameter 0");
    }

    #[test]
    fn what_net_http_acquires_has_to_be_listed() {
        let of = |call: &str| effects(&Snippet::new(&format!("func f(c *http.Client) {{ {call} }}"))).unwrap();
        assert!(of("c.Get(``)").contains(&own()));
        assert!(of("http.Get(``)").contains(&own()));
        assert!(!of("http.NewRequest(``, ``, nil)").contains(&own()));
    }
}
