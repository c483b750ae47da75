//! Finds HTTP response bodies in Go code that are not closed on some path.
//!
//!     let settings = Settings::new(Options { input: Input::Paths(vec!["./...".into()]), ..Options::default() })?;
//!     for finding in bodyguard::check(&settings).findings {
//!         println!("{}: {}", finding.source.shown, finding.message);
//!     }
//!
//! [`check`] and [`fix`] are one run each. A [`Session`] remembers the files that it has read, takes texts that are not saved, and
//! can check again; it is for editors and servers. All of them may be called on any thread: work that needs large stacks runs on
//! threads of its own. [`command_line`] is the program `bodyguard`.
//!
//! All other modules are private. ARCHITECTURE.md describes them.

#![forbid(unsafe_code)]

pub(crate) mod candidates;
pub(crate) mod check;
pub(crate) mod cli;
pub(crate) mod findings;
pub(crate) mod fix;
pub(crate) mod go;
pub(crate) mod ground;
pub(crate) mod leak;
pub(crate) mod meaning;
pub(crate) mod program;
pub(crate) mod report;
pub(crate) mod run;
pub(crate) mod server;
pub(crate) mod session;
pub(crate) mod task;

pub use cli::main as command_line;
pub use findings::finding::{Confidence, DeferStyle, Dependency, Finding, FixHint, Step, StepKind};
pub use findings::rule::{Level, Levels, RULES, Rule, RuleText, Selector};
pub use findings::suppress::GeneratedFiles;
pub use fix::{FileFix, FixRequest, Safety};
pub use ground::problem::{Problem, ProblemKind};
pub use ground::source::{GoFile, Position, Source, Span};
pub use report::{Format, Look, Report};
pub use run::discover::NamedFiles;
pub use run::settings::{ConfigError, Input, Options, Settings};
pub use session::{Cancelled, Session};
pub use task::{Cancel, Reading};

/// Checks the input of the settings. All that went wrong (a file that cannot be read, code that is no Go) is in the report.
pub fn check(settings: &Settings) -> Report {
    check_whole(&mut Session::new(settings.clone()))
}

/// Checks the input of the settings, and returns the edits that fix findings: one entry for each file with findings, sorted by path.
/// Nothing is written.
pub fn fix(settings: &Settings, request: FixRequest) -> Vec<FileFix> {
    let mut session = Session::new(settings.clone());
    let report = check_whole(&mut session);
    session.fix(report.findings, request)
}

/// A check that cannot be cancelled.
fn check_whole(session: &mut Session) -> Report {
    session.check(&Cancel::default()).expect("no other code holds this request to cancel")
}

#[cfg(feature = "internals")]
#[doc(hidden)]
pub mod internals;

#[cfg(test)]
#[path = "../tests/internal/mod.rs"]
mod internal_tests;
