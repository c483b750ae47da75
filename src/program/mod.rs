//! Which names mean what: packages of the repository, of vendor folders, of the module cache and of stubs.
//!
//!     client.Do(req)    the variable `client` has type *http.Client; `http` is the import "net/http"; Do is a method of its stub
//!
//! An [`Index`] reads nothing before it is needed: the files of a package when the package is first looked up, a declaration or a
//! body when it is. Every answer is a function of the files on disk and the open texts, and independent of the order of questions.
//!
//! The index does not know what a call does; see [`crate::meaning`].

pub mod embedded;
mod find_file;
mod function_value;
mod held_functions;
mod implementers;
mod import_path;
mod imports;
mod modules;
mod package;
pub mod resolve;
mod show;
mod standard;
mod stub;
mod types;

pub use find_file::absolute_folder;
pub use function_value::{Code, FrameRef, FunctionValue, FunctionValues};
pub use implementers::note_methods;
pub use import_path::{is_in_module, is_standard, is_version, likely_name};
pub use imports::ImportsIn;
pub use package::file::File;
pub use package::{Entity, FuncId, FuncRef, Package};
pub use stub::{Stub, StubMistake};
pub use types::{AbstractMethod, FuncType, Member, Named, NamedId, Scope, Type};

use crate::go::items::ItemSpans;
use crate::go::outline::Name;
use crate::go::queries::Queries;
use crate::ground::memo::Memo;
use crate::ground::open_texts::OpenTexts;
use crate::ground::problem::{Problem, ProblemKind};
use crate::ground::source::{Entry, Listing, Source};
use imports::KnownImports;
use modules::Modules;
use package::names::LoadedFile;
use package::next_number;
use rustc_hash::FxHashMap;
use std::collections::BTreeSet;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, OnceLock};
use stub::StubCell;

/// A map by path. Paths are compared byte by byte: to compare them part by part, as [`Path`] does, slows a run down measurably.
type ByPath<T> = Memo<OsString, T>;

type PackageCell = Arc<OnceLock<Vec<Arc<Package>>>>;

/// Whether the caller is about to read the text of a file, which then stays in memory.
pub enum Wanted {
    /// The caller does not need the text.
    Never,
    /// The caller needs the text soon.
    Soon,
    /// The caller needs the text soon and has just read it; perhaps it has found the declarations too.
    Text(Vec<u8>, Option<ItemSpans>),
}

/// The packages that have been read, and the answers about them that are already known.
pub struct Index {
    queries: Arc<Queries>,
    modules: Modules,
    folders: ByPath<PackageCell>,
    /// The packages that import paths mean, by the folder of the importing module.
    imports: ByPath<Arc<Memo<Name, Option<Arc<Package>>>>>,
    known_imports: ByPath<Arc<KnownImports>>,
    package_names: ByPath<Option<Name>>,
    method_lists: implementers::MethodLists,
    method_names: implementers::MethodNames,
    implementations: implementers::Implementations,
    implementations_beside: implementers::ImplementationsBeside,
    mentions: held_functions::Mentions,
    held_values: held_functions::HeldValues,
    assigned_fields: held_functions::AssignedFields,
    /// Whether a type can hold a response, by the depths of fields at which the question came up.
    holders: Memo<NamedId, Vec<(usize, bool)>>,
    /// The number of the first package that was read after [`Index::drop_texts`] was last called.
    first_unsettled: u32,
    stubs: FxHashMap<String, StubCell>,
    open: OpenTexts,
    names: FxHashMap<PathBuf, String>,
    working_dir: PathBuf,
    /// The files of each folder that could not be read.
    unread: ByPath<Vec<Problem>>,
    /// The limits that were reached.
    limits: Mutex<BTreeSet<Problem>>,
    missing: Mutex<BTreeSet<String>>,
}

