//! What a call may write through its arguments.
//!
//!     func (l *list) load(b []byte) error {     writes all of its receiver: `Unmarshal` does
//!         return json.Unmarshal(b, l)
//!     }
//!     func (l *list) turn() { l.on = !l.on }     writes `on`
//!     func (l *list) size() int {..}             writes nothing
//!
//! A function with source is judged by its body and by the functions to which it hands the parameter; it is read off the bodies,
//! without a walk. Of other functions the name decides: printers and encoders read what they get, decoders and scanners fill it, and
//! any other function without source may do both. What the writes end is in `ends.rs`.

use super::Analysis;
use super::asked::ParamPaths;
use crate::go::body::{Call, Callee, EventKind, Operand, Part, PlaceId, SlotId, SlotKind};
use crate::go::outline::Name;
use crate::program::resolve::{CallTarget, Resolver};
use crate::program::{FuncId, FuncRef, Index, Scope, Type};
use std::sync::Arc;

/// How many calls deep a parameter is followed that is passed on.
const DEEPEST_WRITES: usize = 4;

/// The number of functions to which one parameter is followed. Beyond it nothing counts as written: the rest of a large program would
/// end every fact about its receivers.
const MOST_FUNCTIONS: usize = 24;

/// What a function writes by itself, and what it passes on.
#[derive(Default)]
pub(super) struct OwnWrites {
    /// Parameter, part of it.
    written: Vec<(usize, Vec<Part>)>,
    passed: Vec<Passed>,
    /// Package variables of its own package.
    globals: Vec<Name>,
    callees: Vec<FuncRef>,
}

/// A part of a parameter that is an argument of a function with source.
struct Passed {
    param: usize,
    path: Vec<Part>,
    callee: FuncRef,
    callee_param: usize,
}

/// What functions write by themselves: by the number of the package, and which function of it.
pub(super) type OwnWritesOf = crate::ground::memo::Memo<(u32, FuncId), Arc<OwnWrites>>;

/// The parts of parameters that functions write; the empty one stands for all of them.
pub(super) type WrittenOf = crate::ground::memo::Memo<(u32, FuncId, usize), Arc<Vec<Vec<Part>>>>;

/// The package variables that functions write.
pub(super) type GlobalsOf = crate::ground::memo::Memo<(u32, FuncId), Arc<Vec<Name>>>;

/// How a callee writes through an argument.
pub(super) enum Writer<'t> {
    /// Not at all.
    Never,
    /// As these functions do by a parameter.
    Source(&'t [FuncRef], usize),
    /// It may write all that the argument leads to.
    Anything,
}

/// What a call writes through one of its arguments.
pub(super) enum Written {
    Nothing,
    Anything,
    /// The parts that each of these functions writes.
    Parts(Vec<Arc<Vec<Vec<Part>>>>),
}

/// An argument as its callee sees it.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Passing {
    /// The operand before the dot.
    Receiver,
    /// `&x`
    Address,
    /// A variable that is a pointer, a map or a list.
    Variable,
}

