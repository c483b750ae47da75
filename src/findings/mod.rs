//! From a leak to a finding that the user reads: rules, messages, and comments that silence findings.

pub mod finding;
pub mod messages;
pub mod rule;
pub mod suppress;
