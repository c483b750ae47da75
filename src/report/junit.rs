//! JUnit XML: each finding is a failed test case; a run without findings is one test case that passed.

use super::xml::escaped;
use super::{Report, message_and_help, place};
use crate::findings::one_line::one_line_message;
use std::io::{self, Write};

/// Writes one test suite.
pub fn write(report: &Report, out: &mut dyn Write) -> io::Result<()> {
    let failures = report.findings.len();
    let tests = failures.max(1);
    writeln!(out, r#"<?xml version="1.0" encoding="UTF-8"?>"#)?;
    writeln!(out, r#"<testsuites name="bodyguard" tests="{tests}" failures="{failures}" errors="0">"#)?;
    writeln!(out, r#"  <testsuite name="bodyguard" tests="{tests}" failures="{failures}" errors="0">"#)?;
    if report.findings.is_empty() {
        writeln!(out, r#"    <testcase name="response bodies" classname="bodyguard"/>"#)?;
    }
    for finding in &report.findings {
        let (start, _) = place(&finding.source, finding.span);
        let path = escaped(&finding.source.shown);
        let (name, id) = (finding.rule.name(), finding.rule.id());
        let message = escaped(&one_line_message(finding));
        writeln!(
            out,
            r#"    <testcase name="{name} {path}:{}:{}" classname="{path}" file="{path}" line="{}">"#,
            start.line, start.column, start.line
        )?;
        writeln!(
            out,
            r#"      <failure type="{id}" message="{message}">{path}:{}:{}: {}</failure>"#,
            start.line,
            start.column,
            escaped(&message_and_help(finding))
        )?;
        writeln!(out, "    </testcase>")?;
    }
    writeln!(out, "  </testsuite>\n</testsuites>")
}
