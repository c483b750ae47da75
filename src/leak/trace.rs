//! The nodes of a walk as text, for `debug paths`.
//!
//!     n4 <- n2  b6  open     resp: response; err: nil; code == 200
//!
//! A node is a block (and an event in it, after a literal that was run) with what is known there.

use super::access_path::AccessPathId;
use super::explored::{Explored, Goal, Helpers};
use super::nodes::Node;
use super::state::{ExprFact, Runs, State, Status};
use super::summary::Facts;
use super::value::{Handle, Pointer, Value};
use super::walk::{Explorer, Walk};
use crate::go::body::{ExprId, Part};
use crate::meaning::effect::Fact;

/// The result of [`Walk::explore`] if each helper is followed, with the nodes of the walk, one line each, in the order in which
/// they were found.
pub fn explore_traced(walk: &Walk, goal: Goal, facts: &Facts) -> (Explored, Vec<String>) {
    let explorer = walk.explored(goal, Helpers::Followed, facts);
    let lines = explorer.nodes.iter().enumerate().map(|(number, node)| line(&explorer, number, node)).collect();
    (explorer.found, lines)
}

/// The facts of each state in which the function calls `callee`, which is declared without a body; for unit tests.
#[cfg(test)]
pub(super) fn known_at(walk: &Walk, callee: &str) -> Vec<String> {
    use crate::go::body::{BlockId, Callee, EventKind};
    let body = walk.resolver.body;
    let is_call = |event: &EventKind| match event {
        EventKind::Call(call) => matches!(call.callee, Callee::Place(place) if body.describe(place) == callee),
        _ => false,
    };
    let mut calls = Vec::new();
    for (block, content) in (0_u32..).map(BlockId).zip(&body.blocks) {
        let events = (0_u32..).zip(&content.events).filter(|(_, event)| is_call(&event.kind));
        calls.extend(events.map(|(event, _)| (block, event)));
    }
    let explorer = walk.explored(Goal::StatesAt(calls), Helpers::Followed, &Facts::new());
    let mut known: Vec<String> =
        explorer.states_at.values().flatten().map(|state| knowledge(&explorer, state)).collect();
    known.sort();
    known.dedup();
    known
}

fn line(explorer: &Explorer, number: usize, node: &Node) -> String {
    let from = node.from.map_or(String::new(), |from| format!(" <- n{from}"));
    let event = if node.event == 0 { String::new() } else { format!(".{}", node.event) };
    let place = format!("b{}{event}", node.block.0);
    let status = match node.state.status {
        Status::Waiting => "waiting",
        Status::Open => "open",
        Status::Closed => "closed",
        Status::Escaped => "escaped",
        Status::Absent => "absent",
        Status::Replaced => "replaced",
        Status::Leaked(_) => "leaked",
    };
    let line =
        format!("{:<12} {place:<6} {status:<11} {}", format!("n{number}{from}"), knowledge(explorer, &node.state));
    line.trim_end().to_string()
}

fn knowledge(explorer: &Explorer, state: &State) -> String {
    let mut parts = Vec::new();
    for (path, value) in &state.env {
        parts.push(format!("{}: {}", path_text(explorer, *path), value_text(explorer, value)));
    }
    parts.extend(state.exprs.iter().map(|(expr, fact)| expr_text(explorer, *expr, fact)));
    let literals = state.stack.iter().skip(1).map(|activation| format!("in f{}", activation.frame.0));
    parts.extend(literals);
    parts.extend(state.deferred.iter().map(|deferred| match deferred.runs {
        Runs::Literal(frame) => format!("defers f{}", frame.0),
        Runs::Call((block, event)) => format!("defers b{}.{event}", block.0),
    }));
    let sets = [("contexts", state.contexts), ("covered", state.covered)];
    parts.extend(sets.iter().filter(|(_, set)| *set != 0).map(|(name, set)| format!("{name} {}", bits(*set))));
    parts.join("; ")
}

fn path_text(explorer: &Explorer, path: AccessPathId) -> String {
    let Some((base, part)) = explorer.paths.parent(path) else {
        let root = explorer.body.root(explorer.paths.slot(path));
        return explorer.body.show(root);
    };
    let base = path_text(explorer, base);
    match part {
        Part::Field(name) if base.starts_with('*') => format!("({base}).{name}"),
        Part::Field(name) => format!("{base}.{name}"),
        Part::Deref => format!("*{base}"),
        Part::Element => format!("{base}[]"),
    }
}

