//! What is known of values beside the response: constants, and the fields of literals.
//!
//!     req, err := http.NewRequest("GET", u, nil)     `req.Method` is "GET"
//!     o := &options{name: "a"}                       `o.hook` is nil
//!     mode := o.mode                                 `mode` is 0
//!
//! Nothing of this is stored before it is asked for, by a test or by the callee that gets the value: most literals have many fields
//! that no code tests. It is read off the event that makes the value, so it holds for variables that are written once. What tests
//! and assignments on the path have shown comes first.

use super::access_path::AccessPathId;
use super::state::{ExprFact, LOCAL_SYMBOL, State, symbol};
use super::summary::Known;
use super::uses::{SlotTests, SlotUses, length_part, measured, tests, uses};
use super::value::{Handle, Pointer, Value};
use super::walk::{EventId, Explorer};
use crate::go::body::{
    Call, ElementKey, EventKind, ExprId, Operand, Part, PlaceId, PureExpr, Rvalue, SlotId, SlotKind, TypeId,
};
use crate::go::outline::{ConstValue, Name};
use crate::meaning::effect::{Effect, Fact};
use crate::program::resolve::CallTarget;
use crate::program::{Member, Type};
use smallvec::SmallVec;

/// How many variables are followed from one to the next: `t := &options{}`, `o := t`.
const LONGEST_CHAIN: usize = 6;

/// Events that give variables their values, one after the other: block and number.
type Chain = SmallVec<[EventId; 4]>;

