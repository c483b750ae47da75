//! What the analysis sees, for people who work on it: `debug body`, `debug paths`, `debug type`.

use crate::check::{Task, find_file, index_for};
use crate::index::{FuncId, FuncRef, Index};
use std::path::Path;
use std::sync::Arc;

/// The event graph of `FILE:FUNC`, where FUNC is `Fetch`, `Client.Fetch` or `(*Client).Fetch`. Fails with a sentence that says
/// which part was not found.
pub fn body(file_and_function: &str) -> Result<String, String> {
    let index = index_for(&Task::default());
    let function = find_function(&index, file_and_function)?;
    let body = function.body().ok_or_else(|| format!("{file_and_function} has no body"))?;
    Ok(body.to_string())
}

/// The paths that were followed through `FILE:FUNC`.
pub fn paths(_file_and_function: &str) -> Result<String, String> {
    Err("debug paths is not available in this build".to_string())
}

/// The type of the expression at `FILE:LINE:COL`.
pub fn type_at(_place: &str) -> Result<String, String> {
    Err("debug type is not available in this build".to_string())
}

fn find_function(index: &Index, file_and_function: &str) -> Result<FuncRef, String> {
    let (file, name) = file_and_function.rsplit_once(':').ok_or_else(|| {
        format!("`{file_and_function}`: write FILE:FUNC, such as client.go:Fetch or client.go:Client.Fetch")
    })?;
    let (package, number) = find_file(index, Path::new(file)).ok_or_else(|| format!("{file}: no such Go file"))?;
    let wanted = name.replace(['(', ')', '*'], "");
    let functions = &package.files[number as usize].outline.functions;
    let matches = |decl: &crate::outline::FuncDecl| {
        let full = crate::lower::display_name(decl).replace(['(', ')', '*'], "");
        full == wanted || decl.name == wanted
    };
    let position = functions.iter().position(matches).ok_or_else(|| format!("{file} declares no function `{name}`"))?;
    let id = FuncId { file: number, function: u32::try_from(position).unwrap_or(u32::MAX) };
    Ok(FuncRef { package: Arc::clone(&package), id })
}
