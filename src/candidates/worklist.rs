//! The search for hot names, round by round: who uses a name of the last round is asked whether it hands a response on.

use super::declared::{Words, declared_by};
use super::reachable::Reachable;
use super::uses::{FileUses, FolderUses, Keys, Seeds};
use super::{CandidateSet, CandidateType, Candidates, Users};
use crate::candidates::scan::CandidateNames;
use crate::go::arity::Arity;
use crate::go::items::{FuncSpan, signature};
use crate::go::names::{NameHash, hash, plain_hash};
use crate::go::outline::{FuncDecl, Signature};
use crate::ground::source::Span;
use crate::leak::{Analysis, DEEPEST_CALLS, Facts, Summaries};
use crate::meaning::resource::{can_tell_at_hand, results_may_hold_as_written, returned_by};
use crate::program::index::{FuncId, FuncRef, Index, Package, Wanted};
use crate::task::Task;
use rayon::prelude::*;
use rustc_hash::{FxHashMap, FxHashSet};
use std::path::Path;
use std::sync::Arc;

/// How many rounds look for new names. Each is one step further from the library call; chains deeper than this are judged
/// by their signatures anyway.
pub(super) const MOST_ROUNDS: usize = DEEPEST_CALLS;

/// So many bytes of functions in one folder are parsed without asking whether anybody outside of it can call them: to find
/// out, the package is read again (10,000 bytes are parsed and followed in 3 ms, the text of a large package is read in 10 ms).
const WORTH_A_LOOK_OUTSIDE: usize = 16 << 10;

/// So many bytes of files with users are read in the first round before texts are let go: those that are looked into are held
/// till then. kubernetes has 50 MB of them, a third of which are three packages.
const HELD_AT_ONCE: usize = 4 << 20;

/// A folder, and those of its files that may use a name.
struct Folder<'a> {
    path: &'a Path,
    files: Vec<&'a FileUses>,
}

impl Folder<'_> {
    /// The bytes of the files.
    fn len(&self) -> usize {
        self.files.iter().map(|file| file.len).sum()
    }
}

/// Things in parts, the longest first: a part ends with the thing that makes it longer than `most`.
fn in_parts<T>(mut things: Vec<T>, most: usize, len: impl Fn(&T) -> usize) -> Vec<Vec<T>> {
    things.sort_by_key(|thing| std::cmp::Reverse(len(thing)));
    let mut parts: Vec<Vec<T>> = Vec::new();
    let mut held = 0;
    for thing in things {
        let len = len(&thing);
        match parts.last_mut() {
            Some(part) if held <= most => part.push(thing),
            _ => {
                parts.push(vec![thing]);
                held = 0;
            }
        }
        held += len;
    }
    parts
}

/// What the search works with.
pub(super) struct Search<'a> {
    pub(super) task: &'a Task,
    pub(super) index: &'a mut Index,
    pub(super) seeds: &'a Seeds,
    pub(super) folders: &'a [&'a FolderUses],
    pub(super) reachable: &'a Reachable<'a>,
    pub(super) summaries: &'a Arc<Summaries>,
}

/// What makes more names hot.
pub(super) enum Found {
    /// A name that is hot.
    Name(NameHash, Arity),
    /// A function with a name that was hot already hands over more than it did before the first round: those who call it may
    /// get another answer now.
    Changed(NameHash, Arity),
    /// A type that makes hot what is declared with it.
    Type(CandidateType),
}