impl Index {
    /// An index that has read nothing yet. `names` are files with the path that reports show for each.
    pub fn new(
        stubs: Vec<Stub>,
        names: impl IntoIterator<Item = (PathBuf, String)>,
        open: OpenTexts,
        queries: Arc<Queries>,
    ) -> Index {
        Index {
            queries,
            modules: Modules::default(),
            folders: Memo::default(),
            imports: Memo::default(),
            known_imports: Memo::default(),
            package_names: Memo::default(),
            method_lists: Memo::default(),
            method_names: Memo::default(),
            implementations: Memo::default(),
            implementations_beside: Memo::default(),
            mentions: Memo::default(),
            held_values: Memo::default(),
            assigned_fields: Memo::default(),
            holders: Memo::default(),
            first_unsettled: 0,
            stubs: stub::by_path(stubs),
            open,
            names: shown_otherwise(names),
            working_dir: std::env::current_dir().unwrap_or_default(),
            unread: Memo::default(),
            limits: Mutex::default(),
            missing: Mutex::default(),
        }
    }

    fn file(&self, source: Source) -> File {
        File::new(Arc::new(source), &self.queries)
    }

    /// The packages in a folder, sorted by name. Empty if there are no Go files.
    pub fn folder(&self, folder: &Path) -> Vec<Arc<Package>> {
        self.folder_with_texts(folder, |_| Wanted::Never)
    }

    /// Like [`Index::folder`], for a caller that is about to read the texts of some files: they stay in memory, if the folder had
    /// to be read.
    pub fn folder_with_texts(&self, folder: &Path, wanted: impl FnMut(&Path) -> Wanted) -> Vec<Arc<Package>> {
        self.folders.get_or_init(folder.as_os_str(), || self.load_folder(folder, wanted))
    }

    /// The packages in a folder, if it has been read before.
    pub fn known_folder(&self, folder: &Path) -> Option<Vec<Arc<Package>>> {
        self.folders.get_made(folder.as_os_str())
    }

