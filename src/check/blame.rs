//! Contracts: whether the callers of a function that returns an open response together with an error are meant to close it.
//!
//!     resp, err := getOrErr(u)                          a call of the function on whose error path the body is closed is the
//!     if resp != nil { defer resp.Body.Close() }        witness of a contract; without one the function is at fault
//!
//! The files of the function's module are searched for its name, and only the calls in question are walked. Functions that pass both
//! the response and the error on are searched for in turn. The answer depends on the files of the module alone.

use super::contracts::{Contract, Contracts};
use super::function::{explore_from_entry, frames};
use crate::findings::finding::Witness;
use crate::go::body::{Call, Callee, OUTER, Part};
use crate::go::lex::words;
use crate::ground::source::Entry;
use crate::leak::{Aim, Analysis, DEEPEST_CALLS, Origin, Walk, live, sites_of_calls};
use crate::program::resolve::Resolver;
use crate::program::{FuncId, FuncRef, Index, Package, Scope};
use crate::task::Task;
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// A module in which more functions than this mention one of the names in question gives no answer.
const MOST_FUNCTIONS: usize = 20_000;

/// How often the search goes on with the names of functions that pass a response on together with its error.
const MOST_FORWARDERS: usize = DEEPEST_CALLS;

/// Looks for the contracts of functions with error exits.
pub(super) fn find_contracts(task: &Task, index: &Index, origins: BTreeSet<Origin>) -> Contracts {
    let mut by_module: BTreeMap<PathBuf, BTreeSet<Origin>> = BTreeMap::new();
    for origin in origins {
        let folder = origin.function.as_ref().and_then(|function| function.package.folder.as_deref());
        if let Some(folder) = folder {
            let root = index.module_folder(folder).unwrap_or_else(|| folder.to_path_buf());
            by_module.entry(root).or_default().insert(origin);
        }
    }
    // A cancelled context is no witness.
    let analysis = Analysis::new(index, true, &task.notes);
    let found = by_module.into_iter().flat_map(|(root, origins)| {
        let files = files_of_module(index, &root);
        let search = ContractSearch { task, analysis: &analysis, root, files };
        search.run(origins)
    });
    Contracts::new(found.collect())
}

/// The Go files of a module, without tests, vendored ones and those of modules inside of it.
fn files_of_module(index: &Index, root: &Path) -> Vec<(PathBuf, Entry)> {
    let mut files = Vec::new();
    let mut open = vec![root.to_path_buf()];
    while let Some(folder) = open.pop() {
        if folder != root && folder.join("go.mod").is_file() {
            continue;
        }
        let listing = index.listing(&folder);
        let is_test = |file: &Entry| file.path.to_string_lossy().ends_with("_test.go");
        files.extend(listing.go_files.iter().filter(|file| !is_test(file)).map(|file| (folder.clone(), file.clone())));
        let is_read =
            |name: &str| !name.starts_with(['.', '_']) && !matches!(name, "vendor" | "testdata" | "node_modules");
        open.extend(
            listing.folders.iter().filter(|name| is_read(&name.to_string_lossy())).map(|name| folder.join(name)),
        );
    }
    files.sort_by(|a, b| a.1.cmp(&b.1));
    files
}

/// The search in one module.
struct ContractSearch<'a> {
    task: &'a Task,
    analysis: &'a Analysis<'a>,
    /// The folder of the module, absolute.
    root: PathBuf,
    files: Vec<(PathBuf, Entry)>,
}

/// What a call shows of a function with an error exit.
enum Shown {
    /// The response that came with the error is closed.
    Witness(Origin, Witness),
    /// Both are passed on by a function of this name.
    Forwarder(Origin, String),
}

