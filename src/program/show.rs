//! Types as Go text, with the names of their packages: `*http.Response`, `map[string]client.Pool[int]`.

use super::Type;
use crate::go::outline::TypeExpr;
use std::fmt::{self, Display, Formatter};

impl Display for Type {
    fn fmt(&self, out: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Type::Unknown => write!(out, "?"),
            Type::Basic(name) | Type::Param(name, _) => write!(out, "{name}"),
            Type::Named(named) => {
                write!(out, "{}.{}", named.package.name, named.name)?;
                if !named.args.is_empty() {
                    let args: Vec<String> = named.args.iter().map(Type::to_string).collect();
                    write!(out, "[{}]", args.join(", "))?;
                }
                Ok(())
            }
            Type::Pointer(inner) => write!(out, "*{inner}"),
            Type::Slice(element) => write!(out, "[]{element}"),
            Type::Array(element) => write!(out, "[..]{element}"),
            Type::Map(pair) => write!(out, "map[{}]{}", pair.0, pair.1),
            Type::Chan(element) => write!(out, "chan {element}"),
            Type::Func(func) => write!(out, "func{}", func.signature),
            Type::Struct(parts) => write!(out, "{}", TypeExpr::Struct(parts.fields.clone())),
            Type::Interface(parts) => {
                write!(out, "{}", TypeExpr::Interface(parts.methods.clone(), parts.embedded.clone()))
            }
        }
    }
}
