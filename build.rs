//! Writes the table of embedded stubs: `STUBS`, one row for each Go file in `queries/stubs`, sorted by name. A new stub is a new
//! file and nothing else.

use std::path::{Path, PathBuf};
use std::{env, fs};

const FOLDER: &str = "queries/stubs";

fn main() {
    println!("cargo:rerun-if-changed=build.rs");
    println!("cargo:rerun-if-changed={FOLDER}");
    let root = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").expect("cargo names the folder of the package"));
    let out = PathBuf::from(env::var_os("OUT_DIR").expect("cargo names a folder for what is generated"));
    let rows: String = stub_names(&root.join(FOLDER)).iter().map(|name| row(name)).collect();
    let table = format!("/// All stubs: file name and text.\npub const STUBS: &[(&str, &str)] = &[\n{rows}];\n");
    fs::write(out.join("stubs.rs"), table).expect("the folder for what is generated is writable");
}

fn stub_names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).unwrap_or_else(|error| panic!("{FOLDER}: {error}"));
    let names = entries.flatten().map(|entry| entry.file_name().to_string_lossy().into_owned());
    let mut names: Vec<String> = names.filter(|name| name.ends_with(".go")).collect();
    names.sort();
    names
}

/// The path is put together where it is compiled, so that what is generated holds no folder of this machine.
fn row(name: &str) -> String {
    format!("    ({name:?}, include_str!(concat!(env!(\"CARGO_MANIFEST_DIR\"), \"/{FOLDER}/{name}\"))),\n")
}
