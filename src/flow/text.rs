//! What a use of a name can call, told from the text of its function without parsing it.
//!
//! A hot name (see [`crate::focus`]) is most often used for something else. Where the operand in front of it starts with the
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

use super::Analysis;
use super::sites::may_hold;
use binding::{Binding, Value, bindings};
use crate::effect::{Effect, interface_receiver, parse};
use crate::index::{Entity, File, FuncRef, Index, Member, Package, Scope, Type};
use crate::outline::{Import, Param, Signature, TypeExpr, quick};
use crate::scan::{HotNames, Use, closing, each_use, expression_start, has_word, is_word};
use crate::source::Span;
use memchr::memmem;
use std::sync::Arc;

/// Operands with more parts than this are not followed.
const MOST_PARTS: usize = 12;

/// Variables that lead to variables are followed so far.
const MOST_VARIABLES: usize = 6;

/// Whether a function may call, or hand on as a value, something that hands over a response, by the names that are hot.
/// Callees are asked the same, to a depth of calls.
pub fn may_acquire(analysis: &Analysis, hot: &HotNames, function: &FuncRef, depth: usize) -> bool {
    let text = function.file().function_text(function.id.function as usize);
    let decl = function.decl();
    may_acquire_in(
        analysis,
        hot,
        &Place {
            index: analysis.index,
            package: &function.package,
            file: function.id.file,
            params: decl.receiver.iter().chain(&decl.signature.params).chain(&decl.signature.results).collect(),
            function: Some(function),
            text,
            body: memchr::memchr(b'{', text.as_bytes()).unwrap_or(text.len()),
        },
        depth,
    )
}

/// The same for the initial values of a variable of a package.
pub fn may_acquire_as_variable(
    analysis: &Analysis,
    hot: &HotNames,
    (package, file): (&Arc<Package>, u32),
    text: &str,
) -> bool {
    let place = Place { index: analysis.index, package, file, params: Vec::new(), function: None, text, body: 0 };
    may_acquire_in(analysis, hot, &place, super::DEEPEST_TEXT)
}

fn may_acquire_in(analysis: &Analysis, hot: &HotNames, place: &Place, depth: usize) -> bool {
    if hot.has_words_in(place.text) && may_call_variable(hot, place) {
        return true;
    }
    let mut is_found = false;
    hot.each_fitting_use(place.text.as_bytes(), |start, _| {
        is_found = is_found || Mention { analysis, hot, place, start, depth }.can_hand_over();
    });
    is_found
}

/// Whether a function may call a value of a function type that is named or written in it: a variable of its own, a field of a
/// type of its own, or something less plain. What is declared outside of it has a hot name.
fn may_call_variable(hot: &HotNames, place: &Place) -> bool {
    let (bytes, body) = (place.text.as_bytes(), place.body);
    let has = |word: &[u8]| memmem::find(bytes, word).is_some();
    if has(b")(") || has(b"[func") || has_methods(&bytes[body..]) {
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
                && !matches!(name, b"func" | b"if" | b"for" | b"switch" | b"return")
                && std::str::from_utf8(name).is_ok_and(|name| place.binds(name));
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

/// Where a name is looked up.
struct Place<'a> {
    index: &'a Index,
    package: &'a Arc<Package>,
    file: u32,
    /// The receiver, parameters and results of the function.
    params: Vec<&'a Param>,
    function: Option<&'a FuncRef>,
    /// The text of the function or variable.
    text: &'a str,
    /// Where names may be bound in it: the offset of the function's body.
    body: usize,
}

impl Place<'_> {
    fn scope(&self) -> Scope {
        match self.function {
            Some(function) => Scope::of_signature(self.index, function),
            None => Scope::of_file(self.package, self.file),
        }
    }

    fn file(&self) -> &File {
        &self.package.files[self.file as usize]
    }

    fn param(&self, name: &str) -> Option<&Param> {
        self.params.iter().find(|param| param.name == name).copied()
    }

    /// Whether a name may be one of a parameter or bound in the text.
    fn binds(&self, name: &str) -> bool {
        self.param(name).is_some() || bindings(self.text, self.body, name).is_none_or(|all| !all.is_empty())
    }
}

/// What stands in front of a dot.
enum Front {
    Package(Arc<Package>),
    /// A package that cannot be found: what it declares hands over nothing.
    Missing,
    Value(Type),
}

/// The use of a hot name.
struct Mention<'a> {
    analysis: &'a Analysis<'a>,
    hot: &'a HotNames,
    place: &'a Place<'a>,
    /// The offset of the name.
    start: usize,
    /// How many calls deep callees are asked.
    depth: usize,
}

