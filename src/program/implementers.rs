//! The types of the project that implement an interface, by method set.
//!
//!     type Fetcher interface { Fetch(u string) (*http.Response, error) }
//!     func (c *Client) Fetch(u string) (*http.Response, error)          *Client implements Fetcher
//!
//! A list of method names with the folders that declare them is made once for each module, from the lines that start with
//! `func (`; only folders that declare the rarest method of the interface are read.

use super::{ByPath, File, FuncRef, Index, Package, Type};
use crate::go::lex::word_at;
use crate::go::names::{NameHash, hash};
use crate::go::outline::Name;
use crate::ground::memo::Memo;
use crate::ground::source::Listing;
use crate::program::types::{AbstractMethod, Member, Scope};
use memchr::memmem::Finder;
use rustc_hash::{FxHashMap, FxHashSet};
use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::sync::{Arc, LazyLock, OnceLock};

/// An interface with more implementers than this says nothing that its signature does not say.
const MOST_IMPLEMENTERS: usize = 32;

/// How many interfaces may be embedded in what implements another one: `struct{ Inner }`, where a `struct{ Innermost }` is an Inner.
const DEEPEST_PROMOTED: usize = 3;

/// For each method name, by its hash, the folders of a module that declare it.
#[derive(Default)]
pub(super) struct MethodFolders {
    /// The folders, sorted.
    folders: Vec<PathBuf>,
    /// Numbers of folders, in order.
    by_name: FxHashMap<NameHash, Vec<u32>>,
}

/// The method names that the files of a folder declare, by their hashes, without tests.
pub(super) type MethodNames = ByPath<Arc<[NameHash]>>;

/// The method lists of modules and workspaces, by their folders.
pub(super) type MethodLists = ByPath<Arc<OnceLock<MethodFolders>>>;

/// The implementations of a method beside its interface.
pub(super) type ImplementationsBeside = Memo<(Arc<super::Named>, Name), Arc<Vec<FuncRef>>>;

/// The implementations of a method, by the folder of the project, the interface and the method.
pub(super) type Implementations = Memo<(PathBuf, Arc<super::Named>, Name), Option<Arc<Vec<FuncRef>>>>;

impl Index {
    /// The methods of the project's types that a call of an interface's method may reach. Methods in tests do not count, and those
    /// in generated files only beside the interface and if there are no others. `None` if there are none or more than
    /// [`MOST_IMPLEMENTERS`], or if `*http.Client` itself implements the interface.
    pub fn implementations(&self, asking: &Package, method: &AbstractMethod) -> Option<Arc<Vec<FuncRef>>> {
        let interface = method.interface.as_ref()?;
        let root = self.project_root(asking.folder.as_deref()?);
        let key = (root.clone(), interface.clone(), method.name.clone());
        self.implementations
            .get_or_insert_with(&key, || self.find_implementations(&root, interface, method, 0).map(Arc::new))
    }

    /// The implementations in the package of the interface, found without searching the project; see [`Index::implementations`].
    pub fn implementations_beside(&self, method: &AbstractMethod) -> Arc<Vec<FuncRef>> {
        let Some(interface) = &method.interface else {
            return Arc::default();
        };
        let key = (interface.clone(), method.name.clone());
        self.implementations_beside.get_or_insert_with(&key, || {
            let names = self.method_names(&Type::Named(interface.clone())).unwrap_or_default();
            let types = self.types_with_method(&interface.package, &names);
            let implementation = |ty| self.implementation(ty, &names, method, is_written_by_hand);
            Arc::new(types.iter().flat_map(implementation).collect())
        })
    }

    /// The folder of the workspace or module around a folder.
    fn project_root(&self, folder: &Path) -> PathBuf {
        self.modules.workspace_root(folder).unwrap_or_else(|| self.modules.root_of(folder))
    }

