//! Which names the files use and where their imports lead: one look at every text, nothing parsed.

use crate::candidates::scan::{Bits, CandidateNames, Shape, Use, each_use, fits, hash_of_use, shape};
use crate::go::arity::Arity;
use crate::go::items::looks_whole;
use crate::go::lex::has_word;
use crate::go::names::{NameHash, hash, plain_hash};
use crate::ground::source::Entry;
use crate::meaning::effect::Meaning;
use crate::meaning::resource::HTTP_RESPONSE;
use crate::meaning::stub::{Acquirer, acquirers};
use crate::program::index::{ImportsIn, Index, note_methods};
use crate::task::Task;
use memchr::memmem::{self, Finder};
use rayon::prelude::*;
use rustc_hash::{FxHashMap, FxHashSet};
use smallvec::SmallVec;
use std::ffi::OsString;
use std::path::Path;
use std::sync::{Arc, LazyLock};

/// What one file uses.
pub(super) struct FileUses {
    /// Where it is.
    pub(super) at: Entry,
    /// How many bytes it has.
    pub(super) len: usize,
    /// The hashes of the names that it calls or mentions, sorted. Of names that many packages declare it is also noted how they
    /// are used; see [`Seeds::entries`].
    names: Box<[NameHash]>,
    /// How it writes the type of responses, if it does: in more than one way if it imports `net/http` twice.
    pub(super) responses: Vec<String>,
    /// Whether it holds a comment of ours, if it is checked.
    pub(super) is_marked: bool,
    /// Whether its text shows that it is damaged, if it is checked.
    pub(super) is_damaged: bool,
    /// Why it could not be read, if so.
    pub(super) error: Option<String>,
}

/// One folder: its files and where its imports lead.
pub(super) struct FolderUses {
    /// Where it is.
    pub(super) folder: Arc<Path>,
    /// Its files, sorted by path.
    pub(super) files: Vec<FileUses>,
    /// The folders of the packages that it imports, as far as they are found.
    pub(super) imports: Vec<Arc<Path>>,
    /// Whether a file may import a package with a dot.
    pub(super) has_dot_import: bool,
    /// Paths of stubs that it imports.
    pub(super) stubs: FxHashSet<String>,
    is_source: bool,
    reaches_source: bool,
}

/// The names that hand over a response without anybody's source: library functions and what the configuration says.
pub(super) struct Seeds {
    /// By the path of the stub; `None` for the configuration.
    pub(super) rows: Vec<(Option<String>, NameHash, Arity)>,
    /// The paths of stubs that say of a function that it returns ownership.
    owners: FxHashSet<String>,
    /// All of them, whatever is imported.
    all: CandidateNames,
    /// Names of which it is noted how they are used: these, and what many packages declare.
    shaped: Keys,
    /// Whether a function of any package may be a source.
    is_everywhere: bool,
}

impl Seeds {
    /// Those of the stubs and the configuration of a task.
    pub(super) fn new(task: &Task, index: &Index) -> Seeds {
        let mut rows = Vec::new();
        let mut owners = FxHashSet::default();
        for (path, acquirers) in acquirers(index) {
            if acquirers.iter().any(|acquirer| acquirer.owns) {
                owners.insert(path.to_string());
            }
            for Acquirer { name, arity, .. } in &acquirers {
                let hashes = [hash(name.as_bytes()), plain_hash(name.as_bytes())];
                rows.extend(hashes.map(|name| (Some(path.to_string()), name, *arity)));
            }
        }
        let acquire = task.notes.iter().filter(|(_, meaning)| *meaning == Meaning::Acquires);
        let named = acquire.filter_map(|(name, _)| Some(name.rsplit('.').next()?.as_bytes()));
        let hashes = named.flat_map(|name| [hash(name), plain_hash(name)]);
        rows.extend(hashes.map(|name| (None, name, Arity::ANY)));
        let mut all = CandidateNames::default();
        for (_, name, arity) in &rows {
            all.insert(*name, *arity);
        }
        let is_everywhere = rows.iter().any(|(path, _, _)| path.is_none());
        let common = COMMON.iter().flat_map(|name| [hash(name.as_bytes()), plain_hash(name.as_bytes())]);
        let shaped = all.names().chain(common).collect();
        Seeds { rows, owners, all, shaped, is_everywhere }
    }

