//! Packages: which files belong together, what they declare, and where an import leads.
//!
//! Nothing is read before somebody asks. The texts of a package are read on the first question about it; a
//! declaration is parsed, and a function lowered, on the first question about it. What is loaded never changes an answer:
//! every answer is a function of the files on disk.
//!
//! All build variants of a package are seen at once: two functions `open`, one for Windows, one for the others, are two
//! candidates under one name.

mod file;
mod find_file;
mod implementers;
mod modules;
mod names;
mod show;
mod standard;
mod stub;
mod types;

pub use file::File;
pub use find_file::absolute_folder;
pub use implementers::note_methods;
pub use stub::{Stub, StubMistake};
pub use types::{AbstractMethod, FuncType, Interface, Member, Named, Scope, StructType, Type, TypeId};

use crate::go::body::Body;
use crate::go::items::ItemSpans;
use crate::go::outline::{Import, Name};
use crate::go::queries::Queries;
use crate::ground::memo::Memo;
use crate::ground::open_texts::OpenTexts;
use crate::ground::problem::{Problem, ProblemKind};
use crate::ground::source::{Entry, Listing, Source};
use modules::Modules;
use names::{Declared, LoadedFile, Table, name_hash};
use rustc_hash::FxHashMap;
use std::ffi::OsString;
use std::hash::{Hash, Hasher};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, OnceLock};
use stub::StubCell;

/// The files of one folder with one package name.
#[derive(Debug)]
pub struct Package {
    id: u32,
    /// The import path, as far as it is known; the folder otherwise.
    pub path: String,
    /// The name in the package clauses.
    pub name: Name,
    /// The folder; `None` for a stub.
    pub folder: Option<PathBuf>,
    /// Its files, sorted by path.
    pub files: Vec<File>,
    names: Table<Entity>,
    methods: Table<FuncId>,
    methods_by_name: Table<FuncId>,
    /// Which of its files are stubs of the binary; empty if it is no stub.
    embedded: Box<[bool]>,
}

impl PartialEq for Package {
    fn eq(&self, other: &Self) -> bool {
        self.id == other.id
    }
}
impl Eq for Package {}
impl Hash for Package {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.id.hash(state);
    }
}

/// A function by file and place in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct FuncId {
    /// Index into the package's files.
    pub file: u32,
    /// Which function of the file.
    pub function: u32,
}

/// A function with its package.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct FuncRef {
    /// The package.
    pub package: Arc<Package>,
    /// Which function of it.
    pub id: FuncId,
}

impl FuncRef {
    /// The file it is declared in.
    pub fn file(&self) -> &File {
        &self.package.files[self.id.file as usize]
    }

    /// Its declaration.
    pub fn decl(&self) -> &crate::go::outline::FuncDecl {
        self.file().function(self.id.function as usize)
    }

    /// Its body, if it has one.
    pub fn body(&self) -> Option<Arc<Body>> {
        self.file().body(self.id.function as usize)
    }

    /// Whether it comes from a stub.
    pub fn is_stub(&self) -> bool {
        self.package.folder.is_none()
    }

    /// The name as in configuration files: `example.com/x.(*Client).Fetch`.
    pub fn full_name(&self) -> String {
        format!("{}.{}", self.package.path, crate::go::lower::display_name(self.decl()))
    }
}

/// What a package-level name stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Entity {
    /// A type: file, spec.
    Type(u32, u32),
    /// A function.
    Function(FuncId),
    /// A variable: file, spec, position in the spec.
    Variable(u32, u32, u32),
    /// A constant: file, spec.
    Constant(u32, u32),
}

/// The number of the next package.
static NEXT: AtomicU32 = AtomicU32::new(0);