impl Mention<'_> {
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
        let index = self.analysis.index;
        fronts.into_iter().any(|front| {
            let front = middle.iter().try_fold(front, |front, part| step(index, &front, part).map(Front::Value));
            front.is_none_or(|front| self.member_hands_over(&front))
        })
    }

    fn name(&self) -> &str {
        word_at(self.place.text, self.start)
    }

    fn member_hands_over(&self, front: &Front) -> bool {
        let index = self.analysis.index;
        match front {
            Front::Package(package) => self.is_entity_hot(package),
            Front::Missing => false,
            Front::Value(Type::Unknown) => true,
            Front::Value(ty) => match index.member(ty, self.name()) {
                None => has_unknown_part(index, ty),
                Some((_, Member::Method(functions, _))) => functions.iter().any(|function| self.is_hot(function)),
                Some((_, Member::Field(ty))) => can_make(index, &ty, 0),
                Some((_, Member::Abstract(method))) => match &method.directives {
                    Some(directives) => {
                        let receiver = interface_receiver();
                        let effects = parse(directives, Some(&receiver), &method.func.signature).unwrap_or_default();
                        hands_over(&effects, &method.func.signature)
                    }
                    None => can_hold(index, &method.func.signature, &method.func.scope, 0),
                },
            },
        }
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
            return package.folder.is_some() || !crate::index::is_standard(&package.path);
        }
        entities.iter().any(|entity| match *entity {
            Entity::Function(id) => self.is_hot(&FuncRef { package: package.clone(), id }),
            Entity::Variable(..) => true,
            Entity::Type(..) | Entity::Constant(..) => false,
        })
    }

    /// Whether a function can hand over a response, by what the configuration, its stub, its results or its body say.
    fn is_hot(&self, function: &FuncRef) -> bool {
        let analysis = self.analysis;
        let signature = &function.decl().signature;
        if let Some(effects) = analysis.effects(function) {
            return hands_over(&effects, signature);
        }
        let scope = Scope::of_signature(analysis.index, function);
        let types = || signature.results.iter().map(|result| analysis.index.resolve(&result.ty, &scope));
        let holds = types().any(|ty| may_hold(analysis.index, &ty, 0));
        if !holds {
            return types().any(|ty| can_make(analysis.index, &ty, 0)) && self.may_be_called();
        }
        self.depth == 0
            || !signature.type_params.is_empty()
            || !function.decl().has_body
            || analysis.concerns_at(function, self.depth - 1)
    }

    /// Whether the function that a call returns may be called: at once, or as the value of a variable.
    fn may_be_called(&self) -> bool {
        let bytes = self.place.text.as_bytes();
        let open = self.start + self.name().len();
        let is_called = bytes.get(open) == Some(&b'(');
        let close = closing(bytes, open).filter(|_| is_called);
        close.is_none_or(|close| bytes.get(close + 1) == Some(&b'(')) || may_call_variable(self.hot, self.place)
    }
}

/// What an operand starts with.
enum Root<'text> {
    Named(Part<'text>),
    /// `(*T)(x)`, `x.(T)`, `(&T{..})`.
    Typed(TypeExpr),
}

/// One name of an operand.
struct Part<'text> {
    name: &'text str,
    /// If it is called, which of how many results is meant.
    call: Option<(usize, usize)>,
    /// How many indexes stand behind it: `a.b[0]`.
    indexes: usize,
}

fn word_at(text: &str, start: usize) -> &str {
    let len = text.as_bytes()[start..].iter().take_while(|byte| is_word(**byte)).count();
    text.get(start..start + len).unwrap_or("")
}

/// What is between the start of an operand and its last name: `c`, `nodes()` of `c.nodes(ns).Get`. No root if there is nothing.
fn operand(text: &str, first: usize, last: usize) -> Option<(Option<Root<'_>>, Vec<Part<'_>>)> {
    let bytes = text.as_bytes();
    let dot = |end: usize| {
        let is_dot = bytes.get(end) == Some(&b'.');
        is_dot.then(|| end + 1 + bytes[end + 1..].iter().take_while(|byte| byte.is_ascii_whitespace()).count())
    };
    let mut at = first;
    let mut root = None;
    if bytes.get(at) == Some(&b'(') {
        let (ty, end) = typed_root(text, at)?;
        root = Some(Root::Typed(ty));
        at = dot(end)?;
    }
    let mut parts = Vec::new();
    while at < last {
        let (part, end) = part(text, at).filter(|_| parts.len() < MOST_PARTS)?;
        at = dot(end)?;
        match root {
            None => root = Some(Root::Named(part)),
            Some(_) => parts.push(part),
        }
    }
    (at == last).then_some((root, parts))
}

