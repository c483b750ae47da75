//! The event graph of one function.
//!
//! A [`Body`] says what the code says: which calls run in which order and which variables they read and write.
//! It does not know types, other files, or what a call means.
//!
//!     resp, err := c.Do(req)      b0: declare resp, err; resp, err = call c.Do(req)
//!     if err != nil { return }        if err is nil -> b2 else b1
//!
//! Function literals are part of the body of the function around them: they have a [`Frame`] and blocks of their own, and
//! share the slots, so that a captured variable is the same slot inside and outside (Go captures by reference).

mod print;

use crate::go::names::NameHash;
use crate::go::outline::{ConstValue, Flaw, Name, Signature, TypeDecl, TypeExpr};
use crate::ground::source::Span;
use smallvec::{SmallVec, smallvec};
use std::sync::Arc;

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),* $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub u32);

        impl $name {
            /// The id as an index.
            pub fn index(self) -> usize {
                self.0 as usize
            }
        }
    )*};
}

ids! {
    /// A variable, parameter, result or temporary of one body.
    SlotId,
    /// A slot or a part of one, of one body.
    PlaceId,
    /// A basic block of one body.
    BlockId,
    /// A function or function literal of one body; 0 is the function itself.
    FrameId,
    /// A pure expression that is compared in a condition, of one body.
    ExprId,
    /// A type that is written in the body.
    TypeId,
}

/// The function itself.
pub const OUTER: FrameId = FrameId(0);

/// The event graph of one function with all function literals in it.
#[derive(Debug, Default)]
pub struct Body {
    /// The function's name for people: `Fetch`, `(*Client).Fetch`.
    pub name: String,
    /// All variables.
    pub slots: Vec<Slot>,
    /// All places that are mentioned, a forest with a slot at each root.
    pub places: Vec<Place>,
    /// The place of each slot itself.
    pub roots: Vec<PlaceId>,
    /// All blocks of all frames.
    pub blocks: Vec<Block>,
    /// The function and its literals.
    pub frames: Vec<Frame>,
    /// The types that events mention.
    pub types: Vec<TypeExpr>,
    /// Pure expressions that conditions compare.
    pub exprs: Vec<PureExpr>,
    /// Types declared inside the function.
    pub local_types: Vec<TypeDecl>,
    /// Whether a part of it could not be parsed, or was left out because of its size.
    pub is_damaged: bool,
    /// What was too large in it.
    pub flaw: Option<Flaw>,
    /// How many pieces of syntax are not modelled and let go of what they mention.
    pub unmodelled: u32,
}

/// A variable, parameter, result or temporary.
#[derive(Debug)]
pub struct Slot {
    /// The name in the source; empty for a temporary.
    pub name: Name,
    /// What it is.
    pub kind: SlotKind,
    /// The frame that declares it.
    pub frame: FrameId,
    /// The type, if one is written at its declaration.
    pub ty: Option<TypeId>,
}

/// What a slot is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SlotKind {
    /// A parameter or receiver of its frame.
    Param,
    /// A result of its frame, named or not.
    Result,
    /// A local variable.
    Local,
    /// The value of a subexpression.
    Temp,
    /// A name from outside the function: package variable, function, import, builtin.
    Global,
}

/// A slot, or a part of another place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The slot at the root.
    pub slot: SlotId,
    /// The place that this one is a part of, and which part; `None` for the slot itself.
    pub part: Option<(PlaceId, Part)>,
}

/// How one place is a part of another.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Part {
    /// `x.name`
    Field(Name),
    /// `*x`
    Deref,
    /// `x[i]`, any element.
    Element,
}

/// A straight run of events.
#[derive(Debug)]
pub struct Block {
    /// What happens, in order.
    pub events: Vec<Event>,
    /// Where it goes on.
    pub end: End,
    /// The frame it belongs to.
    pub frame: FrameId,
}

