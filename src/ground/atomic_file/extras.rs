//! What a file has besides its text, and what a file that takes its place must have too: the owner, permissions, extended
//! attributes, and other names.
//!
//! A file with a second name (a hard link) cannot be replaced: the second name would keep the old text.

use std::fs::{File, Metadata};
use std::io;
use std::path::Path;

/// Fails with a sentence if the file has other names, as far as the system says so.
#[cfg(unix)]
pub(super) fn refuse_other_names(about: &Metadata) -> io::Result<()> {
    use std::os::unix::fs::MetadataExt;
    match about.nlink() {
        0 | 1 => Ok(()),
        count => Err(io::Error::other(format!("it has {count} names (hard links), and only one would be changed"))),
    }
}

/// Fails with a sentence if the file has other names, as far as the system says so.
#[cfg(not(unix))]
pub(super) fn refuse_other_names(_about: &Metadata) -> io::Result<()> {
    Ok(())
}

/// Gives a new file what the old one has besides its text. Fails with a sentence if something would be lost.
pub(super) fn copy(old: &Path, about: &Metadata, new: &File, new_path: &Path) -> io::Result<()> {
    keep_owner(new_path, about);
    new.set_permissions(about.permissions())?;
    // An access list is an attribute, and the permissions are a part of it: it comes last.
    copy_attributes(old, new)
}

/// Keeps the owner: when root fixes the file of a user, it stays the user's file.
#[cfg(unix)]
fn keep_owner(path: &Path, about: &Metadata) {
    use std::os::unix::fs::MetadataExt;
    // Only root can, and only root has to: other users write only their own files.
    let _ = std::os::unix::fs::chown(path, Some(about.uid()), Some(about.gid()));
}

#[cfg(not(unix))]
fn keep_owner(_path: &Path, _about: &Metadata) {}

/// Attributes that the system sets by itself: by the text, or by the program that writes.
#[cfg(unix)]
const SET_BY_SYSTEM: [&str; 4] = ["security.evm", "security.ima", "com.apple.provenance", "com.apple.lastuseddate#PS"];

#[cfg(unix)]
fn copy_attributes(old: &Path, new: &File) -> io::Result<()> {
    use xattr::FileExt;
    let names = match xattr::list(old) {
        Ok(names) => names,
        // A file system without attributes has none to lose.
        Err(error) if error.kind() == io::ErrorKind::Unsupported => return Ok(()),
        Err(error) => return Err(io::Error::other(format!("its extended attributes could not be read: {error}"))),
    };
    for name in names.filter(|name| !SET_BY_SYSTEM.iter().any(|own| name.as_os_str() == *own)) {
        let copied = xattr::get(old, &name).and_then(|value| match value {
            // The system labels a new file as it labels its neighbours, and few may set a label.
            Some(value) if new.get_xattr(&name)?.as_ref() != Some(&value) => new.set_xattr(&name, &value),
            _ => Ok(()),
        });
        copied.map_err(|error| {
            io::Error::other(format!("its extended attribute {} could not be kept: {error}", name.to_string_lossy()))
        })?;
    }
    Ok(())
}

#[cfg(not(unix))]
fn copy_attributes(_old: &Path, _new: &File) -> io::Result<()> {
    Ok(())
}