/// The type of the operand in brackets at an offset, and the offset behind it.
fn typed_root(text: &str, open: usize) -> Option<(TypeExpr, usize)> {
    let bytes = text.as_bytes();
    let close = closing(bytes, open)?;
    let inner = text.get(open + 1..close)?;
    if let Some(literal) = inner.strip_prefix('&') {
        // `(&T{..})`
        let len = literal.find('{')?;
        let is_whole = closing(bytes, open + 2 + len)? + 1 == close;
        let ty = quick::type_expr(text, Span::new(open + 2, open + 2 + len)).filter(|_| is_whole)?;
        return Some((TypeExpr::Pointer(Arc::new(ty)), close + 1));
    }
    let is_conversion = bytes.get(close + 1) == Some(&b'(');
    let is_assertion = open > 0 && bytes[open - 1] == b'.';
    let end = if is_conversion { closing(bytes, close + 1)? } else { close };
    let ty = quick::type_expr(text, Span::new(open + 1, close)).filter(|_| is_conversion != is_assertion)?;
    Some((ty, end + 1))
}

/// The part at an offset, and the offset behind it.
fn part(text: &str, at: usize) -> Option<(Part<'_>, usize)> {
    let name = word_at(text, at);
    if name.is_empty() || name.as_bytes()[0].is_ascii_digit() {
        return None;
    }
    let bytes = text.as_bytes();
    let mut end = at + name.len();
    let mut part = Part { name, call: None, indexes: 0 };
    if bytes.get(end) == Some(&b'(') {
        part.call = Some((0, 1));
        end = closing(bytes, end)? + 1;
    }
    while bytes.get(end) == Some(&b'[') {
        part.indexes += 1;
        end = closing(bytes, end)? + 1;
    }
    // A call of an element, a function with type arguments.
    let is_plain = part.indexes == 0 || !matches!(bytes.get(end), Some(b'(' | b'{'));
    is_plain.then_some((part, end))
}

/// What the first name of an operand can stand for; `None` if that cannot be told. More than one if it is bound more than
/// once: which of them is meant is not asked.
fn fronts(place: &Place, root: &Root, left: usize) -> Option<Vec<Front>> {
    let root = match root {
        Root::Named(part) => part,
        Root::Typed(ty) => {
            return Some(vec![Front::Value(place.index.resolve(ty, &place.scope()))]);
        }
    };
    let bound = bindings(place.text, place.body, root.name)?;
    if bound.is_empty() {
        return root_of(place, root).map(|front| vec![front]);
    }
    let left = left.checked_sub(1)?;
    let index = place.index;
    let mut all = Vec::new();
    for binding in bound {
        let ty = match binding {
            Binding::Typed(ty) => index.resolve(&ty, &place.scope()),
            Binding::Value(value) => type_of(place, value, left)?,
        };
        all.push(Front::Value(called(index, ty, root)?));
    }
    // Outside of where it is bound it may be something else.
    if is_declared_outside(place, root.name) {
        all.push(root_of(place, root)?);
    }
    Some(all)
}

fn is_declared_outside(place: &Place, name: &str) -> bool {
    let is_import = |import: &Import| match &import.name {
        Some(written) => written == name || written == ".",
        None => may_be_name_of(&import.path, name),
    };
    place.param(name).is_some()
        || !place.package.lookup(name).is_empty()
        || place.file().imports().iter().any(is_import)
}

/// Whether a name may be that of the package with a path: its last element but for a version, or most of it, as in
/// `example.com/go-redis/v9`.
fn may_be_name_of(path: &str, name: &str) -> bool {
    let is_version = |element: &&str| {
        element.strip_prefix('v').is_some_and(|digits| !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit()))
    };
    let last = path.rsplit('/').find(|element| !is_version(element)).unwrap_or(path);
    last.contains(name) && name.len() * 2 >= last.len()
}

/// The type of a value that is bound to a variable.
fn type_of(place: &Place, value: Value, left: usize) -> Option<Type> {
    let index = place.index;
    match value {
        Value::Literal { ty, is_address } => {
            let ty = index.resolve(&ty, &place.scope());
            Some(if is_address { Type::Pointer(Arc::new(ty)) } else { ty })
        }
        Value::Typed(ty) => Some(index.resolve(&ty, &place.scope())),
        Value::Operand(root, parts) => {
            let fronts = fronts(place, &root, left)?;
            let [front] = <[Front; 1]>::try_from(fronts).ok()?;
            let last = parts.iter().try_fold(front, |front, part| step(index, &front, part).map(Front::Value))?;
            match last {
                Front::Value(ty) => Some(ty),
                Front::Package(_) | Front::Missing => None,
            }
        }
        Value::Range(operand, number) => {
            let ty = type_of(place, *operand, left)?;
            if number == 1 { element(index, &ty) } else { None }
        }
    }
}

