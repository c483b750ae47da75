//! The goal of a walk, and what a walk finds.

use super::Analysis;
use super::acquired::{Acquired, Origin, Site, Yielded};
use super::reach::Reach;
use super::state::Status;
use super::summary::{Exit, Facts};
use super::value::Handle;
use super::witness::Leak;
use crate::go::body::{BlockId, Part};
use crate::go::outline::Name;
use crate::ground::source::Span;
use crate::program::FuncRef;
use std::collections::BTreeSet;

/// The question that a walk answers.
#[derive(Clone, Debug)]
pub enum Goal {
    /// Where the response of a call of this body leaks or escapes.
    Site(Site),
    /// Whether a response that comes in by a parameter is closed, escapes or stays open.
    Param { param: usize, path: Vec<Part>, handle: Handle },
    /// Whether and how the function returns.
    Plain,
    /// In which states these calls are reached: block and event, sorted.
    StatesAt(Vec<(BlockId, u32)>),
}

/// The treatment of helpers that are called before the response is there and get no value of which anything is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Helpers {
    /// They are taken to be plain: they return, and have no influence on the response. A response that does not leak on these
    /// terms does not leak at all:
    ///
    ///     setUp(t, config)               neither followed nor parsed, as long as nothing leaks
    ///     resp, err := client.Get(u)
    TakenAsPlain,
    /// Each of them is followed, unless its body shows that it is plain.
    Followed,
}

/// A place at which nothing is owed any more on a path.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Discharge {
    /// The call or statement.
    pub span: Span,
    /// Whether the response is passed on there, and not closed.
    pub is_escape: bool,
}

/// The result of a walk.
#[derive(Debug, Default)]
pub struct Explored {
    /// The leaks, the one with the shortest path first, one for each place.
    pub leaks: Vec<Leak>,
    /// The returns of the open response together with an error that is not nil, where it did not come with one; like `leaks`.
    pub error_exits: Vec<Leak>,
    /// The function or literal that returns it so, if there are any.
    pub origin: Option<Origin>,
    /// Whether the response is returned closed without an error; only where that was asked.
    pub(super) is_returned_closed: bool,
    /// Whether the response is closed or escapes on some path.
    pub is_discharged: bool,
    /// Where it is closed or escapes, in no particular order, each place once.
    pub discharges: Vec<Discharge>,
    /// Whether the response, or something that reads from it, escapes on some path: the function must not close it on all.
    pub is_escaped: bool,
    /// The events by which it escapes, without those of a return.
    pub escapes: BTreeSet<Span>,
    /// Defer statements inside a loop that closed it.
    pub deferred_in_loop: Vec<Span>,
    /// The outcomes in which the caller acquires it.
    pub acquired: Vec<Acquired>,
    /// Whether it is left in a variable of an outer frame (the root is a literal).
    pub is_left_outside: bool,
    /// Whether the body may be read after it was closed or cancelled: something that holds it is used after such a call.
    pub may_be_read_late: bool,
    /// The outcomes in which the caller gets it released, without an error; only in walks for reads.
    pub(super) released: Vec<Acquired>,
    /// Whether the response, or another one in its place, may also reach the caller with a body that can be read; only in walks
    /// for reads.
    pub(super) is_returned_otherwise: bool,
    /// Whether the walk reached the call of the goal at all.
    pub is_reached: bool,
    /// The exits (goals `Param` and `Plain`).
    pub exits: Vec<Exit>,
    /// Whether a path ends the process, the goroutine or the test.
    pub may_end: bool,
    /// How many calls deep the walk looked.
    pub reach: Reach,
    /// Whether there were too many states.
    pub gave_up: bool,
    /// The number of calls of unknown functions that took the response.
    pub unknown_takers: u64,
    /// The import paths of packages that are not found and whose functions took the response.
    pub taken_by: BTreeSet<Name>,
    /// The facts about the arguments with which the callee of the goal's call was looked up, each once.
    pub asked_with: Vec<Facts>,
    /// Whether some path closes it.
    pub is_closed_somewhere: bool,
    /// Whether the library of the call is taken to have closed it, because nothing has told the request to leave it open.
    pub(super) is_left_to_library: bool,
    /// The arguments of `yield` that held it; only where that was asked.
    pub(super) yielded: Vec<Yielded>,
    /// The helpers that were taken as plain without being followed, and whether something was known of their arguments.
    pub(super) taken_as_plain: Vec<(FuncRef, bool)>,
    /// The cost of the walk: nodes, and a sixteenth of the events run and the facts at each.
    pub cost: usize,
}

impl Explored {
    /// The result of a walk that was given up before it began.
    pub fn given_up() -> Explored {
        Explored { gave_up: true, ..Explored::default() }
    }

    /// Whether the result may differ if helpers are followed: one of those that were taken as plain is not, and on some paths the
    /// response leaks, or is closed on some and returned on others; or the library closes it, unless a helper has told it not to. A
    /// result that holds on all paths also holds on the paths that remain if some of the helpers do not return.
    pub fn rests_on_helpers(&self, analysis: &Analysis) -> bool {
        let says_something = self.gave_up
            || self.is_left_outside
            || self.is_left_to_library
            || !self.leaks.is_empty()
            || !self.error_exits.is_empty()
            || !self.acquired.is_empty() && self.is_closed_somewhere
            || !self.deferred_in_loop.is_empty()
            || !self.released.is_empty();
        says_something && self.taken_as_plain.iter().any(|(helper, is_known)| !analysis.is_plain(helper, *is_known))
    }

    /// Notes where the response is closed or escapes.
    pub(super) fn note_discharge_at(&mut self, span: Span, status: Status) {
        let discharge = Discharge { span, is_escape: status == Status::Escaped };
        if !self.discharges.contains(&discharge) {
            self.discharges.push(discharge);
        }
    }

    /// Notes that the response is closed or escapes on the path that is being walked.
    pub(super) fn note_discharge(&mut self, status: Status) {
        self.is_discharged = true;
        self.is_closed_somewhere |= status == Status::Closed;
        self.is_escaped |= status == Status::Escaped;
    }
}
