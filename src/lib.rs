//! Finds HTTP response bodies in Go code that are not closed on some path.
//!
//! The road: paths -> discover -> parse -> outline and body -> resolve -> explore -> findings -> report.
//! Every arrow is a function from values to a value; ARCHITECTURE.md tells the whole of it.
//!
//! [`check::check`], [`fix::fix`] and [`debug`] may be called on any thread. Whoever lowers or explores by hand, or calls
//! them on a thread pool of rayon's, gives those threads stacks of [`stack::SIZE`]; see [`stack::on_large`].

#![forbid(unsafe_code)]

pub mod baseline;
pub mod body;
pub mod check;
pub mod cli;
pub mod debug;
pub mod discover;
pub mod effect;
pub mod finding;
pub mod fix;
pub mod flow;
pub mod focus;
pub mod globs;
pub mod index;
pub mod items;
pub mod lex;
pub mod lint;
pub mod lower;
pub mod names;
pub mod outline;
pub mod queries;
pub mod report;
pub mod resolve;
pub mod resource;
pub mod rule;
pub mod scan;
pub mod scratch;
pub mod settings;
pub mod since;
pub mod source;
pub mod spelling;
pub mod stack;
pub mod stubs;
pub mod suppress;
pub mod syntax;
pub mod words;
