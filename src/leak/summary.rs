//! What a function does, seen from its caller.
//!
//!     func shut(r *http.Response) {       asked about its first parameter, a response:
//!         if r != nil { r.Body.Close() }  one exit, where it is closed
//!     }
//!     func check(err error) {             asked with `err` nil: one exit
//!         if err != nil { os.Exit(2) }    asked with `err` not nil: no exit, it never returns
//!     }
//!
//! These are the questions and the answers; [`super::Analysis::summary`] finds the answers.

use super::depth_memo::DepthMemo;
use super::reach::Reach;
use super::state::Status;
use super::value::{Handle, Value};
use crate::go::body::Part;
use crate::meaning::effect::Fact;
use crate::program::{FuncId, FuncRef};
use std::sync::Arc;

/// What is known of the arguments of a call: parameter, part of it, fact; sorted.
pub type Facts = Vec<(usize, Vec<Part>, Fact)>;

/// What is known of the results of a call: result, part of it, value.
pub type ResultValues = Vec<(usize, Vec<Part>, Value)>;

/// Fields of arguments that a callee wrote, and what is known of them then: parameter, field, fact.
pub type Writes = Vec<(usize, Part, Option<Fact>)>;

/// How a function returns, seen from its caller.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Exit {
    /// What became of the response that came in.
    pub status: Status,
    /// What is known of the results.
    pub results: ResultValues,
    /// What switches in its arguments must have been.
    pub params: Facts,
    /// Fields of its arguments that it wrote.
    pub writes: Writes,
    /// Parameters that were called, one bit each.
    pub called: u32,
    /// Parameters that were stored, one bit each.
    pub kept: u32,
}

/// What a function does, as its exits; none means that it never returns.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    /// The distinct exits.
    pub exits: Vec<Exit>,
    /// How deep it looked.
    pub reach: Reach,
    /// Whether the function was too large to be followed to the end.
    pub gave_up: bool,
}

/// A question about a function.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct SummaryKey {
    /// The function.
    pub function: FuncRef,
    /// The parameter, part of it and handle by which the caller's response comes in.
    pub tracked: Option<(usize, Vec<Part>, Handle)>,
    /// What is known of the arguments.
    pub facts: Facts,
}

/// A [`SummaryKey`] that does not keep the package in memory.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct SummaryKeyById {
    pub(super) function: (u32, FuncId),
    pub(super) tracked: Option<(usize, Vec<Part>, Handle)>,
    pub(super) facts: Facts,
}

/// What functions do, by question. The answers do not depend on the candidate names, so that one analysis can go on with those
/// of another.
#[derive(Default)]
pub struct Summaries(pub(super) DepthMemo<SummaryKeyById, Arc<Summary>>);
