//! Stubs: annotated Go that says what the functions of a package do. The one place where directives are read.
//!
//!     package x // import "example.com/x"
//!
//!     func Fetch(
//!         u string,
//!     ) (resp *http.Response, err error) //: own resp
//!
//! The stubs of one import path are one package, with effects for each function and interface method. What a stub of the user
//! declares stands before what an embedded one declares under that name, and what only the embedded one declares stays. A
//! mistake in a stub of the user is an error before anything is checked ([`Stub::read`]); a test checks the embedded ones.
//! What the configuration says of single functions is not known here; see [`crate::leak::Analysis::effects`].

use super::names::{LoadedFile, name_hash};
use super::{Entity, File, FuncId, Index, Package, read, write};
use crate::go::arity::Arity;
use crate::go::items::{FuncSpan, SpecSpan, package_name};
use crate::go::lex::has_word;
use crate::go::lex::{behind_quoted, name_at};
use crate::go::outline::{Flaw, MethodExpr, Name, Param, Signature, TypeExpr};
use crate::go::queries::Queries;
use crate::ground::source::{Source, Span};
use crate::meaning::effect::{Effect, interface_receiver, parse};
use rayon::prelude::*;
use rustc_hash::{FxHashMap, FxHashSet};
use std::borrow::Cow;
use std::fmt;
use std::path::Path;
use std::sync::{Arc, OnceLock, RwLock};

/// One stub file, all of whose directives are understood.
#[derive(Clone, Debug)]
pub struct Stub {
    /// The path to show.
    pub shown: String,
    origin: StubOrigin,
    /// The import path that it describes, with `*` for any version.
    path: String,
    text: Cow<'static, str>,
}

/// Where a stub comes from; of two declarations of one name the first counts.
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
    /// What is wrong and what to do.
    pub message: String,
}

impl Stub {
    /// A stub of the user. Fails with the first mistake in it: a package clause that names no import path, code that is no Go, a
    /// directive that is not understood or belongs to no function.
    pub fn read(shown: &str, text: String) -> Result<Stub, StubMistake> {
        let file = file_of(shown, &text, &Queries::standard());
        let path = import_path(&text).ok_or_else(|| no_path(&file))?.to_string();
        match mistakes(&file).into_iter().min() {
            Some(mistake) => Err(mistake),
            None => Ok(Stub { shown: shown.to_string(), origin: StubOrigin::User, path, text: text.into() }),
        }
    }

    /// A stub of the binary; `None` if its package clause names no import path.
    pub fn embedded(shown: &str, text: &'static str) -> Option<Stub> {
        let path = import_path(text)?.to_string();
        Some(Stub { shown: shown.to_string(), origin: StubOrigin::Embedded, path, text: text.into() })
    }

    /// A stub for functions that only the configuration names. Other stubs of the package stand before it.
    pub fn configured(shown: &str, text: String) -> Result<Stub, StubMistake> {
        Ok(Stub { origin: StubOrigin::Configured, ..Stub::read(shown, text)? })
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

/// The import path in `package x // import "path"`.
fn import_path(text: &str) -> Option<&str> {
    let line = text.get(package_name(text)?.range().end..)?.lines().next()?.trim_start();
    let comment = line.strip_prefix("//").or_else(|| line.strip_prefix("/*"))?;
    let quoted = comment.trim_start().strip_prefix("import")?.trim_start();
    let quote = quoted.chars().next().filter(|quote| matches!(quote, '"' | '`'))?;
    let path = quoted[1..].split(quote).next()?;
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

/// All mistakes in the declarations of a stub and in its directives.
fn mistakes(file: &File) -> Vec<StubMistake> {
    file.parse_all();
    let flaw = |(span, flaw): (Span, Flaw)| {
        let message = match flaw {
            Flaw::Syntax => "no valid Go declaration; a stub is Go code, with functions that may have no body",
            _ => "nested too deeply to be read; write it with named types",
        };
        StubMistake { line: file.source.line(span.start), message: message.to_string() }
    };
    let directives = directives(file);
    let mut found: Vec<StubMistake> = file.damaged().into_iter().map(flaw).collect();
    let mut known = FxHashSet::default();
    for directive in directives {
        let line = file.source.line(index(directive.at));
        known.insert(directive.at);
        found.extend(directive.effects().err().map(|message| StubMistake { line, message }));
    }
    let stray = comments(file.source.text()).into_iter().filter(|at| !known.contains(at));
    found.extend(stray.map(|at| StubMistake {
        line: file.source.line(index(at)),
        message:
            "this `//:` belongs to no function or interface method; write it on the line on which one ends".to_string(),
    }));
    found
}

/// The directives of one function or of one method of a declared interface.
struct StubDirective<'a> {
    /// The offset of its `//:`.
    at: usize,
    text: &'a str,
    receiver: Option<Cow<'a, Param>>,
    signature: &'a Signature,
}

impl StubDirective<'_> {
    fn effects(&self) -> Result<Vec<Effect>, String> {
        parse(self.text, self.receiver.as_deref(), self.signature)
    }
}

/// All directives that belong to a function or to a method of a declared interface.
fn directives(file: &File) -> Vec<StubDirective<'_>> {
    let comments = comments(file.source.text());
    let functions = file.items().functions.iter().enumerate();
    let of_functions = functions.filter_map(|(number, row)| {
        let decl = file.function(number);
        let text = decl.directives.as_deref()?;
        let at = comments.iter().copied().find(|at| *at >= row.whole.range().end)?;
        Some(StubDirective {
            at,
            text,
            receiver: decl.receiver.as_ref().map(Cow::Borrowed),
            signature: &decl.signature,
        })
    });
    let types = file.items().types.iter().enumerate();
    let of_methods = types.flat_map(|(number, row)| {
        let inside = comments.iter().copied().filter(|at| row.spec.range().contains(at));
        directives_inside(file, inside, interface_methods(file, number))
    });
    of_functions.chain(of_methods).collect()
}

