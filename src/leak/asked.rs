//! What a function asks of its arguments: the parts of them that its tests read.
//!
//!     func send(req *http.Request, o *options) {     asks for `req.Method` and `o.hook`
//!         if req.Method != "GET" { .. }
//!         finish(o)                                  and so does `finish`, to which it hands `o`
//!     }
//!     func finish(o *options) { if o.hook != nil { .. } }
//!
//! A caller that knows a constant or an unset field looks here first: what the callee does not ask for is no part of the key of
//! its summary. It is read off the bodies, without a walk.

use super::Analysis;
use super::uses::{length_part, measured_place, tested_place};
use crate::go::body::{Body, Call, Callee, End, EventKind, Operand, Part, PlaceId, Rvalue, SlotId, SlotKind, Test};
use crate::program::resolve::{CallTarget, Resolver};
use crate::program::{FuncId, FuncRef, Scope};
use rustc_hash::FxHashMap;
use std::sync::Arc;

/// How many calls deep an argument is followed that is passed on.
const DEEPEST_ASKED: usize = 4;

/// The number of functions to which one argument is followed.
const MOST_FUNCTIONS: usize = 24;

/// The number of parts of one argument that are asked for. The largest options struct that public code tests before it closes a
/// body has 6.
const MOST_ASKED: usize = 12;

/// Longer paths are not asked for: `s.client.opts.raw` is 3 fields from the receiver.
const LONGEST_ASKED: usize = 3;

/// The parts of parameters that a function tests itself, and those that it passes on.
#[derive(Default)]
pub(super) struct OwnQuestions {
    /// Parameter, part of it.
    tested: Vec<(usize, Vec<Part>)>,
    /// Parameters whose type a switch or an assertion asks for.
    typed: Vec<usize>,
    passed: Vec<Passed>,
}

/// A part of a parameter that is an argument of a call.
struct Passed {
    param: usize,
    path: Vec<Part>,
    callee: FuncRef,
    callee_param: usize,
}

/// What functions ask by themselves: by the number of the package, and which function of it.
pub(super) type OwnQuestionsOf = crate::ground::memo::Memo<(u32, FuncId), Arc<OwnQuestions>>;

/// What a function asks of one parameter, with what its callees ask.
#[derive(Default)]
pub(super) struct Asked {
    /// The parts that tests read: shortest paths first, the empty one for the parameter itself.
    pub(super) parts: Vec<Vec<Part>>,
    /// Whether the type of the value in it is asked for.
    pub(super) is_typed: bool,
}

/// What functions ask of their parameters.
pub(super) type AskedOf = crate::ground::memo::Memo<(u32, FuncId, usize), Arc<Asked>>;

impl Analysis<'_> {
    /// What a function asks of a parameter, itself or by functions to which it hands the parameter. The receiver is parameter 0 of a
    /// method.
    pub(super) fn asked(&self, function: &FuncRef, param: usize) -> Arc<Asked> {
        let key = (function.package.number(), function.id, param);
        self.asked.get_or_insert_with(&key, || Arc::new(self.find_asked(function, param)))
    }

    fn find_asked(&self, function: &FuncRef, param: usize) -> Asked {
        let mut found: Vec<Vec<Part>> = Vec::new();
        let mut is_typed = false;
        // A function, its parameter, the part of the argument that comes in by it, and how many calls deep that is.
        let mut open = vec![(function.clone(), param, Vec::new(), 0)];
        let mut at = 0;
        while let Some((function, param, before, depth)) = open.get(at).cloned() {
            at += 1;
            let own = self.own_questions(&function);
            is_typed |= before.is_empty() && own.typed.contains(&param);
            let in_argument = |path: &[Part]| {
                let path: Vec<Part> = before.iter().chain(path).cloned().collect();
                (path.len() <= LONGEST_ASKED).then_some(path)
            };
            for (_, path) in own.tested.iter().filter(|(own, _)| *own == param) {
                match in_argument(path) {
                    Some(path) if !found.contains(&path) => found.push(path),
                    _ => {}
                }
            }
            for passed in own.passed.iter().filter(|passed| passed.param == param && depth < DEEPEST_ASKED) {
                let Some(path) = in_argument(&passed.path) else {
                    continue;
                };
                let next = (passed.callee.clone(), passed.callee_param, path, depth + 1);
                let is_known = open.iter().any(|known| (&known.0, known.1, &known.2) == (&next.0, next.1, &next.2));
                if !is_known && open.len() < MOST_FUNCTIONS {
                    open.push(next);
                }
            }
        }
        found.sort_by(|one, other| (one.len(), one).cmp(&(other.len(), other)));
        found.truncate(MOST_ASKED);
        Asked { parts: found, is_typed }
    }

    fn own_questions(&self, function: &FuncRef) -> Arc<OwnQuestions> {
        let key = (function.package.number(), function.id);
        self.own_questions.get_or_insert_with(&key, || {
            let is_followed = !function.is_stub() && function.decl().has_body && self.effects(function).is_none();
            let body = if is_followed { function.body().filter(|body| !body.is_damaged) } else { None };
            body.map_or_else(Arc::default, |body| Arc::new(self.questions_of(function, &body)))
        })
    }

    fn questions_of(&self, function: &FuncRef, body: &Body) -> OwnQuestions {
        let resolver = Resolver::new(self.index, body, Scope::of_function(self.index, function));
        let params = ParamPaths::of(&resolver);
        let mut own = OwnQuestions::default();
        for block in &body.blocks {
            if let End::Iterate { over: Some(over), .. } = &block.end {
                // Over a list that is nil there is no iteration.
                own.tested.extend(params.path_of(*over).filter(|(_, path)| path.is_empty()));
            }
            if let End::Branch { test, .. } = &block.end {
                let tested = tested_place(test, body).and_then(|place| params.path_of(place));
                let is_whole = |tested: &&(usize, Vec<Part>)| tested.1.is_empty() && matches!(test, Test::TypeIs(..));
                own.typed.extend(tested.iter().find(is_whole).map(|(param, _)| *param));
                own.tested.extend(tested);
                let measured = measured_place(test, body).and_then(|place| params.path_of(place));
                own.tested
                    .extend(measured.map(|(param, path)| (param, path.into_iter().chain([length_part()]).collect())));
            }
            for event in &block.events {
                match &event.kind {
                    EventKind::Call(call) => note_passed(&params, call, &mut own.passed),
                    EventKind::Make {
                        value: Rvalue::Assert { from: Operand::Place(from), ok: Some(_), .. }, ..
                    } => {
                        let asserted = params.path_of(*from).filter(|(_, path)| path.is_empty());
                        own.typed.extend(asserted.map(|(param, _)| param));
                    }
                    _ => {}
                }
            }
        }
        own.tested.sort();
        own.tested.dedup();
        own
    }
}

