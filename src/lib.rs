//! Finds HTTP response bodies in Go code that are not closed on some path.
//!
//! The road: paths -> discover -> parse -> outline and body -> resolve -> explore -> findings -> report.
//! Every arrow is a function from values to a value; ARCHITECTURE.md tells the whole of it.

#![forbid(unsafe_code)]

pub mod body;
pub mod check;
pub mod debug;
pub mod effect;
pub mod finding;
pub mod flow;
pub mod index;
pub mod lower;
pub mod outline;
pub mod resolve;
pub mod rule;
pub mod source;
pub mod split;
pub mod stubs;
pub mod syntax;
pub mod words;
