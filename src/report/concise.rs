//! One line for each finding, in the form of compiler messages:
//!
//!     path/file.go:12:15: response body of http.Get is never closed (never-closed)

use super::{Report, place};
use crate::findings::one_line::one_line_message;
use crate::ground::printable::printable;
use std::io::{self, Write};

/// Writes the findings, one a line.
pub fn write(report: &Report, out: &mut dyn Write) -> io::Result<()> {
    for finding in &report.findings {
        let (start, _) = place(&finding.source, finding.span);
        writeln!(
            out,
            "{}:{}:{}: {} ({})",
            printable(&finding.source.shown),
            start.line,
            start.column,
            printable(&one_line_message(finding)),
            finding.rule.name()
        )?;
    }
    Ok(())
}
