//! A body as text, for `debug body` and the golden tests.
//!
//!     func Fetch(u) (result1) at b0
//!       b0
//!         result1 = call fetch(u)
//!         return
//!
//! A slot is shown by its name, with its number if two slots have that name: `err#3`. Blocks that hold nothing, lead nowhere
//! and are reached from nowhere are left out.

use super::{
    BlockId, Body, Callee, ConstOperand, ElementKey, End, Event, EventKind, Mode, Operand, PlaceId, Rvalue, SlotKind,
    Test,
};
use crate::go::outline::ConstValue;
use rustc_hash::FxHashSet;
use std::fmt::{self, Display, Formatter};

impl Display for Body {
    fn fmt(&self, out: &mut Formatter<'_>) -> fmt::Result {
        let entries = self.frames.iter().map(|frame| frame.entry);
        let reached: FxHashSet<BlockId> =
            self.blocks.iter().flat_map(|block| block.end.successors()).chain(entries).collect();
        for (number, frame) in self.frames.iter().enumerate() {
            let list = |slots: &[super::SlotId]| {
                slots.iter().map(|slot| self.show(self.root(*slot))).collect::<Vec<_>>().join(", ")
            };
            let name = if number == 0 { self.name.clone() } else { format!("f{number}") };
            write!(out, "func {name}({})", list(&frame.params))?;
            if !frame.results.is_empty() {
                write!(out, " ({})", list(&frame.results))?;
            }
            if !frame.captures.is_empty() {
                write!(out, " captures {}", list(&frame.captures))?;
            }
            writeln!(out, " at b{}", frame.entry.0)?;
            for (number_of_block, block) in (0_u32..).zip(&self.blocks) {
                let is_empty = block.events.is_empty() && matches!(block.end, End::Stop);
                if block.frame.index() != number || is_empty && !reached.contains(&BlockId(number_of_block)) {
                    continue;
                }
                writeln!(out, "  b{number_of_block}")?;
                for event in &block.events {
                    writeln!(out, "    {}", self.event(event))?;
                }
                writeln!(out, "    {}", self.end(&block.end))?;
            }
        }
        if self.unmodelled > 0 {
            writeln!(out, "unmodelled: {}", self.unmodelled)?;
        }
        if self.is_damaged {
            writeln!(out, "damaged")?;
        }
        Ok(())
    }
}

impl Body {
    /// A place as in [`Body::describe`], with the number of its slot if another slot has its name.
    pub fn show(&self, place: PlaceId) -> String {
        let slot = self.slot(place);
        let same_name = self.slots.iter().filter(|other| !other.name.is_empty() && other.name == slot.name).count();
        let text = self.describe(place);
        let number = self.slot_of(place).0;
        match slot.kind {
            SlotKind::Result if slot.name.is_empty() => text.replacen('t', "result", 1),
            SlotKind::Param if slot.name.is_empty() => text.replacen('t', "param", 1),
            _ if same_name > 1 => text.replacen(slot.name.as_str(), &format!("{}#{number}", slot.name), 1),
            _ => text,
        }
    }

    fn operand(&self, operand: &Operand) -> String {
        match operand {
            Operand::Place(place) => self.show(*place),
            Operand::Nil => "nil".to_string(),
            Operand::Bool(value) => value.to_string(),
            Operand::Const(value) => constant(value),
            Operand::Frame(frame) => format!("f{}", frame.0),
            Operand::Tuple(places) => format!("results of {}", places.first().map_or(String::new(), |p| self.show(*p))),
            Operand::Plain => "_".to_string(),
        }
    }

    fn operands(&self, operands: &[Operand]) -> String {
        operands.iter().map(|operand| self.operand(operand)).collect::<Vec<_>>().join(", ")
    }

    fn event(&self, event: &Event) -> String {
        match &event.kind {
            EventKind::Declare(slot) => format!("declare {}", self.show(self.root(*slot))),
            EventKind::Assign { to: Some(to), from } => format!("{} = {}", self.show(*to), self.operand(from)),
            EventKind::Assign { to: None, from } => format!("_ = {}", self.operand(from)),
            EventKind::Make { to, value } => format!("{} = {}", self.show(*to), self.rvalue(value)),
            EventKind::Call(call) => self.call(call),
            EventKind::Send { channel, value, is_offer } => {
                let word = if *is_offer { "offer" } else { "send" };
                format!("{word} {} <- {}", self.operand(channel), self.operand(value))
            }
            EventKind::Mention(places) => {
                format!("mention {}", places.iter().map(|place| self.show(*place)).collect::<Vec<_>>().join(", "))
            }
        }
    }

