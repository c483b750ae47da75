//! Expressions: their values, in the order in which Go evaluates them.
//!
//!     z := &T{name: p.f(), n: len(xs) + 1}    t4 = call p.f(); t5 = call len(xs); t7 = computed t5, 1
//!                                             t3 = &{name: t4, n: t7}; declare z; z = t3
//!     y := xs[0].name                         declare y; y = xs[].name
//!
//! The value of an expression is an operand: a place that it names, a constant, or a temporary slot. Arithmetic keeps only its
//! operands, and all elements of `xs` are one place, whatever their index. Calls are in `call`, boolean operators in `cond`.

use super::{Lowering, span_of};
use crate::go::body::{ElementKey, EventKind, FrameId, Operand, Part, PlaceId, Rvalue};
use crate::go::outline::{Name, TypeExpr, signature_of, type_expr};
use crate::go::tree::{Field, Kind, children, field, kind, unparenthesised};
use crate::ground::source::Span;
use smallvec::{SmallVec, smallvec};
use std::sync::Arc;
use tree_sitter::Node;

impl Lowering<'_> {
    /// Evaluates an expression; returns its value.
    pub(super) fn expr(&mut self, node: Node) -> Operand {
        self.deeper(node, Operand::Plain, |this| this.expr_here(node))
    }

    fn expr_here(&mut self, node: Node) -> Operand {
        match kind(node) {
            Kind::ParenthesizedExpression => match children(node).first() {
                Some(inner) => self.expr(*inner),
                None => Operand::Plain,
            },
            Kind::Nil => Operand::Nil,
            Kind::True => Operand::Bool(true),
            Kind::False => Operand::Bool(false),
            Kind::IntLiteral | Kind::InterpretedStringLiteral | Kind::RawStringLiteral => {
                Operand::Const(crate::go::outline::literal(node, self.text))
            }
            Kind::FloatLiteral | Kind::ImaginaryLiteral | Kind::RuneLiteral | Kind::Iota => Operand::Plain,
            Kind::Identifier | Kind::SelectorExpression | Kind::IndexExpression => {
                self.place(node).map_or(Operand::Plain, Operand::Place)
            }
            Kind::FuncLiteral => Operand::Frame(self.func_literal(node)),
            Kind::CallExpression | Kind::TypeConversionExpression => {
                let to = self.temp();
                self.expr_to(node, to);
                Operand::Place(to)
            }
            Kind::UnaryExpression => self.unary(node),
            Kind::BinaryExpression if super::cond::is_boolean(node, self.text) => {
                let to = self.temp();
                self.expr_to(node, to);
                Operand::Place(to)
            }
            Kind::BinaryExpression => self.arithmetic(node),
            Kind::CompositeLiteral | Kind::TypeAssertionExpression => {
                let to = self.temp();
                self.expr_to(node, to);
                Operand::Place(to)
            }
            Kind::SliceExpression => {
                // x[a:b] shares the elements of x.
                let operands = self.operands_of(node);
                operands.into_iter().next().unwrap_or(Operand::Plain)
            }
            Kind::VariadicArgument => match children(node).first() {
                Some(inner) => self.expr(*inner),
                None => Operand::Plain,
            },
            Kind::TypeInstantiationExpression => {
                // f[A, B]: the function itself; the type arguments are read by the call around it.
                match children(node).first() {
                    Some(base) if kind(*base) == Kind::TypeIdentifier => {
                        let slot = self.slot_named(self.name(*base));
                        Operand::Place(self.body.root(slot))
                    }
                    _ => Operand::Plain,
                }
            }
            Kind::QualifiedType | Kind::TypeIdentifier => Operand::Plain,
            Kind::Comment => Operand::Plain,
            Kind::SliceType | Kind::MapType | Kind::ChannelType | Kind::FunctionType | Kind::StructType => {
                Operand::Plain
            }
            Kind::InterfaceType | Kind::PointerType | Kind::ArrayType | Kind::GenericType => Operand::Plain,
            Kind::Error => {
                self.unmodelled(node);
                Operand::Plain
            }
            _ => {
                self.unmodelled(node);
                Operand::Plain
            }
        }
    }

    /// Evaluates an expression into a place.
    pub(super) fn expr_to(&mut self, node: Node, to: PlaceId) {
        self.deeper(node, (), |this| this.expr_to_here(node, to));
    }

    fn expr_to_here(&mut self, node: Node, to: PlaceId) {
        let span = span_of(node);
        match kind(node) {
            Kind::ParenthesizedExpression => {
                if let Some(inner) = children(node).first() {
                    self.expr_to(*inner, to);
                }
            }
            Kind::CallExpression | Kind::TypeConversionExpression => self.call_into(node, to),
            Kind::CompositeLiteral => self.composite(node, None, false, to),
            Kind::TypeAssertionExpression => {
                self.assertion(node, to, None);
            }
            Kind::UnaryExpression if self.is_negation(node) => self.boolean_to(node, to),
            Kind::BinaryExpression if super::cond::is_boolean(node, self.text) => self.boolean_to(node, to),
            _ => {
                let from = self.expr(node);
                self.assign(Some(to), from, span);
            }
        }
    }

    fn is_negation(&self, node: Node) -> bool {
        self.written(node).starts_with('!')
    }

    /// `to, ok = x.(T)`
    pub(super) fn assertion(&mut self, node: Node, to: PlaceId, ok: Option<PlaceId>) {
        let from = field(node, Field::Operand).map_or(Operand::Plain, |operand| self.expr(operand));
        let ty = field(node, Field::Type).map_or(TypeExpr::Unknown, |ty| type_expr(ty, self.code()));
        let ty = self.new_type(ty);
        self.push(EventKind::Make { to, value: Rvalue::Assert { from, ty, ok } }, span_of(node));
    }

    fn unary(&mut self, node: Node) -> Operand {
        let Some(operand) = field(node, Field::Operand) else {
            return Operand::Plain;
        };
        let operator = field(node, Field::Operator).map_or("", |operator| self.written(operator));
        match operator {
            "&" => self.address(node, operand),
            "*" => self.place(node).map_or(Operand::Plain, Operand::Place),
            "<-" => {
                let from = self.expr(operand);
                let to = self.temp();
                self.push(EventKind::Make { to, value: Rvalue::Receive { from, ok: None } }, span_of(node));
                Operand::Place(to)
            }
            "!" => {
                let to = self.temp();
                self.boolean_to(node, to);
                Operand::Place(to)
            }
            _ => match self.expr(operand) {
                Operand::Const(_) => Operand::Const(crate::go::outline::literal(node, self.text)),
                other => self.opaque(smallvec![other], span_of(node)),
            },
        }
    }

    fn address(&mut self, node: Node, operand: Node) -> Operand {
        let inner = unparenthesised(operand);
        let to = self.temp();
        if kind(inner) == Kind::CompositeLiteral {
            self.composite(inner, None, true, to);
            return Operand::Place(to);
        }
        if let Some(place) = self.place(inner) {
            self.push(EventKind::Make { to, value: Rvalue::Address(place) }, span_of(node));
        }
        Operand::Place(to)
    }

    fn arithmetic(&mut self, node: Node) -> Operand {
        // A chain `a + b + c ...` nests to the left; it is walked without recursion.
        let mut rights = Vec::new();
        let mut at = node;
        while kind(at) == Kind::BinaryExpression && !super::cond::is_boolean(at, self.text) {
            rights.extend(field(at, Field::Right));
            match field(at, Field::Left) {
                Some(left) => at = left,
                None => break,
            }
        }
        let mut operands: SmallVec<[Operand; 2]> = smallvec![self.expr(at)];
        for right in rights.into_iter().rev() {
            let operand = self.expr(right);
            if operands.len() < 2 {
                operands.push(operand);
            }
        }
        self.opaque(operands, span_of(node))
    }

    fn opaque(&mut self, operands: SmallVec<[Operand; 2]>, span: Span) -> Operand {
        if operands.iter().all(|operand| matches!(operand, Operand::Const(_) | Operand::Plain)) {
            return Operand::Plain;
        }
        let to = self.temp();
        self.push(EventKind::Make { to, value: Rvalue::Opaque(operands) }, span);
        Operand::Place(to)
    }

    fn operands_of(&mut self, node: Node) -> Vec<Operand> {
        children(node).into_iter().map(|child| self.expr(child)).collect()
    }

    /// The place that an expression names, or the temporary that holds its value. `None` only for damaged syntax.
    pub(super) fn place(&mut self, node: Node) -> Option<PlaceId> {
        self.deeper(node, None, |this| this.place_here(node))
    }

    fn place_here(&mut self, node: Node) -> Option<PlaceId> {
        match kind(node) {
            Kind::ParenthesizedExpression => self.place(*children(node).first()?),
            Kind::Identifier | Kind::TypeIdentifier | Kind::PackageIdentifier => {
                let slot = self.slot_named(self.name(node));
                Some(self.body.root(slot))
            }
            Kind::SelectorExpression => {
                let base = self.place(field(node, Field::Operand)?)?;
                let name = self.name(field(node, Field::Selected)?);
                Some(self.part(base, Part::Field(name)))
            }
            Kind::IndexExpression => {
                let base = self.place(field(node, Field::Operand)?)?;
                if let Some(index) = field(node, Field::Index) {
                    self.expr(index);
                }
                Some(self.part(base, Part::Element))
            }
            Kind::UnaryExpression if self.written(node).starts_with('*') => {
                let base = self.place(field(node, Field::Operand)?)?;
                Some(self.part(base, Part::Deref))
            }
            Kind::QualifiedType => {
                let slot = self.slot_named(self.name(field(node, Field::Package)?));
                let base = self.body.root(slot);
                let name = self.name(field(node, Field::Name)?);
                Some(self.part(base, Part::Field(name)))
            }
            _ => match self.expr(node) {
                Operand::Place(place) => Some(place),
                other => {
                    let to = self.temp();
                    self.assign(Some(to), other, span_of(node));
                    Some(to)
                }
            },
        }
    }

    /// Lowers a function literal to a frame of its own.
    pub(super) fn func_literal(&mut self, node: Node) -> FrameId {
        let outer_frame = self.frame;
        let outer_block = self.block;
        let targets = std::mem::take(&mut self.targets);
        let fallthrough_to = self.fallthrough_to.take();
        let label = self.label.take();
        let is_argument = std::mem::replace(&mut self.is_argument, false);
        let signature = signature_of(node, self.code());
        let frame = self.open_frame(Some(outer_frame), Arc::new(signature), None);
        if let Some(block) = field(node, Field::Body) {
            self.function_block(block);
        }
        self.scopes.pop();
        self.frame = outer_frame;
        self.block = outer_block;
        self.targets = targets;
        self.fallthrough_to = fallthrough_to;
        self.label = label;
        self.is_argument = is_argument;
        frame
    }

    /// `to = T{..}`. `elided` is the type of a literal that leaves it out, inside of another one: `{1, 2}` in `[]T{{1, 2}}`.
    fn composite(&mut self, node: Node, elided: Option<TypeExpr>, is_pointer: bool, to: PlaceId) {
        let written = field(node, Field::Type).map(|ty| type_expr(ty, self.code()));
        let ty = written.or(elided);
        let body = if kind(node) == Kind::LiteralValue { Some(node) } else { field(node, Field::Body) };
        let mut elements = Vec::new();
        for (position, element) in body.map_or(Vec::new(), children).into_iter().enumerate() {
            let (key, value) = match kind(element) {
                Kind::KeyedElement => (field(element, Field::Key), field(element, Field::Value)),
                _ => (None, Some(element)),
            };
            let key = match key {
                Some(key) => self.element_key(key, ty.as_ref()),
                None => ElementKey::Position(position),
            };
            if let Some(value) = value {
                elements.push((key, self.element_value(value, ty.as_ref())));
            }
        }
        let ty = ty.map(|ty| self.new_type(ty));
        self.push(EventKind::Make { to, value: Rvalue::Composite { ty, is_pointer, elements } }, span_of(node));
    }

    fn element_key(&mut self, key: Node, ty: Option<&TypeExpr>) -> ElementKey {
        let inner = children(key).first().copied().unwrap_or(key);
        let is_container = matches!(ty, Some(TypeExpr::Map(..) | TypeExpr::Slice(_) | TypeExpr::Array(_)));
        if kind(inner) == Kind::Identifier && !is_container {
            return ElementKey::Field(self.name(inner));
        }
        if kind(inner) != Kind::LiteralValue {
            self.expr(inner);
        }
        ElementKey::Element
    }

    fn element_value(&mut self, value: Node, ty: Option<&TypeExpr>) -> Operand {
        let inner = match kind(value) {
            Kind::LiteralElement => children(value).first().copied().unwrap_or(value),
            _ => value,
        };
        if kind(inner) != Kind::LiteralValue {
            return self.expr(inner);
        }
        let element = match ty {
            Some(TypeExpr::Slice(element) | TypeExpr::Array(element) | TypeExpr::Map(_, element)) => {
                Some((**element).clone())
            }
            _ => None,
        };
        let (element, is_pointer) = match element {
            Some(TypeExpr::Pointer(pointee)) => (Some(TypeExpr::clone(&pointee)), true),
            other => (other, false),
        };
        let to = self.temp();
        self.deeper(inner, (), |this| this.composite(inner, element, is_pointer, to));
        Operand::Place(to)
    }

    /// The name of an identifier node that declares a variable; `None` for `_`.
    pub(super) fn variable_name(&self, node: Node) -> Option<Name> {
        let name = self.name(node);
        (name != "_" && matches!(kind(node), Kind::Identifier)).then_some(name)
    }
}
