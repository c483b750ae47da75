//! Text that is printed without doing anything else: what a terminal or a CI log would obey is written as an escape.
//!
//!     a⏎::error::b.go       a\n::error::b.go
//!
//! A file may have any name, and comments and strings any characters: a line end makes a line of its own, which a CI service takes for a
//! command, ESC moves the cursor, and marks of direction show code in another order.

use std::borrow::Cow;

/// Whether a character does something else than to be shown: controls, line ends of Unicode, marks of direction.
pub fn is_obeyed(letter: char) -> bool {
    letter.is_control()
        || matches!(letter, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// A text of one line with such characters written as escapes of Rust: `\n`, `\u{1b}`.
pub fn printable(text: &str) -> Cow<'_, str> {
    if !text.contains(is_obeyed) {
        return Cow::Borrowed(text);
    }
    let mut shown = String::with_capacity(text.len() + 8);
    for letter in text.chars() {
        match is_obeyed(letter) {
            true => shown.extend(letter.escape_default()),
            false => shown.push(letter),
        }
    }
    Cow::Owned(shown)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_terminal_obeys_is_escaped() {
        for (text, expected) in [
            ("a b/ü🚀\u{200d}.go", "a b/ü🚀\u{200d}.go"),
            ("a\n::error::b\r", "a\\n::error::b\\r"),
            ("\u{1b}]0;x\u{7}\u{9b}\u{7f}", "\\u{1b}]0;x\\u{7}\\u{9b}\\u{7f}"),
            ("\u{202e}a\u{2066}\u{200f}\u{61c}\u{2028}", "\\u{202e}a\\u{2066}\\u{200f}\\u{61c}\\u{2028}"),
        ] {
            assert_eq!(printable(text), expected);
        }
    }
}
