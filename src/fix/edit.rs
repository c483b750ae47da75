//! Edits of a text, and the questions about lines that decide where an edit fits.
//!
//!     Edit { start: 40, end: 40, text: "\tdefer resp.Body.Close()\n" }     // an insertion
//!
//! Offsets are bytes. An edit does not know why it is made; see [`super::propose`] for that.

use crate::ground::source::Source;

/// A byte range and the text that replaces it. Two insertions at one offset keep their order.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Edit {
    /// The first byte that is replaced.
    pub start: usize,
    /// The end of the replaced range, exclusive.
    pub end: usize,
    /// The new text.
    pub text: String,
}

impl Edit {
    /// Inserts text before a byte.
    pub fn insert(at: usize, text: String) -> Edit {
        Edit { start: at, end: at, text }
    }

    /// Deletes a range.
    pub fn delete(start: usize, end: usize) -> Edit {
        Edit { start, end, text: String::new() }
    }
}

/// Edits that do not overlap, in the order of the text.
#[derive(Clone, Debug, Default)]
pub struct Edits(Vec<Edit>);

impl Edits {
    /// Adds edits. Equal ones count once: two findings may ask for the same line. Returns false, and adds nothing, if
    /// one of them overlaps an edit that was added before.
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

    /// The edits in the order of the text.
    pub fn iter(&self) -> impl Iterator<Item = &Edit> {
        self.0.iter()
    }

    /// The edited text.
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

    /// The offset of a byte after the edits; `None` if it was deleted.
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

/// The byte range of the line that holds an offset, line ending included.
pub fn line_around(source: &Source, offset: usize) -> (usize, usize) {
    let line = source.line(u32::try_from(offset).unwrap_or(u32::MAX));
    (source.line_start(line) as usize, source.line_start(line + 1) as usize)
}

/// The indentation of the line that holds an offset.
pub fn indent(source: &Source, offset: usize) -> &str {
    let (start, end) = line_around(source, offset);
    let line = source.text().get(start..end).unwrap_or("");
    line.split(|letter: char| letter != ' ' && letter != '\t').next().unwrap_or("")
}

/// The line ending of the line that holds an offset; that of the first line if the file ends without one.
pub fn line_ending(source: &Source, offset: usize) -> &'static str {
    let (start, end) = line_around(source, offset);
    let line = source.text().get(start..end).unwrap_or("");
    let line = if line.ends_with('\n') { line } else { source.text().split_inclusive('\n').next().unwrap_or("") };
    if line.ends_with("\r\n") { "\r\n" } else { "\n" }
}

/// Whether only white space precedes an offset in its line.
pub fn starts_line(source: &Source, offset: usize) -> bool {
    let (start, _) = line_around(source, offset);
    source.text().get(start..offset).is_some_and(|front| front.trim_start_matches('\u{feff}').trim().is_empty())
}

/// The start of the line after the one in which a node ends; `None` if more than a comment follows the node in its
/// line.
pub fn after_line(source: &Source, node_end: usize) -> Option<usize> {
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
    fn edits_apply_and_shift_later_offsets() {
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
        assert_eq!(after_line(&source, 4), Some(11));
        assert_eq!(after_line(&source, 16), None);
        assert!(starts_line(&source, 13) && !starts_line(&source, 18));
    }
}
