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

use crate::check::{GoFile, Reading, Task};
use crate::effect::Meaning;
use crate::finding::{Problem, ProblemKind};
use crate::flow::{Analysis, DEEPEST_CALLS, Facts};
use crate::index::{File, FuncId, FuncRef, Index, Package, note_methods};
use crate::outline::{FuncDecl, Name, Param, Signature, TypeExpr, quick};
use crate::scan::{Arity, Bits, HotNames, NameHash, declared, each_use, fits, has_word, hash, hash_of_use, plain_hash};
use crate::source::{Span, go_files, read_into};
use crate::split::{FuncSpan, Skeleton, skeleton};
use memchr::memmem;
use rayon::prelude::*;
use rustc_hash::{FxHashMap, FxHashSet};
use std::borrow::Cow;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Up to this many files are followed on demand: reading a whole module for the names in it costs more (one file of
/// kubernetes by itself: 0.1 s, the names of its 8,614 files: 0.4 s).
const MOST_FILES_ON_DEMAND: usize = 32;

/// How many rounds look for new names. Each is one step further from the library call; chains deeper than this are judged
/// by their signatures anyway.
const MOST_ROUNDS: usize = DEEPEST_CALLS;

/// Where to look.
#[derive(Debug, Default)]
pub struct Focus<'a> {
    /// The files of the task that are worth a look, in their order.
    pub files: Vec<&'a GoFile>,
    /// The names by which a response can be handed over; `None` if every call is followed.
    pub hot: Option<Arc<HotNames>>,
    /// Files of the task that hold a comment of ours, if they were looked for.
    pub marked: Option<Vec<&'a GoFile>>,
    /// Files of the task that could not be read.
    pub problems: Vec<Problem>,
}

/// What one file uses.
struct FileUses {
    path: PathBuf,
    /// The hashes of the names that it calls or mentions, sorted; see [`otherwise`].
    names: Box<[NameHash]>,
    /// How it writes the type of responses, if it does.
    response: Option<String>,
    is_marked: bool,
    error: Option<String>,
}

