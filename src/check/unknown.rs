//! Packages that are not found, and whose functions return responses: the list by which the stubs grow.
//!
//!     resp, err := sdk.Fetch(u)     `sdk` is not here; nothing is said of this call
//!     resp.StatusCode, resp.Body    but it is used as a response
//!
//! The check does not look for them: it follows only the calls that may acquire. Packages that take a response are noted where that
//! happens; see `Explored::taken_by`.

use super::index_for;
use crate::go::body::EventKind;
use crate::go::lex::has_word;
use crate::ground::source::GoFile;
use crate::ground::stack;
use crate::program::resolve::Resolver;
use crate::program::{File, FuncId, FuncRef, Index, Package, Scope, absolute_folder};
use crate::task::Task;
use rayon::prelude::*;
use std::collections::BTreeMap;
use std::sync::Arc;

/// How many calls in the files of a task return what is used as a response, by the import path of the package that is not found and
/// from which the callee comes.
pub fn returning_packages(task: &Task) -> BTreeMap<String, u64> {
    let index = index_for(task);
    let of_file = |file: &GoFile| in_file(&index, file).unwrap_or_default();
    let parts: Vec<Vec<String>> = stack::on_large(|| task.report.par_iter().map(of_file).collect());
    let mut all = BTreeMap::new();
    for path in parts.into_iter().flatten() {
        *all.entry(path).or_default() += 1;
    }
    all
}

/// One path for each such call in a file; `None` if the file cannot be read.
fn in_file(index: &Index, file: &GoFile) -> Option<Vec<String>> {
    let (package, number) = index.file_in(&absolute_folder(&file.path)?, &file.path)?;
    let content = &package.files[number as usize];
    let folder = package.folder.as_deref();
    let mut imports = content.imports().iter();
    if !imports.any(|import| index.import(folder, &import.path).is_none()) {
        return Some(Vec::new());
    }
    let functions = (0..content.function_count()).filter(|function| names_body(content, *function));
    Some(functions.flat_map(|function| in_function(index, &package, number, function)).collect())
}

/// Whether a function uses a field of that name, without which nothing is a response.
fn names_body(file: &File, function: usize) -> bool {
    let whole = file.items().functions[function].whole;
    has_word(file.source.slice(whole).as_bytes(), b"Body")
}

fn in_function(index: &Index, package: &Arc<Package>, file: u32, function: usize) -> Vec<String> {
    let Some(body) = package.files[file as usize].body_once(function) else {
        return Vec::new();
    };
    let id = FuncId { file, function: u32::try_from(function).unwrap_or(u32::MAX) };
    let function = FuncRef { package: package.clone(), id };
    let resolver = Resolver::new(index, &body, Scope::of_function(index, &function));
    let events = body.blocks.iter().flat_map(|block| &block.events);
    let calls = events.filter_map(|event| match &event.kind {
        EventKind::Call(call) => Some(call),
        _ => None,
    });
    calls
        .filter_map(|call| resolver.unseen_package(call).filter(|_| resolver.is_result_used_as_response(call)))
        .map(|path| path.to_string())
        .collect()
}
