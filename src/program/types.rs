//! Types with their names resolved, and what can be selected from them.
//!
//!     type api struct { *http.Client; base string }    member(api, "Do"): the method Do of *http.Client, through the field Client
//!
//! A structural type (struct, interface, function) keeps its parts as written, with the [`Scope`] in which to read them: only the
//! field or method that is looked up is resolved. A type that cannot be found is [`Type::Unknown`].

use super::{Entity, File, FuncId, FuncRef, Index, Package};
use crate::go::outline::{FieldExpr, MethodExpr, Name, Signature, TypeDecl, TypeExpr};
use std::cell::Cell;
use std::sync::{Arc, LazyLock};

/// How deep names may refer to names while one type is resolved: aliases of aliases, embedded structs.
const DEEPEST: usize = 30;

/// How many names may be resolved for one type before the rest counts as unknown. `type S[T any] = map[S[S[T]]]S[S[T]]` would lead
/// to billions.
const MOST_NAMES: usize = 2_000;

/// How many interfaces may be embedded in one, directly or in others, before the rest is left out. `type S interface { S }`
/// has no end.
const MOST_EMBEDDED: usize = 400;

/// How many embedded structs a selected field or method may lie deep, and how many of one level are looked at. Written
/// code has three levels; `type S struct { *R; *S }` has no end.
const DEEPEST_EMBEDDED: usize = 6;
const MOST_EMBEDDED_FIELDS: usize = 200;

/// How much has been resolved for one type so far.
#[derive(Clone, Copy)]
struct ResolvedSize<'a> {
    /// How deep names have referred to names.
    depth: usize,
    /// How many names have been resolved.
    names: &'a Cell<usize>,
}

impl<'a> ResolvedSize<'a> {
    /// The size before anything is resolved.
    fn start(names: &'a Cell<usize>) -> ResolvedSize<'a> {
        ResolvedSize { depth: 0, names }
    }

    fn deeper(self) -> ResolvedSize<'a> {
        ResolvedSize { depth: self.depth + 1, ..self }
    }
}

/// A type.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Type {
    /// Not known.
    Unknown,
    /// A predeclared type: `error`, `any`, `string`, `int` ...
    Basic(Name),
    /// A defined type.
    Named(Arc<Named>),
    /// `*T`
    Pointer(Arc<Type>),
    /// `[]T`
    Slice(Arc<Type>),
    /// `[n]T`
    Array(Arc<Type>),
    /// `map[K]V`
    Map(Arc<(Type, Type)>),
    /// `chan T`
    Chan(Arc<Type>),
    /// `func(..) ..`
    Func(Arc<FuncType>),
    /// `struct{..}`
    Struct(Arc<StructType>),
    /// `interface{..}`
    Interface(Arc<InterfaceType>),
    /// A type parameter with its constraint.
    Param(Name, Arc<Type>),
}

/// A defined type.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Named {
    /// The package that declares it.
    pub package: Arc<Package>,
    /// Its name.
    pub name: Name,
    /// Type arguments.
    pub args: Vec<Type>,
    /// Its right-hand side.
    right: Right,
    /// Names of its type parameters.
    pub params: Vec<Name>,
    /// The scope of its declaration, without its own parameters.
    pub scope: Scope,
}

/// The right-hand side of a defined type, read only when it is needed: that of most types never is.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
enum Right {
    /// It stands in a type declaration at the top level: file, spec.
    TopLevel(u32, u32),
    /// It stands in a type declaration inside a function.
    Local(TypeExpr),
}

/// A defined type without type arguments that is declared at the top level: package, file, spec.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct NamedId(u32, u32, u32);

impl Named {
    /// Its id; `None` if it has type arguments or is declared in a function.
    pub fn id(&self) -> Option<NamedId> {
        match &self.right {
            Right::TopLevel(file, number) if self.args.is_empty() => {
                Some(NamedId(self.package.number(), *file, *number))
            }
            _ => None,
        }
    }

    /// Its right-hand side, as written.
    pub fn right(&self) -> &TypeExpr {
        match &self.right {
            Right::TopLevel(file, number) => &self.package.files[*file as usize].type_decl(*number as usize).expr,
            Right::Local(expr) => expr,
        }
    }
}

