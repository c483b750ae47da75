//! Edits of whole lines: insert before a statement, move a statement, delete a comment.
//!
//! The comments above a statement go with it, and no two blank lines are left where one was.

use super::edit::{Edit, after_line, indent, line_around, line_ending, starts_line};
use super::place::{Spot, joined};
use crate::ground::source::{Source, Span};
use tree_sitter::Node;

/// Inserts lines before a statement and the comments above it; `None` if the statement does not start its line.
pub fn before(source: &Source, statement: Node, lines: &[String]) -> Option<Edit> {
    starts_line(source, statement.start_byte()).then_some(())?;
    let (mut start, _) = line_around(source, statement.start_byte());
    while start > 0 {
        let (above, _) = line_around(source, start - 1);
        if !source.text().get(above..start)?.trim_start().starts_with("//") {
            break;
        }
        start = above;
    }
    let indent = indent(source, statement.start_byte());
    Some(Edit::insert(start, joined(lines, indent, line_ending(source, statement.start_byte()))))
}

/// Moves a statement, with the comments above it, to a spot.
pub fn moved_to(source: &Source, statement: Node, spot: &Spot) -> Option<Vec<Edit>> {
    starts_line(source, statement.start_byte()).then_some(())?;
    let end = after_line(source, statement.end_byte())?;
    let (mut start, _) = line_around(source, statement.start_byte());
    while start > spot.offset() {
        let (above, _) = line_around(source, start - 1);
        if above < spot.offset() || !source.text().get(above..start)?.trim_start().starts_with("//") {
            break;
        }
        start = above;
    }
    let target = spot.insert(source, &[])?;
    let ending = line_ending(source, statement.end_byte() - 1);
    let text = source.text().get(start..end)?;
    let text = if text.ends_with('\n') { text.to_string() } else { format!("{text}{ending}") };
    if target.start == start {
        return None;
    }
    let (start, end) = without_blank_line(source, start, end);
    Some(vec![Edit::insert(target.start, text), Edit::delete(start, end)])
}

/// The lines to delete, extended by a blank line that would be left at the edge of a block or beside another blank
/// line.
fn without_blank_line(source: &Source, start: usize, end: usize) -> (usize, usize) {
    let line_before = start.checked_sub(1).map(|at| line_around(source, at));
    let before = line_before.and_then(|(from, to)| source.text().get(from..to)).unwrap_or("");
    let (from, to) = line_around(source, end);
    let after = source.text().get(from..to).unwrap_or("").trim();
    let is_closing = after.starts_with(['}', ')']) || after.starts_with("case ") || after.starts_with("default:");
    let is_blank = before.trim().is_empty();
    match line_before {
        Some((from, _)) if is_blank && (after.is_empty() || is_closing) => (from, end),
        _ if after.is_empty() && before.trim_end().ends_with('{') => (start, to),
        _ => (start, end),
    }
}

/// Deletes a comment, with its line if nothing else stands there.
pub fn without_comment(source: &Source, comment: Span) -> Option<Vec<Edit>> {
    let (start, end) = (comment.start as usize, comment.end as usize);
    let (line_start, next_line) = line_around(source, start);
    let end = end.min(source.text().len());
    let rest = source.text().get(end..next_line)?;
    if !rest.trim().is_empty() {
        return None;
    }
    let front = source.text().get(line_start..start)?;
    if front.trim().is_empty() {
        let (start, end) = without_blank_line(source, line_start, next_line);
        return Some(vec![Edit::delete(start, end)]);
    }
    let code = line_start + front.trim_end().len();
    let end = start + source.text().get(start..end)?.trim_end().len();
    Some(vec![Edit::delete(code, end)])
}
