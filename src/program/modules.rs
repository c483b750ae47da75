//! The folder of an import path on disk, by go.mod, go.work, replace, vendor folders, other modules of the repository, the
//! module cache and GOPATH.
//!
//!     module example.com/app                    example.com/app/client  ->  client/ beside the go.mod
//!     require example.com/kit v1.2.0            example.com/kit/http    ->  $GOMODCACHE/example.com/kit@v1.2.0/http
//!     replace example.com/kit => ../kit         example.com/kit/http    ->  ../kit/http
//!
//! Go files are not read here, and nothing is downloaded.

mod mod_file;
mod siblings;

use super::import_path::is_in_module;
use super::{ByPath, standard};
use crate::ground::source::{Listing, list};
pub(super) use mod_file::ModFile;
use mod_file::{normal, read_mod};
use siblings::Tree;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, OnceLock};

/// The modules and vendor folders around folders, each looked up once.
#[derive(Default)]
pub(super) struct Modules {
    listings: ByPath<Arc<Listing>>,
    files: ByPath<Option<Arc<ModFile>>>,
    /// The go.mod, go.work and vendor folders around each folder.
    above: ByPath<Above>,
    /// Folders that are known to hold neither.
    bare: ByPath<()>,
    /// Whether `vendor` folders exist, by their paths.
    folders: ByPath<bool>,
    /// The state of paths in vendor folders.
    vendored: ByPath<Vendored>,
    /// The trees that modules belong to, by the folders of the modules.
    trees: ByPath<Option<Tree>>,
    /// The modules of each tree.
    siblings: ByPath<Arc<[Arc<ModFile>]>>,
    cache: OnceLock<Option<PathBuf>>,
    /// Files that exist and were not read, with the reasons.
    refused: Mutex<Vec<(PathBuf, String)>>,
}

/// The state of a path in a vendor folder.
#[derive(Clone)]
enum Vendored {
    Missing,
    /// A folder, or anything else that is no link.
    Present,
    /// A link to a folder.
    Link(PathBuf),
}

/// The module and the workspace that a folder belongs to, and the vendor folders beside it and above, the nearest first.
#[derive(Clone, Default)]
struct Above {
    module: Option<Arc<ModFile>>,
    workspace: Option<Arc<ModFile>>,
    vendors: Arc<[PathBuf]>,
}

impl Modules {
    /// The folder of the module that a folder belongs to; the folder itself if there is none.
    pub(super) fn root_of(&self, folder: &Path) -> PathBuf {
        self.module_of(folder).map_or_else(|| folder.to_path_buf(), |module| module.folder.clone())
    }

    /// The folder of the workspace that a folder belongs to, if there is one.
    pub(super) fn workspace_root(&self, folder: &Path) -> Option<PathBuf> {
        self.workspace_of(folder).map(|workspace| workspace.folder.clone())
    }

    /// The import path of a folder; the folder itself if it is in no module.
    pub(super) fn import_path(&self, folder: &Path) -> String {
        if let Some(vendored) = after(folder, "/vendor/") {
            return vendored;
        }
        let Some(module) = self.module_of(folder) else {
            let known = self.import_path_in_cache(folder).or_else(|| after(folder, "/src/"));
            return known.unwrap_or_else(|| folder.to_string_lossy().replace('\\', "/"));
        };
        let rest = folder.strip_prefix(&module.folder).unwrap_or(Path::new("")).to_string_lossy().replace('\\', "/");
        if rest.is_empty() { module.path.clone() } else { format!("{}/{rest}", module.path) }
    }

    /// The folders in which a package may lie, best first.
    pub(super) fn folders_of(&self, folder: &Path, path: &str) -> Vec<PathBuf> {
        self.some_folders_of(folder, path, false)
    }

    /// The best of the folders in which a package may lie.
    pub(super) fn folder_of(&self, folder: &Path, path: &str) -> Option<PathBuf> {
        self.some_folders_of(folder, path, true).into_iter().next()
    }

