//! The layers of ARCHITECTURE.md, and what only some files may touch.
//!
//! The table in ARCHITECTURE.md puts the folders of `src/` in an order, and the files of each folder. A file uses folders of
//! earlier rows, and of its own folder the files to its left; there is no exception. `x.rs` and `x/` count as one file, and the
//! head of a folder, `mod.rs`, counts as the folder.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// A word that only some files may contain.
struct Reserved {
    word: &'static str,
    /// Files and folders below `src/`.
    places: &'static [&'static str],
    why: &'static str,
}

const RESERVED: [Reserved; 7] = [
    Reserved {
        word: "tree_sitter",
        places: &["go/", "program/package/file.rs", "findings/suppress/nodes.rs", "fix/"],
        why: "trees are read where they are made, and nowhere above; edits are made of the text and its tree",
    },
    Reserved {
        word: "Query",
        places: &["go/queries.rs"],
        why: "queries stand in `queries/*.scm` and are asked in one module",
    },
    Reserved {
        word: "serde",
        places: &["report/", "run/settings/", "run/baseline.rs", "server/"],
        why: "formats of files and messages stay at the edge",
    },
    Reserved {
        word: "print!(",
        places: &[],
        why: "output goes through the handles in `cli`, where a broken pipe is known",
    },
    Reserved { word: "println!(", places: &[], why: "see `print!`" },
    Reserved { word: "stdout()", places: &["cli/mod.rs"], why: "only `cli` prints" },
    Reserved {
        word: "std::fs",
        places: &[
            "ground/source.rs",
            "ground/atomic_file.rs",
            "ground/atomic_file/extras.rs",
            "program/modules.rs",
            "program/modules/mod_file.rs",
            "run/discover.rs",
            "run/settings/config.rs",
            "run/baseline.rs",
            "cli/mod.rs",
        ],
        why: "Go files are read in `source` and written in `atomic_file`; the others list folders, read go.mod, the \
              configuration and the baseline, and write the old tree",
    },
];

/// One file below `src/`.
struct File {
    /// Below `src/`, with `/`.
    path: String,
    /// The modules that lead to it: `leak`, `call`, `outcome`.
    module: Vec<String>,
    /// Without comments and unit tests.
    code: String,
}

/// The place of a module in the table: the number of its folder, and that of its file in the folder. The head of a folder has
/// no file number: it uses the files of its folder, and they use it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Place {
    folder: usize,
    file: Option<usize>,
}

impl Place {
    /// Whether a file here may use one there.
    fn may_use(self, other: Place) -> bool {
        match (self.file, other.file) {
            _ if self.folder != other.folder => other.folder < self.folder,
            (Some(own), Some(other)) => other <= own,
            _ => true,
        }
    }
}

#[test]
fn files_use_only_what_stands_before_them() {
    let (table, files) = (table(), files());
    let exported = exported(&files);
    let mut wrong = Vec::new();
    for file in &files {
        let Some(own) = place(&table, &file.module) else {
            wrong.push(format!("src/{} is in no row of the table in ARCHITECTURE.md: add it to one", file.path));
            continue;
        };
        for path in used_paths(&file.module, &file.code) {
            let used = resolved(&exported, &files, path);
            if let Some(other) = place(&table, &used).filter(|other| !own.may_use(*other)) {
                let side = if own.folder == other.folder { "to the right of" } else { "below" };
                wrong.push(format!(
                    "src/{} uses `{}`, which stands {side} it in the table of ARCHITECTURE.md: move what both need to the left",
                    file.path,
                    used.join("::")
                ));
            }
        }
    }
    wrong.sort();
    wrong.dedup();
    assert!(wrong.is_empty(), "\n{}\n", wrong.join("\n"));
}

#[test]
fn every_module_of_the_table_exists() {
    let files = files();
    let mut missing = Vec::new();
    for (folder, own) in table() {
        let rows = own.iter().map(|file| vec![folder.clone(), file.clone()]);
        let all = rows.chain([vec![folder.clone()]]);
        missing.extend(all.filter(|module| files.iter().all(|file| file.module != *module)));
    }
    assert!(missing.is_empty(), "in the table of ARCHITECTURE.md and not in src, take it out: {missing:?}");
}