/// Something that happens at a place in the source.
#[derive(Debug)]
pub struct Event {
    /// What.
    pub kind: EventKind,
    /// Where.
    pub span: Span,
}

/// What happens.
#[derive(Debug)]
pub enum EventKind {
    /// A new instance of a variable begins (each time round a loop); it has no value yet.
    Declare(SlotId),
    /// `to = from`; `None` is the blank identifier.
    Assign { to: Option<PlaceId>, from: Operand },
    /// `to` becomes a new value made of others.
    Make { to: PlaceId, value: Rvalue },
    /// A call.
    Call(Box<Call>),
    /// `channel <- value`
    Send { channel: Operand, value: Operand },
    /// Syntax that is not modelled: whatever it mentions may be kept somewhere.
    Mention(Vec<PlaceId>),
}

/// A call, or what is written like one (a conversion, a builtin).
#[derive(Debug)]
pub struct Call {
    /// What is called.
    pub callee: Callee,
    /// Type arguments that are written.
    pub type_args: Vec<TypeExpr>,
    /// The arguments in order.
    pub args: Vec<Operand>,
    /// Whether the last argument is followed by `...`.
    pub is_spread: bool,
    /// Where the results go; `None` is the blank identifier or an unused result.
    pub results: Vec<Option<PlaceId>>,
    /// Whether the results are bound to as many places as there are (the only argument of another call).
    pub is_tuple: bool,
    /// When it runs.
    pub mode: Mode,
    /// Whether the results are thrown away by an expression statement.
    pub is_statement: bool,
    /// The line on which a reader looks for it: start of the call expression.
    pub callee_span: Span,
    /// How its callee is written; `None` if no query finds it, and it cannot acquire anything then.
    pub shape: Option<CallShape>,
}

/// How the callee of a call is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CallShape {
    /// The shape, as `queries/calls.scm` names it: `method`, `result`.
    pub name: &'static str,
    /// The names in the callee of which one has to be a candidate, as [`crate::go::names`] compares them; `None` if the shape
    /// asks for none.
    pub names: Option<SmallVec<[NameHash; 2]>>,
}

/// What is called.
#[derive(Debug)]
pub enum Callee {
    /// A variable, function, method or type by name: `f`, `http.Get`, `c.hc.Do`, `resp.Body.Close`.
    Place(PlaceId),
    /// A function literal, called where it stands.
    Frame(FrameId),
    /// A type: `[]byte(x)`, `(*T)(x)`.
    Type(TypeId),
}

/// When a call runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// Here.
    Now,
    /// When the frame returns.
    Defer,
    /// In a new goroutine.
    Go,
}

/// A value that is read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Operand {
    /// What a place holds.
    Place(PlaceId),
    /// `nil`
    Nil,
    /// `true`, `false`
    Bool(bool),
    /// A literal.
    Const(ConstValue),
    /// A function literal.
    Frame(FrameId),
    /// All results of the call that bound these places, as the arguments of another call.
    Tuple(Vec<PlaceId>),
    /// A value that cannot hold anything: the result of arithmetic.
    Plain,
}

/// A value made of others.
#[derive(Debug)]
pub enum Rvalue {
    /// `&x`
    Address(PlaceId),
    /// `T{..}`; keys are field names where they are written.
    Composite { ty: Option<TypeId>, is_pointer: bool, elements: Vec<(Key, Operand)> },
    /// `x.(T)`; `ok` is the second result.
    Assert { from: Operand, ty: TypeId, ok: Option<PlaceId> },
    /// `<-ch`, with an optional second result.
    Receive { from: Operand, ok: Option<PlaceId> },
    /// A variable without value: `var x T`.
    Zero(TypeId),
    /// `new(T)`, which makes a pointer to `T`, and `make(T)`.
    Made(TypeId),
    /// The key or value of a range loop over `from`.
    RangeKey(Operand),
    /// See `RangeKey`.
    RangeValue(Operand),
    /// `x + 1`, where it is stored in `x` again: `x++`, `x -= 2`.
    Plus { from: Operand, by: i64 },
    /// Something computed from others that cannot hold them; the first operand has its type.
    Opaque(SmallVec<[Operand; 2]>),
}

