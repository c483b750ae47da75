//! The arguments of a call: their values, and which parameter receives which of them.
//!
//!     log.Printf("%v", a, b)     parameter 0 receives argument 0; the last one, a list, receives the others
//!
//! The receiver of a method is argument and parameter 0.

use crate::go::body::{Call, Callee, Operand, Part, PlaceId};
use crate::go::outline::{ConstValue, FuncDecl, Name, Signature};
use crate::leak::access_path::AccessPathId;
use crate::leak::constants::{is_head, method_of};
use crate::leak::known::of_constant;
use crate::leak::state::State;
use crate::leak::summary::{Facts, Known, KnownType};
use crate::leak::value::{Bound, Handle, Pointer, Value};
use crate::leak::walk::Explorer;
use crate::meaning::effect::Fact;
use crate::program::FuncRef;
use std::ops::Range;

/// An argument: its value, and the place that it was read from.
#[derive(Clone, Debug)]
pub(super) struct Arg {
    pub(super) bound: Bound,
    pub(super) path: Option<AccessPathId>,
    pub(super) place: Option<PlaceId>,
    /// Its value, where a literal is written.
    pub(super) constant: ConstValue,
}

impl Arg {
    /// Whether the body can be closed through it.
    pub(super) fn can_close(&self) -> bool {
        self.bound.handle().is_some_and(|(_, handle)| handle.can_close())
    }

    /// Whether the body can be closed through a part of it.
    pub(super) fn can_close_part(&self, path: &[Name]) -> bool {
        if path.is_empty() {
            return self.can_close();
        }
        let parts: Vec<Part> = path.iter().map(|name| Part::Field(name.clone())).collect();
        let own = parts.iter().fold(self.bound.value.handle, |handle, part| handle.part(part));
        own.can_close() || self.bound.parts.iter().any(|(at, value)| at.starts_with(&parts) && value.handle.can_close())
    }

    /// How a part of it holds the response, by what is known of the part or of what it is in.
    pub(super) fn handle_of_part(&self, path: &[Name]) -> Handle {
        let parts: Vec<Part> = path.iter().map(|name| Part::Field(name.clone())).collect();
        let whole = (&[][..], self.bound.value.handle);
        let known = self.bound.parts.iter().map(|(at, value)| (at.as_slice(), value.handle));
        let mut of_part = std::iter::once(whole).chain(known).filter_map(|(at, handle)| {
            let rest = parts.strip_prefix(at)?;
            Some(rest.iter().fold(handle, |handle, part| handle.part(part)))
        });
        of_part.find(|handle| *handle != Handle::None).unwrap_or_default()
    }
}

/// The parameters of a callee.
#[derive(Clone, Copy)]
pub(super) struct Params {
    count: usize,
    is_variadic: bool,
}

impl Params {
    /// The parameters of a function.
    pub(super) fn of(decl: &FuncDecl) -> Params {
        let count = decl.signature.params.len() + usize::from(decl.receiver.is_some());
        Params { count, is_variadic: decl.signature.is_variadic }
    }

    /// The parameters of a method of an interface.
    pub(super) fn of_method(signature: &Signature) -> Params {
        Params { count: signature.params.len() + 1, is_variadic: signature.is_variadic }
    }

    /// The parameters of a literal.
    pub(super) fn of_literal(signature: &Signature) -> Params {
        Params { count: signature.params.len(), is_variadic: signature.is_variadic }
    }

    /// How many there are.
    pub(super) fn count(self) -> usize {
        self.count
    }

    /// Whether the last one is a list of any length.
    pub(super) fn is_variadic(self) -> bool {
        self.is_variadic
    }

    /// Whether a parameter is a list of any length.
    pub(super) fn is_list(self, param: usize) -> bool {
        self.is_variadic && param + 1 == self.count
    }

    /// The parameter that receives an argument.
    pub(super) fn param_of(self, arg: usize) -> usize {
        if self.is_variadic { arg.min(self.count.saturating_sub(1)) } else { arg }
    }

    /// The numbers of the arguments, out of `args`, that a parameter receives.
    pub(super) fn args_of(self, param: usize, args: usize) -> Range<usize> {
        let end = if self.is_list(param) { args } else { (param + 1).min(args) };
        param.min(args)..end
    }
}

