//! Which files and functions are worth parsing: those that can get hold of a response at all.
//!
//! A response comes out of a call, and the last name in a call is in the text. So all files are read once, without parsing, for
//! the names they use (see [`crate::scan`]). Names of library functions that hand over a response are hot from the start, and
//! so is each name that is declared with `*http.Response` in its results. What uses a hot name is asked whether it hands a
//! response on in another guise (`io.ReadCloser`, a struct); if so its name is hot too, until there are no new ones.
//!
//!     http.Get(u)                                        hot from the start
//!     func (c *client) open(u string) (io.ReadCloser, error) { resp, err := http.Get(u) ..   open gets hot
//!     rc, err := c.open(u)                               worth parsing
//!     pod, err := pods.Get(ctx, name, options)           is not: a Get with one argument hands over a response
//!
//! Where only a few files are asked for, their calls are followed on demand instead, and nothing else is read.

mod declared;
mod reachable;
mod uses;

use crate::check::{GoFile, Reading, Task};
use crate::finding::{Problem, ProblemKind};
use crate::flow::{Analysis, DEEPEST_CALLS, Facts, Summaries};
use crate::index::{FuncId, FuncRef, Index, Package};
use crate::outline::{FuncDecl, Name, Param, Signature, TypeExpr, quick};
use crate::scan::{Arity, HotNames, NameHash, hash, plain_hash};
use crate::source::{Span, read_into};
use crate::split::{FuncSpan, Skeleton, skeleton};
use declared::{Words, declared_by};
use rayon::prelude::*;
use rustc_hash::{FxHashMap, FxHashSet};
use reachable::Reachable;
use std::borrow::Cow;
use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use uses::{FileUses, FolderUses, Keys, Seeds, reaching, scan_all};

/// Up to this many files are followed on demand: reading a whole module for the names in it costs more (one file of
/// kubernetes by itself: 0.1 s, the names of its 8,614 files: 0.4 s).
const MOST_FILES_ON_DEMAND: usize = 32;

/// How many rounds look for new names. Each is one step further from the library call; chains deeper than this are judged
/// by their signatures anyway.
const MOST_ROUNDS: usize = DEEPEST_CALLS;

/// So many bytes of functions in one folder are parsed without asking whether anybody outside of it can call them: to find
/// out, the package is read again (10,000 bytes are parsed and followed in 3 ms, the text of a large package is read in 10 ms).
const WORTH_A_LOOK_OUTSIDE: usize = 16 << 10;

/// Where to look.
#[derive(Default)]
pub struct Focus<'a> {
    /// The files of the task that are worth a look, in their order.
    pub files: Vec<&'a GoFile>,
    /// The names by which a response can be handed over; `None` if every call is followed.
    pub hot: Option<Arc<HotNames>>,
    /// Files of the task that hold a comment of ours, if they were looked for.
    pub marked: Option<Vec<&'a GoFile>>,
    /// Files of the task that could not be read.
    pub problems: Vec<Problem>,
    /// What functions do, as far as it was asked.
    pub summaries: Arc<Summaries>,
}