impl<'a> Search<'a> {
    /// All hot names.
    pub(super) fn run(&mut self, scanned: &[FolderUses]) -> CandidateSet {
        let mut hot = CandidateSet::default();
        let stubs: FxHashSet<&String> = scanned.iter().flat_map(|folder| &folder.stubs).collect();
        for (path, name, arity) in &self.seeds.rows {
            let is_imported = |path: &String| stubs.iter().any(|import| self.index.is_stub_of(import, path));
            if path.as_ref().is_none_or(is_imported) {
                hot.insert(*name, *arity);
            }
        }
        for file in self.folders.iter().flat_map(|folder| &folder.files) {
            file.responses.iter().for_each(|word| hot.names.insert_response_word(word));
        }
        self.declared_names(&mut hot);
        // What was read for its declarations may be large, and those who use names of it are others.
        self.index.drop_texts();
        // Each round asks those who use a name of the last one. The first reads most, and what it has read the others rarely need.
        let known = hot.clone();
        let mut found = Vec::new();
        for folders in in_parts(self.folders_with_users(&known.names), HELD_AT_ONCE, Folder::len) {
            let now = self.candidates(&hot);
            found.extend(self.users(&Round { now: &now, first: None, hot: &hot, fresh: &known.names }, folders));
            self.index.drop_texts();
        }
        let mut again = FxHashSet::default();
        let mut fresh = hot.take_names(found, &mut again);
        {
            let first = self.candidates(&known);
            for _ in 1..MOST_ROUNDS {
                if fresh.names().next().is_none() {
                    break;
                }
                let now = self.candidates(&hot);
                let round = Round { now: &now, first: Some(&first), hot: &hot, fresh: &fresh };
                let found = self.users(&round, self.folders_with_users(&fresh));
                fresh = hot.take_names(found, &mut again);
            }
        }
        self.index.drop_texts();
        hot
    }

    /// Names that are declared with a response in their results: functions, methods of interfaces, fields and variables of
    /// function type. A type of such functions makes hot what is declared with it, and another name for responses what is
    /// declared with that.
    fn declared_names(&self, hot: &mut CandidateSet) {
        let naming = |folder: &&&FolderUses| folder.files.iter().any(|file| !file.responses.is_empty());
        let folders: Vec<&FolderUses> = self.folders.iter().filter(naming).copied().collect();
        let mut found: Vec<Found> =
            folders.par_iter().flat_map_iter(|folder| self.declared_with_response(folder)).collect();
        for _ in 0..MOST_ROUNDS {
            let fresh = hot.take(found);
            if fresh.is_empty() {
                break;
            }
            let words = Words {
                responses: fresh.iter().filter(|ty| ty.is_response).map(|ty| ty.name.as_str()).collect(),
                functions: fresh.iter().filter(|ty| !ty.is_response).map(|ty| ty.name.as_str()).collect(),
            };
            let keys: Keys = fresh.iter().map(|ty| hash(ty.name.as_bytes())).collect();
            let may_name = |folder: &&&FolderUses| {
                fresh.iter().any(|ty| *ty.folder == *folder.folder)
                    || folder.files.iter().any(|file| file.uses_one_of(&keys))
            };
            let folders: Vec<&FolderUses> = self.folders.iter().filter(may_name).copied().collect();
            let work = |folder: &&FolderUses| self.declared_with(folder, &words);
            found = folders.par_iter().flat_map_iter(work).collect();
        }
    }

    /// What the declarations of a folder make hot that name `http.Response`.
    fn declared_with_response(&self, folder: &FolderUses) -> Vec<Found> {
        let naming = folder.files.iter().filter(|file| !file.responses.is_empty());
        let responses: FxHashMap<&Path, &[String]> =
            naming.map(|file| (&*file.at.path, file.responses.as_slice())).collect();
        let mut found = Vec::new();
        let wanted = |file: &Path| if responses.contains_key(file) { Wanted::Soon } else { Wanted::Never };
        for package in self.index.folder_with_texts(&folder.folder, wanted) {
            for file in &package.files {
                if let Some(responses) = responses.get(file.source.path.as_path()) {
                    let responses = responses.iter().map(String::as_str).collect();
                    let words = Words { responses, functions: Vec::new() };
                    declared_by(file, &words, &folder.folder, &mut found);
                }
            }
        }
        found
    }

    /// What the declarations of a folder make hot that name one of these types.
    fn declared_with(&self, folder: &FolderUses, words: &Words) -> Vec<Found> {
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

    fn candidates(&self, hot: &CandidateSet) -> Candidates<'_> {
        let analysis = Analysis::new(self.index, self.task.require_close, &self.task.notes);
        Candidates::new(analysis.with_summaries(self.summaries), Arc::new(hot.names.clone()))
    }

