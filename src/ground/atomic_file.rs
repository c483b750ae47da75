//! Files and folders that must not stay behind when a run is interrupted.
//!
//!     let scratch = Scratch::default();
//!     let folder = scratch.folder()?;      // gone when it is dropped
//!     let held = scratch.clear();          // gone at once, and no more can be made: Ctrl-C
//!
//! A file that replaces another is written beside it first and takes its name in one step, so that a reader sees the
//! old text or the new one, and never half of either. What is made is on the list before anybody else can look at
//! the list, so a signal at any time finds all of it.

use crate::ground::source;
use std::collections::BTreeSet;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// What exists for a short time. Copies share one list.
#[derive(Clone, Debug, Default)]
pub struct TemporaryFiles(Arc<Mutex<BTreeSet<PathBuf>>>);

/// A folder that is removed when this is dropped.
#[derive(Debug)]
pub struct TemporaryFolder {
    folder: PathBuf,
    scratch: TemporaryFiles,
}

impl TemporaryFolder {
    /// Where it lies.
    pub fn path(&self) -> &Path {
        &self.folder
    }

    /// Writes a file in it, and the folders above that file.
    pub fn write(&self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        // Or the folder would come back while it is being removed.
        let _held = self.scratch.list();
        path.parent().map_or(Ok(()), std::fs::create_dir_all)?;
        std::fs::write(path, bytes)
    }
}

impl Drop for TemporaryFolder {
    fn drop(&mut self) {
        let mut list = self.scratch.list();
        // Whoever cannot remove it now could not later either.
        let _ = std::fs::remove_dir_all(&self.folder);
        list.remove(&self.folder);
    }
}

/// While this is there nothing new is made; those who want to make something wait.
#[derive(Debug)]
#[must_use]
pub struct Held<'a> {
    _list: MutexGuard<'a, BTreeSet<PathBuf>>,
}

impl TemporaryFiles {
    /// A new empty folder.
    pub fn folder(&self) -> io::Result<TemporaryFolder> {
        let mut list = self.list();
        let folder = tempfile::Builder::new().prefix("bodyguard-").tempdir()?.keep();
        list.insert(folder.clone());
        Ok(TemporaryFolder { folder, scratch: self.clone() })
    }

    /// Removes all that is left, and lets nobody make more as long as the answer is kept. For a run that ends at once.
    pub fn clear(&self) -> Held<'_> {
        let list = self.list();
        for path in list.iter() {
            // Nobody is left to be told.
            let _ = std::fs::remove_file(path).or_else(|_| std::fs::remove_dir_all(path));
        }
        Held { _list: list }
    }

    /// Writes a file anew, in one step. What is no regular file, a device or a pipe, is written to as it is, and so is a
    /// file that nothing can be put beside or in place of, as one that a container was given alone.
    pub fn write(&self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        match std::fs::metadata(path) {
            Ok(about) if !about.is_file() => std::fs::write(path, bytes),
            Ok(about) if about.permissions().readonly() => Err(io::ErrorKind::PermissionDenied.into()),
            Ok(about) => match self.put(&path.canonicalize()?, bytes, Some(&about), || Ok(())) {
                Err(NotPut::Place(_)) => {
                    // A signal waits until the whole text is there.
                    let _held = self.list();
                    std::fs::write(path, bytes)
                }
                put => put.map_err(NotPut::into_error),
            },
            Err(_) => self.put(path, bytes, None, || Ok(())).map_err(NotPut::into_error),
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
            self.put(&target, after, Some(&about), is_same).map_err(NotPut::into_error)
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
    ) -> Result<(), NotPut> {
        let folder = target.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        let (mut file, path) = self.new_file(folder, about.is_none()).map_err(NotPut::Place)?;
        let filled = file.write_all(bytes).and_then(|()| {
            if let Some(about) = about {
                keep_owner(file.path(), about);
                file.as_file().set_permissions(about.permissions())?;
            }
            is_wanted()
        });
        let put = match filled {
            Ok(()) => file.persist(target).map(drop).map_err(|error| NotPut::Place(error.error)),
            Err(error) => {
                drop(file);
                Err(NotPut::Text(error))
            }
        };
        self.list().remove(&path);
        put
    }

    /// A file under a name that no tool takes for Go code. A new file gets the permissions that any new file gets.
    fn new_file(&self, folder: &Path, is_new: bool) -> io::Result<(tempfile::NamedTempFile, PathBuf)> {
        let mut builder = tempfile::Builder::new();
        builder.prefix(".bodyguard-").suffix(".tmp");
        let mut list = self.list();
        let file = match is_new {
            true => builder.make_in(folder, |path| std::fs::File::create_new(path))?,
            false => builder.tempfile_in(folder)?,
        };
        let path = file.path().to_path_buf();
        list.insert(path.clone());
        Ok((file, path))
    }

    fn list(&self) -> MutexGuard<'_, BTreeSet<PathBuf>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Why a text could not take the place of a file.
#[derive(Debug)]
enum NotPut {
    /// Nothing can be put there: beside the file, or under its name.
    Place(io::Error),
    /// The text could not be written, as on a full disk, or is not wanted any more. To write it over the old one would
    /// lose both.
    Text(io::Error),
}

impl NotPut {
    fn into_error(self) -> io::Error {
        match self {
            NotPut::Place(error) | NotPut::Text(error) => error,
        }
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
        let scratch = TemporaryFiles::default();
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
        TemporaryFiles::default().replace(&link, b"old", b"new").unwrap();
        assert!(link.is_symlink());
        assert_eq!(std::fs::read(&path).unwrap(), b"new");
        assert_eq!(std::fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o750);
    }

    #[test]
    fn nothing_stays_behind() {
        let scratch = TemporaryFiles::default();
        let folder = scratch.folder().unwrap();
        std::fs::write(folder.path().join("x"), "x").unwrap();
        let held = scratch.clear();
        assert!(!folder.path().exists());
        std::thread::scope(|scope| {
            let late = scope.spawn(|| folder.write(&folder.path().join("late"), b"x"));
            std::thread::sleep(std::time::Duration::from_millis(20));
            assert!(!late.is_finished() && !folder.path().exists());
            drop(held);
        });
        let path = folder.path().to_path_buf();
        drop(folder);
        assert!(!path.exists());
    }

    /// Nothing can be put beside what `/dev` or `/proc` hold, nor over a folder.
    #[test]
    fn a_text_that_has_no_place_is_an_error() {
        let home = tempfile::tempdir().unwrap();
        std::fs::write(home.path().join("file"), "old").unwrap();
        let scratch = TemporaryFiles::default();
        for path in ["file/a", "none/a", "."] {
            assert!(scratch.write(&home.path().join(path), b"new").is_err(), "{path}");
        }
        assert_eq!(std::fs::read_dir(home.path()).unwrap().count(), 1);
    }
}