    /// The folders in which a package may lie, best first; perhaps only the best one if `is_best_enough`.
    fn some_folders_of(&self, folder: &Path, path: &str, is_best_enough: bool) -> Vec<PathBuf> {
        let module = self.module_of(folder);
        // Go's own tree is a module of these names.
        let is_outside = module.as_ref().is_some_and(|module| !matches!(module.path.as_str(), "std" | "cmd"));
        if is_outside && standard::is_package(path) {
            return Vec::new();
        }
        let mut found = self.folders_in_modules(folder, module.as_deref(), path);
        found.retain(|candidate| candidate.is_dir());
        if !found.is_empty() {
            return found;
        }
        found.extend(self.vendored(folder, path));
        if found.is_empty() {
            found.extend(self.in_sibling(folder, path));
        }
        if is_best_enough && !found.is_empty() {
            return found;
        }
        found.extend(self.cached(module.as_deref(), path).filter(|candidate| candidate.is_dir()));
        found.extend(in_gopath(folder, path));
        if module.is_none() {
            found.extend(without_module(folder, path));
        }
        found
    }

    /// The folders that a package has, or would have, in the module and the workspace of a folder, `replace` included.
    fn folders_in_modules(&self, folder: &Path, module: Option<&ModFile>, path: &str) -> Vec<PathBuf> {
        let mut found = Vec::new();
        if let Some(module) = module {
            found.extend(inside(&module.folder, &module.path, path));
            found.extend(module.replaces.iter().filter_map(|(replaced, to)| inside(to, replaced, path)));
        }
        if let Some(workspace) = self.workspace_of(folder) {
            let used = workspace.uses.iter().filter_map(|used| self.file(used, "go.mod"));
            found.extend(used.filter_map(|used| inside(&used.folder, &used.path, path)));
            found.extend(workspace.replaces.iter().filter_map(|(replaced, to)| inside(to, replaced, path)));
        }
        found
    }

    /// The module that a folder belongs to, if there is one.
    pub(super) fn module_of(&self, folder: &Path) -> Option<Arc<ModFile>> {
        self.above(folder).module
    }

    fn workspace_of(&self, folder: &Path) -> Option<Arc<ModFile>> {
        self.above(folder).workspace
    }

    /// The Go files and folders in a folder. A folder that cannot be read is empty.
    pub(super) fn listing(&self, folder: &Path) -> Arc<Listing> {
        self.listings.get_or_insert_with(folder.as_os_str(), || {
            let listing = Arc::new(list(folder));
            self.note(folder, &listing);
            listing
        })
    }

    /// Whether a folder was listed.
    pub(super) fn has_listed(&self, folder: &Path) -> bool {
        self.listings.look(folder.as_os_str(), |_| ()).is_some()
    }

    /// Drops the listing of a folder: it is read again when it is next needed.
    pub(super) fn forget(&self, folder: &Path) {
        self.listings.remove(folder.as_os_str());
    }

    /// Notes that a folder has no go.mod and go.work, or no vendor folder, as its listing shows.
    fn note(&self, folder: &Path, listing: &Listing) {
        if !listing.may_have_module {
            self.bare.insert(folder.into(), ());
        }
        if !listing.may_have_vendor {
            self.folders.insert(folder.join("vendor").into(), false);
        }
    }

    fn above(&self, folder: &Path) -> Above {
        self.above.get_or_insert_with(folder.as_os_str(), || self.find_above(folder))
    }

    fn find_above(&self, folder: &Path) -> Above {
        let mut above = folder.parent().map(|parent| self.above(parent)).unwrap_or_default();
        if self.bare.get(folder.as_os_str()).is_none() {
            // A go.work in a vendored package is not the workspace of the module.
            let is_vendored =
                || above.module.is_some() && above.vendors.first().is_some_and(|vendor| folder.starts_with(vendor));
            let workspace = self.file(folder, "go.work").filter(|_| !is_vendored());
            above.module = self.file(folder, "go.mod").or(above.module);
            above.workspace = workspace.or(above.workspace);
        }
        let vendor = folder.join("vendor");
        if self.is_there(&vendor) {
            above.vendors = std::iter::once(vendor).chain(above.vendors.iter().cloned()).collect();
        }
        above
    }

