//! Lowering: the tree of a function -> its [`Body`].
//!
//!     if err != nil || bad { f() }     b0: if err is nil b1 else b2
//!                                      b1: if bad b2 else b3
//!                                      b2: call f()
//!
//! | file | what it lowers |
//! |---|---|
//! | `stmt` | statements: declarations, assignments, returns |
//! | `control` | `if`, loops, switches, `select`, labels and jumps |
//! | `cond` | conditions of branches |
//! | `pure` | the pure expressions that conditions compare |
//! | `expr` | expressions, in the order in which Go evaluates them |
//! | `call` | calls, conversions, `new` and `make` |
//! | `captures` | the variables that each function literal uses |
//!
//! This file has the scopes and makes slots, places and blocks. Nothing here knows what a call means or what type a name has.
//! Syntax that is not modelled becomes a `Mention` and is counted. Code that nests deeper than [`DEEPEST`] is left out, and the body
//! is marked as damaged.

mod call;
mod captures;
mod cond;
mod control;
mod count;
mod expr;
mod pure;
mod stmt;

pub use captures::{event_places, test_places};

use crate::go::body::{
    Block, BlockId, Body, End, Event, EventKind, ExprId, Frame, FrameId, OUTER, Operand, Part, Place, PlaceId,
    PureExpr, PureTree, Slot, SlotId, SlotKind, TypeId,
};
use crate::go::outline::{Code, Flaw, FuncDecl, Name, Param, Signature, TypeExpr, VarDecl};
use crate::go::queries::Queries;
use crate::go::tree::{Field, field};
use crate::ground::source::Span;
use rustc_hash::FxHashMap;
use std::cell::Cell;
use std::sync::Arc;
use tree_sitter::Node;

/// The depth to which statements and expressions may nest. The deepest function in the library of the Go distribution has 30
/// levels; the limit keeps hostile input off the stack.
pub const DEEPEST: usize = 400;

/// The number of nodes of a piece of unknown syntax that are searched for names; the body is damaged if there are more.
pub const MOST_MENTIONED: usize = 100_000;

/// The body of a function or method declaration that has one.
pub fn lower_function(node: Node, text: &str, decl: &FuncDecl, queries: &Queries) -> Body {
    let mut lowering = Lowering::new(text, queries);
    lowering.body.name = display_name(decl);
    lowering.open_frame(None, decl.signature.clone(), decl.receiver.as_ref());
    if let Some(block) = field(node, Field::Body) {
        lowering.function_block(block);
    }
    lowering.finish(node)
}

/// The name of a function for people: `Fetch`, `(*Client).Fetch`, `Client.Fetch`.
pub fn display_name(decl: &FuncDecl) -> String {
    match (&decl.receiver, decl.receiver_type()) {
        (Some(receiver), Some(name)) if matches!(receiver.ty, TypeExpr::Pointer(_)) => {
            format!("(*{name}).{}", decl.name)
        }
        (Some(_), Some(name)) => format!("{name}.{}", decl.name),
        _ => decl.name.to_string(),
    }
}

/// The initial values of package variables as a function that returns them.
pub fn lower_variable(spec: Node, text: &str, decl: &VarDecl, queries: &Queries) -> Body {
    let mut lowering = Lowering::new(text, queries);
    lowering.body.name = decl.names.iter().map(Name::as_str).collect::<Vec<_>>().join(", ");
    let result = |_: &Name| Param { name: Name::default(), ty: decl.ty.clone().unwrap_or(TypeExpr::Unknown) };
    let signature = Signature { results: decl.names.iter().map(result).collect(), ..Signature::default() };
    lowering.open_frame(None, Arc::new(signature), None);
    if let Some(values) = field(spec, Field::Value) {
        lowering.return_values(values);
        let span = span_of(spec);
        lowering.end(End::Return { span, is_implicit: true });
    }
    lowering.finish(spec)
}

fn span_of(node: Node) -> Span {
    Span::new(node.start_byte(), node.end_byte())
}

/// A statement that `break` and `continue` can refer to, and where they go.
struct JumpTarget {
    label: Option<Name>,
    break_to: BlockId,
    continue_to: Option<BlockId>,
}

