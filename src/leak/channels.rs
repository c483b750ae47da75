//! The channels that a function makes and keeps: all that is sent to them and received from them is in its body.
//!
//!     out := make(chan answer, 1)        kept: sent to by a literal, received from by the function
//!     go func() { out <- ask(u) }()
//!     a := <-out
//!
//!     out := make(chan answer)           not kept: another function gets it
//!     go worker(out)
//!
//! It is read off the events, whatever path they are on. What is in a channel on one path is in `transmit.rs`.

use super::uses::literal_args;
use crate::go::body::{
    BlockId, Body, Call, Callee, Event, EventKind, FrameId, Operand, PlaceId, Rvalue, SlotId, SlotKind,
};
use crate::go::lower::event_places;
use crate::meaning::resource::can_hold;
use crate::program::Type;
use crate::program::resolve::{CallTarget, Resolver};
use rustc_hash::{FxHashMap, FxHashSet};
use smallvec::SmallVec;

/// The number of literals inside each other through whose parameters a channel is followed.
const DEEPEST_PARAMS: usize = 4;

/// A channel that is kept.
#[derive(Clone, Debug, Default)]
pub(super) struct Channel {
    /// Whether what is sent may lie in it.
    pub(super) is_buffered: bool,
    /// Whether a response fits into what it carries.
    pub(super) can_hold: bool,
    /// Whether it is closed somewhere.
    pub(super) is_closed: bool,
    /// The blocks that receive from it, and the blocks that send to it or run a literal that does.
    pub(super) receiving: FxHashSet<BlockId>,
    pub(super) sending: FxHashSet<BlockId>,
    /// The literals, or the function, that receive from it and that send to it.
    receivers: SmallVec<[FrameId; 2]>,
    senders: SmallVec<[FrameId; 2]>,
}

/// The channels that are kept, if one of them can carry a response.
#[derive(Debug, Default)]
pub(super) struct Channels {
    by_slot: FxHashMap<SlotId, Channel>,
    /// The channel that a parameter of a literal is.
    params: FxHashMap<SlotId, SlotId>,
}

impl Channels {
    /// The kept channels of a body.
    pub(super) fn of(resolver: &Resolver) -> Channels {
        let mut search =
            Search { resolver, body: resolver.body, made: FxHashMap::default(), found: Channels::default() };
        search.find_made();
        if !search.found.by_slot.values().any(|channel| channel.can_hold) {
            return Channels::default();
        }
        search.find_params();
        search.drop_passed_on();
        search.drop_with_literals();
        if !search.found.by_slot.values().any(|channel| channel.can_hold) {
            return Channels::default();
        }
        search.note_uses();
        search.found
    }

    /// A kept channel, by its variable.
    pub(super) fn get(&self, slot: SlotId) -> Option<&Channel> {
        self.by_slot.get(&slot)
    }

    /// The variable of the kept channel that an operand is.
    pub(super) fn slot_of(&self, body: &Body, operand: &Operand) -> Option<SlotId> {
        match operand {
            Operand::Place(place) if !self.by_slot.is_empty() => self.slot_of_place(body, *place),
            _ => None,
        }
    }

    /// The variable of the kept channel at a place.
    pub(super) fn slot_of_place(&self, body: &Body, place: PlaceId) -> Option<SlotId> {
        if body.places[place.index()].part.is_some() {
            return None;
        }
        let slot = self.resolved(body.slot_of(place));
        self.by_slot.contains_key(&slot).then_some(slot)
    }

    /// The channels that a literal, or one in it, receives from.
    pub(super) fn received_by(&self, body: &Body, frame: FrameId) -> SmallVec<[SlotId; 2]> {
        self.used_by(body, frame, |channel| &channel.receivers)
    }

    /// Whether a literal, or one in it, sends to a kept channel.
    pub(super) fn is_sender(&self, body: &Body, frame: FrameId) -> bool {
        !self.used_by(body, frame, |channel| &channel.senders).is_empty()
    }

    fn used_by(
        &self,
        body: &Body,
        frame: FrameId,
        users: impl Fn(&Channel) -> &SmallVec<[FrameId; 2]>,
    ) -> SmallVec<[SlotId; 2]> {
        let uses = |slot: SlotId, channel: &Channel| {
            !body.is_within(body.slots[slot.index()].frame, frame)
                && users(channel).iter().any(|user| body.is_within(*user, frame))
        };
        let mut slots: SmallVec<[SlotId; 2]> =
            self.by_slot.iter().filter(|(slot, channel)| uses(**slot, channel)).map(|(slot, _)| *slot).collect();
        slots.sort();
        slots
    }

