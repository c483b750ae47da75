//! The state at one point of one path: the status of the response, the known values, the deferred literals and calls.

use super::access_path::AccessPathId;
use super::release::Reading;
use super::value::{Handle, Value};
use crate::go::body::{BlockId, ExprId, FrameId, OUTER, SlotId};
use crate::go::outline::Name;
use crate::meaning::effect::{Fact, Stage};
use smallvec::{SmallVec, smallvec};

/// A fact about a pure expression, shown by a test.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ExprFact {
    /// An integer in a range, both ends inclusive, without some values.
    Int(i64, i64, SmallVec<[i64; 2]>),
    /// Equal to a text constant.
    Text(Name),
    /// Not equal to these.
    NotText(SmallVec<[Name; 2]>),
}

/// What stands for a constant that is not known, or for a package variable, in one function.
pub(super) const LOCAL_SYMBOL: &str = "=?";

/// What stands for a declared constant, plus a number, of which only the name is known.
pub(super) fn symbol(name: &str, plus: i64) -> Name {
    Name::new(format!("={name}{plus:+}"))
}

/// The status of the response.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Status {
    /// Its call has not happened yet on this path.
    Waiting,
    /// It has to be closed.
    Open,
    /// Closed, or its context is cancelled.
    Closed,
    /// It has escaped.
    Escaped,
    /// There is none on this path, or none is followed.
    Absent,
    /// The caller's response has another body, and no variable holds the one that it came with.
    Replaced,
    /// It leaks, as the n-th leak of the walk; the rest of the path shows whether that can happen at all.
    Leaked(u16),
}

/// A frame that is being run, and the event at which the walk goes on when it returns.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Activation {
    /// The frame.
    pub frame: FrameId,
    /// Block and event after the call.
    pub return_to: (BlockId, u32),
    /// The use of its results.
    pub bind: Bind,
}

/// The use of a frame's results at the call that ran it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Bind {
    /// The walk ends.
    Root,
    /// They are the results of the call event before `return_to`.
    Results,
    /// The function that was called ran it: its last error is the last error of that call.
    LastError,
    /// The literal was started through a group: its last result is what the group may hand out as its error.
    Started,
    /// They are not used.
    Nothing,
}

/// What runs when a frame returns.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Runs {
    /// A literal.
    Literal(FrameId),
    /// The call of this event, in this block.
    Call((BlockId, u32)),
}

impl Runs {
    /// The literal.
    pub fn literal(self) -> Option<FrameId> {
        match self {
            Runs::Literal(frame) => Some(frame),
            Runs::Call(_) => None,
        }
    }
}

/// A literal or call that runs when a frame returns.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Deferred {
    /// The depth on the stack of the frame that owes it.
    pub depth: u8,
    /// When it runs, among those of that frame.
    pub stage: Stage,
    /// The literal or call.
    pub runs: Runs,
}

/// Everything that is known at one point of one path.
#[derive(Debug, PartialEq, Eq, Hash)]
pub struct State {
    /// The status of the response.
    pub status: Status,
    /// The known values of places, sorted by path.
    pub env: SmallVec<[(AccessPathId, Value); 6]>,
    /// The known facts about pure expressions, sorted.
    pub exprs: Vec<(ExprId, ExprFact)>,
    /// The frames that are being run, the root first.
    pub stack: SmallVec<[Activation; 2]>,
    /// Literals and calls that run when a frame returns.
    pub deferred: SmallVec<[Deferred; 2]>,
    /// Variables that code without source may reach, sorted.
    pub shared: SmallVec<[SlotId; 2]>,
    /// The contexts of the response's request.
    pub contexts: u32,
    /// Contexts that are cancelled for certain when the function ends, or whose cancel has escaped.
    pub covered: u32,
    /// Parameters that were called, one bit each.
    pub called: u32,
    /// Functions in parts of parameters that were called, sorted.
    pub called_parts: SmallVec<[AccessPathId; 1]>,
    /// Parameters that have escaped, one bit each.
    pub escaped: u32,
    /// Parameters of which a part was given a reader of the response, one bit each.
    pub readers: u32,
    /// Fields of parameters that were written, sorted.
    pub written: SmallVec<[AccessPathId; 2]>,
    /// Whether values go on holding the response when it is closed.
    pub follows_closed: bool,
    /// Whether the path rests on a guess about a function without source.
    pub is_guess: bool,
    /// What a walk for reads knows beside all this.
    pub(super) reading: Option<Box<Reading>>,
}

impl Clone for State {
    /// Copies each list in one piece: a walk clones a state at every event.
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
            called_parts: SmallVec::from_slice(&self.called_parts),
            escaped: self.escaped,
            readers: self.readers,
            written: SmallVec::from_slice(&self.written),
            follows_closed: self.follows_closed,
            is_guess: self.is_guess,
            reading: self.reading.clone(),
        }
    }
}

