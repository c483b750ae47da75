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

/// Where names are mentioned, by the folder of a module or package, whether it is the module's, the name and how it is mentioned.
pub(in crate::program) type Mentions = Memo<(PathBuf, Within, Name, Mention), Found>;

/// Which mentions of a name count.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(in crate::program) enum Mention {
    /// All.
    Any,
    /// Those by which a field or variable may get a value, or its address be taken: calls of it and other reads need not be parsed.
    Write,
}

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
    pub(super) fn mentions(&self, package: &Arc<Package>, name: &Name, within: Within, mention: Mention) -> Found {
        let folder = package.folder.as_deref()?;
        let root = match within {
            Within::Module => self.module_folder(folder).unwrap_or_else(|| folder.to_path_buf()),
            _ => folder.to_path_buf(),
        };
        let key = (root.clone(), within, name.clone(), mention);
        if let Some(known) = self.mentions.get(&key) {
            return known;
        }
        let found = match within {
            Within::Module => self.mentions_in_module(&root, package, (name, mention)),
            _ => in_package(package, (name, mention), within == Within::PackageAndTests),
        };
        self.mentions.insert(key, found.map(Arc::new))
    }

    fn mentions_in_module(&self, root: &Path, own: &Arc<Package>, name: (&Name, Mention)) -> Option<Vec<CodeIn>> {
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
        name: (&Name, Mention),
        (own, buffer, found): (&Arc<Package>, &mut Vec<u8>, &mut Vec<CodeIn>),
    ) -> Option<()> {
        let files: Vec<&Entry> =
            listing.go_files.iter().filter(|file| !is_test(&file.path.to_string_lossy())).collect();
        for file in files {
            let is_mentioned = match self.open.get(&file.path) {
                Some(text) => offsets_in(text, name).next().is_some(),
                None => file.read_into(buffer).is_ok() && offsets_in(buffer, name).next().is_some(),
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

fn in_package(package: &Arc<Package>, name: (&Name, Mention), with_tests: bool) -> Option<Vec<CodeIn>> {
    let mut found = Vec::new();
    for (number, file) in (0_u32..).zip(&package.files) {
        if with_tests || !is_test(&file.source.shown) {
            codes_in(file, number, name, |code| found.push((package.clone(), code)));
        }
    }
    (found.len() <= MOST_MENTIONS).then_some(found)
}

/// The offsets of the mentions of a name that count.
fn offsets_in<'t>(text: &'t [u8], (name, mention): (&'t Name, Mention)) -> impl Iterator<Item = usize> + 't {
    let len = name.len();
    words(text, name.as_bytes()).filter(move |at| mention == Mention::Any || may_write(text, *at, *at + len))
}

/// Whether the field or variable that is named here may get a value, or its address be taken: `name: f`, `x.name = f`, `x.name, ok = f()`,
/// `x.name.part = f`, `&x.name`. Not so `x.name(u)` and `x.name == nil`.
fn may_write(text: &[u8], start: usize, end: usize) -> bool {
    let line_end = memchr::memchr(b'\n', &text[end..]).map_or(text.len(), |at| end + at);
    let rest = text[end..line_end].trim_ascii();
    let line_start = memchr::memrchr(b'\n', &text[..start]).map_or(0, |at| at + 1);
    let before = text[..start].trim_ascii_end();
    let is_written = match rest {
        [b':' | b'/', ..] => true,
        [b'=', next, ..] => *next != b'=',
        [b'=' | b','] => true,
        [b',' | b'.' | b'[' | b')', ..] => rest.contains(&b'=') || rest.ends_with(b",") || rest.ends_with(b"."),
        _ => false,
    };
    is_written || text[line_start..start].contains(&b'&') || before.ends_with(b"&")
}

/// The functions and variables of a file whose text holds a word.
fn codes_in(file: &File, number: u32, name: (&Name, Mention), mut note: impl FnMut(Code)) {
    let offsets: Vec<usize> = offsets_in(file.source.text().as_bytes(), name).collect();
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_are_written_by_keys_assignments_and_addresses() {
        let writes = |text: &str| offsets_in(text.as_bytes(), (&Name::new("ask"), Mention::Write)).count();
        for text in [
            "d{ask: f}",
            "d.ask = f",
            "d.ask, ok = f()",
            "ok, d.ask = f()",
            "d.ask,\n\tok = f()",
            "d.ask.on = f",
            "d.ask[0] = f",
            "(*ask).on = f",
            "p := &d.ask",
            "f(&(d.ask))",
        ] {
            assert_eq!(writes(text), 1, "{text}");
        }
        for text in [
            "d.ask(u)",
            "f(d.ask)",
            "return d.ask\n",
            "if d.ask == nil {",
            "if d.ask != nil {",
            "f(d.ask, u)",
            "d.ask.run(u)",
            "d.asks = f",
        ] {
            assert_eq!(writes(text), 0, "{text}");
        }
    }
}
