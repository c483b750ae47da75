//! Tree -> body: statements, expressions, evaluation order, scopes and conditions of Go.
//!
//! Nothing here knows what a call means or what type a name has. What is not modelled becomes a `Mention`: whatever it
//! mentions may be kept somewhere, and it is counted.
//!
//!     if err != nil || bad { f() }     b0: branch err is nil -> b1 else b2
//!                                      b1: branch bad -> b2 else b3
//!                                      b2: call f()
//!
//! Code nested deeper than [`DEEPEST`] is not lowered; the body is marked as damaged then.

mod cond;
mod expr;
mod stmt;

use crate::go::body::{
    Block, BlockId, Body, Call, CallShape, Callee, End, Event, EventKind, ExprId, Frame, FrameId, Mode, OUTER, Operand,
    Part, Place, PlaceId, PureExpr, Slot, SlotId, SlotKind, TypeId,
};
use crate::go::outline::{Code, Flaw, FuncDecl, Name, Param, Signature, TypeExpr, VarDecl};
use crate::go::queries::Queries;
use crate::go::tree::{Field, field};
use crate::ground::source::Span;
use rustc_hash::FxHashMap;
use smallvec::SmallVec;
use std::cell::Cell;
use std::sync::Arc;
use tree_sitter::Node;

/// How deep statements and expressions may nest. The deepest function in the Go distribution's library has 30 levels;
/// the limit keeps hostile input off the stack.
pub const DEEPEST: usize = 400;

/// How many nodes of syntax that is not modelled are looked at for names; the body is damaged if there are more.
pub const MOST_MENTIONED: usize = 100_000;

/// How many results of a call are kept when it is the only argument of another call.
const TUPLE: usize = 4;

