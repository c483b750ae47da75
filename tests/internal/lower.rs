//! The bodies of the functions in `testdata/lower/*.go`, as text, against `testdata/lower/*.body`.
//!
//! `UPDATE=1 cargo test --lib lower` rewrites them; compare every changed line with the Go code before you commit it.

use crate::go::queries::Queries;
use crate::ground::source::Source;
use crate::program::File;
use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::sync::Arc;

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("testdata/lower")
}

fn with_extension(extension: &str) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder()).expect("the folder is there").flatten().map(|entry| entry.path());
    let mut paths: Vec<PathBuf> = entries.filter(|path| path.extension().is_some_and(|own| own == extension)).collect();
    paths.sort();
    paths
}

/// All functions with a body, then all variables with an initial value.
fn bodies(path: &Path) -> String {
    let source = Source::read(path, &path.to_string_lossy()).expect("the file can be read");
    let file = File::new(Arc::new(source), &Queries::standard());
    let functions = (0..file.function_count()).filter_map(|number| file.body(number));
    let variables = (0..file.items().variables.len()).filter_map(|number| file.variable(number));
    let mut text = String::new();
    for body in functions.chain(variables) {
        writeln!(text, "{body}").expect("text can be written to");
    }
    text
}

#[test]
fn bodies_are_the_golden_ones() {
    let is_update = std::env::var_os("UPDATE").is_some();
    let mut different = Vec::new();
    for path in with_extension("go") {
        let golden = path.with_extension("body");
        let found = bodies(&path);
        let expected = std::fs::read_to_string(&golden).unwrap_or_default();
        if found == expected {
            continue;
        }
        if is_update {
            std::fs::write(&golden, &found).expect("the golden file is writable");
            continue;
        }
        let line = found.lines().zip(expected.lines()).take_while(|(new, old)| new == old).count();
        let at = |text: &str| text.lines().nth(line).unwrap_or("the end").trim().to_string();
        let name = golden.file_name().unwrap_or_default().to_string_lossy();
        different.push(format!("{name}:{}: expected `{}`, got `{}`", line + 1, at(&expected), at(&found)));
    }
    let what_to_do = "UPDATE=1 cargo test --lib lower rewrites the goldens in testdata/lower: read the difference";
    assert!(different.is_empty(), "\n{}\n{what_to_do}\n", different.join("\n"));
}

#[test]
fn nothing_in_them_is_damaged_or_not_understood() {
    for path in with_extension("go") {
        let found = bodies(&path);
        assert!(!found.contains("unmodelled:") && !found.contains("\ndamaged"), "{}", path.display());
    }
}

#[test]
fn every_golden_has_its_code() {
    let lost: Vec<PathBuf> =
        with_extension("body").into_iter().filter(|path| !path.with_extension("go").exists()).collect();
    assert!(lost.is_empty(), "goldens without a Go file of the same name, to be deleted: {lost:?}");
}