/// Where names in a type are looked up.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Scope {
    /// The package.
    pub package: Arc<Package>,
    /// The file of the package.
    pub file: u32,
    /// Type parameters and what they stand for.
    pub params: Arc<Vec<(Name, Type)>>,
    /// The function whose local types are visible.
    pub function: Option<u32>,
}

/// A function type.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct FuncType {
    /// The signature as written.
    pub signature: Arc<Signature>,
    /// Where its names are looked up.
    pub scope: Scope,
}

/// A struct type.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct StructType {
    /// The fields as written.
    pub fields: Arc<[FieldExpr]>,
    /// Where their names are looked up.
    pub scope: Scope,
}

/// An interface type.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct InterfaceType {
    /// The methods as written.
    pub methods: Arc<[MethodExpr]>,
    /// Embedded interfaces and unions.
    pub embedded: Arc<[TypeExpr]>,
    /// Where their names are looked up.
    pub scope: Scope,
}

/// The field or method that a selector such as `x.name` finds.
#[derive(Clone, Debug)]
pub enum Member {
    /// A field: its type.
    Field(Type),
    /// A method with a body or a stub, all build variants; and the type arguments of the receiver.
    Method(Vec<FuncRef>, Vec<Type>),
    /// A method of an interface.
    Abstract(Box<AbstractMethod>),
}

/// A method of an interface.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct AbstractMethod {
    /// The interface, if it is a defined type.
    pub interface: Option<Arc<Named>>,
    /// The method's name.
    pub name: Name,
    /// Its type.
    pub func: FuncType,
    /// The name of the interface in whose declaration the method stands; empty if that has none, or is of another package than
    /// `interface`.
    pub declared_in: Name,
    /// Its directives, if a stub declares it. In source, `//:` is a comment.
    pub directives: Option<Name>,
}

impl AbstractMethod {
    /// The name as in configuration files, if its interface has one: `example.com/x.(Doer).Do`.
    pub fn full_name(&self) -> Option<String> {
        let interface = self.interface.as_ref()?;
        Some(format!("{}.({}).{}", interface.package.path, interface.name, self.name))
    }

    /// Whether its interface is declared in a stub.
    pub fn is_of_stub(&self) -> bool {
        self.interface.as_ref().is_some_and(|interface| interface.package.folder.is_none())
    }
}

impl Scope {
    /// The scope of a file.
    pub fn of_file(package: &Arc<Package>, file: u32) -> Scope {
        static NONE: LazyLock<Arc<Vec<(Name, Type)>>> = LazyLock::new(Arc::default);
        Scope { package: package.clone(), file, params: NONE.clone(), function: None }
    }

    /// The scope of a function's body: its type parameters stand for themselves.
    pub fn of_function(index: &Index, function: &FuncRef) -> Scope {
        let scope = Scope::of_signature(index, function);
        Scope { function: Some(function.id.function), ..scope }
    }

    /// The function whose body this is the scope of; `None` for a file or a signature.
    pub fn function_ref(&self) -> Option<FuncRef> {
        let function = self.function?;
        Some(FuncRef { package: self.package.clone(), id: FuncId { file: self.file, function } })
    }

    /// The scope of a function's signature, in which types of its body are not visible.
    pub fn of_signature(index: &Index, function: &FuncRef) -> Scope {
        let scope = Scope::of_file(&function.package, function.id.file);
        let decl = function.decl();
        let of_receiver = decl.receiver_type_params();
        if of_receiver.is_empty() && decl.signature.type_params.is_empty() {
            return scope;
        }
        let mut params = Vec::new();
        if let Some(ty) = decl.receiver_type().filter(|_| !of_receiver.is_empty()) {
            let constraints = scope.constraints_of(index, ty);
            for (position, name) in of_receiver.into_iter().enumerate() {
                let constraint = constraints.get(position).cloned().unwrap_or(Type::Unknown);
                params.push((name.clone(), Type::Param(name, Arc::new(constraint))));
            }
        }
        let known = scope.with(params.clone());
        for (name, constraint) in &decl.signature.type_params {
            let constraint = index.resolve(constraint, &known);
            params.push((name.clone(), Type::Param(name.clone(), Arc::new(constraint))));
        }
        scope.with(params)
    }

