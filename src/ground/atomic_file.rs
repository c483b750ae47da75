//! Files that are written in one step, and temporary files and folders that no interruption leaves over.
//!
//!     let temporary = TemporaryFiles::default();
//!     temporary.replace(path, before, after)?;    // the old text or the new one, never half of either
//!     let folder = temporary.folder()?;           // removed when it is dropped
//!     let lock = temporary.clear();               // Ctrl-C: all are removed at once, and none can be made
//!
//! A new text is written to a temporary file beside the old one, which then takes its name. Each temporary file is on a list
//! before the lock on that list is released, so a signal handler that clears the list finds all of them.

mod extras;

use crate::ground::source;
use std::collections::BTreeSet;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// The temporary files and folders of a run. Copies share one list.
#[derive(Clone, Debug, Default)]
pub struct TemporaryFiles(Arc<Mutex<BTreeSet<PathBuf>>>);

/// A folder that is removed when this is dropped.
#[derive(Debug)]
pub struct TemporaryFolder {
    folder: PathBuf,
    temporary: TemporaryFiles,
}

impl TemporaryFolder {
    /// The path of the folder.
    pub fn path(&self) -> &Path {
        &self.folder
    }

    /// Writes a file in the folder, and makes the folders above that file.
    pub fn write(&self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        // Without the lock `clear` could remove the folder first, and this would make it again.
        let _lock = self.temporary.locked_list();
        path.parent().map_or(Ok(()), std::fs::create_dir_all)?;
        std::fs::write(path, bytes)
    }
}

impl Drop for TemporaryFolder {
    fn drop(&mut self) {
        let mut list = self.temporary.locked_list();
        // If it cannot be removed now, no later attempt would succeed either.
        let _ = std::fs::remove_dir_all(&self.folder);
        list.remove(&self.folder);
    }
}

/// A lock under which no temporary file is made: threads that want to make one wait.
#[derive(Debug)]
#[must_use]
pub struct CreationLock<'a> {
    _list: MutexGuard<'a, BTreeSet<PathBuf>>,
}

impl TemporaryFiles {
    /// A new empty folder.
    pub fn folder(&self) -> io::Result<TemporaryFolder> {
        let mut list = self.locked_list();
        let folder = tempfile::Builder::new().prefix("bodyguard-").tempdir()?.keep();
        list.insert(folder.clone());
        Ok(TemporaryFolder { folder, temporary: self.clone() })
    }