/// Says which files and names of a task matter.
pub fn focus<'a>(task: &'a Task, index: &mut Index) -> Focus<'a> {
    let is_small = task.report.len() <= MOST_FILES_ON_DEMAND;
    let is_whole = match task.reading {
        Reading::Auto => is_small || task.overlay.is_some(),
        Reading::Whole => true,
        Reading::Focused => task.overlay.is_some(),
    };
    if is_whole {
        return Focus { files: task.report.iter().collect(), ..Focus::default() };
    }
    let seeds = Seeds::new(task, index);
    let folders = folders_of(task);
    let scanned = scan_all(index, &seeds, &folders);
    let reaching = reaching(&scanned, &seeds);
    let reachable = Reachable::new(folders.iter().flatten().map(AsRef::as_ref), &scanned);
    let summaries: Arc<Summaries> = Arc::default();
    let mut search =
        Search { task, index, seeds: &seeds, folders: &reaching, reachable: &reachable, summaries: &summaries };
    let hot = search.run(&scanned);
    let keys = seeds.keys(&hot.names);
    let reaching: FxHashSet<&OsStr> = reaching.iter().map(|folder| folder.folder.as_os_str()).collect();
    let uses: FxHashMap<&OsStr, &FolderUses> =
        scanned.iter().map(|folder| (folder.folder.as_os_str(), folder)).collect();
    let mut found = Focus { marked: Some(Vec::new()), summaries, ..Focus::default() };
    for (file, folder) in task.report.iter().zip(&folders) {
        let Some(folder) = folder.as_deref().and_then(|folder| uses.get(folder.as_os_str())) else {
            continue;
        };
        let name = file.path.file_name();
        let Ok(number) = folder.files.binary_search_by(|uses| uses.path.file_name().cmp(&name)) else {
            continue;
        };
        let uses = &folder.files[number];
        if reaching.contains(folder.folder.as_os_str()) && hot.is_used_by(uses, &folder.folder, &keys) {
            found.files.push(file);
        }
        if uses.is_marked {
            found.marked.get_or_insert_default().push(file);
        }
        if let Some(error) = &uses.error {
            found.problems.push(Problem {
                path: file.shown.clone(),
                position: None,
                kind: ProblemKind::Unreadable,
                message: format!("could not be read: {error}"),
            });
        }
    }
    found.hot = Some(Arc::new(hot.names));
    found
}

/// The absolute folder of each file of a task.
fn folders_of(task: &Task) -> Vec<Option<Arc<Path>>> {
    let mut known: FxHashMap<&OsStr, Option<Arc<Path>>> = FxHashMap::default();
    let mut folders = Vec::with_capacity(task.report.len());
    for file in &task.report {
        let folder = file.path.parent().unwrap_or(Path::new(""));
        let known = known.entry(folder.as_os_str()).or_insert_with(|| crate::check::folder_of(&file.path).map(Into::into));
        folders.push(known.clone());
    }
    folders
}

/// Hot names, and the types that make names hot.
#[derive(Clone, Default)]
struct Hot {
    names: HotNames,
    types: Vec<HotType>,
}

/// A type that makes hot what is declared with it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct HotType {
    name: Name,
    /// Where it is declared.
    folder: PathBuf,
    /// Whether it is another name for responses; else its values are functions that hand over some.
    is_response: bool,
}

impl Hot {
    /// Takes in what declarations have shown; the types that were not known.
    fn take(&mut self, found: Vec<Found>) -> Vec<HotType> {
        let mut types = Vec::new();
        for found in found {
            match found {
                Found::Name(name, arity) => {
                    self.insert(name, arity);
                }
                Found::Type(ty) => types.push(ty),
                Found::Changed(..) => {}
            }
        }
        types.sort();
        types.dedup();
        types.retain(|ty| !self.types.contains(ty));
        for ty in &types {
            match ty.is_response {
                true => self.names.insert_response_word(&ty.name),
                false => self.names.insert_function_word(&ty.name),
            }
        }
        self.types.extend(types.iter().cloned());
        types
    }

    fn insert(&mut self, name: NameHash, arity: Arity) -> bool {
        self.names.insert(name, arity)
    }

    /// Takes in what a round has found; the names whose users are to be asked. `again` holds the names whose users are asked for
    /// another reason than a new name.
    fn take_names(&mut self, found: Vec<Found>, again: &mut FxHashSet<(NameHash, Arity)>) -> HotNames {
        let mut next = HotNames::default();
        for found in found {
            match found {
                Found::Name(name, arity) if self.insert(name, arity) => {
                    next.insert(name, arity);
                }
                Found::Changed(name, arity) if again.insert((name, arity)) => {
                    next.insert(name, arity);
                }
                _ => {}
            }
        }
        next
    }