impl Analysis<'_> {
    /// The parts of a parameter that a function writes, itself or by functions to which it hands the parameter; the empty part is all
    /// of it. The receiver is parameter 0 of a method.
    pub(super) fn written(&self, function: &FuncRef, param: usize) -> Arc<Vec<Vec<Part>>> {
        let key = (function.package.number(), function.id, param);
        self.written.get_or_insert_with(&key, || Arc::new(self.find_written(function, param)))
    }

    fn find_written(&self, function: &FuncRef, param: usize) -> Vec<Vec<Part>> {
        let mut found: Vec<Vec<Part>> = Vec::new();
        let mut open = vec![(function.clone(), param, Vec::new(), 0)];
        let mut at = 0;
        while let Some((function, param, before, depth)) = open.get(at).cloned() {
            at += 1;
            let own = self.own_writes(&function);
            let in_argument = |path: &[Part]| before.iter().chain(path).cloned().collect::<Vec<Part>>();
            found.extend(own.written.iter().filter(|(own, _)| *own == param).map(|(_, path)| in_argument(path)));
            for passed in own.passed.iter().filter(|passed| passed.param == param && depth < DEEPEST_WRITES) {
                let next = (passed.callee.clone(), passed.callee_param, in_argument(&passed.path), depth + 1);
                let is_known = open.iter().any(|known| (&known.0, known.1, &known.2) == (&next.0, next.1, &next.2));
                if !is_known && open.len() < MOST_FUNCTIONS {
                    open.push(next);
                }
            }
        }
        found.sort_by(|one, other| (one.len(), one).cmp(&(other.len(), other)));
        found.dedup();
        found
    }

    /// The variables of its own package that a function writes, itself or by its callees.
    pub(super) fn globals_written(&self, function: &FuncRef) -> Arc<Vec<Name>> {
        let key = (function.package.number(), function.id);
        self.globals_written.get_or_insert_with(&key, || Arc::new(self.find_globals_written(function)))
    }

    fn find_globals_written(&self, function: &FuncRef) -> Vec<Name> {
        let mut found = Vec::new();
        let mut open = vec![(function.clone(), 0)];
        let mut at = 0;
        while let Some((function, depth)) = open.get(at).cloned() {
            at += 1;
            let own = self.own_writes(&function);
            found.extend(own.globals.iter().cloned());
            let of_package = |callee: &&FuncRef| callee.package.number() == function.package.number();
            for callee in own.callees.iter().filter(of_package) {
                let is_known = open.iter().any(|(known, _)| known == callee);
                if !is_known && depth < DEEPEST_WRITES && open.len() < MOST_FUNCTIONS {
                    open.push((callee.clone(), depth + 1));
                }
            }
        }
        found.sort();
        found.dedup();
        found
    }

    fn own_writes(&self, function: &FuncRef) -> Arc<OwnWrites> {
        let key = (function.package.number(), function.id);
        self.own_writes.get_or_insert_with(&key, || {
            let is_followed = !function.is_stub() && function.decl().has_body;
            let body = if is_followed { function.body().filter(|body| !body.is_damaged) } else { None };
            body.map_or_else(Arc::default, |body| {
                let resolver = Resolver::new(self.index, &body, Scope::of_function(self.index, function));
                Arc::new(own_writes_of(&resolver))
            })
        })
    }
}

fn own_writes_of(resolver: &Resolver) -> OwnWrites {
    let body = resolver.body;
    let params = ParamPaths::of(resolver).with_addresses();
    let mut own = OwnWrites::default();
    for event in body.blocks.iter().flat_map(|block| &block.events) {
        for place in event.kind.writes() {
            let slot = body.slot(place);
            if slot.kind == SlotKind::Global {
                own.globals.push(slot.name.clone());
            } else if body.places[place.index()].part.is_some()
                && leads_on(resolver, body.slot_of(place))
                && let Some(path) = params.path_of(around_element(resolver, place))
            {
                own.written.push(path);
            }
        }
        if let EventKind::Call(call) = &event.kind {
            note_passed(&params, call, &mut own);
        }
    }
    own
}

/// A place, or what it is an element of.
fn around_element(resolver: &Resolver, place: PlaceId) -> PlaceId {
    let places = &resolver.body.places;
    let (mut at, mut whole) = (place, place);
    while let Some((base, part)) = &places[at.index()].part {
        if *part == Part::Element {
            whole = *base;
        }
        at = *base;
    }
    whole
}

/// Whether what is written to a part of a variable is found by other variables: it is a pointer, a list or a map.
fn leads_on(resolver: &Resolver, slot: SlotId) -> bool {
    is_reference(resolver.index, &resolver.slot_type(slot))
}