impl Explorer<'_> {
    /// The arguments with their values, the receiver first.
    pub(super) fn args(&mut self, state: &State, call: &Call, has_receiver: bool) -> Vec<Arg> {
        let mut args = Vec::new();
        if has_receiver && let Callee::Place(place) = call.callee {
            args.push(self.receiver(state, place));
        }
        for operand in &call.args {
            match operand {
                Operand::Tuple(places) => {
                    let len = self.resolver.tuple_len(places);
                    for place in &places[..len.min(places.len())] {
                        args.push(self.arg(state, &Operand::Place(*place)));
                    }
                }
                other => args.push(self.arg(state, other)),
            }
        }
        args
    }

    fn arg(&mut self, state: &State, operand: &Operand) -> Arg {
        let bound = self.operand(state, operand);
        let place = match operand {
            Operand::Place(place) => Some(*place),
            _ => None,
        };
        let constant = match operand {
            Operand::Const(constant) => constant.clone(),
            _ => ConstValue::Unknown,
        };
        let path = place.map(|place| self.path(place));
        Arg { bound, path, place, constant }
    }

    /// The facts about the arguments, by parameter of a function; of constants only those for which it asks.
    pub(super) fn facts_of(&self, args: &[Arg], function: &FuncRef) -> Facts {
        let params = Params::of(function.decl());
        let mut facts = facts_of(args, params);
        let mut constants = Facts::new();
        for (param, arg) in args.iter().enumerate().filter(|(param, _)| !params.is_list(*param)) {
            let known = arg.bound.value.fact.filter(|fact| fact.is_constant());
            let of_value =
                known.or_else(|| Fact::of_constant(&self.constant_argument(arg)).filter(|fact| fact.is_constant()));
            constants.extend(of_value.map(|fact| (param, Vec::new(), Known::Is(fact))));
            let fields = arg.bound.parts.iter().filter(|(path, _)| matches!(path[..], [Part::Field(_)]));
            let of_fields = fields.filter_map(|(path, value)| Some((path.clone(), value.fact?)));
            let of_fields = of_fields.filter(|(_, fact)| fact.is_constant());
            constants.extend(of_fields.map(|(path, fact)| (param, path, Known::Is(fact))));
        }
        if !constants.is_empty() {
            let asked = self.walk.analysis.asks_for_constants(function);
            constants.retain(|(param, path, _)| {
                let is_read = || path.is_empty() || self.walk.analysis.asked(function, *param).parts.contains(path);
                *param < 32 && asked & (1 << param) != 0 && is_read()
            });
            facts.extend(constants);
        }
        // `retry(req)` of `func retry(req *http.Request, checks ...check)`
        if let Some(list) = params.count.checked_sub(1)
            && params.is_list(list)
            && args.len() == list
            && self.walk.analysis.asked(function, list).parts.iter().any(Vec::is_empty)
        {
            facts.push((list, Vec::new(), Known::Is(Fact::Nil)));
        }
        facts.sort();
        facts
    }

    /// Whether an argument reads from memory, as far as that is visible: by its type, or because it was made of such a value.
    pub(super) fn is_in_memory(&self, arg: &Arg) -> bool {
        const IN_MEMORY: [(&str, &str); 3] = [("bytes", "Buffer"), ("bytes", "Reader"), ("strings", "Reader")];
        let is_named = |place| {
            let ty = self.resolver.place_type(place);
            IN_MEMORY.iter().any(|(package, name)| ty.pointee().is_named(package, name))
        };
        arg.bound.value.fact == Some(Fact::InMemory) || arg.place.is_some_and(is_named)
    }

    /// Whether an argument is true, as a constant or by what is known of it.
    pub(super) fn is_true(&self, arg: &Arg) -> bool {
        arg.bound.value.fact == Some(Fact::True) || self.constant_argument(arg) == ConstValue::Bool(true)
    }

    /// The operand in front of the dot, at the embedded field that has the method.
    fn receiver(&mut self, state: &State, callee: PlaceId) -> Arg {
        let Some((base, _)) = self.body.places[callee.index()].part.clone() else {
            return Arg { bound: Bound::default(), path: None, place: None, constant: ConstValue::Unknown };
        };
        let full = self.path(callee);
        let path = self.paths.parent(full).map(|(parent, _)| parent);
        let bound = match path {
            Some(path) => self.bound(state, path),
            None => Bound::default(),
        };
        Arg { bound, path, place: Some(base), constant: ConstValue::Unknown }
    }
}