impl Explorer<'_> {
    /// What is known in a state of a part of a place, or of the place itself; nothing of what holds the response.
    pub(super) fn known_of(&mut self, state: &State, place: PlaceId, parts: &[Part]) -> Option<Known> {
        let base = self.path(place);
        let path = self.paths.follow(base, parts);
        let value = self.lookup(state, path);
        if value.handle != Handle::None {
            return None;
        }
        if let Some(fact) = fact_of(&value) {
            return Some(Known::Is(fact));
        }
        let path = self.redirected(state, path);
        if let Some(fact) = self.expr_fact_at(state, path) {
            return Some(Known::Value(fact));
        }
        if parts.is_empty() && self.body.slot(place).kind == SlotKind::Global {
            return self.known_constant(place);
        }
        self.known_of_argument(state, path).or_else(|| self.made_with(place, parts, &Chain::new()))
    }

    /// What tests on the path have shown of the value at a path.
    fn expr_fact_at(&mut self, state: &State, path: AccessPathId) -> Option<ExprFact> {
        let body = self.body;
        let slot = self.paths.slot(path);
        let (_, fact) =
            state.exprs.iter().find(|(expr, _)| self.expr_path(&body.exprs[expr.index()], slot) == Some(path))?;
        without_symbols(fact)
    }

    /// What the caller knows of a part of a parameter, which this function has not written.
    fn known_of_argument(&mut self, state: &State, path: AccessPathId) -> Option<Known> {
        if self.facts.is_empty() || self.is_written(state, path) {
            return None;
        }
        let slot = self.paths.slot(path);
        let param = self.body.frames[self.walk.root.index()].params.iter().position(|own| *own == slot)?;
        let root = self.paths.root(slot);
        let parts = self.paths.suffix(root, path)?;
        let is_it = |(own, at, known): &&(usize, Vec<Part>, Known)| {
            *own == param && *at == parts && !matches!(known, Known::Type(_))
        };
        let (_, _, known) = self.facts.iter().find(is_it)?;
        let known = known.clone();
        let is_changed = !self.resolver.is_never_written(slot) || self.is_part_written(slot, &parts);
        (!is_changed).then_some(known)
    }

    /// Notes in a state what is known at a path.
    pub(super) fn note_known(&mut self, state: &mut State, path: AccessPathId, known: &Known) {
        match known {
            Known::Is(fact) => {
                let value = state.get(path).unwrap_or_default();
                state.set(path, Value { fact: Some(*fact), ..value });
            }
            Known::Value(fact) => {
                for expr in self.exprs_at(path) {
                    state.set_expr(expr, fact.clone());
                }
            }
            // Looked up where a test asks for it.
            Known::Type(_) => {}
        }
    }

    /// The expressions that are just the value at a path.
    fn exprs_at(&mut self, path: AccessPathId) -> SmallVec<[ExprId; 1]> {
        let body = self.body;
        let slot = self.paths.slot(path);
        let ids = (0_u32..).map(ExprId).zip(&body.exprs);
        let at = ids.filter(|(_, expr)| self.expr_path(expr, slot) == Some(path));
        at.map(|(id, _)| id).collect()
    }

    /// The path of which an expression is just the value or the length, if it is one of a variable.
    fn expr_path(&mut self, expr: &PureExpr, slot: SlotId) -> Option<AccessPathId> {
        let measured = measured(&expr.tree);
        let place = expr.place().or(measured).filter(|place| self.body.slot_of(*place) == slot)?;
        let path = self.path(place);
        Some(if measured.is_some() { self.part(path, &length_part()) } else { path })
    }

    /// `to = from` is done: what is known of parts of `from` is known of those of `to` that some test reads.
    pub(super) fn copy_known(&mut self, state: &mut State, to: PlaceId, from: &Operand) {
        let Operand::Place(from) = from else {
            return;
        };
        let slot = self.body.slot_of(to);
        let Some(tested) = self.tests_of(slot).map(|tests| tests.places.clone()) else {
            return;
        };
        let base = self.path(to);
        // What a pointer to a variable of this function points to is looked up there: `defer func(p **http.Response) {..}(&resp)`
        let is_pointer = matches!(self.lookup(state, base).pointer, Pointer::To(_));
        if is_pointer || self.is_outside(state, base) {
            return;
        }
        // `receive(o)` may fill the fields that the literal leaves unset.
        let is_passed = self.is_passed_elsewhere(slot, &Chain::new());
        for place in tested {
            let path = self.path(place);
            if is_passed && path != base {
                continue;
            }
            let Some(parts) = self.paths.suffix(base, path) else {
                continue;
            };
            if state.get(path).is_some() || self.lookup(state, path).handle != Handle::None {
                continue;
            }
            if let Some(known) = self.known_of(state, *from, &parts) {
                self.note_known(state, path, &known);
            }
        }
    }

    /// The tests of a variable and of parts of it; `None` without any.
    pub(super) fn tests_of(&mut self, slot: SlotId) -> Option<&SlotTests> {
        let body = self.body;
        self.memo.tested.get_or_insert_with(|| tests(body)).get(&slot)
    }

    /// The constant that a place always holds.
    pub(super) fn constant_of(&mut self, place: PlaceId) -> Option<Known> {
        match self.body.slot(place).kind {
            SlotKind::Global => self.known_constant(place),
            _ => self.made_with(place, &[], &Chain::new()),
        }
    }

    /// What is known of a name of a package: a constant. Of one whose value is not known the name stands for it.
    fn known_constant(&self, place: PlaceId) -> Option<Known> {
        of_constant(&self.resolver.constant(place)).or_else(|| {
            let name = self.resolver.constant_name(place)?;
            Some(Known::Value(ExprFact::Text(symbol(&name, 0))))
        })
    }

    /// What is known of a part of a place by the event that makes the only value that its variable ever holds. `chain` has the
    /// events that led here.
    fn made_with(&mut self, place: PlaceId, parts: &[Part], chain: &Chain) -> Option<Known> {
        let body = self.body;
        if chain.len() > LONGEST_CHAIN {
            return None;
        }
        let mut path = self.resolver.fields_to(place)?;
        path.extend_from_slice(parts);
        let slot = body.slot_of(place);
        let at = self.resolver.only_definition(slot)?;
        if self.is_part_written(slot, &path) {
            return None;
        }
        let event = &body.blocks[at.0.index()].events[at.1].kind;
        if let EventKind::Call(call) = event {
            return self.result_with(call, body.root(slot), &path, chain);
        }
        let may_be_changed = match path.is_empty() {
            true => self.uses_of(slot).is_some_and(|uses| uses.is_pointed_to),
            false => self.is_passed_elsewhere(slot, chain),
        };
        if may_be_changed {
            return None;
        }
        let mut chain = chain.clone();
        chain.push((at.0, u32::try_from(at.1).unwrap_or(u32::MAX)));
        match event {
            EventKind::Assign { from, .. } => self.operand_with(from, &path, &chain),
            EventKind::Make { value: Rvalue::Address(variable), .. } => self.made_with(*variable, &path, &chain),
            EventKind::Make { value: Rvalue::Composite { ty, elements, .. }, .. } => {
                let (first, rest) = path.split_first()?;
                let is_it = |key: &ElementKey| self.resolver.field_of(*ty, key).as_ref() == Some(first);
                match elements.iter().rfind(|(key, _)| is_it(key)) {
                    Some((_, operand)) => self.operand_with(operand, rest, &chain),
                    None => self.unset((*ty)?, &path),
                }
            }
            EventKind::Make { value: Rvalue::Zero(ty) | Rvalue::Made { ty, .. }, .. } => self.unset(*ty, &path),
            _ => None,
        }
    }

    /// What is known of a part of an operand.
    fn operand_with(&mut self, operand: &Operand, parts: &[Part], chain: &Chain) -> Option<Known> {
        match operand {
            Operand::Const(constant) if parts.is_empty() => of_constant(constant),
            Operand::Nil if parts.is_empty() => Some(Known::Is(Fact::Nil)),
            Operand::Bool(value) if parts.is_empty() => Some(Known::Is(if *value { Fact::True } else { Fact::False })),
            Operand::Frame(_) if parts.is_empty() => Some(Known::Is(Fact::NonNil)),
            Operand::Place(place) if parts.is_empty() && self.body.slot(*place).kind == SlotKind::Global => {
                self.known_constant(*place)
            }
            Operand::Place(place) => self.made_with(*place, parts, chain),
            _ => None,
        }
    }

    /// The zero value of a field of a type.
    fn unset(&mut self, ty: TypeId, path: &[Part]) -> Option<Known> {
        let mut ty = self.body_type(ty).pointee().clone();
        for part in path {
            let Part::Field(name) = part else {
                return None;
            };
            // What a pointer in the struct points to is not part of it.
            match self.resolver.index.member(&ty, name) {
                Some((embedded, Member::Field(field))) if embedded.is_empty() => ty = field,
                _ => return None,
            }
        }
        if path.is_empty() {
            return None;
        }
        match self.resolver.index.underlying(&ty) {
            Type::Basic(name) if name == "string" => of_constant(&ConstValue::Text(Name::default())),
            Type::Basic(name) if is_integer(&name) => of_constant(&ConstValue::Int(0)),
            _ => self.zero_of(&ty).fact.map(Known::Is),
        }
    }

    /// What is known of a part of a result of a library function: `req.Method` of `http.NewRequest("GET", u, nil)`.
    fn result_with(&mut self, call: &Call, place: PlaceId, parts: &[Part], chain: &Chain) -> Option<Known> {
        let number = call.results.iter().position(|result| *result == Some(place))?;
        let target = self.resolver.target(call);
        let CallTarget::Functions(functions, _) = &*target else {
            return None;
        };
        let function = functions.first()?;
        let effects = self.walk.analysis.effects(function)?;
        let receiver = usize::from(function.decl().receiver.is_some());
        let param = effects.iter().find_map(|effect| match effect {
            Effect::Set(result, path, param) if *result == number && is_path(path, parts) => Some(*param),
            _ => None,
        })?;
        self.operand_with(call.args.get(param.checked_sub(receiver)?)?, &[], chain)
    }

    /// Whether a variable is passed on by an event that is neither the current one nor one of a chain: other code may write to its
    /// fields.
    fn is_passed_elsewhere(&mut self, slot: SlotId, chain: &Chain) -> bool {
        let here = self.at;
        self.uses_of(slot).is_some_and(|uses| uses.passed.iter().any(|event| *event != here && !chain.contains(event)))
    }

    /// Whether some event writes to a part of a variable, to what it is in, or to a part of it.
    fn is_part_written(&mut self, slot: SlotId, parts: &[Part]) -> bool {
        let Some(uses) = self.uses_of(slot) else {
            return false;
        };
        uses.written.iter().any(|written| written.starts_with(parts) || parts.starts_with(written))
    }

    fn uses_of(&mut self, slot: SlotId) -> Option<&SlotUses> {
        if self.memo.uses.is_none() {
            self.memo.uses = Some(uses(self.resolver));
        }
        self.memo.uses.as_ref().and_then(|uses| uses.get(&slot))
    }
}

