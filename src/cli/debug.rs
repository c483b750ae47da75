//! The commands `debug body`, `debug paths`, `debug type` and `debug stubs`, which show intermediate results to developers of the analysis.
//!
//!     bodyguard debug paths client.go:Fetch

mod paths;
mod stubs;
mod types;

use crate::check::index_for;
use crate::go::body::Body;
use crate::ground::source::Span;
use crate::ground::stack;
use crate::leak::Analysis;
use crate::program::resolve::Resolver;
use crate::program::{FuncId, FuncRef, Index, Scope};
use crate::task::Task;
use std::path::Path;
use std::sync::Arc;

/// The event graph of `FILE:FUNC`, where FUNC is `Fetch`, `Client.Fetch` or `(*Client).Fetch`, as text. Fails with a sentence that
/// says which part was not found.
pub fn body(file_and_function: &str) -> Result<String, String> {
    stack::on_large(|| body_here(file_and_function))
}

fn body_here(file_and_function: &str) -> Result<String, String> {
    let index = index_for(&Task::default());
    let function = find_function(&index, file_and_function)?;
    let body = function.body().ok_or_else(|| format!("{file_and_function} has no body"))?;
    Ok(body.to_string())
}

/// The nodes of the walk for each response of `FILE:FUNC`, and its result, as text. Fails like [`body`].
///
///     http.Get at client.go:12:15, event 2 of b0
///       n0           b0     waiting
///       n1 <- n0     b2     open        resp: response; err: nil
///       leaks at client.go:16:3: returns with the body open
pub fn paths(file_and_function: &str) -> Result<String, String> {
    stack::on_large(|| paths_here(file_and_function))
}

fn paths_here(file_and_function: &str) -> Result<String, String> {
    let index = index_for(&Task::default());
    let function = find_function(&index, file_and_function)?;
    let body = function.body().ok_or_else(|| format!("{file_and_function} has no body"))?;
    let analysis = Analysis::new(&index, false, &[]);
    let scope = Scope::of_function(&index, &function);
    let resolver = Resolver::new(&index, &body, scope);
    let mut text = paths::of_body(&analysis, &resolver, &function.file().source);
    if text.is_empty() {
        text = "no call acquires a response\n".to_string();
    }
    Ok(text)
}

/// The type of the expression at `FILE:LINE:COL` (1-based, the column in bytes), and for a call its callee, as text. Fails with a
/// sentence if there is no expression of a function.
pub fn type_at(place: &str) -> Result<String, String> {
    stack::on_large(|| type_here(place))
}

fn type_here(place: &str) -> Result<String, String> {
    let misread = || format!("`{place}`: write FILE:LINE:COL, such as client.go:12:15");
    let mut parts = place.rsplitn(3, ':');
    let column: usize = parts.next().and_then(|text| text.parse().ok()).ok_or_else(misread)?;
    let line: usize = parts.next().and_then(|text| text.parse().ok()).ok_or_else(misread)?;
    let file = parts.next().ok_or_else(misread)?;
    let index = index_for(&Task::default());
    let (package, number) = index.file_at(Path::new(file)).ok_or_else(|| format!("{file}: no such Go file"))?;
    let content = &package.files[number as usize];
    let length = content.source.line_text(line).len();
    if line == 0 || column == 0 || line > content.source.line_count() || column > length + 1 {
        return Err(format!("{file} has no column {column} in line {line}"));
    }
    let offset = content.source.line_start(line) + u32::try_from(column - 1).unwrap_or(u32::MAX);
    let covers = |span: Span| span.start <= offset && offset < span.end;
    let analysis = Analysis::new(&index, false, &[]);
    let known = |body: &Body, scope: Scope| {
        let resolver = Resolver::new(&index, body, scope);
        types::at(&analysis, &resolver, &content.source, offset)
    };
    let function = content.items().functions.iter().position(|row| covers(row.whole));
    let variable = content.items().variables.iter().position(|row| covers(row.spec));
    let found = match (function, variable) {
        (Some(position), _) => {
            let id = FuncId { file: number, function: u32::try_from(position).unwrap_or(u32::MAX) };
            let function = FuncRef { package: package.clone(), id };
            function.body().and_then(|body| known(&body, Scope::of_function(&index, &function)))
        }
        (None, Some(position)) => {
            content.variable(position).and_then(|body| known(&body, Scope::of_file(&package, number)))
        }
        (None, None) => None,
    };
    found.ok_or_else(|| format!("{place}: no expression of a function here"))
}

/// The functions of the binary's stubs that the source of their libraries contradicts, as text: for the libraries that Go files below
/// the paths import and whose source is at hand. Fails with a sentence if a path does not exist.
pub fn stubs(paths: &[String]) -> Result<String, String> {
    stack::on_large(|| stubs::contradictions(paths))
}

fn find_function(index: &Index, file_and_function: &str) -> Result<FuncRef, String> {
    let (file, name) = file_and_function.rsplit_once(':').ok_or_else(|| {
        format!("`{file_and_function}`: write FILE:FUNC, such as client.go:Fetch or client.go:Client.Fetch")
    })?;
    let (package, number) = index.file_at(Path::new(file)).ok_or_else(|| format!("{file}: no such Go file"))?;
    let wanted = name.replace(['(', ')', '*'], "");
    let content = &package.files[number as usize];
    let matches = |decl: &crate::go::outline::FuncDecl| {
        let full = crate::go::lower::display_name(decl).replace(['(', ')', '*'], "");
        full == wanted || decl.name == wanted
    };
    let position = (0..content.function_count())
        .position(|number| matches(content.function(number)))
        .ok_or_else(|| format!("{file} declares no function `{name}`"))?;
    let id = FuncId { file: number, function: u32::try_from(position).unwrap_or(u32::MAX) };
    Ok(FuncRef { package: Arc::clone(&package), id })
}