    fn call(&self, call: &super::Call) -> String {
        let callee = match &call.callee {
            Callee::Place(place) => self.show(*place),
            Callee::Frame(frame) => format!("f{}", frame.0),
            Callee::Type(ty) => format!("type {}", self.types[ty.index()]),
        };
        let result = |result: &Option<PlaceId>| result.map_or("_".to_string(), |place| self.show(place));
        let results: Vec<String> = call.results.iter().map(result).collect();
        let mode = match call.mode {
            Mode::Now => "call",
            Mode::Defer => "defer",
            Mode::Go => "go",
        };
        let spread = if call.is_spread { "..." } else { "" };
        let text = format!("{mode} {callee}({}{spread})", self.operands(&call.args));
        if results.is_empty() { text } else { format!("{} = {text}", results.join(", ")) }
    }

    fn rvalue(&self, value: &Rvalue) -> String {
        match value {
            Rvalue::Address(place) => format!("&{}", self.show(*place)),
            Rvalue::Composite { is_pointer, elements, .. } => {
                let element = |(key, operand): &(ElementKey, Operand)| match key {
                    ElementKey::Field(name) => format!("{name}: {}", self.operand(operand)),
                    ElementKey::Position(_) => self.operand(operand),
                    ElementKey::Element => format!("[]: {}", self.operand(operand)),
                };
                let elements: Vec<String> = elements.iter().map(element).collect();
                format!("{}{{{}}}", if *is_pointer { "&" } else { "" }, elements.join(", "))
            }
            Rvalue::Assert { from, ok, .. } => {
                let ok = ok.map_or(String::new(), |ok| format!(" ok {}", self.show(ok)));
                format!("assert {}{ok}", self.operand(from))
            }
            Rvalue::Receive { from, ok } => {
                let ok = ok.map_or(String::new(), |ok| format!(" ok {}", self.show(ok)));
                format!("receive {}{ok}", self.operand(from))
            }
            Rvalue::Zero(_) => "zero".to_string(),
            Rvalue::Made { .. } => "made".to_string(),
            Rvalue::RangeKey(over) => format!("key of {}", self.operand(over)),
            Rvalue::RangeValue(over) => format!("element of {}", self.operand(over)),
            Rvalue::Plus { from, by } => format!("{} plus {by}", self.operand(from)),
            Rvalue::Opaque(operands) => format!("computed {}", self.operands(operands)),
        }
    }

    fn end(&self, end: &End) -> String {
        match end {
            End::Goto(to) => format!("goto b{}", to.0),
            End::Branch { test, yes, no, .. } => format!("if {} b{} else b{}", self.test(test), yes.0, no.0),
            End::Choose(to) => {
                format!("choose {}", to.iter().map(|(to, _)| format!("b{}", to.0)).collect::<Vec<_>>().join(", "))
            }
            End::Iterate { over, body, exit, .. } => {
                let over = over.map_or("_".to_string(), |place| self.show(place));
                format!("range {over} b{} else b{}", body.0, exit.0)
            }
            End::Return { is_implicit, .. } => if *is_implicit { "return at }" } else { "return" }.to_string(),
            End::Stop => "stop".to_string(),
        }
    }

    /// A test as text.
    pub fn test(&self, test: &Test) -> String {
        match test {
            Test::IsNil(place) => format!("{} is nil", self.show(*place)),
            Test::Flag(place) => self.show(*place),
            Test::Compare { expr, op, value } => {
                let op = match op {
                    super::Comparison::Equal => "==",
                    super::Comparison::Less => "<",
                    super::Comparison::AtMost => "<=",
                };
                let value = match value {
                    ConstOperand::Literal(value) => constant(value),
                    ConstOperand::Named(place, 0) => self.show(*place),
                    ConstOperand::Named(place, plus) => format!("{} plus {plus}", self.show(*place)),
                };
                format!("{} {op} {value}", self.pure(*expr))
            }
            Test::Equal(left, right, _) => format!("{} == {}", self.show(*left), self.show(*right)),
            Test::TypeIs(place, _) => format!("{} has the type", self.show(*place)),
            Test::Always(value) => value.to_string(),
            Test::Unknown => "unknown".to_string(),
        }
    }

    /// A pure expression as text.
    pub fn pure(&self, expr: super::ExprId) -> String {
        self.exprs[expr.index()].tree.text(&|place| self.show(place))
    }
}

fn constant(value: &ConstValue) -> String {
    match value {
        ConstValue::Int(value) => value.to_string(),
        ConstValue::Text(text) => format!("{text:?}"),
        ConstValue::Bool(value) => value.to_string(),
        ConstValue::Unknown => "_".to_string(),
    }
}
