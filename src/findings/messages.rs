//! The sentences of findings: messages, labels of steps, help.
//!
//!     message(Rule::NeverClosed, &RESOURCES[0], "http.Get")   // response body of http.Get is never closed
//!
//! The nouns are those of the [`Resource`]. Reports lay these sentences out and add none of their own.

use crate::findings::finding::{Blame, Confidence, Dependency, Finding, Witness};
use crate::findings::rule::Rule;
use crate::ground::source::{Source, Span};
use crate::leak::{LeakKind, OpenExit, PathCondition, Release};
use crate::meaning::resource::{RESOURCES, Resource};
use crate::program::FuncRef;

/// The message of a finding: one sentence without a full stop.
pub fn message(rule: Rule, resource: &Resource, callee: &str) -> String {
    let Resource { noun, open_noun, part, .. } = resource;
    let is_open = match resource.closer {
        Some(_) => format!("its {part} is open"),
        None => "it is open".to_string(),
    };
    match rule {
        Rule::NeverClosed => format!("{open_noun} of {callee} is never closed"),
        Rule::LeaksOnPath => format!("{open_noun} of {callee} is not closed on all paths"),
        Rule::DiscardedResponse => match resource.closer {
            Some(_) => format!("{noun} of {callee} is discarded with its {part} open"),
            None => format!("{noun} of {callee} is discarded without a close"),
        },
        Rule::OverwrittenResponse => format!("{noun} of {callee} is overwritten while {is_open}"),
        Rule::DeferInLoop => {
            format!(
                "{open_noun} of {callee} is closed only when the function returns, not in each iteration of this loop"
            )
        }
        Rule::ClosedBeforeCheck => format!("{noun} of {callee} is used before its error is checked"),
        Rule::UnusedSuppression => "this comment silences nothing".to_string(),
        Rule::ReadAfterClose => format!("{open_noun} of {callee} is read after it was closed"),
    }
}

/// The label of the acquiring call.
pub fn opened_label(resource: &Resource) -> String {
    format!("this {} must be closed", resource.open_noun)
}

/// The label of a `defer` that closes a response in a loop.
pub const DEFERRED_IN_LOOP: &str = "runs when the function ends";

/// The label of a use of the response before its error is checked.
pub const USED_BEFORE_CHECK: &str = "used here, before the error is checked";

/// The label of a condition on the path.
pub fn condition_label(condition: &PathCondition, source: &Source) -> String {
    match condition {
        PathCondition::Branch { is_true: true, .. } => "when this is true".to_string(),
        PathCondition::Branch { is_true: false, .. } => "when this is false".to_string(),
        PathCondition::Case(_) => "when this case is taken".to_string(),
        PathCondition::LeftOpen { exit: OpenExit { function, span }, .. } => {
            format!("`{}` returns without closing at {}", function.decl().name, place_in(function, *span, source))
        }
    }
}

/// A line of a function, with the name of its file if that is another one than `source`.
fn place_in(function: &FuncRef, span: Span, source: &Source) -> String {
    let file = &function.file().source;
    let line = file.line(span.start);
    match file.shown == source.shown {
        true => format!("line {line}"),
        false => format!("line {line} of {}", file_name(&file.shown)),
    }
}

/// The message of a read after a release.
pub fn read_after_release(resource: &Resource, callee: &str, release: &Release) -> String {
    match release.is_cancel {
        true => format!("{} of {callee} is read after the context of its request was cancelled", resource.open_noun),
        false => message(Rule::ReadAfterClose, resource, callee),
    }
}

/// The label of the call whose response is read after a release.
pub fn read_opened_label(resource: &Resource) -> String {
    format!("this call returns the {}", resource.noun)
}

/// The label of a release before a read. `is_wrapper` says whether it is in the function that returned the response.
pub fn release_label(release: &Release, resource: &Resource, is_wrapper: bool, source: &Source) -> String {
    let Resource { part, .. } = resource;
    let (it, is) = match release.is_cancel {
        true => (
            "cancels the context of the request".to_string(),
            "the context of the request is cancelled here".to_string(),
        ),
        false => (format!("closes the {part}"), format!("the {part} is closed here")),
    };
    match &release.function {
        Some(function) if is_wrapper => {
            let when = if release.is_deferred { "when it returns" } else { "before it returns" };
            let place = match function.file().source.shown == source.shown {
                true => String::new(),
                false => format!(", at {}", place_in(function, release.span, source)),
            };
            format!("`{}` {it} {when}{place}", function.decl().name)
        }
        Some(function) => format!("`{}` {it}", function.decl().name),
        None if release.is_deferred => format!("{it} when the function returns"),
        None => is,
    }
}

