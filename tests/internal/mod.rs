//! Tests of modules that the facade does not export. They run as unit tests, so that `src` has no public names for them.
//!
//!     cargo test --lib fixtures                            the cases under `testdata/`
//!     FIXTURE=loops/retry cargo test --lib fixtures        the cases whose name contains the text

mod broken;
mod candidates;
mod cases;
mod debug;
mod determinism;
mod fast_path;
mod fix;
mod fixtures;
mod go_tree;
mod lower;
mod metamorphic;
mod properties;
pub mod snippet;
mod stubs;
mod text_filter;
