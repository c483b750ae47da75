//! The problems of declarations that were not understood as a whole.
//!
//!     func f( {     warning: a declaration could not be parsed; what is inside it is not checked
//!
//! They are reported where the text shows the damage, and where a damaged declaration acquires a response. Both come out the same
//! whether calls are followed on demand or by candidate names.

use crate::go::lower;
use crate::go::outline::{DEEPEST_TYPE, Flaw};
use crate::go::syntax::{Bodies, ErrorKind, SyntaxError, first_error};
use crate::go::tree::LARGEST_PARSED;
use crate::ground::problem::{Problem, ProblemKind};
use crate::ground::source::Span;
use crate::program::File;
use crate::task::Reading;

/// The problem of a declaration that was not understood as a whole.
pub(super) fn flaw_at(file: &File, span: Span, flaw: Flaw) -> Problem {
    let position = file.source.position(span.start);
    Problem {
        path: file.source.shown.to_string(),
        position: Some((position.line, position.column)),
        kind: if matches!(flaw, Flaw::DeepType | Flaw::Size) { ProblemKind::GivenUp } else { ProblemKind::Syntax },
        message: message_of(flaw),
    }
}

/// Adds the problems of a file that is no Go: all of its declarations that were not understood as a whole, and the first place at which
/// gofmt would refuse it, if that is in none of them. If the file is read as a whole, its bodies are too, and Go that is not
/// understood is a problem.
pub(super) fn damage(file: &File, reading: Reading, may_be_damaged: bool, problems: &mut Vec<Problem>) {
    problems.extend(too_large(file).map(|span| flaw_at(file, span, Flaw::Size)));
    let bodies = if reading == Reading::Whole { Bodies::Read } else { Bodies::Skimmed };
    let error = if may_be_damaged { error_of(file, bodies) } else { None };
    if error.is_none() && reading != Reading::Whole {
        return;
    }
    file.parse_all();
    let mut damaged = file.damaged();
    damaged.sort_unstable();
    damaged.dedup_by_key(|(span, _)| *span);
    let is_reported = |error: &SyntaxError| damaged.iter().any(|(span, flaw)| is_error_of(error, *span, *flaw));
    let error = error.filter(|error| !is_reported(error)).map(|error| error_at(file, error));
    problems.extend(damaged.iter().map(|(span, flaw)| flaw_at(file, *span, *flaw)).chain(error));
}

/// The functions and variables that are not parsed because of their size.
fn too_large(file: &File) -> impl Iterator<Item = Span> {
    let items = file.items();
    let functions = items.functions.iter().filter(|row| row.body.is_some()).map(|row| row.whole);
    let all = functions.chain(items.variables.iter().map(|row| row.spec));
    all.filter(|span| span.range().len() > LARGEST_PARSED)
}

/// The first place at which a file is no Go.
fn error_of(file: &File, bodies: Bodies) -> Option<SyntaxError> {
    let broken = file.source.first_replaced().map(|at| SyntaxError { at, kind: ErrorKind::NotUtf8 });
    match first_error(file.source.text().as_bytes(), bodies) {
        Some(error) if error.kind == ErrorKind::Utf16 => Some(error),
        error => error.into_iter().chain(broken).min_by_key(|error| error.at),
    }
}

/// Whether a declaration is damaged because of an error, which is in it or directly behind it.
fn is_error_of(error: &SyntaxError, span: Span, flaw: Flaw) -> bool {
    flaw == Flaw::Syntax && (span.range().contains(&error.at) || span.range().end == error.at)
}

/// The problem of the first place at which a file is no Go.
fn error_at(file: &File, error: SyntaxError) -> Problem {
    let position = file.source.position(Span::new(error.at, error.at).start);
    let message = match error.kind {
        ErrorKind::NoPackage => "there is no package clause; what follows may not be checked",
        ErrorKind::Utf16 => "the file is UTF-16 and no UTF-8; it is not checked",
        ErrorKind::NotUtf8 => "bytes that are no UTF-8; the code around them may not be checked",
        ErrorKind::Unclosed => {
            "something has no end here, a string, comment or bracket; what follows may not be checked"
        }
        ErrorKind::Token => "the code is no Go here; what follows may not be checked",
    };
    Problem {
        path: file.source.shown.to_string(),
        position: Some((position.line, position.column)),
        kind: ProblemKind::Syntax,
        message: message.to_string(),
    }
}

fn message_of(flaw: Flaw) -> String {
    let unchecked = "what is inside it is not checked";
    match flaw {
        Flaw::Syntax => format!("a declaration could not be parsed; {unchecked}"),
        Flaw::Size => format!("a declaration is larger than {} MiB; {unchecked}", LARGEST_PARSED >> 20),
        Flaw::Depth => format!("a declaration is nested more than {} levels deep; {unchecked}", lower::DEEPEST),
        Flaw::Names => format!(
            "a declaration has a piece of unknown syntax with more than {} parts; {unchecked}",
            lower::MOST_MENTIONED
        ),
        Flaw::DeepType => format!("a type is nested more than {DEEPEST_TYPE} levels deep; the rest of it is unknown"),
    }
}