/// The directives of an interface's methods, given the comments inside of it. Trees of types have no offsets: a comment is the one
/// of the next method that has one if it says what the method does.
fn directives_inside<'a>(
    file: &'a File,
    comments: impl Iterator<Item = usize>,
    methods: &'a [MethodExpr],
) -> Vec<StubDirective<'a>> {
    let mut open = methods.iter().filter(|method| method.directives.is_some()).peekable();
    let mut found = Vec::new();
    for at in comments {
        let (before, behind) = file.source.text().split_at(at);
        // A comment on a line of its own belongs to no method.
        let line = before.rsplit('\n').next().unwrap_or_default();
        let written = behind.lines().next().and_then(|line| line.strip_prefix("//:")).map(str::trim);
        // A method that is written over several lines has its comment on the last of them.
        let first = name_at(line.trim_start(), 0);
        let names_another =
            |method: &MethodExpr| method.name != first && methods.iter().any(|other| other.name == first);
        let is_its_own = |method: &&MethodExpr| {
            !line.trim().is_empty() && !names_another(method) && method.directives.as_deref() == written
        };
        if let (Some(method), Some(text)) = (open.next_if(is_its_own), written) {
            let receiver = Some(Cow::Owned(interface_receiver()));
            found.push(StubDirective { at, text, receiver, signature: &method.signature });
        }
    }
    found
}

/// The methods that a declared interface writes out.
fn interface_methods(file: &File, number: usize) -> &[MethodExpr] {
    match &file.type_decl(number).expr {
        TypeExpr::Interface(methods, _) => methods,
        _ => &[],
    }
}

/// The offsets of all `//:` comments.
fn comments(text: &str) -> Vec<usize> {
    let (bytes, mut at, mut found) = (text.as_bytes(), 0, Vec::new());
    while at < bytes.len() {
        let next = behind_quoted(bytes, at);
        if next != at && bytes[at..].starts_with(b"//:") {
            found.push(at);
        }
        at = next.max(at + 1);
    }
    found
}

/// A method of an interface: the file, the interface, and the method as it is written.
type MethodKey = (u32, String, MethodExpr);

/// The effects of the functions and interface methods of a stub package, each read on the first question about it.
#[derive(Debug, Default)]
pub(super) struct Effects {
    /// By file and function.
    functions: Vec<EffectCells>,
    /// Of methods of interfaces.
    methods: RwLock<FxHashMap<MethodKey, Arc<[Effect]>>>,
    /// Which files are those of the binary: what they say of acquisitions holds as far as `queries/http.scm` lists it.
    embedded: Vec<bool>,
}

type EffectCells = Box<[OnceLock<Arc<[Effect]>>]>;

impl Effects {
    pub(super) fn of_files(files: &[File]) -> Effects {
        let cells = |file: &File| (0..file.function_count()).map(|_| OnceLock::new()).collect();
        Effects { functions: files.iter().map(cells).collect(), ..Effects::default() }
    }
}

