//! The search for candidate names: a worklist of new names, until there are none.
//!
//! Each pass looks at the functions that use a name of the list; the names of those that return the response in their turn are the
//! list of the next pass.
//!
//!     http.Get                                     from the start
//!     func (c *client) open() (io.ReadCloser, error) { resp, err := http.Get(..      pass 1: `open`
//!     func (s *store) read() (*object, error) { rc, err := s.client.open(..          pass 2: `read`
//!
//! Whether a function returns ownership is decided by its body, in [`crate::leak`]; its text first rules out most that do not.

use super::declared::{TypeWords, declared_by, holders};
use super::reachable::Reachable;
use super::set::{CandidateSet, NewCandidate};
use super::uses::{FileUses, FolderUses, Keys, Seeds};
use super::{CandidateItems, Candidates};
use crate::candidates::scan::CandidateNames;
use crate::go::arity::Arity;
use crate::go::items::{FuncSpan, signature};
use crate::go::names::hash;
use crate::go::outline::{Param, Signature};
use crate::ground::source::Span;
use crate::leak::{Analysis, DEEPEST_CALLS, Facts, Summaries};
use crate::meaning::resource::{
    may_fill, may_fill_as_written, results_are_at_hand, results_may_hold_as_written, returned_by,
};
use crate::program::{FuncId, FuncRef, Index, Package, Wanted};
use crate::task::Task;
use rayon::prelude::*;
use rustc_hash::{FxHashMap, FxHashSet};
use std::path::Path;
use std::sync::Arc;

/// How many passes look for new names. Each is one step further from the library call; chains deeper than this are judged
/// by their signatures anyway.
const MOST_PASSES: usize = DEEPEST_CALLS;

/// So many bytes of functions in one folder are parsed without finding out whether an importer can call them: for that the package is
/// read again (10,000 bytes are parsed and followed in 3 ms, the text of a large package is read in 10 ms).
const WORTH_A_LOOK_OUTSIDE: usize = 16 << 10;

/// So many bytes of files that use a name are read in the first pass before texts are dropped: those that are looked into are
/// held till then. kubernetes has 50 MB of them, a third of which are three packages.
const HELD_AT_ONCE: usize = 4 << 20;

/// A folder, and those of its files that may use a name.
struct UsingFolder<'a> {
    path: &'a Path,
    files: Vec<&'a FileUses>,
}

impl UsingFolder<'_> {
    /// The bytes of the files.
    fn len(&self) -> usize {
        self.files.iter().map(|file| file.len).sum()
    }
}

/// A file with the items of it that use a fresh name, and its text.
type UsingFile<'a> = (&'a FileUses, CandidateItems, Vec<u8>);

/// Things in batches, the longest first: a batch ends with the thing that makes it longer than `most`.
fn in_batches<T>(mut things: Vec<T>, most: usize, len: impl Fn(&T) -> usize) -> Vec<Vec<T>> {
    things.sort_by_key(|thing| std::cmp::Reverse(len(thing)));
    let mut batches: Vec<Vec<T>> = Vec::new();
    let mut held = 0;
    for thing in things {
        let len = len(&thing);
        match batches.last_mut() {
            Some(batch) if held <= most => batch.push(thing),
            _ => {
                batches.push(vec![thing]);
                held = 0;
            }
        }
        held += len;
    }
    batches
}

/// The search and its surroundings.
pub(super) struct CandidateSearch<'a> {
    pub(super) task: &'a Task,
    pub(super) index: &'a mut Index,
    pub(super) seeds: &'a Seeds,
    /// The folders from which a source of responses can be reached.
    pub(super) folders: &'a [&'a FolderUses],
    pub(super) reachable: &'a Reachable<'a>,
    pub(super) summaries: &'a Arc<Summaries>,
}

