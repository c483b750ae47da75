//! Pure expressions of conditions.
//!
//!     if i+1 < len(links) { .. }      i - len(links) < -1
//!     if r.Code == 200 { .. }         r.Code == 200
//!
//! A number that is added moves to the other side, so that tests of `i` and of `i+1` are tests of one expression. An expression
//! that is not pure, as one with a call, has no tree here: the condition evaluates it, and compares the place of its value.

use super::Lowering;
use crate::go::body::{ExprId, Part, PlaceId, PureExpr, PureTree};
use crate::go::outline::ConstValue;
use crate::go::tree::{Field, Kind, children, field, kind, unparenthesised};
use tree_sitter::Node;

/// Pure expressions of more places, literals and operators than this are not compared: no function has the same such condition
/// twice.
const MOST_PARTS: usize = 100;

/// `left < right` as a comparison of one expression: `left - right < limit`, or one of `right - left` if it is turned.
pub(super) struct Difference {
    pub(super) expr: ExprId,
    pub(super) is_turned: bool,
    pub(super) limit: i64,
}

impl Lowering<'_> {
    /// The difference of two pure expressions. `a < b` and `b < a` have one, turned for one of the two.
    pub(super) fn difference(&mut self, left: Node, right: Node) -> Option<Difference> {
        let (left, left_plus) = self.without_number(left);
        let (right, right_plus) = self.without_number(right);
        let mut places = Vec::new();
        let (left, right) = (self.pure_tree(left, &mut places)?, self.pure_tree(right, &mut places)?);
        // Any order will do in which `a < b` and `b < a` have the same side first.
        let by_text = |tree: &PureTree| tree.text(&|place| format!("p{}", place.0));
        let is_turned = by_text(&right) < by_text(&left);
        let tree = if is_turned { PureTree::difference(right, left) } else { PureTree::difference(left, right) };
        let expr = self.comparable(tree, places)?;
        Some(Difference { expr, is_turned, limit: right_plus.saturating_sub(left_plus) })
    }

    /// `x` and 1 of `x+1` and `1+x`, `x` and -1 of `x-1`, `x` and 0 of another expression.
    pub(super) fn without_number<'t>(&self, node: Node<'t>) -> (Node<'t>, i64) {
        let node = unparenthesised(node);
        let number = |node: Node| match crate::go::outline::literal(unparenthesised(node), self.text) {
            ConstValue::Int(value) => Some(value),
            _ => None,
        };
        let sides = (field(node, Field::Left), field(node, Field::Operator), field(node, Field::Right));
        let (Kind::BinaryExpression, (Some(left), Some(operator), Some(right))) = (kind(node), sides) else {
            return (node, 0);
        };
        match (self.written(operator), number(left), number(right)) {
            ("+", None, Some(plus)) => (left, plus),
            ("-", None, Some(plus)) => (left, plus.saturating_neg()),
            ("+", Some(plus), None) => (right, plus),
            _ => (node, 0),
        }
    }

    /// The pure expression that is just a place.
    pub(super) fn place_expr(&mut self, place: PlaceId) -> ExprId {
        self.expr_id(PureExpr { tree: PureTree::Place(place), places: vec![place], sides: [None; 2] })
    }

    /// The pure expression of a node; `None` if it is not pure, or not worth comparing.
    pub(super) fn pure(&mut self, node: Node) -> Option<ExprId> {
        let mut places = Vec::new();
        let tree = self.pure_tree(node, &mut places)?;
        self.comparable(tree, places)
    }

    /// The id of an expression, if it reads any place and is not too large.
    fn comparable(&mut self, tree: PureTree, places: Vec<PlaceId>) -> Option<ExprId> {
        let is_worth_it = !places.is_empty() && tree.size() <= MOST_PARTS;
        if !is_worth_it {
            return None;
        }
        let sides = match &tree {
            PureTree::Difference(sides) => [self.side(&sides[0], &places), self.side(&sides[1], &places)],
            _ => [None; 2],
        };
        Some(self.expr_id(PureExpr { tree, places, sides }))
    }

    /// The expression of one side of a difference that reads these places, if it is a place or the length of one.
    fn side(&mut self, tree: &PureTree, places: &[PlaceId]) -> Option<ExprId> {
        let place = match tree {
            PureTree::Place(place) => *place,
            PureTree::Len(of) => of.place()?,
            _ => return None,
        };
        let slot = self.body.slot_of(place);
        let own = places.iter().copied().filter(|place| self.body.slot_of(*place) == slot);
        let places = match tree {
            PureTree::Len(_) => own.collect(),
            _ => vec![place],
        };
        Some(self.expr_id(PureExpr { tree: tree.clone(), places, sides: [None; 2] }))
    }

    /// The form of a pure expression; adds the places that it reads. `None` if the expression is not pure.
    fn pure_tree(&mut self, node: Node, places: &mut Vec<PlaceId>) -> Option<PureTree> {
        self.deeper(node, None, |this| this.pure_tree_here(node, places))
    }

    fn pure_tree_here(&mut self, node: Node, places: &mut Vec<PlaceId>) -> Option<PureTree> {
        match kind(node) {
            Kind::ParenthesizedExpression => self.pure_tree(*children(node).first()?, places),
            Kind::Identifier | Kind::SelectorExpression => {
                is_path(node).then_some(())?;
                let place = self.place(node)?;
                places.push(place);
                Some(PureTree::Place(place))
            }
            Kind::IntLiteral
            | Kind::FloatLiteral
            | Kind::ImaginaryLiteral
            | Kind::RuneLiteral
            | Kind::InterpretedStringLiteral
            | Kind::RawStringLiteral
            | Kind::Nil
            | Kind::True
            | Kind::False => Some(PureTree::Literal(self.name(node))),
            Kind::UnaryExpression => {
                let operator = self.name(field(node, Field::Operator)?);
                matches!(operator.as_str(), "-" | "+" | "!" | "^" | "*").then_some(())?;
                let operand = self.pure_tree(field(node, Field::Operand)?, places)?;
                Some(PureTree::Unary(operator, Box::new(operand)))
            }
            Kind::BinaryExpression => {
                let left = self.pure_tree(field(node, Field::Left)?, places)?;
                let operator = self.name(field(node, Field::Operator)?);
                let right = self.pure_tree(field(node, Field::Right)?, places)?;
                match operator.as_str() {
                    "-" => Some(PureTree::difference(left, right)),
                    _ => Some(PureTree::Binary(operator, Box::new([left, right]))),
                }
            }
            Kind::IndexExpression => {
                let base = field(node, Field::Operand)?;
                is_path(base).then_some(())?;
                let base = self.pure_tree(base, places)?.place()?;
                places.push(self.part(base, Part::Element));
                let index = self.pure_tree(field(node, Field::Index)?, places)?;
                Some(PureTree::Index(base, Box::new(index)))
            }
            Kind::CallExpression => self.pure_length(node, places),
            _ => None,
        }
    }

    /// `len(x)` or `cap(x)`
    fn pure_length(&mut self, node: Node, places: &mut Vec<PlaceId>) -> Option<PureTree> {
        let name = self.written(field(node, Field::Function)?);
        let length = match name {
            "len" => PureTree::Len,
            "cap" => PureTree::Cap,
            _ => return None,
        };
        if self.lookup(name).is_some() {
            return None;
        }
        let args = children(field(node, Field::Arguments)?);
        let [only] = args[..] else {
            return None;
        };
        let known = places.len();
        let of = self.pure_tree(only, places)?;
        // The length changes with the elements.
        if let Some(place) = places[known..].last().copied() {
            places.push(self.part(place, Part::Element));
        }
        Some(length(Box::new(of)))
    }
}

