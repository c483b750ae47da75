//! Whether a file is damaged, as far as that shows without parsing it.
//!
//!     package p; func f() {       damaged: a brace is open at the end
//!     fun f() {}                  damaged: no package clause
//!     package p; func f() { if }  looks whole; only the parser finds the mistake
//!
//! Of most files no function is parsed. This check finds the files among them that are cut off or no Go at all, and only those
//! are parsed to report where.

use super::{ItemReader, ItemSpans, table};
use crate::go::lex::{after_quoted, is_word, word_at};

/// Whether a text looks like a whole Go file, without parsing it: a package clause comes first, quotes and brackets come in pairs.
/// A file of comments alone looks whole. A text that does not look whole is damaged; one that does may have damage that
/// only the parser sees.
pub fn looks_whole(text: &[u8]) -> bool {
    starts_with_package(text) && (has_as_many_ends(text) || has_matching_brackets(text))
}

/// Whether as many brackets close as open, and the number of quotes is even, counting also those in strings and comments. Leaving
/// these out takes ten times as long, and few texts need it.
pub fn has_as_many_ends(text: &[u8]) -> bool {
    /// The number of bytes that are counted side by side.
    const LANES: usize = 16;
    /// The number of blocks after which a count could overflow.
    const BLOCKS: usize = 126;
    let (mut round, mut other) = (0_i64, 0_i64);
    let (mut quotes, mut raw) = (0_u8, 0_u8);
    let mut count = |blocks: &[[u8; LANES]]| {
        let (mut rounds, mut others) = ([0_i8; LANES], [0_i8; LANES]);
        let (mut doubles, mut backs) = ([0_u8; LANES], [0_u8; LANES]);
        for block in blocks {
            for lane in 0..LANES {
                let byte = block[lane];
                rounds[lane] += i8::from(byte == b'(') - i8::from(byte == b')');
                // `[` and `{` differ in one bit, and so do `]` and `}`.
                others[lane] += i8::from(byte & !0x20 == b'[') - i8::from(byte & !0x20 == b']');
                doubles[lane] += u8::from(byte == b'"');
                backs[lane] += u8::from(byte == b'`');
            }
        }
        for lane in 0..LANES {
            round += i64::from(rounds[lane]);
            other += i64::from(others[lane]);
            quotes ^= doubles[lane];
            raw ^= backs[lane];
        }
    };
    let (blocks, rest) = text.as_chunks::<LANES>();
    blocks.chunks(BLOCKS).for_each(&mut count);
    let mut last = [0; LANES];
    last[..rest.len()].copy_from_slice(rest);
    count(&[last]);
    round == 0 && other == 0 && quotes.is_multiple_of(2) && raw.is_multiple_of(2)
}

fn starts_with_package(text: &[u8]) -> bool {
    let mut cursor = ItemReader { bytes: text, at: 0, found: ItemSpans::default() };
    cursor.skip_space(true);
    cursor.at >= text.len() || word_at(text, cursor.at) == b"package"
}

/// The bytes that [`has_matching_brackets`] looks at.
static BRACKET_OR_QUOTE: [bool; 256] = table(b"()[]{}\"'`/");

fn has_matching_brackets(text: &[u8]) -> bool {
    // The closing brackets that are missing.
    let mut open: Vec<u8> = Vec::with_capacity(32);
    let mut at = 0;
    while let Some(byte) = text.get(at).copied() {
        if !BRACKET_OR_QUOTE[usize::from(byte)] {
            at += 1;
            continue;
        }
        match byte {
            b'(' | b'[' | b'{' => {
                if open.is_empty() && !may_open_declaration(text, at) {
                    return false;
                }
                open.push(if byte == b'(' { b')' } else { byte + 2 });
            }
            b')' | b']' | b'}' => {
                if open.pop() != Some(byte) {
                    return false;
                }
            }
            _ => {
                let end = after_quoted(text, at);
                let quoted = &text[at..end.max(at)];
                let is_whole = match quoted {
                    [b'/', b'*', inner @ ..] => inner.len() >= 2 && inner.ends_with(b"*/"),
                    [b'/', ..] | [] => true,
                    [quote, inner @ ..] => inner.last() == Some(quote),
                };
                if !is_whole {
                    return false;
                }
                at = end.max(at + 1);
                continue;
            }
        }
        at += 1;
    }
    open.is_empty()
}

/// Whether a bracket outside of all others may be where it is: on a line that continues a declaration, or starts one.
fn may_open_declaration(text: &[u8], at: usize) -> bool {
    let line = memchr::memrchr(b'\n', &text[..at]).map_or(0, |end| end + 1);
    let starts_word = text.get(line).copied().is_some_and(is_word);
    let word = word_at(text, line);
    !starts_word || line == 0 || matches!(word, b"func" | b"type" | b"var" | b"const" | b"import" | b"package")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn damage_shows_without_parsing() {
        for text in [
            "",
            "// nothing\n",
            "package p",
            "\u{feff}// c\n/* d */ package p; func f() { g('}', \"{\", `(`) /* [ */ } // (\n",
            "package p\n\nvar x =\n\tf(1)\n\nfunc f(\n\ta int,\n) (\n\tb, c int,\n) {\n}\n\ntype T[\n\tK any,\n] struct{}\n",
            "package p\n\nvar a = 6 / 2 / 3 // why\n",
            "package p\n\nvar q, r = '\\'', '\\\\'\n",
        ] {
            assert!(looks_whole(text.as_bytes()), "{text}");
        }
        for text in [
            "func f() {}\n",
            "pakage p\n",
            "package p\nfunc f() {\n",
            "package p\nfunc f() { g(] }\n",
            "package p\nfunc f() }\n",
            "package p\nvar s = \"a\n",
            "package p\nvar s = `a\n",
            "package p\nfun f() {\n",
        ] {
            assert!(!looks_whole(text.as_bytes()), "{text}");
        }
    }
}
