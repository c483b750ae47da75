//! What a use of a name can call, told from the text of its function without parsing it.
//!
//! A hot name (see [`crate::focus`]) is most often used for something else. Where the operand in front of it starts with the
//! receiver, a parameter, a package or a package-level name, its type is written, and the fields and methods behind it lead
//! to the callee. Where it starts with a local variable, or anything less plain stands in it, the answer is yes.
//!
//!     func (c *Controller) sync(key string) error {
//!         node, err := c.nodeLister.Get(key)      a Get that returns a node: no
//!         resp, err := c.client.Get(c.url)        (*http.Client).Get: yes

use super::Analysis;
use super::sites::may_hold;
use crate::effect::{Effect, interface_receiver, parse};
use crate::index::{Entity, FuncRef, Index, Member, Package, Scope, Type};
use crate::outline::{Param, Signature};
use crate::scan::{HotNames, Use, closing, expression_start, has_word, is_word};
use memchr::memmem;
use std::sync::Arc;

/// Operands with more parts than this are not followed.
const MOST_PARTS: usize = 12;

/// Whether a function may call, or hand on as a value, something that hands over a response, by the names that are hot.
pub fn may_acquire(analysis: &Analysis, hot: &HotNames, function: &FuncRef) -> bool {
    let text = function.file().function_text(function.id.function as usize);
    if hot.has_words_in(text) {
        return true;
    }
    let mut is_found = false;
    hot.each_fitting_use(text.as_bytes(), |start, usage| {
        is_found = is_found || can_hand_over(analysis, function, text, (start, usage));
    });
    is_found
}

/// What stands in front of a dot.
enum Front {
    Package(Arc<Package>),
    Value(Type),
}

/// Whether the use of a name at an offset of a function's text can be one that hands over a response. `true` if that cannot
/// be told.
fn can_hand_over(analysis: &Analysis, function: &FuncRef, text: &str, (start, usage): (usize, Use)) -> bool {
    let index = analysis.index;
    let Some(parts) = expression_start(text.as_bytes(), start).and_then(|first| parts(text, first, start)) else {
        return true;
    };
    let Some((root, middle)) = parts.split_first() else {
        return is_own_name_hot(analysis, function, text, word_at(text, start), usage);
    };
    let Some(mut front) = root_of(index, function, text, root) else {
        return true;
    };
    for part in middle {
        front = match step(index, &front, part) {
            Some(ty) => Front::Value(ty),
            None => return true,
        };
    }
    let name = word_at(text, start);
    match front {
        Front::Package(package) => is_entity_hot(analysis, &package, name, usage),
        Front::Value(Type::Unknown) => true,
        Front::Value(ty) => match index.member(&ty, name) {
            None => has_unknown_part(index, &ty),
            Some((_, Member::Method(functions, _))) => functions.iter().any(|function| is_hot(analysis, function)),
            Some((_, Member::Field(ty))) => is_function(index, &ty),
            Some((_, Member::Abstract(method))) => match &method.directives {
                Some(directives) => {
                    let receiver = interface_receiver();
                    let effects = parse(directives, Some(&receiver), &method.func.signature).unwrap_or_default();
                    hands_over(&effects)
                }
                None => can_hold(index, &method.func.signature, &method.func.scope),
            },
        },
    }
}

/// One name of an operand, and whether it is called.
struct Part<'text> {
    name: &'text str,
    is_called: bool,
}

fn word_at(text: &str, start: usize) -> &str {
    let len = text.as_bytes()[start..].iter().take_while(|byte| is_word(**byte)).count();
    text.get(start..start + len).unwrap_or("")
}

/// The names between the start of an operand and its last name: `c`, `nodes()` of `c.nodes(ns).Get`.
fn parts(text: &str, first: usize, last: usize) -> Option<Vec<Part<'_>>> {
    let bytes = text.as_bytes();
    let mut parts = Vec::new();
    let mut at = first;
    while at < last {
        let name = word_at(text, at);
        if name.is_empty() || name.as_bytes()[0].is_ascii_digit() || parts.len() == MOST_PARTS {
            return None;
        }
        at += name.len();
        let is_called = bytes.get(at) == Some(&b'(');
        if is_called {
            at = closing(bytes, at)? + 1;
        }
        if bytes.get(at) != Some(&b'.') {
            return None;
        }
        at += 1;
        at += bytes[at..].iter().take_while(|byte| byte.is_ascii_whitespace()).count();
        parts.push(Part { name, is_called });
    }
    (at == last).then_some(parts)
}

/// What the first name of an operand stands for.
fn root_of(index: &Index, function: &FuncRef, text: &str, root: &Part) -> Option<Front> {
    if is_bound_again(text, root.name) {
        return None;
    }
    let decl = function.decl();
    let params = decl.receiver.iter().chain(&decl.signature.params).chain(&decl.signature.results);
    if let Some(param) = { params }.find(|param| param.name == root.name) {
        let ty = index.resolve(&param.ty, &Scope::of_signature(index, function));
        return Some(Front::Value(if root.is_called { only_result_of(index, &ty)? } else { ty }));
    }
    let package = &function.package;
    if package.lookup(root.name).is_empty() {
        let imported = index.imported(package, function.file(), root.name)?;
        return (!root.is_called).then_some(Front::Package(imported));
    }
    entity_type(index, package, root).map(Front::Value)
}

/// The type of a package-level variable with a written type, or what a function returns.
fn entity_type(index: &Index, package: &Arc<Package>, part: &Part) -> Option<Type> {
    let [entity] = package.lookup(part.name) else {
        return None;
    };
    match *entity {
        Entity::Function(id) if part.is_called => result_of(index, &FuncRef { package: package.clone(), id }),
        Entity::Variable(file, spec, _) => {
            let decl = package.files[file as usize].var_decl(spec as usize);
            let ty = index.resolve(decl.ty.as_ref()?, &Scope::of_file(package, file));
            if part.is_called { only_result_of(index, &ty) } else { Some(ty) }
        }
        _ => None,
    }
}