impl<'a> CandidateSearch<'a> {
    /// All candidates.
    pub(super) fn run(&mut self, scanned: &[FolderUses]) -> CandidateSet {
        let mut set = self.seeded(scanned);
        self.add_declared(&mut set);
        // The texts that were read for their declarations may be large, and most users of the names are in other files.
        self.index.drop_texts();
        let declared = set.clone();
        let found = self.first_pass(&declared);
        let mut changed = FxHashSet::default();
        let mut fresh = set.add_found(found, &mut changed);
        {
            let first = self.candidates(&declared);
            for _ in 1..MOST_PASSES {
                if fresh.names().next().is_none() {
                    break;
                }
                let now = self.candidates(&set);
                let pass = Pass { now: &now, first: Some(&first), set: &set, fresh: &fresh };
                let found = self.look_at(&pass, self.folders_using(&fresh));
                fresh = set.add_found(found, &mut changed);
            }
        }
        self.index.drop_texts();
        set
    }

    /// The candidates from the start: those of the imported stubs and of the configuration.
    fn seeded(&self, scanned: &[FolderUses]) -> CandidateSet {
        let mut set = CandidateSet::default();
        let stubs: FxHashSet<&String> = scanned.iter().flat_map(|folder| &folder.stubs).collect();
        for (path, name, arity) in &self.seeds.rows {
            let is_imported = |path: &String| stubs.iter().any(|import| self.index.is_stub_of(import, path));
            if path.as_ref().is_none_or(is_imported) {
                set.insert(*name, *arity);
            }
        }
        for file in self.folders.iter().flat_map(|folder| &folder.files) {
            file.responses.iter().for_each(|word| set.names.insert_response_word(word));
        }
        set
    }

    /// The pass over the names from the start and those of declarations. It reads most, in batches: what it has read the other
    /// passes rarely need.
    fn first_pass(&mut self, declared: &CandidateSet) -> Vec<NewCandidate> {
        let mut found = Vec::new();
        for folders in in_batches(self.folders_using(&declared.names), HELD_AT_ONCE, UsingFolder::len) {
            let now = self.candidates(declared);
            let pass = Pass { now: &now, first: None, set: declared, fresh: &declared.names };
            found.extend(self.look_at(&pass, folders));
            self.index.drop_texts();
        }
        found
    }

    /// Adds the names that are declared with a response in their results: functions, methods of interfaces, fields and
    /// variables of function type. A type of such functions makes a candidate of what is declared with it, and another name for
    /// responses of what is declared with that.
    fn add_declared(&self, set: &mut CandidateSet) {
        let naming = |folder: &&&FolderUses| folder.files.iter().any(FileUses::names_response);
        let folders: Vec<&FolderUses> = self.folders.iter().filter(naming).copied().collect();
        let mut found: Vec<NewCandidate> =
            folders.par_iter().flat_map_iter(|folder| self.declared_with_response(folder)).collect();
        for _ in 0..MOST_PASSES {
            let fresh = set.add_declared(found);
            if fresh.is_empty() {
                break;
            }
            let named = |is_response| {
                let types = fresh.iter().filter(move |ty| ty.is_response == is_response);
                types.map(|ty| ty.name.as_str()).collect()
            };
            let words = TypeWords::new(named(true), named(false), Vec::new());
            let keys: Keys = fresh.iter().map(|ty| hash(ty.name.as_bytes())).collect();
            let may_name = |folder: &&&FolderUses| {
                fresh.iter().any(|ty| *ty.folder == *folder.folder)
                    || folder.files.iter().any(|file| file.uses_one_of(&keys))
            };
            let folders: Vec<&FolderUses> = self.folders.iter().filter(may_name).copied().collect();
            found = folders.par_iter().flat_map_iter(|folder| self.declared_with(folder, &words)).collect();
        }
    }

