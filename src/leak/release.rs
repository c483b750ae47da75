//! How a body came to be closed before it is read, for the walks that look for such reads.
//!
//!     resp.Body.Close()      from here on a read fails: released by this call
//!     defer cancel()         from the end of the function on: what a caller reads of the response may fail
//!
//! Where a function returns its response like this, the release goes with it to its callers ([`super::Acquired::released`]).

use crate::ground::source::Span;
use crate::program::FuncRef;
use smallvec::SmallVec;

/// What a walk looks for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Aim {
    /// Where the response leaks, and where it escapes.
    #[default]
    Leaks,
    /// Where its body is read after it was released: a deferred release counts when it runs.
    Reads,
    /// Where the response is stored for the caller: in a parameter.
    Fills,
    /// Where the body is read of a response that is released when it comes in by a parameter.
    ReadsOfReleased,
}

impl Aim {
    /// Whether the walk goes on with a response that is released, to see whether it is read.
    pub fn is_reads(self) -> bool {
        matches!(self, Aim::Reads | Aim::ReadsOfReleased)
    }
}

/// The event that ends the use of a body.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Release {
    /// Whether the context of the request was cancelled; else the body was closed.
    pub is_cancel: bool,
    /// Whether it was cancelled because its group has been waited for.
    pub is_join: bool,
    /// Whether it runs when its function returns.
    pub is_deferred: bool,
    /// The call that closes or cancels.
    pub span: Span,
    /// The function with that call; `None` if it is the one that is walked.
    pub function: Option<FuncRef>,
}

/// A read of a body after its release.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReadAfterRelease {
    /// The release before it.
    pub release: Release,
    /// The function with source that reads, if the read is not in the function that is walked.
    pub reader: Option<FuncRef>,
}

/// A release that a frame has deferred.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct Later {
    /// The depth on the stack of the frame at whose end it runs.
    pub(super) depth: u8,
    /// The contexts that it cancels, one bit each; none if it closes the body.
    pub(super) contexts: u32,
    /// The number of the release.
    pub(super) release: u16,
}

/// What a walk for reads knows at one point of one path.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub(super) struct Reading {
    /// The number of the release that has happened.
    pub(super) release: Option<u16>,
    /// The releases that are deferred.
    pub(super) later: SmallVec<[Later; 2]>,
    /// Whether the response was given another body.
    pub(super) is_replaced: bool,
    /// The read of a goroutine that may still run when a deferred release does: the release, and the place of the read.
    pub(super) beside: Option<(u16, Span)>,
}
