//! Reading only what can matter finds what reading everything finds.
//!
//! Each case of `testdata/` is checked twice: with every declaration parsed and every call followed, and with only the
//! functions parsed that use a name by which a response can come. `tests/determinism.rs` compares the two ways on a
//! generated module.

mod cases;

use bodyguard::check::{Checked, Reading};

#[test]
fn focused_reading_finds_the_same_in_every_case() {
    let mut count = 0;
    let mut wrong = Vec::new();
    for case in cases::all_cases() {
        let whole = shown(&cases::check_case_reading(&case, Reading::Whole));
        let focused = shown(&cases::check_case_reading(&case, Reading::Focused));
        wrong.extend(whole.iter().filter(|line| !focused.contains(line)).map(|line| format!("missing: {line}")));
        wrong.extend(focused.iter().filter(|line| !whole.contains(line)).map(|line| format!("more: {line}")));
        count += whole.len();
    }
    assert!(wrong.is_empty(), "\n{}\n", wrong.join("\n"));
    assert!(count > 300, "only {count} findings: the comparison says little");
}

/// The findings with all their steps, sorted.
fn shown(checked: &Checked) -> Vec<String> {
    let mut lines: Vec<String> = checked
        .findings
        .iter()
        .map(|finding| {
            let line = finding.source.line(finding.span.start);
            format!("{}:{line} {:?} {:?}", finding.source.shown, finding.rule, finding.steps)
        })
        .collect();
    lines.sort();
    lines
}