fn value_text(explorer: &Explorer, value: &Value) -> String {
    let mut words = Vec::new();
    words.extend(match value.handle {
        Handle::None => None,
        Handle::Response => Some("response".to_string()),
        Handle::Body => Some("body".to_string()),
        Handle::Close => Some("closer".to_string()),
        Handle::Holder => Some("holder".to_string()),
        Handle::Request => Some("request".to_string()),
        Handle::Reader => Some("reader".to_string()),
    });
    words.extend(value.fact.map(fact_text));
    match value.pointer {
        Pointer::None => {}
        Pointer::To(path) => words.push(format!("&{}", path_text(explorer, path))),
        Pointer::Frame(frame) => words.push(format!("f{}", frame.0)),
        Pointer::Function(place) => words.push(explorer.body.describe(place)),
    }
    if value.contexts != 0 {
        words.push(format!("context {}", bits(value.contexts)));
    }
    if value.cancels != 0 {
        words.push(format!("cancels {}", bits(value.cancels)));
    }
    words.join(" ")
}

fn fact_text(fact: Fact) -> String {
    let text = match fact {
        Fact::Nil => "nil",
        Fact::NonNil => "not nil",
        Fact::True => "true",
        Fact::False => "false",
        Fact::Int(number) => return number.to_string(),
        Fact::Text(_) => "a known text",
        Fact::InMemory => "in memory",
        Fact::LeavesOpen => "leaves responses open",
        Fact::EqualsNonNil => "a matcher of what is not nil",
        Fact::ClosesMatched => "a matcher that closes",
    };
    text.to_string()
}

fn expr_text(explorer: &Explorer, expr: ExprId, fact: &ExprFact) -> String {
    let expr = explorer.body.pure(expr);
    match fact {
        ExprFact::Int(low, high, without) => {
            let range = match (*low, *high) {
                (low, high) if low == high => format!("{expr} == {low}"),
                (i64::MIN, i64::MAX) => expr,
                (i64::MIN, high) => format!("{expr} <= {high}"),
                (low, i64::MAX) => format!("{expr} >= {low}"),
                (low, high) => format!("{expr} in {low}..{high}"),
            };
            without.iter().fold(range, |text, value| format!("{text} != {value}"))
        }
        ExprFact::Text(text) => format!("{expr} == {text:?}"),
        ExprFact::NotText(texts) => texts.iter().fold(expr, |text, value| format!("{text} != {value:?}")),
    }
}

/// The numbers in a set of bits: `{0, 3}`.
fn bits(set: u32) -> String {
    let numbers: Vec<String> = (0..u32::BITS).filter(|bit| set & (1 << bit) != 0).map(|bit| bit.to_string()).collect();
    format!("{{{}}}", numbers.join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::internal_tests::snippet::Snippet;
    use crate::leak::sites;

    #[test]
    fn nodes_show_where_they_are_and_what_is_known_there() {
        let code = "func f(u string) {
	resp, err := http.Get(u)
	if err != nil {
		return
	}
	defer func() { resp.Body.Close() }()
	func() { _ = resp.StatusCode }()
	if u == `` {
		return
	}
}";
        let lines = Snippet::new(code).walked("f", |walk| {
            let site = sites(walk.analysis, walk.resolver, walk.root, walk.depth).sites.remove(0);
            explore_traced(walk, Goal::Site(site), &Facts::new()).1
        });
        let expected = [
            "n0           b0     waiting",
            "n1 <- n0     b3     open        resp: response",
            "n2 <- n1     b1     open        resp: response",
            "n3 <- n2     b7     open        resp: response; in f2; defers f1",
            "n4 <- n3     b1.2   open        resp: response; defers f1",
            "n5 <- n4     b10    open        resp: response; defers f1",
            "n6 <- n4     b11    open        resp: response; defers f1",
            "n7 <- n5     b5     open        resp: response; in f1",
            "n8 <- n6     b9     open        resp: response; defers f1",
            "n9 <- n8     b5     open        resp: response; in f1",
        ];
        assert_eq!(lines, expected);
    }
}
