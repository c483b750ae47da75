//! The notes of the configuration on functions. Those on single ones change what their stubs say.
//!
//!     [[noreturn]]
//!     func = "example.com/x.(*Logger).Fatal"    its call ends the path, whatever its source or a stub says
//!
//!     [[handled]]
//!     module = "example.com/sdk"                what its functions return needs no close; all else that they do counts as ever

use crate::go::outline::{Param, Signature};
use crate::meaning::effect::{Effect, Meaning};
use crate::meaning::resource::is_open_as_written;
use crate::program::is_in_module;
use rustc_hash::FxHashMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// One note of the configuration.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Note {
    /// On a function, by its full name.
    Function(String, Meaning),
    /// On all functions of a set: the responses that they return need no close.
    Handled(FunctionSet),
}

/// A set of functions. Which they are need not be known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FunctionSet {
    /// Those whose full name fits a pattern, in which `*` stands for any characters, except in `(*T)`.
    Pattern(String),
    /// Those of the package with this import path.
    Package(String),
    /// Those of the packages whose import path is this one or lies below it.
    Module(String),
}

impl FunctionSet {
    /// Whether a function or variable belongs to it. `full_name` may be `(*T)` or `(T)` whatever the pattern is.
    pub fn contains(&self, package: &str, full_name: &str) -> bool {
        match self {
            FunctionSet::Pattern(pattern) => fits(&without_pointer(pattern), &without_pointer(full_name)),
            FunctionSet::Package(path) => package == path,
            FunctionSet::Module(path) => is_in_module(package, path),
        }
    }
}

/// Whether `*` in a text stands for any characters, and not for a pointer type as in `(*T)`.
pub fn is_pattern(text: &str) -> bool {
    without_pointer(text).contains('*')
}

/// A full name or a pattern with `(T)` for `(*T)`. In `(*)` and `(*.` the star is a wildcard.
fn without_pointer(name: &str) -> String {
    let Some((front, rest)) = name.split_once("(*") else {
        return name.to_string();
    };
    match rest.starts_with([')', '.']) {
        true => name.to_string(),
        false => format!("{front}({rest}"),
    }
}

/// Whether a text fits a pattern in which `*` stands for any characters.
pub fn fits(pattern: &str, text: &str) -> bool {
    let Some((first, others)) = pattern.split_once('*') else {
        return pattern == text;
    };
    let Some(mut rest) = text.strip_prefix(first) else {
        return false;
    };
    let (middle, last) = others.rsplit_once('*').unwrap_or(("", others));
    for part in middle.split('*') {
        match rest.find(part) {
            Some(at) => rest = &rest[at + part.len()..],
            None => return false,
        }
    }
    rest.ends_with(last)
}

/// The notes of the configuration, to be looked up.
pub struct Notes {
    /// By the name of the function alone: most functions have a name that is in no note.
    by_name: FxHashMap<String, Vec<NamedNote>>,
    handled: Vec<(usize, FunctionSet)>,
    /// Which of the notes, by number, were those of a function that was asked for.
    met: Vec<AtomicBool>,
}

/// A note on one function.
struct NamedNote {
    number: usize,
    /// The full name without `(`, `)` and `*`.
    full_name: String,
    meaning: Meaning,
}

impl Notes {
    /// The notes of a configuration.
    pub fn new(notes: &[Note]) -> Notes {
        let mut by_name: FxHashMap<String, Vec<NamedNote>> = FxHashMap::default();
        let mut handled = Vec::new();
        for (number, note) in notes.iter().enumerate() {
            match note {
                Note::Function(name, meaning) => {
                    let note = NamedNote { number, full_name: plain_name(name), meaning: *meaning };
                    let own_name = note.full_name.rsplit('.').next().unwrap_or_default().to_string();
                    by_name.entry(own_name).or_default().push(note);
                }
                Note::Handled(set) => handled.push((number, set.clone())),
            }
        }
        Notes { by_name, handled, met: notes.iter().map(|_| AtomicBool::new(false)).collect() }
    }

