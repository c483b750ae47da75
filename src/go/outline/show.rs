//! Types and signatures -> Go text, for messages and for stubs that are made of the configuration.
//!
//!     TypeExpr::Map(string, Pointer(Qualified(http, Client)))  ->  map[string]*http.Client
//!
//! Lengths of arrays and variadic parameters are not kept in an outline: `[3]T` is shown as `[..]T`, `...T` as `[]T`.

use super::{MethodExpr, Param, Signature, TypeExpr};
use std::fmt::{self, Display, Formatter};

impl Display for TypeExpr {
    fn fmt(&self, out: &mut Formatter<'_>) -> fmt::Result {
        match self {
            TypeExpr::Name(name) => write!(out, "{name}"),
            TypeExpr::Qualified(package, name) => write!(out, "{package}.{name}"),
            TypeExpr::Pointer(inner) => write!(out, "*{inner}"),
            TypeExpr::Slice(element) => write!(out, "[]{element}"),
            TypeExpr::Array(element) => write!(out, "[..]{element}"),
            TypeExpr::Map(key, value) => write!(out, "map[{key}]{value}"),
            TypeExpr::Chan(element) => write!(out, "chan {element}"),
            TypeExpr::Func(signature) => write!(out, "func{signature}"),
            TypeExpr::Struct(fields) => {
                let field = |field: &super::FieldExpr| match field.is_embedded {
                    true => field.ty.to_string(),
                    false => format!("{} {}", field.name, field.ty),
                };
                write!(out, "struct{{{}}}", joined(fields.iter().map(field), "; "))
            }
            TypeExpr::Interface(methods, embedded) => {
                let method = |method: &MethodExpr| format!("{}{}", method.name, method.signature);
                let parts = methods.iter().map(method).chain(embedded.iter().map(TypeExpr::to_string));
                write!(out, "interface{{{}}}", joined(parts, "; "))
            }
            TypeExpr::Generic(base, args) => {
                write!(out, "{base}[{}]", joined(args.iter().map(TypeExpr::to_string), ", "))
            }
            TypeExpr::Union(parts) => write!(out, "{}", joined(parts.iter().map(TypeExpr::to_string), " | ")),
            TypeExpr::Unknown => write!(out, "?"),
        }
    }
}

/// Parameters and results: `(ctx context.Context, ids []int) (*Response, error)`. A variadic parameter is shown as a slice.
impl Display for Signature {
    fn fmt(&self, out: &mut Formatter<'_>) -> fmt::Result {
        let param = |param: &Param| match param.name.is_empty() {
            true => param.ty.to_string(),
            false => format!("{} {}", param.name, param.ty),
        };
        write!(out, "({})", joined(self.params.iter().map(param), ", "))?;
        match &self.results[..] {
            [] => Ok(()),
            [only] if only.name.is_empty() => write!(out, " {}", only.ty),
            results => write!(out, " ({})", joined(results.iter().map(param), ", ")),
        }
    }
}

fn joined(parts: impl Iterator<Item = String>, between: &str) -> String {
    parts.collect::<Vec<_>>().join(between)
}
