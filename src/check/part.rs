//! The check of a few functions of one file, for an edit that changes nothing else.
//!
//!     resp, err := http.Get(u)      an edit was made here: the function around it is checked, and no other
//!
//! The findings are those that a check of the whole file has in these functions.

use super::blame::find_contracts;
use super::contracts::Contracts;
use super::{FollowedCalls, function};
use crate::candidates::CandidateItems;
use crate::ground::source::{GoFile, Span};
use crate::leak::Analysis;
use crate::program::{Index, absolute_folder};
use crate::task::{Checked, Task};
use std::ops::Range;

/// Checks the functions and variables of a file that lie in one of the ranges, in part or whole. All calls are followed.
pub fn check_parts(task: &Task, index: &Index, file: &GoFile, ranges: &[Range<usize>]) -> Checked {
    let mut checked = Checked::default();
    let found = absolute_folder(&file.path).and_then(|folder| index.file_in(&folder, &file.path));
    let Some((package, number)) = found else {
        return checked;
    };
    let items = package.files[number as usize].items();
    let is_asked =
        |span: Span| ranges.iter().any(|range| range.start < span.range().end && span.range().start < range.end);
    let asked = CandidateItems {
        functions: (0..items.functions.len()).filter(|number| is_asked(items.functions[*number].whole)).collect(),
        variables: (0..items.variables.len()).filter(|number| is_asked(items.variables[*number].spec)).collect(),
        ..CandidateItems::default()
    };
    let calls = FollowedCalls::All(Analysis::new(index, task.require_close, &task.notes));
    let at = (&package, number);
    let unsettled = function::check_functions(&calls, at, Some(&asked), &Contracts::default(), &mut checked);
    if !unsettled.origins.is_empty() {
        let contracts = find_contracts(task, index, unsettled.origins);
        function::check_functions(&calls, at, Some(&unsettled.items), &contracts, &mut checked);
    }
    checked
}
