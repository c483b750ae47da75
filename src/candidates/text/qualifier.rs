//! What operands stand for: packages, and values with a type that is written somewhere.
//!
//!     func (c *Controller) sync() {      c: *Controller
//!         client, err := c.newClient()   client: the first result of (*Controller).newClient

use super::binding::{Binding, Value, bindings, local_type, value_of_spec};
use super::operand::{Part, Root};
use super::returned::Returns;
use crate::go::outline::{Import, Name, Param, Signature, TypeExpr};
use crate::program::index::{Entity, File, FuncRef, Index, Member, Package, Scope, Type, is_version};
use rustc_hash::FxHashMap;
use std::cell::{Cell, OnceCell, RefCell};
use std::rc::Rc;
use std::sync::Arc;

/// Variables that lead to variables are followed so far.
pub(super) const MOST_VARIABLES: usize = 6;

/// Where a name is looked up.
pub(super) struct Place<'a> {
    index: &'a Index,
    pub(super) package: &'a Arc<Package>,
    file: u32,
    /// The receiver, parameters and results of the function.
    params: Vec<&'a Param>,
    function: Option<&'a FuncRef>,
    /// The text of the function or variable.
    pub(super) text: &'a str,
    /// Where names may be bound in it: the offset of the function's body.
    pub(super) body: usize,
    /// Its returns, if calls do not count whose results go straight to the caller.
    pub(super) returns: Option<Returns>,
    known: Known,
}

/// What was found of the names in a text: each is looked for once, however often it stands there.
#[derive(Default)]
struct Known {
    /// Whether a name may be bound.
    is_bound: RefCell<FxHashMap<Name, bool>>,
    /// The types of a variable; `None` if they cannot be told.
    types: RefCell<FxHashMap<Name, Option<Rc<[Front]>>>>,
    calls_variable: OnceCell<bool>,
    /// How many bytes were looked through for bindings.
    looked: Cell<usize>,
}

/// A name that is bound to values of more types than this is not looked into.
const MOST_TYPES: usize = 8;

/// After so many bytes no more names are looked for in a text: a function of a megabyte may have thousands of variables. Hand-written
/// functions have some kilobytes and some ten names.
const MOST_LOOKED: usize = 32 << 20;

impl<'a> Place<'a> {
    /// A place in the text of a function.
    pub(super) fn in_function(index: &'a Index, function: &'a FuncRef) -> Place<'a> {
        let text = function.file().function_text(function.id.function as usize);
        let decl = function.decl();
        Place {
            index,
            package: &function.package,
            file: function.id.file,
            params: decl.receiver.iter().chain(&decl.signature.params).chain(&decl.signature.results).collect(),
            function: Some(function),
            text,
            body: memchr::memchr(b'{', text.as_bytes()).unwrap_or(text.len()),
            returns: None,
            known: Known::default(),
        }
    }

    /// A place in the spec of a variable.
    pub(super) fn in_variable(index: &'a Index, package: &'a Arc<Package>, file: u32, text: &'a str) -> Place<'a> {
        let known = Known::default();
        Place { index, package, file, params: Vec::new(), function: None, text, body: 0, returns: None, known }
    }

    /// The same place, where calls do not count whose results go straight to the caller.
    pub(super) fn without_returned(self) -> Place<'a> {
        Place { returns: Returns::of(self.text), ..self }
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

    /// Whether a name may be one of a parameter or bound in the text.
    pub(super) fn binds(&self, name: &str) -> bool {
        if let Some(known) = self.known.is_bound.borrow().get(name) {
            return *known;
        }
        let bound = self.bindings(name);
        let is_bound = self.param(name).is_some() || bound.is_none_or(|all| !all.is_empty());
        self.known.is_bound.borrow_mut().insert(Name::new(name), is_bound);
        is_bound
    }

    fn bindings(&self, name: &str) -> Option<Vec<Binding<'a>>> {
        self.known.looked.set(self.known.looked.get() + self.text.len());
        if self.known.looked.get() > MOST_LOOKED { None } else { bindings(self.text, self.body, name) }
    }

    /// Whether a variable may be called that holds a function; `find` is asked once.
    pub(super) fn calls_variable(&self, find: impl FnOnce() -> bool) -> bool {
        *self.known.calls_variable.get_or_init(find)
    }

    /// The types to which a name is bound in the text, none if it is not bound; `None` if they cannot be told, or not within so
    /// many variables.
    fn types_of(&self, name: &str, left: usize) -> Option<Rc<[Front]>> {
        if let Some(known) = self.known.types.borrow().get(name) {
            return known.clone();
        }
        let found = self.bindings(name).and_then(|bound| {
            let mut types: Vec<Front> = Vec::new();
            for binding in bound {
                let ty = match binding {
                    Binding::Typed(ty) => self.typed(&ty)?,
                    Binding::Value(value) => type_of(self, value, left.checked_sub(1)?)?,
                };
                if !types.contains(&ty) {
                    types.push(ty);
                }
                if types.len() > MOST_TYPES {
                    return None;
                }
            }
            Some(Rc::from(types))
        });
        self.known.types.borrow_mut().insert(Name::new(name), found.clone());
        found
    }

    /// What a type that is written in the text stands for; `None` if it is declared there in a way that is not understood.
    fn typed(&self, ty: &TypeExpr) -> Option<Front> {
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
            return Some(Front::Missing);
        }
        Some(Front::Value(self.index.resolve(&ty, &self.scope())))
    }

    /// A type with those in place of their names that the text declares itself; `None` if that is not understood.
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

