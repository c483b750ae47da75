//! Reviewdog's diagnostic format, in which columns count bytes.

use super::{Report, message_and_help, place};
use crate::findings::rule::{HOME, Level};
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
            let mut code = json!({ "value": finding.rule.name() });
            if let Some(url) = finding.rule.url() {
                code["url"] = json!(url);
            }
            let mut diagnostic = json!({
                "message": message_and_help(finding),
                "severity": severity,
                "location": {
                    "path": &*finding.source.shown,
                    "range": {
                        "start": { "line": start.line, "column": start.column },
                        "end": { "line": end.line, "column": end.column },
                    },
                },
                "code": code,
            });
            if let Some(edit) = &finding.edit {
                let (start, end) = (finding.source.position(edit.span.start), finding.source.position(edit.span.end));
                diagnostic["suggestions"] = json!([{
                    "range": {
                        "start": { "line": start.line, "column": start.column },
                        "end": { "line": end.line, "column": end.column },
                    },
                    "text": edit.text,
                }]);
            }
            diagnostic
        })
        .collect();
    let mut source = json!({ "name": "bodyguard" });
    if !HOME.is_empty() {
        source["url"] = json!(HOME);
    }
    let whole = json!({
        "source": source,
        "diagnostics": diagnostics,
    });
    serde_json::to_writer_pretty(&mut *out, &whole)?;
    writeln!(out)
}
