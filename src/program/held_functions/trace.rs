//! The trace of function values through the events of one body, and into the arguments and results of its calls.
//!
//!     judges := []judge{good}                    an element of `judges` is good
//!     for _, judge := range judges {..}          so `judge` is good
//!     if other != nil { judge = other }          or what the callers pass as `other`

use super::holders::Holder;
use super::{LONGEST_PATH, MOST_STEPS, MOST_VALUES, Search, Values};
use crate::go::body::{
    Body, Call, Callee, ElementKey, EventKind, OUTER, Operand, Part, PlaceId, Rvalue, SlotId, SlotKind, TypeId,
};
use crate::go::outline::Name;
use crate::program::function_value::{Code, FrameRef, FunctionValue};
use crate::program::resolve::{CallTarget, Resolver};
use crate::program::{Entity, FuncRef, Member, Package, Type};
use std::cell::RefCell;
use std::sync::Arc;

/// The trace of values in one body.
pub(super) struct Trace<'a> {
    pub(super) search: &'a Search<'a>,
    pub(super) resolver: &'a Resolver<'a>,
    pub(super) body: &'a Body,
    /// The code of the body; `None` if it has no name.
    pub(super) code: Option<Code>,
    /// The call by which the body was entered, and the body of that call.
    pub(super) caller: Option<(&'a Trace<'a>, &'a Call)>,
    open: RefCell<Vec<(SlotId, Vec<Part>)>>,
}

