//! Notes of the configuration that change nothing, because no call in the checked files is one of the function they name.
//!
//!     [[handled]]
//!     func = "example.com/x.(*Client).Fetch"     nothing calls it: was (*Clients) meant?
//!
//! The check asks only for functions that can matter to a response; what it has not asked for is looked up here, in the text of all
//! files first. In doubt a note counts as met: a call whose type is not known may be the one that is named.

use super::index_for;
use crate::go::body::{Call, Callee, EventKind};
use crate::go::lex::has_word;
use crate::go::outline::Name;
use crate::ground::source::GoFile;
use crate::ground::stack;
use crate::ground::suggest::closest;
use crate::meaning::notes::{FunctionSet, Note, fits, plain_name};
use crate::program::resolve::{CallTarget, Resolver};
use crate::program::{FuncId, FuncRef, Index, Package, Scope, absolute_folder};
use crate::task::Task;
use rayon::prelude::*;
use std::collections::BTreeSet;
use std::sync::Arc;

/// A note without effect.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnmetNote {
    /// Its number among the notes of the task.
    pub note: usize,
    /// The full name, or import path, that was probably meant.
    pub nearest: Option<String>,
}

/// Those of the notes with these numbers that no call in the files of the task meets.
pub fn unmet_notes(task: &Task, numbers: &[usize]) -> Vec<UnmetNote> {
    let index = index_for(task);
    let wanted: Vec<Wanted> = numbers.iter().map(|number| Wanted::new(*number, &task.notes[*number])).collect();
    let in_file = |file: &GoFile| in_file(&index, file, &wanted).unwrap_or_default();
    let parts: Vec<Seen> = stack::on_large(|| task.report.par_iter().map(in_file).collect());
    let mut all = Seen::default();
    for part in parts {
        all.met.extend(part.met);
        all.names.extend(part.names);
        all.imports.extend(part.imports);
    }
    let unmet = wanted.iter().filter(|wanted| !all.met.contains(&wanted.number));
    unmet.map(|wanted| UnmetNote { note: wanted.number, nearest: wanted.nearest(&index, task, &all) }).collect()
}

/// A note that is looked for.
struct Wanted<'a> {
    number: usize,
    note: &'a Note,
    /// The import path of the function, or the pattern of one.
    package: &'a str,
    /// The name of the function without package and type, or the pattern of one; empty for a package or module.
    own_name: &'a str,
}

/// What the files have that fits.
#[derive(Default)]
struct Seen {
    met: BTreeSet<usize>,
    /// Full names of functions that are called by the own name of a note.
    names: BTreeSet<String>,
    imports: BTreeSet<Name>,
}

