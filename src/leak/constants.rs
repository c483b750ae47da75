//! Constants: the method of a request, the status of a response, the mode that is passed to a callee.
//!
//!     req, err := http.NewRequest(http.MethodHead, u, nil)     what answers `req` has no body
//!     if resp.StatusCode == http.StatusNoContent { return }    nor has this answer
//!     do("HEAD", u)                                            the callee is walked with the text, if it asks for it
//!
//! Nothing is owed for a response without a body: net/http gives its connection back at once.
//!
//! Which number a variable is, is not followed as other facts are: each constant would be a state. Known are the constants that a
//! call passes, methods wherever they are stored, and what tests show (see `branch.rs`).

use super::Analysis;
use super::state::{ExprFact, State, Status};
use super::value::{Bound, Handle};
use super::walk::Explorer;
use crate::go::body::{Body, EventKind, ExprId, Operand, Part, PlaceId, SlotId, SlotKind};
use crate::go::outline::{ConstValue, Name};
use crate::meaning::effect::Fact;
use crate::meaning::resource::RESOURCES;
use crate::program::FuncRef;
use crate::program::resolve::Resolver;

/// The methods of HTTP.
const METHODS: [&str; 9] = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "CONNECT", "OPTIONS", "TRACE"];

/// The number of parameters of which is known whether a function asks for a constant.
const MOST_PARAMS: usize = 32;

/// The part of a request that is its method.
pub(super) fn method_part() -> Vec<Part> {
    vec![Part::Field(Name::new_static("Method"))]
}

/// The method that a value is, or the method of the request that it is.
pub(super) fn method_of(bound: &Bound) -> Option<Fact> {
    let is_method = |path: &[Part]| matches!(path, [Part::Field(name)] if name == "Method");
    let of_request = bound.parts.iter().find(|(path, _)| is_method(path)).and_then(|(_, value)| value.fact);
    of_request.or(bound.value.fact).filter(|fact| matches!(fact, Fact::Text(_)))
}

/// Whether a fact says that a text is the method whose answers have no body.
pub(super) fn is_head(fact: Fact) -> bool {
    Fact::of_constant(&ConstValue::Text(Name::new_static("HEAD"))) == Some(fact)
}

/// The fact that a constant is a method of HTTP.
fn as_method(value: &ConstValue) -> Option<Fact> {
    match value {
        ConstValue::Text(text) if METHODS.contains(&text.as_str()) => Fact::of_constant(value),
        _ => None,
    }
}

/// The fact that an operand is a method of HTTP.
pub(super) fn method_operand(resolver: &Resolver, operand: &Operand) -> Option<Fact> {
    match operand {
        Operand::Const(value) => as_method(value),
        Operand::Place(place) if resolver.body.slot(*place).kind == SlotKind::Global => {
            as_method(&resolver.constant(*place))
        }
        _ => None,
    }
}

impl Analysis<'_> {
    /// The parameters of a function, one bit each, of which its body asks what constant they or a part of them are, or which it
    /// passes on.
    pub(super) fn asks_for_constants(&self, function: &FuncRef) -> u32 {
        let key = (function.package.number(), function.id);
        self.asked_constants.get_or_insert_with(&key, || function.body().map_or(0, |body| asked_params(&body)))
    }
}

fn asked_params(body: &Body) -> u32 {
    let Some(outer) = body.frames.first() else {
        return 0;
    };
    let bit = |slot: SlotId| match outer.params.iter().take(MOST_PARAMS).position(|own| *own == slot) {
        Some(param) => 1 << param,
        None => 0,
    };
    let compared = body.exprs.iter().flat_map(|expr| &expr.places);
    let events = body.blocks.iter().flat_map(|block| &block.events);
    let passed = events.flat_map(|event| match &event.kind {
        EventKind::Call(call) => &call.args[..],
        EventKind::Assign { from, .. } => std::slice::from_ref(from),
        _ => &[],
    });
    let of_passed = passed.filter_map(|operand| match operand {
        Operand::Place(place) => Some(place),
        _ => None,
    });
    compared.chain(of_passed).fold(0, |all, place| all | bit(body.slot_of(*place)))
}

