//! Conditions of branches: short circuit, nil tests, comparisons.
//!
//!     if err != nil || n > 3 { f() }      b0: if err is nil b1 else b2
//!                                         b1: if n <= 3 b3 else b2
//!                                         b2: call f()
//!
//! Each condition becomes a test of one of few forms and two blocks; `!`, `!=` and `>=` exchange the blocks or the sides. Both
//! halves of `&&` and `||` have a block of their own. A condition of no known form is `Test::Unknown`, after its calls.

use super::pure::Difference;
use super::{Lowering, span_of};
use crate::go::body::{
    BlockId, Comparison, ConstOperand, End, ExprId, Operand, PlaceId, SlotKind, Test, WrittenCondition,
};
use crate::go::outline::ConstValue;
use crate::go::tree::{Field, Kind, children, field, kind, unparenthesised};
use crate::ground::source::Span;
use tree_sitter::Node;

/// Whether a binary expression has a boolean value.
pub(super) fn is_boolean(node: Node, text: &str) -> bool {
    let operator = field(node, Field::Operator).and_then(|operator| text.get(operator.byte_range()));
    matches!(operator, Some("&&" | "||" | "==" | "!=" | "<" | "<=" | ">" | ">="))
}

/// The identifier at the root of a selector, index, dereference or address.
pub(super) fn root_identifier(node: Node<'_>) -> Option<Node<'_>> {
    let mut at = node;
    loop {
        at = match kind(at) {
            Kind::Identifier | Kind::TypeIdentifier => return Some(at),
            Kind::SelectorExpression | Kind::IndexExpression | Kind::UnaryExpression => field(at, Field::Operand)?,
            Kind::ParenthesizedExpression | Kind::PointerType => *children(at).first()?,
            Kind::QualifiedType => return field(at, Field::Package),
            _ => return None,
        };
    }
}

/// The surroundings of a condition that is about to be lowered: whether it is a case, and the negations around it.
#[derive(Clone, Copy, Default)]
pub(super) struct OpenCondition {
    pub(super) is_case: bool,
    /// Whether it is no step of a path.
    pub(super) is_quiet: bool,
    /// The condition with all `!` before it, and whether their number is odd.
    negation: Option<(Span, bool)>,
}

impl OpenCondition {
    pub(super) fn case() -> OpenCondition {
        OpenCondition { is_case: true, ..OpenCondition::default() }
    }

    fn negated(self, span: Span) -> OpenCondition {
        let (span, is_odd) = self.negation.unwrap_or((span, false));
        OpenCondition { negation: Some((span, !is_odd)), ..self }
    }

    /// Each half of `a && b` shows itself.
    fn half(self) -> OpenCondition {
        OpenCondition { negation: None, ..self }
    }

    fn shown(self, span: Span, is_unequal: bool) -> WrittenCondition {
        let (span, is_negated) = self.negation.unwrap_or((span, false));
        WrittenCondition { span, is_case: self.is_case, is_quiet: self.is_quiet, is_negated: is_negated != is_unequal }
    }
}

impl Lowering<'_> {
    /// Ends the current block with a branch on a condition to `yes` or `no`.
    pub(super) fn branch(&mut self, node: Node, yes: BlockId, no: BlockId, frame: OpenCondition) {
        self.deeper(node, (), |this| this.branch_here(node, yes, no, frame));
    }

    fn branch_here(&mut self, node: Node, yes: BlockId, no: BlockId, frame: OpenCondition) {
        match kind(node) {
            Kind::ParenthesizedExpression => {
                if let Some(inner) = children(node).first() {
                    return self.branch(*inner, yes, no, frame);
                }
                self.test(node, Test::Unknown, yes, no, frame);
            }
            Kind::UnaryExpression if self.written(node).starts_with('!') => {
                if let Some(operand) = field(node, Field::Operand) {
                    return self.branch(operand, no, yes, frame.negated(span_of(node)));
                }
                self.test(node, Test::Unknown, yes, no, frame);
            }
            Kind::True => self.test(node, Test::Always(true), yes, no, frame),
            Kind::False => self.test(node, Test::Always(false), yes, no, frame),
            Kind::BinaryExpression => self.binary_branch(node, yes, no, frame),
            _ => {
                let test = match self.expr(node) {
                    Operand::Place(place) => Test::Flag(place),
                    Operand::Bool(value) => Test::Always(value),
                    _ => Test::Unknown,
                };
                self.test(node, test, yes, no, frame);
            }
        }
    }

    fn test(&mut self, node: Node, test: Test, yes: BlockId, no: BlockId, frame: OpenCondition) {
        let shown = frame.shown(span_of(node), false);
        self.end_here(End::Branch { test, yes, no, shown });
    }

    fn binary_branch(&mut self, node: Node, yes: BlockId, no: BlockId, frame: OpenCondition) {
        let (Some(left), Some(right)) = (field(node, Field::Left), field(node, Field::Right)) else {
            return self.test(node, Test::Unknown, yes, no, frame);
        };
        let operator = field(node, Field::Operator).map_or("", |operator| self.written(operator));
        match operator {
            "&&" => {
                let both = self.new_block();
                self.branch(left, both, no, frame.half());
                self.block = both;
                self.branch(right, yes, no, frame.half());
            }
            "||" => {
                let neither = self.new_block();
                self.branch(left, yes, neither, frame.half());
                self.block = neither;
                self.branch(right, yes, no, frame.half());
            }
            _ => self.comparison(node, (left, operator, right), (yes, no), frame),
        }
    }

    fn comparison(
        &mut self,
        node: Node,
        (left, operator, right): (Node, &str, Node),
        to: (BlockId, BlockId),
        frame: OpenCondition,
    ) {
        // a > b is b < a, and a >= b is b <= a.
        let (left, right, operator) = match operator {
            ">" => (right, left, "<"),
            ">=" => (right, left, "<="),
            other => (left, right, other),
        };
        let is_false = |node| kind(unparenthesised(node)) == Kind::False;
        let (test, is_negated) = match operator {
            // x == false is !x.
            "==" | "!=" if is_false(right) => (self.place(left).map_or(Test::Unknown, Test::Flag), operator == "=="),
            "==" | "!=" if is_false(left) => (self.place(right).map_or(Test::Unknown, Test::Flag), operator == "=="),
            "==" => (self.equality(left, right), false),
            "!=" => (self.equality(left, right), true),
            _ => self.order(node, left, right, if operator == "<" { Comparison::Less } else { Comparison::AtMost }),
        };
        let (yes, no) = if is_negated { (to.1, to.0) } else { to };
        let shown = frame.shown(span_of(node), is_negated);
        self.end_here(End::Branch { test, yes, no, shown });
    }

    /// The test `left < right` or `left <= right`, and whether it is negated.
    fn order(&mut self, node: Node, left: Node, right: Node, comparison: Comparison) -> (Test, bool) {
        match (self.constant(left), self.constant(right)) {
            (None, Some(value)) => (self.compare(left, comparison, value), false),
            (Some(value), None) => {
                // c < x is not x <= c.
                let turned = if comparison == Comparison::Less { Comparison::AtMost } else { Comparison::Less };
                (self.compare(right, turned, value), true)
            }
            _ => {
                // a <= b is not b < a.
                let is_negated = comparison == Comparison::AtMost;
                let (low, high) = if is_negated { (right, left) } else { (left, right) };
                match self.difference(low, high) {
                    // a - b < c is not b - a <= -c.
                    Some(Difference { expr, is_turned: true, limit }) => {
                        (compared(expr, Comparison::AtMost, limit.saturating_neg()), !is_negated)
                    }
                    Some(Difference { expr, limit, .. }) => (compared(expr, Comparison::Less, limit), is_negated),
                    None => (self.evaluated(node), false),
                }
            }
        }
    }

    /// The test `left == right`, after what has to be evaluated for it.
    pub(super) fn equality(&mut self, left: Node, right: Node) -> Test {
        let (left, right) =
            if is_constant_like(left) && !is_constant_like(right) { (right, left) } else { (left, right) };
        match kind(unparenthesised(right)) {
            Kind::Nil => return self.place(left).map_or(Test::Unknown, Test::IsNil),
            Kind::True => return self.place(left).map_or(Test::Unknown, Test::Flag),
            _ => {}
        }
        if let Some(value) = self.constant(right) {
            return self.compare(left, Comparison::Equal, value);
        }
        if let Some(value) = self.constant(left) {
            return self.compare(right, Comparison::Equal, value);
        }
        let difference = self.difference(left, right);
        match (self.expr(left), self.expr(right), difference) {
            (Operand::Place(left), Operand::Place(right), None) => Test::Equal(left, right, None),
            (Operand::Place(left), Operand::Place(right), Some(Difference { expr, limit: 0, .. })) => {
                Test::Equal(left, right, Some(expr))
            }
            (_, _, Some(Difference { expr, is_turned, limit })) => {
                let limit = if is_turned { limit.saturating_neg() } else { limit };
                compared(expr, Comparison::Equal, limit)
            }
            _ => Test::Unknown,
        }
    }

    /// The test of a case of a switch: the value of the tag, which is in a place, equals that of a node.
    pub(super) fn equality_with(&mut self, tag: PlaceId, node: Node) -> Test {
        if kind(unparenthesised(node)) == Kind::Nil {
            return Test::IsNil(tag);
        }
        if kind(unparenthesised(node)) == Kind::True {
            return Test::Flag(tag);
        }
        if let Some(value) = self.constant(node) {
            let expr = self.place_expr(tag);
            return Test::Compare { expr, op: Comparison::Equal, value };
        }
        match self.expr(node) {
            Operand::Place(place) => Test::Equal(tag, place, None),
            _ => Test::Unknown,
        }
    }

    fn compare(&mut self, node: Node, op: Comparison, value: ConstOperand) -> Test {
        let (base, plus) = self.without_number(node);
        // x + 1 < 3 is x < 2.
        let (node, value) = match value {
            ConstOperand::Literal(ConstValue::Int(value)) => {
                (base, ConstOperand::Literal(ConstValue::Int(value.saturating_sub(plus))))
            }
            ConstOperand::Named(place, more) => (base, ConstOperand::Named(place, more.saturating_sub(plus))),
            other => (node, other),
        };
        if let Some(expr) = self.pure(node) {
            return Test::Compare { expr, op, value };
        }
        // A call result: the value of this one evaluation.
        match self.expr(node) {
            Operand::Place(place) => {
                let expr = self.place_expr(place);
                Test::Compare { expr, op, value }
            }
            _ => Test::Unknown,
        }
    }

    /// A condition of no known form: its parts are evaluated.
    fn evaluated(&mut self, node: Node) -> Test {
        for child in children(node) {
            self.expr(child);
        }
        Test::Unknown
    }

    /// A literal, or a name from outside the function that may be a constant, with a number added.
    fn constant(&mut self, node: Node) -> Option<ConstOperand> {
        let (node, plus) = self.without_number(node);
        match kind(node) {
            Kind::IntLiteral
            | Kind::RuneLiteral
            | Kind::InterpretedStringLiteral
            | Kind::RawStringLiteral
            | Kind::UnaryExpression => match crate::go::outline::literal(node, self.text) {
                ConstValue::Unknown => None,
                value => Some(ConstOperand::Literal(value)),
            },
            Kind::Identifier | Kind::SelectorExpression => {
                let root = root_identifier(node)?;
                if self.lookup(self.written(root)).is_some() {
                    return None;
                }
                if kind(node) == Kind::SelectorExpression && field(node, Field::Operand)? != root {
                    return None;
                }
                let place = self.place(node)?;
                (self.body.slot(place).kind == SlotKind::Global).then_some(ConstOperand::Named(place, plus))
            }
            _ => None,
        }
    }

    /// `to = condition`: two blocks that store `true` and `false` and meet again.
    pub(super) fn boolean_to(&mut self, node: Node, to: PlaceId) {
        let span = span_of(node);
        let (yes, no, after) = (self.new_block(), self.new_block(), self.new_block());
        let frame = OpenCondition { is_quiet: self.is_argument, ..OpenCondition::default() };
        self.branch(node, yes, no, frame);
        self.block = yes;
        self.assign(Some(to), Operand::Bool(true), span);
        self.goto_and_on(after, no);
        self.assign(Some(to), Operand::Bool(false), span);
        self.goto_and_on(after, after);
    }
}

fn compared(expr: ExprId, op: Comparison, value: i64) -> Test {
    Test::Compare { expr, op, value: ConstOperand::Literal(ConstValue::Int(value)) }
}

fn is_constant_like(node: Node) -> bool {
    matches!(
        kind(unparenthesised(node)),
        Kind::Nil
            | Kind::True
            | Kind::False
            | Kind::IntLiteral
            | Kind::InterpretedStringLiteral
            | Kind::RawStringLiteral
            | Kind::FloatLiteral
            | Kind::RuneLiteral
    )
}
