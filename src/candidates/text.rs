//! The callees that a use of a name can have, found in the text of its function without parsing it.
//!
//! Most uses of a candidate name (see [`crate::candidates`]) mean something else. Where the expression in front of the name
//! starts with the receiver, a parameter, a package or a package-level name, its type is written, and fields and methods lead
//! from it to the callee (see [`qualifier`]). A local variable has the type of the value that is bound to it (see [`binding`]).
//! Where anything less plain stands there, the use may acquire a response.
//!
//!     func (c *Controller) sync(key string) error {
//!         node, err := c.nodeLister.Get(key)      a Get that returns a node: no
//!         resp, err := c.client.Get(c.url)        (*http.Client).Get: yes
//!         client := c.client
//!         resp, err = client.Get(c.url)           yes
//!
//! A yes decides only that the function is parsed.

mod binding;
mod frames;
mod operand;
mod qualifier;
mod returned;

use crate::candidates::scan::{CandidateNames, Use, closing, each_use, expression_start};
use crate::go::lex::{has_word, is_keyword, name_at};
use crate::go::outline::Signature;
use crate::ground::memo::Memo;
use crate::leak::{Analysis, Facts, Reach, method_returns_ownership};
use crate::meaning::effect::Effect;
use crate::meaning::resource::{can_hold, can_make, is_iterator, may_fill, result_types};
use crate::program::resolve::is_unseen_method;
use crate::program::{AbstractMethod, Entity, FuncRef, Index, Member, Package, Scope, Type, is_standard};
use memchr::memmem;
use operand::take_apart;
use qualifier::{LookupScope, MOST_VARIABLES, Qualifier, qualifiers, select};
use returned::{is_returned, is_returned_by_second_call};
use std::sync::Arc;

/// How many calls deep the texts of callees are searched for a call that can acquire.
const DEEPEST_TEXT: usize = 3;

/// The functions that may acquire a response, by the candidate names in their texts and by the answers of callees.
pub struct Candidates<'a> {
    /// The analysis of callees.
    pub analysis: Analysis<'a>,
    names: Arc<CandidateNames>,
    /// Whether a function may acquire a response, by the depth to which texts were searched.
    known: Memo<(FuncRef, usize), bool>,
}

/// How many calls deep callees are looked into.
#[derive(Clone, Copy)]
struct CalleeDepth {
    /// How deep their texts are searched.
    texts: usize,
    /// How deep their bodies are followed where their texts leave it open; 0 if not at all.
    bodies: usize,
}

