//! Paths: places as a walk compares them.
//!
//!     p.Body, (*p).Body      one path: a dereference before a field is left out
//!     s.resp, s.inner.resp   one path, if `inner` is embedded

use crate::go::body::{Part, SlotId};
use rustc_hash::FxHashMap;

/// A place with embedded fields written out and dereferences folded in: two places that are the same variable have one id.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PathId(pub u32);

/// All paths of one walk.
#[derive(Debug, Default)]
pub struct Paths {
    nodes: Vec<(SlotId, Option<(PathId, Part)>)>,
    roots: FxHashMap<SlotId, PathId>,
    parts: FxHashMap<(PathId, Part), PathId>,
}

/// Paths longer than this are cut: what lies deeper is held by the path itself.
const LONGEST_PATH: usize = 6;

impl Paths {
    /// The path of a slot itself.
    pub fn root(&mut self, slot: SlotId) -> PathId {
        if let Some(path) = self.roots.get(&slot) {
            return *path;
        }
        let id = self.add(slot, None);
        self.roots.insert(slot, id);
        id
    }

    /// A part of a path.
    pub fn part(&mut self, path: PathId, part: &Part) -> PathId {
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

    fn add(&mut self, slot: SlotId, part: Option<(PathId, Part)>) -> PathId {
        let id = PathId(u32::try_from(self.nodes.len()).unwrap_or(u32::MAX));
        self.nodes.push((slot, part));
        id
    }

    fn depth(&self, path: PathId) -> usize {
        let mut depth = 0;
        let mut at = path;
        while let Some((parent, _)) = self.parent(at) {
            depth += 1;
            at = parent;
        }
        depth
    }

    /// The slot at the root of a path.
    pub fn slot(&self, path: PathId) -> SlotId {
        self.nodes[path.0 as usize].0
    }

    /// The path it is a part of, and which part.
    pub fn parent(&self, path: PathId) -> Option<(PathId, &Part)> {
        self.nodes[path.0 as usize].1.as_ref().map(|(parent, part)| (*parent, part))
    }

    /// Whether a path is a field of a slot, not of a part of it: `p.x`.
    pub fn is_field_of_slot(&self, path: PathId) -> bool {
        matches!(self.parent(path), Some((base, Part::Field(_))) if self.parent(base).is_none())
    }

    /// The parts from `base` down to `path`; `None` if `path` is not inside `base`.
    pub fn suffix(&self, base: PathId, path: PathId) -> Option<Vec<Part>> {
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
    pub fn is_inside(&self, base: PathId, path: PathId) -> bool {
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
    pub fn follow(&mut self, base: PathId, parts: &[Part]) -> PathId {
        parts.iter().fold(base, |path, part| self.part(path, part))
    }
}
