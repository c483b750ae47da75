//! What is known of the contracts between functions with error exits and their callers; see [`super::blame`].

use crate::findings::finding::Witness;
use crate::leak::Origin;
use std::collections::BTreeMap;

/// What a function with an error exit agrees with its callers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Contract {
    /// Nothing: the function is at fault.
    None,
    /// Its callers close the response, as one of them shows.
    Witnessed(Witness),
    /// The module mentions its name too often to say.
    Undecided,
}

/// The contracts of functions with error exits.
#[derive(Default)]
pub(super) struct Contracts(BTreeMap<Origin, Contract>);

impl Contracts {
    /// The contracts that have been looked for.
    pub(super) fn new(found: BTreeMap<Origin, Contract>) -> Contracts {
        Contracts(found)
    }

    /// The contract of a function; `None` if it has to be looked for.
    pub(super) fn of(&self, origin: &Origin) -> Option<Contract> {
        if origin.is_round_trip() || origin.function.is_none() {
            return Some(Contract::None);
        }
        self.0.get(origin).cloned()
    }
}