    fn constraints_of(&self, index: &Index, ty: &str) -> Vec<Type> {
        let found = self.package.lookup(ty).iter().find_map(|entity| match entity {
            Entity::Type(file, number) => Some((*file, self.package.files[*file as usize].type_decl(*number as usize))),
            _ => None,
        });
        let Some((file, decl)) = found else {
            return Vec::new();
        };
        let scope = Scope::of_file(&self.package, file);
        decl.params.iter().map(|(_, constraint)| index.resolve(constraint, &scope)).collect()
    }

    /// A copy of the scope with other type parameters.
    pub fn with(&self, params: Vec<(Name, Type)>) -> Scope {
        Scope { params: Arc::new(params), ..self.clone() }
    }

    /// The file.
    pub fn file(&self) -> &File {
        &self.package.files[self.file as usize]
    }
}

impl Type {
    /// The type without its pointers: `T` for `**T`.
    pub fn pointee(&self) -> &Type {
        let mut ty = self;
        while let Type::Pointer(inner) = ty {
            ty = inner;
        }
        ty
    }

    /// Whether it is the defined type `path.name`.
    pub fn is_named(&self, path: &str, name: &str) -> bool {
        matches!(self, Type::Named(named) if named.name == name && named.package.is(path))
    }

    /// Whether it is the predeclared type `error`.
    pub fn is_error(&self) -> bool {
        matches!(self, Type::Basic(name) if name == "error")
    }

    /// Whether it is the predeclared type `bool`.
    pub fn is_bool(&self) -> bool {
        matches!(self, Type::Basic(name) if name == "bool")
    }
}

impl Index {
    /// The type that an expression means in a scope; [`Type::Unknown`] if a name in it cannot be found. An expression that exceeds
    /// a limit is recorded as a problem of the file.
    pub fn resolve(&self, expr: &TypeExpr, scope: &Scope) -> Type {
        self.resolve_at(expr, scope, ResolvedSize::start(&Cell::new(0)))
    }

    fn resolve_at(&self, expr: &TypeExpr, scope: &Scope, size: ResolvedSize) -> Type {
        size.names.set(size.names.get() + 1);
        if size.depth > DEEPEST || size.names.get() > MOST_NAMES {
            let what = match size.depth > DEEPEST {
                true => format!("a type leads through more than {DEEPEST} others"),
                false => format!("a type leads to more than {MOST_NAMES} names"),
            };
            self.note_limit(scope.file(), &format!("{what}; the rest of it is unknown"));
            return Type::Unknown;
        }
        let inner = |expr: &TypeExpr| self.resolve_at(expr, scope, size.deeper());
        match expr {
            TypeExpr::Name(name) => self.resolve_name(name, &[], scope, size),
            TypeExpr::Qualified(package, name) => self.resolve_qualified(package, name, Vec::new(), scope, size),
            TypeExpr::Generic(base, args) => {
                let args: Vec<Type> = args.iter().map(inner).collect();
                match &**base {
                    TypeExpr::Name(name) => self.resolve_name(name, &args, scope, size),
                    TypeExpr::Qualified(package, name) => self.resolve_qualified(package, name, args, scope, size),
                    _ => Type::Unknown,
                }
            }
            TypeExpr::Pointer(pointee) => Type::Pointer(Arc::new(inner(pointee))),
            TypeExpr::Slice(element) => Type::Slice(Arc::new(inner(element))),
            TypeExpr::Array(element) => Type::Array(Arc::new(inner(element))),
            TypeExpr::Map(key, value) => Type::Map(Arc::new((inner(key), inner(value)))),
            TypeExpr::Chan(element) => Type::Chan(Arc::new(inner(element))),
            TypeExpr::Func(signature) => {
                Type::Func(Arc::new(FuncType { signature: signature.clone(), scope: scope.clone() }))
            }
            TypeExpr::Struct(fields) => {
                Type::Struct(Arc::new(StructType { fields: fields.clone(), scope: scope.clone() }))
            }
            TypeExpr::Interface(methods, embedded) => {
                let (methods, embedded) = (methods.clone(), embedded.clone());
                Type::Interface(Arc::new(InterfaceType { methods, embedded, scope: scope.clone() }))
            }
            TypeExpr::Union(_) | TypeExpr::Unknown => Type::Unknown,
        }
    }

