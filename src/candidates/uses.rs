//! The names that the files use, and where their imports lead: every text is read once, nothing is parsed.
//!
//!     import "example.com/m/client"      the folder `client` is read too, and what it imports
//!     rc, err := c.open(u)               a key for `open` (see [`seeds`])
//!
//! It finds no candidates: it stores enough of each file to find those that use one, without reading them again.

mod import_graph;
mod imports;
mod seeds;

pub(super) use seeds::{Keys, Seeds, keys_of_mention};

use crate::candidates::scan::{each_use, hash_of_use};
use crate::go::lex::has_word;
use crate::go::names::NameHash;
use crate::go::syntax::{Bodies, first_error};
use crate::ground::source::Entry;
use crate::program::resolve::UNSEEN_CLIENTS;
use crate::program::{ImportsIn, Index, is_standard, note_methods};
use import_graph::ImportGraph;
use imports::{header, imports, response_words};
use memchr::memmem::Finder;
use rayon::prelude::*;
use rustc_hash::FxHashSet;
use std::path::Path;
use std::sync::{Arc, LazyLock};

/// The names that one file uses.
pub(super) struct FileUses {
    /// Where it is.
    pub(super) at: Entry,
    /// How many bytes it has.
    pub(super) len: usize,
    /// The keys of the names that it calls or mentions, sorted; see [`Seeds::keys_of_use`].
    keys: Box<[NameHash]>,
    /// How it spells the type of responses, if it can: more than one spelling if it imports `net/http` twice.
    pub(super) responses: Vec<String>,
    /// Whether it names `ReadCloser`, as which bodies are returned.
    names_closer: bool,
    /// Whether it holds a `bodyguard:` comment, if it is checked.
    pub(super) is_marked: bool,
    /// Whether its text shows that it is damaged, if it is checked.
    pub(super) is_damaged: bool,
    /// Why it could not be read, if so.
    pub(super) error: Option<String>,
}

/// One folder: the uses of its files, and where its imports lead.
pub(super) struct FolderUses {
    /// Where it is.
    pub(super) folder: Arc<Path>,
    /// Its files, sorted by path.
    pub(super) files: Vec<FileUses>,
    /// The folders of the packages that it imports, as far as they are found.
    pub(super) imports: Vec<Arc<Path>>,
    /// Whether a file may import a package with a dot.
    pub(super) has_dot_import: bool,
    /// Paths of the stubs that it imports, and of those behind them.
    pub(super) stubs: FxHashSet<String>,
    /// Whether it may be a source of responses: it imports a package whose functions return some, or names `ReadCloser`.
    is_source: bool,
    /// Whether it imports a package that cannot be found.
    has_missing_import: bool,
    /// Whether a source of responses can be reached from it by imports.
    pub(super) reaches_source: bool,
}

impl FileUses {
    /// Whether it has one of the keys.
    pub(super) fn uses_one_of(&self, keys: &Keys) -> bool {
        self.keys.iter().any(|name| keys.has(*name))
    }

    /// Whether its declarations may name a response or a body.
    pub(super) fn names_response(&self) -> bool {
        !self.responses.is_empty() || self.names_closer
    }

    /// The keys of the names that it calls or mentions; see [`keys_of_mention`].
    pub(super) fn keys(&self) -> &[NameHash] {
        &self.keys
    }
}

/// Reads the folders, and the folders that they import, wave by wave. Of a folder that is only imported the imports are read
/// first: its uses of names matter only if a source of responses can be reached from it, and from half of the vendored packages
/// none can.
pub(super) fn scan_all(index: &Index, seeds: &Seeds, start: &[Option<Arc<Path>>]) -> Vec<FolderUses> {
    let mut graph = ImportGraph::new(seeds.is_everywhere);
    let wave = start.iter().flatten().filter(|folder| graph.number(folder).1).cloned().collect::<Vec<_>>();
    let work = |scanner: &mut Scanner, folder: Arc<Path>| scanner.folder(index, seeds, folder);
    let mut all: Vec<FolderUses> = wave.into_par_iter().map_init(Scanner::default, work).collect();
    let first = all.len();
    let mut wave = graph.add(&all, 0);
    while !wave.is_empty() {
        let known = &graph;
        let work = |scanner: &mut Scanner, folder: Arc<Path>| scanner.imports_of(index, seeds, folder, known);
        let before = all.len();
        all.par_extend(wave.into_par_iter().map_init(Scanner::default, work));
        wave = graph.add(&all, before);
    }
    all.iter_mut().zip(&graph.is_reaching).for_each(|(folder, reaches)| folder.reaches_source = *reaches);
    let imported = all[first..].par_iter_mut().filter(|folder| folder.reaches_source);
    imported.for_each_init(Scanner::default, |scanner, folder| scanner.files_of(index, seeds, folder));
    all
}

