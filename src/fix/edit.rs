//! Changes of a text: where, and what stands there instead.
//!
//!     Edit { start: 40, end: 40, text: "\tdefer resp.Body.Close()\n" }     // an insertion

use crate::ground::source::Source;

/// A range of bytes and its new text. Two insertions at one place keep their order.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Edit {
    /// The first byte that goes.
    pub start: usize,
    /// The byte behind the last one that goes.
    pub end: usize,
    /// What comes.
    pub text: String,
}

impl Edit {
    /// New text in front of a byte.
    pub fn insert(at: usize, text: String) -> Edit {
        Edit { start: at, end: at, text }
    }

    /// No text where there was some.
    pub fn delete(start: usize, end: usize) -> Edit {
        Edit { start, end, text: String::new() }
    }
}

/// Changes that fit together, in the order of the text.
#[derive(Clone, Debug, Default)]
pub struct Edits(Vec<Edit>);

impl Edits {
    /// Adds changes. Equal ones count once: two findings may ask for the same line. False, and nothing is added, if one
    /// overlaps with what is there.
    pub fn add(&mut self, edits: &[Edit]) -> bool {
        let mut all = self.0.clone();
        all.extend(edits.iter().filter(|edit| !self.0.contains(edit)).cloned());
        all.sort_by_key(|edit| (edit.start, edit.end));
        let fits = all.windows(2).all(|pair| pair[0].end <= pair[1].start);
        if fits {
            self.0 = all;
        }
        fits
    }

    /// The changes in the order of the text.
    pub fn iter(&self) -> impl Iterator<Item = &Edit> {
        self.0.iter()
    }

    /// The changed text.
    pub fn apply(&self, bytes: &[u8]) -> Vec<u8> {
        let mut out = Vec::with_capacity(bytes.len() + 64 * self.0.len());
        let mut at = 0;
        for edit in &self.0 {
            out.extend_from_slice(bytes.get(at..edit.start).unwrap_or(&[]));
            out.extend_from_slice(edit.text.as_bytes());
            at = edit.end;
        }
        out.extend_from_slice(bytes.get(at..).unwrap_or(&[]));
        out
    }

    /// Where the byte at an offset stands afterwards; `None` if it is gone.
    pub fn moved(&self, offset: u32) -> Option<u32> {
        let mut moved = i64::from(offset);
        for edit in self.0.iter().take_while(|edit| edit.start <= offset as usize) {
            if edit.end > offset as usize {
                return None;
            }
            moved += i64::try_from(edit.text.len()).ok()? - i64::try_from(edit.end - edit.start).ok()?;
        }
        u32::try_from(moved).ok()
    }
}

/// The line of an offset, in bytes: where it starts, and where the next one does.
pub fn line_around(source: &Source, offset: usize) -> (usize, usize) {
    let line = source.line(u32::try_from(offset).unwrap_or(u32::MAX));
    (source.line_start(line) as usize, source.line_start(line + 1) as usize)
}

/// The white space at the front of the line of an offset.
pub fn indent(source: &Source, offset: usize) -> &str {
    let (start, end) = line_around(source, offset);
    let line = source.text().get(start..end).unwrap_or("");
    line.split(|letter: char| letter != ' ' && letter != '\t').next().unwrap_or("")
}

/// The end of line that the line of an offset has; the one of the first line if it is the last and has none.
pub fn line_ending(source: &Source, offset: usize) -> &'static str {
    let (start, end) = line_around(source, offset);
    let line = source.text().get(start..end).unwrap_or("");
    let line = if line.ends_with('\n') { line } else { source.text().split_inclusive('\n').next().unwrap_or("") };
    if line.ends_with("\r\n") { "\r\n" } else { "\n" }
}

/// Whether nothing but white space stands in front of an offset in its line.
pub fn starts_line(source: &Source, offset: usize) -> bool {
    let (start, _) = line_around(source, offset);
    source.text().get(start..offset).is_some_and(|front| front.trim_start_matches('\u{feff}').trim().is_empty())
}

/// The offset behind the line in which a node ends, if nothing but a comment follows in it.
pub fn behind_line(source: &Source, node_end: usize) -> Option<usize> {
    let (_, end) = line_around(source, node_end);
    let rest = source.text().get(node_end..end)?;
    let rest_text = rest.trim();
    let is_comment = rest_text.starts_with("//")
        || rest_text.starts_with("/*") && rest_text.ends_with("*/") && rest_text.matches("*/").count() == 1;
    (rest.ends_with('\n') && (rest_text.is_empty() || is_comment)).then_some(end)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::path::Path;

    #[test]
    fn edits_apply_and_move_what_follows() {
        let mut edits = Edits::default();
        assert!(edits.add(&[Edit::insert(2, "XX".to_string()), Edit::delete(4, 5)]));
        assert!(edits.add(&[Edit::insert(2, "XX".to_string())]));
        assert!(!edits.add(&[Edit::delete(3, 6)]));
        assert_eq!(edits.apply(b"abcdef"), b"abXXcdf");
        assert_eq!(edits.moved(1), Some(1));
        assert_eq!(edits.moved(2), Some(4));
        assert_eq!(edits.moved(4), None);
        assert_eq!(edits.moved(5), Some(6));
    }

    #[test]
    fn lines_are_read_with_their_endings() {
        let source = Source::new(Path::new("a.go"), "a.go", b"\ta() // x\r\n  b(); c()".to_vec());
        assert_eq!(indent(&source, 3), "\t");
        assert_eq!(line_ending(&source, 14), "\r\n");
        assert_eq!(behind_line(&source, 4), Some(11));
        assert_eq!(behind_line(&source, 16), None);
        assert!(starts_line(&source, 13) && !starts_line(&source, 18));
    }
}
