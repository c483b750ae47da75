//! What the stubs of the binary say of libraries, against the source of the libraries where it is at hand.
//!
//!     queries/stubs/example_com_fetch.go:7: Get: `own resp`, but by its source the caller gets no open response
//!
//! A stub decides, whatever the source says, so a wrong one is not seen in a check. The analysis of the source is no proof either:
//! a difference is a reason to read both.

use crate::check::index_for;
use crate::go::arity::Arity;
use crate::go::outline::Name;
use crate::ground::globs::Globs;
use crate::leak::{Aim, Analysis, DEEPEST_CALLS, Handle, Summary, SummaryKey};
use crate::meaning::effect::Effect;
use crate::program::embedded::STUBS;
use crate::program::{Entity, FrameRef, FuncId, FuncRef, Index, Package, Stub, absolute_folder, is_standard};
use crate::run::discover::{Filter, NamedFiles, TestFiles, discover};
use crate::task::Task;
use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;

/// One line for each function of a stub that the source contradicts, for the libraries that Go files below the paths import and whose
/// source is at hand; then how many were compared. Fails with a sentence if a path does not exist.
pub(super) fn contradictions(paths: &[String]) -> Result<String, String> {
    let filter =
        Filter { exclude: Globs::default(), tests: TestFiles::Wanted, named: NamedFiles::AlwaysChecked, threads: 0 };
    let found = discover(paths, &filter);
    if let Some(message) = found.missing.first() {
        return Err(message.clone());
    }
    let all = index_for(&Task { report: found.files.clone(), ..Task::default() });
    // A library is compared once, as the first importer sees it.
    let mut libraries: BTreeMap<Name, PathBuf> = BTreeMap::new();
    for file in &found.files {
        let Some((package, number)) = absolute_folder(&file.path).and_then(|folder| all.file_in(&folder, &file.path))
        else {
            continue;
        };
        let Some(folder) = package.folder.as_deref() else { continue };
        for import in package.files[number as usize].imports() {
            let is_compared = !is_standard(&import.path) && all.stub(&import.path).is_some();
            if is_compared && all.import_source(folder, &import.path).is_some() {
                libraries.entry(import.path.clone()).or_insert_with(|| folder.to_path_buf());
            }
        }
    }
    let embedded = STUBS.iter().filter_map(|(name, text)| Stub::embedded(name, text));
    let others = embedded.filter(|stub| !libraries.keys().any(|path| stub.describes(path)));
    let bare = Index::new(others.collect(), [], Task::default().open, Task::default().queries);
    let stubs = Analysis::new(&all, false, &[]);
    let (mut text, mut functions) = (String::new(), 0);
    for (path, folder) in &libraries {
        let (Some(stub), Some(source)) = (all.stub(path), bare.import_source(folder, path)) else { continue };
        let comparison = Comparison { stubs: &stubs, index: &bare, stub: &stub, source: &source };
        for (file, content) in (0_u32..).zip(&stub.files) {
            for function in 0..content.function_count() {
                functions += 1;
                let id = FuncId { file, function: u32::try_from(function).unwrap_or(u32::MAX) };
                text.extend(comparison.contradiction(id));
            }
        }
    }
    text.push_str(&format!("compared: {functions} functions, libraries: {}\n", libraries.len()));
    Ok(text)
}

/// A stub and the source of its library, in an index that does not know the stub.
struct Comparison<'a> {
    /// An analysis that knows the stub.
    stubs: &'a Analysis<'a>,
    index: &'a Index,
    stub: &'a Arc<Package>,
    source: &'a Arc<Package>,
}

impl Comparison<'_> {
    /// The line that says how the source contradicts a function of the stub, if it does.
    fn contradiction(&self, id: FuncId) -> Option<String> {
        let function = FuncRef { package: self.stub.clone(), id };
        let decl = function.decl();
        let own = self.in_source(&function);
        let why = match &own {
            None if self.is_promoted(&function) => return None,
            None => "the source declares no such function".to_string(),
            Some(own) if Arity::of(&own.decl().signature) != Arity::of(&decl.signature) => {
                "the source declares it with other parameters or results".to_string()
            }
            Some(own) => self.effect_contradicted(&function, own)?,
        };
        let row = &function.file().items().functions[id.function as usize];
        let line = function.file().source.line(row.name.start);
        let name = decl.receiver_type().map_or(decl.name.to_string(), |ty| format!("{ty}.{}", decl.name));
        Some(format!("queries/stubs/{}:{line}: {name}: {why}\n", function.file().source.shown))
    }

    /// The function or method of the source under the same name.
    fn in_source(&self, function: &FuncRef) -> Option<FuncRef> {
        let decl = function.decl();
        let id = match decl.receiver_type() {
            Some(ty) => self.source.methods_named(ty, &decl.name).first().copied(),
            None => self.source.lookup(&decl.name).iter().find_map(|entity| match entity {
                Entity::Function(id) => Some(*id),
                _ => None,
            }),
        };
        Some(FuncRef { package: self.source.clone(), id: id? })
    }

    /// Whether a type of the source has a method by embedding, or declares it as an interface.
    fn is_promoted(&self, function: &FuncRef) -> bool {
        let decl = function.decl();
        let ty = decl.receiver_type().and_then(|ty| self.index.package_type(self.source, ty, &[]));
        ty.is_some_and(|ty| self.index.member(&ty, &decl.name).is_some())
    }

    fn effect_contradicted(&self, function: &FuncRef, own: &FuncRef) -> Option<String> {
        let effects = self.stubs.effects(function)?;
        let analysis = Analysis::new(self.index, false, &[]);
        let name =
            |number: usize| function.decl().signature.results.get(number).map_or("", |result| &result.name).to_string();
        effects.iter().find_map(|effect| match effect {
            Effect::Own(result, _) => {
                let found = analysis.acquired(own, Vec::new(), DEEPEST_CALLS)?;
                (found.outcomes.is_empty() && !found.reach.is_cut())
                    .then(|| format!("`own {}`, but by its source the caller gets no open response", name(*result)))
            }
            Effect::Released(result) => {
                let found = analysis.acquired(own, Vec::new(), DEEPEST_CALLS)?;
                (!found.outcomes.is_empty()).then(|| {
                    format!("`released {}`, but by its source the caller gets an open response", name(*result))
                })
            }
            Effect::Close(param, path) if path.is_empty() => {
                let handles = [Handle::Response, Handle::Body];
                let summaries: Vec<Arc<Summary>> = handles
                    .into_iter()
                    .filter_map(|handle| {
                        let tracked = Some((*param, Vec::new(), handle));
                        analysis.summary(
                            SummaryKey { callee: FrameRef::of(own), tracked, facts: Vec::new(), aim: Aim::Leaks },
                            DEEPEST_CALLS,
                        )
                    })
                    .collect();
                (!summaries.is_empty() && summaries.iter().all(|summary| summary.only_leaves_open()))
                    .then(|| "`close`, but by its source it leaves it open".to_string())
            }
            _ => None,
        })
    }
}
