//! The type of each place and the callee of each call of one body.
//!
//!     c, err := newClientErr()     type of c: first result of newClientErr
//!     resp, err := c.Get(u)        callee: method Get of *http.Client
//!
//! Types are inferred on demand from declarations and from the event that first writes a variable. A variable whose type depends on
//! itself has [`Type::Unknown`]. What the callee does is not known here; see [`crate::meaning`] and [`crate::leak`].

mod infer;
mod unseen;

pub use unseen::{UNSEEN_CLIENTS, is_unseen_method};

use crate::go::body::{
    Block, BlockId, Body, Call, Callee, ElementKey, EventKind, FrameId, Operand, Part, PlaceId, Rvalue, SlotId,
    SlotKind,
};
use crate::go::outline::{ConstValue, Name, Signature, TypeExpr};
use crate::program::{Entity, FuncRef, FuncType, FunctionValues, Index, Member, Package, Scope, Type};
use rustc_hash::FxHashMap;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::sync::Arc;

/// How many inferences of package variables may be nested: `var a = f(b)`, `var b = g(c)` ...
const DEEPEST: usize = 12;

/// How many variables may be inferred from each other, `b := a`, `c := b` ..., before all earlier ones are inferred first: a
/// function of 20,000 such lines must not use up the stack.
const DEEPEST_CHAIN: usize = 100;

/// The callee of a call.
#[derive(Clone, Debug)]
pub enum CallTarget {
    /// Functions or methods with their declaration, all build variants; for a method, the receiver's type arguments.
    Functions(Vec<FuncRef>, Vec<Type>),
    /// A method by its type, `(*T).Method`: the receiver is the first argument.
    Unbound(Vec<FuncRef>),
    /// A method of an interface.
    Abstract(Box<crate::program::AbstractMethod>),
    /// A method of a type that cannot be resolved, which is used as this one of a known type.
    Unseen(FuncRef),
    /// A value of function type.
    Value(Arc<FuncType>),
    /// A function literal of the same body.
    Frame(FrameId),
    /// A predeclared function.
    Builtin(Name),
    /// A conversion to a type.
    Convert(Type),
    /// A function of the standard library without a stub: its arguments neither escape nor are closed.
    Standard,
    /// Not known.
    Unknown,
}

/// A variable that can be named from outside of its function: one of a package, or a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NamedValue {
    /// The package that declares it, or the type that it is a field of.
    pub package: Arc<Package>,
    /// The type that it is a field of.
    pub owner: Option<Name>,
    /// Its name.
    pub name: Name,
}

impl NamedValue {
    /// The name as in configuration files, as if it were a function: `example.com/x.Fetch`, `example.com/x.(Client).Fetch`.
    pub fn full_name(&self) -> String {
        let NamedValue { package, owner, name } = self;
        match owner {
            Some(owner) => format!("{}.({owner}).{name}", package.path),
            None => format!("{}.{name}", package.path),
        }
    }
}

impl CallTarget {
    /// Whether the operand before the dot is the first parameter.
    pub fn has_receiver(&self) -> bool {
        match self {
            CallTarget::Functions(functions, _) => {
                functions.first().is_some_and(|function| function.decl().receiver.is_some())
            }
            CallTarget::Abstract(_) | CallTarget::Unseen(_) => true,
            _ => false,
        }
    }
}

/// Where a slot gets its first value: block, event.
type Definition = (BlockId, usize);

/// The types and callees of one body, found on demand.
pub struct Resolver<'a> {
    /// All packages.
    pub index: &'a Index,
    /// The body.
    pub body: &'a Body,
    scope: Scope,
    definitions: Vec<Option<Definition>>,
    writers: Vec<u32>,
    slots: RefCell<Vec<Option<Type>>>,
    open: RefCell<Vec<bool>>,
    /// How many slots are being inferred.
    chain: Cell<usize>,
    /// How many inferences of package variables this one is nested in.
    nested: usize,
    /// The callees of calls by the place that is called.
    targets: RefCell<FxHashMap<PlaceId, Rc<CallTarget>>>,
    /// Whether the uses of places show that they hold responses: by the place, and whether one field is enough.
    unseen_uses: RefCell<FxHashMap<(PlaceId, bool), bool>>,
    /// The functions that places can hold; see [`Resolver::function_values`].
    pub(super) values: RefCell<FxHashMap<PlaceId, Option<Rc<FunctionValues>>>>,
}