/// One folder: its files and where its imports lead.
struct FolderUses {
    folder: PathBuf,
    files: Vec<FileUses>,
    /// The folders of the packages that it imports, as far as they are found.
    imports: Vec<PathBuf>,
    /// Paths of stubs that it imports.
    stubs: FxHashSet<String>,
    is_source: bool,
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
    let folder_of = |file: &GoFile| std::path::absolute(&file.path).ok()?.parent().map(Path::to_path_buf);
    let folders: Vec<Option<PathBuf>> = task.report.iter().map(folder_of).collect();
    let scanned = scan_all(index, &seeds, folders.iter().flatten().cloned().collect());
    let reaching = reaching(&scanned, &seeds);
    let hot = Search { task, index, seeds: &seeds, folders: &reaching }.run(&scanned);
    let uses: FxHashMap<&Path, &FileUses> =
        scanned.iter().flat_map(|folder| &folder.files).map(|file| (file.path.as_path(), file)).collect();
    let keys = seeds.keys(&hot.names);
    let worth: FxHashSet<&Path> = reaching
        .iter()
        .flat_map(|folder| folder.files.iter())
        .filter(|file| hot.is_used_by(file, &keys))
        .map(|file| file.path.as_path())
        .collect();
    let mut found = Focus { marked: Some(Vec::new()), ..Focus::default() };
    for (file, folder) in task.report.iter().zip(&folders) {
        let path = folder.as_deref().and_then(|folder| Some(folder.join(file.path.file_name()?)));
        let Some(path) = path else {
            continue;
        };
        if worth.contains(path.as_path()) {
            found.files.push(file);
        }
        let Some(uses) = uses.get(path.as_path()) else {
            continue;
        };
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

/// The names that hand over a response without anybody's source: library functions and what the configuration says.
struct Seeds {
    /// By the path of the stub; `None` for the configuration.
    rows: Vec<(Option<String>, NameHash, Arity)>,
    /// All of them, whatever is imported.
    all: HotNames,
    /// Whether a function of any package may be a source.
    is_everywhere: bool,
}

impl Seeds {
    fn new(task: &Task, index: &Index) -> Seeds {
        let mut rows = Vec::new();
        for (path, text) in index.stub_texts() {
            let lines = text.lines().filter(|line| {
                let directives = line.split_once("//:").map_or("", |(_, directives)| directives);
                let mut words = directives.split(';').filter_map(|part| part.split_whitespace().next());
                words.any(|word| matches!(word, "own" | "call"))
            });
            // What hands on the response of a function that it calls hands on its error too.
            let can_hand_over = |(line, (_, arity)): &(&str, (&[u8], Arity))| {
                line.contains("own ") || arity.results.is_none_or(|results| results >= 2)
            };
            let found = lines.filter_map(|line| Some((line, declared(line)?))).filter(can_hand_over);
            for (_, (name, arity)) in found {
                let hashes = [hash(name), plain_hash(name)];
                rows.extend(hashes.map(|name| (Some(path.to_string()), name, arity)));
            }
        }
        let acquire = task.notes.iter().filter(|(_, meaning)| *meaning == Meaning::Acquires);
        let named = acquire.filter_map(|(name, _)| Some(name.rsplit('.').next()?.as_bytes()));
        let hashes = named.flat_map(|name| [hash(name), plain_hash(name)]);
        rows.extend(hashes.map(|name| (None, name, Arity::ANY)));
        let mut all = HotNames::default();
        for (_, name, arity) in &rows {
            all.insert(*name, *arity);
        }
        let is_everywhere = rows.iter().any(|(path, _, _)| path.is_none());
        Seeds { rows, all, is_everywhere }
    }
}

impl Seeds {
    /// The entries of [`FileUses::names`] under which uses of these names are found.
    fn keys(&self, names: &HotNames) -> Keys {
        let mut keys = Keys::default();
        for name in names.names() {
            keys.insert(name);
            let known = self.all.arities(name).unwrap_or_default();
            let is_other = |arity: &Arity| !known.contains(arity);
            if !known.is_empty() && names.arities(name).unwrap_or_default().iter().any(is_other) {
                keys.insert(otherwise(name));
            }
        }
        keys
    }

    /// Those of the entries behind which there is a use that fits for sure: the scan has looked.
    fn sure_keys(&self, names: &HotNames) -> Keys {
        let is_sure = |name: &NameHash| {
            let hot = names.arities(*name).unwrap_or_default();
            self.all.arities(*name).is_some_and(|known| known.iter().all(|arity| hot.contains(arity)))
        };
        names.names().filter(is_sure).collect()
    }
}

/// The entry of a name that is also one of a library function, where it is used in another way.
fn otherwise(name: NameHash) -> NameHash {
    !name
}

impl FileUses {
    fn uses_one_of(&self, keys: &Keys) -> bool {
        self.names.iter().any(|name| keys.has(*name))
    }
}

/// A set of entries.
#[derive(Default)]
struct Keys {
    all: FxHashSet<NameHash>,
    bits: Bits,
}

impl Keys {
    fn insert(&mut self, key: NameHash) {
        self.bits.insert(key);
        self.all.insert(key);
    }

    fn has(&self, key: NameHash) -> bool {
        self.bits.has(key) && self.all.contains(&key)
    }
}

impl FromIterator<NameHash> for Keys {
    fn from_iter<I: IntoIterator<Item = NameHash>>(keys: I) -> Keys {
        let mut all = Keys::default();
        keys.into_iter().for_each(|key| all.insert(key));
        all
    }
}

/// Reads the folders and what they import, one wave after the other.
fn scan_all(index: &Index, seeds: &Seeds, start: Vec<PathBuf>) -> Vec<FolderUses> {
    let mut seen: FxHashSet<PathBuf> = FxHashSet::default();
    let mut wave = start;
    let mut all: Vec<FolderUses> = Vec::new();
    loop {
        wave.retain(|folder| seen.insert(folder.clone()));
        if wave.is_empty() {
            break;
        }
        let work = |buffers: &mut (Vec<u8>, FxHashSet<NameHash>), folder: PathBuf| scan(index, seeds, folder, buffers);
        let scanned: Vec<FolderUses> = wave.into_par_iter().map_init(Default::default, work).collect();
        wave = scanned
            .iter()
            .flat_map(|folder| &folder.imports)
            .filter(|folder| !seen.contains(*folder))
            .cloned()
            .collect();
        all.extend(scanned);
    }
    all
}

fn scan(
    index: &Index,
    seeds: &Seeds,
    folder: PathBuf,
    (buffer, names): &mut (Vec<u8>, FxHashSet<NameHash>),
) -> FolderUses {
    let mut uses =
        FolderUses { files: Vec::new(), imports: Vec::new(), stubs: FxHashSet::default(), is_source: false, folder };
    let mut paths = go_files(&uses.folder);
    paths.sort();
    let mut known: FxHashSet<String> = FxHashSet::default();
    let mut methods: FxHashSet<NameHash> = FxHashSet::default();
    for path in paths {
        let error = read_into(&path, buffer).err();
        if error.is_some() {
            buffer.clear();
        }
        note_methods(&path, buffer, &mut methods);
        let head = header(buffer);
        for import in quoted(head) {
            uses.is_source |= index.hands_out_responses(import);
            if index.has_stub(import) {
                uses.stubs.insert(import.to_string());
            }
            if known.contains(import) {
                continue;
            }
            known.insert(import.to_string());
            // `"fmt"`, but also the folder of a package without a module.
            if !crate::index::is_standard(import) || import.contains('/') || uses.folder.join(import).is_dir() {
                uses.imports.extend(index.folder_of_import(&uses.folder, import));
            }
        }
        let response = response_word(head);
        uses.is_source |= memmem::find(buffer, b"ReadCloser").is_some();
        names.clear();
        each_use(buffer, |name, start, usage| {
            let name = hash_of_use(buffer, name, start);
            let is_as_seed = seeds.all.arities(name).is_none_or(|arities| fits(buffer, start, usage, arities));
            names.insert(if is_as_seed { name } else { otherwise(name) });
        });
        let mut sorted: Box<[NameHash]> = names.iter().copied().collect();
        sorted.sort_unstable();
        uses.files.push(FileUses {
            names: sorted,
            response: response.filter(|word| has_word(buffer, word.as_bytes())),
            is_marked: memmem::find(buffer, crate::suppress::OWN_MARK).is_some(),
            error,
            path,
        });
    }
    index.take_methods(&uses.folder, &methods);
    uses
}

/// How a file that imports `net/http` writes the type of responses: `http.Response`, or with another name in front.
fn response_word(head: &[u8]) -> Option<String> {
    let path = [&b"\"net/http\""[..], b"`net/http`"].iter().find_map(|path| memmem::find(head, path))?;
    let line = head[..path].rsplit(|byte| matches!(byte, b'\n' | b';' | b'(')).next()?;
    let name = std::str::from_utf8(line).ok()?.split_whitespace().next_back();
    Some(match name {
        None | Some("import" | "_") => "http.Response".to_string(),
        Some(".") => "Response".to_string(),
        Some(name) => format!("{name}.Response"),
    })
}

/// The text above the first declaration other than imports.
fn header(text: &[u8]) -> &[u8] {
    let ends = [&b"\nfunc "[..], b"\ntype ", b"\nvar ", b"\nconst "];
    let mut head = text;
    for word in ends {
        if let Some(end) = memmem::find(head, word) {
            head = &head[..end];
        }
    }
    head
}

/// The strings in double quotes or back quotes that could be import paths.
fn quoted(text: &[u8]) -> impl Iterator<Item = &str> {
    let is_path = |part: &&str| !part.is_empty() && part.len() < 300 && !part.contains(['\n', ' ', '\t', '\\']);
    let parts = text.split(|byte| *byte == b'"' || *byte == b'`');
    parts.filter_map(|part| std::str::from_utf8(part).ok()).filter(is_path)
}

/// The folders from which a source of responses can be reached by imports, in their order. An import that cannot be found
/// cannot hand over anything: its functions have no known types.
fn reaching<'a>(scanned: &'a [FolderUses], seeds: &Seeds) -> Vec<&'a FolderUses> {
    if seeds.is_everywhere {
        return scanned.iter().collect();
    }
    let numbers: FxHashMap<&Path, usize> =
        scanned.iter().enumerate().map(|(number, folder)| (folder.folder.as_path(), number)).collect();
    let mut importers: Vec<Vec<usize>> = vec![Vec::new(); scanned.len()];
    let mut stack: Vec<usize> = Vec::new();
    for (number, folder) in scanned.iter().enumerate() {
        if folder.is_source {
            stack.push(number);
        }
        for imported in &folder.imports {
            if let Some(imported) = numbers.get(imported.as_path()) {
                importers[*imported].push(number);
            }
        }
    }
    let mut is_reaching = vec![false; scanned.len()];
    while let Some(number) = stack.pop() {
        if !std::mem::replace(&mut is_reaching[number], true) {
            stack.extend(&importers[number]);
        }
    }
    scanned.iter().zip(is_reaching).filter(|(_, reaches)| *reaches).map(|(folder, _)| folder).collect()
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

/// Words that stand for types in declarations.
struct Words<'a> {
    /// How responses are written.
    responses: Vec<&'a str>,
    /// Types of functions that hand over a response.
    functions: Vec<&'a str>,
}

