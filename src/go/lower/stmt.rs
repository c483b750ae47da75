//! Statements: declarations, assignments, calls whose results are not used, returns.
//!
//!     resp, err := c.Do(req)      declare resp; declare err; resp, err = call c.Do(req)
//!     i++                         i = i plus 1
//!     defer resp.Body.Close()     defer resp.Body.Close()
//!     return err                  result0 = err; return
//!
//! The right side is evaluated first, then the left side, and then the values are bound, as Go does it. A statement with blocks
//! of its own is in `control`.

use super::call::is_call;
use super::{Lowering, span_of};
use crate::go::body::{End, EventKind, Mode, Operand, PlaceId, Rvalue};
use crate::go::outline::{ConstValue, type_decl, type_expr};
use crate::go::tree::{Field, Kind, children, field, fields, kind, unparenthesised};
use crate::ground::source::Span;
use rustc_hash::FxHashMap;
use smallvec::smallvec;
use tree_sitter::Node;

impl Lowering<'_> {
    /// The statements of a block, in a scope of their own.
    pub(super) fn block(&mut self, node: Node) {
        self.scopes.push(FxHashMap::default());
        self.statements(node);
        self.scopes.pop();
    }

    /// The statements directly in a block or case.
    pub(super) fn statements(&mut self, node: Node) {
        for child in children(node) {
            match kind(child) {
                Kind::StatementList => self.statements(child),
                _ => self.statement(child),
            }
        }
    }

    pub(super) fn statement(&mut self, node: Node) {
        self.deeper(node, (), |this| this.statement_here(node));
    }

    fn statement_here(&mut self, node: Node) {
        let label = self.label.take();
        match kind(node) {
            Kind::ExpressionStatement => self.expression_statement(node),
            Kind::ShortVarDeclaration => self.short_declaration(node),
            Kind::AssignmentStatement => self.assignment(node),
            Kind::IncStatement | Kind::DecStatement => self.step(node),
            Kind::VarDeclaration => {
                for spec in crate::go::outline::var_specs(node) {
                    self.var_spec(spec);
                }
            }
            Kind::ConstDeclaration => self.constants(node),
            Kind::TypeDeclaration => {
                let declared = children(node).into_iter().filter_map(|spec| type_decl(spec, self.code()));
                let declared: Vec<_> = declared.collect();
                self.body.local_types.extend(declared);
            }
            Kind::ReturnStatement => self.return_statement(node),
            Kind::IfStatement => self.if_statement(node),
            Kind::ForStatement => self.for_statement(node, label),
            Kind::ExpressionSwitchStatement => self.switch_statement(node, label),
            Kind::TypeSwitchStatement => self.type_switch(node, label),
            Kind::SelectStatement => self.select(node, label),
            Kind::Block => self.block(node),
            Kind::DeferStatement => self.later(node, Mode::Defer),
            Kind::GoStatement => self.later(node, Mode::Go),
            Kind::SendStatement => self.send(node),
            Kind::LabeledStatement => self.labeled(node),
            Kind::BreakStatement => self.break_statement(node),
            Kind::ContinueStatement => self.continue_statement(node),
            Kind::GotoStatement => {
                if let Some(name) = children(node).first() {
                    let to = self.label_block(self.name(*name));
                    self.end(End::Goto(to));
                }
            }
            Kind::FallthroughStatement => {
                if let Some(to) = self.fallthrough_to {
                    self.end(End::Goto(to));
                }
            }
            Kind::EmptyStatement | Kind::Comment => {}
            _ => self.unmodelled(node),
        }
    }

    fn expression_statement(&mut self, node: Node) {
        let Some(expression) = children(node).first().copied() else {
            return;
        };
        let inner = unparenthesised(expression);
        if !is_call(inner) || self.is_new_or_make(inner) {
            self.expr(expression);
            return;
        }
        if let Some(prepared) = self.prepare(inner) {
            let (mut call, span) = prepared.into_call(Vec::new(), Mode::Now);
            call.is_statement = true;
            self.push(EventKind::Call(call), span);
        }
    }

    fn later(&mut self, node: Node, mode: Mode) {
        let Some(expression) = children(node).first().copied() else {
            return;
        };
        if !is_call(expression) {
            return self.unmodelled(node);
        }
        if let Some(prepared) = self.prepare(expression) {
            let (mut call, _) = prepared.into_call(Vec::new(), mode);
            call.is_statement = true;
            self.push(EventKind::Call(call), span_of(node));
        }
    }

    fn send(&mut self, node: Node) {
        let (Some(channel), Some(value)) = (field(node, Field::Channel), field(node, Field::Value)) else {
            return self.unmodelled(node);
        };
        let channel = self.expr(channel);
        let value = self.expr(value);
        self.push(EventKind::Send { channel, value, is_offer: false }, span_of(node));
    }

    /// `a, b := x, y`: evaluates the right side, then declares, then binds.
    fn short_declaration(&mut self, node: Node) {
        let (Some(left), Some(right)) = (field(node, Field::Left), field(node, Field::Right)) else {
            return self.unmodelled(node);
        };
        let left = children(left);
        self.bind_all(&left, &children(right), span_of(node), |this, target| this.new_or_known(target));
    }

    /// A variable on the left of `:=`: one of this scope, or a new one.
    pub(super) fn new_or_known(&mut self, node: Node) -> Option<PlaceId> {
        let name = self.variable_name(node)?;
        let known = self.scopes.last().and_then(|scope| scope.get(&name).copied());
        match known {
            Some(slot) => Some(self.body.root(slot)),
            None => Some(self.declare(name, None, span_of(node))),
        }
    }

    fn assignment(&mut self, node: Node) {
        let (Some(left), Some(right)) = (field(node, Field::Left), field(node, Field::Right)) else {
            return self.unmodelled(node);
        };
        let operator = field(node, Field::Operator).map_or("=", |operator| self.written(operator));
        let (left, right) = (children(left), children(right));
        if operator != "=" {
            let (Some(target), Some(value)) = (left.first(), right.first()) else {
                return;
            };
            let value = self.expr(*value);
            if let Some(place) = self.place(*target) {
                if let (Operand::Const(ConstValue::Int(by)), "+=" | "-=") = (&value, operator) {
                    let by = if operator == "+=" { *by } else { by.saturating_neg() };
                    return self.plus(place, by, span_of(node));
                }
                let operands = smallvec![Operand::Place(place), value];
                self.push(EventKind::Make { to: place, value: Rvalue::Opaque(operands) }, span_of(node));
            }
            return;
        }
        self.bind_all(&left, &right, span_of(node), |this, target| this.assignable(target));
    }

    pub(super) fn assignable(&mut self, node: Node) -> Option<PlaceId> {
        if self.written(node) == "_" {
            return None;
        }
        self.place(node)
    }

    /// Binds the values on the right to the targets on the left.
    fn bind_all(
        &mut self,
        left: &[Node],
        right: &[Node],
        span: Span,
        mut target: impl FnMut(&mut Self, Node) -> Option<PlaceId>,
    ) {
        match (left, right) {
            ([], _) | (_, []) => {}
            ([to], [value]) => self.bind_one(*to, *value, span, &mut target),
            (_, [value]) => self.bind_many(left, *value, span, &mut target),
            _ => {
                let values: Vec<Operand> = right.iter().map(|value| self.expr_copied(*value)).collect();
                let targets: Vec<Option<PlaceId>> = left.iter().map(|node| target(self, *node)).collect();
                for (to, value) in targets.into_iter().zip(values) {
                    self.assign(to, value, span);
                }
            }
        }
    }

    /// A value that later assignments of one statement do not change: `a, b = b, a`.
    fn expr_copied(&mut self, node: Node) -> Operand {
        let value = self.expr(node);
        if !matches!(value, Operand::Place(_)) {
            return value;
        }
        let to = self.temp();
        self.assign(Some(to), value, span_of(node));
        Operand::Place(to)
    }

    fn bind_one(
        &mut self,
        to: Node,
        value: Node,
        span: Span,
        target: &mut impl FnMut(&mut Self, Node) -> Option<PlaceId>,
    ) {
        let value = unparenthesised(value);
        if is_call(value) && !self.is_new_or_make(value) {
            if let Some(prepared) = self.prepare(value) {
                let results = vec![target(self, to)];
                let (call, call_span) = prepared.into_call(results, Mode::Now);
                self.push(EventKind::Call(call), call_span);
            }
            return;
        }
        // A closure that calls itself is bound before it is lowered only by `var f func(); f = func() {..}`.
        let from = self.expr(value);
        let to = target(self, to);
        self.assign(to, from, span);
    }

    /// `a, b = f()`, `v, ok = m[k]`, `v, ok = x.(T)`, `v, ok = <-ch`.
    fn bind_many(
        &mut self,
        left: &[Node],
        value: Node,
        span: Span,
        target: &mut impl FnMut(&mut Self, Node) -> Option<PlaceId>,
    ) {
        let value = unparenthesised(value);
        match kind(value) {
            Kind::CallExpression | Kind::TypeConversionExpression => {
                if let Some(prepared) = self.prepare(value) {
                    let results = left.iter().map(|node| target(self, *node)).collect();
                    let (call, call_span) = prepared.into_call(results, Mode::Now);
                    self.push(EventKind::Call(call), call_span);
                }
            }
            Kind::TypeAssertionExpression => {
                let from = field(value, Field::Operand).map_or(Operand::Plain, |operand| self.expr(operand));
                let ty = field(value, Field::Type).map(|ty| type_expr(ty, self.code()));
                let ty = self.new_type(ty.unwrap_or(crate::go::outline::TypeExpr::Unknown));
                let (to, ok) = self.two_targets(left, target);
                self.push(EventKind::Make { to, value: Rvalue::Assert { from, ty, ok } }, span);
            }
            Kind::UnaryExpression => {
                let from = field(value, Field::Operand).map_or(Operand::Plain, |operand| self.expr(operand));
                let (to, ok) = self.two_targets(left, target);
                self.push(EventKind::Make { to, value: Rvalue::Receive { from, ok } }, span);
            }
            _ => {
                let from = self.expr(value);
                let (to, ok) = self.two_targets(left, target);
                self.assign(Some(to), from, span);
                if let Some(ok) = ok {
                    self.push(EventKind::Make { to: ok, value: Rvalue::Opaque(smallvec![]) }, span);
                }
            }
        }
    }

    pub(super) fn two_targets(
        &mut self,
        left: &[Node],
        target: &mut impl FnMut(&mut Self, Node) -> Option<PlaceId>,
    ) -> (PlaceId, Option<PlaceId>) {
        let mut targets = left.iter().map(|node| target(self, *node)).collect::<Vec<_>>().into_iter();
        let first = targets.next().flatten();
        (first.unwrap_or_else(|| self.temp()), targets.next().flatten())
    }

    fn step(&mut self, node: Node) {
        if let Some(operand) = children(node).first()
            && let Some(place) = self.place(*operand)
        {
            let by = if kind(node) == Kind::IncStatement { 1 } else { -1 };
            self.plus(place, by, span_of(node));
        }
    }

    fn plus(&mut self, place: PlaceId, by: i64, span: Span) {
        let value = Rvalue::Plus { from: Operand::Place(place), by };
        self.push(EventKind::Make { to: place, value }, span);
    }

    fn var_spec(&mut self, spec: Node) {
        let names = fields(spec, Field::Name);
        let ty = field(spec, Field::Type).map(|ty| type_expr(ty, self.code()));
        let span = span_of(spec);
        let declare = |this: &mut Self, node: Node| {
            let name = this.variable_name(node)?;
            let ty = ty.clone().map(|ty| this.new_type(ty));
            Some(this.declare(name, ty, span_of(node)))
        };
        match field(spec, Field::Value) {
            Some(values) => self.bind_all(&names, &children(values), span, declare),
            None => {
                for name in names {
                    let Some(place) = declare(self, name) else {
                        continue;
                    };
                    if let Some(ty) = ty.clone() {
                        let ty = self.new_type(ty);
                        self.push(EventKind::Make { to: place, value: Rvalue::Zero(ty) }, span);
                    }
                }
            }
        }
    }

    fn constants(&mut self, node: Node) {
        for spec in children(node) {
            let values = field(spec, Field::Value).map_or(Vec::new(), children);
            for (position, name) in fields(spec, Field::Name).into_iter().enumerate() {
                let value = values.get(position).map_or(Operand::Plain, |value| self.expr(*value));
                let to = self.variable_name(name).map(|name| self.declare(name, None, span_of(spec)));
                self.assign(to, value, span_of(spec));
            }
        }
    }

    fn return_statement(&mut self, node: Node) {
        if let Some(values) = children(node).first() {
            self.return_values(*values);
        }
        self.end(End::Return { span: span_of(node), is_implicit: false });
    }

    /// Stores the values of a return statement in the result slots of the frame.
    pub(super) fn return_values(&mut self, list: Node) {
        let values = if kind(list) == Kind::ExpressionList { children(list) } else { vec![list] };
        let slots = self.body.frames[self.frame.index()].results.clone();
        let results: Vec<PlaceId> = slots.into_iter().map(|slot| self.body.root(slot)).collect();
        match values[..] {
            [only] if is_call(unparenthesised(only)) && results.len() != 1 => {
                if let Some(prepared) = self.prepare(unparenthesised(only)) {
                    let targets = results.into_iter().map(Some).collect();
                    let (call, span) = prepared.into_call(targets, Mode::Now);
                    self.push(EventKind::Call(call), span);
                }
            }
            [only] if results.len() == 1 => self.expr_to(only, results[0]),
            _ => {
                // Go leaves the order open, and gc reads variables after the calls: `return resp, retry(func() error { resp = .. })`.
                let has_call = values.iter().any(|value| is_call(unparenthesised(*value)));
                let is_late = |value: Node| has_call && kind(unparenthesised(value)) == Kind::Identifier;
                let early: Vec<Option<Operand>> =
                    values.iter().map(|value| (!is_late(*value)).then(|| self.expr_copied(*value))).collect();
                let operands: Vec<Operand> = early
                    .into_iter()
                    .zip(&values)
                    .map(|(operand, value)| operand.unwrap_or_else(|| self.expr_copied(*value)))
                    .collect();
                for (to, from) in results.into_iter().zip(operands) {
                    self.assign(Some(to), from, span_of(list));
                }
            }
        }
    }
}
