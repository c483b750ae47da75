//! Names as the search for candidates compares them, and sets of them.
//!
//!     c.hc.Do(req)     a member, `Do`: a method, a field, a function of another package
//!     fetch(u)         a plain name: a function or variable of the same package, never a method
//!
//! What a name stands for is not known here; see [`crate::resolve`].

use rustc_hash::{FxHashSet, FxHasher};
use std::hash::Hasher;
use std::sync::Arc;

/// The hash by which names are compared; two names with one hash cost a look more.
pub type NameHash = u32;

/// The hash of a name behind a dot: a method, a field, a function of another package.
pub fn hash(name: &[u8]) -> NameHash {
    let mut hasher = FxHasher::default();
    hasher.write(name);
    let whole = hasher.finish();
    NameHash::try_from((whole ^ (whole >> 32)) & 0xFFFF_FFFF).unwrap_or(0)
}

/// The hash of a name without a dot in front: a function or variable of the same package, never a method.
pub fn plain_hash(name: &[u8]) -> NameHash {
    hash(name).rotate_left(7) ^ 0x5bd1_e995
}

/// The names by which a call may acquire a response.
#[derive(Clone, Debug, Default)]
pub enum NameSet {
    /// Any name: where a few files are followed on demand, nobody has searched for candidates.
    #[default]
    All,
    /// These names, by [`hash`] and [`plain_hash`].
    Only(Arc<FxHashSet<NameHash>>),
}

impl NameSet {
    /// Whether a call by a name behind a dot may acquire a response.
    pub fn has_member(&self, name: &str) -> bool {
        self.has(|| hash(name.as_bytes()))
    }

    /// Whether a call by a name without a dot may acquire a response.
    pub fn has_plain(&self, name: &str) -> bool {
        self.has(|| plain_hash(name.as_bytes()))
    }

    /// Whether one of the names may acquire a response.
    pub fn has_one_of(&self, names: &[NameHash]) -> bool {
        match self {
            NameSet::All => true,
            NameSet::Only(known) => names.iter().any(|name| known.contains(name)),
        }
    }

    fn has(&self, hash: impl FnOnce() -> NameHash) -> bool {
        match self {
            NameSet::All => true,
            NameSet::Only(names) => names.contains(&hash()),
        }
    }
}

impl FromIterator<NameHash> for NameSet {
    fn from_iter<I: IntoIterator<Item = NameHash>>(names: I) -> NameSet {
        NameSet::Only(Arc::new(names.into_iter().collect()))
    }
}
