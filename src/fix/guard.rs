//! Whether the variable of a response may be nil at a place, by the syntax before it and the tests of it.
//!
//!     resp, err := fetch(u)
//!     if err != nil { return err }     // Spot::After(this statement)
//!     if resp != nil { .. }            // needs_guard: the author expects nil here
//!     fmt.Println(resp.Status)         // is_known_open from here on: nil would have panicked
//!
//! What a callee returns is known to the analysis alone; see [`crate::findings::finding::FixHint::may_be_nil`].

use super::nodes::{
    Acquisition, Leaves, always_leaves, always_reads, ancestors, dereferences, following, is_function, is_mentioned,
    text,
};
use super::place::Spot;
use crate::go::tree::{Field, Kind, children, field, kind};
use crate::ground::source::Source;
use tree_sitter::Node;

/// Whether code at or after an offset of a function compares a variable with nil.
pub fn is_tested_from(source: &Source, function: Node, name: &str, offset: usize) -> bool {
    let tests = super::nodes::mentions(source, function, name).into_iter().filter(|node| node.start_byte() >= offset);
    tests.into_iter().any(|node| {
        let comparison = node.parent().filter(|parent| kind(*parent) == Kind::BinaryExpression);
        comparison.is_some_and(|whole| children(whole).iter().any(|side| kind(*side) == Kind::Nil))
    })
}

/// Whether a condition can only be true if a variable is not nil, or only be false then (`wanted` is the outcome).
pub fn proves_not_nil(source: &Source, condition: Node, name: &str, wanted: bool) -> bool {
    match kind(condition) {
        Kind::ParenthesizedExpression => {
            children(condition).first().is_some_and(|inner| proves_not_nil(source, *inner, name, wanted))
        }
        Kind::BinaryExpression => {
            let operator = field(condition, Field::Operator).map_or("", |operator| text(source, operator));
            let (comparing, joining) = if wanted { ("!=", "&&") } else { ("==", "||") };
            let sides = [field(condition, Field::Left), field(condition, Field::Right)];
            let mut known = sides.into_iter().flatten();
            match operator {
                _ if operator == joining => known.any(|side| proves_not_nil(source, side, name, wanted)),
                _ if operator == comparing => {
                    let is_name = |side: Node| kind(side) == Kind::Identifier && text(source, side) == name;
                    children(condition).iter().any(|side| is_name(*side))
                        && children(condition).iter().any(|side| kind(*side) == Kind::Nil)
                }
                _ => false,
            }
        }
        _ => false,
    }
}

/// Whether a spot is reached only if a test has shown that the variable is not nil.
pub fn is_proved_at(source: &Source, spot: &Spot, name: &str) -> bool {
    let condition = |statement: Node| match kind(statement) {
        Kind::IfStatement => field(statement, Field::Condition).map(|condition| condition.byte_range()),
        _ => None,
    };
    let proves = |statement: Node, wanted: bool| {
        condition(statement).is_some()
            && field(statement, Field::Condition)
                .is_some_and(|condition| proves_not_nil(source, condition, name, wanted))
    };
    match *spot {
        Spot::After(statement) | Spot::ElseOf(statement) => proves(statement, false),
        Spot::StartOf(block) => block.parent().is_some_and(|parent| {
            let is_consequence = field(parent, Field::Consequence) == Some(block);
            proves(parent, is_consequence)
        }),
    }
}

/// Whether a statement is reached only after a field of the variable was read, in a statement before it or in the condition of one
/// around it: nil would have panicked there.
pub fn is_read_before(source: &Source, acquisition: &Acquisition, statement: Node, name: &str) -> bool {
    let from = acquisition.statement.end_byte();
    let mut inner = statement;
    loop {
        let before = std::iter::successors(inner.prev_named_sibling(), |node| node.prev_named_sibling());
        let is_in_list = inner.parent().is_some_and(|parent| kind(parent) == Kind::StatementList);
        let mut before = before.take_while(|node| is_in_list && node.start_byte() >= from);
        if before.any(|node| dereferences(source, node, name) || cases_read(source, node, None, name)) {
            return true;
        }
        let Some(outer) = inner.parent().filter(|outer| !is_function(*outer) && outer.start_byte() >= from) else {
            return false;
        };
        let is_head = matches!(kind(outer), Kind::IfStatement | Kind::ExpressionSwitchStatement);
        if is_head && (dereferences(source, outer, name) || cases_read(source, outer, Some(inner), name)) {
            return true;
        }
        inner = outer;
    }
}

