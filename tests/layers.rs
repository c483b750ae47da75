//! The layers of ARCHITECTURE.md, and what only some modules may touch.
//!
//! The table in ARCHITECTURE.md puts all modules in one order: by layer, then from left to right. A module names only
//! modules before it. What breaks the order stands in a list here, with its reason; a row that is no longer needed fails.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// Uses of a later module: user, used, why.
const AGAINST_THE_ORDER: [(&str, &str, &str); 3] = [
    ("focus", "check", "reads the fields of a `Task`, as `suppress` does"),
    ("rule", "spelling", "a rule that is not known is told with its near misses, which are rules"),
    ("suppress", "check", "reads the files of a `Task`, a value of plain fields that `check` hands on as it is"),
];

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
        places: &[
            "syntax.rs",
            "queries.rs",
            "outline/",
            "lower.rs",
            "lower/",
            "index/file.rs",
            "suppress/nodes.rs",
            "fix/",
        ],
        why: "trees are read where they are made, and nowhere above; edits are made of the text and its tree",
    },
    Reserved {
        word: "Query",
        places: &["queries.rs"],
        why: "queries stand in `queries/*.scm` and are asked in one module",
    },
    Reserved {
        word: "serde",
        places: &["report/", "settings/", "baseline.rs"],
        why: "formats of files stay at the edge",
    },
    Reserved {
        word: "print!(",
        places: &[],
        why: "output goes through the handles in `main`, where a broken pipe is known",
    },
    Reserved { word: "println!(", places: &[], why: "see `print!`" },
    Reserved { word: "stdout()", places: &["main.rs"], why: "only `main` prints" },
    Reserved {
        word: "std::fs",
        places: &["source.rs", "scratch.rs", "discover.rs", "index/", "settings/config.rs", "baseline.rs", "main.rs"],
        why: "Go files are read in `source` and written in `scratch`; the others list folders, read go.mod, the \
              configuration and the baseline, and write the old tree",
    },
];

struct File {
    /// Below `src/`, with `/`.
    path: String,
    module: String,
    /// Without comments and unit tests.
    code: String,
}

#[test]
fn modules_use_only_what_stands_before_them() {
    let order = order();
    let place = |module: &str| order.iter().position(|known| known == module);
    let mut wrong = Vec::new();
    let mut excused = BTreeSet::new();
    for file in files() {
        let Some(own) = place(&file.module) else {
            wrong.push(format!("src/{}: `{}` is in no layer of ARCHITECTURE.md", file.path, file.module));
            continue;
        };
        for used in used_modules(&file.code) {
            let is_before = used == file.module || place(&used).is_some_and(|other| other < own);
            if is_before {
                continue;
            }
            match AGAINST_THE_ORDER.iter().position(|(user, other, _)| *user == file.module && *other == used) {
                Some(row) => drop(excused.insert(row)),
                None => {
                    wrong.push(format!("src/{}: `{}` uses `{used}`, which is not below it", file.path, file.module))
                }
            }
        }
    }
    for (row, (user, used, _)) in AGAINST_THE_ORDER.iter().enumerate() {
        if !excused.contains(&row) {
            wrong.push(format!("`{user}` no longer uses `{used}`: take the exception away"));
        }
    }
    assert!(wrong.is_empty(), "\n{}\n", wrong.join("\n"));
}

#[test]
fn every_module_of_the_table_exists() {
    let modules: BTreeSet<String> = files().into_iter().map(|file| file.module).collect();
    let missing: Vec<String> = order().into_iter().filter(|module| !modules.contains(module)).collect();
    assert!(missing.is_empty(), "in ARCHITECTURE.md, not in src: {missing:?}");
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
fn the_library_is_a_list_of_modules() {
    let text = read(&source_folder().join("lib.rs"));
    let is_module = |line: &str| line.starts_with("pub mod ") || line.starts_with("//!") || line.starts_with("#![");
    let other: Vec<&str> = text.lines().filter(|line| !line.is_empty() && !is_module(line)).collect();
    assert!(other.is_empty(), "{other:?}");
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

/// The modules of the table in ARCHITECTURE.md, first to last.
fn order() -> Vec<String> {
    let text = read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("ARCHITECTURE.md"));
    let layers = text.split("## Layers").nth(1).and_then(|rest| rest.split("\n## ").next()).unwrap_or("");
    let rows = layers.lines().filter_map(|line| {
        let mut cells = line.strip_prefix('|')?.split('|');
        cells.next()?.trim().parse::<u32>().ok()?;
        cells.next()
    });
    rows.flat_map(|modules| modules.split('`').skip(1).step_by(2)).map(str::to_string).collect()
}

/// All files below `src/` but lists of modules and files of tests.
fn files() -> Vec<File> {
    let mut paths = Vec::new();
    collect(&source_folder(), &mut paths);
    let file = |path: PathBuf| {
        let below = path.strip_prefix(source_folder()).ok()?.to_string_lossy().replace('\\', "/");
        if below == "lib.rs" || below.ends_with("tests.rs") {
            return None;
        }
        let first = below.split('/').next()?.trim_end_matches(".rs");
        let module = if is_part_of_main(first) { "main" } else { first }.to_string();
        let text = read(&path);
        let code = text.split("#[cfg(test)]\nmod tests").next()?;
        let code = code.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n");
        Some(File { path: below, module, code })
    };
    paths.into_iter().filter_map(file).collect()
}

/// Whether `main.rs` declares the module.
fn is_part_of_main(module: &str) -> bool {
    read(&source_folder().join("main.rs")).contains(&format!("\nmod {module};\n"))
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

/// The modules that code names behind `crate::`, and `bodyguard::` in the program.
fn used_modules(code: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for start in ["crate::", "bodyguard::"] {
        for (_, rest) in code.split(start).enumerate().skip(1) {
            let rest = match rest.strip_prefix('{') {
                Some(list) => list.split('}').next().unwrap_or(""),
                None => &rest[..rest.find(|letter: char| !is_word(letter)).unwrap_or(rest.len())],
            };
            let names = rest.split(',').map(|part| part.split("::").next().unwrap_or("").trim());
            found.extend(names.filter(|name| !name.is_empty()).map(str::to_string));
        }
    }
    found
}

fn is_word(letter: char) -> bool {
    letter.is_ascii_alphanumeric() || letter == '_'
}

/// Whether a word stands in code and is not the end of a longer one.
fn holds_word(code: &str, word: &str) -> bool {
    code.match_indices(word).any(|(at, _)| !code[..at].ends_with(is_word))
}