    /// The folder of a vendored package, by the nearest vendor folder that has it. A link there, as kubernetes has for its modules,
    /// stands for the folder to which it leads, so that the package is not read twice.
    fn vendored(&self, folder: &Path, path: &str) -> Option<PathBuf> {
        self.above(folder).vendors.iter().find_map(|vendor| {
            let candidate = vendor.join(path);
            if matches!(self.vendored_at(&candidate), Vendored::Missing) {
                return None;
            }
            let linked = candidate.ancestors().take_while(|above| above != vendor).find_map(|above| {
                let Vendored::Link(target) = self.vendored_at(above) else {
                    return None;
                };
                let rest = candidate.strip_prefix(above).ok()?;
                Some(if rest.as_os_str().is_empty() { target } else { target.join(rest) })
            });
            Some(linked.unwrap_or(candidate))
        })
    }

    fn is_there(&self, folder: &Path) -> bool {
        self.folders.get_or_insert_with(folder.as_os_str(), || folder.is_dir())
    }

    /// The state of a path in a vendor folder.
    fn vendored_at(&self, path: &Path) -> Vendored {
        self.vendored.get_or_insert_with(path.as_os_str(), || {
            // By the path that the rest of the project has, if the link leads there.
            let beside = |link: PathBuf| Some(normal(&path.parent()?.join(link))).filter(|target| target.is_dir());
            match std::fs::read_link(path) {
                Ok(link) => match beside(link).or_else(|| path.canonicalize().ok().filter(|target| target.is_dir())) {
                    Some(target) => Vendored::Link(target),
                    None => Vendored::Missing,
                },
                Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => {
                    Vendored::Missing
                }
                Err(_) => Vendored::Present,
            }
        })
    }

    fn file(&self, folder: &Path, name: &str) -> Option<Arc<ModFile>> {
        let path = folder.join(name);
        self.files.get_or_insert_with(path.as_os_str(), || match read_mod(&path) {
            Ok(file) => file.map(Arc::new),
            Err(reason) => {
                if let Ok(mut refused) = self.refused.lock() {
                    refused.push((path.clone(), reason));
                }
                None
            }
        })
    }

    /// The files that exist and were not read, with the reasons.
    pub(super) fn refused(&self) -> Vec<(PathBuf, String)> {
        self.refused.lock().map_or(Vec::new(), |refused| refused.clone())
    }

    /// Whether a folder lies in the module cache.
    pub(super) fn is_cached(&self, folder: &Path) -> bool {
        self.cache.get_or_init(module_cache).as_ref().is_some_and(|cache| folder.starts_with(cache))
    }

    /// The path of the module that the module of a folder requires for a package; `None` if it requires none for it.
    pub(super) fn required_for(&self, folder: &Path, path: &str) -> Option<String> {
        let module = self.module_of(folder)?;
        required(&module, path).map(|(required, _)| required.clone())
    }

    /// The import path of a folder in the module cache whose module has no go.mod: `pkg/mod/github.com/!x/y@v1.0.0/z`.
    fn import_path_in_cache(&self, folder: &Path) -> Option<String> {
        let below = folder.strip_prefix(self.cache.get_or_init(module_cache).as_ref()?).ok()?;
        let below = below.to_string_lossy().replace('\\', "/");
        let (module, rest) = below.split_once('@')?;
        let rest = rest.split_once('/').map_or(String::new(), |(_, rest)| format!("/{rest}"));
        Some(unescaped(module) + &rest)
    }

    /// The folder of a package in the module cache, by the longest required module path that fits.
    fn cached(&self, module: Option<&ModFile>, path: &str) -> Option<PathBuf> {
        let module = module?;
        let cache = self.cache.get_or_init(module_cache).as_ref()?;
        let (required, version) = required(module, path)?;
        let (source, version) = match module.renames.iter().find(|(from, _, _)| from == required) {
            Some((_, to, version)) => (to, version),
            None => (required, version),
        };
        let rest = path[required.len()..].trim_start_matches('/');
        let folder = cache.join(format!("{}@{}", escaped(source), escaped(version)));
        Some(if rest.is_empty() { folder } else { folder.join(rest) })
    }
}

