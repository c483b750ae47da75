//! The declarations in the files of a package, by name.
//!
//!     func (c *Client) Do()     hash("Client", "Do") -> function 7 of the file
//!
//! Names are hashed while the text of a file is in memory, and only the hashes outlive the text: the names of all packages that
//! are looked into once would take more memory than all else.

use super::File;
use crate::ground::source::Span;
use rustc_hash::FxHasher;
use std::hash::Hasher;

/// Declarations by the hashes of their names, which take a quarter of the memory that the names would. Two names with the same
/// hash, of 2^64, would be taken for one.
#[derive(Debug, Default)]
pub struct Table<T> {
    hashes: Box<[u64]>,
    values: Box<[T]>,
}

impl<T: Copy> Table<T> {
    /// A table of rows. Rows with the same hash stay in their order.
    pub fn new(mut rows: Vec<(u64, T)>) -> Table<T> {
        rows.sort_by_key(|(hash, _)| *hash);
        let values = rows.iter().map(|(_, value)| *value).collect();
        Table { hashes: rows.into_iter().map(|(hash, _)| hash).collect(), values }
    }

    /// The declarations under a hash.
    pub fn get(&self, hash: u64) -> &[T] {
        let start = self.hashes.partition_point(|known| *known < hash);
        let len = self.hashes[start..].iter().take_while(|known| **known == hash).count();
        &self.values[start..start + len]
    }
}

/// The hash of a name, or of a type's and a method's name. With 64 bits it is not found by accident, unlike
/// [`crate::go::names::hash`].
pub fn name_hash(ty: &str, name: &str) -> u64 {
    let mut hasher = FxHasher::default();
    hasher.write(ty.as_bytes());
    hasher.write(name.as_bytes());
    hasher.finish()
}

/// A file that was read, and the names that it declares.
pub struct LoadedFile {
    /// The file.
    pub file: File,
    /// Its top-level declarations other than methods, by the hashes of their names.
    pub names: Vec<(u64, Declared)>,
    /// The hash of type and name, the hash of the name, which function.
    pub methods: Vec<(u64, u64, u32)>,
}

/// A declaration at the top level of a file.
pub enum Declared {
    /// A type: spec.
    Type(u32),
    /// A function.
    Function(u32),
    /// A variable: spec, position in the spec.
    Variable(u32, u32),
    /// A constant: spec.
    Constant(u32),
}

impl LoadedFile {
    /// Reads the names of a file's declarations.
    pub fn new(file: File) -> LoadedFile {
        let mut loaded = LoadedFile { file, names: Vec::new(), methods: Vec::new() };
        let index = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
        let LoadedFile { file, names, methods } = &mut loaded;
        let text = |span: &Span| file.source.slice(*span);
        let mut note = |span: &Span, declared| names.push((name_hash("", text(span)), declared));
        let items = file.items();
        for (number, row) in items.types.iter().enumerate() {
            row.names.iter().for_each(|name| note(name, Declared::Type(index(number))));
        }
        for (number, row) in items.variables.iter().enumerate() {
            for (position, name) in row.names.iter().enumerate() {
                note(name, Declared::Variable(index(number), index(position)));
            }
        }
        for (number, row) in items.constants.iter().enumerate() {
            row.names.iter().for_each(|name| note(name, Declared::Constant(index(number))));
        }
        for (number, row) in items.functions.iter().enumerate() {
            match &row.receiver {
                None => note(&row.name, Declared::Function(index(number))),
                Some(ty) => {
                    let name = text(&row.name);
                    methods.push((name_hash(text(ty), name), name_hash("", name), index(number)));
                }
            }
        }
        loaded
    }
}
