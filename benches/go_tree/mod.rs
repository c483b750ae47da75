//! Writes Go trees to measure on: one of realistic shape in any size, and some that are as bad as a tree can be.
//!
//!     write(folder, Shape::Realistic, 10, 1)      // 4,000 files, 30 MB; the same bytes for the same seed everywhere
//!
//! A tree of size 10 holds the tree of size 1 and nine more like it with names of their own. The realistic tree compiles
//! (`go vet ./...`), so that tools which need that can be measured beside.
//!
//! The code itself is in `templates/*.go`; this module only puts it together.

mod hostile;
mod template;
mod unit;
mod words;

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// The shape of a tree.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// Packages as in a large service: 5 % of the files name `net/http`.
    Realistic,
    /// One package with this many files.
    HugePackage,
    /// One function with this many lines.
    HugeFunction,
    /// This many functions, each of which returns the response of the next one.
    DeepChain,
    /// One interface with this many implementers.
    WideInterface,
    /// This many functions that return ownership of a response, and one user for each.
    ManyWrappers,
}

/// All shapes: name, shape, and the size that it has if none is given.
const SHAPES: [(&str, Shape, usize); 6] = [
    ("realistic", Shape::Realistic, 1),
    ("huge-package", Shape::HugePackage, 5_000),
    ("huge-function", Shape::HugeFunction, 20_000),
    ("deep-chain", Shape::DeepChain, 10_000),
    ("wide-interface", Shape::WideInterface, 1_000),
    ("many-wrappers", Shape::ManyWrappers, 10_000),
];

/// The shape of a name, and the size that it has if none is given. Fails with a sentence that lists the names.
pub fn shape(name: &str) -> Result<(Shape, usize), String> {
    let names = SHAPES.map(|(name, ..)| name).join(", ");
    let known = SHAPES.iter().find(|(known, ..)| *known == name);
    known.map(|(_, shape, size)| (*shape, *size)).ok_or_else(|| format!("{name}: no such shape; known: {names}"))
}

/// The size of a tree that was written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Written {
    /// Go files.
    pub files: usize,
    /// Their bytes.
    pub bytes: usize,
}

/// Writes a tree below a folder, which is made if need be. Fails if a file cannot be written.
pub fn write(folder: &Path, shape: Shape, size: usize, seed: u64) -> io::Result<Written> {
    let mut out = Out { folder: folder.to_path_buf(), written: Written::default() };
    match shape {
        Shape::Realistic => unit::write_units(&mut out, size, seed)?,
        Shape::HugePackage => hostile::huge_package(&mut out, size, seed)?,
        Shape::HugeFunction => hostile::huge_function(&mut out, size)?,
        Shape::DeepChain => hostile::deep_chain(&mut out, size)?,
        Shape::WideInterface => hostile::wide_interface(&mut out, size)?,
        Shape::ManyWrappers => hostile::many_wrappers(&mut out, size)?,
    }
    Ok(out.written)
}

/// Where files go, and how many went there.
struct Out {
    folder: PathBuf,
    written: Written,
}

impl Out {
    fn file(&mut self, path: &str, text: &str) -> io::Result<()> {
        let path = self.folder.join(path);
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder)?;
        }
        if path.extension().is_some_and(|extension| extension == "go") {
            self.written.files += 1;
            self.written.bytes += text.len();
        }
        fs::write(path, text)
    }
}