impl Package {
    /// The effects of a function of a stub; `None` if the package is no stub.
    pub fn effects(&self, id: FuncId) -> Option<&Arc<[Effect]>> {
        let cell = self.effects.as_ref()?.functions.get(id.file as usize)?.get(id.function as usize)?;
        let file = self.files.get(id.file as usize)?;
        Some(cell.get_or_init(|| {
            let decl = file.function(id.function as usize);
            let directives = decl.directives.as_deref().unwrap_or("");
            let effects = checked(parse(directives, decl.receiver.as_ref(), &decl.signature));
            self.as_listed(id.file, decl.receiver_type().map(Name::as_str), &decl.name, effects)
        }))
    }

    /// The effects of a method of an interface that is written in a file of this stub; `None` if it has no directives, or if
    /// the package is no stub: in source, `//:` is a comment.
    pub(super) fn method_effects(&self, file: u32, interface: &str, method: &MethodExpr) -> Option<Arc<[Effect]>> {
        let known = &self.effects.as_ref()?.methods;
        let directives = method.directives.as_deref()?;
        let key = (file, interface.to_string(), method.clone());
        if let Some(effects) = read(known).get(&key) {
            return Some(effects.clone());
        }
        let effects = checked(parse(directives, Some(&interface_receiver()), &method.signature));
        let effects = self.as_listed(file, Some(interface), &method.name, effects);
        Some(write(known).entry(key).or_insert(effects).clone())
    }

    /// Effects without acquisitions that `queries/http.scm` would have to list and does not.
    fn as_listed(&self, file: u32, receiver: Option<&str>, name: &str, effects: Vec<Effect>) -> Arc<[Effect]> {
        let is_embedded = self.effects.as_ref().is_some_and(|own| own.embedded.get(file as usize) == Some(&true));
        let queries = self.files.get(file as usize).filter(|_| is_embedded).map(File::queries);
        if queries.and_then(|queries| queries.lists(&self.path, receiver, name)) != Some(false) {
            return effects.into();
        }
        effects.into_iter().filter(|effect| !matches!(effect, Effect::Own(..))).collect()
    }
}

fn checked(effects: Result<Vec<Effect>, String>) -> Vec<Effect> {
    effects.expect("`Stub::read` has checked those of the user, a test those of the binary")
}

/// The stubs of one import path.
pub(super) struct StubCell {
    /// The import path, with `*` for any version.
    path: String,
    /// In the order in which their declarations count.
    stubs: Vec<Stub>,
    package: OnceLock<Arc<Package>>,
    /// The packages under the paths that `*` stands for.
    versions: RwLock<FxHashMap<String, Arc<Package>>>,
    acquirers: OnceLock<Box<[Acquirer]>>,
}

/// A function or interface method of a stub whose call may acquire a response.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Acquirer {
    /// Its own name.
    pub name: Name,
    /// How it is called.
    pub arity: Arity,
    /// Whether it returns ownership itself; else it returns what a function argument returns.
    pub owns: bool,
}

/// The stubs by the import paths that they name. Those of a version and those of any version are one package.
pub(super) fn by_path(stubs: Vec<Stub>) -> FxHashMap<String, StubCell> {
    let mut groups: FxHashMap<String, Vec<Stub>> = FxHashMap::default();
    for stub in stubs {
        groups.entry(stub.path.clone()).or_default().push(stub);
    }
    let cell = |(path, stubs): (&String, &Vec<Stub>)| {
        let mut stubs = stubs.clone();
        let of_any_version = super::with_any_version(path).and_then(|path| groups.get(&path));
        for stub in of_any_version.into_iter().flatten() {
            // The binary describes a version by itself only where it differs from the others.
            if stub.origin != StubOrigin::Embedded || stubs.iter().all(|own| own.origin != StubOrigin::Embedded) {
                stubs.push(stub.clone());
            }
        }
        stubs.sort_by_key(|stub| stub.origin);
        let (package, versions, acquirers) = (OnceLock::new(), RwLock::default(), OnceLock::new());
        (path.clone(), StubCell { path: path.clone(), stubs, package, versions, acquirers })
    };
    groups.iter().map(cell).collect()
}

impl StubCell {
    /// The package of the stubs, under one of the paths that they describe.
    pub(super) fn package(&self, path: &str, queries: &Arc<Queries>) -> Arc<Package> {
        if self.path == path {
            return self.package.get_or_init(|| self.read(path, queries)).clone();
        }
        if let Some(known) = read(&self.versions).get(path) {
            return known.clone();
        }
        let package = self.read(path, queries);
        write(&self.versions).entry(path.to_string()).or_insert(package).clone()
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
        if let Some(effects) = &mut package.effects {
            effects.embedded = self.stubs.iter().map(|stub| stub.origin == StubOrigin::Embedded).collect();
        }
        Arc::new(package)
    }

