//! A package: the files of one folder under one package clause, or the stubs of one import path, and what its names stand for.
//!
//!     package http    Get -> a function; Client -> a type; (Client, Do) -> a method
//!
//! All build variants count at once: two functions `open`, one for Windows and one for other systems, are two entities under one
//! name. A declaration is read when it is first needed; see [`File`].

pub mod file;
pub(super) mod names;

use self::file::File;
use self::names::{Declared, LoadedFile, Table, name_hash};
use crate::go::body::Body;
use crate::go::outline::{Name, TypeExpr};
use std::cmp::Ordering;
use std::hash::{Hash, Hasher};
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{self, AtomicU32};

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
    pub(super) names: Table<Entity>,
    pub(super) methods: Table<FuncId>,
    methods_by_name: Table<FuncId>,
    /// Which of its files are stubs of the binary; empty if it is no stub.
    pub(super) embedded: Box<[bool]>,
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

/// By folder, then by place, whatever the order in which packages were read.
impl Ord for FuncRef {
    fn cmp(&self, other: &FuncRef) -> Ordering {
        let key = |function: &FuncRef| (function.package.id, function.id);
        if key(self) == key(other) {
            return Ordering::Equal;
        }
        let place = |function: &'_ FuncRef| {
            let Package { folder, path, name, .. } = &*function.package;
            (folder.clone(), path.clone(), name.clone(), function.id)
        };
        place(self).cmp(&place(other))
    }
}

impl PartialOrd for FuncRef {
    fn partial_cmp(&self, other: &FuncRef) -> Option<Ordering> {
        Some(self.cmp(other))
    }
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

    /// Its body; `None` if it has none or could not be parsed at all.
    pub fn body(&self) -> Option<Arc<Body>> {
        self.file().body(self.id.function as usize)
    }

    /// Whether it comes from a stub.
    pub fn is_stub(&self) -> bool {
        self.package.folder.is_none()
    }

    /// The name as in configuration files: `example.com/x.(*Client).Fetch`, `example.com/x.(Client).Fetch`.
    pub fn full_name(&self) -> String {
        let (path, decl) = (&self.package.path, self.decl());
        match (&decl.receiver, decl.receiver_type()) {
            (Some(receiver), Some(name)) => {
                let star = if matches!(receiver.ty, TypeExpr::Pointer(_)) { "*" } else { "" };
                format!("{path}.({star}{name}).{}", decl.name)
            }
            _ => format!("{path}.{}", decl.name),
        }
    }
}

/// A declaration at the top level of a package.
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

/// The number of the next package: all existing packages have smaller ones.
pub(super) fn next_number() -> u32 {
    NEXT.load(atomic::Ordering::Relaxed)
}

impl Package {
    pub(super) fn new(path: String, name: Name, folder: Option<PathBuf>, loaded: Vec<LoadedFile>) -> Package {
        let id = NEXT.fetch_add(1, atomic::Ordering::Relaxed);
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

    /// The declarations of a name at the top level, of all build variants, in the order of the files. Methods are not among them.
    pub fn lookup(&self, name: &str) -> &[Entity] {
        self.names.get(name_hash("", name))
    }

    /// The methods of a name that are declared for a type, of all build variants.
    pub fn methods_named(&self, ty: &str, name: &str) -> &[FuncId] {
        self.methods.get(name_hash(ty, name))
    }

    /// The methods with a name, of all types.
    pub fn methods_called(&self, name: &str) -> &[FuncId] {
        self.methods_by_name.get(name_hash("", name))
    }

    /// The names of the types that declare a method with a name.
    pub fn receivers_of(&self, name: &str) -> impl Iterator<Item = &str> {
        self.methods_called(name).iter().filter_map(|id| {
            let file = self.files.get(id.file as usize)?;
            Some(file.source.slice(file.items().functions.get(id.function as usize)?.receiver?))
        })
    }

    /// Whether it is the package of an import path, as a stub or as source.
    pub fn is(&self, path: &str) -> bool {
        self.path == path
    }
}
