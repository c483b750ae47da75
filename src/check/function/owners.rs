//! The code that owns the responses that a function or literal gets as a parameter.
//!
//!     p.ModifyResponse = censor           a proxy, which closes what it finds in the response afterwards
//!
//!     defer resp.Body.Close()
//!     if err := censor(resp); err != nil  visible code with a response of its own: the walk that begins at its acquisition decides

use crate::go::body::{
    Body, Call, Callee, Event, EventKind, FrameId, OUTER, Operand, Part, PlaceId, Rvalue, SlotId, SlotKind,
};
use crate::go::outline::Name;
use crate::leak::{Aim, Analysis, DEEPEST_CALLS, Handle, SummaryKey};
use crate::meaning::resource::resource_of;
use crate::program::resolve::{CallTarget, Resolver};
use crate::program::{Code, FrameRef, FuncId, FuncRef, Package, Type, is_standard};
use std::sync::Arc;

/// The field of `httputil.ReverseProxy`. The proxy closes what the response holds after the call.
const OF_PROXY: &str = "ModifyResponse";

/// How many functions that pass on their own parameter are followed towards the owner.
const MOST_FORWARDERS: usize = 3;

/// A function or literal that replaces the body of a response that comes in.
pub(super) struct Modifier {
    pub(super) frame: FrameId,
    /// The parameter, by its number and slot.
    pub(super) param: usize,
    pub(super) slot: SlotId,
    /// Whether it has no other parameter and returns an error, as a proxy wants it.
    pub(super) is_plain: bool,
}

/// Whether visible code calls a modifier with a response of its own, or may do so; then the losses are found there.
pub(super) fn is_left_to_owners(analysis: &Analysis, resolver: &Resolver, modifier: &Modifier) -> bool {
    if modifier.frame != OUTER {
        let uses = Uses::of_literal(resolver, modifier.frame);
        return !modifier.is_plain || uses.is_left(analysis, resolver.package());
    }
    let Some(function) = resolver.scope().function_ref() else {
        return true;
    };
    let decl = function.decl();
    let is_known = modifier.is_plain || decl.receiver.is_some() || !decl.name.starts_with(char::is_uppercase);
    !is_known || is_called_by_owner(analysis, &function, modifier.param, modifier.is_plain, MOST_FORWARDERS)
}

fn is_called_by_owner(analysis: &Analysis, function: &FuncRef, param: usize, is_plain: bool, most: usize) -> bool {
    let Some(around) = analysis.index.code_around(function) else {
        return true;
    };
    let mut uses = Uses::default();
    for (package, code) in around.iter() {
        if *package == function.package && *code == Code::Function(function.id) {
            continue;
        }
        let Some(body) = code.body(package) else {
            continue;
        };
        let resolver = Resolver::new(analysis.index, &body, code.scope(analysis.index, package));
        uses.note_function(&resolver, function);
        for call in calls(&body) {
            match call_of(&resolver, call, function) {
                CallOf::Other => {}
                CallOf::Unknown => return true,
                CallOf::It => {
                    let is_passed_on = most > 0
                        && passed_param(&body, call, param - usize::from(function.decl().receiver.is_some()))
                            .is_some_and(|slot| is_lost_by(analysis, (package, *code), (&body, slot), most - 1));
                    if !is_passed_on {
                        return true;
                    }
                }
            }
        }
    }
    uses.is_value && !is_plain || uses.is_left(analysis, &function.package)
}