    /// Removes all that is left. None is made until the lock is dropped. For a run that ends at once.
    pub fn clear(&self) -> CreationLock<'_> {
        let list = self.locked_list();
        for path in list.iter() {
            // The run is about to end: there is nowhere to report an error to.
            let _ = std::fs::remove_file(path).or_else(|_| std::fs::remove_dir_all(path));
        }
        CreationLock { _list: list }
    }

    /// Writes the whole text of a file in one step. A device or a pipe is written to as it is, and so is a file that no other
    /// can be put beside or in place of, such as a single file that is mounted into a container, or one with a second name.
    pub fn write(&self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        match std::fs::metadata(path) {
            Ok(about) if !about.is_file() => std::fs::write(path, bytes),
            Ok(about) if about.permissions().readonly() => Err(io::ErrorKind::PermissionDenied.into()),
            Ok(about) => match self.put(&path.canonicalize()?, bytes, Some(&about), || Ok(())) {
                Err(WriteError::Place(_)) => {
                    // A signal waits until the whole text is there.
                    let _lock = self.locked_list();
                    std::fs::write(path, bytes)
                }
                put => put.map_err(WriteError::into_error),
            },
            Err(_) => self.put(path, bytes, None, || Ok(())).map_err(WriteError::into_error),
        }
    }

    /// Replaces the text of a file that still is `before`. A link is followed; owner, permissions and extended attributes stay.
    /// Fails with a sentence that says why the file was left as it is.
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
            self.put(&target, after, Some(&about), is_same).map_err(WriteError::into_error)
        });
        replaced.map_err(|error| format!("left as it is: {error}"))
    }

    /// Writes a temporary file beside the target and gives it the target's name, unless `is_wanted` fails directly before.
    fn put(
        &self,
        target: &Path,
        bytes: &[u8],
        about: Option<&std::fs::Metadata>,
        is_wanted: impl Fn() -> io::Result<()>,
    ) -> Result<(), WriteError> {
        let folder = target.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        about.map_or(Ok(()), extras::refuse_other_names).map_err(WriteError::Place)?;
        let (mut file, path) = self.new_file(folder, about.is_none()).map_err(WriteError::Place)?;
        let extras = |file: &tempfile::NamedTempFile| match about {
            Some(about) => extras::copy(target, about, file.as_file(), file.path()),
            None => Ok(()),
        };
        let filled = file.write_all(bytes).map_err(WriteError::Text);
        let filled = filled.and_then(|()| extras(&file).map_err(WriteError::Place));
        let put = match filled.and_then(|()| is_wanted().map_err(WriteError::Text)) {
            Ok(()) => file.persist(target).map(drop).map_err(|error| WriteError::Place(error.error)),
            Err(error) => {
                drop(file);
                Err(error)
            }
        };
        self.locked_list().remove(&path);
        put
    }

    /// A temporary file, under a name that no tool takes for Go code. One that becomes a new file gets the permissions of any new
    /// file.
    fn new_file(&self, folder: &Path, is_new: bool) -> io::Result<(tempfile::NamedTempFile, PathBuf)> {
        let mut builder = tempfile::Builder::new();
        builder.prefix(".bodyguard-").suffix(".tmp");
        let mut list = self.locked_list();
        let file = match is_new {
            true => builder.make_in(folder, |path| std::fs::File::create_new(path))?,
            false => builder.tempfile_in(folder)?,
        };
        let path = file.path().to_path_buf();
        list.insert(path.clone());
        Ok((file, path))
    }

    fn locked_list(&self) -> MutexGuard<'_, BTreeSet<PathBuf>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The reason why a text could not take the place of a file.
#[derive(Debug)]
enum WriteError {
    /// Nothing can be put there: beside the file, or under its name.
    Place(io::Error),
    /// The text could not be written, as on a full disk, or is not wanted any more. Writing over the old text would lose both.
    Text(io::Error),
}

impl WriteError {
    fn into_error(self) -> io::Error {
        match self {
            WriteError::Place(error) | WriteError::Text(error) => error,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_changed_is_left_alone() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.go");
        std::fs::write(&path, "new").unwrap();
        let temporary = TemporaryFiles::default();
        assert!(temporary.replace(&path, b"old", b"fixed").unwrap_err().contains("changed meanwhile"));
        assert_eq!(std::fs::read(&path).unwrap(), b"new");
        temporary.replace(&path, b"new", b"fixed").unwrap();
        assert_eq!(std::fs::read(&path).unwrap(), b"fixed");
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
    fn nothing_is_left_over() {
        let temporary = TemporaryFiles::default();
        let folder = temporary.folder().unwrap();
        std::fs::write(folder.path().join("x"), "x").unwrap();
        let lock = temporary.clear();
        assert!(!folder.path().exists());
        std::thread::scope(|scope| {
            let late = scope.spawn(|| folder.write(&folder.path().join("late"), b"x"));
            std::thread::sleep(std::time::Duration::from_millis(20));
            assert!(!late.is_finished() && !folder.path().exists());
            drop(lock);
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
        let temporary = TemporaryFiles::default();
        for path in ["file/a", "none/a", "."] {
            assert!(temporary.write(&home.path().join(path), b"new").is_err(), "{path}");
        }
        assert_eq!(std::fs::read_dir(home.path()).unwrap().count(), 1);
    }
}