    fn resolve_name(&self, name: &Name, args: &[Type], scope: &Scope, size: ResolvedSize) -> Type {
        if let Some((_, ty)) = scope.params.iter().find(|(own, _)| own == name) {
            return ty.clone();
        }
        if let Some(decl) = local_type(scope, name) {
            let right = Right::Local(decl.expr.clone());
            return self.declared(&decl, right, args.to_vec(), (&scope.package, scope.clone()), size);
        }
        if let Some(found) = self.package_type_at(&scope.package, name, args, size) {
            return found;
        }
        if is_predeclared(name) {
            return Type::Basic(name.clone());
        }
        let dots = self.dot_imports(&scope.package, scope.file());
        dots.iter().find_map(|package| self.package_type_at(package, name, args, size)).unwrap_or(Type::Unknown)
    }

    fn resolve_qualified(
        &self,
        package: &str,
        name: &Name,
        args: Vec<Type>,
        scope: &Scope,
        size: ResolvedSize,
    ) -> Type {
        let Some(package) = self.imported(&scope.package, scope.file(), package) else {
            return Type::Unknown;
        };
        if let Some(found) = self.package_type_at(&package, name, &args, size) {
            return found;
        }
        // A stub that leaves the type out: the source may have it.
        let source = scope.package.folder.as_deref().filter(|_| package.folder.is_none());
        source
            .and_then(|folder| self.import_source(folder, &Name::new(&package.path)))
            .and_then(|package| self.package_type_at(&package, name, &args, size))
            .unwrap_or(Type::Unknown)
    }

    /// The type that is declared under a name at the top level of a package, with its type arguments.
    pub fn package_type(&self, package: &Arc<Package>, name: &str, args: &[Type]) -> Option<Type> {
        self.package_type_at(package, name, args, ResolvedSize::start(&Cell::new(0)))
    }

    fn package_type_at(&self, package: &Arc<Package>, name: &str, args: &[Type], size: ResolvedSize) -> Option<Type> {
        let (file, number) = package.lookup(name).iter().find_map(|entity| match entity {
            Entity::Type(file, number) => Some((*file, *number)),
            _ => None,
        })?;
        let scope = Scope::of_file(package, file);
        let right = Right::TopLevel(file, number);
        if package.files[file as usize].is_plain_type(number as usize) {
            let (name, args) = (Name::new(name), args.to_vec());
            let named = Named { package: package.clone(), name, args, right, params: Vec::new(), scope };
            return Some(Type::Named(Arc::new(named)));
        }
        let decl = package.files[file as usize].type_decl(number as usize);
        Some(self.declared(decl, right, args.to_vec(), (package, scope), size))
    }

    fn declared(
        &self,
        decl: &TypeDecl,
        right: Right,
        args: Vec<Type>,
        (package, scope): (&Arc<Package>, Scope),
        size: ResolvedSize,
    ) -> Type {
        if !decl.is_alias {
            return Type::Named(Arc::new(Named {
                package: package.clone(),
                name: decl.name.clone(),
                args,
                right,
                params: decl.params.iter().map(|(name, _)| name.clone()).collect(),
                scope,
            }));
        }
        let mut params: Vec<(Name, Type)> = scope.params.to_vec();
        params.extend(decl.params.iter().map(|(name, _)| name.clone()).zip(args));
        self.resolve_at(&decl.expr, &scope.with(params), size.deeper())
    }

    /// The underlying type: the right-hand sides of defined types, one after another, until one is structural.
    pub fn underlying(&self, ty: &Type) -> Type {
        let mut ty = ty.clone();
        for _ in 0..DEEPEST {
            let Type::Named(named) = &ty else {
                return ty;
            };
            ty = self.right_of(named);
        }
        Type::Unknown
    }

