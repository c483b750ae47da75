//! The candidates that declarations make: functions, methods, fields and variables whose types name a response.
//!
//!     func open(u string) (*http.Response, error)     `open`
//!     type fetcher func(string) (*http.Response, error)    the type, and with it `fetch`:
//!     type client struct{ fetch fetcher }
//!
//! Types are compared as they are written, word by word; bodies are not looked at.

use super::set::{CandidateType, NewCandidate};
use crate::go::arity::Arity;
use crate::go::lex::{has_word, is_alone, word_at};
use crate::go::names::hash;
use crate::go::outline::{Name, TypeExpr};
use crate::ground::source::Span;
use crate::meaning::resource::{is_iterator_as_written, is_made_by, is_named_in, is_returned_as_written};
use crate::program::File;
use rustc_hash::FxHashMap;
use std::path::Path;

/// Words that stand for types in declarations.
#[derive(Clone)]
pub(super) struct TypeWords<'a> {
    /// How responses are written.
    pub(super) responses: Vec<&'a str>,
    /// Types of functions that return ownership of a response.
    pub(super) functions: Vec<&'a str>,
    /// Types of the package that may hold a response or its body: `reply` for `type reply struct{ Body io.ReadCloser }`. What functions
    /// in variables and fields return of these is found by their values.
    pub(super) holders: Vec<&'a str>,
    /// All of them by their last word, if there are many.
    by_last: Option<FxHashMap<&'a [u8], Vec<&'a str>>>,
}

/// From this number of words on, a text is taken apart once rather than searched for each of them.
const MANY_WORDS: usize = 4;

