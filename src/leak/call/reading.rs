//! The calls that read from a body.
//!
//!     resp.Body.Read(buffer)      a method of the body or of a reader of it
//!     io.ReadAll(resp.Body)       a library function that takes a reader and does not only wrap it
//!     decode(resp)                a function with source, by a walk through it
//!
//! Any other call is none: a function that is not known may do nothing with what it gets.

use super::args::{Arg, Params};
use crate::go::body::{Call, Callee, Mode, Part};
use crate::go::outline::ConstValue;
use crate::leak::release::Aim;
use crate::leak::state::State;
use crate::leak::summary::SummaryKey;
use crate::leak::value::{Bound, Handle, Value};
use crate::leak::walk::{Explorer, Successor, Successors};
use crate::meaning::effect::{Effect, Fact};
use crate::program::resolve::CallTarget;
use crate::program::{FrameRef, FuncRef, Scope, Type};
use smallvec::smallvec;

/// How the names of methods begin that read from what a reader reads from.
const READING: [&str; 11] =
    ["Read", "Decode", "Scan", "Token", "RawToken", "More", "Next", "Peek", "Discard", "WriteTo", "Skip"];

/// How the names of functions of the standard library without a stub begin that read what they get.
const READING_FUNCTIONS: [&str; 4] = ["Read", "Decode", "Parse", "Copy"];

/// How the names of methods begin that take a reader for later.
const KEEPING: [&str; 4] = ["New", "Reset", "Set", "With"];

/// A function that reads, if it is not the one that is walked.
type Reader = Option<FuncRef>;

impl Explorer<'_> {
    /// The states after a call that reads the released body: it is noted, and has not failed. `None` if the call does not read.
    pub(super) fn read_by_call(
        &mut self,
        state: &mut State,
        call: &Call,
        target: &CallTarget,
        args: &[Arg],
    ) -> Option<Successors> {
        if !self.walk.aim.is_reads() || call.mode == Mode::Defer {
            return None;
        }
        if !self.is_released(state) {
            if self.may_read_beside(state, call) && self.reader_of(state, call, target, args).is_some() {
                self.note_read_beside(state, call);
            }
            return None;
        }
        let reader = self.reader_of(state, call, target, args)?;
        let mut state = state.clone();
        if self.note_read(&mut state, reader).is_none() {
            return Some(smallvec![]);
        }
        self.bind(&mut state, call, Vec::new());
        // A test that wants the read to fail does not go on from here.
        if call.mode == Mode::Now
            && let Some(error) = call.results.iter().rev().flatten().copied().find(|place| self.is_error(*place))
        {
            let path = self.path(error);
            self.store(&mut state, path, Bound::plain(Value::of(Fact::Nil)));
        }
        Some(smallvec![Successor::on(state)])
    }

    fn reader_of(&mut self, state: &State, call: &Call, target: &CallTarget, args: &[Arg]) -> Option<Reader> {
        match target {
            CallTarget::Functions(functions, _) => {
                let function = functions.first()?;
                match self.walk.analysis.effects(function) {
                    Some(effects) => self.library_reads(function, &effects, args).then_some(None),
                    None => self.source_reads(state, function, args).then(|| Some(function.clone())),
                }
            }
            CallTarget::Abstract(method) => {
                let reads = args.first().is_some_and(is_read_from) && begins(&method.name, &READING);
                reads.then_some(None)
            }
            CallTarget::Standard => {
                let name = callee_name(self, call)?;
                let reads = args.iter().any(is_read_from)
                    && (begins(name, &READING_FUNCTIONS) || call.args.len() < args.len() && begins(name, &READING));
                reads.then_some(None)
            }
            _ => None,
        }
    }

    /// Whether a library function reads from an argument, by its name and the types of its parameters.
    fn library_reads(&self, function: &FuncRef, effects: &[Effect], args: &[Arg]) -> bool {
        let decl = function.decl();
        let is_method = decl.receiver.is_some();
        if let Some(receiver) = args.first().filter(|_| is_method) {
            let is_response = receiver.bound.value.handle == Handle::Response;
            if is_read_from(receiver) && begins(&decl.name, &READING) || is_response && decl.name == "Write" {
                return true;
            }
        }
        if decl.name == "DumpResponse" && function.package.path == "net/http/httputil" {
            return is_true(args.get(1)) && args.first().is_some_and(|arg| arg.bound.value.handle == Handle::Response);
        }
        if begins(&decl.name, &KEEPING) {
            return false;
        }
        let scope = Scope::of_signature(self.resolver.index, function);
        let params = Params::of(decl);
        (usize::from(is_method)..args.len()).any(|number| {
            let param = params.param_of(number);
            let ty = decl.signature.params.get(param - usize::from(is_method)).map(|param| &param.ty);
            is_read_from(&args[number])
                && !effects.iter().any(|effect| takes(effect, param))
                && ty.is_some_and(|ty| is_reader(&self.resolver.index.resolve(ty, &scope)))
        })
    }

    /// Whether a function with source reads the released body that it gets.
    fn source_reads(&mut self, state: &State, function: &FuncRef, args: &[Arg]) -> bool {
        let decl = function.decl();
        let params = Params::of(decl);
        let facts = self.all_facts_of(state, args, params, function);
        args.iter().enumerate().any(|(number, arg)| {
            let held: Vec<(Vec<Part>, Handle)> = held_in(&arg.bound).collect();
            held.into_iter().any(|(mut path, handle)| {
                let param = params.param_of(number);
                if params.is_list(param) {
                    path.insert(0, Part::Element);
                }
                let key = SummaryKey {
                    callee: FrameRef::of(function),
                    tracked: Some((param, path, handle)),
                    facts: facts.clone(),
                    aim: Aim::ReadsOfReleased,
                };
                self.summary_for(key, decl.has_body).is_some_and(|summary| summary.reads)
            })
        })
    }
}

