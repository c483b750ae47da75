//! `primaryLocationLineHash`: the hash by which GitHub's code scanning recognizes a line in a later commit.
//!
//! The hash covers the 100 characters (UTF-16 units) from the start of the line, so it stays the same when lines are
//! added above. Blanks and tabs do not count; `\r`, `\n` and `\r\n` are one line ending. A second line with the same
//! hash gets `:2`. GitHub's upload action computes the hash if it is missing, and warns if it differs; it is written
//! for uploads without the action.

use std::collections::HashMap;

/// Characters in the window.
const WINDOW: usize = 100;
/// The base of the polynomial; arithmetic is modulo 2^64.
const BASE: u64 = 37;
/// Follows the last character.
const END: u16 = u16::MAX;
const NEWLINE: u16 = b'\n' as u16;
const RETURN: u16 = b'\r' as u16;
const SPACE: u16 = b' ' as u16;
const TAB: u16 = b'\t' as u16;

/// The hash of each line of a text; index 0 is line 1.
pub fn line_hashes(units: impl Iterator<Item = u16>) -> Vec<String> {
    let mut rolling = Rolling::new();
    let mut is_line_start = true;
    let mut was_return = false;
    for unit in units.chain([END]) {
        let is_second_half = was_return && unit == NEWLINE;
        was_return = false;
        if unit == SPACE || unit == TAB || is_second_half {
            continue;
        }
        was_return = unit == RETURN;
        let unit = if was_return { NEWLINE } else { unit };
        rolling.push(unit, is_line_start);
        is_line_start = unit == NEWLINE;
    }
    for _ in 0..WINDOW {
        rolling.push(0, false);
    }
    rolling.names
}

/// A window over the last 100 characters and its hash.
struct Rolling {
    window: [u16; WINDOW],
    /// Whether the character at this place of the window starts a line that has no name yet.
    starts_line: [bool; WINDOW],
    /// The place of the oldest character, which the next one replaces.
    oldest: usize,
    hash: u64,
    /// BASE to the power of WINDOW: the weight of the character that leaves.
    weight: u64,
    seen: HashMap<u64, usize>,
    names: Vec<String>,
}

impl Rolling {
    fn new() -> Rolling {
        Rolling {
            window: [0; WINDOW],
            starts_line: [false; WINDOW],
            oldest: 0,
            hash: 0,
            weight: (0..WINDOW).fold(1, |power: u64, _| power.wrapping_mul(BASE)),
            seen: HashMap::new(),
            names: Vec::new(),
        }
    }

