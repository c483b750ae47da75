//! Files under several names.
//!
//!     bodyguard check a.go link.go ./folder     # link.go -> a.go
//!     one_name_each(&mut files)                 // a.go stays: each file is checked, reported and edited once
//!     folders.leads_out(path)                   // the target of a link that leads out of the checked folders
//!
//! Hard links are no links here: each is a file by itself, and none can be replaced.

use crate::ground::source::GoFile;
use rustc_hash::FxHashMap;
use std::path::{Path, PathBuf};

/// Leaves one name of each file: one that leads through no link, or the first in the order of paths.
pub fn one_name_each(files: &mut Vec<GoFile>) {
    let mut folders = FxHashMap::default();
    let mut named: Vec<_> = files
        .drain(..)
        .map(|file| {
            let real = real_path(&file.path, &mut folders);
            let is_alias = std::path::absolute(&file.path).is_ok_and(|absolute| absolute != real);
            (real, file.path.is_symlink(), is_alias, file)
        })
        .collect();
    named.sort();
    named.dedup_by(|a, b| a.0 == b.0);
    files.extend(named.into_iter().map(|(_, _, _, file)| file));
}

/// The path without links. A folder is resolved once, however many files it has.
fn real_path(path: &Path, folders: &mut FxHashMap<PathBuf, PathBuf>) -> PathBuf {
    let (Some(parent), Some(name), false) = (path.parent(), path.file_name(), path.is_symlink()) else {
        return path.canonicalize().unwrap_or_else(|_| path.to_path_buf());
    };
    let real = folders.entry(parent.to_path_buf()).or_insert_with(|| real_folder(parent));
    real.join(name)
}

fn real_folder(folder: &Path) -> PathBuf {
    let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
    folder.canonicalize().unwrap_or_else(|_| folder.to_path_buf())
}

/// The folders that a run may change files in: those that are named, and for a file that is named the working directory, or
/// the folder of the file if it lies elsewhere.
#[derive(Debug)]
pub struct CheckedFolders(Vec<PathBuf>);

impl CheckedFolders {
    /// The folders of the paths of the command line, without links.
    pub fn of<'a>(paths: impl Iterator<Item = &'a Path>) -> CheckedFolders {
        let here = real_folder(Path::new("."));
        let folder_of = |path: &Path| match path.is_dir() {
            true => real_folder(path),
            false => Some(real_folder(path.parent().unwrap_or(path)))
                .filter(|folder| !folder.starts_with(&here))
                .unwrap_or_else(|| here.clone()),
        };
        CheckedFolders(paths.map(folder_of).collect())
    }

    /// The target of a file that is a link out of these folders.
    pub fn leads_out(&self, file: &Path) -> Option<PathBuf> {
        // A link that cannot be resolved cannot be written through either.
        let target = file.is_symlink().then(|| file.canonicalize().ok()).flatten()?;
        (!self.0.iter().any(|folder| target.starts_with(folder))).then_some(target)
    }
}