impl<'a> Candidates<'a> {
    /// The functions that use one of the names.
    pub fn new(analysis: Analysis<'a>, names: Arc<CandidateNames>) -> Candidates<'a> {
        let of_name = |name| {
            let arities = names.arities(name).unwrap_or_default();
            arities.iter().map(move |arity| (name, (arity.params, arity.results)))
        };
        let in_words = names.names_in_words().map(|name| (name, (None, None)));
        let followed = names.names().flat_map(of_name).chain(in_words).collect();
        Candidates { analysis: analysis.with_names(followed), names, known: Memo::default() }
    }

    /// The names.
    pub fn names(&self) -> &CandidateNames {
        &self.names
    }

    /// Whether a function may leak a response. Callees are followed `depth` calls deep; the check follows the calls of its body as
    /// deep, so this costs nothing more.
    pub fn may_leak(&self, function: &FuncRef, depth: usize) -> bool {
        let scope = LookupScope::in_function(self.analysis.index, function).without_returned();
        may_acquire_in(self, &scope, CalleeDepth { texts: DEEPEST_TEXT, bodies: depth })
    }

    /// Whether the initial values of a variable may acquire a response, given its package, its file and the text of its spec.
    pub fn may_acquire_as_variable(&self, (package, file): (&Arc<Package>, u32), spec: &str, depth: usize) -> bool {
        let scope = LookupScope::in_variable(self.analysis.index, package, file, spec);
        may_acquire_in(self, &scope, CalleeDepth { texts: DEEPEST_TEXT, bodies: depth })
    }

    /// Whether a function may acquire a response, by its text and those of its callees alone.
    pub fn may_acquire(&self, function: &FuncRef) -> bool {
        self.may_acquire_at(function, DEEPEST_TEXT)
    }

    /// Like [`Candidates::may_acquire`], with the texts of callees to a depth of calls.
    fn may_acquire_at(&self, function: &FuncRef, depth: usize) -> bool {
        let key = (function.clone(), depth);
        self.known.get_or_insert_with(&key, || {
            let scope = LookupScope::in_function(self.analysis.index, function);
            may_acquire_in(self, &scope, CalleeDepth { texts: depth, bodies: 0 })
        })
    }
}

/// Whether a text may call, or pass on as a value, something that returns ownership of a response, by the candidate names in it
/// and by the answers of callees.
fn may_acquire_in(candidates: &Candidates, scope: &LookupScope, depth: CalleeDepth) -> bool {
    let Candidates { analysis, names, .. } = candidates;
    if names.has_words_in(scope.text) && scope.calls_variable(|| may_call_variable(analysis, names, scope)) {
        return true;
    }
    let mut is_found = false;
    names.each_fitting_use(scope.text.as_bytes(), |start, _| {
        is_found = is_found
            || !is_returned(analysis, scope, start) && CandidateUse { candidates, scope, start, depth }.may_acquire();
    });
    is_found
}

/// Whether a function may call a value of a function type that is named or written in it: a variable of its own, a field of a
/// type of its own, or something less plain. A function that is declared outside of it has a candidate name. Calls whose
/// results go straight to the caller are left out if the scope leaves them out.
fn may_call_variable(analysis: &Analysis, names: &CandidateNames, scope: &LookupScope) -> bool {
    let (bytes, body) = (scope.text.as_bytes(), scope.body);
    let mut calls_of_results = memmem::find_iter(bytes, b")(");
    if calls_of_results.any(|close| !is_returned_by_second_call(analysis, scope, close))
        || memmem::find(bytes, b"[func").is_some()
        || has_methods(&bytes[body..])
    {
        return true;
    }
    if has_word(bytes, b"struct") && !names.has_only_literals_in(scope.text) {
        return true;
    }
    let mut is_found = false;
    each_use(bytes, |name, start, usage| {
        let is_plain = usage != Use::Mention && start >= body && (start == 0 || bytes[start - 1] != b'.');
        is_found = is_found
            || is_plain
                && !is_keyword(name)
                && std::str::from_utf8(name).is_ok_and(|name| scope.binds(name))
                && !is_returned(analysis, scope, start);
    });
    is_found
}

/// Whether a comment stands in front of an offset.
fn follows_comment(text: &str, start: usize) -> bool {
    let before = text.get(..start).unwrap_or("").trim_end();
    before.ends_with("*/") || before.len() < start && before.lines().next_back().is_some_and(|line| line.contains("//"))
}

/// Whether an interface with methods is written in a text.
fn has_methods(text: &[u8]) -> bool {
    let mut interfaces = memmem::find_iter(text, b"interface");
    interfaces.any(|at| !text[at + b"interface".len()..].trim_ascii_start().starts_with(b"{}"))
}

/// One use of a candidate name.
struct CandidateUse<'a> {
    candidates: &'a Candidates<'a>,
    scope: &'a LookupScope<'a>,
    /// The offset of the name.
    start: usize,
    depth: CalleeDepth,
}

