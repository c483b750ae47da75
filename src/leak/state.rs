//! What is known at one point of one path: who holds the response, which values are nil, which contexts are cancelled.

use crate::go::body::{BlockId, ExprId, FrameId, Part, SlotId};
use crate::go::outline::Name;
use crate::meaning::effect::Fact;
use crate::meaning::resource::HTTP_RESPONSE;
use rustc_hash::FxHashMap;
use smallvec::SmallVec;

/// A place with embedded fields written out and dereferences folded in: two places that are the same variable have one id.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PathId(pub u32);

/// All paths of one exploration.
#[derive(Debug, Default)]
pub struct Paths {
    nodes: Vec<(SlotId, Option<(PathId, Part)>)>,
    roots: FxHashMap<SlotId, PathId>,
    parts: FxHashMap<(PathId, Part), PathId>,
}

/// Paths longer than this are cut: what lies deeper is held by the path itself.
const LONGEST_PATH: usize = 6;

impl Paths {
    /// The path of a slot itself.
    pub fn root(&mut self, slot: SlotId) -> PathId {
        if let Some(path) = self.roots.get(&slot) {
            return *path;
        }
        let id = self.add(slot, None);
        self.roots.insert(slot, id);
        id
    }

    /// A part of a path.
    pub fn part(&mut self, path: PathId, part: &Part) -> PathId {
        if let Some(known) = self.parts.get(&(path, part.clone())) {
            return *known;
        }
        let slot = self.slot(path);
        if self.depth(path) >= LONGEST_PATH {
            return path;
        }
        let id = self.add(slot, Some((path, part.clone())));
        self.parts.insert((path, part.clone()), id);
        id
    }

    fn add(&mut self, slot: SlotId, part: Option<(PathId, Part)>) -> PathId {
        let id = PathId(u32::try_from(self.nodes.len()).unwrap_or(u32::MAX));
        self.nodes.push((slot, part));
        id
    }

    fn depth(&self, path: PathId) -> usize {
        let mut depth = 0;
        let mut at = path;
        while let Some((parent, _)) = self.parent(at) {
            depth += 1;
            at = parent;
        }
        depth
    }

    /// The slot at the root of a path.
    pub fn slot(&self, path: PathId) -> SlotId {
        self.nodes[path.0 as usize].0
    }

    /// The path it is a part of, and which part.
    pub fn parent(&self, path: PathId) -> Option<(PathId, &Part)> {
        self.nodes[path.0 as usize].1.as_ref().map(|(parent, part)| (*parent, part))
    }

    /// The parts from `base` down to `path`; `None` if `path` is not inside `base`.
    pub fn suffix(&self, base: PathId, path: PathId) -> Option<Vec<Part>> {
        // Most paths of a state are elsewhere.
        if !self.is_inside(base, path) {
            return None;
        }
        let mut parts = Vec::new();
        let mut at = path;
        while at != base {
            let (parent, part) = self.parent(at)?;
            parts.push(part.clone());
            at = parent;
        }
        parts.reverse();
        Some(parts)
    }

    /// Whether `path` is `base` or a part of it.
    pub fn is_inside(&self, base: PathId, path: PathId) -> bool {
        // A part is added after what it is a part of.
        if base > path || self.slot(base) != self.slot(path) {
            return false;
        }
        let mut at = path;
        while at != base {
            match self.parent(at) {
                Some((parent, _)) => at = parent,
                None => return false,
            }
        }
        true
    }

    /// The path reached from another by parts.
    pub fn follow(&mut self, base: PathId, parts: &[Part]) -> PathId {
        parts.iter().fold(base, |path, part| self.part(path, part))
    }
}

/// How a value holds the response that is followed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Handle {
    /// Not at all.
    #[default]
    None,
    /// It is the response.
    Response,
    /// It is its body, or something whose Close closes the body.
    Body,
    /// It is a function that closes the body.
    Close,
    /// It holds one of the above somewhere inside.
    Holder,
    /// It is a request that closes the body when it is sent.
    Request,
    /// It reads from the body and cannot close it.
    Reader,
}

impl Handle {
    /// Whether the body can still be closed through it.
    pub fn can_close(self) -> bool {
        !matches!(self, Handle::None | Handle::Reader)
    }

    /// The handle of a part of a value.
    pub fn part(self, part: &Part) -> Handle {
        match (self, part) {
            (Handle::Response | Handle::Body | Handle::Request | Handle::Close, Part::Deref) => self,
            (Handle::Response, Part::Field(name)) if name == HTTP_RESPONSE.closer => Handle::Body,
            (Handle::Body, Part::Field(name)) if name == "Close" => Handle::Close,
            (Handle::Holder, _) => Handle::Holder,
            (Handle::Reader, Part::Deref) => Handle::Reader,
            _ => Handle::None,
        }
    }
}

