//! The qualifier before a dot: the package, or the type of the value, that an expression stands for.
//!
//!     func (c *Controller) sync() {      c: a *Controller
//!         client, err := c.newClient()   client: the first result of (*Controller).newClient
//!         client.Do(req)                 so this is the Do of that type
//!
//! Names are looked up in the text of one function (see [`LookupScope`]), then in its package and imports; no body is parsed.
//! A name that is bound twice has two types, and both count. Where anything is not understood the
//! answer is `None`, and the use counts as one that may acquire.

use super::binding::{Binding, BoundValue, bindings, local_type, value_of_spec};
use super::frames::Returns;
use super::operand::{SelectorPart, StartOperand};
use crate::go::outline::{Import, Name, Param, Signature, TypeExpr};
use crate::meaning::resource::results_may_hold_as_written;
use crate::program::{Entity, File, FuncRef, Index, Member, Package, Scope, Type, is_version};
use rustc_hash::FxHashMap;
use std::cell::{Cell, OnceCell, RefCell};
use std::rc::Rc;
use std::sync::Arc;

/// Variables that lead to variables are followed so far.
pub(super) const MOST_VARIABLES: usize = 6;

/// Where a name is looked up: the text of a function or variable, in its file and package.
pub(super) struct LookupScope<'a> {
    index: &'a Index,
    pub(super) package: &'a Arc<Package>,
    file: u32,
    /// The receiver, parameters and results of the function.
    params: Vec<&'a Param>,
    function: Option<&'a FuncRef>,
    /// The text of the function or variable.
    pub(super) text: &'a str,
    /// The offset of the function's body, from which on names may be bound.
    pub(super) body: usize,
    /// The returns of the text, if calls do not count whose results go straight to the caller.
    pub(super) returns: Option<Returns>,
    memo: ScopeMemo,
}

/// Answers about the names in a text: each is looked for once, however often it stands there.
#[derive(Default)]
struct ScopeMemo {
    /// Whether a name may be bound.
    is_bound: RefCell<FxHashMap<Name, bool>>,
    /// The qualifiers that a variable can be; `None` if they are unknown.
    bound: RefCell<FxHashMap<Name, Option<Rc<[Qualifier]>>>>,
    /// Whether a variable may be called that holds a function.
    calls_variable: OnceCell<bool>,
    /// How many bytes were looked through for bindings.
    looked: Cell<usize>,
}

/// A name that can be more qualifiers than this is not looked into.
const MOST_QUALIFIERS: usize = 8;

/// After so many bytes no more names are looked for in a text: a function of a megabyte may have thousands of variables.
/// Hand-written functions have some kilobytes and some ten names.
const MOST_LOOKED: usize = 32 << 20;

