//! The edit for a `defer` that stands before the error check: it is moved behind the check.

use super::edit::Edit;
use super::lines::moved_to;
use super::nodes::{Acquisition, NilTest, following, is_mentioned, never_falls_through, nil_test};
use super::place::{Spot, error_name};
use crate::findings::finding::Finding;
use crate::go::tree::{Field, Kind, field, kind};
use crate::ground::source::Source;

/// Moves `defer resp.Body.Close()` from directly before the error check to after it.
pub fn moved_after_check(source: &Source, acquisition: &Acquisition, finding: &Finding) -> Option<Vec<Edit>> {
    let close = finding.fix_hint.close.as_deref()?;
    let name = close.split('.').next()?;
    let error = error_name(source, acquisition, name)?;
    let mut later = following(acquisition.statement);
    let (deferred, check) = (later.next()?, later.next()?);
    if kind(deferred) != Kind::DeferStatement || kind(check) != Kind::IfStatement {
        return None;
    }
    let condition = field(check, Field::Condition)?;
    let is_check = nil_test(source, condition, error) == Some(NilTest::NilWhenFalse)
        && kind(condition) == Kind::BinaryExpression
        && never_falls_through(source, field(check, Field::Consequence)?)
        && field(check, Field::Alternative).is_none()
        && field(check, Field::Initializer).is_none();
    let mentions_error = is_mentioned(source, deferred, error);
    let is_used = is_mentioned(source, field(check, Field::Consequence)?, name);
    if !is_check || mentions_error || is_used || !is_mentioned(source, deferred, name) {
        return None;
    }
    moved_to(source, deferred, &Spot::After(check))
}
