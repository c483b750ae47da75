//! Logging commands of Azure Pipelines, which shows them as issues of the run.
//!
//!     ##vso[task.logissue type=error;sourcepath=a.go;linenumber=7;columnnumber=15;code=never-closed]response body of ...

use super::{Report, from_repository, message_and_help, place};
use crate::findings::rule::Level;
use std::io::{self, Write};

/// Writes one command for each finding.
pub fn write(report: &Report, out: &mut dyn Write) -> io::Result<()> {
    for finding in &report.findings {
        let (start, _) = place(&finding.source, finding.span);
        let kind = match report.level(finding) {
            Level::Error => "error",
            Level::Warning | Level::Off => "warning",
        };
        let shown = &finding.source.shown;
        let path = from_repository(report, shown).unwrap_or_else(|| shown.to_string());
        writeln!(
            out,
            "##vso[task.logissue type={kind};sourcepath={};linenumber={};columnnumber={};code={}]{}",
            property(&path),
            start.line,
            start.column,
            finding.rule.name(),
            escaped(&message_and_help(finding)),
        )?;
    }
    Ok(())
}

/// Escapes line breaks and the escape character itself.
fn escaped(text: &str) -> String {
    text.replace('%', "%AZP25").replace('\r', "%0D").replace('\n', "%0A")
}

/// Escapes the separators of properties too.
fn property(text: &str) -> String {
    escaped(text).replace(';', "%3B").replace(']', "%5D")
}