struct Lowering<'text> {
    text: &'text str,
    queries: &'text Queries,
    body: Body,
    scopes: Vec<FxHashMap<Name, SlotId>>,
    globals: FxHashMap<Name, SlotId>,
    parts: FxHashMap<(PlaceId, Part), PlaceId>,
    exprs: FxHashMap<PureTree, ExprId>,
    block: BlockId,
    frame: FrameId,
    targets: Vec<JumpTarget>,
    labels: FxHashMap<(FrameId, Name), BlockId>,
    fallthrough_to: Option<BlockId>,
    /// Whether the expression is an argument. Its conditions are no steps of a path: both branches lead to the call.
    is_argument: bool,
    /// The label that the next loop or switch carries.
    label: Option<Name>,
    depth: usize,
    /// Whether a type was cut off because it nests too deep.
    is_cut: Cell<bool>,
}

impl<'text> Lowering<'text> {
    fn new(text: &'text str, queries: &'text Queries) -> Self {
        Lowering {
            text,
            queries,
            body: Body::default(),
            scopes: Vec::new(),
            globals: FxHashMap::default(),
            parts: FxHashMap::default(),
            exprs: FxHashMap::default(),
            block: BlockId(0),
            frame: OUTER,
            targets: Vec::new(),
            labels: FxHashMap::default(),
            fallthrough_to: None,
            is_argument: false,
            label: None,
            depth: 0,
            is_cut: Cell::new(false),
        }
    }

    fn finish(mut self, node: Node) -> Body {
        self.body.is_damaged |= node.has_error();
        if self.is_cut.get() {
            self.body.flaw.get_or_insert(Flaw::DeepType);
        }
        captures::note_captures(&mut self.body);
        self.body
    }

    fn name(&self, node: Node) -> Name {
        Name::new(self.written(node))
    }