#[test]
fn reserved_words_stand_only_where_they_may() {
    let files = files();
    let mut wrong = Vec::new();
    for reserved in &RESERVED {
        let with_word: Vec<&File> = files.iter().filter(|file| holds_word(&file.code, reserved.word)).collect();
        for file in &with_word {
            if !reserved.places.iter().any(|place| is_in(&file.path, place)) {
                wrong.push(format!("src/{}: `{}`, but {}", file.path, reserved.word, reserved.why));
            }
        }
        for place in reserved.places {
            if !with_word.iter().any(|file| is_in(&file.path, place)) {
                wrong.push(format!("src/{place} no longer holds `{}`: take it from the list", reserved.word));
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}\n", wrong.join("\n"));
}

#[test]
fn paths_are_read_as_rust_reads_them() {
    let module: Vec<String> = ["leak", "call"].map(str::to_string).to_vec();
    let code = "use super::{state::Value, walk};\nuse crate::go::body::{self, Part};\nfn f() { crate::leak::live::x(); self::outcome::y() }\n";
    let mut paths: Vec<String> = used_paths(&module, code).into_iter().map(|path| path.join("/")).collect();
    paths.sort();
    let expected =
        ["go/body/Part", "go/body/self", "leak/call/outcome/y", "leak/live/x", "leak/state/Value", "leak/walk"];
    assert_eq!(paths, expected);
}

fn is_in(path: &str, place: &str) -> bool {
    path == place || place.ends_with('/') && path.starts_with(place)
}

fn source_folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

fn read(path: &Path) -> String {
    std::fs::read_to_string(path).expect("a file of the repository can be read")
}

/// The rows of the table in ARCHITECTURE.md, first to last: a folder or file of `src/`, and the files of the folder.
fn table() -> Vec<(String, Vec<String>)> {
    let text = read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("ARCHITECTURE.md"));
    let layers = text.split("## Layers").nth(1).and_then(|rest| rest.split("\n## ").next()).unwrap_or("");
    let names = |cell: &str| -> Vec<String> { cell.split('`').skip(1).step_by(2).map(str::to_string).collect() };
    let rows = layers.lines().filter_map(|line| {
        let mut cells = line.strip_prefix('|')?.split('|');
        let folder = names(cells.next()?).first()?.clone();
        Some((folder, names(cells.next()?)))
    });
    rows.collect()
}

/// The place of a module, which is that of the file or head that it belongs to.
fn place(table: &[(String, Vec<String>)], module: &[String]) -> Option<Place> {
    let folder = table.iter().position(|(folder, _)| Some(folder) == module.first())?;
    let file = module.get(1).and_then(|file| table[folder].1.iter().position(|known| known == file));
    (file.is_some() || module.len() == 1).then_some(Place { folder, file })
}

/// All files below `src/` but `lib.rs`, `main.rs` and files of tests.
fn files() -> Vec<File> {
    let mut paths = Vec::new();
    collect(&source_folder(), &mut paths);
    let file = |path: PathBuf| {
        let below = path.strip_prefix(source_folder()).ok()?.to_string_lossy().replace('\\', "/");
        if matches!(below.as_str(), "lib.rs" | "main.rs") || below.ends_with("tests.rs") {
            return None;
        }
        let module = below.trim_end_matches(".rs").trim_end_matches("/mod").split('/').map(str::to_string).collect();
        let text = read(&path);
        let code = text.split("#[cfg(test)]\nmod tests").next()?;
        let code = code.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n");
        Some(File { path: below, module, code })
    };
    paths.into_iter().filter_map(file).collect()
}

fn collect(folder: &Path, into: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).expect("a folder of the repository can be read").flatten() {
        let path = entry.path();
        if path.is_dir() {
            collect(&path, into);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            into.push(path);
        }
    }
    into.sort();
}

