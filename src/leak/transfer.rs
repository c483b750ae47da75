//! What events do to a state: assignments, new values, reads through pointers.

use super::state::{Bound, ExprFact, Handle, PathId, Pointer, State, Status, Value};
use super::walk::{Explorer, Goal, Successor, Successors};
use crate::go::body::{
    ElementKey, Event, EventKind, ExprId, FrameId, Operand, Part, PlaceId, Rvalue, SlotId, SlotKind, TypeId,
};
use crate::go::outline::ConstValue;
use crate::meaning::effect::Fact;
use crate::meaning::resource::HTTP_RESPONSE;
use crate::program::index::Type;
use smallvec::{SmallVec, smallvec};

/// No more switches of an options struct than this are followed.
const MOST_SWITCHES: usize = 16;

impl Explorer<'_> {
    /// Runs one event.
    pub(super) fn event(&mut self, state: State, event: &Event) -> Successors {
        let mut state = state;
        match &event.kind {
            EventKind::Declare(slot) => self.declare(&mut state, *slot),
            EventKind::Assign { to, from } => {
                let value = self.operand(&state, from);
                if let Some(place) = to {
                    let path = self.path(*place);
                    self.store(&mut state, path, value);
                    if let Operand::Const(constant) = from {
                        self.note_constant(&mut state, path, constant);
                    }
                }
            }
            EventKind::Make { to, value } => return self.make(state, *to, value),
            EventKind::Call(call) => return self.call(state, call),
            EventKind::Send { value, .. } => {
                let value = self.operand(&state, value);
                self.let_go(&mut state, &value);
            }
            EventKind::Mention(places) => {
                for place in places {
                    let path = self.path(*place);
                    let value = self.bound(&state, path);
                    self.let_go(&mut state, &value);
                }
            }
        }
        smallvec![Successor::on(state)]
    }

    /// A new instance of a variable: what the old one held is lost, unless a deferred literal still refers to it.
    fn declare(&mut self, state: &mut State, slot: SlotId) {
        let is_deferred = state.deferred.iter().any(|(_, frame)| self.mentions(*frame, slot));
        let holds = state.env.iter().any(|(path, value)| value.handle.can_close() && self.paths.slot(*path) == slot);
        if holds && is_deferred {
            state.resolve(Status::Escaped);
        }
        let root = self.paths.root(slot);
        self.clear(state, root);
    }

    pub(super) fn mentions(&self, frame: FrameId, slot: SlotId) -> bool {
        self.body.frames[frame.index()].captures.binary_search(&slot).is_ok()
    }

    fn make(&mut self, state: State, to: crate::go::body::PlaceId, value: &Rvalue) -> Successors {
        let mut state = state;
        let path = self.path(to);
        match value {
            Rvalue::Address(place) => {
                let pointee = self.path(*place);
                let pointee = self.redirected(&state, pointee);
                let value = Value { pointer: Pointer::To(pointee), ..Value::default() };
                self.store(&mut state, path, Bound::plain(value));
            }
            Rvalue::Composite { ty, elements, .. } => self.composite(&mut state, path, *ty, elements),
            Rvalue::Assert { from, ty, ok } => return self.assertion(state, path, from, *ty, *ok),
            Rvalue::Receive { ok, .. } => {
                self.store(&mut state, path, Bound::default());
                self.forget_place(&mut state, *ok);
            }
            Rvalue::Zero(ty) => {
                let ty = self.resolver.index.resolve(&self.body.types[ty.index()], self.resolver.scope());
                let mut zero = Bound::plain(self.zero_of(&ty));
                if !matches!(ty, Type::Pointer(_)) {
                    self.zero_fields(&ty, &mut zero);
                }
                self.store(&mut state, path, zero);
                if matches!(&ty, Type::Basic(name) if name.starts_with("int") || name.starts_with("uint")) {
                    self.note_constant(&mut state, path, &ConstValue::Int(0));
                }
            }
            Rvalue::Made(ty) => {
                let ty = self.resolver.index.resolve(&self.body.types[ty.index()], self.resolver.scope());
                let mut made = Bound::plain(Value::of(Fact::NonNil));
                self.zero_fields(ty.pointee(), &mut made);
                self.store(&mut state, path, made);
            }
            Rvalue::RangeValue(from) => {
                let value = match from {
                    Operand::Place(place) => {
                        let over = self.path(*place);
                        let element = self.part(over, &Part::Element);
                        let mut value = self.bound(&state, element);
                        value.value.fact = None;
                        value
                    }
                    _ => Bound::default(),
                };
                self.store(&mut state, path, value);
            }
            Rvalue::Plus { by, .. } => {
                let path = self.redirected(&state, path);
                if self.is_outside(&state, path) {
                    self.store(&mut state, path, Bound::default());
                } else {
                    let before = state.exprs.clone();
                    self.store(&mut state, path, Bound::default());
                    state.exprs = before;
                    self.step_exprs(&mut state, path, *by);
                }
            }
            Rvalue::RangeKey(_) | Rvalue::Opaque(_) => self.store(&mut state, path, Bound::default()),
        }
        smallvec![Successor::on(state)]
    }

    fn composite(&mut self, state: &mut State, to: PathId, ty: Option<TypeId>, elements: &[(ElementKey, Operand)]) {
        let mut made = Bound::plain(Value::of(Fact::NonNil));
        for (key, operand) in elements {
            let value = self.operand(state, operand);
            let part = self.resolver.field_of(ty, key);
            let base: Vec<Part> = part.into_iter().collect();
            made.written.push(base.clone());
            if base.is_empty() {
                if value.handle().is_some() {
                    made.value.handle = Handle::Holder;
                }
                continue;
            }
            // A literal stored in a field is reached through the field only.
            for frame in value.frames() {
                for slot in self.body.frames[frame.index()].assigns.clone() {
                    self.share(state, slot);
                }
                if self.captures_handle(state, frame) && value.value.handle == Handle::None {
                    made.parts.push((
                        base.clone(),
                        Value { pointer: Pointer::Frame(frame), ..Value::holding(Handle::Close) },
                    ));
                }
            }
            match made.parts.iter_mut().find(|(path, _)| *path == base) {
                // One element of several: `[]io.Closer{reader, resp.Body}`.
                Some((_, known)) if !known.handle.can_close() && value.value.handle.can_close() => *known = value.value,
                Some(_) => {}
                None if value.value.is_unknown() => {}
                None => made.parts.push((base.clone(), value.value)),
            }
            for (rest, value) in value.parts {
                made.parts.push((base.iter().cloned().chain(rest).collect(), value));
            }
        }
        if let Some(ty) = ty {
            let ty = self.resolver.index.resolve(&self.body.types[ty.index()], self.resolver.scope());
            self.zero_fields(&ty, &mut made);
        }
        // One of many elements says nothing about the others.
        for (path, value) in &mut made.parts {
            if path.contains(&Part::Element) {
                value.fact = None;
            }
        }
        made.parts.retain(|(_, value)| !value.is_unknown());
        self.store(state, to, made);
    }

    /// The zero value of a type, as far as anything can ask for it.
    pub(super) fn zero_of(&self, ty: &Type) -> Value {
        match self.resolver.index.underlying(ty) {
            Type::Basic(name) if name == "bool" => Value::of(Fact::False),
            Type::Basic(name) if matches!(name.as_str(), "any" | "error") => Value::of(Fact::Nil),
            Type::Pointer(_) | Type::Func(_) | Type::Interface(_) | Type::Slice(_) | Type::Map(_) | Type::Chan(_) => {
                Value::of(Fact::Nil)
            }
            _ => Value::default(),
        }
    }

    /// Switches that a struct literal leaves out are off, and all of a new struct.
    fn zero_fields(&mut self, ty: &Type, made: &mut Bound) {
        if !matches!(self.resolver.index.underlying(ty), Type::Struct(_)) {
            return;
        }
        let fields = self.resolver.index.fields(ty);
        let switches = fields.into_iter().filter(|(_, ty)| ty.is_bool()).take(MOST_SWITCHES);
        for (name, _) in switches {
            let path = vec![Part::Field(name)];
            if !made.parts.iter().any(|(own, _)| *own == path) && !made.written.contains(&path) {
                made.parts.push((path, Value::of(Fact::False)));
            }
        }
    }

    fn assertion(
        &mut self,
        state: State,
        to: PathId,
        from: &Operand,
        ty: TypeId,
        ok: Option<crate::go::body::PlaceId>,
    ) -> Successors {
        let value = self.operand(&state, from);
        let ty = self.resolver.index.resolve(&self.body.types[ty.index()], self.resolver.scope());
        let handle = value.value.handle;
        // The body always has Read and Close, whatever interface it is asked for.
        let holds = matches!(handle, Handle::Body | Handle::Response) && is_reader_or_closer(&ty);
        let Some(ok) = ok else {
            let mut state = state;
            let mut value = value;
            value.value.fact = None;
            self.store(&mut state, to, value);
            return smallvec![Successor::on(state)];
        };
        let ok = self.path(ok);
        let mut yes = state.clone();
        self.store(&mut yes, to, value.clone());
        self.store(&mut yes, ok, Bound::plain(Value::of(Fact::True)));
        if holds {
            return smallvec![Successor::on(yes)];
        }
        if matches!(handle, Handle::Body | Handle::Response) && self.is_concrete(&ty) {
            // No body that net/http makes has a type of others: it is not the one that came with the response.
            yes.resolve(Status::Escaped);
        }
        let mut no = state;
        self.store(&mut no, to, Bound::default());
        self.store(&mut no, ok, Bound::plain(Value::of(Fact::False)));
        if value.value.fact == Some(Fact::Nil) {
            return smallvec![Successor::on(no)];
        }
        if let Operand::Place(place) = from {
            let path = self.path(*place);
            self.refine(&mut yes, path, Fact::NonNil);
        }
        smallvec![Successor::on(yes), Successor::on(no)]
    }

    /// Whether a type is known and no interface.
    fn is_concrete(&self, ty: &Type) -> bool {
        let pointee = ty.pointee();
        matches!(pointee, Type::Named(_)) && matches!(self.resolver.index.underlying(pointee), Type::Struct(_))
    }

    fn forget_place(&mut self, state: &mut State, place: Option<crate::go::body::PlaceId>) {
        if let Some(place) = place {
            let path = self.path(place);
            self.store(state, path, Bound::default());
        }
    }

    /// What an operand is.
    pub(super) fn operand(&mut self, state: &State, operand: &Operand) -> Bound {
        match operand {
            Operand::Place(place) => {
                let path = self.path(*place);
                let bound = self.bound(state, path);
                if bound.value.is_unknown() && bound.parts.is_empty() {
                    if self.is_bound_to_holder(state, *place) {
                        return Bound::plain(Value::holding(Handle::Holder));
                    }
                    if self.is_sentinel(*place) {
                        return Bound::plain(Value::of(Fact::NonNil));
                    }
                }
                bound
            }
            Operand::Nil => Bound::plain(Value::of(Fact::Nil)),
            Operand::Bool(true) => Bound::plain(Value::of(Fact::True)),
            Operand::Bool(false) => Bound::plain(Value::of(Fact::False)),
            Operand::Frame(frame) => Bound::plain(Value { pointer: Pointer::Frame(*frame), ..Value::default() }),
            Operand::Tuple(places) => match places.first() {
                Some(place) => {
                    let path = self.path(*place);
                    self.bound(state, path)
                }
                None => Bound::default(),
            },
            Operand::Const(_) | Operand::Plain => Bound::default(),
        }
    }

    /// A package variable of type `error` is an error to compare with or to return, and never nil.
    fn is_sentinel(&self, place: crate::go::body::PlaceId) -> bool {
        self.body.slot(place).kind == SlotKind::Global && self.is_error(place)
    }

    /// `x.Close` as a value, where `x` is a struct that holds the response somewhere.
    fn is_bound_to_holder(&mut self, state: &State, place: crate::go::body::PlaceId) -> bool {
        let Some((base, Part::Field(_))) = &self.body.places[place.index()].part else {
            return false;
        };
        let base_path = self.path(*base);
        self.bound(state, base_path).handle().is_some_and(|(_, handle)| handle.can_close())
            && self.resolver.is_method_value(place)
    }

    /// The value at a path: stored, or a part of what is stored above it.
    pub(super) fn lookup(&mut self, state: &State, path: PathId) -> Value {
        self.lookup_at(state, path, 0)
    }

    fn lookup_at(&mut self, state: &State, path: PathId, depth: usize) -> Value {
        if let Some(value) = state.get(path) {
            return value;
        }
        let Some((base, part)) = self.paths.parent(path) else {
            return Value::default();
        };
        let part = part.clone();
        if depth > 8 {
            return Value::default();
        }
        let value = self.lookup_at(state, base, depth + 1);
        if value.handle == Handle::None && value.pointer == Pointer::None && matches!(part, Part::Field(_)) {
            // p.x is (*p).x.
            let pointee = self.part(base, &Part::Deref);
            if let Some(value) = state.get(pointee) {
                return Value::holding(value.handle.part(&part));
            }
        }
        if let Pointer::To(pointee) = value.pointer {
            let target = if part == Part::Deref { pointee } else { self.part(pointee, &part) };
            return self.lookup_at(state, target, depth + 1);
        }
        if value.handle == Handle::None {
            return match part {
                Part::Deref => value,
                _ => Value::default(),
            };
        }
        Value::holding(value.handle.part(&part))
    }

    /// The path that a write to `path` reaches: through pointers to variables of this function.
    pub(super) fn redirected(&mut self, state: &State, path: PathId) -> PathId {
        let mut path = path;
        for _ in 0..8 {
            let Some((base, part)) = self.paths.parent(path).map(|(base, part)| (base, part.clone())) else {
                return path;
            };
            let base = self.redirected_base(state, base);
            let Pointer::To(pointee) = self.lookup(state, base).pointer else {
                return self.part(base, &part);
            };
            path = if part == Part::Deref { pointee } else { self.part(pointee, &part) };
        }
        path
    }

    fn redirected_base(&mut self, state: &State, base: PathId) -> PathId {
        match self.paths.parent(base) {
            Some(_) if self.paths.parent(base).is_some_and(|(up, _)| up != base) => self.redirected(state, base),
            _ => base,
        }
    }

    /// The value at a path with everything that is known of its parts.
    pub(super) fn bound(&mut self, state: &State, path: PathId) -> Bound {
        let value = self.lookup(state, path);
        let mut base = self.redirected(state, path);
        if let Pointer::To(pointee) = value.pointer {
            base = pointee;
        } else if let Some((pointer, Part::Deref)) = self.paths.parent(base) {
            // The parts of *p are stored as parts of p.
            base = pointer;
        }
        let mut parts = Vec::new();
        for (own, value) in &state.env {
            if *own != base
                && let Some(suffix) = self.paths.suffix(base, *own)
            {
                parts.push((suffix, *value));
            }
        }
        if base != path && value.pointer != Pointer::None {
            let pointee = state.get(base).unwrap_or_default();
            if pointee.handle != Handle::None || pointee.contexts | pointee.cancels != 0 {
                parts.push((vec![Part::Deref], pointee));
            }
        }
        Bound { value, parts, written: Vec::new() }
    }

    /// `path = value`.
    pub(super) fn store(&mut self, state: &mut State, path: PathId, value: Bound) {
        let path = self.redirected(state, path);
        if self.is_outside(state, path) && !self.replaces_body(state, path) {
            let is_kept = self.let_go(state, &value);
            self.drop_exprs(state, path);
            if !is_kept {
                self.clear(state, path);
                state.set(path, Value { fact: value.value.fact, ..Value::default() });
            }
            self.note_written(state, path);
            return;
        }
        if self.stores_in_element(state, path, &value) {
            return;
        }
        if self.replaces_body(state, path) {
            if value.handle().is_some_and(|(_, handle)| handle.can_close()) {
                // The new body closes the old one.
                return;
            }
            match self.paths.parent(path).map(|(base, _)| base).filter(|base| self.is_copy(*base)) {
                Some(copy) => state.set(copy, Value::default()),
                None => self.replace_body(state),
            }
        }
        self.clear(state, path);
        let Bound { mut value, parts, .. } = value;
        if let Pointer::Frame(frame) = value.pointer
            && self.paths.parent(path).is_some()
            && self.captures_handle(state, frame)
        {
            value.handle = Handle::Close;
        }
        state.set(path, value);
        let is_alias = matches!(value.pointer, Pointer::To(_));
        for (rest, part) in parts {
            if !is_alias {
                let to = self.paths.follow(path, &rest);
                state.set(to, part);
            }
        }
        if value.handle.can_close() && state.shared.binary_search(&self.paths.slot(path)).is_ok() {
            state.resolve(Status::Escaped);
        }
    }

    /// Whether a path is a variable with a response, not a pointer to one: `c := *resp`. A new body of it is one of the copy.
    fn is_copy(&self, path: PathId) -> bool {
        let is_root = self.paths.parent(path).is_none();
        is_root && matches!(self.resolver.slot_type(self.paths.slot(path)), Type::Named(_))
    }

    /// The response gets another body. In a helper that is the loss of its caller.
    pub(super) fn replace_body(&self, state: &mut State) {
        state.replace_body();
        if matches!(self.goal, Goal::Param { .. }) && state.status == Status::Open && !state.is_held() {
            state.resolve(Status::Replaced);
        }
    }

    /// `all[i] = x`, or `all[i].resp = x` where an element holds the response: says whether it is such a store. One of many
    /// gets a value, what the others hold stays.
    fn stores_in_element(&mut self, state: &mut State, path: PathId, value: &Bound) -> bool {
        let Some(element) = self.element_around(path) else {
            return false;
        };
        if path != element {
            let is_held = self.bound(state, element).handle().is_some() || value.handle().is_some();
            if !is_held || self.replaces_body(state, path) {
                return false;
            }
        }
        self.drop_exprs(state, path);
        if value.handle().is_some() {
            let parts = value.parts.iter().map(|(rest, part)| (rest.as_slice(), *part));
            for (rest, part) in std::iter::once((&[][..], Value { fact: None, ..value.value })).chain(parts) {
                let to = self.paths.follow(path, rest);
                state.set(to, Value { pointer: Pointer::None, ..part });
            }
        } else if path != element && value.value.fact.is_some() {
            // The error that came with the response, or what another one got.
            let known = state.get(path).unwrap_or(value.value);
            let fact = known.fact.filter(|fact| Some(*fact) == value.value.fact);
            state.set(path, Value { fact, pointer: Pointer::None, ..known });
        }
        true
    }

    /// The element that a path is or is a part of, the innermost one.
    fn element_around(&self, path: PathId) -> Option<PathId> {
        let mut at = path;
        loop {
            let (base, part) = self.paths.parent(at)?;
            if *part == Part::Element {
                return Some(at);
            }
            at = base;
        }
    }

    /// Notes that a field of a parameter was written.
    fn note_written(&self, state: &mut State, path: PathId) {
        let slot = &self.body.slots[self.paths.slot(path).index()];
        let is_field = self
            .paths
            .parent(path)
            .is_some_and(|(base, part)| matches!(part, Part::Field(_)) && self.paths.parent(base).is_none());
        if is_field
            && slot.kind == SlotKind::Param
            && slot.frame == self.root
            && let Err(at) = state.written.binary_search(&path)
        {
            state.written.insert(at, path);
        }
    }

    /// A callee has written a field of an argument.
    pub(super) fn written_by_callee(&mut self, state: &mut State, base: PathId, part: &Part, fact: Option<Fact>) {
        let path = self.part(base, part);
        let path = self.redirected(state, path);
        let known = state.get(path).unwrap_or_default();
        if known.handle == Handle::None && known.contexts | known.cancels == 0 {
            self.clear(state, path);
            state.set(path, Value { fact, ..Value::default() });
            self.note_written(state, path);
        }
    }

    /// Whether a path is the Body of the response.
    fn replaces_body(&mut self, state: &State, path: PathId) -> bool {
        let Some((base, part)) = self.paths.parent(path) else {
            return false;
        };
        matches!(part, Part::Field(name) if name == HTTP_RESPONSE.closer)
            && self.lookup(state, base).handle == Handle::Response
    }

    /// Whether a write to a path can be seen after the function: a package variable, a field of something that came in.
    fn is_outside(&self, state: &State, path: PathId) -> bool {
        let slot = self.paths.slot(path);
        let data = &self.body.slots[slot.index()];
        if data.kind == SlotKind::Global {
            return true;
        }
        if self.paths.parent(path).is_none() {
            return false;
        }
        match data.kind {
            SlotKind::Param => !self.is_bound_literal_param(state, slot),
            // A variable whose value came from elsewhere may be known elsewhere.
            SlotKind::Local | SlotKind::Temp => !self.is_made_here(slot),
            SlotKind::Result | SlotKind::Global => false,
        }
    }

    /// A parameter of a literal that is run in place was bound by its call.
    fn is_bound_literal_param(&self, state: &State, slot: SlotId) -> bool {
        let frame = self.body.slots[slot.index()].frame;
        frame != self.root && state.stack.iter().any(|activation| activation.frame == frame)
    }

    /// Whether a variable only ever holds values that this function made.
    fn is_made_here(&self, slot: SlotId) -> bool {
        if let Some(known) = self.made_here.borrow().get(&slot) {
            return *known;
        }
        let is_made_here = self.find_made_here(slot);
        self.made_here.borrow_mut().insert(slot, is_made_here);
        is_made_here
    }

    fn find_made_here(&self, slot: SlotId) -> bool {
        let data = &self.body.slots[slot.index()];
        let root = self.body.root(slot);
        let mut is_written = false;
        for event in self.body.blocks.iter().flat_map(|block| &block.events) {
            if !event.kind.writes().contains(&root) {
                continue;
            }
            is_written = true;
            let is_fresh = match &event.kind {
                EventKind::Make {
                    value: Rvalue::Composite { .. } | Rvalue::Zero(_) | Rvalue::Made(_) | Rvalue::Address(_),
                    ..
                } => true,
                EventKind::Assign { from: Operand::Nil, .. } => true,
                EventKind::Assign { from: Operand::Place(from), .. } => {
                    let from_slot = self.body.slot(*from);
                    from_slot.kind == SlotKind::Temp
                        && self.body.places[from.index()].part.is_none()
                        && self.body.slot_of(*from) != slot
                        && self.is_made_here(self.body.slot_of(*from))
                }
                EventKind::Call(call) => match *self.resolver.target(call) {
                    // append(list, x) and functions that return values, not pointers.
                    crate::program::resolve::CallTarget::Builtin(_) => true,
                    _ => !may_be_shared(&self.resolver.slot_type(slot)),
                },
                _ => false,
            };
            if !is_fresh {
                return false;
            }
        }
        is_written || data.kind == SlotKind::Local
    }

    /// A value leaves the function's sight: stored outside, sent, given to a function that cannot be seen. Says whether it held
    /// the response.
    pub(super) fn let_go(&mut self, state: &mut State, value: &Bound) -> bool {
        let mut held = value.handle().is_some();
        for frame in value.frames() {
            held |= self.let_frame_go(state, frame);
        }
        for pointee in value.pointees() {
            let slot = self.paths.slot(pointee);
            self.share(state, slot);
            held |= self.bound_below(state, pointee);
        }
        self.keep_cancels(state, value.cancels());
        if held && state.status == Status::Open {
            state.resolve(Status::Escaped);
        }
        held
    }

    fn bound_below(&self, state: &State, path: PathId) -> bool {
        state.env.iter().any(|(own, value)| value.handle.can_close() && self.paths.is_inside(path, *own))
    }

    fn let_frame_go(&mut self, state: &mut State, frame: FrameId) -> bool {
        let captures = self.body.frames[frame.index()].captures.clone();
        let held = self.captures_handle(state, frame);
        let mut cancels = 0;
        for slot in captures {
            self.share(state, slot);
            for (path, value) in &state.env {
                if self.paths.slot(*path) == slot {
                    cancels |= value.cancels;
                }
            }
        }
        self.keep_cancels(state, cancels);
        held
    }

    /// From now on code that cannot be seen may read a variable.
    pub(super) fn share(&mut self, state: &mut State, slot: SlotId) {
        if matches!(self.body.slots[slot.index()].kind, SlotKind::Param | SlotKind::Global) {
            // Whatever is stored there is outside already.
            return;
        }
        if let Err(at) = state.shared.binary_search(&slot) {
            state.shared.insert(at, slot);
        }
    }

    /// A cancel function is in other hands.
    pub(super) fn keep_cancels(&mut self, state: &mut State, cancels: u32) {
        state.kept |= cancels & 0xFFFF;
        self.cover(state, cancels, Status::Escaped);
    }

    /// Contexts are cancelled, or somebody else sees to it.
    pub(super) fn cover(&mut self, state: &mut State, cancels: u32, status: Status) {
        if cancels == 0 {
            return;
        }
        state.covered |= cancels;
        if state.status == Status::Open && state.contexts & cancels != 0 && !self.analysis.require_close {
            state.resolve(status);
        }
    }

    /// Removes what is known of a path and its parts.
    pub(super) fn clear(&mut self, state: &mut State, path: PathId) {
        state.env.retain(|(own, _)| !self.paths.is_inside(path, *own));
        self.drop_exprs(state, path);
    }

    /// Removes what is known of expressions that read a path or a part of it, or that it is a part of.
    pub(super) fn drop_exprs(&mut self, state: &mut State, path: PathId) {
        if state.exprs.is_empty() {
            return;
        }
        let body = self.body;
        let mut kept: Vec<(ExprId, ExprFact)> = Vec::new();
        for (expr, fact) in std::mem::take(&mut state.exprs) {
            if !body.exprs[expr.index()].places.iter().any(|place| self.touches(*place, path)) {
                kept.push((expr, fact));
            }
        }
        state.exprs = kept;
    }

    /// Whether a place is a path, a part of it, or what it is a part of.
    pub(super) fn touches(&mut self, place: PlaceId, path: PathId) -> bool {
        self.body.slot_of(place) == self.paths.slot(path) && {
            let own = self.path(place);
            self.paths.is_inside(path, own) || self.paths.is_inside(own, path)
        }
    }

    /// `x = 3`: comparisons of `x` are known.
    fn note_constant(&mut self, state: &mut State, path: PathId, constant: &ConstValue) {
        let body = self.body;
        for (number, expr) in body.exprs.iter().enumerate() {
            let Some(place) = expr.place() else {
                continue;
            };
            if body.slot_of(place) != self.paths.slot(path) || self.path(place) != path {
                continue;
            }
            let fact = match constant {
                ConstValue::Int(value) => ExprFact::Int(*value, *value, SmallVec::new()),
                ConstValue::Text(text) => ExprFact::Text(text.clone()),
                ConstValue::Bool(_) | ConstValue::Unknown => continue,
            };
            state.set_expr(ExprId(u32::try_from(number).unwrap_or(u32::MAX)), fact);
        }
    }

    /// A test has shown a fact about a place.
    pub(super) fn refine(&mut self, state: &mut State, path: PathId, fact: Fact) {
        let path = self.redirected(state, path);
        let mut value = state.get(path).unwrap_or_default();
        if value.is_unknown() {
            // A part of a known value, such as resp.Body: nothing to store beside what follows from it.
            if self.lookup(state, path).handle != Handle::None {
                return;
            }
        }
        value.fact = Some(fact);
        state.set(path, value);
    }
}

fn is_reader_or_closer(ty: &Type) -> bool {
    ["Closer", "Reader", "ReadCloser"].iter().any(|name| ty.is_named("io", name)) || HTTP_RESPONSE.is(ty)
}

/// Whether a value of this type, returned by a function, may be known elsewhere too.
fn may_be_shared(ty: &Type) -> bool {
    !matches!(ty, Type::Slice(_) | Type::Array(_) | Type::Map(_) | Type::Struct(_)) && !matches!(ty, Type::Named(_))
        || matches!(ty, Type::Pointer(_) | Type::Unknown)
}
