//! Restores the columns of trailing comments around an edit, as gofmt would.
//!
//! gofmt puts the trailing comments of neighbouring lines into one column; a line without a comment ends the column.
//!
//!     a := first()  // one              a := first() // one
//!     bc := second() // two      ->     defer a.Close()
//!                                       bc := second() // two
//!
//! Nothing is moved where the comments were not aligned before the edit: the file is not formatted by gofmt then.

use super::edit::{Edit, Edits, indent, line_around};
use crate::go::tree;
use crate::ground::source::Source;
use std::collections::{BTreeMap, BTreeSet};

/// A line with a trailing comment: where the code ends and where the comment starts.
#[derive(Clone, Copy, Debug)]
struct CommentRow {
    code_end: usize,
    comment: usize,
}

/// The edits of `new` that put the comments around earlier edits back into their columns. Empty if they were not
/// aligned in `old`.
pub fn realigned(old: &Source, edits: &Edits, new: &Source) -> Edits {
    let mut all = Edits::default();
    let has_comment = |source: &Source, start: usize, end: usize| {
        around(source, start, end).into_iter().any(|line| {
            let lines = source.line_start(line) as usize..source.line_start(line + 1) as usize;
            source.text().get(lines).is_some_and(|text| text.contains("//") || text.contains("/*"))
        })
    };
    if !edits.iter().any(|edit| has_comment(old, edit.start, edit.end)) {
        // Most edits: neither text has to be parsed for its comments.
        return all;
    }
    let (Some(before), Some(after)) = (rows(old), rows(new)) else {
        return all;
    };
    let old_lines = edits.iter().flat_map(|edit| around(old, edit.start, edit.end));
    let was_aligned = old_lines.into_iter().all(|line| padding(old, &before, line).is_empty());
    if !was_aligned {
        return all;
    }
    let mut shift = 0_i64;
    for edit in edits.iter() {
        let start = usize::try_from(i64::try_from(edit.start).unwrap_or(0) + shift).unwrap_or(0);
        for line in around(new, start, start + edit.text.len()) {
            let edits: Vec<Edit> = padding(new, &after, line);
            all.add(&edits);
        }
        shift += i64::try_from(edit.text.len()).unwrap_or(0) - i64::try_from(edit.end - edit.start).unwrap_or(0);
    }
    all
}

/// The 1-based lines of a byte range and their neighbours.
fn around(source: &Source, start: usize, end: usize) -> BTreeSet<usize> {
    let line = |offset: usize| source.line(u32::try_from(offset).unwrap_or(u32::MAX));
    (line(start).saturating_sub(1).max(1)..=line(end) + 1).collect()
}

fn rows(source: &Source) -> Option<BTreeMap<usize, CommentRow>> {
    let tree = tree::parse(source.text())?;
    let comments = tree::comments(tree.root_node()).into_iter();
    let rows = comments.filter_map(|comment| {
        let at = comment.start_byte();
        let (start, end) = line_around(source, at);
        let front = source.text().get(start..at)?;
        let is_last = source.text().get(comment.end_byte()..end)?.trim().is_empty();
        let code_end = start + front.trim_end().len();
        (code_end > start && is_last)
            .then(|| (source.line(u32::try_from(at).unwrap_or(0)), CommentRow { code_end, comment: at }))
    });
    Some(rows.collect())
}

/// The edits that put the comments of the block around a line into one column.
fn padding(source: &Source, rows: &BTreeMap<usize, CommentRow>, line: usize) -> Vec<Edit> {
    let Some(own) = rows.get(&line) else {
        return Vec::new();
    };
    let depth = indent(source, own.code_end);
    let is_same = |line: &usize| rows.get(line).is_some_and(|row| indent(source, row.code_end) == depth);
    let first = (1..=line).rev().take_while(is_same).last().unwrap_or(line);
    let block: Vec<CommentRow> = (first..).take_while(is_same).filter_map(|line| rows.get(&line).copied()).collect();
    let width = |row: &CommentRow| {
        let (start, _) = line_around(source, row.code_end);
        source.text().get(start..row.code_end).map_or(0, |code| code.chars().count())
    };
    let column = block.iter().map(width).max().unwrap_or(0) + 1;
    let wrong = block.iter().filter(|row| row.comment - row.code_end != column - width(row));
    wrong.map(|row| Edit { start: row.code_end, end: row.comment, text: " ".repeat(column - width(row)) }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::path::Path;

    fn source(text: &str) -> Source {
        Source::new(Path::new("a.go"), "a.go", text.into())
    }

    #[test]
    fn a_line_without_a_comment_ends_a_column() {
        let old = "package p\n\nfunc f() {\n\ta()    // one\n\tbcde() // two\n\tg()    // three\n}\n";
        let mut edits = Edits::default();
        let at = old.find("\tbcde").unwrap();
        assert!(edits.add(&[Edit::insert(at, "\tx()\n".to_string())]));
        let new = source(std::str::from_utf8(&edits.apply(old.as_bytes())).unwrap());
        let aligned = realigned(&source(old), &edits, &new).apply(new.text().as_bytes());
        let expected = "package p\n\nfunc f() {\n\ta() // one\n\tx()\n\tbcde() // two\n\tg()    // three\n}\n";
        assert_eq!(std::str::from_utf8(&aligned).unwrap(), expected);
    }

    #[test]
    fn comments_that_were_not_aligned_stay() {
        let old = source("package p\n\nfunc f() {\n\ta()   // one\n\tb() // two\n}\n");
        let mut edits = Edits::default();
        assert!(edits.add(&[Edit::insert(old.text().find("\tb()").unwrap(), "\tx()\n".to_string())]));
        let new = source(std::str::from_utf8(&edits.apply(old.text().as_bytes())).unwrap());
        assert_eq!(realigned(&old, &edits, &new).apply(b"x"), b"x");
    }
}
