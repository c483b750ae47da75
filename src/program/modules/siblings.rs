//! The modules of the tree that a module lies in. They know each other without go.work, which is often ignored by git, and without
//! `replace`.
//!
//!     api/go.mod     module example.com/herons/api
//!     svc/go.mod     require example.com/herons/api v0.1.0     ->  api/
//!
//! The tree is the git repository. It is listed once, when the first import is found neither in the module itself nor in a vendor
//! folder, so the answer does not depend on which paths are checked.

use super::{ModFile, Modules, inside};
use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// How many folders of a repository are listed; the largest known ones have 15,000 outside of vendor.
const MOST_FOLDERS: usize = 20_000;

/// How many folders are listed where no repository says what belongs together.
const MOST_FOLDERS_WITHOUT_REPOSITORY: usize = 300;

/// A folder whose modules know each other. Without a repository these are the ones whose paths begin alike: the folders beside a
/// module may be other projects.
#[derive(Clone)]
pub(super) struct Tree {
    root: PathBuf,
    is_repository: bool,
}

impl Modules {
    /// The folder of a package in another module of the tree around a folder: that of the module with the longest path that fits, and
    /// of these the nearest.
    pub(super) fn in_sibling(&self, folder: &Path, path: &str) -> Option<PathBuf> {
        if self.is_cached(folder) {
            return None;
        }
        let own = self.root_of(folder);
        let tree = self.trees.get_or_insert_with(own.as_os_str(), || self.tree_around(&own));
        let tree = tree?;
        let modules = self.siblings.get_or_insert_with(tree.root.as_os_str(), || self.modules_below(&tree));
        let mut found: Vec<(&ModFile, PathBuf)> = Vec::new();
        for module in modules.iter() {
            // Few modules fit the path, so that comes first.
            let Some(inside) = inside(&module.folder, &module.path, path) else {
                continue;
            };
            if module.folder != own && (tree.is_repository || self.are_named_alike(&own, module)) {
                found.push((module, inside));
            }
        }
        found.sort_by_key(|(module, _)| {
            let shared = module.folder.components().zip(own.components()).take_while(|(one, other)| one == other);
            (std::cmp::Reverse((module.path.len(), shared.count())), &module.folder)
        });
        let is_there = |module: &ModFile, folder: &Path| folder.is_dir() && self.root_of(folder) == module.folder;
        found.into_iter().find_map(|(module, folder)| is_there(module, &folder).then_some(folder))
    }

    /// Whether the paths of two modules begin alike: `example.com/herons/api` and `example.com/herons/svc`.
    fn are_named_alike(&self, own: &Path, other: &ModFile) -> bool {
        let Some(own) = self.module_of(own) else {
            return false;
        };
        let elements = |path: &str| path.split('/').count();
        let wanted = elements(&own.path).min(elements(&other.path)).saturating_sub(1).clamp(1, 2);
        let same = own.path.split('/').zip(other.path.split('/')).take_while(|(one, other)| one == other);
        same.count() >= wanted
    }

    /// The tree that the folder of a module belongs to: the repository, or the folder `testdata` in it that holds the module. Without a
    /// repository it is the folder of the outermost module and those beside it, or the working directory if that is further up.
    fn tree_around(&self, module: &Path) -> Option<Tree> {
        let is_testdata = |folder: &Path| folder.file_name().is_some_and(|name| name == "testdata");
        if let Some(root) = module.ancestors().find(|folder| is_testdata(folder) || is_repository(folder)) {
            return Some(Tree { root: root.to_path_buf(), is_repository: true });
        }
        self.module_of(module)?;
        let outermost = module.ancestors().filter(|folder| self.file(folder, "go.mod").is_some()).last()?;
        let beside = outermost.parent()?;
        let working_dir = std::env::current_dir().ok().filter(|folder| beside.starts_with(folder));
        Some(Tree { root: working_dir.unwrap_or_else(|| beside.to_path_buf()), is_repository: false })
    }

    /// The modules in a tree, those in vendor folders, testdata and hidden folders left out.
    fn modules_below(&self, tree: &Tree) -> Arc<[Arc<ModFile>]> {
        let most = if tree.is_repository { MOST_FOLDERS } else { MOST_FOLDERS_WITHOUT_REPOSITORY };
        let mut found = Vec::new();
        let mut wave = vec![tree.root.clone()];
        let mut listed = 0;
        while !wave.is_empty() && listed < most {
            let mut next = Vec::new();
            for folder in wave {
                listed += 1;
                if listed > most {
                    break;
                }
                let listing = self.listing(&folder);
                // Another repository beside this one.
                if !tree.is_repository && listing.folders.iter().any(|name| name == ".git") {
                    continue;
                }
                if listing.may_have_module {
                    found.extend(self.file(&folder, "go.mod"));
                }
                next.extend(listing.folders.iter().filter(|name| is_searched(name)).map(|name| folder.join(name)));
            }
            // What is listed before the limit must not depend on the order on disk.
            next.sort_unstable_by(|one, other| one.as_os_str().cmp(other.as_os_str()));
            wave = next;
        }
        found.into()
    }
}

/// Whether a folder has `.git`, which is a file in a worktree or submodule.
fn is_repository(folder: &Path) -> bool {
    folder.join(".git").exists()
}

fn is_searched(name: &OsStr) -> bool {
    !matches!(name.as_encoded_bytes(), b"vendor" | b"testdata" | b"node_modules" | [b'.' | b'_', ..])
}