    fn right_of(&self, named: &Named) -> Type {
        self.resolve(named.right(), &self.scope_inside(named))
    }

    /// The scope of a defined type's right-hand side: its parameters stand for its arguments.
    pub fn scope_inside(&self, named: &Named) -> Scope {
        if named.params.is_empty() {
            return named.scope.clone();
        }
        let mut params: Vec<(Name, Type)> = named.scope.params.to_vec();
        for (position, name) in named.params.iter().enumerate() {
            params.push((name.clone(), named.args.get(position).cloned().unwrap_or(Type::Unknown)));
        }
        named.scope.with(params)
    }

    /// The field or method that `x.name` means for an `x` of this type, with the names of the embedded fields that lead to it,
    /// outermost first; `None` if there is none.
    pub fn member(&self, ty: &Type, name: &str) -> Option<(Vec<Name>, Member)> {
        let mut level = vec![(Vec::new(), ty.clone())];
        // Go takes the shallowest member, whatever the order of the fields.
        for _ in 0..DEEPEST_EMBEDDED {
            let mut next = Vec::new();
            for (path, ty) in &level {
                if let Some(member) = self.own_member(ty, name) {
                    return Some((path.clone(), member));
                }
                for (field, ty) in self.embedded(ty) {
                    let mut longer = path.clone();
                    longer.push(field);
                    next.push((longer, ty));
                }
            }
            if next.is_empty() {
                return None;
            }
            if next.len() > MOST_EMBEDDED_FIELDS {
                break;
            }
            level = next;
        }
        if let Type::Named(named) = ty.pointee() {
            let what = format!("more than {DEEPEST_EMBEDDED} levels or {MOST_EMBEDDED_FIELDS} fields of one level");
            self.note_limit(
                named.scope.file(),
                &format!("`{}` embeds {what}; those further in are not seen", named.name),
            );
        }
        None
    }

    fn own_member(&self, ty: &Type, name: &str) -> Option<Member> {
        let base = match ty {
            Type::Pointer(inner) => &**inner,
            other => other,
        };
        if let Type::Named(named) = base {
            let methods = self.methods_of(named, name);
            if !methods.is_empty() {
                return Some(Member::Method(methods, named.args.clone()));
            }
        }
        let named = match base {
            Type::Named(named) => Some(named.clone()),
            _ => None,
        };
        match self.underlying(base) {
            Type::Struct(fields) => {
                let field = fields.fields.iter().find(|field| field.name == name)?;
                Some(Member::Field(self.resolve(&field.ty, &fields.scope)))
            }
            Type::Interface(interface) => self.interface_method(&interface, named, name, &mut 0),
            Type::Param(_, constraint) => match self.underlying(&constraint) {
                Type::Interface(interface) => {
                    let named = match &*constraint {
                        Type::Named(named) => Some(named.clone()),
                        _ => None,
                    };
                    self.interface_method(&interface, named, name, &mut 0)
                }
                _ => None,
            },
            _ => None,
        }
    }

    /// The methods of a name that a type declares. One that is declared in a function has none: those of a type of the package by the
    /// same name are not its own.
    fn methods_of(&self, named: &Named, name: &str) -> Vec<FuncRef> {
        if matches!(named.right, Right::Local(_)) {
            return Vec::new();
        }
        let find = |package: &Arc<Package>| -> Vec<FuncRef> {
            let ids = package.methods_named(&named.name, name);
            ids.iter().map(|id| FuncRef { package: package.clone(), id: *id }).collect()
        };
        find(&named.package)
    }

