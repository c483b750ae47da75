//! Tests from outside: of the program, and of the library as other programs use it. One target, so that they are linked once.
//!
//!     cargo test --test suite cli       one of its modules

// Helpers of a test are not inside a `#[test]` function, where the lint allows it.
#![allow(clippy::unwrap_used)]

mod book;
mod cli;
mod docs;
#[cfg(unix)]
mod faults;
#[cfg(unix)]
mod fix_files;
mod formats;
mod hostile;
#[cfg(unix)]
mod hostile_files;
#[cfg(target_os = "linux")]
mod hostile_prints;
#[cfg(target_os = "linux")]
mod interrupt;
mod layers;
mod modules;
mod packaging;
mod picture;
mod server;
mod session;
mod since;
