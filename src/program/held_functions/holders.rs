//! Values that other bodies read and write: variables of packages, fields of defined types, parameters and results.
//!
//!     type desk struct{ info ask }      the field is what literals `desk{info: f}` and assignments `d.info = f` give it
//!     func run(how timed)               the parameter is what the calls of `run` pass
//!
//! What is exported is looked for in the whole module, without its tests; anything else in its package. Tests count for what is declared
//! in a test. A variable or field whose address is taken, and a parameter of a function that is used as a value, are not known.

use super::mentions::{Mention, Within};
use super::trace::{Trace, add};
use super::{DEEPEST_HOLDERS, Search, Values};
use crate::go::body::{Body, Call, Callee, EventKind, Operand, Part, PlaceId, Rvalue, SlotKind};
use crate::go::outline::Name;
use crate::ground::memo::Memo;
use crate::program::function_value::{Code, FunctionValue, FunctionValues};
use crate::program::resolve::{CallTarget, Resolver};
use crate::program::{Entity, FuncRef, Package, Type};
use std::sync::Arc;

/// Something that holds a value and that several bodies know.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(in crate::program) enum Holder {
    /// A variable of a package.
    Variable(Arc<Package>, Name),
    /// A field of a type: package, type, field.
    Field(Arc<Package>, Name, Name),
    /// A parameter of a function, the receiver first.
    Param(FuncRef, usize),
    /// A result of a function, whatever it is called with.
    Result(FuncRef, usize),
}

/// The values of parts of holders.
pub(in crate::program) type HeldValues = Memo<(Holder, Vec<Part>), Option<Arc<FunctionValues>>>;

/// Whether fields are assigned after their values are made: package, type, field.
pub(in crate::program) type AssignedFields = Memo<(Arc<Package>, Name, Name), bool>;

impl Trace<'_> {
    /// The values of a part of a holder.
    pub(super) fn held(&self, holder: Holder, path: &[Part]) -> Values {
        let key = (holder, path.to_vec());
        let search = self.search;
        if search.open.borrow().is_empty() && !matches!(key.0, Holder::Result(..)) {
            let index = search.index;
            let found = match index.held_values.get(&key) {
                Some(known) => known,
                None => {
                    let inner = Search::new(index);
                    let all = inner.run(&key);
                    let found = all.map(|all| Arc::new(FunctionValues { all, is_shared: inner.is_shared.get() }));
                    index.held_values.insert(key, found)
                }
            };
            return found.map(|found| {
                search.is_shared.set(search.is_shared.get() || found.is_shared);
                self.imported(found.all.clone())
            });
        }
        search.run(&key).map(|found| self.imported(found))
    }

    /// The values of a result of a function, for a call of it in this body.
    pub(super) fn returned_by(&self, function: &FuncRef, call: Option<&Call>, result: usize, path: &[Part]) -> Values {
        let key = (Holder::Result(function.clone(), result), path.to_vec());
        let search = self.search;
        search.enter(&key, || {
            let body = function.body().filter(|body| !body.is_damaged && !function.is_stub())?;
            let code = Code::Function(function.id);
            let resolver = Resolver::new(search.index, &body, code.scope(search.index, &function.package));
            let mut inner = Trace::new(search, &resolver, Some(code));
            inner.caller = call.map(|call| (self, call));
            let slot = *body.frames.first()?.results.get(result)?;
            let found = inner.slot(slot, path)?;
            // What came from an argument is a value of this body already.
            inner.exported(found).map(|found| self.imported(found))
        })
    }
}

