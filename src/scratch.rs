//! Files and folders that must not stay behind when a run is interrupted.
//!
//!     let scratch = Scratch::default();
//!     let folder = scratch.folder()?;      // gone when it is dropped
//!     scratch.clear();                     // gone at once: Ctrl-C
//!
//! A file that replaces another is written beside it first and takes its name in one step, so that a reader sees the
//! old text or the new one, and never half of either.

use crate::source;
use std::collections::BTreeSet;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// How often a folder is removed that others write into.
const REMOVALS: usize = 20;

/// What exists for a short time. Copies share one list.
#[derive(Clone, Debug, Default)]
pub struct Scratch(Arc<Mutex<BTreeSet<PathBuf>>>);

/// A folder that is removed when this is dropped.
#[derive(Debug)]
pub struct Folder {
    folder: tempfile::TempDir,
    scratch: Scratch,
}

impl Folder {
    /// Where it lies.
    pub fn path(&self) -> &Path {
        self.folder.path()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        self.scratch.list().remove(self.folder.path());
    }
}

impl Scratch {
    /// A new empty folder.
    pub fn folder(&self) -> io::Result<Folder> {
        let folder = tempfile::Builder::new().prefix("bodyguard-").tempdir()?;
        self.list().insert(folder.path().to_path_buf());
        Ok(Folder { folder, scratch: self.clone() })
    }

    /// Removes all that is left. For a run that ends at once.
    pub fn clear(&self) {
        for path in self.list().iter() {
            // Another thread may still be writing into the folder. Nobody is left to be told.
            for _ in 0..REMOVALS {
                let _ = std::fs::remove_file(path).or_else(|_| std::fs::remove_dir_all(path));
                if !path.exists() {
                    break;
                }
            }
        }
    }

    /// Writes a file anew, in one step. What is no regular file, a device or a pipe, is written to as it is, and so is a
    /// file that nothing can be put beside, as one that a container was given alone.
    pub fn write(&self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        match std::fs::metadata(path) {
            Ok(about) if !about.is_file() => std::fs::write(path, bytes),
            Ok(about) if about.permissions().readonly() => Err(io::ErrorKind::PermissionDenied.into()),
            Ok(about) => {
                self.put(&path.canonicalize()?, bytes, Some(&about), || Ok(())).or_else(|_| std::fs::write(path, bytes))
            }
            Err(_) => self.put(path, bytes, None, || Ok(())),
        }
    }

    /// Replaces the text of a file that still holds `before`. A link is followed; permissions stay. Fails with a sentence
    /// that says why the file was left as it is.
    pub fn replace(&self, path: &Path, before: &[u8], after: &[u8]) -> Result<(), String> {
        let is_same = || match source::read_bytes(path) {
            Ok(now) if now == before => Ok(()),
            Ok(_) => Err(io::Error::other("it was changed meanwhile")),
            Err(message) => Err(io::Error::other(message)),
        };
        let replaced = is_same().and_then(|()| {
            let target = path.canonicalize()?;
            let about = std::fs::metadata(&target)?;
            if about.permissions().readonly() {
                return Err(io::Error::other("it is read-only"));
            }
            self.put(&target, after, Some(&about), is_same)
        });
        replaced.map_err(|error| format!("left as it is: {error}"))
    }

    /// Writes beside the target and renames, if `is_wanted` still says so directly before.
    fn put(
        &self,
        target: &Path,
        bytes: &[u8],
        about: Option<&std::fs::Metadata>,
        is_wanted: impl Fn() -> io::Result<()>,
    ) -> io::Result<()> {
        let folder = target.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        let mut file = new_file(folder, about.is_none())?;
        self.list().insert(file.path().to_path_buf());
        let path = file.path().to_path_buf();
        let put = file.write_all(bytes).and_then(|()| {
            if let Some(about) = about {
                keep_owner(file.path(), about);
                file.as_file().set_permissions(about.permissions())?;
            }
            is_wanted()?;
            file.persist(target).map(drop).map_err(|error| error.error)
        });
        self.list().remove(&path);
        put
    }

    fn list(&self) -> MutexGuard<'_, BTreeSet<PathBuf>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A file under a name that no tool takes for Go code. A new file gets the permissions that any new file gets.
fn new_file(folder: &Path, is_new: bool) -> io::Result<tempfile::NamedTempFile> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(".bodyguard-").suffix(".tmp");
    match is_new {
        true => builder.make_in(folder, |path| std::fs::File::create_new(path)),
        false => builder.tempfile_in(folder),
    }
}

/// Root who mends the file of somebody else does not take it away.
#[cfg(unix)]
fn keep_owner(path: &Path, about: &std::fs::Metadata) {
    use std::os::unix::fs::MetadataExt;
    // Others cannot give files away, and need not.
    let _ = std::os::unix::fs::chown(path, Some(about.uid()), Some(about.gid()));
}

#[cfg(not(unix))]
fn keep_owner(_path: &Path, _about: &std::fs::Metadata) {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_changed_is_left_alone() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.go");
        std::fs::write(&path, "new").unwrap();
        let scratch = Scratch::default();
        assert!(scratch.replace(&path, b"old", b"mended").unwrap_err().contains("changed meanwhile"));
        assert_eq!(std::fs::read(&path).unwrap(), b"new");
        scratch.replace(&path, b"new", b"mended").unwrap();
        assert_eq!(std::fs::read(&path).unwrap(), b"mended");
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1);
    }

    #[cfg(unix)]
    #[test]
    fn links_and_permissions_stay() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.go");
        let link = folder.path().join("b.go");
        std::fs::write(&path, "old").unwrap();
        std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o750)).unwrap();
        std::os::unix::fs::symlink("a.go", &link).unwrap();
        Scratch::default().replace(&link, b"old", b"new").unwrap();
        assert!(link.is_symlink());
        assert_eq!(std::fs::read(&path).unwrap(), b"new");
        assert_eq!(std::fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o750);
    }

    #[test]
    fn nothing_stays_behind() {
        let scratch = Scratch::default();
        let folder = scratch.folder().unwrap();
        std::fs::write(folder.path().join("x"), "x").unwrap();
        scratch.clear();
        assert!(!folder.path().exists());
    }
}
