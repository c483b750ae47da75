//! The package that an import means, as a stub or as source in the repository, a vendor folder or the module cache; and the import
//! that a name means.
//!
//!     import "github.com/google/go-github/v60/github"    a stub for `github.com/google/go-github/*/github`, if there is one
//!     github.NewClient(nil)                              the import whose last element is `github`; else one of that package name

use super::import_path::{is_standard, likely_name, with_any_version};
use super::package::{FuncRef, Package};
use super::stub::StubCell;
use super::{File, Index};
use crate::go::outline::{Import, Name};
use crate::ground::memo::Memo;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

/// The import paths that have been looked up below one module's folder, each with a number of its own.
#[derive(Default)]
pub(super) struct KnownImports {
    by_path: Memo<String, (usize, Imported)>,
    /// A number that no path has yet.
    next: AtomicUsize,
}

/// The package of an import, as far as it is known without reading a file.
#[derive(Clone, Debug)]
pub struct Imported {
    /// The folder of the package, if it has a source.
    pub folder: Option<Arc<Path>>,
    /// The import path that its stub names, with `*` for any version, if there is one.
    pub stub: Option<Arc<str>>,
    /// The stubs whose functions code may reach that imports it, as [`Imported::stub`] is written.
    pub stubs_behind: Box<[Arc<str>]>,
}

/// The imports in the files of one folder.
pub struct ImportsIn<'a> {
    index: &'a Index,
    folder: &'a Path,
    known: Arc<KnownImports>,
}

impl ImportsIn<'_> {
    /// Calls `look` with the package of an import path and a number that no other path below the module's folder has, and returns
    /// its answer. `look` must not look up another path.
    pub fn with<T>(&self, path: &str, mut look: impl FnMut(usize, &Imported) -> T) -> T {
        if let Some(answer) = self.known.by_path.look(path, |(number, imported)| look(*number, imported)) {
            return answer;
        }
        let (number, imported) = self.known.by_path.get_or_insert_with(path, || {
            let imported = Imported {
                folder: self.index.modules.folder_of(self.folder, path).map(Into::into),
                stub: self.index.stub_cell(path).map(|stub| stub.path().into()),
                stubs_behind: self.index.stubs_behind(path).into(),
            };
            (self.known.next.fetch_add(1, Ordering::Relaxed), imported)
        });
        look(number, &imported)
    }
}

impl Index {
    /// The package that an import in a file of `folder` means: a stub, or the source in the repository, a vendor folder or the
    /// module cache; `None` if there is neither.
    pub fn import(&self, folder: Option<&Path>, path: &Name) -> Option<Arc<Package>> {
        if let Some(stub) = self.stub(path) {
            return Some(stub);
        }
        self.import_source(folder?, path)
    }

    /// The source of a package even if there is a stub for it.
    pub fn import_source(&self, folder: &Path, path: &Name) -> Option<Arc<Package>> {
        let module = self.modules.module_of(folder);
        let root = module.as_ref().map_or(folder, |module| &module.folder).as_os_str();
        let known = self.imports.get_or_insert_with(root, Arc::default);
        known.get_or_insert_with(path, || {
            let found = self.find(folder, path);
            if found.is_none()
                && !is_standard(path)
                && let Ok(mut missing) = self.missing.lock()
            {
                missing.insert(path.to_string());
            }
            found
        })
    }

    fn find(&self, folder: &Path, path: &Name) -> Option<Arc<Package>> {
        let candidates = self.modules.folders_of(folder, path);
        candidates.into_iter().find_map(|candidate| importable(&self.folder(&candidate)).cloned())
    }

    /// The folder of the module that a folder belongs to.
    pub fn module_folder(&self, folder: &Path) -> Option<PathBuf> {
        self.modules.module_of(folder).map(|module| module.folder.clone())
    }

    /// Whether a function belongs to a dependency, whose flaws are not the repository's to fix: it is vendored, in the module cache or
    /// in generated code.
    pub fn is_dependency(&self, function: &FuncRef) -> bool {
        let is_outside = |folder| self.is_outside(folder);
        function.package.folder.as_deref().is_none_or(is_outside) || function.file().is_generated()
    }

    /// Whether a package that a file in `folder` imports lies outside of the repository, as far as can be seen. That there is a stub
    /// for it does not say where it lies.
    pub fn is_imported_from_outside(&self, folder: &Path, package: &Package) -> bool {
        match &package.folder {
            Some(own) => self.is_outside(own),
            None => self.modules.folder_of(folder, &package.path).is_none_or(|own| self.is_outside(&own)),
        }
    }

    /// Whether a folder is vendored or in the module cache.
    pub(super) fn is_outside(&self, folder: &Path) -> bool {
        folder.components().any(|part| part.as_os_str() == "vendor") || self.modules.is_cached(folder)
    }

    /// The path of the module that a folder's go.mod requires for a package; `None` if it requires none for it.
    pub fn required_module(&self, folder: &Path, path: &str) -> Option<String> {
        self.modules.required_for(folder, path)
    }

    /// The packages of the imports in the files of a folder, found without reading any file.
    pub fn imports_in<'a>(&'a self, folder: &'a Path) -> ImportsIn<'a> {
        let module = self.modules.module_of(folder);
        let root = module.as_ref().map_or(folder, |module| &module.folder).as_os_str();
        ImportsIn { index: self, folder, known: self.known_imports.get_or_insert_with(root, Arc::default) }
    }

    pub(super) fn stub_cell(&self, path: &str) -> Option<&StubCell> {
        self.stubs.get(path).or_else(|| self.stubs.get(&with_any_version(path)?))
    }

    /// Whether the stub of an import path is the one that was written for `stub`.
    pub fn is_stub_of(&self, path: &str, stub: &str) -> bool {
        path == stub || with_any_version(path).is_some_and(|path| path == stub)
    }