    fn resolved(&self, slot: SlotId) -> SlotId {
        let mut slot = slot;
        for _ in 0..DEEPEST_PARAMS {
            match self.params.get(&slot) {
                Some(channel) => slot = *channel,
                None => break,
            }
        }
        slot
    }
}

/// The search for the kept channels of a body.
struct Search<'a> {
    resolver: &'a Resolver<'a>,
    body: &'a Body,
    /// The temporary slots that hold a new channel.
    made: FxHashMap<SlotId, Channel>,
    found: Channels,
}

impl Search<'_> {
    fn events(&self) -> impl Iterator<Item = &Event> {
        self.body.blocks.iter().flat_map(|block| &block.events)
    }

    /// Finds the variables that a new channel is assigned to, once.
    fn find_made(&mut self) {
        let (body, resolver) = (self.body, self.resolver);
        let mut assigned_twice: Vec<SlotId> = Vec::new();
        for event in body.blocks.iter().flat_map(|block| &block.events) {
            match &event.kind {
                EventKind::Make { to, value: Rvalue::Made { ty, has_size } } => {
                    let ty = resolver.index.resolve(&body.types[ty.index()], resolver.scope());
                    if let Type::Chan(element) = resolver.index.underlying(&ty) {
                        let can_hold = can_hold(resolver.index, &element);
                        let channel = Channel { is_buffered: *has_size, can_hold, ..Channel::default() };
                        self.made.insert(body.slot_of(*to), channel);
                    }
                }
                EventKind::Assign { to: Some(to), from: Operand::Place(from) } => {
                    let slot = body.slot_of(*to);
                    let is_local = body.slot(*to).kind == SlotKind::Local && body.places[to.index()].part.is_none();
                    if let Some(channel) = self.made.get(&body.slot_of(*from)).filter(|_| is_local)
                        && self.found.by_slot.insert(slot, channel.clone()).is_some()
                    {
                        assigned_twice.push(slot);
                    }
                }
                _ => {}
            }
        }
        for slot in assigned_twice {
            self.found.by_slot.remove(&slot);
        }
    }

    /// `go func(out chan<- answer) { .. }(out)`
    fn find_params(&mut self) {
        let is_channel = |ty: &Type| matches!(self.resolver.index.underlying(ty), Type::Chan(_));
        for (param, place) in literal_args(self.body) {
            let is_whole = self.body.places[place.index()].part.is_none();
            if is_whole && is_channel(&self.resolver.slot_type(param)) {
                self.found.params.insert(param, self.body.slot_of(place));
            }
        }
    }

    /// Drops the channels that are used in another way than to send, to receive and to close.
    fn drop_passed_on(&mut self) {
        let mut dropped: Vec<SlotId> = Vec::new();
        for event in self.events() {
            let allowed = self.allowed(&event.kind);
            let others = event_places(&event.kind).into_iter().filter(|place| !allowed.contains(place));
            dropped.extend(others.map(|place| self.found.resolved(self.body.slot_of(place))));
        }
        for slot in dropped {
            self.found.by_slot.remove(&slot);
        }
    }

    /// The places at which an event may mention a channel that is kept.
    fn allowed(&self, event: &EventKind) -> SmallVec<[PlaceId; 4]> {
        let whole = |operand: &Operand| match operand {
            Operand::Place(place) if self.body.places[place.index()].part.is_none() => Some(*place),
            _ => None,
        };
        let mut allowed: SmallVec<[PlaceId; 4]> = SmallVec::new();
        match event {
            EventKind::Assign { to: Some(to), from: Operand::Place(from) }
                if self.made.contains_key(&self.body.slot_of(*from)) =>
            {
                allowed.extend([*to, *from]);
            }
            EventKind::Make { to, value: Rvalue::Zero(_) | Rvalue::Made { .. } } => allowed.push(*to),
            EventKind::Send { channel, value, .. } if channel != value => allowed.extend(whole(channel)),
            EventKind::Make { to, value: Rvalue::Receive { from, .. } | Rvalue::RangeKey(from) } => {
                allowed.extend(whole(from).filter(|place| place != to));
            }
            EventKind::Call(call) => {
                let is_builtin = || {
                    matches!(&*self.resolver.target(call), CallTarget::Builtin(name)
                    if matches!(name.as_str(), "close" | "len" | "cap"))
                };
                let is_literal = || match call.callee {
                    Callee::Frame(frame) => !self.body.frames[frame.index()].signature.is_variadic,
                    _ => false,
                };
                if is_literal() || is_builtin() {
                    allowed.extend(call.args.iter().filter_map(whole));
                }
            }
            _ => {}
        }
        allowed
    }

    /// Drops the channels of which a literal knows that is stored or returned.
    fn drop_with_literals(&mut self) {
        let body = self.body;
        let mut dropped: Vec<FrameId> = Vec::new();
        for event in self.events() {
            let frames = event.kind.reads().into_iter().filter_map(|operand| match operand {
                Operand::Frame(frame) => Some(*frame),
                _ => None,
            });
            match &event.kind {
                EventKind::Call(call) if !self.is_conversion(call) => {}
                EventKind::Assign { to: Some(to), .. } if self.is_only_called(*to) => {}
                _ => dropped.extend(frames),
            }
        }
        for frame in dropped {
            for slot in &body.frames[frame.index()].captures {
                let slot = self.found.resolved(*slot);
                self.found.by_slot.remove(&slot);
            }
        }
    }

    fn is_conversion(&self, call: &Call) -> bool {
        matches!(call.callee, Callee::Type(_)) || matches!(*self.resolver.target(call), CallTarget::Convert(_))
    }

    /// Whether a local variable is only ever assigned and called.
    fn is_only_called(&self, place: PlaceId) -> bool {
        let body = self.body;
        let slot = body.slot_of(place);
        let is_read = |event: &Event| {
            let called = match &event.kind {
                EventKind::Call(call) => match call.callee {
                    Callee::Place(callee) => Some(callee),
                    _ => None,
                },
                _ => None,
            };
            let writes = event.kind.writes();
            let is_use = |own: &PlaceId| Some(*own) != called && !writes.contains(own);
            event_places(&event.kind).iter().any(|own| body.slot_of(*own) == slot && is_use(own))
        };
        body.slots[slot.index()].kind == SlotKind::Local
            && body.places[place.index()].part.is_none()
            && !self.events().any(is_read)
    }

    /// Notes where the channels are used.
    fn note_uses(&mut self) {
        let body = self.body;
        for (number, block) in (0_u32..).map(BlockId).zip(&body.blocks) {
            for event in &block.events {
                self.note_use(number, block.frame, &event.kind);
            }
        }
        // A block that runs a sender sends.
        for (number, block) in (0_u32..).map(BlockId).zip(&body.blocks) {
            for event in &block.events {
                let EventKind::Call(call) = &event.kind else {
                    continue;
                };
                let callee = match call.callee {
                    Callee::Frame(frame) => Some(frame),
                    _ => None,
                };
                let args = call.args.iter().filter_map(|arg| match arg {
                    Operand::Frame(frame) => Some(*frame),
                    _ => None,
                });
                for frame in args.chain(callee) {
                    for channel in self.found.by_slot.values_mut() {
                        if channel.senders.iter().any(|sender| body.is_within(*sender, frame)) {
                            channel.sending.insert(number);
                        }
                    }
                }
            }
        }
    }

    fn note_use(&mut self, block: BlockId, frame: FrameId, event: &EventKind) {
        let (channel, is_send) = match event {
            EventKind::Send { channel, .. } => (channel, true),
            EventKind::Make { value: Rvalue::Receive { from, .. } | Rvalue::RangeKey(from), .. } => (from, false),
            EventKind::Call(call) => {
                let is_close = matches!(&*self.resolver.target(call), CallTarget::Builtin(name) if name == "close");
                if let Some(slot) = call.args.first().and_then(|arg| self.found.slot_of(self.body, arg))
                    && is_close
                {
                    self.found.by_slot.entry(slot).or_default().is_closed = true;
                }
                return;
            }
            _ => return,
        };
        let Some(slot) = self.found.slot_of(self.body, channel) else {
            return;
        };
        let known = self.found.by_slot.entry(slot).or_default();
        let (blocks, frames) = match is_send {
            true => (&mut known.sending, &mut known.senders),
            false => (&mut known.receiving, &mut known.receivers),
        };
        blocks.insert(block);
        if !frames.contains(&frame) {
            frames.push(frame);
        }
    }
}