/// What stands in front of a dot.
#[derive(Clone, PartialEq)]
pub(super) enum Front {
    Package(Arc<Package>),
    /// A package that cannot be found, or something of it: what it declares hands over nothing.
    Missing,
    Value(Type),
}

/// What the first name of an operand can stand for; `None` if that cannot be told. More than one if it is bound more than
/// once: which of them is meant is not asked.
pub(super) fn fronts(place: &Place, root: &Root, left: usize) -> Option<Vec<Front>> {
    let root = match root {
        Root::Named(part) => part,
        Root::Typed(ty) => return Some(vec![place.typed(ty)?]),
    };
    let types = place.types_of(root.name, left)?;
    if types.is_empty() {
        return root_of(place, root, left).map(|front| vec![front]);
    }
    let mut all = Vec::new();
    for front in types.iter() {
        all.push(called(place.index, front.clone(), root)?);
    }
    // Outside of where it is bound it may be something else.
    if may_be_declared_outside(place, root.name) {
        all.extend(outside(place, root, left)?);
    }
    Some(all)
}

fn may_be_declared_outside(place: &Place, name: &str) -> bool {
    let is_import = |import: &Import| match &import.name {
        Some(written) => written == name || written == ".",
        None => may_be_name_of(&import.path, name),
    };
    place.param(name).is_some()
        || !place.package.lookup(name).is_empty()
        || place.file().imports().iter().any(is_import)
}

/// Whether a name may be that of the package with a path: its last element but for a version, or most of it, as in
/// `example.com/go-redis/v9`.
fn may_be_name_of(path: &str, name: &str) -> bool {
    let last = path.rsplit('/').find(|element| !is_version(element)).unwrap_or(path);
    last.contains(name) && name.len() * 2 >= last.len()
}

/// What a value that is bound to a variable is.
fn type_of(place: &Place, value: Value, left: usize) -> Option<Front> {
    let index = place.index;
    match value {
        Value::Literal { ty, is_address } => {
            place.typed(&if is_address { TypeExpr::Pointer(Arc::new(ty)) } else { ty })
        }
        Value::Typed(ty) => place.typed(&ty),
        Value::Operand(root, parts) => {
            let fronts = fronts(place, &root, left)?;
            let [front] = <[Front; 1]>::try_from(fronts).ok()?;
            let last = parts.iter().try_fold(front, |front, part| step(index, &front, part, left))?;
            (!matches!(last, Front::Package(_))).then_some(last)
        }
        Value::Range(operand, number) => match type_of(place, *operand, left)? {
            Front::Value(ty) if number == 1 => element(index, &ty).map(Front::Value),
            Front::Value(ty) => key(index, &ty).map(Front::Value),
            Front::Missing => Some(Front::Missing),
            _ => None,
        },
    }
}

/// What the first name of an operand stands for outside of the function's body; `None` if that cannot be told.
fn root_of(place: &Place, root: &Part, left: usize) -> Option<Front> {
    outside(place, root, left)?
}