/// The required module that a package belongs to, and its version: the one with the longest path that fits.
fn required<'m>(module: &'m ModFile, path: &str) -> Option<&'m (String, String)> {
    let fits = |required: &str| is_in_module(path, required);
    module.requires.iter().filter(|(required, _)| fits(required)).max_by_key(|(required, _)| required.len())
}

/// GOMODCACHE, else pkg/mod in the first GOPATH, else in ~/go, if it exists.
fn module_cache() -> Option<PathBuf> {
    let from_env = |name: &str| std::env::var_os(name).filter(|value| !value.is_empty());
    let cache = match from_env("GOMODCACHE") {
        Some(cache) => PathBuf::from(cache),
        None => {
            let gopath = from_env("GOPATH").and_then(|paths| std::env::split_paths(&paths).next());
            gopath.or_else(|| Some(PathBuf::from(from_env("HOME")?).join("go")))?.join("pkg/mod")
        }
    };
    cache.is_dir().then_some(cache)
}

/// Upper-case letters are written `!x` in the module cache (golang.org/ref/mod, "Module cache").
fn escaped(path: &str) -> String {
    let mut out = String::with_capacity(path.len());
    for letter in path.chars() {
        if letter.is_ascii_uppercase() {
            out.push('!');
        }
        out.push(letter.to_ascii_lowercase());
    }
    out
}

/// The path that an escaped one stands for.
fn unescaped(path: &str) -> String {
    let mut out = String::with_capacity(path.len());
    let mut parts = path.split('!');
    out.push_str(parts.next().unwrap_or(""));
    for part in parts {
        let mut letters = part.chars();
        out.extend(letters.next().map(|letter| letter.to_ascii_uppercase()));
        out.push_str(letters.as_str());
    }
    out
}

/// The folder of `path` if it is `module` or lies below it.
fn inside(folder: &Path, module: &str, path: &str) -> Option<PathBuf> {
    if path == module {
        return Some(folder.to_path_buf());
    }
    let rest = path.strip_prefix(module)?.strip_prefix('/')?;
    Some(folder.join(rest))
}

/// Before modules a package lay in `$GOPATH/src/<path>`; checked-out trees of that time still do.
fn in_gopath(folder: &Path, path: &str) -> Option<PathBuf> {
    let is_src = |ancestor: &&Path| ancestor.file_name().is_some_and(|name| name == "src");
    folder.ancestors().filter(is_src).map(|src| src.join(path)).find(|candidate| candidate.is_dir())
}

/// A tree without go.mod that imports its own packages: `host/owner/name/rest` lies at `rest` in a folder above.
fn without_module(folder: &Path, path: &str) -> Option<PathBuf> {
    let mut parts = path.splitn(4, '/');
    parts.next().filter(|host| host.contains('.'))?;
    let rest = parts.nth(2)?;
    folder.ancestors().map(|ancestor| ancestor.join(rest)).find(|candidate| candidate.is_dir())
}

/// The part of a path after the last occurrence of a marker such as `/vendor/`.
fn after(folder: &Path, marker: &str) -> Option<String> {
    let text = folder.to_string_lossy().replace('\\', "/");
    text.rfind(marker).map(|at| text[at + marker.len()..].to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn module_cache_paths_are_escaped() {
        assert_eq!(escaped("github.com/Masterminds/Sprig"), "github.com/!masterminds/!sprig");
    }

    #[test]
    fn paths_inside_a_module() {
        assert_eq!(inside(Path::new("/m"), "a.b/c", "a.b/c/d"), Some(PathBuf::from("/m/d")));
        assert_eq!(inside(Path::new("/m"), "a.b/c", "a.b/cd"), None);
    }
}
