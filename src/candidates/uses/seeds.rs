//! The candidate names from the start, and the keys by which the uses of any name are found in a file.
//!
//! The hash of each name that a file uses is a key of the file. `Get` and `Do` are used everywhere, so the keys of such names hold the
//! shape of the use too:
//!
//!     c.fetch(u)                  the hash of `fetch`
//!     pods.Get(ctx, name, opt)    a hash of `Get` and "three arguments", and a mark that `Get` is mentioned
//!
//! When `Get` becomes a candidate with two parameters, the file above is not among those that use it.

use crate::candidates::scan::{Bits, CandidateNames, Use, UseShape, fits, shape};
use crate::go::arity::Arity;
use crate::go::names::{NameHash, hash, plain_hash};
use crate::meaning::effect::Meaning;
use crate::meaning::notes::Note;
use crate::meaning::stub::{Acquirer, acquirers};
use crate::program::Index;
use crate::task::Task;
use rustc_hash::FxHashSet;

/// The candidate names from the start: those of library functions, and those of the configuration.
pub(in crate::candidates) struct Seeds {
    /// Names with their arities, and the path of the stub; `None` for the configuration.
    pub(in crate::candidates) rows: Vec<(Option<String>, NameHash, Arity)>,
    /// The paths of the stubs in which a function returns ownership.
    pub(super) owners: FxHashSet<String>,
    /// All of these names, whatever is imported.
    all: CandidateNames,
    /// Names whose keys hold the shape of the use: these, and names that many packages declare.
    shaped: Keys,
    /// Whether a function of any package may be a source of responses, because the configuration names some.
    pub(super) is_everywhere: bool,
}

impl Seeds {
    /// The candidate names of the stubs and the configuration of a task.
    pub(in crate::candidates) fn new(task: &Task, index: &Index) -> Seeds {
        let mut rows = Vec::new();
        let mut owners = FxHashSet::default();
        for (path, acquirers) in acquirers(index) {
            if acquirers.iter().any(|acquirer| acquirer.owns) {
                owners.insert(path.to_string());
            }
            for Acquirer { name, arity, .. } in &acquirers {
                let hashes = [hash(name.as_bytes()), plain_hash(name.as_bytes())];
                rows.extend(hashes.map(|name| (Some(path.to_string()), name, *arity)));
            }
        }
        let named = task.notes.iter().filter_map(|note| match note {
            Note::Function(name, Meaning::Acquires) => Some(name.rsplit('.').next()?.as_bytes()),
            Note::Function(..) | Note::Handled(_) => None,
        });
        let hashes = named.flat_map(|name| [hash(name), plain_hash(name)]);
        rows.extend(hashes.map(|name| (None, name, Arity::ANY)));
        let mut all = CandidateNames::default();
        for (_, name, arity) in &rows {
            all.insert(*name, *arity);
        }
        let is_everywhere = rows.iter().any(|(path, _, _)| path.is_none());
        let common = COMMON.iter().flat_map(|name| [hash(name.as_bytes()), plain_hash(name.as_bytes())]);
        let shaped = all.names().chain(common).collect();
        Seeds { rows, owners, all, shaped, is_everywhere }
    }

    /// Calls `insert` with the keys of the use of a name: the hash of the name, or for a name that many packages declare
    ///
    /// * its hash, if the use fits a library function of that name;
    /// * its hash with the shape of the use, if it can be a use of a function at all;
    /// * a mark that it is mentioned.
    pub(super) fn keys_of_use(
        &self,
        text: &[u8],
        name: NameHash,
        start: usize,
        usage: Use,
        mut insert: impl FnMut(NameHash),
    ) {
        if !self.shaped.has(name) {
            insert(name);
            return;
        }
        insert(mentioned(name));
        if self.all.arities(name).is_some_and(|arities| fits(text, start, usage, arities)) {
            insert(name);
        }
        if let Some(shape) = shape(text, start, usage) {
            insert(shape.of_name(name));
        }
    }

    /// The keys of the uses that fit one of the names.
    pub(in crate::candidates) fn keys(&self, names: &CandidateNames) -> Keys {
        let mut keys = Keys::default();
        for name in names.names() {
            if !self.shaped.has(name) {
                keys.insert(name);
                continue;
            }
            let known = self.all.arities(name).unwrap_or_default();
            for arity in names.arities(name).unwrap_or_default() {
                if known.contains(arity) {
                    keys.insert(name);
                } else {
                    UseShape::fitting(arity).for_each(|shape| keys.insert(shape.of_name(name)));
                }
            }
        }
        keys
    }

    /// The keys of uses that fit one of the names for sure, as the scan has looked at them.
    pub(in crate::candidates) fn sure_keys(&self, names: &CandidateNames) -> Keys {
        let is_sure = |name: &NameHash| {
            let wanted = names.arities(*name).unwrap_or_default();
            self.all.arities(*name).is_some_and(|known| known.iter().all(|arity| wanted.contains(arity)))
        };
        names.names().filter(is_sure).collect()
    }
}

/// Names that many packages declare, and that clients of all kinds give to functions that may return a response: where one of
/// them becomes a candidate, the shape rules out most of its uses.
#[rustfmt::skip]
const COMMON: &[&str] = &[
    "Call", "Create", "Delete", "Dial", "DialContext", "Download", "Exec", "Execute", "Fetch", "Find", "Handle",
    "Invoke", "List", "Next", "NewClient", "Open", "Patch", "Poll", "Pull", "Push", "Put", "Reader",
    "Record", "Request", "Run", "Send", "Start", "Stream", "Update", "Upload", "Write", "call", "create", "delete",
    "do", "exec", "execute", "fetch", "get", "list", "open", "patch", "post", "put", "query", "request", "run",
    "send", "update",
];

/// The key for any mention of a name; the name for such a key.
fn mentioned(name: NameHash) -> NameHash {
    !name
}

/// The keys one of which a file has that calls or mentions a name.
pub(in crate::candidates) fn keys_of_mention(name: NameHash) -> [NameHash; 2] {
    [name, mentioned(name)]
}

/// A set of keys of uses.
#[derive(Default)]
pub(in crate::candidates) struct Keys {
    all: FxHashSet<NameHash>,
    bits: Bits,
}

impl Keys {
    fn insert(&mut self, key: NameHash) {
        self.bits.insert(key);
        self.all.insert(key);
    }

    pub(super) fn has(&self, key: NameHash) -> bool {
        self.bits.has(key) && self.all.contains(&key)
    }
}

impl FromIterator<NameHash> for Keys {
    fn from_iter<I: IntoIterator<Item = NameHash>>(keys: I) -> Keys {
        let mut all = Keys::default();
        keys.into_iter().for_each(|key| all.insert(key));
        all
    }
}