    /// Calls `insert` with the entries for the use of a name in [`FileUses::names`]: the hash of the name, or for a name that
    /// many packages declare
    ///
    /// * its hash, if the use fits a library function of that name;
    /// * its hash with the shape of the use, if it can be a use of a function at all;
    /// * a mark that it is mentioned.
    fn entries(&self, text: &[u8], name: NameHash, start: usize, usage: Use, mut insert: impl FnMut(NameHash)) {
        if !self.shaped.has(name) {
            insert(name);
            return;
        }
        insert(mentioned(name));
        if self.all.arities(name).is_some_and(|arities| fits(text, start, usage, arities)) {
            insert(name);
        }
        if let Some(shape) = shape(text, start, usage) {
            insert(shape.of_name(name));
        }
    }

    /// The entries of [`FileUses::names`] under which uses of these names are found.
    pub(super) fn keys(&self, names: &CandidateNames) -> Keys {
        let mut keys = Keys::default();
        for name in names.names() {
            if !self.shaped.has(name) {
                keys.insert(name);
                continue;
            }
            let known = self.all.arities(name).unwrap_or_default();
            for arity in names.arities(name).unwrap_or_default() {
                if known.contains(arity) {
                    keys.insert(name);
                } else {
                    Shape::fitting(arity).for_each(|shape| keys.insert(shape.of_name(name)));
                }
            }
        }
        keys
    }

    /// Those of the entries behind which there is a use that fits for sure: the scan has looked.
    pub(super) fn sure_keys(&self, names: &CandidateNames) -> Keys {
        let is_sure = |name: &NameHash| {
            let hot = names.arities(*name).unwrap_or_default();
            self.all.arities(*name).is_some_and(|known| known.iter().all(|arity| hot.contains(arity)))
        };
        names.names().filter(is_sure).collect()
    }
}

/// Names that many packages declare, and that clients of all kinds give to what may hand over a response: where one of them
/// gets hot, most of its uses can be told apart by their shape.
#[rustfmt::skip]
const COMMON: &[&str] = &[
    "Call", "Create", "Delete", "Dial", "DialContext", "Download", "Exec", "Execute", "Fetch", "Find", "Handle",
    "Invoke", "List", "Next", "NewClient", "Open", "Patch", "Poll", "Pull", "Push", "Put", "Reader",
    "Record", "Request", "Run", "Send", "Start", "Stream", "Update", "Upload", "Write", "call", "create", "delete",
    "do", "exec", "execute", "fetch", "get", "list", "open", "patch", "post", "put", "query", "request", "run",
    "send", "update",
];

/// The entry that marks a name as mentioned in any way; the name for such an entry.
fn mentioned(name: NameHash) -> NameHash {
    !name
}

/// The entries one of which a file has that calls or mentions a name.
pub(super) fn names_of(name: NameHash) -> [NameHash; 2] {
    [name, mentioned(name)]
}

impl FileUses {
    /// Whether it has one of the entries.
    pub(super) fn uses_one_of(&self, keys: &Keys) -> bool {
        self.names.iter().any(|name| keys.has(*name))
    }

    /// The entries of the names that it calls or mentions, and some others; see [`names_of`].
    pub(super) fn entries(&self) -> &[NameHash] {
        &self.names
    }
}