impl Package {
    fn new(path: String, name: Name, folder: Option<PathBuf>, loaded: Vec<LoadedFile>) -> Package {
        let id = NEXT.fetch_add(1, Ordering::Relaxed);
        let (mut files, mut names) = (Vec::with_capacity(loaded.len()), Vec::new());
        let (mut methods, mut methods_by_name) = (Vec::new(), Vec::new());
        for (number, loaded) in (0_u32..).zip(loaded) {
            names.extend(loaded.names.into_iter().map(|(hash, declared)| {
                let entity = match declared {
                    Declared::Type(spec) => Entity::Type(number, spec),
                    Declared::Function(function) => Entity::Function(FuncId { file: number, function }),
                    Declared::Variable(spec, position) => Entity::Variable(number, spec, position),
                    Declared::Constant(spec) => Entity::Constant(number, spec),
                };
                (hash, entity)
            }));
            for (hash, hash_of_name, function) in loaded.methods {
                let id = FuncId { file: number, function };
                methods.push((hash, id));
                methods_by_name.push((hash_of_name, id));
            }
            files.push(loaded.file);
        }
        let (names, methods) = (Table::new(names), Table::new(methods));
        Package {
            id,
            path,
            name,
            folder,
            files,
            names,
            methods,
            methods_by_name: Table::new(methods_by_name),
            embedded: Box::default(),
        }
    }

    /// A number that no other package of the process has.
    pub fn number(&self) -> u32 {
        self.id
    }

    /// What a name stands for, all candidates in the order of the files.
    pub fn lookup(&self, name: &str) -> &[Entity] {
        self.names.get(name_hash("", name))
    }

    /// The methods declared for a type by name, all build variants.
    pub fn methods_named(&self, ty: &str, name: &str) -> &[FuncId] {
        self.methods.get(name_hash(ty, name))
    }

    /// The names of the types that declare a method with a name.
    pub fn receivers_of(&self, name: &str) -> impl Iterator<Item = &str> {
        self.methods_by_name.get(name_hash("", name)).iter().filter_map(|id| {
            let file = self.files.get(id.file as usize)?;
            Some(file.source.slice(file.items().functions.get(id.function as usize)?.receiver?))
        })
    }

    /// Whether it is the stub or the source of a path.
    pub fn is(&self, path: &str) -> bool {
        self.path == path
    }
}

/// A map by path. Paths are compared as they are written: to compare them part by part, as [`Path`] does, shows in a run.
type ByPath<T> = Memo<OsString, T>;

/// The import paths that were asked for below one module's folder, each with a number of its own.
#[derive(Default)]
struct KnownImports {
    by_path: Memo<String, (usize, Imported)>,
    /// A number that no path has yet.
    next: AtomicUsize,
}

/// What an import means, as far as that is known without reading a file.
#[derive(Clone, Debug)]
pub struct Imported {
    /// The folder of the package, if it has a source.
    pub folder: Option<Arc<Path>>,
    /// The import path that its stub names, with `*` for any version, if there is one.
    pub stub: Option<Arc<str>>,
}

/// The imports in the files of one folder.
pub struct ImportsIn<'a> {
    index: &'a Index,
    folder: &'a Path,
    known: Arc<KnownImports>,
}

impl ImportsIn<'_> {
    /// What `look` says of an import path, given its meaning and a number that no other path in the folder has. It must not ask
    /// for another path.
    pub fn with<T>(&self, path: &str, look: impl FnOnce(usize, &Imported) -> T) -> T {
        let (number, imported) = self.known.by_path.get_or_insert_with(path, || {
            let imported = Imported {
                folder: self.index.modules.folder_of(self.folder, path).map(Into::into),
                stub: self.index.stub_cell(path).map(|stub| stub.path().into()),
            };
            (self.known.next.fetch_add(1, Ordering::Relaxed), imported)
        });
        look(number, &imported)
    }
}

type PackageCell = Arc<OnceLock<Vec<Arc<Package>>>>;

/// Whether somebody is about to ask for the text of a file.
pub enum Wanted {
    /// Not that it is known.
    Never,
    /// Soon.
    Soon,
    /// Soon, and has just read it, and may have seen where its declarations are.
    Text(Vec<u8>, Option<ItemSpans>),
}