/// The label of a read after a release, by this function if the one that reads is not given.
pub fn read_label(reader: Option<&FuncRef>, resource: &Resource) -> String {
    match reader {
        Some(function) => format!("`{}` reads the {}", function.decl().name, resource.part),
        None => format!("the {} is read here", resource.part),
    }
}

/// The help of a read after a release in the function that returned the response, which is named; or in the function that reads.
pub fn read_help(release: &Release, wrapper: Option<&FuncRef>, resource: &Resource) -> Option<String> {
    let part = resource.part;
    let name = wrapper.map(|function| &function.decl().name);
    match (name, release.is_cancel) {
        (Some(name), true) => Some(format!(
            "change `{name}`: let its caller cancel, by a function that it returns or by a {part} whose Close cancels, or read the \
             {part} in `{name}` before it returns"
        )),
        (Some(name), false) => Some(format!(
            "change `{name}`: leave the {part} open for the caller to close, or read it there and return what was read"
        )),
        (None, true) if release.is_join => Some(format!(
            "read the {part} before the group is waited for, or send the request with a context that outlives the group"
        )),
        (None, true) => Some(format!("cancel the context after the {part} was read: `defer` the cancel")),
        (None, false) => None,
    }
}

/// The last element of a path with `/`.
fn file_name(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}

/// The label of the last step: where the response leaks.
pub fn leak_label(how: LeakKind, resource: &Resource) -> String {
    let Resource { noun, part, .. } = resource;
    match how {
        LeakKind::Discarded => format!("the {noun} is discarded here"),
        LeakKind::Overwritten => format!("overwritten here with the {part} open"),
        LeakKind::BodyReplaced => format!("replaced here with the {part} open"),
        LeakKind::NextIteration => format!("the next iteration overwrites it with the {part} open"),
        LeakKind::Return => format!("returns with the {part} open"),
        LeakKind::End => format!("the function ends with the {part} open"),
        LeakKind::Read => format!("the {part} is read here"),
    }
}

/// The label of a deferred closure that closes what a variable holds at the end, where it held another response before.
pub fn closes_last_label(variable: &str) -> String {
    format!("this deferred closure closes what `{variable}` holds when the function returns")
}

/// The help of a finding whose variable is reassigned before such a closure runs.
pub fn closes_last_help(resource: &Resource, close: &str) -> String {
    let closer = close.strip_suffix(".Close()").unwrap_or(close);
    format!(
        "call `{close}` before the variable is reassigned, use another variable for the next {}, or pass what is closed as an \
         argument, which is evaluated at once: `defer func(c io.Closer) {{ c.Close() }}({closer})`",
        resource.noun
    )
}

/// The label of a return of the open response together with an error.
pub fn error_exit_label(resource: &Resource) -> String {
    format!("returns the open {} together with an error", resource.noun)
}

/// The help of a finding about a response that is lost together with an error.
pub fn blame_help(blame: &Blame, resource: &Resource, close: Option<&str>, callee: &str) -> String {
    let fallback = resource.close_of(resource.variables[0]);
    let Resource { noun, part, .. } = resource;
    match blame {
        Blame::ErrorExit => format!(
            "call `{}` before this return, or return a nil {noun}: callers do not close what comes with an error",
            close.unwrap_or(&fallback)
        ),
        Blame::Contract(Witness { path, line, function }) => {
            let advice = match close {
                Some(close) => format!("call `{close}`"),
                None => format!("keep the {noun} and close its {part}"),
            };
            format!(
                "{advice} also when the error is not nil, unless the {noun} is nil: {callee} returns an open {noun} with some errors, \
                 and {function} closes it ({path}:{line})"
            )
        }
    }
}

/// A clause about the exits that are not shown; `None` if there are none.
pub fn other_exits(finding: &Finding) -> Option<String> {
    let part = finding.resource.unwrap_or(&RESOURCES[0]).part;
    match finding.other_exits {
        0 => None,
        1 => Some(format!("one more exit leaves the {part} open")),
        n => Some(format!("{n} more exits leave the {part} open")),
    }
}

