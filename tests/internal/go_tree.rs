//! The trees for measurements (`benches/go_tree`) have the properties that their descriptions promise.

#[path = "../../benches/go_tree/mod.rs"]
mod shapes;

use crate::go::tree;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// Path below the folder -> text, of all files.
fn written(shape: &str, size: usize, seed: u64) -> BTreeMap<PathBuf, String> {
    let home = tempfile::tempdir().expect("the folder for temporary files is writable");
    let (shape, _) = shapes::shape(shape).expect("the shape is known");
    let said = shapes::write(home.path(), shape, size, seed).expect("the folder for temporary files is writable");
    let mut files = BTreeMap::new();
    collect(home.path(), home.path(), &mut files);
    let go: Vec<&String> = go_files(&files).map(|(_, text)| text).collect();
    assert_eq!((said.files, said.bytes), (go.len(), go.iter().map(|text| text.len()).sum()));
    files
}

fn collect(root: &Path, folder: &Path, files: &mut BTreeMap<PathBuf, String>) {
    for entry in std::fs::read_dir(folder).expect("the folder was just written").flatten() {
        let path = entry.path();
        if path.is_dir() {
            collect(root, &path, files);
        } else {
            let text = std::fs::read_to_string(&path).expect("the file was just written");
            files.insert(path.strip_prefix(root).expect("it lies below the root").to_path_buf(), text);
        }
    }
}

fn go_files(files: &BTreeMap<PathBuf, String>) -> impl Iterator<Item = (&PathBuf, &String)> {
    files.iter().filter(|(path, _)| path.extension().is_some_and(|extension| extension == "go"))
}

fn assert_parses(files: &BTreeMap<PathBuf, String>) {
    for (path, text) in go_files(files) {
        let tree = tree::parse(text).expect("the parser is there");
        assert!(!tree.root_node().has_error(), "{} does not parse", path.display());
    }
}

#[test]
fn one_unit_is_of_realistic_shape() {
    let files = written("realistic", 1, 1);
    assert_parses(&files);
    let go: Vec<&String> = go_files(&files).map(|(_, text)| text).collect();
    let bytes: usize = go.iter().map(|text| text.len()).sum();
    assert!((350..450).contains(&go.len()), "{} files", go.len());
    assert!((2_500_000..3_500_000).contains(&bytes), "{bytes} bytes");
    let http = go.iter().filter(|text| text.contains("net/http")).count();
    assert!((3..8).contains(&(http * 100 / go.len())), "{http} of {} files name net/http", go.len());
}

#[test]
fn a_tree_depends_on_its_seed_only() {
    let first = written("realistic", 1, 1);
    assert!(first == written("realistic", 1, 1), "the same seed gives other files");
    assert!(first != written("realistic", 1, 2), "another seed gives the same files");
}

#[test]
fn a_larger_tree_holds_the_smaller_one() {
    let small = written("realistic", 1, 1);
    let large = written("realistic", 3, 1);
    for (path, text) in go_files(&small) {
        assert_eq!(large.get(path), Some(text), "{}", path.display());
    }
    let times = go_files(&large).count() * 10 / go_files(&small).count();
    assert!((27..33).contains(&times), "{times} tenths as many files");
}

#[test]
fn hostile_trees_parse() {
    for (shape, size) in [
        ("huge-package", 60),
        ("huge-function", 400),
        ("deep-chain", 1_200),
        ("wide-interface", 50),
        ("many-wrappers", 700),
    ] {
        assert_parses(&written(shape, size, 1));
    }
    assert!(shapes::shape("square").is_err());
}
