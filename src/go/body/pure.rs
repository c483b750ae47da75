//! Pure expressions: what a condition compares, as a tree.
//!
//!     if i < len(links)-1 { .. }      i - len(links) < -1: the difference of the place i and the length of the place links
//!
//! An expression is pure if it is made of places, literals and operators alone. Reading it twice gives the same value unless
//! one of its places changes in between, so what one test has shown holds for the next test of an equal expression. Calls
//! are not pure, except `len` and `cap`.
//!
//! Expressions are compared by their form. The tree knows no arithmetic: `a+b` and `b+a` are two expressions, `1` and `0x1`
//! two literals.

use super::{ExprId, Name, PlaceId};

/// A pure expression of one body.
#[derive(Debug)]
pub struct PureExpr {
    /// Its form; equal trees are equal expressions.
    pub tree: PureTree,
    /// The places on which its value depends, in order of mention: also the elements of an array or map whose length it takes.
    pub places: Vec<PlaceId>,
    /// Of a difference the two sides, where they are a place or the length of one: what is known of these says what the
    /// difference can be.
    pub sides: [Option<ExprId>; 2],
}

/// The form of a pure expression. Parentheses leave no trace.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum PureTree {
    /// `x`, `x.f`
    Place(PlaceId),
    /// `1.5`, `"a"`, `nil`, `true`, as it is written.
    Literal(Name),
    /// `-x`, `!x`, `*x`: the operator and the operand.
    Unary(Name, Box<PureTree>),
    /// `x - y`; also of `x < y`, which compares it with zero.
    Difference(Box<[PureTree; 2]>),
    /// `x * y`: any other operator and its two operands.
    Binary(Name, Box<[PureTree; 2]>),
    /// `x[i]`, of a place.
    Index(PlaceId, Box<PureTree>),
    /// `len(x)`
    Len(Box<PureTree>),
    /// `cap(x)`
    Cap(Box<PureTree>),
}

impl PureExpr {
    /// The place, if the expression is just that.
    pub fn place(&self) -> Option<PlaceId> {
        self.tree.place()
    }

    /// The place by whose steps the value grows: `i` in `i` and in `i - n`.
    pub fn grows_with(&self) -> Option<PlaceId> {
        match &self.tree {
            PureTree::Difference(sides) => sides[0].place(),
            tree => tree.place(),
        }
    }

    /// The place by whose steps the value shrinks: `n` in `i - n`.
    pub fn shrinks_with(&self) -> Option<PlaceId> {
        match &self.tree {
            PureTree::Difference(sides) => sides[1].place(),
            _ => None,
        }
    }
}

impl PureTree {
    /// `left - right`
    pub fn difference(left: PureTree, right: PureTree) -> PureTree {
        PureTree::Difference(Box::new([left, right]))
    }

    /// The place, if the expression is just that.
    pub fn place(&self) -> Option<PlaceId> {
        match self {
            PureTree::Place(place) => Some(*place),
            _ => None,
        }
    }

    /// How many places, literals and operators there are in it.
    pub fn size(&self) -> usize {
        match self {
            PureTree::Place(_) | PureTree::Literal(_) => 1,
            PureTree::Unary(_, inner) | PureTree::Len(inner) | PureTree::Cap(inner) => 1 + inner.size(),
            PureTree::Index(_, index) => 2 + index.size(),
            PureTree::Difference(sides) | PureTree::Binary(_, sides) => 1 + sides[0].size() + sides[1].size(),
        }
    }

    /// The expression as text, with the names that `show` gives its places.
    pub fn text(&self, show: &impl Fn(PlaceId) -> String) -> String {
        let operation = |operator: &str, [left, right]: &[PureTree; 2]| {
            format!("({}{operator}{})", left.text(show), right.text(show))
        };
        match self {
            PureTree::Place(place) => show(*place),
            PureTree::Literal(literal) => literal.to_string(),
            PureTree::Unary(operator, operand) => format!("{operator}{}", operand.text(show)),
            PureTree::Difference(sides) => operation("-", sides),
            PureTree::Binary(operator, sides) => operation(operator, sides),
            PureTree::Index(place, index) => format!("{}[{}]", show(*place), index.text(show)),
            PureTree::Len(of) => format!("len({})", of.text(show)),
            PureTree::Cap(of) => format!("cap({})", of.text(show)),
        }
    }
}
