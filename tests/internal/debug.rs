//! The output of `bodyguard debug` for functions of all fixtures: it is not empty, and names the results of the walks.

use super::cases;
use crate::cli::debug;
use std::collections::BTreeSet;

#[test]
fn walks_are_shown() {
    let mut seen: BTreeSet<&str> = BTreeSet::new();
    let words =
        ["waiting", "open", "closed", "leaks at", "err: nil", "body", "closer", "request", "true", "returned to"];
    for case in cases::all_cases().iter().filter(|case| !case.is_folder && case.subject != "syntax") {
        let file = &case.files[0];
        for (first, _) in cases::functions(&file.text) {
            let head = file.text.lines().nth(first - 1).unwrap_or("");
            // Some are declared without a body.
            let Some(name) = name(head).filter(|_| head.contains('{')) else {
                continue;
            };
            let place = format!("{}:{name}", file.path.display());
            let shown = debug::paths(&place).unwrap_or_else(|message| panic!("{message}"));
            assert!(!shown.is_empty(), "{place}");
            seen.extend(words.iter().filter(|word| shown.contains(**word)));
        }
    }
    let missing: Vec<_> = words.iter().filter(|word| !seen.contains(*word)).collect();
    assert!(missing.is_empty() || std::env::var_os("FIXTURE").is_some(), "no case shows these words: {missing:?}");
}

/// `Fetch`, or `Client.Fetch` for a method.
fn name(head: &str) -> Option<String> {
    let rest = head.strip_prefix("func ")?;
    let (receiver, rest) = match rest.strip_prefix('(') {
        Some(method) => method.split_once(") ")?,
        None => ("", rest),
    };
    let ends = |c: char| !(c.is_alphanumeric() || c == '_');
    let name = &rest[..rest.find(ends)?];
    let ty = receiver.split('[').next().and_then(|ty| ty.rsplit([' ', '*']).next()).unwrap_or("");
    Some(if ty.is_empty() { name.to_string() } else { format!("{ty}.{name}") })
}
