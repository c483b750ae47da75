//! The candidates found so far: names by which a response can be acquired, and types that make candidates of other names.
//!
//!     func open(u string) (*http.Response, error)          the name `open`, with one parameter and two results
//!     type fetcher func(string) (*http.Response, error)    the type: a variable, field or result of it holds such a function
//!
//! It does not look for more: see [`super::declared`] and [`super::worklist`].

use super::scan::CandidateNames;
use super::uses::{FileUses, Keys};
use crate::go::arity::Arity;
use crate::go::names::{NameHash, hash, plain_hash};
use crate::go::outline::{FuncDecl, Name};
use rustc_hash::FxHashSet;
use std::path::{Path, PathBuf};

/// Candidate names, and the types that make candidates of what is declared with them.
#[derive(Clone, Default)]
pub(super) struct CandidateSet {
    pub(super) names: CandidateNames,
    types: Vec<CandidateType>,
}

/// A type that makes a candidate of what is declared with it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct CandidateType {
    pub(super) name: Name,
    /// Where it is declared.
    pub(super) folder: PathBuf,
    /// Whether it is another name for responses; else its values are functions that return ownership of one.
    pub(super) is_response: bool,
}

/// An addition to the candidates.
pub(super) enum NewCandidate {
    /// A candidate name.
    Name(NameHash, Arity),
    /// A function whose name was a candidate already returns more than it did before the first pass: its callers may get
    /// another answer now.
    Changed(NameHash, Arity),
    /// A type that makes a candidate of what is declared with it.
    Type(CandidateType),
}

impl NewCandidate {
    /// Adds the names of a function to `found`: after a dot, and without one unless it is a method.
    pub(super) fn push_function(
        decl: &FuncDecl,
        arity: Arity,
        how: fn(NameHash, Arity) -> NewCandidate,
        found: &mut Vec<NewCandidate>,
    ) {
        let name = decl.name.as_bytes();
        found.push(how(hash(name), arity));
        if decl.receiver.is_none() {
            found.push(how(plain_hash(name), arity));
        }
    }

    /// The names of a package variable: after a dot, and without one.
    pub(super) fn variable(name: &[u8]) -> [NewCandidate; 2] {
        [hash(name), plain_hash(name)].map(|name| NewCandidate::Name(name, Arity::ANY))
    }
}

impl CandidateSet {
    /// Adds the names and types of declarations, and returns the types that are new.
    pub(super) fn add_declared(&mut self, found: Vec<NewCandidate>) -> Vec<CandidateType> {
        let mut types = Vec::new();
        for found in found {
            match found {
                NewCandidate::Name(name, arity) => {
                    self.insert(name, arity);
                }
                NewCandidate::Type(ty) => types.push(ty),
                NewCandidate::Changed(..) => {}
            }
        }
        types.sort();
        types.dedup();
        types.retain(|ty| !self.types.contains(ty));
        for ty in &types {
            match ty.is_response {
                true => self.names.insert_response_word(&ty.name),
                false => self.names.insert_function_word(&ty.name),
            }
        }
        self.types.extend(types.iter().cloned());
        types
    }

    /// Adds the names that a pass has found, and returns those whose uses the next pass has to look at: the new ones, and
    /// those of functions that have changed. `changed` holds the latter, each of which comes back once.
    pub(super) fn add_found(
        &mut self,
        found: Vec<NewCandidate>,
        changed: &mut FxHashSet<(NameHash, Arity)>,
    ) -> CandidateNames {
        let mut next = CandidateNames::default();
        for found in found {
            match found {
                NewCandidate::Name(name, arity) if self.insert(name, arity) => {
                    next.insert(name, arity);
                }
                NewCandidate::Changed(name, arity) if changed.insert((name, arity)) => {
                    next.insert(name, arity);
                }
                _ => {}
            }
        }
        next
    }

    /// Adds a name; says whether it was not known with this arity.
    pub(super) fn insert(&mut self, name: NameHash, arity: Arity) -> bool {
        self.names.insert(name, arity)
    }

    /// Whether calls of a function of this name and arity are followed already.
    pub(super) fn knows(&self, name: NameHash, arity: &Arity) -> bool {
        let known = self.names.arities(name).unwrap_or_default();
        known.contains(arity) || known.contains(&Arity::ANY)
    }

    /// Whether a file may use a candidate. Says yes too often: the arguments of calls are not counted.
    pub(super) fn is_used_by(&self, file: &FileUses, folder: &Path, keys: &Keys) -> bool {
        !file.responses.is_empty() || file.uses_one_of(keys) || self.types.iter().any(|ty| *folder == *ty.folder)
    }
}