    fn code(&self) -> Code<'_> {
        Code::new(self.text, &self.is_cut)
    }

    fn written(&self, node: Node) -> &'text str {
        self.text.get(node.byte_range()).unwrap_or("")
    }

    /// Makes a frame with its entry block and parameters, and makes it the current one.
    fn open_frame(&mut self, parent: Option<FrameId>, signature: Arc<Signature>, receiver: Option<&Param>) -> FrameId {
        let id = FrameId(next_id(self.body.frames.len()));
        self.frame = id;
        let entry = self.new_block();
        self.block = entry;
        self.scopes.push(FxHashMap::default());
        let all: Vec<Param> = receiver.into_iter().chain(&signature.params).cloned().collect();
        let params = all.iter().map(|param| self.frame_slot(param, SlotKind::Param)).collect();
        let results = signature.results.iter().map(|result| self.frame_slot(result, SlotKind::Result)).collect();
        self.body.frames.push(Frame {
            parent,
            entry,
            params,
            results,
            signature,
            has_receiver: receiver.is_some(),
            captures: Vec::new(),
            assigns: Vec::new(),
        });
        id
    }

    fn frame_slot(&mut self, param: &Param, kind: SlotKind) -> SlotId {
        let ty = (param.ty != TypeExpr::Unknown).then(|| self.new_type(param.ty.clone()));
        let slot = self.new_slot(param.name.clone(), kind, ty);
        if !param.name.is_empty() && param.name != "_" {
            self.bind(param.name.clone(), slot);
        }
        slot
    }

    /// The block of a function, with its implicit return.
    fn function_block(&mut self, block: Node) {
        self.statements(block);
        let end = block.end_byte();
        let span = Span::new(end.saturating_sub(1), end);
        self.end(End::Return { span, is_implicit: true });
    }

    fn new_slot(&mut self, name: Name, kind: SlotKind, ty: Option<TypeId>) -> SlotId {
        let id = SlotId(next_id(self.body.slots.len()));
        self.body.slots.push(Slot { name, kind, frame: self.frame, ty });
        let root = PlaceId(next_id(self.body.places.len()));
        self.body.places.push(Place { slot: id, part: None });
        self.body.roots.push(root);
        id
    }

    fn temp(&mut self) -> PlaceId {
        let slot = self.new_slot(Name::default(), SlotKind::Temp, None);
        self.body.root(slot)
    }

    fn new_type(&mut self, ty: TypeExpr) -> TypeId {
        let id = TypeId(next_id(self.body.types.len()));
        self.body.types.push(ty);
        id
    }

    fn new_block(&mut self) -> BlockId {
        let id = BlockId(next_id(self.body.blocks.len()));
        self.body.blocks.push(Block { events: Vec::new(), end: End::Stop, frame: self.frame });
        id
    }

    fn bind(&mut self, name: Name, slot: SlotId) {
        if let Some(scope) = self.scopes.last_mut() {
            scope.insert(name, slot);
        }
    }

    fn lookup(&self, name: &str) -> Option<SlotId> {
        self.scopes.iter().rev().find_map(|scope| scope.get(name).copied())
    }

    /// The slot of a name. A name that is not declared in the function gets a global slot.
    fn slot_named(&mut self, name: Name) -> SlotId {
        if let Some(slot) = self.lookup(&name) {
            return slot;
        }
        if let Some(slot) = self.globals.get(&name) {
            return *slot;
        }
        let frame = std::mem::replace(&mut self.frame, OUTER);
        let slot = self.new_slot(name.clone(), SlotKind::Global, None);
        self.frame = frame;
        self.globals.insert(name, slot);
        slot
    }

    /// Declares a local variable in the innermost scope.
    fn declare(&mut self, name: Name, ty: Option<TypeId>, span: Span) -> PlaceId {
        let slot = self.new_slot(name.clone(), SlotKind::Local, ty);
        self.bind(name, slot);
        self.push(EventKind::Declare(slot), span);
        self.body.root(slot)
    }

    fn part(&mut self, place: PlaceId, part: Part) -> PlaceId {
        if let Some(found) = self.parts.get(&(place, part.clone())) {
            return *found;
        }
        let id = PlaceId(next_id(self.body.places.len()));
        let slot = self.body.slot_of(place);
        self.body.places.push(Place { slot, part: Some((place, part.clone())) });
        self.parts.insert((place, part), id);
        id
    }

    /// The id of a pure expression: one for all that are equal.
    fn expr_id(&mut self, expr: PureExpr) -> ExprId {
        if let Some(id) = self.exprs.get(&expr.tree) {
            return *id;
        }
        let id = ExprId(next_id(self.body.exprs.len()));
        self.exprs.insert(expr.tree.clone(), id);
        self.body.exprs.push(expr);
        id
    }

    fn push(&mut self, kind: EventKind, span: Span) {
        self.body.blocks[self.block.index()].events.push(Event { kind, span });
    }

    /// Ends the current block; the caller chooses the next one.
    fn end_here(&mut self, end: End) {
        self.body.blocks[self.block.index()].end = end;
    }

    /// Ends the current block and continues in a new one, which nothing leads to yet.
    fn end(&mut self, end: End) {
        self.end_here(end);
        self.block = self.new_block();
    }

    /// Ends the current block with a jump to `to` and continues in `next`.
    fn goto_and_on(&mut self, to: BlockId, next: BlockId) {
        self.end_here(End::Goto(to));
        self.block = next;
    }

    fn assign(&mut self, to: Option<PlaceId>, from: Operand, span: Span) {
        self.push(EventKind::Assign { to, from }, span);
    }

    /// Notes a piece of syntax that is not modelled: the variables that it mentions escape.
    fn unmodelled(&mut self, node: Node) {
        self.body.unmodelled += 1;
        let mut mentioned = Vec::new();
        let mut cursor = node.walk();
        let mut steps = 0_usize;
        'walk: loop {
            steps += 1;
            let here = cursor.node();
            if crate::go::tree::kind(here) == crate::go::tree::Kind::Identifier
                && let Some(slot) = self.lookup(self.written(here))
            {
                mentioned.push(self.body.root(slot));
            }
            if steps > MOST_MENTIONED {
                // A variable that only the rest mentions would count as not mentioned.
                self.too_large(Flaw::Names);
                break;
            }
            if cursor.goto_first_child() || cursor.goto_next_sibling() {
                continue;
            }
            loop {
                if !cursor.goto_parent() {
                    break 'walk;
                }
                if cursor.goto_next_sibling() {
                    break;
                }
            }
        }
        mentioned.sort_unstable();
        mentioned.dedup();
        self.push(EventKind::Mention(mentioned), span_of(node));
    }

    fn too_large(&mut self, flaw: Flaw) {
        self.body.is_damaged = true;
        self.body.flaw.get_or_insert(flaw);
    }

    /// Runs `work` one level deeper. Beyond the limit the node is left out and the body is damaged.
    fn deeper<T>(&mut self, node: Node, otherwise: T, work: impl FnOnce(&mut Self) -> T) -> T {
        if self.depth >= DEEPEST {
            self.too_large(Flaw::Depth);
            self.push(EventKind::Mention(Vec::new()), span_of(node));
            return otherwise;
        }
        self.depth += 1;
        let result = work(self);
        self.depth -= 1;
        result
    }
}

fn next_id(len: usize) -> u32 {
    u32::try_from(len).unwrap_or(u32::MAX)
}