/// Whether code that passes on its own parameter loses the body that came in, and no owner is visible behind it.
fn is_lost_by(
    analysis: &Analysis,
    (package, code): (&Arc<Package>, Code),
    (body, slot): (&Body, SlotId),
    most: usize,
) -> bool {
    let frame = body.slots[slot.index()].frame;
    let Some(param) = body.frames[frame.index()].params.iter().position(|own| *own == slot) else {
        return false;
    };
    let callee = FrameRef { package: package.clone(), code, frame };
    let tracked = Some((param, Vec::new(), Handle::Response));
    let key = SummaryKey { callee: callee.clone(), tracked, facts: Vec::new(), aim: Aim::Leaks };
    let summary = analysis.summary(key, DEEPEST_CALLS).filter(|summary| !summary.gave_up);
    if !summary.is_some_and(|summary| summary.replaces_body()) {
        return false;
    }
    match callee.function() {
        Some(function) if frame == OUTER => !is_called_by_owner(analysis, &function, param, true, most),
        _ => {
            let resolver = Resolver::new(analysis.index, body, code.scope(analysis.index, package));
            !Uses::of_literal(&resolver, frame).is_left(analysis, package)
        }
    }
}

fn calls(body: &Body) -> impl Iterator<Item = &Call> {
    body.blocks.iter().flat_map(|block| &block.events).filter_map(|event| match &event.kind {
        EventKind::Call(call) => Some(&**call),
        _ => None,
    })
}

/// Whether a call is one of a function.
enum CallOf {
    It,
    Other,
    Unknown,
}

fn call_of(resolver: &Resolver, call: &Call, function: &FuncRef) -> CallOf {
    let Callee::Place(callee) = call.callee else {
        return CallOf::Other;
    };
    if last_name(resolver.body, callee) != Some(&function.decl().name) {
        return CallOf::Other;
    }
    let is_method = function.decl().receiver.is_some();
    match &*resolver.target(call) {
        CallTarget::Functions(functions, _) if functions.contains(function) => CallOf::It,
        CallTarget::Unbound(functions) if functions.contains(function) => CallOf::Unknown,
        CallTarget::Abstract(_) | CallTarget::Unknown | CallTarget::Value(_) if is_method => CallOf::Unknown,
        _ => CallOf::Other,
    }
}

/// The last name of a callee.
fn last_name(body: &Body, place: PlaceId) -> Option<&Name> {
    match &body.places[place.index()].part {
        None => Some(&body.slot(place).name),
        Some((_, Part::Field(name))) => Some(name),
        Some(_) => None,
    }
}

/// The parameter that a call passes on as an argument.
fn passed_param(body: &Body, call: &Call, arg: usize) -> Option<SlotId> {
    match call.args.get(arg)? {
        Operand::Place(place) => param_slot(body, *place),
        _ => None,
    }
}

fn param_slot(body: &Body, place: PlaceId) -> Option<SlotId> {
    let is_whole = body.places[place.index()].part.is_none();
    let slot = body.slot_of(place);
    (is_whole && body.slots[slot.index()].kind == SlotKind::Param).then_some(slot)
}

/// How a function or literal is used as a value.
#[derive(Default)]
struct Uses {
    is_value: bool,
    /// Whether it goes to code whose calls of it are not looked for.
    is_given_away: bool,
    /// Whether it is called where its body is visible.
    is_called: bool,
}

impl Uses {
    fn of_literal(resolver: &Resolver, frame: FrameId) -> Uses {
        let mut uses = Uses::default();
        uses.note(resolver, |operand| matches!(operand, Operand::Frame(own) if *own == frame));
        uses.is_called =
            calls(resolver.body).any(|call| matches!(*resolver.target(call), CallTarget::Frame(own) if own == frame));
        uses
    }

    fn note_function(&mut self, resolver: &Resolver, function: &FuncRef) {
        self.note(resolver, |operand| match operand {
            Operand::Place(place) if last_name(resolver.body, *place) == Some(&function.decl().name) => {
                match &*resolver.place_target(*place) {
                    CallTarget::Functions(functions, _) | CallTarget::Unbound(functions) => {
                        functions.contains(function)
                    }
                    CallTarget::Abstract(_) => function.decl().receiver.is_some(),
                    _ => false,
                }
            }
            _ => false,
        });
    }

    fn note(&mut self, resolver: &Resolver, is_it: impl Fn(&Operand) -> bool) {
        for event in resolver.body.blocks.iter().flat_map(|block| &block.events) {
            if event.kind.reads().into_iter().any(&is_it) {
                self.is_value = true;
                self.is_given_away |= !is_of_proxy(resolver, event, &is_it) && gives_away(resolver, event);
            }
        }
    }