/// Notes the parts of parameters that are arguments of a call of a function with source.
fn note_passed(params: &ParamPaths, call: &Call, passed: &mut Vec<Passed>) {
    let body = params.resolver.body;
    let receiver = match call.callee {
        Callee::Place(place) => body.places[place.index()].part.as_ref().and_then(|(base, _)| params.path_of(*base)),
        _ => None,
    };
    let of_arg = |arg: &Operand| match arg {
        Operand::Place(place) => params.path_of(*place),
        _ => None,
    };
    let args: Vec<_> = call.args.iter().map(of_arg).collect();
    if receiver.is_none() && args.iter().all(Option::is_none) {
        return;
    }
    let CallTarget::Functions(functions, _) = &*params.resolver.target(call) else {
        return;
    };
    let Some(callee) = functions.first().filter(|callee| !callee.is_stub()) else {
        return;
    };
    let is_method = callee.decl().receiver.is_some();
    for (callee_param, path) in is_method.then_some(receiver).into_iter().chain(args).enumerate() {
        if let Some((param, path)) = path {
            passed.push(Passed { param, path, callee: callee.clone(), callee_param });
        }
    }
}

/// The parameters of a body, and the variables that only ever hold a part of one.
pub(super) struct ParamPaths<'a> {
    pub(super) resolver: &'a Resolver<'a>,
    of_slot: FxHashMap<SlotId, (usize, Vec<Part>)>,
}

impl<'a> ParamPaths<'a> {
    pub(super) fn of(resolver: &'a Resolver<'a>) -> ParamPaths<'a> {
        let body = resolver.body;
        let params = body.frames.first().map_or(&[][..], |frame| &frame.params);
        let of_slot = params.iter().enumerate().map(|(number, slot)| (*slot, (number, Vec::new()))).collect();
        let mut paths = ParamPaths { resolver, of_slot };
        for event in body.blocks.iter().flat_map(|block| &block.events) {
            // `mode := opts.Mode`, `switch v := v.(type)`
            let (to, from) = match &event.kind {
                EventKind::Assign { to: Some(to), from: Operand::Place(from) } => (*to, *from),
                EventKind::Make { to, value: Rvalue::Assert { from: Operand::Place(from), .. } } => (*to, *from),
                _ => continue,
            };
            let slot = body.slot_of(to);
            let is_copy = body.places[to.index()].part.is_none()
                && matches!(body.slots[slot.index()].kind, SlotKind::Local | SlotKind::Temp)
                && resolver.only_definition(slot).is_some();
            if is_copy && let Some(path) = paths.path_of(from) {
                paths.of_slot.insert(slot, path);
            }
        }
        paths
    }

    /// With the temporary values that are the address of a part of a parameter: `fill(&p.rows)`.
    pub(super) fn with_addresses(mut self) -> ParamPaths<'a> {
        for event in self.resolver.body.blocks.iter().flat_map(|block| &block.events) {
            if let EventKind::Make { to, value: Rvalue::Address(from) } = &event.kind
                && self.resolver.body.slot(*to).kind == SlotKind::Temp
                && let Some(path) = self.path_of(*from)
            {
                self.of_slot.insert(self.resolver.body.slot_of(*to), path);
            }
        }
        self
    }

    /// The parameter that a place is or is a part of, and which part.
    pub(super) fn path_of(&self, place: PlaceId) -> Option<(usize, Vec<Part>)> {
        let (param, before) = self.of_slot.get(&self.resolver.body.slot_of(place))?;
        let parts = self.resolver.fields_to(place)?;
        let path: Vec<Part> = before.iter().cloned().chain(parts).collect();
        (path.len() <= LONGEST_ASKED).then_some((*param, path))
    }
}