/// The same; `Some(None)` if it is not declared there.
fn outside(place: &Place, root: &Part, left: usize) -> Option<Option<Front>> {
    let Place { index, package, .. } = *place;
    if let Some(param) = place.param(root.name) {
        return Some(Some(called(index, place.typed(&param.ty)?, root)?));
    }
    if !package.lookup(root.name).is_empty() {
        return Some(Some(entity_type(index, package, root, left)?));
    }
    let file = place.file();
    let dots = file.imports().iter().filter(|import| import.name.as_deref() == Some(".")).count();
    let dotted = if dots > 0 { index.dot_imports(package, file) } else { Vec::new() };
    if dotted.len() < dots || dotted.iter().any(|package| !package.lookup(root.name).is_empty()) {
        return None;
    }
    Some(match index.imported(package, file, root.name) {
        Some(_) if root.call.is_some() => return None,
        Some(imported) => Some(Front::Package(imported)),
        None => index.is_import(package, file, root.name).then_some(Front::Missing),
    })
}

/// What a part is that is this if it is not called.
fn called(index: &Index, front: Front, part: &Part) -> Option<Front> {
    let Front::Value(ty) = front else {
        return Some(front);
    };
    let ty = match part.call {
        Some(which) => result_of_value(index, &ty, which)?,
        None => ty,
    };
    indexed(index, ty, part).map(Front::Value)
}

/// The type of a part that has a type without its indexes.
fn indexed(index: &Index, ty: Type, part: &Part) -> Option<Type> {
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

/// What a package-level variable, the result of a function, a converted value or a type is, if that is the same in all build
/// variants.
fn entity_type(index: &Index, package: &Arc<Package>, part: &Part, left: usize) -> Option<Front> {
    same(package.lookup(part.name).iter().map(|entity| variant_type(index, package, *entity, part, left)))
}

/// What all of them are.
fn same<T: PartialEq>(mut all: impl Iterator<Item = Option<T>>) -> Option<T> {
    let first = all.next()??;
    all.all(|other| other.as_ref() == Some(&first)).then_some(first)
}

fn variant_type(index: &Index, package: &Arc<Package>, entity: Entity, part: &Part, left: usize) -> Option<Front> {
    match entity {
        Entity::Function(id) => {
            let ty = result_of(index, &FuncRef { package: package.clone(), id }, part.call?)?;
            indexed(index, ty, part).map(Front::Value)
        }
        Entity::Variable(file, spec, number) => {
            let content = &package.files[file as usize];
            let decl = content.var_decl(spec as usize);
            let text = content.source.slice(decl.span);
            let place = Place::in_variable(index, package, file, text);
            let front = match &decl.ty {
                Some(ty) => place.typed(ty)?,
                None => {
                    let value = value_of_spec(text, (number as usize, decl.names.len()))?;
                    type_of(&place, value, left.checked_sub(1)?)?
                }
            };
            called(index, front, part)
        }
        // `T(x)`, and `T.method(x)`.
        Entity::Type(..) if part.indexes == 0 => index.package_type(package, part.name, &[]).map(Front::Value),
        _ => None,
    }
}

pub(super) fn step(index: &Index, front: &Front, part: &Part, left: usize) -> Option<Front> {
    let ty = match front {
        Front::Package(package) => return entity_type(index, package, part, left),
        Front::Missing => return Some(Front::Missing),
        Front::Value(ty) => ty,
    };
    let ty = match index.member(ty, part.name)?.1 {
        Member::Field(ty) => return called(index, Front::Value(ty), part),
        Member::Method(functions, args) if args.is_empty() => {
            same(functions.iter().map(|function| result_of(index, function, part.call?)))?
        }
        Member::Abstract(method) => result(index, &method.func.signature, &method.func.scope, part.call?)?,
        Member::Method(..) => return None,
    };
    indexed(index, ty, part).map(Front::Value)
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

/// One of so many results.
fn result(index: &Index, signature: &Signature, scope: &Scope, (number, of): (usize, usize)) -> Option<Type> {
    let is_meant = signature.type_params.is_empty() && signature.results.len() == of;
    signature.results.get(number).filter(|_| is_meant).map(|result| index.resolve(&result.ty, scope))
}
