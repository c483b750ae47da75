//! Whether the uses of a variable show that it holds a response, or that it does not.
//!
//!     if resp.StatusCode != 200 { .. }     it has a field that a response has
//!     return resp, nil                     it goes where the type of a response is written
//!     json.Unmarshal(resp.Body, &page)     no response: its body is no text

use super::{CallTarget, Resolver};
use crate::go::body::{
    Body, Call, Callee, ConstOperand, ElementKey, EventKind, Operand, Part, PlaceId, PureTree, Rvalue, SlotId,
    SlotKind, Test, TypeId,
};
use crate::go::outline::ConstValue;
use crate::program::{FuncType, Member, Type};
use smallvec::{SmallVec, smallvec};
use std::sync::Arc;

/// The field that a use of the result of a method without a request needs.
const BODY: &str = "Body";

/// The fields of a response that show what it is. `Header` is a field of many messages, but not together with `Body`.
const SHOWING: [&str; 4] = [BODY, "StatusCode", "Header", "Status"];

/// How many variables may hold the result one after another, `other := resp`, before the rest is left out.
const MOST_ALIASES: usize = 16;

/// How the result of a call is used, compared with the type that it may have.
pub(super) struct ResultUses<'r, 'a> {
    pub(super) resolver: &'r Resolver<'a>,
    /// The type that it may have.
    pub(super) ty: Type,
}

/// Variables that hold the result of the call, or a part of it, with the types that these have if the result has its type.
type Held = SmallVec<[(SlotId, Type); 4]>;

/// What the uses of a variable say of its type.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Verdict {
    Nothing,
    Shown,
    Contradicted,
}

impl ResultUses<'_, '_> {
    /// Whether the uses of the place to which a result goes show that it has the type. `is_one_enough` if one field says it.
    pub(super) fn show_type(&self, place: PlaceId, is_one_enough: bool) -> bool {
        let Some(slot) = self.untyped(place) else {
            return self.verdict_of(&self.resolver.place_type(place)) == Verdict::Shown;
        };
        // Another value that it has may say it.
        let is_open = self.resolver.open.borrow()[slot.index()];
        let known = if is_open { Type::Unknown } else { self.resolver.slot_type(slot) };
        match self.verdict_of(&known) {
            Verdict::Nothing => {}
            verdict => return verdict == Verdict::Shown,
        }
        let held = self.held_from(slot);
        let fields = self.fields(&held);
        if fields.contradict {
            return false;
        }
        match self.destinations(&held) {
            Verdict::Contradicted => false,
            Verdict::Shown => true,
            Verdict::Nothing if is_one_enough => fields.shown.iter().any(|is_used| *is_used),
            Verdict::Nothing => fields.shown[0] && fields.shown[1..].iter().any(|is_used| *is_used),
        }
    }

    /// The variable that a place is, if no type is written for it.
    fn untyped(&self, place: PlaceId) -> Option<SlotId> {
        let body = self.resolver.body;
        let slot = body.slot(place);
        let is_root = body.places[place.index()].part.is_none();
        (is_root && slot.ty.is_none() && slot.kind != SlotKind::Global).then(|| body.slot_of(place))
    }

    /// The variables without a written type that hold the value of a variable, or a part of it.
    fn held_from(&self, slot: SlotId) -> Held {
        let body = self.resolver.body;
        let mut held: Held = smallvec![(slot, self.ty.clone())];
        let mut number = 0;
        while let Some((from, _)) = held.get(number).cloned() {
            number += 1;
            for event in body.blocks.iter().flat_map(|block| &block.events) {
                if let EventKind::Assign { to: Some(to), from: Operand::Place(own) } = &event.kind
                    && body.slot_of(*own) == from
                    && let Some(alias) = self.untyped(*to)
                    && held.len() < MOST_ALIASES
                    && held.iter().all(|(known, _)| *known != alias)
                    && let Some(ty) = self.type_from_root(&held, *own)
                {
                    held.push((alias, ty));
                }
            }
        }
        held
    }

    fn verdict_of(&self, ty: &Type) -> Verdict {
        if *ty == self.ty {
            return Verdict::Shown;
        }
        match ty {
            Type::Unknown | Type::Param(..) | Type::Interface(_) => Verdict::Nothing,
            Type::Basic(name) if name == "any" => Verdict::Nothing,
            Type::Named(_) => match self.resolver.index.underlying(ty) {
                Type::Interface(_) | Type::Unknown => Verdict::Nothing,
                _ => Verdict::Contradicted,
            },
            _ => Verdict::Contradicted,
        }
    }
}

/// The fields of a response that are used.
struct UsedFields {
    /// Whether each of [`SHOWING`] is.
    shown: [bool; SHOWING.len()],
    /// Whether a use is one that the type does not allow.
    contradict: bool,
}

