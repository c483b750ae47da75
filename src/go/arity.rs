//! Arities: with how many arguments a function can be called, how many results it has, and what its first parameters take.
//!
//!     func (c *Client) Do(req *Request) (*Response, error)    1 argument, a pointer; 2 results
//!
//! Two functions of one name often differ in their arity; the search for candidates compares it before it reads either. It is
//! read from the types as they are written, so a named type says nothing.

use crate::go::outline::{Signature, TypeExpr};

/// The arguments that a function takes and the number of its results, as far as they are known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Arity {
    /// The number of parameters; `None` if any number fits.
    pub params: Option<u16>,
    /// The number of results; `None` if any number fits.
    pub results: Option<u16>,
    /// The values that the first parameters take.
    pub takes: [Takes; MOST_TAKES],
}

/// The number of parameters of which an arity says what they take.
pub const MOST_TAKES: usize = 4;

/// The values that a parameter takes, by the type that is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Takes {
    /// Not known: a type name may stand for any type.
    #[default]
    Anything,
    /// `string`.
    Text,
    /// `*T`.
    Pointer,
}

impl Takes {
    /// The values that a parameter of a type takes.
    pub fn by_type(ty: &TypeExpr) -> Takes {
        match ty {
            TypeExpr::Pointer(_) => Takes::Pointer,
            TypeExpr::Name(name) if name == "string" => Takes::Text,
            _ => Takes::Anything,
        }
    }
}

impl Arity {
    /// The arity that fits every call.
    pub const ANY: Arity = Arity { params: None, results: None, takes: [Takes::Anything; MOST_TAKES] };

    /// The arity of functions with a signature.
    pub fn of(signature: &Signature) -> Arity {
        let count = |len: usize| u16::try_from(len).ok();
        let mut takes = [Takes::Anything; MOST_TAKES];
        if !signature.is_variadic {
            for (slot, param) in takes.iter_mut().zip(&signature.params) {
                *slot = Takes::by_type(&param.ty);
            }
        }
        let params = if signature.is_variadic { None } else { count(signature.params.len()) };
        Arity { params, results: count(signature.results.len()), takes }
    }
}