impl Search<'_> {
    fn run(&self, key: &(Holder, Vec<Part>)) -> Values {
        self.enter(key, || match &key.0 {
            Holder::Variable(package, name) => self.variable(package, name, &key.1),
            Holder::Field(package, ty, field) => self.field(package, ty, field, &key.1),
            Holder::Param(function, number) => self.param(function, *number, &key.1),
            Holder::Result(..) => None,
        })
        .filter(|found| !found.is_empty() || !self.open.borrow().is_empty())
    }

    /// Runs `find` for a holder, unless that is being looked for already or the trace is too deep.
    fn enter(&self, key: &(Holder, Vec<Part>), find: impl FnOnce() -> Values) -> Values {
        if self.open.borrow().contains(key) {
            return Some(Vec::new());
        }
        if self.open.borrow().len() >= DEEPEST_HOLDERS {
            return None;
        }
        self.open.borrow_mut().push(key.clone());
        let found = find();
        self.open.borrow_mut().pop();
        found
    }

    /// How far a name of a package is known; `None` if it can be used outside of the repository's code.
    pub(super) fn within(&self, package: &Package, names: &[&str], file: u32) -> Option<Within> {
        let folder = package.folder.as_deref()?;
        let is_exported = names.iter().all(|name| name.starts_with(char::is_uppercase)) && package.name != "main";
        if package.files.get(file as usize)?.source.shown.ends_with("_test.go") {
            return Some(Within::PackageAndTests);
        }
        match is_exported {
            true => (!self.index.is_outside(folder)).then_some(Within::Module),
            false => Some(Within::Package),
        }
    }

    /// The values in all bodies that mention a name, by `find`.
    fn in_mentions(
        &self,
        package: &Arc<Package>,
        (name, mention): (&Name, Mention),
        within: Within,
        found: &mut Vec<FunctionValue>,
        find: impl Fn(&Trace, &mut Vec<FunctionValue>) -> Option<()>,
    ) -> Option<()> {
        for (package, code) in self.index.mentions(package, name, within, mention)?.iter() {
            let Some(body) = code.body(package) else {
                match code {
                    Code::Variable(file, spec) if !has_value(package, *file, *spec) => continue,
                    _ => return None,
                }
            };
            let resolver = Resolver::new(self.index, &body, code.scope(self.index, package));
            let trace = Trace::new(self, &resolver, Some(*code));
            let mut own = Vec::new();
            find(&trace, &mut own)?;
            add(found, trace.exported(own)?)?;
        }
        Some(())
    }

    fn variable(&self, package: &Arc<Package>, name: &Name, path: &[Part]) -> Values {
        let mut found = Vec::new();
        let mut declared_in = 0;
        for entity in package.lookup(name) {
            let Entity::Variable(file, spec, position) = entity else {
                return None;
            };
            declared_in = *file;
            let code = Code::Variable(*file, *spec);
            let Some(body) = code.body(package) else {
                if has_value(package, *file, *spec) {
                    return None;
                }
                continue;
            };
            let resolver = Resolver::new(self.index, &body, code.scope(self.index, package));
            let trace = Trace::new(self, &resolver, Some(code));
            let slot = *body.frames.first()?.results.get(*position as usize)?;
            add(&mut found, trace.exported(trace.slot(slot, path)?)?)?;
        }
        let within = self.within(package, &[name], declared_in)?;
        self.in_mentions(package, (name, Mention::Write), within, &mut found, |trace, found| {
            trace.writes_to(path, found, |place| trace.is_variable(place, package, name))
        })?;
        Some(found)
    }

    /// Whether a field of a type is assigned somewhere, or its address taken: its values are not those of the literals alone. True where
    /// that cannot be found out.
    pub(super) fn is_assigned(&self, package: &Arc<Package>, ty: &Name, field: &Name) -> bool {
        let key = (package.clone(), ty.clone(), field.clone());
        if let Some(known) = self.index.assigned_fields.get(&key) {
            return known;
        }
        let is_assigned = self.find_assigned(package, ty, field).unwrap_or(true);
        self.index.assigned_fields.insert(key, is_assigned)
    }

    fn find_assigned(&self, package: &Arc<Package>, ty: &Name, field: &Name) -> Option<bool> {
        let within = self.within(package, &[ty, field], file_of_type(package, ty)?)?;
        for (package_of_code, code) in self.index.mentions(package, field, within, Mention::Write)?.iter() {
            let Some(body) = code.body(package_of_code) else {
                continue;
            };
            let resolver = Resolver::new(self.index, &body, code.scope(self.index, package_of_code));
            let trace = Trace::new(self, &resolver, Some(*code));
            let is_field = |place: PlaceId| trace.is_field(place, package, ty, field);
            let is_assigned = trace.events().any(|event| {
                let taken = match event {
                    EventKind::Make { value: Rvalue::Address(place), .. } => Some(*place),
                    _ => None,
                };
                event.writes().into_iter().chain(taken).any(|place| trace.around(place, &is_field).is_some())
            });
            if is_assigned {
                return Some(true);
            }
        }
        Some(false)
    }

    fn field(&self, package: &Arc<Package>, ty: &Name, field: &Name, path: &[Part]) -> Values {
        self.is_shared.set(true);
        let within = self.within(package, &[ty, field], file_of_type(package, ty)?)?;
        let mut found = Vec::new();
        let find = |trace: &Trace, found: &mut Vec<FunctionValue>| {
            trace.literals_of(package, ty, field, path, found)?;
            trace.writes_to(path, found, |place| trace.is_field(place, package, ty, field))
        };
        self.in_mentions(package, (field, Mention::Write), within, &mut found, find)?;
        // Elements without keys do not mention the field.
        let own = if within == Within::Module { Within::Package } else { within };
        self.in_mentions(package, (ty, Mention::Any), own, &mut found, |trace, found| {
            trace.literals_of(package, ty, field, path, found)
        })?;
        Some(found)
    }

    fn param(&self, function: &FuncRef, number: usize, path: &[Part]) -> Values {
        let name = function.decl().name.clone();
        let within = self.within(&function.package, &[&name], function.id.file)?;
        let mut found = Vec::new();
        self.in_mentions(&function.package, (&name, Mention::Any), within, &mut found, |trace, found| {
            trace.calls_of(function, number, path, found)
        })?;
        Some(found)
    }
}