impl<'a> Resolver<'a> {
    /// A resolver for the body of a function, or of a variable's initial value.
    pub fn new(index: &'a Index, body: &'a Body, scope: Scope) -> Resolver<'a> {
        let mut definitions = vec![None; body.slots.len()];
        let mut writers = vec![0; body.slots.len()];
        for (number, block) in body.blocks.iter().enumerate() {
            note_definitions(body, number, block, &mut definitions, &mut writers);
        }
        let slots = RefCell::new(vec![None; body.slots.len()]);
        let open = RefCell::new(vec![false; body.slots.len()]);
        Resolver {
            index,
            body,
            scope,
            definitions,
            writers,
            slots,
            open,
            chain: Cell::new(0),
            nested: 0,
            targets: RefCell::default(),
            unseen_uses: RefCell::default(),
            values: RefCell::default(),
        }
    }

    /// The package of the body.
    pub fn package(&self) -> &Arc<Package> {
        &self.scope.package
    }

    /// The scope of the body.
    pub fn scope(&self) -> &Scope {
        &self.scope
    }

    /// The type of a slot: as declared, else as inferred from the event that first writes it; [`Type::Unknown`] if neither says.
    pub fn slot_type(&self, slot: SlotId) -> Type {
        if let Some(known) = &self.slots.borrow()[slot.index()] {
            return known.clone();
        }
        if std::mem::replace(&mut self.open.borrow_mut()[slot.index()], true) {
            return Type::Unknown;
        }
        self.chain.set(self.chain.get() + 1);
        if self.chain.get() == DEEPEST_CHAIN {
            (0..slot.0).for_each(|before| drop(self.slot_type(SlotId(before))));
        }
        let ty = self.infer_slot(slot);
        self.chain.set(self.chain.get() - 1);
        self.open.borrow_mut()[slot.index()] = false;
        self.slots.borrow_mut()[slot.index()] = Some(ty.clone());
        ty
    }

    fn infer_slot(&self, slot: SlotId) -> Type {
        let data = &self.body.slots[slot.index()];
        if let Some(ty) = data.ty {
            return self.index.resolve(&self.body.types[ty.index()], &self.scope);
        }
        if data.kind == SlotKind::Global {
            return self.global_type(&data.name);
        }
        let Some((block, number)) = self.definitions[slot.index()] else {
            return Type::Unknown;
        };
        let event = &self.body.blocks[block.index()].events[number];
        match &event.kind {
            EventKind::Assign { from, .. } => self.operand_type(from),
            EventKind::Make { to, value } if self.body.slot_of(*to) == slot => self.rvalue_type(value),
            EventKind::Make { .. } => Type::Basic(Name::new_static("bool")),
            EventKind::Call(call) => {
                let position =
                    call.results.iter().position(|result| result.is_some_and(|place| place == self.body.root(slot)));
                let types = self.result_types(call);
                position.and_then(|position| types.get(position).cloned()).unwrap_or(Type::Unknown)
            }
            _ => Type::Unknown,
        }
    }

    /// The type of a place.
    pub fn place_type(&self, place: PlaceId) -> Type {
        match &self.body.places[place.index()].part {
            None => self.slot_type(self.body.slot_of(place)),
            Some((base, Part::Deref)) => match self.index.underlying(&self.place_type(*base)) {
                Type::Pointer(inner) => (*inner).clone(),
                _ => Type::Unknown,
            },
            Some((base, Part::Element)) => self.index.element(&self.place_type(*base)),
            Some((base, Part::Field(name))) => {
                if let Some(package) = self.imported(*base) {
                    return self.entity_type(&package, name);
                }
                if let CallTarget::Convert(ty) = self.type_target(*base) {
                    return self.method_expression(&ty, name);
                }
                match self.index.member(&self.place_type(*base), name) {
                    Some((_, Member::Field(ty))) => ty,
                    Some((_, Member::Method(functions, args))) => self.method_value(&functions, &args),
                    Some((_, Member::Abstract(method))) => Type::Func(Arc::new(method.func.clone())),
                    None => Type::Unknown,
                }
            }
        }
    }

    /// Whether a place is a method bound to a receiver, not a field.
    pub fn is_method_value(&self, place: PlaceId) -> bool {
        let Some((base, Part::Field(name))) = &self.body.places[place.index()].part else {
            return false;
        };
        if self.imported(*base).is_some() {
            return false;
        }
        matches!(self.index.member(&self.place_type(*base), name), Some((_, Member::Method(..) | Member::Abstract(_))))
    }

    /// The embedded fields between a place and the one it is a field of: `Response` for `r.Body` with an embedded response.
    pub fn embedded_path(&self, base: PlaceId, name: &str) -> Vec<Name> {
        if self.body.slot(base).kind == SlotKind::Global && self.imported(base).is_some() {
            return Vec::new();
        }
        self.index.member(&self.place_type(base), name).map_or(Vec::new(), |(path, _)| path)
    }

    /// The package that a place names.
    pub(super) fn imported(&self, place: PlaceId) -> Option<Arc<Package>> {
        let is_root = self.body.places[place.index()].part.is_none();
        let slot = self.body.slot(place);
        if !is_root || slot.kind != SlotKind::Global || !self.scope.package.lookup(&slot.name).is_empty() {
            return None;
        }
        self.index.imported(&self.scope.package, self.scope.file(), &slot.name)
    }

    fn method_value(&self, functions: &[FuncRef], args: &[Type]) -> Type {
        match functions.first() {
            Some(function) => Type::Func(Arc::new(self.func_type(function, args))),
            None => Type::Unknown,
        }
    }

    /// The type of a method that is named by its type, `T.Get`: the receiver is the first parameter.
    fn method_expression(&self, ty: &Type, name: &str) -> Type {
        let Some((_, Member::Method(functions, args))) = self.index.member(ty, name) else {
            return Type::Unknown;
        };
        let Some(function) = functions.first() else {
            return Type::Unknown;
        };
        let FuncType { signature, scope } = self.func_type(function, &args);
        let receiver = function.decl().receiver.iter().cloned();
        let params = receiver.chain(signature.params.iter().cloned()).collect();
        let signature = Signature { params, ..(*signature).clone() };
        Type::Func(Arc::new(FuncType { signature: Arc::new(signature), scope }))
    }

    /// The type of a function, with the receiver's type arguments put in.
    fn func_type(&self, function: &FuncRef, args: &[Type]) -> FuncType {
        let mut scope = Scope::of_signature(self.index, function);
        if !args.is_empty() {
            let mut params: Vec<(Name, Type)> =
                function.decl().receiver_type_params().into_iter().zip(args.iter().cloned()).collect();
            params.extend(scope.params.iter().skip(params.len()).cloned());
            scope = scope.with(params);
        }
        FuncType { signature: function.decl().signature.clone(), scope }
    }

    fn global_type(&self, name: &Name) -> Type {
        let own = self.entity_type(&self.scope.package, name);
        if own != Type::Unknown || !self.scope.package.lookup(name).is_empty() {
            return own;
        }
        let dots = self.index.dot_imports(&self.scope.package, self.scope.file());
        dots.iter()
            .map(|package| self.entity_type(package, name))
            .find(|ty| *ty != Type::Unknown)
            .unwrap_or(Type::Unknown)
    }

    /// The type of a package-level variable, constant or function.
    fn entity_type(&self, package: &Arc<Package>, name: &str) -> Type {
        let Some(entity) = self.entity(package, name) else {
            return Type::Unknown;
        };
        let (package, entity) = entity;
        match entity {
            Entity::Function(id) => {
                let function = FuncRef { package, id };
                Type::Func(Arc::new(self.func_type(&function, &[])))
            }
            Entity::Variable(file, spec, position) => self.variable_type(&package, file, spec, position),
            Entity::Type(..) | Entity::Constant(..) => Type::Unknown,
        }
    }

    /// The declaration of a name in a package; where a stub has none, that of the source.
    fn entity(&self, package: &Arc<Package>, name: &str) -> Option<(Arc<Package>, Entity)> {
        if let Some(entity) = package.lookup(name).first() {
            return Some((package.clone(), *entity));
        }
        let folder = self.scope.package.folder.as_deref().filter(|_| package.folder.is_none())?;
        if crate::program::is_standard(&package.path) {
            return None;
        }
        let source = self.index.import_source(folder, &Name::new(&package.path))?;
        let entity = *source.lookup(name).first()?;
        Some((source, entity))
    }

    /// The value of the constant that a place names; unknown if it names none, or if build variants differ.
    pub fn constant(&self, place: PlaceId) -> ConstValue {
        let value = |package: &Arc<Package>, name: &str| match self.entity(package, name) {
            Some((package, Entity::Constant(..))) => {
                let mut values = package.lookup(name).iter().map(|entity| match entity {
                    Entity::Constant(file, number) => package.files[*file as usize].constant(*number as usize, name),
                    _ => ConstValue::Unknown,
                });
                let first = values.next().unwrap_or(ConstValue::Unknown);
                // Another build variant may have another value.
                if values.all(|value| value == first) { first } else { ConstValue::Unknown }
            }
            _ => ConstValue::Unknown,
        };
        match &self.body.places[place.index()].part {
            None => {
                let name = &self.body.slot(place).name;
                if !self.scope.package.lookup(name).is_empty() {
                    return value(&self.scope.package, name);
                }
                let dots = self.index.dot_imports(&self.scope.package, self.scope.file());
                dots.iter()
                    .map(|package| value(package, name))
                    .find(|v| *v != ConstValue::Unknown)
                    .unwrap_or(ConstValue::Unknown)
            }
            Some((base, Part::Field(name))) => {
                self.imported(*base).map_or(ConstValue::Unknown, |package| value(&package, name))
            }
            _ => ConstValue::Unknown,
        }
    }

    /// The full name of the declared constant that a place names, which stands for a value that is not known: `iota`, a sum. `None`
    /// if it names none.
    pub fn constant_name(&self, place: PlaceId) -> Option<String> {
        let (package, name) = match &self.body.places[place.index()].part {
            None if self.body.slot(place).kind == SlotKind::Global => {
                (self.scope.package.clone(), &self.body.slot(place).name)
            }
            Some((base, Part::Field(name))) => (self.imported(*base)?, name),
            _ => return None,
        };
        let (package, entity) = self.entity(&package, name)?;
        matches!(entity, Entity::Constant(..)).then(|| format!("{}.{name}", package.path))
    }

    /// Whether a place is the package variable `path.name`.
    pub fn is_global(&self, place: PlaceId, path: &str, name: &str) -> bool {
        match &self.body.places[place.index()].part {
            Some((base, Part::Field(field))) if field == name => {
                self.imported(*base).is_some_and(|package| package.is(path))
            }
            None if self.body.slot(place).name == name && self.body.slot(place).kind == SlotKind::Global => {
                let dots = self.index.dot_imports(&self.scope.package, self.scope.file());
                dots.iter().any(|package| package.is(path))
            }
            _ => false,
        }
    }

    /// The package variable or the field of a defined type that a place is; `None` if it is neither.
    pub fn named_value(&self, place: PlaceId) -> Option<NamedValue> {
        let Some((base, Part::Field(name))) = &self.body.places[place.index()].part else {
            let slot = self.body.slot(place);
            let is_own = slot.kind == SlotKind::Global && !self.scope.package.lookup(&slot.name).is_empty();
            let package = is_own.then(|| self.scope.package.clone())?;
            return Some(NamedValue { package, owner: None, name: slot.name.clone() });
        };
        if let Some(package) = self.imported(*base) {
            return Some(NamedValue { package, owner: None, name: name.clone() });
        }
        match self.place_type(*base).pointee() {
            Type::Named(named) => {
                Some(NamedValue { package: named.package.clone(), owner: Some(named.name.clone()), name: name.clone() })
            }
            _ => None,
        }
    }

    /// The callee of a call.
    pub fn target(&self, call: &Call) -> Rc<CallTarget> {
        match &call.callee {
            Callee::Frame(frame) => Rc::new(CallTarget::Frame(*frame)),
            Callee::Type(ty) => {
                Rc::new(CallTarget::Convert(self.index.resolve(&self.body.types[ty.index()], &self.scope)))
            }
            Callee::Place(place) => {
                let target = self.place_target(*place);
                match *target {
                    CallTarget::Unknown => {
                        self.unseen_method(call, *place).map_or(target, |method| Rc::new(CallTarget::Unseen(method)))
                    }
                    _ => target,
                }
            }
        }
    }

    /// The callee of a call of a place.
    pub fn place_target(&self, place: PlaceId) -> Rc<CallTarget> {
        if let Some(known) = self.targets.borrow().get(&place) {
            return known.clone();
        }
        let found = Rc::new(self.find_target(place));
        // While a type is being inferred, types that it depends on may count as unknown for the moment.
        if self.chain.get() == 0 {
            self.targets.borrow_mut().insert(place, found.clone());
        }
        found
    }

    fn find_target(&self, place: PlaceId) -> CallTarget {
        match &self.body.places[place.index()].part {
            None => self.slot_target(self.body.slot_of(place)),
            Some((base, Part::Field(name))) => {
                if let Some(package) = self.imported(*base) {
                    return self.entity_target(&package, name);
                }
                if self.is_standard_package(*base) {
                    return CallTarget::Standard;
                }
                if let CallTarget::Convert(ty) = self.type_target(*base) {
                    return match self.index.member(&ty, name) {
                        Some((_, Member::Method(functions, _))) => CallTarget::Unbound(functions),
                        _ => CallTarget::Unknown,
                    };
                }
                match self.index.member(&self.place_type(*base), name) {
                    Some((_, Member::Method(functions, args))) => CallTarget::Functions(functions, args),
                    Some((_, Member::Abstract(method))) => CallTarget::Abstract(method),
                    Some((_, Member::Field(ty))) => self.value_target(&ty),
                    None => CallTarget::Unknown,
                }
            }
            Some((base, Part::Element)) => match self.find_target(*base) {
                // f[T](x): a generic function with its type argument.
                generic @ CallTarget::Functions(..) => generic,
                CallTarget::Convert(ty) => CallTarget::Convert(ty),
                _ => self.value_target(&self.place_type(place)),
            },
            Some((_, Part::Deref)) => self.value_target(&self.place_type(place)),
        }
    }

    /// A type in the place of an operand: `T`, `pkg.T`, `(*T)`.
    pub(super) fn type_target(&self, place: PlaceId) -> CallTarget {
        if self.body.slot(place).kind != SlotKind::Global {
            return CallTarget::Unknown;
        }
        match &self.body.places[place.index()].part {
            None if self.imported(place).is_none() => self.slot_target(self.body.slot_of(place)),
            Some((base, Part::Deref)) => self.type_target(*base),
            Some((base, Part::Field(name))) => match self.imported(*base) {
                Some(package) => self.entity_target(&package, name),
                None => CallTarget::Unknown,
            },
            _ => CallTarget::Unknown,
        }
    }

    /// Whether a place names a package of the standard library for which there is no stub.
    fn is_standard_package(&self, place: PlaceId) -> bool {
        let slot = self.body.slot(place);
        let is_root = self.body.places[place.index()].part.is_none();
        if !is_root || slot.kind != SlotKind::Global || !self.scope.package.lookup(&slot.name).is_empty() {
            return false;
        }
        self.scope.file().imports().iter().any(|import| {
            let name = import.name.as_deref().unwrap_or_else(|| crate::program::likely_name(&import.path));
            name == slot.name && crate::program::is_standard(&import.path) && import.path != "C"
        })
    }

    fn value_target(&self, ty: &Type) -> CallTarget {
        match self.index.underlying(ty) {
            Type::Func(func) => CallTarget::Value(func),
            _ => CallTarget::Unknown,
        }
    }

    fn slot_target(&self, slot: SlotId) -> CallTarget {
        let data = &self.body.slots[slot.index()];
        if data.kind != SlotKind::Global {
            if let Some(frame) = self.only_frame(slot) {
                return CallTarget::Frame(frame);
            }
            return self.value_target(&self.slot_type(slot));
        }
        let own = self.entity_target(&self.scope.package, &data.name);
        if !matches!(own, CallTarget::Unknown) {
            return own;
        }
        let dots = self.index.dot_imports(&self.scope.package, self.scope.file());
        let dotted = dots.iter().map(|package| self.entity_target(package, &data.name));
        if let Some(found) = dotted.into_iter().find(|target| !matches!(target, CallTarget::Unknown)) {
            return found;
        }
        if is_builtin(&data.name) {
            return CallTarget::Builtin(data.name.clone());
        }
        match self.index.resolve(&TypeExpr::Name(data.name.clone()), &self.scope) {
            Type::Unknown => CallTarget::Unknown,
            ty => CallTarget::Convert(ty),
        }
    }

    /// The literal that a variable always holds.
    fn only_frame(&self, slot: SlotId) -> Option<FrameId> {
        if self.writers[slot.index()] != 1 {
            return None;
        }
        let (block, number) = self.definitions[slot.index()]?;
        match &self.body.blocks[block.index()].events[number].kind {
            EventKind::Assign { from: Operand::Frame(frame), .. } => Some(*frame),
            _ => None,
        }
    }

    /// The event that gives a variable the only value it ever has, by block and number; `None` if it is written more than once, or
    /// comes in as a parameter.
    pub fn only_definition(&self, slot: SlotId) -> Option<(BlockId, usize)> {
        let is_param = self.body.slots[slot.index()].kind == SlotKind::Param;
        self.definitions[slot.index()].filter(|_| self.writers[slot.index()] == 1 && !is_param)
    }

    /// Whether no event writes to a variable as a whole: a parameter that holds its argument to the end.
    pub fn is_never_written(&self, slot: SlotId) -> bool {
        self.writers[slot.index()] == 0
    }

    /// The parts from the variable at the root of a place to the place, with embedded fields written out and without dereferences;
    /// `None` if an element is among them.
    pub fn fields_to(&self, place: PlaceId) -> Option<Vec<Part>> {
        let Some((base, part)) = &self.body.places[place.index()].part else {
            return Some(Vec::new());
        };
        let mut parts = self.fields_to(*base)?;
        match part {
            Part::Field(name) => {
                parts.extend(self.embedded_path(*base, name).into_iter().map(Part::Field));
                parts.push(part.clone());
                Some(parts)
            }
            Part::Deref => Some(parts),
            Part::Element => None,
        }
    }

    /// The function with source whose result a variable always holds, and the number of the result; `None` if the variable is
    /// written more than once, or if the function is in a stub or has build variants.
    pub fn only_maker(&self, place: PlaceId) -> Option<(FuncRef, usize)> {
        let slot = self.body.slot_of(place);
        if self.body.places[place.index()].part.is_some() || self.writers[slot.index()] != 1 {
            return None;
        }
        let (block, number) = self.definitions[slot.index()]?;
        let EventKind::Call(call) = &self.body.blocks[block.index()].events[number].kind else {
            return None;
        };
        let result = call.results.iter().position(|result| *result == Some(place))?;
        match &*self.target(call) {
            CallTarget::Functions(functions, _) => match &functions[..] {
                [only] if !only.is_stub() && only.decl().has_body => Some((only.clone(), result)),
                _ => None,
            },
            _ => None,
        }
    }

    fn entity_target(&self, package: &Arc<Package>, name: &str) -> CallTarget {
        let Some((package, entity)) = self.entity(package, name) else {
            return CallTarget::Unknown;
        };
        match entity {
            Entity::Function(_) => {
                let functions = package.lookup(name).iter().filter_map(|entity| match entity {
                    Entity::Function(id) => Some(FuncRef { package: package.clone(), id: *id }),
                    _ => None,
                });
                CallTarget::Functions(functions.collect(), Vec::new())
            }
            Entity::Type(..) => {
                CallTarget::Convert(self.index.package_type(&package, name, &[]).unwrap_or(Type::Unknown))
            }
            Entity::Variable(file, spec, position) => {
                self.value_target(&self.variable_type(&package, file, spec, position))
            }
            Entity::Constant(..) => CallTarget::Unknown,
        }
    }

    /// The type of a package variable: written, or inferred from its initial value.
    fn variable_type(&self, package: &Arc<Package>, file: u32, spec: u32, position: u32) -> Type {
        let content = &package.files[file as usize];
        let decl = content.var_decl(spec as usize);
        let scope = Scope::of_file(package, file);
        if let Some(ty) = &decl.ty {
            return self.index.resolve(ty, &scope);
        }
        let body = if self.nested < DEEPEST { content.variable(spec as usize) } else { None };
        let Some(body) = body else {
            return Type::Unknown;
        };
        let inner = Resolver { nested: self.nested + 1, ..Resolver::new(self.index, &body, scope) };
        let slot = body.frames.first().and_then(|frame| frame.results.get(position as usize)).copied();
        slot.map_or(Type::Unknown, |slot| inner.slot_type(slot))
    }
}

