//! What declarations make hot: functions, methods, fields and variables whose types name a response.

use super::HotType;
use super::rounds::{Found, declare, variable};
use crate::index::File;
use crate::outline::{Param, TypeExpr};
use crate::scan::{Arity, has_word, hash};
use std::path::Path;

/// Words that stand for types in declarations.
pub(super) struct Words<'a> {
    /// How responses are written.
    pub(super) responses: Vec<&'a str>,
    /// Types of functions that hand over a response.
    pub(super) functions: Vec<&'a str>,
}

impl Words<'_> {
    /// Whether one of them stands in a text.
    pub(super) fn are_in(&self, text: &str) -> bool {
        let mut words = self.responses.iter().chain(&self.functions);
        words.any(|word| has_word(text.as_bytes(), word.as_bytes()))
    }
}

/// What the declarations of a file that name one of the words make hot.
pub(super) fn declared_by(file: &File, words: &Words, folder: &Path, found: &mut Vec<Found>) {
    let items = file.items();
    let text = &file.source.text;
    let heads = items.functions.iter().map(|row| row.without_body(text).first().copied().unwrap_or(row.whole));
    for (number, head) in heads.enumerate() {
        if !words.are_in(file.source.slice(head)) {
            continue;
        }
        let decl = file.function(number);
        let results = &decl.signature.results;
        // By its signature a function without an error hands over nothing; its body is asked later.
        if results.iter().any(|result| makes_responses(&result.ty, words)) {
            declare(decl, Arity::ANY, Found::Name, found);
        } else if returns_response(results, words) {
            declare(decl, Arity::of(&decl.signature), Found::Name, found);
        }
    }
    for (number, row) in items.types.iter().enumerate() {
        if !words.are_in(file.source.slice(row.spec)) {
            continue;
        }
        let decl = file.type_decl(number);
        let makes_responses = makes_responses(&decl.expr, words);
        let is_response = !makes_responses && decl.is_alias && names_response(&decl.expr, words);
        if is_response || makes_responses {
            found.push(Found::Type(HotType { name: decl.name.clone(), folder: folder.to_path_buf(), is_response }));
        }
        members(&decl.expr, words, found);
    }
    for (number, row) in items.variables.iter().enumerate() {
        if !words.are_in(file.source.slice(row.spec)) {
            continue;
        }
        let decl = file.var_decl(number);
        if decl.ty.as_ref().is_none_or(|ty| makes_responses(ty, words)) {
            found.extend(decl.names.iter().flat_map(|name| variable(name.as_bytes())));
        }
        if let Some(ty) = &decl.ty {
            members(ty, words, found);
        }
    }
}

/// Methods of interfaces and fields of function type, at any depth of a type.
fn members(expr: &TypeExpr, words: &Words, found: &mut Vec<Found>) {
    match expr {
        TypeExpr::Struct(fields) => {
            for field in fields.iter() {
                if makes_responses(&field.ty, words) {
                    found.push(Found::Name(hash(field.name.as_bytes()), Arity::ANY));
                }
                members(&field.ty, words, found);
            }
        }
        TypeExpr::Interface(methods, _) => {
            let handing = methods.iter().filter(|method| returns_response(&method.signature.results, words));
            found.extend(handing.map(|method| Found::Name(hash(method.name.as_bytes()), Arity::of(&method.signature))));
        }
        TypeExpr::Pointer(inner) | TypeExpr::Slice(inner) | TypeExpr::Chan(inner) => members(inner, words, found),
        TypeExpr::Map(_, value) => members(value, words, found),
        _ => {}
    }
}

/// Whether results hold a response and end with an error.
fn returns_response(results: &[Param], words: &Words) -> bool {
    let has_error = results.last().is_some_and(|last| matches!(&last.ty, TypeExpr::Name(name) if name == "error"));
    has_error && results.iter().any(|result| names_response(&result.ty, words))
}

/// Whether values of a type are, or hold, functions that hand over a response.
fn makes_responses(expr: &TypeExpr, words: &Words) -> bool {
    match expr {
        TypeExpr::Func(signature) => {
            let results = &signature.results;
            results.iter().any(|result| names_response(&result.ty, words) || makes_responses(&result.ty, words))
        }
        TypeExpr::Name(name) | TypeExpr::Qualified(_, name) => words.functions.contains(&name.as_str()),
        TypeExpr::Pointer(inner) | TypeExpr::Slice(inner) | TypeExpr::Chan(inner) => makes_responses(inner, words),
        TypeExpr::Map(_, value) => makes_responses(value, words),
        TypeExpr::Generic(base, args) => {
            makes_responses(base, words) || args.iter().any(|arg| makes_responses(arg, words))
        }
        _ => false,
    }
}

/// Whether a type names a response anywhere.
fn names_response(expr: &TypeExpr, words: &Words) -> bool {
    let inside = |expr: &TypeExpr| names_response(expr, words);
    match expr {
        TypeExpr::Name(name) => words.responses.contains(&name.as_str()),
        TypeExpr::Qualified(package, name) => words.responses.iter().any(|word| match word.split_once('.') {
            Some((qualifier, word)) => package == qualifier && name == word,
            None => name == word,
        }),
        TypeExpr::Pointer(inner) | TypeExpr::Slice(inner) | TypeExpr::Chan(inner) => inside(inner),
        TypeExpr::Map(key, value) => inside(key) || inside(value),
        TypeExpr::Func(signature) => signature.results.iter().any(|result| inside(&result.ty)),
        TypeExpr::Struct(fields) => fields.iter().any(|field| inside(&field.ty)),
        TypeExpr::Generic(base, args) => inside(base) || args.iter().any(inside),
        TypeExpr::Union(parts) => parts.iter().any(inside),
        TypeExpr::Interface(methods, _) => {
            methods.iter().any(|method| method.signature.results.iter().any(|result| inside(&result.ty)))
        }
        TypeExpr::Unknown => false,
    }
}
