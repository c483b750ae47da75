//! Hover: on the callee of a call that acquires a response, who owns it, and what becomes of it.
//!
//!     **http.Get** returns an open response. `Fetch` owns it.
//!
//!     - line 12: closed: `defer resp.Body.Close()`
//!     - line 15: passed on: `return resp, nil`
//!     - line 9: returns with the body open

use super::outbox::Failure;
use super::state::{Server, cancelled};
use super::uri::path_of;
use crate::check::Ownership;
use crate::findings::messages::leak_label;
use crate::ground::source::Span;
use crate::task::Cancel;
use gen_lsp_types::HoverParams;
use serde_json::{Value, json};
use std::fmt::Write;

/// So many places are listed at most.
const MOST_PLACES: usize = 12;

/// The hover at a position; null if there is nothing to say. Fails if it is cancelled.
pub fn hover(server: &mut Server, params: &HoverParams, cancel: &Cancel) -> Result<Value, Failure> {
    let at = &params.text_document_position_params;
    let Some(path) = path_of(&at.text_document.uri) else {
        return Ok(Value::Null);
    };
    let encoding = server.client.encoding;
    let Some(offset) = server.documents.get(&path).map(|document| document.offset(at.position, encoding)) else {
        return Ok(Value::Null);
    };
    // The session answers about the files of its last check.
    server.fresh(&path, &at.text_document.uri, cancel).map_err(cancelled)?;
    let project = server.project_of(&path);
    let session = project.and_then(|at| server.projects[at].session());
    let known = session.and_then(|session| session.ownership_at(&path, u32::try_from(offset).unwrap_or(u32::MAX)));
    Ok(known.map_or(Value::Null, |known| {
        let kind = if server.client.markdown { "markdown" } else { "plaintext" };
        let contents = json!({ "kind": kind, "value": words(&known) });
        json!({ "contents": contents, "range": encoding.range(&known.source, known.callee) })
    }))
}

/// What is said of a response, as Markdown that can be read as it is.
fn words(known: &Ownership) -> String {
    let Ownership { source, callee, function, resource, is_guess, discharges, leaks } = known;
    let callee = first_line(source.slice(*callee));
    let owner = if discharges.iter().any(|discharge| discharge.is_escape) && leaks.is_empty() {
        "is passed on, and is owned by who gets it"
    } else {
        "is owned by this function"
    };
    let mut text = format!("`{callee}` returns an open {}. In `{function}` it {owner}.\n", resource.noun);
    if *is_guess {
        text.push_str("\nOnly the signature of the callee says that it is open: its source is not there.\n");
    }
    let line = |span: Span| source.line(span.start);
    let mut places: Vec<(usize, String)> = Vec::new();
    for discharge in discharges {
        let what = if discharge.is_escape { "passed on" } else { "closed" };
        places.push((line(discharge.span), format!("{what}: `{}`", first_line(source.slice(discharge.span)))));
    }
    for leak in leaks {
        places.push((line(leak.span), leak_label(leak.how, resource)));
    }
    places.sort();
    places.dedup();
    if places.is_empty() {
        text.push_str("\nNothing has to be closed here.\n");
    } else {
        text.push('\n');
    }
    for (line, what) in places.iter().take(MOST_PLACES) {
        let _ = writeln!(text, "- line {line}: {what}");
    }
    if places.len() > MOST_PLACES {
        let _ = writeln!(text, "- and {} more", places.len() - MOST_PLACES);
    }
    text
}

fn first_line(text: &str) -> &str {
    text.lines().next().unwrap_or("").trim_end()
}