/// All packages that were asked for.
pub struct Index {
    queries: Arc<Queries>,
    modules: Modules,
    listings: ByPath<Arc<Listing>>,
    folders: ByPath<PackageCell>,
    /// The packages that import paths mean, by the folder of the module that asks.
    imports: ByPath<Arc<Memo<Name, Option<Arc<Package>>>>>,
    known_imports: ByPath<Arc<KnownImports>>,
    package_names: ByPath<Option<Name>>,
    method_lists: implementers::MethodLists,
    method_names: implementers::MethodNames,
    implementations: implementers::Implementations,
    implementations_beside: implementers::ImplementationsBeside,
    /// Whether a type can hold a response, by the depths of fields at which that was asked.
    holders: Memo<TypeId, Vec<(usize, bool)>>,
    /// The number of the first package that was read after the texts went for the last time.
    settled: u32,
    stubs: FxHashMap<String, StubCell>,
    open: OpenTexts,
    names: FxHashMap<PathBuf, String>,
    working_dir: PathBuf,
    problems: Mutex<std::collections::BTreeSet<Problem>>,
    missing: Mutex<std::collections::BTreeSet<String>>,
}

impl Index {
    /// An index that has read nothing yet. `names` are files with the path to show for them.
    pub fn new(
        stubs: Vec<Stub>,
        names: impl IntoIterator<Item = (PathBuf, String)>,
        open: OpenTexts,
        queries: Arc<Queries>,
    ) -> Index {
        Index {
            queries,
            modules: Modules::default(),
            listings: Memo::default(),
            folders: Memo::default(),
            imports: Memo::default(),
            known_imports: Memo::default(),
            package_names: Memo::default(),
            method_lists: Memo::default(),
            method_names: Memo::default(),
            implementations: Memo::default(),
            implementations_beside: Memo::default(),
            holders: Memo::default(),
            settled: 0,
            stubs: stub::by_path(stubs),
            open,
            names: shown_otherwise(names),
            working_dir: std::env::current_dir().unwrap_or_default(),
            problems: Mutex::default(),
            missing: Mutex::default(),
        }
    }

    /// The queries that decide which calls are followed.
    pub fn queries(&self) -> &Queries {
        &self.queries
    }

    fn file(&self, source: Source) -> File {
        File::new(Arc::new(source), &self.queries)
    }

    /// The packages in a folder, sorted by name. Empty if there are no Go files.
    pub fn folder(&self, folder: &Path) -> Vec<Arc<Package>> {
        self.folder_with_texts(folder, |_| Wanted::Never)
    }

    /// The same, for somebody who is about to ask for the texts of some files: they are held, if the folder had to be read.
    pub fn folder_with_texts(&self, folder: &Path, wanted: impl FnMut(&Path) -> Wanted) -> Vec<Arc<Package>> {
        self.folders.get_or_init(folder.as_os_str(), || self.load_folder(folder, wanted))
    }

    /// The packages in a folder, if they have been asked for before.
    pub fn known_folder(&self, folder: &Path) -> Option<Vec<Arc<Package>>> {
        self.folders.get_made(folder.as_os_str())
    }

    /// What a folder holds.
    pub fn listing(&self, folder: &Path) -> Arc<Listing> {
        self.listings.get_or_insert_with(folder.as_os_str(), || {
            let listing = Arc::new(crate::ground::source::list(folder));
            self.modules.note(folder, &listing);
            listing
        })
    }

