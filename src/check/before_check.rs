//! BG006: the response is used before the error that came with it is checked.
//!
//!     resp, err := http.Get(u)
//!     defer resp.Body.Close()      // resp is nil if the request failed
//!     if err != nil { return err }
//!
//! Only an error that is stored in a variable and checked after the use counts: code that never checks it does so on purpose, or is
//! for another linter.

use crate::go::body::{
    Block, BlockId, Body, Call, Callee, End, Event, EventKind, FrameId, Mode, OUTER, Operand, Part, PlaceId, SlotId,
};
use crate::go::lower::{event_places, test_places};
use crate::ground::source::Span;
use crate::leak::Site;
use crate::meaning::resource::resource_of;
use crate::program::resolve::{CallTarget, Resolver};

/// The span of the first use of the response, if the error is checked only after it.
pub(super) fn use_before_check(resolver: &Resolver, site: &Site, call: &Call) -> Option<Span> {
    let body = resolver.body;
    let outcome = site.outcomes.first()?;
    let (result, path) = outcome.place()?;
    if !path.is_empty() {
        return None;
    }
    let response = call.results.get(result).copied().flatten()?;
    let error = call.results.last().copied().flatten()?;
    if response == error
        || !resolver.place_type(error).is_error()
        || resource_of(&resolver.place_type(response)).is_none()
    {
        return None;
    }
    let watch = Watch { body, resolver, response: plain_slot(body, response)?, error: plain_slot(body, error)? };
    let (span, block, event) = watch.first_use(site.block, site.event + 1)?;
    watch.is_checked_after(block, event).then_some(span)
}

fn plain_slot(body: &Body, place: PlaceId) -> Option<SlotId> {
    body.places[place.index()].part.is_none().then(|| body.slot_of(place))
}

/// A response and its error, as long as neither has been read.
struct Watch<'a> {
    body: &'a Body,
    resolver: &'a Resolver<'a>,
    response: SlotId,
    error: SlotId,
}

/// How many blocks are followed from the call to the use. Between a call and its error check there are few.
const MOST_BLOCKS: usize = 100;