impl CandidateUse<'_> {
    /// Whether it may acquire a response; `true` if that is unknown.
    fn may_acquire(&self) -> bool {
        let text = self.scope.text;
        let parts = expression_start(text.as_bytes(), self.start).and_then(|first| take_apart(text, first, self.start));
        let Some((operand, selectors)) = parts else {
            return true;
        };
        let Some(operand) = operand else {
            return self.plain_name_may_acquire();
        };
        let Some(qualifiers) = qualifiers(self.scope, &operand, MOST_VARIABLES) else {
            return true;
        };
        let index = self.candidates.analysis.index;
        qualifiers.into_iter().any(|first| {
            let last = selectors.iter().try_fold(first, |last, part| select(index, &last, part, MOST_VARIABLES));
            last.is_none_or(|qualifier| self.member_may_acquire(&qualifier))
        })
    }

    fn name(&self) -> &str {
        name_at(self.scope.text, self.start)
    }

    /// Whether the name may acquire a response as a member of a package or value.
    fn member_may_acquire(&self, qualifier: &Qualifier) -> bool {
        let index = self.candidates.analysis.index;
        match qualifier {
            Qualifier::Package(package) => self.entity_may_acquire(package),
            Qualifier::MissingPackage => false,
            Qualifier::Missing => is_unseen_method(self.name()),
            Qualifier::Value(Type::Unknown) => true,
            Qualifier::Value(ty) => match index.member(ty, self.name()) {
                None => has_unknown_part(index, ty),
                Some((_, Member::Method(functions, _))) => functions.iter().any(|one| self.function_may_acquire(one)),
                Some((_, Member::Field(ty))) => can_make(index, &ty),
                Some((_, Member::Abstract(method))) => match self.candidates.analysis.method_effects(&method) {
                    Some(effects) => effects_acquire(&effects, &method.func.signature),
                    None => self.method_may_acquire(&method),
                },
            },
        }
    }

    /// Whether an interface's method may return ownership of a response, by its results or by its implementers.
    fn method_may_acquire(&self, method: &AbstractMethod) -> bool {
        let analysis = &self.candidates.analysis;
        let index = analysis.index;
        let types = result_types(index, method);
        if types.iter().any(|ty| can_make(index, ty)) {
            return true;
        }
        let can_hold = types.iter().any(|ty| can_hold(index, ty));
        if self.depth.bodies == 0 || !can_hold {
            return can_hold;
        }
        let mut reach = Reach::default();
        let method = (method, &types[..]);
        method_returns_ownership(analysis, self.scope.package, method, self.depth.bodies, &mut reach) || reach.is_cut()
    }

    /// Whether a name without a dot may acquire a response: one of this package, or with a dot import of another.
    fn plain_name_may_acquire(&self) -> bool {
        let scope = self.scope;
        if scope.binds(self.name()) {
            return true;
        }
        if scope.package.lookup(self.name()).is_empty() {
            // Built in, or not to be found; or a comment stands between a dot and the name.
            return follows_comment(scope.text, self.start)
                || scope.file().imports().iter().any(|import| import.name.as_deref() == Some("."));
        }
        self.entity_may_acquire(scope.package)
    }

    /// Whether the name may acquire a response as one that a package declares.
    fn entity_may_acquire(&self, package: &Arc<Package>) -> bool {
        let entities = package.lookup(self.name());
        if entities.is_empty() {
            // A stub may leave out what its source has.
            return package.folder.is_some() || !is_standard(&package.path);
        }
        entities.iter().any(|entity| match *entity {
            Entity::Function(id) => self.function_may_acquire(&FuncRef { package: package.clone(), id }),
            Entity::Variable(..) => true,
            Entity::Type(..) | Entity::Constant(..) => false,
        })
    }

    /// Whether a function may return ownership of a response, by the configuration, its stub, its results or its body.
    fn function_may_acquire(&self, function: &FuncRef) -> bool {
        let analysis = &self.candidates.analysis;
        let signature = &function.decl().signature;
        if let Some(effects) = analysis.effects(function) {
            return effects_acquire(&effects, signature);
        }
        let scope = Scope::of_signature(analysis.index, function);
        let types = || signature.results.iter().map(|result| analysis.index.resolve(&result.ty, &scope));
        if is_iterator(analysis.index, function) {
            return has_word(self.scope.text.as_bytes(), b"range");
        }
        if !types().any(|ty| can_hold(analysis.index, &ty)) && !may_fill(analysis.index, function) {
            return types().any(|ty| can_make(analysis.index, &ty)) && self.result_may_be_called();
        }
        let is_generic = !signature.type_params.is_empty() || !function.decl().receiver_type_params().is_empty();
        if is_generic || !function.decl().has_body {
            return true;
        }
        // A damaged function is judged by its results.
        let text_allows = self.depth.texts == 0
            || self.candidates.may_acquire_at(function, self.depth.texts - 1)
            || !function.file().looks_whole();
        text_allows && (!self.is_call() || self.body_may_return_ownership(function))
    }

    /// Whether the body of a function returns ownership of a response, as far as that can be followed.
    fn body_may_return_ownership(&self, function: &FuncRef) -> bool {
        let Some(depth) = self.depth.bodies.checked_sub(1) else {
            return true;
        };
        let acquired = self.candidates.analysis.acquired(function, Facts::new(), depth);
        acquired.is_none_or(|found| !found.outcomes.is_empty() || !found.released.is_empty() || found.reach.is_cut())
    }

    /// Whether the name is called where it stands.
    fn is_call(&self) -> bool {
        self.scope.text.as_bytes().get(self.start + self.name().len()) == Some(&b'(')
    }

    /// Whether the function that a call returns may be called: at once, or as the value of a variable.
    fn result_may_be_called(&self) -> bool {
        let bytes = self.scope.text.as_bytes();
        let open = self.start + self.name().len();
        let close = closing(bytes, open).filter(|_| self.is_call());
        close.is_none_or(|close| bytes.get(close + 1) == Some(&b'('))
            || has_word(bytes, b"range")
            || self
                .scope
                .calls_variable(|| may_call_variable(&self.candidates.analysis, &self.candidates.names, self.scope))
    }
}

/// Whether a function with a stub returns ownership of a response, or what a parameter does.
fn effects_acquire(effects: &[Effect], signature: &Signature) -> bool {
    let has_results = !signature.results.is_empty();
    has_results && effects.iter().any(|effect| matches!(effect, Effect::Own(..) | Effect::Call(_) | Effect::Retry(_)))
}

/// Whether a type, or one that is embedded in it, is not known, so that it may have further members.
fn has_unknown_part(index: &Index, ty: &Type) -> bool {
    match index.underlying(ty.pointee()) {
        Type::Unknown | Type::Param(..) => true,
        Type::Struct(fields) => {
            let mut embedded = fields.fields.iter().filter(|field| field.is_embedded);
            embedded.any(|field| *index.resolve(&field.ty, &fields.scope).pointee() == Type::Unknown)
        }
        Type::Interface(interface) => !interface.embedded.is_empty(),
        _ => false,
    }
}