impl<'a> LookupScope<'a> {
    /// The scope of the text of a function.
    pub(super) fn in_function(index: &'a Index, function: &'a FuncRef) -> LookupScope<'a> {
        let text = function.file().function_text(function.id.function as usize);
        let decl = function.decl();
        LookupScope {
            index,
            package: &function.package,
            file: function.id.file,
            params: decl.receiver.iter().chain(&decl.signature.params).chain(&decl.signature.results).collect(),
            function: Some(function),
            text,
            body: memchr::memchr(b'{', text.as_bytes()).unwrap_or(text.len()),
            returns: None,
            memo: ScopeMemo::default(),
        }
    }

    /// The scope of the spec of a variable.
    pub(super) fn in_variable(
        index: &'a Index,
        package: &'a Arc<Package>,
        file: u32,
        text: &'a str,
    ) -> LookupScope<'a> {
        let memo = ScopeMemo::default();
        LookupScope { index, package, file, params: Vec::new(), function: None, text, body: 0, returns: None, memo }
    }

    /// This scope, in which calls do not count whose results go straight to the caller. Where results can hold no response, a
    /// returned call may still fill an argument: `return fill(u, &resp)`.
    pub(super) fn without_returned(self) -> LookupScope<'a> {
        let may_return = self.function.is_none_or(|function| results_may_hold_as_written(&function.decl().signature));
        LookupScope { returns: Returns::of(self.text).filter(|_| may_return), ..self }
    }

    fn scope(&self) -> Scope {
        match self.function {
            Some(function) => Scope::of_signature(self.index, function),
            None => Scope::of_file(self.package, self.file),
        }
    }

    pub(super) fn file(&self) -> &File {
        &self.package.files[self.file as usize]
    }

    fn param(&self, name: &str) -> Option<&Param> {
        self.params.iter().find(|param| param.name == name).copied()
    }

    /// Whether a name may be a parameter, or bound in the text.
    pub(super) fn binds(&self, name: &str) -> bool {
        if let Some(known) = self.memo.is_bound.borrow().get(name) {
            return *known;
        }
        let bound = self.bindings(name);
        let is_bound = self.param(name).is_some() || bound.is_none_or(|all| !all.is_empty());
        self.memo.is_bound.borrow_mut().insert(Name::new(name), is_bound);
        is_bound
    }

    fn bindings(&self, name: &str) -> Option<Vec<Binding<'a>>> {
        self.memo.looked.set(self.memo.looked.get() + self.text.len());
        if self.memo.looked.get() > MOST_LOOKED { None } else { bindings(self.text, self.body, name) }
    }

    /// Whether a variable may be called that holds a function; `find` is called once.
    pub(super) fn calls_variable(&self, find: impl FnOnce() -> bool) -> bool {
        *self.memo.calls_variable.get_or_init(find)
    }

    /// The qualifiers that a name is bound to in the text, none if it is not bound; `None` if they are unknown, or take more than
    /// `left` variables to find out.
    fn bound_qualifiers(&self, name: &str, left: usize) -> Option<Rc<[Qualifier]>> {
        if let Some(known) = self.memo.bound.borrow().get(name) {
            return known.clone();
        }
        let found = self.bindings(name).and_then(|bound| {
            let mut qualifiers: Vec<Qualifier> = Vec::new();
            for binding in bound {
                let qualifier = match binding {
                    Binding::Typed(ty) => self.typed(&ty)?,
                    Binding::Value(value) => value_qualifier(self, value, left.checked_sub(1)?)?,
                };
                if !qualifiers.contains(&qualifier) {
                    qualifiers.push(qualifier);
                }
                if qualifiers.len() > MOST_QUALIFIERS {
                    return None;
                }
            }
            Some(Rc::from(qualifiers))
        });
        self.memo.bound.borrow_mut().insert(Name::new(name), found.clone());
        found
    }

    /// A value of a type that is written in the text; `None` if the text declares the type and the declaration is not understood.
    fn typed(&self, ty: &TypeExpr) -> Option<Qualifier> {
        let ty = self.with_local_types(ty, 0)?;
        let mut named = &ty;
        while let TypeExpr::Pointer(inner) | TypeExpr::Slice(inner) | TypeExpr::Array(inner) | TypeExpr::Map(_, inner) =
            named
        {
            named = inner;
        }
        if let TypeExpr::Qualified(package, _) = named
            && !self.binds(package)
            && self.index.imported(self.package, self.file(), package).is_none()
            && self.index.is_import(self.package, self.file(), package)
        {
            return Some(Qualifier::Missing);
        }
        Some(Qualifier::Value(self.index.resolve(&ty, &self.scope())))
    }

    /// A type in which the names of types that the text declares are replaced by those; `None` if they are not understood.
    fn with_local_types(&self, ty: &TypeExpr, depth: usize) -> Option<TypeExpr> {
        let inner = |ty: &TypeExpr| self.with_local_types(ty, depth + 1).map(Arc::new);
        Some(match ty {
            _ if depth > MOST_VARIABLES => return None,
            TypeExpr::Name(name) => match local_type(self.text, self.body, name).ok()? {
                Some(local) => self.with_local_types(&local, depth + 1)?,
                None => ty.clone(),
            },
            TypeExpr::Pointer(ty) => TypeExpr::Pointer(inner(ty)?),
            TypeExpr::Slice(ty) => TypeExpr::Slice(inner(ty)?),
            TypeExpr::Array(ty) => TypeExpr::Array(inner(ty)?),
            TypeExpr::Map(key, ty) => TypeExpr::Map(key.clone(), inner(ty)?),
            other => other.clone(),
        })
    }
}

/// The package or value before a dot.
#[derive(Clone, PartialEq)]
pub(super) enum Qualifier {
    Package(Arc<Package>),
    /// A package that cannot be found: what it declares returns no ownership.
    MissingPackage,
    /// A value of a type of such a package.
    Missing,
    Value(Type),
}

