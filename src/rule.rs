//! The rules: their ids, names, levels and texts. One row of data each; nothing here looks at code.

/// How much a finding of a rule matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// Not reported unless it is selected.
    Off,
    /// Reported; does not fail the run.
    Warning,
    /// Reported; the exit code is 1.
    Error,
}

/// A rule, by its place in [`RULES`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Rule {
    /// No path closes the body.
    NeverClosed,
    /// Some path closes the body or hands it over, another does not.
    LeaksOnPath,
    /// The response is thrown away by the call itself.
    DiscardedResponse,
    /// The last variable that holds the response is overwritten.
    OverwrittenResponse,
    /// `defer resp.Body.Close()` inside a loop.
    DeferInLoop,
    /// The response is used before the error that came with it is looked at.
    ClosedBeforeCheck,
    /// A `//bodyguard:ignore` that silences nothing.
    UnusedSuppression,
}