impl<'a> TypeWords<'a> {
    /// These words.
    pub(super) fn new(responses: Vec<&'a str>, functions: Vec<&'a str>, holders: Vec<&'a str>) -> TypeWords<'a> {
        let words = || responses.iter().chain(&functions).chain(&holders).copied();
        let by_last = (words().count() > MANY_WORDS).then(|| {
            let mut by_last: FxHashMap<&[u8], Vec<&str>> = FxHashMap::default();
            for word in words() {
                let last = word.rsplit('.').next().unwrap_or(word);
                by_last.entry(last.as_bytes()).or_default().push(word);
            }
            by_last
        });
        TypeWords { responses, functions, holders, by_last }
    }

    /// Whether one of them stands in a text.
    pub(super) fn are_in(&self, text: &str) -> bool {
        let text = text.as_bytes();
        let Some(by_last) = &self.by_last else {
            let mut words = self.responses.iter().chain(&self.functions).chain(&self.holders);
            return words.any(|word| has_word(text, word.as_bytes()));
        };
        let is_there = |start: usize, end: usize| {
            let words = by_last.get(&text[start..end]).into_iter().flatten();
            words.into_iter().any(|word| {
                let whole = end.checked_sub(word.len());
                whole.is_some_and(|at| text[at..end] == *word.as_bytes() && is_alone(text, at, word.as_bytes()))
            })
        };
        let mut at = 0;
        while at < text.len() {
            let word = word_at(text, at).len();
            if word > 0 && is_there(at, at + word) {
                return true;
            }
            at += word.max(1);
        }
        false
    }

    /// Whether values of a type are, or hold, functions that return ownership of a response.
    fn are_made_by(&self, expr: &TypeExpr) -> bool {
        is_made_by(expr, &self.responses, &self.functions) || is_made_by(expr, &self.holders, &[])
    }

    /// These words, and type parameters: an instance may be one of responses.
    fn with_params<'b>(&'b self, params: &'b [(Name, TypeExpr)]) -> TypeWords<'b> {
        let mut words = self.clone();
        words.responses.extend(params.iter().map(|(name, _)| name.as_str()));
        words
    }
}

/// Adds the candidates of the declarations of a file that name one of the words.
pub(super) fn declared_by(file: &File, words: &TypeWords, folder: &Path, found: &mut Vec<NewCandidate>) {
    functions(file, words, found);
    types(file, words, folder, found);
    variables(file, words, found);
}

fn functions(file: &File, words: &TypeWords, found: &mut Vec<NewCandidate>) {
    let items = file.items();
    let text = file.source.text();
    let heads = items.functions.iter().map(|row| row.without_body(text).first().copied().unwrap_or(row.whole));
    for (number, head) in heads.enumerate() {
        let row = &items.functions[number];
        let is_generic = is_followed_by_bracket(text, row.name)
            || row.receiver.is_some_and(|name| is_followed_by_bracket(text, name));
        if !is_generic && !words.are_in(file.source.slice(head)) {
            continue;
        }
        let decl = file.function(number);
        let of_receiver = if is_generic { decl.receiver_type_params() } else { Vec::new() };
        let own = decl.signature.type_params.iter().map(|(name, _)| name);
        let params: Vec<&str> = of_receiver.iter().chain(own).map(|name| name.as_str()).collect();
        let results = &decl.signature.results;
        if is_returned_as_written(results, &params) || is_iterator_as_written(&decl.signature, &words.responses) {
            NewCandidate::push_function(decl, Arity::of(&decl.signature), NewCandidate::Name, found);
            continue;
        }
        // By its signature a function without an error returns no ownership; its body decides later.
        if results.iter().any(|result| words.are_made_by(&result.ty)) {
            NewCandidate::push_function(decl, Arity::ANY, NewCandidate::Name, found);
        } else if is_returned_as_written(results, &words.responses) {
            NewCandidate::push_function(decl, Arity::of(&decl.signature), NewCandidate::Name, found);
        }
    }
}

fn types(file: &File, words: &TypeWords, folder: &Path, found: &mut Vec<NewCandidate>) {
    for (number, row) in file.items().types.iter().enumerate() {
        let is_generic = row.names.first().is_some_and(|name| is_followed_by_bracket(file.source.text(), *name));
        if !is_generic && !words.are_in(file.source.slice(row.spec)) {
            continue;
        }
        let decl = file.type_decl(number);
        if is_generic && !decl.params.is_empty() {
            members(&decl.expr, &words.with_params(&decl.params), found);
        }
        let makes_responses = words.are_made_by(&decl.expr);
        let is_response = !makes_responses && decl.is_alias && is_named_in(&decl.expr, &words.responses);
        if is_response || makes_responses {
            found.push(NewCandidate::Type(CandidateType {
                name: decl.name.clone(),
                folder: folder.to_path_buf(),
                is_response,
            }));
        }
        members(&decl.expr, words, found);
    }
}

fn variables(file: &File, words: &TypeWords, found: &mut Vec<NewCandidate>) {
    for (number, row) in file.items().variables.iter().enumerate() {
        if !words.are_in(file.source.slice(row.spec)) {
            continue;
        }
        let decl = file.var_decl(number);
        if decl.ty.as_ref().is_none_or(|ty| words.are_made_by(ty)) {
            found.extend(decl.names.iter().flat_map(|name| NewCandidate::variable(name.as_bytes())));
        }
        if let Some(ty) = &decl.ty {
            members(ty, words, found);
        }
    }
}

/// Whether a name is followed by a bracket with something in it: by type parameters, not by `[]`.
fn is_followed_by_bracket(text: &str, name: Span) -> bool {
    let rest = text.get(name.end as usize..).unwrap_or_default();
    rest.starts_with('[') && !rest.starts_with("[]")
}

/// The types of a file that may hold a response, or its body in another form, as they are written.
pub(super) fn holders<'a>(file: &'a File, responses: &[String]) -> Vec<&'a str> {
    let holds = |spec: &str| {
        let mut words = responses.iter().map(String::as_str).chain(["ReadCloser"]);
        words.any(|word| has_word(spec.as_bytes(), word.as_bytes()))
    };
    let rows = file.items().types.iter().filter(|row| holds(file.source.slice(row.spec)));
    rows.filter_map(|row| Some(file.source.slice(*row.names.first()?))).collect()
}

/// Methods of interfaces and fields of function type, at any depth of a type.
fn members(expr: &TypeExpr, words: &TypeWords, found: &mut Vec<NewCandidate>) {
    match expr {
        TypeExpr::Struct(fields) => {
            for field in fields.iter() {
                if words.are_made_by(&field.ty) {
                    found.push(NewCandidate::Name(hash(field.name.as_bytes()), Arity::ANY));
                }
                members(&field.ty, words, found);
            }
        }
        TypeExpr::Interface(methods, _) => {
            let returning =
                methods.iter().filter(|method| is_returned_as_written(&method.signature.results, &words.responses));
            found.extend(
                returning.map(|method| NewCandidate::Name(hash(method.name.as_bytes()), Arity::of(&method.signature))),
            );
        }
        TypeExpr::Pointer(inner) | TypeExpr::Slice(inner) | TypeExpr::Array(inner) | TypeExpr::Chan(inner) => {
            members(inner, words, found)
        }
        TypeExpr::Map(_, value) => members(value, words, found),
        _ => {}
    }
}