/// The qualifiers that an operand can be; `None` if they are unknown. There are several if its name is bound more than once: all of
/// them count.
pub(super) fn qualifiers(scope: &LookupScope, operand: &StartOperand, left: usize) -> Option<Vec<Qualifier>> {
    let part = match operand {
        StartOperand::Named(part) => part,
        StartOperand::Typed(ty) => return Some(vec![scope.typed(ty)?]),
    };
    let bound = scope.bound_qualifiers(part.name, left)?;
    if bound.is_empty() {
        return outside(scope, part, left)?.map(|qualifier| vec![qualifier]);
    }
    let mut all = Vec::new();
    for qualifier in bound.iter() {
        all.push(called(scope.index, qualifier.clone(), part)?);
    }
    // Outside of where it is bound it may be something else.
    if may_be_declared_outside(scope, part.name) {
        all.extend(outside(scope, part, left)?);
    }
    Some(all)
}

/// Whether a name that is bound in the text may also be a parameter, or be declared in the package or its imports.
fn may_be_declared_outside(scope: &LookupScope, name: &str) -> bool {
    let is_import = |import: &Import| match &import.name {
        Some(written) => written == name || written == ".",
        None => may_be_name_of(&import.path, name),
    };
    scope.param(name).is_some()
        || !scope.package.lookup(name).is_empty()
        || scope.file().imports().iter().any(is_import)
}

/// Whether a name may be that of the package with a path: its last element but for a version, or most of it, as in
/// `example.com/go-redis/v9`.
fn may_be_name_of(path: &str, name: &str) -> bool {
    let last = path.rsplit('/').find(|element| !is_version(element)).unwrap_or(path);
    last.contains(name) && name.len() * 2 >= last.len()
}

/// The qualifier that the value of a variable is.
fn value_qualifier(scope: &LookupScope, value: BoundValue, left: usize) -> Option<Qualifier> {
    let index = scope.index;
    match value {
        BoundValue::Literal { ty, is_address } => {
            scope.typed(&if is_address { TypeExpr::Pointer(Arc::new(ty)) } else { ty })
        }
        BoundValue::Typed(ty) => scope.typed(&ty),
        BoundValue::Operand(operand, selectors) => {
            let [first] = <[Qualifier; 1]>::try_from(qualifiers(scope, &operand, left)?).ok()?;
            let last = selectors.iter().try_fold(first, |last, part| select(index, &last, part, left))?;
            (!matches!(last, Qualifier::Package(_) | Qualifier::MissingPackage)).then_some(last)
        }
        BoundValue::Range(operand, number) => match value_qualifier(scope, *operand, left)? {
            Qualifier::Value(ty) if number == 1 => element(index, &ty).map(Qualifier::Value),
            Qualifier::Value(ty) => key(index, &ty).map(Qualifier::Value),
            Qualifier::Missing => Some(Qualifier::Missing),
            _ => None,
        },
    }
}

/// The qualifier that a name is outside of the function's body; `None` if that is unknown, `Some(None)` if it is not declared
/// there.
fn outside(scope: &LookupScope, part: &SelectorPart, left: usize) -> Option<Option<Qualifier>> {
    let LookupScope { index, package, .. } = *scope;
    if let Some(param) = scope.param(part.name) {
        return Some(Some(called(index, scope.typed(&param.ty)?, part)?));
    }
    if !package.lookup(part.name).is_empty() {
        return Some(Some(package_member(index, package, part, left)?));
    }
    let file = scope.file();
    let dots = file.imports().iter().filter(|import| import.name.as_deref() == Some(".")).count();
    let dotted = if dots > 0 { index.dot_imports(package, file) } else { Vec::new() };
    if dotted.len() < dots || dotted.iter().any(|package| !package.lookup(part.name).is_empty()) {
        return None;
    }
    Some(match index.imported(package, file, part.name) {
        Some(_) if part.call.is_some() => return None,
        Some(imported) => Some(Qualifier::Package(imported)),
        None => index.is_import(package, file, part.name).then_some(Qualifier::MissingPackage),
    })
}

/// A name with its call and indexes, given the qualifier that the name alone is.
fn called(index: &Index, qualifier: Qualifier, part: &SelectorPart) -> Option<Qualifier> {
    let Qualifier::Value(ty) = qualifier else {
        return Some(qualifier);
    };
    let ty = match part.call {
        Some(which) => result_of_value(index, &ty, which)?,
        None => ty,
    };
    indexed(index, ty, part).map(Qualifier::Value)
}

