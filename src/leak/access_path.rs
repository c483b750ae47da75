//! Paths: places as a walk compares them.
//!
//!     p.Body, (*p).Body      one path: a dereference before a field is left out
//!     s.resp, s.inner.resp   one path, if `inner` is embedded

use crate::go::body::{Part, SlotId};
use rustc_hash::FxHashMap;

/// A place with embedded fields written out and dereferences folded in: two places that are the same variable have one id.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct AccessPathId(pub u32);

/// All paths of one walk.
#[derive(Debug, Default)]
pub struct AccessPaths {
    nodes: Vec<(SlotId, Option<(AccessPathId, Part)>)>,
    roots: FxHashMap<SlotId, AccessPathId>,
    parts: FxHashMap<(AccessPathId, Part), AccessPathId>,
}

/// Paths longer than this are cut: what lies deeper is held by the path itself.
const LONGEST_PATH: usize = 6;

impl AccessPaths {
    /// The path of a slot itself.
    pub fn root(&mut self, slot: SlotId) -> AccessPathId {
        if let Some(path) = self.roots.get(&slot) {
            return *path;
        }
        let id = self.add(slot, None);
        self.roots.insert(slot, id);
        id
    }

    /// A part of a path.
    pub fn part(&mut self, path: AccessPathId, part: &Part) -> AccessPathId {
        if let Some(known) = self.parts.get(&(path, part.clone())) {
            return *known;
        }
        let slot = self.slot(path);
        if self.depth(path) >= LONGEST_PATH {
            return path;
        }
        let id = self.add(slot, Some((path, part.clone())));
        self.parts.insert((path, part.clone()), id);
        id
    }

    fn add(&mut self, slot: SlotId, part: Option<(AccessPathId, Part)>) -> AccessPathId {
        let id = AccessPathId(u32::try_from(self.nodes.len()).unwrap_or(u32::MAX));
        self.nodes.push((slot, part));
        id
    }

    fn depth(&self, path: AccessPathId) -> usize {
        let mut depth = 0;
        let mut at = path;
        while let Some((parent, _)) = self.parent(at) {
            depth += 1;
            at = parent;
        }
        depth
    }

    /// The slot at the root of a path.
    pub fn slot(&self, path: AccessPathId) -> SlotId {
        self.nodes[path.0 as usize].0
    }

    /// The path it is a part of, and which part.
    pub fn parent(&self, path: AccessPathId) -> Option<(AccessPathId, &Part)> {
        self.nodes[path.0 as usize].1.as_ref().map(|(parent, part)| (*parent, part))
    }

    /// Whether a path is a field of a slot, not of a part of it: `p.x`.
    pub fn is_field_of_slot(&self, path: AccessPathId) -> bool {
        matches!(self.parent(path), Some((base, Part::Field(_))) if self.parent(base).is_none())
    }

    /// The parts from `base` down to `path`; `None` if `path` is not inside `base`.
    pub fn suffix(&self, base: AccessPathId, path: AccessPathId) -> Option<Vec<Part>> {
        // Most paths of a state are elsewhere.
        if !self.is_inside(base, path) {
            return None;
        }
        let mut parts = Vec::new();
        let mut at = path;
        while at != base {
            let (parent, part) = self.parent(at)?;
            parts.push(part.clone());
            at = parent;
        }
        parts.reverse();
        Some(parts)
    }

    /// Whether `path` is `base` or a part of it.
    pub fn is_inside(&self, base: AccessPathId, path: AccessPathId) -> bool {
        // A part is added after what it is a part of.
        if base > path || self.slot(base) != self.slot(path) {
            return false;
        }
        let mut at = path;
        while at != base {
            match self.parent(at) {
                Some((parent, _)) => at = parent,
                None => return false,
            }
        }
        true
    }

    /// The path reached from another by parts.
    pub fn follow(&mut self, base: AccessPathId, parts: &[Part]) -> AccessPathId {
        parts.iter().fold(base, |path, part| self.part(path, part))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::go::outline::Name;

    fn field(name: &str) -> Part {
        Part::Field(Name::new(name))
    }

    #[test]
    fn a_place_has_one_path() {
        let mut paths = AccessPaths::default();
        let (s, t) = (paths.root(SlotId(0)), paths.root(SlotId(1)));
        let body = paths.part(s, &field("Body"));
        assert_eq!((paths.root(SlotId(0)), paths.part(s, &field("Body"))), (s, body));
        assert_ne!(paths.part(t, &field("Body")), body);
        assert_ne!(paths.part(s, &Part::Element), body);
        assert_eq!((paths.slot(body), paths.parent(body)), (SlotId(0), Some((s, &field("Body")))));
        assert_eq!(paths.parent(s), None);
    }

    #[test]
    fn what_lies_inside_what() {
        let mut paths = AccessPaths::default();
        let (other, s) = (paths.root(SlotId(1)), paths.root(SlotId(0)));
        let parts = [field("a"), Part::Element, field("b")];
        let deep = paths.follow(s, &parts);
        let a = paths.part(s, &field("a"));
        let beside = paths.part(s, &field("c"));
        assert!(paths.is_inside(s, deep) && paths.is_inside(a, deep) && paths.is_inside(deep, deep));
        assert!(!paths.is_inside(deep, a) && !paths.is_inside(beside, deep) && !paths.is_inside(other, deep));
        assert!(!paths.is_inside(a, beside));
        assert_eq!(paths.suffix(s, deep).as_deref(), Some(&parts[..]));
        assert_eq!(paths.suffix(a, deep).as_deref(), Some(&parts[1..]));
        assert_eq!(paths.suffix(deep, deep), Some(Vec::new()));
        assert_eq!(paths.suffix(beside, deep), None);
    }

    #[test]
    fn fields_of_slots_are_not_those_of_parts() {
        let mut paths = AccessPaths::default();
        let s = paths.root(SlotId(0));
        let (a, element) = (paths.part(s, &field("a")), paths.part(s, &Part::Element));
        let b = paths.part(a, &field("b"));
        assert!(paths.is_field_of_slot(a));
        assert!(!paths.is_field_of_slot(s) && !paths.is_field_of_slot(element) && !paths.is_field_of_slot(b));
    }

    #[test]
    fn long_paths_are_cut() {
        let mut paths = AccessPaths::default();
        let s = paths.root(SlotId(0));
        let longest = paths.follow(s, &vec![field("next"); LONGEST_PATH]);
        let before = paths.follow(s, &vec![field("next"); LONGEST_PATH - 1]);
        assert_ne!(before, longest);
        assert_eq!(paths.part(longest, &field("next")), longest);
    }
}
