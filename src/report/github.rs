//! Workflow commands, which GitHub Actions shows as annotations of the changed lines.
//!
//!     ::error file=a.go,line=7,endLine=7,col=15,endColumn=26,title=bodyguard (never-closed)::response body of ...

use super::{Report, from_repository, message_and_help, place};
use crate::findings::rule::Level;
use crate::ground::printable::printable;
use std::io::{self, Write};

/// Writes one command for each finding.
pub fn write(report: &Report, out: &mut dyn Write) -> io::Result<()> {
    for finding in &report.findings {
        let (start, end) = place(&finding.source, finding.span);
        let command = match report.level(finding) {
            Level::Error => "error",
            Level::Warning | Level::Off => "warning",
        };
        let shown = &finding.source.shown;
        let path = from_repository(report, shown).unwrap_or_else(|| shown.to_string());
        writeln!(
            out,
            "::{command} file={},line={},endLine={},col={},endColumn={},title={}::{}",
            property(&printable(&path)),
            start.line,
            end.line,
            start.column,
            end.column,
            property(&format!("bodyguard ({})", finding.rule.name())),
            escaped(&printable(&message_and_help(finding))),
        )?;
    }
    Ok(())
}

/// Escapes line breaks and the escape character itself.
fn escaped(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// Escapes the separators of properties too, which matter before `::`.
fn property(text: &str) -> String {
    escaped(text).replace(':', "%3A").replace(',', "%2C")
}