fn step(index: &Index, front: &Front, part: &Part) -> Option<Type> {
    let ty = match front {
        Front::Package(package) => return entity_type(index, package, part),
        Front::Value(ty) => ty,
    };
    match index.member(ty, part.name)?.1 {
        Member::Field(ty) if part.is_called => only_result_of(index, &ty),
        Member::Field(ty) => Some(ty),
        Member::Method(functions, args) if part.is_called && args.is_empty() => match &functions[..] {
            [function] => result_of(index, function),
            _ => None,
        },
        Member::Abstract(method) if part.is_called => only_result(index, &method.func.signature, &method.func.scope),
        _ => None,
    }
}

/// The type of the only result of a function that is not generic.
fn result_of(index: &Index, function: &FuncRef) -> Option<Type> {
    only_result(index, &function.decl().signature, &Scope::of_signature(index, function))
}

fn only_result_of(index: &Index, ty: &Type) -> Option<Type> {
    match index.underlying(ty) {
        Type::Func(func) => only_result(index, &func.signature, &func.scope),
        _ => None,
    }
}

fn only_result(index: &Index, signature: &Signature, scope: &Scope) -> Option<Type> {
    let [Param { ty, .. }] = &signature.results[..] else {
        return None;
    };
    signature.type_params.is_empty().then(|| index.resolve(ty, scope))
}

/// A name without a dot: of this package, or with a dot import of another.
fn is_own_name_hot(analysis: &Analysis, function: &FuncRef, text: &str, name: &str, usage: Use) -> bool {
    let package = &function.package;
    let is_elsewhere = package.lookup(name).is_empty() || is_bound_again(text, name);
    is_elsewhere || is_entity_hot(analysis, package, name, usage)
}

fn is_entity_hot(analysis: &Analysis, package: &Arc<Package>, name: &str, usage: Use) -> bool {
    let entities = package.lookup(name);
    if entities.is_empty() {
        // A stub may leave out what its source has.
        return package.folder.is_some() || !crate::index::is_standard(&package.path);
    }
    entities.iter().any(|entity| match *entity {
        Entity::Function(id) => is_hot(analysis, &FuncRef { package: package.clone(), id }),
        Entity::Variable(..) => true,
        Entity::Type(..) => usage == Use::Mention,
        Entity::Constant(..) => false,
    })
}

/// Whether a function can hand over a response, by what the configuration, its stub or its results say.
fn is_hot(analysis: &Analysis, function: &FuncRef) -> bool {
    match analysis.effects(function) {
        Some(effects) => hands_over(&effects),
        None => {
            let scope = Scope::of_signature(analysis.index, function);
            can_hold(analysis.index, &function.decl().signature, &scope)
        }
    }
}

/// Whether results can hold a response, or a function that returns one.
fn can_hold(index: &Index, signature: &Signature, scope: &Scope) -> bool {
    signature.results.iter().any(|result| {
        let ty = index.resolve(&result.ty, scope);
        may_hold(index, &ty, 0) || is_function(index, &ty)
    })
}

fn hands_over(effects: &[Effect]) -> bool {
    effects.iter().any(|effect| matches!(effect, Effect::Own(..) | Effect::Call(_)))
}

fn is_function(index: &Index, ty: &Type) -> bool {
    matches!(index.underlying(ty), Type::Func(_) | Type::Unknown | Type::Param(..))
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

/// Whether a name may be declared anew in the body of a function: `x :=`, `x, y :=`, `var x`, `func(x, y T)`. Says yes too
/// often.
fn is_bound_again(text: &str, name: &str) -> bool {
    let bytes = text.as_bytes();
    let Some(body) = memchr::memchr(b'{', bytes) else {
        return true;
    };
    let has_groups = [&b"var ("[..], b"const (", b"type ("].iter().any(|group| memmem::find(bytes, group).is_some());
    let is_binding = |at: usize| {
        let (start, end) = (body + at, body + at + name.len());
        let is_whole = !is_word(bytes[start - 1]) && !bytes.get(end).copied().is_some_and(is_word);
        if !is_whole || bytes[start - 1] == b'.' {
            return false;
        }
        let line_end = memchr::memchr(b'\n', &bytes[end..]).map_or(bytes.len(), |at| end + at);
        let rest = bytes[end..line_end].trim_ascii();
        let before = bytes[..start].trim_ascii_end();
        // A list may go on in the next line.
        let is_list = || memmem::find(rest, b":=").is_some() || rest.ends_with(b",");
        rest.starts_with(b":=")
            || rest.starts_with(b",") && is_list()
            || rest.starts_with(b"/")
            || [&b"var"[..], b"const", b"type"].iter().any(|word| before.ends_with(word))
            || has_groups && bytes[before.len()..start].contains(&b'\n')
            || has_groups && before.ends_with(b",")
    };
    memmem::find_iter(&bytes[body..], name.as_bytes()).any(is_binding) || is_param_of_literal(&bytes[body..], name)
}

/// Whether a word stands among the parameters or results of a `func(..)`.
fn is_param_of_literal(bytes: &[u8], name: &str) -> bool {
    memmem::find_iter(bytes, b"func(").any(|at| {
        let open = at + b"func".len();
        let close = closing(bytes, open);
        let end = close.and_then(|close| Some(close + memchr::memchr(b'{', &bytes[close..])?));
        has_word(&bytes[open..end.unwrap_or(bytes.len())], name.as_bytes())
    })
}
