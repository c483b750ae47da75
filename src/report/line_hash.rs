//! The hash by which GitHub's code scanning knows a line again, `primaryLocationLineHash`.
//!
//! Each line is named by a rolling hash over the 100 characters (UTF-16 units) that follow its start, so that the name
//! stays when lines above are added. Blanks and tabs do not count; `\r`, `\n` and `\r\n` are one line end. A second
//! line with the same hash gets `:2`. The upload action computes the same when the field is missing; it is written
//! here for uploads that do not go through the action.

use std::collections::HashMap;

/// Characters in the window.
const WINDOW: usize = 100;
/// The base of the polynomial; arithmetic is modulo 2^64.
const BASE: u64 = 37;
/// Stands behind the last character.
const END: u16 = u16::MAX;
const NEWLINE: u16 = b'\n' as u16;
const RETURN: u16 = b'\r' as u16;
const SPACE: u16 = b' ' as u16;
const TAB: u16 = b'\t' as u16;

/// The hash of each line; index 0 is line 1.
pub fn line_hashes(text: &str) -> Vec<String> {
    let mut rolling = Rolling::new();
    let mut is_line_start = true;
    let mut was_return = false;
    for unit in text.encode_utf16().chain([END]) {
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

    /// Takes one character. When the character that leaves starts a line, the window was full from there on, and the
    /// hash as it stands names the line.
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
    use super::line_hashes;

    /// Values that GitHub's own implementation gives.
    #[test]
    fn hashes_are_those_of_github() {
        assert_eq!(line_hashes(""), ["c129715d7a2bc9a3:1"]);
        let lines = ["271789c17abda88f:1", "54703d4cd895b18:1", "180aee12dab6264:1", "a23a3dc5e078b07b:1"];
        assert_eq!(line_hashes(" a\nb\n  \t\tc\n d"), lines);
        assert_eq!(line_hashes(" a\r\nb\r  \t\tc\r\n d"), lines);
    }

    #[test]
    fn equal_lines_are_counted() {
        let text = format!("{0}\n{0}\n", "x".repeat(150));
        let hashes = line_hashes(&text);
        assert_eq!(hashes.len(), 3);
        assert!(hashes[0].ends_with(":1") && hashes[1].ends_with(":2"));
        assert_eq!(hashes[0].split(':').next(), hashes[1].split(':').next());
    }
}