/// A set of entries.
#[derive(Default)]
pub(super) struct Keys {
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

/// Reads the folders and what they import, one wave after the other. Of those that are only imported the imports come first:
/// what uses names matters only where a source of responses can be reached, and half of what is vendored reaches none.
pub(super) fn scan_all(index: &Index, seeds: &Seeds, start: &[Option<Arc<Path>>]) -> Vec<FolderUses> {
    let mut imports = Imports { is_everywhere: seeds.is_everywhere, ..Imports::default() };
    let wave = start.iter().flatten().filter(|folder| imports.number(folder).1).cloned().collect::<Vec<_>>();
    let work = |scanner: &mut Scanner, folder: Arc<Path>| scanner.folder(index, seeds, folder);
    let mut all: Vec<FolderUses> = wave.into_par_iter().map_init(Scanner::default, work).collect();
    let first = all.len();
    let mut wave = imports.add(&all, 0);
    while !wave.is_empty() {
        let known = &imports;
        let work = |scanner: &mut Scanner, folder: Arc<Path>| scanner.imports_of(index, seeds, folder, known);
        let before = all.len();
        all.par_extend(wave.into_par_iter().map_init(Scanner::default, work));
        wave = imports.add(&all, before);
    }
    all.iter_mut().zip(&imports.is_reaching).for_each(|(folder, reaches)| folder.reaches_source = *reaches);
    let imported = all[first..].par_iter_mut().filter(|folder| folder.reaches_source);
    imported.for_each_init(Scanner::default, |scanner, folder| scanner.files_of(index, seeds, folder));
    all
}

/// Which folder imports which, as far as they were read. They are numbered as they are seen.
#[derive(Default)]
struct Imports {
    numbers: FxHashMap<OsString, usize>,
    /// Those that import each folder.
    importers: Vec<SmallVec<[u32; 4]>>,
    /// Whether a source of responses is known to be reached from each folder.
    is_reaching: Vec<bool>,
    /// Whether each folder counts as one that reaches a source; see [`Seeds`].
    is_everywhere: bool,
}

impl Imports {
    /// The number of a folder, and whether it was not seen before.
    fn number(&mut self, folder: &Path) -> (usize, bool) {
        if let Some(number) = self.numbers.get(folder.as_os_str()) {
            return (*number, false);
        }
        let number = self.importers.len();
        self.numbers.insert(folder.into(), number);
        self.importers.push(SmallVec::new());
        self.is_reaching.push(self.is_everywhere);
        (number, true)
    }

    /// Adds the folders from a number on, and returns those that they import and nobody did before.
    fn add(&mut self, folders: &[FolderUses], from: usize) -> Vec<Arc<Path>> {
        let mut fresh = Vec::new();
        for (number, folder) in folders.iter().enumerate().skip(from) {
            let mut reaches = folder.is_source;
            for import in &folder.imports {
                let (imported, is_new) = self.number(import);
                if is_new {
                    fresh.push(import.clone());
                }
                self.importers[imported].extend(u32::try_from(number));
                reaches |= self.is_reaching[imported];
            }
            if reaches {
                self.note_reaching(number);
            }
        }
        fresh
    }

    fn note_reaching(&mut self, number: usize) {
        let mut stack = vec![number];
        while let Some(number) = stack.pop() {
            if !std::mem::replace(&mut self.is_reaching[number], true) {
                stack.extend(self.importers[number].iter().map(|importer| *importer as usize));
            }
        }
    }

    fn reaches(&self, folder: &Path) -> bool {
        self.numbers.get(folder.as_os_str()).is_some_and(|number| self.is_reaching[*number])
    }
}

static DOT_IMPORT: LazyLock<Finder> = LazyLock::new(|| Finder::new(". \""));
static READ_CLOSER: LazyLock<Finder> = LazyLock::new(|| Finder::new("ReadCloser"));
static MARK: LazyLock<Finder> = LazyLock::new(|| Finder::new(crate::findings::suppress::OWN_MARK));

/// What is used again for the next file.
struct Scanner {
    /// Has room for [`HEAD`] bytes.
    head: Vec<u8>,
    text: Vec<u8>,
    names: Entries,
}

impl Default for Scanner {
    fn default() -> Scanner {
        Scanner { head: Vec::with_capacity(HEAD), text: Vec::new(), names: Entries::default() }
    }
}

/// Entries of a file, most of them once.
#[derive(Default)]
struct Entries {
    all: Vec<NameHash>,
    /// Some that were added lately, by their last bits.
    recent: Vec<NameHash>,
}

/// A file uses some hundred names, most of them again and again.
const RECENT: u32 = 1 << 10;

impl Entries {
    fn clear(&mut self) {
        self.all.clear();
        self.recent.clear();
        self.recent.resize(RECENT as usize, 0);
    }

    #[inline]
    fn insert(&mut self, entry: NameHash) {
        let recent = &mut self.recent[(entry % RECENT) as usize];
        if *recent != entry || entry == 0 {
            *recent = entry;
            self.all.push(entry);
        }
    }

    /// All of them, sorted, each once.
    fn sorted(&mut self) -> Box<[NameHash]> {
        self.all.sort_unstable();
        self.all.dedup();
        self.all.as_slice().into()
    }

