//! How a function can be called: the number of its arguments and results, and what its first parameters take.
//!
//!     func (c *Client) Do(req *Request) (*Response, error)    1 argument, a pointer; 2 results

use crate::go::outline::{Signature, TypeExpr};

/// How a function can be called: its arguments and the number of results, as far as they are known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Arity {
    /// The number of parameters; `None` if any number fits.
    pub params: Option<u16>,
    /// The number of results; `None` if any number fits.
    pub results: Option<u16>,
    /// What the first parameters take.
    pub takes: [Takes; MOST_TAKES],
}

/// Of so many parameters it is known what they take.
pub const MOST_TAKES: usize = 4;

/// What can be handed to a parameter, by the way its type is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Takes {
    /// Not known: a name may stand for any type.
    #[default]
    Anything,
    /// `string`.
    Text,
    /// `*T`.
    Pointer,
}

impl Takes {
    /// What a parameter of a type takes.
    pub fn by_type(ty: &TypeExpr) -> Takes {
        match ty {
            TypeExpr::Pointer(_) => Takes::Pointer,
            TypeExpr::Name(name) if name == "string" => Takes::Text,
            _ => Takes::Anything,
        }
    }
}

impl Arity {
    /// Fits every call.
    pub const ANY: Arity = Arity { params: None, results: None, takes: [Takes::Anything; MOST_TAKES] };

    /// How functions with a signature can be called.
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