/// The fact that a value shows.
fn fact_of(value: &Value) -> Option<Fact> {
    match value.is_nil() {
        Some(true) => Some(Fact::Nil),
        Some(false) => Some(Fact::NonNil),
        None => value.fact,
    }
}

/// What a constant shows; nothing for one that is not understood.
pub(super) fn of_constant(constant: &ConstValue) -> Option<Known> {
    match constant {
        ConstValue::Int(value) => Some(Known::Value(ExprFact::Int(*value, *value, SmallVec::new()))),
        ConstValue::Text(text) => Some(Known::Value(ExprFact::Text(text.clone()))),
        ConstValue::Bool(value) => Some(Known::Is(if *value { Fact::True } else { Fact::False })),
        ConstValue::Unknown => None,
    }
}

/// A fact without names that mean nothing in another function.
fn without_symbols(fact: &ExprFact) -> Option<ExprFact> {
    let is_symbol = |text: &Name| text.starts_with(LOCAL_SYMBOL);
    match fact {
        ExprFact::Text(text) => (!is_symbol(text)).then(|| fact.clone()),
        ExprFact::NotText(texts) => {
            let texts: SmallVec<[Name; 2]> = texts.iter().filter(|text| !is_symbol(text)).cloned().collect();
            (!texts.is_empty()).then_some(ExprFact::NotText(texts))
        }
        ExprFact::Int(..) => Some(fact.clone()),
    }
}

/// Whether the fields of a directive are those of a path.
fn is_path(fields: &[Name], parts: &[Part]) -> bool {
    fields.len() == parts.len()
        && fields.iter().zip(parts).all(|(field, part)| matches!(part, Part::Field(name) if name == field))
}

fn is_integer(name: &str) -> bool {
    name.starts_with("int") || name.starts_with("uint") || matches!(name, "byte" | "rune")
}
