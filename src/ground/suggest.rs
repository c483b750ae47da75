//! Suggestions for a misspelt word.
//!
//!     closest("exclud", ["tests", "exclude"])     Some("exclude")
//!
//! The caller makes the sentence: did you mean `exclude`?

/// How alike two words must be, from 0 to 1, for one to be suggested: `exclude` for `exclud`, but not `stubs` for `tests`.
const ALIKE: f64 = 0.7;

/// A word of at least this many letters may have one slip: `ovn` for `own`.
const SHORTEST_WITH_SLIP: usize = 3;

/// The known word that is most like `word`, if one is alike enough. Case does not count.
pub fn closest<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let word = word.to_lowercase();
    known
        .into_iter()
        .map(|known| {
            let likeness = strsim::normalized_damerau_levenshtein(&word, &known.to_lowercase());
            (likeness, known)
        })
        .filter(|(likeness, known)| *likeness >= ALIKE || is_one_slip(&word, known))
        .max_by(|a, b| a.0.total_cmp(&b.0))
        .map(|(_, known)| known)
}

fn is_one_slip(word: &str, known: &str) -> bool {
    word.len() >= SHORTEST_WITH_SLIP && strsim::damerau_levenshtein(word, &known.to_lowercase()) == 1
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
