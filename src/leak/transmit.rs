//! What is in a channel that the function keeps, on one path.
//!
//!     go func() { out <- ask(u) }()      run in place: the response is in `out`
//!     select {
//!     case a := <-out: ..                it is taken out
//!     case <-time.After(limit):          it stays there, and is lost when the function returns
//!         return errLate
//!     }
//!
//! A state knows the response in a channel, and how many other values are there. A value that is received is the response, or one of
//! the others if there are any. A channel that the function does not keep is outside: what is sent to it escapes.

use super::access_path::AccessPathId;
use super::channels::Channels;
use super::explored::Goal;
use super::state::{State, Status};
use super::value::{Bound, Handle, Value};
use super::walk::{Explorer, Successor, Successors};
use crate::go::body::{
    BlockId, Comparison, ConstOperand, End, EventKind, FrameId, Operand, Part, PlaceId, PureTree, Rvalue, SlotId, Test,
};
use crate::go::outline::{ConstValue, Name};
use crate::ground::source::Span;
use crate::meaning::effect::Fact;
use crate::program::Type;
use smallvec::smallvec;

/// So many other values are counted in a channel; from here on there are always more.
const MANY_OTHERS: i64 = 3;

/// The part of a channel that is the response in it. No Go code can name it, as the other parts below.
fn content() -> Part {
    Part::Field(Name::new_static("sent response"))
}

/// The part of a channel that is the number of other values in it.
fn others() -> Part {
    Part::Field(Name::new_static("other values"))
}

/// The part of a channel that is true if the response in it was offered, so that it is there only until it is received.
fn offered() -> Part {
    Part::Field(Name::new_static("is offered"))
}

