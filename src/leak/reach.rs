//! How many calls deep an answer looked.
//!
//! An answer that no depth limit touched is the same for every depth at which it can be found again: at this reach or more.
//! At a smaller depth it would have been cut off, so there it is another answer, whoever asked first.
//!
//!     func a() { b() }     a asks b, b asks nobody: reach 2
//!     func b() {}          reach 1

use std::ops::BitOrAssign;

/// The smallest depth at which an answer comes out like this; nothing has been asked yet by default.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Reach(usize);

impl Reach {
    /// A depth limit cut it off.
    pub const CUT: Reach = Reach(usize::MAX);

    /// An answer about a function needs one level, even if it asks nobody.
    pub(super) const OWN: Reach = Reach(1);

    /// Whether a depth limit cut it off.
    pub fn is_cut(self) -> bool {
        self == Reach::CUT
    }

    /// Whether an answer with this reach is the one for a depth.
    pub(super) fn is_within(self, depth: usize) -> bool {
        !self.is_cut() && self.0 <= depth
    }

    /// The reach of whoever asked a question one level deeper and got an answer with this reach.
    pub fn for_caller(self) -> Reach {
        Reach(self.0.saturating_add(1))
    }

    /// Of one who may have been refused an answer.
    pub(super) fn cut_if(is_cut: bool) -> Reach {
        if is_cut { Reach::CUT } else { Reach::default() }
    }
}

/// The larger reach of the two.
impl BitOrAssign for Reach {
    fn bitor_assign(&mut self, other: Reach) {
        *self = (*self).max(other);
    }
}
