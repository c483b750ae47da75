//! Words for a name that is not known: what was probably meant.

/// How alike two names must be, 0 to 1, to be offered: `exclud` for `exclude`, but not `tests` for `stubs`.
const ALIKE: f64 = 0.7;

/// From so many letters on one slip is allowed: `ovn` for `own`.
const SHORTEST_WITH_SLIP: usize = 3;

/// The candidate that is most like the word, if one is alike enough.
pub fn closest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let word = word.to_lowercase();
    candidates
        .into_iter()
        .map(|candidate| {
            let likeness = strsim::normalized_damerau_levenshtein(&word, &candidate.to_lowercase());
            (likeness, candidate)
        })
        .filter(|(likeness, candidate)| *likeness >= ALIKE || is_one_slip(&word, candidate))
        .max_by(|a, b| a.0.total_cmp(&b.0))
        .map(|(_, candidate)| candidate)
}

fn is_one_slip(word: &str, candidate: &str) -> bool {
    word.len() >= SHORTEST_WITH_SLIP && strsim::damerau_levenshtein(word, &candidate.to_lowercase()) == 1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slips_are_understood() {
        assert_eq!(closest("exclud", ["tests", "exclude"]), Some("exclude"));
        assert_eq!(closest("tests", ["stubs", "exclude"]), None);
        assert_eq!(closest("ovn", ["close", "own"]), Some("own"));
    }
}
