//! What operands stand for: packages, and values with a type that is written somewhere.
//!
//!     func (c *Controller) sync() {      c: *Controller
//!         client, err := c.newClient()   client: the first result of (*Controller).newClient

use super::binding::{Binding, Value, bindings};
use super::operand::{Part, Root};
use crate::index::{Entity, File, FuncRef, Index, Member, Package, Scope, Type, is_version};
use crate::outline::{Import, Name, Param, Signature};
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
    known: Known,
}

/// What was found of the names in a text: each is looked for once, however often it stands there.
#[derive(Default)]
struct Known {
    /// Whether a name may be bound.
    is_bound: RefCell<FxHashMap<Name, bool>>,
    /// The types of a variable; `None` if they cannot be told.
    types: RefCell<FxHashMap<Name, Option<Rc<[Type]>>>>,
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
            known: Known::default(),
        }
    }

    /// A place in the spec of a variable.
    pub(super) fn in_variable(index: &'a Index, package: &'a Arc<Package>, file: u32, text: &'a str) -> Place<'a> {
        let known = Known::default();
        Place { index, package, file, params: Vec::new(), function: None, text, body: 0, known }
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
    fn types_of(&self, name: &str, left: usize) -> Option<Rc<[Type]>> {
        if let Some(known) = self.known.types.borrow().get(name) {
            return known.clone();
        }
        let found = self.bindings(name).and_then(|bound| {
            let mut types: Vec<Type> = Vec::new();
            for binding in bound {
                let ty = match binding {
                    Binding::Typed(ty) => self.index.resolve(&ty, &self.scope()),
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
}

/// What stands in front of a dot.
pub(super) enum Front {
    Package(Arc<Package>),
    /// A package that cannot be found: what it declares hands over nothing.
    Missing,
    Value(Type),
}

/// What the first name of an operand can stand for; `None` if that cannot be told. More than one if it is bound more than
/// once: which of them is meant is not asked.
pub(super) fn fronts(place: &Place, root: &Root, left: usize) -> Option<Vec<Front>> {
    let root = match root {
        Root::Named(part) => part,
        Root::Typed(ty) => {
            return Some(vec![Front::Value(place.index.resolve(ty, &place.scope()))]);
        }
    };
    let types = place.types_of(root.name, left)?;
    if types.is_empty() {
        return root_of(place, root).map(|front| vec![front]);
    }
    let mut all = Vec::new();
    for ty in types.iter() {
        all.push(Front::Value(called(place.index, ty.clone(), root)?));
    }
    // Outside of where it is bound it may be something else.
    if is_declared_outside(place, root.name) {
        all.push(root_of(place, root)?);
    }
    Some(all)
}

fn is_declared_outside(place: &Place, name: &str) -> bool {
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

/// The type of a value that is bound to a variable.
fn type_of(place: &Place, value: Value, left: usize) -> Option<Type> {
    let index = place.index;
    match value {
        Value::Literal { ty, is_address } => {
            let ty = index.resolve(&ty, &place.scope());
            Some(if is_address { Type::Pointer(Arc::new(ty)) } else { ty })
        }
        Value::Typed(ty) => Some(index.resolve(&ty, &place.scope())),
        Value::Operand(root, parts) => {
            let fronts = fronts(place, &root, left)?;
            let [front] = <[Front; 1]>::try_from(fronts).ok()?;
            let last = parts.iter().try_fold(front, |front, part| step(index, &front, part).map(Front::Value))?;
            match last {
                Front::Value(ty) => Some(ty),
                Front::Package(_) | Front::Missing => None,
            }
        }
        Value::Range(operand, number) => {
            let ty = type_of(place, *operand, left)?;
            if number == 1 { element(index, &ty) } else { None }
        }
    }
}

/// What the first name of an operand stands for outside of the function's body.
fn root_of(place: &Place, root: &Part) -> Option<Front> {
    let Place { index, package, .. } = *place;
    if let Some(param) = place.param(root.name) {
        let ty = index.resolve(&param.ty, &place.scope());
        return Some(Front::Value(called(index, ty, root)?));
    }
    if !package.lookup(root.name).is_empty() {
        return entity_type(index, package, root).map(Front::Value);
    }
    if root.call.is_some() {
        return None;
    }
    match index.imported(package, place.file(), root.name) {
        Some(imported) => Some(Front::Package(imported)),
        None => index.is_import(package, place.file(), root.name).then_some(Front::Missing),
    }
}

/// The type of a part that has a type if it is not called.
fn called(index: &Index, ty: Type, part: &Part) -> Option<Type> {
    let ty = match part.call {
        Some(which) => result_of_value(index, &ty, which)?,
        None => ty,
    };
    indexed(index, ty, part)
}

/// The type of a part that has a type without its indexes.
fn indexed(index: &Index, ty: Type, part: &Part) -> Option<Type> {
    (0..part.indexes).try_fold(ty, |ty, _| element(index, &ty))
}

/// The type of the elements of a slice, array or map.
fn element(index: &Index, ty: &Type) -> Option<Type> {
    match index.underlying(ty.pointee()) {
        Type::Slice(element) => Some((*element).clone()),
        Type::Map(pair) => Some(pair.1.clone()),
        _ => None,
    }
}

/// The type of a package-level variable with a written type, what a function returns, or a type to which something is
/// converted.
fn entity_type(index: &Index, package: &Arc<Package>, part: &Part) -> Option<Type> {
    let [entity] = package.lookup(part.name) else {
        return None;
    };
    match *entity {
        Entity::Function(id) => {
            let ty = result_of(index, &FuncRef { package: package.clone(), id }, part.call?)?;
            indexed(index, ty, part)
        }
        Entity::Variable(file, spec, _) => {
            let decl = package.files[file as usize].var_decl(spec as usize);
            called(index, index.resolve(decl.ty.as_ref()?, &Scope::of_file(package, file)), part)
        }
        Entity::Type(..) if part.call.is_some() && part.indexes == 0 => index.package_type(package, part.name, &[], 0),
        _ => None,
    }
}

pub(super) fn step(index: &Index, front: &Front, part: &Part) -> Option<Type> {
    let ty = match front {
        Front::Package(package) => return entity_type(index, package, part),
        Front::Missing => return None,
        Front::Value(ty) => ty,
    };
    match index.member(ty, part.name)?.1 {
        Member::Field(ty) => called(index, ty, part),
        Member::Method(functions, args) if args.is_empty() => match &functions[..] {
            [function] => indexed(index, result_of(index, function, part.call?)?, part),
            _ => None,
        },
        Member::Abstract(method) => {
            let ty = result(index, &method.func.signature, &method.func.scope, part.call?)?;
            indexed(index, ty, part)
        }
        Member::Method(..) => None,
    }
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
