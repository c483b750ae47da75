//! From a leak to what the user reads: rules, findings, messages, and comments that silence.

pub mod finding;
pub mod messages;
pub mod rule;
pub mod suppress;