    fn find_implementations(
        &self,
        root: &Path,
        interface: &Arc<super::Named>,
        method: &AbstractMethod,
        depth: usize,
    ) -> Option<Vec<FuncRef>> {
        let names = self.method_names(&Type::Named(interface.clone()))?;
        if names.iter().all(|name| is_method_of_client(name)) {
            return None;
        }
        let cell = self.method_lists.get_or_insert_with(root.as_os_str(), Arc::default);
        let folders = cell.get_or_init(|| self.method_folders(root));
        let none = Vec::new();
        let by_name = names.iter().map(|name| folders.by_name.get(&hash(name.as_bytes())).unwrap_or(&none));
        let rarest = by_name.min_by_key(|folders| folders.len())?;
        let rarest = rarest.iter().filter_map(|number| folders.folders.get(*number as usize));
        let mut packages: Vec<Arc<Package>> = rarest.flat_map(|folder| self.folder(folder)).collect();
        if !packages.contains(&interface.package) {
            packages.push(interface.package.clone());
        }
        let mut found = Vec::new();
        for package in packages {
            for ty in self.types_with_method(&package, &names) {
                found.extend(self.implementation(&ty, &names, method, is_written_by_hand));
                let promoted = self.promoted(root, &ty, &names, method, depth);
                found.extend(promoted.into_iter().filter(|function| !found.contains(function)).collect::<Vec<_>>());
                if found.len() > MOST_IMPLEMENTERS {
                    return None;
                }
            }
        }
        if found.is_empty() {
            // A generated client has its interface and what implements it in one package.
            let types = self.types_with_method(&interface.package, &names);
            found = types.iter().flat_map(|ty| self.implementation(ty, &names, method, is_no_stand_in)).collect();
        }
        (!found.is_empty() && found.len() <= MOST_IMPLEMENTERS).then_some(found)
    }

    /// The types of a package that declare at least one of the methods, sorted by name.
    fn types_with_method(&self, package: &Arc<Package>, names: &[Name]) -> Vec<Type> {
        let receivers = names.iter().flat_map(|name| package.receivers_of(name));
        let types: FxHashSet<&str> = receivers.collect();
        let mut types: Vec<&str> = types.into_iter().collect();
        types.sort_unstable();
        types.into_iter().filter_map(|name| self.package_type(package, name, &[])).collect()
    }

    /// The implementations of a method that a type has from an interface that it embeds: those of that interface.
    ///
    ///     type client struct{ Inner; name string }     with Title() of its own, and Ask() of Inner
    fn promoted(&self, root: &Path, ty: &Type, names: &[Name], method: &AbstractMethod, depth: usize) -> Vec<FuncRef> {
        let pointer = Type::Pointer(Arc::new(ty.clone()));
        let Some((_, Member::Abstract(inner))) = self.member(&pointer, &method.name) else {
            return Vec::new();
        };
        let is_in_program = matches!(ty, Type::Named(named) if !is_in_test(named.scope.file()));
        let (Some(interface), true) = (&inner.interface, is_in_program && depth < DEEPEST_PROMOTED) else {
            return Vec::new();
        };
        // A decorator that embeds what it decorates adds nothing.
        if Some(interface) == method.interface.as_ref() || !self.has_methods(&pointer, names) {
            return Vec::new();
        }
        self.find_implementations(root, interface, &inner, depth + 1).unwrap_or_default()
    }

    /// Whether a type has methods of all these names.
    fn has_methods(&self, ty: &Type, names: &[Name]) -> bool {
        names.iter().all(|name| matches!(self.member(ty, name), Some((_, Member::Method(..) | Member::Abstract(_)))))
    }

    fn implementation(
        &self,
        ty: &Type,
        names: &[Name],
        method: &AbstractMethod,
        is_meant: fn(&FuncRef) -> bool,
    ) -> Vec<FuncRef> {
        let pointer = Type::Pointer(Arc::new(ty.clone()));
        if !self.has_methods(&pointer, names) {
            return Vec::new();
        }
        let Some((_, Member::Method(functions, _))) = self.member(&pointer, &method.name) else {
            return Vec::new();
        };
        let fits = |function: &FuncRef| {
            let own = &function.decl().signature;
            let declared = &method.func.signature;
            own.params.len() == declared.params.len()
                && own.results.len() == declared.results.len()
                && is_meant(function)
                && self.same_results(function, method)
        };
        functions.into_iter().filter(fits).collect()
    }

    fn same_results(&self, function: &FuncRef, method: &AbstractMethod) -> bool {
        let scope = Scope::of_signature(self, function);
        let declared = &method.func;
        let pairs = function.decl().signature.results.iter().zip(&declared.signature.results);
        pairs.into_iter().all(|(own, wanted)| {
            let (own, wanted) = (self.resolve(&own.ty, &scope), self.resolve(&wanted.ty, &declared.scope));
            own == wanted
                || own == Type::Unknown
                || wanted == Type::Unknown
                || !has_one_form(&own)
                || !has_one_form(&wanted)
        })
    }
}

