//! Conditions: short circuit, nil tests, comparisons with constants, pure expressions.

use super::{Lowering, span_of};
use crate::go::body::{
    BlockId, Comparison, ConstOperand, End, ExprId, Operand, Part, PlaceId, PureExpr, Shown, SlotKind, Test,
};
use crate::go::outline::ConstValue;
use crate::go::tree::{Field, Kind, children, field, kind};
use crate::ground::source::Span;
use tree_sitter::Node;

/// Keys of pure expressions longer than this are not compared: nobody writes the same such condition twice.
const LONGEST_KEY: usize = 200;

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

/// How the conditions of one statement are shown: whether they are cases, and the negation around the next one.
#[derive(Clone, Copy, Default)]
pub(super) struct OpenCondition {
    pub(super) is_case: bool,
    /// Whether it is no step for the reader.
    pub(super) is_quiet: bool,
    /// The outermost `!` in front of the condition, and whether their number is odd.
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

    fn shown(self, span: Span, is_unequal: bool) -> Shown {
        let (span, is_negated) = self.negation.unwrap_or((span, false));
        Shown { span, is_case: self.is_case, is_quiet: self.is_quiet, is_negated: is_negated != is_unequal }
    }
}

impl Lowering<'_> {
    /// Branches on a condition: the current block ends, the new ones start at `yes` and `no`.
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
        self.body.blocks[self.block.index()].end = End::Branch { test, yes, no, shown };
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
        self.body.blocks[self.block.index()].end = End::Branch { test, yes, no, shown };
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

    /// The test `left == right`; evaluates what it needs.
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

    /// The difference of two pure expressions, the same whichever way round they are compared.
    fn difference(&mut self, left: Node, right: Node) -> Option<Difference> {
        let (left, left_plus) = self.without_number(left);
        let (right, right_plus) = self.without_number(right);
        let (mut left, mut right) = (self.pure_side(left)?, self.pure_side(right)?);
        let is_turned = right.key < left.key;
        if is_turned {
            std::mem::swap(&mut left, &mut right);
        }
        let mut expr = PureExpr { grows: left.place, shrinks: right.place, ..PureExpr::default() };
        expr.key = format!("({}-{})", left.key, right.key);
        expr.places = left.places.into_iter().chain(right.places).collect();
        let limit = right_plus.saturating_sub(left_plus);
        let is_worth_it = !expr.places.is_empty() && expr.key.len() <= LONGEST_KEY;
        is_worth_it.then(|| Difference { expr: self.expr_id(expr), is_turned, limit })
    }

    /// `x` and 1 of `x+1` and `1+x`, `x` and -1 of `x-1`, `x` and 0 of another expression.
    fn without_number<'t>(&self, node: Node<'t>) -> (Node<'t>, i64) {
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

    /// A test of a value that is already in a place against a constant-like node.
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
            let expr = self.expr_id(expr);
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

    /// A condition of which nothing is known but what it evaluates.
    fn evaluated(&mut self, node: Node) -> Test {
        for child in children(node) {
            self.expr(child);
        }
        Test::Unknown
    }

    pub(super) fn place_expr(&mut self, place: PlaceId) -> ExprId {
        let (place, places) = (Some(place), vec![place]);
        self.expr_id(PureExpr { key: format!("p{}", places[0].0), places, place, grows: place, shrinks: None })
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

    /// The canonical form of an expression without calls, `None` if it has any.
    fn pure(&mut self, node: Node) -> Option<PureExpr> {
        let expr = self.pure_side(node)?;
        (!expr.places.is_empty() && expr.key.len() <= LONGEST_KEY).then_some(expr)
    }

    /// The same, which may also read nothing.
    fn pure_side(&mut self, node: Node) -> Option<PureExpr> {
        let mut expr = PureExpr::default();
        self.pure_into(node, &mut expr)?;
        if expr.places.len() == 1 && expr.key == format!("p{}", expr.places[0].0) {
            expr.place = expr.places.first().copied();
            expr.grows = expr.place;
        }
        Some(expr)
    }

    fn pure_into(&mut self, node: Node, expr: &mut PureExpr) -> Option<()> {
        self.deeper(node, None, |this| this.pure_into_here(node, expr))
    }

    fn pure_into_here(&mut self, node: Node, expr: &mut PureExpr) -> Option<()> {
        match kind(node) {
            Kind::ParenthesizedExpression => self.pure_into(*children(node).first()?, expr),
            Kind::Identifier | Kind::SelectorExpression => {
                is_path(node).then_some(())?;
                let place = self.place(node)?;
                expr.key.push_str(&format!("p{}", place.0));
                expr.places.push(place);
                Some(())
            }
            Kind::IntLiteral
            | Kind::FloatLiteral
            | Kind::ImaginaryLiteral
            | Kind::RuneLiteral
            | Kind::Nil
            | Kind::True
            | Kind::False => {
                expr.key.push_str(self.written(node));
                Some(())
            }
            Kind::InterpretedStringLiteral | Kind::RawStringLiteral => {
                expr.key.push_str(self.written(node));
                Some(())
            }
            Kind::UnaryExpression => {
                let operator = self.written(field(node, Field::Operator)?);
                matches!(operator, "-" | "+" | "!" | "^" | "*").then_some(())?;
                expr.key.push_str(operator);
                self.pure_into(field(node, Field::Operand)?, expr)
            }
            Kind::BinaryExpression => {
                expr.key.push('(');
                self.pure_into(field(node, Field::Left)?, expr)?;
                expr.key.push_str(self.written(field(node, Field::Operator)?));
                self.pure_into(field(node, Field::Right)?, expr)?;
                expr.key.push(')');
                Some(())
            }
            Kind::IndexExpression => {
                let base = field(node, Field::Operand)?;
                is_path(base).then_some(())?;
                self.pure_into(base, expr)?;
                let place = *expr.places.last()?;
                let element = self.part(place, Part::Element);
                expr.places.push(element);
                expr.key.push('[');
                self.pure_into(field(node, Field::Index)?, expr)?;
                expr.key.push(']');
                Some(())
            }
            Kind::CallExpression => {
                let name = self.written(field(node, Field::Function)?);
                (matches!(name, "len" | "cap") && self.lookup(name).is_none()).then_some(())?;
                let args = children(field(node, Field::Arguments)?);
                let [only] = args[..] else {
                    return None;
                };
                expr.key.push_str(name);
                expr.key.push('(');
                self.pure_into(only, expr)?;
                expr.key.push(')');
                // The length changes with the elements.
                if let Some(place) = expr.places.last().copied() {
                    let element = self.part(place, Part::Element);
                    expr.places.push(element);
                }
                Some(())
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

/// `left < right` as a comparison of one expression: `left - right < limit`, or `right - left` if it is turned.
struct Difference {
    expr: ExprId,
    is_turned: bool,
    limit: i64,
}

fn compared(expr: ExprId, op: Comparison, value: i64) -> Test {
    Test::Compare { expr, op, value: ConstOperand::Literal(ConstValue::Int(value)) }
}

/// A name, or a selector on nothing but names.
fn is_path(node: Node) -> bool {
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

fn unparenthesised(node: Node<'_>) -> Node<'_> {
    let mut at = node;
    while kind(at) == Kind::ParenthesizedExpression
        && let Some(inner) = children(at).first()
    {
        at = *inner;
    }
    at
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
