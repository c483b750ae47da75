//! How the variables of a body are used: tested, written in part, passed on.
//!
//!     o := &options{}
//!     o.name = "a"          a part of `o` is written
//!     configure(o)          `o` is passed on: from here on other code may write its fields
//!     if o.hook != nil      a part of `o` is tested
//!
//! It is read off the events, whatever path they are on.

use crate::go::body::{
    BlockId, Body, Callee, End, EventKind, Operand, Part, PlaceId, PureTree, Rvalue, SlotId, SlotKind, Test,
};
use crate::go::outline::Name;
use crate::program::resolve::{CallTarget, Resolver};
use rustc_hash::FxHashMap;
use smallvec::SmallVec;

/// How a variable is used.
#[derive(Default)]
pub(super) struct SlotUses {
    /// The parts of it that are written.
    pub(super) written: Vec<Vec<Part>>,
    /// The events, block and number, that hand it on as a whole: to a call, to another variable.
    pub(super) passed: SmallVec<[(BlockId, u32); 2]>,
    /// Whether a pointer to it is made.
    pub(super) is_pointed_to: bool,
}

/// The tests of a variable and of parts of it.
#[derive(Default)]
pub(super) struct SlotTests {
    /// The places that are tested, each once.
    pub(super) places: SmallVec<[PlaceId; 2]>,
    /// Each test, also those of lengths: the place, and the block that ends with the test.
    pub(super) tests: SmallVec<[(PlaceId, BlockId); 2]>,
}

/// The tests of places, by the variable at the root of the place.
pub(super) type Tests = FxHashMap<SlotId, SlotTests>;

/// The tests of a body that are about one place.
pub(super) fn tests(body: &Body) -> Tests {
    let mut tests = Tests::default();
    for (number, block) in (0_u32..).zip(&body.blocks) {
        if let End::Branch { test, .. } = &block.end
            && let measured = measured_place(test, body)
            && let Some(place) = tested_place(test, body).or(measured)
        {
            let of_slot = tests.entry(body.slot_of(place)).or_default();
            of_slot.tests.push((place, BlockId(number)));
            if measured.is_none() && !of_slot.places.contains(&place) {
                of_slot.places.push(place);
            }
        }
    }
    tests
}

/// The place that a test reads, if what it shows is about one place.
pub(super) fn tested_place(test: &Test, body: &Body) -> Option<PlaceId> {
    match test {
        Test::IsNil(place) | Test::Flag(place) | Test::TypeIs(place, _) => Some(*place),
        Test::Compare { expr, .. } => body.exprs[expr.index()].place(),
        Test::Equal(..) | Test::Always(_) | Test::Unknown => None,
    }
}

/// The part that stands for the length of a value. No Go code can name it.
pub(super) fn length_part() -> Part {
    Part::Field(Name::new_static("len()"))
}

/// The place whose length a test compares with a constant: `len(names) > 0`.
pub(super) fn measured_place(test: &Test, body: &Body) -> Option<PlaceId> {
    match test {
        Test::Compare { expr, .. } => measured(&body.exprs[expr.index()].tree),
        _ => None,
    }
}

/// The place whose length an expression is.
pub(super) fn measured(tree: &PureTree) -> Option<PlaceId> {
    match tree {
        PureTree::Len(of) => of.place(),
        _ => None,
    }
}

/// The arguments of literals that are called where they are written, by the parameter that gets them.
pub(super) fn literal_args(body: &Body) -> FxHashMap<SlotId, PlaceId> {
    let mut args = FxHashMap::default();
    for event in body.blocks.iter().flat_map(|block| &block.events) {
        if let EventKind::Call(call) = &event.kind
            && let Callee::Frame(frame) = call.callee
            && !body.frames[frame.index()].signature.is_variadic
        {
            for (param, arg) in body.frames[frame.index()].params.iter().zip(&call.args) {
                if let Operand::Place(place) = arg {
                    args.insert(*param, *place);
                }
            }
        }
    }
    args
}

/// The uses of each variable of a body that is passed on, or of which a part is written.
pub(super) fn uses(resolver: &Resolver) -> FxHashMap<SlotId, SlotUses> {
    let body = resolver.body;
    let mut all: FxHashMap<SlotId, SlotUses> = FxHashMap::default();
    for (number, block) in (0_u32..).zip(&body.blocks) {
        for (event, content) in (0_u32..).zip(&block.events) {
            for place in content.kind.writes().iter().filter(|place| body.places[place.index()].part.is_some()) {
                // An element may be any part.
                let parts = resolver.fields_to(*place).unwrap_or_default();
                all.entry(body.slot_of(*place)).or_default().written.push(parts);
            }
            if let EventKind::Make { value: Rvalue::Address(place), .. } = &content.kind {
                all.entry(body.slot_of(*place)).or_default().is_pointed_to = true;
            }
            for place in passed_by(resolver, &content.kind) {
                all.entry(body.slot_of(place)).or_default().passed.push((BlockId(number), event));
            }
        }
    }
    all
}

/// The variables that an event passes on as a whole.
fn passed_by(resolver: &Resolver, event: &EventKind) -> SmallVec<[PlaceId; 4]> {
    let body = resolver.body;
    let mut passed: SmallVec<[PlaceId; 4]> = SmallVec::new();
    match event {
        EventKind::Assign { to: Some(to), .. } if body.slot(*to).kind == SlotKind::Result => return passed,
        EventKind::Make { value: Rvalue::Address(place), .. } => passed.push(*place),
        EventKind::Mention(places) => passed.extend(places.iter().copied()),
        _ => {}
    }
    for operand in event.reads() {
        match operand {
            Operand::Place(place) => passed.push(*place),
            Operand::Tuple(places) => passed.extend(places.iter().copied()),
            _ => {}
        }
    }
    if let EventKind::Call(call) = event
        && let Callee::Place(place) = call.callee
        && let Some((base, _)) = &body.places[place.index()].part
        // A function in a field does not get the struct: `o.hook()`.
        && !matches!(*resolver.place_target(place), CallTarget::Value(_))
    {
        passed.push(*base);
    }
    passed.retain(|place| resolver.fields_to(*place).is_none_or(|parts| parts.is_empty()));
    passed
}