fn note_definitions(
    body: &Body,
    number: usize,
    block: &Block,
    definitions: &mut [Option<Definition>],
    writers: &mut [u32],
) {
    for (position, event) in block.events.iter().enumerate() {
        for place in event.kind.writes() {
            if body.places[place.index()].part.is_some() {
                continue;
            }
            let slot = body.slot_of(place).index();
            writers[slot] += 1;
            // `x = nil` says nothing about the type.
            let is_nil = matches!(&event.kind, EventKind::Assign { from: Operand::Nil, .. });
            if definitions[slot].is_none() && !is_nil {
                definitions[slot] = Some((BlockId(u32::try_from(number).unwrap_or(u32::MAX)), position));
            }
        }
    }
}

/// The predeclared functions (Go specification, "Built-in functions").
fn is_builtin(name: &str) -> bool {
    matches!(
        name,
        "append"
            | "cap"
            | "clear"
            | "close"
            | "complex"
            | "copy"
            | "delete"
            | "imag"
            | "len"
            | "make"
            | "max"
            | "min"
            | "new"
            | "panic"
            | "print"
            | "println"
            | "real"
            | "recover"
    )
}

impl Resolver<'_> {
    /// The type of an operand.
    pub fn operand_type(&self, operand: &Operand) -> Type {
        match operand {
            Operand::Place(place) => self.place_type(*place),
            Operand::Bool(_) => Type::Basic(Name::new_static("bool")),
            Operand::Const(ConstValue::Int(_)) => Type::Basic(Name::new_static("int")),
            Operand::Const(ConstValue::Text(_)) => Type::Basic(Name::new_static("string")),
            Operand::Frame(frame) => {
                let signature = self.body.frames[frame.index()].signature.clone();
                Type::Func(Arc::new(FuncType { signature, scope: self.scope.clone() }))
            }
            Operand::Tuple(places) => places.first().map_or(Type::Unknown, |place| self.place_type(*place)),
            Operand::Const(ConstValue::Bool(_)) => Type::Basic(Name::new_static("bool")),
            Operand::Nil | Operand::Const(ConstValue::Unknown) | Operand::Plain => Type::Unknown,
        }
    }

    fn rvalue_type(&self, value: &Rvalue) -> Type {
        match value {
            Rvalue::Address(place) => Type::Pointer(Arc::new(self.place_type(*place))),
            Rvalue::Composite { ty, is_pointer, .. } => {
                let Some(ty) = ty else {
                    return Type::Unknown;
                };
                let ty = self.index.resolve(&self.body.types[ty.index()], &self.scope);
                if *is_pointer { Type::Pointer(Arc::new(ty)) } else { ty }
            }
            Rvalue::Assert { ty, .. } | Rvalue::Zero(ty) | Rvalue::Made { ty, .. } => {
                self.index.resolve(&self.body.types[ty.index()], &self.scope)
            }
            Rvalue::Receive { from, .. } | Rvalue::RangeValue(from) => self.range_value(from),
            Rvalue::RangeKey(from) => self.range_key(from),
            Rvalue::Plus { from, .. } => self.operand_type(from),
            Rvalue::Opaque(operands) => operands.first().map_or(Type::Unknown, |operand| self.operand_type(operand)),
        }
    }

    fn range_value(&self, from: &Operand) -> Type {
        let ty = self.operand_type(from);
        match self.index.underlying(&ty) {
            Type::Func(func) => self.yielded(&func, 1),
            _ => self.index.element(&ty),
        }
    }

    fn range_key(&self, from: &Operand) -> Type {
        let ty = self.operand_type(from);
        match self.index.underlying(&ty) {
            Type::Func(func) => self.yielded(&func, 0),
            Type::Chan(element) => (*element).clone(),
            Type::Map(pair) => pair.0.clone(),
            _ => Type::Basic(Name::new_static("int")),
        }
    }

    /// The type of the n-th value that an iterator `func(yield func(K, V) bool)` yields.
    pub fn yielded(&self, iterator: &FuncType, position: usize) -> Type {
        let Some(TypeExpr::Func(signature)) = iterator.signature.params.first().map(|param| &param.ty) else {
            return Type::Unknown;
        };
        signature.params.get(position).map_or(Type::Unknown, |param| self.index.resolve(&param.ty, &iterator.scope))
    }

    /// The types of the results of a call, as far as its callee is known; empty if it is not.
    pub fn result_types(&self, call: &Call) -> Vec<Type> {
        match &*self.target(call) {
            CallTarget::Functions(functions, args) => match functions.first() {
                Some(function) => self.instantiated(&self.func_type(function, args), call),
                None => Vec::new(),
            },
            CallTarget::Abstract(method) => self.plain_results(&method.func),
            CallTarget::Unseen(method) => self.plain_results(&self.func_type(method, &[])),
            CallTarget::Value(func) => self.plain_results(func),
            CallTarget::Frame(frame) => {
                let signature = &self.body.frames[frame.index()].signature;
                signature.results.iter().map(|result| self.index.resolve(&result.ty, &self.scope)).collect()
            }
            CallTarget::Convert(ty) => vec![self.with_type_args(ty.clone(), call)],
            CallTarget::Builtin(name) => self.builtin_results(name, call),
            CallTarget::Unbound(functions) => match functions.first() {
                Some(function) => self.plain_results(&self.func_type(function, &[])),
                None => Vec::new(),
            },
            CallTarget::Standard | CallTarget::Unknown => Vec::new(),
        }
    }

    /// A conversion to a generic type: `T[int](x)`.
    fn with_type_args(&self, ty: Type, call: &Call) -> Type {
        match &ty {
            Type::Named(named) if named.args.is_empty() && !call.type_args.is_empty() => {
                let args = call.type_args.iter().map(|arg| self.index.resolve(arg, &self.scope)).collect();
                let mut named = (**named).clone();
                named.args = args;
                Type::Named(Arc::new(named))
            }
            _ => ty,
        }
    }

    fn plain_results(&self, func: &FuncType) -> Vec<Type> {
        func.signature.results.iter().map(|result| self.index.resolve(&result.ty, &func.scope)).collect()
    }

    fn builtin_results(&self, name: &str, call: &Call) -> Vec<Type> {
        let first = || call.args.first().map_or(Type::Unknown, |arg| self.operand_type(arg));
        match name {
            "append" | "min" | "max" => vec![first()],
            "len" | "cap" | "copy" => vec![Type::Basic(Name::new_static("int"))],
            _ => vec![Type::Unknown],
        }
    }

    /// The types of the arguments of a call. For an argument that is a call with several results, `f(g())`, these are the types of
    /// the results.
    pub fn argument_types(&self, call: &Call) -> Vec<Type> {
        let mut types = Vec::new();
        for arg in &call.args {
            match arg {
                Operand::Tuple(places) => types.extend(places.iter().map(|place| self.place_type(*place))),
                other => types.push(self.operand_type(other)),
            }
        }
        types
    }

    /// How many results the call has that a tuple stands for, at most its length; 1 if it is not known.
    pub fn tuple_len(&self, places: &[PlaceId]) -> usize {
        let Some(first) = places.first() else {
            return 0;
        };
        let Some((block, number)) = self.definitions[self.body.slot_of(*first).index()] else {
            return 1;
        };
        match &self.body.blocks[block.index()].events[number].kind {
            EventKind::Call(call) => self.result_types(call).len().clamp(1, places.len()),
            _ => 1,
        }
    }

    /// The part of a composite literal that an element becomes. In a map or slice of a defined type, a key that looks like a field
    /// is a variable: `responses{name: resp}`.
    pub fn field_of(&self, ty: Option<crate::go::body::TypeId>, key: &ElementKey) -> Option<Part> {
        match key {
            ElementKey::Field(name) => {
                let ty = ty.map(|ty| self.index.resolve(&self.body.types[ty.index()], &self.scope));
                match ty.map(|ty| self.index.underlying(&ty)) {
                    Some(Type::Slice(_) | Type::Array(_) | Type::Map(_)) => Some(Part::Element),
                    _ => Some(Part::Field(name.clone())),
                }
            }
            ElementKey::Element => Some(Part::Element),
            ElementKey::Position(position) => {
                let ty = self.index.resolve(&self.body.types[ty?.index()], &self.scope);
                match self.index.underlying(&ty) {
                    Type::Struct(fields) => fields.fields.get(*position).map(|field| Part::Field(field.name.clone())),
                    Type::Slice(_) | Type::Array(_) | Type::Map(_) => Some(Part::Element),
                    _ => None,
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::internal_tests::snippet::Snippet;

    /// The type of the variable `x` of the function `f`.
    fn type_of_x(code: &str) -> String {
        Snippet::with_stub(code, LIB).resolved("f", |resolver| {
            let slots = (0_u32..).zip(&resolver.body.slots);
            let (number, _) = slots.into_iter().find(|(_, slot)| slot.name == "x").expect("there is an x");
            resolver.slot_type(SlotId(number)).to_string()
        })
    }

    /// The callee of the last call in `f`, deferred and started ones included.
    fn callee(code: &str) -> String {
        callee_in(&Snippet::with_stub(code, LIB))
    }

    fn callee_in(snippet: &Snippet) -> String {
        snippet.resolved("f", |resolver| {
            let events = resolver.body.blocks.iter().flat_map(|block| &block.events);
            let mut calls = events.filter_map(|event| match &event.kind {
                EventKind::Call(call) => Some(call),
                _ => None,
            });
            snippet.shown(&shown(&resolver.target(calls.next_back().expect("there is a call"))))
        })
    }

    fn shown(target: &CallTarget) -> String {
        let names = |functions: &[FuncRef]| {
            let names: Vec<String> = functions.iter().map(FuncRef::full_name).collect();
            names.join(" or ")
        };
        match target {
            CallTarget::Functions(functions, args) if args.is_empty() => names(functions),
            CallTarget::Functions(functions, args) => format!("{} with {}", names(functions), args[0]),
            CallTarget::Unbound(functions) => format!("unbound {}", names(functions)),
            CallTarget::Abstract(method) => format!("abstract {}", method.full_name().unwrap_or_default()),
            CallTarget::Unseen(method) => format!("like {}", method.full_name()),
            CallTarget::Value(func) => format!("value func{}", func.signature),
            CallTarget::Frame(_) => "literal".to_string(),
            CallTarget::Builtin(name) => format!("builtin {name}"),
            CallTarget::Convert(ty) => format!("conversion to {ty}"),
            CallTarget::Standard => "standard".to_string(),
            CallTarget::Unknown => "unknown".to_string(),
        }
    }

    /// The stub of the package `lib`.
    const LIB: &str = "
type Client struct{ *http.Client; Hooks []func(u string) error }
func (c *Client) Ping(u string) (n int, err error)
type Pinger interface{ Ping(u string) (n int, err error) }
func New() (c *Client)
var Default *Client
func Map[K comparable, V any](keys []K, f func(K) V) (all []V)";

    #[test]
    fn types_of_variables() {
        let of_declared = [
            ("func f(x *http.Response) {}", "*http.Response"),
            ("func f() { var x map[string]error; _ = x }", "map[string]error"),
            ("func f() { const x = 3; _ = x }\nvar x error", "int"),
            ("func f() (x chan int) { return nil }", "chan int"),
        ];
        let of_values = [
            ("func f() { x := 3; _ = x }", "int"),
            ("func f() { x := \"\"; _ = x }", "string"),
            ("func f() { x := true; _ = x }", "bool"),
            ("func f() { x := http.Client{}; _ = x }", "http.Client"),
            ("func f() { x := &http.Client{}; _ = x }", "*http.Client"),
            ("func f() { x := new(http.Client); _ = x }", "*http.Client"),
            ("func f() { x := make([]error, 3); _ = x }", "[]error"),
            ("func f(c http.Client) { x := &c; _ = x }", "*http.Client"),
            ("func f(c *http.Client) { x := *c; _ = x }", "http.Client"),
            ("func f(a any) { x := a.(*http.Client); _ = x }", "*http.Client"),
            ("func f(a any) { _, x := a.(error); _ = x }", "bool"),
            ("func f(r *http.Response) { x := r.Body; _ = x }", "io.ReadCloser"),
            ("func f(c lib.Client) { x := c.Timeout; _ = x }", "time.Duration"),
            ("func f() { x := lib.Default; _ = x }", "*lib.Client"),
            ("func f() { x := own; _ = x }\nvar own = lib.New()", "*lib.Client"),
        ];
        let of_calls = [
            ("func f() { x, _ := http.Get(\"\"); _ = x }", "*http.Response"),
            ("func f() { _, x := http.Get(\"\"); _ = x }", "error"),
            ("func f(p lib.Pinger) { x, _ := p.Ping(\"\"); _ = x }", "int"),
            ("func f(get func() *http.Response) { x := get(); _ = x }", "*http.Response"),
            ("func f() { x := func() error { return nil }(); _ = x }", "error"),
            ("func f(all []error) { x := append(all, nil); _ = x }", "[]error"),
            ("func f(all []error) { x := len(all); _ = x }", "int"),
            ("type t int\nfunc f() { x := t(3); _ = x }", "p.t"),
        ];
        let of_elements = [
            ("func f(all []error) { x := all[0]; _ = x }", "error"),
            ("func f(all map[string]error) { x := all[\"\"]; _ = x }", "error"),
            ("func f(all map[string]error) { for x := range all { _ = x } }", "string"),
            ("func f(all map[string]error) { for _, x := range all { _ = x } }", "error"),
            ("func f(all []error) { for x := range all { _ = x } }", "int"),
            ("func f(in chan error) { for x := range in { _ = x } }", "error"),
            ("func f(in chan error) { x := <-in; _ = x }", "error"),
            ("func f(each func(yield func(int, error) bool)) { for _, x := range each { _ = x } }", "error"),
            ("func f(each func(yield func(int, error) bool)) { for x := range each { _ = x } }", "int"),
        ];
        // The first value that says something counts; one that leads back to itself says nothing.
        let of_several =
            [("func f() { var x = 3; x = 4; _ = x }", "int"), ("func f() { x := x; _ = x }\nvar x = x", "?")];
        let all = [&of_declared[..], &of_values, &of_calls, &of_elements, &of_several];
        for (code, ty) in all.into_iter().flatten() {
            assert_eq!(type_of_x(code), *ty, "{code}");
        }
    }

    #[test]
    fn type_arguments_are_inferred() {
        let same = "func same[T any](v T) T { return v }\ntype box[T any] struct{ v T }\nfunc (b *box[E]) get() E { return b.v }\n";
        for (code, ty) in [
            ("func f(r *http.Response) { x := same(r); _ = x }", "*http.Response"),
            ("func f() { x := same[error](nil); _ = x }", "error"),
            ("func f(b box[error]) { x := b.v; _ = x }", "error"),
            ("func f(b *box[error]) { x := b.get(); _ = x }", "error"),
            ("func f(u []string) { x := lib.Map(u, func(s string) error { return nil }); _ = x }", "[]error"),
        ] {
            assert_eq!(type_of_x(&format!("{same}{code}")), ty, "{code}");
        }
    }

    #[test]
    fn callees_by_name() {
        for (code, called) in [
            ("func f() { g() }\nfunc g() {}", "p.g"),
            ("func f() { lib.New() }", "example.com/lib.New"),
            ("func f() { lib.Nothing() }", "unknown"),
            ("func f() { panic(1) }", "builtin panic"),
            ("func f() { panic(1) }\nfunc panic(n int) {}", "p.panic"),
            ("func f(panic func(n int)) { panic(1) }", "value func(n int)"),
            ("type t int\nfunc f() { t(1) }", "conversion to p.t"),
            ("func f(b []byte) { _ = string(b) }", "conversion to string"),
            ("func f() { func() {}() }", "literal"),
            ("func f() { g := func() {}; g() }", "literal"),
            ("func f() { g := func() {}; g = nil; g() }", "value func()"),
            ("func f() { g := lib.New; g() }", "value func() (c *Client)"),
            ("func f() { g() }\nvar g = func(n int) {}", "value func(n int)"),
            ("func f() { math.Sqrt(2) }", "standard"),
            ("func f(math own) { math.Sqrt(2) }\ntype own struct{}\nfunc (own) Sqrt(n int) {}", "p.(own).Sqrt"),
        ] {
            assert_eq!(callee(code), called, "{code}");
        }
    }

    #[test]
    fn callees_that_are_methods() {
        for (code, called) in [
            ("func f(c *lib.Client) { c.Ping(``) }", "example.com/lib.(*Client).Ping"),
            ("func f(c lib.Client) { c.Ping(``) }", "example.com/lib.(*Client).Ping"),
            ("func f(p lib.Pinger) { p.Ping(``) }", "abstract example.com/lib.(Pinger).Ping"),
            // By the embedded *http.Client.
            ("func f(c *lib.Client) { c.Do(nil) }", "net/http.(*Client).Do"),
            ("type own struct{ lib.Pinger }\nfunc f(o own) { o.Ping(``) }", "abstract example.com/lib.(Pinger).Ping"),
            // Its own method precedes the embedded one.
            (
                "type own struct{ *lib.Client }\nfunc (own) Ping(u string) {}\nfunc f(o own) { o.Ping(``) }",
                "p.(own).Ping",
            ),
            ("func f(c *lib.Client) { (*lib.Client).Ping(c, ``) }", "unbound example.com/lib.(*Client).Ping"),
            ("func f(c *lib.Client) { ping := c.Ping; ping(``) }", "value func(u string) (n int, err error)"),
            ("func f(c *lib.Client) { c.Hooks[0](``) }", "value func(u string) error"),
            ("func f(c *lib.Client) { c.Nothing() }", "unknown"),
            ("func f(c *lib.Client) { defer c.Ping(``) }", "example.com/lib.(*Client).Ping"),
        ] {
            assert_eq!(callee(code), called, "{code}");
        }
    }

    #[test]
    fn callees_that_are_generic() {
        let head = "func same[T any](v T) T { return v }\ntype box[T any] struct{ v T }\nfunc (b *box[E]) get() E { return b.v }\n";
        for (code, called) in [
            ("func f() { same(1) }", "p.same"),
            ("func f() { same[int](1) }", "p.same"),
            ("func f(b any) { box[int](b) }", "conversion to p.box"),
            ("func f(all []func(n int)) { all[0](1) }", "value func(n int)"),
            ("func f(b *box[error]) { b.get() }", "p.(*box).get with error"),
        ] {
            assert_eq!(callee(&format!("{head}{code}")), called, "{code}");
        }
    }

    #[test]
    fn names_of_dot_imports_and_of_build_variants() {
        let dotted = "package p\nimport . \"example.com/lib\"\nfunc f() { New() }";
        assert_eq!(callee_in(&Snippet::of_files(&[dotted], LIB)), "example.com/lib.New");
        let own = "package p\nfunc New() {}";
        assert_eq!(callee_in(&Snippet::of_files(&[dotted, own], LIB)), "p.New", "the package precedes its imports");
        let renamed = "package p\nimport other \"example.com/lib\"\nfunc f() { other.New() }";
        assert_eq!(callee_in(&Snippet::of_files(&[renamed], LIB)), "example.com/lib.New");
        let variants = [
            "package p\nfunc f() { g() }",
            "//go:build linux\n\npackage p\nfunc g() {}",
            "//go:build !linux\n\npackage p\nfunc g() {}",
        ];
        assert_eq!(callee_in(&Snippet::of_files(&variants, "")), "p.g or p.g", "both are asked");
    }

    #[test]
    fn a_constant_with_another_value_in_another_build_variant_is_not_known() {
        let value = |files: &[&str]| {
            Snippet::of_files(files, "").resolved("f", |resolver| {
                let place = (0_u32..).map(PlaceId).take(resolver.body.places.len());
                let most = place.into_iter().find(|place| resolver.body.describe(*place) == "most");
                resolver.constant(most.expect("`most` is named"))
            })
        };
        let f = "package p\nfunc f(n int) bool { return n < most }";
        assert_eq!(value(&[f, "package p\nconst most = 3"]), ConstValue::Int(3));
        assert_eq!(value(&[f, "package p\nconst most = 3", "package p\nconst most = 3"]), ConstValue::Int(3));
        assert_eq!(value(&[f, "package p\nconst most = 3", "package p\nconst most = 4"]), ConstValue::Unknown);
        assert_eq!(value(&[f, "package p\nvar most = 3"]), ConstValue::Unknown);
    }
}