/// The key of an element in a composite literal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Key {
    /// `name: value`
    Field(Name),
    /// The n-th element without key, from 0.
    Position(usize),
    /// A map key or index.
    Element,
}

/// Where a block goes on.
#[derive(Debug)]
pub enum End {
    /// To one block.
    Goto(BlockId),
    /// To `yes` if the test holds, else to `no`.
    Branch { test: Test, yes: BlockId, no: BlockId, shown: Shown },
    /// To any of them; a span marks the choice for the reader.
    Choose(Vec<(BlockId, Option<Span>)>),
    /// Into the body of a range loop or behind it.
    Iterate { over: Option<PlaceId>, body: BlockId, exit: BlockId, span: Span },
    /// Out of the frame; the results are in the frame's result slots. `is_implicit` at the closing brace.
    Return { span: Span, is_implicit: bool },
    /// Nowhere: panic, endless wait.
    Stop,
}

/// How a condition stands in the source.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shown {
    /// Its text.
    pub span: Span,
    /// Whether it is a case of a switch.
    pub is_case: bool,
    /// Whether it is no step for the reader: an argument.
    pub is_quiet: bool,
    /// Whether the text is true when the test does not hold: `x != nil` for the test `x is nil`.
    pub is_negated: bool,
}

/// A condition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Test {
    /// `x == nil`
    IsNil(PlaceId),
    /// `x`
    Flag(PlaceId),
    /// `expr op constant`. Of two pure expressions their difference is compared: `i+1 < n` is `i-n < -1`.
    Compare { expr: ExprId, op: Comparison, value: ConstOperand },
    /// `a == b`; their difference if both sides are pure.
    Equal(PlaceId, PlaceId, Option<ExprId>),
    /// `x.(type)` is one of these types (not nil).
    TypeIs(PlaceId),
    /// Known when it is written.
    Always(bool),
    /// Not understood.
    Unknown,
}

/// How an expression is compared; the other four operators are these, negated or turned round.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Comparison {
    /// `==`
    Equal,
    /// `<`
    Less,
    /// `<=`
    AtMost,
}

/// A constant in a comparison.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ConstOperand {
    /// A literal.
    Literal(ConstValue),
    /// A package's constant by its place, `http.StatusOK`, and what is added to it: the value is looked up later.
    Named(PlaceId, i64),
}

/// A pure expression: reading it twice gives the same value unless one of its places changes.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct PureExpr {
    /// Canonical text; equal texts are equal expressions.
    pub key: String,
    /// The places it reads.
    pub places: Vec<PlaceId>,
    /// The place, if the expression is just that.
    pub place: Option<PlaceId>,
    /// The place by whose steps it grows, in `i` and `i-n`.
    pub grows: Option<PlaceId>,
    /// The place by whose steps it shrinks, `n` in `i-n`.
    pub shrinks: Option<PlaceId>,
}

/// A function or function literal.
#[derive(Debug)]
pub struct Frame {
    /// The frame around a literal.
    pub parent: Option<FrameId>,
    /// Its first block.
    pub entry: BlockId,
    /// The receiver, if it is a method, then the parameters.
    pub params: Vec<SlotId>,
    /// One slot for each result.
    pub results: Vec<SlotId>,
    /// Its signature.
    pub signature: Arc<Signature>,
    /// Whether `params[0]` is a receiver.
    pub has_receiver: bool,
    /// The literal or declaration.
    pub span: Span,
    /// Slots of outer frames that it or a literal in it mentions, sorted.
    pub captures: Vec<SlotId>,
    /// Slots of outer frames that it or a literal in it assigns, sorted.
    pub assigns: Vec<SlotId>,
}

