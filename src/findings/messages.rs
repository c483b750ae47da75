//! The sentences of findings: messages, labels of steps, help.
//!
//!     message(Rule::NeverClosed, "http.Get")   // response body of http.Get is never closed
//!
//! Reports lay these sentences out and add none of their own.

use crate::findings::rule::Rule;
use crate::leak::{LeakKind, PathCondition};
use crate::meaning::resource::{HTTP_RESPONSE, Resource};

/// The message of a finding: one sentence without a full stop.
pub fn message(rule: Rule, callee: &str) -> String {
    let Resource { noun, open_noun, part, .. } = HTTP_RESPONSE;
    match rule {
        Rule::NeverClosed => format!("{open_noun} of {callee} is never closed"),
        Rule::LeaksOnPath => format!("{open_noun} of {callee} is not closed on all paths"),
        Rule::DiscardedResponse => format!("{noun} of {callee} is discarded with its {part} open"),
        Rule::OverwrittenResponse => format!("{noun} of {callee} is overwritten while its {part} is open"),
        Rule::DeferInLoop => {
            format!(
                "{open_noun} of {callee} is closed only when the function returns, not in each iteration of this loop"
            )
        }
        Rule::ClosedBeforeCheck => format!("{noun} of {callee} is used before its error is checked"),
        Rule::UnusedSuppression => "this comment silences nothing".to_string(),
    }
}

/// The label of the acquiring call.
pub const OPENED: &str = "this response body must be closed";

/// The label of a `defer` that closes a response in a loop.
pub const DEFERRED_IN_LOOP: &str = "runs when the function ends";

/// The label of a use of the response before its error is checked.
pub const USED_BEFORE_CHECK: &str = "used here, before the error is checked";

/// The label of a condition on the path.
pub fn condition_label(condition: PathCondition) -> &'static str {
    match condition {
        PathCondition::Branch { is_true: true, .. } => "when this is true",
        PathCondition::Branch { is_true: false, .. } => "when this is false",
        PathCondition::Case(_) => "when this case is taken",
    }
}

/// The label of the last step: where the response leaks.
pub fn leak_label(how: LeakKind) -> &'static str {
    match how {
        LeakKind::Discarded => "the response is discarded here",
        LeakKind::Overwritten => "overwritten here with the body open",
        LeakKind::NextIteration => "the next iteration overwrites it with the body open",
        LeakKind::Return => "returns with the body open",
        LeakKind::End => "the function ends with the body open",
    }
}

/// The help of a finding: the code to write, and where. `close` is the closing call, `resp.Body.Close()`, if a variable
/// keeps the response; `line` is the 1-based line of the acquiring call.
pub fn help(rule: Rule, close: Option<&str>, line: usize, has_error: bool) -> String {
    let when = if has_error { "after its error check" } else { "after it" };
    let rule = match (rule, close) {
        (Rule::NeverClosed | Rule::LeaksOnPath | Rule::OverwrittenResponse, None) => Rule::DiscardedResponse,
        _ => rule,
    };
    let fallback = HTTP_RESPONSE.close_of(HTTP_RESPONSE.variable);
    let close = close.unwrap_or(&fallback);
    match rule {
        Rule::NeverClosed => format!("add `defer {close}` {when} (call on line {line})"),
        Rule::LeaksOnPath => {
            format!("put `defer {close}` right {when} (call on line {line}), or call `{close}` before this return")
        }
        Rule::DiscardedResponse => {
            "keep the response and close its body, even if only the status or the error matters: `resp, err := ...`, then `defer resp.Body.Close()`".to_string()
        }
        Rule::OverwrittenResponse => format!("call `{close}` before the variable is reassigned"),
        Rule::DeferInLoop => format!("call `{close}` in the loop, or move the body of the loop into a function of its own"),
        Rule::ClosedBeforeCheck => "check the error first: the response is nil when the request fails".to_string(),
        Rule::UnusedSuppression => "remove the comment".to_string(),
    }
}