    /// The numbers of the notes on functions that nothing asked for so far, in order. Code that calls them may be there all the same:
    /// the analysis asks only for functions that can matter.
    pub fn unmet(&self) -> Vec<usize> {
        (0..self.met.len()).filter(|number| !self.met[*number].load(Ordering::Relaxed)).collect()
    }

    fn meet(&self, number: usize) {
        self.met[number].store(true, Ordering::Relaxed);
    }

    /// Whether there are none on single functions.
    pub fn is_empty(&self) -> bool {
        self.by_name.is_empty()
    }

    /// Whether what a function or variable returns needs no close. `packages` are the import paths by which it can be named: that of an
    /// interface, and that of another one which it embeds. A note on the function itself precedes those on sets.
    pub fn is_handled(&self, packages: &[&str], name: &str, full_name: impl FnOnce() -> Option<String>) -> bool {
        let named = self.by_name.get(name);
        if named.is_none() && self.handled.is_empty() {
            return false;
        }
        let full_name = full_name().unwrap_or_default();
        let plain = plain_name(&full_name);
        let own = named.into_iter().flatten().filter(|note| note.full_name == plain);
        let own: Vec<Meaning> = own.inspect(|note| self.meet(note.number)).map(|note| note.meaning).collect();
        if own.contains(&Meaning::Handled) || own.contains(&Meaning::Acquires) {
            return own.contains(&Meaning::Handled);
        }
        let contains = |set: &FunctionSet| packages.iter().any(|package| set.contains(package, &full_name));
        let set = self.handled.iter().find(|(_, set)| contains(set));
        set.iter().for_each(|(number, _)| self.meet(*number));
        set.is_some()
    }

    /// The effects of a function by its stub, changed by the notes on it; `None` if neither speaks of it. `receiver` is the number
    /// of its receivers, 0 or 1.
    pub fn on_top_of(
        &self,
        of_stub: Option<&Arc<[Effect]>>,
        name: &str,
        full_name: impl FnOnce() -> Option<String>,
        receiver: usize,
        signature: &Signature,
    ) -> Option<Arc<[Effect]>> {
        let full_name = self.by_name.get(name).and_then(|notes| Some((notes, plain_name(&full_name()?))));
        let Some((notes, full_name)) = full_name else {
            return of_stub.cloned();
        };
        let own = notes.iter().filter(|note| note.full_name == full_name);
        let mut meanings = own.inspect(|note| self.meet(note.number)).map(|note| note.meaning).peekable();
        if meanings.peek().is_none() {
            return of_stub.cloned();
        }
        let effects = of_stub.map_or_else(Vec::new, |effects| effects.to_vec());
        let with = |effects, meaning| with_meaning(effects, meaning, receiver, signature);
        Some(meanings.fold(effects, with).into())
    }
}

/// A full name without `(`, `)` and `*`.
pub fn plain_name(name: &str) -> String {
    name.replace(['(', ')', '*'], "")
}

