//! Calls that acquire a response, and their outcomes by directives or by signature.
//!
//!     resp, err := http.Get(u)     a site: result 0 is the response, result 1 is nil
//!
//! The sites of a body are found in `sites.rs`, and a walk follows the response of each from there.

use super::release::Release;
use super::summary::{ResultValues, Switches};
use super::value::{Handle, Value};
use crate::go::body::{BlockId, Event, EventKind, FrameId, OUTER, Operand, Part, PlaceId, Rvalue, SlotKind};
use crate::go::outline::{Name, Signature};
use crate::meaning::effect::{Effect, Fact};
use crate::meaning::resource::{RESOURCES, Resource, any_result_of, closers, is_closer, resource_of, result_of};
use crate::program::resolve::Resolver;
use crate::program::{FuncRef, Index, Member, Type};
use std::sync::Arc;

/// An outcome of a call that returns ownership of an open response.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Acquired {
    /// The results. One of them at least has a handle, unless an argument is filled.
    pub results: ResultValues,
    /// The facts that must hold of its arguments.
    pub params: Switches,
    /// The parameters whose contexts release it; `None` for all.
    pub contexts: Option<Vec<usize>>,
    /// Whether only the signature says so.
    pub is_guess: bool,
    /// The function with the error exit: the response comes together with an error that is not nil.
    pub error_exit: Option<Origin>,
    /// The function of a dependency that also returns this response closed, without an error: its callers owe nothing.
    pub closed_by: Option<FuncRef>,
    /// When the response has no body that would have to be closed.
    pub no_body: NoBody,
    /// The function whose response it is, if that comes in by a parameter: `func guarded(f func() (any, error)) (any, error)`. The
    /// outcome stands for what that function acquires; it is a guess if the signature says that it acquires.
    pub through: Option<(usize, Vec<Part>)>,
    /// The part of an argument in which the callee stored the response; then no result holds it.
    pub filled: Option<Filled>,
    /// The release that has ended the use of the body before the call returns: nothing is owed, and nothing can be read.
    pub released: Option<Arc<Release>>,
}

/// The part of an argument in which a callee has stored a response.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Filled {
    /// The number of the parameter; 0 is the receiver of a method.
    pub param: usize,
    /// The part of it.
    pub path: Vec<Part>,
    /// How that part holds the response.
    pub handle: Handle,
}

/// The function, or literal in it, that acquired a response itself and returned it open.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Origin {
    /// The function. `None` if the literal is in the initial value of a package variable, which no caller is found for.
    pub function: Option<FuncRef>,
    /// The function itself, or the literal.
    pub frame: FrameId,
}

impl Origin {
    /// The name that calls use: that of the function, also for a literal, which the function returns.
    pub fn name(&self) -> Option<&str> {
        self.function.as_ref().map(|function| function.decl().name.as_str())
    }

    /// Whether its caller is net/http, which closes nothing that comes with an error: `RoundTrip`.
    pub fn is_round_trip(&self) -> bool {
        let function = self.function.as_ref().filter(|_| self.frame == OUTER);
        function.is_some_and(|function| {
            let decl = function.decl();
            let Signature { params, results, .. } = &*decl.signature;
            decl.receiver.is_some() && decl.name == "RoundTrip" && params.len() == 1 && results.len() == 2
        })
    }
}

/// When a response that is acquired has no body that would have to be closed, whatever becomes of it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NoBody {
    /// Never, as far as the callee says.
    #[default]
    Never,
    /// Always: `http.Head`.
    Always,
    /// If this parameter reads from memory: `http.ReadResponse`.
    IfInMemory(usize),
    /// Unless this parameter was told to leave the response open: the library reads and closes all others.
    UnlessLeftOpen(usize),
}

impl Acquired {
    /// The outcome with these results, of which nothing else is known.
    pub(super) fn of(results: ResultValues) -> Acquired {
        Acquired {
            results,
            params: Switches::new(),
            contexts: None,
            is_guess: false,
            error_exit: None,
            closed_by: None,
            no_body: NoBody::Never,
            through: None,
            filled: None,
            released: None,
        }
    }

    /// The first result that holds the response, and the part of the result that it is; a function that closes it only if no result
    /// holds it. `None` if an argument holds it.
    pub fn place(&self) -> Option<(usize, &[Part])> {
        let mut held = self.results.iter().filter(|(_, _, value)| value.handle.can_close());
        let held = held.clone().find(|(_, _, value)| value.handle != Handle::Close).or_else(|| held.next())?;
        Some((held.0, &held.1))
    }
}