/// What a value points to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Pointer {
    /// Nothing that is known.
    #[default]
    None,
    /// A variable of the same function.
    To(PathId),
    /// A function literal.
    Frame(FrameId),
}

/// What is known of one value.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Value {
    /// How it holds the response.
    pub handle: Handle,
    /// Whether it is nil, true or false.
    pub fact: Option<Fact>,
    /// The contexts it carries, one bit each.
    pub contexts: u32,
    /// The contexts it cancels when called, one bit each.
    pub cancels: u32,
    /// What it points to.
    pub pointer: Pointer,
}

impl Value {
    /// A value of which only a fact is known.
    pub fn of(fact: Fact) -> Value {
        Value { fact: Some(fact), ..Value::default() }
    }

    /// A value that holds the response.
    pub fn holding(handle: Handle) -> Value {
        Value { handle, ..Value::default() }
    }

    /// Whether nothing is known.
    pub fn is_unknown(&self) -> bool {
        *self == Value::default()
    }

    /// Whether it is nil, as far as that is known.
    pub fn is_nil(&self) -> Option<bool> {
        if self.handle != Handle::None || self.pointer != Pointer::None {
            return Some(false);
        }
        match self.fact {
            Some(Fact::Nil) => Some(true),
            Some(Fact::NonNil) => Some(false),
            _ => None,
        }
    }
}

/// So many parts of a struct are looked at that may close the response.
const MOST_CLOSERS: usize = 4;

/// A value with what its parts hold.
#[derive(Clone, Debug, Default)]
pub struct Bound {
    /// The value itself.
    pub value: Value,
    /// Parts of it that are known.
    pub parts: Vec<(Vec<Part>, Value)>,
    /// Parts that a literal writes, known or not.
    pub written: Vec<Vec<Part>>,
}

impl Bound {
    /// A value without known parts.
    pub fn plain(value: Value) -> Bound {
        Bound { value, ..Bound::default() }
    }

    /// The strongest handle in the value or a part of it, with the way to it.
    pub fn handle(&self) -> Option<(Vec<Part>, Handle)> {
        if self.value.handle != Handle::None {
            return Some((Vec::new(), self.value.handle));
        }
        let held = |pair: &&(Vec<Part>, Value)| pair.1.handle != Handle::None;
        let closing = self.parts.iter().filter(held).find(|(_, value)| value.handle.can_close());
        closing.or_else(|| self.parts.iter().find(held)).map(|(path, value)| (path.clone(), value.handle))
    }

    /// Every way by which the value or a part of it can close the response, a few of them.
    pub fn closers(&self) -> impl Iterator<Item = (Vec<Part>, Handle)> {
        let whole = (self.value.handle != Handle::None).then_some((&[][..], self.value.handle));
        let parts =
            self.parts.iter().filter(move |_| whole.is_none()).map(|(path, value)| (path.as_slice(), value.handle));
        let closers = whole.into_iter().chain(parts).filter(|(_, handle)| handle.can_close());
        closers.take(MOST_CLOSERS).map(|(path, handle)| (path.to_vec(), handle))
    }

    /// All contexts that the value or a part of it carries.
    pub fn contexts(&self) -> u32 {
        self.parts.iter().fold(self.value.contexts, |all, (_, value)| all | value.contexts)
    }

    /// All contexts that a call of the value or a part of it would cancel.
    pub fn cancels(&self) -> u32 {
        self.parts.iter().fold(self.value.cancels, |all, (_, value)| all | value.cancels)
    }

    /// All function literals in it.
    pub fn frames(&self) -> SmallVec<[FrameId; 2]> {
        let values = std::iter::once(&self.value).chain(self.parts.iter().map(|(_, value)| value));
        values
            .filter_map(|value| match value.pointer {
                Pointer::Frame(frame) => Some(frame),
                _ => None,
            })
            .collect()
    }

    /// All variables that it points to.
    pub fn pointees(&self) -> SmallVec<[PathId; 2]> {
        let values = std::iter::once(&self.value).chain(self.parts.iter().map(|(_, value)| value));
        values
            .filter_map(|value| match value.pointer {
                Pointer::To(path) => Some(path),
                _ => None,
            })
            .collect()
    }
}

/// What a test has shown of a pure expression.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ExprFact {
    /// An integer in a range, both ends inclusive, without some values.
    Int(i64, i64, SmallVec<[i64; 2]>),
    /// Equal to a text constant.
    Text(Name),
    /// Not equal to these.
    NotText(SmallVec<[Name; 2]>),
}

/// How far the response is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Status {
    /// Its call has not happened yet on this path.
    Waiting,
    /// Somebody owes its close.
    Open,
    /// Closed, or its context is cancelled.
    Closed,
    /// In other hands.
    Escaped,
    /// There is none on this path, or none is followed.
    Absent,
    /// The caller's response has another body, and nobody holds the one that it came with.
    Replaced,
    /// Lost, as the n-th loss of the walk says; the rest of the path shows whether it can happen at all.
    Leaked(u16),
}