/// Whether values of a type lead to a variable elsewhere. One of a type that is not known may be a struct.
pub(super) fn is_reference(index: &Index, ty: &Type) -> bool {
    match index.underlying(ty) {
        Type::Pointer(_) | Type::Slice(_) | Type::Map(_) | Type::Interface(_) | Type::Param(..) => true,
        Type::Basic(name) => name == "any",
        _ => false,
    }
}

/// Notes the parts of parameters that a call gets, and what it writes through them.
fn note_passed(params: &ParamPaths, call: &Call, own: &mut OwnWrites) {
    let resolver = params.resolver;
    let body = resolver.body;
    let target = resolver.target(call);
    if let CallTarget::Functions(functions, _) = &*target {
        own.callees.extend(functions.iter().filter(|callee| !callee.is_stub()).cloned());
    }
    let receiver = match call.callee {
        Callee::Place(place) => body.places[place.index()].part.as_ref().map(|(base, _)| *base),
        _ => None,
    };
    let receiver = receiver.map(|place| (0, place, Passing::Receiver));
    let shift = usize::from(target.has_receiver());
    let args = call.args.iter().enumerate().filter_map(|(number, arg)| match arg {
        Operand::Place(place) => {
            let is_address = body.slot(*place).kind == SlotKind::Temp;
            Some((number + shift, *place, if is_address { Passing::Address } else { Passing::Variable }))
        }
        _ => None,
    });
    for (number, place, passing) in receiver.into_iter().chain(args) {
        let Some((param, path)) = params.path_of(place) else {
            continue;
        };
        let leads_on = match passing {
            Passing::Address => true,
            Passing::Variable => is_reference(resolver.index, &resolver.place_type(place)),
            Passing::Receiver => leads_on(resolver, body.slot_of(place)),
        };
        if !leads_on {
            continue;
        }
        match writer(resolver, &target, call, number, (place, passing)) {
            Writer::Never => {}
            Writer::Anything => own.written.push((param, path)),
            Writer::Source(functions, callee_param) => {
                let passed =
                    |callee: &FuncRef| Passed { param, path: path.clone(), callee: callee.clone(), callee_param };
                own.passed.extend(functions.iter().map(passed));
            }
        }
    }
}

/// How the callee of a call writes through an argument; the receiver is argument 0 of a method.
pub(super) fn writer<'t>(
    resolver: &Resolver,
    target: &'t CallTarget,
    call: &Call,
    number: usize,
    (place, passing): (PlaceId, Passing),
) -> Writer<'t> {
    let name = callee_name(resolver, call);
    let anything_if = |writes: bool| if writes { Writer::Anything } else { Writer::Never };
    match target {
        CallTarget::Functions(functions, _) | CallTarget::Unbound(functions) => match functions.first() {
            Some(function) if !function.is_stub() && function.decl().has_body => {
                let decl = function.decl();
                let is_value = || {
                    let scope = Scope::of_signature(resolver.index, function);
                    let receiver = decl.receiver.as_ref().map(|receiver| resolver.index.resolve(&receiver.ty, &scope));
                    receiver.is_some_and(|ty| !is_reference(resolver.index, &ty))
                };
                if passing == Passing::Receiver && is_value() {
                    return Writer::Never;
                }
                let last = (decl.signature.params.len() + usize::from(decl.receiver.is_some())).saturating_sub(1);
                Writer::Source(functions, if decl.signature.is_variadic { number.min(last) } else { number })
            }
            _ => anything_if(library_writes(&name, passing)),
        },
        CallTarget::Standard | CallTarget::Unseen(_) => anything_if(library_writes(&name, passing)),
        CallTarget::Builtin(_) => anything_if(matches!(name.as_str(), "clear" | "copy" | "delete") && number == 0),
        CallTarget::Abstract(method) if method.is_of_stub() => anything_if(library_writes(&name, passing)),
        CallTarget::Abstract(_) | CallTarget::Value(_) if passing == Passing::Receiver => Writer::Never,
        CallTarget::Abstract(_) | CallTarget::Value(_) => anything_if(!only_reads(&name)),
        CallTarget::Unknown if passing == Passing::Receiver => {
            // A method of an embedded type writes its own fields.
            let is_visible = matches!(resolver.index.underlying(resolver.place_type(place).pointee()), Type::Struct(_));
            anything_if(!is_visible && !only_reads(&name))
        }
        CallTarget::Unknown => anything_if(!only_reads(&name)),
        CallTarget::Frame(_) | CallTarget::Convert(_) => Writer::Never,
    }
}