impl ResultUses<'_, '_> {
    fn fields(&self, held: &Held) -> UsedFields {
        let body = self.resolver.body;
        let mut used = UsedFields { shown: [false; SHOWING.len()], contradict: false };
        let callees = callees(body);
        for number in (0_u32..).take(body.places.len()) {
            let place = PlaceId(number);
            let Some((base, part)) = &body.places[place.index()].part else {
                continue;
            };
            let Some(holder) = self.type_from_root(held, *base) else {
                continue;
            };
            let ty = self.part_type(&holder, part);
            let is_called = callees.contains(&place);
            used.contradict |= match &ty {
                None => true,
                Some(ty) => is_called && is_no_function(ty),
            };
            if holder == self.ty
                && !is_called
                && let Part::Field(name) = part
            {
                for (shown, _) in used.shown.iter_mut().zip(SHOWING).filter(|(_, field)| name == field) {
                    *shown = true;
                }
            }
        }
        used.contradict |=
            body.blocks.iter().filter_map(|block| block.end.test()).any(|test| self.contradicts(held, test));
        used
    }

    /// The type that a place has if the result has its type, unknown beyond fields and methods; `None` if it is no part of the result,
    /// or the type allows no such part.
    fn type_from_root(&self, held: &Held, place: PlaceId) -> Option<Type> {
        match &self.resolver.body.places[place.index()].part {
            None => {
                let slot = self.resolver.body.slot_of(place);
                held.iter().find(|(own, _)| *own == slot).map(|(_, ty)| ty.clone())
            }
            Some((base, part)) => self.part_type(&self.type_from_root(held, *base)?, part),
        }
    }

    /// The type of a part of a value; `None` if the type has no such part.
    fn part_type(&self, ty: &Type, part: &Part) -> Option<Type> {
        let index = self.resolver.index;
        match part {
            Part::Deref => match ty {
                Type::Pointer(inner) => Some((**inner).clone()),
                Type::Unknown => Some(Type::Unknown),
                _ => None,
            },
            Part::Element => match index.underlying(ty) {
                Type::Basic(_) | Type::Interface(_) | Type::Struct(_) | Type::Func(_) => None,
                _ => Some(index.element(ty)),
            },
            Part::Field(name) => match index.member(ty, name) {
                Some((_, Member::Field(ty))) => Some(ty),
                Some((_, Member::Method(functions, args))) => Some(self.resolver.method_value(&functions, &args)),
                Some((_, Member::Abstract(method))) => Some(Type::Func(Arc::new(method.func))),
                // Stubs leave out methods of types other than this one and interfaces.
                None if *ty == self.ty || *ty.pointee() == *self.ty.pointee() => None,
                None => match index.underlying(ty) {
                    Type::Basic(_) if matches!(ty, Type::Basic(_)) => None,
                    Type::Interface(_) => None,
                    _ => Some(Type::Unknown),
                },
            },
        }
    }

    /// Whether a condition compares a field with a constant of another type.
    fn contradicts(&self, held: &Held, test: &Test) -> bool {
        let Test::Compare { expr, value: ConstOperand::Literal(value), .. } = test else {
            return false;
        };
        let PureTree::Place(place) = self.resolver.body.exprs[expr.index()].tree else {
            return false;
        };
        if !self.is_held(held, place) {
            return false;
        }
        match (self.type_from_root(held, place), value) {
            (_, ConstValue::Unknown) | (Some(Type::Unknown), _) => false,
            (Some(Type::Basic(name)), ConstValue::Text(_)) => name != "string",
            (Some(Type::Basic(name)), ConstValue::Bool(_)) => name != "bool",
            (Some(Type::Basic(name)), ConstValue::Int(_)) => matches!(name.as_str(), "string" | "bool"),
            _ => true,
        }
    }

    /// What the places say to which the value goes: variables, fields, parameters, channels with a written type.
    fn destinations(&self, held: &Held) -> Verdict {
        let body = self.resolver.body;
        let mut verdict = Verdict::Nothing;
        for event in body.blocks.iter().flat_map(|block| &block.events) {
            for found in self.destinations_of(held, &event.kind) {
                match found {
                    Verdict::Contradicted => return Verdict::Contradicted,
                    Verdict::Shown => verdict = Verdict::Shown,
                    Verdict::Nothing => {}
                }
            }
        }
        verdict
    }

    fn destinations_of(&self, held: &Held, event: &EventKind) -> SmallVec<[Verdict; 2]> {
        let resolver = self.resolver;
        let mut found = SmallVec::new();
        match event {
            EventKind::Assign { to: Some(to), from } if self.untyped(*to).is_none() => {
                found.extend(self.verdict_for(held, from, || resolver.place_type(*to)));
            }
            EventKind::Send { channel, value, .. } => {
                let element = || resolver.index.element(&resolver.operand_type(channel));
                found.extend(self.verdict_for(held, value, element));
            }
            EventKind::Make { value: Rvalue::Composite { ty: Some(ty), elements, .. }, .. } => {
                for (key, value) in elements {
                    found.extend(self.verdict_for(held, value, || self.element_type(*ty, key)));
                }
            }
            EventKind::Call(call) => self.arguments(held, call, &mut found),
            _ => {}
        }
        found
    }

