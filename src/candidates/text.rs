//! What a use of a name can call, told from the text of its function without parsing it.
//!
//! A hot name (see [`crate::candidates`]) is most often used for something else. Where the operand in front of it starts with the
//! receiver, a parameter, a package or a package-level name, its type is written, and the fields and methods behind it lead
//! to the callee. A local variable has the type of what it is bound to (see [`binding`]). Where anything less plain stands in
//! it, the answer is yes.
//!
//!     func (c *Controller) sync(key string) error {
//!         node, err := c.nodeLister.Get(key)      a Get that returns a node: no
//!         resp, err := c.client.Get(c.url)        (*http.Client).Get: yes
//!         client := c.client
//!         resp, err = client.Get(c.url)           yes

mod binding;
mod qualifier;
mod operand;
mod returned;

use crate::candidates::scan::{CandidateNames, Use, closing, each_use, expression_start};
use crate::go::lex::has_word;
use crate::go::lex::{is_keyword, name_at};
use crate::go::outline::Signature;
use crate::leak::{Analysis, Facts, Reach, method_returns_ownership};
use crate::meaning::effect::Effect;
use crate::meaning::resource::{can_hold, can_make, result_types};
use crate::program::index::{AbstractMethod, Entity, FuncRef, Index, Member, Package, Scope, Type};
use qualifier::{Front, MOST_VARIABLES, Place, fronts, step};
use memchr::memmem;
use operand::operand;
use returned::{is_returned, is_returned_behind};
use rustc_hash::FxHashMap;
use std::cell::Cell;
use std::sync::{Arc, RwLock};

/// How many calls deep the texts of callees are asked whether they can hand over anything.
const DEEPEST_TEXT: usize = 3;

/// The functions that may acquire a response, by the candidate names in their texts and by what callees say.
pub struct Candidates<'a> {
    /// What callees are asked.
    pub analysis: Analysis<'a>,
    hot: Arc<CandidateNames>,
    /// Whether a function may acquire a response, by the depth to which texts were asked.
    known: RwLock<FxHashMap<(FuncRef, usize), bool>>,
}

impl<'a> Candidates<'a> {
    /// The functions that use one of the names.
    pub fn new(analysis: Analysis<'a>, hot: Arc<CandidateNames>) -> Candidates<'a> {
        let of_name = |name| {
            let arities = hot.arities(name).unwrap_or_default();
            arities.iter().map(move |arity| (name, (arity.params, arity.results)))
        };
        let in_words = hot.names_in_words().map(|name| (name, (None, None)));
        let names = hot.names().flat_map(of_name).chain(in_words).collect();
        Candidates { analysis: analysis.with_names(names), hot, known: RwLock::default() }
    }

    /// The names.
    pub fn hot(&self) -> &CandidateNames {
        &self.hot
    }

    /// Whether a function may lose a response. To find that out, callees are asked what they hand over, to a depth of calls: what
    /// is asked of the calls of its body anyway.
    pub fn may_lose(&self, function: &FuncRef, depth: usize) -> bool {
        let asked = Asked { texts: DEEPEST_TEXT, bodies: depth, reach: &Cell::default() };
        may_acquire_in(self, &Place::in_function(self.analysis.index, function).without_returned(), asked)
    }

    /// Whether the initial values of a variable may acquire a response, by its spec and the package and file of it.
    pub fn may_acquire_as_variable(&self, (package, file): (&Arc<Package>, u32), spec: &str, depth: usize) -> bool {
        let asked = Asked { texts: DEEPEST_TEXT, bodies: depth, reach: &Cell::default() };
        may_acquire_in(self, &Place::in_variable(self.analysis.index, package, file, spec), asked)
    }

    /// Whether a function may acquire a response, by its text and those of its callees alone.
    pub fn may_acquire(&self, function: &FuncRef) -> bool {
        self.may_acquire_at(function, DEEPEST_TEXT)
    }

    /// The same to a depth of calls.
    fn may_acquire_at(&self, function: &FuncRef, depth: usize) -> bool {
        let key = (function.clone(), depth);
        if let Some(known) = self.known.read().unwrap_or_else(std::sync::PoisonError::into_inner).get(&key) {
            return *known;
        }
        let asked = Asked { texts: depth, bodies: 0, reach: &Cell::default() };
        let found = may_acquire_in(self, &Place::in_function(self.analysis.index, function), asked);
        self.known.write().unwrap_or_else(std::sync::PoisonError::into_inner).insert(key, found);
        found
    }
}

/// How far callees are asked.
#[derive(Clone, Copy)]
pub struct Asked<'a> {
    /// How many calls deep their texts are looked through.
    pub texts: usize,
    /// How many calls deep they are asked what they hand over, if their texts leave that open; 0 if not at all.
    pub bodies: usize,
    /// How deep those looked that were asked.
    pub reach: &'a Cell<Reach>,
}

