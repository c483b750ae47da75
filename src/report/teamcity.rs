//! Service messages of TeamCity, which shows them as inspections of the build.
//!
//!     ##teamcity[inspectionType id='BG001' name='never-closed' category='bodyguard' description='No path closes the response body']
//!     ##teamcity[inspection typeId='BG001' message='response body of ...' file='a.go' line='7' SEVERITY='ERROR']

use super::{Report, from_repository, message_and_help, place};
use crate::findings::rule::{Level, RULES};
use std::io::{self, Write};

/// Writes one type for each rule with findings, and one inspection for each finding.
pub fn write(report: &Report, out: &mut dyn Write) -> io::Result<()> {
    let is_found = |rule| report.findings.iter().any(|finding| finding.rule == rule);
    for text in RULES.iter().filter(|text| is_found(text.rule)) {
        writeln!(
            out,
            "##teamcity[inspectionType id='{}' name='{}' category='bodyguard' description='{}']",
            text.id,
            text.name,
            escaped(text.summary),
        )?;
    }
    for finding in &report.findings {
        let (start, _) = place(&finding.source, finding.span);
        let severity = match report.level(finding) {
            Level::Error => "ERROR",
            Level::Warning | Level::Off => "WARNING",
        };
        let shown = &finding.source.shown;
        let path = from_repository(report, shown).unwrap_or_else(|| shown.to_string());
        writeln!(
            out,
            "##teamcity[inspection typeId='{}' message='{}' file='{}' line='{}' SEVERITY='{severity}']",
            finding.rule.id(),
            escaped(&message_and_help(finding)),
            escaped(&path),
            start.line,
        )?;
    }
    Ok(())
}

/// Escapes the characters that service messages reserve, and those beyond ASCII as UTF-16 code units.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '|' | '\'' | '[' | ']' => escaped.extend(['|', letter]),
            '\n' => escaped.push_str("|n"),
            '\r' => escaped.push_str("|r"),
            _ if letter.is_ascii() => escaped.push(letter),
            _ => {
                let units =
                    letter.encode_utf16(&mut [0; 2]).iter().map(|unit| format!("|0x{unit:04X}")).collect::<String>();
                escaped.push_str(&units);
            }
        }
    }
    escaped
}
