//! Kinds of things that have to be closed, and the values that can hold one.
//!
//! A [`Resource`] is a row: its type, the field with its `Close`, and the words for it. [`RESOURCES`] has all rows. This is the
//! only module that decides whether a value can hold one. It decides by three kinds of knowledge:
//!
//!     func open(u string) (io.ReadCloser, error)    by types: io.ReadCloser has a Close, so it can
//!     func count(u string) (int, error)             as written, before any type is looked up: it cannot
//!     func (c *api) Do() (*http.Response, error)    by the signature alone, where there is no body: it does
//!
//! Which calls return ownership of one is said in `queries/http.scm` and by `own` in stubs. What a function does with one is not
//! known here; see [`crate::leak`] for that.

use super::effect::{Effect, parse};
use crate::go::outline::{Name, Param, Signature, TypeExpr};
use crate::program::{AbstractMethod, File, FuncRef, FuncType, Index, Named, Scope, Type, is_standard};

/// A kind of thing that has to be closed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Resource {
    /// The import path of the package that declares its type.
    pub package: &'static str,
    /// The name of its type; functions return a pointer to it.
    pub type_name: &'static str,
    /// The field of it that has the `Close`; `None` if it has one itself.
    pub closer: Option<&'static str>,
    /// The variable of the package that stands for a closer that needs no close, if there is one.
    pub no_closer: Option<&'static str>,
    /// The field of it with a status, and the statuses with which it has nothing that would have to be closed.
    pub empty_statuses: Option<(&'static str, &'static [i64])>,
    /// Which result of a successful call holds it, where the signature alone has to say.
    pub owner: Owner,
    /// The noun for it, without an article.
    pub noun: &'static str,
    /// The noun for what is left open.
    pub open_noun: &'static str,
    /// The name of what is open at the end of a path, for steps: `returns with the body open`.
    pub part: &'static str,
    /// The names of a variable that holds it, in help lines and edits, the best first.
    pub variables: [&'static str; 3],
    /// Whether a second `Close` of it does nothing.
    pub may_close_twice: bool,
    /// The members that say nothing of what is left to read, so that a close may stand before them.
    pub plain_members: &'static [&'static str],
}

/// Who holds a resource after a call that succeeds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Owner {
    /// The caller, in the result that has the type, if beside it there is only an error, and perhaps a function that releases it.
    ResultBesideError,
}

/// All kinds. The first one stands for a closer whose kind is not known, such as an `io.ReadCloser`.
pub static RESOURCES: [Resource; 1] = [Resource {
    package: "net/http",
    type_name: "Response",
    closer: Some("Body"),
    no_closer: Some("NoBody"),
    // No Content and Not Modified: net/http gives the connection back at once.
    empty_statuses: Some(("StatusCode", &[204, 304])),
    owner: Owner::ResultBesideError,
    noun: "response",
    open_noun: "response body",
    part: "body",
    variables: ["resp", "response", "httpResponse"],
    may_close_twice: true,
    plain_members: &["StatusCode", "Status", "Header", "Request"],
}];

/// The kind of a type or of what it points to.
pub fn resource_of(ty: &Type) -> Option<&'static Resource> {
    RESOURCES.iter().find(|resource| resource.is(ty))
}

/// Whether a field of a resource is the one that has its `Close`.
pub fn is_closer(field: &str) -> bool {
    closers().any(|closer| closer == field)
}

/// The fields by which resources are closed.
pub fn closers() -> impl Iterator<Item = &'static str> {
    RESOURCES.iter().filter_map(|resource| resource.closer)
}

/// The number of the result in which a successful call returns a resource, and its kind, by the signature alone; `None` if the
/// signature does not say.
pub fn result_of(types: &[Type]) -> Option<(usize, &'static Resource)> {
    RESOURCES.iter().find_map(|resource| Some((resource.result_of(types)?, resource)))
}

/// The number of the result that is a resource, and its kind, if the last result is an error.
pub fn any_result_of(types: &[Type]) -> Option<(usize, &'static Resource)> {
    let (_, before) = types.split_last().filter(|(last, _)| last.is_error())?;
    RESOURCES.iter().find_map(|resource| Some((before.iter().position(|ty| resource.is_pointer(ty))?, resource)))
}

