//! The unchanged lines of two texts, for [`super`].
//!
//!     map("a\nb\nc\n", "x\na\nc\n")     line 1 -> 2, line 3 -> 3

use similar::{Algorithm, DiffTag, capture_diff_slices_deadline};
use std::collections::BTreeMap;
use std::time::{Duration, Instant};

/// After this time the rest of a text counts as rewritten. Two unrelated files of 10,000 lines take a few hundred
/// milliseconds.
const LONGEST: Duration = Duration::from_secs(5);

/// Maps each line of the old text that the new one still has to its line number there; both numbers are 1-based.
pub fn map(old: &str, new: &str) -> BTreeMap<usize, usize> {
    let (old, new): (Vec<&str>, Vec<&str>) = (old.lines().collect(), new.lines().collect());
    let ops = capture_diff_slices_deadline(Algorithm::Myers, &old, &new, Some(Instant::now() + LONGEST));
    let equal = ops.iter().filter(|op| op.tag() == DiffTag::Equal);
    equal.flat_map(|op| op.old_range().zip(op.new_range())).map(|(old, new)| (old + 1, new + 1)).collect()
}

#[cfg(test)]
mod tests {
    use super::map;

    #[test]
    fn lines_that_stay_are_followed() {
        let lines = map("a\nb\nc\n", "x\na\nc\n");
        assert_eq!(lines.into_iter().collect::<Vec<_>>(), [(1, 2), (3, 3)]);
    }
}
