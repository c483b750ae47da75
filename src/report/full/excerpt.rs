//! The lines of a source that a finding shows: cut around the code that matters, with nothing in them that a terminal obeys.
//!
//! The renderer takes places in one text. So these lines are made into a text of their own, and places are translated.

use super::super::first_line;
use crate::ground::printable::is_obeyed;
use crate::ground::source::{Source, Span};
use codespan_reporting::files::{Error, Files};
use std::ops::Range;

/// How many characters of a line are shown at most.
pub(super) const MOST_SHOWN: usize = 300;

/// How many characters are shown at least, however narrow the terminal is.
const LEAST_SHOWN: usize = 24;

/// How many columns a tab takes.
pub(super) const TAB: usize = 4;

/// What stands for the rest of a line.
const REST: char = '…';

/// A label to be drawn: its place in the source, and the number of characters of its words.
pub(super) type Place = (Span, usize);

/// Some lines of a source.
pub(super) struct Excerpt<'s> {
    source: &'s Source,
    text: String,
    lines: Vec<Line>,
}

/// One line of an excerpt.
struct Line {
    /// Its number, from 0.
    number: usize,
    /// Its place in the text of the excerpt, with its line end.
    range: Range<usize>,
    /// For each character that is shown its offset in the source, and in the text of the excerpt; last the end.
    offsets: Vec<(usize, usize)>,
}

impl<'s> Excerpt<'s> {
    /// The lines of some places, and those next to them. `width` is the number of columns for a line, if it is limited.
    pub(super) fn new(source: &'s Source, places: &[Place], width: Option<usize>) -> Excerpt<'s> {
        let line_of = |span: Span| source.line(span.start) - 1;
        let mut numbers: Vec<usize> = places
            .iter()
            .map(|(span, _)| line_of(*span))
            .flat_map(|line| line.saturating_sub(1)..=line + 1)
            .filter(|line| *line < source.line_count())
            .collect();
        numbers.sort_unstable();
        numbers.dedup();
        let mut excerpt = Excerpt { source, text: String::new(), lines: Vec::new() };
        for number in numbers {
            let own: Vec<Place> = places.iter().copied().filter(|(span, _)| line_of(*span) == number).collect();
            excerpt.add(number, &own, width);
        }
        excerpt
    }

    fn add(&mut self, number: usize, places: &[Place], width: Option<usize>) {
        let start = self.source.line_start(number + 1) as usize;
        let line = self.source.line_text(number + 1);
        let most = width.unwrap_or(MOST_SHOWN).clamp(LEAST_SHOWN, MOST_SHOWN);
        let first = places.iter().map(|(span, _)| span.start as usize - start).min().unwrap_or(0).min(line.len());
        let from = if columns(line) <= most { 0 } else { start_of_window(line, first, most / 4) };
        // The words of a label stand behind its end.
        let room = |(span, words): &Place| {
            let end = (span.end as usize - start).clamp(from, line.len());
            let fits = columns(line.get(from..end).unwrap_or("")) + words < most;
            if fits { most } else { most.saturating_sub(words + 2).max(LEAST_SHOWN) }
        };
        let most = match width {
            Some(_) => places.iter().map(room).min().unwrap_or(most),
            None => most,
        };
        let begin = self.text.len();
        let mut offsets = Vec::new();
        if from > 0 {
            self.text.push(REST);
        }
        let mut shown = usize::from(from > 0);
        let is_cut = columns(line.get(from..).unwrap_or("")) + shown > most;
        let mut end = line.len();
        for (at, letter) in line.get(from..).unwrap_or("").char_indices() {
            shown += columns_of(letter);
            if is_cut && shown + 1 > most {
                end = from + at;
                break;
            }
            offsets.push((start + from + at, self.text.len()));
            match letter {
                '\t' => self.text.push('\t'),
                _ if is_obeyed(letter) => self.text.extend(letter.escape_default()),
                _ => self.text.push(letter),
            }
        }
        offsets.push((start + end, self.text.len()));
        if end < line.len() {
            self.text.push(REST);
        }
        self.text.push('\n');
        self.lines.push(Line { number, range: begin..self.text.len(), offsets });
    }

    /// The place in the text of the excerpt of a place in the source that lies in one of its lines.
    pub(super) fn range(&self, span: Span) -> Range<usize> {
        let span = first_line(self.source, span);
        let number = self.source.line(span.start) - 1;
        let Some(line) = self.lines.iter().find(|line| line.number == number) else {
            return 0..0;
        };
        let at = |offset: u32| {
            let found = line.offsets.partition_point(|(source, _)| *source < offset as usize);
            line.offsets.get(found).or(line.offsets.last()).map_or(line.range.start, |(_, shown)| *shown)
        };
        at(span.start)..at(span.end)
    }

    fn line(&self, number: usize) -> Option<&Line> {
        self.lines.iter().find(|line| line.number == number)
    }
}

/// The number of columns that a text takes; letters of double width count once.
fn columns(text: &str) -> usize {
    text.chars().map(columns_of).sum()
}

fn columns_of(letter: char) -> usize {
    match letter {
        '\t' => TAB,
        _ if is_obeyed(letter) => letter.escape_default().count(),
        _ => 1,
    }
}

/// The offset that is some columns in front of an offset of a line.
fn start_of_window(line: &str, offset: usize, columns: usize) -> usize {
    let mut left = columns;
    let mut start = offset;
    for (at, letter) in line.get(..offset).unwrap_or("").char_indices().rev() {
        let own = columns_of(letter);
        if own > left {
            break;
        }
        left -= own;
        start = at;
    }
    start
}

impl<'a> Files<'a> for Excerpt<'_> {
    type FileId = ();
    type Name = std::borrow::Cow<'a, str>;
    type Source = &'a str;

    fn name(&'a self, (): ()) -> Result<Self::Name, Error> {
        Ok(crate::ground::printable::printable(&self.source.shown))
    }

    fn source(&'a self, (): ()) -> Result<&'a str, Error> {
        Ok(&self.text)
    }

    fn line_index(&'a self, (): (), byte_index: usize) -> Result<usize, Error> {
        let after = self.lines.partition_point(|line| line.range.start <= byte_index);
        Ok(self.lines.get(after.saturating_sub(1)).map_or(0, |line| line.number))
    }

    /// Counts bytes of the source, as `concise` and Go's tools do.
    fn column_number(&'a self, (): (), line: usize, byte_index: usize) -> Result<usize, Error> {
        let start = self.source.line_start(line + 1) as usize;
        let offsets = self.line(line).map_or(&[][..], |line| line.offsets.as_slice());
        let found = offsets.partition_point(|(_, shown)| *shown < byte_index);
        let offset = offsets.get(found).or(offsets.last()).map_or(start, |(source, _)| *source);
        Ok(offset.saturating_sub(start) + 1)
    }

    fn line_range(&'a self, (): (), line: usize) -> Result<Range<usize>, Error> {
        Ok(self.line(line).map_or(self.text.len()..self.text.len(), |line| line.range.clone()))
    }
}
