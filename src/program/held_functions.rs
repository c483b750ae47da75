//! The functions that a value of function type can be, as far as the module visibly assigns or passes them.
//!
//!     read := asText; read(resp)                          asText
//!     var probes = []probe{{"status", good}, ..}          what the elements have as `judge`
//!     func run(how timed, ..) { how(time.Second, ..) }    what the callers of run pass
//!     pen()(resp)                                         the literal that pen returns
//!
//! Values are traced backwards: through the events of one body in [`trace`], and through variables of packages, fields, parameters and
//! results in [`holders`]. The order of events does not matter. A value of which one origin is not visible is not known, and neither is one
//! with more than [`MOST_VALUES`].

mod holders;
mod mentions;
mod trace;

pub(super) use holders::{AssignedFields, HeldValues};
pub(super) use mentions::Mentions;

use super::function_value::{Code, FunctionValue, FunctionValues};
use super::resolve::Resolver;
use super::{FuncRef, Index, Named};
use crate::go::body::{OUTER, Operand, Part, PlaceId, SlotKind};
use holders::Holder;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::sync::Arc;
use trace::Trace;

/// A value with more possible functions is not known: each of them is followed at each call.
const MOST_VALUES: usize = 8;

/// How many variables, fields, parameters and results may be traced one through the other.
const DEEPEST_HOLDERS: usize = 6;

/// How many steps one trace takes before the value counts as not known.
const MOST_STEPS: usize = 2_000;

/// How long the path of a function inside of a value may be: `tables[i].judges[j]`.
const LONGEST_PATH: usize = 6;

/// Values of which all are visible; `None` if one may be any function.
type Values = Option<Vec<FunctionValue>>;

impl Resolver<'_> {
    /// The functions that a place can hold, in no particular order; `None` if one of them is not visible, or if there is none.
    pub fn function_values(&self, place: PlaceId) -> Option<Rc<FunctionValues>> {
        if let Some(known) = self.values.borrow().get(&place) {
            return known.clone();
        }
        let found = self.function_values_in(&Operand::Place(place), &[]).map(Rc::new);
        self.values.borrow_mut().insert(place, found.clone());
        found
    }

    /// Like [`Resolver::function_values`], of a part of an operand.
    pub fn function_values_in(&self, operand: &Operand, path: &[Part]) -> Option<FunctionValues> {
        let search = Search::new(self.index);
        let trace = Trace::new(&search, self, self.scope().function_ref().map(|function| Code::Function(function.id)));
        let found = trace.operand(operand, path).filter(|found| !found.is_empty());
        let found = found.or_else(|| match (operand, path) {
            (Operand::Place(place), [Part::Field(field), rest @ ..]) => trace.by_type(*place, field, rest),
            _ => None,
        });
        let all = found.filter(|found| !found.is_empty() && found.len() <= MOST_VALUES)?;
        Some(FunctionValues { is_shared: search.is_shared.get() && all.len() > 1, all })
    }

    /// The parts between a parameter of the function itself and a place, with the number of the parameter; `None` if it is no part of
    /// one, or of one that is assigned.
    pub fn part_of_param(&self, place: PlaceId) -> Option<(usize, Vec<Part>)> {
        let slot = self.body.slot_of(place);
        if self.body.slots[slot.index()].kind != SlotKind::Param || !self.is_never_written(slot) {
            return None;
        }
        let number = self.body.frames[OUTER.index()].params.iter().position(|param| *param == slot)?;
        Some((number, self.fields_to(place)?))
    }
}

impl Index {
    /// The code that mentions the name of a function and can call it; `None` if there is too much of it, or if the function can be used
    /// outside of the repository's code.
    pub fn code_around(&self, function: &FuncRef) -> Option<Arc<Vec<mentions::CodeIn>>> {
        let name = &function.decl().name;
        let within = Search::new(self).within(&function.package, &[name], function.id.file)?;
        self.mentions(&function.package, name, within, mentions::Mention::Any)
    }
}

/// One search through bodies.
struct Search<'a> {
    index: &'a Index,
    steps: Cell<usize>,
    /// Whether a field was looked up by its type alone.
    is_shared: Cell<bool>,
    /// What is being traced: a parameter that a function passes to itself has no other values for that.
    open: RefCell<Vec<(Holder, Vec<Part>)>>,
}

impl<'a> Search<'a> {
    fn new(index: &'a Index) -> Search<'a> {
        Search { index, steps: Cell::new(0), is_shared: Cell::new(false), open: RefCell::default() }
    }
}

impl Named {
    /// Whether it is declared inside of a function.
    fn is_local(&self) -> bool {
        self.package.lookup(&self.name).is_empty() || self.scope.function.is_some()
    }
}