/// A name, or a selector on nothing but names.
pub(super) fn is_path(node: Node) -> bool {
    let mut at = node;
    loop {
        match kind(at) {
            Kind::Identifier => return true,
            Kind::SelectorExpression => match field(at, Field::Operand) {
                Some(operand) => at = operand,
                None => return false,
            },
            Kind::ParenthesizedExpression => match children(at).first() {
                Some(inner) => at = *inner,
                None => return false,
            },
            _ => return false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::go::body::{Body, PureExpr};
    use crate::go::lower::lower_function;
    use crate::go::outline::{Code, func_decl};
    use crate::go::queries::Queries;
    use crate::go::tree::{find_declaration, parse};
    use crate::ground::source::Span;
    use std::cell::Cell;

    /// The body of a function with these parameters and one `if` for each condition.
    fn body_of(params: &str, conditions: &[&str]) -> Body {
        let ifs: String = conditions.iter().map(|condition| format!("\tif {condition} {{\n\t}}\n")).collect();
        let text = format!("package p\n\nfunc f({params}) {{\n{ifs}}}\n");
        let tree = parse(&text).unwrap();
        assert!(!tree.root_node().has_error(), "{text}");
        let is_cut = Cell::new(false);
        find_declaration(tree.root_node(), &[Kind::FunctionDeclaration], |node| {
            let decl = func_decl(node, Code::new(&text, &is_cut), Span::new(node.start_byte(), node.end_byte()))?;
            Some(lower_function(node, &text, &decl, &Queries::standard()))
        })
        .unwrap()
    }

    /// The pure expressions that the conditions compare, each once.
    fn compared(params: &str, conditions: &[&str]) -> Vec<String> {
        let body = body_of(params, conditions);
        let is_side =
            |id: usize| body.exprs.iter().any(|expr| expr.sides.iter().flatten().any(|side| side.index() == id));
        let exprs = body.exprs.iter().enumerate().filter(|(id, _)| !is_side(*id));
        exprs.map(|(_, expr)| expr.tree.text(&|place| body.describe(place))).collect()
    }

    #[test]
    fn equal_expressions_are_one() {
        let difference = ["i < n", "n > i", "n-1 >= i+1", "i-n == 3", "(i) - (n) == 4", "i == n"];
        assert_eq!(compared("i, n int", &difference), ["(i-n)"]);
        assert_eq!(compared("r *R", &["r.Code == 3", "(r.Code) >= 300", "299 < r.Code"]), ["r.Code"]);
        assert_eq!(compared("s []int", &["len(s) == 0", "len((s)) > 1", "cap(s) > 1"]), ["len(s)", "cap(s)"]);
        assert_eq!(compared("a, b int", &["a*b == 1", "b*a == 1", "a*b == 2"]), ["(a*b)", "(b*a)"]);
    }

    #[test]
    fn forms_are_shown_as_they_are_written() {
        let written = ["-a[i+1] == 1", "*p == 2", "a[0]%2 == 0", "len(a)/2 < 3"];
        assert_eq!(compared("a []int, i int, p *int", &written), ["-a[(i+1)]", "*p", "(a[0]%2)", "(len(a)/2)"]);
    }

    #[test]
    fn calls_and_large_expressions_are_not_compared() {
        // The result of the call is.
        assert_eq!(compared("a int", &["f(a) == 1", "a+f(a) == 1"]), ["t1", "t4"]);
        let sum = |count: usize| format!("{} == 1", vec!["a"; count].join("*"));
        assert_eq!(compared("a int", &[&sum(50)]).len(), 1);
        assert!(compared("a int", &[&sum(51)])[0].starts_with('t'));
    }

    #[test]
    fn steps_of_a_place_move_a_difference() {
        let body = body_of("i, n int", &["i < n", "i == 3", "i*n == 3"]);
        let steps = |expr: &PureExpr| {
            (expr.grows_with().map(|place| body.describe(place)), expr.shrinks_with().map(|place| body.describe(place)))
        };
        let moved = |text: &str| {
            body.exprs.iter().find(|expr| expr.tree.text(&|place| body.describe(place)) == text).map(steps)
        };
        assert_eq!(moved("(i-n)"), Some((Some("i".to_string()), Some("n".to_string()))));
        assert_eq!(moved("i"), Some((Some("i".to_string()), None)));
        assert_eq!(moved("(i*n)"), Some((None, None)));
    }
}