    fn load_folder(&self, folder: &Path, mut wanted: impl FnMut(&Path) -> Wanted) -> Vec<Arc<Package>> {
        let mut files = self.listing(folder).go_files.clone();
        let on_disk = files.len();
        for path in self.open.in_folder(folder) {
            if files.iter().all(|file| *file.path != *path) {
                files.push(Entry::new(path));
            }
        }
        if files.len() > on_disk {
            files.sort();
        }
        let mut by_name: std::collections::BTreeMap<Name, Vec<LoadedFile>> = std::collections::BTreeMap::new();
        let mut buffer = Vec::new();
        for file in files {
            if let Some(loaded) = self.load_file(&file, &mut buffer, wanted(&file.path)) {
                by_name.entry(loaded.file.package.clone()).or_default().push(loaded);
            }
        }
        let import_path = self.modules.import_path(folder);
        let package =
            |(name, files)| Arc::new(Package::new(import_path.clone(), name, Some(folder.to_path_buf()), files));
        by_name.into_iter().map(package).collect()
    }

    /// Reads a file, and lets its text go again unless it is wanted.
    fn load_file(&self, file: &Entry, buffer: &mut Vec<u8>, wanted: Wanted) -> Option<LoadedFile> {
        let path = &*file.path;
        let shown = self.shown(path);
        if let Some(text) = self.open.get(path) {
            return Some(LoadedFile::new(self.file(Source::new(path, &shown, text.to_vec()))));
        }
        let is_wanted = !matches!(wanted, Wanted::Never);
        let mut known = None;
        if let Wanted::Text(text, items) = wanted {
            *buffer = text;
            known = items;
        } else if let Err(reason) = file.read_into(buffer) {
            let message = format!("could not be read: {reason}");
            self.note(Problem { path: shown, position: None, kind: ProblemKind::Unreadable, message });
            return None;
        }
        let mut bytes = std::mem::take(buffer);
        if is_wanted {
            bytes.shrink_to_fit();
        }
        let source = Arc::new(Source::of_file(file, &shown, bytes));
        let mut loaded = LoadedFile::new(match known {
            Some(items) => File::with_items(source, items, &self.queries),
            None => File::new(source, &self.queries),
        });
        if is_wanted {
            return Some(loaded);
        }
        if let Some(source) = Arc::get_mut(&mut loaded.file.source) {
            *buffer = source.drop_text();
        }
        Some(loaded)
    }

    /// Lets the texts of files go, which can be read again: what follows rarely needs those that were needed so far. The packages
    /// that were read count as being at hand from then on; see [`Index::is_at_hand`].
    pub fn drop_texts(&mut self) {
        self.settled = NEXT.load(Ordering::Relaxed);
        self.imports.clear();
        self.implementations.clear();
        self.implementations_beside.clear();
        self.each_package(|package| package.files.iter().for_each(File::forget_imports));
        let packages = self.folders.values_mut().filter_map(|cell| Arc::get_mut(cell)?.get_mut()).flatten();
        packages.filter_map(Arc::get_mut).flat_map(|package| &mut package.files).for_each(File::drop_text);
    }

    /// Replaces the open texts. What was read of files that are open now, or were, is dropped.
    pub fn set_open(&mut self, open: OpenTexts) {
        let paths: std::collections::BTreeSet<PathBuf> = self.open.paths().chain(open.paths()).cloned().collect();
        let has_changed = |path: &&PathBuf| self.open.get(path) != open.get(path);
        let changed: Vec<PathBuf> = paths.iter().filter(has_changed).cloned().collect();
        self.open = open;
        changed.iter().for_each(|path| self.forget(path));
    }

    /// Drops what was read of a Go file, and what was concluded from it; it is read again when it is next needed. Files of other
    /// folders stay read and parsed. `path` is absolute.
    pub fn forget(&mut self, path: &Path) {
        let Some(folder) = path.parent() else {
            return;
        };
        for key in [folder, path] {
            self.listings.remove(key.as_os_str());
        }
        self.folders.remove(folder.as_os_str());
        self.package_names.remove(folder.as_os_str());
        self.method_names.remove(folder.as_os_str());
        // What types hold, who implements them and which package a name means may rest on the file.
        self.holders.clear();
        self.method_lists.clear();
        self.implementations.clear();
        self.implementations_beside.clear();
        self.imports.clear();
        self.each_package(|package| package.files.iter().for_each(File::forget_imports));
        if let Ok(missing) = self.missing.get_mut() {
            missing.clear();
        }
    }