impl State {
    /// The state at the entry of the root, in which nothing is known.
    pub fn at_entry(root: FrameId, status: Status) -> State {
        State {
            status,
            env: SmallVec::new(),
            exprs: Vec::new(),
            stack: smallvec![Activation { frame: root, return_to: (BlockId(0), 0), bind: Bind::Root }],
            deferred: SmallVec::new(),
            shared: SmallVec::new(),
            contexts: 0,
            covered: 0,
            called: 0,
            called_parts: SmallVec::new(),
            escaped: 0,
            readers: 0,
            written: SmallVec::new(),
            follows_closed: false,
            is_guess: false,
            reading: None,
        }
    }

    /// The value stored for exactly this path.
    pub fn get(&self, path: AccessPathId) -> Option<Value> {
        self.env.binary_search_by_key(&path, |(own, _)| *own).ok().map(|at| self.env[at].1)
    }

    /// Stores a value; an unknown value is removed.
    pub fn set(&mut self, path: AccessPathId, value: Value) {
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

    /// The response is not open any more: from here on no value holds it, and none has to.
    pub fn resolve(&mut self, status: Status) {
        self.status = status;
        if self.follows_closed && status == Status::Closed {
            return;
        }
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
        self.stack.last().map_or(OUTER, |activation| activation.frame)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn state() -> State {
        State::at_entry(OUTER, Status::Open)
    }

    #[test]
    fn values_are_found_by_their_paths() {
        let mut state = state();
        for path in [5, 1, 3] {
            state.set(AccessPathId(path), Value::of(Fact::NonNil));
        }
        state.set(AccessPathId(3), Value::of(Fact::Nil));
        assert_eq!(state.get(AccessPathId(3)), Some(Value::of(Fact::Nil)));
        assert_eq!(state.get(AccessPathId(2)), None);
        state.set(AccessPathId(1), Value::default());
        state.set(AccessPathId(4), Value::default());
        let paths: Vec<u32> = state.env.iter().map(|(path, _)| path.0).collect();
        assert_eq!(paths, [3, 5], "what is unknown is not kept, what is kept is sorted");
    }

    #[test]
    fn facts_are_found_by_their_expressions() {
        let mut state = state();
        state.set_expr(ExprId(2), ExprFact::Text(Name::new("b")));
        state.set_expr(ExprId(1), ExprFact::Text(Name::new("a")));
        state.set_expr(ExprId(2), ExprFact::Text(Name::new("c")));
        assert_eq!(state.expr(ExprId(1)), Some(&ExprFact::Text(Name::new("a"))));
        assert_eq!(state.expr(ExprId(2)), Some(&ExprFact::Text(Name::new("c"))));
        assert_eq!(state.expr(ExprId(0)), None);
    }

    #[test]
    fn a_response_is_held_by_what_can_close_it() {
        for (handle, is_held) in
            [(Handle::Response, true), (Handle::Body, true), (Handle::Reader, false), (Handle::None, false)]
        {
            let mut state = state();
            state.set(AccessPathId(0), Value { fact: Some(Fact::NonNil), ..Value::holding(handle) });
            assert_eq!(state.is_held(), is_held, "{handle:?}");
        }
    }

    #[test]
    fn once_it_is_resolved_no_value_holds_the_response_and_its_holders_are_not_nil() {
        let mut state = state();
        state.set(AccessPathId(0), Value::holding(Handle::Response));
        state.set(AccessPathId(1), Value { fact: Some(Fact::True), ..Value::holding(Handle::Holder) });
        state.set(AccessPathId(2), Value::of(Fact::Nil));
        state.resolve(Status::Closed);
        assert_eq!(state.status, Status::Closed);
        assert_eq!(state.get(AccessPathId(0)), Some(Value::of(Fact::NonNil)));
        assert_eq!(state.get(AccessPathId(1)), Some(Value::of(Fact::True)));
        assert_eq!(state.get(AccessPathId(2)), Some(Value::of(Fact::Nil)));
    }

    #[test]
    fn a_response_with_another_body_does_not_hold_its_own() {
        let mut state = state();
        state.set(AccessPathId(0), Value::holding(Handle::Response));
        state.set(AccessPathId(1), Value::holding(Handle::Body));
        state.replace_body();
        assert_eq!(state.get(AccessPathId(0)), Some(Value::of(Fact::NonNil)));
        assert_eq!(state.get(AccessPathId(1)), Some(Value::holding(Handle::Body)));
    }

    #[test]
    fn the_frame_that_is_run_is_the_last_one_entered() {
        let mut state = state();
        assert_eq!(state.frame(), OUTER);
        state.stack.push(Activation { frame: FrameId(2), return_to: (BlockId(0), 1), bind: Bind::Nothing });
        assert_eq!(state.frame(), FrameId(2));
        assert_eq!(state.clone(), state);
    }
}