impl Words<'_> {
    fn are_in(&self, text: &str) -> bool {
        let mut words = self.responses.iter().chain(&self.functions);
        words.any(|word| has_word(text.as_bytes(), word.as_bytes()))
    }
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

    /// Whether a file may use one of the names. Says yes too often: what the names are called with is not asked.
    fn is_used_by(&self, file: &FileUses, keys: &Keys) -> bool {
        file.response.is_some()
            || file.uses_one_of(keys)
            || self.types.iter().any(|ty| file.path.parent() == Some(ty.folder.as_path()))
    }
}

struct Search<'a> {
    task: &'a Task,
    index: &'a mut Index,
    seeds: &'a Seeds,
    folders: &'a [&'a FolderUses],
}

/// A name that was found, and whether it is a function type.
enum Found {
    Name(NameHash, Arity),
    /// A function with a name that was hot already hands over more than it did before the first round: those who call it may
    /// get another answer now.
    Changed(NameHash, Arity),
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
            file.response.iter().for_each(|word| hot.names.insert_response_word(word));
        }
        self.declared_names(&mut hot);
        // Each round asks those who use a name of the last one.
        let mut fresh = hot.names.clone();
        let mut again = FxHashSet::default();
        let known = hot.clone();
        for round in 0..MOST_ROUNDS {
            let mut next = HotNames::default();
            let found = {
                let (first, now) = (self.analysis(&known), self.analysis(&hot));
                self.users(&Round { now: &now, first: (round > 0).then_some(&first), hot: &hot, fresh: &fresh })
            };
            // The first round reads most, and what it has read the others rarely need.
            if round == 0 {
                self.index.let_go();
            }
            for found in found {
                match found {
                    Found::Name(name, arity) if hot.insert(name, arity) => {
                        next.insert(name, arity);
                    }
                    Found::Changed(name, arity) if again.insert((name, arity)) => {
                        next.insert(name, arity);
                    }
                    _ => {}
                }
            }
            if next.names().next().is_none() {
                break;
            }
            fresh = next;
        }
        self.index.let_go();
        hot
    }

    /// Names that are declared with a response in their results: functions, methods of interfaces, fields and variables of
    /// function type. A type of such functions makes hot what is declared with it, and another name for responses what is
    /// declared with that.
    fn declared_names(&self, hot: &mut Hot) {
        let naming = |folder: &&&FolderUses| folder.files.iter().any(|file| file.response.is_some());
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
                fresh.iter().any(|ty| ty.folder == folder.folder)
                    || folder.files.iter().any(|file| file.uses_one_of(&keys))
            };
            let folders: Vec<&FolderUses> = self.folders.iter().filter(may_name).copied().collect();
            let work = |folder: &&FolderUses| self.declared_with(folder, &words);
            found = folders.par_iter().flat_map_iter(work).collect();
        }
    }

    /// What the declarations of a folder make hot that name `http.Response`.
    fn declared_with_response(&self, folder: &FolderUses) -> Vec<Found> {
        let responses: FxHashMap<&Path, &str> =
            folder.files.iter().filter_map(|file| Some((file.path.as_path(), file.response.as_deref()?))).collect();
        let mut found = Vec::new();
        for package in self.index.folder(&folder.folder) {
            for file in &package.files {
                if let Some(response) = responses.get(file.source.path.as_path()) {
                    let words = Words { responses: vec![response], functions: Vec::new() };
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
        analysis.with_hot(Some(Arc::new(hot.names.clone())))
    }

    /// New hot names among the functions and variables that use a fresh one.
    fn users(&self, round: &Round) -> Vec<Found> {
        let fresh = round.fresh;
        let keys = self.seeds.keys(fresh);
        let sure_keys = self.seeds.sure_keys(fresh);
        let may_use = |file: &&FileUses| file.uses_one_of(&keys);
        let files: Vec<(&FolderUses, &FileUses)> = self
            .folders
            .iter()
            .flat_map(|folder| folder.files.iter().filter(may_use).map(|file| (*folder, file)))
            .collect();
        let work = |buffer: &mut Vec<u8>, (folder, file): (&FolderUses, &FileUses)| {
            if read_into(&file.path, buffer).is_err() || !file.uses_one_of(&sure_keys) && !fresh.are_used_in(buffer) {
                return Vec::new();
            }
            let known = crate::check::known_file_in(self.index, &folder.folder, &file.path);
            let known = known.as_ref().map(|(package, number)| package.files[*number as usize].skeleton());
            let users = Users::in_text(buffer, known, fresh, |text, row| match quick_signature(text, row) {
                Some(signature) => results_may_hold(&signature),
                None => true,
            });
            if users.functions.is_empty() && users.variables.is_empty() {
                return Vec::new();
            }
            let Some((package, number)) = crate::check::file_in(self.index, &folder.folder, &file.path) else {
                return Vec::new();
            };
            package.files[number as usize].source.take_back(buffer);
            hot_in(round, &package, number, &users)
        };
        files.into_par_iter().map_init(Vec::new, work).flatten_iter().collect()
    }
}

/// The declarations of a file that use hot names, found without loading its package.
pub struct Users {
    /// Which functions.
    pub functions: Vec<usize>,
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

    /// Those of a text that use one of the names, of the functions those that `is_wanted` says yes to. If the text is no UTF-8,
    /// all of them. `known` is where its declarations are, if somebody has looked before.
    pub fn in_text(
        bytes: &[u8],
        known: Option<&Skeleton>,
        names: &HotNames,
        is_wanted: impl Fn(&str, &FuncSpan) -> bool,
    ) -> Users {
        let lossy = String::from_utf8_lossy(bytes);
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
        let uses = |span: Span| is_lossy || text.get(span.range()).is_some_and(|part| names.concern(part));
        let functions = found.functions.iter().enumerate();
        let is_user = |row: &FuncSpan| row.body.is_some() && uses(row.whole) && (is_lossy || is_wanted(text, row));
        let functions = functions.filter(|(_, row)| is_user(row)).map(|(number, _)| number).collect();
        let variables = found.variables.iter().enumerate().filter(|(_, row)| uses(row.spec));
        let variables = variables.map(|(number, _)| number).collect();
        Users { functions, variables, is_damaged: is_lossy || !found.damaged.is_empty() }
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

/// What the declarations of a file that name one of the words make hot.
fn declared_by(file: &File, words: &Words, folder: &Path, found: &mut Vec<Found>) {
    let skeleton = file.skeleton();
    let text = &file.source.text;
    let heads = skeleton.functions.iter().map(|row| row.without_body(text).first().copied().unwrap_or(row.whole));
    for (number, head) in heads.enumerate() {
        if !words.are_in(file.source.slice(head)) {
            continue;
        }
        let decl = file.function(number);
        let results = &decl.signature.results;
        // By its signature a function without an error hands over nothing; its body is asked later.
        if results.iter().any(|result| makes_responses(&result.ty, words)) {
            declare(decl, Arity::ANY, Found::Name, found);
        } else if returns_response(results, words) {
            declare(decl, Arity::of(&decl.signature), Found::Name, found);
        }
    }
    for (number, row) in skeleton.types.iter().enumerate() {
        if !words.are_in(file.source.slice(row.spec)) {
            continue;
        }
        let decl = file.type_decl(number);
        let is_response = decl.is_alias && names_response(&decl.expr, words);
        if is_response || makes_responses(&decl.expr, words) {
            found.push(Found::Type(HotType { name: decl.name.clone(), folder: folder.to_path_buf(), is_response }));
        }
        members(&decl.expr, words, found);
    }
    for (number, row) in skeleton.variables.iter().enumerate() {
        if !words.are_in(file.source.slice(row.spec)) {
            continue;
        }
        let decl = file.var_decl(number);
        if decl.ty.as_ref().is_none_or(|ty| makes_responses(ty, words)) {
            found.extend(decl.names.iter().flat_map(|name| variable(name.as_bytes())));
        }
        if let Some(ty) = &decl.ty {
            members(ty, words, found);
        }
    }
}

/// Methods of interfaces and fields of function type, at any depth of a type.
fn members(expr: &TypeExpr, words: &Words, found: &mut Vec<Found>) {
    match expr {
        TypeExpr::Struct(fields) => {
            for field in fields.iter() {
                if makes_responses(&field.ty, words) {
                    found.push(Found::Name(hash(field.name.as_bytes()), Arity::ANY));
                }
                members(&field.ty, words, found);
            }
        }
        TypeExpr::Interface(methods, _) => {
            let handing = methods.iter().filter(|method| returns_response(&method.signature.results, words));
            found.extend(handing.map(|method| Found::Name(hash(method.name.as_bytes()), Arity::of(&method.signature))));
        }
        TypeExpr::Pointer(inner) | TypeExpr::Slice(inner) | TypeExpr::Chan(inner) => members(inner, words, found),
        TypeExpr::Map(_, value) => members(value, words, found),
        _ => {}
    }
}

/// Whether results hold a response and end with an error.
fn returns_response(results: &[Param], words: &Words) -> bool {
    let has_error = results.last().is_some_and(|last| matches!(&last.ty, TypeExpr::Name(name) if name == "error"));
    has_error && results.iter().any(|result| names_response(&result.ty, words))
}

/// Whether values of a type are, or hold, functions that hand over a response.
fn makes_responses(expr: &TypeExpr, words: &Words) -> bool {
    match expr {
        TypeExpr::Func(signature) => {
            let results = &signature.results;
            results.iter().any(|result| names_response(&result.ty, words) || makes_responses(&result.ty, words))
        }
        TypeExpr::Name(name) | TypeExpr::Qualified(_, name) => words.functions.contains(&name.as_str()),
        TypeExpr::Pointer(inner) | TypeExpr::Slice(inner) | TypeExpr::Chan(inner) => makes_responses(inner, words),
        TypeExpr::Map(_, value) => makes_responses(value, words),
        TypeExpr::Generic(base, args) => {
            makes_responses(base, words) || args.iter().any(|arg| makes_responses(arg, words))
        }
        _ => false,
    }
}

/// Whether a type names a response anywhere.
fn names_response(expr: &TypeExpr, words: &Words) -> bool {
    let inside = |expr: &TypeExpr| names_response(expr, words);
    match expr {
        TypeExpr::Name(name) => words.responses.contains(&name.as_str()),
        TypeExpr::Qualified(package, name) => words.responses.iter().any(|word| match word.split_once('.') {
            Some((qualifier, word)) => package == qualifier && name == word,
            None => name == word,
        }),
        TypeExpr::Pointer(inner) | TypeExpr::Slice(inner) | TypeExpr::Chan(inner) => inside(inner),
        TypeExpr::Map(key, value) => inside(key) || inside(value),
        TypeExpr::Func(signature) => signature.results.iter().any(|result| inside(&result.ty)),
        TypeExpr::Struct(fields) => fields.iter().any(|field| inside(&field.ty)),
        TypeExpr::Generic(base, args) => inside(base) || args.iter().any(inside),
        TypeExpr::Union(parts) => parts.iter().any(inside),
        TypeExpr::Interface(methods, _) => {
            methods.iter().any(|method| method.signature.results.iter().any(|result| inside(&result.ty)))
        }
        TypeExpr::Unknown => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn imports_are_read_off_the_header() {
        let text = b"// Package p \"says\".\npackage p\n\nimport (\n\t\"a.b/c\"\n\tx `net/http`\n)\nimport . \"io\"\n\nvar s = \"d.e/f\"\n";
        let found: Vec<&str> = quoted(header(text)).collect();
        assert!(["a.b/c", "net/http", "io"].iter().all(|path| found.contains(path)), "{found:?}");
        assert!(!found.contains(&"d.e/f"));
        assert_eq!(response_word(header(text)).as_deref(), Some("x.Response"));
    }
}