impl Body {
    /// The place of a slot itself.
    pub fn root(&self, slot: SlotId) -> PlaceId {
        self.roots[slot.index()]
    }

    /// The slot at the root of a place.
    pub fn slot_of(&self, place: PlaceId) -> SlotId {
        self.places[place.index()].slot
    }

    /// The slot data at the root of a place.
    pub fn slot(&self, place: PlaceId) -> &Slot {
        &self.slots[self.slot_of(place).index()]
    }

    /// The parts from the root to a place, outermost first.
    pub fn path(&self, place: PlaceId) -> Vec<&Part> {
        let mut parts = Vec::new();
        let mut at = place;
        while let Some((parent, part)) = &self.places[at.index()].part {
            parts.push(part);
            at = *parent;
        }
        parts.reverse();
        parts
    }

    /// The place that is a part of another, if it is mentioned anywhere.
    pub fn find_part(&self, place: PlaceId, part: &Part) -> Option<PlaceId> {
        let slot = self.slot_of(place);
        let from = place.index() + 1;
        let found = self.places[from..].iter().position(|candidate| {
            candidate.slot == slot
                && candidate.part.as_ref().is_some_and(|(parent, own)| *parent == place && own == part)
        })?;
        Some(PlaceId(u32::try_from(from + found).ok()?))
    }

    /// Whether a frame is inside another one, or the same.
    pub fn is_within(&self, mut frame: FrameId, outer: FrameId) -> bool {
        loop {
            if frame == outer {
                return true;
            }
            match self.frames[frame.index()].parent {
                Some(parent) => frame = parent,
                None => return false,
            }
        }
    }

    /// A place as it is written in Go.
    pub fn describe(&self, place: PlaceId) -> String {
        let slot = self.slot(place);
        let mut text = if slot.name.is_empty() { format!("t{}", self.slot_of(place).0) } else { slot.name.to_string() };
        for part in self.path(place) {
            if text.starts_with('*') && *part != Part::Deref {
                text = format!("({text})");
            }
            match part {
                Part::Field(name) => {
                    text.push('.');
                    text.push_str(name);
                }
                Part::Deref => text.insert(0, '*'),
                Part::Element => text.push_str("[]"),
            }
        }
        text
    }
}

impl EventKind {
    /// The places that are written, in order.
    pub fn writes(&self) -> SmallVec<[PlaceId; 2]> {
        match self {
            EventKind::Assign { to, .. } => to.iter().copied().collect(),
            EventKind::Make { to, value } => {
                let second = match value {
                    Rvalue::Assert { ok, .. } | Rvalue::Receive { ok, .. } => *ok,
                    _ => None,
                };
                std::iter::once(*to).chain(second).collect()
            }
            EventKind::Call(call) => call.results.iter().copied().flatten().collect(),
            EventKind::Declare(_) | EventKind::Send { .. } | EventKind::Mention(_) => SmallVec::new(),
        }
    }

    /// The operands that are read.
    pub fn reads(&self) -> SmallVec<[&Operand; 4]> {
        match self {
            EventKind::Declare(_) | EventKind::Mention(_) => SmallVec::new(),
            EventKind::Assign { from, .. } => smallvec![from],
            EventKind::Make { value, .. } => match value {
                Rvalue::Address(_) | Rvalue::Zero(_) | Rvalue::Made(_) => SmallVec::new(),
                Rvalue::Composite { elements, .. } => elements.iter().map(|(_, operand)| operand).collect(),
                Rvalue::Assert { from, .. } | Rvalue::Receive { from, .. } | Rvalue::Plus { from, .. } => {
                    smallvec![from]
                }
                Rvalue::RangeKey(from) | Rvalue::RangeValue(from) => smallvec![from],
                Rvalue::Opaque(operands) => operands.iter().collect(),
            },
            EventKind::Call(call) => call.args.iter().collect(),
            EventKind::Send { channel, value } => smallvec![channel, value],
        }
    }
}
