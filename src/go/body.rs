//! The event graph of one function.
//!
//! A [`Body`] says what the code says: which calls run in which order, and which variables they read and write. It is made by
//! [`crate::go::lower`], printed by `debug body`, and does not know types, other files, or what a call means.
//!
//!     resp, err := c.Do(req)      b0: declare resp; declare err; resp, err = call c.Do(req)
//!     if err != nil { return }        if err is nil b2 else b1
//!
//! A [`Slot`] is a variable or the value of a subexpression, a [`Place`] a slot or a part of one (`resp.Body`), a [`Block`] a
//! straight run of [`Event`]s. Function literals are part of the body of the function around them: they have a [`Frame`] and
//! blocks of their own, and share the slots, so that a captured variable is one slot inside and outside (Go captures by
//! reference).

mod print;
mod pure;

pub use pure::{PureExpr, PureTree};

use crate::go::names::NameHash;
use crate::go::outline::{ConstValue, Flaw, Name, Signature, TypeDecl, TypeExpr};
use crate::ground::source::Span;
use smallvec::{SmallVec, smallvec};
use std::sync::{Arc, OnceLock};

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

/// The frame of the function itself.
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
    /// Loops that count through a list: the block with the condition, the first one inside, and the list.
    pub index_loops: Vec<(BlockId, BlockId, PlaceId)>,
    /// The first blocks of the default cases of selects.
    pub select_defaults: Vec<BlockId>,
    /// The types that events mention.
    pub types: Vec<TypeExpr>,
    /// Pure expressions that conditions compare, each once.
    pub exprs: Vec<PureExpr>,
    /// Types declared inside the function.
    pub local_types: Vec<TypeDecl>,
    /// Whether a part of it could not be parsed, or was left out because of its size.
    pub is_damaged: bool,
    /// The first limit that it exceeds.
    pub flaw: Option<Flaw>,
    /// The number of pieces of syntax that are not modelled; what they mention escapes.
    pub unmodelled: u32,
    /// See [`Body::blocks_of`].
    pub(super) blocks_by_frame: OnceLock<Vec<Vec<BlockId>>>,
}

/// A variable, parameter, result or temporary.
#[derive(Debug)]
pub struct Slot {
    /// The name in the source; empty for a temporary.
    pub name: Name,
    /// Its kind.
    pub kind: SlotKind,
    /// The frame that declares it.
    pub frame: FrameId,
    /// The type, if one is written at its declaration.
    pub ty: Option<TypeId>,
}

/// The kind of a slot.
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

/// A slot, or a part of another place: `resp`, `resp.Body`, `*p`.
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
    /// Its events, in order.
    pub events: Vec<Event>,
    /// Where control goes after them.
    pub end: End,
    /// The frame it belongs to.
    pub frame: FrameId,
}

/// A step of the execution.
#[derive(Debug)]
pub struct Event {
    /// Its kind.
    pub kind: EventKind,
    /// The code.
    pub span: Span,
}

/// The kind of an event.
#[derive(Debug)]
pub enum EventKind {
    /// A new instance of a variable begins, in each iteration of a loop; it has no value yet.
    Declare(SlotId),
    /// `to = from`; `None` is the blank identifier.
    Assign { to: Option<PlaceId>, from: Operand },
    /// `to` becomes a new value that is made of others.
    Make { to: PlaceId, value: Rvalue },
    /// A call.
    Call(Box<Call>),
    /// `channel <- value`; an offer is a case of a select that has others.
    Send { channel: Operand, value: Operand, is_offer: bool },
    /// Syntax that is not modelled: the variables that it mentions escape.
    Mention(Vec<PlaceId>),
}

/// A call, or an expression that is written like one: a conversion, a builtin.
#[derive(Debug)]
pub struct Call {
    /// The function that is called.
    pub callee: Callee,
    /// Type arguments that are written.
    pub type_args: Vec<TypeExpr>,
    /// The arguments in order.
    pub args: Vec<Operand>,
    /// Whether the last argument is followed by `...`.
    pub is_spread: bool,
    /// Where the results go; `None` is the blank identifier or an unused result.
    pub results: Vec<Option<PlaceId>>,
    /// Whether it is the only argument of another call, `f(g())`, so that the number of its results is not known here.
    pub is_tuple: bool,
    /// When it runs.
    pub mode: Mode,
    /// Whether it is a statement by itself, which drops the results.
    pub is_statement: bool,
    /// The callee as it is written, on whose line a reader looks for the call.
    pub callee_span: Span,
    /// The form of its callee; `None` if no query matches the call, which then acquires nothing.
    pub shape: Option<CallShape>,
}

/// The form in which the callee of a call is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CallShape {
    /// The shape, as `queries/calls.scm` names it: `method`, `result`.
    pub name: &'static str,
    /// The names in the callee, of which one has to be a candidate name, as [`crate::go::names`] compares them; `None` if the
    /// shape needs none.
    pub names: Option<SmallVec<[NameHash; 2]>>,
}

/// The function that a call calls.
#[derive(Debug)]
pub enum Callee {
    /// A variable, function, method or type by name: `f`, `http.Get`, `c.hc.Do`, `resp.Body.Close`.
    Place(PlaceId),
    /// A function literal, called where it is written.
    Frame(FrameId),
    /// A type: `[]byte(x)`, `(*T)(x)`.
    Type(TypeId),
}

/// The time at which a call runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// At once.
    Now,
    /// When the frame returns.
    Defer,
    /// In a new goroutine.
    Go,
}