    /// Takes in how files are shown, as [`Index::new`] does.
    pub fn show(&mut self, names: impl IntoIterator<Item = (PathBuf, String)>) {
        self.names = shown_otherwise(names);
    }

    /// A path relative to the working directory where it lies below it, with `/`.
    pub fn shown(&self, path: &Path) -> String {
        if let Some(shown) = self.names.get(path) {
            return shown.clone();
        }
        let relative = path.strip_prefix(&self.working_dir).unwrap_or(path);
        relative.to_string_lossy().replace('\\', "/")
    }

    fn note(&self, problem: Problem) {
        if let Ok(mut problems) = self.problems.lock() {
            problems.insert(problem);
        }
    }

    /// Notes that something in a file is larger than what is looked at.
    pub fn note_limit(&self, file: &File, message: &str) {
        let path = file.source.shown.to_string();
        self.note(Problem { path, position: None, kind: ProblemKind::GivenUp, message: message.to_string() });
    }

    /// Takes the problems that came up while reading, sorted.
    pub fn take_problems(&self) -> Vec<Problem> {
        for (path, reason) in self.modules.take_refused() {
            let message = format!("could not be read: {reason}; imports are looked up as if it were not there");
            self.note(Problem { path: self.shown(&path), position: None, kind: ProblemKind::Unreadable, message });
        }
        self.each_package(|package| {
            for file in package.files.iter().filter(|file| file.source.has_changed()) {
                let message = "changed while it was read and was not checked: run again".to_string();
                let path = file.source.shown.to_string();
                self.note(Problem { path, position: None, kind: ProblemKind::Unreadable, message });
            }
        });
        self.problems.lock().map_or(Vec::new(), |mut problems| std::mem::take(&mut *problems).into_iter().collect())
    }

    /// Calls `visit` for each package that was read, in no particular order.
    fn each_package(&self, mut visit: impl FnMut(&Package)) {
        self.folders.for_each(|cell| cell.get().into_iter().flatten().for_each(|package| visit(package)));
    }

    /// Import paths that were asked for and not found, sorted.
    pub fn missing_packages(&self) -> Vec<String> {
        self.missing.lock().map_or(Vec::new(), |missing| missing.iter().cloned().collect())
    }

    /// The package that an import in a file of `folder` means: a stub, or the source in repository, vendor or module cache.
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

    /// What the imports in the files of a folder mean, without reading any file.
    pub fn imports_in<'a>(&'a self, folder: &'a Path) -> ImportsIn<'a> {
        let module = self.modules.module_of(folder);
        let root = module.as_ref().map_or(folder, |module| &module.folder).as_os_str();
        ImportsIn { index: self, folder, known: self.known_imports.get_or_insert_with(root, Arc::default) }
    }

    /// Whether a value of a type can hold a response at a depth of fields; `find` is asked once for each.
    pub fn holds(&self, ty: TypeId, depth: usize, find: impl FnOnce() -> bool) -> bool {
        // What holds none when more of its fields are looked at holds none.
        let is_same = |(at, holds): &&(usize, bool)| *at == depth || *at < depth && !holds;
        let known = self.holders.look(&ty, |known| known.iter().find(is_same).map(|(_, holds)| *holds)).flatten();
        known.unwrap_or_else(|| {
            let found = find();
            self.holders.change(ty, |known| known.push((depth, found)));
            found
        })
    }