    /// Whether a file may use one of the names. Says yes too often: what the names are called with is not asked.
    fn is_used_by(&self, file: &FileUses, folder: &Path, keys: &Keys) -> bool {
        !file.responses.is_empty() || file.uses_one_of(keys) || self.types.iter().any(|ty| *folder == *ty.folder)
    }
}

struct Search<'a> {
    task: &'a Task,
    index: &'a mut Index,
    seeds: &'a Seeds,
    folders: &'a [&'a FolderUses],
    reachable: &'a Reachable<'a>,
    summaries: &'a Arc<Summaries>,
}

/// What makes more names hot.
enum Found {
    /// A name that is hot.
    Name(NameHash, Arity),
    /// A function with a name that was hot already hands over more than it did before the first round: those who call it may
    /// get another answer now.
    Changed(NameHash, Arity),
    /// A type that makes hot what is declared with it.
    Type(HotType),
}

impl Search<'_> {
    fn run(&mut self, scanned: &[FolderUses]) -> Hot {
        let mut hot = Hot::default();
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
        // Each round asks those who use a name of the last one.
        let known = hot.clone();
        let found = {
            let now = self.analysis(&hot);
            self.users(&Round { now: &now, first: None, hot: &hot, fresh: &known.names })
        };
        // The first round reads most, and what it has read the others rarely need.
        self.index.let_go();
        let mut again = FxHashSet::default();
        let mut fresh = hot.take_names(found, &mut again);
        {
            let first = self.analysis(&known);
            for _ in 1..MOST_ROUNDS {
                if fresh.names().next().is_none() {
                    break;
                }
                let now = self.analysis(&hot);
                let found = self.users(&Round { now: &now, first: Some(&first), hot: &hot, fresh: &fresh });
                drop(now);
                fresh = hot.take_names(found, &mut again);
            }
        }
        self.index.let_go();
        hot
    }

    /// Names that are declared with a response in their results: functions, methods of interfaces, fields and variables of
    /// function type. A type of such functions makes hot what is declared with it, and another name for responses what is
    /// declared with that.
    fn declared_names(&self, hot: &mut Hot) {
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
            naming.map(|file| (&*file.path, file.responses.as_slice())).collect();
        let mut found = Vec::new();
        for package in self.index.folder(&folder.folder) {
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
                if words.are_in(&file.source.text) {
                    declared_by(file, words, &folder.folder, &mut found);
                }
            }
        }
        found
    }

    fn analysis(&self, hot: &Hot) -> Analysis<'_> {
        let analysis = Analysis::new(self.index, self.task.require_close, &self.task.notes);
        analysis.with_hot(Some(Arc::new(hot.names.clone()))).with_summaries(self.summaries)
    }

    /// New hot names among the functions and variables that use a fresh one.
    fn users(&self, round: &Round) -> Vec<Found> {
        let keys = self.seeds.keys(round.fresh);
        let sure_keys = self.seeds.sure_keys(round.fresh);
        let mut folders: Vec<(&Path, Vec<&FileUses>)> = Vec::new();
        for folder in self.folders {
            let files: Vec<&FileUses> = folder.files.iter().filter(|file| file.uses_one_of(&keys)).collect();
            if !files.is_empty() {
                folders.push((&*folder.folder, files));
            }
        }
        let work = |(folder, files): (&Path, Vec<&FileUses>)| {
            let look = |file| self.users_in_file(round.fresh, folder, file, &sure_keys);
            self.hot_in_folder(round, folder, files.into_iter().filter_map(look).collect())
        };
        folders.into_par_iter().with_max_len(1).flat_map_iter(work).collect()
    }

    /// The functions and variables of a file that use a fresh name, if there are some, with the text of the file.
    fn users_in_file<'f>(
        &self,
        fresh: &HotNames,
        folder: &Path,
        file: &'f FileUses,
        sure_keys: &Keys,
    ) -> Option<(&'f FileUses, Users, Vec<u8>)> {
        let mut text = Vec::new();
        read_into(&file.path, &mut text).ok()?;
        let places = fresh.fitting_in(&text);
        if places.is_empty() && !file.uses_one_of(sure_keys) {
            return None;
        }
        let known = crate::check::known_file_in(self.index, folder, &file.path);
        let known = known.as_ref().map(|(package, number)| package.files[*number as usize].skeleton());
        let users = Users::at(&text, known, fresh.with_words_in(&text, places), |text, row| match quick_signature(text, row) {
            Some(signature) => results_may_hold(&signature),
            None => true,
        });
        let is_worth = !users.functions.is_empty() || !users.variables.is_empty();
        is_worth.then_some((file, users, text))
    }

    /// The names that get hot by the declarations of a folder.
    fn hot_in_folder(&self, round: &Round, folder: &Path, files: Vec<(&FileUses, Users, Vec<u8>)>) -> Vec<Found> {
        let bytes: usize = files.iter().map(|(_, users, _)| users.bytes).sum();
        let reachable = (bytes > WORTH_A_LOOK_OUTSIDE).then(|| self.reachable.names(self.index, folder));
        let mut found = Vec::new();
        for (file, mut users, text) in files {
            let Some((package, number)) = crate::check::file_in(self.index, folder, &file.path) else {
                continue;
            };
            let content = &package.files[number as usize];
            content.source.take_back(text);
            if let Some(Some(names)) = reachable.as_deref() {
                let is_reachable = |function: &usize| {
                    let row = content.skeleton().functions.get(*function);
                    row.is_some_and(|row| names.contains(content.source.slice(row.receiver.unwrap_or(row.name))))
                };
                users.functions.retain(is_reachable);
            }
            found.extend(hot_in(round, &package, number, &users));
        }
        found
    }
}