impl Explorer<'_> {
    /// The facts about the arguments, by parameter; also the constants and fields that the function asks for.
    pub(super) fn all_facts_of(&mut self, state: &State, args: &[Arg], params: Params, function: &FuncRef) -> Facts {
        let mut facts = self.facts_of(args, function);
        for (param, path, known) in self.asked_facts_of(state, args, params, function) {
            let is_type = matches!(known, Known::Type(_));
            let says_enough = |known: &Known| !matches!(known, Known::Is(fact) if fact.is_constant());
            if is_type || !facts.iter().any(|(own, part, is)| *own == param && *part == path && says_enough(is)) {
                facts.push((param, path, known));
            }
        }
        facts.sort();
        facts
    }

    /// The facts about the arguments that the function asks for.
    fn asked_facts_of(&mut self, state: &State, args: &[Arg], params: Params, function: &FuncRef) -> Facts {
        let mut facts = Facts::new();
        for (param, arg) in args.iter().enumerate().take(params.count) {
            if params.is_list(param) || arg.place.is_none() && arg.constant == ConstValue::Unknown {
                continue;
            }
            let asked = self.walk.analysis.asked(function, param);
            if asked.is_typed
                && let Some(ty) = arg.place.and_then(|place| self.known_type(place))
            {
                facts.push((param, Vec::new(), Known::Type(KnownType(ty))));
            }
            for path in &asked.parts {
                let known = match arg.place {
                    Some(place) => self.known_of(state, place, path),
                    None if path.is_empty() => of_constant(&arg.constant),
                    None => None,
                };
                facts.extend(known.map(|known| (param, path.clone(), known)));
            }
        }
        facts
    }
}

/// The facts about the arguments, by parameter.
pub(super) fn facts_of(args: &[Arg], params: Params) -> Facts {
    let mut facts = Facts::new();
    for (param, arg) in args.iter().enumerate() {
        if params.is_variadic && param + 1 >= params.count {
            break;
        }
        let value = &arg.bound.value;
        let fact = match value.is_nil() {
            Some(true) => Some(Fact::Nil),
            Some(false) if matches!(value.fact, Some(Fact::InMemory | Fact::LeavesOpen)) => value.fact,
            Some(false) if value.handle == Handle::None => Some(Fact::NonNil),
            _ => value.fact.filter(|fact| matches!(fact, Fact::True | Fact::False)),
        };
        facts.extend(fact.map(|fact| (param, Vec::new(), Known::Is(fact))));
        // Options in a struct: `&Options{NoResponse: true}`.
        for (path, value) in &arg.bound.parts {
            let is_field = matches!(path[..], [Part::Field(_)]);
            let switch = value.fact.filter(|fact| matches!(fact, Fact::True | Fact::False));
            facts.extend(switch.filter(|_| is_field).map(|fact| (param, path.clone(), Known::Is(fact))));
        }
    }
    facts
}

/// Whether nothing is known of the arguments that a callee could change or pass on. A method of HTTP is known, but few callees ask
/// for it; that of a request without body is worth a look.
pub(super) fn is_left_alone(args: &[Arg]) -> bool {
    args.iter().all(|arg| {
        let value = arg.bound.value;
        let is_constant = |part: &(Vec<Part>, Value)| part.1.fact.is_some_and(Fact::is_constant);
        let is_known = arg.bound.parts.iter().all(is_constant) && arg.bound.written.is_empty();
        is_known
            && !method_of(&arg.bound).is_some_and(is_head)
            && Value { fact: None, contexts: 0, pointer: data_pointer(value.pointer), ..value } == Value::default()
    })
}

/// A pointer, unless it is the name of a function: of that no callee is told.
fn data_pointer(pointer: Pointer) -> Pointer {
    match pointer {
        Pointer::Function(_) => Pointer::None,
        other => other,
    }
}

/// The contexts that the arguments carry.
pub(super) fn contexts_of(args: &[Arg]) -> u32 {
    args.iter().fold(0, |all, arg| all | arg.bound.contexts())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_receives_all_arguments_from_its_position_on() {
        let params = Params { count: 2, is_variadic: true };
        assert_eq!(params.args_of(0, 4), 0..1);
        assert_eq!(params.args_of(1, 4), 1..4);
        assert_eq!(params.args_of(1, 1), 1..1, "an empty list");
        assert_eq!((params.param_of(0), params.param_of(3)), (0, 1));
        assert!(params.is_list(1) && !params.is_list(0));
    }

    #[test]
    fn any_other_parameter_receives_one() {
        let params = Params { count: 2, is_variadic: false };
        assert_eq!(params.args_of(1, 2), 1..2);
        assert_eq!(params.args_of(1, 1), 1..1, "the call passes a tuple of unknown length");
        assert_eq!(params.param_of(1), 1);
        assert!(!params.is_list(1));
    }
}