    /// Adds one character. If the character that leaves the window starts a line, the window holds the 100 characters
    /// from there, and its hash is that of the line.
    fn push(&mut self, unit: u16, starts_line: bool) {
        if self.starts_line[self.oldest] {
            let count = self.seen.entry(self.hash).or_default();
            *count += 1;
            self.names.push(format!("{:x}:{count}", self.hash));
        }
        self.starts_line[self.oldest] = starts_line;
        let leaving = u64::from(self.window[self.oldest]);
        self.window[self.oldest] = unit;
        self.hash =
            self.hash.wrapping_mul(BASE).wrapping_add(u64::from(unit)).wrapping_sub(self.weight.wrapping_mul(leaving));
        self.oldest = (self.oldest + 1) % WINDOW;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hashes(text: &str) -> Vec<String> {
        line_hashes(text.encode_utf16())
    }

    /// The hashes by their definition, without a rolling window: a line is the 100 units from its first one that is not
    /// blank; after the last unit follow -1 and then zeros; the first unit weighs 37^99.
    fn by_definition(text: &str) -> Vec<String> {
        let one_line_end = text.replace("\r\n", "\n").replace('\r', "\n");
        let mut units: Vec<u16> = one_line_end.encode_utf16().filter(|unit| ![SPACE, TAB].contains(unit)).collect();
        units.push(END);
        let starts: Vec<usize> = (0..units.len()).filter(|&at| at == 0 || units[at - 1] == NEWLINE).collect();
        let hash = |start: usize| {
            let window = (start..start + WINDOW).map(|at| units.get(at).copied().unwrap_or(0));
            window.fold(0u64, |sum, unit| sum.wrapping_mul(BASE).wrapping_add(u64::from(unit)))
        };
        let hashes: Vec<u64> = starts.into_iter().map(hash).collect();
        let count = |at: usize| hashes[..=at].iter().filter(|hash| **hash == hashes[at]).count();
        (0..hashes.len()).map(|at| format!("{:x}:{}", hashes[at], count(at))).collect()
    }

    /// Computed by hand: an empty file is the line `-1, 0, 0, ...`, so 65535 times 37 to the power of 99, modulo 2^64.
    #[test]
    fn an_empty_file_is_one_line_with_the_end_alone() {
        let power = (0..99).fold(1u64, |power, _| power.wrapping_mul(37));
        assert_eq!(hashes(""), [format!("{:x}:1", power.wrapping_mul(65535))]);
        assert_eq!(hashes(""), ["c129715d7a2bc9a3:1"]);
    }

    /// Computed by hand: `a` weighs 97 times 37^99, the end of the line 10 times 37^98, `b` 98 times 37^97, then the
    /// end.
    #[test]
    fn a_line_reaches_into_the_lines_that_follow() {
        let power = |exponent: u32| (0..exponent).fold(1u64, |power, _| power.wrapping_mul(37));
        let terms = [(97u64, 99), (10, 98), (98, 97), (65535, 96)];
        let hash =
            terms.iter().fold(0u64, |sum, (unit, exponent)| sum.wrapping_add(unit.wrapping_mul(power(*exponent))));
        assert_eq!(hashes("a\nb")[0], format!("{hash:x}:1"));
        let next = 98u64.wrapping_mul(power(99)).wrapping_add(65535u64.wrapping_mul(power(98)));
        assert_eq!(hashes("a\nb")[1], format!("{next:x}:1"));
    }

    /// Values of GitHub's own implementation.
    #[test]
    fn hashes_are_those_of_github() {
        let lines = ["271789c17abda88f:1", "54703d4cd895b18:1", "180aee12dab6264:1", "a23a3dc5e078b07b:1"];
        assert_eq!(hashes(" a\nb\n  \t\tc\n d"), lines);
        let open = [
            "8b7cf3e952e7aeb2:1",
            "b1ae1287ec4718d9:1",
            "bff680108adb0fcc:1",
            "c6805c5e1288b612:1",
            "b86d3392aea1be30:1",
            "e6ceba753e1a442:1",
        ];
        assert_eq!(hashes(" hello; \t\nworld!!!\n\n\n  \t\tGreetings\n End"), open);
    }

    /// `\n`, `\r`, `\r\n` and a mix of them give equal hashes, which are those of GitHub's implementation.
    #[test]
    fn line_ends_of_all_systems_are_alike() {
        let closed = [
            "e9496ae3ebfced30:1",
            "fb7c023a8b9ccb3f:1",
            "ce8ba1a563dcdaca:1",
            "e20e36e16fcb0cc8:1",
            "b3edc88f2938467e:1",
            "c8e28b0b4002a3a0:1",
            "c129715d7a2bc9a3:1",
        ];
        let text = " hello; \t\nworld!!!\n\n\n  \t\tGreetings\n End\n";
        for line_end in ["\n", "\r", "\r\n"] {
            assert_eq!(hashes(&text.replace('\n', line_end)), closed, "{line_end:?}");
        }
        assert_eq!(hashes(" hello; \t\nworld!!!\r\n\n\r  \t\tGreetings\r End\r\n"), closed);
    }

    /// Ten equal lines: the windows of six hold such lines only, those of the others reach the end of the file. Values
    /// of GitHub's own implementation.
    #[test]
    fn equal_lines_are_counted() {
        let lines = [
            "a7f2ff13bc495cf2:1",
            "a7f2ff13bc495cf2:2",
            "a7f2ff13bc495cf2:3",
            "a7f2ff13bc495cf2:4",
            "a7f2ff13bc495cf2:5",
            "a7f2ff13bc495cf2:6",
            "a7f2ff1481e87703:1",
            "a9cf91f7bbf1862b:1",
            "55ec222b86bcae53:1",
            "cc97dc7b1d7d8f7b:1",
            "c129715d7a2bc9a3:1",
        ];
        assert_eq!(hashes(&"Lorem ipsum dolor sit amet.\n".repeat(10)), lines);
    }

    /// Texts with tabs, line ends of all kinds, characters of one to four bytes, lines longer than the window.
    #[test]
    fn the_rolling_hash_agrees_with_its_definition() {
        let parts =
            ["x", "\t", " ", "\n", "\r\n", "\r", "é", "🚀", "resp, err := http.Get(u)", "\u{ffff}", "日本", "\n\n"];
        let mut state = 7u64;
        for length in 0..300 {
            let mut text = String::new();
            for _ in 0..length {
                state = state.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
                let part = parts[(state >> 33) as usize % parts.len()];
                // A return, blanks, a newline are two line ends, which the definition above does not know.
                let is_blank = part == " " || part == "\t";
                text.push_str(if is_blank && text.ends_with('\r') { "y" } else { part });
            }
            assert_eq!(hashes(&text), by_definition(&text), "{text:?}");
        }
    }

    #[test]
    fn a_return_and_a_newline_with_a_blank_between_are_two_lines() {
        assert_eq!(hashes("a\r \nb").len(), 3);
        assert_eq!(hashes("a\r\nb").len(), 2);
    }
}
