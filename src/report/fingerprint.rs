//! Fingerprints: names of findings that survive edits elsewhere in the file.
//!
//! A fingerprint hashes the rule, the path, the function and the callee as written, and counts equal ones. It ignores
//! lines, messages, and the numbers of function literals, which change when a literal is added above.

use crate::findings::finding::Finding;
use std::collections::HashMap;

/// One fingerprint for each finding, in order: 16 hexadecimal digits, with `:2`, `:3` and so on for further equal ones.
pub fn fingerprints(findings: &[Finding]) -> Vec<String> {
    let mut seen: HashMap<u64, usize> = HashMap::new();
    findings
        .iter()
        .map(|finding| {
            let hash = hash(&[finding.rule.id(), &finding.source.shown, &finding.lasting_function(), &finding.callee]);
            let count = seen.entry(hash).or_default();
            *count += 1;
            match *count {
                1 => format!("{hash:016x}"),
                count => format!("{hash:016x}:{count}"),
            }
        })
        .collect()
}

/// FNV-1a over the words, each followed by a zero byte. Other programs store fingerprints, so this must never change;
/// the hash of the standard library may.
fn hash(words: &[&str]) -> u64 {
    let bytes = words.iter().flat_map(|word| word.bytes().chain([0]));
    bytes.fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::findings::finding::{Confidence, FixHint};
    use crate::findings::rule::Rule;
    use crate::ground::source::{Source, Span};
    use std::path::Path;
    use std::sync::Arc;

    /// A finding at the n-th `http.Get(` of a text.
    fn finding(text: &str, n: usize, function: &str) -> Finding {
        let (start, call) = text.match_indices("http.Get(").nth(n).unwrap();
        Finding {
            rule: Rule::NeverClosed,
            source: Arc::new(Source::new(Path::new("a.go"), "a.go", text.into())),
            span: Span::new(start, start + call.len()),
            function: function.to_string(),
            callee: "http.Get".to_string(),
            message: String::new(),
            steps: Vec::new(),
            other_exits: 0,
            help: String::new(),
            confidence: Confidence::High,
            dependency: None,
            blame: None,
            fix_hint: FixHint::default(),
            edit: None,
            resource: None,
        }
    }

    #[test]
    fn moved_code_keeps_its_fingerprint() {
        let before = "package p\nfunc f() { http.Get(u) }\nfunc g() { http.Get(v) }\n";
        let after =
            "package p\n\nfunc g() {\n\thttp.Get(v) // other lines\n}\nvar url = 1\nfunc f() { http.Get(url) }\n";
        let names_before = fingerprints(&[finding(before, 0, "f"), finding(before, 1, "g")]);
        let names_after = fingerprints(&[finding(after, 1, "f"), finding(after, 0, "g")]);
        assert_eq!(names_before, names_after);
        assert_ne!(names_before[0], names_before[1]);
    }

    #[test]
    fn a_literal_that_is_added_above_changes_no_fingerprint() {
        let text = "http.Get(u)";
        assert_eq!(fingerprints(&[finding(text, 0, "f.func1")]), fingerprints(&[finding(text, 0, "f.func2")]));
        assert_ne!(fingerprints(&[finding(text, 0, "f")]), fingerprints(&[finding(text, 0, "f.func1")]));
        let name = |function| finding(text, 0, function).lasting_function();
        assert_eq!(name("(*Client).Fetch.func12.3"), "(*Client).Fetch.func");
        assert_eq!(name("(*Client).func1x"), "(*Client).func1x");
        assert_eq!(name("Fetch"), "Fetch");
    }

    /// Services store fingerprints, so a release must not change them: rule id, path, function and callee, and nothing
    /// of the message.
    #[test]
    fn fingerprints_are_those_of_earlier_releases() {
        let text = "http.Get(u)";
        let mut in_literal = finding(text, 0, "(*Client).Fetch.func2");
        in_literal.message = "any words".to_string();
        assert_eq!(fingerprints(&[finding(text, 0, "f"), in_literal]), ["a57fe1aeea5479ba", "231b3c1fe50620ba"]);
    }

    #[test]
    fn equals_are_counted() {
        let text = "http.Get(u) http.Get(u) http.Get(u)";
        let names = fingerprints(&[0, 1, 2].map(|n| finding(text, n, "f")));
        assert_eq!(names[1], format!("{}:2", names[0]));
        assert_eq!(names[2], format!("{}:3", names[0]));
    }
}