impl Resource {
    /// Whether a type is that of the resource, or a pointer to it.
    pub fn is(&self, ty: &Type) -> bool {
        ty.pointee().is_named(self.package, self.type_name)
    }

    /// Whether a type is a pointer to that of the resource.
    pub fn is_pointer(&self, ty: &Type) -> bool {
        matches!(ty, Type::Pointer(_)) && self.is(ty)
    }

    /// The type as a file writes it that imports its package under a name: `http.Response`; `Response` for a dot import.
    pub fn written(&self, import: Option<&str>) -> String {
        let last = self.package.rsplit('/').next().unwrap_or(self.package);
        match import {
            Some(".") => self.type_name.to_string(),
            Some(name) => format!("{name}.{}", self.type_name),
            None => format!("{last}.{}", self.type_name),
        }
    }

    /// The call that closes it, if it is in the variable of that name: `resp.Body.Close()`.
    pub fn close_of(&self, variable: &str) -> String {
        match self.closer {
            Some(field) => format!("{variable}.{field}.Close()"),
            None => format!("{variable}.Close()"),
        }
    }

    fn result_of(&self, types: &[Type]) -> Option<usize> {
        match self.owner {
            Owner::ResultBesideError => {
                let (_, before) = types.split_last().filter(|(last, _)| last.is_error())?;
                // Decoded data beside it shows that the callee has finished with the body.
                match before {
                    [only] => self.is_pointer(only).then_some(0),
                    [one, other] if is_release(other) => self.is_pointer(one).then_some(0),
                    [one, other] if is_release(one) => self.is_pointer(other).then_some(1),
                    _ => None,
                }
            }
        }
    }
}

/// Whether a type is that of a function that cancels or closes: it takes nothing, and returns nothing but an error.
fn is_release(ty: &Type) -> bool {
    match ty {
        Type::Func(func) => func.signature.params.is_empty() && func.signature.results.len() <= 1,
        _ => ty.is_named("context", "CancelFunc"),
    }
}

/// How many types are looked at inside one before it counts as able to hold a resource. A struct with 2,000 fields of its own type
/// has billions in three levels.
const MOST_PARTS: usize = 5_000;

/// How many levels of fields of a value are looked at.
const DEEPEST_FIELDS: usize = 3;

/// How many levels of functions that return functions, and of lists of lists, are looked at.
const MOST_FUNCTIONS: usize = 4;

/// Whether a value of a type can hold a resource that the receiver of the value has to close. A value of an unknown type can.
pub fn can_hold(index: &Index, ty: &Type) -> bool {
    can_hold_at(index, ty, 0, &mut 0)
}

fn can_hold_at(index: &Index, ty: &Type, depth: usize, visited: &mut usize) -> bool {
    *visited += 1;
    if *visited > MOST_PARTS {
        return true;
    }
    match ty {
        Type::Basic(name) => name == "any",
        Type::Pointer(inner) | Type::Slice(inner) | Type::Array(inner) | Type::Chan(inner) => {
            can_hold_at(index, inner, depth, visited)
        }
        Type::Map(pair) => can_hold_at(index, &pair.1, depth, visited),
        Type::Named(named) => {
            if resource_of(ty).is_some() {
                return true;
            }
            // Of the standard library only io has interfaces that bodies are returned as. The types of a library's stub hold what the
            // stub returns ownership of, and what their fields hold.
            let is_told = named.package.folder.is_none() && named.package.path != "io";
            if is_told && is_standard(&named.package.path) {
                return false;
            }
            match named.id() {
                Some(id) => index.holds(id, depth, || {
                    is_told && is_owned_by_callers(named) || named_can_hold(index, ty, named, depth, &mut 0)
                }),
                None => is_told && is_owned_by_callers(named) || named_can_hold(index, ty, named, depth, visited),
            }
        }
        Type::Interface(_) => true,
        Type::Struct(_) => depth < DEEPEST_FIELDS && any_field_can_hold(index, ty, depth, visited),
        Type::Unknown | Type::Param(..) => true,
        Type::Func(_) => false,
    }
}