impl Explorer<'_> {
    /// The kept channels of the body; none where no response is followed.
    fn channels(&mut self) -> &Channels {
        let is_followed = !self.is_fast_path && !matches!(self.goal, Goal::Plain);
        let resolver = self.resolver;
        self.memo.channels.get_or_insert_with(|| if is_followed { Channels::of(resolver) } else { Channels::default() })
    }

    /// The variable of the kept channel that an operand is.
    fn channel(&mut self, operand: &Operand) -> Option<SlotId> {
        let body = self.body;
        self.channels().slot_of(body, operand)
    }

    fn part_of_channel(&mut self, slot: SlotId, part: &Part) -> AccessPathId {
        let root = self.paths.root(slot);
        self.part(root, part)
    }

    /// `channel <- value`
    pub(super) fn send(&mut self, state: &mut State, channel: &Operand, value: &Operand, is_offer: bool) {
        let value = self.operand(state, value);
        let Some(slot) = self.channel(channel) else {
            self.escape(state, &value);
            return;
        };
        let holds = value.handle().is_some_and(|(_, handle)| handle.can_close());
        // Of a struct whose type is not known it is not known which error belongs to the response.
        let is_plain = value.value.handle != Handle::Holder && value.frames().is_empty() && value.pointees().is_empty();
        let is_shared = state.shared.binary_search(&slot).is_ok();
        if state.status == Status::Open && holds && is_plain && !is_shared {
            let content = self.part_of_channel(slot, &content());
            self.clear(state, content);
            state.set(content, value.value);
            for (rest, part) in value.parts {
                let to = self.paths.follow(content, &rest);
                state.set(to, part);
            }
            let is_buffered = self.channels().get(slot).is_some_and(|channel| channel.is_buffered);
            if is_offer && !is_buffered {
                let offered = self.part_of_channel(slot, &offered());
                state.set(offered, Value::of(Fact::True));
            }
            return;
        }
        self.escape(state, &value);
        let count = self.count_of_others(state, slot);
        self.set_others(state, slot, (count + 1).min(MANY_OTHERS));
    }

    fn count_of_others(&mut self, state: &State, slot: SlotId) -> i64 {
        let path = self.part_of_channel(slot, &others());
        match state.get(path).and_then(|value| value.fact) {
            Some(Fact::Int(count)) => count,
            _ => 0,
        }
    }

    fn set_others(&mut self, state: &mut State, slot: SlotId, count: i64) {
        let path = self.part_of_channel(slot, &others());
        state.set(path, if count == 0 { Value::default() } else { Value::of(Fact::Int(count)) });
    }

    /// `to = <-from`, and the next value of a range loop over a channel.
    pub(super) fn receive(
        &mut self,
        state: State,
        to: AccessPathId,
        from: &Operand,
        ok: Option<PlaceId>,
    ) -> Successors {
        let mut state = state;
        let ok = ok.map(|ok| self.path(ok));
        let Some(slot) = self.channel(from) else {
            self.end_contexts(&mut state, from);
            self.store_received(&mut state, to, Bound::default(), ok, None);
            return smallvec![Successor::on(state)];
        };
        let held = self.content_of(&state, slot);
        let count = self.count_of_others(&state, slot);
        let mut next: Successors = smallvec![];
        let is_true = held.as_ref().map(|_| Fact::True);
        if let Some(held) = held {
            let mut taken = state.clone();
            for part in [content(), offered()] {
                let path = self.part_of_channel(slot, &part);
                self.clear(&mut taken, path);
            }
            self.store_received(&mut taken, to, held, ok, is_true);
            next.push(Successor::on(taken));
            if count == 0 {
                return next;
            }
        }
        if count < MANY_OTHERS {
            self.set_others(&mut state, slot, (count - 1).max(0));
        }
        self.store_received(&mut state, to, Bound::default(), ok, is_true);
        next.push(Successor::on(state));
        next
    }

    /// `<-ctx.Done()` returns: the context is cancelled.
    fn end_contexts(&mut self, state: &mut State, channel: &Operand) {
        let contexts = self.operand(state, channel).contexts();
        self.cover(state, contexts, Status::Closed);
    }

    fn store_received(
        &mut self,
        state: &mut State,
        to: AccessPathId,
        value: Bound,
        ok: Option<AccessPathId>,
        is_true: Option<Fact>,
    ) {
        self.store(state, to, value);
        if let Some(ok) = ok {
            self.store(state, ok, Bound::plain(Value { fact: is_true, ..Value::default() }));
        }
    }

    /// What is known of the open response in a channel.
    fn content_of(&mut self, state: &State, slot: SlotId) -> Option<Bound> {
        if state.status != Status::Open {
            return None;
        }
        let content = self.part_of_channel(slot, &content());
        let bound = self.bound(state, content);
        bound.handle().is_some_and(|(_, handle)| handle.can_close()).then_some(bound)
    }

    /// The channel that the open response is in.
    fn holding_channel(&mut self, state: &State) -> Option<SlotId> {
        if state.status != Status::Open {
            return None;
        }
        let holders = state.env.iter().filter(|(_, value)| value.handle.can_close());
        let slots: Vec<SlotId> = holders.map(|(path, _)| self.paths.slot(*path)).collect();
        slots.into_iter().find(|slot| self.channels().get(*slot).is_some())
    }

    /// Whether the open response was offered over a channel without a buffer and has not been received: no such path goes on.
    pub(super) fn is_only_offered(&mut self, state: &State) -> bool {
        let Some(slot) = self.holding_channel(state) else {
            return false;
        };
        let offered = self.part_of_channel(slot, &offered());
        state.get(offered).is_some()
    }

    /// A goroutine is started that receives from channels. If it is not run in place with the response there, it may receive it later.
    pub(super) fn note_receivers(&mut self, state: &mut State, frame: FrameId) {
        let body = self.body;
        for slot in self.channels().received_by(body, frame) {
            if self.content_of(state, slot).is_none() {
                self.share(state, slot);
            }
        }
    }

    /// A literal is kept by code that is not followed, with the channels that it knows.
    pub(super) fn share_channels(&mut self, state: &mut State, frame: FrameId) {
        for slot in self.body.frames[frame.index()].captures.clone() {
            if self.channels().get(slot).is_some() {
                self.share(state, slot);
            }
        }
    }

    /// Whether a literal sends to a channel that the function keeps.
    pub(super) fn sends(&mut self, frame: FrameId) -> bool {
        let body = self.body;
        matches!(self.goal, Goal::Site(_)) && self.channels().is_sender(body, frame)
    }

    /// Whether a case of a select, by its first block, cannot be taken: the default while the response can be received, a receive
    /// from a channel in which nothing is.
    pub(super) fn is_never_taken(&mut self, state: &State, all: &[(BlockId, Option<Span>)], case: BlockId) -> bool {
        let Some(holder) = self.holding_channel(state) else {
            return false;
        };
        let body = self.body;
        if body.select_defaults.contains(&case) {
            return all.iter().any(|(block, _)| self.received_in(*block) == Some(holder));
        }
        let Some(slot) = self.received_in(case).filter(|slot| *slot != holder) else {
            return false;
        };
        let is_empty = self.count_of_others(state, slot) == 0 && state.shared.binary_search(&slot).is_err();
        let channels = self.channels();
        let is_closed = channels.get(slot).is_some_and(|channel| channel.is_closed);
        // A goroutine that is still sending has not come to the end at which it closes another channel.
        is_empty && (!is_closed || channels.get(holder).is_some_and(|channel| !channel.is_buffered))
    }

    /// The kept channel from which the first event of a block receives.
    fn received_in(&mut self, block: BlockId) -> Option<SlotId> {
        let body = self.body;
        body.blocks[block.index()].events.iter().find_map(|event| match &event.kind {
            EventKind::Declare(_) => None,
            EventKind::Make { value: Rvalue::Receive { from, .. }, .. } => Some(self.channel(from)),
            _ => Some(None),
        })?
    }

    /// The kept channel over which a loop ranges, if the response is in it: there is another iteration.
    pub(super) fn is_ranged_with_response(&mut self, state: &State, over: PlaceId) -> bool {
        let holder = self.holding_channel(state);
        holder.is_some() && holder == self.channel(&Operand::Place(over))
    }

    /// Whether a path leaves a loop that receives as often as others have sent, before the response was received.
    ///
    ///     for range urls { a := <-out; .. }
    ///
    /// That the numbers agree is not shown; it is the usual reason to count.
    pub(super) fn leaves_receiving_loop(&mut self, state: &State, here: BlockId, to: BlockId) -> bool {
        let body = self.body;
        let counts = match &body.blocks[here.index()].end {
            End::Iterate { .. } => true,
            End::Branch { test, yes, .. } => self.is_count(test) && !self.stops_short(test, to == *yes),
            _ => false,
        };
        if !counts {
            return false;
        }
        let Some(slot) = self.holding_channel(state) else {
            return false;
        };
        let Some((receiving, sending)) =
            self.channels().get(slot).map(|channel| (channel.receiving.clone(), channel.sending.clone()))
        else {
            return false;
        };
        if self.reaches(to, here) {
            return false;
        }
        let mut is_in_loop = |block: &BlockId| self.reaches(here, *block) && self.reaches(*block, here);
        receiving.iter().any(&mut is_in_loop) && !sending.iter().any(&mut is_in_loop)
    }

    /// Whether a loop that counts up is left before it has come to its bound: `i < len(links)-1`, which is the test
    /// `len(links) - i <= 1` that holds at the end, or `i - len(links) < -1` that does not.
    fn stops_short(&self, test: &Test, holds: bool) -> bool {
        let Test::Compare { expr, op, value: ConstOperand::Literal(ConstValue::Int(value)) } = test else {
            return false;
        };
        let PureTree::Difference(sides) = &self.body.exprs[expr.index()].tree else {
            return false;
        };
        let counter = if holds { &sides[1] } else { &sides[0] };
        let exact = i64::from(*op == Comparison::Less);
        matches!(counter, PureTree::Place(_)) && if holds { *value > exact } else { *value < exact - 1 }
    }

    /// Whether a test compares numbers in variables, or lengths.
    fn is_count(&self, test: &Test) -> bool {
        match test {
            Test::Compare { expr, .. } => self.is_number(&self.body.exprs[expr.index()].tree),
            Test::Equal(one, other, _) => self.is_number_variable(*one) && self.is_number_variable(*other),
            _ => false,
        }
    }

    fn is_number(&self, tree: &PureTree) -> bool {
        match tree {
            PureTree::Place(place) => self.is_number_variable(*place),
            PureTree::Literal(_) | PureTree::Len(_) | PureTree::Cap(_) => true,
            PureTree::Unary(_, inner) => self.is_number(inner),
            PureTree::Difference(sides) | PureTree::Binary(_, sides) => sides.iter().all(|side| self.is_number(side)),
            PureTree::Index(..) => false,
        }
    }

    fn is_number_variable(&self, place: PlaceId) -> bool {
        let is_number = |ty: &Type| matches!(ty, Type::Basic(name) if name.contains("int")) || *ty == Type::Unknown;
        self.body.places[place.index()].part.is_none() && is_number(&self.resolver.place_type(place))
    }

    /// Whether a path leads from a block to another one, over one edge or more.
    fn reaches(&mut self, from: BlockId, to: BlockId) -> bool {
        if let Some(known) = self.memo.reaches.get(&(from, to)) {
            return *known;
        }
        let blocks = &self.body.blocks;
        let mut visited = vec![false; blocks.len()];
        let mut stack = blocks[from.index()].end.successors();
        let mut is_found = false;
        while let Some(at) = stack.pop() {
            if at == to {
                is_found = true;
                break;
            }
            if !std::mem::replace(&mut visited[at.index()], true) {
                stack.extend(blocks[at.index()].end.successors());
            }
        }
        self.memo.reaches.insert((from, to), is_found);
        is_found
    }
}