impl Explorer<'_> {
    /// Notes that a comparison with a constant holds, or does not; `false` if it is known not to be so.
    pub(super) fn refine_by_constant(
        &mut self,
        state: &mut State,
        place: PlaceId,
        constant: &ConstValue,
        is_equal: bool,
    ) -> bool {
        let path = self.path(place);
        let known = self.lookup(state, path);
        if let Some(fact) = Fact::of_constant(constant)
            && (known.contradicts(fact) && is_equal || known.fact == Some(fact) && !is_equal)
        {
            return false;
        }
        if is_equal
            && let ConstValue::Int(status) = constant
            && self.is_status(state, place)
            && is_empty_status(*status)
        {
            state.resolve(Status::Absent);
            return true;
        }
        let body = self.body;
        let exprs = (0_u32..).map(ExprId).zip(&body.exprs);
        for (expr, pure) in exprs {
            if pure.place().is_none_or(|own| self.path(own) != path) {
                continue;
            }
            let (yes, no) = self.compare_constant(state.clone(), expr, constant);
            match if is_equal { yes } else { no } {
                Some(shown) => *state = shown,
                None => return false,
            }
        }
        true
    }

    /// The state after a test of an expression. If it shows that the response has no body, nothing is owed for it.
    pub(super) fn without_empty(&mut self, state: State, expr: ExprId) -> State {
        let mut state = state;
        if (state.status == Status::Open && !self.walk.analysis.require_close || self.is_released(&state))
            && let Some(ExprFact::Int(low, high, without)) = state.expr(expr)
            && only_empty(*low, *high, without)
            && let Some(place) = self.body.exprs[expr.index()].place()
            && self.is_status(&state, place)
        {
            state.resolve(Status::Absent);
        }
        state
    }

    /// Whether a place is the status of the response that is followed, or a variable that it was assigned to.
    fn is_status(&mut self, state: &State, place: PlaceId) -> bool {
        let place = self.only_value(place);
        let path = self.path(place);
        let Some((base, Part::Field(name))) = self.paths.parent(path).map(|(base, part)| (base, part.clone())) else {
            return false;
        };
        let is_name = RESOURCES.iter().filter_map(|resource| resource.empty_statuses).any(|(own, _)| own == name);
        is_name && self.lookup(state, base).handle == Handle::Response
    }

    /// The place that is assigned to a variable, if only one ever is: `code := resp.StatusCode`.
    fn only_value(&mut self, place: PlaceId) -> PlaceId {
        let body = self.body;
        let slot = body.slot_of(place);
        if body.root(slot) != place || !matches!(body.slot(place).kind, SlotKind::Local | SlotKind::Temp) {
            return place;
        }
        if let Some(known) = self.memo.only_values.get(&slot) {
            return *known;
        }
        let events = body.blocks.iter().flat_map(|block| &block.events);
        let mut writes = events.filter(|event| event.kind.writes().contains(&place));
        let only = match (writes.next().map(|event| &event.kind), writes.next()) {
            (Some(EventKind::Assign { from: Operand::Place(from), .. }), None) => *from,
            _ => place,
        };
        self.memo.only_values.insert(slot, only);
        only
    }
}

fn is_empty_status(status: i64) -> bool {
    RESOURCES.iter().filter_map(|resource| resource.empty_statuses).any(|(_, empty)| empty.contains(&status))
}

/// Whether all numbers in a range, without some, are statuses of a response without a body.
fn only_empty(low: i64, high: i64, without: &[i64]) -> bool {
    const MOST_STATUSES: i64 = 200;
    let count = high.saturating_sub(low);
    (0..MOST_STATUSES).contains(&count)
        && (low..=high).all(|status| without.contains(&status) || is_empty_status(status))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_range_of_statuses_without_body() {
        assert!(only_empty(204, 204, &[]) && only_empty(304, 304, &[]));
        assert!(only_empty(204, 206, &[205, 206]));
        assert!(!only_empty(204, 205, &[]) && !only_empty(200, 200, &[]));
        assert!(!only_empty(i64::MIN, i64::MAX, &[]));
    }

    #[test]
    fn only_methods_are_followed() {
        assert!(as_method(&ConstValue::Text(Name::new("HEAD"))).is_some_and(is_head));
        assert!(as_method(&ConstValue::Text(Name::new("GET"))).is_some_and(|fact| !is_head(fact)));
        assert_eq!(as_method(&ConstValue::Text(Name::new("EUR"))), None);
        assert_eq!(as_method(&ConstValue::Int(3)), None);
    }
}