    /// The candidates that the declarations of a folder make which name `http.Response`.
    fn declared_with_response(&self, folder: &FolderUses) -> Vec<NewCandidate> {
        let naming = folder.files.iter().filter(|file| file.names_response());
        let responses: FxHashMap<&Path, &[String]> =
            naming.map(|file| (&*file.at.path, file.responses.as_slice())).collect();
        let mut found = Vec::new();
        let wanted = |file: &Path| if responses.contains_key(file) { Wanted::Soon } else { Wanted::Never };
        for package in self.index.folder_with_texts(&folder.folder, wanted) {
            let own = package.files.iter().filter_map(|file| Some((file, *responses.get(file.source.path.as_path())?)));
            let mut holders: Vec<&str> = own.flat_map(|(file, responses)| holders(file, responses)).collect();
            holders.push("io.ReadCloser");
            // Nearly all files of a folder write the type alike.
            let mut known: Option<TypeWords> = None;
            for file in &package.files {
                if let Some(responses) = responses.get(file.source.path.as_path()) {
                    let words = known.take().filter(|words| words.responses == **responses);
                    let words = words.unwrap_or_else(|| {
                        let responses = responses.iter().map(String::as_str).collect();
                        TypeWords::new(responses, Vec::new(), holders.clone())
                    });
                    declared_by(file, &words, &folder.folder, &mut found);
                    known = Some(words);
                }
            }
        }
        found
    }

    /// The candidates that the declarations of a folder make which name one of these types.
    fn declared_with(&self, folder: &FolderUses, words: &TypeWords) -> Vec<NewCandidate> {
        let mut found = Vec::new();
        for package in self.index.folder(&folder.folder) {
            for file in &package.files {
                if words.are_in(file.source.text()) {
                    declared_by(file, words, &folder.folder, &mut found);
                }
            }
        }
        found
    }

