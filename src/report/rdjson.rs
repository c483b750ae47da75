//! Reviewdog's diagnostic format. Columns count bytes, as it asks for.

use super::{Report, place};
use crate::rule::{HOME, Level};
use serde_json::json;
use std::io::{self, Write};

/// Writes one object with all findings.
pub fn write(report: &Report, out: &mut dyn Write) -> io::Result<()> {
    let diagnostics: Vec<_> = report
        .findings
        .iter()
        .map(|finding| {
            let (start, end) = place(&finding.source, finding.span);
            let severity = match report.level(finding) {
                Level::Error => "ERROR",
                Level::Warning | Level::Off => "WARNING",
            };
            json!({
                "message": finding.message,
                "severity": severity,
                "location": {
                    "path": &*finding.source.shown,
                    "range": {
                        "start": { "line": start.line, "column": start.column },
                        "end": { "line": end.line, "column": end.column },
                    },
                },
                "code": {
                    "value": finding.rule.name(),
                    "url": finding.rule.url().unwrap_or_default(),
                },
            })
        })
        .collect();
    let whole = json!({
        "source": { "name": "bodyguard", "url": HOME },
        "diagnostics": diagnostics,
    });
    serde_json::to_writer_pretty(&mut *out, &whole)?;
    writeln!(out)
}
