//! Which lines of two texts are the same.

use similar::{Algorithm, DiffTag, capture_diff_slices_deadline};
use std::collections::BTreeMap;
use std::time::{Duration, Instant};

/// After this a text counts as rewritten in the part that is left. Two unrelated files of 10,000 lines take some hundred
/// milliseconds.
const LONGEST: Duration = Duration::from_secs(5);

/// From the 1-based lines of the old text that are still there to their lines in the new one.
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