/// The declarations of a file that use hot names, found without loading its package.
pub struct Users {
    /// Which functions.
    pub functions: Vec<usize>,
    /// How many bytes these have.
    bytes: usize,
    /// Which variable specs.
    pub variables: Vec<usize>,
    /// Whether something in the text is no declaration.
    pub is_damaged: bool,
}

impl Users {
    /// Whether there is nothing to look at and nothing to tell.
    pub fn is_empty(&self) -> bool {
        self.functions.is_empty() && self.variables.is_empty() && !self.is_damaged
    }

    /// Those of a text that use one of the names. `known` is where its declarations are, if somebody has looked before.
    pub fn in_text(bytes: &[u8], known: Option<&Skeleton>, names: &HotNames) -> Users {
        Users::at(bytes, known, names.with_words_in(bytes, names.fitting_in(bytes)), |_, _| true)
    }

    /// Those of a text in which one of the places lies, of the functions those that `is_wanted` says yes to. If the text is no
    /// UTF-8, all of them. The places are offsets, sorted.
    fn at(
        bytes: &[u8],
        known: Option<&Skeleton>,
        places: Vec<usize>,
        is_wanted: impl Fn(&str, &FuncSpan) -> bool,
    ) -> Users {
        let lossy = match std::str::from_utf8(bytes) {
            Ok(text) => Cow::Borrowed(text),
            Err(_) => String::from_utf8_lossy(bytes),
        };
        let is_lossy = matches!(lossy, Cow::Owned(_));
        let text = &*lossy;
        let own;
        let found = match known {
            Some(known) => known,
            None => {
                own = skeleton(text);
                &own
            }
        };
        let uses = |span: Span| {
            let first = places.partition_point(|place| *place < span.range().start);
            is_lossy || places.get(first).is_some_and(|place| *place < span.range().end)
        };
        let functions = found.functions.iter().enumerate();
        let is_user = |row: &FuncSpan| row.body.is_some() && uses(row.whole) && (is_lossy || is_wanted(text, row));
        let mut bytes = 0;
        let functions = functions.filter(|(_, row)| is_user(row)).map(|(number, row)| {
            bytes += row.whole.range().len();
            number
        });
        let functions = functions.collect();
        let variables = found.variables.iter().enumerate().filter(|(_, row)| uses(row.spec));
        let variables = variables.map(|(number, _)| number).collect();
        Users { functions, bytes, variables, is_damaged: is_lossy || !found.damaged.is_empty() }
    }
}