static DOT_IMPORT: LazyLock<Finder> = LazyLock::new(|| Finder::new(". \""));
static READ_CLOSER: LazyLock<Finder> = LazyLock::new(|| Finder::new("ReadCloser"));
static BODY: LazyLock<Finder> = LazyLock::new(|| Finder::new(".Body"));
static MARK: LazyLock<Finder> = LazyLock::new(|| Finder::new(crate::findings::suppress::OWN_MARK));

/// Buffers that are used again for the next file.
struct Scanner {
    /// Has room for [`HEAD`] bytes.
    head: Vec<u8>,
    text: Vec<u8>,
    keys: UseKeys,
}

impl Default for Scanner {
    fn default() -> Scanner {
        Scanner { head: Vec::with_capacity(HEAD), text: Vec::new(), keys: UseKeys::default() }
    }
}

/// The keys of a file, most of them once.
#[derive(Default)]
struct UseKeys {
    all: Vec<NameHash>,
    /// Some of those that were added lately, by their last bits.
    recent: Vec<NameHash>,
}

/// The number of recent keys, more than a file has names: it uses some hundred, most of them again and again.
const RECENT: u32 = 1 << 10;

impl UseKeys {
    fn clear(&mut self) {
        self.all.clear();
        self.recent.clear();
        self.recent.resize(RECENT as usize, 0);
    }

    #[inline]
    fn insert(&mut self, key: NameHash) {
        let recent = &mut self.recent[(key % RECENT) as usize];
        if *recent != key || key == 0 {
            *recent = key;
            self.all.push(key);
        }
    }

    /// All keys, sorted, each once.
    fn sorted(&mut self) -> Box<[NameHash]> {
        self.all.sort_unstable();
        self.all.dedup();
        self.all.as_slice().into()
    }

    /// The uses of a file.
    fn uses_of(&mut self, text: &[u8], seeds: &Seeds, file: &Entry, error: Option<String>) -> FileUses {
        let mut responses = response_words(header(text));
        responses.retain(|word| has_word(text, word.as_bytes()));
        self.clear();
        each_use(text, |name, start, usage| {
            let (name, other) = hash_of_use(text, name, start);
            for name in std::iter::once(name).chain(other) {
                seeds.keys_of_use(text, name, start, usage, |key| self.insert(key));
            }
        });
        FileUses {
            keys: self.sorted(),
            responses,
            names_closer: READ_CLOSER.find(text).is_some(),
            is_marked: false,
            is_damaged: false,
            error,
            at: file.clone(),
            len: text.len(),
        }
    }
}

/// The bytes of a file that are read for its imports. Few files have more text before the first declaration; of these, all is read.
const HEAD: usize = 8 << 10;

impl Scanner {
    /// A folder whose files are checked, with all its uses.
    fn folder(&mut self, index: &Index, seeds: &Seeds, folder: Arc<Path>) -> FolderUses {
        let listing = index.listing(&folder);
        let imported = index.imports_in(&folder);
        let mut uses = FolderUses::new(folder.clone());
        let mut known = FxHashSet::default();
        let mut methods: FxHashSet<NameHash> = FxHashSet::default();
        for file in &listing.go_files {
            let error = file.read_into(&mut self.text).err();
            let text = self.text.as_slice();
            note_methods(&file.path, text, &mut methods);
            let has_io = uses.note_head(seeds, &imported, header(text), &mut known);
            // Without `io` there is no io.ReadCloser.
            uses.is_source = uses.is_source || has_io && READ_CLOSER.find(text).is_some();
            if uses.has_missing_import && BODY.find(text).is_some() {
                // A client of an unseen type: what its methods return may be used as a response without net/http.
                uses.is_source = true;
                uses.stubs.insert(UNSEEN_CLIENTS.to_string());
            }
            let is_marked = MARK.find(text).is_some();
            let is_damaged = error.is_none() && first_error(text, Bodies::Skimmed).is_some();
            uses.files.push(FileUses { is_marked, is_damaged, ..self.keys.uses_of(text, seeds, file, error) });
        }
        index.set_methods(&uses.folder, &methods);
        uses
    }