    fn interface_method(
        &self,
        interface: &InterfaceType,
        named: Option<Arc<Named>>,
        name: &str,
        visited: &mut usize,
    ) -> Option<Member> {
        *visited += 1;
        if *visited > MOST_EMBEDDED {
            self.note_limit(interface.scope.file(), &too_many_embedded());
            return None;
        }
        if let Some(method) = interface.methods.iter().find(|method| method.name == name) {
            // `type tripper http.RoundTripper` has another name than the interface that declares the method.
            let is_own = |named: &&Arc<Named>| named.package == interface.scope.package;
            let declared = named.as_ref().filter(is_own).map_or(Name::default(), |named| named.name.clone());
            let func = FuncType { signature: method.signature.clone(), scope: interface.scope.clone() };
            return Some(Member::Abstract(Box::new(AbstractMethod {
                interface: named,
                name: method.name.clone(),
                func,
                declared_in: declared,
                directives: method.directives.clone().filter(|_| interface.scope.package.folder.is_none()),
            })));
        }
        interface.embedded.iter().find_map(|expr| {
            let ty = self.resolve(expr, &interface.scope);
            let outer = match &ty {
                Type::Named(named) => Some(named.clone()),
                _ => named.clone(),
            };
            match self.underlying(&ty) {
                Type::Interface(inner) => self.interface_method(&inner, outer, name, visited),
                _ => None,
            }
        })
    }

    fn embedded(&self, ty: &Type) -> Vec<(Name, Type)> {
        match self.underlying(ty.pointee()) {
            Type::Struct(fields) => {
                let embedded = fields.fields.iter().filter(|field| field.is_embedded);
                embedded.map(|field| (field.name.clone(), self.resolve(&field.ty, &fields.scope))).collect()
            }
            _ => Vec::new(),
        }
    }

    /// The fields of a struct type with their types; pointers and names are looked through. Empty if it is no struct.
    pub fn fields(&self, ty: &Type) -> Vec<(Name, Type)> {
        match self.underlying(ty.pointee()) {
            Type::Struct(fields) => {
                fields.fields.iter().map(|field| (field.name.clone(), self.resolve(&field.ty, &fields.scope))).collect()
            }
            _ => Vec::new(),
        }
    }

    /// The names of all methods in the method set of an interface, sorted, those of embedded interfaces included; `None` if the
    /// type is no interface.
    pub fn method_names(&self, ty: &Type) -> Option<Vec<Name>> {
        let mut names = Vec::new();
        let mut visited = 0;
        let mut open = vec![ty.clone()];
        while let Some(ty) = open.pop() {
            let Type::Interface(interface) = self.underlying(&ty) else {
                if visited == 0 {
                    return None;
                }
                continue;
            };
            visited += 1;
            if visited > MOST_EMBEDDED {
                self.note_limit(interface.scope.file(), &too_many_embedded());
                break;
            }
            names.extend(interface.methods.iter().map(|method| method.name.clone()));
            open.extend(interface.embedded.iter().map(|expr| self.resolve(expr, &interface.scope)));
        }
        names.sort();
        names.dedup();
        Some(names)
    }

    /// The element type of a slice, an array, a map, a channel, or a pointer to a slice or array.
    pub fn element(&self, ty: &Type) -> Type {
        match self.underlying(ty) {
            Type::Slice(element) | Type::Array(element) | Type::Chan(element) => (*element).clone(),
            Type::Map(pair) => pair.1.clone(),
            Type::Pointer(inner) => match self.underlying(&inner) {
                Type::Slice(element) | Type::Array(element) => (*element).clone(),
                _ => Type::Unknown,
            },
            _ => Type::Unknown,
        }
    }
}

fn too_many_embedded() -> String {
    format!("an interface embeds more than {MOST_EMBEDDED} others; the methods of the rest are not seen")
}

fn local_type(scope: &Scope, name: &str) -> Option<TypeDecl> {
    let function = scope.function? as usize;
    // Most bodies declare no types; they are not lowered to find that out.
    memchr::memmem::find(scope.file().function_text(function).as_bytes(), b"type")?;
    let body = scope.file().body(function)?;
    body.local_types.iter().find(|decl| decl.name == name).cloned()
}

/// The predeclared types (Go specification, "Predeclared identifiers").
fn is_predeclared(name: &str) -> bool {
    matches!(
        name,
        "any"
            | "bool"
            | "byte"
            | "comparable"
            | "complex64"
            | "complex128"
            | "error"
            | "float32"
            | "float64"
            | "int"
            | "int8"
            | "int16"
            | "int32"
            | "int64"
            | "rune"
            | "string"
            | "uint"
            | "uint8"
            | "uint16"
            | "uint32"
            | "uint64"
            | "uintptr"
    )
}
