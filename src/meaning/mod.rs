//! The meaning of calls: the effects of functions, by stubs and configuration, and the kinds of things that have to be closed.
//!
//!     http.Get(u)       own resp: the caller owes the response a Close
//!     log.Fatal(err)    exit: the path ends here
//!
//! Functions with source have no effects of their own here; [`crate::leak`] follows their bodies.

mod counterpart;
pub mod effect;
pub mod effects;
pub mod notes;
pub mod resource;
pub mod stub;