    fn stub_cell(&self, path: &str) -> Option<&StubCell> {
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

    /// The package that a name means in a file, if it is the name of an import.
    pub fn imported(&self, package: &Package, file: &File, name: &str) -> Option<Arc<Package>> {
        file.imported(name, || self.find_imported(package, file, name))
    }

    /// Whether the package that a name most likely means in a file need not be read: it has a stub, or was read before the texts
    /// went for the last time. What others read in the meantime, which depends on who is faster, does not count.
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
            let is_settled = |packages: Vec<Arc<Package>>| packages.iter().all(|package| package.id < self.settled);
            source.is_none_or(|source| self.known_folder(source).is_some_and(is_settled))
        })
    }

    fn find_imported(&self, package: &Package, file: &File, name: &str) -> Option<Arc<Package>> {
        let folder = package.folder.as_deref();
        // A written name decides; else the path's last element is tried before any package is read.
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

    /// The name of the package that an import means which has a source, by the heads of its files.
    fn name_of_import(&self, folder: &Path, path: &str) -> Option<Name> {
        self.modules.folders_of(folder, path).iter().find_map(|candidate| self.package_name(candidate))
    }

    /// The name of the package that an import of a folder means.
    fn package_name(&self, folder: &Path) -> Option<Name> {
        if let Some(packages) = self.known_folder(folder) {
            return importable(&packages).map(|package| package.name.clone());
        }
        self.package_names.get_or_insert_with(folder.as_os_str(), || self.name_in_heads(folder))
    }

    /// The name of the package that an import of a folder means, by the heads of its files.
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

    /// Whether a name is the name of an import of a file, as far as that can be told without reading the package.
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

/// The names of files that are not shown as they are opened, by absolute paths. Most are.
fn shown_otherwise(names: impl IntoIterator<Item = (PathBuf, String)>) -> FxHashMap<PathBuf, String> {
    let is_other = |(path, shown): &(PathBuf, String)| path.is_absolute() || path.as_os_str() != shown.as_str();
    let absolute = |(path, shown): (PathBuf, String)| (std::path::absolute(&path).unwrap_or(path), shown);
    names.into_iter().filter(is_other).map(absolute).collect()
}

/// So much of a file is read for its package clause. Few have more in front of it, and of those all is read.
const NAME_HEAD: usize = 4 << 10;

/// The name in the package clause of a text, and the offset behind it.
fn name_in(text: &[u8]) -> Option<(Name, usize)> {
    let text = crate::ground::source::lossy(text);
    let name = crate::go::items::package_name(&text)?.range();
    Some((Name::new(text.get(name.clone())?), name.end))
}

/// The package of a folder that can be imported.
fn importable(packages: &[Arc<Package>]) -> Option<&Arc<Package>> {
    let importable = packages.iter().filter(|package| !package.name.ends_with("_test"));
    importable.max_by_key(|package| (package.name != "main", package.files.len()))
}

/// `github.com/google/go-github/v60/github` -> `github.com/google/go-github/*/github`.
fn with_any_version(path: &str) -> Option<String> {
    // Most have no version, and need no list of their parts.
    if !path.contains("/v") && !path.starts_with('v') {
        return None;
    }
    let parts: Vec<&str> = path.split('/').collect();
    let version = parts.iter().position(|part| is_version(part))?;
    let parts: Vec<&str> =
        parts.iter().enumerate().map(|(position, part)| if position == version { "*" } else { part }).collect();
    Some(parts.join("/"))
}

/// Whether an element of a path is a version: `v2`.
pub fn is_version(element: &str) -> bool {
    let digits = element.strip_prefix('v');
    digits.is_some_and(|digits| !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit()))
}

/// The name a package most likely has: the last element of its path that is no version, without `go-` and `.vN`.
pub fn likely_name(path: &str) -> &str {
    let mut parts = path.rsplit('/');
    let mut last = parts.next().unwrap_or(path);
    if is_version(last) {
        last = parts.next().unwrap_or(last);
    }
    let last = last.strip_prefix("go-").unwrap_or(last);
    match last.split_once(".v") {
        Some((name, version)) if version.bytes().all(|byte| byte.is_ascii_digit()) => name,
        _ => last,
    }
}

/// Whether a path is one of the standard library: its first element has no dot.
pub fn is_standard(path: &str) -> bool {
    !path.split('/').next().unwrap_or("").contains('.')
}
