//! Comments that silence: every call of `get(` is taken for a finding, and what comes out must be some of them, and
//! comments of ours that silence nothing.

#![no_main]

use bodyguard::Rule;
use bodyguard::internals::{apply, is_generated};
use bodyguard::{Confidence, Finding, FixHint};
use bodyguard::{Source, Span};
use libfuzzer_sys::fuzz_target;
use std::path::Path;
use std::sync::Arc;

fuzz_target!(|bytes: &[u8]| {
    let source = Arc::new(Source::new(Path::new("a.go"), "a.go", bytes.to_vec()));
    let text = source.text().to_string();
    let _ = is_generated(&text);
    let findings: Vec<Finding> = text.match_indices("get(").map(|(at, _)| finding(&source, at)).collect();
    let before = findings.len();
    let unsuppressed = apply(&source, findings);
    let reported = unsuppressed.findings.iter().filter(|finding| finding.rule == Rule::NeverClosed).count();
    assert!(reported <= before);
    unsuppressed.findings.iter().for_each(|finding| assert!(text.get(finding.span.range()).is_some()));
    let lines = source.line_count();
    let is_inside =
        |at: Option<(usize, usize)>| at.is_some_and(|(line, column)| line >= 1 && line <= lines && column >= 1);
    assert!(unsuppressed.problems.iter().all(|problem| is_inside(problem.position)));
});

fn finding(source: &Arc<Source>, at: usize) -> Finding {
    Finding {
        rule: Rule::NeverClosed,
        source: source.clone(),
        span: Span::new(at, at + 3),
        function: "f".to_string(),
        callee: "get".to_string(),
        message: "not closed".to_string(),
        steps: Vec::new(),
        other_exits: 0,
        help: String::new(),
        confidence: Confidence::High,
        fix_hint: FixHint::default(),
    }
}