impl Watch<'_> {
    /// The first use of the response from an event on, with its block and number, as long as the path does not fork and nothing
    /// else reads the error or the response.
    fn first_use(&self, block: BlockId, event: usize) -> Option<(Span, BlockId, usize)> {
        let (mut block, mut number) = (block, event);
        for _ in 0..MOST_BLOCKS {
            let content = &self.body.blocks[block.index()];
            for (position, event) in content.events.iter().enumerate().skip(number) {
                if self.is_use(event) {
                    return Some((event.span, block, position));
                }
                if self.ends_watch(event) {
                    return None;
                }
            }
            match &content.end {
                End::Goto(to) => (block, number) = (*to, 0),
                End::Branch { test, shown, .. } => {
                    let places = test_places(test, self.body);
                    let reads_part = places.iter().any(|place| self.is_part_of_response(*place));
                    return reads_part.then_some((shown.span, block, content.events.len()));
                }
                _ => return None,
            }
        }
        None
    }

    /// Whether a place is a field of the response, or the value that it points to.
    fn is_part_of_response(&self, place: PlaceId) -> bool {
        let is_part = matches!(&self.body.places[place.index()].part, Some((_, Part::Field(_) | Part::Deref)));
        is_part && self.body.slot_of(place) == self.response
    }

    /// Whether an event reads a field of the response or calls a method of a part of it, itself or in a helper or deferred
    /// literal that does not check first.
    fn is_use(&self, event: &Event) -> bool {
        if event.kind.writes().iter().any(|place| self.body.slot_of(*place) == self.response) {
            return false;
        }
        if let EventKind::Call(call) = &event.kind
            && let Callee::Frame(frame) = call.callee
        {
            return call.mode == Mode::Defer && self.uses_blindly(frame);
        }
        if let EventKind::Call(call) = &event.kind
            && call.args.iter().any(|arg| *arg == Operand::Place(self.body.root(self.response)))
        {
            return self.is_blind_helper(call);
        }
        event_places(&event.kind).iter().any(|place| self.is_part_of_response(*place))
    }

    /// Whether a literal uses the response and tests neither it nor the error.
    fn uses_blindly(&self, frame: FrameId) -> bool {
        let blocks = || self.body.blocks.iter().filter(|block| self.body.is_within(block.frame, frame));
        let tests = blocks().any(|block| match &block.end {
            End::Branch { test, .. } => test_places(test, self.body).iter().any(|place| {
                let slot = self.body.slot_of(*place);
                slot == self.error || slot == self.response && !self.is_part_of_response(*place)
            }),
            _ => false,
        });
        let mut events = blocks().flat_map(|block| &block.events);
        !tests && events.any(|event| event_places(&event.kind).iter().any(|place| self.is_part_of_response(*place)))
    }

    /// Whether a helper with source uses the response that it gets and does not test it.
    fn is_blind_helper(&self, call: &Call) -> bool {
        let target = self.resolver.target(call);
        let CallTarget::Functions(functions, _) = &*target else {
            return false;
        };
        let [function] = &functions[..] else {
            return false;
        };
        let Some(body) = function.body() else {
            return false;
        };
        let position = call.args.iter().position(|arg| *arg == Operand::Place(self.body.root(self.response)));
        let Some(frame) = body.frames.first() else {
            return false;
        };
        let slot = position.and_then(|position| frame.params.get(position + usize::from(frame.has_receiver)));
        let Some(slot) = slot.filter(|_| frame.params.len() == call.args.len() + usize::from(frame.has_receiver))
        else {
            return false;
        };
        let watch = Watch { body: &body, resolver: self.resolver, response: *slot, error: *slot };
        watch.uses_blindly(OUTER)
    }

    /// Whether an event may check the error or the response, or assigns another value to one of them.
    fn ends_watch(&self, event: &Event) -> bool {
        let mentioned = event_places(&event.kind);
        let touches = |slot: SlotId| mentioned.iter().any(|place| self.body.slot_of(*place) == slot);
        let runs_literal = match &event.kind {
            EventKind::Call(call) => {
                let frame_argument = call.args.iter().any(|arg| matches!(arg, Operand::Frame(_)));
                frame_argument || callee_place(call).is_none() && call.mode == Mode::Now
            }
            _ => false,
        };
        touches(self.error) || touches(self.response) || runs_literal
    }

    /// Whether a condition reads the error, or it is returned, somewhere after an event.
    fn is_checked_after(&self, block: BlockId, event: usize) -> bool {
        let mut visited = vec![false; self.body.blocks.len()];
        let mut stack = vec![(block, event + 1)];
        while let Some((block, from)) = stack.pop() {
            let content = &self.body.blocks[block.index()];
            if content.events.iter().skip(from).any(|event| self.reads_error(&event.kind)) || self.end_checks(content) {
                return true;
            }
            for to in content.end.successors() {
                if !std::mem::replace(&mut visited[to.index()], true) {
                    stack.push((to, 0));
                }
            }
        }
        false
    }

    fn reads_error(&self, kind: &EventKind) -> bool {
        let mut reads = kind.reads().into_iter();
        reads.any(|operand| matches!(operand, Operand::Place(place) if self.body.slot_of(*place) == self.error))
    }

    /// Whether a block ends with a test of the error, or returns it as a named result.
    fn end_checks(&self, block: &Block) -> bool {
        match &block.end {
            End::Branch { test, .. } => {
                test_places(test, self.body).iter().any(|place| self.body.slot_of(*place) == self.error)
            }
            End::Return { .. } => self.body.frames[block.frame.index()].results.contains(&self.error),
            _ => false,
        }
    }
}

/// The place that the callee of a call names.
fn callee_place(call: &Call) -> Option<PlaceId> {
    match call.callee {
        Callee::Place(place) => Some(place),
        _ => None,
    }
}