    /// The functions that may acquire a response by the names of a set.
    fn candidates(&self, set: &CandidateSet) -> Candidates<'_> {
        let analysis = Analysis::new(self.index, self.task.require_close, &self.task.notes);
        Candidates::new(analysis.with_summaries(self.summaries), Arc::new(set.names.clone()))
    }

    /// The folders with files that may use one of the names.
    fn folders_using(&self, names: &CandidateNames) -> Vec<UsingFolder<'a>> {
        let keys = self.seeds.keys(names);
        let mut folders = Vec::new();
        for folder in self.folders {
            let files: Vec<&FileUses> = folder.files.iter().filter(|file| file.uses_one_of(&keys)).collect();
            if !files.is_empty() {
                folders.push(UsingFolder { path: &folder.folder, files });
            }
        }
        folders
    }

    /// The new candidates among the functions and variables of folders that use a fresh name.
    fn look_at(&self, pass: &Pass, folders: Vec<UsingFolder>) -> Vec<NewCandidate> {
        let sure_keys = self.seeds.sure_keys(pass.fresh);
        let work = |UsingFolder { path, files }: UsingFolder| {
            if self.task.cancel.is_cancelled() {
                return Vec::new();
            }
            let mut buffer = Vec::new();
            let items = |file| self.items_using(pass, path, file, &sure_keys, &mut buffer);
            self.new_in_folder(pass, path, files.into_iter().filter_map(items).collect())
        };
        folders.into_par_iter().with_max_len(1).flat_map_iter(work).collect()
    }

    /// The functions and variables of a file that use a fresh name, if there are some.
    fn items_using<'f>(
        &self,
        pass: &Pass,
        folder: &Path,
        file: &'f FileUses,
        sure_keys: &Keys,
        text: &mut Vec<u8>,
    ) -> Option<UsingFile<'f>> {
        file.at.read_into(text).ok()?;
        let offsets = pass.fresh.fitting_in(text);
        if offsets.is_empty() && !file.uses_one_of(sure_keys) {
            return None;
        }
        let known = self.index.known_file_in(folder, &file.at.path);
        let known = known.as_ref().map(|(package, number)| package.files[*number as usize].items());
        let offsets = pass.fresh.with_words_in(text, offsets);
        let items = CandidateItems::at(text, known, offsets, |text, row| {
            head_of(text, row).is_none_or(|(receiver, signature)| {
                (results_may_hold_as_written(&signature) || may_fill_as_written(receiver.as_ref(), &signature))
                    && !pass.is_done_with(text, row.name, &signature)
            })
        });
        let is_worth = !items.functions.is_empty() || !items.variables.is_empty();
        is_worth.then(|| (file, items, text.clone()))
    }

    /// The new candidates among the items of a folder. The files are sorted by path.
    fn new_in_folder(&self, pass: &Pass, folder: &Path, files: Vec<UsingFile>) -> Vec<NewCandidate> {
        if files.is_empty() {
            return Vec::new();
        }
        let mut files = self.loaded(pass, folder, files);
        let bytes = files.iter().map(|(package, number, items)| bytes_of(package, *number, items)).sum::<usize>();
        let reachable = (bytes > WORTH_A_LOOK_OUTSIDE).then(|| self.reachable.names(self.index, folder));
        let mut found = Vec::new();
        for (package, number, items) in &mut files {
            let content = &package.files[*number as usize];
            if let Some(Some(names)) = reachable.as_deref() {
                items.functions.retain(|function| {
                    let row = content.items().functions.get(*function);
                    row.is_some_and(|row| names.contains(content.source.slice(row.receiver.unwrap_or(row.name))))
                });
            }
            found.extend(new_in_file(pass, package, *number, items));
        }
        found
    }

    /// The files with their packages, and those of their functions of which something new may be learnt.
    fn loaded(
        &self,
        pass: &Pass,
        folder: &Path,
        mut files: Vec<UsingFile>,
    ) -> Vec<(Arc<Package>, u32, CandidateItems)> {
        self.index.folder_with_texts(folder, |path| {
            match files.binary_search_by(|(file, ..)| file.at.path.as_os_str().cmp(path.as_os_str())) {
                Ok(number) => {
                    let (_, items, text) = &mut files[number];
                    Wanted::Text(std::mem::take(text), items.spans.take())
                }
                Err(_) => Wanted::Never,
            }
        });
        let load = |(file, mut items, text): UsingFile| {
            let (package, number) = self.index.file_in(folder, &file.at.path)?;
            let content = &package.files[number as usize];
            content.source.hold_text(text);
            // The file may have changed since.
            let count = content.items().functions.len();
            items.functions.retain(|function| *function < count && pass.may_learn_of(&package, number, *function));
            Some((package, number, items))
        };
        files.into_iter().filter_map(load).collect()
    }
}

/// How many bytes the functions of a file have that are still looked at.
fn bytes_of(package: &Package, number: u32, items: &CandidateItems) -> usize {
    let spans = package.files[number as usize].items();
    items.functions.iter().map(|function| spans.functions[*function].whole.range().len()).sum()
}

/// The receiver and the signature of a function.
fn head_of(text: &str, row: &FuncSpan) -> Option<(Option<Param>, Signature)> {
    let end = row.body.map_or(row.whole.end, |body| body.start);
    let (_, receiver, signature) = signature::func_head(text, Span { start: row.whole.start, end })?;
    Some((receiver, signature))
}

/// One pass over the worklist: one step further from the library calls.
struct Pass<'a> {
    /// The functions that may acquire a response by the candidates of now.
    now: &'a Candidates<'a>,
    /// The functions that may acquire one by the candidates from before the first pass, if this is a later pass.
    first: Option<&'a Candidates<'a>>,
    /// The candidates of now.
    set: &'a CandidateSet,
    /// The names on the list.
    fresh: &'a CandidateNames,
}