    /// The type of an element of a composite literal, as declared.
    fn element_type(&self, ty: TypeId, key: &ElementKey) -> Type {
        let index = self.resolver.index;
        let made = index.resolve(&self.resolver.body.types[ty.index()], &self.resolver.scope);
        match self.resolver.field_of(Some(ty), key) {
            Some(Part::Field(name)) => match index.member(&made, &name) {
                Some((_, Member::Field(ty))) => ty,
                _ => Type::Unknown,
            },
            Some(Part::Element) => index.element(&made),
            _ => Type::Unknown,
        }
    }

    /// What the parameters say that receive the value, or a part of it.
    fn arguments(&self, held: &Held, call: &Call, found: &mut SmallVec<[Verdict; 2]>) {
        if !call.args.iter().any(|operand| self.rooted(held, operand).is_some()) {
            return;
        }
        let resolver = self.resolver;
        let target = resolver.target(call);
        let func = resolver.signature_of_callee(&target);
        for (number, operand) in call.args.iter().enumerate() {
            let expected = || match (&*target, &func) {
                (_, Some(func)) => resolver.param_type(func, number),
                (CallTarget::Convert(ty), _) => ty.clone(),
                (CallTarget::Builtin(name), _) if name == "append" && number > 0 => {
                    call.args.first().map_or(Type::Unknown, |list| resolver.index.element(&resolver.operand_type(list)))
                }
                _ => Type::Unknown,
            };
            found.extend(self.verdict_for(held, operand, expected));
            // `len(resp.Body)`: it is a text.
            let is_measured =
                matches!(&*target, CallTarget::Builtin(name) if matches!(name.as_str(), "len" | "cap" | "copy"));
            let own = self.rooted(held, operand).and_then(|place| self.type_from_root(held, place));
            if is_measured && matches!(own.map(|ty| resolver.index.underlying(&ty)), Some(Type::Interface(_))) {
                found.push(Verdict::Contradicted);
            }
        }
    }

    /// Whether a place is one of the variables or a part of one.
    fn is_held(&self, held: &Held, place: PlaceId) -> bool {
        let slot = self.resolver.body.slot_of(place);
        held.iter().any(|(own, _)| *own == slot)
    }

    /// The place of an operand that is one of the variables or a part of one.
    fn rooted(&self, held: &Held, operand: &Operand) -> Option<PlaceId> {
        let place = match operand {
            Operand::Place(place) => place,
            Operand::Tuple(places) => places.first()?,
            _ => return None,
        };
        self.is_held(held, *place).then_some(*place)
    }

    /// What it says that an operand goes where a type is expected; `None` if it is no part of the variables.
    fn verdict_for(&self, held: &Held, operand: &Operand, expected: impl Fn() -> Type) -> Option<Verdict> {
        let place = self.rooted(held, operand)?;
        let own = self.type_from_root(held, place)?;
        if own == self.ty {
            return Some(self.verdict_of(&expected()));
        }
        let index = self.resolver.index;
        let own = index.underlying(&own);
        Some(match (index.underlying(&expected()), own) {
            (Type::Unknown | Type::Param(..) | Type::Interface(_), _) | (_, Type::Unknown) => Verdict::Nothing,
            (Type::Basic(name), _) if name == "any" => Verdict::Nothing,
            (Type::Basic(expected), Type::Basic(own)) if expected == own => Verdict::Nothing,
            (Type::Basic(_), _) | (_, Type::Basic(_)) => Verdict::Contradicted,
            (expected, own) if std::mem::discriminant(&expected) == std::mem::discriminant(&own) => Verdict::Nothing,
            _ => Verdict::Contradicted,
        })
    }
}

/// The places that calls call.
fn callees(body: &Body) -> SmallVec<[PlaceId; 8]> {
    let calls = body.blocks.iter().flat_map(|block| &block.events).filter_map(|event| match &event.kind {
        EventKind::Call(call) => Some(call),
        _ => None,
    });
    calls.filter_map(|call| if let Callee::Place(place) = call.callee { Some(place) } else { None }).collect()
}

/// Whether a value of a type cannot be called.
fn is_no_function(ty: &Type) -> bool {
    !matches!(ty, Type::Func(_) | Type::Unknown)
}

impl Resolver<'_> {
    /// The signature of a callee, if it is known.
    fn signature_of_callee(&self, target: &CallTarget) -> Option<FuncType> {
        match target {
            CallTarget::Functions(functions, args) => Some(self.func_type(functions.first()?, args)),
            CallTarget::Abstract(method) => Some(method.func.clone()),
            CallTarget::Value(func) => Some((**func).clone()),
            CallTarget::Frame(frame) => {
                let signature = self.body.frames[frame.index()].signature.clone();
                Some(FuncType { signature, scope: self.scope.clone() })
            }
            _ => None,
        }
    }

    /// The type of the parameter that receives an argument.
    fn param_type(&self, func: &FuncType, number: usize) -> Type {
        let params = &func.signature.params;
        let last = params.len().saturating_sub(1);
        let Some(param) = params.get(number.min(last)) else {
            return Type::Unknown;
        };
        let is_listed = func.signature.is_variadic && number >= last;
        let ty = self.index.resolve(&param.ty, &func.scope);
        if is_listed { self.index.element(&ty) } else { ty }
    }
}
