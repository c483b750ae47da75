//! Checkstyle XML: findings grouped by file, without paths and help.

use super::xml::escaped;
use super::{Report, place};
use crate::findings::one_line::one_line_message;
use std::io::{self, Write};

/// Writes one `file` element for each file with findings.
pub fn write(report: &Report, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, r#"<?xml version="1.0" encoding="UTF-8"?>"#)?;
    writeln!(out, r#"<checkstyle version="4.3">"#)?;
    let same_file =
        |a: &crate::findings::finding::Finding, b: &crate::findings::finding::Finding| a.source.shown == b.source.shown;
    for findings in report.findings.chunk_by(same_file) {
        writeln!(out, r#"  <file name="{}">"#, escaped(&findings[0].source.shown))?;
        for finding in findings {
            let (start, _) = place(&finding.source, finding.span);
            writeln!(
                out,
                r#"    <error line="{}" column="{}" severity="{}" message="{}" source="bodyguard.{}"/>"#,
                start.line,
                start.column,
                report.level(finding).name(),
                escaped(&one_line_message(finding)),
                finding.rule.name(),
            )?;
        }
        writeln!(out, "  </file>")?;
    }
    writeln!(out, "</checkstyle>")
}