/// An element that an iterator yields with an open response in it: the number of the value, the part of it, and how it is held.
pub type Yielded = (usize, Vec<Part>, Handle);

/// The value that a range loop gets from its operand in an event: 0 for the first one, 1 for the second one.
pub fn ranged(event: &Event) -> Option<(usize, PlaceId)> {
    match &event.kind {
        EventKind::Make { value: Rvalue::RangeKey(Operand::Place(from)), .. } => Some((0, *from)),
        EventKind::Make { value: Rvalue::RangeValue(Operand::Place(from)), .. } => Some((1, *from)),
        _ => None,
    }
}

/// A call event that acquires a response at one place of its results, or the event in which a range loop gets one from an iterator.
#[derive(Clone, Debug)]
pub struct Site {
    /// The block of the call.
    pub block: BlockId,
    /// The event in the block.
    pub event: usize,
    /// The outcomes in which the response is acquired: all by the error exit of one function, or all by none.
    pub outcomes: Arc<[Acquired]>,
}

impl Site {
    /// Whether the callee acquires the response itself, rather than by a function that the walked function gets as a parameter.
    pub(super) fn is_own(&self) -> bool {
        self.outcomes.iter().all(|outcome| outcome.through.is_none())
    }

    /// The function by whose error exit the response comes.
    pub fn error_exit(&self) -> Option<&Origin> {
        self.outcomes.first()?.error_exit.as_ref()
    }

    /// Whether a callee of which only the signature is known gets the response that this function received as a parameter: it returns
    /// that one, which its caller owes.
    pub fn passes_on(&self, resolver: &Resolver) -> bool {
        let EventKind::Call(call) = &resolver.body.blocks[self.block.index()].events[self.event].kind else {
            return false;
        };
        let is_response_of_caller = |arg: &Operand| match arg {
            Operand::Place(place) => {
                resolver.body.slot(*place).kind == SlotKind::Param
                    && resource_of(&resolver.place_type(*place)).is_some()
            }
            _ => false,
        };
        self.outcomes.iter().all(|outcome| outcome.is_guess) && call.args.iter().any(is_response_of_caller)
    }

    /// The kind of what is acquired. The first kind stands for what has no type that says more, such as an `io.ReadCloser`.
    pub fn resource(&self, resolver: &Resolver) -> &'static Resource {
        let EventKind::Call(call) = &resolver.body.blocks[self.block.index()].events[self.event].kind else {
            return &RESOURCES[0];
        };
        let held = self.outcomes.first().and_then(Acquired::place);
        held.and_then(|(result, path)| {
            let variable = || call.results.get(result).copied().flatten();
            let ty = resolver.result_types(call).into_iter().nth(result);
            let ty = ty.or_else(|| variable().map(|place| resolver.place_type(place)))?;
            resource_in(resolver.index, ty, path)
        })
        .unwrap_or(&RESOURCES[0])
    }
}

/// The kind that a type holds in a part of it, or around that part.
fn resource_in(index: &Index, ty: Type, path: &[Part]) -> Option<&'static Resource> {
    let mut ty = ty;
    for part in path {
        if let Some(resource) = resource_of(&ty) {
            return Some(resource);
        }
        ty = match part {
            Part::Field(name) => match index.member(&ty, name)?.1 {
                Member::Field(ty) => ty,
                _ => return None,
            },
            Part::Deref => ty.pointee().clone(),
            Part::Element => index.element(&ty),
        };
    }
    resource_of(&ty)
}

/// The outcomes in which a call of a function with these effects acquires a response; `types` are those of its results.
pub(super) fn by_directives(index: &Index, effects: &[Effect], types: &[Type]) -> Vec<Acquired> {
    let context = |effect: &Effect| match effect {
        Effect::Context(param) => Some(*param),
        _ => None,
    };
    let contexts: Vec<usize> = effects.iter().filter_map(context).collect();
    let mut acquired = Vec::new();
    for effect in effects {
        let Effect::Own(result, path) = effect else {
            continue;
        };
        let (parts, handle) = response_in(index, types.get(*result).unwrap_or(&Type::Unknown), path);
        let mut results = Vec::new();
        if !parts.is_empty() && matches!(types.get(*result), Some(Type::Pointer(_))) {
            // Around a response that is there: `if resp != nil { defer resp.Body.Close() }`.
            results.push((*result, Vec::new(), Value::of(Fact::NonNil)));
        }
        results.push((*result, parts, Value::holding(handle)));
        if types.len() > 1 {
            results.push((types.len() - 1, Vec::new(), Value::of(Fact::Nil)));
        }
        // A second result that holds the same response.
        let also = effects.iter().filter_map(|effect| match effect {
            Effect::Also(other, path, first) if first == result => Some((*other, fields(path))),
            _ => None,
        });
        results.extend(also.map(|(other, parts)| (other, parts, Value::holding(Handle::Holder))));
        let no_body = effects.iter().find_map(|effect| match effect {
            Effect::NoBody(of) if of == result => Some(NoBody::Always),
            Effect::NoBodyIfInMemory(param) => Some(NoBody::IfInMemory(*param)),
            Effect::ReleasedUnlessOpen(param) => Some(NoBody::UnlessLeftOpen(*param)),
            _ => None,
        });
        let no_body = no_body.unwrap_or_default();
        acquired.push(Acquired { contexts: Some(contexts.clone()), no_body, ..Acquired::of(results) });
    }
    acquired
}