    /// The stub for an import path.
    pub fn stub(&self, path: &str) -> Option<Arc<Package>> {
        Some(self.stub_cell(path)?.package(path, &self.queries))
    }

    /// The package that a name means in a file; `None` if it is not the name of an import, or that is not found.
    pub fn imported(&self, package: &Package, file: &File, name: &str) -> Option<Arc<Package>> {
        file.imported(name, || self.find_imported(package, file, name))
    }

    /// Whether the package that a name most likely means in a file need not be read: it has a stub, or was read before
    /// [`Index::drop_texts`] was last called. Packages read since then do not count: which ones there are depends on the threads.
    pub fn is_at_hand(&self, package: &Package, file: &File, name: &str) -> bool {
        let is_it = |import: &&Import| match &import.name {
            Some(written) => written == name,
            None => likely_name(&import.path) == name,
        };
        let (Some(folder), Some(import)) = (package.folder.as_deref(), file.imports().iter().find(is_it)) else {
            return true;
        };
        self.imports_in(folder).with(&import.path, |_, imported| {
            let source = imported.folder.as_deref().filter(|_| imported.stub.is_none());
            let is_settled =
                |packages: Vec<Arc<Package>>| packages.iter().all(|package| package.number() < self.first_unsettled);
            source.is_none_or(|source| self.known_folder(source).is_some_and(is_settled))
        })
    }

    fn find_imported(&self, package: &Package, file: &File, name: &str) -> Option<Arc<Package>> {
        let folder = package.folder.as_deref();
        // An explicit name decides; else the path's last element is tried before any package is read.
        let written = file.imports().iter().find(|import| import.name.as_deref() == Some(name));
        if let Some(import) = written {
            return self.import(folder, &import.path);
        }
        let unnamed = |import: &&Import| import.name.is_none();
        let likely = file.imports().iter().filter(unnamed).find(|import| likely_name(&import.path) == name);
        if let Some(import) = likely {
            match self.import(folder, &import.path) {
                Some(found) if found.name != name && !found.name.is_empty() => {}
                other => return other,
            }
        }
        let unlikely = file.imports().iter().filter(unnamed).filter(|import| likely_name(&import.path) != name);
        let may_be_named = |import: &&Import| import.path.contains(name) || !is_standard(&import.path);
        let mut unlikely = unlikely.filter(may_be_named).filter(|import| match self.stub(&import.path) {
            Some(stub) => stub.name == name,
            None => {
                folder.is_some_and(|folder| self.name_of_import(folder, &import.path).is_some_and(|own| own == name))
            }
        });
        unlikely.find_map(|import| self.import(folder, &import.path).filter(|found| found.name == name))
    }

    /// The name of the package that an import means, if its source is found.
    fn name_of_import(&self, folder: &Path, path: &str) -> Option<Name> {
        self.modules.folders_of(folder, path).iter().find_map(|candidate| self.package_name(candidate))
    }

    /// The name of the importable package in a folder; from the heads of its files if the folder has not been read.
    fn package_name(&self, folder: &Path) -> Option<Name> {
        if let Some(packages) = self.known_folder(folder) {
            return importable(&packages).map(|package| package.name.clone());
        }
        self.package_names.get_or_insert_with(folder.as_os_str(), || self.name_in_heads(folder))
    }

    /// The name of the importable package in a folder, by the heads of its files.
    fn name_in_heads(&self, folder: &Path) -> Option<Name> {
        let mut counts: std::collections::BTreeMap<Name, usize> = std::collections::BTreeMap::new();
        let (mut head, mut whole) = (Vec::with_capacity(NAME_HEAD), Vec::new());
        for file in &self.listing(folder).go_files {
            // A name at the end of a head may go on after it.
            let is_cut = |head: &[u8]| name_in(head).is_none_or(|(_, end)| end == head.len());
            if let Ok(text) = file.read_head(&mut head, &mut whole, is_cut) {
                *counts.entry(name_in(text).map_or(Name::default(), |(name, _)| name)).or_default() += 1;
            }
        }
        let wanted = counts.into_iter().filter(|(name, _)| !name.ends_with("_test"));
        wanted.max_by_key(|(name, files)| (name != "main", *files)).map(|(name, _)| name)
    }

    /// Whether a name means an import of a file. The imported package is read only if neither an explicit name nor its path
    /// decides.
    pub fn is_import(&self, package: &Package, file: &File, name: &str) -> bool {
        file.imports().iter().any(|import| match &import.name {
            Some(written) => written == name,
            None => likely_name(&import.path) == name,
        }) || self.imported(package, file, name).is_some()
    }

    /// The packages that a file imports with a dot.
    pub fn dot_imports(&self, package: &Package, file: &File) -> Vec<Arc<Package>> {
        let dots = file.imports().iter().filter(|import| import.name.as_deref() == Some("."));
        dots.filter_map(|import| self.import(package.folder.as_deref(), &import.path)).collect()
    }
}

/// The bytes of a file that are read for its package clause. Few files have more text before it; of these, all is read.
const NAME_HEAD: usize = 4 << 10;

/// The name in the package clause of a text, and the offset of its end in bytes.
fn name_in(text: &[u8]) -> Option<(Name, usize)> {
    let text = crate::ground::source::lossy(text);
    let name = crate::go::items::package_name(&text)?.range();
    Some((Name::new(text.get(name.clone())?), name.end))
}

/// The package of a folder that an import means: not a test package, and `main` only if there is no other.
pub(super) fn importable(packages: &[Arc<Package>]) -> Option<&Arc<Package>> {
    let importable = packages.iter().filter(|package| !package.name.ends_with("_test"));
    importable.max_by_key(|package| (package.name != "main", package.files.len()))
}
