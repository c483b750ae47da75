//! From the path of a file to its package and its number there.
//!
//!     index.file_at("cmd/main.go")     the package in the folder `cmd`, and which of its files it is
//!
//! Folders are made absolute, as the keys of the index are; links are not followed.

use super::{Index, Package};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// The absolute folder of a file; `None` if the path is empty or the root.
pub fn absolute_folder(path: &Path) -> Option<PathBuf> {
    let folder = path.parent()?;
    let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
    std::path::absolute(folder).ok()
}

impl Index {
    /// The package of a file and the file's number in it; `None` if there is no such Go file.
    pub fn file_at(&self, path: &Path) -> Option<(Arc<Package>, u32)> {
        self.file_in(&absolute_folder(path)?, path)
    }

    /// Like [`Index::file_at`], given the absolute folder of the file.
    pub fn file_in(&self, folder: &Path, path: &Path) -> Option<(Arc<Package>, u32)> {
        file_among(self.folder(folder), folder, path)
    }

    /// Like [`Index::file_in`]; also `None` if the folder has not been read before.
    pub fn known_file_in(&self, folder: &Path, path: &Path) -> Option<(Arc<Package>, u32)> {
        file_among(self.known_folder(folder)?, folder, path)
    }
}

fn file_among(packages: Vec<Arc<Package>>, folder: &Path, path: &Path) -> Option<(Arc<Package>, u32)> {
    let wanted = folder.join(path.file_name()?);
    for package in packages {
        let position = package.files.iter().position(|file| file.source.path.as_os_str() == wanted.as_os_str());
        if let Some(number) = position.and_then(|position| u32::try_from(position).ok()) {
            return Some((package, number));
        }
    }
    None
}
