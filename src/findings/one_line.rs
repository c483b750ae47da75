//! The message of a finding for formats of one line, which show no path: it names the line where the response is lost.
//!
//!     response body of c.Do is not closed when line 466 returns
//!     response of http.Get is overwritten on line 12 while its body is open

use super::finding::{Blame, Finding, StepKind};
use super::rule::Rule;

/// The message with the line of the last step, without a full stop. The message itself if there is no other line to name.
pub fn one_line_message(finding: &Finding) -> String {
    let message = &finding.message;
    let (Some(last), Some(resource)) = (finding.steps.last(), finding.resource) else {
        return message.clone();
    };
    let (own, line) = (finding.source.line(finding.span.start), finding.source.line(last.span.start));
    let is_end = last.kind == StepKind::Exit && finding.source.slice(last.span).starts_with('}');
    let when = match last.kind {
        StepKind::Exit if is_end => format!("when the function ends on line {line}"),
        StepKind::Exit if finding.blame == Some(Blame::ErrorExit) => {
            format!("when line {line} returns it with an error")
        }
        StepKind::Exit => format!("when line {line} returns"),
        _ if line == own => "when the next iteration overwrites it".to_string(),
        _ => format!("when line {line} overwrites it"),
    };
    let with_line = |after: &str| message.replacen(after, &format!(" on line {line}{after}"), 1);
    match finding.rule {
        _ if finding.steps.len() < 2 => message.clone(),
        Rule::NeverClosed => format!("{message}: it is lost {when}"),
        Rule::LeaksOnPath => format!("{} of {} is not closed {when}", resource.open_noun, finding.callee),
        Rule::OverwrittenResponse if line == own => format!("{message}, by the next iteration"),
        Rule::OverwrittenResponse => with_line(" while "),
        Rule::DeferInLoop => format!("{message} (deferred on line {line})"),
        Rule::ClosedBeforeCheck => with_line(" before "),
        Rule::ReadAfterClose => with_line(" after "),
        Rule::DiscardedResponse | Rule::UnusedSuppression => message.clone(),
    }
}