    /// What a file uses.
    fn uses(&mut self, text: &[u8], seeds: &Seeds, file: &Entry, error: Option<String>) -> FileUses {
        let mut responses = response_words(header(text));
        responses.retain(|word| has_word(text, word.as_bytes()));
        self.clear();
        each_use(text, |name, start, usage| {
            let (name, other) = hash_of_use(text, name, start);
            for name in std::iter::once(name).chain(other) {
                seeds.entries(text, name, start, usage, |entry| self.insert(entry));
            }
        });
        FileUses {
            names: self.sorted(),
            responses,
            is_marked: false,
            is_damaged: false,
            error,
            at: file.clone(),
            len: text.len(),
        }
    }
}

/// So much of a file is read for its imports. Few have more in front of the first declaration, and of those all is read.
const HEAD: usize = 8 << 10;

impl Scanner {
    /// A folder whose files are checked: all that is asked of it.
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
            let is_marked = MARK.find(text).is_some();
            let is_damaged = !looks_whole(text);
            uses.files.push(FileUses { is_marked, is_damaged, ..self.names.uses(text, seeds, file, error) });
        }
        index.take_methods(&uses.folder, &methods);
        uses
    }

    /// A folder that is only imported: its imports, and whether it is a source. Once it is known to reach one, what its other
    /// files use too, while they are at hand.
    fn imports_of(&mut self, index: &Index, seeds: &Seeds, folder: Arc<Path>, known_imports: &Imports) -> FolderUses {
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
            // What cannot be read is told of where somebody needs it.
            let Ok(text) = file.read_head(&mut self.head, &mut self.text, needs_rest) else {
                continue;
            };
            let has_io = has_io.unwrap_or_else(|| uses.note_head(seeds, &imported, header(text), &mut known));
            uses.is_source = uses.is_source || has_io && READ_CLOSER.find(text).is_some();
            if reaches || uses.is_source {
                uses.files.push(self.names.uses(text, seeds, file, None));
            }
        }
        uses
    }

    /// What the files of a folder use that have not been looked at.
    fn files_of(&mut self, index: &Index, seeds: &Seeds, uses: &mut FolderUses) {
        let mut known = std::mem::take(&mut uses.files).into_iter().peekable();
        for file in &index.listing(&uses.folder).go_files {
            if let Some(known) = known.next_if(|known| known.at.path == file.path) {
                uses.files.push(known);
                continue;
            }
            let error = file.read_into(&mut self.text).err();
            uses.files.push(self.names.uses(&self.text, seeds, file, error));
        }
    }
}

impl FolderUses {
    fn new(folder: Arc<Path>) -> FolderUses {
        FolderUses {
            files: Vec::new(),
            imports: Vec::new(),
            has_dot_import: false,
            stubs: FxHashSet::default(),
            is_source: false,
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
                if let Some(stub) = &found.stub {
                    self.is_source |= seeds.owners.contains(&**stub);
                    self.stubs.insert(import.to_string());
                }
                self.imports.extend(found.folder.clone());
            });
        }
        has_io
    }
}

/// How a file that imports `net/http` writes the type of responses: `http.Response`, or with another name in front.
fn response_words(head: &[u8]) -> Vec<String> {
    static PATHS: LazyLock<[Finder<'static>; 2]> = LazyLock::new(|| {
        ['"', '`'].map(|quote| Finder::new(&format!("{quote}{}{quote}", HTTP_RESPONSE.package)).into_owned())
    });
    let paths = PATHS.iter().flat_map(|path| path.find_iter(head));
    let word = |path: usize| {
        let line = head[..path].rsplit(|byte| matches!(byte, b'\n' | b';' | b'(')).next()?;
        let line = std::str::from_utf8(line).ok()?;
        let name = line.split("/*").next().unwrap_or(line).split_whitespace().next_back();
        Some(match name {
            None | Some("import" | "_") => HTTP_RESPONSE.written(None),
            name => HTTP_RESPONSE.written(name),
        })
    };
    paths.filter_map(word).collect()
}

/// The text above the first declaration other than imports.
fn header(text: &[u8]) -> &[u8] {
    static ENDS: LazyLock<[Finder; 4]> =
        LazyLock::new(|| ["\nfunc ", "\ntype ", "\nvar ", "\nconst "].map(Finder::new));
    let mut from = 0;
    loop {
        let mut head = text;
        for word in ENDS.iter() {
            if let Some(end) = word.find(head.get(from..).unwrap_or_default()) {
                head = &head[..from + end];
            }
        }
        match end_of_comment_around(text, head.len(), from) {
            Some(end) => from = end,
            None => return head,
        }
    }
}

