//! What declarations say, as written: imports, types, functions, variables and constants.
//!
//! They are made from the tokens of one declaration ([`crate::go::items::signature`]) or from its tree (`read`), and hold no part of
//! either. Names in them are not resolved: whether `Client` is
//! a type of this package or comes by a dot import is a question for [`crate::program::index`].
//!
//!     func (c *Client) Fetch(u string) (*http.Response, error)
//!     // FuncDecl { name: Fetch, receiver: *Client, signature: (string) (*http.Response, error) }

mod read;
mod show;

pub use read::{
    Code, DEEPEST_TYPE, const_spec, directives_behind, func_decl, is_handled_above, literal, param_list, signature_of,
    type_decl, type_expr, var_decl, var_specs,
};

use crate::ground::source::Span;
use smol_str::SmolStr;
use std::sync::Arc;

/// An identifier or import path. Short ones (up to 23 bytes) are stored in place.
pub type Name = SmolStr;

/// What keeps a declaration from being understood as a whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Flaw {
    /// There is a syntax error in it.
    Syntax,
    /// Its statements or expressions nest too deep.
    Depth,
    /// Syntax that is not modelled mentions too many names.
    Names,
    /// A type in it nests too deep; what lies deeper is unknown.
    DeepType,
}

/// `import name "path"`.
#[derive(Debug)]
pub struct Import {
    /// The name that is written: `.` for a dot import, `_` for a blank one.
    pub name: Option<Name>,
    /// The path without quotes.
    pub path: Name,
}

/// `type Name[Params] Type` or `type Name = Type`.
#[derive(Clone, Debug)]
pub struct TypeDecl {
    /// The declared name.
    pub name: Name,
    /// Type parameters with their constraints.
    pub params: Vec<(Name, TypeExpr)>,
    /// What stands on the right.
    pub expr: TypeExpr,
    /// Whether it is an alias.
    pub is_alias: bool,
}

/// A function or method.
#[derive(Debug)]
pub struct FuncDecl {
    /// Its name.
    pub name: Name,
    /// The receiver of a method.
    pub receiver: Option<Param>,
    /// Type parameters, parameters and results.
    pub signature: Arc<Signature>,
    /// The whole declaration.
    pub span: Span,
    /// Whether it has a body.
    pub has_body: bool,
    /// The text behind `//:` on the declaration's line (stubs).
    pub directives: Option<Name>,
    /// Whether a doc comment says `//bodyclose:handled`.
    pub is_handled: bool,
}

impl FuncDecl {
    /// The name of the receiver's type without pointer and type arguments.
    pub fn receiver_type(&self) -> Option<&Name> {
        let mut expr = &self.receiver.as_ref()?.ty;
        loop {
            expr = match expr {
                TypeExpr::Pointer(inner) => inner,
                TypeExpr::Generic(inner, _) => inner,
                TypeExpr::Name(name) => return Some(name),
                _ => return None,
            }
        }
    }

    /// The names of the type parameters that the receiver binds: `K, V` of `(m *Map[K, V])`.
    pub fn receiver_type_params(&self) -> Vec<Name> {
        let mut expr = self.receiver.as_ref().map(|receiver| &receiver.ty);
        while let Some(TypeExpr::Pointer(inner)) = expr {
            expr = Some(inner);
        }
        let Some(TypeExpr::Generic(_, args)) = expr else {
            return Vec::new();
        };
        let name = |arg: &TypeExpr| match arg {
            TypeExpr::Name(name) => name.clone(),
            _ => Name::default(),
        };
        args.iter().map(name).collect()
    }
}

/// One `var` spec: `var a, b T = x, y`.
#[derive(Debug)]
pub struct VarDecl {
    /// The declared names.
    pub names: Vec<Name>,
    /// The type, if written.
    pub ty: Option<TypeExpr>,
    /// The whole spec.
    pub span: Span,
    /// The word `var` with one space behind it.
    pub keyword: Span,
    /// Whether there are initial values.
    pub has_value: bool,
}

/// A constant whose value is an integer or a string.
#[derive(Debug)]
pub struct ConstDecl {
    /// Its name.
    pub name: Name,
    /// Its value.
    pub value: ConstValue,
}

/// The value of a constant.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum ConstValue {
    /// An integer.
    Int(i64),
    /// A string literal, as written.
    Text(Name),
    /// `true` or `false`.
    Bool(bool),
    /// Not understood.
    Unknown,
}

/// Type parameters, parameters and results.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Signature {
    /// Type parameters with their constraints.
    pub type_params: Vec<(Name, TypeExpr)>,
    /// Parameters, one entry each (`a, b int` are two).
    pub params: Vec<Param>,
    /// Results, one entry each.
    pub results: Vec<Param>,
    /// Whether the last parameter is `...T`; its type is written as `[]T` then.
    pub is_variadic: bool,
}

/// A parameter, result or receiver.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Param {
    /// The name; empty if there is none.
    pub name: Name,
    /// The type.
    pub ty: TypeExpr,
}

/// A type as written.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum TypeExpr {
    /// `T`
    Name(Name),
    /// `pkg.T`
    Qualified(Name, Name),
    /// `*T`
    Pointer(Arc<TypeExpr>),
    /// `[]T`
    Slice(Arc<TypeExpr>),
    /// `[3]T`, `[...]T`
    Array(Arc<TypeExpr>),
    /// `map[K]V`
    Map(Arc<TypeExpr>, Arc<TypeExpr>),
    /// `chan T`
    Chan(Arc<TypeExpr>),
    /// `func(..) ..`
    Func(Arc<Signature>),
    /// `struct{..}`
    Struct(Arc<[FieldExpr]>),
    /// `interface{..}`: methods, then embedded types.
    Interface(Arc<[MethodExpr]>, Arc<[TypeExpr]>),
    /// `T[A, B]`
    Generic(Arc<TypeExpr>, Vec<TypeExpr>),
    /// `A | B`, `~T`: only in constraints.
    Union(Vec<TypeExpr>),
    /// Not understood.
    Unknown,
}

/// A field of a struct.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct FieldExpr {
    /// The name; for an embedded field the last part of its type's name.
    pub name: Name,
    /// The type.
    pub ty: TypeExpr,
    /// Whether it is embedded.
    pub is_embedded: bool,
}

/// A method of an interface.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct MethodExpr {
    /// Its name.
    pub name: Name,
    /// Its signature.
    pub signature: Arc<Signature>,
    /// The text behind `//:` on the method's line (stubs).
    pub directives: Option<Name>,
}
