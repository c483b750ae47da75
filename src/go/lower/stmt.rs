//! Statements and control flow.

use super::cond::OpenCondition;
use super::expr::is_call;
use super::{JumpTarget, Lowering, span_of};
use crate::go::body::{BlockId, End, EventKind, Mode, Operand, PlaceId, Rvalue, Shown, Test};
use crate::go::outline::{ConstValue, Name, type_decl, type_expr};
use crate::go::tree::{Field, Kind, children, field, fields, kind};
use crate::ground::source::Span;
use rustc_hash::FxHashMap;
use smallvec::smallvec;
use tree_sitter::Node;

/// What a case of a select sends, or the channel that it receives from.
enum Ready {
    Send { channel: Operand, value: Operand },
    Receive(Operand),
}

impl Lowering<'_> {
    /// The statements of a block, in a scope of their own.
    fn block(&mut self, node: Node) {
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

    fn statement(&mut self, node: Node) {
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
        let mut inner = expression;
        while kind(inner) == Kind::ParenthesizedExpression
            && let Some(child) = children(inner).first()
        {
            inner = *child;
        }
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
        self.push(EventKind::Send { channel, value }, span_of(node));
    }

    /// `a, b := x, y`: evaluates the right side, then declares, then binds.
    fn short_declaration(&mut self, node: Node) {
        let (Some(left), Some(right)) = (field(node, Field::Left), field(node, Field::Right)) else {
            return self.unmodelled(node);
        };
        let left = children(left);
        self.bind_all(&left, &children(right), span_of(node), |this, target| this.new_or_known(target));
    }

    /// A variable on the left of `:=`: known in this scope, or new.
    fn new_or_known(&mut self, node: Node) -> Option<PlaceId> {
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

    fn assignable(&mut self, node: Node) -> Option<PlaceId> {
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

    /// A value that later assignments of the same statement do not change.
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
        let value = peeled(value);
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

    pub(super) fn is_new_or_make(&self, call: Node) -> bool {
        let name = field(call, Field::Function).map_or("", |function| self.written(function));
        (name == "new" || name == "make") && self.lookup(name).is_none()
    }

    /// `a, b = f()`, `v, ok = m[k]`, `v, ok = x.(T)`, `v, ok = <-ch`.
    fn bind_many(
        &mut self,
        left: &[Node],
        value: Node,
        span: Span,
        target: &mut impl FnMut(&mut Self, Node) -> Option<PlaceId>,
    ) {
        let value = peeled(value);
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

    fn two_targets(
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
            [only] if is_call(peeled(only)) && results.len() != 1 => {
                if let Some(prepared) = self.prepare(peeled(only)) {
                    let targets = results.into_iter().map(Some).collect();
                    let (call, span) = prepared.into_call(targets, Mode::Now);
                    self.push(EventKind::Call(call), span);
                }
            }
            [only] if results.len() == 1 => self.expr_to(only, results[0]),
            _ => {
                let operands: Vec<Operand> = values.iter().map(|value| self.expr_copied(*value)).collect();
                for (to, from) in results.into_iter().zip(operands) {
                    self.assign(Some(to), from, span_of(list));
                }
            }
        }
    }

    fn initializer(&mut self, node: Node) {
        if let Some(initializer) = field(node, Field::Initializer) {
            self.statement(initializer);
        }
    }

    /// A chain of `else if` is walked without recursion.
    fn if_statement(&mut self, node: Node) {
        let after = self.new_block();
        let mut scopes = 0;
        let mut at = node;
        loop {
            self.scopes.push(FxHashMap::default());
            scopes += 1;
            self.initializer(at);
            let (yes, no) = (self.new_block(), self.new_block());
            match field(at, Field::Condition) {
                Some(condition) => self.branch(condition, yes, no, OpenCondition::default()),
                None => self.end_here(End::Choose(vec![(yes, None), (no, None)])),
            }
            self.block = yes;
            if let Some(consequence) = field(at, Field::Consequence) {
                self.block(consequence);
            }
            self.goto_and_on(after, no);
            match field(at, Field::Alternative) {
                Some(alternative) if kind(alternative) == Kind::IfStatement => at = alternative,
                Some(alternative) => {
                    self.block(alternative);
                    break;
                }
                None => break,
            }
        }
        self.goto_and_on(after, after);
        self.scopes.truncate(self.scopes.len() - scopes);
    }

    fn end_here(&mut self, end: End) {
        self.body.blocks[self.block.index()].end = end;
    }

    fn for_statement(&mut self, node: Node, label: Option<Name>) {
        self.scopes.push(FxHashMap::default());
        let body = field(node, Field::Body);
        let clause = children(node).into_iter().find(|child| Some(*child) != body);
        match clause.map(|clause| (kind(clause), clause)) {
            Some((Kind::ForClause, clause)) => self.for_clause(clause, body, label),
            Some((Kind::RangeClause, clause)) => self.range(clause, body, label),
            Some((_, condition)) => self.for_condition(Some(condition), None, body, label),
            None => self.for_condition(None, None, body, label),
        }
        self.scopes.pop();
    }

    fn for_clause(&mut self, clause: Node, body: Option<Node>, label: Option<Name>) {
        self.initializer(clause);
        self.for_condition(field(clause, Field::Condition), field(clause, Field::Update), body, label);
    }

    fn for_condition(
        &mut self,
        condition: Option<Node>,
        update: Option<Node>,
        body: Option<Node>,
        label: Option<Name>,
    ) {
        let (head, inside, next, after) = (self.new_block(), self.new_block(), self.new_block(), self.new_block());
        self.goto_and_on(head, head);
        match condition {
            Some(condition) => self.branch(condition, inside, after, OpenCondition::default()),
            None => self.end_here(End::Goto(inside)),
        }
        self.block = inside;
        self.targets.push(JumpTarget { label, break_to: after, continue_to: Some(next) });
        if let Some(body) = body {
            self.block(body);
        }
        self.targets.pop();
        self.goto_and_on(next, next);
        if let Some(update) = update {
            self.statement(update);
        }
        self.goto_and_on(head, after);
    }

    fn range(&mut self, clause: Node, body: Option<Node>, label: Option<Name>) {
        let over = field(clause, Field::Right).map_or(Operand::Plain, |right| self.expr(right));
        let (head, inside, after) = (self.new_block(), self.new_block(), self.new_block());
        self.goto_and_on(head, head);
        let place = match &over {
            Operand::Place(place) => Some(*place),
            _ => None,
        };
        self.end_here(End::Iterate { over: place, body: inside, exit: after, span: span_of(clause) });
        self.block = inside;
        let is_declared = self.written(clause).contains(":=");
        for (position, target) in field(clause, Field::Left).map_or(Vec::new(), children).into_iter().enumerate() {
            let to = if is_declared { self.new_or_known(target) } else { self.assignable(target) };
            let value = if position == 0 { Rvalue::RangeKey(over.clone()) } else { Rvalue::RangeValue(over.clone()) };
            if let Some(to) = to {
                self.push(EventKind::Make { to, value }, span_of(target));
            }
        }
        self.targets.push(JumpTarget { label, break_to: after, continue_to: Some(head) });
        if let Some(body) = body {
            self.block(body);
        }
        self.targets.pop();
        self.goto_and_on(head, after);
    }

    fn switch_statement(&mut self, node: Node, label: Option<Name>) {
        self.scopes.push(FxHashMap::default());
        self.initializer(node);
        // `switch true` is `switch`.
        let tag = field(node, Field::Value).filter(|value| kind(peeled(*value)) != Kind::True);
        let tag = tag.and_then(|value| self.place(value));
        let cases: Vec<Node> = children(node)
            .into_iter()
            .filter(|child| matches!(kind(*child), Kind::ExpressionCase | Kind::DefaultCase))
            .collect();
        let after = self.new_block();
        let bodies: Vec<BlockId> = cases.iter().map(|_| self.new_block()).collect();
        let mut otherwise = after;
        for (case, body) in cases.iter().zip(&bodies) {
            if kind(*case) == Kind::DefaultCase {
                otherwise = *body;
                continue;
            }
            for value in field(*case, Field::Value).map_or(Vec::new(), children) {
                self.case_test(tag, value, *body);
            }
        }
        self.end_here(otherwise_end(&cases, otherwise));
        self.case_bodies(&cases, &bodies, after, label);
        self.scopes.pop();
    }

    fn case_test(&mut self, tag: Option<PlaceId>, value: Node, body: BlockId) {
        let next = self.new_block();
        match tag {
            None => self.branch(value, body, next, OpenCondition::case()),
            Some(tag) => {
                let is_negated = kind(peeled(value)) == Kind::False;
                let test = if is_negated { Test::Flag(tag) } else { self.equality_with(tag, value) };
                let (yes, no) = if is_negated { (next, body) } else { (body, next) };
                let shown = Shown { span: span_of(value), is_case: true, is_quiet: false, is_negated };
                self.end_here(End::Branch { test, yes, no, shown });
            }
        }
        self.block = next;
    }

    fn case_bodies(&mut self, cases: &[Node], bodies: &[BlockId], after: BlockId, label: Option<Name>) {
        self.targets.push(JumpTarget { label, break_to: after, continue_to: None });
        let outer = self.fallthrough_to;
        for (position, (case, body)) in cases.iter().zip(bodies).enumerate() {
            self.block = *body;
            self.fallthrough_to = bodies.get(position + 1).copied();
            self.scopes.push(FxHashMap::default());
            self.case_statements(*case);
            self.scopes.pop();
            self.goto_and_on(after, after);
        }
        self.fallthrough_to = outer;
        self.targets.pop();
        self.block = after;
    }

    fn case_statements(&mut self, case: Node) {
        for child in children(case) {
            if kind(child) == Kind::StatementList {
                self.statements(child);
            }
        }
    }

    fn type_switch(&mut self, node: Node, label: Option<Name>) {
        self.scopes.push(FxHashMap::default());
        self.initializer(node);
        let value = field(node, Field::Value).and_then(|value| self.place(value));
        let alias = field(node, Field::Alias).and_then(|list| children(list).first().copied());
        let cases: Vec<Node> = children(node)
            .into_iter()
            .filter(|child| matches!(kind(*child), Kind::TypeCase | Kind::DefaultCase))
            .collect();
        let after = self.new_block();
        let bodies: Vec<BlockId> = cases.iter().map(|_| self.new_block()).collect();
        let mut otherwise = after;
        for (case, body) in cases.iter().zip(&bodies) {
            if kind(*case) == Kind::DefaultCase {
                otherwise = *body;
                continue;
            }
            for ty in fields(*case, Field::Type) {
                let next = self.new_block();
                let test = match value {
                    Some(place) if self.written(ty) == "nil" => Test::IsNil(place),
                    Some(place) => Test::TypeIs(place),
                    None => Test::Unknown,
                };
                let shown = Shown { span: span_of(ty), is_case: true, is_quiet: false, is_negated: false };
                self.end_here(End::Branch { test, yes: *body, no: next, shown });
                self.block = next;
            }
        }
        self.end_here(otherwise_end(&cases, otherwise));
        for (case, body) in cases.iter().zip(&bodies) {
            self.block = *body;
            self.type_case_alias(*case, alias, value, label.clone(), after);
        }
        self.block = after;
        self.scopes.pop();
    }

    /// One clause of a type switch, with the variable that the switch declares in it.
    fn type_case_alias(
        &mut self,
        case: Node,
        alias: Option<Node>,
        value: Option<PlaceId>,
        label: Option<Name>,
        after: BlockId,
    ) {
        self.scopes.push(FxHashMap::default());
        if let (Some(alias), Some(value)) = (alias, value)
            && let Some(name) = self.variable_name(alias)
        {
            let types = fields(case, Field::Type);
            let span = span_of(alias);
            let written = match types[..] {
                [only] if self.written(only) != "nil" => Some(type_expr(only, self.code())),
                _ => None,
            };
            let ty = written.map(|ty| self.new_type(ty));
            let place = self.declare(name, ty, span);
            match ty {
                Some(ty) => {
                    let value = Rvalue::Assert { from: Operand::Place(value), ty, ok: None };
                    self.push(EventKind::Make { to: place, value }, span);
                }
                None => self.assign(Some(place), Operand::Place(value), span),
            }
        }
        self.targets.push(JumpTarget { label, break_to: after, continue_to: None });
        self.case_statements(case);
        self.targets.pop();
        self.scopes.pop();
        self.goto_and_on(after, after);
    }

    /// Channels and values to send are evaluated for all cases, in order, before one of them is chosen: in
    /// `select { case out <- fetch(): case <-done: }` the result of `fetch` is lost when the other case is taken.
    fn select(&mut self, node: Node, label: Option<Name>) {
        let cases: Vec<Node> = children(node)
            .into_iter()
            .filter(|child| matches!(kind(*child), Kind::CommunicationCase | Kind::DefaultCase))
            .collect();
        let ready: Vec<Option<Ready>> = cases.iter().map(|case| self.ready(*case)).collect();
        let after = self.new_block();
        let bodies: Vec<BlockId> = cases.iter().map(|_| self.new_block()).collect();
        let choices = cases.iter().zip(&bodies).map(|(case, body)| (*body, Some(self.case_head(*case)))).collect();
        // A select without cases waits for ever.
        self.end_here(End::Choose(choices));
        self.targets.push(JumpTarget { label, break_to: after, continue_to: None });
        for ((case, body), ready) in cases.iter().zip(&bodies).zip(ready) {
            self.block = *body;
            self.scopes.push(FxHashMap::default());
            if let (Some(communication), Some(ready)) = (field(*case, Field::Communication), ready) {
                self.communication(communication, ready);
            }
            self.case_statements(*case);
            self.scopes.pop();
            self.goto_and_on(after, after);
        }
        self.targets.pop();
        self.block = after;
    }

    /// Evaluates what a case of a select sends or receives from; `None` for the default case.
    fn ready(&mut self, case: Node) -> Option<Ready> {
        let node = field(case, Field::Communication)?;
        if kind(node) == Kind::SendStatement {
            let channel = field(node, Field::Channel).map_or(Operand::Plain, |channel| self.expr(channel));
            let value = field(node, Field::Value).map_or(Operand::Plain, |value| self.expr(value));
            return Some(Ready::Send { channel, value });
        }
        let receive = peeled(field(node, Field::Right).or_else(|| children(node).first().copied())?);
        let channel = field(receive, Field::Operand).unwrap_or(receive);
        Some(Ready::Receive(self.expr(channel)))
    }

    /// `case v := <-ch` of a select, or the word `default`.
    fn case_head(&self, case: Node) -> Span {
        match field(case, Field::Communication) {
            Some(communication) => span_of(communication),
            None => default_word(case),
        }
    }

    fn communication(&mut self, node: Node, ready: Ready) {
        let span = span_of(node);
        let from = match ready {
            Ready::Send { channel, value } => return self.push(EventKind::Send { channel, value }, span),
            Ready::Receive(channel) => channel,
        };
        let left = field(node, Field::Left).map_or(Vec::new(), children);
        let is_declared = self.written(node).contains(":=");
        let mut target = |this: &mut Self, node: Node| {
            if is_declared { this.new_or_known(node) } else { this.assignable(node) }
        };
        let (to, ok) = self.two_targets(&left, &mut target);
        self.push(EventKind::Make { to, value: Rvalue::Receive { from, ok } }, span);
    }

    fn labeled(&mut self, node: Node) {
        let Some(label) = field(node, Field::Label) else {
            return;
        };
        let name = self.name(label);
        let here = self.label_block(name.clone());
        self.goto_and_on(here, here);
        for child in children(node) {
            if child != label {
                self.label = Some(name.clone());
                self.statement(child);
            }
        }
        self.label = None;
    }

    fn label_block(&mut self, name: Name) -> BlockId {
        let key = (self.frame, name);
        if let Some(block) = self.labels.get(&key) {
            return *block;
        }
        let block = self.new_block();
        self.labels.insert(key, block);
        block
    }

    fn break_statement(&mut self, node: Node) {
        let label = children(node).first().map(|label| self.name(*label));
        let target = self.targets.iter().rev().find(|target| label.is_none() || target.label == label);
        if let Some(to) = target.map(|target| target.break_to) {
            self.end(End::Goto(to));
        }
    }

    fn continue_statement(&mut self, node: Node) {
        let label = children(node).first().map(|label| self.name(*label));
        let target = self
            .targets
            .iter()
            .rev()
            .find(|target| target.continue_to.is_some() && (label.is_none() || target.label == label));
        if let Some(to) = target.and_then(|target| target.continue_to) {
            self.end(End::Goto(to));
        }
    }
}

/// The way on when no case fits: into the default case, which is shown, or behind the switch.
fn otherwise_end(cases: &[Node], otherwise: BlockId) -> End {
    let word = cases.iter().find(|case| kind(**case) == Kind::DefaultCase).map(|case| default_word(*case));
    End::Choose(vec![(otherwise, word)])
}

fn default_word(case: Node) -> Span {
    Span::new(case.start_byte(), (case.start_byte() + "default".len()).min(case.end_byte()))
}

fn peeled(node: Node<'_>) -> Node<'_> {
    let mut at = node;
    while kind(at) == Kind::ParenthesizedExpression
        && let Some(inner) = children(at).first()
    {
        at = *inner;
    }
    at
}