impl Asked<'_> {
    fn note(&self, reach: Reach) {
        self.reach.set(self.reach.get().max(reach));
    }
}

/// Whether a text may call, or hand on as a value, something that hands over a response, by the names that are hot and by what
/// callees say.
fn may_acquire_in(candidates: &Candidates, place: &Place, asked: Asked) -> bool {
    let Candidates { analysis, hot, .. } = candidates;
    if hot.has_words_in(place.text) && place.calls_variable(|| may_call_variable(analysis, hot, place)) {
        return true;
    }
    let mut is_found = false;
    hot.each_fitting_use(place.text.as_bytes(), |start, _| {
        is_found = is_found
            || !is_returned(analysis, place, start) && CandidateUse { candidates, place, start, asked }.can_hand_over();
    });
    is_found
}

/// Whether a function may call a value of a function type that is named or written in it: a variable of its own, a field of a
/// type of its own, or something less plain. What is declared outside of it has a hot name. What goes straight
/// to the caller is left out if the place leaves it out.
fn may_call_variable(analysis: &Analysis, hot: &CandidateNames, place: &Place) -> bool {
    let (bytes, body) = (place.text.as_bytes(), place.body);
    let mut calls_of_results = memmem::find_iter(bytes, b")(");
    if calls_of_results.any(|close| !is_returned_behind(analysis, place, close))
        || memmem::find(bytes, b"[func").is_some()
        || has_methods(&bytes[body..])
    {
        return true;
    }
    if has_word(bytes, b"struct") && !hot.has_only_literals_in(place.text) {
        return true;
    }
    let mut is_found = false;
    each_use(bytes, |name, start, usage| {
        let is_plain = usage != Use::Mention && start >= body && (start == 0 || bytes[start - 1] != b'.');
        is_found = is_found
            || is_plain
                && !is_keyword(name)
                && std::str::from_utf8(name).is_ok_and(|name| place.binds(name))
                && !is_returned(analysis, place, start);
    });
    is_found
}

/// Whether a comment stands in front of an offset.
fn is_behind_comment(text: &str, start: usize) -> bool {
    let before = text.get(..start).unwrap_or("").trim_end();
    before.ends_with("*/") || before.len() < start && before.lines().next_back().is_some_and(|line| line.contains("//"))
}

/// Whether an interface with methods is written in a text.
fn has_methods(text: &[u8]) -> bool {
    let mut interfaces = memmem::find_iter(text, b"interface");
    interfaces.any(|at| !text[at + b"interface".len()..].trim_ascii_start().starts_with(b"{}"))
}

/// The use of a hot name.
struct CandidateUse<'a> {
    candidates: &'a Candidates<'a>,
    place: &'a Place<'a>,
    /// The offset of the name.
    start: usize,
    asked: Asked<'a>,
}

