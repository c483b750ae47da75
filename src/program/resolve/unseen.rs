//! Calls of methods of clients whose types cannot be resolved, by how their results are used.
//!
//!     resp, err := pool.Client(ctx).Do(req)     the package `pool` is not here
//!     if resp.StatusCode != 200 { .. }          `resp` is used as an *http.Response: the call is like (*http.Client).Do
//!
//! The type of a variable is the same on every path, so it does not matter where the uses stand. A use that an *http.Response does
//! not allow, `resp.StatusCode()`, shows that it is none.

mod origin;
mod uses;

use super::{CallTarget, Resolver};
use crate::go::body::{Call, Operand, Part, PlaceId, SlotKind, Test};
use crate::program::{FuncRef, FuncType, Index, Type};
use smallvec::SmallVec;
use uses::ResultUses;

/// The package whose clients unseen ones are compared with.
pub const UNSEEN_CLIENTS: &str = "net/http";

/// The methods that an unseen type may have as the type of `net/http` does, whether their argument is a request, so that one use of
/// the result is enough.
const METHODS: [(&str, &str, bool); 6] = [
    ("Client", "Do", true),
    ("Transport", "RoundTrip", true),
    ("Client", "Get", false),
    ("Client", "Head", false),
    ("Client", "Post", false),
    ("Client", "PostForm", false),
];

/// How many embedded types lie between a type and one that cannot be resolved.
const DEEPEST_EMBEDDED: usize = 6;

/// How many embedded types are looked at. `type S interface { S }` has no end.
const MOST_EMBEDDED: usize = 100;

/// Whether a method of that name of an unseen type may be like one of `net/http`.
pub fn is_unseen_method(name: &str) -> bool {
    METHODS.iter().any(|(_, method, _)| *method == name)
}

impl Resolver<'_> {
    /// The method of `net/http` that a call of a method of an unseen type is like, by its name, its arguments and the use of its
    /// result; `None` if the type of the receiver is known, or the use does not show it.
    pub(super) fn unseen_method(&self, call: &Call, callee: PlaceId) -> Option<FuncRef> {
        let Some((base, Part::Field(name))) = &self.body.places[callee.index()].part else {
            return None;
        };
        let (owner, _, takes_request) = METHODS.iter().find(|(_, method, _)| method == name)?;
        let response = call.results.first().copied().flatten()?;
        if call.is_spread || !(call.results.len() == 2 || call.is_tuple) || !self.is_unseen(*base) {
            return None;
        }
        let package = self.index.stub(UNSEEN_CLIENTS)?;
        let id = *package.methods_named(owner, name).first()?;
        let method = FuncRef { package, id };
        let func = self.func_type(&method, &[]);
        if !self.takes_arguments(&func, call, *takes_request) {
            return None;
        }
        let ty = self.index.resolve(&func.signature.results.first()?.ty, &func.scope);
        let is_error = call.results.get(1).copied().flatten().is_none_or(|error| self.may_be_error(error));
        let uses = ResultUses { resolver: self, ty };
        (is_error && self.is_used_as(&uses, response, *takes_request)).then_some(method)
    }

    fn is_used_as(&self, uses: &ResultUses, response: PlaceId, is_one_enough: bool) -> bool {
        let key = (response, is_one_enough);
        if let Some(known) = self.unseen_uses.borrow().get(&key) {
            return *known;
        }
        let is_used = uses.show_type(response, is_one_enough);
        // See `place_target`.
        if self.chain.get() == 0 {
            self.unseen_uses.borrow_mut().insert(key, is_used);
        }
        is_used
    }

    /// Whether the type of the operand before a dot cannot be resolved, or embeds one that cannot.
    fn is_unseen(&self, place: PlaceId) -> bool {
        let slot = self.body.slot(place);
        let is_root = self.body.places[place.index()].part.is_none();
        // A package that is not found, or a type.
        if is_root && slot.kind == SlotKind::Global && self.scope.package.lookup(&slot.name).is_empty() {
            return false;
        }
        !matches!(self.type_target(place), CallTarget::Convert(_))
            && has_unseen_members(self.index, &self.place_type(place), 0, &mut 0)
    }

    /// Whether the arguments of a call may be those of a function: as many, and requests and texts where it takes such. A request has to be
    /// known as one.
    fn takes_arguments(&self, func: &FuncType, call: &Call, takes_request: bool) -> bool {
        let params = &func.signature.params;
        let mut types: SmallVec<[Type; 4]> = SmallVec::new();
        for arg in &call.args {
            match arg {
                Operand::Tuple(places) => {
                    types.extend(places.iter().take(self.tuple_len(places)).map(|place| self.place_type(*place)));
                }
                other => types.push(self.operand_type(other)),
            }
        }
        params.len() == types.len()
            && params.iter().zip(&types).all(|(param, ty)| match self.index.resolve(&param.ty, &func.scope) {
                expected if takes_request => *ty == expected,
                text @ Type::Basic(_) => *ty == Type::Unknown || *ty == text,
                _ => true,
            })
    }

    /// Whether a variable may hold an error: its type is that, or not known, and nothing tests it as a flag.
    fn may_be_error(&self, place: PlaceId) -> bool {
        let tests = self.body.blocks.iter().filter_map(|block| block.end.test());
        let is_flag = tests.into_iter().any(|test| *test == Test::Flag(place));
        let slot = self.body.slot_of(place);
        let is_open = self.open.borrow()[slot.index()];
        let ty = if is_open { Type::Unknown } else { self.place_type(place) };
        !is_flag && (ty == Type::Unknown || ty.is_error())
    }
}

/// Whether a type is not known, or embeds one that is not, so that it may have members that are not seen.
fn has_unseen_members(index: &Index, ty: &Type, depth: usize, looked: &mut usize) -> bool {
    *looked += 1;
    if depth > DEEPEST_EMBEDDED || *looked > MOST_EMBEDDED {
        return false;
    }
    let mut is_unseen = |ty: &Type| has_unseen_members(index, ty, depth + 1, looked);
    match index.underlying(ty.pointee()) {
        Type::Unknown => true,
        Type::Param(_, constraint) => is_unseen(&constraint),
        Type::Struct(fields) => {
            let mut embedded = fields.fields.iter().filter(|field| field.is_embedded).take(MOST_EMBEDDED);
            embedded.any(|field| is_unseen(&index.resolve(&field.ty, &fields.scope)))
        }
        Type::Interface(interface) => {
            let mut embedded = interface.embedded.iter().take(MOST_EMBEDDED);
            embedded.any(|embedded| is_unseen(&index.resolve(embedded, &interface.scope)))
        }
        _ => false,
    }
}
