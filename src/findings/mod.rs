//! From a leak to a finding that the user reads: rules, messages, and comments that silence findings.

pub mod advice;
pub mod finding;
pub mod messages;
pub mod one_line;
pub mod rule;
pub mod suppress;