    /// Its functions and methods whose calls may acquire a response. Those of a stub that speaks of none are not read for it.
    fn acquirers(&self, queries: &Arc<Queries>) -> &[Acquirer] {
        self.acquirers.get_or_init(|| match self.stubs.iter().any(|stub| may_acquire(&stub.text)) {
            true => acquirers(&self.package(&self.path, queries)),
            false => Box::default(),
        })
    }

    /// Whether one of its functions returns ownership of a response.
    pub(super) fn returns_ownership(&self, queries: &Arc<Queries>) -> bool {
        self.acquirers(queries).iter().any(|acquirer| acquirer.owns)
    }
}

/// Whether a text may hold a directive by which a call acquires a response.
fn may_acquire(text: &str) -> bool {
    has_word(text.as_bytes(), b"own") || has_word(text.as_bytes(), b"call")
}

fn acquirers(package: &Package) -> Box<[Acquirer]> {
    let of_file = |number| acquiring_functions(package, number).chain(acquiring_methods(package, number));
    (0..package.files.len()).flat_map(of_file).collect()
}

fn acquiring_functions(package: &Package, number: usize) -> impl Iterator<Item = Acquirer> {
    let file = &package.files[number];
    let behind = |row: &FuncSpan| file.source.text().get(row.whole.range().end..).and_then(|rest| rest.lines().next());
    let rows = file.items().functions.iter().enumerate();
    let rows = rows.filter(move |(_, row)| behind(row).is_some_and(may_acquire));
    let ids = rows.map(move |(function, _)| FuncId { file: index(number), function: index(function) });
    ids.filter(|id| package.counts(*id)).filter_map(move |id| {
        let decl = file.function(id.function as usize);
        let is_generic = !decl.signature.type_params.is_empty() || !decl.receiver_type_params().is_empty();
        let arity = Arity::of(&decl.signature);
        // `f[T](x)`: the arguments of a generic function are not compared.
        let arity = if is_generic { Arity { results: arity.results, ..Arity::ANY } } else { arity };
        acquirer(&decl.name, package.effects(id)?, arity)
    })
}

fn acquiring_methods(package: &Package, number: usize) -> impl Iterator<Item = Acquirer> {
    let file = &package.files[number];
    let counts = move |spec: usize, row: &SpecSpan| {
        let name = row.names.first().map_or("", |name| file.source.slice(*name));
        package.lookup(name).contains(&Entity::Type(index(number), index(spec)))
    };
    let specs = file.items().types.iter().enumerate();
    let specs = specs.filter(move |(spec, row)| {
        let lines = file.source.slice(row.spec).lines();
        let mut directives = lines.filter_map(|line| Some(line.split_once("//:")?.1));
        directives.any(may_acquire) && counts(*spec, row)
    });
    let methods = specs.flat_map(|(spec, row)| {
        let interface = row.names.first().map_or("", |name| file.source.slice(*name));
        interface_methods(file, spec).iter().map(move |method| (interface, method))
    });
    methods.filter_map(move |(interface, method)| {
        let effects = package.method_effects(index(number), interface, method)?;
        acquirer(&method.name, &effects, Arity::of(&method.signature))
    })
}

/// A function with these effects, if a call of it may acquire a response.
fn acquirer(name: &Name, effects: &[Effect], arity: Arity) -> Option<Acquirer> {
    let owns = effects.iter().any(|effect| matches!(effect, Effect::Own(..)));
    // What returns the response of a function that it calls returns its error too.
    let returns_two = arity.results.is_none_or(|results| results >= 2);
    let may_acquire = owns || returns_two && effects.iter().any(|effect| matches!(effect, Effect::Call(_)));
    may_acquire.then(|| Acquirer { name: name.clone(), arity, owns })
}

