//! A finding: the rule, the call, the path on which the body leaks, and help.
//!
//! A [`Finding`] holds all text that is reported about it: reports select and lay out, and add no sentences of their
//! own. Positions are byte spans into its [`Source`], so each format can count columns in its own unit.

use crate::findings::rule::Rule;
use crate::ground::source::{Source, Span};
use crate::meaning::resource::Resource;
use std::sync::Arc;

/// One place where a response body may stay open.
#[derive(Clone, Debug)]
pub struct Finding {
    /// The rule it breaks.
    pub rule: Rule,
    /// The file of the acquiring call.
    pub source: Arc<Source>,
    /// The acquiring call, cut at the end of its first line.
    pub span: Span,
    /// The enclosing function as Go writes it: `Fetch`, `(*Client).Fetch`; a literal is `Fetch.func1`.
    pub function: String,
    /// The call as written, without arguments: `http.Get`, `c.hc.Do`.
    pub callee: String,
    /// The message: one sentence without a full stop.
    pub message: String,
    /// The path on which the body leaks, in the order of execution. The first step is the call.
    pub steps: Vec<Step>,
    /// How many further exits of the function leave the body open.
    pub other_exits: usize,
    /// Who is to blame, where the response is lost together with an error.
    pub blame: Option<Blame>,
    /// The code to write, and where: one or two sentences.
    pub help: String,
    /// How certain it is.
    pub confidence: Confidence,
    /// The function of a dependency that the call acquires from; `None` if it is of the repository or the standard library, or not
    /// known.
    pub dependency: Option<Dependency>,
    /// Facts of the analysis that an edit depends on.
    pub fix_hint: FixHint,
    /// The safe edit that fixes it, if that was looked for and there is one.
    pub edit: Option<TextEdit>,
    /// The kind of what is left open; `None` if the finding is about a comment.
    pub resource: Option<&'static Resource>,
}

impl Finding {
    /// The enclosing function by a name that survives edits elsewhere. The numbers of function literals are left out,
    /// because they change when a literal is added above: `Fetch.func2.1` and `Fetch.func1` are both `Fetch.func`.
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

/// A function that is not the repository's to fix, by its names in the configuration.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dependency {
    /// Its full name: `example.com/x/api.(*Client).Fetch`.
    pub function: String,
    /// The import path of its package.
    pub package: String,
    /// The path of its module, if a go.mod names it.
    pub module: Option<String>,
}

/// Who is to blame for a response that is lost together with an error.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Blame {
    /// The function of the finding, which returns the open response with the error: no caller closes it then.
    ErrorExit,
    /// The caller, because another caller closes what the function returns with an error.
    Contract(Witness),
}

/// Where a caller closes a response that came with an error.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Witness {
    /// The path of the file, from the folder of its module, with `/`.
    pub path: String,
    /// The 1-based line of the call.
    pub line: usize,
    /// The name of the function that closes it.
    pub function: String,
}

/// A part of the text, and what takes its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TextEdit {
    /// The part that is replaced; empty for an insertion.
    pub span: Span,
    /// The new text.
    pub text: String,
}

/// Facts of the analysis that an edit depends on. The default has none, and allows no edit.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FixHint {
    /// The closing call, `resp.Body.Close()`, if a variable holds the response.
    pub close: Option<String>,
    /// Whether that variable is a pointer to the resource, such as a `*http.Response`.
    pub is_response: bool,
    /// Whether the response, or a reader of its body, escapes on some path.
    pub is_escaped: bool,
    /// The calls and statements by which it escapes, sorted, without `return`.
    pub escapes: Vec<Span>,
    /// Whether a function that is seen can return nil in its place without an error.
    pub may_be_nil: bool,
    /// Whether the call returns such a pointer and an error.
    pub is_plain_call: bool,
}

/// One step of the path to the leak.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// The kind of the step.
    pub kind: StepKind,
    /// The place, in the file of the finding.
    pub span: Span,
    /// The label: `when this is true`.
    pub text: String,
}

/// The kinds of [`Step`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StepKind {
    /// The call that returns the open response.
    Opened,
    /// A condition, and whether it is true.
    Branch,
    /// A deferred closure that closes another response: what the variable holds when the function returns.
    Deferred,
    /// The last variable that holds the response is reassigned, or the response is discarded.
    Leak,
    /// The function returns with the body open.
    Exit,
    /// The body is closed, or the context of its request cancelled.
    Released,
    /// The body is read after that.
    Read,
}

/// How certain a finding is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, clap::ValueEnum)]
pub enum Confidence {
    /// All findings, also those that rest on a guess about a function without source
    #[default]
    Medium,
    /// Only findings for which every function that matters has source or a stub
    High,
}

/// How a `defer` is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum DeferStyle {
    /// `defer resp.Body.Close()`
    #[default]
    Defer,
    /// `defer func() { _ = resp.Body.Close() }()`
    DeferFunc,
}

impl DeferStyle {
    /// The style as it is written in the configuration.
    pub fn name(self) -> &'static str {
        match self {
            DeferStyle::Defer => "defer",
            DeferStyle::DeferFunc => "defer-func",
        }
    }
}