/// A clause about the guess that a finding rests on; `None` if it rests on none.
pub fn guess(finding: &Finding) -> Option<&'static str> {
    match finding.confidence {
        Confidence::High => None,
        Confidence::Medium => Some("confidence medium: it rests on a guess about a function without source"),
    }
}

/// A paragraph about further findings of one function of a dependency: where they are, and how to accept all of them.
pub fn more_of_dependency(dependency: &Dependency, places: &[String]) -> String {
    let Dependency { function, package, module } = dependency;
    let findings = if places.len() == 1 { "finding" } else { "findings" };
    let mut text = format!("{} more {findings} of {function}:\n", places.len());
    for place in places {
        text += &format!("  {place}\n");
    }
    let module = module.as_ref().map_or(String::new(), |module| format!(", or module = \"{module}\""));
    text += "to accept all of them, add to bodyguard.toml:\n";
    text + &format!("  [[handled]]\n  func = \"{function}\"  # or package = \"{package}\"{module}")
}

/// The message of a finding about a parameter whose open body is replaced.
pub fn replaced(resource: &Resource, variable: &str) -> String {
    format!("{} of the parameter {variable} is replaced while it is open", resource.open_noun)
}

/// The help of such a finding.
pub fn replaced_help(resource: &Resource, variable: &str) -> String {
    let Resource { part, .. } = resource;
    let close = resource.close_of(variable);
    format!("call `{close}` before the {part} is replaced: the caller closes only the new one")
}

/// The help of a finding: the code to write, and where. `close` is the closing call, `resp.Body.Close()`, if a variable
/// holds the response; `line` is the 1-based line of the acquiring call.
pub fn help(rule: Rule, resource: &Resource, close: Option<&str>, line: usize, has_error: bool) -> String {
    let when = if has_error { "after the error check" } else { "after the call" };
    let rule = match (rule, close) {
        (Rule::NeverClosed | Rule::LeaksOnPath | Rule::OverwrittenResponse, None) => Rule::DiscardedResponse,
        _ => rule,
    };
    let Resource { noun, part, variables: [variable, ..], .. } = resource;
    let fallback = resource.close_of(variable);
    let close = close.unwrap_or(&fallback);
    match rule {
        Rule::NeverClosed => format!("add `defer {close}` {when} (call on line {line})"),
        Rule::LeaksOnPath => {
            format!("put `defer {close}` right {when} (call on line {line}), or call `{close}` before this return")
        }
        Rule::DiscardedResponse => {
            let what = match resource.closer {
                Some(_) => format!("keep the {noun} and close its {part}"),
                None => format!("keep and close the {noun}"),
            };
            format!("{what}, even if it is not read: `{variable}, err := ...`, then `defer {fallback}`")
        }
        Rule::OverwrittenResponse => format!("call `{close}` before the variable is reassigned"),
        Rule::DeferInLoop => {
            format!("call `{close}` in the loop, or move the body of the loop into a function of its own")
        }
        Rule::ClosedBeforeCheck => format!("check the error first: the {noun} is nil when the call fails"),
        Rule::UnusedSuppression => "remove the comment".to_string(),
        Rule::ReadAfterClose => {
            format!("call `{close}` after the last read, or write `defer {close}` right {when} (call on line {line})")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A resource that is closed by a part of it has that part in its sentences; one that is closed itself has none.
    #[test]
    fn each_kind_has_sentences_that_can_be_read() {
        let response = &RESOURCES[0];
        let rows = &Resource {
            closer: None,
            noun: "result set",
            open_noun: "result set",
            part: "rows",
            variables: ["rows", "result", "sqlRows"],
            ..*response
        };
        for (rule, of_response, of_rows) in [
            (Rule::NeverClosed, "response body of f is never closed", "result set of f is never closed"),
            (
                Rule::DiscardedResponse,
                "response of f is discarded with its body open",
                "result set of f is discarded without a close",
            ),
            (
                Rule::OverwrittenResponse,
                "response of f is overwritten while its body is open",
                "result set of f is overwritten while it is open",
            ),
        ] {
            assert_eq!((message(rule, response, "f"), message(rule, rows, "f")), (of_response.into(), of_rows.into()));
        }
        assert_eq!(leak_label(LeakKind::Return, rows), "returns with the rows open");
        assert_eq!(
            help(Rule::DiscardedResponse, rows, None, 1, true),
            "keep and close the result set, even if it is not read: `rows, err := ...`, then `defer rows.Close()`"
        );
    }
}