fn index(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

impl Package {
    /// Whether a function is what its name stands for, and not one of a stub whose place another has taken.
    fn counts(&self, id: FuncId) -> bool {
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
    /// The functions and interface methods of stubs whose calls may acquire a response, with the path of the stub; sorted by
    /// path.
    pub fn acquirers(&self) -> Vec<(&str, &[Acquirer])> {
        let mut all: Vec<(&str, &[Acquirer])> =
            self.stubs.par_iter().map(|(path, cell)| (path.as_str(), cell.acquirers(&self.queries))).collect();
        all.sort_unstable_by_key(|(path, _)| *path);
        all
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn index_of(users: &[(&str, &str)], embedded: &[(&str, &'static str)]) -> Index {
        let user = |(shown, text): &(&str, &str)| Stub::read(shown, (*text).to_string()).unwrap();
        let embedded = embedded.iter().map(|(shown, text)| Stub::embedded(shown, text).unwrap());
        Index::new(users.iter().map(user).chain(embedded).collect(), [], None, Queries::standard())
    }

    /// The stub in which the first function of a name is declared, and what it does.
    fn function(index: &Index, path: &str, name: &str) -> Option<(String, Vec<Effect>)> {
        let package = index.stub(path)?;
        match *package.lookup(name) {
            [Entity::Function(id)] => {
                let shown = package.files[id.file as usize].source.shown.to_string();
                Some((shown, package.effects(id)?.to_vec()))
            }
            _ => None,
        }
    }

    #[test]
    fn stubs_of_one_path_are_one_package() {
        let users = [
            ("a.go", "package any // import \"e.com/x\"\n\nfunc F()\nfunc (t T) M()\n"),
            ("b.go", "package any // import \"e.com/x\"\n\nfunc F() //: exit\nfunc G() //: exit\n"),
        ];
        let embedded = "package x // import \"e.com/x\"\n\ntype T struct{}\n\nfunc F() //: exit\nfunc H() //: exit\nfunc (t T) M() //: exit\nfunc (t T) N() //: exit\n";
        let index = index_of(&users, &[("x.go", embedded)]);
        let found = |name| function(&index, "e.com/x", name).unwrap();
        assert_eq!(found("F"), ("a.go".to_string(), Vec::new()));
        assert_eq!(found("G"), ("b.go".to_string(), vec![Effect::Exit]));
        assert_eq!(found("H"), ("x.go".to_string(), vec![Effect::Exit]));
        let package = index.stub("e.com/x").unwrap();
        assert_eq!(package.name, "x");
        assert_eq!(package.lookup("T").len(), 1);
        let file = |method| package.methods_named("T", method).iter().map(|id| id.file).collect::<Vec<_>>();
        assert_eq!((file("M"), file("N")), (vec![0], vec![2]));
    }

    #[test]
    fn a_version_takes_what_is_said_of_any_version() {
        let any = "package x // import \"e.com/x/*\"\n\nfunc F()\nfunc G()\n";
        let third = "package x // import \"e.com/x/v3\"\n\nfunc F() //: exit\n";
        let user = [("any.go", "package x // import \"e.com/x/*\"\n\nfunc G() //: exit\n")];
        let index = index_of(&user, &[("x.go", any), ("x_v3.go", third)]);
        let shown = |path, name| function(&index, path, name).map(|(shown, _)| shown);
        assert_eq!(shown("e.com/x/v2", "F").as_deref(), Some("x.go"));
        assert_eq!(shown("e.com/x/v2", "G").as_deref(), Some("any.go"));
        assert_eq!(shown("e.com/x/v3", "F").as_deref(), Some("x_v3.go"));
        assert_eq!(shown("e.com/x/v3", "G").as_deref(), Some("any.go"));
        // Functions are named by the version that is imported, whichever version was asked for first.
        assert_eq!(index.stub("e.com/x/v4").unwrap().path, "e.com/x/v4");
        assert_eq!(index.stub("e.com/x/v2").unwrap().path, "e.com/x/v2");
        assert_eq!(index.stub("e.com/x/v2"), index.stub("e.com/x/v2"));
        let user = [("third.go", "package x // import \"e.com/x/v3\"\n\nfunc H()\n")];
        let index = index_of(&user, &[("x.go", any)]);
        assert_eq!(function(&index, "e.com/x/v3", "F").unwrap().0, "x.go");
    }

    #[test]
    fn acquirers_are_known_by_their_effects() {
        let user = "package x // import \"e.com/x\"\n\n// own, call: words.\nfunc Own(\n\tu string,\n) (r *R, err error) //:own r\nfunc Call(f func(), n int) (r *R, err error) //: keep f;call f\nfunc Alone(f func()) (err error) //: call f\nfunc Over() (own *R) //: non-nil own\ntype I interface {\n\tGet(p *R) (r *R, err error) //:\town r\n\tPut()\n}\nfunc All[T any](f func() (T, error), n int) (t T, err error) //: call f\n";
        let embedded = "package x // import \"e.com/x\"\n\nfunc Over() (r *R) //: own r\n";
        let index = index_of(&[("a.go", user)], &[("x.go", embedded)]);
        let all = index.acquirers();
        let names: Vec<(&str, bool, Option<u16>)> =
            all[0].1.iter().map(|own| (own.name.as_str(), own.owns, own.arity.params)).collect();
        let expected = [("Own", true, Some(1)), ("Call", false, Some(2)), ("All", false, None), ("Get", true, Some(1))];
        assert_eq!(names, expected);
    }

    /// `queries/http.scm` lists what net/http hands out, `stubs/net_http.go` says in which result.
    #[test]
    fn the_query_and_the_stub_of_net_http_agree() {
        let (_, text) = crate::program::embedded::STUBS.iter().find(|(name, _)| *name == "net_http.go").unwrap();
        // As a stub of the user, which the query does not restrict.
        let stub = Stub::read("net_http.go", (*text).to_string()).unwrap();
        let index = Index::new(vec![stub], [], None, Queries::standard());
        let package = index.stub("net/http").unwrap();
        let file = &package.files[0];
        let owns = |effects: &[Effect]| effects.iter().any(|effect| matches!(effect, Effect::Own(..)));
        let mut said: Vec<(String, String)> = Vec::new();
        for function in 0..file.function_count() {
            let decl = file.function(function);
            if owns(package.effects(FuncId { file: 0, function: self::index(function) }).unwrap()) {
                said.push((decl.receiver_type().map_or(String::new(), |ty| ty.to_string()), decl.name.to_string()));
            }
        }
        for number in 0..file.items().types.len() {
            let interface = file.type_decl(number).name.to_string();
            let methods = interface_methods(file, number).iter();
            let owning = methods.filter(|m| package.method_effects(0, &interface, m).is_some_and(|own| owns(&own)));
            said.extend(owning.map(|method| (interface.clone(), method.name.to_string())));
        }
        let rows = Queries::standard();
        let mut listed: Vec<(String, String)> = rows
            .acquirers()
            .iter()
            .flat_map(|row| row.names.iter().map(|name| (row.receiver.clone().unwrap_or_default(), name.clone())))
            .collect();
        said.sort();
        listed.sort();
        assert_eq!(said, listed, "left: `own` in stubs/net_http.go; right: names in queries/http.scm");
    }

    #[test]
    fn mistakes_stand_where_they_are() {
        let mistake = |text: &str| Stub::read("x.go", text.to_string()).unwrap_err().to_string();
        let in_package = |text: &str| mistake(&format!("package x // import \"e.com/x\"\n\n{text}"));
        for (text, expected) in [
            ("func F(\n\tu string,\n) (r int) //: own s\n", "5: `s` is no result; the only one is `r`"),
            (
                "type I interface {\n\tF() (r int) //: own r\n\tG() (r int) //: wrap r\n}\n",
                "5: `wrap r` is no directive",
            ),
            ("type I interface {\n\t//: exit\n\tF() //: exit\n\tG(\n\t) //: exit\n}\n", "4: this `//:` belongs to no"),
            ("type T struct {\n\tf func() //: exit\n}\n", "4: this `//:` belongs to no"),
            ("func F() //: exit // why\n", "3: `exit // why` is no directive"),
            ("func F() {\n\tx(\n}\n", "3: no valid Go"),
            ("fun F()\n", "3: no valid Go"),
        ] {
            let found = in_package(text);
            assert!(found.starts_with(expected), "{text}: {found}");
        }
        assert!(mistake("package x // of \"e.com/x\"\n").starts_with("1: `package x` does not say"));
        assert!(mistake("").starts_with("1: no package clause"));
    }

    #[test]
    fn directives_are_read_in_every_spelling() {
        for text in [
            "//go:build x\n\npackage x //import `e.com/x`\n\nfunc F() { return } //:exit\n",
            "/*\npackage y\n*/\npackage x /* import \"e.com/x\" */\nfunc F(\n\ta, b int, // why\n) (\n\terr error,\n)\t//:\t exit\t;\n",
            "package x // import \"e.com/x\"\r\n\r\nfunc F() //: exit\r\nconst C = \"//: no\"\r\n",
        ] {
            let index = index_of(&[("a.go", text)], &[]);
            assert_eq!(function(&index, "e.com/x", "F").unwrap().1, [Effect::Exit], "{text}");
        }
    }
}
