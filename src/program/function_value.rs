//! The functions that a value of function type can be, and the code that they are in.
//!
//!     read := asText                                   a declared function
//!     get := client.Do                                 a method with its receiver
//!     pen := func(r *http.Response) {..}               a literal: the code around it and its frame
//!
//! Which functions a value can be is found in [`super::held_functions`].

use super::{FuncId, FuncRef, Index, Package, Scope};
use crate::go::body::{Body, FrameId, OUTER};
use std::sync::Arc;

/// A function that a value can be.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum FunctionValue {
    /// A declared function; for a method that is named by its type, `T.Get`, the receiver is the first argument.
    Function(FuncRef),
    /// A method with the receiver that it was taken from: `client.Do`.
    Bound(FuncRef),
    /// A literal of the body that was asked.
    Frame(FrameId),
    /// A literal of another body.
    Literal(FrameRef),
}

/// The functions that a place can hold.
#[derive(Clone, Debug)]
pub struct FunctionValues {
    /// The functions, at least one.
    pub all: Vec<FunctionValue>,
    /// Whether they are those of a field in several values of its type, of which one value has only some.
    pub is_shared: bool,
}

/// A function or function literal, by the body that it is in.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct FrameRef {
    /// The package.
    pub package: Arc<Package>,
    /// The function or variable around it.
    pub code: Code,
    /// The frame of the body: the function itself, or a literal in it.
    pub frame: FrameId,
}

/// Code with a body, in its package.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Code {
    /// A function.
    Function(FuncId),
    /// The initial values of a `var` spec: file, spec.
    Variable(u32, u32),
}

impl Code {
    /// The body; `None` if there is none, or if a part of it could not be parsed.
    pub fn body(self, package: &Package) -> Option<Arc<Body>> {
        let body = match self {
            Code::Function(id) => package.files.get(id.file as usize)?.body(id.function as usize),
            Code::Variable(file, spec) => package.files.get(file as usize)?.variable(spec as usize),
        };
        body.filter(|body| !body.is_damaged)
    }

    /// The scope of the body.
    pub fn scope(self, index: &Index, package: &Arc<Package>) -> Scope {
        match self {
            Code::Function(id) => Scope::of_function(index, &FuncRef { package: package.clone(), id }),
            Code::Variable(file, _) => Scope::of_file(package, file),
        }
    }
}

impl FrameRef {
    /// A function itself.
    pub fn of(function: &FuncRef) -> FrameRef {
        FrameRef { package: function.package.clone(), code: Code::Function(function.id), frame: OUTER }
    }

    /// The function that it is, or that is around it; `None` if it is in the initial value of a variable.
    pub fn function(&self) -> Option<FuncRef> {
        match self.code {
            Code::Function(id) => Some(FuncRef { package: self.package.clone(), id }),
            Code::Variable(..) => None,
        }
    }
}