/// The paths that the code of a module names, from the root of the crate: those of its `use`, and those after `crate::`,
/// `super::` and `self::`.
fn used_paths(module: &[String], code: &str) -> Vec<Vec<String>> {
    let (mut paths, mut rest) = (Vec::new(), String::new());
    for (number, part) in code.split("use ").enumerate() {
        let is_tree = |text: &&str| text.chars().all(|letter| is_word(letter) || ":{}, *\n".contains(letter));
        match part.split_once(';').filter(|(tree, _)| number > 0 && is_tree(tree)) {
            Some((tree, after)) => {
                expand(tree, &[], &mut paths);
                rest.push_str(after);
            }
            None => rest.push_str(part),
        }
    }
    for start in ["crate::", "super::", "self::"] {
        for (at, _) in rest.match_indices(start) {
            if !rest[..at].ends_with(|letter| is_word(letter) || letter == ':') {
                let path = &rest[at..];
                let end = path.find(|letter: char| !is_word(letter) && letter != ':').unwrap_or(path.len());
                paths.push(path[..end].split("::").map(str::to_string).collect());
            }
        }
    }
    paths.into_iter().filter_map(|path| absolute(module, &path)).collect()
}

/// `a::{b, c::d}` as `a::b` and `a::c::d`.
fn expand(tree: &str, before: &[String], into: &mut Vec<Vec<String>>) {
    let (head, list) = match tree.split_once('{') {
        Some((head, list)) => (head, list.rsplit_once('}').map(|(list, _)| list)),
        None => (tree, None),
    };
    let head = head.split(" as ").next().unwrap_or(head);
    let words = head.split("::").map(str::trim).filter(|word| !word.is_empty()).map(str::to_string);
    let path: Vec<String> = before.iter().cloned().chain(words).collect();
    let Some(list) = list else {
        into.push(path);
        return;
    };
    let (mut depth, mut start) = (0, 0);
    for (at, letter) in list.char_indices().chain([(list.len(), ',')]) {
        match letter {
            '{' => depth += 1,
            '}' => depth -= 1,
            ',' if depth == 0 => {
                if !list[start..at].trim().is_empty() {
                    expand(&list[start..at], &path, into);
                }
                start = at + 1;
            }
            _ => {}
        }
    }
}

/// A path as a module writes it, from the root of the crate.
fn absolute(module: &[String], path: &[String]) -> Option<Vec<String>> {
    let mut from = match path.first()?.as_str() {
        "crate" => Vec::new(),
        "super" => module[..module.len() - 1].to_vec(),
        // A module below this one, or another crate, which no file is found for.
        _ => module.to_vec(),
    };
    let starts = matches!(path[0].as_str(), "crate" | "super" | "self");
    for word in &path[usize::from(starts)..] {
        match word.as_str() {
            "super" => drop(from.pop()),
            word => from.push(word.to_string()),
        }
    }
    Some(from)
}

/// The names that heads of folders export from their files: the path by the head, and the path by the file.
type Exported = BTreeMap<Vec<String>, Vec<String>>;

fn exported(files: &[File]) -> Exported {
    let mut exported = Exported::new();
    for file in files {
        for part in file.code.split("pub use ").skip(1) {
            let mut paths = Vec::new();
            expand(part.split(';').next().unwrap_or(""), &[], &mut paths);
            for path in paths.iter().filter_map(|path| absolute(&file.module, path)) {
                let name = path.last().cloned();
                exported.insert(file.module.iter().cloned().chain(name).collect(), path);
            }
        }
    }
    exported
}

/// The module that a path leads to; empty if it is none of the crate's.
fn resolved(exported: &Exported, files: &[File], path: Vec<String>) -> Vec<String> {
    let by_head = (1..=path.len()).find_map(|len| exported.get(&path[..len]));
    let mut module = by_head.cloned().unwrap_or(path);
    while !module.is_empty() && files.iter().all(|file| file.module != module) {
        module.pop();
    }
    module
}

fn is_word(letter: char) -> bool {
    letter.is_ascii_alphanumeric() || letter == '_'
}

/// Whether a word stands in code and is not the end of a longer one.
fn holds_word(code: &str, word: &str) -> bool {
    code.match_indices(word).any(|(at, _)| !code[..at].ends_with(is_word))
}
