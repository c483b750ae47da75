//! Summaries: the effects of a function with source on its caller.
//!
//!     func shut(r *http.Response) {       for its first parameter, a response:
//!         if r != nil { r.Body.Close() }  one exit, where it is closed
//!     }
//!     func check(err error) {             if `err` is nil: one exit
//!         if err != nil { os.Exit(2) }    if `err` is not nil: no exit, it never returns
//!     }
//!
//! Here are the types of keys and summaries; [`super::Analysis::summary`] computes them.

use super::depth_memo::DepthMemo;
use super::reach::Reach;
use super::release::Aim;
use super::state::{ExprFact, Status};
use super::value::{Handle, Value};
use crate::go::body::{FrameId, Part};
use crate::ground::source::Span;
use crate::meaning::effect::Fact;
use crate::program::{Code, FrameRef, Type};
use std::cmp::Ordering;
use std::hash::{Hash, Hasher};
use std::sync::Arc;

/// What is known of an argument of a call, or of a part of it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Known {
    /// It is nil, true ..
    Is(Fact),
    /// The values that it can have: `check(resp, "")`, `req.Method`.
    Value(ExprFact),
    /// The type of the value in an interface: `tidy(resp)` of `func tidy(v any)`.
    Type(KnownType),
}

/// A type, sorted by its text.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct KnownType(pub Type);

impl Ord for KnownType {
    fn cmp(&self, other: &KnownType) -> Ordering {
        self.0.to_string().cmp(&other.0.to_string())
    }
}

impl PartialOrd for KnownType {
    fn partial_cmp(&self, other: &KnownType) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// The facts about the arguments of a call: parameter, part of it, what is known; sorted.
pub type Facts = Vec<(usize, Vec<Part>, Known)>;

/// The facts about switches in the arguments of a call, which tests of the callee have shown: parameter, part of it, fact; sorted.
pub type Switches = Vec<(usize, Vec<Part>, Fact)>;

/// The known values of the results of a call: result, part of it, value.
pub type ResultValues = Vec<(usize, Vec<Part>, Value)>;

/// The fields of arguments that a callee wrote: parameter, field, the fact that holds of it after the call.
pub type Writes = Vec<(usize, Part, Option<Fact>)>;

/// One exit of a function, in terms of its parameters and results.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Exit {
    /// The status of the response that came in.
    pub status: Status,
    /// The known values of the results.
    pub results: ResultValues,
    /// The facts that must have held of switches in its arguments.
    pub params: Switches,
    /// Fields of its arguments that it wrote.
    pub writes: Writes,
    /// Parameters that were called, one bit each.
    pub called: u32,
    /// Functions in parts of its arguments that were called, or that would have been but for being nil.
    pub called_parts: Vec<(usize, Vec<Part>)>,
    /// Parameters that have escaped, one bit each.
    pub escaped: u32,
    /// Parameters of which a part was given a reader of the response, one bit each.
    pub readers: u32,
    /// The place of the exit, for display.
    pub place: ExitPlace,
}

/// The return statement of an exit, or the end of the body. Exits that differ in nothing else are one.
#[derive(Clone, Copy, Debug, Default)]
pub struct ExitPlace(pub Span);

impl PartialEq for ExitPlace {
    fn eq(&self, _: &ExitPlace) -> bool {
        true
    }
}

impl Eq for ExitPlace {}

impl Hash for ExitPlace {
    fn hash<H: Hasher>(&self, _: &mut H) {}
}

impl Ord for ExitPlace {
    fn cmp(&self, _: &ExitPlace) -> Ordering {
        Ordering::Equal
    }
}

impl PartialOrd for ExitPlace {
    fn partial_cmp(&self, other: &ExitPlace) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Exit {
    /// Whether a result is known to be nil.
    pub fn is_nil(&self, result: usize) -> bool {
        let is_it = |(own, path, value): &(usize, Vec<Part>, Value)| {
            *own == result && path.is_empty() && value.is_nil() == Some(true)
        };
        self.results.iter().any(is_it)
    }

    /// Whether a result is known not to be nil.
    pub fn is_not_nil(&self, result: usize) -> bool {
        let is_it = |(own, path, value): &(usize, Vec<Part>, Value)| {
            *own == result && path.is_empty() && value.is_nil() == Some(false)
        };
        self.results.iter().any(is_it)
    }
}

/// The exits of a function; without any it never returns.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    /// The distinct exits.
    pub exits: Vec<Exit>,
    /// Whether a path ends the process, the goroutine or the test.
    pub may_end: bool,
    /// How many calls deep the walk looked.
    pub reach: Reach,
    /// Whether the function was too large to be followed to the end.
    pub gave_up: bool,
    /// Whether some path reads the body of a response that has come in released; only where that was asked.
    pub reads: bool,
}

impl Summary {
    /// Whether on some path the response that came in gets another body, and nothing holds its own.
    pub fn replaces_body(&self) -> bool {
        self.exits.iter().any(|exit| exit.status == Status::Replaced)
    }

    /// Whether it returns, and does nothing with what came in by which that could be closed, now or later.
    pub fn only_leaves_open(&self) -> bool {
        let is_plain = |exit: &Exit| {
            exit.status == Status::Open && exit.called == 0 && exit.called_parts.is_empty() && exit.escaped == 0
        };
        !self.exits.is_empty() && self.exits.iter().all(is_plain)
    }
}

/// The key of a summary: a function or literal, and what is known of its arguments.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct SummaryKey {
    /// The function or literal.
    pub callee: FrameRef,
    /// The parameter, part of it and handle by which the caller's response comes in.
    pub tracked: Option<(usize, Vec<Part>, Handle)>,
    /// The facts about the arguments.
    pub facts: Facts,
    /// What the walk through it looks for.
    pub aim: Aim,
}

/// A [`SummaryKey`] that does not keep the package in memory.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct SummaryKeyById {
    pub(super) callee: (u32, Code, FrameId),
    pub(super) tracked: Option<(usize, Vec<Part>, Handle)>,
    pub(super) facts: Facts,
    pub(super) aim: Aim,
}

/// The summaries computed so far. They do not depend on the candidate names, so that one analysis can go on with those of another.
#[derive(Default)]
pub struct Summaries(pub(super) DepthMemo<SummaryKeyById, Arc<Summary>>);
