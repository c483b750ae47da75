//! Problems: reports that part of the code was not checked.
//!
//!     a.go:7:1: a declaration could not be parsed; what is inside it is not checked     Problem { kind: Syntax, .. }
//!
//! The analysis cannot fail; it returns its findings and a list of problems. A problem says nothing about a response: that is
//! a finding.

/// A reason why part of the code was not checked, or a mistake in a directive. Never an error-level finding.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Problem {
    /// The path to show.
    pub path: String,
    /// 1-based line and column (bytes), where there is one.
    pub position: Option<(usize, usize)>,
    /// Its kind.
    pub kind: ProblemKind,
    /// One sentence that says what is wrong and what follows from it.
    pub message: String,
}

impl Problem {
    /// Whether a file was not read at all.
    pub fn is_unread_file(&self) -> bool {
        self.kind == ProblemKind::Unreadable && self.position.is_none()
    }
}

/// The kinds of [`Problem`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ProblemKind {
    /// A file or folder could not be read.
    Unreadable,
    /// A declaration could not be understood and was skipped.
    Syntax,
    /// A `//bodyguard:` directive is malformed; counts as a warning.
    Directive,
    /// A function, or a type, was too large to be followed to the end.
    GivenUp,
    /// A setting has no effect, or a folder has no Go files; counts as a warning.
    Setting,
}