/// The body of a function or method declaration that has one.
pub fn lower_function(node: Node, text: &str, decl: &FuncDecl, queries: &Queries) -> Body {
    let mut lowering = Lowering::new(text, queries);
    lowering.body.name = display_name(decl);
    lowering.open_frame(None, decl.signature.clone(), decl.receiver.as_ref(), node);
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
    lowering.open_frame(None, Arc::new(signature), None, spec);
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

/// Where `break` and `continue` go.
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
    exprs: FxHashMap<String, ExprId>,
    block: BlockId,
    frame: FrameId,
    targets: Vec<JumpTarget>,
    labels: FxHashMap<(FrameId, Name), BlockId>,
    fallthrough_to: Option<BlockId>,
    /// Whether conditions are arguments, which are not shown as steps: both ways go on to the same call.
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
        note_captures(&mut self.body);
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

    /// Makes a frame, its entry block and parameters, and goes into it.
    fn open_frame(
        &mut self,
        parent: Option<FrameId>,
        signature: Arc<Signature>,
        receiver: Option<&Param>,
        node: Node,
    ) -> FrameId {
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
            span: span_of(node),
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

    /// The slot of a name; a name that is not declared in the function is a global one.
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

    fn expr_id(&mut self, expr: PureExpr) -> ExprId {
        if let Some(id) = self.exprs.get(&expr.key) {
            return *id;
        }
        let id = ExprId(next_id(self.body.exprs.len()));
        self.exprs.insert(expr.key.clone(), id);
        self.body.exprs.push(expr);
        id
    }

    fn push(&mut self, kind: EventKind, span: Span) {
        self.body.blocks[self.block.index()].events.push(Event { kind, span });
    }

    /// Ends the current block and goes on in a new one that nothing leads to yet.
    fn end(&mut self, end: End) {
        self.body.blocks[self.block.index()].end = end;
        self.block = self.new_block();
    }

    /// Ends the current block with a jump and goes on in `next`.
    fn goto_and_on(&mut self, to: BlockId, next: BlockId) {
        self.body.blocks[self.block.index()].end = End::Goto(to);
        self.block = next;
    }

    fn assign(&mut self, to: Option<PlaceId>, from: Operand, span: Span) {
        self.push(EventKind::Assign { to, from }, span);
    }

    /// Syntax that is not modelled: everything it mentions is let go.
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
                // What it mentions further on would be taken for not mentioned.
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

    /// Runs `work` one level deeper; too deep, the node is left out and the body is damaged.
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

/// Fills in which outer slots each literal mentions and assigns.
fn note_captures(body: &mut Body) {
    let mut mentions: Vec<Vec<SlotId>> = vec![Vec::new(); body.frames.len()];
    let mut assigns: Vec<Vec<SlotId>> = vec![Vec::new(); body.frames.len()];
    for block in &body.blocks {
        let frame = block.frame.index();
        for event in &block.events {
            for place in event_places(&event.kind) {
                mentions[frame].push(body.slot_of(place));
            }
            assigns[frame].extend(event.kind.writes().iter().map(|place| body.slot_of(*place)));
        }
        for place in end_places(&block.end, body) {
            mentions[frame].push(body.slot_of(place));
        }
    }
    for frame in (1..body.frames.len()).rev() {
        let id = FrameId(next_id(frame));
        let keep = |list: &[SlotId]| {
            let outer = |slot: &SlotId| {
                let slot = &body.slots[slot.index()];
                slot.kind != SlotKind::Global && !body.is_within(slot.frame, id)
            };
            let mut kept: Vec<SlotId> = list.iter().copied().filter(outer).collect();
            kept.sort_unstable();
            kept.dedup();
            kept
        };
        let (captures, assigned) = (keep(&mentions[frame]), keep(&assigns[frame]));
        if let Some(parent) = body.frames[frame].parent {
            mentions[parent.index()].extend(&captures);
            assigns[parent.index()].extend(&assigned);
        }
        body.frames[frame].captures = captures;
        body.frames[frame].assigns = assigned;
    }
}

/// All places that an event reads or writes.
pub fn event_places(kind: &EventKind) -> SmallVec<[PlaceId; 8]> {
    let mut places: SmallVec<[PlaceId; 8]> = kind.writes().into_iter().collect();
    for operand in kind.reads() {
        places.extend_from_slice(operand_places(operand));
    }
    match kind {
        EventKind::Mention(mentioned) => places.extend_from_slice(mentioned),
        EventKind::Make { value: crate::go::body::Rvalue::Address(place), .. } => places.push(*place),
        EventKind::Call(call) => {
            if let Callee::Place(place) = call.callee {
                places.push(place);
            }
        }
        _ => {}
    }
    places
}

fn operand_places(operand: &Operand) -> &[PlaceId] {
    match operand {
        Operand::Place(place) => std::slice::from_ref(place),
        Operand::Tuple(places) => places,
        _ => &[],
    }
}

fn end_places(end: &End, body: &Body) -> Vec<PlaceId> {
    match end {
        End::Branch { test, .. } => test_places(test, body),
        End::Iterate { over, .. } => over.iter().copied().collect(),
        _ => Vec::new(),
    }
}

/// All places that a test reads.
pub fn test_places(test: &crate::go::body::Test, body: &Body) -> Vec<PlaceId> {
    use crate::go::body::Test;
    match test {
        Test::IsNil(place) | Test::Flag(place) | Test::TypeIs(place) => vec![*place],
        Test::Compare { expr, .. } => body.exprs[expr.index()].places.clone(),
        Test::Equal(left, right, _) => vec![*left, *right],
        Test::Always(_) | Test::Unknown => Vec::new(),
    }
}

/// A call whose callee and arguments are evaluated and whose results are not bound yet.
struct Prepared {
    callee: Callee,
    type_args: Vec<TypeExpr>,
    args: Vec<Operand>,
    is_spread: bool,
    span: Span,
    callee_span: Span,
    shape: Option<CallShape>,
}

impl Prepared {
    fn into_call(self, results: Vec<Option<PlaceId>>, mode: Mode) -> (Box<Call>, Span) {
        let call = Call {
            callee: self.callee,
            type_args: self.type_args,
            args: self.args,
            is_spread: self.is_spread,
            results,
            is_tuple: false,
            mode,
            is_statement: false,
            callee_span: self.callee_span,
            shape: self.shape,
        };
        (Box::new(call), self.span)
    }
}
