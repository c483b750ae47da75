//! The help of a leak: the code to write for its shape, and where.
//!
//!     add `defer resp.Body.Close()` after the error check (call on line 7)
//!     call `resp.Body.Close()` before this return        the response is returned on another path: no `defer`
//!
//! The shape comes from the analysis and the text; see [`crate::check`]. Other findings have their help in [`super::messages`].

use super::rule::Rule;
use crate::leak::LeakKind;
use crate::meaning::resource::Resource;

/// What decides which code closes a leak.
#[derive(Clone, Debug)]
pub struct Shape {
    /// The kind of what leaks.
    pub resource: &'static Resource,
    /// The closing call, `resp.Body.Close()`, if a variable holds the response.
    pub close: Option<String>,
    /// The 1-based line of the acquiring call.
    pub line: usize,
    /// How the error of the call is looked at.
    pub error: ErrorCheck,
    /// How it leaks.
    pub how: LeakKind,
    /// The variables for the results of the call, with one for the response: `_, resp, err`.
    pub variables: String,
    /// The closing call for a result under such a name, `resp.Body.Close()`, if its type has one.
    pub close_of_result: Option<String>,
    /// Whether the call returns the response; else what it is called on, or given, holds it.
    pub is_returned: bool,
    /// Whether what is acquired has a `Close` itself: an `io.ReadCloser`.
    pub is_closer: bool,
    /// Whether the call stands in a loop of its function.
    pub is_in_loop: bool,
    /// Whether the response escapes on another path, so that a `defer` would close it under its new owner.
    pub is_escaped: bool,
    /// Whether the response may be nil after the error check: without an error, or because the check goes on after one.
    pub may_be_nil: bool,
    /// Whether the statement where it leaks uses the response: `return wrap(resp)`.
    pub is_used_at_end: bool,
    /// Whether the variable is filled in a hook of Ginkgo, which ends before the response is used.
    pub is_in_hook: bool,
    /// Whether a literal fills a variable of the function around it.
    pub is_of_outer: bool,
    /// Whether a goroutine of the function uses the response, so that a `defer` may close it too early.
    pub is_in_goroutine: bool,
    /// The `t` of a helper for tests.
    pub test: Option<String>,
}

/// How the error of an acquiring call is looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ErrorCheck {
    /// The call returns none.
    None,
    /// Before the response leaks.
    Before,
    /// Not before the response leaks.
    Later,
}

/// The help for a leak: one or two sentences without a full stop.
pub fn advice(rule: Rule, shape: &Shape) -> String {
    let Shape { resource, line, .. } = shape;
    let Some(close) = shape.close.as_deref().filter(|_| rule != Rule::DiscardedResponse) else {
        return kept_and_closed(shape);
    };
    let part = resource.part;
    let leaving = match shape.how {
        LeakKind::End => "before the function ends",
        LeakKind::Return => "before this return",
        LeakKind::NextIteration => "before the next iteration overwrites it",
        _ => "before the variable is reassigned",
    };
    let deferred = match (shape.may_be_nil, close.split('.').next()) {
        (true, Some(name)) => format!("if {name} != nil {{ defer {close} }}"),
        _ => format!("defer {close}"),
    };
    let is_exit = matches!(shape.how, LeakKind::Return | LeakKind::End);
    match shape.how {
        LeakKind::BodyReplaced => format!(
            "call `{close}` before the {part} is replaced, or after the last read of the old one if the new one reads from it: later \
             `{close}` closes only the new {part}"
        ),
        _ if shape.is_in_hook => {
            let method = close.strip_suffix("()").unwrap_or(close);
            format!("add `DeferCleanup({method})` after the error check (call on line {line})")
        }
        _ if !is_exit => format!("call `{close}` {leaving}"),
        _ if shape.is_in_goroutine => format!(
            "call `{close}` in the goroutine that uses the {}, after its last use: a `defer` out here may run before that",
            resource.noun
        ),
        _ if shape.is_of_outer && rule == Rule::NeverClosed => format!(
            "call `{close}` in the function that declares the variable, after this literal has run: a `defer` in here would close \
             the {part} before it can be read there"
        ),
        _ if shape.is_escaped && shape.is_used_at_end && rule == Rule::NeverClosed => format!(
            "the caller cannot close the {part} through what is returned: read it here and call `{close}`, or return something whose \
             Close closes it"
        ),
        _ if shape.is_escaped && shape.is_used_at_end => format!(
            "keep what this call returns in variables, call `{close}` if it does not hold the {}, then return them",
            resource.noun
        ),
        _ if shape.is_escaped => match &shape.test {
            Some(test) => {
                format!("call `{close}` {leaving}, or add `{test}.Cleanup(func() {{ {close} }})` after the error check")
            }
            None => format!("call `{close}` {leaving}"),
        },
        _ if shape.is_in_loop && rule == Rule::NeverClosed => format!(
            "call `{close}` at the end of each iteration, and before each `continue`, `break` and `return`: a `defer` would wait for \
             the end of the function"
        ),
        _ if shape.is_in_loop => format!("call `{close}` {leaving}"),
        _ if shape.error == ErrorCheck::Later => {
            format!("check the error directly after the call on line {line}, then add `{deferred}`")
        }
        _ => {
            let place = match shape.error {
                ErrorCheck::None => "after the call",
                _ => "after the error check",
            };
            match rule {
                Rule::LeaksOnPath => {
                    format!("put `{deferred}` right {place} (call on line {line}), or call `{close}` {leaving}")
                }
                _ => format!("add `{deferred}` {place} (call on line {line})"),
            }
        }
    }
}

/// The help where no variable holds the response.
fn kept_and_closed(shape: &Shape) -> String {
    let Resource { noun, part, variables: [variable, ..], .. } = shape.resource;
    if !shape.is_returned {
        return format!(
            "what the call is made on, or is given, holds the {noun}: close the {part} there, in a method like `Close`"
        );
    }
    let what = match (shape.is_closer, shape.resource.closer) {
        (true, _) => format!("keep the {part} and close it"),
        (false, Some(_)) => format!("keep the {noun} and close its {part}"),
        (false, None) => format!("keep and close the {noun}"),
    };
    let close = shape.close_of_result.clone().unwrap_or_else(|| shape.resource.close_of(variable));
    let close = if shape.is_in_loop { close } else { format!("defer {close}") };
    let checked = if shape.error == ErrorCheck::None { "then" } else { "and after the error check" };
    format!("{what}, even if it is not read: `{} := ...`, {checked} `{close}`", shape.variables)
}
