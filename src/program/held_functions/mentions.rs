//! The code that mentions a name, found by text: in one package, or in all files of its module.
//!
//!     d.info("x")     who writes `info`? the functions and variables in whose text the word stands

use crate::go::lex::words;
use crate::go::outline::Name;
use crate::ground::memo::Memo;
use crate::ground::source::{Entry, Listing};
use crate::program::function_value::Code;
use crate::program::{File, FuncId, Index, Package};
use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// A name that more functions mention says too little: `Run` stands in hundreds of functions of kubernetes.
const MOST_MENTIONS: usize = 150;

/// Code and its package.
pub(in crate::program) type CodeIn = (Arc<Package>, Code);

/// Code that mentions a name, in the order of folders and files; `None` if there is too much of it.
pub(in crate::program) type Found = Option<Arc<Vec<CodeIn>>>;

/// Where names are mentioned, by the folder of a module or package, whether it is the module's, and the name.
pub(in crate::program) type Mentions = Memo<(PathBuf, Within, Name), Found>;

/// How far a name is looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(in crate::program) enum Within {
    /// The package alone.
    Package,
    /// The package with its tests.
    PackageAndTests,
    /// The module around it, without tests.
    Module,
}

impl Index {
    /// The functions and variables that mention a name; `None` if there are more than [`MOST_MENTIONS`], or if the package has no folder.
    pub(super) fn mentions(&self, package: &Arc<Package>, name: &Name, within: Within) -> Found {
        let folder = package.folder.as_deref()?;
        let root = match within {
            Within::Module => self.module_folder(folder).unwrap_or_else(|| folder.to_path_buf()),
            _ => folder.to_path_buf(),
        };
        let key = (root.clone(), within, name.clone());
        if let Some(known) = self.mentions.get(&key) {
            return known;
        }
        let found = match within {
            Within::Module => self.mentions_in_module(&root, package, name),
            _ => in_package(package, name, within == Within::PackageAndTests),
        };
        self.mentions.insert(key, found.map(Arc::new))
    }

    fn mentions_in_module(&self, root: &Path, own: &Arc<Package>, name: &Name) -> Option<Vec<CodeIn>> {
        let mut found = in_package(own, name, false)?;
        let mut open = vec![root.to_path_buf()];
        let mut buffer = Vec::new();
        while let Some(folder) = open.pop() {
            let listing = self.listing(&folder);
            if folder != root && listing.may_have_module && folder.join("go.mod").is_file() {
                continue;
            }
            self.note_mentions_in_folder(&folder, &listing, name, (own, &mut buffer, &mut found))?;
            open.extend(listing.folders.iter().filter(|name| is_read(name)).map(|name| folder.join(name)));
        }
        found.sort_by(|one, other| (&one.0.folder, &one.0.name, one.1).cmp(&(&other.0.folder, &other.0.name, other.1)));
        Some(found)
    }

    fn note_mentions_in_folder(
        &self,
        folder: &Path,
        listing: &Listing,
        name: &Name,
        (own, buffer, found): (&Arc<Package>, &mut Vec<u8>, &mut Vec<CodeIn>),
    ) -> Option<()> {
        let files: Vec<&Entry> =
            listing.go_files.iter().filter(|file| !is_test(&file.path.to_string_lossy())).collect();
        for file in files {
            let is_mentioned = match self.open.get(&file.path) {
                Some(text) => words(text, name.as_bytes()).next().is_some(),
                None => file.read_into(buffer).is_ok() && words(buffer, name.as_bytes()).next().is_some(),
            };
            if !is_mentioned {
                continue;
            }
            let Some((package, number)) = self.file_in(folder, &file.path).filter(|(package, _)| package != own) else {
                continue;
            };
            codes_in(&package.files[number as usize], number, name, |code| found.push((package.clone(), code)));
            if found.len() > MOST_MENTIONS {
                return None;
            }
        }
        Some(())
    }
}

fn is_test(path: &str) -> bool {
    path.ends_with("_test.go")
}

fn is_read(name: &OsStr) -> bool {
    let name = name.to_string_lossy();
    !name.starts_with(['.', '_']) && !matches!(&*name, "vendor" | "testdata" | "node_modules")
}

fn in_package(package: &Arc<Package>, name: &Name, with_tests: bool) -> Option<Vec<CodeIn>> {
    let mut found = Vec::new();
    for (number, file) in (0_u32..).zip(&package.files) {
        if with_tests || !is_test(&file.source.shown) {
            codes_in(file, number, name, |code| found.push((package.clone(), code)));
        }
    }
    (found.len() <= MOST_MENTIONS).then_some(found)
}

/// The functions and variables of a file whose text holds a word.
fn codes_in(file: &File, number: u32, name: &Name, mut note: impl FnMut(Code)) {
    let offsets: Vec<usize> = words(file.source.text().as_bytes(), name.as_bytes()).collect();
    if offsets.is_empty() {
        return;
    }
    let items = file.items();
    for (function, row) in (0_u32..).zip(&items.functions) {
        if row.body.is_some_and(|body| offsets.iter().any(|at| body.range().contains(at))) {
            note(Code::Function(FuncId { file: number, function }));
        }
    }
    for (spec, row) in (0_u32..).zip(&items.variables) {
        if offsets.iter().any(|at| row.spec.range().contains(at)) {
            note(Code::Variable(number, spec));
        }
    }
}
