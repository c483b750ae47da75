//! Names as they are compared: by a hash, apart for members and plain names.
//!
//!     c.hc.Do(req)     a member, `Do`: a method, a field, a function of another package
//!     fetch(u)         a plain name: a function or variable of the same package, never a method
//!
//! A [`NameSet`] says by which names a call may acquire. What a name stands for is not known here, see
//! [`crate::program::resolve`]: names decide where to look, types decide what is true.

use rustc_hash::{FxHashMap, FxHasher};
use smallvec::SmallVec;
use std::hash::Hasher;
use std::sync::Arc;

/// The hash by which names are compared. Two names with one hash only cost time: one of them is looked at in vain.
pub type NameHash = u32;

/// The hash of a member, a name after a dot: a method, a field, a function of another package.
pub fn hash(name: &[u8]) -> NameHash {
    let mut hasher = FxHasher::default();
    hasher.write(name);
    let whole = hasher.finish();
    NameHash::try_from((whole ^ (whole >> 32)) & 0xFFFF_FFFF).unwrap_or(0)
}

/// The hash of a plain name, one without a dot before it: a function or variable of the same package, never a method.
pub fn plain_hash(name: &[u8]) -> NameHash {
    hash(name).rotate_left(7) ^ 0x5bd1_e995
}

/// The number of parameters and of results of a function; `None` for a number that is not compared.
pub type Counts = (Option<u16>, Option<u16>);

/// The candidate names: those by which a call may acquire a response, and how the functions of these names are declared.
#[derive(Clone, Debug, Default)]
pub enum NameSet {
    /// Any name. For a function that is followed on demand no search for candidates has run.
    #[default]
    All,
    /// These names, by [`hash`] and [`plain_hash`].
    Only(Arc<FxHashMap<NameHash, SmallVec<[Counts; 2]>>>),
}

impl NameSet {
    /// Whether a call of a member of this name may acquire a response.
    pub fn has_member(&self, name: &str) -> bool {
        match self {
            NameSet::All => true,
            NameSet::Only(names) => names.contains_key(&hash(name.as_bytes())),
        }
    }

    /// Whether one of the names may acquire a response.
    pub fn has_one_of(&self, names: &[NameHash]) -> bool {
        match self {
            NameSet::All => true,
            NameSet::Only(known) => names.iter().any(|name| known.contains_key(name)),
        }
    }

    /// Whether a function that is declared like this may return ownership of a response. The search for candidates has found all
    /// names that do, so the body of any other function need not be read.
    pub fn has_declared(&self, name: &str, (params, results): Counts) -> bool {
        let NameSet::Only(known) = self else {
            return true;
        };
        let fits = |known: &Counts| {
            known.0.is_none_or(|own| params.is_none_or(|params| own == params))
                && known.1.is_none_or(|own| results.is_none_or(|results| own == results))
        };
        known.get(&hash(name.as_bytes())).is_some_and(|known| known.iter().any(fits))
    }
}

impl FromIterator<(NameHash, Counts)> for NameSet {
    fn from_iter<I: IntoIterator<Item = (NameHash, Counts)>>(names: I) -> NameSet {
        let mut known: FxHashMap<NameHash, SmallVec<[Counts; 2]>> = FxHashMap::default();
        for (name, counts) in names {
            let all = known.entry(name).or_default();
            if !all.contains(&counts) {
                all.push(counts);
            }
        }
        NameSet::Only(Arc::new(known))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_compared_with_what_is_declared() {
        let names: NameSet =
            [(hash(b"Do"), (Some(1), Some(2))), (plain_hash(b"fetch"), (None, None))].into_iter().collect();
        assert!(names.has_member("Do") && !names.has_member("fetch") && !names.has_member("Get"));
        assert!(names.has_one_of(&[hash(b"Get"), plain_hash(b"fetch")]));
        assert!(names.has_declared("Do", (Some(1), Some(2))) && names.has_declared("Do", (None, Some(2))));
        assert!(!names.has_declared("Do", (Some(3), Some(2))) && !names.has_declared("Get", (Some(1), Some(2))));
        assert!(NameSet::All.has_declared("Get", (Some(1), Some(2))));
    }
}
