//! Findings with any text and any places -> every format. SARIF and the other JSON formats must be read back as they were
//! meant: as many results, places that count from 1, the path as it was.

#![no_main]

use arbitrary::{Arbitrary, Unstructured};
use bodyguard::Rule;
use bodyguard::{Confidence, Finding, FixHint, Problem, ProblemKind, Step, StepKind};
use bodyguard::{Format, Look, Report};
use bodyguard::{Source, Span};
use libfuzzer_sys::fuzz_target;
use serde_json::Value;
use std::path::{Path, PathBuf};
use std::sync::Arc;

#[derive(Arbitrary, Debug)]
struct Input {
    text: Vec<u8>,
    path: String,
    findings: Vec<Row>,
    problems: Vec<(String, Option<(u16, u16)>, u8)>,
    category: String,
    root: String,
    is_linked: bool,
}

#[derive(Arbitrary, Debug)]
struct Row {
    rule: u8,
    span: (u16, u8),
    words: [String; 4],
    steps: Vec<(u8, u16, u8, String)>,
    other_exits: u8,
}

fuzz_target!(|bytes: &[u8]| {
    let Ok(input) = Input::arbitrary(&mut Unstructured::new(bytes)) else {
        return;
    };
    let source = Arc::new(Source::new(Path::new(&input.path), &input.path, input.text.clone()));
    let mut report = Report {
        findings: input.findings.iter().map(|row| finding(row, &source)).collect(),
        problems: input.problems.iter().map(problem).collect(),
        category: input.category.clone(),
        root: PathBuf::from("/").join(&input.root),
        look: if input.is_linked { Look::Linked } else { Look::Plain },
        ..Report::default()
    };
    bodyguard::internals::sort(&mut report.findings);
    let formats = [Format::Full, Format::Concise, Format::Github, Format::Checkstyle, Format::Junit];
    formats.iter().for_each(|format| drop(written(*format, &report)));
    for format in [Format::Json, Format::Gitlab] {
        let _: Value = serde_json::from_slice(&written(format, &report)).expect("the format is JSON");
    }
    for format in [Format::JsonLines, Format::Rdjson] {
        let text = written(format, &report);
        let whole: Result<Value, _> = serde_json::from_slice(&text);
        let by_line = || text.split(|byte| *byte == b'\n').filter(|line| !line.is_empty());
        assert!(whole.is_ok() || by_line().all(|line| serde_json::from_slice::<Value>(line).is_ok()));
    }
    check_sarif(&written(Format::Sarif, &report), &report);
});

fn check_sarif(text: &[u8], report: &Report) {
    let sarif: Value = serde_json::from_slice(text).expect("SARIF is JSON");
    let results = sarif["runs"][0]["results"].as_array().expect("a run has results");
    assert!(results.len() <= report.findings.len());
    for result in results {
        let place = &result["locations"][0]["physicalLocation"];
        let region = &place["region"];
        let number = |key: &str| region[key].as_u64().expect("a region has four positions");
        assert!(number("startLine") >= 1 && number("startColumn") >= 1);
        assert!((number("startLine"), number("startColumn")) <= (number("endLine"), number("endColumn")));
        assert!(place["artifactLocation"]["uri"].is_string());
        assert!(!result["message"]["text"].as_str().expect("a result has a message").is_empty());
    }
}

fn written(format: Format, report: &Report) -> Vec<u8> {
    let mut out = Vec::new();
    format.write(report, &mut out).expect("memory can be written");
    out
}

fn finding(row: &Row, source: &Arc<Source>) -> Finding {
    let rules = [
        Rule::NeverClosed,
        Rule::LeaksOnPath,
        Rule::DiscardedResponse,
        Rule::OverwrittenResponse,
        Rule::UnusedSuppression,
    ];
    let kinds = [StepKind::Opened, StepKind::Branch, StepKind::Leak, StepKind::Exit];
    let [function, callee, message, help] = row.words.clone();
    Finding {
        rule: rules[usize::from(row.rule) % rules.len()],
        source: source.clone(),
        span: span(source, row.span),
        function,
        callee,
        message: format!("a{message}"),
        steps: row
            .steps
            .iter()
            .map(|(kind, start, len, text)| Step {
                kind: kinds[usize::from(*kind) % kinds.len()],
                span: span(source, (*start, *len)),
                text: text.clone(),
            })
            .collect(),
        other_exits: usize::from(row.other_exits),
        help,
        confidence: Confidence::High,
        fix_hint: FixHint::default(),
    }
}

/// A span inside one line of the text, on boundaries of characters.
fn span(source: &Source, (start, len): (u16, u8)) -> Span {
    let text = source.text();
    let mut start = usize::from(start).min(text.len());
    while !text.is_char_boundary(start) {
        start -= 1;
    }
    let line = text[start..].find('\n').unwrap_or(text.len() - start);
    let mut len = usize::from(len).min(line);
    while !text.is_char_boundary(start + len) {
        len -= 1;
    }
    Span::new(start, start + len)
}

fn problem((message, position, kind): &(String, Option<(u16, u16)>, u8)) -> Problem {
    let kinds = [ProblemKind::Unreadable, ProblemKind::Syntax, ProblemKind::Directive, ProblemKind::GivenUp];
    Problem {
        path: "a.go".to_string(),
        position: position.map(|(line, column)| (usize::from(line) + 1, usize::from(column) + 1)),
        kind: kinds[usize::from(*kind) % kinds.len()],
        message: message.clone(),
    }
}