    /// A folder that is only imported: its imports, and whether it is a source. Once it is known to reach one, its other files are
    /// read for their uses too.
    fn imports_of(
        &mut self,
        index: &Index,
        seeds: &Seeds,
        folder: Arc<Path>,
        known_imports: &ImportGraph,
    ) -> FolderUses {
        let listing = index.listing(&folder);
        let imported = index.imports_in(&folder);
        let mut uses = FolderUses::new(folder.clone());
        let mut known = FxHashSet::default();
        let mut reaches = seeds.is_everywhere;
        for file in &listing.go_files {
            let mut has_io = None;
            let needs_rest = |start: &[u8]| {
                let head = header(start);
                if head.len() == start.len() && start.len() >= HEAD {
                    return true;
                }
                let before = uses.imports.len();
                let has_io = *has_io.insert(uses.note_head(seeds, &imported, head, &mut known));
                reaches |= uses.imports[before..].iter().any(|import| known_imports.reaches(import));
                reaches || uses.is_source || has_io
            };
            // A file that cannot be read is reported where it is needed.
            let Ok(text) = file.read_head(&mut self.head, &mut self.text, needs_rest) else {
                continue;
            };
            let has_io = has_io.unwrap_or_else(|| uses.note_head(seeds, &imported, header(text), &mut known));
            uses.is_source = uses.is_source || has_io && READ_CLOSER.find(text).is_some();
            if reaches || uses.is_source {
                uses.files.push(self.keys.uses_of(text, seeds, file, None));
            }
        }
        uses
    }

    /// Adds the uses of the files of a folder that have not been looked at.
    fn files_of(&mut self, index: &Index, seeds: &Seeds, uses: &mut FolderUses) {
        let mut known = std::mem::take(&mut uses.files).into_iter().peekable();
        for file in &index.listing(&uses.folder).go_files {
            if let Some(known) = known.next_if(|known| known.at.path == file.path) {
                uses.files.push(known);
                continue;
            }
            let error = file.read_into(&mut self.text).err();
            uses.files.push(self.keys.uses_of(&self.text, seeds, file, error));
        }
    }
}

impl FolderUses {
    /// The uses of a file by its path, of which only the name is compared.
    pub(super) fn file(&self, path: &Path) -> Option<&FileUses> {
        let name = path.file_name();
        let number = self.files.binary_search_by(|uses| uses.at.path.file_name().cmp(&name)).ok()?;
        self.files.get(number)
    }

    fn new(folder: Arc<Path>) -> FolderUses {
        FolderUses {
            files: Vec::new(),
            imports: Vec::new(),
            has_dot_import: false,
            stubs: FxHashSet::default(),
            is_source: false,
            has_missing_import: false,
            reaches_source: false,
            folder,
        }
    }

    /// Notes what the head of a file imports; says whether it imports `io`. `known` are those that were noted.
    fn note_head(&mut self, seeds: &Seeds, imported: &ImportsIn, head: &[u8], known: &mut FxHashSet<usize>) -> bool {
        let mut has_io = false;
        self.has_dot_import = self.has_dot_import || DOT_IMPORT.find(head).is_some();
        for import in imports(head) {
            has_io |= import == "io";
            imported.with(import, |number, found| {
                if !known.insert(number) {
                    return;
                }
                for stub in &found.stubs_behind {
                    self.is_source |= seeds.owners.contains(&**stub);
                    self.stubs.insert(stub.to_string());
                }
                self.has_missing_import |= found.stub.is_none() && found.folder.is_none() && !is_standard(import);
                self.imports.extend(found.folder.clone());
            });
        }
        has_io
    }
}