impl CandidateUse<'_> {
    /// Whether it can be one that hands over a response. `true` if that cannot be told.
    fn can_hand_over(&self) -> bool {
        let text = self.place.text;
        let operand = expression_start(text.as_bytes(), self.start).and_then(|first| operand(text, first, self.start));
        let Some((root, middle)) = operand else {
            return true;
        };
        let fronts = match root {
            None => return self.is_own_name_hot(),
            Some(root) => fronts(self.place, &root, MOST_VARIABLES),
        };
        let Some(fronts) = fronts else {
            return true;
        };
        let index = self.candidates.analysis.index;
        fronts.into_iter().any(|front| {
            let front = middle.iter().try_fold(front, |front, part| step(index, &front, part, MOST_VARIABLES));
            front.is_none_or(|front| self.member_hands_over(&front))
        })
    }

    fn name(&self) -> &str {
        name_at(self.place.text, self.start)
    }

    fn member_hands_over(&self, front: &Front) -> bool {
        let index = self.candidates.analysis.index;
        match front {
            Front::Package(package) => self.is_entity_hot(package),
            Front::Missing => false,
            Front::Value(Type::Unknown) => true,
            Front::Value(ty) => match index.member(ty, self.name()) {
                None => has_unknown_part(index, ty),
                Some((_, Member::Method(functions, _))) => functions.iter().any(|function| self.is_hot(function)),
                Some((_, Member::Field(ty))) => can_make(index, &ty),
                Some((_, Member::Abstract(method))) => match self.candidates.analysis.method_effects(&method) {
                    Some(effects) => hands_over(&effects, &method.func.signature),
                    None => self.is_method_hot(&method),
                },
            },
        }
    }

    /// Whether an interface's method can hand over a response, by its results or by its implementers.
    fn is_method_hot(&self, method: &AbstractMethod) -> bool {
        let analysis = &self.candidates.analysis;
        let index = analysis.index;
        let types = result_types(index, method);
        if types.iter().any(|ty| can_make(index, ty)) {
            return true;
        }
        let holds = types.iter().any(|ty| can_hold(index, ty));
        if self.asked.bodies == 0 || !holds {
            return holds;
        }
        let mut reach = Reach::default();
        let method = (method, &types[..]);
        let hands_over = method_returns_ownership(analysis, self.place.package, method, self.asked.bodies, &mut reach);
        self.asked.note(reach);
        hands_over || reach.is_cut()
    }

    /// A name without a dot: of this package, or with a dot import of another.
    fn is_own_name_hot(&self) -> bool {
        let place = self.place;
        if place.binds(self.name()) {
            return true;
        }
        if place.package.lookup(self.name()).is_empty() {
            // Built in, or not to be found; or the comment in front of it stands behind a dot.
            return is_behind_comment(place.text, self.start)
                || place.file().imports().iter().any(|import| import.name.as_deref() == Some("."));
        }
        self.is_entity_hot(place.package)
    }

    fn is_entity_hot(&self, package: &Arc<Package>) -> bool {
        let entities = package.lookup(self.name());
        if entities.is_empty() {
            // A stub may leave out what its source has.
            return package.folder.is_some() || !crate::program::index::is_standard(&package.path);
        }
        entities.iter().any(|entity| match *entity {
            Entity::Function(id) => self.is_hot(&FuncRef { package: package.clone(), id }),
            Entity::Variable(..) => true,
            Entity::Type(..) | Entity::Constant(..) => false,
        })
    }

    /// Whether a function can hand over a response, by what the configuration, its stub, its results or its body say.
    fn is_hot(&self, function: &FuncRef) -> bool {
        let analysis = &self.candidates.analysis;
        let signature = &function.decl().signature;
        if let Some(effects) = analysis.effects(function) {
            return hands_over(&effects, signature);
        }
        let scope = Scope::of_signature(analysis.index, function);
        let types = || signature.results.iter().map(|result| analysis.index.resolve(&result.ty, &scope));
        let holds = types().any(|ty| can_hold(analysis.index, &ty));
        if !holds {
            return types().any(|ty| can_make(analysis.index, &ty)) && self.may_be_called();
        }
        if !signature.type_params.is_empty() || !function.decl().has_body {
            return true;
        }
        // What is damaged is judged by its results.
        (self.asked.texts == 0
            || self.candidates.may_acquire_at(function, self.asked.texts - 1)
            || !function.file().looks_whole())
            && (!self.is_call() || self.may_own(function))
    }

    /// Whether a function hands over a response when it is asked, or cannot say.
    fn may_own(&self, function: &FuncRef) -> bool {
        let Some(depth) = self.asked.bodies.checked_sub(1) else {
            return true;
        };
        let Some(found) = self.candidates.analysis.acquired(function, Facts::new(), depth) else {
            return true;
        };
        self.asked.note(found.1.for_caller());
        !found.0.is_empty() || found.1.is_cut()
    }

    /// Whether the name is called where it stands.
    fn is_call(&self) -> bool {
        self.place.text.as_bytes().get(self.start + self.name().len()) == Some(&b'(')
    }

    /// Whether the function that a call returns may be called: at once, or as the value of a variable.
    fn may_be_called(&self) -> bool {
        let bytes = self.place.text.as_bytes();
        let open = self.start + self.name().len();
        let close = closing(bytes, open).filter(|_| self.is_call());
        close.is_none_or(|close| bytes.get(close + 1) == Some(&b'('))
            || self
                .place
                .calls_variable(|| may_call_variable(&self.candidates.analysis, &self.candidates.hot, self.place))
    }
}

fn hands_over(effects: &[Effect], signature: &Signature) -> bool {
    let has_results = !signature.results.is_empty();
    has_results && effects.iter().any(|effect| matches!(effect, Effect::Own(..) | Effect::Call(_)))
}

/// Whether a type, or one that is embedded in it, is not known, so that a member may have stayed unseen.
fn has_unknown_part(index: &Index, ty: &Type) -> bool {
    match index.underlying(ty.pointee()) {
        Type::Unknown | Type::Param(..) => true,
        Type::Struct(fields) => {
            let mut embedded = fields.fields.iter().filter(|field| field.is_embedded);
            embedded.any(|field| index.resolve(&field.ty, &fields.scope) == Type::Unknown)
        }
        Type::Interface(interface) => !interface.embedded.is_empty(),
        _ => false,
    }
}
