//! A piece of Go for unit tests, with what the index, the resolver and a walk make of it. Nothing is read from disk.
//!
//!     let snippet = Snippet::new("func f(c *http.Client) { resp, _ := c.Get(``) }");
//!     snippet.resolved("f", |resolver| ..)
//!
//! The code is a file without package clause and imports: those of the standard library that it names are added, and `lib`, a
//! stub that a test may bring along.

use super::cases;
use crate::check::index_for;
use crate::go::body::OUTER;
use crate::ground::open_texts::OpenTexts;
use crate::leak::{Aim, Analysis, DEEPEST_CALLS, Walk, live};
use crate::meaning::effect::Meaning;
use crate::meaning::notes::Note;
use crate::program::resolve::Resolver;
use crate::program::{Entity, FuncRef, Index, Package, Scope};
use crate::task::Task;
use std::path::Path;
use std::sync::Arc;

/// The packages that a snippet may name.
const IMPORTS: [&str; 8] = ["context", "errors", "example.com/lib", "io", "math", "net/http", "os", "testing"];

/// A folder that is not on disk.
const FOLDER: &str = "/bodyguard-snippet";

pub struct Snippet {
    pub index: Index,
    package: Arc<Package>,
    notes: Vec<Note>,
}

impl Snippet {
    pub fn new(code: &str) -> Snippet {
        Snippet::with_stub(code, "")
    }

    /// `stub` are the declarations of the package `lib`, with their directives.
    pub fn with_stub(code: &str, stub: &str) -> Snippet {
        Snippet::of_files(&[&file("p", &format!("import (\n{})\n", imports(code)), code)], stub)
    }

    /// The files of one package, with package clause and imports.
    pub fn of_files(files: &[&str], stub: &str) -> Snippet {
        let mut open = OpenTexts::default();
        for (number, text) in files.iter().enumerate() {
            open.insert(&Path::new(FOLDER).join(format!("{number}.go")), text.as_bytes());
        }
        let head = format!("import (\n{})\n", imports(&stub.replace("lib.", "")));
        let stub = cases::stub("lib.go", &file("lib // import \"example.com/lib\"", &head, stub));
        let index = index_for(&Task { open, stubs: vec![stub], ..Task::default() });
        let folder = std::path::absolute(FOLDER).expect("the path can be absolute");
        let package = index.folder(&folder).into_iter().next().expect("the snippet is a package");
        Snippet { index, package, notes: Vec::new() }
    }

    /// What the configuration says of a function, by its full name; the package of the snippet is `p`.
    pub fn noted(self, name: &str, meaning: Meaning) -> Snippet {
        let name = match name.strip_prefix("p.") {
            Some(own) => format!("{}.{own}", self.package.path),
            None => name.to_string(),
        };
        Snippet { notes: vec![Note::Function(name, meaning)], ..self }
    }

    /// A full name with `p` for the package of the snippet.
    pub fn shown(&self, full_name: &str) -> String {
        full_name.replace(&*self.package.path, "p")
    }

    /// The function with a name.
    pub fn function(&self, name: &str) -> FuncRef {
        let id = self.package.lookup(name).iter().find_map(|entity| match entity {
            Entity::Function(id) => Some(*id),
            _ => None,
        });
        FuncRef { package: self.package.clone(), id: id.unwrap_or_else(|| panic!("no function {name}")) }
    }

    pub fn analysis(&self) -> Analysis<'_> {
        Analysis::new(&self.index, false, &self.notes)
    }

    /// What `ask` is told about the body of a function.
    pub fn resolved<T>(&self, name: &str, ask: impl FnOnce(&Resolver) -> T) -> T {
        let function = self.function(name);
        let body = function.body().expect("the function has a body");
        assert!(!body.is_damaged, "{name} is damaged");
        ask(&Resolver::new(&self.index, &body, Scope::of_function(&self.index, &function)))
    }

    /// What `ask` is told about a walk through a function.
    pub fn walked<T>(&self, name: &str, ask: impl FnOnce(&Walk) -> T) -> T {
        let analysis = self.analysis();
        self.resolved(name, |resolver| {
            let live = live(resolver.body);
            ask(&Walk {
                analysis: &analysis,
                resolver,
                live: &live,
                root: OUTER,
                depth: DEEPEST_CALLS,
                aim: Aim::Leaks,
            })
        })
    }
}

fn file(package: &str, imports: &str, code: &str) -> String {
    format!("package {package}\n{imports}{code}\n")
}

fn imports(code: &str) -> String {
    let is_named = |path: &&&str| code.contains(&format!("{}.", path.rsplit('/').next().unwrap_or(path)));
    IMPORTS.iter().filter(is_named).map(|path| format!("\t\"{path}\"\n")).collect()
}
