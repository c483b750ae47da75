//! What is told to the user: findings with their steps, and problems with files.
//!
//! A [`Finding`] is complete: reports choose and lay out, they invent no words. Positions are byte spans into the
//! [`Source`] that is kept beside them, so each format can count columns its own way.

use crate::findings::rule::Rule;
use crate::ground::source::{Source, Span};
use std::sync::Arc;

/// One place where a response body may stay open.
#[derive(Clone, Debug)]
pub struct Finding {
    /// The rule it breaks.
    pub rule: Rule,
    /// The file of the acquiring call.
    pub source: Arc<Source>,
    /// The acquiring call; a call over several lines is cut at the end of the line where it is reported.
    pub span: Span,
    /// The enclosing function as Go writes it: `Fetch`, `(*Client).Fetch`; a literal is `Fetch.func1`.
    pub function: String,
    /// The call as written, without arguments: `http.Get`, `c.hc.Do`.
    pub callee: String,
    /// One sentence without a full stop: what is wrong here.
    pub message: String,
    /// The way on which the body is lost, in the order it is walked. The first step is the call.
    pub steps: Vec<Step>,
    /// How many further exits of the function leave the body open.
    pub other_exits: usize,
    /// What to write where, one or two sentences.
    pub help: String,
    /// How sure it is.
    pub confidence: Confidence,
    /// What an edit that mends it has to know beyond the text.
    pub fix_hint: FixHint,
}

impl Finding {
    /// The enclosing function by a name that outlives edits above: without the numbers of literals, of which one more
    /// gives others new ones. `Fetch.func2.1` and `Fetch.func1` are both `Fetch.func`: a literal of Fetch.
    pub fn lasting_function(&self) -> String {
        let is_literal = |part: &&str| {
            let number = part.strip_prefix("func").unwrap_or(part);
            !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit())
        };
        let names: Vec<&str> = self.function.split('.').take_while(|part| !is_literal(part)).collect();
        let name = names.join(".");
        match name.len() < self.function.len() {
            true => format!("{name}.func"),
            false => name,
        }
    }
}

/// What the analysis knows that an edit needs; by default nothing, and then there is no edit.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FixHint {
    /// The closing call, `resp.Body.Close()`, if a variable keeps the response.
    pub close: Option<String>,
    /// Whether that variable is a `*http.Response`.
    pub is_response: bool,
    /// Whether the response, or something that reads from it, is handed to others on some path.
    pub is_escaped: bool,
    /// Whether the call gives `(*http.Response, error)`.
    pub is_plain_call: bool,
}

/// One step on the way to the leak.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// What happens here.
    pub kind: StepKind,
    /// Where, in the file of the finding.
    pub span: Span,
    /// Short words for a label: `when this is true`.
    pub text: String,
}

/// What happens at a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StepKind {
    /// The call that hands over the open response.
    Opened,
    /// A condition and the way it goes.
    Branch,
    /// The last holder is overwritten or thrown away.
    Leak,
    /// The function returns with the body open.
    Exit,
}

/// How sure a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Confidence {
    /// Rests on a guess about a function that was not seen.
    Medium,
    /// Every function that matters was seen or is known.
    High,
}
