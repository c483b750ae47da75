//! Between URIs and paths.
//!
//!     file:///home/a%20b/x.go     /home/a b/x.go
//!     file:///c%3A/x.go           c:\x.go, on Windows
//!     untitled:Untitled-1         no path
//!
//! The client's own spelling of a URI is kept where there is one (see [`super::document`]): clients compare them letter by letter.

use gen_lsp_types::Uri;
use std::ffi::OsString;
use std::path::{Path, PathBuf};

/// The absolute path of a URI, tidied: without `.` and `..`. `None` unless it is a file of this machine.
pub fn path_of(uri: &Uri) -> Option<PathBuf> {
    let (scheme, rest) = uri.0.split_once(':')?;
    if !scheme.eq_ignore_ascii_case("file") {
        return None;
    }
    let encoded = match rest.strip_prefix("//") {
        Some(rest) => {
            let slash = rest.find('/')?;
            let (host, path) = rest.split_at(slash);
            if !host.is_empty() && !host.eq_ignore_ascii_case("localhost") {
                return None;
            }
            path
        }
        None => rest,
    };
    let encoded = encoded.split(['?', '#']).next().unwrap_or("");
    let bytes = decoded(encoded);
    if bytes.contains(&0) {
        return None;
    }
    let path = PathBuf::from(os_path(bytes)?);
    path.is_absolute().then(|| tidy(&path))
}

/// The URI of an absolute path. All but letters, digits, `-`, `.`, `_`, `~` and `/` is percent-encoded.
pub fn uri_of(path: &Path) -> Uri {
    let mut text = String::from("file://");
    let bytes = path_bytes(path);
    if !bytes.starts_with(b"/") {
        text.push('/');
    }
    for byte in bytes {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => text.push(char::from(byte)),
            _ => text.push_str(&format!("%{byte:02X}")),
        }
    }
    Uri(text)
}

/// The bytes of percent-encoded text. A `%` without two digits stands for itself.
fn decoded(encoded: &str) -> Vec<u8> {
    let bytes = encoded.as_bytes();
    let digit = |at: usize| bytes.get(at).and_then(|byte| char::from(*byte).to_digit(16));
    let mut out = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        match (byte, digit(at + 1), digit(at + 2)) {
            (b'%', Some(high), Some(low)) => {
                out.push((high * 16 + low) as u8);
                at += 3;
            }
            _ => {
                out.push(*byte);
                at += 1;
            }
        }
    }
    out
}

#[cfg(unix)]
fn os_path(bytes: Vec<u8>) -> Option<OsString> {
    use std::os::unix::ffi::OsStringExt;
    Some(OsString::from_vec(bytes))
}

#[cfg(not(unix))]
fn os_path(bytes: Vec<u8>) -> Option<OsString> {
    let text = String::from_utf8(bytes).ok()?;
    // `/c:/x` is the drive `c:`.
    let is_drive = text.as_bytes().get(2) == Some(&b':');
    let text = if is_drive { text.trim_start_matches('/') } else { &text };
    Some(text.replace('/', "\\").into())
}

#[cfg(unix)]
fn path_bytes(path: &Path) -> Vec<u8> {
    use std::os::unix::ffi::OsStrExt;
    path.as_os_str().as_bytes().to_vec()
}

#[cfg(not(unix))]
fn path_bytes(path: &Path) -> Vec<u8> {
    path.to_string_lossy().replace('\\', "/").into_bytes()
}

/// The path without `.`, and without `..` and the name before it.
fn tidy(path: &Path) -> PathBuf {
    let mut tidied = PathBuf::new();
    for part in path.components() {
        match part {
            std::path::Component::CurDir => {}
            std::path::Component::ParentDir => drop(tidied.pop()),
            part => tidied.push(part),
        }
    }
    tidied
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    fn path(text: &str) -> Option<String> {
        path_of(&Uri(text.to_string())).map(|path| path.to_string_lossy().into_owned())
    }

    #[test]
    fn files_of_this_machine_have_a_path() {
        for (text, expected) in [
            ("file:///a/b.go", Some("/a/b.go")),
            ("FILE:///a/b.go", Some("/a/b.go")),
            ("file://localhost/a/b.go", Some("/a/b.go")),
            ("file:/a/b.go", Some("/a/b.go")),
            ("file:///a%20b/%C3%A9.go", Some("/a b/é.go")),
            ("file:///a b.go", Some("/a b.go")),
            ("file:///100%/%zz.go", Some("/100%/%zz.go")),
            ("file:///a/./x/../b.go?q#f", Some("/a/b.go")),
            ("file:///%2e%2e/../b.go", Some("/b.go")),
            ("file://host/a/b.go", None),
            ("file://", None),
            ("file:a.go", None),
            ("file:///a%00b.go", None),
            ("untitled:Untitled-1", None),
            ("git:/a/b.go?x", None),
            ("a.go", None),
            ("", None),
        ] {
            assert_eq!(path(text).as_deref(), expected, "{text}");
        }
    }

    #[test]
    fn a_path_comes_back_from_its_uri() {
        use std::os::unix::ffi::OsStrExt;
        for bytes in [&b"/a/b.go"[..], b"/a b/\xc3\xa9.go", b"/%/#?.go", b"/\xff.go"] {
            let path = Path::new(std::ffi::OsStr::from_bytes(bytes));
            assert_eq!(path_of(&uri_of(path)).as_deref(), Some(path));
        }
        assert_eq!(uri_of(Path::new("/a b/c+d.go")).0, "file:///a%20b/c%2Bd.go");
    }
}
