//! Stubs as packages: annotated Go that declares what a package exports.
//!
//!     package x // import "example.com/x"
//!
//!     func Fetch(u string) (resp *http.Response, err error) //: own resp
//!
//! A stub of a package with several import paths names them all, separated by commas. The stubs of one import path are one package. A declaration in a stub of the user precedes that of an embedded stub under the
//! same name; other declarations of the embedded stub stay. The directives (`own resp`) are not read here; see
//! [`crate::meaning::stub`].

use super::import_path::{is_standard, with_any_version};
use super::package::names::{LoadedFile, name_hash};
use super::{Entity, File, FuncId, Index, Package};
use crate::go::items::package_name;
use crate::go::outline::Name;
use crate::go::queries::Queries;
use crate::ground::memo::Memo;
use crate::ground::source::Source;
use rayon::prelude::*;
use rustc_hash::{FxHashMap, FxHashSet};
use std::borrow::Cow;
use std::fmt;
use std::path::Path;
use std::sync::{Arc, OnceLock};

/// One stub file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stub {
    /// The path to show.
    pub shown: String,
    origin: StubOrigin,
    /// The import paths that it describes, each with `*` for any version; at least one.
    paths: Vec<String>,
    text: Cow<'static, str>,
}

/// The origin of a stub, in the order in which declarations count: of two under one name, the one of the earlier origin wins.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum StubOrigin {
    /// A file that the configuration names.
    User,
    /// The binary.
    Embedded,
    /// Functions that only the configuration names.
    Configured,
}

/// A mistake in a stub.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct StubMistake {
    /// 1-based.
    pub line: usize,
    /// A sentence about the mistake and its remedy.
    pub message: String,
}

impl Stub {
    /// A stub of the user; its directives are not read. Fails if its package clause names no import path.
    pub fn of_user(shown: &str, text: String) -> Result<Stub, StubMistake> {
        let paths = import_paths(&text).ok_or_else(|| no_path(&Stub::file(shown, &text)))?;
        Ok(Stub { shown: shown.to_string(), origin: StubOrigin::User, paths, text: text.into() })
    }

    /// A stub of the binary; `None` if its package clause names no import path.
    pub fn embedded(shown: &str, text: &'static str) -> Option<Stub> {
        let paths = import_paths(text)?;
        Some(Stub { shown: shown.to_string(), origin: StubOrigin::Embedded, paths, text: text.into() })
    }

    /// A stub for functions that only the configuration names. Other stubs of the package precede it. Fails like
    /// [`Stub::of_user`].
    pub fn configured(shown: &str, text: String) -> Result<Stub, StubMistake> {
        Ok(Stub { origin: StubOrigin::Configured, ..Stub::of_user(shown, text)? })
    }

    /// Whether it describes the package of an import path.
    pub fn describes(&self, path: &str) -> bool {
        let any = with_any_version(path);
        self.paths.iter().any(|own| own == path || any.as_ref() == Some(own))
    }

    /// The text of a stub as a file.
    pub fn file(shown: &str, text: &str) -> File {
        file_of(shown, text, &Queries::standard())
    }
}

impl fmt::Display for StubMistake {
    fn fmt(&self, out: &mut fmt::Formatter) -> fmt::Result {
        write!(out, "{}: {}", self.line, self.message)
    }
}

fn file_of(shown: &str, text: &str, queries: &Arc<Queries>) -> File {
    File::new(Arc::new(Source::new(Path::new(shown), shown, text.into())), queries)
}

/// The import paths in `package x // import "path", "other/path"`; `None` if the comment names none, or something else too.
fn import_paths(text: &str) -> Option<Vec<String>> {
    let line = text.get(package_name(text)?.range().end..)?.lines().next()?.trim_start();
    let comment = line.strip_prefix("//").or_else(|| line.strip_prefix("/*"))?;
    let list = comment.trim_start().strip_prefix("import")?.trim().trim_end_matches("*/");
    list.split(',').map(|quoted| unquoted(quoted.trim()).map(str::to_string)).collect()
}

/// `"path"` -> `path`; `None` for what is not quoted, or empty.
fn unquoted(text: &str) -> Option<&str> {
    let quote = text.chars().next().filter(|quote| matches!(quote, '"' | '`'))?;
    let (path, _) = text[1..].split_once(quote)?;
    (!path.is_empty()).then_some(path)
}

