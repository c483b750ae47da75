//! Control flow: `if`, loops, switches, `select`, labels and jumps.
//!
//!     for _, name := range names {        b0: goto b1
//!         if name == "" { continue }      b1: range names b2 else b3
//!         use(name)                       b2: declare name; name = element of names; if name == "" b1 else b4
//!     }                                   b4: call use(name); goto b1
//!
//! (Blocks that only jump are left out here.) A block whose code nothing reaches stays, and nothing leads to it. Statements
//! without control flow are in `stmt`, and the conditions of branches in `cond`.

use super::cond::OpenCondition;
use super::{JumpTarget, Lowering, span_of};
use crate::go::body::{BlockId, End, EventKind, Operand, PlaceId, Rvalue, Test, WrittenCondition};
use crate::go::outline::{Name, type_expr};
use crate::go::tree::{Field, Kind, children, field, fields, kind, unparenthesised};
use crate::ground::source::Span;
use rustc_hash::FxHashMap;
use tree_sitter::Node;

/// The communication of a case of a `select`, with its operands evaluated.
enum Communication {
    Send { channel: Operand, value: Operand },
    Receive(Operand),
}

impl Lowering<'_> {
    fn initializer(&mut self, node: Node) {
        if let Some(initializer) = field(node, Field::Initializer) {
            self.statement(initializer);
        }
    }

    /// A chain of `else if` is walked without recursion.
    pub(super) fn if_statement(&mut self, node: Node) {
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

    pub(super) fn for_statement(&mut self, node: Node, label: Option<Name>) {
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
        self.for_condition(field(clause, Field::Condition), Some(clause), body, label);
    }

    fn for_condition(
        &mut self,
        condition: Option<Node>,
        clause: Option<Node>,
        body: Option<Node>,
        label: Option<Name>,
    ) {
        let (head, inside, next, after) = (self.new_block(), self.new_block(), self.new_block(), self.new_block());
        self.goto_and_on(head, head);
        if let Some(list) = condition.and_then(|condition| self.counted_list(clause, condition)) {
            self.body.index_loops.push((head, inside, list));
        }
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
        if let Some(update) = clause.and_then(|clause| field(clause, Field::Update)) {
            self.statement(update);
        }
        self.goto_and_on(head, after);
    }

    fn range(&mut self, clause: Node, body: Option<Node>, label: Option<Name>) {
        let right = field(clause, Field::Right);
        // The numbers below the length of a list are its indices.
        let over = match right.and_then(|right| self.list_of_length(right)) {
            Some(list) => Operand::Place(list),
            None => right.map_or(Operand::Plain, |right| self.expr(right)),
        };
        let (head, inside, after) = (self.new_block(), self.new_block(), self.new_block());
        self.goto_and_on(head, head);
        let place = match &over {
            Operand::Place(place) => Some(*place),
            _ => None,
        };
        self.end_here(End::Iterate { over: place, body: inside, exit: after });
        self.block = inside;
        let is_declared = self.written(clause).contains(":=");
        let targets = field(clause, Field::Left).map_or(Vec::new(), children);
        // An iterator that a call returns hands out its elements also where the loop has no variable for them.
        let is_call = right.is_some_and(|right| kind(unparenthesised(right)) == Kind::CallExpression);
        if is_call && targets.first().is_none_or(|first| self.written(*first) == "_") {
            let to = self.temp();
            self.push(EventKind::Make { to, value: Rvalue::RangeKey(over.clone()) }, span_of(clause));
        }
        for (position, target) in targets.into_iter().enumerate() {
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

    pub(super) fn switch_statement(&mut self, node: Node, label: Option<Name>) {
        self.scopes.push(FxHashMap::default());
        self.initializer(node);
        // `switch true` is `switch`.
        let tag = field(node, Field::Value).filter(|value| kind(unparenthesised(*value)) != Kind::True);
        let tag = tag.and_then(|value| self.place(value));
        let cases: Vec<Node> = cases(node, Kind::ExpressionCase);
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
                let is_negated = kind(unparenthesised(value)) == Kind::False;
                let test = if is_negated { Test::Flag(tag) } else { self.equality_with(tag, value) };
                let (yes, no) = if is_negated { (next, body) } else { (body, next) };
                let shown = WrittenCondition { span: span_of(value), is_case: true, is_quiet: false, is_negated };
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

    pub(super) fn type_switch(&mut self, node: Node, label: Option<Name>) {
        self.scopes.push(FxHashMap::default());
        self.initializer(node);
        let value = field(node, Field::Value).and_then(|value| self.place(value));
        let alias = field(node, Field::Alias).and_then(|list| children(list).first().copied());
        let cases: Vec<Node> = cases(node, Kind::TypeCase);
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
                    Some(place) => Test::TypeIs(place, self.new_type(type_expr(ty, self.code()))),
                    None => Test::Unknown,
                };
                let shown = WrittenCondition { span: span_of(ty), is_case: true, is_quiet: false, is_negated: false };
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

    /// One case of a type switch, with the variable that the switch declares in it.
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
    pub(super) fn select(&mut self, node: Node, label: Option<Name>) {
        let cases: Vec<Node> = cases(node, Kind::CommunicationCase);
        let ready: Vec<Option<Communication>> = cases.iter().map(|case| self.ready(*case)).collect();
        let after = self.new_block();
        let bodies: Vec<BlockId> = cases.iter().map(|_| self.new_block()).collect();
        let choices: Vec<_> =
            cases.iter().zip(&bodies).map(|(case, body)| (*body, Some(self.case_head(*case)))).collect();
        // A select without cases waits for ever.
        let is_offered = choices.len() > 1;
        self.end_here(if choices.is_empty() { End::Stop } else { End::Choose(choices) });
        let defaults = cases.iter().zip(&bodies).filter(|(case, _)| kind(**case) == Kind::DefaultCase);
        self.body.select_defaults.extend(defaults.map(|(_, body)| *body));
        self.targets.push(JumpTarget { label, break_to: after, continue_to: None });
        for ((case, body), ready) in cases.iter().zip(&bodies).zip(ready) {
            self.block = *body;
            self.scopes.push(FxHashMap::default());
            if let (Some(communication), Some(ready)) = (field(*case, Field::Communication), ready) {
                self.communication(communication, ready, is_offered);
            }
            self.case_statements(*case);
            self.scopes.pop();
            self.goto_and_on(after, after);
        }
        self.targets.pop();
        self.block = after;
    }

    /// Evaluates the operands of a case of a `select`; `None` for the default case.
    fn ready(&mut self, case: Node) -> Option<Communication> {
        let node = field(case, Field::Communication)?;
        if kind(node) == Kind::SendStatement {
            let channel = field(node, Field::Channel).map_or(Operand::Plain, |channel| self.expr(channel));
            let value = field(node, Field::Value).map_or(Operand::Plain, |value| self.expr(value));
            return Some(Communication::Send { channel, value });
        }
        let receive = unparenthesised(field(node, Field::Right).or_else(|| children(node).first().copied())?);
        let channel = field(receive, Field::Operand).unwrap_or(receive);
        Some(Communication::Receive(self.expr(channel)))
    }

    /// `case v := <-ch` of a select, or the word `default`.
    fn case_head(&self, case: Node) -> Span {
        match field(case, Field::Communication) {
            Some(communication) => span_of(communication),
            None => default_word(case),
        }
    }

    fn communication(&mut self, node: Node, ready: Communication, is_offer: bool) {
        let span = span_of(node);
        let from = match ready {
            Communication::Send { channel, value } => {
                return self.push(EventKind::Send { channel, value, is_offer }, span);
            }
            Communication::Receive(channel) => channel,
        };
        let left = field(node, Field::Left).map_or(Vec::new(), children);
        let is_declared = self.written(node).contains(":=");
        let mut target = |this: &mut Self, node: Node| {
            if is_declared { this.new_or_known(node) } else { this.assignable(node) }
        };
        let (to, ok) = self.two_targets(&left, &mut target);
        self.push(EventKind::Make { to, value: Rvalue::Receive { from, ok } }, span);
    }

    pub(super) fn labeled(&mut self, node: Node) {
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

    pub(super) fn label_block(&mut self, name: Name) -> BlockId {
        let key = (self.frame, name);
        if let Some(block) = self.labels.get(&key) {
            return *block;
        }
        let block = self.new_block();
        self.labels.insert(key, block);
        block
    }

    pub(super) fn break_statement(&mut self, node: Node) {
        let label = children(node).first().map(|label| self.name(*label));
        let target = self.targets.iter().rev().find(|target| label.is_none() || target.label == label);
        if let Some(to) = target.map(|target| target.break_to) {
            self.end(End::Goto(to));
        }
    }

    pub(super) fn continue_statement(&mut self, node: Node) {
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

/// The branch that is taken when no case fits: into the default case, which is shown, or past the switch.
fn otherwise_end(cases: &[Node], otherwise: BlockId) -> End {
    let word = cases.iter().find(|case| kind(**case) == Kind::DefaultCase).map(|case| default_word(*case));
    End::Choose(vec![(otherwise, word)])
}

/// The cases of a `switch` or `select`: those of one kind, and the default.
fn cases(node: Node, of: Kind) -> Vec<Node> {
    children(node).into_iter().filter(|child| kind(*child) == of || kind(*child) == Kind::DefaultCase).collect()
}

fn default_word(case: Node) -> Span {
    Span::new(case.start_byte(), (case.start_byte() + "default".len()).min(case.end_byte()))
}
