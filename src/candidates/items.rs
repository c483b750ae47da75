//! The declarations of a file that use hot names, found without parsing them.

use crate::candidates::scan::CandidateNames;
use crate::go::items::{FuncSpan, ItemSpans, item_spans, looks_whole};
use crate::ground::source::Span;
use std::borrow::Cow;

/// The declarations of a file that use hot names, found without loading its package.
pub struct Users {
    /// Which functions.
    pub functions: Vec<usize>,
    /// Which variable specs.
    pub variables: Vec<usize>,
    /// Whether the text shows that it is damaged, or is no UTF-8.
    pub is_damaged: bool,
    /// Where the declarations of the text are, if that was not known and the text is UTF-8.
    pub items: Option<ItemSpans>,
}

impl Users {
    /// Whether there is nothing to look at and nothing to tell.
    pub fn is_empty(&self) -> bool {
        self.functions.is_empty() && self.variables.is_empty() && !self.is_damaged
    }

    /// Those of a text that use one of the names. `known` is where its declarations are, if somebody has looked before.
    pub fn in_text(bytes: &[u8], known: Option<&ItemSpans>, names: &CandidateNames) -> Users {
        let users = Users::at(bytes, known, names.with_words_in(bytes, names.fitting_in(bytes)), |_, _| true);
        Users { is_damaged: users.is_damaged || !looks_whole(bytes), ..users }
    }

    /// Those of a text in which one of the places lies, of the functions those that `is_wanted` says yes to. If the text is no
    /// UTF-8, all of them. The places are offsets, sorted. It is not looked for other damage.
    pub(super) fn at(
        bytes: &[u8],
        known: Option<&ItemSpans>,
        places: Vec<usize>,
        is_wanted: impl Fn(&str, &FuncSpan) -> bool,
    ) -> Users {
        let lossy = crate::ground::source::lossy(bytes);
        let is_lossy = matches!(lossy, Cow::Owned(_));
        let text = &*lossy;
        let mut own = None;
        let found = match known {
            Some(known) => known,
            None => own.insert(item_spans(text)),
        };
        let uses = |span: Span| {
            let first = places.partition_point(|place| *place < span.range().start);
            is_lossy || places.get(first).is_some_and(|place| *place < span.range().end)
        };
        let functions = found.functions.iter().enumerate();
        let is_user = |row: &FuncSpan| row.body.is_some() && uses(row.whole) && (is_lossy || is_wanted(text, row));
        let functions = functions.filter(|(_, row)| is_user(row)).map(|(number, _)| number).collect();
        let variables = found.variables.iter().enumerate().filter(|(_, row)| uses(row.spec));
        let variables = variables.map(|(number, _)| number).collect();
        Users { functions, variables, is_damaged: is_lossy, items: own.filter(|_| !is_lossy) }
    }
}
