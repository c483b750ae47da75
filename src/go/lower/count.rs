//! Loops that count through a list, so that they visit each of its elements.
//!
//!     for i := 0; i < len(all); i++ { .. }         as `for i := range all`
//!     for i := len(all) - 1; i >= 0; i-- { .. }    from the last one to the first
//!     for len(all) > 0 { .. }                      takes the elements off the list
//!
//! Steps other than by one, and conditions with a second part, are not looked at: the first iteration is what counts.

use super::Lowering;
use super::pure::is_path;
use crate::go::body::PlaceId;
use crate::go::outline::{ConstValue, literal};
use crate::go::tree::{Field, Kind, children, field, kind, unparenthesised};
use tree_sitter::Node;

/// What a counter is compared with, or begins with.
#[derive(Clone, Copy)]
enum Count<'t> {
    /// A number.
    Number(i64),
    /// The length of a list and a number: `len(all) - 1`.
    Length(Node<'t>, i64),
}

/// The list whose length an expression is.
fn listed<'t>(lowering: &Lowering, node: Node<'t>) -> Option<Node<'t>> {
    let node = unparenthesised(node);
    let function = field(node, Field::Function).filter(|_| kind(node) == Kind::CallExpression)?;
    if lowering.written(function) != "len" || lowering.lookup("len").is_some() {
        return None;
    }
    match children(field(node, Field::Arguments)?)[..] {
        [list] if is_path(list) => Some(list),
        _ => None,
    }
}

impl Lowering<'_> {
    /// The list whose length a pure call of `len` takes.
    pub(super) fn list_of_length(&mut self, node: Node) -> Option<PlaceId> {
        let list = listed(self, node)?;
        self.place(list)
    }

    /// The list of a loop with this condition, and a `for` clause if it has one, that visits each element.
    pub(super) fn counted_list(&mut self, clause: Option<Node>, condition: Node) -> Option<PlaceId> {
        let condition = unparenthesised(condition);
        let operator = self.written(field(condition, Field::Operator)?);
        let (left, right) = (field(condition, Field::Left)?, field(condition, Field::Right)?);
        let counted = match clause {
            Some(clause) => self.counted_by(clause, left, operator, right),
            None => match (self.count(left), operator, self.count(right)) {
                (Some(Count::Length(list, 0)), ">" | "!=", Some(Count::Number(0)))
                | (Some(Count::Length(list, 0)), ">=", Some(Count::Number(1)))
                | (Some(Count::Number(0)), "<" | "!=", Some(Count::Length(list, 0))) => Some(list),
                _ => None,
            },
        };
        self.place(counted?)
    }

    /// The list of a loop whose clause declares the counter that its condition compares.
    fn counted_by<'t>(&self, clause: Node<'t>, left: Node<'t>, operator: &str, right: Node<'t>) -> Option<Node<'t>> {
        let initializer = field(clause, Field::Initializer)?;
        let only = |side: Field| match children(field(initializer, side)?)[..] {
            [only] => Some(only),
            _ => None,
        };
        let (counter, start) = (only(Field::Left)?, self.count(only(Field::Right)?)?);
        let is_counter = |node: Node| self.written(unparenthesised(node)) == self.written(counter);
        let (operator, bound) = match operator {
            _ if is_counter(left) => (operator, self.count(right)?),
            ">" if is_counter(right) => ("<", self.count(left)?),
            "<" if is_counter(right) => (">", self.count(left)?),
            _ => return None,
        };
        match (start, operator, bound) {
            (Count::Number(0), "<" | "!=", Count::Length(list, 0))
            | (Count::Number(0), "<=", Count::Length(list, -1))
            | (Count::Length(list, -1), ">=", Count::Number(0))
            | (Count::Length(list, -1), ">" | "!=", Count::Number(-1))
            | (Count::Length(list, 0), ">" | "!=", Count::Number(0)) => Some(list),
            _ => None,
        }
    }

    fn count<'t>(&self, node: Node<'t>) -> Option<Count<'t>> {
        let (rest, plus) = self.without_number(node);
        if let Some(list) = listed(self, rest) {
            return Some(Count::Length(list, plus));
        }
        let node = unparenthesised(node);
        let (digits, sign) = match (kind(node), field(node, Field::Operand)) {
            (Kind::UnaryExpression, Some(operand)) if self.written(node).starts_with('-') => (operand, -1),
            _ => (node, 1),
        };
        match literal(digits, self.text) {
            ConstValue::Int(number) => Some(Count::Number(number.saturating_mul(sign))),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::go::lower::lower_function;
    use crate::go::outline::{Code, func_decl};
    use crate::go::queries::Queries;
    use crate::go::tree::{Kind, find_declaration, parse};
    use crate::ground::source::Span;
    use std::cell::Cell;

    /// The lists through which the loop with this head counts, as they are written.
    fn lists(head: &str) -> Vec<String> {
        let text = format!("package p\n\nfunc f(all []int, s struct{{ x []int }}) {{\n\tfor {head} {{\n\t}}\n}}\n");
        let tree = parse(&text).unwrap();
        assert!(!tree.root_node().has_error(), "{text}");
        let is_cut = Cell::new(false);
        let body = find_declaration(tree.root_node(), &[Kind::FunctionDeclaration], |node| {
            let decl = func_decl(node, Code::new(&text, &is_cut), Span::new(node.start_byte(), node.end_byte()))?;
            Some(lower_function(node, &text, &decl, &Queries::standard()))
        })
        .unwrap();
        body.index_loops.iter().map(|(_, _, list)| body.describe(*list)).collect()
    }

    #[test]
    fn each_element_is_visited() {
        for head in [
            "i := 0; i < len(all); i++",
            "i := 0; len(all) > i; i++",
            "i := 0; i != len(all); i += 1",
            "i := 0; i <= len(all)-1; i++",
            "i := len(all) - 1; i >= 0; i--",
            "i := len(all) - 1; i > -1; i--",
            "i := len(all); i > 0; i--",
            "len(all) > 0",
            "(len(all)) != 0",
            "0 < len(all)",
            "len(all) >= 1",
        ] {
            assert_eq!(lists(head), ["all"], "{head}");
        }
        assert_eq!(lists("i := 0; i < len(s.x); i++"), ["s.x"]);
    }

    #[test]
    fn some_are_left_out_or_others_are_counted() {
        for head in [
            "i := 1; i < len(all); i++",
            "i := 0; i < len(all)-1; i++",
            "i := len(all) - 1; i > 0; i--",
            "i := len(all) - 2; i >= 0; i--",
            "i, n := 0, len(all); i < n; i++",
            "i := 0; i < 3; i++",
            "i := 0; i < len(all) && s.x != nil; i++",
            "len(all) > 1",
            "len(all) < 3",
            "len(all) == 0",
            "_, v := range all",
        ] {
            assert!(lists(head).is_empty(), "{head}");
        }
    }
}