/// The last name of a callee as it is written.
fn callee_name(resolver: &Resolver, call: &Call) -> Name {
    let Callee::Place(place) = call.callee else {
        return Name::default();
    };
    match &resolver.body.places[place.index()].part {
        Some((_, Part::Field(name))) => name.clone(),
        _ => resolver.body.slot(place).name.clone(),
    }
}

/// Whether a library function writes through an argument. Only some do through a variable, `json.Unmarshal(b, into)`; most that get
/// an address do.
fn library_writes(name: &str, passing: Passing) -> bool {
    const FILLS: [&str; 17] = [
        "Unmarshal",
        "Decode",
        "Scan",
        "Sscan",
        "Fscan",
        "Read",
        "Sort",
        "Stable",
        "Reverse",
        "Shuffle",
        "Copy",
        "Put",
        "Add",
        "Store",
        "Swap",
        "CompareAndSwap",
        "Strings",
    ];
    const SETS: [&str; 6] = ["Set", "Add", "Del", "Delete", "Unmarshal", "Decode"];
    match passing {
        Passing::Receiver => SETS.iter().any(|word| name.starts_with(word)),
        Passing::Address => !only_reads(name),
        Passing::Variable => FILLS.iter().any(|word| name.starts_with(word)) && !name.starts_with("ReadFile"),
    }
}

/// Whether the name of a function says that it only reads what it gets: it prints, logs, encodes or compares.
fn only_reads(name: &str) -> bool {
    const READS: [&str; 32] = [
        "print", "sprint", "fprint", "log", "trace", "debug", "verbose", "info", "notice", "warn", "warning", "error",
        "fatal", "panic", "marshal", "encode", "dump", "format", "string", "equal", "compare", "contain", "is", "has",
        "len", "load", "write", "hash", "valid", "new", "with", "assert",
    ];
    const ENDINGS: [&str; 7] = ["", "f", "ln", "w", "s", "al", "c"];
    let lower = name.to_ascii_lowercase();
    READS.iter().any(|word| {
        lower.starts_with(word) && {
            let rest = &name[word.len()..];
            ENDINGS.contains(&rest) || rest.starts_with(|next: char| next.is_ascii_uppercase() || next == '_')
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_say_which_functions_only_read() {
        for name in [
            "Printf",
            "Infow",
            "Debugln",
            "errorf",
            "InfoContext",
            "Marshal",
            "EncodeElement",
            "IsZero",
            "Equals",
            "log",
        ] {
            assert!(only_reads(name), "{name}");
        }
        for name in ["Login", "Issue", "Update", "Infer", "Get", "Decode", "Unmarshal", "Fill", ""] {
            assert!(!only_reads(name), "{name}");
        }
    }

    #[test]
    fn library_functions_fill_addresses_and_few_variables() {
        use Passing::{Address, Receiver, Variable};
        for (name, passing, writes) in [
            ("Unmarshal", Address, true),
            ("Unmarshal", Variable, true),
            ("As", Address, true),
            ("NewRequest", Variable, false),
            ("Println", Address, false),
            ("ReadFile", Variable, false),
            ("ReadFull", Variable, true),
            ("Set", Receiver, true),
            ("Do", Receiver, false),
        ] {
            assert_eq!(library_writes(name, passing), writes, "{name}");
        }
    }
}