/// A frame that is being run, and where it goes on when it returns.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Activation {
    /// The frame.
    pub frame: FrameId,
    /// Block and event behind the call.
    pub return_to: (BlockId, u32),
    /// What its results mean.
    pub bind: Bind,
}

/// What the results of a frame mean to whoever called it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Bind {
    /// The exploration ends.
    Root,
    /// They are the results of the call event before `return_to`.
    Results,
    /// The function that was called ran it: its last error is the last error of that call.
    LastError,
    /// Nobody looks at them.
    Nothing,
}

/// Everything that is known at one point of one path.
#[derive(Debug, PartialEq, Eq, Hash)]
pub struct State {
    /// How far the response is.
    pub status: Status,
    /// What is known of places, sorted by path.
    pub env: SmallVec<[(PathId, Value); 6]>,
    /// What is known of pure expressions, sorted.
    pub exprs: Vec<(ExprId, ExprFact)>,
    /// The frames that are being run, the root first.
    pub stack: SmallVec<[Activation; 2]>,
    /// Deferred literals with the depth of the frame that owes them.
    pub deferred: SmallVec<[(u8, FrameId); 2]>,
    /// Variables that code which cannot be seen may reach, sorted.
    pub shared: SmallVec<[SlotId; 2]>,
    /// The contexts of the response's request.
    pub contexts: u32,
    /// Contexts that are cancelled for certain when the function ends, or whose cancel is in other hands.
    pub covered: u32,
    /// Parameters that were called (as a set of bits).
    pub called: u32,
    /// Parameters that were stored.
    pub kept: u32,
    /// Fields of parameters that were written, sorted.
    pub written: SmallVec<[PathId; 2]>,
}

impl Clone for State {
    /// Each list in one piece; a walk clones a state at every event.
    fn clone(&self) -> State {
        State {
            status: self.status,
            env: SmallVec::from_slice(&self.env),
            exprs: self.exprs.clone(),
            stack: SmallVec::from_slice(&self.stack),
            deferred: SmallVec::from_slice(&self.deferred),
            shared: SmallVec::from_slice(&self.shared),
            contexts: self.contexts,
            covered: self.covered,
            called: self.called,
            kept: self.kept,
            written: SmallVec::from_slice(&self.written),
        }
    }
}

impl State {
    /// The value stored for exactly this path.
    pub fn get(&self, path: PathId) -> Option<Value> {
        self.env.binary_search_by_key(&path, |(own, _)| *own).ok().map(|at| self.env[at].1)
    }

    /// Stores a value; an unknown value is removed.
    pub fn set(&mut self, path: PathId, value: Value) {
        match self.env.binary_search_by_key(&path, |(own, _)| *own) {
            Ok(at) if value.is_unknown() => {
                self.env.remove(at);
            }
            Ok(at) => self.env[at].1 = value,
            Err(_) if value.is_unknown() => {}
            Err(at) => self.env.insert(at, (path, value)),
        }
    }

    /// The fact about a pure expression.
    pub fn expr(&self, expr: ExprId) -> Option<&ExprFact> {
        self.exprs.binary_search_by_key(&expr, |(own, _)| *own).ok().map(|at| &self.exprs[at].1)
    }

    /// Stores a fact about a pure expression.
    pub fn set_expr(&mut self, expr: ExprId, fact: ExprFact) {
        match self.exprs.binary_search_by_key(&expr, |(own, _)| *own) {
            Ok(at) => self.exprs[at].1 = fact,
            Err(at) => self.exprs.insert(at, (expr, fact)),
        }
    }

    /// Whether some value can still close the body.
    pub fn is_held(&self) -> bool {
        self.env.iter().any(|(_, value)| value.handle.can_close())
    }

    /// Ends the pursuit: nobody holds the response any more, and nobody has to.
    pub fn resolve(&mut self, status: Status) {
        self.status = status;
        for (_, value) in &mut self.env {
            if value.handle != Handle::None {
                // It existed, so its holders are not nil.
                value.handle = Handle::None;
                value.fact = value.fact.or(Some(Fact::NonNil));
            }
        }
    }

    /// The response gets another body: it does not hold its own one any more.
    pub fn replace_body(&mut self) {
        for (_, own) in &mut self.env {
            if own.handle == Handle::Response {
                *own = Value { handle: Handle::None, fact: Some(Fact::NonNil), ..*own };
            }
        }
    }

    /// The frame that is being run.
    pub fn frame(&self) -> FrameId {
        self.stack.last().map_or(crate::go::body::OUTER, |activation| activation.frame)
    }
}
