//! Shared code of the fuzz targets: the check of a text that lies in no folder.

#![forbid(unsafe_code)]

use bodyguard::Finding;
use bodyguard::GoFile;
use bodyguard::internals::OpenTexts;
use bodyguard::internals::Stub;
use bodyguard::internals::check;
use bodyguard::internals::{Checked, Task};
use std::path::PathBuf;
use std::sync::Once;

/// Checks a text as the only file of its package, with these user stubs. Nothing is read from disk: the folder does not
/// exist.
pub fn check_text(text: &[u8], stubs: Vec<Stub>) -> Checked {
    static POOL: Once = Once::new();
    // The stack that the program gives its threads.
    POOL.call_once(|| drop(rayon::ThreadPoolBuilder::new().num_threads(1).stack_size(64 << 20).build_global()));
    let path = PathBuf::from("/there/is/no/such/folder/a.go");
    let file = GoFile { path: path.clone(), shown: "a.go".to_string() };
    let task = Task { report: vec![file], open: OpenTexts::one(&path, text), stubs, ..Task::default() };
    rayon::scope(|_| check(&task))
}

/// Asserts the properties of every finding.
pub fn assert_sound(finding: &Finding) {
    let text = finding.source.text();
    for span in finding.steps.iter().map(|step| step.span).chain([finding.span]) {
        assert!(text.get(span.range()).is_some(), "{span:?} of {} bytes: {}", text.len(), finding.message);
    }
    assert!(!finding.source.slice(finding.span).contains('\n'), "the place of a finding is in one line");
    assert!(!finding.message.is_empty());
}

/// Findings as text, to compare two runs.
pub fn rendered(checked: &Checked) -> Vec<String> {
    let mut lines: Vec<String> = checked
        .findings
        .iter()
        .map(|finding| format!("{:?} {:?} {:?} {}", finding.rule, finding.span, finding.steps, finding.message))
        .collect();
    lines.sort();
    lines
}