    /// The folders with files that may use one of the names.
    fn folders_with_users(&self, names: &CandidateNames) -> Vec<Folder<'a>> {
        let keys = self.seeds.keys(names);
        let mut folders = Vec::new();
        for folder in self.folders {
            let files: Vec<&FileUses> = folder.files.iter().filter(|file| file.uses_one_of(&keys)).collect();
            if !files.is_empty() {
                folders.push(Folder { path: &folder.folder, files });
            }
        }
        folders
    }

    /// New hot names among the functions and variables of folders that use a fresh one.
    fn users(&self, round: &Round, folders: Vec<Folder>) -> Vec<Found> {
        let sure_keys = self.seeds.sure_keys(round.fresh);
        let work = |Folder { path, files }: Folder| {
            let mut buffer = Vec::new();
            let look = |file| self.users_in_file(round, path, file, &sure_keys, &mut buffer);
            self.hot_in_folder(round, path, files.into_iter().filter_map(look).collect())
        };
        folders.into_par_iter().with_max_len(1).flat_map_iter(work).collect()
    }

    /// The functions and variables of a file that use a fresh name, if there are some, with the text of the file.
    fn users_in_file<'f>(
        &self,
        round: &Round,
        folder: &Path,
        file: &'f FileUses,
        sure_keys: &Keys,
        text: &mut Vec<u8>,
    ) -> Option<(&'f FileUses, Users, Vec<u8>)> {
        file.at.read_into(text).ok()?;
        let places = round.fresh.fitting_in(text);
        if places.is_empty() && !file.uses_one_of(sure_keys) {
            return None;
        }
        let known = crate::check::known_file_in(self.index, folder, &file.at.path);
        let known = known.as_ref().map(|(package, number)| package.files[*number as usize].items());
        let users = Users::at(text, known, round.fresh.with_words_in(text, places), |text, row| {
            match signature_of(text, row) {
                Some(signature) => {
                    results_may_hold_as_written(&signature) && !round.is_settled(text, row.name, &signature)
                }
                None => true,
            }
        });
        let is_worth = !users.functions.is_empty() || !users.variables.is_empty();
        is_worth.then(|| (file, users, text.clone()))
    }

    /// The names that get hot by the declarations of a folder. The files are sorted by path.
    fn hot_in_folder(&self, round: &Round, folder: &Path, mut files: Vec<(&FileUses, Users, Vec<u8>)>) -> Vec<Found> {
        if files.is_empty() {
            return Vec::new();
        }
        let mut bytes = 0;
        self.index.folder_with_texts(folder, |path| {
            match files.binary_search_by(|(file, ..)| file.at.path.as_os_str().cmp(path.as_os_str())) {
                Ok(number) => {
                    let (_, users, text) = &mut files[number];
                    Wanted::Text(std::mem::take(text), users.items.take())
                }
                Err(_) => Wanted::Never,
            }
        });
        let load = |(file, mut users, text): (&FileUses, Users, Vec<u8>)| {
            let (package, number) = crate::check::file_in(self.index, folder, &file.at.path)?;
            let content = &package.files[number as usize];
            content.source.hold_text(text);
            // The file may have changed since.
            let functions = content.items().functions.len();
            users.functions.retain(|function| *function < functions && round.may_learn_of(&package, number, *function));
            let wholes = users.functions.iter().map(|function| content.items().functions[*function].whole);
            bytes += wholes.map(|whole| whole.range().len()).sum::<usize>();
            Some((package, number, users))
        };
        let files: Vec<(Arc<Package>, u32, Users)> = files.into_iter().filter_map(load).collect();
        let reachable = (bytes > WORTH_A_LOOK_OUTSIDE).then(|| self.reachable.names(self.index, folder));
        let mut found = Vec::new();
        for (package, number, mut users) in files {
            let content = &package.files[number as usize];
            if let Some(Some(names)) = reachable.as_deref() {
                let is_reachable = |function: &usize| {
                    let row = content.items().functions.get(*function);
                    row.is_some_and(|row| names.contains(content.source.slice(row.receiver.unwrap_or(row.name))))
                };
                users.functions.retain(is_reachable);
            }
            found.extend(hot_in(round, &package, number, &users));
        }
        found
    }
}

fn signature_of(text: &str, row: &FuncSpan) -> Option<Signature> {
    let end = row.body.map_or(row.whole.end, |body| body.start);
    Some(signature::func_head(text, Span { start: row.whole.start, end })?.2)
}

/// One step further from the library calls.
struct Round<'a> {
    /// With all names that are hot by now.
    now: &'a Candidates<'a>,
    /// With those that were hot before the first round, if this is a later one.
    first: Option<&'a Candidates<'a>>,
    hot: &'a CandidateSet,
    /// The names that became hot in the last round.
    fresh: &'a CandidateNames,
}

