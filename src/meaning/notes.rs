//! The notes of the configuration on single functions, which change what their stubs say.
//!
//!     [[noreturn]]
//!     func = "example.com/x.(*Logger).Fatal"    its call ends the path, whatever its source or a stub says

use crate::go::outline::{Param, Signature};
use crate::meaning::effect::{Effect, Meaning};
use crate::meaning::resource::is_open_as_written;
use rustc_hash::FxHashMap;
use std::sync::Arc;

/// The notes of the configuration, by function.
pub struct Notes {
    /// By the name of the function alone: most functions have a name that is in no note.
    by_name: FxHashMap<String, Vec<Note>>,
}

/// One note of the configuration.
struct Note {
    /// The full name without `(`, `)` and `*`.
    full_name: String,
    meaning: Meaning,
}

impl Notes {
    /// Notes by the full names of functions.
    pub fn new(notes: &[(String, Meaning)]) -> Notes {
        let mut by_name: FxHashMap<String, Vec<Note>> = FxHashMap::default();
        for (name, meaning) in notes {
            let note = Note { full_name: plain_name(name), meaning: *meaning };
            let own_name = note.full_name.rsplit('.').next().unwrap_or_default().to_string();
            by_name.entry(own_name).or_default().push(note);
        }
        Notes { by_name }
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.by_name.is_empty()
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
        let mut meanings = notes.iter().filter(|note| note.full_name == full_name).map(|note| note.meaning).peekable();
        if meanings.peek().is_none() {
            return of_stub.cloned();
        }
        let effects = of_stub.map_or_else(Vec::new, |effects| effects.to_vec());
        let with = |effects, meaning| with_meaning(effects, meaning, receiver, signature);
        Some(meanings.fold(effects, with).into())
    }
}

fn plain_name(name: &str) -> String {
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
            effects.retain(|effect| !matches!(effect, Effect::Released(_)));
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