/// Whether functions of a library's stub return ownership of values of one of its types: `own out.Body`,
/// `same reader out`.
fn is_owned_by_callers(named: &Named) -> bool {
    let returns_ownership = |file: &File, number: usize| {
        let decl = file.function(number);
        let directives = decl.directives.as_deref().unwrap_or_default();
        let effects = parse(directives, decl.receiver.as_ref(), &decl.signature).unwrap_or_default();
        let is_result = |result: &usize| {
            decl.signature.results.get(*result).is_some_and(|result| is_pointer_to(&result.ty, &named.name))
        };
        effects.iter().any(|effect| match effect {
            Effect::Own(result, _) | Effect::Same(result, _) => is_result(result),
            _ => false,
        })
    };
    let mut files = named.package.files.iter();
    !is_standard(&named.package.path)
        && files.any(|file| (0..file.items().functions.len()).any(|number| returns_ownership(file, number)))
}

/// Whether a written type is that of this name, or a pointer to it.
fn is_pointer_to(ty: &TypeExpr, name: &Name) -> bool {
    match ty {
        TypeExpr::Name(own) => own == name,
        TypeExpr::Pointer(inner) => is_pointer_to(inner, name),
        _ => false,
    }
}

fn named_can_hold(index: &Index, ty: &Type, named: &Named, depth: usize, visited: &mut usize) -> bool {
    let can_hold = match index.underlying(ty) {
        Type::Struct(_) if depth < DEEPEST_FIELDS => any_field_can_hold(index, ty, depth, visited),
        Type::Interface(_) => {
            let names = index.method_names(ty).unwrap_or_default();
            names.is_empty() || names.iter().any(|name| name == "Close" || name == "Read")
        }
        Type::Struct(_) | Type::Func(_) | Type::Basic(_) => false,
        other => depth < DEEPEST_FIELDS && can_hold_at(index, &other, depth + 1, visited),
    };
    if *visited > MOST_PARTS {
        let noun = RESOURCES[0].noun;
        let what = format!("`{}` holds more than {MOST_PARTS} types; it counts as one with a {noun}", named.name);
        index.note_limit(named.scope.file(), &what);
    }
    can_hold
}

fn any_field_can_hold(index: &Index, ty: &Type, depth: usize, visited: &mut usize) -> bool {
    index.fields(ty).iter().any(|(_, field)| can_hold_at(index, field, depth + 1, visited))
}

/// Whether a value of a type is, or has as elements, functions that can return a resource or another such function. A value of an
/// unknown type is.
pub fn can_make(index: &Index, ty: &Type) -> bool {
    can_make_at(index, ty, 0)
}

fn can_make_at(index: &Index, ty: &Type, depth: usize) -> bool {
    let is_deepest = depth == MOST_FUNCTIONS;
    match index.underlying(ty) {
        Type::Func(func) => {
            is_deepest || yields(index, &func) || results_can_hold_at(index, &func.signature, &func.scope, depth + 1)
        }
        Type::Slice(element) | Type::Array(element) | Type::Chan(element) => {
            !is_deepest && can_make_at(index, &element, depth + 1)
        }
        Type::Map(pair) => !is_deepest && can_make_at(index, &pair.1, depth + 1),
        Type::Unknown | Type::Param(..) => true,
        _ => false,
    }
}

/// Whether a function is itself an iterator whose elements can hold a resource.
pub fn is_iterator(index: &Index, function: &FuncRef) -> bool {
    let signature = function.decl().signature.clone();
    yields(index, &FuncType { signature, scope: Scope::of_signature(index, function) })
}

/// Whether a function is an iterator whose elements can hold a resource: `func(yield func(*http.Response, error) bool)`.
fn yields(index: &Index, func: &FuncType) -> bool {
    let [Param { ty: TypeExpr::Func(element), .. }] = &func.signature.params[..] else {
        return false;
    };
    func.signature.results.is_empty()
        && element.params.iter().any(|param| {
            let ty = index.resolve(&param.ty, &func.scope);
            !ty.is_error() && can_hold(index, &ty)
        })
}