impl Round<'_> {
    /// Whether nothing more can be learnt of a function: its name is hot, and nobody has asked before whether it hands over
    /// more than it did.
    fn is_settled(&self, text: &str, name: Span, signature: &Signature) -> bool {
        let name = text.get(name.range()).unwrap_or_default();
        self.first.is_none() && self.hot.knows(hash(name.as_bytes()), &Arity::of(signature))
    }

    /// Whether a function may hand over more than is known, by its results and its text.
    fn may_learn_of(&self, package: &Arc<Package>, number: u32, function: usize) -> bool {
        let decl = package.files[number as usize].function(function);
        let signature = &decl.signature;
        if !decl.has_body || !results_may_hold_as_written(signature) {
            return false;
        }
        if self.hot.knows(hash(decl.name.as_bytes()), &Arity::of(signature)) {
            return self.first.is_some();
        }
        let id = FuncId { file: number, function: u32::try_from(function).unwrap_or(u32::MAX) };
        let function = FuncRef { package: package.clone(), id };
        // The text is asked first where the types of the results may lead to more packages, some of them large.
        let index = self.now.analysis.index;
        let can_return = || {
            let (can_hold, can_make) = returned_by(index, &function);
            can_hold || can_make
        };
        match can_tell_at_hand(index, &function) {
            true => can_return() && self.now.may_acquire(&function),
            false => self.now.may_acquire(&function) && can_return(),
        }
    }
}

/// The names of a file that hand on what a fresh name hands over.
fn hot_in(round: &Round, package: &Arc<Package>, number: u32, users: &Users) -> Vec<Found> {
    let Round { now, first, hot, .. } = round;
    let file = &package.files[number as usize];
    let mut found = Vec::new();
    for function in users.functions.iter().copied() {
        let decl = file.function(function);
        let (name, arity) = (hash(decl.name.as_bytes()), Arity::of(&decl.signature));
        let id = FuncId { file: number, function: u32::try_from(function).unwrap_or(u32::MAX) };
        let function = FuncRef { package: package.clone(), id };
        let owned =
            |candidates: &Candidates| candidates.analysis.acquired_by_body(&function, Facts::new(), DEEPEST_CALLS);
        if hot.knows(name, &arity) {
            let responses = |candidates| owned(candidates).map(|owned| owned.0.clone());
            if let Some(first) = first
                && responses(first) != responses(now)
            {
                declare(decl, arity, Found::Changed, &mut found);
            }
            continue;
        }
        if returned_by(now.analysis.index, &function).1 || owned(now).is_some_and(|owned| !owned.0.is_empty()) {
            declare(decl, arity, Found::Name, &mut found);
        }
    }
    for row in users.variables.iter().filter_map(|variable| file.items().variables.get(*variable)) {
        if holds_function(file.source.slice(row.spec)) {
            let names = row.names.iter().map(|name| file.source.slice(*name).as_bytes());
            found.extend(names.flat_map(variable));
        }
    }
    found
}

/// Whether the value of a `var` spec is a function: a literal, or the name of one.
fn holds_function(spec: &str) -> bool {
    let value = spec.split_once('=').map_or("", |(_, value)| value.trim());
    value.starts_with("func(") || !value.is_empty() && !value.contains(['(', '{', '"'])
}

/// The ways in which a function can be named.
pub(super) fn declare(decl: &FuncDecl, arity: Arity, how: fn(NameHash, Arity) -> Found, found: &mut Vec<Found>) {
    let name = decl.name.as_bytes();
    found.push(how(hash(name), arity));
    if decl.receiver.is_none() {
        found.push(how(plain_hash(name), arity));
    }
}

/// The ways in which a package variable can be named.
pub(super) fn variable(name: &[u8]) -> [Found; 2] {
    [Found::Name(hash(name), Arity::ANY), Found::Name(plain_hash(name), Arity::ANY)]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_end_with_what_makes_them_too_long() {
        let parts = |lens: &[usize]| in_parts(lens.to_vec(), 10, |len| *len);
        assert_eq!(parts(&[]), Vec::<Vec<usize>>::new());
        assert_eq!(parts(&[1, 30, 5, 6, 11, 0]), [vec![30], vec![11], vec![6, 5], vec![1, 0]]);
        assert_eq!(parts(&[3, 3, 3]), [[3, 3, 3]]);
    }
}
