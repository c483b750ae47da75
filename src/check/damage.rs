//! The problems of declarations that were not understood as a whole.
//!
//!     func f( {     warning: a declaration could not be parsed; what is inside it is not checked
//!
//! They are reported where the text shows the damage, and where a damaged declaration acquires a response. Both come out the same
//! whether calls are followed on demand or by candidate names.

use crate::go::lower;
use crate::go::outline::{DEEPEST_TYPE, Flaw};
use crate::ground::problem::{Problem, ProblemKind};
use crate::ground::source::Span;
use crate::program::File;

/// The problem of a declaration that was not understood as a whole.
pub(super) fn flaw_at(file: &File, span: Span, flaw: Flaw) -> Problem {
    let position = file.source.position(span.start);
    Problem {
        path: file.source.shown.to_string(),
        position: Some((position.line, position.column)),
        kind: if flaw == Flaw::DeepType { ProblemKind::GivenUp } else { ProblemKind::Syntax },
        message: message_of(flaw),
    }
}

/// Adds the problems of all declarations of a file that were not understood as a whole.
pub(super) fn damage(file: &File, problems: &mut Vec<Problem>) {
    let mut damaged = file.damaged();
    damaged.sort_unstable();
    damaged.dedup_by_key(|(span, _)| *span);
    problems.extend(damaged.into_iter().map(|(span, flaw)| flaw_at(file, span, flaw)));
}

fn message_of(flaw: Flaw) -> String {
    let unchecked = "what is inside it is not checked";
    match flaw {
        Flaw::Syntax => format!("a declaration could not be parsed; {unchecked}"),
        Flaw::Depth => format!("a declaration is nested more than {} levels deep; {unchecked}", lower::DEEPEST),
        Flaw::Names => format!(
            "a declaration has a piece of unknown syntax with more than {} parts; {unchecked}",
            lower::MOST_MENTIONED
        ),
        Flaw::DeepType => format!("a type is nested more than {DEEPEST_TYPE} levels deep; the rest of it is unknown"),
    }
}