/// Whether results can hold a resource, or a function that returns one.
pub fn results_can_hold(index: &Index, signature: &Signature, scope: &Scope) -> bool {
    results_can_hold_at(index, signature, scope, 0)
}

fn results_can_hold_at(index: &Index, signature: &Signature, scope: &Scope, depth: usize) -> bool {
    signature.results.iter().any(|result| {
        let ty = index.resolve(&result.ty, scope);
        can_hold(index, &ty) || can_make_at(index, &ty, depth)
    })
}

/// Whether a function can return a resource, and whether it can return a function that does, by the types of its results.
pub fn returned_by(index: &Index, function: &FuncRef) -> (bool, bool) {
    let scope = Scope::of_signature(index, function);
    let types: Vec<Type> =
        function.decl().signature.results.iter().map(|result| index.resolve(&result.ty, &scope)).collect();
    (types.iter().any(|ty| can_hold(index, ty)), types.iter().any(|ty| can_make(index, ty)))
}

/// Whether a function may store a resource in one of its arguments or in its receiver, by their types.
pub fn may_fill(index: &Index, function: &FuncRef) -> bool {
    let decl = function.decl();
    if !decl.has_body {
        return false;
    }
    let scope = Scope::of_signature(index, function);
    let params = decl.receiver.iter().chain(&decl.signature.params);
    let mut pointers = params.filter(|param| matches!(param.ty, TypeExpr::Pointer(_)));
    pointers.any(|param| can_be_filled(index, &index.resolve(&param.ty, &scope)))
}

/// Whether a function, as it is written, has a receiver or a parameter of a pointer type by which it may fill a variable of its caller.
pub fn may_fill_as_written(receiver: Option<&Param>, signature: &Signature) -> bool {
    let target = |param: &Param| match &param.ty {
        TypeExpr::Pointer(inner) => match &**inner {
            TypeExpr::Name(_) | TypeExpr::Generic(..) | TypeExpr::Struct(_) => true,
            inner => is_open_as_written(inner),
        },
        _ => false,
    };
    receiver.into_iter().chain(&signature.params).any(target)
}

/// Whether a type is a pointer to a resource's variable, to its closer, or to a struct that has one of these in a field, also in an
/// embedded one.
pub fn can_be_filled(index: &Index, ty: &Type) -> bool {
    matches!(ty, Type::Pointer(target) if has_room(index, target, 0))
}

fn has_room(index: &Index, target: &Type, depth: usize) -> bool {
    let is_held =
        |ty: &Type| resource_of(ty).is_some_and(|kind| kind.is_pointer(ty)) || ty.is_named("io", "ReadCloser");
    if is_held(target) {
        return true;
    }
    let is_own = match target {
        Type::Named(named) => named.package.folder.is_some(),
        Type::Struct(_) => true,
        _ => false,
    };
    match index.underlying(target) {
        Type::Struct(parts) if is_own => parts.fields.iter().any(|field| {
            let ty = || index.resolve(&field.ty, &parts.scope);
            is_open_as_written(&field.ty) && is_held(&ty())
                || field.is_embedded && depth < DEEPEST_FIELDS && has_room(index, ty().pointee(), depth + 1)
        }),
        _ => false,
    }
}

/// The types of a method's results.
pub fn result_types(index: &Index, method: &AbstractMethod) -> Vec<Type> {
    let FuncType { signature, scope } = &method.func;
    signature.results.iter().map(|result| index.resolve(&result.ty, scope)).collect()
}

/// Whether [`returned_by`] needs no further packages, as far as the written types of results and fields show.
pub fn results_are_at_hand(index: &Index, function: &FuncRef) -> bool {
    let scope = Scope::of_signature(index, function);
    let mut results = function.decl().signature.results.iter();
    results.all(|result| is_at_hand(index, &result.ty, &scope) && is_near(index, &index.resolve(&result.ty, &scope)))
}

/// Whether the packages that a written type names have been read.
fn is_at_hand(index: &Index, ty: &TypeExpr, scope: &Scope) -> bool {
    match ty {
        TypeExpr::Qualified(package, _) => index.is_at_hand(&scope.package, scope.file(), package),
        TypeExpr::Generic(inner, _)
        | TypeExpr::Pointer(inner)
        | TypeExpr::Slice(inner)
        | TypeExpr::Array(inner)
        | TypeExpr::Chan(inner)
        | TypeExpr::Map(_, inner) => is_at_hand(index, inner, scope),
        _ => true,
    }
}

