//! The Code Quality report of GitLab, a list that GitLab compares between branches by fingerprint.

use super::fingerprint::fingerprints;
use super::{Report, from_repository, place};
use crate::findings::one_line::one_line_message;
use crate::findings::rule::Level;
use serde_json::json;
use std::io::{self, Write};

/// Writes the list.
pub fn write(report: &Report, out: &mut dyn Write) -> io::Result<()> {
    let prints = fingerprints(&report.findings);
    let issues: Vec<_> = report
        .findings
        .iter()
        .zip(prints)
        .map(|(finding, fingerprint)| {
            let (start, end) = place(&finding.source, finding.span);
            let severity = match report.level(finding) {
                Level::Error => "major",
                Level::Warning | Level::Off => "minor",
            };
            let shown = &finding.source.shown;
            let path = from_repository(report, shown).unwrap_or_else(|| shown.to_string());
            json!({
                "type": "issue",
                "check_name": finding.rule.name(),
                "description": one_line_message(finding),
                "categories": ["Bug Risk"],
                "severity": severity,
                "fingerprint": fingerprint,
                "location": {
                    "path": path,
                    "lines": { "begin": start.line, "end": end.line },
                },
            })
        })
        .collect();
    serde_json::to_writer_pretty(&mut *out, &issues)?;
    writeln!(out)
}
