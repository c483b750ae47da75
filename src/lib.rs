//! Finds HTTP response bodies in Go code that are not closed on some path.
//!
//! The road: paths -> discover -> parse -> outline and body -> resolve -> explore -> findings -> report.
//! Every arrow is a function from values to a value; ARCHITECTURE.md tells the whole of it.
//!
//! [`check::check`], [`fix::fix`] and [`debug`] may be called on any thread. Whoever lowers or explores by hand, or calls
//! them on a thread pool of rayon's, gives those threads stacks of [`stack::SIZE`]; see [`stack::on_large`].

#![forbid(unsafe_code)]

pub mod candidates;
pub mod check;
pub mod cli;
pub mod findings;
pub mod fix;
pub mod go;
pub mod ground;
pub mod leak;
pub mod meaning;
pub mod program;
pub mod report;
pub mod run;
pub mod task;