/// Whether control has evaluated a condition that reads a field of the variable where it gets into one case of a `switch`, or past all of
/// them: the conditions are tried in order, and the cases before have left the function.
fn cases_read(source: &Source, switch: Node, until: Option<Node>, name: &str) -> bool {
    if kind(switch) != Kind::ExpressionSwitchStatement {
        return false;
    }
    for case in children(switch).into_iter().filter(|node| kind(*node) == Kind::ExpressionCase) {
        let condition = field(case, Field::Value).and_then(|values| children(values).first().copied());
        if condition.is_some_and(|condition| always_reads(source, condition, name)) {
            return true;
        }
        let list = children(case).into_iter().find(|node| kind(*node) == Kind::StatementList);
        let has_left = list.is_some_and(|list| always_leaves(source, list, Leaves::Function));
        if until == Some(case) || until.is_none() && !has_left {
            return false;
        }
    }
    false
}

/// The statement after a spot, if it tests the variable for nil before anything else uses it: code is better put behind or into it.
///
///     if resp == nil { return nil }     // After(this statement)
///     if resp != nil { .. }             // StartOf(its block), if the response is not used after it
pub fn behind_test<'t>(source: &Source, spot: &Spot<'t>, name: &str) -> Option<Spot<'t>> {
    let Spot::After(statement) = *spot else {
        return None;
    };
    let test = following(statement).find(|next| is_mentioned(source, *next, name))?;
    if kind(test) != Kind::IfStatement || field(test, Field::Initializer).is_some() {
        return None;
    }
    let (condition, block) = (field(test, Field::Condition)?, field(test, Field::Consequence)?);
    let is_direct = following(statement).next() == Some(test);
    let has_else = field(test, Field::Alternative).is_some();
    if is_direct && !has_else && proves_not_nil(source, condition, name, false) {
        return super::nodes::never_falls_through(source, block).then_some(Spot::After(test));
    }
    let is_last = !following(test).any(|later| is_mentioned(source, later, name));
    (is_last && !has_else && kind(condition) == Kind::BinaryExpression && is_plain_test(source, condition, name))
        .then_some(Spot::StartOf(block))
}

/// `resp != nil`
fn is_plain_test(source: &Source, condition: Node, name: &str) -> bool {
    let operator = field(condition, Field::Operator).map_or("", |operator| text(source, operator));
    operator == "!=" && proves_not_nil(source, condition, name, true)
}

/// Whether a statement is an `if` or `switch` that asks for one of the variables.
pub fn is_check_of(source: &Source, statement: Node, names: &[&str]) -> bool {
    let head = match kind(statement) {
        Kind::IfStatement => field(statement, Field::Condition),
        Kind::ExpressionSwitchStatement => Some(statement),
        _ => None,
    };
    head.is_some_and(|head| names.iter().any(|name| is_mentioned(source, head, name)))
}

/// Whether a statement is a `defer` that closes the variable, or something with its name in it.
pub fn is_deferred_close(source: &Source, statement: Node, name: &str) -> bool {
    kind(statement) == Kind::DeferStatement
        && is_mentioned(source, statement, name)
        && text(source, statement).to_lowercase().contains("close")
}

/// The loops around a node in its function, innermost first.
pub fn loops(node: Node<'_>) -> impl Iterator<Item = Node<'_>> {
    ancestors(node).take_while(|outer| !is_function(*outer)).filter(|outer| kind(*outer) == Kind::ForStatement)
}
