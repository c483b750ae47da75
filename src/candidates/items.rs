//! The functions and variables of a file that use candidate names, found without parsing them or loading their package.
//!
//!     func (c *client) fetch(u string) error {     `http.Get` is a candidate name, and stands in the span of `fetch`
//!         resp, err := http.Get(u)
//!
//! The offsets of the uses come from the scan, the spans of the declarations from the lexer.

use crate::candidates::scan::{CandidateNames, replacements};
use crate::go::items::{FuncSpan, ItemSpans, item_spans};
use crate::ground::source::Span;
use std::borrow::Cow;

/// The functions and variables of a file that use candidate names.
#[derive(Default)]
pub struct CandidateItems {
    /// The numbers of the functions, ascending.
    pub functions: Vec<usize>,
    /// The numbers of the variable specs, ascending.
    pub variables: Vec<usize>,
    /// Where the declarations of the text are, if that was not known and the text is UTF-8.
    pub spans: Option<ItemSpans>,
}

impl CandidateItems {
    /// Whether there is nothing to check.
    pub fn is_empty(&self) -> bool {
        self.functions.is_empty() && self.variables.is_empty()
    }

    /// The items of a text that use one of the names. `known` is where its declarations are, if that is known.
    pub fn in_text(bytes: &[u8], known: Option<&ItemSpans>, names: &CandidateNames) -> CandidateItems {
        let mut offsets = names.with_words_in(bytes, names.fitting_in(bytes));
        offsets.extend(replacements(bytes));
        offsets.sort_unstable();
        CandidateItems::at(bytes, known, offsets, |_, _| true)
    }

    /// The items of a text in which one of the offsets lies, which are sorted; of the functions only those for which
    /// `is_wanted` is true. If the text is no UTF-8, all of its items.
    pub(super) fn at(
        bytes: &[u8],
        known: Option<&ItemSpans>,
        offsets: Vec<usize>,
        is_wanted: impl Fn(&str, &FuncSpan) -> bool,
    ) -> CandidateItems {
        let lossy = crate::ground::source::lossy(bytes);
        let is_lossy = matches!(lossy, Cow::Owned(_));
        let text = &*lossy;
        let mut own = None;
        let spans = match known {
            Some(known) => known,
            None => own.insert(item_spans(text)),
        };
        let has_use = |span: Span| {
            let first = offsets.partition_point(|offset| *offset < span.range().start);
            is_lossy || offsets.get(first).is_some_and(|offset| *offset < span.range().end)
        };
        let is_candidate =
            |row: &FuncSpan| row.body.is_some() && has_use(row.whole) && (is_lossy || is_wanted(text, row));
        let functions = spans.functions.iter().enumerate().filter(|(_, row)| is_candidate(row));
        let variables = spans.variables.iter().enumerate().filter(|(_, row)| has_use(row.spec));
        CandidateItems {
            functions: functions.map(|(number, _)| number).collect(),
            variables: variables.map(|(number, _)| number).collect(),
            spans: own.filter(|_| !is_lossy),
        }
    }
}