/// A value that is read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Operand {
    /// The value of a place.
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
    /// A value that holds no other: the result of arithmetic.
    Plain,
}

/// A value made of others.
#[derive(Debug)]
pub enum Rvalue {
    /// `&x`
    Address(PlaceId),
    /// `T{..}`; keys are field names where they are written.
    Composite { ty: Option<TypeId>, is_pointer: bool, elements: Vec<(ElementKey, Operand)> },
    /// `x.(T)`, with an optional second result.
    Assert { from: Operand, ty: TypeId, ok: Option<PlaceId> },
    /// `<-ch`, with an optional second result.
    Receive { from: Operand, ok: Option<PlaceId> },
    /// A variable without value: `var x T`.
    Zero(TypeId),
    /// `new(T)`, whose type is written here as `*T`, and `make(T)`; whether a size other than 0 is written.
    Made { ty: TypeId, has_size: bool },
    /// The key of a range loop over the operand.
    RangeKey(Operand),
    /// The value of a range loop over the operand.
    RangeValue(Operand),
    /// `x + 1`, where it is stored in `x` again: `x++`, `x -= 2`.
    Plus { from: Operand, by: i64 },
    /// A value that is computed from others and does not hold them; it has the type of the first.
    Opaque(SmallVec<[Operand; 2]>),
}

/// The key of an element in a composite literal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ElementKey {
    /// `name: value`
    Field(Name),
    /// An element without a key, by its position from 0.
    Position(usize),
    /// A map key or index.
    Element,
}

/// Where control goes at the end of a block.
#[derive(Debug)]
pub enum End {
    /// To one block.
    Goto(BlockId),
    /// To `yes` if the test holds, else to `no`.
    Branch { test: Test, yes: BlockId, no: BlockId, shown: WrittenCondition },
    /// To any of them; a step of a path shows the span.
    Choose(Vec<(BlockId, Option<Span>)>),
    /// Into the body of a range loop, or past it.
    Iterate { over: Option<PlaceId>, body: BlockId, exit: BlockId },
    /// Out of the frame; the results are in its result slots. `is_implicit` at the closing brace.
    Return { span: Span, is_implicit: bool },
    /// Nowhere: an endless wait. A block that nothing leads to may end so too.
    Stop,
}

impl End {
    /// The test of a branch.
    pub fn test(&self) -> Option<&Test> {
        match self {
            End::Branch { test, .. } => Some(test),
            _ => None,
        }
    }

    /// The blocks that it leads to.
    pub fn successors(&self) -> SmallVec<[BlockId; 2]> {
        match self {
            End::Goto(to) => smallvec![*to],
            End::Branch { yes, no, .. } => smallvec![*yes, *no],
            End::Choose(all) => all.iter().map(|(to, _)| *to).collect(),
            End::Iterate { body, exit, .. } => smallvec![*body, *exit],
            End::Return { .. } | End::Stop => SmallVec::new(),
        }
    }
}

/// A condition as it is written, for the steps of a path.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WrittenCondition {
    /// Its text.
    pub span: Span,
    /// Whether it is a case of a switch.
    pub is_case: bool,
    /// Whether it is no step of a path, because it is an argument of a call.
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
    /// `x.(type)` is the type of a case, so `x` is not nil.
    TypeIs(PlaceId, TypeId),
    /// Known when it is written.
    Always(bool),
    /// Any other condition.
    Unknown,
}

/// A comparison of an expression; the other operators are these, negated or with the sides exchanged.
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
    /// A constant of a package by its place, `http.StatusOK`, and a number that is added to it. Its value is looked up later.
    Named(PlaceId, i64),
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
    /// Slots of outer frames that it or a literal in it mentions, sorted.
    pub captures: Vec<SlotId>,
    /// Slots of outer frames that it or a literal in it assigns, sorted.
    pub assigns: Vec<SlotId>,
}

impl Body {
    /// The blocks of a frame, without those of literals in it, in order.
    pub fn blocks_of(&self, frame: FrameId) -> &[BlockId] {
        let by_frame = self.blocks_by_frame.get_or_init(|| {
            let mut by_frame = vec![Vec::new(); self.frames.len()];
            for (number, block) in (0_u32..).zip(&self.blocks) {
                by_frame[block.frame.index()].push(BlockId(number));
            }
            by_frame
        });
        &by_frame[frame.index()]
    }

    /// The first block inside a loop whose condition is at the end of this block, and the list through which it counts.
    pub fn counted_list(&self, block: BlockId) -> Option<(BlockId, PlaceId)> {
        let at = self.index_loops.binary_search_by_key(&block, |(head, _, _)| *head).ok()?;
        let (_, inside, list) = self.index_loops[at];
        Some((inside, list))
    }

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

    /// Whether a frame is another one, or inside of it.
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
                Rvalue::Address(_) | Rvalue::Zero(_) | Rvalue::Made { .. } => SmallVec::new(),
                Rvalue::Composite { elements, .. } => elements.iter().map(|(_, operand)| operand).collect(),
                Rvalue::Assert { from, .. } | Rvalue::Receive { from, .. } | Rvalue::Plus { from, .. } => {
                    smallvec![from]
                }
                Rvalue::RangeKey(from) | Rvalue::RangeValue(from) => smallvec![from],
                Rvalue::Opaque(operands) => operands.iter().collect(),
            },
            EventKind::Call(call) => call.args.iter().collect(),
            EventKind::Send { channel, value, .. } => smallvec![channel, value],
        }
    }
}