impl Pass<'_> {
    /// Whether nothing more can be learnt of a function: its name is a candidate, and this is the first pass, so that it cannot
    /// have changed.
    fn is_done_with(&self, text: &str, name: Span, signature: &Signature) -> bool {
        let name = text.get(name.range()).unwrap_or_default();
        self.first.is_none() && self.set.knows(hash(name.as_bytes()), &Arity::of(signature))
    }

    /// Whether a function may return more than is known, by its results and its text.
    fn may_learn_of(&self, package: &Arc<Package>, number: u32, function: usize) -> bool {
        let decl = package.files[number as usize].function(function);
        let signature = &decl.signature;
        let may_return = results_may_hold_as_written(signature);
        if !decl.has_body || !may_return && !may_fill_as_written(decl.receiver.as_ref(), signature) {
            return false;
        }
        if self.set.knows(hash(decl.name.as_bytes()), &Arity::of(signature)) {
            return self.first.is_some();
        }
        let function = function_of(package, number, function);
        // The text decides first where the types of the results may lead to more packages, some of them large.
        let index = self.now.analysis.index;
        let can_return = || {
            let (can_hold, can_make) = returned_by(index, &function);
            can_hold || can_make || may_fill(index, &function)
        };
        match results_are_at_hand(index, &function) {
            true => can_return() && self.now.may_acquire(&function),
            false => self.now.may_acquire(&function) && can_return(),
        }
    }
}

/// The new candidates among the items of a file: functions that return what a fresh name returns, and variables that hold such
/// a function.
fn new_in_file(pass: &Pass, package: &Arc<Package>, number: u32, items: &CandidateItems) -> Vec<NewCandidate> {
    let Pass { now, first, set, .. } = pass;
    let file = &package.files[number as usize];
    let mut found = Vec::new();
    for function in items.functions.iter().copied() {
        let decl = file.function(function);
        let (name, arity) = (hash(decl.name.as_bytes()), Arity::of(&decl.signature));
        let function = function_of(package, number, function);
        let acquired =
            |candidates: &Candidates| candidates.analysis.acquired_by_body(&function, Facts::new(), DEEPEST_CALLS);
        if set.knows(name, &arity) {
            let responses = |candidates| {
                acquired(candidates).map(|acquired| (acquired.outcomes.clone(), acquired.released.clone()))
            };
            if let Some(first) = first
                && responses(first) != responses(now)
            {
                NewCandidate::push_function(decl, arity, NewCandidate::Changed, &mut found);
            }
        } else if returned_by(now.analysis.index, &function).1
            || acquired(now).is_some_and(|acquired| !acquired.outcomes.is_empty() || !acquired.released.is_empty())
        {
            NewCandidate::push_function(decl, arity, NewCandidate::Name, &mut found);
        }
    }
    for row in items.variables.iter().filter_map(|variable| file.items().variables.get(*variable)) {
        if holds_function(file.source.slice(row.spec)) {
            let names = row.names.iter().map(|name| file.source.slice(*name).as_bytes());
            found.extend(names.flat_map(NewCandidate::variable));
        }
    }
    found
}

fn function_of(package: &Arc<Package>, file: u32, function: usize) -> FuncRef {
    let id = FuncId { file, function: u32::try_from(function).unwrap_or(u32::MAX) };
    FuncRef { package: package.clone(), id }
}

/// Whether the value of a `var` spec is a function: a literal, or the name of one.
fn holds_function(spec: &str) -> bool {
    let value = spec.split_once('=').map_or("", |(_, value)| value.trim());
    value.starts_with("func(") || !value.is_empty() && !value.contains(['(', '{', '"'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn batches_end_with_what_makes_them_too_long() {
        let batches = |lens: &[usize]| in_batches(lens.to_vec(), 10, |len| *len);
        assert_eq!(batches(&[]), Vec::<Vec<usize>>::new());
        assert_eq!(batches(&[1, 30, 5, 6, 11, 0]), [vec![30], vec![11], vec![6, 5], vec![1, 0]]);
        assert_eq!(batches(&[3, 3, 3]), [[3, 3, 3]]);
    }
}
