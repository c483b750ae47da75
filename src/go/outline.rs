//! Declarations as values: imports, types, functions, variables and constants, as they are written.
//!
//!     func (c *Client) Fetch(u string) (*http.Response, error)
//!     // FuncDecl { name: Fetch, receiver: *Client, signature: (string) (*http.Response, error) }
//!
//! Three modules make them of a file:
//! * [`crate::go::items`] finds where each declaration is, from brackets and keywords alone;
//! * [`crate::go::items::signature`] reads one of them from its tokens, if it has one of the usual forms;
//! * `outline/read.rs` reads any of them from its tree: the fallback, with a parser that takes ten times as long.
//!
//! The values hold no part of a text or a tree. Names in them are not resolved: whether `Client` is a type of this package or
//! comes by a dot import is for [`crate::program::index`].

mod read;
mod show;

pub use read::{
    Code, DEEPEST_TYPE, const_spec, directives_after, func_decl, is_handled_above, literal, signature_of, type_decl,
    type_expr, var_decl, var_specs,
};

use crate::ground::source::Span;
use smol_str::SmolStr;
use std::sync::Arc;

/// An identifier or import path. Short ones (up to 23 bytes) are stored in place.
pub type Name = SmolStr;

/// The reason why part of a declaration is not understood.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Flaw {
    /// It has a syntax error.
    Syntax,
    /// Its statements or expressions nest too deep.
    Depth,
    /// It is too large to be parsed.
    Size,
    /// A piece of syntax that is not modelled mentions too many names.
    Names,
    /// A type in it nests too deep; the inner part is unknown.
    DeepType,
}

/// `import name "path"`.
#[derive(Debug)]
pub struct Import {
    /// The name, if one is written: `.` for a dot import, `_` for a blank one.
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
    /// The type on the right.
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
    /// Whether it has a body.
    pub has_body: bool,
    /// The text after `//:` on the last line of the declaration (stubs).
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
    /// The word `var` with one space after it.
    pub keyword: Span,
    /// Whether there are initial values.
    pub has_value: bool,
}

/// A constant.
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
    /// A string literal, as it is written, without quotes.
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

/// A type as it is written.
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
    /// The text after `//:` on the method's line (stubs).
    pub directives: Option<Name>,
}