/// Whether the packages of a type's fields have been read.
fn is_near(index: &Index, ty: &Type) -> bool {
    match ty {
        Type::Pointer(inner) | Type::Slice(inner) | Type::Array(inner) | Type::Chan(inner) => is_near(index, inner),
        Type::Map(pair) => is_near(index, &pair.1),
        Type::Named(named) => {
            named.package.folder.is_none()
                || match named.right() {
                    TypeExpr::Struct(fields) => fields.iter().all(|field| is_at_hand(index, &field.ty, &named.scope)),
                    right => is_at_hand(index, right, &named.scope),
                }
        }
        _ => true,
    }
}

/// Whether results may hold a resource, as they are written. True wherever a name may stand for any type.
pub fn results_may_hold_as_written(signature: &Signature) -> bool {
    let may_hold = |param: &Param| match &param.ty {
        TypeExpr::Name(name) => !matches!(
            name.as_str(),
            "error" | "bool" | "string" | "int" | "int64" | "uint64" | "int32" | "uint32" | "byte"
        ),
        TypeExpr::Slice(element) | TypeExpr::Array(element) => {
            !matches!(&**element, TypeExpr::Name(name) if matches!(name.as_str(), "byte" | "string"))
        }
        _ => true,
    };
    signature.results.iter().any(may_hold)
}

/// Whether results hold a resource by their signature, as they are written: one of them names its type, and the last one is an
/// error. `names` are the spellings of the type, as for [`is_named_in`].
pub fn is_returned_as_written(results: &[Param], names: &[&str]) -> bool {
    let has_error = results.last().is_some_and(|last| matches!(&last.ty, TypeExpr::Name(name) if name == "error"));
    has_error && results.iter().any(|result| is_named_in(&result.ty, names))
}

/// Whether a type, as it is written, names a resource anywhere. `names` are the spellings of the resource's type:
/// `http.Response`.
pub fn is_named_in(expr: &TypeExpr, names: &[&str]) -> bool {
    let inside = |expr: &TypeExpr| is_named_in(expr, names);
    match expr {
        TypeExpr::Name(name) => names.contains(&name.as_str()),
        TypeExpr::Qualified(package, name) => names.iter().any(|word| match word.split_once('.') {
            Some((qualifier, word)) => package == qualifier && name == word,
            None => name == word,
        }),
        TypeExpr::Pointer(inner) | TypeExpr::Slice(inner) | TypeExpr::Array(inner) | TypeExpr::Chan(inner) => {
            inside(inner)
        }
        TypeExpr::Map(key, value) => inside(key) || inside(value),
        TypeExpr::Func(signature) => signature.results.iter().any(|result| inside(&result.ty)),
        TypeExpr::Struct(fields) => fields.iter().any(|field| inside(&field.ty)),
        TypeExpr::Generic(base, args) => inside(base) || args.iter().any(inside),
        TypeExpr::Union(parts) => parts.iter().any(inside),
        TypeExpr::Interface(methods, _) => {
            methods.iter().any(|method| method.signature.results.iter().any(|result| inside(&result.ty)))
        }
        TypeExpr::Unknown => false,
    }
}

/// Whether values of a type, as it is written, are or hold functions that return a resource. `names` are the spellings of the
/// resource's type, `functions` the names of function types that return one.
pub fn is_made_by(expr: &TypeExpr, names: &[&str], functions: &[&str]) -> bool {
    let inside = |expr: &TypeExpr| is_made_by(expr, names, functions);
    match expr {
        TypeExpr::Func(signature) => {
            signature.results.iter().any(|result| is_named_in(&result.ty, names) || inside(&result.ty))
        }
        TypeExpr::Name(name) | TypeExpr::Qualified(_, name) => functions.contains(&name.as_str()),
        TypeExpr::Pointer(inner) | TypeExpr::Slice(inner) | TypeExpr::Array(inner) | TypeExpr::Chan(inner) => {
            inside(inner)
        }
        TypeExpr::Map(_, value) => inside(value),
        TypeExpr::Generic(base, args) => inside(base) || args.iter().any(inside),
        _ => false,
    }
}