    /// The Go files and folders in a folder. A folder that cannot be read is empty.
    pub fn listing(&self, folder: &Path) -> Arc<Listing> {
        self.modules.listing(folder)
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

    /// Reads a file, and drops its text again unless it is wanted.
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
            let problem = Problem { path: shown, position: None, kind: ProblemKind::Unreadable, message };
            self.unread.change(path.parent().unwrap_or(path).into(), |unread| unread.push(problem));
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

    /// Drops the texts of all files, which can be read again: later stages rarely need the texts that earlier ones read. The
    /// packages that have been read count as being at hand from then on; see [`Index::is_at_hand`].
    pub fn drop_texts(&mut self) {
        self.first_unsettled = next_number();
        self.imports.clear();
        self.implementations.clear();
        self.implementations_beside.clear();
        self.mentions.clear();
        self.held_values.clear();
        self.assigned_fields.clear();
        self.each_package(|package| package.files.iter().for_each(File::forget_imports));
        let packages = self.folders.values_mut().filter_map(|cell| Arc::get_mut(cell)?.get_mut()).flatten();
        packages.filter_map(Arc::get_mut).flat_map(|package| &mut package.files).for_each(File::drop_text);
    }

    /// Replaces the open texts. All that is known of a file whose open text differs is dropped, as by [`Index::forget`].
    pub fn set_open(&mut self, open: OpenTexts) {
        let paths: BTreeSet<PathBuf> = self.open.paths().chain(open.paths()).cloned().collect();
        let has_changed = |path: &&PathBuf| self.open.get(path) != open.get(path);
        let changed: Vec<PathBuf> = paths.iter().filter(has_changed).cloned().collect();
        self.open = open;
        changed.iter().for_each(|path| self.forget(path));
    }

    /// Drops all that was read of a Go file or concluded from it; the file is read again when it is next needed. Files of other
    /// folders stay read and parsed. `path` is absolute.
    pub fn forget(&mut self, path: &Path) {
        let Some(folder) = path.parent() else {
            return;
        };
        for key in [folder, path] {
            self.modules.forget(key);
        }
        self.folders.remove(folder.as_os_str());
        self.package_names.remove(folder.as_os_str());
        self.method_names.remove(folder.as_os_str());
        // Which types can hold a response, what implements an interface and which package a name means may depend on the file.
        self.holders.clear();
        self.method_lists.clear();
        self.implementations.clear();
        self.implementations_beside.clear();
        self.mentions.clear();
        self.held_values.clear();
        self.assigned_fields.clear();
        self.imports.clear();
        self.each_package(|package| package.files.iter().for_each(File::forget_imports));
        if let Ok(missing) = self.missing.get_mut() {
            missing.clear();
        }
        self.unread.remove(folder.as_os_str());
        // A limit is reached again where it still holds.
        if let Ok(limits) = self.limits.get_mut() {
            limits.clear();
        }
    }

    /// Whether the folder of a file, which is absolute, was looked into before and is still there.
    pub fn has_listed_folder_of(&self, path: &Path) -> bool {
        let folder = path.parent().filter(|folder| folder.is_dir());
        folder.is_some_and(|folder| self.modules.has_listed(folder))
    }

    /// Replaces the paths that reports show for files; see [`Index::new`].
    pub fn show(&mut self, names: impl IntoIterator<Item = (PathBuf, String)>) {
        self.names = shown_otherwise(names);
    }

    /// The path that reports show for a file: the one given for it, else the path relative to the working directory if it lies
    /// below that, with `/`.
    pub fn shown(&self, path: &Path) -> String {
        if let Some(shown) = self.names.get(path) {
            return shown.clone();
        }
        let relative = path.strip_prefix(&self.working_dir).unwrap_or(path);
        relative.to_string_lossy().replace('\\', "/")
    }

    /// Records the problem that something in a file exceeds a limit of the analysis.
    pub fn note_limit(&self, file: &File, message: &str) {
        let path = file.source.shown.to_string();
        if let Ok(mut limits) = self.limits.lock() {
            limits.insert(Problem { path, position: None, kind: ProblemKind::GivenUp, message: message.to_string() });
        }
    }

    /// The problems of all that has been read, sorted.
    pub fn problems(&self) -> Vec<Problem> {
        let mut problems = self.limits.lock().map_or(BTreeSet::new(), |limits| limits.clone());
        self.unread.for_each(|unread| problems.extend(unread.iter().cloned()));
        problems.extend(self.modules.refused().into_iter().map(|(path, reason)| {
            let message = format!("could not be read: {reason}; imports are looked up as if it were not there");
            Problem { path: self.shown(&path), position: None, kind: ProblemKind::Unreadable, message }
        }));
        self.each_package(|package| {
            problems.extend(package.files.iter().filter(|file| file.source.has_changed()).map(|file| {
                let message = "changed while it was read and was not checked: run again".to_string();
                let path = file.source.shown.to_string();
                Problem { path, position: None, kind: ProblemKind::Unreadable, message }
            }));
        });
        problems.into_iter().collect()
    }

    /// Calls `visit` for each package that was read, in no particular order.
    fn each_package(&self, mut visit: impl FnMut(&Package)) {
        self.folders.for_each(|cell| cell.get().into_iter().flatten().for_each(|package| visit(package)));
    }

    /// The import paths for which no package was found, sorted.
    pub fn missing_packages(&self) -> Vec<String> {
        self.missing.lock().map_or(Vec::new(), |missing| missing.iter().cloned().collect())
    }

    /// Whether a value of a type can hold a response at a depth of fields; calls `find` at most once for each type and depth.
    pub fn holds(&self, ty: NamedId, depth: usize, find: impl FnOnce() -> bool) -> bool {
        // A type without a response at a smaller depth, where more of its fields count, has none at this one.
        let is_same = |(at, holds): &&(usize, bool)| *at == depth || *at < depth && !holds;
        let known = self.holders.look(&ty, |known| known.iter().find(is_same).map(|(_, holds)| *holds)).flatten();
        known.unwrap_or_else(|| {
            let found = find();
            self.holders.change(ty, |known| known.push((depth, found)));
            found
        })
    }
}

/// The paths to show of those files that are not shown by the path by which they are opened, by absolute paths. These are few.
fn shown_otherwise(names: impl IntoIterator<Item = (PathBuf, String)>) -> FxHashMap<PathBuf, String> {
    let is_other = |(path, shown): &(PathBuf, String)| path.is_absolute() || path.as_os_str() != shown.as_str();
    let absolute = |(path, shown): (PathBuf, String)| (std::path::absolute(&path).unwrap_or(path), shown);
    names.into_iter().filter(is_other).map(absolute).collect()
}