/// The end of the comment in which an offset stands, such as the preamble of cgo; comments are looked for from another on.
fn end_of_comment_around(text: &[u8], at: usize, from: usize) -> Option<usize> {
    static OPEN: LazyLock<Finder> = LazyLock::new(|| Finder::new("/*"));
    static CLOSE: LazyLock<Finder> = LazyLock::new(|| Finder::new("*/"));
    let mut from = from;
    while let Some(open) = OPEN.find(&text[from..at]) {
        let inside = from + open + 2;
        from = inside + CLOSE.find(&text[inside..])? + 2;
        if from > at {
            return Some(from);
        }
    }
    None
}

/// The strings in double quotes or back quotes that could be import paths: in front of them stands at most `import`, a
/// bracket and a name.
fn imports(head: &[u8]) -> impl Iterator<Item = &str> {
    static IMPORT: LazyLock<Finder> = LazyLock::new(|| Finder::new("import"));
    // A licence above the first one has no specs.
    let first = IMPORT.find(head).unwrap_or(head.len());
    let head = &head[memchr::memrchr(b'\n', &head[..first]).unwrap_or(0)..];
    let mut start = 0;
    let ends = memchr::memchr2_iter(b'\n', b';', head).chain([head.len()]);
    let specs = ends.map(move |end| &head[std::mem::replace(&mut start, end + 1)..end]);
    specs.filter_map(|spec| {
        let mut open = memchr::memchr2(b'"', b'`', spec)?;
        if let Some(comment) = memmem::find(&spec[..open], b"/*") {
            let end = comment + 2 + memmem::find(&spec[comment + 2..], b"*/")?;
            open = end + memchr::memchr2(b'"', b'`', &spec[end..])?;
        }
        let close = open + 1 + memchr::memchr2(b'"', b'`', &spec[open + 1..])?;
        let path = &spec[open + 1..close];
        let before = spec[..open].trim_ascii();
        let may_be = before.is_empty() || may_stand_before_path(before);
        let is_path = !path.is_empty() && path.len() < 300 && memchr::memchr3(b' ', b'\t', b'\\', path).is_none();
        if may_be && is_path { std::str::from_utf8(path).ok() } else { None }
    })
}

/// Whether an import path may follow: behind a comment that ends there are three words at most, and no other comment.
fn may_stand_before_path(before: &[u8]) -> bool {
    let comment = if before.contains(&b'/') { memmem::rfind(before, b"*/") } else { None };
    let before = &before[comment.map_or(0, |end| end + 2)..];
    !before.contains(&b'/') && before.split(u8::is_ascii_whitespace).filter(|word| !word.is_empty()).count() <= 3
}

/// The folders from which a source of responses can be reached by imports, in their order. An import that cannot be found
/// cannot hand over anything: its functions have no known types.
pub(super) fn reaching(scanned: &[FolderUses]) -> Vec<&FolderUses> {
    scanned.iter().filter(|folder| folder.reaches_source).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn imports_are_read_off_the_header() {
        let text = b"// Package p \"says\".\npackage p\n\nimport (\n\t\"a.b/c\" // why\n\tx `net/http`\n\n)\nimport . \"io\"; import \"g\"\n/* h */ import (k \"h\")\nvar s = \"d.e/f\"\n";
        let found: Vec<&str> = imports(header(text)).collect();
        assert_eq!(found, ["a.b/c", "net/http", "io", "g", "h"]);
        let found = |text: &'static str| imports(header(text.as_bytes())).collect::<Vec<&str>>();
        assert_eq!(found("/* important \"a\"\n*/ package p // import \"b\"\nimport \"c\"\n"), ["c"]);
        assert_eq!(found("package p; import \"a\"; import b \"b\""), ["a", "b"]);
        assert_eq!(found("package p\n\nvar s = \"a\"\n"), [""; 0]);
        assert_eq!(found("/*\nfunc main()\n*/\npackage p\nimport \"a\"\nfunc f() {}\nimport \"b\"\n"), ["a"]);
        assert_eq!(found("package p\n/*\nconst char *x;\n*/\nimport \"C\"\nimport /* \"s\" */ \"a\"\n"), ["C", "a"]);
        assert_eq!(response_words(b"import h /* std */ \"net/http\"\n"), ["h.Response"]);
        assert_eq!(response_words(header(text)), ["x.Response"]);
        assert_eq!(response_words(b"import (\n\t\"net/http\"\n\t. \"net/http\"\n)"), ["http.Response", "Response"]);
    }
}