/// The part of a result of this type that is the response or its body, where a directive names a part of the result.
fn response_in(index: &Index, ty: &Type, path: &[Name]) -> (Vec<Part>, Handle) {
    let parts = parts_of(index, ty, path);
    match (path.last(), resource_of(ty)) {
        (Some(name), _) if is_closer(name) => (parts, Handle::Body),
        (None, Some(resource)) => (parts, of_resource(resource)),
        (None, None) => match closers().find_map(|closer| index.member(ty, closer)) {
            // A struct around a response, such as go-github's.
            Some((embedded, _)) if !embedded.is_empty() => {
                (embedded.into_iter().map(Part::Field).collect(), Handle::Response)
            }
            Some(_) => (parts, Handle::Response),
            None => (parts, Handle::Body),
        },
        (Some(_), _) => {
            let is_response = part_type(index, ty, path).is_none_or(|ty| resource_of(&ty).is_some());
            (parts, if is_response { Handle::Response } else { Handle::Body })
        }
    }
}

fn fields(path: &[Name]) -> Vec<Part> {
    path.iter().map(|name| Part::Field(name.clone())).collect()
}

/// The type of a part of a value; `None` if it is not known.
fn part_type(index: &Index, ty: &Type, path: &[Name]) -> Option<Type> {
    path.iter().try_fold(ty.clone(), |ty, name| match index.member(&ty, name)?.1 {
        Member::Field(ty) if ty != Type::Unknown => Some(ty),
        _ => None,
    })
}

/// The fields from a type to a part of it, with those that are embedded on the way: `Body` of `struct{ DownloadResponse }`.
fn parts_of(index: &Index, ty: &Type, path: &[Name]) -> Vec<Part> {
    let mut ty = ty.clone();
    let mut parts = Vec::with_capacity(path.len());
    for name in path {
        if let Some((embedded, member)) = index.member(&ty, name) {
            parts.extend(embedded.into_iter().map(Part::Field));
            ty = match member {
                Member::Field(field) => field,
                _ => Type::Unknown,
            };
        }
        parts.push(Part::Field(name.clone()));
    }
    parts
}

/// The handle that a variable of the type of a resource has on it.
fn of_resource(resource: &Resource) -> Handle {
    if resource.closer.is_some() { Handle::Response } else { Handle::Body }
}

/// The outcome in which a call acquires a response by its signature alone: it has to return an error too, and no decoded data.
pub(super) fn by_signature(types: &[Type]) -> Vec<Acquired> {
    result_of(types).map_or_else(Vec::new, |found| guessed(types, found))
}

/// The outcome in which a call returns the response that it gets: anything may stand beside it.
pub(super) fn by_passed_on(types: &[Type]) -> Vec<Acquired> {
    any_result_of(types).map_or_else(Vec::new, |found| guessed(types, found))
}

fn guessed(types: &[Type], (result, resource): (usize, &Resource)) -> Vec<Acquired> {
    let mut results = vec![
        (result, Vec::new(), Value::holding(of_resource(resource))),
        (types.len() - 1, Vec::new(), Value::of(Fact::Nil)),
    ];
    let closers = (0..types.len()).filter(|number| may_close(&types[*number]));
    results.extend(closers.map(|number| (number, Vec::new(), Value::holding(Handle::Close))));
    vec![Acquired { is_guess: true, ..Acquired::of(results) }]
}

/// Whether a function of this type that is returned beside a response closes it or cancels its context: what else would it be for?
fn may_close(ty: &Type) -> bool {
    match ty {
        Type::Func(func) => func.signature.params.is_empty(),
        _ => ty.is_named("context", "CancelFunc"),
    }
}