fn quick_signature(text: &str, row: &FuncSpan) -> Option<Signature> {
    let end = row.body.map_or(row.whole.end, |body| body.start);
    Some(quick::func_head(text, Span { start: row.whole.start, end })?.2)
}

/// One step further from the library calls.
struct Round<'a> {
    /// With all names that are hot by now.
    now: &'a Analysis<'a>,
    /// With those that were hot before the first round, if this is a later one.
    first: Option<&'a Analysis<'a>>,
    hot: &'a Hot,
    /// The names that became hot in the last round.
    fresh: &'a HotNames,
}

/// The names of a file that hand on what a fresh name hands over.
fn hot_in(round: &Round, package: &Arc<Package>, number: u32, users: &Users) -> Vec<Found> {
    let Round { now, first, hot, .. } = round;
    let file = &package.files[number as usize];
    let mut found = Vec::new();
    // The file may have changed since.
    let functions = users.functions.iter().copied().filter(|function| *function < file.function_count());
    for function in functions {
        let decl = file.function(function);
        let (name, arity) = (hash(decl.name.as_bytes()), Arity::of(&decl.signature));
        let known = hot.names.arities(name).unwrap_or_default();
        if !decl.has_body || !results_may_hold(&decl.signature) {
            continue;
        }
        let id = FuncId { file: number, function: u32::try_from(function).unwrap_or(u32::MAX) };
        let function = FuncRef { package: package.clone(), id };
        let owned = |analysis: &Analysis| analysis.owned(&function, Facts::new(), DEEPEST_CALLS);
        if known.contains(&arity) || known.contains(&Arity::ANY) {
            let responses = |analysis| owned(analysis).map(|owned| owned.0.clone());
            if let Some(first) = first
                && responses(first) != responses(now)
            {
                declare(decl, arity, Found::Changed, &mut found);
            }
            continue;
        }
        let makes_functions = decl.signature.results.iter().any(|result| match &result.ty {
            TypeExpr::Func(made) => results_may_hold(made),
            _ => false,
        });
        let hands_on =
            || crate::flow::may_hand_over(now.index, &function) && owned(now).is_some_and(|owned| !owned.0.is_empty());
        if makes_functions || hands_on() {
            declare(decl, arity, Found::Name, &mut found);
        }
    }
    for row in users.variables.iter().filter_map(|variable| file.skeleton().variables.get(*variable)) {
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

/// Whether the results can hold anything that has to be closed, by how they are written.
fn results_may_hold(signature: &Signature) -> bool {
    let holds = |param: &Param| match &param.ty {
        TypeExpr::Name(name) => !matches!(
            name.as_str(),
            "error" | "bool" | "string" | "int" | "int64" | "uint64" | "int32" | "uint32" | "byte"
        ),
        TypeExpr::Slice(element) => {
            !matches!(&**element, TypeExpr::Name(name) if matches!(name.as_str(), "byte" | "string"))
        }
        _ => true,
    };
    signature.results.iter().any(holds)
}

/// The ways in which a function can be named.
fn declare(decl: &FuncDecl, arity: Arity, how: fn(NameHash, Arity) -> Found, found: &mut Vec<Found>) {
    let name = decl.name.as_bytes();
    found.push(how(hash(name), arity));
    if decl.receiver.is_none() {
        found.push(how(plain_hash(name), arity));
    }
}

/// The ways in which a package variable can be named.
fn variable(name: &[u8]) -> [Found; 2] {
    [Found::Name(hash(name), Arity::ANY), Found::Name(plain_hash(name), Arity::ANY)]
}