/// Whether a function, as it is written, is an iterator whose elements name a resource; `names` are those of [`is_named_in`].
pub fn is_iterator_as_written(signature: &Signature, names: &[&str]) -> bool {
    match &signature.params[..] {
        [Param { ty: TypeExpr::Func(element), .. }] => {
            signature.results.is_empty() && element.params.iter().any(|param| is_named_in(&param.ty, names))
        }
        _ => false,
    }
}

/// Whether a type, as it is written, names a resource or a closer: `*http.Response`, `*api.GetResponse`, `[]io.ReadCloser`.
pub fn is_open_as_written(expr: &TypeExpr) -> bool {
    match expr {
        TypeExpr::Name(name) | TypeExpr::Qualified(_, name) => {
            RESOURCES.iter().any(|resource| name.ends_with(resource.type_name))
                || matches!(name.as_str(), "Closer" | "ReadCloser")
        }
        TypeExpr::Pointer(inner)
        | TypeExpr::Slice(inner)
        | TypeExpr::Array(inner)
        | TypeExpr::Chan(inner)
        | TypeExpr::Map(_, inner) => is_open_as_written(inner),
        TypeExpr::Generic(base, args) => is_open_as_written(base) || args.iter().any(is_open_as_written),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::go::outline::Name;
    use crate::internal_tests::snippet::Snippet;
    use std::sync::Arc;

    fn pointer(package: &str, name: &str) -> TypeExpr {
        TypeExpr::Pointer(Arc::new(TypeExpr::Qualified(Name::new(package), Name::new(name))))
    }

    fn signature(results: Vec<TypeExpr>) -> Signature {
        let result = |ty| Param { name: Name::default(), ty };
        Signature { results: results.into_iter().map(result).collect(), ..Signature::default() }
    }

    /// Whether a parameter `x` of a type can hold a response, and whether it can make one.
    fn of_type(ty: &str) -> (bool, bool) {
        let code = format!(
            "type holder struct {{ n int; inner struct{{ r *http.Response }} }}
type list []*http.Response
type names []string
type plain struct {{ next *plain; n int }}
type closer interface {{ Close() error }}
type namer interface {{ Name() string }}
type getter func(u string) (*http.Response, error)
func f(x {ty}) {{}}"
        );
        Snippet::new(&code).resolved("f", |resolver| {
            let ty = resolver.slot_type(resolver.body.frames[0].params[0]);
            (can_hold(resolver.index, &ty), can_make(resolver.index, &ty))
        })
    }

    #[test]
    fn which_types_can_hold_a_response() {
        let holding =
            ["*http.Response", "http.Response", "io.ReadCloser", "io.Reader", "closer", "any", "holder", "*holder"];
        let of_several = ["[]*http.Response", "list", "map[string]*http.Response", "chan *http.Response", "unknown"];
        for ty in holding.into_iter().chain(of_several) {
            assert!(of_type(ty).0, "{ty}");
        }
        for ty in ["int", "string", "names", "plain", "*plain", "namer", "func() *http.Response", "map[string]int"] {
            assert!(!of_type(ty).0, "{ty}");
        }
    }

    #[test]
    fn which_types_can_make_a_response() {
        for ty in ["func() *http.Response", "getter", "[]getter", "map[string]getter", "func() getter", "unknown"] {
            assert!(of_type(ty).1, "{ty}");
        }
        for ty in ["*http.Response", "int", "func()", "func() int", "[]func() string", "func() func() int"] {
            assert!(!of_type(ty).1, "{ty}");
        }
    }

    /// What `ask` says of the types of parameters.
    fn with_types<T>(params: &str, ask: impl FnOnce(&[Type]) -> T) -> T {
        let code = format!("type own struct{{}}\nfunc f({params}) {{}}");
        Snippet::new(&code).resolved("f", |resolver| {
            let params = &resolver.body.frames[0].params;
            ask(&params.iter().map(|slot| resolver.slot_type(*slot)).collect::<Vec<Type>>())
        })
    }

    #[test]
    fn which_type_is_the_resource() {
        for (ty, is, is_pointer) in [
            ("*http.Response", true, true),
            ("http.Response", true, false),
            ("*http.Request", false, false),
            ("http.Client", false, false),
            ("*own", false, false),
            ("[]*http.Response", false, false),
        ] {
            let found = with_types(&format!("x {ty}"), |types| {
                (RESOURCES[0].is(&types[0]), RESOURCES[0].is_pointer(&types[0]), resource_of(&types[0]).is_some())
            });
            assert_eq!(found, (is, is_pointer, is), "{ty}");
        }
    }

    /// The first number is by the signature alone, the second wherever it stands before an error.
    #[test]
    fn which_result_holds_the_resource() {
        for (results, by_signature, anywhere) in [
            ("a *http.Response, err error", Some(0), Some(0)),
            ("a *http.Response, end func(), err error", Some(0), Some(0)),
            ("end context.CancelFunc, a *http.Response, err error", Some(1), Some(1)),
            ("a *http.Response, end func() error, err error", Some(0), Some(0)),
            ("end func() error, a *http.Response, err error", Some(1), Some(1)),
            // Not a release: it takes something, or returns more than an error.
            ("a *http.Response, end func(int), err error", None, Some(0)),
            ("a *http.Response, end func() (int, error), err error", None, Some(0)),
            ("end func(int) (int, error), a *http.Response, err error", None, Some(1)),
            // Decoded data beside it.
            ("data []byte, a *http.Response, err error", None, Some(1)),
            ("a *http.Response, data []byte, err error", None, Some(0)),
            ("n int, s string, a *http.Response, err error", None, Some(2)),
            ("a *http.Response, b *http.Response, err error", None, Some(0)),
            // No pointer, no error, no response, or none before the error.
            ("a http.Response, err error", None, None),
            ("a *http.Request, err error", None, None),
            ("a *http.Response", None, None),
            ("err error, a *http.Response", None, None),
            ("n int, err error", None, None),
            ("a http.Response, end func(), err error", None, None),
            ("end func(), a http.Response, err error", None, None),
            ("end func(), other func(), err error", None, None),
            ("err error", None, None),
        ] {
            let numbers = with_types(results, |types| {
                (result_of(types).map(|(number, _)| number), any_result_of(types).map(|(number, _)| number))
            });
            assert_eq!(numbers, (by_signature, anywhere), "{results}");
        }
        assert!(result_of(&[]).is_none() && any_result_of(&[]).is_none());
    }

    #[test]
    fn types_as_they_are_written() {
        let error = || TypeExpr::Name(Name::new("error"));
        let text = || TypeExpr::Name(Name::new("string"));
        let open = signature(vec![pointer("http", "Response"), error()]);
        assert!(is_returned_as_written(&open.results, &["http.Response"]));
        assert!(!is_returned_as_written(&open.results, &["h.Response"]));
        assert!(!is_returned_as_written(&open.results[..1], &["http.Response"]));
        assert!(results_may_hold_as_written(&open) && !results_may_hold_as_written(&signature(vec![text(), error()])));
        let maker = TypeExpr::Func(Arc::new(open));
        assert!(is_made_by(&TypeExpr::Slice(Arc::new(maker.clone())), &["http.Response"], &[]));
        assert!(is_made_by(&TypeExpr::Name(Name::new("fetcher")), &[], &["fetcher"]));
        assert!(!is_made_by(&pointer("http", "Response"), &["http.Response"], &[]));
        assert!(is_named_in(&maker, &["http.Response"]));
    }

    #[test]
    fn the_type_is_written_by_its_import() {
        let response = &RESOURCES[0];
        assert_eq!(response.written(None), "http.Response");
        assert_eq!(response.written(Some("h")), "h.Response");
        assert_eq!(response.written(Some(".")), "Response");
        assert_eq!(response.close_of("r"), "r.Body.Close()");
        let rows = Resource { package: "database/sql", type_name: "Rows", closer: None, ..*response };
        assert_eq!((rows.written(None), rows.close_of("rows")), ("sql.Rows".to_string(), "rows.Close()".to_string()));
    }
}