/// Whether two types of this kind that are written differently are different.
fn has_one_form(ty: &Type) -> bool {
    match ty {
        Type::Basic(_) | Type::Named(_) => true,
        Type::Pointer(inner) => has_one_form(inner),
        _ => false,
    }
}

/// Whether a method belongs to the program: neither a test nor generated code, such as a mock, shows what the program does.
fn is_written_by_hand(function: &FuncRef) -> bool {
    !is_in_test(function.file()) && !function.file().is_generated()
}

/// Whether a method, generated or not, belongs to the program: neither in a test nor of a type with a name such as `MockClient`.
fn is_no_stand_in(function: &FuncRef) -> bool {
    let row = function.file().items().functions.get(function.id.function as usize);
    let receiver = row.and_then(|row| row.receiver).map_or("", |name| function.file().source.slice(name));
    let receiver = receiver.to_ascii_lowercase();
    !is_in_test(function.file()) && !["mock", "fake", "stub", "spy"].iter().any(|word| receiver.contains(word))
}

fn is_in_test(file: &File) -> bool {
    file.source.shown.ends_with("_test.go")
}

/// The method set of `*http.Client` (net/http documentation).
fn is_method_of_client(name: &str) -> bool {
    matches!(name, "Do" | "Get" | "Head" | "Post" | "PostForm" | "CloseIdleConnections")
}

/// Notes the names of the methods that a file declares, unless it is a test.
pub fn note_methods(path: &Path, text: &[u8], names: &mut FxHashSet<NameHash>) {
    if !is_test(path) {
        method_names(text, names);
    }
}

impl Index {
    /// Stores the names of the methods that the files of a folder declare, for a caller that has read them all.
    pub fn set_methods(&self, folder: &Path, names: &FxHashSet<NameHash>) {
        self.method_names.insert(folder.into(), names.iter().copied().collect());
    }

    fn method_folders(&self, root: &Path) -> MethodFolders {
        let mut all: Vec<(PathBuf, Arc<[NameHash]>)> = Vec::new();
        let mut stack = vec![root.to_path_buf()];
        let mut buffer = Vec::new();
        while let Some(folder) = stack.pop() {
            let listing = self.listing(&folder);
            let folders = listing.folders.iter().filter(|name| may_hold_code(name));
            stack.extend(folders.map(|name| folder.join(name)));
            let known = self.method_names.get(folder.as_os_str());
            let names = known.unwrap_or_else(|| names_in(&listing, &mut buffer).into_iter().collect());
            if !names.is_empty() {
                all.push((folder, names));
            }
        }
        all.sort_unstable();
        let mut found = MethodFolders::default();
        for (number, (folder, names)) in (0_u32..).zip(all) {
            for name in names.iter() {
                found.by_name.entry(*name).or_default().push(number);
            }
            found.folders.push(folder);
        }
        found
    }
}

/// The method names that the files of a folder declare.
fn names_in(listing: &Listing, buffer: &mut Vec<u8>) -> FxHashSet<NameHash> {
    let mut names = FxHashSet::default();
    for file in &listing.go_files {
        if !is_test(&file.path) && file.read_into(buffer).is_ok() {
            note_methods(&file.path, buffer, &mut names);
        }
    }
    names
}

fn is_test(path: &Path) -> bool {
    path.as_os_str().as_encoded_bytes().ends_with(b"_test.go")
}

/// Whether code of the module may lie in a folder with a name.
fn may_hold_code(name: &OsStr) -> bool {
    let is_skipped =
        |name: &str| name.starts_with(['.', '_']) || matches!(name, "vendor" | "testdata" | "node_modules");
    name.to_str().is_some_and(|name| !is_skipped(name))
}

/// The names in lines that start with `func (receiver) Name`.
fn method_names(text: &[u8], names: &mut FxHashSet<NameHash>) {
    static FUNC: LazyLock<Finder> = LazyLock::new(|| Finder::new("func ("));
    for at in FUNC.find_iter(text) {
        if at != 0 && text[at - 1] != b'\n' {
            continue;
        }
        let line_end = memchr::memchr(b'\n', &text[at..]).map_or(text.len(), |end| at + end);
        let line = &text[at..line_end];
        let Some(close) = memchr::memchr(b')', line) else {
            continue;
        };
        let name = line[close + 1..].trim_ascii_start();
        let name = word_at(name, 0);
        if !name.is_empty() {
            names.insert(hash(name));
        }
    }
}