/// What the first name of an operand stands for outside of the function's body.
fn root_of(place: &Place, root: &Part) -> Option<Front> {
    let Place { index, package, .. } = *place;
    if let Some(param) = place.param(root.name) {
        let ty = index.resolve(&param.ty, &place.scope());
        return Some(Front::Value(called(index, ty, root)?));
    }
    if !package.lookup(root.name).is_empty() {
        return entity_type(index, package, root).map(Front::Value);
    }
    if root.call.is_some() {
        return None;
    }
    match index.imported(package, place.file(), root.name) {
        Some(imported) => Some(Front::Package(imported)),
        None => index.is_import(package, place.file(), root.name).then_some(Front::Missing),
    }
}

/// The type of a part that has a type if it is not called.
fn called(index: &Index, ty: Type, part: &Part) -> Option<Type> {
    let ty = match part.call {
        Some(which) => result_of_value(index, &ty, which)?,
        None => ty,
    };
    indexed(index, ty, part)
}

/// The type of a part that has a type without its indexes.
fn indexed(index: &Index, ty: Type, part: &Part) -> Option<Type> {
    (0..part.indexes).try_fold(ty, |ty, _| element(index, &ty))
}

/// The type of the elements of a slice, array or map.
fn element(index: &Index, ty: &Type) -> Option<Type> {
    match index.underlying(ty.pointee()) {
        Type::Slice(element) => Some((*element).clone()),
        Type::Map(pair) => Some(pair.1.clone()),
        _ => None,
    }
}

/// The type of a package-level variable with a written type, what a function returns, or a type to which something is
/// converted.
fn entity_type(index: &Index, package: &Arc<Package>, part: &Part) -> Option<Type> {
    let [entity] = package.lookup(part.name) else {
        return None;
    };
    match *entity {
        Entity::Function(id) => {
            let ty = result_of(index, &FuncRef { package: package.clone(), id }, part.call?)?;
            indexed(index, ty, part)
        }
        Entity::Variable(file, spec, _) => {
            let decl = package.files[file as usize].var_decl(spec as usize);
            called(index, index.resolve(decl.ty.as_ref()?, &Scope::of_file(package, file)), part)
        }
        Entity::Type(..) if part.call.is_some() && part.indexes == 0 => index.package_type(package, part.name, &[], 0),
        _ => None,
    }
}

fn step(index: &Index, front: &Front, part: &Part) -> Option<Type> {
    let ty = match front {
        Front::Package(package) => return entity_type(index, package, part),
        Front::Missing => return None,
        Front::Value(ty) => ty,
    };
    match index.member(ty, part.name)?.1 {
        Member::Field(ty) => called(index, ty, part),
        Member::Method(functions, args) if args.is_empty() => match &functions[..] {
            [function] => indexed(index, result_of(index, function, part.call?)?, part),
            _ => None,
        },
        Member::Abstract(method) => {
            let ty = result(index, &method.func.signature, &method.func.scope, part.call?)?;
            indexed(index, ty, part)
        }
        Member::Method(..) => None,
    }
}

/// The type of a result of a function that is not generic.
fn result_of(index: &Index, function: &FuncRef, which: (usize, usize)) -> Option<Type> {
    result(index, &function.decl().signature, &Scope::of_signature(index, function), which)
}

fn result_of_value(index: &Index, ty: &Type, which: (usize, usize)) -> Option<Type> {
    match index.underlying(ty) {
        Type::Func(func) => result(index, &func.signature, &func.scope, which),
        _ => None,
    }
}

/// One of so many results.
fn result(index: &Index, signature: &Signature, scope: &Scope, (number, of): (usize, usize)) -> Option<Type> {
    let is_meant = signature.type_params.is_empty() && signature.results.len() == of;
    signature.results.get(number).filter(|_| is_meant).map(|result| index.resolve(&result.ty, scope))
}

/// Functions that return functions are looked into so far.
const MOST_FUNCTIONS: usize = 4;

/// Whether results can hold a response, or a function that returns one.
fn can_hold(index: &Index, signature: &Signature, scope: &Scope, depth: usize) -> bool {
    signature.results.iter().any(|result| {
        let ty = index.resolve(&result.ty, scope);
        may_hold(index, &ty, 0) || can_make(index, &ty, depth)
    })
}

fn hands_over(effects: &[Effect], signature: &Signature) -> bool {
    let has_results = !signature.results.is_empty();
    has_results && effects.iter().any(|effect| matches!(effect, Effect::Own(..) | Effect::Call(_)))
}

/// Whether a value is a function that can hand over a response, or can be one.
fn can_make(index: &Index, ty: &Type, depth: usize) -> bool {
    match index.underlying(ty) {
        Type::Func(func) => depth == MOST_FUNCTIONS || can_hold(index, &func.signature, &func.scope, depth + 1),
        Type::Unknown | Type::Param(..) => true,
        _ => false,
    }
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