/// The type of a name with its indexes, given the type without them.
fn indexed(index: &Index, ty: Type, part: &SelectorPart) -> Option<Type> {
    (0..part.indexes).try_fold(ty, |ty, _| element(index, &ty))
}

/// The type of the elements of a slice, array or map.
fn element(index: &Index, ty: &Type) -> Option<Type> {
    match index.underlying(ty.pointee()) {
        Type::Slice(element) | Type::Array(element) => Some((*element).clone()),
        Type::Map(pair) => Some(pair.1.clone()),
        _ => None,
    }
}

/// The type of the first of the two values that a loop over a slice, array or map has.
fn key(index: &Index, ty: &Type) -> Option<Type> {
    match index.underlying(ty.pointee()) {
        Type::Slice(_) | Type::Array(_) => Some(Type::Basic("int".into())),
        Type::Map(pair) => Some(pair.0.clone()),
        _ => None,
    }
}

/// The qualifier that a package-level name with its call is: a variable, the result of a function, a converted value or a
/// type; `None` if the build variants differ in it.
fn package_member(index: &Index, package: &Arc<Package>, part: &SelectorPart, left: usize) -> Option<Qualifier> {
    same(package.lookup(part.name).iter().map(|entity| variant_member(index, package, *entity, part, left)))
}

/// The value that all of them have.
fn same<T: PartialEq>(mut all: impl Iterator<Item = Option<T>>) -> Option<T> {
    let first = all.next()??;
    all.all(|other| other.as_ref() == Some(&first)).then_some(first)
}

fn variant_member(
    index: &Index,
    package: &Arc<Package>,
    entity: Entity,
    part: &SelectorPart,
    left: usize,
) -> Option<Qualifier> {
    match entity {
        Entity::Function(id) => {
            let ty = result_of(index, &FuncRef { package: package.clone(), id }, part.call?)?;
            indexed(index, ty, part).map(Qualifier::Value)
        }
        Entity::Variable(file, spec, number) => {
            let content = &package.files[file as usize];
            let decl = content.var_decl(spec as usize);
            let text = content.source.slice(decl.span);
            let scope = LookupScope::in_variable(index, package, file, text);
            let qualifier = match &decl.ty {
                Some(ty) => scope.typed(ty)?,
                None => {
                    let value = value_of_spec(text, (number as usize, decl.names.len()))?;
                    value_qualifier(&scope, value, left.checked_sub(1)?)?
                }
            };
            called(index, qualifier, part)
        }
        // `T(x)`, and `T.method(x)`.
        Entity::Type(..) if part.indexes == 0 => index.package_type(package, part.name, &[]).map(Qualifier::Value),
        _ => None,
    }
}

/// The qualifier that a selector leads to: from `c` to `c.hc`.
pub(super) fn select(index: &Index, qualifier: &Qualifier, part: &SelectorPart, left: usize) -> Option<Qualifier> {
    let ty = match qualifier {
        Qualifier::Package(package) => return package_member(index, package, part, left),
        Qualifier::MissingPackage | Qualifier::Missing => return Some(Qualifier::Missing),
        Qualifier::Value(ty) => ty,
    };
    let ty = match index.member(ty, part.name)?.1 {
        Member::Field(ty) => return called(index, Qualifier::Value(ty), part),
        Member::Method(functions, args) if args.is_empty() => {
            same(functions.iter().map(|function| result_of(index, function, part.call?)))?
        }
        Member::Abstract(method) => result(index, &method.func.signature, &method.func.scope, part.call?)?,
        Member::Method(..) => return None,
    };
    indexed(index, ty, part).map(Qualifier::Value)
}

/// The type of a result of a function that is not generic.
fn result_of(index: &Index, function: &FuncRef, which: (usize, usize)) -> Option<Type> {
    result(index, &function.decl().signature, &Scope::of_signature(index, function), which)
}

fn result_of_value(index: &Index, ty: &Type, which: (usize, usize)) -> Option<Type> {
    match index.underlying(ty) {
        Type::Func(func) => result(index, &func.signature, &func.scope, which),
        _ => None,
    }
}

/// The type of one of so many results.
fn result(index: &Index, signature: &Signature, scope: &Scope, (number, of): (usize, usize)) -> Option<Type> {
    let is_meant = signature.type_params.is_empty() && signature.results.len() == of;
    signature.results.get(number).filter(|_| is_meant).map(|result| index.resolve(&result.ty, scope))
}