fn no_path(file: &File) -> StubMistake {
    let Some(name) = file.items().package else {
        let message = "no package clause; a stub starts with `package x // import \"example.com/x\"`".to_string();
        return StubMistake { line: 1, message };
    };
    let package = &file.package;
    let message = format!(
        "`package {package}` does not say which package it describes; write `package {package} // import \"example.com/{package}\"`"
    );
    StubMistake { line: file.source.line(name.start), message }
}

/// The stubs of one import path.
pub(super) struct StubCell {
    /// The import path, with `*` for any version.
    path: String,
    /// In the order in which their declarations count.
    stubs: Vec<Stub>,
    package: OnceLock<Arc<Package>>,
    /// The packages under the paths that `*` stands for.
    versions: Memo<String, Arc<Package>>,
}

/// The stubs by the import paths that they name. Stubs of one version and those of any version are one package.
pub(super) fn by_path(stubs: Vec<Stub>) -> FxHashMap<String, StubCell> {
    let mut groups: FxHashMap<String, Vec<Stub>> = FxHashMap::default();
    for stub in &stubs {
        for path in &stub.paths {
            groups.entry(path.clone()).or_default().push(stub.clone());
        }
    }
    let cell = |(path, stubs): (&String, &Vec<Stub>)| {
        let mut stubs = stubs.clone();
        let of_any_version = with_any_version(path).and_then(|path| groups.get(&path));
        for stub in of_any_version.into_iter().flatten() {
            // The binary describes a version by itself only where it differs from the others.
            if stub.origin != StubOrigin::Embedded || stubs.iter().all(|own| own.origin != StubOrigin::Embedded) {
                stubs.push(stub.clone());
            }
        }
        stubs.sort_by_key(|stub| stub.origin);
        (path.clone(), StubCell { path: path.clone(), stubs, package: OnceLock::new(), versions: Memo::default() })
    };
    groups.iter().map(cell).collect()
}

impl StubCell {
    /// The import path that its stubs name, with `*` for any version.
    pub(super) fn path(&self) -> &str {
        &self.path
    }

    /// The package of the stubs, under one of the paths that they describe.
    pub(super) fn package(&self, path: &str, queries: &Arc<Queries>) -> Arc<Package> {
        if self.path == path {
            return self.package.get_or_init(|| self.read(path, queries)).clone();
        }
        self.versions.get_or_insert_with(path, || self.read(path, queries))
    }

    fn read(&self, path: &str, queries: &Arc<Queries>) -> Arc<Package> {
        let mut names = FxHashSet::default();
        let mut methods = FxHashSet::default();
        let mut loaded = Vec::with_capacity(self.stubs.len());
        for stub in &self.stubs {
            let mut file = LoadedFile::new(file_of(&stub.shown, &stub.text, queries));
            file.names.retain(|(name, _)| !names.contains(name));
            file.methods.retain(|(method, _, _)| !methods.contains(method));
            names.extend(file.names.iter().map(|(name, _)| *name));
            methods.extend(file.methods.iter().map(|(method, _, _)| *method));
            loaded.push(file);
        }
        // The binary knows how the package is called; a stub of the user may be called anything.
        let embedded = self.stubs.iter().position(|stub| stub.origin == StubOrigin::Embedded);
        let name = loaded.get(embedded.unwrap_or(0)).map_or_else(Name::default, |loaded| loaded.file.package.clone());
        let mut package = Package::new(path.to_string(), name, None, loaded);
        package.embedded = self.stubs.iter().map(|stub| stub.origin == StubOrigin::Embedded).collect();
        Arc::new(package)
    }
}

/// The package whose clients many others make.
const CLIENTS: &str = "net/http";

/// How a stub writes the types of that package that send requests.
const CLIENT_TYPES: [&str; 3] = ["*http.Client", "http.RoundTripper", "*http.Transport"];