    /// Whether visible code may call the value with a response of its own.
    fn is_left(&self, analysis: &Analysis, package: &Arc<Package>) -> bool {
        self.is_called || self.is_given_away || self.is_value && calls_modifiers(analysis, package)
    }
}

/// Whether an event makes a value the `ModifyResponse` of something.
fn is_of_proxy(resolver: &Resolver, event: &Event, is_it: &impl Fn(&Operand) -> bool) -> bool {
    match &event.kind {
        EventKind::Assign { to: Some(place), .. } => {
            matches!(&resolver.body.places[place.index()].part, Some((_, Part::Field(name))) if name == OF_PROXY)
        }
        EventKind::Make { value: Rvalue::Composite { ty, elements, .. }, .. } => {
            elements.iter().any(|(key, operand)| {
                let is_field = matches!(resolver.field_of(*ty, key), Some(Part::Field(name)) if name == OF_PROXY);
                is_field && is_it(operand)
            })
        }
        _ => false,
    }
}

/// Whether an event hands its values to a package other than its own and the standard library, or to something that is not known.
fn gives_away(resolver: &Resolver, event: &Event) -> bool {
    let is_near = |package: &Arc<Package>| package == resolver.package() || is_standard(&package.path);
    let is_near_type = |ty: &Type| match ty.pointee() {
        Type::Named(named) => is_near(&named.package),
        Type::Unknown => false,
        _ => true,
    };
    match &event.kind {
        EventKind::Assign { to: Some(place), .. } => match &resolver.body.places[place.index()].part {
            Some((base, Part::Field(_))) => !is_near_type(&resolver.place_type(*base)),
            _ => false,
        },
        EventKind::Make { value: Rvalue::Composite { ty: Some(ty), .. }, .. } => {
            let ty = resolver.index.resolve(&resolver.body.types[ty.index()], resolver.scope());
            !is_near_type(&ty)
        }
        EventKind::Call(call) => match &*resolver.target(call) {
            CallTarget::Functions(functions, _) | CallTarget::Unbound(functions) => {
                !functions.iter().all(|function| is_near(&function.package))
            }
            CallTarget::Convert(ty) => !is_near_type(ty),
            CallTarget::Builtin(_) | CallTarget::Standard | CallTarget::Frame(_) => false,
            CallTarget::Abstract(_) | CallTarget::Unseen(_) | CallTarget::Value(_) | CallTarget::Unknown => true,
        },
        EventKind::Send { .. } | EventKind::Mention(_) => true,
        _ => false,
    }
}

/// Whether code of a package calls function values with responses that are not its own parameters.
fn calls_modifiers(analysis: &Analysis, package: &Arc<Package>) -> bool {
    let files = (0_u32..).zip(&package.files).filter(|(_, file)| !file.source.shown.ends_with("_test.go"));
    files.into_iter().any(|(number, file)| {
        (0..file.function_count()).any(|function| {
            let Some(body) = file.body_once(function).filter(|body| !body.is_damaged) else {
                return false;
            };
            let id = FuncId { file: number, function: u32::try_from(function).unwrap_or(u32::MAX) };
            let resolver = Resolver::new(analysis.index, &body, Code::Function(id).scope(analysis.index, package));
            calls(&body).any(|call| calls_modifier(&resolver, call))
        })
    })
}

fn calls_modifier(resolver: &Resolver, call: &Call) -> bool {
    let is_own = |operand: &&Operand| match operand {
        Operand::Place(place) => param_slot(resolver.body, *place).is_none(),
        _ => true,
    };
    let is_response = |operand: &&Operand| resource_of(&resolver.operand_type(operand)).is_some();
    matches!(call.callee, Callee::Place(_))
        && !call.args.is_empty()
        && matches!(*resolver.target(call), CallTarget::Value(_))
        && call.args.iter().filter(is_response).any(|operand| is_own(&operand))
}