/// The effects of a function, changed by a meaning that the configuration gives it. A meaning changes only what it speaks of:
///
///     //: own resp; context req   with [[handled]]    context req; released resp
///     //: keep resp               with [[closes]]     keep resp; close resp
fn with_meaning(mut effects: Vec<Effect>, meaning: Meaning, receiver: usize, signature: &Signature) -> Vec<Effect> {
    let is_open = |result: &Param| is_open_as_written(&result.ty);
    let result = signature.results.iter().position(is_open).unwrap_or(0);
    let says_who_closes = |effect: &Effect| matches!(effect, Effect::Own(..) | Effect::Also(..) | Effect::Released(_));
    match meaning {
        Meaning::Acquires => {
            effects.retain(|effect| !matches!(effect, Effect::Released(_) | Effect::ReleasedUnlessOpen(_)));
            if !effects.iter().any(|effect| matches!(effect, Effect::Own(..))) {
                effects.push(Effect::Own(result, Vec::new()));
            }
        }
        Meaning::Handled => {
            effects.retain(|effect| !says_who_closes(effect));
            effects.push(Effect::Released(result));
        }
        Meaning::Closes(argument) => effects.push(Effect::Close(argument + receiver, Vec::new())),
        // The walk ends there, whatever else the function does.
        Meaning::NeverReturns => effects.insert(0, Effect::Exit),
    }
    effects
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::go::outline::{Name, TypeExpr};
    use std::slice::from_ref;

    fn param(name: &str, ty: TypeExpr) -> Param {
        Param { name: Name::new(name), ty }
    }

    fn response() -> TypeExpr {
        TypeExpr::Pointer(TypeExpr::Qualified(Name::new("http"), Name::new("Response")).into())
    }

    #[test]
    fn sets_of_functions() {
        let pattern = |text: &str| FunctionSet::Pattern(text.to_string());
        let fetch = "github.com/x/sdk.(*Client).GetAll";
        for (set, is_in) in [
            (pattern("github.com/x/sdk.(*Client).Get*"), true),
            (pattern("github.com/x/sdk.(Client).Get*"), true),
            (pattern("github.com/x/*.GetAll"), true),
            (pattern("github.com/x/*.(*).GetAll"), true),
            (pattern("*A*l*"), true),
            (pattern("github.com/x/sdk.Get*"), false),
            (pattern("github.com/x/sdk.(*Other*).Get*"), false),
            (pattern("github.com/x/sdk.(*Client).GetAll*All"), false),
            (FunctionSet::Package("github.com/x/sdk".to_string()), true),
            (FunctionSet::Package("github.com/x".to_string()), false),
            (FunctionSet::Module("github.com/x".to_string()), true),
            (FunctionSet::Module("github.com/x/sd".to_string()), false),
        ] {
            assert_eq!(set.contains("github.com/x/sdk", fetch), is_in, "{set:?}");
        }
        for (text, is_it) in [("x.(*T).F", false), ("x.(*T).F*", true), ("x.(*).F", true), ("x.F", false)] {
            assert_eq!(is_pattern(text), is_it, "{text}");
        }
    }

    #[test]
    fn a_note_on_the_function_precedes_those_on_its_module() {
        let module = Note::Handled(FunctionSet::Module("x.org/sdk".to_string()));
        let fetch = Note::Function("x.org/sdk.(*C).Fetch".to_string(), Meaning::Acquires);
        let notes = Notes::new(&[module, fetch]);
        let is_handled = |name: &str| {
            let full_name = format!("x.org/sdk.(*C).{name}");
            notes.is_handled(&["x.org/sdk"], name, || Some(full_name))
        };
        assert!(!is_handled("Fetch"));
        assert!(is_handled("Get"));
    }

    #[test]
    fn a_meaning_changes_only_what_it_speaks_of() {
        let results = vec![param("n", TypeExpr::Name(Name::new("int"))), param("r", response())];
        let signature = Signature { results, ..Signature::default() };
        let with = |effects: &[Effect], meaning| with_meaning(effects.to_vec(), meaning, 1, &signature);
        let (own, context) = (Effect::Own(1, Vec::new()), Effect::Context(1));
        assert_eq!(with(&[], Meaning::Acquires), from_ref(&own));
        let body = Effect::Own(0, vec![Name::new("Body")]);
        assert_eq!(with(from_ref(&body), Meaning::Acquires), [body]);
        let handled = with(&[own.clone(), context.clone()], Meaning::Handled);
        assert_eq!(handled, [context, Effect::Released(1)]);
        assert_eq!(with(&handled[1..], Meaning::Acquires), [own]);
        assert_eq!(with(&[], Meaning::Closes(0)), [Effect::Close(1, Vec::new())]);
        assert_eq!(with(&[Effect::Keep(0)], Meaning::NeverReturns), [Effect::Exit, Effect::Keep(0)]);
    }
}