/// The name of a callee, the last one of those with dots.
fn callee_name<'a>(explorer: &'a Explorer, call: &Call) -> Option<&'a str> {
    let Callee::Place(place) = call.callee else {
        return None;
    };
    match &explorer.body.places[place.index()].part {
        Some((_, Part::Field(name))) => Some(name),
        _ => None,
    }
}

/// Whether an argument is the body, or a reader of it.
fn is_read_from(arg: &Arg) -> bool {
    matches!(arg.bound.value.handle, Handle::Body | Handle::Reader)
}

/// The value, or else the parts of it, that hold the response or read from it.
fn held_in(bound: &Bound) -> impl Iterator<Item = (Vec<Part>, Handle)> {
    /// The number of parts that are looked at.
    const MOST_PARTS: usize = 4;
    let whole = (bound.value.handle != Handle::None).then_some((Vec::new(), bound.value.handle));
    let is_part = whole.is_none();
    let parts = bound.parts.iter().filter(move |(_, value)| is_part && value.handle != Handle::None);
    whole.into_iter().chain(parts.map(|(path, value)| (path.clone(), value.handle))).take(MOST_PARTS)
}

fn begins(name: &str, all: &[&str]) -> bool {
    all.iter().any(|start| name.starts_with(start))
}

fn is_true(arg: Option<&Arg>) -> bool {
    arg.is_some_and(|arg| arg.bound.value.fact == Some(Fact::True) || arg.constant == ConstValue::Bool(true))
}

/// Whether a library function takes a reader through a parameter of this type.
fn is_reader(ty: &Type) -> bool {
    let names = ["Reader", "ReadCloser", "ByteReader", "RuneReader"];
    names.iter().any(|name| ty.is_named("io", name)) || ty.pointee().is_named("bufio", "Reader")
}

/// Whether an effect says that a parameter is closed, kept or found again in a result, so that it need not be read.
fn takes(effect: &Effect, param: usize) -> bool {
    match effect {
        Effect::Close(own, _) | Effect::Keep(own) | Effect::CloseIfFails(own) => *own == param,
        Effect::Same(_, own) | Effect::Wrap(_, own) | Effect::Hold(_, own) | Effect::Set(_, _, own) => *own == param,
        _ => false,
    }
}
