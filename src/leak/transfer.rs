//! The events other than calls: how each changes a state.
//!
//!     var resp *http.Response          nil; the value of an earlier instance is out of reach
//!     all := holder{resp: resp}        the literal holds the response
//!     c, ok := resp.Body.(io.Closer)   two successors, where `ok` is true and where it is false
//!     out <- resp                      the response escapes
//!
//! Calls are in `call.rs`, and stores of a value in `store.rs`.

use super::access_path::AccessPathId;
use super::state::{ExprFact, State, Status};
use super::value::{Bound, Handle, Pointer, Value};
use super::walk::{Explorer, Successor, Successors};
use crate::go::body::{ElementKey, Event, EventKind, ExprId, FrameId, Operand, Part, PlaceId, Rvalue, SlotId, TypeId};
use crate::go::outline::ConstValue;
use crate::meaning::effect::Fact;
use crate::meaning::resource::resource_of;
use crate::program::Type;
use smallvec::{SmallVec, smallvec};

/// The number of switches of an options struct that are followed.
const MOST_SWITCHES: usize = 16;

impl Explorer<'_> {
    /// Runs one event.
    pub(super) fn event(&mut self, state: State, event: &Event) -> Successors {
        let mut state = state;
        match &event.kind {
            EventKind::Declare(slot) => self.declare(&mut state, *slot),
            EventKind::Assign { to, from } => {
                let mut value = self.operand(&state, from);
                if let Some(place) = to {
                    let path = self.path(*place);
                    self.note_function(&mut value, *place, from);
                    self.note_deaf_body(&mut state, path, from, &mut value);
                    self.store(&mut state, path, value);
                    if let Operand::Const(constant) = from {
                        self.note_constant(&mut state, path, constant);
                    }
                    self.copy_known(&mut state, *place, from);
                }
            }
            EventKind::Make { to, value } => return self.make(state, *to, value),
            EventKind::Call(call) => return self.call(state, call),
            EventKind::Send { channel, value, is_offer } => self.send(&mut state, channel, value, *is_offer),
            EventKind::Mention(places) => {
                for place in places {
                    let path = self.path(*place);
                    let value = self.bound(&state, path);
                    self.escape(&mut state, &value);
                }
            }
        }
        smallvec![Successor::on(state)]
    }

    /// A new instance of a variable: the value of the old one is out of reach, unless a deferred literal refers to it.
    fn declare(&mut self, state: &mut State, slot: SlotId) {
        let holds = state.env.iter().any(|(path, value)| value.handle.can_close() && self.paths.slot(*path) == slot);
        let deferred = state
            .deferred
            .iter()
            .filter_map(|deferred| deferred.runs.literal())
            .filter(|frame| self.mentions(*frame, slot));
        let deferred: SmallVec<[FrameId; 2]> = deferred.collect();
        if holds && deferred.into_iter().any(|frame| self.discharges_when_called(state, frame)) {
            state.resolve(Status::Escaped);
        }
        let root = self.paths.root(slot);
        self.clear(state, root);
    }

    fn mentions(&self, frame: FrameId, slot: SlotId) -> bool {
        self.body.frames[frame.index()].captures.binary_search(&slot).is_ok()
    }

    /// `to = value`, where the value is a new one.
    fn make(&mut self, state: State, to: PlaceId, value: &Rvalue) -> Successors {
        let mut state = state;
        let path = self.path(to);
        if let Rvalue::RangeKey(Operand::Place(from)) | Rvalue::RangeValue(Operand::Place(from)) = value {
            let number = usize::from(matches!(value, Rvalue::RangeValue(_)));
            if self.is_goal_event() && state.status == Status::Waiting {
                return self.acquire_element(state, to, number, *from);
            }
            if let Some(beside) = self.beside_element(&state, *from).filter(|_| number == 1) {
                self.store(&mut state, path, beside);
                return smallvec![Successor::on(state)];
            }
        }
        match value {
            Rvalue::Address(place) => {
                let pointee = self.path(*place);
                let pointee = self.redirected(&state, pointee);
                let value = Value { pointer: Pointer::To(pointee), ..Value::default() };
                self.store(&mut state, path, Bound::plain(value));
            }
            Rvalue::Composite { ty, elements, .. } => self.composite(&mut state, path, *ty, elements),
            Rvalue::Assert { from, ty, ok } => return self.assertion(state, path, from, *ty, *ok),
            Rvalue::Receive { from, ok } => return self.receive(state, path, from, *ok),
            Rvalue::Zero(ty) => self.zero(&mut state, path, *ty),
            Rvalue::Made { ty, .. } => {
                let ty = self.body_type(*ty);
                let mut made = Bound::plain(Value::of(Fact::NonNil));
                self.zero_fields(ty.pointee(), &mut made);
                self.store(&mut state, path, made);
            }
            Rvalue::RangeValue(from) => {
                let value = self.element_of(&state, from);
                self.store(&mut state, path, value);
            }
            Rvalue::Plus { by, .. } => self.add(&mut state, path, *by),
            // Of a channel it is the value that is received.
            Rvalue::RangeKey(from) => return self.receive(state, path, from, None),
            Rvalue::Opaque(_) => self.store(&mut state, path, Bound::default()),
        }
        smallvec![Successor::on(state)]
    }

    /// `var x T`
    fn zero(&mut self, state: &mut State, path: AccessPathId, ty: TypeId) {
        let ty = self.body_type(ty);
        let mut zero = Bound::plain(self.zero_of(&ty));
        if !matches!(ty, Type::Pointer(_)) {
            self.zero_fields(&ty, &mut zero);
        }
        self.store(state, path, zero);
        if matches!(&ty, Type::Basic(name) if name.starts_with("int") || name.starts_with("uint")) {
            self.note_constant(state, path, &ConstValue::Int(0));
        }
    }

    /// The value of a range loop: an element, of which only what it holds is known.
    fn element_of(&mut self, state: &State, over: &Operand) -> Bound {
        let Operand::Place(place) = over else {
            return Bound::default();
        };
        let over = self.path(*place);
        let element = self.part(over, &Part::Element);
        let mut value = self.bound(state, element);
        value.value.fact = None;
        value
    }

    /// `i++`, `i += 2`
    fn add(&mut self, state: &mut State, path: AccessPathId, by: i64) {
        let path = self.redirected(state, path);
        if self.is_outside(state, path) {
            return self.store(state, path, Bound::default());
        }
        let before = state.exprs.clone();
        self.store(state, path, Bound::default());
        state.exprs = before;
        self.step_exprs(state, path, by);
    }

    pub(super) fn body_type(&self, ty: TypeId) -> Type {
        self.resolver.index.resolve(&self.body.types[ty.index()], self.resolver.scope())
    }

    /// `T{field: value}`, `[]T{value}`
    fn composite(
        &mut self,
        state: &mut State,
        to: AccessPathId,
        ty: Option<TypeId>,
        elements: &[(ElementKey, Operand)],
    ) {
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
            self.add_literals(state, &mut made, &base, &value);
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
            let ty = self.body_type(ty);
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

    /// A function literal that is stored in a field is reached through the field only.
    fn add_literals(&mut self, state: &mut State, made: &mut Bound, field: &[Part], value: &Bound) {
        for frame in value.frames() {
            for slot in self.body.frames[frame.index()].assigns.clone() {
                self.share(state, slot);
            }
            if value.value.handle == Handle::None && self.discharges_when_called(state, frame) {
                let closer = Value { pointer: Pointer::Frame(frame), ..Value::holding(Handle::Close) };
                made.parts.push((field.to_vec(), closer));
            }
        }
    }

    /// The zero value of a type, as far as a test can read it.
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

    /// Switches that a struct literal leaves out are off, and so are all of a new struct.
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

    /// `value.(T)` and `value, ok := value.(T)`
    fn assertion(
        &mut self,
        state: State,
        to: AccessPathId,
        from: &Operand,
        ty: TypeId,
        ok: Option<PlaceId>,
    ) -> Successors {
        let value = self.operand(&state, from);
        let ty = self.body_type(ty);
        let handle = value.value.handle;
        // The body always has Read and Close, so an assertion to an interface of these succeeds.
        let known = match from {
            Operand::Place(place) if value.value.is_nil() == Some(false) => self.holds_type(&state, *place, &ty),
            _ => None,
        };
        // What holds the body somewhere is closed where it can be: `if c, ok := r.(io.Closer); ok { c.Close() }`
        let may_close = matches!(handle, Handle::Body | Handle::Response)
            || handle == Handle::None && value.handle().is_some_and(|(_, held)| held.can_close());
        let holds = known == Some(true) || may_close && is_reader_or_closer(&ty);
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
            // net/http makes no body of a type of the program: it is not the one that came with the response.
            yes.resolve(Status::Escaped);
        }
        let mut no = state;
        self.store(&mut no, to, Bound::default());
        self.store(&mut no, ok, Bound::plain(Value::of(Fact::False)));
        if value.value.fact == Some(Fact::Nil) || known == Some(false) {
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

    /// Removes the facts about expressions that read a path, a part of it, or a place that it is a part of.
    pub(super) fn drop_exprs(&mut self, state: &mut State, path: AccessPathId) {
        if state.exprs.is_empty() {
            return;
        }
        let body = self.body;
        let mut left: Vec<(ExprId, ExprFact)> = Vec::new();
        for (expr, fact) in std::mem::take(&mut state.exprs) {
            if !body.exprs[expr.index()].places.iter().any(|place| self.may_read(state, *place, path)) {
                left.push((expr, fact));
            }
        }
        state.exprs = left;
    }

    /// Whether a place touches a path, by itself or through a pointer: `p.n` is `v.n` after `p := &v`.
    fn may_read(&mut self, state: &State, place: PlaceId, path: AccessPathId) -> bool {
        if self.touches(place, path) {
            return true;
        }
        if self.body.places[place.index()].part.is_none() {
            return false;
        }
        let own = self.path(place);
        let target = self.redirected(state, own);
        target != own && (self.paths.is_inside(path, target) || self.paths.is_inside(target, path))
    }

    /// Whether a place is a path, a part of it, or what it is a part of.
    pub(super) fn touches(&mut self, place: PlaceId, path: AccessPathId) -> bool {
        self.body.slot_of(place) == self.paths.slot(path) && {
            let own = self.path(place);
            self.paths.is_inside(path, own) || self.paths.is_inside(own, path)
        }
    }

    /// `x = 3`: comparisons of `x` are known.
    pub(super) fn note_constant(&mut self, state: &mut State, path: AccessPathId, constant: &ConstValue) {
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
            let expr = ExprId(u32::try_from(number).unwrap_or(u32::MAX));
            if self.is_compared(expr) {
                state.set_expr(expr, fact);
            }
        }
    }
}

fn is_reader_or_closer(ty: &Type) -> bool {
    ["Closer", "Reader", "ReadCloser"].iter().any(|name| ty.is_named("io", name)) || resource_of(ty).is_some()
}