impl Index {
    /// The stubs whose functions code may reach that imports a path: that of the path, and those of the packages that a stub imports
    /// and so hands values of out. They are named as in [`StubCell::path`]. Of the standard library only net/http counts, where a stub
    /// names a client.
    ///
    ///     cleanhttp.DefaultClient().Get(u)      net/http stands behind cleanhttp
    pub(super) fn stubs_behind(&self, path: &str) -> Vec<Arc<str>> {
        let mut found: Vec<Arc<str>> = Vec::new();
        let mut open = vec![path.to_string()];
        while let Some(path) = open.pop() {
            let Some(cell) = self.stub_cell(&path).filter(|cell| found.iter().all(|known| **known != *cell.path))
            else {
                continue;
            };
            found.push(cell.path.as_str().into());
            if is_standard(&cell.path) {
                continue;
            }
            for text in cell.stubs.iter().map(|stub| &stub.text) {
                let names_client = || CLIENT_TYPES.iter().any(|ty| text.contains(ty));
                let leads_on = |path: &&str| !is_standard(path) || *path == CLIENTS && names_client();
                open.extend(imports(text).filter(leads_on).map(str::to_string));
            }
        }
        found
    }
}

/// The paths that a stub imports.
fn imports(text: &str) -> impl Iterator<Item = &str> {
    const DECLARATIONS: [&str; 4] = ["func ", "type ", "var ", "const "];
    let is_head = |line: &&str| !DECLARATIONS.iter().any(|word| line.starts_with(word));
    let lines = text.lines().take_while(is_head).filter(|line| !line.starts_with("package") && !line.starts_with("//"));
    lines.filter_map(|line| line.split('"').nth(1))
}

impl Package {
    /// Whether a file of it is a stub of the binary.
    pub fn is_embedded(&self, file: u32) -> bool {
        self.embedded.get(file as usize) == Some(&true)
    }

    /// Whether a function is found by its name; `false` if an earlier stub declares another one under it.
    pub fn counts(&self, id: FuncId) -> bool {
        let Some(file) = self.files.get(id.file as usize) else {
            return false;
        };
        let Some(row) = file.items().functions.get(id.function as usize) else {
            return false;
        };
        let name = file.source.slice(row.name);
        match row.receiver {
            Some(ty) => self.methods.get(name_hash(file.source.slice(ty), name)).contains(&id),
            None => self.names.get(name_hash("", name)).contains(&Entity::Function(id)),
        }
    }
}

impl Index {
    /// The packages of the stubs whose text satisfies `fits`, each with the import path that its stubs name, sorted by path. Other
    /// stubs are not read.
    pub fn stubs_with(&self, fits: impl Fn(&str) -> bool + Sync) -> Vec<(&str, Arc<Package>)> {
        let fitting = self.stubs.par_iter().filter(|(_, cell)| cell.stubs.iter().any(|stub| fits(&stub.text)));
        let packages = fitting.map(|(path, cell)| (path.as_str(), cell.package(path, &self.queries)));
        let mut packages: Vec<(&str, Arc<Package>)> = packages.collect();
        packages.sort_unstable_by_key(|(path, _)| *path);
        packages
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ground::open_texts::OpenTexts;

    #[test]
    fn the_stubs_of_imported_packages_stand_behind_a_stub() {
        let stubs = [
            "package a // import \"e.com/a\"\n\nimport (\n\t\"io\"\n\n\tbb \"e.com/b/v2\"\n)\n\nfunc New() *bb.B\n",
            "package b // import \"e.com/b/*\"\n\nimport (\n\t\"e.com/a\"\n\t\"e.com/c\"\n\t\"net/http\"\n)\n\ntype B struct{ h http.Header }\n",
            "package c // import \"e.com/c\"\n\nimport \"net/http\"\n\nfunc Client() *http.Client\n",
            "package http // import \"net/http\"\n\nimport \"e.com/d\"\n",
            "package d // import \"e.com/d\"\n",
        ];
        let stubs = stubs.iter().map(|text| Stub::embedded("s.go", text).unwrap()).collect();
        let index = Index::new(stubs, [], OpenTexts::default(), Queries::standard());
        let behind = |path: &str| {
            let mut paths = index.stubs_behind(path);
            paths.sort();
            paths.join(" ")
        };
        assert_eq!(behind("e.com/a"), "e.com/a e.com/b/* e.com/c net/http");
        assert_eq!(behind("e.com/c"), "e.com/c net/http");
        assert_eq!(behind("net/http"), "net/http", "the standard library is a stub of its own");
        assert_eq!(behind("e.com/none"), "");
    }
}
