//! A name for a finding that survives edits elsewhere in the file.
//!
//! Made from the rule, the path, the function, the call as written, and a count among equals; lines play no part.

use crate::finding::Finding;
use std::collections::HashMap;

/// One fingerprint for each finding, in their order: 16 hexadecimal digits, and `:2` from the second equal one on.
pub fn fingerprints(findings: &[Finding]) -> Vec<String> {
    let mut seen: HashMap<u64, usize> = HashMap::new();
    findings
        .iter()
        .map(|finding| {
            let hash = hash(&[finding.rule.id(), &finding.source.shown, &finding.function, &finding.callee]);
            let count = seen.entry(hash).or_default();
            *count += 1;
            match *count {
                1 => format!("{hash:016x}"),
                count => format!("{hash:016x}:{count}"),
            }
        })
        .collect()
}

/// FNV-1a over the words, each closed by a zero byte. Fixed for all time: fingerprints are stored by other programs,
/// so the hash of the standard library, which may change, does not do.
fn hash(words: &[&str]) -> u64 {
    let bytes = words.iter().flat_map(|word| word.bytes().chain([0]));
    bytes.fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3))
}