impl ContractSearch<'_> {
    fn run(&self, origins: BTreeSet<Origin>) -> BTreeMap<Origin, Contract> {
        let mut names: BTreeMap<String, BTreeSet<Origin>> = BTreeMap::new();
        for origin in &origins {
            names.entry(origin.name().unwrap_or_default().to_string()).or_default().insert(origin.clone());
        }
        let mut found: BTreeMap<Origin, Contract> =
            origins.into_iter().map(|origin| (origin, Contract::None)).collect();
        let mut searched: BTreeSet<(String, Origin)> = BTreeSet::new();
        for _ in 0..MOST_FORWARDERS {
            names.retain(|_, origins| {
                origins.retain(|origin| found.get(origin) == Some(&Contract::None));
                !origins.is_empty()
            });
            if names.is_empty() {
                break;
            }
            searched.extend(names.iter().flat_map(|(name, origins)| origins.iter().map(|o| (name.clone(), o.clone()))));
            let Some(shown) = self.round(&names) else {
                names.values().flatten().for_each(|origin| {
                    found.insert(origin.clone(), Contract::Undecided);
                });
                break;
            };
            names.clear();
            for shown in shown {
                match shown {
                    Shown::Witness(origin, witness) => note_witness(&mut found, origin, witness),
                    Shown::Forwarder(origin, name) if !searched.contains(&(name.clone(), origin.clone())) => {
                        names.entry(name).or_default().insert(origin);
                    }
                    Shown::Forwarder(..) => {}
                }
            }
        }
        found
    }

    /// What the functions that mention one of the names show; `None` if there are too many of them.
    fn round(&self, names: &BTreeMap<String, BTreeSet<Origin>>) -> Option<Vec<Shown>> {
        let mentions: Vec<(Arc<Package>, u32, Vec<usize>)> = self
            .files
            .par_iter()
            .map_init(Vec::new, |buffer, file| self.mentions(file, names, buffer))
            .flatten()
            .collect();
        if mentions.iter().map(|(_, _, functions)| functions.len()).sum::<usize>() > MOST_FUNCTIONS {
            return None;
        }
        let shown = mentions.par_iter().flat_map_iter(|(package, number, functions)| {
            functions.iter().flat_map(|function| {
                let id = FuncId { file: *number, function: u32::try_from(*function).unwrap_or(u32::MAX) };
                self.shown_by(&FuncRef { package: package.clone(), id }, names)
            })
        });
        Some(shown.collect())
    }

    /// The functions of a file that mention one of the names.
    fn mentions(
        &self,
        (folder, file): &(PathBuf, Entry),
        names: &BTreeMap<String, BTreeSet<Origin>>,
        buffer: &mut Vec<u8>,
    ) -> Option<(Arc<Package>, u32, Vec<usize>)> {
        let text = match self.task.open.get(&file.path) {
            Some(text) => &**text,
            None => {
                file.read_into(buffer).ok()?;
                buffer
            }
        };
        let offsets: Vec<usize> = names.keys().flat_map(|name| words(text, name.as_bytes())).collect();
        if offsets.is_empty() {
            return None;
        }
        let (package, number) = self.analysis.index.file_in(folder, &file.path)?;
        let content = &package.files[number as usize];
        if content.is_generated() {
            return None;
        }
        let spans = content.items().functions.iter().map(|function| function.whole.range());
        let is_mentioned = |span: &std::ops::Range<usize>| offsets.iter().any(|at| span.contains(at));
        let functions = spans.enumerate().filter(|(_, span)| is_mentioned(span)).map(|(number, _)| number).collect();
        Some((package, number, functions))
    }

    /// What the calls in a function show.
    fn shown_by(&self, function: &FuncRef, names: &BTreeMap<String, BTreeSet<Origin>>) -> Vec<Shown> {
        let Some(body) = function.body().filter(|body| !body.is_damaged) else {
            return Vec::new();
        };
        let analysis = self.analysis;
        let resolver = Resolver::new(analysis.index, &body, Scope::of_function(analysis.index, function));
        let is_named = |call: &Call| match call.callee {
            Callee::Place(place) => match &body.places[place.index()].part {
                Some((_, Part::Field(name))) => names.contains_key(name.as_str()),
                Some(_) => true,
                // The result of a function that is called at once has no name.
                None => body.slot(place).name.is_empty() || names.contains_key(body.slot(place).name.as_str()),
            },
            _ => false,
        };
        let mut live_cell = None;
        let mut shown = Vec::new();
        for frame in frames(&body) {
            for site in sites_of_calls(analysis, &resolver, frame, DEEPEST_CALLS, is_named).sites {
                let Some(origin) = site.error_exit().filter(|origin| names.values().any(|all| all.contains(origin)))
                else {
                    continue;
                };
                let live = live_cell.get_or_insert_with(|| live(&body));
                let walk =
                    Walk { analysis, resolver: &resolver, live, root: OUTER, depth: DEEPEST_CALLS, aim: Aim::Leaks };
                let explored = explore_from_entry(walk, frame, &site);
                if explored.gave_up {
                    continue;
                }
                if explored.is_closed_somewhere {
                    let source = &function.file().source;
                    let span = body.blocks[site.block.index()].events[site.event].span;
                    let path = source.path.strip_prefix(&self.root).unwrap_or(&source.path);
                    let witness = Witness {
                        path: path.to_string_lossy().replace('\\', "/"),
                        line: source.line(span.start),
                        function: body.name.clone(),
                    };
                    shown.push(Shown::Witness(origin.clone(), witness));
                }
                if explored.acquired.iter().any(|acquired| acquired.error_exit.as_ref() == Some(origin)) {
                    shown.push(Shown::Forwarder(origin.clone(), function.decl().name.to_string()));
                }
            }
        }
        shown
    }
}

/// Notes a witness, or the first one of several.
fn note_witness(found: &mut BTreeMap<Origin, Contract>, origin: Origin, witness: Witness) {
    let known = found.entry(origin).or_insert(Contract::None);
    match known {
        Contract::Witnessed(first) if *first <= witness => {}
        _ => *known = Contract::Witnessed(witness),
    }
}
