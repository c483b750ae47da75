//! The reach of an answer: how many calls deep it looked.
//!
//! An answer that no depth limit cut off is the same at every depth that it fits into: at its reach or more. At a smaller depth
//! it would have been cut off, and come out differently. So answers do not depend on the order in which they are computed.
//!
//!     func a() { b() }     the answer about a needs the one about b: reach 2
//!     func b() {}          reach 1

use std::ops::BitOrAssign;

/// The smallest depth at which an answer comes out like this; by default no callee has been followed yet.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Reach(pub(super) usize);

impl Reach {
    /// A depth limit cut the answer off.
    pub const CUT: Reach = Reach(usize::MAX);

    /// An answer about a function needs one level, even if the function calls nothing.
    pub(super) const OWN: Reach = Reach(1);

    /// Whether a depth limit cut the answer off.
    pub fn is_cut(self) -> bool {
        self == Reach::CUT
    }

    /// Whether an answer with this reach is the one for a depth.
    pub(super) fn is_within(self, depth: usize) -> bool {
        !self.is_cut() && self.0 <= depth
    }

    /// The reach of an answer that depends on one with this reach, about a callee.
    pub fn for_caller(self) -> Reach {
        Reach(self.0.saturating_add(1))
    }

    /// The reach of an answer that the depth limit may have cut off.
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
