//! What kept part of the code from being checked.

/// Something that kept part of the code from being checked, or a mistake in a directive. Never an error-level finding.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Problem {
    /// The path to show.
    pub path: String,
    /// 1-based line and column (bytes), where there is one.
    pub position: Option<(usize, usize)>,
    /// What kind of problem.
    pub kind: ProblemKind,
    /// One sentence: what is wrong and what follows from it.
    pub message: String,
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
}
