//! Which names the files use and where their imports lead: one look at every text, nothing parsed.

use crate::check::Task;
use crate::effect::Meaning;
use crate::index::{Index, is_standard, note_methods};
use crate::scan::{Arity, Bits, HotNames, NameHash, declared, each_use, fits, has_word, hash, hash_of_use, plain_hash};
use crate::source::{go_files, read_into};
use memchr::memmem;
use rayon::prelude::*;
use rustc_hash::{FxHashMap, FxHashSet};
use std::path::{Path, PathBuf};

/// What one file uses.
pub(super) struct FileUses {
    /// Where it is.
    pub(super) path: PathBuf,
    /// The hashes of the names that it calls or mentions, sorted; see [`otherwise`].
    names: Box<[NameHash]>,
    /// How it writes the type of responses, if it does: in more than one way if it imports `net/http` twice.
    pub(super) responses: Vec<String>,
    /// Whether it holds a comment of ours.
    pub(super) is_marked: bool,
    /// Why it could not be read, if so.
    pub(super) error: Option<String>,
}

/// One folder: its files and where its imports lead.
pub(super) struct FolderUses {
    /// Where it is.
    pub(super) folder: PathBuf,
    /// Its files, sorted by path.
    pub(super) files: Vec<FileUses>,
    /// The folders of the packages that it imports, as far as they are found.
    imports: Vec<PathBuf>,
    /// Paths of stubs that it imports.
    pub(super) stubs: FxHashSet<String>,
    is_source: bool,
}

/// The names that hand over a response without anybody's source: library functions and what the configuration says.
pub(super) struct Seeds {
    /// By the path of the stub; `None` for the configuration.
    pub(super) rows: Vec<(Option<String>, NameHash, Arity)>,
    /// All of them, whatever is imported.
    all: HotNames,
    /// Whether a function of any package may be a source.
    is_everywhere: bool,
}

impl Seeds {
    /// Those of the stubs and the configuration of a task.
    pub(super) fn new(task: &Task, index: &Index) -> Seeds {
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

    /// The entries of [`FileUses::names`] under which uses of these names are found.
    pub(super) fn keys(&self, names: &HotNames) -> Keys {
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
    pub(super) fn sure_keys(&self, names: &HotNames) -> Keys {
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
    /// Whether it has one of the entries.
    pub(super) fn uses_one_of(&self, keys: &Keys) -> bool {
        self.names.iter().any(|name| keys.has(*name))
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

/// Reads the folders and what they import, one wave after the other.
pub(super) fn scan_all(index: &Index, seeds: &Seeds, start: Vec<PathBuf>) -> Vec<FolderUses> {
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
            if !is_standard(import) || import.contains('/') || uses.folder.join(import).is_dir() {
                uses.imports.extend(index.folder_of_import(&uses.folder, import));
            }
        }
        let mut responses = response_words(head);
        responses.retain(|word| has_word(buffer, word.as_bytes()));
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
            responses,
            is_marked: memmem::find(buffer, crate::suppress::OWN_MARK).is_some(),
            error,
            path,
        });
    }
    index.take_methods(&uses.folder, &methods);
    uses
}

/// How a file that imports `net/http` writes the type of responses: `http.Response`, or with another name in front.
fn response_words(head: &[u8]) -> Vec<String> {
    let paths = [&b"\"net/http\""[..], b"`net/http`"].into_iter().flat_map(|path| memmem::find_iter(head, path));
    let word = |path: usize| {
        let line = head[..path].rsplit(|byte| matches!(byte, b'\n' | b';' | b'(')).next()?;
        let name = std::str::from_utf8(line).ok()?.split_whitespace().next_back();
        Some(match name {
            None | Some("import" | "_") => "http.Response".to_string(),
            Some(".") => "Response".to_string(),
            Some(name) => format!("{name}.Response"),
        })
    };
    paths.filter_map(word).collect()
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
pub(super) fn reaching<'a>(scanned: &'a [FolderUses], seeds: &Seeds) -> Vec<&'a FolderUses> {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn imports_are_read_off_the_header() {
        let text = b"// Package p \"says\".\npackage p\n\nimport (\n\t\"a.b/c\"\n\tx `net/http`\n)\nimport . \"io\"\n\nvar s = \"d.e/f\"\n";
        let found: Vec<&str> = quoted(header(text)).collect();
        assert!(["a.b/c", "net/http", "io"].iter().all(|path| found.contains(path)), "{found:?}");
        assert!(!found.contains(&"d.e/f"));
        assert_eq!(response_words(header(text)), ["x.Response"]);
        assert_eq!(response_words(b"import (\n\t\"net/http\"\n\t. \"net/http\"\n)"), ["http.Response", "Response"]);
    }
}