impl<'a> Wanted<'a> {
    fn new(number: usize, note: &'a Note) -> Wanted<'a> {
        let (package, own_name) = match note {
            Note::Function(name, _) | Note::Handled(FunctionSet::Pattern(name)) => parts(name),
            Note::Handled(FunctionSet::Package(path) | FunctionSet::Module(path)) => (path.as_str(), ""),
        };
        Wanted { number, note, package, own_name }
    }

    /// Whether a function or variable is one of those that the note names.
    fn is_met_by(&self, package: &str, full_name: &str) -> bool {
        match self.note {
            Note::Function(name, _) => plain_name(name) == plain_name(full_name),
            Note::Handled(set) => set.contains(package, full_name),
        }
    }

    /// Whether a call by a name, of something that comes from a package, may be a call of such a function. If the package is not known
    /// either, a method may be.
    fn may_be_met_by(&self, package: Option<&str>, own_name: &str) -> bool {
        let is_method = match self.note {
            Note::Function(name, _) | Note::Handled(FunctionSet::Pattern(name)) => name.contains('('),
            Note::Handled(_) => return false,
        };
        fits(self.own_name, own_name) && package.map_or(is_method, |package| fits(self.package, package))
    }

    /// Whether a text may have a call of such a function.
    fn may_be_in(&self, text: &str) -> bool {
        !self.own_name.is_empty()
            && (self.own_name.contains('*') || has_word(text.as_bytes(), self.own_name.as_bytes()))
    }

    fn nearest(&self, index: &Index, task: &Task, seen: &Seen) -> Option<String> {
        if self.own_name.is_empty() {
            return closest(self.package, seen.imports.iter().map(Name::as_str)).map(str::to_string);
        }
        let Note::Function(written, _) = self.note else {
            return None;
        };
        let mut declared = declared_in(index, task, self.package);
        // The note itself has made a stub with the name that nothing declares.
        declared.retain(|name| plain_name(name) != plain_name(written));
        let tail = |name: &str| plain_name(name)[self.package.len()..].to_string();
        let tails: Vec<String> = declared.iter().map(|name| tail(name)).collect();
        let near = closest(&tail(written), tails.iter().map(String::as_str));
        let near = near.and_then(|near| tails.iter().position(|tail| tail == near)).map(|at| declared[at].clone());
        let same_name = || seen.names.iter().filter(|name| parts(name).1 == self.own_name).map(String::as_str);
        near.or_else(|| closest(written, same_name()).map(str::to_string))
    }
}

/// Import path and own name of a full name: `example.com/x.(*T).F` is `example.com/x` and `F`.
fn parts(full_name: &str) -> (&str, &str) {
    let (front, own_name) = full_name.rsplit_once('.').unwrap_or(("", full_name));
    let package = front.split_once(".(").map_or(front, |(package, _)| package);
    (package, own_name)
}

/// The full names of the functions that a package declares: by its source, as some file of the task imports it, or by a stub.
fn declared_in(index: &Index, task: &Task, path: &str) -> Vec<String> {
    let folders: BTreeSet<_> = task.report.iter().filter_map(|file| absolute_folder(&file.path)).collect();
    let path = Name::new(path);
    let source = folders.iter().find_map(|folder| index.import_source(folder, &path));
    let Some(package) = source.or_else(|| index.stub(&path)) else {
        return Vec::new();
    };
    let files = 0..u32::try_from(package.files.len()).unwrap_or(u32::MAX);
    let functions = files.flat_map(|file| {
        let count = u32::try_from(package.files[file as usize].function_count()).unwrap_or(u32::MAX);
        (0..count).map(move |function| FuncId { file, function })
    });
    let name = |id| FuncRef { package: package.clone(), id }.full_name();
    functions.map(name).collect::<BTreeSet<_>>().into_iter().collect()
}

fn in_file(index: &Index, file: &GoFile, wanted: &[Wanted]) -> Option<Seen> {
    let (package, number) = index.file_in(&absolute_folder(&file.path)?, &file.path)?;
    let content = &package.files[number as usize];
    let mut seen =
        Seen { imports: content.imports().iter().map(|import| import.path.clone()).collect(), ..Seen::default() };
    seen.imports.insert(Name::new(&package.path));
    for wanted in wanted.iter().filter(|wanted| wanted.own_name.is_empty()) {
        if seen.imports.iter().any(|path| wanted.is_met_by(path, path)) {
            seen.met.insert(wanted.number);
        }
    }
    let text = content.source.text();
    let wanted: Vec<&Wanted> = wanted.iter().filter(|wanted| wanted.may_be_in(text)).collect();
    if wanted.is_empty() {
        return Some(seen);
    }
    for function in 0..content.function_count() {
        let text = content.source.slice(content.items().functions[function].whole);
        if wanted.iter().any(|wanted| wanted.may_be_in(text)) {
            in_function(
                index,
                &package,
                FuncId { file: number, function: u32::try_from(function).ok()? },
                &wanted,
                &mut seen,
            );
        }
    }
    // The initial values of variables are not resolved.
    for variable in &content.items().variables {
        let text = content.source.slice(variable.spec);
        let may_be_met =
            |wanted: &&&Wanted| wanted.may_be_in(text) && seen.imports.iter().any(|path| fits(wanted.package, path));
        seen.met.extend(wanted.iter().filter(may_be_met).map(|wanted| wanted.number).collect::<Vec<_>>());
    }
    Some(seen)
}

fn in_function(index: &Index, package: &Arc<Package>, id: FuncId, wanted: &[&Wanted], seen: &mut Seen) {
    let file = &package.files[id.file as usize];
    let Some(body) = file.body_once(id.function as usize) else {
        let text = file.function_text(id.function as usize);
        seen.met.extend(wanted.iter().filter(|wanted| wanted.may_be_in(text)).map(|wanted| wanted.number));
        return;
    };
    let function = FuncRef { package: package.clone(), id };
    let resolver = Resolver::new(index, &body, Scope::of_function(index, &function));
    for event in body.blocks.iter().flat_map(|block| &block.events) {
        let EventKind::Call(call) = &event.kind else { continue };
        for (package, full_name) in called(&resolver, call) {
            let met = wanted.iter().filter(|wanted| wanted.is_met_by(&package, &full_name));
            seen.met.extend(met.map(|wanted| wanted.number));
            let own_name = parts(&full_name).1;
            if wanted.iter().any(|wanted| fits(wanted.own_name, own_name)) {
                seen.names.insert(full_name);
            }
        }
        if let CallTarget::Unknown | CallTarget::Unseen(_) = &*resolver.target(call)
            && let Some(own_name) = written_name(&resolver, call)
        {
            let path = resolver.unseen_package(call);
            let met = wanted.iter().filter(|wanted| wanted.may_be_met_by(path.as_deref(), &own_name));
            seen.met.extend(met.map(|wanted| wanted.number));
        }
    }
}

/// Package and full name of each function that a call may be one of.
fn called(resolver: &Resolver, call: &Call) -> Vec<(String, String)> {
    let of_function = |function: &FuncRef| (function.package.path.to_string(), function.full_name());
    match &*resolver.target(call) {
        CallTarget::Functions(functions, _) | CallTarget::Unbound(functions) => {
            functions.iter().map(of_function).collect()
        }
        CallTarget::Unseen(function) => vec![of_function(function)],
        CallTarget::Abstract(method) => {
            let package = method.interface.as_ref().map(|interface| interface.package.path.to_string());
            package.zip(method.full_name()).into_iter().collect()
        }
        CallTarget::Value(_) => {
            let value = match call.callee {
                Callee::Place(place) => resolver.named_value(place),
                _ => None,
            };
            value.map(|value| (value.package.path.to_string(), value.full_name())).into_iter().collect()
        }
        _ => Vec::new(),
    }
}

/// The last name of the callee as it is written: `Fetch` of `sdk.New().Fetch`.
fn written_name(resolver: &Resolver, call: &Call) -> Option<String> {
    let Callee::Place(place) = call.callee else {
        return None;
    };
    let written = resolver.body.describe(place);
    written.rsplit('.').next().map(str::to_string)
}