impl Trace<'_> {
    fn events(&self) -> impl Iterator<Item = &EventKind> {
        self.body.blocks.iter().flat_map(|block| &block.events).map(|event| &event.kind)
    }

    /// Adds what the events write to a path inside of places that are the holder.
    fn writes_to(
        &self,
        path: &[Part],
        found: &mut Vec<FunctionValue>,
        is_holder: impl Fn(PlaceId) -> bool,
    ) -> Option<()> {
        for event in self.events() {
            if let EventKind::Make { value: Rvalue::Address(place), .. } = event
                && self.around(*place, &is_holder).is_some()
            {
                return None;
            }
            for to in event.writes() {
                if let Some(inside) = self.around(to, &is_holder)
                    && let Some(rest) = path.strip_prefix(&inside[..])
                {
                    add(found, self.written(event, to, rest)?)?;
                }
            }
        }
        Some(())
    }

    /// The parts between the holder and a place in it; `None` if it is in no holder.
    fn around(&self, place: PlaceId, is_holder: &impl Fn(PlaceId) -> bool) -> Option<Vec<Part>> {
        if is_holder(place) {
            return Some(Vec::new());
        }
        let (base, part) = self.body.places[place.index()].part.as_ref()?;
        let mut parts = self.around(*base, is_holder)?;
        if *part != Part::Deref {
            parts.push(part.clone());
        }
        Some(parts)
    }

    fn is_variable(&self, place: PlaceId, package: &Arc<Package>, name: &Name) -> bool {
        match &self.body.places[place.index()].part {
            None => {
                let slot = self.body.slot(place);
                slot.kind == SlotKind::Global && slot.name == *name && self.resolver.package() == package
            }
            Some((base, Part::Field(field))) => {
                field == name && self.resolver.imported(*base).is_some_and(|imported| imported == *package)
            }
            _ => false,
        }
    }

    fn is_field(&self, place: PlaceId, package: &Arc<Package>, ty: &Name, field: &Name) -> bool {
        let Some((base, Part::Field(name))) = &self.body.places[place.index()].part else {
            return false;
        };
        if name != field || self.resolver.imported(*base).is_some() {
            return false;
        }
        let mut owner = self.resolver.place_type(*base);
        for embedded in self.resolver.embedded_path(*base, name) {
            match self.search.index.member(&owner, &embedded) {
                Some((_, crate::program::Member::Field(inner))) => owner = inner,
                _ => return false,
            }
        }
        is_named(&owner, package, ty)
    }

    /// Adds what literals of a type give to a field.
    fn literals_of(
        &self,
        package: &Arc<Package>,
        ty: &Name,
        field: &Name,
        path: &[Part],
        found: &mut Vec<FunctionValue>,
    ) -> Option<()> {
        for event in self.events() {
            let EventKind::Make { value: Rvalue::Composite { ty: Some(made), elements, .. }, .. } = event else {
                continue;
            };
            let resolved = self.search.index.resolve(&self.body.types[made.index()], self.resolver.scope());
            if !is_named(&resolved, package, ty) {
                continue;
            }
            for (key, operand) in elements {
                if self.resolver.field_of(Some(*made), key) == Some(Part::Field(field.clone())) {
                    add(found, self.operand(operand, path)?)?;
                }
            }
        }
        Some(())
    }

    /// Adds what the calls of a function pass to a parameter; `None` if it is used as a value.
    fn calls_of(&self, function: &FuncRef, number: usize, path: &[Part], found: &mut Vec<FunctionValue>) -> Option<()> {
        let name = &function.decl().name;
        for event in self.events() {
            let values = event.reads();
            let is_function = |operand: &&Operand| {
                matches!(operand, Operand::Place(place)
                if last_name(self.body, *place) == Some(name) && self.may_be(*place, function))
            };
            if values.iter().any(is_function) {
                return None;
            }
            let EventKind::Call(call) = event else {
                continue;
            };
            let Callee::Place(callee) = call.callee else {
                continue;
            };
            if last_name(self.body, callee) != Some(name) {
                continue;
            }
            match &*self.resolver.target(call) {
                CallTarget::Functions(functions, _) | CallTarget::Unbound(functions)
                    if functions.contains(function) =>
                {
                    add(found, self.argument(call, function, number, path)?)?;
                }
                // It may be a call of this method.
                CallTarget::Abstract(_) | CallTarget::Unknown if function.decl().receiver.is_some() => return None,
                _ => {}
            }
        }
        Some(())
    }

    fn may_be(&self, place: PlaceId, function: &FuncRef) -> bool {
        match &*self.resolver.place_target(place) {
            CallTarget::Functions(functions, _) | CallTarget::Unbound(functions) => functions.contains(function),
            CallTarget::Abstract(_) => function.decl().receiver.is_some(),
            _ => false,
        }
    }
}

fn file_of_type(package: &Package, ty: &str) -> Option<u32> {
    package.lookup(ty).iter().find_map(|entity| match entity {
        Entity::Type(file, _) => Some(*file),
        _ => None,
    })
}

fn has_value(package: &Package, file: u32, spec: u32) -> bool {
    package.files[file as usize].var_decl(spec as usize).has_value
}

/// The name of a function or method that a place mentions, without type arguments.
fn last_name(body: &Body, place: PlaceId) -> Option<&Name> {
    match &body.places[place.index()].part {
        None => Some(&body.slot(place).name),
        Some((_, Part::Field(name))) => Some(name),
        Some((base, _)) => last_name(body, *base),
    }
}

fn is_named(ty: &Type, package: &Arc<Package>, name: &Name) -> bool {
    matches!(ty.pointee(), Type::Named(named) if named.name == *name && named.package == *package && !named.is_local())
}