impl<'a> Trace<'a> {
    pub(super) fn new(search: &'a Search<'a>, resolver: &'a Resolver<'a>, code: Option<Code>) -> Trace<'a> {
        Trace { search, resolver, body: resolver.body, code, caller: None, open: RefCell::default() }
    }

    /// The values of the part of an operand at a path.
    pub(super) fn operand(&self, operand: &Operand, path: &[Part]) -> Values {
        self.search.steps.set(self.search.steps.get() + 1);
        if self.search.steps.get() > MOST_STEPS || path.len() > LONGEST_PATH {
            return None;
        }
        match operand {
            Operand::Place(place) => self.place(*place, path),
            Operand::Frame(frame) if path.is_empty() => Some(vec![FunctionValue::Frame(*frame)]),
            Operand::Nil => Some(Vec::new()),
            _ => None,
        }
    }

    fn place(&self, place: PlaceId, path: &[Part]) -> Values {
        let found = self.own_place(place, path);
        if found.is_some() {
            return found;
        }
        let (Part::Field(field), rest) = path.split_first()? else {
            return None;
        };
        self.by_type(place, field, rest)
    }

    /// What a field of a value holds by its type, where it is not visible where the value comes from.
    pub(super) fn by_type(&self, place: PlaceId, field: &Name, rest: &[Part]) -> Values {
        match self.resolver.place_type(place).pointee() {
            Type::Named(named) if !named.is_local() => {
                self.held(Holder::Field(named.package.clone(), named.name.clone(), field.clone()), rest)
            }
            _ => None,
        }
    }

    fn own_place(&self, place: PlaceId, path: &[Part]) -> Values {
        let Some((base, part)) = &self.body.places[place.index()].part else {
            return self.slot(self.body.slot_of(place), path);
        };
        match part {
            Part::Field(name) => self.field(*base, name, path),
            Part::Deref => self.place(*base, path),
            Part::Element => {
                if let CallTarget::Functions(functions, _) = &*self.resolver.place_target(*base) {
                    // f[T]: a generic function with its type argument.
                    return path.is_empty().then(|| functions.iter().cloned().map(FunctionValue::Function).collect());
                }
                self.place(*base, &longer(vec![Part::Element], path))
            }
        }
    }

    /// `base.name`: a package's, a method's, or a field's.
    fn field(&self, base: PlaceId, name: &str, path: &[Part]) -> Values {
        let resolver = self.resolver;
        if let Some(package) = resolver.imported(base) {
            return self.entity(&package, name, path);
        }
        if let CallTarget::Convert(ty) = resolver.type_target(base) {
            return match self.search.index.member(&ty, name) {
                Some((_, Member::Method(functions, _))) if path.is_empty() => {
                    Some(functions.into_iter().map(FunctionValue::Function).collect())
                }
                _ => None,
            };
        }
        let ty = resolver.place_type(base);
        match self.search.index.member(&ty, name)? {
            (_, Member::Method(functions, _)) if path.is_empty() => {
                Some(functions.into_iter().map(FunctionValue::Bound).collect())
            }
            (embedded, Member::Field(_)) => {
                let mut owner = ty;
                for field in &embedded {
                    let (_, Member::Field(inner)) = self.search.index.member(&owner, field)? else {
                        return None;
                    };
                    owner = inner;
                }
                match owner.pointee() {
                    Type::Named(named) if !named.is_local() => {
                        let (package, ty) = (&named.package, &named.name);
                        if !self.search.is_assigned(package, ty, &name.into()) {
                            let own = embedded.into_iter().map(Part::Field).chain([Part::Field(name.into())]).collect();
                            let found = self.own_place(base, &longer(own, path));
                            if found.as_ref().is_some_and(|found| !found.is_empty()) {
                                return found;
                            }
                        }
                        self.held(Holder::Field(package.clone(), ty.clone(), name.into()), path)
                    }
                    // A struct without a name has no other code that writes it.
                    _ => {
                        let own = embedded.into_iter().map(Part::Field).chain([Part::Field(name.into())]).collect();
                        self.place(base, &longer(own, path))
                    }
                }
            }
            _ => None,
        }
    }

    pub(super) fn slot(&self, slot: SlotId, path: &[Part]) -> Values {
        let data = &self.body.slots[slot.index()];
        if data.kind == SlotKind::Global {
            return self.entity(self.resolver.package(), &data.name, path);
        }
        let key = (slot, path.to_vec());
        if self.open.borrow().contains(&key) {
            return Some(Vec::new());
        }
        self.open.borrow_mut().push(key);
        let found = self.local(slot, path);
        self.open.borrow_mut().pop();
        found
    }

    /// What a name of a package stands for.
    fn entity(&self, package: &Arc<Package>, name: &str, path: &[Part]) -> Values {
        let entities = package.lookup(name);
        match entities.first()? {
            Entity::Function(_) if path.is_empty() => {
                let functions = entities.iter().filter_map(|entity| match entity {
                    Entity::Function(id) => {
                        Some(FunctionValue::Function(FuncRef { package: package.clone(), id: *id }))
                    }
                    _ => None,
                });
                Some(functions.collect())
            }
            Entity::Variable(..) => self.held(Holder::Variable(package.clone(), name.into()), path),
            _ => None,
        }
    }

    /// What the events of the body, and its callers, give to a variable.
    fn local(&self, slot: SlotId, path: &[Part]) -> Values {
        let mut found = Vec::new();
        if self.body.slots[slot.index()].kind == SlotKind::Param {
            add(&mut found, self.param(slot, path)?)?;
        }
        for event in self.body.blocks.iter().flat_map(|block| &block.events) {
            if let EventKind::Make { value: Rvalue::Address(place), .. } = &event.kind
                && self.body.slot_of(*place) == slot
            {
                return None;
            }
            for to in event.kind.writes() {
                if self.body.slot_of(to) == slot
                    && let Some(rest) = self.rest_of(to, path)
                {
                    add(&mut found, self.written(&event.kind, to, rest)?)?;
                }
            }
        }
        Some(found)
    }

    /// A parameter: what the call gives it by which the body was entered, or else all calls.
    fn param(&self, slot: SlotId, path: &[Part]) -> Values {
        let number = self.body.frames[OUTER.index()].params.iter().position(|param| *param == slot)?;
        let Some(Code::Function(id)) = self.code else {
            return None;
        };
        let function = FuncRef { package: self.resolver.package().clone(), id };
        match self.caller {
            Some((trace, call)) => {
                let values = trace.argument(call, &function, number, path)?;
                trace.exported(values).map(|values| self.imported(values))
            }
            None => self.held(Holder::Param(function, number), path),
        }
    }

    /// The values of the argument that a parameter of a function receives from a call in this body.
    pub(super) fn argument(&self, call: &Call, function: &FuncRef, number: usize, path: &[Part]) -> Values {
        let decl = function.decl();
        let is_method = decl.receiver.is_some();
        let is_unbound = matches!(&*self.resolver.target(call), CallTarget::Unbound(_));
        let position = match number.checked_sub(usize::from(is_method && !is_unbound)) {
            Some(position) => position,
            None => {
                let Callee::Place(callee) = call.callee else {
                    return None;
                };
                let (base, _) = self.body.places[callee.index()].part.as_ref()?;
                return self.place(*base, path);
            }
        };
        let count = decl.signature.params.len() + usize::from(is_method && is_unbound);
        if call.args.iter().any(|arg| matches!(arg, Operand::Tuple(_))) {
            return None;
        }
        if !decl.signature.is_variadic || position + 1 < count || call.is_spread {
            return self.operand(call.args.get(position)?, path);
        }
        let (Part::Element, rest) = path.split_first()? else {
            return None;
        };
        let mut found = Vec::new();
        for arg in call.args.iter().skip(position) {
            add(&mut found, self.operand(arg, rest)?)?;
        }
        Some(found)
    }

    /// The values that an event writes to a place, or to the part of it at a path.
    pub(super) fn written(&self, event: &EventKind, to: PlaceId, path: &[Part]) -> Values {
        match event {
            EventKind::Assign { from, .. } => self.operand(from, path),
            EventKind::Make { to: first, value } if *first == to => self.made(value, path),
            EventKind::Call(call) => {
                let position = call.results.iter().position(|result| *result == Some(to))?;
                self.result(call, position, path)
            }
            _ => None,
        }
    }

    fn made(&self, value: &Rvalue, path: &[Part]) -> Values {
        match value {
            Rvalue::Address(place) => self.place(*place, path),
            Rvalue::Composite { ty, elements, .. } => self.composite(*ty, elements, path),
            Rvalue::Assert { from, .. } => self.operand(from, path),
            Rvalue::Zero(_) | Rvalue::Made { .. } => Some(Vec::new()),
            Rvalue::RangeValue(from) if !self.is_function(from) => {
                self.operand(from, &longer(vec![Part::Element], path))
            }
            _ => None,
        }
    }

    fn is_function(&self, operand: &Operand) -> bool {
        let ty = self.resolver.operand_type(operand);
        matches!(self.search.index.underlying(&ty), Type::Func(_) | Type::Unknown)
    }

    fn composite(&self, ty: Option<TypeId>, elements: &[(ElementKey, Operand)], path: &[Part]) -> Values {
        let (first, rest) = path.split_first()?;
        let mut found = Vec::new();
        for (key, operand) in elements {
            if self.resolver.field_of(ty, key)? == *first {
                add(&mut found, self.operand(operand, rest)?)?;
            }
        }
        Some(found)
    }

    /// The values of a result of a call.
    fn result(&self, call: &Call, position: usize, path: &[Part]) -> Values {
        match &*self.resolver.target(call) {
            CallTarget::Functions(functions, _) | CallTarget::Unbound(functions) => {
                let mut found = Vec::new();
                for function in functions {
                    add(&mut found, self.returned_by(function, Some(call), position, path)?)?;
                }
                Some(found)
            }
            CallTarget::Frame(frame) => self.slot(*self.body.frames[frame.index()].results.get(position)?, path),
            CallTarget::Convert(_) => self.operand(call.args.first()?, path),
            CallTarget::Builtin(name) if name == "append" => self.appended(call, path),
            CallTarget::Builtin(name) if name == "make" || name == "new" => Some(Vec::new()),
            CallTarget::Value(_) => {
                let Callee::Place(callee) = call.callee else {
                    return None;
                };
                let mut found = Vec::new();
                for value in self.place(callee, &[])? {
                    let values = match value {
                        FunctionValue::Function(function) | FunctionValue::Bound(function) => {
                            self.returned_by(&function, None, position, path)?
                        }
                        FunctionValue::Frame(frame) => {
                            self.slot(*self.body.frames[frame.index()].results.get(position)?, path)?
                        }
                        FunctionValue::Literal(_) => return None,
                    };
                    add(&mut found, values)?;
                }
                Some(found)
            }
            _ => None,
        }
    }

    fn appended(&self, call: &Call, path: &[Part]) -> Values {
        let (list, items) = call.args.split_first()?;
        let mut found = self.operand(list, path)?;
        let (Part::Element, rest) = path.split_first()? else {
            return None;
        };
        for item in items {
            add(&mut found, self.operand(item, if call.is_spread { path } else { rest })?)?;
        }
        Some(found)
    }

    /// The part of a path that is left inside of a place; `None` if the path leads elsewhere.
    fn rest_of<'p>(&self, place: PlaceId, path: &'p [Part]) -> Option<&'p [Part]> {
        let own = self.parts(place);
        path.strip_prefix(&own[..])
    }

    /// The parts from the variable to a place, embedded fields written out, without dereferences.
    fn parts(&self, place: PlaceId) -> Vec<Part> {
        let Some((base, part)) = &self.body.places[place.index()].part else {
            return Vec::new();
        };
        let mut parts = self.parts(*base);
        match part {
            Part::Deref => {}
            Part::Element => parts.push(Part::Element),
            Part::Field(name) => {
                parts.extend(self.resolver.embedded_path(*base, name).into_iter().map(Part::Field));
                parts.push(part.clone());
            }
        }
        parts
    }

    /// Values of this body, for another one: literals with the code that they are in.
    pub(super) fn exported(&self, values: Vec<FunctionValue>) -> Values {
        let named = |value: FunctionValue| match value {
            FunctionValue::Frame(frame) => Some(FunctionValue::Literal(FrameRef {
                package: self.resolver.package().clone(),
                code: self.code?,
                frame,
            })),
            other => Some(other),
        };
        values.into_iter().map(named).collect()
    }

    /// Values that came from another body, for this one.
    pub(super) fn imported(&self, values: Vec<FunctionValue>) -> Vec<FunctionValue> {
        let own = |value: FunctionValue| match value {
            FunctionValue::Literal(literal)
                if Some(literal.code) == self.code && literal.package == *self.resolver.package() =>
            {
                FunctionValue::Frame(literal.frame)
            }
            other => other,
        };
        values.into_iter().map(own).collect()
    }
}

fn longer(mut start: Vec<Part>, path: &[Part]) -> Vec<Part> {
    start.extend(path.iter().cloned());
    start
}

/// Adds values that are not known yet; `None` if there are too many of them.
pub(super) fn add(found: &mut Vec<FunctionValue>, values: Vec<FunctionValue>) -> Option<()> {
    for value in values {
        if !found.contains(&value) {
            found.push(value);
        }
    }
    (found.len() <= MOST_VALUES).then_some(())
}
